//! Other frameworks (depth 3): build or buy, the Wardley map, make-buy-ally, total cost of ownership.
//!
//! Each panel states its finding while closed, and is made only while it is open: a drag does not pay for what nobody
//! sees.

mod ally;
mod binary;
mod map;
mod take_away;
mod tco;

use wasm_bindgen::JsCast;
use yew::prelude::*;

use crate::decision::Factor;
use crate::text;
use crate::ui::{Act, Model};

/// One of the panels.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Binary,
    Wardley,
    Ally,
    Tco,
}

impl Which {
    const ALL: [Self; 4] = [Self::Binary, Self::Wardley, Self::Ally, Self::Tco];

    fn id(self) -> &'static str {
        match self {
            Self::Binary => "binary",
            Self::Wardley => "wardley",
            Self::Ally => "ally",
            Self::Tco => "tco",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Binary => text::companions::BINARY,
            Self::Wardley => text::companions::WARDLEY,
            Self::Ally => text::companions::ALLY,
            Self::Tco => text::companions::TCO,
        }
    }

    fn finding(self, model: &Model) -> String {
        let companions = &model.report().companions;
        match self {
            Self::Binary => text::companions::binary_reading(&companions.binary).to_owned(),
            Self::Wardley => text::companions::wardley_finding(&companions.wardley),
            Self::Ally => text::companions::ally_finding(companions.ally.as_ref()),
            Self::Tco => text::companions::tco_finding(companions.tco.as_ref()),
        }
    }

    fn content(self, model: &Model, act: &Act) -> Html {
        match self {
            Self::Binary => binary::binary(model),
            Self::Wardley => map::map(model, act),
            Self::Ally => ally::ally(model, act),
            Self::Tco => tco::tco(model, act),
        }
    }
}

/// All four panels.
pub fn companions(model: &Model, act: &Act) -> Html {
    html! {
        <div class="companions">
            <h3>{ text::companions::TITLE }</h3>
            <p class="small muted">{ text::companions::NOTE }</p>
            { for Which::ALL.into_iter().map(|which| html! { <Deep key={which.id()} model={model.clone()} act={act.clone()} {which} /> }) }
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct DeepProps {
    model: Model,
    act: Act,
    which: Which,
}

/// A panel that is empty until it is opened.
#[function_component]
fn Deep(props: &DeepProps) -> Html {
    let DeepProps { model, act, which } = props;
    let open = use_state_eq(|| false);
    let ontoggle = {
        let (open, id) = (open.clone(), which.id());
        Callback::from(move |event: Event| {
            let panel = event.target_unchecked_into::<web_sys::Element>();
            if panel.id() == id {
                open.set(panel.has_attribute("open"));
            }
        })
    };
    html! {
        <details class="panel" id={which.id()} {ontoggle}>
            <summary>
                <span class="name">{ which.name() }</span>
                <span class="finding">{ which.finding(model) }</span>
            </summary>
            if *open { <div class="content">{ which.content(model, act) }</div> }
        </details>
    }
}

/// From the factors to the two frameworks that go deeper into one of them (X6).
pub fn links() -> Html {
    let link = |which: Which| {
        let onclick = Callback::from(move |event: MouseEvent| open(&event, which));
        html! { <button type="button" class="link" {onclick}>{ which.name() }</button> }
    };
    html! {
        <p class="small">
            { text::companions::GO_DEEPER }{ " " }
            { text::rule::factor(Factor::Differentiation) }{ ": " }{ link(Which::Wardley) }{ " · " }
            { text::rule::factor(Factor::Cost) }{ ": " }{ link(Which::Tco) }
        </p>
    }
}

/// Opens a panel of the same widget and goes to it; where there is none, nothing happens.
fn open(event: &MouseEvent, which: Which) {
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
