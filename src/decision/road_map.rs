//! From NOW to the destination, one stage at a time (M1), each with what has to happen before the next.
//!
//! A trigger follows from what binds: data, people, demand, time or volume. Months are computed only from rates that
//! the scenario gives.

use schemars::JsonSchema;
use serde::Serialize;

use super::CostPosition;
use super::factor::{Rows, SIGNIFICANT_EXAMPLES};
use super::outcome::Outcome;
use super::rule::RuleId;
use super::tree::Leaf;
use crate::approach::Approach;
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
    /// What ends it, or what would re-open the decision at the last stage.
    pub until: Vec<Trigger>,
}

/// Something that moves the decision on.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Trigger {
    /// M2 to M10, or L for the deadline that binds.
    pub trigger: RuleId,
    /// The number to reach: examples (M3) or units per month (M4).
    pub threshold: Option<f64>,
    /// When, in months from now, where a rate is given.
    pub in_months: Option<f64>,
}

/// The stages from NOW to destination.
#[must_use]
pub fn road_map(answers: &Answers, rows: &Rows, outcome: &Outcome, cost: &CostPosition) -> Vec<Stage> {
    let (now, destination) = (outcome.now.approach(), outcome.destination.approach());
    let between = Approach::ALL.into_iter().filter(|approach| *approach >= now && *approach <= destination);
    let mut stages: Vec<Stage> = between
        .map(|approach| {
            let next = Approach::ALL.into_iter().find(|next| *next > approach && *next <= destination);
            let until = match next {
                Some(next) => until_next(answers, rows, outcome, cost, next),
                None => Vec::new(),
            };
            Stage { approach, until }
        })
        .collect();
    if stages.is_empty() {
        stages.push(Stage { approach: now, until: Vec::new() });
    }
    if let Some(last) = stages.last_mut() {
        if last.approach == Approach::FineTune {
            last.until.push(bare(RuleId::M5));
            last.until.push(bare(RuleId::M6));
        }
        if last.approach == Approach::Api {
            last.until.extend(volume_trigger(cost, Approach::FineTune));
            last.until.push(bare(RuleId::M9));
        }
        last.until.push(Trigger { trigger: RuleId::M7, threshold: None, in_months: Some(12.0) });
    }
    stages
}

fn bare(trigger: RuleId) -> Trigger {
    Trigger { trigger, threshold: None, in_months: None }
}

fn until_next(answers: &Answers, rows: &Rows, outcome: &Outcome, cost: &CostPosition, next: Approach) -> Vec<Trigger> {
    let mut until = Vec::new();
    let binds = |place: Option<super::factor::Place>| place.is_some_and(|place| place.row.ceiling < next);
    if answers.demand_validated == Some(false) {
        until.push(bare(RuleId::M2));
    }
    let needs_data = binds(rows.data) || outcome.leaf == Leaf::ApiCollectData || answers.data.ready == Some(false);
    if needs_data && next == Approach::FineTune {
        until.push(examples_trigger(answers));
    }
    if super::outcome::expertise_ceiling(answers, rows).is_some_and(|ceiling| ceiling < next) {
        let in_months = answers.team.hiring_lag_weeks.map(|weeks| weeks.get() / super::factor::MONTH_WEEKS);
        until.push(Trigger { trigger: RuleId::M10, threshold: None, in_months });
    }
    if let Some(place) = outcome.effective_timeline.filter(|place| place.row.ceiling < next) {
        let in_months = answers.deadline_weeks.map(|weeks| weeks.get() / super::factor::MONTH_WEEKS);
        until.push(Trigger { trigger: place.row.rule, threshold: None, in_months });
    }
    if next == Approach::Custom {
        until.push(bare(RuleId::M5));
        until.push(bare(RuleId::M6));
    }
    until.extend(volume_trigger(cost, next));
    until
}

/// M3: enough examples, with a date where they arrive at a known rate.
fn examples_trigger(answers: &Answers) -> Trigger {
    let missing = SIGNIFICANT_EXAMPLES - answers.data.examples.map_or(0.0, Quantity::get);
    let rate = answers.data.collected_per_month.map(Quantity::get).filter(|rate| *rate > 0.0);
    let in_months = rate.map(|rate| missing.max(0.0) / rate).filter(|months| *months <= MAX_MONTHS);
    Trigger { trigger: RuleId::M3, threshold: Some(SIGNIFICANT_EXAMPLES), in_months }
}

/// M4: the volume from which the next stage is cheapest and stays so, with a date where growth is known.
fn volume_trigger(cost: &CostPosition, next: Approach) -> Option<Trigger> {
    let threshold = (*cost.next_stage_from.get(next))?;
    let here = cost.volume.filter(|volume| *volume < threshold);
    if cost.volume.is_some() && here.is_none() {
        return None; // already passed
    }
    let growth = cost.growth_per_month.filter(|growth| *growth > 0.0);
    let in_months = match (here, growth) {
        (Some(volume), Some(growth)) if volume > 0.0 => {
            Some(libm::log(threshold / volume) / libm::log1p(growth)).filter(|months| *months <= MAX_MONTHS)
        }
        _ => None,
    };
    Some(Trigger { trigger: RuleId::M4, threshold: Some(threshold), in_months })
}
