//! The map as text to take away: shown, copied, or saved as a file.
//!
//! Works from disk and under strict policies: the file is a blob behind a link with `download`, copying is the field's own
//! selection. Where neither is allowed, the text is there to be read.

use gloo::timers::callback::Timeout;
use gloo::utils::document;
use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use web_sys::{Blob, HtmlAnchorElement, HtmlDocument, HtmlTextAreaElement, Url};
use yew::prelude::*;

use super::map::Local;
use crate::companion::{wardley_mermaid, wardley_owm};
use crate::text;
use crate::ui::Model;

/// A language for maps.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Owm,
    Mermaid,
}

/// The map in one of two languages.
pub(super) fn take_away(model: &Model, area: &NodeRef, local: Local, choose: &Callback<Local>) -> Html {
    let (map, file) = match local.format {
        Format::Owm => (wardley_owm(model.scenario()), "wardley-map.owm"),
        Format::Mermaid => (wardley_mermaid(model.scenario()), "wardley-map.mmd"),
    };
    let radio = |format: Format, label: &'static str| {
        let onchange = choose.reform(move |_: Event| Local { format, said: "", ..local });
        html! { <label><input type="radio" name="map-format" checked={local.format == format} {onchange} />{ label }</label> }
    };
    let oncopy = {
        let area = area.clone();
        choose.reform(move |_: MouseEvent| {
            let copied = area.cast::<HtmlTextAreaElement>().is_some_and(|area| copy(&area));
            Local { said: if copied { text::companions::COPIED } else { text::companions::NOT_COPIED }, ..local }
        })
    };
    let onsave = {
        let map = map.clone();
        // A refused download leaves the text below the buttons.
        Callback::from(move |_: MouseEvent| drop(save(file, &map)))
    };
    html! {
        <>
            <h4>{ text::companions::EXPORT }</h4>
            <fieldset class="segmented">
                <legend class="visually-hidden">{ text::companions::FORMAT }</legend>
                { radio(Format::Owm, text::companions::OWM) }
                { radio(Format::Mermaid, text::companions::MERMAID) }
            </fieldset>
            <p class="tools">
                <button type="button" onclick={oncopy}>{ text::companions::COPY }</button>
                <button type="button" onclick={onsave}>{ text::companions::DOWNLOAD }</button>
                <span class="small muted" role="status">{ local.said }</span>
            </p>
            <textarea ref={area.clone()} class="map-text" readonly=true rows="10" spellcheck="false" aria-label={text::companions::MAP_TEXT} value={map} />
        </>
    }
}

/// Selects the whole text and copies it; the selection stays where copying is not allowed.
fn copy(area: &HtmlTextAreaElement) -> bool {
    area.select();
    document().dyn_into::<HtmlDocument>().is_ok_and(|document| document.exec_command("copy").unwrap_or(false))
}

/// Saves a text as a file.
fn save(name: &str, content: &str) -> Result<(), JsValue> {
    let blob = Blob::new_with_str_sequence(&Array::of1(&content.into()))?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the blob after this event; then it can go.
    Timeout::new(10_000, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}
