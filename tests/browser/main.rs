//! Components in a real browser: rendering, actions, several at once, leaving cleanly.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, missing_docs)]

use ai_build_vs_buy::wasm::{Widget, mount};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};
use yew::scheduler::flush;

wasm_bindgen_test_configure!(run_in_browser);

fn host() -> Element {
    let document = gloo::utils::document();
    let host = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&host).unwrap();
    host
}

async fn shown(preset: &str) -> (Element, Widget) {
    let host = host();
    let options = Object::new();
    Reflect::set(&options, &"preset".into(), &preset.into()).unwrap();
    let widget = mount(host.clone(), options.unchecked_ref(), None, None, None).unwrap();
    flush().await;
    (host, widget)
}

fn text(host: &Element, selector: &str) -> String {
    host.query_selector(selector).unwrap().map(|element| element.text_content().unwrap_or_default()).unwrap_or_default()
}

fn click(host: &Element, selector: &str) {
    host.query_selector(selector).unwrap().unwrap().unchecked_into::<HtmlElement>().click();
}

#[wasm_bindgen_test]
async fn a_preset_shows_its_answer() {
    let (host, _widget) = shown("legal-tech").await;
    assert!(text(&host, ".headline").contains("fine-tuning"));
}

#[wasm_bindgen_test]
async fn a_chosen_card_changes_the_answer() {
    let (host, _widget) = shown("legal-tech").await;
    click(&host, r#"[data-question="DemandValidated"] label:nth-of-type(2) input"#);
    flush().await;
    assert!(text(&host, ".headline").contains("an API now"));
}

#[wasm_bindgen_test]
async fn two_widgets_do_not_touch_each_other() {
    let (first, _one) = shown("legal-tech").await;
    let (second, _two) = shown("commodity").await;
    let before = text(&second, ".headline");
    click(&first, r#"[data-question="DemandValidated"] label:nth-of-type(2) input"#);
    flush().await;
    assert_eq!(text(&second, ".headline"), before);
}

#[wasm_bindgen_test]
async fn a_destroyed_widget_leaves_its_element_empty() {
    let (host, mut widget) = shown("legal-tech").await;
    widget.destroy();
    widget.destroy();
    flush().await;
    assert_eq!(host.child_element_count(), 0);
}

#[wasm_bindgen_test]
async fn an_update_shows_another_preset() {
    let (host, mut widget) = shown("legal-tech").await;
    let options = Object::new();
    Reflect::set(&options, &"preset".into(), &"commodity".into()).unwrap();
    widget.update(options.unchecked_ref()).unwrap();
    flush().await;
    assert!(text(&host, "h2").contains("Translate"));
}

#[wasm_bindgen_test]
async fn a_gate_stops_with_its_own_card_until_the_user_goes_on() {
    let (host, _widget) = shown("commodity").await;
    click(&host, r#"[data-question="Trivial"] label:nth-of-type(2) input"#);
    flush().await;
    assert!(text(&host, ".gate").contains("N3"));
    click(&host, ".gate button");
    flush().await;
    assert_eq!(text(&host, ".gate"), "");
}
