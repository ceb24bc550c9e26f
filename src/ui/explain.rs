//! What would change the answer: all smallest sets of the tree's answers split by who can change them, the nearest number
//! or promise, and what the open questions could still flip.

use yew::prelude::*;

use crate::decision::{StepAnswer, TreeQuestion};
use crate::text;
use crate::ui::Model;

/// Who can turn all questions of a set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Team,
    Nobody,
    Both,
}

fn who(set: &[TreeQuestion]) -> Who {
    match (
        set.iter().all(|question| question.is_up_to_the_team()),
        set.iter().any(|question| question.is_up_to_the_team()),
    ) {
        (true, _) => Who::Team,
        (_, true) => Who::Both,
        _ => Who::Nobody,
    }
}

fn sets(model: &Model, wanted: Who, heading: &'static str) -> Html {
    let decision = &model.report().decision;
    let now = |question: TreeQuestion| {
        decision.tree.answers.iter().any(|step| step.rule == question.rule() && step.answer == StepAnswer::Yes)
    };
    let rows: Vec<Html> = decision
        .flips
        .each()
        .into_iter()
        .flat_map(|(approach, sets)| sets.iter().map(move |set| (approach, set)))
        .filter(|(_, set)| who(set) == wanted)
        .map(|(approach, set)| {
            let words: Vec<String> = set.iter().map(|question| text::rule::flip(*question, now(*question))).collect();
            let ids: Vec<&str> = set.iter().map(|question| question.rule().id()).collect();
            html! {
                <tr>
                    <td>{ words.join(", and ") }{ " " }<span class="rule-id">{ ids.join(" + ") }</span></td>
                    <td>{ text::approach(approach) }</td>
                </tr>
            }
        })
        .collect();
    if rows.is_empty() {
        return Html::default();
    }
    html! { <tbody><tr class="row-group"><th colspan="2" scope="rowgroup">{ heading }</th></tr>{ for rows }</tbody> }
}

/// The smallest sets of answers, and the levers.
pub fn flips(model: &Model) -> Html {
    let decision = &model.report().decision;
    html! {
        <>
            if decision.flips.each().iter().any(|(_, sets)| !sets.is_empty()) {
                <div class="scroll" tabindex="0" role="region" aria-label={text::page::FLIPS_CAPTION}>
                    <table>
                        <caption>{ text::page::FLIPS_CAPTION }</caption>
                        <thead><tr>
                            <th scope="col">{ text::page::COL_IF }</th>
                            <th scope="col">{ text::page::COL_LEADS }</th>
                        </tr></thead>
                        { sets(model, Who::Team, text::explain::FLIPS_TEAM) }
                        { sets(model, Who::Both, text::explain::FLIPS_BOTH) }
                        { sets(model, Who::Nobody, text::explain::FLIPS_FACT) }
                    </table>
                </div>
            }
            if decision.levers.is_empty() {
                <p>{ text::explain::NO_LEVERS }</p>
            } else {
                <div class="scroll" tabindex="0" role="region" aria-label={text::explain::LEVERS}>
                    <table>
                        <caption>{ text::explain::LEVERS }</caption>
                        <thead><tr>
                            <th scope="col">{ text::explain::COL_INPUT }</th>
                            <th scope="col">{ text::explain::COL_NEAREST }</th>
                            <th scope="col">{ text::explain::COL_THEN }</th>
                        </tr></thead>
                        <tbody>
                            { for decision.levers.iter().map(|lever| html! {
                                <tr>
                                    <th scope="row">{ text::field::label(lever.input) }</th>
                                    <td>{ text::explain::lever(lever) }</td>
                                    <td>{ text::explain::lever_leads(lever) }</td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            }
            { unknowns(model) }
        </>
    }
}

fn unknowns(model: &Model) -> Html {
    let decision = &model.report().decision;
    html! {
        <>
            <p>{ text::explain::unknowns(decision) }</p>
            if !decision.unknowns.is_empty() {
                <div class="scroll" tabindex="0" role="region" aria-label={text::explain::UNKNOWNS}>
                    <table>
                        <caption>{ text::explain::UNKNOWNS }</caption>
                        <thead><tr>
                            <th scope="col">{ text::explain::COL_INPUT }</th>
                            <th scope="col">{ text::explain::COL_FLIPS }</th>
                        </tr></thead>
                        <tbody>
                            { for decision.unknowns.iter().map(|unknown| html! {
                                <tr>
                                    <th scope="row">{ text::field::label(unknown.input) }</th>
                                    <td>{ text::explain::flips(unknown) }</td>
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            }
        </>
    }
}
