//! Levers: for each number or promise that the team can change, the nearest value that changes NOW or the
//! destination, in either direction.
//!
//! One input at a time, the rest as it is. The tree's own flips are in `tree`; money has its tie values in `cost`.

use schemars::JsonSchema;
use serde::Serialize;

use super::factor::Rows;
use super::outcome::{caps, ends, lowest};
use super::tree::Known;
use super::{tree_answers, truth};
use crate::approach::ApproachSet;
use crate::scenario::{Answers, Differentiation};
use crate::units::{Engineers, Examples, Quantity, Weeks};

/// A change of one input that moves the result.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Lever {
    /// Path of the input.
    pub input: &'static str,
    /// Its value now; `null` for a yes-or-no.
    pub from: Option<f64>,
    /// The nearest value that changes something.
    pub to: Option<f64>,
    /// The answer that changes something, for a yes-or-no.
    pub turned: Option<bool>,
    /// What has to come with it, by path.
    pub along: Option<&'static str>,
    /// What would then start now.
    pub now: ApproachSet,
    /// Where it would then end up.
    pub destination: ApproachSet,
}

/// NOW and destination, each with every possibility.
type Course = (ApproachSet, ApproachSet);

/// Every NOW and destination that the answers leave possible.
fn course(answers: &Answers) -> Course {
    let rows = Rows::of(answers);
    let known = Known(tree_answers(answers, &rows).map(|step| truth(step.answer)));
    let is_adapted = answers.differentiation == Some(Differentiation::Adapted);
    let cap = lowest(&caps(answers, &rows));
    let only = answers.gates.imposed.as_ref().map(|imposed| imposed.allowed.as_slice());
    let mut course = (ApproachSet::EMPTY, ApproachSet::EMPTY);
    for vector in known.completions() {
        let (now, destination) = ends(vector.leaf(), is_adapted, cap, only);
        course = (course.0.with(now), course.1.with(destination));
    }
    course
}

/// An input that the team can change: its value, the values at which a row ends, how to put one in its place.
struct Input {
    path: &'static str,
    value: fn(&Answers) -> Option<f64>,
    /// Rising; each is the first whole value of its row.
    starts: &'static [f64],
    /// Falling; each is the last whole value of its row.
    ends: &'static [f64],
    set: fn(&mut Answers, f64),
    /// Needed for the largest value.
    along: Option<&'static str>,
}

const NUMBERS: [Input; 3] = [
    Input {
        path: "decision.data.examples",
        value: |answers| answers.data.examples.map(Quantity::get),
        starts: &[100.0, 1_000.0, 100_000.0],
        ends: &[99_999.0, 999.0, 99.0],
        set: |answers, value| answers.data.examples = Examples::new(value).ok(),
        along: None,
    },
    Input {
        path: "decision.team.mlEngineers",
        value: |answers| {
            answers.team.ml_engineers.filter(|_| answers.team.research_team != Some(true)).map(Quantity::get)
        },
        starts: &[1.0, 5.0],
        ends: &[4.0, 0.0],
        set: |answers, value| {
            answers.team.ml_engineers = Engineers::new(value).ok();
            if value >= 5.0 {
                answers.team.infrastructure = Some(true);
            }
        },
        along: Some("decision.team.infrastructure"),
    },
    Input {
        path: "decision.deadlineWeeks",
        value: |answers| answers.deadline_weeks.map(Quantity::get),
        starts: &[5.0, 14.0, 27.0],
        ends: &[26.0, 13.0, 4.0],
        set: |answers, value| answers.deadline_weeks = Weeks::new(value).ok(),
        along: None,
    },
];

/// The nearest change of each input, up first.
#[must_use]
pub fn levers(answers: &Answers) -> Vec<Lever> {
    let mut tried = Answers { partner: None, wardley: None, ..answers.clone() };
    let base = course(&tried);
    let mut levers = Vec::new();
    for input in &NUMBERS {
        let Some(from) = (input.value)(answers) else { continue };
        for (up, values) in [(true, input.starts), (false, input.ends)] {
            for to in values.iter().copied().filter(|to| if up { *to > from } else { *to < from }) {
                tried.team = answers.team.clone();
                tried.data = answers.data.clone();
                tried.deadline_weeks = answers.deadline_weeks;
                (input.set)(&mut tried, to);
                let (now, destination) = course(&tried);
                if (now, destination) != base {
                    let along = input.along.filter(|_| to >= 5.0 && answers.team.infrastructure != Some(true));
                    levers.push(Lever {
                        input: input.path,
                        from: Some(from),
                        to: Some(to),
                        turned: None,
                        along,
                        now,
                        destination,
                    });
                    break;
                }
            }
        }
    }
    let mut turn = |input, to: bool, set: fn(&mut Answers, bool)| {
        let mut turned = Answers { partner: None, wardley: None, ..answers.clone() };
        set(&mut turned, to);
        let (now, destination) = course(&turned);
        if (now, destination) != base {
            levers.push(Lever { input, from: None, to: None, turned: Some(to), along: None, now, destination });
        }
    };
    if let Some(validated) = answers.demand_validated {
        turn("decision.demandValidated", !validated, |answers, to| answers.demand_validated = Some(to));
    }
    let engineers = answers.team.ml_engineers.map(Quantity::get);
    if engineers == Some(0.0) {
        let to = answers.team.managed_service_owner != Some(true);
        turn("decision.team.managedServiceOwner", to, |answers, to| answers.team.managed_service_owner = Some(to));
    }
    if engineers.is_some_and(|engineers| engineers >= 5.0) {
        let to = answers.team.infrastructure != Some(true);
        turn("decision.team.infrastructure", to, |answers, to| answers.team.infrastructure = Some(to));
    }
    if let Some(ready) = answers.data.ready {
        turn("decision.data.ready", !ready, |answers, to| answers.data.ready = Some(to));
    }
    levers
}
