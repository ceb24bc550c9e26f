//! The map as text to take away: shown, copied, or saved as a file.
//!
//! Works from disk and under strict policies: the file is a blob behind a link with `download`, copying is the field's own
//! selection. Where neither is allowed, the text is there to be read.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::map::Local;
use crate::companion::{wardley_mermaid, wardley_owm};
use crate::text;
use crate::ui::{Model, effects};

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
            let copied = area.cast::<HtmlTextAreaElement>().is_some_and(|area| {
                area.select();
                effects::copy(&area)
            });
            Local { said: if copied { text::companions::COPIED } else { text::companions::NOT_COPIED }, ..local }
        })
    };
    let onsave = {
        let map = map.clone();
        // A refused download leaves the text below the buttons.
        Callback::from(move |_: MouseEvent| drop(effects::save_text(file, "text/plain", &map)))
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
