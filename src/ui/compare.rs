//! Comparisons and reference: the three approaches by seven aspects with the reader's own situation, other frameworks,
//! counted conditions, the data floors, the years, the worked example, vendor facts, every rule.

use yew::prelude::*;

use crate::approach::Approach;
use crate::decision::{self, AspectReading, Condition, ExampleFact, Met, RuleId, State, legal_tech};
use crate::form::field::EXAMPLES;
use crate::format;
use crate::host;
use crate::text;
use crate::text::framework::{COMPARED, FACTS, YEARS};
use crate::text::reading::Place;
use crate::ui::Model;
use crate::ui::parts::{option_name, units};
use crate::ui::readings::{readings, ruled, tag};

/// Seven aspects with the reader's own situation.
pub fn aspects(model: &Model) -> Html {
    let units = units(&model.scenario().labels);
    let row = |reading: &AspectReading| {
        let cells = Approach::ALL.into_iter().map(|approach| {
            let cell = reading.aspect.cell(approach);
            let fits = reading.fits.contains(approach);
            html! {
                <td class={classes!(fits.then_some("fits"))} data-label={text::approach(approach)}>
                    <span>
                        { text::rule::rule(cell) }{ tag(cell) }
                        if let Some(amount) = *reading.amounts.get(approach) {
                            <br /><b>{ text::explain::amount(reading.aspect, amount, units) }</b>
                        }
                        if fits { <br /><span class="state">{ "● " }{ text::explain::FITS }</span> }
                    </span>
                </td>
            }
        });
        html! {
            <tr>
                <th scope="row">{ text::rule::aspect(reading.aspect) }</th>
                { for cells }
                <td data-label={text::explain::COL_YOU}>
                    <span>{ text::explain::yours(reading, &model.scenario().decision) }
                    if let Some(rule) = reading.rule { { tag(rule) } }</span>
                </td>
            </tr>
        }
    };
    html! {
        <>
            <p class="small muted">{ text::rule::rule(RuleId::S1) }{ tag(RuleId::S1) }</p>
            <div class="scroll" tabindex="0" role="region" aria-label={text::page::ASPECTS}>
                <table class="blocks wide">
                    <caption class="visually-hidden">{ text::page::ASPECTS }</caption>
                    <thead><tr>
                        <th scope="col">{ text::page::COL_ASPECT }</th>
                        { for Approach::ALL.into_iter().map(|approach| html! { <th scope="col">{ option_name(approach.option()) }</th> }) }
                        <th scope="col">{ text::explain::COL_YOU }</th>
                    </tr></thead>
                    <tbody>{ for model.report().decision.aspects.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

fn check(met: &Met) -> Html {
    let all = met.met == met.of && met.rule == RuleId::Q1;
    let condition = |condition: &Condition| {
        let (shape, word) = text::framework::met(condition.met);
        html! {
            <li>
                <span class={classes!("mark", (condition.met == Some(true)).then_some("met"))} aria-hidden="true">{ shape }</span>
                <span>{ text::framework::condition(condition.id) }<span class="muted">{ format!(": {word}") }</span></span>
            </li>
        }
    };
    html! {
        <div class="check">
            <h3>{ text::framework::check(met) }{ tag(met.rule) }
                if all { { " " }<span class="state triggered">{ text::framework::STRONG_FIT }</span> }
            </h3>
            <p class="small muted">{ text::rule::rule(met.rule) }</p>
            <ul class="triggers">{ for met.conditions.iter().map(condition) }</ul>
        </div>
    }
}

/// Q1 to Q3c, and the floors of data beside the strict condition.
pub fn checks(model: &Model) -> Html {
    let decision = &model.report().decision;
    let covered = decision.risks.iter().filter(|risk| risk.state == State::Clear).count();
    html! {
        <>
            <div class="checks">
                { check(&decision.fit.api) }
                { check(&decision.fit.fine_tune) }
                { check(&decision.fit.custom) }
                <div class="check">
                    <h3>{ text::framework::risks_covered(covered, decision.risks.len()) }{ tag(RuleId::Q2) }</h3>
                    <p class="small muted">{ text::rule::rule(RuleId::Q2) }</p>
                    <ul class="triggers">
                        { for [RuleId::RM1, RuleId::RM2, RuleId::RM3].into_iter().map(|rule| html! {
                            <li><span class="mark" aria-hidden="true">{ "–" }</span><span>{ text::rule::rule(rule) }{ tag(rule) }</span></li>
                        }) }
                    </ul>
                </div>
            </div>
            { floors(model) }
            <p><span class="rule-id">{ RuleId::Q3c.id() }</span>{ " " }{ text::rule::rule(RuleId::Q3c) }{ " " }{ text::framework::claim() }</p>
            { readings(Place::Checks) }
        </>
    }
}

/// Three floors and the reader's number on one logarithmic line; the same in words below it.
fn floors(model: &Model) -> Html {
    let floors = decision::floors(model.number(EXAMPLES.path));
    let percent = |at: f64| format!("{}%", host::text(at * 100.0));
    html! {
        <div class="floors">
            <h3>{ text::framework::FLOORS }</h3>
            <svg class="calendar" aria-hidden="true" focusable="false">
                <line x1="0%" x2="100%" y1="30" y2="30" />
                { for floors.floors.iter().map(|floor| html! {
                    <>
                        <circle class={classes!((floor.reached != Some(true)).then_some("review"))} cx={percent(floor.at)} cy="30" r="5" />
                        <text x={percent(floor.at)} y="50">{ text::framework::short(floor.examples) }</text>
                    </>
                }) }
                if let Some(at) = floors.yours_at {
                    <>
                        <line class="yours" x1={percent(at)} x2={percent(at)} y1="20" y2="40" />
                        <text x={percent(at)} y="14">{ text::framework::YOU }</text>
                    </>
                }
            </svg>
            <ul class="triggers">
                { for floors.floors.iter().map(|floor| {
                    let (shape, word) = text::framework::met(floor.reached);
                    html! {
                        <li>
                            <span class={classes!("mark", (floor.reached == Some(true)).then_some("met"))} aria-hidden="true">{ shape }</span>
                            <span>{ text::framework::floor(floor) }<span class="muted">{ format!(": {word}") }</span>{ tag(floor.rule) }</span>
                        </li>
                    }
                }) }
            </ul>
        </div>
    }
}

/// The years, then the comparison.
pub fn frameworks() -> Html {
    html! {
        <>
            <h3>{ text::framework::WHY_NOW }</h3>
            <ol class="years">
                { for YEARS.into_iter().map(|(year, rule)| html! {
                    <li><b>{ year }</b><span>{ text::rule::rule(rule) }{ tag(rule) }</span></li>
                }) }
            </ol>
            { readings(Place::Years) }
            <p><span class="rule-id">{ RuleId::S5.id() }</span>{ " " }{ text::rule::rule(RuleId::S5) }</p>
            <div class="scroll" tabindex="0" role="region" aria-label={text::framework::FRAMEWORKS}>
                <table class="blocks wide">
                    <caption class="visually-hidden">{ text::framework::FRAMEWORKS }</caption>
                    <thead><tr>
                        <th scope="col">{ text::framework::COL_FRAMEWORK }</th>
                        <th scope="col">{ text::framework::COL_COVERS }</th>
                        <th scope="col">{ text::framework::COL_LACKS }</th>
                    </tr></thead>
                    <tbody>
                        { for COMPARED.iter().map(|each| html! {
                            <tr>
                                <th scope="row">{ each.name }{ tag(each.rule) }</th>
                                <td data-label={text::framework::COL_COVERS}>{ each.covers }</td>
                                <td data-label={text::framework::COL_LACKS}>{ each.lacks }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <p><span class="rule-id">{ RuleId::X6.id() }</span>{ " " }{ text::rule::rule(RuleId::X6) }</p>
        </>
    }
}

/// What vendors have changed, each with its date and source.
pub fn vendor_facts() -> Html {
    html! {
        <div class="vendor-facts">
            <p class="side-head">{ text::framework::VENDOR_FACTS }</p>
            <ul class="reasons dated">
                { for FACTS.iter().map(|fact| html! {
                    <li><span class="rule-id">{ format::day(fact.date) }</span><span>{ fact.fact }{ " " }<span class="small muted">{ format!("({})", fact.source) }</span></span></li>
                }) }
            </ul>
            <p class="small muted">{ text::framework::VENDOR_NOTE }</p>
        </div>
    }
}

/// The worked example, line by line.
pub fn example() -> Html {
    let row = |fact: &ExampleFact| {
        html! {
            <tr>
                <th scope="row">{ text::rule::rule(fact.rule) }{ tag(fact.rule) }</th>
                <td data-label={text::example::COL_STATED}>{ text::example::stated(fact) }</td>
                <td data-label={text::example::COL_DERIVED}>{ text::example::derived(fact) }</td>
            </tr>
        }
    };
    html! {
        <>
            <div class="scroll" tabindex="0" role="region" aria-label={text::example::EXAMPLE}>
                <table class="blocks wide">
                    <caption class="visually-hidden">{ text::example::EXAMPLE }</caption>
                    <thead><tr>
                        <th scope="col">{ text::example::COL_LINE }</th>
                        <th scope="col">{ text::example::COL_STATED }</th>
                        <th scope="col">{ text::example::COL_DERIVED }</th>
                    </tr></thead>
                    <tbody>{ for legal_tech().iter().map(row) }</tbody>
                </table>
            </div>
            { readings(Place::Example) }
        </>
    }
}

/// Every rule with its meaning, group by group.
pub fn rules() -> Html {
    let mut groups: Vec<(&'static str, Vec<RuleId>)> = Vec::new();
    for rule in RuleId::ALL {
        let group = text::rule::group(*rule);
        match groups.last_mut() {
            Some((last, rules)) if *last == group => rules.push(*rule),
            _ => groups.push((group, vec![*rule])),
        }
    }
    let group = |(name, rules): (&'static str, Vec<RuleId>)| {
        html! {
            <details class="readings">
                <summary>{ name }{ " " }<span class="muted">{ text::framework::rules_of(rules.len()) }</span></summary>
                <ul class="reasons">{ for rules.into_iter().map(ruled) }</ul>
            </details>
        }
    };
    groups.into_iter().map(group).collect()
}
