//! Checks of the article's questions and answers: the API's four conditions (Q1), those of fine-tuning (Q3a) and of
//! training from scratch (Q3b). They are counts, not gates (I36); an unknown condition is not met.

use schemars::JsonSchema;
use serde::Serialize;

use super::factor::{MASSIVE_EXAMPLES, Place, Rows, SIGNIFICANT_EXAMPLES};
use super::rule::RuleId;
use crate::scenario::Answers;
use crate::units::Quantity;

/// One condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ConditionId {
    /// Q1: the task is the same everywhere.
    GenericTask,
    /// Q1: nobody on the team does machine learning.
    NoExpertise,
    /// Q1: weeks are left, not months.
    Weeks,
    /// Q1: good enough without data of one's own.
    NoDataNeeded,
    /// Q3a: the domain has a good foundation model.
    FoundationModel,
    /// Q3a: hundreds to thousands of examples.
    ModerateData,
    /// Q3b: no foundation model is good enough.
    NoFoundationModel,
    /// Q3b: millions of examples.
    MassiveData,
    /// Q3b: a highly specialised task.
    SpecialisedTask,
    /// Q3b: a team with infrastructure for an effort of many months.
    TeamAndInfrastructure,
}

/// A condition and whether it is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// Which.
    pub id: ConditionId,
    /// `null` while an input that would tell is blank.
    pub met: Option<bool>,
}

/// How many of the conditions are met.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Met {
    /// The rule that lists them.
    pub rule: RuleId,
    /// Conditions met.
    pub met: usize,
    /// Conditions in all.
    pub of: usize,
    /// Each of them; the small module leaves them out of its report.
    #[cfg_attr(not(whole), serde(skip))]
    #[schemars(default)]
    pub conditions: Vec<Condition>,
}

/// The three counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Fit {
    /// Q1.
    pub api: Met,
    /// Q3a.
    pub fine_tune: Met,
    /// Q3b.
    pub custom: Met,
}

fn met(rule: RuleId, conditions: &[(ConditionId, Option<bool>)]) -> Met {
    Met {
        rule,
        met: conditions.iter().filter(|(_, met)| *met == Some(true)).count(),
        of: conditions.len(),
        conditions: conditions.iter().map(|(id, met)| Condition { id: *id, met: *met }).collect(),
    }
}

/// Counts the lists of conditions.
#[must_use]
pub fn fit(answers: &Answers, rows: &Rows) -> Fit {
    use ConditionId as C;
    let is = |place: Option<Place>, rule| place.map(|place| place.row.rule == rule);
    let no_data = match rows.moat {
        Some(_) => Some(false),
        None => is(rows.data, RuleId::D1),
    };
    let asked = &answers.custom_conditions;
    let examples = answers.data.examples.map(Quantity::get);
    let team = rows.expertise.map(|place| matches!(place.row.rule, RuleId::E3 | RuleId::E4));
    let team_and_infrastructure = match (team, asked.multi_month_infrastructure) {
        (Some(true), Some(true)) => Some(true),
        (Some(false), _) | (_, Some(false)) => Some(false),
        _ => None,
    };
    // Hundreds to thousands: from the grey zone to the end of D3 as the article draws it.
    let moderate =
        examples.map(|examples| (SIGNIFICANT_EXAMPLES / 10.0..10.0 * SIGNIFICANT_EXAMPLES).contains(&examples));
    Fit {
        api: met(
            RuleId::Q1,
            &[
                (C::GenericTask, answers.data.generic_task),
                (C::NoExpertise, is(rows.expertise, RuleId::E1)),
                (C::Weeks, is(rows.timeline, RuleId::L1)),
                (C::NoDataNeeded, no_data),
            ],
        ),
        fine_tune: met(
            RuleId::Q3a,
            &[(C::FoundationModel, asked.no_foundation_model.map(|none| !none)), (C::ModerateData, moderate)],
        ),
        custom: met(
            RuleId::Q3b,
            &[
                (C::NoFoundationModel, asked.no_foundation_model),
                (C::MassiveData, examples.map(|examples| examples >= MASSIVE_EXAMPLES)),
                (C::SpecialisedTask, asked.specialised_task),
                (C::TeamAndInfrastructure, team_and_infrastructure),
            ],
        ),
    }
}
