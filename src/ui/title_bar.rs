//! The scenario's name, the examples, undo, redo and reset; what is assumed in an example.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::format::local;
use crate::scenario::presets::PRESETS;
use crate::session::Action;
use crate::text;
use crate::ui::parts::unavailable;
use crate::ui::{Act, Model};

/// The bar above everything.
pub fn title_bar(model: &Model, act: &Act) -> Html {
    let title = model.scenario().title.as_ref().map_or(text::page::UNTITLED, |title| title.as_str()).to_owned();
    let preset = model.preset();
    let button = |label: &'static str, enabled: bool, action: Action| {
        let act = act.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if enabled {
                act.emit(action.clone());
            }
        });
        html! { <button type="button" {onclick} aria-disabled={unavailable(!enabled)}>{ label }</button> }
    };
    let onchange = {
        let act = act.clone();
        Callback::from(move |event: Event| {
            let id = event.target_unchecked_into::<HtmlSelectElement>().value();
            if !id.is_empty() {
                act.emit(Action::Load(id));
            }
        })
    };
    html! {
        <>
            <header class="title-bar">
                <div class="name">
                    <h2>{ title }</h2>
                    <p class="small muted">{ text::page::subtitle(preset.is_some(), model.is_changed()) }</p>
                </div>
                <div class="tools">
                    <label>
                        { text::page::EXAMPLE }
                        <select {onchange} data-role="example">
                            if preset.is_none() {
                                <option value="" selected=true>{ text::preset::name("") }</option>
                            }
                            { for PRESETS.iter().map(|offered| html! {
                                <option value={offered.id} selected={preset == Some(offered.id)}>{ text::preset::name(offered.id) }</option>
                            }) }
                        </select>
                    </label>
                    { button(text::page::UNDO, model.can_undo(), Action::Undo) }
                    { button(text::page::REDO, model.can_redo(), Action::Redo) }
                    { button(text::page::RESET, model.is_changed(), Action::Reset) }
                </div>
            </header>
            if let Some(id) = preset {
                <details class="panel about" id="about">
                    <summary>
                        <span class="name">{ text::page::ABOUT_EXAMPLE }</span>
                        <span class="finding">{ local(text::preset::summary(id)) }</span>
                    </summary>
                    { notes(id) }
                </details>
            }
        </>
    }
}

/// What is assumed in an example.
#[cfg(feature = "page")]
fn notes(id: &str) -> Html {
    html! {
        <ul class="content notes">{ for text::preset::notes(id).into_iter().map(|note| html! { <li>{ note }</li> }) }</ul>
    }
}

/// The notes come with the page.
#[cfg(not(feature = "page"))]
fn notes(_: &str) -> Html {
    Html::default()
}
