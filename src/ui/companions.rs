//! Other frameworks (depth 3): build or buy, the Wardley map, make-buy-ally, total cost of ownership.
//!
//! What the panels show, and the ways to them from the factors.

mod ally;
mod binary;
mod map;
mod take_away;
mod tco;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::decision::Factor;
use crate::text;
use crate::ui::deep::{Deep, deep};
use crate::ui::{Act, Model};

/// What an open panel shows.
pub fn content(which: Deep, model: &Model, act: &Act) -> Html {
    match which {
        Deep::Binary => binary::binary(model),
        Deep::Wardley => html! { <map::Map model={model.clone()} act={act.clone()} /> },
        Deep::Ally => ally::ally(model, act),
        Deep::Tco => tco::tco(model, act),
        _ => Html::default(),
    }
}

/// All four panels.
pub fn companions(model: &Model, act: &Act) -> Html {
    html! {
        <div class="companions">
            <h3>{ text::companions::TITLE }</h3>
            <p class="small muted">{ text::companions::NOTE }</p>
            { deep(Deep::Binary, model, act) }
            { deep(Deep::Wardley, model, act) }
            { deep(Deep::Ally, model, act) }
            { deep(Deep::Tco, model, act) }
        </div>
    }
}

/// From the factors to the two frameworks that go deeper into one of them (X6).
pub fn links() -> Html {
    let link = |which: Deep| {
        let onclick = Callback::from(move |event: MouseEvent| open(&event, which));
        html! { <button type="button" class="link" {onclick}>{ which.name() }</button> }
    };
    html! {
        <p class="small">
            { text::companions::GO_DEEPER }{ " " }
            { text::rule::factor(Factor::Differentiation) }{ ": " }{ link(Deep::Wardley) }{ " · " }
            { text::rule::factor(Factor::Cost) }{ ": " }{ link(Deep::Tco) }
        </p>
    }
}

/// Opens a panel of the same widget and goes to it; where there is none, nothing happens.
fn open(event: &MouseEvent, which: Deep) {
    let button = event.target_unchecked_into::<web_sys::Element>();
    let Ok(Some(root)) = button.closest(".ab") else { return };
    let Ok(Some(summary)) = root.query_selector(&format!("#{} > summary", which.id())) else { return };
    if let Some(panel) = summary.parent_element() {
        let _ = panel.set_attribute("open", "");
    }
    summary.scroll_into_view();
    let _ = summary.unchecked_into::<web_sys::HtmlElement>().focus();
}

/// The data row with a partner's examples, beside the row of one's own.
pub fn with_partner(model: &Model, factor: Factor) -> Html {
    let ally = model.report().companions.ally.as_ref().filter(|_| factor == Factor::Data);
    match ally.and_then(|ally| ally.data_with_partner) {
        Some(rule) => {
            html! { <span class="small muted">{ format!(" ({})", text::companions::with_partner(rule)) }</span> }
        }
        None => Html::default(),
    }
}
