//! What brings the reader here, and the order of the page that follows from it (W1 to W5).
//!
//! The order is data in `form::purpose`; here it is drawn.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::form::purpose::{Order, Section, order};
use crate::form::question::{Choice, PURPOSES, Question};
use crate::session::Action;
use crate::text;
use crate::ui::readings::tag;
use crate::ui::seen::use_shown;
use crate::ui::{Act, Model, answers, examine, numbers, plan, risks, road};

fn order_of(model: &Model) -> Order {
    order(model.scenario().decision.purpose)
}

/// The list of purposes, with what comes first for the chosen one.
pub fn purpose(model: &Model, act: &Act) -> Html {
    let chosen = model.scenario().decision.purpose;
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        act.emit(Action::Answer(Question::Purpose, Choice::Nth(usize::try_from(place).unwrap_or(0))));
    });
    let (rule, note) = text::practice::purpose_note(chosen);
    html! {
        <div class="purpose" data-question="Purpose">
            <label>
                <span>{ text::practice::PURPOSE }</span>
                <select {onchange}>
                    { for PURPOSES.into_iter().map(|offered| html! {
                        <option selected={offered == chosen}>{ text::practice::purpose(offered) }</option>
                    }) }
                </select>
            </label>
            <p class="small muted">{ text::rule::rule(rule) }{ " " }{ note }{ tag(rule) }</p>
        </div>
    }
}

/// Questions and numbers beside the answer.
pub fn inputs(model: &Model, act: &Act) -> Html {
    html! {
        <div class="inputs">
            { purpose(model, act) }
            { for order_of(model).inputs.into_iter().map(|section| part(model, act, section)) }
        </div>
    }
}

/// Everything between the answer and the evidence; nothing while a gate says stop.
pub fn below(model: &Model, act: &Act) -> Html {
    if model.report().decision.gate.is_some() {
        return html! { <section class="plan"><p>{ text::page::PLAN_WAITS }</p></section> };
    }
    html! { <>{ for order_of(model).below.iter().map(|section| part(model, act, *section)) }</> }
}

fn part(model: &Model, act: &Act, section: Section) -> Html {
    let open = order_of(model).open == Some(section);
    // Keyed, so that another order moves the parts and keeps what is open in them.
    html! { <Part key={format!("{section:?}")} model={model.clone()} act={act.clone()} {section} {open} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct PartProps {
    model: Model,
    act: Act,
    section: Section,
    open: bool,
}

#[function_component]
fn Part(props: &PartProps) -> Html {
    let (element, model) = use_shown(true, &props.model);
    html! { <div class="part" ref={element}><Inside {model} ..props.clone() /></div> }
}

/// What is in a part, drawn anew only for another session.
#[function_component]
fn Inside(props: &PartProps) -> Html {
    let PartProps { model, act, section, open } = props;
    match section {
        Section::Questions => answers::answers(model, act),
        Section::Numbers => numbers::numbers(model, act),
        Section::Reasons => plan::plan(model, act),
        Section::RoadMap => road::road_map(model, act),
        Section::Review => road::review(model, act, *open),
        Section::Risks => risks::risks(model, act, *open),
        Section::CostLines => examine::cost_panel(model, act, *open),
    }
}
