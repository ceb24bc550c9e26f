//! Whether a part of the page is on the screen, so that a drag draws at once what can be seen and the rest when it pauses.

use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::prelude::*;

use crate::ui::Model;

/// How far outside the screen a part counts as seen: it is up to date before it is scrolled to.
const MARGIN: &str = "25%";

/// Whether an element can be seen, or soon. Until the browser has said so, and where it cannot, it is taken as seen.
#[hook]
fn use_seen(element: &NodeRef) -> bool {
    let seen = use_state_eq(|| true);
    {
        let (element, seen) = (element.clone(), seen.clone());
        use_effect_with((), move |()| {
            let watched = element.cast::<Element>().and_then(|element| Watch::of(&element, seen.setter()));
            move || drop(watched)
        });
    }
    *seen
}

/// Milliseconds without a change until what nobody sees is drawn anew.
const LATER: u32 = 250;

/// The element of a part, and the session that it draws: the present one while the part is open and can be seen.
#[hook]
pub fn use_shown(open: bool, model: &Model) -> (NodeRef, Model) {
    let element = use_node_ref();
    let seen = use_seen(&element);
    let model = use_later(seen && open, model);
    (element, model)
}

/// The session that a part draws: the present one while the part can be seen, else the one of the last pause between
/// changes, so that it is complete to be found, printed and opened.
#[hook]
pub fn use_later(now: bool, model: &Model) -> Model {
    let drawn = use_state(|| model.clone());
    {
        let drawn = drawn.clone();
        use_effect_with((now, model.clone()), move |(now, model)| {
            let model = model.clone();
            let wait = (!*now && *drawn != model).then(|| Timeout::new(LATER, move || drawn.set(model)));
            move || drop(wait)
        });
    }
    if now { model.clone() } else { (*drawn).clone() }
}

/// An observer that ends with this value.
struct Watch {
    observer: IntersectionObserver,
    _told: Closure<dyn FnMut(Array)>,
}

impl Watch {
    fn of(element: &Element, seen: UseStateSetter<bool>) -> Option<Self> {
        let told = Closure::new(move |entries: Array| {
            // The latest is the last.
            if let Ok(entry) = entries.pop().dyn_into::<IntersectionObserverEntry>() {
                seen.set(entry.is_intersecting());
            }
        });
        let options = IntersectionObserverInit::new();
        options.set_root_margin(MARGIN);
        let observer = IntersectionObserver::new_with_options(Closure::as_ref(&told).unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _told: told })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
