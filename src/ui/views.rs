//! The views between the chart alone and everything: parts of the page, each whole in itself.

use yew::prelude::*;

use crate::text;
use crate::ui::answer::answer;
use crate::ui::scenarios::Scenarios;
use crate::ui::{Act, Model, View, answers, compare, examine, numbers, plan, road, time, title_bar, tree};

/// A part with its heading.
fn section(id: &'static str, name: &'static str, content: Html) -> Html {
    let title = format!("{id}-title");
    html! {
        <section class="plan" aria-labelledby={title.clone()}>
            <div class="section-head"><h2 id={title}>{ name }</h2></div>
            { content }
        </section>
    }
}

/// The content of a view.
pub fn view(view: View, model: &Model, act: &Act) -> Html {
    let content = match view {
        View::Decision => decision(model, act),
        View::Cost => cost(model, act),
        View::Tree => steered(model, act),
        _ => side_by_side(model, act),
    };
    html! { <>{ title_bar::title_bar(model, act) }{ content }</> }
}

fn panes(model: &Model, act: &Act, view: View, inputs: Html) -> Html {
    html! {
        <div class="panes">
            { answer(model, act, view) }
            <div class="summary-line">
                <span>{ text::answer::one_line(&model.scenario().labels, model.report()) }</span>
            </div>
            <div class="inputs">{ inputs }</div>
        </div>
    }
}

fn decision(model: &Model, act: &Act) -> Html {
    html! {
        <>
            { panes(model, act, View::Decision, answers::answers(model, act)) }
            if model.report().decision.gate.is_some() {
                <section class="plan"><p>{ text::page::PLAN_WAITS }</p></section>
            } else {
                { plan::plan(model, act) }
                { road::road_map(model, act) }
            }
        </>
    }
}

fn cost(model: &Model, act: &Act) -> Html {
    html! {
        <>
            { panes(model, act, View::Cost, numbers::numbers(model, act)) }
            { examine::cost_panel(model, act, true) }
            { section("over-time", text::time::NAME, time::time(model, act)) }
        </>
    }
}

fn steered(model: &Model, act: &Act) -> Html {
    html! {
        <>
            { panes(model, act, View::Tree, answers::steering(model, act)) }
            { section("tree", text::page::TREE, tree::tree(model)) }
        </>
    }
}

fn side_by_side(model: &Model, act: &Act) -> Html {
    html! {
        <>
            { answer(model, act, View::Compare) }
            { section("scenarios", text::compare::SCENARIOS, html! { <Scenarios model={model.clone()} /> }) }
            { section("aspects", text::page::ASPECTS, compare::aspects(model)) }
            { section("frameworks", text::framework::FRAMEWORKS, compare::frameworks()) }
        </>
    }
}
