//! Two checks of the article's questions and answers: the API's four conditions (Q1) and those of training from scratch
//! (Q3b). They are counts, not gates (I36); an unknown condition is not met.

use schemars::JsonSchema;
use serde::Serialize;

use super::factor::{MASSIVE_EXAMPLES, Rows};
use super::rule::RuleId;
use crate::scenario::Answers;
use crate::units::Quantity;

/// How many of the conditions are met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Met {
    /// Conditions met.
    pub met: usize,
    /// Conditions in all.
    pub of: usize,
}

/// Both counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Fit {
    /// Q1: generic task, no ML expertise, weeks rather than months, no data of one's own needed.
    pub api: Met,
    /// Q3b: no adequate foundation model, millions of examples, a highly specialised task, a team with infrastructure.
    pub custom: Met,
}

/// Counts both lists of conditions.
#[must_use]
pub fn fit(answers: &Answers, rows: &Rows) -> Fit {
    let is = |place: Option<super::factor::Place>, rule| place.is_some_and(|place| place.row.rule == rule);
    let no_data = is(rows.data, RuleId::D1) && rows.moat.is_none();
    let api = [
        answers.data.generic_task == Some(true),
        is(rows.expertise, RuleId::E1),
        is(rows.timeline, RuleId::L1),
        no_data,
    ];
    Fit {
        api: Met { met: api.into_iter().filter(|met| *met).count(), of: api.len() },
        custom: Met { met: custom_conditions_met(answers, rows), of: 4 },
    }
}

/// How many of Q3b's conditions are met, of four.
#[must_use]
pub fn custom_conditions_met(answers: &Answers, rows: &Rows) -> usize {
    let asked = &answers.custom_conditions;
    let team = rows.expertise.is_some_and(|place| matches!(place.row.rule, RuleId::E3 | RuleId::E4));
    [
        asked.no_foundation_model == Some(true),
        answers.data.examples.is_some_and(|examples| examples.get() >= MASSIVE_EXAMPLES),
        asked.specialised_task == Some(true),
        team && asked.multi_month_infrastructure == Some(true),
    ]
    .into_iter()
    .filter(|met| *met)
    .count()
}
