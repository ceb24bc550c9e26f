//! Pitfalls P1 to P6 and API risks R1 to R5: triggered, clear or unknown from the inputs.
//!
//! Unknown is shown as such: a blank input never clears anything. Mitigations are words and live in `text`.

use schemars::JsonSchema;
use serde::Serialize;

use super::factor::Rows;
use super::review::{LATEST_REVIEW, Timing};
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
    /// It has already happened (M9); `null` while that is not known.
    pub happened: Option<bool>,
    /// What is named against it, and whether it is in place; the small module leaves them out of its report.
    #[cfg_attr(not(whole), serde(skip))]
    #[schemars(default)]
    pub mitigations: Vec<Mitigation>,
}

/// A mitigation of a risk, as far as it is in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Mitigation {
    /// RM1 to RM3.
    pub id: RuleId,
    /// `null` while that is not known.
    pub in_place: Option<bool>,
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
    /// When the decision is looked at again.
    pub review: Timing,
    /// Something other than the calendar is set that would move the decision: a number or a date to wait for.
    pub has_trigger: bool,
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
    let has_data = rows.data.map(|place| place.row.rule > RuleId::D1);
    let one_provider = match practices.providers_integrated {
        Some(providers) => Some(providers.get() <= 1.0),
        None => not(practices.fallback_provider),
    };
    let shuns = or(Some(chosen == Some(Approach::Api)), answers.tuning_too_hard);
    let far_ahead =
        scenario.time.as_ref().and_then(|time| time.horizon_months).is_some_and(|months| months.get() > LATEST_REVIEW);
    let no_review = matches!(course.review, Timing::Missing | Timing::TooLate);
    let weight = |high| if high { Weight::High } else { Weight::Normal };
    [
        (RuleId::P1, and(not(answers.demand_validated), builds), research),
        (RuleId::P2, and(starts_on_api, or(not(practices.abstraction_layer), one_provider)), false),
        (RuleId::P3, and(starts_on_api, or(not(practices.logging), not(practices.consent))), course.collects_data),
        (RuleId::P4, and(shuns, and(course.is_core, has_data)), false),
        (RuleId::P5, and(or(owns(course.now), owns(course.destination)), upkeep_missing(scenario, course)), false),
        (RuleId::P6, or(not(practices.clean_interface), Some(no_review || (far_ahead && !course.has_trigger))), false),
    ]
    .into_iter()
    .map(|(id, triggered, high)| Pitfall { id, state: state(triggered), severity: weight(high) })
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

/// Whether a variant depends on a vendor that could change price, terms or behaviour: every API, and tuning that is
/// managed by somebody else, be it a service or machines (I38, I14).
#[must_use]
pub fn depends_on_vendor(variant: Variant) -> bool {
    variant.approach() == Approach::Api
        || matches!(variant, Variant::FineTuneManagedService | Variant::FineTuneManagedInfra)
}

/// The five risks, in order, for anything that depends on a vendor (I38); all clear where nothing does. One of the
/// mitigations that are named for a risk is enough.
#[must_use]
pub fn risks(scenario: &Scenario, now: Option<Variant>, destination: Option<Variant>) -> Vec<Risk> {
    use RuleId::{R1, R2, R3, R4, R5, RM1, RM2, RM3};
    let (practices, events) = (&scenario.decision.practices, &scenario.decision.vendor_events);
    let vendor = or(now.map(depends_on_vendor), destination.map(depends_on_vendor));
    let in_place = |mitigation: RuleId| match mitigation {
        RM1 => practices.abstraction_layer,
        RM2 => practices.fallback_provider,
        _ => practices.contract_terms,
    };
    let named: [(RuleId, Truth, &[RuleId]); 5] = [
        (R1, events.lock_in, &[RM1]),
        (R2, events.price, &[RM2, RM3]),
        (R3, events.behaviour, &[RM1, RM3]),
        (R4, events.data, &[RM3]),
        (R5, events.availability, &[RM2, RM3]),
    ];
    named
        .into_iter()
        .map(|(id, happened, mitigations)| {
            let mut mitigated = Some(false);
            for mitigation in mitigations {
                mitigated = or(mitigated, in_place(*mitigation));
            }
            let open = or(not(mitigated), Some(happened == Some(true)));
            let mitigations = mitigations.iter().map(|id| Mitigation { id: *id, in_place: in_place(*id) }).collect();
            Risk { id, state: state(and(vendor, open)), happened, mitigations }
        })
        .collect()
}
