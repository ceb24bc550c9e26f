//! The evidence (depths 2 and 3): the 5 × 3 table, cost lines, ties, the raw report, and the panels of other files. Each
//! panel's summary states its finding.

use yew::prelude::*;

use crate::approach::{Approach, OptionId};
use crate::decision::{FactorReading, RuleId};
use crate::form::field;
use crate::scenario::Purpose;
use crate::text;
use crate::text::reading::Place;
use crate::ui::costs;
use crate::ui::deep::{Deep, deep};
use crate::ui::explain::flips;
use crate::ui::parts::{Panel, option_name, units};
use crate::ui::readings::{readings, ruled};
use crate::ui::spectrum::spectrum;
use crate::ui::time::time;
use crate::ui::tree::tree;
use crate::ui::{Act, Model, companions, uncertainty};

/// All panels below the plan.
pub fn examine(model: &Model, act: &Act) -> Html {
    let (labels, report) = (&model.scenario().labels, model.report());
    let panel = |id, name, finding: String, content| Panel::new(id, name, finding, (model, act), content).view();
    html! {
        <>
            <section class="examine" aria-labelledby="examine-title">
                <div class="section-head">
                    <h2 id="examine-title">{ text::page::EXAMINE }</h2>
                    <p class="small muted">{ text::page::EXAMINE_NOTE }</p>
                </div>
                { panel("factors", text::page::FACTORS, text::answer::factors_finding(report), |model, _| factors(model)) }
                { panel("tree", text::page::TREE, text::answer::tree_finding(report), |model, _| tree(model)) }
                { panel("spectrum", text::explain::SPECTRUM, text::explain::spectrum_finding(&report.decision), |model, _| spectrum(model)) }
                { panel("flips", text::page::FLIPS, text::answer::flips_finding(labels, report), |model, _| html! { <>{ flips(model) }{ ties(model) }</> }) }
                if model.scenario().decision.purpose != Purpose::Cost {
                    { cost_panel(model, act, false) }
                }
                { deep(Deep::PriceMap, model, act) }
                { panel("time", text::time::NAME, text::time::finding(labels, report), time) }
                { for [Deep::Scenarios, Deep::Aspects, Deep::Checks, Deep::Frameworks, Deep::Example, Deep::Rules].into_iter().map(|which| deep(which, model, act)) }
            </section>
            <section class="analyse" aria-labelledby="analyse-title">
                <div class="section-head"><h2 id="analyse-title">{ text::page::ANALYSE }</h2></div>
                { panel("ranges", text::uncertainty::RANGES, text::uncertainty::ranges_finding(report), uncertainty::ranges) }
                { deep(Deep::HowSure, model, act) }
                { companions::companions(model, act) }
                { deep(Deep::Raw, model, act) }
            </section>
        </>
    }
}

/// What each option's bill is made of.
pub fn cost_panel(model: &Model, act: &Act, open: bool) -> Html {
    let finding = text::answer::cost_finding(model.report());
    let content =
        |model: &Model, _: &Act| html! { <>{ costs::bars(model) }{ cost_lines(model) }{ readings(Place::Numbers) }</> };
    Panel { open, ..Panel::new("cost-lines", text::page::COST_LINES, finding, (model, act), content) }.view()
}

fn factors(model: &Model) -> Html {
    let row = |reading: &FactorReading| {
        let cells = Approach::ALL.into_iter().map(|approach| {
            let verdict = *reading.verdict.get(approach);
            let (shape, word) = text::rule::verdict(reading.factor, verdict);
            let named = reading.suggested.contains(approach);
            html! {
                <td class={classes!("verdict", named.then_some("named"))} data-label={text::approach(approach)}>
                    <span><span aria-hidden="true">{ shape }</span>{ " " }{ word }</span>
                </td>
            }
        });
        let rule = reading.rule.map_or("–", RuleId::id);
        html! {
            <tr>
                <th scope="row">
                    { text::rule::factor(reading.factor) }
                    if let Some(flag) = reading.flag { <span class="small muted">{ format!(" ({})", text::rule::flag(flag)) }</span> }
                    if let Some(leans) = reading.leans { <span class="small muted">{ format!(" ({})", text::explain::leans(leans)) }</span> }
                    { companions::with_partner(model, reading.factor) }
                </th>
                { for cells }
                <td data-label={text::page::COL_RULE}><span class="rule-id">{ rule }</span></td>
            </tr>
        }
    };
    html! {
        <>
            <p class="small muted">{ text::page::FACTORS_NOTE }</p>
            <ul class="reasons">{ ruled(RuleId::S2) }{ ruled(RuleId::S6) }</ul>
            <div class="scroll" tabindex="0" role="region" aria-label={text::page::FACTORS}>
                <table class="blocks">
                    <caption class="visually-hidden">{ text::page::FACTORS }</caption>
                    <thead><tr>
                        <th scope="col">{ text::page::COL_FACTOR }</th>
                        { for Approach::ALL.into_iter().map(|approach| html! { <th scope="col">{ text::approach(approach) }</th> }) }
                        <th scope="col">{ text::page::COL_RULE }</th>
                    </tr></thead>
                    <tbody>{ for model.report().decision.factors.iter().map(row) }</tbody>
                </table>
            </div>
            <ul class="reasons">{ for model.report().decision.factors.iter().filter_map(|reading| reading.rule).map(ruled) }</ul>
            { readings(Place::Factors) }
            { companions::links() }
        </>
    }
}

fn ties(model: &Model) -> Html {
    let units = units(&model.scenario().labels);
    let rows = model.report().cost.ties.iter().map(|tie| {
        let yours = model.number(&tie.field).or_else(|| model.report().cost.in_use(&tie.field));
        let value = text::costs::tie(&model.scenario().labels, tie).unwrap_or_else(|| text::answer::no_tie(model.report(), &tie.field).to_owned());
        html! {
            <tr>
                <th scope="row">{ text::field::label(&tie.field) }</th>
                <td class="num">{ yours.map_or_else(|| text::page::NOT_COUNTED.to_owned(), |yours| text::answer::tie_value(&tie.field, yours, units)) }</td>
                <td>{ value }</td>
            </tr>
        }
    });
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={text::page::TIES_CAPTION}>
            <table>
                <caption>{ text::page::TIES_CAPTION }</caption>
                <thead><tr>
                    <th scope="col">{ text::page::COL_NUMBER }</th>
                    <th scope="col" class="num">{ text::page::COL_YOURS }</th>
                    <th scope="col">{ text::page::COL_TIE }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn cost_lines(model: &Model) -> Html {
    let labels = &model.scenario().labels;
    let units = units(labels);
    let Some(at) = &model.report().cost.at_volume else {
        return html! { <p>{ text::page::NO_VOLUME }</p> };
    };
    let shown: Vec<OptionId> = at.options.iter().map(|(option, _)| option).collect();
    let mut keys: Vec<&str> = Vec::new();
    for (_, cost) in at.options.iter() {
        for key in cost.lines.iter().map(|line| line.line.as_str()).chain(cost.not_counted.iter().map(String::as_str)) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
    }
    let cell = |option: OptionId, key: &str| {
        let cost = at.options.get(option)?;
        let amount = cost.lines.iter().find(|line| line.line == key).map(|line| units.money(line.amount));
        amount.or_else(|| {
            cost.not_counted.iter().any(|missing| missing == key).then(|| text::page::NOT_COUNTED.to_owned())
        })
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={text::page::COST_LINES}>
            <table>
                <caption>{ text::answer::cost_caption(labels, model.report()) }</caption>
                <thead><tr>
                    <th scope="col">{ text::page::COL_LINE }</th>
                    { for shown.iter().map(|option| html! { <th scope="col" class="num">{ text::option(*option) }</th> }) }
                </tr></thead>
                <tbody>
                    { for keys.iter().map(|key| html! {
                        <tr>
                            <th scope="row">{ text::field::cost_line(key) }</th>
                            { for shown.iter().map(|option| html! { <td class="num">{ cell(*option, key).unwrap_or_else(|| "–".to_owned()) }</td> }) }
                        </tr>
                    }) }
                </tbody>
                <tfoot><tr>
                    <th scope="row">{ text::page::TOTAL }</th>
                    { for shown.iter().map(|option| html! {
                        <td class="num">{ at.options.get(*option).map(|cost| units.money(cost.total)).unwrap_or_default() }</td>
                    }) }
                </tr></tfoot>
            </table>
        </div>
    }
}

/// Every pair’s crossings and the segments of the envelope, as a table.
pub fn chart_table(model: &Model) -> Html {
    let labels = &model.scenario().labels;
    let units = units(labels);
    let cost = &model.report().cost;
    let curve_rows = field::table_volumes(cost.max_volume, model.number(field::VOLUME.path));
    let shown: Vec<OptionId> = cost.curves.iter().map(|(option, _)| option).collect();
    html! {
        <>
            <div class="scroll" tabindex="0" role="region" aria-label={text::answer::chart_title(labels)}>
                <table>
                    <caption>{ text::answer::chart_title(labels) }</caption>
                    <thead><tr>
                        <th scope="col" class="num">{ text::page::volume_head(units) }</th>
                        { for shown.iter().map(|option| html! { <th scope="col" class="num">{ option_name(*option) }</th> }) }
                    </tr></thead>
                    <tbody>
                        { for curve_rows.into_iter().map(|volume| html! {
                            <tr>
                                <th scope="row" class="num">{ units.volume(volume) }</th>
                                { for cost.at(volume).into_iter().map(|(_, amount)| html! {
                                    <td class="num">{ units.money(amount) }</td>
                                }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <div class="scroll" tabindex="0" role="region" aria-label={text::page::COL_PAIR}>
                <table class="blocks">
                    <caption class="visually-hidden">{ text::page::COL_PAIR }</caption>
                    <thead><tr><th scope="col">{ text::page::COL_PAIR }</th><th scope="col">{ text::page::COL_RESULT }</th></tr></thead>
                    <tbody>
                        { for cost.pairs.iter().map(|pair| html! {
                            <tr>
                                <th scope="row">{ text::page::pair_name(text::option(pair.a), text::option(pair.b)) }</th>
                                <td data-label={text::page::COL_RESULT}>{ text::answer::pair(labels, pair) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <ul class="reasons">{ ruled(RuleId::C4) }</ul>
            { readings(Place::Chart) }
        </>
    }
}
