//! Panels that are made only while they are open (depth 3): a drag does not pay for what nobody sees.
//!
//! One component for all of them. Each states its finding while it is closed.

use yew::prelude::*;

use crate::approach::OptionId;
use crate::json;
use crate::text;
use crate::ui::costs;
use crate::ui::scenarios::Scenarios;
use crate::ui::seen::use_shown;
use crate::ui::{Act, Model, uncertainty};
use crate::ui::{companions, compare};

/// One of the panels.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Deep {
    /// Build or buy.
    Binary,
    /// The Wardley map.
    Wardley,
    /// Make, buy or ally.
    Ally,
    /// Total cost of ownership.
    Tco,
    /// All cost lines of an option.
    Lines(OptionId),
    /// The cheapest by volume and price.
    PriceMap,
    /// What the ranges come to.
    HowSure,
    /// The three approaches by seven aspects.
    Aspects,
    /// Conditions, counted.
    Checks,
    /// Scenarios side by side.
    Scenarios,
    /// Other frameworks, and why now.
    Frameworks,
    /// The article's worked example.
    Example,
    /// Every rule by its id.
    Rules,
    /// The report as it leaves the JavaScript interface.
    Raw,
}

impl Deep {
    /// Its id within the widget.
    pub fn id(self) -> &'static str {
        match self {
            Self::Binary => "binary",
            Self::Wardley => "wardley",
            Self::Ally => "ally",
            Self::Tco => "tco",
            Self::Lines(OptionId::Api) => "costs-api",
            Self::Lines(OptionId::FineTune) => "costs-fineTune",
            Self::Lines(OptionId::Custom) => "costs-custom",
            Self::Lines(OptionId::OpenModel) => "costs-openModel",
            Self::Lines(OptionId::Ally) => "costs-ally",
            Self::PriceMap => "price-map",
            Self::HowSure => "how-sure",
            Self::Aspects => "aspects",
            Self::Checks => "checks",
            Self::Scenarios => "scenarios",
            Self::Frameworks => "frameworks",
            Self::Example => "example",
            Self::Rules => "rules",
            Self::Raw => "raw",
        }
    }

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Binary => text::companions::BINARY,
            Self::Wardley => text::companions::WARDLEY,
            Self::Ally => text::companions::ALLY,
            Self::Tco => text::companions::TCO,
            Self::Lines(_) => text::costs::ALL_LINES,
            Self::PriceMap => text::costs::MAP,
            Self::HowSure => text::uncertainty::HOW_SURE,
            Self::Aspects => text::page::ASPECTS,
            Self::Checks => text::framework::CHECKS,
            Self::Scenarios => text::compare::SCENARIOS,
            Self::Frameworks => text::framework::FRAMEWORKS,
            Self::Example => text::example::EXAMPLE,
            Self::Rules => text::framework::RULES,
            Self::Raw => text::page::RAW,
        }
    }

    fn finding(self, model: &Model) -> String {
        let companions = &model.report().companions;
        match self {
            Self::Binary => text::companions::binary_reading(&companions.binary).to_owned(),
            Self::Wardley => text::companions::wardley_finding(&companions.wardley),
            Self::Ally => text::companions::ally_finding(companions.ally.as_ref()),
            Self::Tco => text::companions::tco_finding(companions.tco.as_ref()),
            Self::Lines(option) => text::costs::finding(&model.scenario().labels, model.report(), option),
            Self::PriceMap => text::costs::map_finding(&model.scenario().labels, model.report()),
            Self::HowSure => text::uncertainty::finding(model.report()),
            Self::Aspects => text::page::ASPECTS_FINDING.to_owned(),
            Self::Checks => text::framework::checks_finding(&model.report().decision.fit),
            Self::Scenarios => text::compare::FINDING.to_owned(),
            Self::Frameworks => text::framework::FRAMEWORKS_FINDING.to_owned(),
            Self::Example => text::example::finding(),
            Self::Rules => text::framework::rules_finding(),
            Self::Raw => text::page::RAW_FINDING.to_owned(),
        }
    }

    fn content(self, model: &Model, act: &Act) -> Html {
        match self {
            Self::HowSure => uncertainty::how_sure(model),
            Self::Aspects => compare::aspects(model),
            Self::Checks => compare::checks(model),
            Self::Scenarios => html! { <Scenarios model={model.clone()} /> },
            Self::Frameworks => compare::frameworks(),
            Self::Example => compare::example(),
            Self::Rules => compare::rules(),
            Self::Raw => html! {
                <pre tabindex="0" role="region" aria-label={text::page::RAW}>{ indented(&json::to_text(&**model.report())) }</pre>
            },
            Self::Lines(option) => costs::lines_of(model, act, option),
            Self::PriceMap => costs::map(model),
            other => companions::content(other, model, act),
        }
    }
}

/// A panel that is empty until it is opened.
pub fn deep(which: Deep, model: &Model, act: &Act) -> Html {
    html! { <Panel key={which.id()} model={model.clone()} act={act.clone()} {which} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct PanelProps {
    model: Model,
    act: Act,
    which: Deep,
}

#[function_component]
fn Panel(props: &PanelProps) -> Html {
    let PanelProps { model, act, which } = props;
    let open = use_state_eq(|| false);
    let (element, drawn) = use_shown(*open, model);
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
        <details class="panel" id={which.id()} ref={element} {ontoggle}>
            <summary>
                <span class="name">{ which.name() }</span>
                <span class="finding">{ which.finding(model) }</span>
            </summary>
            if *open { <div class="content"><Inside model={drawn} act={act.clone()} which={*which} /></div> }
        </details>
    }
}

/// What is in a panel, drawn anew only for another session.
#[function_component]
fn Inside(props: &PanelProps) -> Html {
    props.which.content(&props.model, &props.act)
}

/// JSON text for people, by the browser.
fn indented(text: &str) -> String {
    let value = js_sys::JSON::parse(text).unwrap_or_default();
    let space = wasm_bindgen::JsValue::from(2);
    js_sys::JSON::stringify_with_replacer_and_space(&value, &wasm_bindgen::JsValue::NULL, &space)
        .map(String::from)
        .unwrap_or_default()
}
