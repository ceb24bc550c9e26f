//! Pitfalls and risks with their state, what helps against each, and the habits and events that settle them.

use yew::prelude::*;

use crate::decision::{Pitfall, Risk, RuleId, State};
use crate::form::field::PROVIDERS;
use crate::form::question::{Group, Question};
use crate::text;
use crate::text::reading::Place;
use crate::ui::controls::compact;
use crate::ui::parts::{Panel, number_box};
use crate::ui::readings::{readings, tag};
use crate::ui::{Act, Model};

fn item(id: RuleId, state: State, remedy: &'static str, more: Html) -> Html {
    let class = match state {
        State::Triggered => "triggered",
        State::Unknown => "unknown",
        State::Clear => "clear",
    };
    html! {
        <li data-rule={id.id()}>
            <span><span class={classes!("state", class)}>{ text::rule::state(state) }</span></span>
            <span>
                <b>{ text::rule::rule(id) }</b>{ tag(id) }
                if !remedy.is_empty() { <><br /><span class="muted">{ remedy }</span></> }
                { more }
            </span>
        </li>
    }
}

fn pitfall(pitfall: &Pitfall) -> Html {
    let weight = text::rule::weight(pitfall.id, pitfall.severity);
    let more = if weight.is_empty() {
        Html::default()
    } else {
        html! { <>{ " " }<span>{ weight }</span></> }
    };
    item(pitfall.id, pitfall.state, text::rule::remedy(pitfall.id), more)
}

fn risk(risk: &Risk) -> Html {
    let happened = (risk.happened == Some(true)).then_some(text::practice::HAPPENED);
    let more = html! {
        <>
            if let Some(happened) = happened { { " " }<span>{ happened }</span> }
            if risk.state == State::Clear && !risk.mitigations.iter().any(|each| each.in_place == Some(true)) {
                <br /><span class="mitigations">{ text::practice::NO_VENDOR }</span>
            } else {
                <ul class="mitigations">{ for risk.mitigations.iter().map(|each| html! { <li>{ text::practice::mitigation(each) }</li> }) }</ul>
            }
        </>
    };
    item(risk.id, risk.state, if risk.id == RuleId::R3 { text::practice::PINNED } else { "" }, more)
}

fn questions(model: &Model, act: &Act, group: Group) -> Html {
    let line = |question: Question| {
        let more = match question {
            Question::FallbackProvider => number_box(model, act, PROVIDERS, text::practice::PROVIDERS),
            Question::Retrieval => readings(Place::Question(question)),
            _ => Html::default(),
        };
        html! { <>{ compact(model, act, question) }{ more }</> }
    };
    group.questions(model.scenario()).map(line).collect()
}

/// The panel.
pub fn risks(model: &Model, act: &Act, open: bool) -> Html {
    let finding = text::answer::pitfalls_finding(model.report());
    Panel { open, ..Panel::new("pitfalls", text::practice::RISKS, finding, (model, act), content) }.view()
}

fn content(model: &Model, act: &Act) -> Html {
    let decision = &model.report().decision;
    html! {
            <div class="two-thirds">
                <div>
                    <h3>{ text::practice::PITFALLS }</h3>
                    <ul class="checklist">{ for decision.pitfalls.iter().map(pitfall) }</ul>
                    <h3>{ text::practice::VENDOR_RISKS }</h3>
                    <ul class="checklist">{ for decision.risks.iter().map(risk) }</ul>
                    { readings(Place::Risks) }
                </div>
                <div>
                    <h3>{ text::practice::HABITS }</h3>
                    <p class="small muted">{ text::practice::HABITS_NOTE }</p>
                    { questions(model, act, Group::Practices) }
                    <h3>{ text::practice::EVENTS }{ tag(RuleId::M9) }</h3>
                    <p class="small muted">{ text::practice::EVENTS_NOTE }</p>
                    { questions(model, act, Group::Events) }
                </div>
            </div>
    }
}
