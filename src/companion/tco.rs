//! Total cost of ownership (X5): the lines of part 4.4 in six groups, what is counted of them, and what is not.
//!
//! The amounts are the cost engine's own, at the reader's volume. Only the cost of delay is added; a blank line is listed,
//! never taken as zero.

use schemars::JsonSchema;
use serde::Serialize;

use crate::approach::{Approach, ApproachSet, OptionId, PerOption, Variant};
use crate::cost::{Costs, Line, OptionCost};
use crate::decision::Decision;
use crate::scenario::{Hosting, Scenario};
use crate::units::Quantity;

/// A group of costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum TcoGroup {
    /// Getting it.
    Acquire,
    /// Running it.
    Operate,
    /// Keeping up with changes.
    Change,
    /// Moving on.
    Switch,
    /// What goes wrong, and what it takes to be allowed.
    Indirect,
    /// Being later than the quickest option.
    Delay,
}

impl TcoGroup {
    /// All six, in order.
    pub const ALL: [Self; 6] = [Self::Acquire, Self::Operate, Self::Change, Self::Switch, Self::Indirect, Self::Delay];
}

const API: ApproachSet = ApproachSet::of(&[Approach::Api]);
const TUNED: ApproachSet = ApproachSet::of(&[Approach::FineTune]);
const CUSTOM: ApproachSet = ApproachSet::of(&[Approach::Custom]);
const OWNED: ApproachSet = ApproachSet::of(&[Approach::FineTune, Approach::Custom]);
const ALL: ApproachSet = ApproachSet::ALL;

/// The fixed part of what hosting costs.
const HOSTING_FIXED: &str = "hosting.perMonth";
/// The part of it that each unit costs.
const HOSTING_UNIT: &str = "hosting.amount";
const DELAY: &str = "delay";

/// The lines of part 4.4 by their place in a cost structure: group, and the approaches that have them.
const LINES: [(&str, TcoGroup, ApproachSet); 30] = [
    ("oneOff.integration", TcoGroup::Acquire, ALL),
    ("oneOff.abstractionLayer", TcoGroup::Acquire, ALL),
    ("oneOff.loggingAndConsent", TcoGroup::Acquire, ALL),
    ("oneOff.dataCollection", TcoGroup::Acquire, OWNED),
    ("oneOff.labelling", TcoGroup::Acquire, OWNED),
    ("oneOff.training", TcoGroup::Acquire, OWNED),
    ("oneOff.evaluationSet", TcoGroup::Acquire, OWNED),
    ("oneOff.dataAcquisition", TcoGroup::Acquire, CUSTOM),
    ("oneOff.hiring", TcoGroup::Acquire, CUSTOM),
    ("oneOff.research", TcoGroup::Acquire, CUSTOM),
    ("price", TcoGroup::Operate, API),
    (HOSTING_FIXED, TcoGroup::Operate, OWNED),
    // Asked where a managed service is tuned: it bills a fixed part and a part per unit.
    (HOSTING_UNIT, TcoGroup::Operate, TUNED),
    ("staff", TcoGroup::Operate, OWNED),
    ("monthly.monitoring", TcoGroup::Operate, TUNED),
    ("retraining", TcoGroup::Operate, OWNED),
    ("monthly.onCall", TcoGroup::Operate, TUNED),
    ("monthly.retesting", TcoGroup::Change, API),
    ("monthly.reprompting", TcoGroup::Change, API),
    ("monthly.baseModelUpgrades", TcoGroup::Change, TUNED),
    ("monthly.rearchitecture", TcoGroup::Change, CUSTOM),
    ("oneOff.migration", TcoGroup::Switch, ALL),
    ("oneOff.dualRunning", TcoGroup::Switch, ALL),
    ("oneOff.exitFees", TcoGroup::Switch, ALL),
    ("monthly.outages", TcoGroup::Indirect, ALL),
    ("monthly.rateLimits", TcoGroup::Indirect, ALL),
    ("oneOff.privacyReview", TcoGroup::Indirect, ALL),
    ("monthly.servingDowntime", TcoGroup::Indirect, OWNED),
    ("monthly.fee", TcoGroup::Operate, ApproachSet::EMPTY),
    (DELAY, TcoGroup::Delay, ALL),
];

/// The group of a line. Lines with names of one's own are running costs by the month, costs of getting it once.
#[must_use]
pub fn group_of(line: &str) -> TcoGroup {
    let known = LINES.iter().find(|(known, ..)| *known == line).map(|(_, group, _)| *group);
    known.unwrap_or(if line.starts_with("oneOff.") { TcoGroup::Acquire } else { TcoGroup::Operate })
}

/// The amounts of an approach that a form can ask for, as places in its cost structure.
pub fn entries(approach: Approach) -> impl Iterator<Item = &'static str> {
    let own = move |(_, _, of): &&(&str, TcoGroup, ApproachSet)| of.contains(approach);
    let named = |line: &&str| line.starts_with("oneOff.") || line.starts_with("monthly.");
    LINES.iter().filter(own).map(|(line, ..)| *line).filter(named)
}

/// One group of one option.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct GroupCost {
    /// Which group.
    pub group: TcoGroup,
    /// Money per month at the reader's volume, one-off costs spread; `null` while no line of it is counted.
    pub per_month: Option<f64>,
    /// The lines that are counted.
    pub lines: Vec<Line>,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OptionTco {
    /// The six groups, in order.
    pub groups: Vec<GroupCost>,
    /// All groups together: the option's total and its cost of delay; `null` while it is not priced.
    pub total: Option<f64>,
    /// Lines of part 4.4, and lines of the scenario, that are blank.
    pub not_counted: Vec<String>,
}

/// Total cost of ownership.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Tco {
    /// The article's three, and the additions that have a cost structure.
    pub options: PerOption<OptionTco>,
}

/// `None` while the volume is blank.
pub(super) fn tco(scenario: &Scenario, cost: &Costs, decision: &Decision) -> Option<Tco> {
    let at = cost.at_volume.as_ref()?;
    let managed = [decision.now.variant, decision.destination.variant].contains(&Some(Variant::FineTuneManagedService));
    let options = PerOption::from_fn(|option| {
        if option.approach().is_none() && scenario.options.get(option).is_none() {
            return None;
        }
        let priced = at.options.get(option);
        let mut lines = priced.map_or_else(Vec::new, |priced| counted(scenario, option, priced, at.volume));
        lines.extend(priced.and_then(|_| delay(cost, option)));
        let both = managed && option == OptionId::FineTune;
        let not_counted = not_counted(scenario, option, priced, &lines, both);
        let groups = TcoGroup::ALL.map(|group| {
            let lines: Vec<Line> = lines.iter().filter(|line| group_of(&line.line) == group).cloned().collect();
            let per_month = (!lines.is_empty()).then(|| lines.iter().map(|line| line.amount).sum());
            GroupCost { group, per_month, lines }
        });
        let total = priced.map(|_| lines.iter().map(|line| line.amount).sum());
        Some(OptionTco { groups: groups.to_vec(), total, not_counted })
    });
    Some(Tco { options })
}

fn hosting(scenario: &Scenario, option: OptionId) -> Option<&Hosting> {
    scenario.options.get(option)?.hosting.as_ref()
}

/// The cost engine's lines, hosting split into its fixed part and its part per unit.
fn counted(scenario: &Scenario, option: OptionId, priced: &OptionCost, volume: f64) -> Vec<Line> {
    let mut lines = Vec::with_capacity(priced.lines.len() + 2);
    for line in &priced.lines {
        let named = |name: &str, amount| Line { line: name.to_owned(), amount };
        match (line.line.as_str(), hosting(scenario, option)) {
            ("hosting", Some(Hosting::Mixed(mixed))) => {
                lines.extend(mixed.per_month.map(|fixed| named(HOSTING_FIXED, fixed.get())));
                lines.extend(mixed.amount.map(|amount| named(HOSTING_UNIT, amount.get() * volume)));
            }
            ("hosting", Some(Hosting::PerUnit(_))) => lines.push(named(HOSTING_UNIT, line.amount)),
            ("hosting", _) => lines.push(named(HOSTING_FIXED, line.amount)),
            _ => lines.push(line.clone()),
        }
    }
    lines
}

/// What it costs to be later than the quickest option, spread like the option's one-off costs (part 5.5).
#[cfg(whole)]
fn delay(cost: &Costs, option: OptionId) -> Option<Line> {
    let amount = cost.time.as_ref()?.options.get(option)?.delay?;
    let spread_over = *cost.amortisation.get(option)?;
    (spread_over > 0.0).then(|| Line { line: DELAY.to_owned(), amount: amount / spread_over })
}

/// The small module has no view over time, and evaluates no companion.
#[cfg(not(whole))]
fn delay(_: &Costs, _: OptionId) -> Option<Line> {
    None
}

/// Expected lines that are blank, then blank lines of the scenario's own.
fn not_counted(
    scenario: &Scenario,
    option: OptionId,
    priced: Option<&OptionCost>,
    lines: &[Line],
    managed: bool,
) -> Vec<String> {
    let is_counted = |name: &str| lines.iter().any(|line| line.line == name);
    let hosted = is_counted(HOSTING_FIXED) || is_counted(HOSTING_UNIT);
    let two_parts = managed || matches!(hosting(scenario, option), Some(Hosting::Mixed(_)));
    let missing = |name: &str| match name {
        HOSTING_FIXED => !is_counted(HOSTING_FIXED) && (two_parts || !hosted),
        HOSTING_UNIT => two_parts && !is_counted(HOSTING_UNIT) && !is_counted("price"),
        _ => !is_counted(name),
    };
    let expected = |of: ApproachSet| option.approach().is_some_and(|approach| of.contains(approach));
    let known =
        LINES.iter().filter(|(name, _, of)| expected(*of) && missing(name)).map(|(name, ..)| (*name).to_owned());
    let mut blank: Vec<String> = known.collect();
    for name in priced.map_or(&[] as &[String], |priced| &priced.not_counted) {
        let name = if name == "hosting" { HOSTING_FIXED } else { name };
        if !blank.iter().any(|listed| listed == name) {
            blank.push(name.to_owned());
        }
    }
    blank
}
