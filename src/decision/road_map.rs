//! From NOW to the destination, one stage at a time (M1), each with what has to happen before the next.
//!
//! A trigger follows from what binds: data, people, demand, time or volume. Months are computed only from rates that
//! the scenario gives.

use schemars::JsonSchema;
use serde::Serialize;

use super::CostPosition;
use super::factor::{EXPERTISE, LARGE_EXAMPLES, MONTH_WEEKS, Place, Rows, SIGNIFICANT_EXAMPLES};
use super::fit::Fit;
use super::outcome::{Outcome, expertise_ceiling};
use super::pitfall::{Risk, depends_on_vendor};
use super::review::USUAL_REVIEW;
use super::rule::RuleId;
use super::tree::Leaf;
use crate::approach::{Approach, Variant};
use crate::scenario::Answers;
use crate::units::Quantity;

/// Longest wait that is worth a date: 50 years.
const MAX_MONTHS: f64 = 600.0;

/// One stage.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Stage {
    /// What is used in this stage.
    pub approach: Approach,
    /// Months until it can begin: the latest date among what has to happen before; `null` where none has a date.
    pub not_before_months: Option<f64>,
    /// How many things have to happen before it, without a date.
    pub undated: usize,
    /// What ends it, or what would re-open the decision at the last stage.
    pub until: Vec<Trigger>,
}

/// Whether something that is waited for has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Arrival {
    /// It is there.
    Met,
    /// It is not there yet.
    Waiting,
    /// An input that would tell is blank.
    Unknown,
}

fn arrival(met: Option<bool>) -> Arrival {
    match met {
        Some(true) => Arrival::Met,
        Some(false) => Arrival::Waiting,
        None => Arrival::Unknown,
    }
}

/// Something that moves the decision on.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Trigger {
    /// M2 to M10, or L for the deadline that binds.
    pub trigger: RuleId,
    /// The number to reach: examples (M3), units per month (M4), accuracy from 0 to 1 (M5).
    pub threshold: Option<f64>,
    /// When, in months from now, where a rate is given.
    pub in_months: Option<f64>,
    /// Whether it has come.
    pub state: Arrival,
    /// The next stage cannot begin without it; the others give a reason to move.
    pub needed: bool,
    /// The row to reach (M10), the risk (M9), or L2 where it is about data that is not ready (M3).
    pub about: Option<RuleId>,
}

impl Trigger {
    fn new(trigger: RuleId, met: Option<bool>) -> Self {
        Self { trigger, threshold: None, in_months: None, state: arrival(met), needed: false, about: None }
    }

    fn needed(trigger: RuleId, met: Option<bool>) -> Self {
        Self { needed: true, ..Self::new(trigger, met) }
    }
}

/// A habit that a change of stage needs (M8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Enabler {
    /// Path of the input.
    pub input: &'static str,
    /// The pitfall that it avoids.
    pub rule: RuleId,
    /// Whether it is in place.
    pub state: Arrival,
}

/// The enablers, in the order in which the model names them.
#[must_use]
pub fn enablers(answers: &Answers) -> [Enabler; 4] {
    let practices = &answers.practices;
    [
        ("decision.practices.abstractionLayer", RuleId::P2, practices.abstraction_layer),
        ("decision.practices.logging", RuleId::P3, practices.logging),
        ("decision.practices.consent", RuleId::P3, practices.consent),
        ("decision.practices.cleanInterface", RuleId::P6, practices.clean_interface),
    ]
    .map(|(input, rule, done)| Enabler { input, rule, state: arrival(done) })
}

/// All of them: open where one is, unknown where one is not known.
fn all_enabled(enablers: &[Enabler]) -> Option<bool> {
    let any = |state| enablers.iter().any(|enabler| enabler.state == state);
    if any(Arrival::Waiting) { Some(false) } else { (!any(Arrival::Unknown)).then_some(true) }
}

/// What a road map is drawn from.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The answers.
    pub answers: &'a Answers,
    /// Their rows.
    pub rows: &'a Rows,
    /// NOW and destination.
    pub outcome: &'a Outcome,
    /// The costs.
    pub cost: &'a CostPosition,
    /// The conditions of training from scratch (M6).
    pub fit: &'a Fit,
    /// What can happen at the vendor (M9).
    pub risks: &'a [Risk],
}

/// The stages from NOW to destination.
#[must_use]
pub fn road_map(ground: Ground<'_>) -> Vec<Stage> {
    let outcome = ground.outcome;
    let (now, destination) = (outcome.now.approach(), outcome.destination.approach());
    let mut stages: Vec<Stage> = Vec::new();
    for approach in
        Approach::ALL.into_iter().filter(|approach| *approach == now || (now..=destination).contains(approach))
    {
        let (not_before_months, undated) = stages.last().map_or((Some(0.0), 0), begins);
        let next = Approach::ALL.into_iter().find(|next| *next > approach && *next <= destination);
        let mut until = next.map_or_else(Vec::new, |next| until_next(ground, next));
        // What happens at the vendor opens the decision again in every stage that depends on one (W5, I38).
        let managed = |variant: Variant| variant.approach() == approach && depends_on_vendor(variant);
        if approach == Approach::Api || managed(outcome.now) || managed(outcome.destination) {
            until.extend(vendor_triggers(ground.risks));
        }
        stages.push(Stage { approach, not_before_months, undated, until });
    }
    if let Some(last) = stages.last_mut() {
        if last.approach == Approach::FineTune {
            last.until.push(accuracy_trigger(ground.answers));
            last.until.push(Trigger::new(RuleId::M6, conditions_met(ground.fit)));
        }
        if last.approach == Approach::Api {
            last.until.extend(volume_trigger(ground.cost, Approach::FineTune));
        }
        last.until.push(Trigger { in_months: Some(USUAL_REVIEW), ..Trigger::new(RuleId::M7, Some(false)) });
    }
    stages
}

/// M9, once for each risk: what has happened is told by hand.
fn vendor_triggers(risks: &[Risk]) -> impl Iterator<Item = Trigger> {
    risks.iter().map(|risk| Trigger { about: Some(risk.id), ..Trigger::new(RuleId::M9, risk.happened) })
}

/// When the stage after this one can begin, and how many things without a date stand before it.
fn begins(before: &Stage) -> (Option<f64>, usize) {
    let open = || before.until.iter().filter(|trigger| trigger.needed && trigger.state != Arrival::Met);
    let latest = open()
        .filter_map(|trigger| trigger.in_months)
        .fold(before.not_before_months, |latest, months| Some(latest.map_or(months, |latest: f64| latest.max(months))));
    let undated = before.undated + open().filter(|trigger| trigger.in_months.is_none()).count();
    // Nothing is known of a stage that waits for things without a date alone.
    (latest.filter(|months| undated == 0 || *months > 0.0), undated)
}

fn until_next(ground: Ground<'_>, next: Approach) -> Vec<Trigger> {
    let Ground { answers, rows, outcome, cost, .. } = ground;
    let mut until = Vec::new();
    let binds = |place: Option<Place>| place.is_some_and(|place| place.row.ceiling < next);
    if next == Approach::FineTune || answers.demand_validated == Some(false) {
        until.push(Trigger::needed(RuleId::M2, answers.demand_validated));
    }
    if binds(rows.data) || (outcome.leaf == Leaf::ApiCollectData && next == Approach::FineTune) {
        until.push(examples_trigger(
            answers,
            if next == Approach::Custom { LARGE_EXAMPLES } else { SIGNIFICANT_EXAMPLES },
        ));
    } else if answers.data.ready == Some(false) && next == Approach::FineTune {
        until.push(Trigger { about: Some(RuleId::L2), ..Trigger::needed(RuleId::M3, Some(false)) });
    }
    if expertise_ceiling(answers, rows).is_some_and(|ceiling| ceiling < next) {
        let in_months = answers.team.hiring_lag_weeks.map(|weeks| weeks.get() / MONTH_WEEKS);
        let row = EXPERTISE.iter().find(|row| row.ceiling >= next).map(|row| row.rule);
        until.push(Trigger { in_months, about: row, ..Trigger::needed(RuleId::M10, Some(false)) });
    }
    if let Some(place) = outcome.effective_timeline.filter(|place| place.row.ceiling < next) {
        let in_months = answers.deadline_weeks.map(|weeks| weeks.get() / MONTH_WEEKS);
        until.push(Trigger { in_months, ..Trigger::needed(place.row.rule, Some(false)) });
    }
    if next == Approach::Custom {
        until.push(accuracy_trigger(answers));
        until.push(Trigger { needed: true, ..Trigger::new(RuleId::M6, conditions_met(ground.fit)) });
    }
    until.extend(volume_trigger(cost, next));
    until.push(Trigger::needed(RuleId::M8, all_enabled(&enablers(answers))));
    until
}

/// Q3b, all four: `None` while one is not known and none is missing.
fn conditions_met(fit: &Fit) -> Option<bool> {
    let any = |met| fit.custom.conditions.iter().any(|condition| condition.met == met);
    if any(Some(false)) { Some(false) } else { (!any(None)).then_some(true) }
}

/// M3: enough examples, with a date where they arrive at a known rate.
fn examples_trigger(answers: &Answers, enough: f64) -> Trigger {
    let held = answers.data.examples.map(Quantity::get);
    let rate = answers.data.collected_per_month.map(Quantity::get).filter(|rate| *rate > 0.0);
    let in_months = match (held, rate) {
        (Some(held), Some(rate)) => Some((enough - held).max(0.0) / rate).filter(|months| *months <= MAX_MONTHS),
        _ => None,
    };
    let met = held.map(|held| held >= enough);
    Trigger { threshold: Some(enough), in_months, ..Trigger::needed(RuleId::M3, met) }
}

/// M5: more accuracy is wanted than is measured, or the last retraining added less than is worth it.
fn accuracy_trigger(answers: &Answers) -> Trigger {
    let accuracy = &answers.accuracy;
    let short = accuracy.wanted.zip(accuracy.measured).map(|(wanted, measured)| wanted > measured);
    let stalled = accuracy.last_gain.zip(accuracy.smallest_gain).map(|(gain, smallest)| gain < smallest);
    let met = match (short, stalled) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (None, None) => None,
        _ => Some(false),
    };
    Trigger { threshold: accuracy.wanted.map(Quantity::get), ..Trigger::new(RuleId::M5, met) }
}

/// M4: the volume from which the next stage is cheapest and stays so, with a date where growth is known.
fn volume_trigger(cost: &CostPosition, next: Approach) -> Option<Trigger> {
    let threshold = (*cost.next_stage_from.get(next))?;
    let met = cost.volume.map(|volume| volume >= threshold);
    let growth = cost.growth_per_month.filter(|growth| *growth > 0.0);
    let in_months = match (cost.volume, growth) {
        (Some(volume), Some(growth)) if volume > 0.0 && volume < threshold => {
            Some(libm::log(threshold / volume) / libm::log1p(growth)).filter(|months| *months <= MAX_MONTHS)
        }
        _ => None,
    };
    Some(Trigger { threshold: Some(threshold), in_months, ..Trigger::new(RuleId::M4, met) })
}
