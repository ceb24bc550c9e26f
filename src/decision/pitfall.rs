//! Pitfalls P1 to P6 and API risks R1 to R5: triggered, clear or unknown from the inputs.
//!
//! Unknown is shown as such: a blank input never clears anything. Mitigations are words and live in `text`.

use schemars::JsonSchema;
use serde::Serialize;

use super::factor::Rows;
use super::rule::RuleId;
use crate::approach::{Approach, OptionId, Variant};
use crate::scenario::Scenario;
use crate::units::Quantity;

/// What the inputs say of a pitfall or risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum State {
    /// The inputs show it.
    Triggered,
    /// An input that would tell is blank.
    Unknown,
    /// The inputs rule it out.
    Clear,
}

/// How much a pitfall weighs here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Weight {
    /// As usual.
    Normal,
    /// More than usual, for the reason that the rule gives.
    High,
}

/// One pitfall.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Pitfall {
    /// P1 to P6.
    pub id: RuleId,
    /// What the inputs say.
    pub state: State,
    /// How much it weighs here.
    pub severity: Weight,
}

/// One risk of depending on a vendor.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Risk {
    /// R1 to R5.
    pub id: RuleId,
    /// What the inputs say.
    pub state: State,
}

/// Three-valued logic: `None` is unknown.
type Truth = Option<bool>;

fn not(a: Truth) -> Truth {
    a.map(|a| !a)
}

fn or(a: Truth, b: Truth) -> Truth {
    match (a, b) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    }
}

fn and(a: Truth, b: Truth) -> Truth {
    not(or(not(a), not(b)))
}

fn state(triggered: Truth) -> State {
    match triggered {
        Some(true) => State::Triggered,
        Some(false) => State::Clear,
        None => State::Unknown,
    }
}

/// What the pitfalls need to know of the result; `None` where unknown answers leave it open.
#[derive(Clone, Copy, Debug)]
pub struct Course {
    /// What to start with.
    pub now: Option<Variant>,
    /// Where to end up.
    pub destination: Option<Variant>,
    /// The tree's approach.
    pub tree: Option<Approach>,
    /// The tree ends at T2-no.
    pub collects_data: bool,
    /// The tree's answer to T1.
    pub is_core: Truth,
}

/// The six pitfalls, in order (part 1.10).
#[must_use]
pub fn pitfalls(scenario: &Scenario, rows: &Rows, course: Course) -> Vec<Pitfall> {
    let answers = &scenario.decision;
    let practices = &answers.practices;
    let starts_on_api = course.now.map(|now| now.approach() == Approach::Api);
    let owns = |variant: Option<Variant>| variant.map(|variant| variant.approach() > Approach::Api);
    let chosen = answers.chosen;
    let builds =
        or(course.tree.map(|tree| tree > Approach::Api), Some(chosen.is_some_and(|chosen| chosen > Approach::Api)));
    let research = rows.expertise.is_some_and(|place| matches!(place.row.rule, RuleId::E3 | RuleId::E4));
    let has_data = rows.data.is_some_and(|place| place.row.rule > RuleId::D1);
    let shuns_tuning = and(Some(chosen == Some(Approach::Api)), and(course.is_core, rows.data.map(|_| has_data)));
    let far_ahead =
        scenario.time.as_ref().and_then(|time| time.horizon_months).is_some_and(|months| months.get() > 18.0);
    let no_review = Some(practices.review_date.is_none());
    let weight = |high| if high { Weight::High } else { Weight::Normal };
    [
        (RuleId::P1, and(not(answers.demand_validated), builds), weight(research)),
        (
            RuleId::P2,
            and(starts_on_api, or(not(practices.abstraction_layer), not(practices.fallback_provider))),
            Weight::Normal,
        ),
        (
            RuleId::P3,
            and(starts_on_api, or(not(practices.logging), not(practices.consent))),
            weight(course.collects_data),
        ),
        (RuleId::P4, shuns_tuning, Weight::Normal),
        (
            RuleId::P5,
            and(or(owns(course.now), owns(course.destination)), upkeep_missing(scenario, course)),
            Weight::Normal,
        ),
        (
            RuleId::P6,
            or(not(practices.clean_interface), or(no_review, Some(far_ahead && no_review == Some(true)))),
            Weight::Normal,
        ),
    ]
    .into_iter()
    .map(|(id, triggered, severity)| Pitfall { id, state: state(triggered), severity })
    .collect()
}

/// C2 and C3 ask for people: a blank or zero staff line is upkeep forgotten (I31), as is a missing budget or owner.
fn upkeep_missing(scenario: &Scenario, course: Course) -> Truth {
    let staffed = |option| {
        let structure = scenario.options.get(option)?;
        Some(structure.staff.as_ref().and_then(crate::scenario::Staff::cost).is_some_and(|cost| cost.get() > 0.0))
    };
    let owned = [course.now, course.destination].into_iter().flatten().map(Variant::approach).max();
    let option = match owned {
        Some(Approach::Custom) => OptionId::Custom,
        _ => OptionId::FineTune,
    };
    let practices = &scenario.decision.practices;
    let no_staff = not(Some(staffed(option).unwrap_or(false)));
    or(no_staff, or(not(practices.retraining_budget), not(practices.monitoring_owner)))
}

/// The five risks, in order, for anything that depends on a vendor (I38); all clear where nothing does.
#[must_use]
pub fn risks(scenario: &Scenario, course: Course) -> Vec<Risk> {
    let practices = &scenario.decision.practices;
    let depends = |variant: Option<Variant>| {
        variant.map(|variant| variant.approach() == Approach::Api || variant == Variant::FineTuneManagedService)
    };
    let vendor = or(depends(course.now), depends(course.destination));
    let (layer, fallback, terms) = (practices.abstraction_layer, practices.fallback_provider, practices.contract_terms);
    [
        (RuleId::R1, layer),
        (RuleId::R2, or(fallback, terms)),
        (RuleId::R3, or(layer, terms)),
        (RuleId::R4, terms),
        (RuleId::R5, or(fallback, terms)),
    ]
    .into_iter()
    .map(|(id, mitigated)| Risk { id, state: state(and(vendor, not(mitigated))) })
    .collect()
}
