//! The decision tree as a picture with the walked path, and the trace below it, step by step.

use yew::prelude::*;

use crate::decision::{Leaf, RuleId, StepAnswer, StepSource, TraceStep, TreeQuestion};
use crate::text;
use crate::text::reading::Place;
use crate::ui::Model;
use crate::ui::readings::readings;

/// An end of the tree.
fn leaf(model: &Model, leaf: Leaf) -> Html {
    let reached = model.report().decision.tree.possible_leaves.contains(&leaf.rule());
    html! {
        <span class={classes!("leaf", reached.then_some("walked"))}>
            <span class="rule-id">{ leaf.rule().id() }</span>{ " " }{ text::variant(leaf.variant()) }
            if reached { <span class="visually-hidden">{ text::page::REACHED }</span> }
        </span>
    }
}

/// A question with its two ways: “no” leads aside to an end, “yes” goes on below.
fn node(model: &Model, question: TreeQuestion, no: Leaf) -> Html {
    let tree = &model.report().decision.tree;
    let step = tree.answers.iter().find(|step| step.rule == question.rule());
    let on_path = tree.path.iter().any(|step| step.rule == question.rule());
    let answer = step.map_or(StepAnswer::Unknown, |step| step.answer);
    let said = match answer {
        StepAnswer::Yes => text::page::YES,
        StepAnswer::No => text::page::NO,
        StepAnswer::Unknown => text::page::OPEN,
    };
    let implied = step.is_some_and(|step| step.from == StepSource::Implied);
    let open = answer == StepAnswer::Unknown;
    let taken = |wanted: StepAnswer| (on_path && (answer == wanted || open)).then_some("taken");
    html! {
        <li class={classes!("node", on_path.then_some("on-path"))}>
            <span class={classes!("ask", on_path.then_some("walked"))}>
                <span class="rule-id">{ question.rule().id() }</span>{ " " }{ text::rule::tree_question(question) }{ " " }
                if on_path {
                    <b>{ said }</b>
                    if implied { <span class="small">{ text::page::IMPLIED }</span> }
                } else {
                    <span class="small">{ text::page::NOT_ASKED }</span>
                }
            </span>
            <span class={classes!("way", "aside", taken(StepAnswer::No))}>{ text::page::NO }</span>
            { leaf(model, no) }
            <span class={classes!("way", "down", taken(StepAnswer::Yes))}>{ text::page::YES }</span>
        </li>
    }
}

fn traced(step: &TraceStep) -> Html {
    html! {
        <li>
            <span class="rule-id">{ step.rule.id() }</span>
            <span>{ text::explain::said(step) }{ " " }{ text::explain::effect(&step.effect) }</span>
        </li>
    }
}

/// The panel's content.
pub fn tree(model: &Model) -> Html {
    let off = [Leaf::Api, Leaf::ApiCollectData, Leaf::FineTuneManaged, Leaf::FineTune];
    html! {
        <>
            <ol class="tree">
                { for TreeQuestion::ALL.into_iter().zip(off).map(|(question, no)| node(model, question, no)) }
                <li class="node last">{ leaf(model, Leaf::Custom) }</li>
            </ol>
            <p class="after-tree"><span class="rule-id">{ RuleId::T5.id() }</span>{ " " }{ text::page::tree_note() }</p>
            <h3>{ text::explain::TRACE }</h3>
            <ol class="reasons">{ for model.report().decision.trace.iter().map(traced) }</ol>
            { readings(Place::Tree) }
        </>
    }
}
