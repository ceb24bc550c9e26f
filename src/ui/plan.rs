//! The plan (depth 1): why, what speaks against it, where the rules disagree, and the road map.

use yew::prelude::*;

use crate::decision::{RuleId, Stage, Tension};
use crate::text;
use crate::ui::Model;
use crate::ui::parts::{option_name, units};

fn reasons(rules: Vec<(RuleId, String)>) -> Html {
    html! {
        <ul class="reasons">
            { for rules.into_iter().map(|(rule, words)| html! {
                <li><span class="rule-id">{ rule.id() }</span><span>{ words }</span></li>
            }) }
        </ul>
    }
}

fn tension(tension: &Tension) -> Html {
    let rules: Vec<&str> = tension.rules.iter().map(|rule| rule.id()).collect();
    let settles = text::rule::settles(tension.id);
    html! {
        <li data-tension={tension.id.id()}>
            <span class="rule-id">{ tension.id.id() }</span>
            <span>
                <span class="severity">{ text::rule::severity(tension.severity) }</span>{ " " }
                { text::rule::rule(tension.id) }
                if !settles.is_empty() { <span class="muted">{ " " }{ text::page::settled_by(settles) }</span> }
                { " " }<span class="rule-id">{ rules.join(" · ") }</span>
            </span>
        </li>
    }
}

/// Full width, below the panes.
pub fn plan(model: &Model) -> Html {
    let report = model.report();
    let decision = &report.decision;
    let say =
        |rules: &[RuleId]| rules.iter().map(|rule| (*rule, text::rule::rule(*rule).to_owned())).collect::<Vec<_>>();
    let units = units(&model.scenario().labels);
    let last = decision.road_map.len().saturating_sub(1);
    let stage = |(index, stage): (usize, &Stage)| {
        html! {
            <li class={classes!("stage", (index == 0).then_some("here"))}>
                <h4>{ option_name(stage.approach.option()) }</h4>
                <p class="small muted">{ text::answer::stage(report, index, last) }</p>
                <p class="small">{ if index == last { text::page::REOPEN } else { text::page::UNTIL } }</p>
                <ul class="triggers">
                    { for stage.until.iter().map(|trigger| html! { <li>{ text::rule::trigger(trigger, units) }</li> }) }
                </ul>
            </li>
        }
    };
    html! {
        <section class="plan" aria-labelledby="plan-title" part="plan">
            <div class="section-head">
                <h2 id="plan-title">{ text::page::PLAN }</h2>
                <p class="small muted">{ text::answer::counts(report) }</p>
            </div>
            <div class="columns">
                <div>
                    <h3>{ text::page::WHY }</h3>
                    { reasons(say(&text::answer::why(report))) }
                </div>
                <div>
                    <h3>{ text::page::AGAINST }</h3>
                    { reasons(decision.against.iter().take(4).map(|rule| (*rule, text::answer::against(&model.scenario().labels, report, *rule))).collect()) }
                </div>
                <div>
                    <h3>{ text::page::DISAGREE }</h3>
                    if decision.tensions.is_empty() {
                        <p>{ text::page::NO_TENSIONS }</p>
                    } else {
                        <ul class="reasons">{ for decision.tensions.iter().map(tension) }</ul>
                    }
                </div>
            </div>
            <h3>{ text::page::ROAD_MAP }</h3>
            <ol class="road">{ for decision.road_map.iter().enumerate().map(stage) }</ol>
        </section>
    }
}
