//! `evaluate`: a valid scenario in, a report out. Pure, total and deterministic.
//!
//! The cost engine and the decision engine do not know each other; the cost verdict is handed over here. The report is
//! plain data: everything that the page shows is in it, and no view computes a number.

use schemars::JsonSchema;
use serde::Serialize;

use crate::approach::{Approach, ApproachSet, OptionId, PerApproach};
#[cfg(whole)]
use crate::companion::{self, Companions};
#[cfg(whole)]
use crate::cost::time::{TimePair, TimeView};
use crate::cost::{self, Costs, Pair, Segment};
use crate::decision::{self, CostPosition, Decision};
use crate::scenario::{SCHEMA, Scenario};
#[cfg(whole)]
use crate::uncertainty;
use crate::units::Quantity;

/// What the engine says about a scenario.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(transform = without_companions)]
pub struct Report {
    /// Version of the format.
    pub schema: u32,
    /// What the five factors and the tree say.
    pub decision: Decision,
    /// What the options cost and where their curves cross.
    pub cost: Costs,
    /// What other frameworks say (X2 to X5). The small module that shows only a chart leaves it out, until the page is loaded.
    #[cfg(whole)]
    pub companions: Companions,
    /// Inputs that were given but are not evaluated by this version, by path.
    pub not_evaluated: Vec<String>,
}

/// A report of the small module has no companions.
fn without_companions(schema: &mut schemars::Schema) {
    if let Some(required) = schema.get_mut("required").and_then(|required| required.as_array_mut()) {
        required.retain(|name| name != "companions");
    }
}

/// Evaluates a scenario. It cannot fail: what is not valid never becomes a [`Scenario`].
#[must_use]
pub fn evaluate(scenario: &Scenario) -> Report {
    #[cfg_attr(not(whole), expect(unused_mut, reason = "the small module adds nothing"))]
    let mut cost = cost::evaluate(scenario);
    #[cfg(whole)]
    add_ranges(scenario, &mut cost);
    let decision = decision::evaluate(scenario, &position(scenario, &cost));
    Report {
        schema: SCHEMA,
        #[cfg(whole)]
        companions: companion::evaluate(scenario, &cost, &decision),
        decision,
        cost,
        not_evaluated: not_evaluated(scenario),
    }
}

/// What the ranges come to, among the options that may be chosen.
#[cfg(whole)]
fn add_ranges(scenario: &Scenario, cost: &mut Costs) {
    let allowed = allowed(scenario);
    cost.uncertainty =
        uncertainty::evaluate(scenario, &allowed, cost.max_volume, cost.time.as_ref().map(TimeView::horizon));
    cost.tornado = uncertainty::tornado(scenario, &allowed);
    cost.regret = uncertainty::regret(scenario, &allowed);
}

/// The options that may be chosen: those that an imposed approach leaves (N1), unless the user goes on regardless. The
/// additions are no approach, so that N1 does not name them.
#[cfg(whole)]
fn allowed(scenario: &Scenario) -> Vec<OptionId> {
    let gates = &scenario.decision.gates;
    let imposed = gates.imposed.as_ref().filter(|_| gates.continue_anyway != Some(true));
    let open = |option: &OptionId| {
        imposed.is_none_or(|imposed| option.approach().is_none_or(|approach| imposed.allowed.contains(&approach)))
    };
    OptionId::ALL.into_iter().filter(open).collect()
}

/// What the decision needs to know of the costs.
fn position(scenario: &Scenario, cost: &Costs) -> CostPosition {
    let above = |approach: Approach| {
        let at = cost.at_volume.as_ref()?;
        at.options.get(approach.option()).map(|option| option.above_cheapest)
    };
    let above_cheapest = PerApproach::from_fn(above);
    let total = |approach: Approach| Some(cost.at_volume.as_ref()?.options.get(approach.option())?.total);
    let least = Approach::ALL.into_iter().filter_map(total).fold(f64::INFINITY, f64::min);
    let is_least = |approach: &Approach| total(*approach).is_some_and(|total| cost::same(total, least));
    // One price alone is nobody's cheapest.
    let compared = Approach::ALL.into_iter().filter_map(total).count() > 1;
    let cheapest: ApproachSet = Approach::ALL.into_iter().filter(|approach| compared && is_least(approach)).collect();
    let within_band = match &cost.at_volume {
        Some(at) => {
            let is_near =
                |approach: &Approach| total(*approach).is_some_and(|total| total - least <= at.tie_band * least);
            Approach::ALL.into_iter().filter(is_near).collect()
        }
        None => ApproachSet::EMPTY,
    };
    CostPosition {
        cheapest,
        above_cheapest,
        within_band,
        first_crossing: first_crossing(&cost.pairs, OptionId::Api, OptionId::FineTune),
        unit_is_prediction: scenario.labels.unit.as_str() == "prediction",
        next_stage_from: PerApproach::from_fn(|approach| cheapest_from(&cost.envelope, approach)),
        volume: scenario.volume.per_month.map(Quantity::get),
        growth_per_month: scenario.volume.growth_per_month.map(Quantity::get),
        upfront: PerApproach::from_fn(|approach| upfront(scenario, approach)),
        monthly: PerApproach::from_fn(total),
    }
}

/// What is paid once, as far as it is counted; `None` where nothing is.
fn upfront(scenario: &Scenario, approach: Approach) -> Option<f64> {
    let structure = scenario.options.get(approach.option())?;
    let lines = structure.one_off.iter().filter_map(|(name, amount)| Some(structure.paid_once(name, (*amount)?)));
    lines.fold(None, |sum, amount| Some(sum.unwrap_or(0.0) + amount))
}

/// The pair to speak of over time: where to start and where to end up, else the API and what it is compared with.
#[cfg(whole)]
#[must_use]
pub fn time_pair(report: &Report) -> Option<&TimePair> {
    let pairs = &report.cost.time.as_ref()?.pairs;
    let find = |a: OptionId, b: OptionId| pairs.iter().find(|pair| pair.a == a && pair.b == b);
    let [now, destination] =
        [&report.decision.now, &report.decision.destination].map(|position| position.approach.map(Approach::option));
    let course = now.zip(destination).and_then(|(now, destination)| find(now, destination));
    let owned = || find(OptionId::Api, destination?);
    course.or_else(owned).or_else(|| find(OptionId::Api, OptionId::FineTune)).or(pairs.first())
}

/// The first volume at which the order of a pair changes.
#[must_use]
pub fn first_crossing(pairs: &[Pair], a: OptionId, b: OptionId) -> Option<f64> {
    pairs.iter().find(|pair| pair.a == a && pair.b == b)?.crossings.first().map(|crossing| crossing.volume)
}

/// The volume from which an approach is cheapest until the end of the range.
fn cheapest_from(envelope: &[Segment], approach: Approach) -> Option<f64> {
    let stays = envelope.iter().rev().take_while(|segment| segment.cheapest.contains(&approach.option()));
    stays.last().map(|segment| segment.from)
}

/// Parts of a scenario that are carried and checked but not evaluated by this version.
fn not_evaluated(scenario: &Scenario) -> Vec<String> {
    let uncertainty = scenario.uncertainty.as_ref();
    let small = cfg!(not(whole));
    let paths = vec![
        (small && scenario.time.is_some(), "time".to_owned()),
        (small && scenario.decision.partner.is_some(), "decision.partner".to_owned()),
        (small && scenario.decision.wardley.is_some(), "decision.wardley".to_owned()),
        (small && uncertainty.is_some_and(|given| !given.ranges.is_empty()), "uncertainty.ranges".to_owned()),
    ];
    paths.into_iter().filter(|(given, _)| *given).map(|(_, path)| path).collect()
}
