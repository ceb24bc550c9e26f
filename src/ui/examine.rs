//! The evidence (depths 2 and 3): the 5 × 3 table, the tree, what would change the answer, cost lines, the approaches
//! compared, pitfalls, the raw report. Each panel's summary states its finding.

use yew::prelude::*;

use crate::approach::{Approach, OptionId};
use crate::decision::{ASPECTS, FactorReading, Leaf, RuleId, State, StepAnswer, StepSource, TreeQuestion};
use crate::form::field;
use crate::text;
use crate::ui::companions;
use crate::ui::costs;
use crate::ui::deep::{Deep, deep};
use crate::ui::parts::{option_name, panel, units};
use crate::ui::time::time;
use crate::ui::{Act, Model, uncertainty};

/// All panels below the plan.
pub fn examine(model: &Model, act: &Act) -> Html {
    let (labels, report) = (&model.scenario().labels, model.report());
    html! {
        <>
            <section class="examine" aria-labelledby="examine-title">
                <div class="section-head">
                    <h2 id="examine-title">{ text::page::EXAMINE }</h2>
                    <p class="small muted">{ text::page::EXAMINE_NOTE }</p>
                </div>
                { panel("factors", text::page::FACTORS, text::answer::factors_finding(report), factors(model)) }
                { panel("tree", text::page::TREE, text::answer::tree_finding(report), tree(model)) }
                { panel("flips", text::page::FLIPS, text::answer::flips_finding(labels, report), html! { <>{ flips(model) }{ ties(model) }</> }) }
                { panel("cost-lines", text::page::COST_LINES, text::answer::cost_finding(report), html! { <>{ costs::bars(model) }{ cost_lines(model) }</> }) }
                { deep(Deep::PriceMap, model, act) }
                { panel("time", text::time::NAME, text::time::finding(labels, report), time(model, act)) }
                { panel("aspects", text::page::ASPECTS, text::page::ASPECTS_FINDING, aspects()) }
                { panel("pitfalls", text::page::PITFALLS, text::answer::pitfalls_finding(report), pitfalls(model)) }
            </section>
            <section class="analyse" aria-labelledby="analyse-title">
                <div class="section-head"><h2 id="analyse-title">{ text::page::ANALYSE }</h2></div>
                { panel("ranges", text::uncertainty::RANGES, text::uncertainty::ranges_finding(report), uncertainty::ranges(model, act)) }
                { deep(Deep::HowSure, model, act) }
                { companions::companions(model, act) }
                { deep(Deep::Raw, model, act) }
            </section>
        </>
    }
}

/// Headings of a table with one column for each approach.
fn approach_heads(first: &str) -> Html {
    html! {
        <thead><tr>
            <th scope="col">{ first }</th>
            { for Approach::ALL.into_iter().map(|approach| html! { <th scope="col">{ text::approach(approach) }</th> }) }
        </tr></thead>
    }
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
            <div class="scroll" tabindex="0" role="region" aria-label={text::page::FACTORS}>
                <table class="blocks">
                    <thead><tr>
                        <th scope="col">{ text::page::COL_FACTOR }</th>
                        { for Approach::ALL.into_iter().map(|approach| html! { <th scope="col">{ text::approach(approach) }</th> }) }
                        <th scope="col">{ text::page::COL_RULE }</th>
                    </tr></thead>
                    <tbody>{ for model.report().decision.factors.iter().map(row) }</tbody>
                </table>
            </div>
            { companions::links() }
        </>
    }
}

/// The tree with the walked path: question, answer, and the leaf that each “no” leads to.
fn tree(model: &Model) -> Html {
    let tree = &model.report().decision.tree;
    let walked = |rule: RuleId| tree.path.iter().any(|step| step.rule == rule);
    let reached = |leaf: Leaf| tree.possible_leaves.contains(&leaf.rule());
    let leaf = |leaf: Leaf| {
        html! {
            <span class={classes!("leaf", reached(leaf).then_some("walked"))}>
                <span class="rule-id">{ leaf.rule().id() }</span>{ " " }{ text::variant(leaf.variant()) }
            </span>
        }
    };
    let off = [Leaf::Api, Leaf::ApiCollectData, Leaf::FineTuneManaged, Leaf::FineTune];
    let nodes = TreeQuestion::ALL.into_iter().zip(off).map(|(question, no_leaf)| {
        let step = tree.answers.iter().find(|step| step.rule == question.rule());
        let answer = step.map_or(StepAnswer::Unknown, |step| step.answer);
        let on_path = walked(question.rule());
        let said = match answer {
            StepAnswer::Yes => text::page::YES,
            StepAnswer::No => text::page::NO,
            StepAnswer::Unknown => text::page::OPEN,
        };
        let source = step.map(|step| step.from).filter(|_| on_path);
        let taken = |wanted: StepAnswer| (on_path && answer == wanted).then_some("taken");
        html! {
            <li class="node">
                <span class={classes!("ask", on_path.then_some("walked"))}>
                    <span class="rule-id">{ question.rule().id() }</span>{ " " }{ text::rule::tree_question(question) }
                    if on_path {
                        { " " }<b>{ said }</b>
                        if source == Some(StepSource::Implied) { <span class="small muted">{ text::page::IMPLIED }</span> }
                    }
                </span>
                <span class={classes!("way", taken(StepAnswer::No))}>{ text::page::NO }{ " →" }</span>
                { leaf(no_leaf) }
                <span class={classes!("way", "down", taken(StepAnswer::Yes))}>{ text::page::YES }{ " ↓" }</span>
            </li>
        }
    });
    html! {
        <>
            <ol class="tree">
                { for nodes }
                <li class="node">{ leaf(Leaf::Custom) }</li>
            </ol>
            <p class="small muted">{ text::page::tree_note() }</p>
        </>
    }
}

fn flips(model: &Model) -> Html {
    let decision = &model.report().decision;
    let now = |question: TreeQuestion| {
        decision.tree.answers.iter().any(|step| step.rule == question.rule() && step.answer == StepAnswer::Yes)
    };
    let of = |approach: Approach| match approach {
        Approach::Api => &decision.flips.api,
        Approach::FineTune => &decision.flips.fine_tune,
        Approach::Custom => &decision.flips.custom,
    };
    let rows = Approach::ALL.into_iter().flat_map(|approach| {
        of(approach).iter().map(move |set| {
            let words: Vec<String> = set.iter().map(|question| text::rule::flip(*question, now(*question))).collect();
            let team = set.iter().all(|question| question.is_up_to_the_team());
            html! {
                <tr>
                    <th scope="row">{ text::approach(approach) }</th>
                    <td>{ words.join(", and ") }</td>
                    <td>{ if team { text::page::TEAM_CAN } else { text::page::FACT } }</td>
                </tr>
            }
        })
    });
    if decision.tree.leaf.is_none() {
        return html! { <p>{ text::answer::unknowns(model.report()) }</p> };
    }
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={text::page::FLIPS_CAPTION}>
            <table>
                <caption>{ text::page::FLIPS_CAPTION }</caption>
                <thead><tr>
                    <th scope="col">{ text::page::COL_LEADS }</th>
                    <th scope="col">{ text::page::COL_IF }</th>
                    <th scope="col">{ text::page::COL_WHO }</th>
                </tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn ties(model: &Model) -> Html {
    let units = units(&model.scenario().labels);
    let rows = model.report().cost.ties.iter().map(|tie| {
        let yours = model.number(&tie.field);
        let value = text::costs::tie(&model.scenario().labels, tie).unwrap_or_else(|| text::page::NO_TIE.to_owned());
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

fn aspects() -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={text::page::ASPECTS}>
            <table class="blocks">
                { approach_heads(text::page::COL_ASPECT) }
                <tbody>
                    { for ASPECTS.into_iter().map(|aspect| html! {
                        <tr>
                            <th scope="row">{ text::rule::aspect(aspect) }</th>
                            { for Approach::ALL.into_iter().map(|approach| html! {
                                <td data-label={text::approach(approach)}>{ text::rule::aspect_cell(aspect, approach) }</td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

fn pitfalls(model: &Model) -> Html {
    let decision = &model.report().decision;
    let item = |(id, state): (RuleId, State)| {
        let class = match state {
            State::Triggered => "triggered",
            State::Unknown => "unknown",
            State::Clear => "clear",
        };
        html! {
            <li>
                <span><span class={classes!("state", class)}>{ text::rule::state(state) }</span></span>
                <span>
                    <b>{ text::rule::rule(id) }</b>{ " " }<span class="rule-id">{ id.id() }</span><br />
                    <span class="muted">{ text::rule::remedy(id) }</span>
                </span>
            </li>
        }
    };
    let pitfalls = decision.pitfalls.iter().map(|pitfall| (pitfall.id, pitfall.state));
    let risks = decision.risks.iter().map(|risk| (risk.id, risk.state));
    html! { <ul class="checklist">{ for pitfalls.chain(risks).map(item) }</ul> }
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
        </>
    }
}
