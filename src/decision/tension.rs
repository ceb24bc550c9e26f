//! Tensions K01 to K20: where two rules disagree, where a table has a hole, where something blocks the start.
//!
//! Each is worked out for one full set of tree answers; `decision` keeps those that hold for all of them. Which rule
//! drives the headline is decided in `outcome`, never here.

use schemars::JsonSchema;
use serde::Serialize;

use super::CostPosition;
use super::factor::{DATA, EXPERTISE, Flag, LARGE_EXAMPLES, Place, Row, Rows, TIMELINE, timeline};
use super::fit::Fit;
use super::outcome::{Outcome, expertise_ceiling};
use super::rule::RuleId;
use super::tree::{Leaf, TreeQuestion};
use crate::approach::{Approach, Variant};
use crate::scenario::{Answers, Differentiation};
use crate::units::Quantity;

/// The article's usual range for the crossing of API and fine-tuned model, in predictions per month (C4).
pub const USUAL_BAND: (f64, f64) = (100_000.0, 1_000_000.0);

/// How much a tension weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// A realistic table excludes the choice now.
    Blocker,
    /// Two rules disagree.
    Tension,
    /// No row for this input.
    Gap,
    /// Worth knowing.
    Note,
}

/// One tension.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Tension {
    /// K01 to K20.
    pub id: RuleId,
    /// How much it weighs.
    pub severity: Severity,
    /// The rules that meet here: one side first, then the other.
    pub rules: Vec<RuleId>,
    /// The one among them that the headline follows here; why is in `text::tension`.
    pub drives: RuleId,
}

/// All tensions of one outcome, by id.
#[must_use]
pub fn tensions(answers: &Answers, rows: &Rows, outcome: &Outcome, cost: &CostPosition, fit: &Fit) -> Vec<Tension> {
    use Severity::{Blocker, Gap, Note, Tension as Disagreement};
    let leaf = outcome.leaf.approach();
    let (leaf_rule, level) = (outcome.leaf.rule(), answers.differentiation);
    let (now, destination) = (outcome.now.approach(), outcome.destination.approach());
    let answer = |question| outcome.vector.answer(question);
    let examples = answers.data.examples.map(Quantity::get);
    let validated = answers.demand_validated;
    let mut found = Vec::new();
    let mut add = |id, holds: bool, severity, rules: &[RuleId], drives: RuleId| {
        if holds {
            found.push(Tension { id, severity, rules: rules.to_vec(), drives });
        }
    };

    let level_rule = rows.differentiation.map_or(RuleId::F1, |place| place.row.rule);
    let level_disagrees = match level {
        Some(Differentiation::Commodity) => answer(TreeQuestion::T1),
        Some(Differentiation::Adapted | Differentiation::Core) => !answer(TreeQuestion::T1),
        None => false,
    };
    add(RuleId::K01, level_disagrees, Disagreement, &[level_rule, RuleId::T1], RuleId::T1);

    if let Some(place) = rows.data {
        add(RuleId::K02, !place.row.suggested.contains(leaf), Disagreement, &[leaf_rule, place.row.rule], leaf_rule);
    }
    let too_small = examples.is_some_and(|examples| examples < LARGE_EXAMPLES);
    add(
        RuleId::K03,
        rows.moat.is_some() && (leaf < Approach::Custom || too_small),
        Disagreement,
        &[leaf_rule, RuleId::D5],
        leaf_rule,
    );

    if let (Some(place), Some(ceiling)) = (rows.expertise, expertise_ceiling(answers, rows)) {
        add(RuleId::K04, leaf > ceiling, Blocker, &[leaf_rule, place.row.rule], place.row.rule);
    }
    if let Some(place) = rows.timeline {
        let above = place.row.suggested.heaviest().is_some_and(|heaviest| leaf > heaviest);
        let below = place.row.suggested.lightest().is_some_and(|lightest| leaf < lightest);
        let row = place.row.rule;
        let (severity, drives) = if above { (Blocker, row) } else { (Note, leaf_rule) };
        add(RuleId::K05, above || below, severity, &[leaf_rule, row], drives);
    }

    let dearer =
        |approach: Approach| cost.above_cheapest.get(approach).is_some() && !cost.within_band.contains(approach);
    let known_cost = !cost.cheapest.is_empty();
    add(
        RuleId::K06,
        known_cost && (dearer(now) || dearer(destination)),
        Disagreement,
        &[leaf_rule, RuleId::C6],
        leaf_rule,
    );

    let custom = leaf == Approach::Custom || destination == Approach::Custom;
    add(RuleId::K07, custom && fit.custom.met < fit.custom.of, Disagreement, &[leaf_rule, RuleId::Q3b], leaf_rule);
    add(
        RuleId::K08,
        !answer(TreeQuestion::T3) && answer(TreeQuestion::T4),
        Blocker,
        &[RuleId::T3, RuleId::T4],
        RuleId::T3,
    );
    add(
        RuleId::K09,
        validated == Some(false) && leaf > Approach::Api,
        Disagreement,
        &[leaf_rule, RuleId::P1],
        RuleId::P1,
    );

    let grey = rows.data.is_some_and(|place| place.row.rule == RuleId::D2);
    let with = |answer| outcome.vector.with(TreeQuestion::T2, answer).leaf();
    let (thin, significant) = (with(false).rule(), with(true).rule());
    add(
        RuleId::K10,
        grey && thin != significant,
        Disagreement,
        &[RuleId::T2, RuleId::D2, thin, significant],
        RuleId::T2,
    );

    let next = |place: Place| [place.row.rule, next_row(place.row.rule)];
    let holes = [rows.data, rows.expertise].into_iter().flatten().filter(|place| place.flag == Some(Flag::Gap));
    let holes: Vec<RuleId> = holes.flat_map(next).collect();
    add(RuleId::K11, !holes.is_empty(), Gap, &holes, holes.first().copied().unwrap_or(RuleId::D1));
    if let Some(place) = rows.timeline {
        add(RuleId::K12, place.flag.is_some(), Gap, &next(place), place.row.rule);
    }
    if let (Some(stated), Some(effective)) =
        (answers.deadline_weeks.map(|weeks| timeline(weeks.get())), outcome.effective_timeline)
    {
        let lower = effective.row.ceiling < stated.row.ceiling || effective.row.rule < stated.row.rule;
        add(RuleId::K13, lower, Blocker, &[stated.row.rule, effective.row.rule, RuleId::E5], stated.row.rule);
    }

    let imposed = answers.gates.imposed.as_ref();
    let forbidden = imposed.is_some_and(|imposed| !imposed.allowed.contains(&Approach::Api));
    add(
        RuleId::K14,
        forbidden && outcome.now_unless_imposed == Approach::Api,
        Blocker,
        &[RuleId::N1, leaf_rule],
        RuleId::N1,
    );
    let goes_on = answers.gates.feasibility_unproven == Some(true) && answers.gates.continue_anyway == Some(true);
    add(RuleId::K15, goes_on, Note, &[RuleId::N2, RuleId::W1], RuleId::W1);
    add(RuleId::K16, level == Some(Differentiation::Commodity), Note, &[RuleId::F1, RuleId::T5], RuleId::F1);
    // Without a price the API is neither the cheapest nor not.
    let beaten = cost.above_cheapest.get(Approach::Api).is_some() && !cost.cheapest.contains(Approach::Api);
    add(RuleId::K17, beaten, Note, &[RuleId::S1, RuleId::C5], RuleId::S1);
    let (low, high) = USUAL_BAND;
    let outside = cost.first_crossing.is_some_and(|volume| volume < low || volume > high);
    add(RuleId::K18, cost.unit_is_prediction && outside, Note, &[RuleId::C4, RuleId::C6], RuleId::C6);
    add(
        RuleId::K19,
        rows.moat.is_some() && !answer(TreeQuestion::T1),
        Disagreement,
        &[RuleId::D5, RuleId::T1],
        RuleId::T1,
    );
    let managed = outcome.leaf == Leaf::FineTuneManaged || outcome.destination == Variant::FineTuneManagedService;
    add(RuleId::K20, managed, Note, &[RuleId::T3No, RuleId::R3], RuleId::T3No);
    found
}

/// The row after this one in its table; the row itself at the end.
fn next_row(rule: RuleId) -> RuleId {
    let tables: [&[Row]; 3] = [&DATA, &EXPERTISE, &TIMELINE];
    let pairs = || tables.iter().flat_map(|table| table.windows(2));
    let next = pairs().find_map(|pair| match pair {
        [row, next] if row.rule == rule => Some(next.rule),
        _ => None,
    });
    next.unwrap_or(rule)
}
