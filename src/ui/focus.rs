//! Where the focus goes when a button takes itself away, as “Remove” does with its line: to what stood next to it.
//!
//! Without this it would fall out of the page for whoever uses a keyboard or a screen reader.

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, MouseEvent};

/// What can have the focus.
const STOPS: &str = "button, input, select, textarea, summary";
/// Stops on each side of a button that may take its focus over.
const NEAR: usize = 40;

/// After a click on a button has had its effect: if it is gone with the focus, the next stop has it, else the one before.
pub fn keep(event: &MouseEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(button) = target.and_then(|target| target.closest("button").ok().flatten()) else { return };
    let Some(root) = button.closest(".ab").ok().flatten() else { return };
    let Ok(stops) = root.query_selector_all(STOPS) else { return };
    let stops: Vec<HtmlElement> =
        (0..stops.length()).filter_map(|place| stops.get(place)?.dyn_into::<HtmlElement>().ok()).collect();
    let Some(place) = stops.iter().position(|stop| **stop == button) else { return };
    let after = stops.iter().skip(place + 1).take(NEAR);
    let before = stops.iter().take(place).rev().take(NEAR);
    let near: Vec<HtmlElement> = after.chain(before).cloned().collect();
    let is_focused = move || root.query_selector(":focus").ok().flatten().is_some();
    Timeout::new(0, move || {
        if button.is_connected() || is_focused() {
            return;
        }
        for stop in near.iter().filter(|stop| stop.is_connected()) {
            // What is hidden does not take it.
            if stop.focus().is_ok() && is_focused() {
                return;
            }
        }
    })
    .forget();
}
