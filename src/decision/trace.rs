//! The trace: every step that led to the result, as data. [`replay`] works the result out again from the trace alone,
//! which a test holds against the engine.
//!
//! Only rules that lead, cap or allow stand here; tensions are beside the result, not on the way to it.

use schemars::JsonSchema;
use serde::Serialize;

use super::factor::Rows;
use super::outcome::{Outcome, allowed, caps};
use super::rule::RuleId;
use super::tree::{Known, Leaf, Node, TREE};
use super::{Step, StepAnswer};
use crate::approach::{Approach, ApproachSet, Variant};
use crate::host;
use crate::scenario::{Answers, Differentiation};
use crate::units::Quantity;

/// What a step does to the result.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Effect {
    /// The tree goes on here: a question or a leaf; both ways while the answer is not known.
    Leads {
        /// Where to.
        to: Vec<RuleId>,
    },
    /// A leaf is reached.
    Ends {
        /// What the leaf names.
        leaf: Variant,
        /// Where it leads in the end.
        destination: Variant,
    },
    /// The destination is at most this.
    CapsDestination {
        /// The most owned approach that is left.
        at: Approach,
    },
    /// What starts now is at most this.
    CapsNow {
        /// The most owned approach that is left.
        at: Approach,
    },
    /// Only these may start now.
    Allows {
        /// What is allowed.
        only: Vec<Approach>,
    },
}

/// One step.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TraceStep {
    /// The rule.
    pub rule: RuleId,
    /// Path of the input that decided it; empty at a leaf.
    pub input: &'static str,
    /// The input's value: `yes`, `no`, `unknown`, a number, a level.
    pub value: String,
    /// What follows.
    pub effect: Effect,
}

/// The steps to all outcomes of the unknown answers: the tree, its leaves, what caps, what is allowed.
#[must_use]
pub fn trace(answers: &Answers, rows: &Rows, steps: &[Step; 4], outcomes: &[Outcome]) -> Vec<TraceStep> {
    let mut trace = Vec::new();
    let known = Known(steps.map(|step| super::truth(step.answer)));
    ask(&TREE, known, steps, &mut trace);
    for leaf in Leaf::ALL.into_iter().filter(|leaf| outcomes.iter().any(|outcome| outcome.leaf == *leaf)) {
        let effect = Effect::Ends { leaf: leaf.variant(), destination: leaf.destination() };
        trace.push(TraceStep { rule: leaf.rule(), input: "", value: String::new(), effect });
    }
    if answers.differentiation == Some(Differentiation::Adapted) {
        let effect = Effect::CapsDestination { at: Approach::FineTune };
        trace.push(TraceStep {
            rule: RuleId::F2,
            input: "decision.differentiation",
            value: "adapted".to_owned(),
            effect,
        });
    }
    let number = |number: Option<f64>| number.map(host::text).unwrap_or_default();
    let team = &answers.team;
    let inputs = [
        match team.research_team {
            Some(true) => ("decision.team.researchTeam", "yes".to_owned()),
            _ => ("decision.team.mlEngineers", number(team.ml_engineers.map(Quantity::get))),
        },
        ("decision.deadlineWeeks", number(answers.deadline_weeks.map(Quantity::get))),
        ("decision.data.examples", number(answers.data.examples.map(Quantity::get))),
        ("decision.demandValidated", "no".to_owned()),
    ];
    for (cap, (input, value)) in caps(answers, rows).into_iter().zip(inputs) {
        if let Some(cap) = cap.filter(|cap| cap.ceiling < Approach::Custom) {
            trace.push(TraceStep { rule: cap.rule, input, value, effect: Effect::CapsNow { at: cap.ceiling } });
        }
    }
    if let Some(imposed) = &answers.gates.imposed {
        let value = imposed.reason.as_ref().map_or("", |reason| reason.as_str()).to_owned();
        let effect = Effect::Allows { only: imposed.allowed.clone() };
        trace.push(TraceStep { rule: RuleId::N1, input: "decision.gates.imposed", value, effect });
    }
    trace
}

/// Asks this question and those that its answer leads to.
fn ask(node: &Node, known: Known, steps: &[Step; 4], trace: &mut Vec<TraceStep>) {
    let Node::Ask { question, no, yes } = node else { return };
    let answer = known.answer(*question);
    let ways: Vec<&Node> = [(*no, Some(false)), (*yes, Some(true))]
        .into_iter()
        .filter(|(_, way)| answer.is_none() || answer == *way)
        .map(|(node, _)| node)
        .collect();
    let to = ways.iter().map(|node| rule_of(node)).collect();
    let value = match steps.iter().find(|step| step.rule == question.rule()).map(|step| step.answer) {
        Some(StepAnswer::Yes) => "yes",
        Some(StepAnswer::No) => "no",
        _ => "unknown",
    };
    trace.push(TraceStep {
        rule: question.rule(),
        input: question.input(),
        value: value.to_owned(),
        effect: Effect::Leads { to },
    });
    for way in ways {
        ask(way, known, steps, trace);
    }
}

fn rule_of(node: &Node) -> RuleId {
    match node {
        Node::Ask { question, .. } => question.rule(),
        Node::End(leaf) => leaf.rule(),
    }
}

/// What a trace gives, worked out again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replayed {
    /// The leaves that are reached, from outsourced to owned.
    pub leaves: Vec<RuleId>,
    /// What may start now.
    pub now: ApproachSet,
    /// Where it may end up.
    pub destination: ApproachSet,
}

/// Works the result out again from the trace alone; `None` when a step that another one leads to is missing.
#[must_use]
pub fn replay(trace: &[TraceStep]) -> Option<Replayed> {
    let of = |rule: RuleId| trace.iter().find(|step| step.rule == rule).map(|step| &step.effect);
    let mut open = vec![RuleId::T1];
    let mut replayed = Replayed { leaves: Vec::new(), now: ApproachSet::EMPTY, destination: ApproachSet::EMPTY };
    while let Some(rule) = open.pop() {
        match of(rule)? {
            Effect::Leads { to } => open.extend(to.iter().rev()),
            Effect::Ends { leaf, destination } => {
                let mut end = destination.approach();
                let mut now = leaf.approach();
                let mut only = None;
                for step in trace {
                    match &step.effect {
                        Effect::CapsDestination { at } => end = end.min(*at),
                        Effect::CapsNow { at } => now = now.min(*at),
                        Effect::Allows { only: allowed } => only = Some(allowed.as_slice()),
                        Effect::Leads { .. } | Effect::Ends { .. } => {}
                    }
                }
                replayed.leaves.push(rule);
                replayed.destination = replayed.destination.with(end);
                replayed.now = replayed.now.with(allowed(now.min(end), only));
            }
            _ => return None,
        }
    }
    Some(replayed)
}
