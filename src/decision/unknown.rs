//! Blank inputs: which of them matter, told by trying every way to fill in all of them at once.
//!
//! A blank number is tried with one value of each of its rows, so the number of trials is bounded. Nothing here assumes how
//! likely a value is: an unknown is ranked by the share of completions that it flips.

use schemars::JsonSchema;
use serde::Serialize;

use super::factor::Rows;
use super::outcome::{caps, ends};
use super::tree::Vector;
use super::{tree_answers, truth};
use crate::approach::Approach;
use crate::order;
use crate::scenario::{Answers, Differentiation, Scenario};
use crate::units::{Engineers, Examples, Quantity, Weeks};

/// A blank input that the decision reads.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Unknown {
    /// Path of the input.
    pub input: &'static str,
    /// Whether any legal value of it would change NOW or the destination.
    pub matters: bool,
    /// Ways to fill in the other blanks for which this one changes NOW or the destination.
    pub flips: usize,
    /// Ways to fill in the other blanks.
    pub of: usize,
}

/// Answers with the blanks filled in; the tree's questions are used only where the rest leaves them open.
struct Trial {
    answers: Answers,
    tree: [bool; 4],
}

/// What a trial comes to before the tree is walked.
#[derive(Clone, Copy, PartialEq)]
struct Facts {
    tree: [bool; 4],
    is_adapted: bool,
    /// In the order of `outcome::caps`.
    ceilings: [Approach; 4],
}

impl Facts {
    /// Before any input has acted.
    const NONE: Self = Self { tree: [false; 4], is_adapted: false, ceilings: [Approach::Custom; 4] };
}

/// Inputs that act together, and on nothing that another group acts on: each group is worked out once.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    /// T1, and whether the level is adapted.
    Level,
    /// T2 and D.
    Data,
    /// T3 and E.
    Team,
    /// T4.
    Architecture,
    /// L.
    Time,
    /// P1.
    Demand,
}

impl Group {
    const ALL: [Self; 6] = [Self::Level, Self::Data, Self::Team, Self::Architecture, Self::Time, Self::Demand];

    /// Takes over what this group acts on.
    fn take(self, facts: &mut Facts, from: &Facts) {
        match self {
            Self::Level => (facts.tree[0], facts.is_adapted) = (from.tree[0], from.is_adapted),
            Self::Data => (facts.tree[1], facts.ceilings[2]) = (from.tree[1], from.ceilings[2]),
            Self::Team => (facts.tree[2], facts.ceilings[0]) = (from.tree[2], from.ceilings[0]),
            Self::Architecture => facts.tree[3] = from.tree[3],
            Self::Time => facts.ceilings[1] = from.ceilings[1],
            Self::Demand => facts.ceilings[3] = from.ceilings[3],
        }
    }
}

/// An input, whether it is blank, and its values.
struct Input {
    group: Group,
    path: &'static str,
    blank: fn(&Answers) -> bool,
    values: usize,
    set: fn(&mut Trial, usize),
}

const INPUTS: [Input; 11] = [
    Input {
        group: Group::Level,
        path: "decision.differentiation",
        blank: |answers| answers.differentiation.is_none(),
        values: 3,
        set: |trial, value| {
            trial.answers.differentiation =
                [Differentiation::Commodity, Differentiation::Adapted, Differentiation::Core].get(value).copied();
        },
    },
    Input {
        group: Group::Level,
        path: "decision.answers.coreDifferentiator",
        blank: |answers| {
            let leaves_it_open = matches!(answers.differentiation, None | Some(Differentiation::Adapted));
            answers.answers.core_differentiator.is_none() && leaves_it_open
        },
        values: 2,
        set: |trial, value| trial.tree[0] = value == 1,
    },
    Input {
        group: Group::Data,
        path: "decision.data.examples",
        blank: |answers| answers.data.examples.is_none(),
        values: 4,
        set: |trial, value| {
            let examples = [0.0, 500.0, 5_000.0, 500_000.0].get(value);
            trial.answers.data.examples = examples.and_then(|examples| Examples::new(*examples).ok());
        },
    },
    Input {
        group: Group::Data,
        path: "decision.data.moat",
        blank: |answers| answers.data.moat.is_none(),
        values: 2,
        set: |trial, value| trial.answers.data.moat = Some(value == 1),
    },
    Input {
        group: Group::Data,
        path: "decision.answers.significantData",
        blank: |answers| {
            let leaves_it_open =
                answers.data.examples.is_none_or(|examples| (100.0..1_000.0).contains(&examples.get()));
            answers.answers.significant_data.is_none() && answers.data.moat != Some(true) && leaves_it_open
        },
        values: 2,
        set: |trial, value| trial.tree[1] = value == 1,
    },
    Input {
        group: Group::Team,
        path: "decision.team.mlEngineers",
        blank: |answers| answers.team.ml_engineers.is_none() && answers.team.research_team != Some(true),
        values: 3,
        set: |trial, value| {
            trial.answers.team.ml_engineers = [0.0, 2.0, 5.0].get(value).and_then(|team| Engineers::new(*team).ok());
            trial.answers.team.infrastructure = Some(value == 2);
        },
    },
    Input {
        group: Group::Team,
        path: "decision.team.managedServiceOwner",
        blank: |answers| {
            let no_engineers = answers.team.ml_engineers.is_some_and(|engineers| engineers.get() == 0.0);
            answers.team.managed_service_owner.is_none() && no_engineers && answers.team.research_team != Some(true)
        },
        values: 2,
        set: |trial, value| trial.answers.team.managed_service_owner = Some(value == 1),
    },
    Input {
        group: Group::Architecture,
        path: "decision.answers.novelArchitecture",
        blank: |answers| answers.answers.novel_architecture.is_none(),
        values: 2,
        set: |trial, value| trial.tree[3] = value == 1,
    },
    Input {
        group: Group::Time,
        path: "decision.data.ready",
        blank: |answers| answers.data.ready.is_none(),
        values: 2,
        set: |trial, value| trial.answers.data.ready = Some(value == 1),
    },
    Input {
        group: Group::Time,
        path: "decision.deadlineWeeks",
        blank: |answers| answers.deadline_weeks.is_none(),
        values: 4,
        set: |trial, value| {
            let weeks = [2.0, 8.0, 20.0, 40.0].get(value);
            trial.answers.deadline_weeks = weeks.and_then(|weeks| Weeks::new(*weeks).ok());
        },
    },
    Input {
        group: Group::Demand,
        path: "decision.demandValidated",
        blank: |answers| answers.demand_validated.is_none(),
        values: 2,
        set: |trial, value| trial.answers.demand_validated = Some(value == 1),
    },
];

/// What the blanks of one group can come to: each result once, however many ways lead there.
struct States {
    /// The different results.
    different: Vec<Facts>,
    /// For every way to fill in the group's blanks, the first input first: which result it leads to.
    of: Vec<usize>,
}

impl States {
    /// Each result with the number of ways that lead there.
    fn counted(&self) -> impl Iterator<Item = (&Facts, usize)> {
        let ways = |place: usize| self.of.iter().filter(|of| **of == place).count();
        self.different.iter().enumerate().map(move |(place, facts)| (facts, ways(place)))
    }
}

/// Every blank input that is read, the one that flips most first; equal ones in the order of the form.
#[must_use]
pub fn unknowns(scenario: &Scenario) -> Vec<Unknown> {
    let answers = &scenario.decision;
    let blank: Vec<&Input> = INPUTS.iter().filter(|input| (input.blank)(answers)).collect();
    let groups = Group::ALL.map(|group| states(answers, &blank, group));
    let all: usize = groups.iter().map(|states| states.of.len()).product();
    let allowed = answers.gates.imposed.as_ref().map(|imposed| imposed.allowed.as_slice());
    let mut unknowns = Vec::with_capacity(blank.len());
    for (group, own) in Group::ALL.into_iter().zip(&groups) {
        let others = others(group, &groups);
        // For each way the other groups turn out: what each of this group's results comes to.
        let results: Vec<Vec<(Approach, Approach)>> = others
            .iter()
            .map(|(others, _)| {
                let with = |own| {
                    let mut facts = *others;
                    group.take(&mut facts, own);
                    let cap = facts.ceilings.into_iter().fold(Approach::Custom, Approach::min);
                    ends(Vector(facts.tree).leaf(), facts.is_adapted, cap, allowed)
                };
                own.different.iter().map(with).collect()
            })
            .collect();
        let mut stride = 1;
        for input in blank.iter().filter(|input| input.group == group) {
            // Ways that differ in this input alone stand one stride apart.
            let firsts = || (0..own.of.len()).filter(|way| way / stride % input.values == 0);
            let flips_for = |results: &[(Approach, Approach)]| {
                let result = |way: usize| own.of.get(way).and_then(|state| results.get(*state));
                let flips =
                    |first: &usize| (1..input.values).any(|value| result(first + value * stride) != result(*first));
                firsts().filter(flips).count()
            };
            let flips = others.iter().zip(&results).map(|((_, ways), results)| ways * flips_for(results)).sum();
            unknowns.push(Unknown { input: input.path, matters: flips > 0, flips, of: all / input.values });
            stride *= input.values;
        }
    }
    order::by(unknowns, |unknown| -(unknown.flips as f64) / unknown.of as f64)
}

/// Every different way in which all groups but one can turn out, and how many ways lead there.
fn others(group: Group, groups: &[States; 6]) -> Vec<(Facts, usize)> {
    let mut found = vec![(Facts::NONE, 1)];
    for (other, states) in Group::ALL.into_iter().zip(groups).filter(|(other, _)| *other != group) {
        let with = |(facts, ways): &(Facts, usize)| {
            let (facts, ways) = (*facts, *ways);
            states.counted().map(move |(state, count)| {
                let mut facts = facts;
                other.take(&mut facts, state);
                (facts, ways * count)
            })
        };
        found = found.iter().flat_map(with).collect();
    }
    found
}

/// What every way to fill in the blanks of one group comes to; one way where there are none.
fn states(answers: &Answers, blank: &[&Input], group: Group) -> States {
    let inputs = || blank.iter().filter(|input| input.group == group);
    let all: usize = inputs().map(|input| input.values).product();
    let answers = Answers { partner: None, wardley: None, ..answers.clone() };
    let mut trial = Trial { answers, tree: [false; 4] };
    let mut found = States { different: Vec::new(), of: Vec::with_capacity(all) };
    for number in 0..all {
        let mut rest = number;
        for input in inputs() {
            (input.set)(&mut trial, rest % input.values);
            rest /= input.values;
        }
        // Of no concern to this group is whatever it does not act on.
        let mut facts = Facts::NONE;
        group.take(&mut facts, &self::facts(&trial));
        let known = found.different.iter().position(|known| *known == facts);
        found.of.push(known.unwrap_or(found.different.len()));
        if known.is_none() {
            found.different.push(facts);
        }
    }
    found
}

fn facts(trial: &Trial) -> Facts {
    let rows = Rows::of(&trial.answers);
    let mut tree = trial.tree;
    for (slot, step) in tree.iter_mut().zip(tree_answers(&trial.answers, &rows)) {
        *slot = truth(step.answer).unwrap_or(*slot);
    }
    let ceilings = caps(&trial.answers, &rows).map(|cap| cap.map_or(Approach::Custom, |cap| cap.ceiling));
    Facts { tree, is_adapted: trial.answers.differentiation == Some(Differentiation::Adapted), ceilings }
}
