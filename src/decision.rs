//! The decision engine: five factors, the tree, NOW and destination, and where the rules disagree.
//!
//! Gates, rows and tree are data; unknown answers are legal and evaluated over all completions. Money is not known here:
//! the cost verdict comes in as a [`CostPosition`]. No words for people: rules are named by id.

mod aspect;
mod factor;
mod fit;
mod outcome;
mod pitfall;
mod road_map;
mod rule;
mod tension;
mod tree;

pub use aspect::{ASPECTS, Aspect};
pub use factor::{
    DATA, DIFFERENTIATION, EXPERTISE, Factor, FactorReading, Flag, LARGE_EXAMPLES, MASSIVE_EXAMPLES, MOAT, MONTH_WEEKS,
    Place, Row, Rows, SIGNIFICANT_EXAMPLES, TIMELINE, Verdict,
};
pub use fit::{Fit, Met};
pub use outcome::Outcome;
pub use pitfall::{Pitfall, Risk, State, Weight};
pub use road_map::{Stage, Trigger};
pub use rule::RuleId;
pub use tension::{Severity, Tension, USUAL_BAND};
pub use tree::{Known, Leaf, Node, TREE, TreeQuestion, Vector, flips};

use schemars::JsonSchema;
use serde::Serialize;

use crate::approach::{Approach, ApproachSet, PerApproach, Variant};
use crate::order;
use crate::scenario::{Answers, Differentiation, Scenario};
use crate::units::{Engineers, Examples, Quantity, Weeks};
use factor::GREY_EXAMPLES;

/// What the decision needs to know of the costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostPosition {
    /// The cheapest of the three at the reader's volume; empty while that is unknown.
    pub cheapest: ApproachSet,
    /// How much more each costs than the cheapest, in money per month.
    pub above_cheapest: PerApproach<Option<f64>>,
    /// All that are too close to the cheapest to call.
    pub within_band: ApproachSet,
    /// The first volume at which API and fine-tuning cross.
    pub first_crossing: Option<f64>,
    /// Volume counts predictions, which the article's usual band speaks of (I27).
    pub unit_is_prediction: bool,
    /// The volume from which each is cheapest and stays so.
    pub next_stage_from: PerApproach<Option<f64>>,
    /// The reader's volume.
    pub volume: Option<f64>,
    /// Its relative growth per month.
    pub growth_per_month: Option<f64>,
}

/// A yes-or-no answer that may be open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum StepAnswer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not known.
    Unknown,
}

/// Where an answer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum StepSource {
    /// The user gave it.
    Given,
    /// It follows from other answers (I03, I05).
    Implied,
    /// Nothing settles it.
    Unknown,
}

/// One question of the tree with its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Step {
    /// T1 to T4.
    pub rule: RuleId,
    /// The answer.
    pub answer: StepAnswer,
    /// Where it comes from.
    pub from: StepSource,
}

/// What the tree says: the initial recommendation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Tree {
    /// The leaf; `null` while unknown answers leave several possible.
    pub leaf: Option<RuleId>,
    /// Its approach, also where several leaves share one.
    pub approach: Option<Approach>,
    /// Its variant.
    pub variant: Option<Variant>,
    /// The walk, up to the leaf or the first unknown answer.
    pub path: Vec<Step>,
    /// All four answers, asked or not.
    pub answers: Vec<Step>,
    /// Every leaf that some completion of the unknown answers reaches.
    pub possible_leaves: Vec<RuleId>,
}

/// What to start with, or where to end up.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Position {
    /// The approach; `null` while unknown answers leave several possible.
    pub approach: Option<Approach>,
    /// Its variant, as far as it is settled.
    pub variant: Option<Variant>,
    /// Every approach that some completion of the unknown answers gives.
    pub possible: ApproachSet,
    /// The rules that hold it below what is above it.
    pub limited_by: Vec<RuleId>,
}

/// Questions to turn together, split by who can.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Flips {
    /// Smallest sets that reach the API.
    pub api: Vec<Vec<TreeQuestion>>,
    /// Smallest sets that reach fine-tuning.
    pub fine_tune: Vec<Vec<TreeQuestion>>,
    /// Smallest sets that reach training from scratch.
    pub custom: Vec<Vec<TreeQuestion>>,
}

/// A blank input that the decision reads.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Unknown {
    /// Path of the input.
    pub input: String,
    /// Whether any legal value of it would change NOW or the destination.
    pub matters: bool,
}

/// Counts in place of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// How many factors name each approach.
    pub naming: PerApproach<usize>,
    /// How many factors have a row.
    pub of: usize,
    /// How many tensions block the start.
    pub blockers: usize,
    /// How many blank inputs there are.
    pub unknown: usize,
}

/// What the five factors and the tree say.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// The gate that says stop, unless the user goes on anyway.
    pub gate: Option<RuleId>,
    /// The tree.
    pub tree: Tree,
    /// The factors, in the article's order; the moat last where its flag is set.
    pub factors: Vec<FactorReading>,
    /// What to start with.
    pub now: Position,
    /// Where to end up.
    pub destination: Position,
    /// Where rules disagree, by id.
    pub tensions: Vec<Tension>,
    /// The strongest rules against the headline, strongest first; never empty.
    pub against: Vec<RuleId>,
    /// All smallest sets of tree answers that lead elsewhere.
    pub flips: Flips,
    /// Blank inputs, and whether they matter.
    pub unknowns: Vec<Unknown>,
    /// From NOW to the destination; the cautious one while unknown answers leave several.
    pub road_map: Vec<Stage>,
    /// P1 to P6.
    pub pitfalls: Vec<Pitfall>,
    /// R1 to R5.
    pub risks: Vec<Risk>,
    /// Q1 and Q3b.
    pub fit: Fit,
    /// Counts in place of a score.
    pub counts: Counts,
}

/// Evaluates the answers of a scenario.
#[must_use]
pub fn evaluate(scenario: &Scenario, cost: &CostPosition) -> Decision {
    let answers = &scenario.decision;
    let rows = Rows::of(answers);
    let steps = tree_answers(answers, &rows);
    let known = Known(steps.map(|step| truth(step.answer)));
    let outcomes: Vec<Outcome> = known.completions().map(|vector| Outcome::of(answers, &rows, vector)).collect();

    let tree = tree(known, steps, &outcomes);
    let now = position(&outcomes, |outcome| (outcome.now, &outcome.now_limited_by));
    let destination = position(&outcomes, |outcome| (outcome.destination, &outcome.destination_limited_by));
    let tensions = certain_tensions(answers, &rows, &outcomes, cost);
    let factors = factors(&rows, cost);
    let unknowns = unknowns(scenario, &steps);
    let course = pitfall::Course {
        now: now.variant,
        destination: destination.variant,
        tree: tree.approach,
        collects_data: tree.leaf == Some(RuleId::T2No),
        is_core: known.answer(TreeQuestion::T1),
    };
    // Completions come in order, all answers “no” first: the first outcome is the cautious one.
    let road_map = outcomes.first().map_or_else(Vec::new, |outcome| road_map::road_map(answers, &rows, outcome, cost));
    let counts = Counts {
        naming: PerApproach::from_fn(|approach| {
            factors.iter().filter(|reading| reading.suggested.contains(approach)).count()
        }),
        of: factors.iter().filter(|reading| reading.rule.is_some()).count(),
        blockers: tensions.iter().filter(|tension| tension.severity == Severity::Blocker).count(),
        unknown: unknowns.len(),
    };
    Decision {
        gate: gate(answers),
        against: against(&factors, &tensions, &now, &destination, cost),
        flips: all_flips(&outcomes),
        pitfalls: pitfall::pitfalls(scenario, &rows, course),
        risks: pitfall::risks(scenario, course),
        fit: fit::fit(answers, &rows),
        tree,
        factors,
        now,
        destination,
        tensions,
        unknowns,
        road_map,
        counts,
    }
}

/// N2 before N1 before N3; the first that holds stops, unless the user goes on (part 1.9).
fn gate(answers: &Answers) -> Option<RuleId> {
    let gates = &answers.gates;
    let holds = [
        (RuleId::N2, gates.feasibility_unproven == Some(true)),
        (RuleId::N1, gates.imposed.is_some()),
        (RuleId::N3, gates.trivial == Some(true)),
    ];
    let first = holds.into_iter().find(|(_, holds)| *holds).map(|(rule, _)| rule);
    first.filter(|_| gates.continue_anyway != Some(true))
}

fn truth(answer: StepAnswer) -> Option<bool> {
    match answer {
        StepAnswer::Yes => Some(true),
        StepAnswer::No => Some(false),
        StepAnswer::Unknown => None,
    }
}

/// The user's own answer wins; else what the levels imply; else it is open (I03, I05).
fn tree_answers(answers: &Answers, rows: &Rows) -> [Step; 4] {
    let given = &answers.answers;
    let level = match answers.differentiation {
        Some(Differentiation::Commodity) => Some(false),
        Some(Differentiation::Core) => Some(true),
        Some(Differentiation::Adapted) | None => None,
    };
    let examples = answers.data.examples.map(Quantity::get);
    let data = match examples {
        _ if answers.data.moat == Some(true) => Some(true),
        Some(examples) if examples >= SIGNIFICANT_EXAMPLES => Some(true),
        Some(examples) if examples < GREY_EXAMPLES => Some(false),
        _ => None,
    };
    let team = rows.expertise.map(|place| place.row.rule != RuleId::E1);
    let step = |rule, given: Option<bool>, implied: Option<bool>| {
        let (answer, from) = match (given, implied) {
            (Some(answer), _) => (Some(answer), StepSource::Given),
            (None, Some(answer)) => (Some(answer), StepSource::Implied),
            (None, None) => (None, StepSource::Unknown),
        };
        let answer = answer.map_or(StepAnswer::Unknown, |yes| if yes { StepAnswer::Yes } else { StepAnswer::No });
        Step { rule, answer, from }
    };
    [
        step(RuleId::T1, given.core_differentiator, level),
        step(RuleId::T2, given.significant_data, data),
        step(RuleId::T3, given.ml_expertise, team),
        step(RuleId::T4, given.novel_architecture, None),
    ]
}

fn tree(known: Known, steps: [Step; 4], outcomes: &[Outcome]) -> Tree {
    let leaves: Vec<Leaf> = outcomes.iter().map(|outcome| outcome.leaf).collect();
    let mut leaves = order::by(leaves, |leaf| f64::from(*leaf as u8));
    leaves.dedup();
    let approaches: ApproachSet = leaves.iter().map(|leaf| leaf.approach()).collect();
    let only = match leaves.as_slice() {
        [leaf] => Some(*leaf),
        _ => None,
    };
    let walked = known.walk();
    Tree {
        leaf: only.map(Leaf::rule),
        approach: if approaches.lightest() == approaches.heaviest() { approaches.lightest() } else { None },
        variant: only.map(Leaf::variant),
        path: steps.into_iter().filter(|step| walked.iter().any(|question| question.rule() == step.rule)).collect(),
        answers: steps.to_vec(),
        possible_leaves: leaves.into_iter().map(Leaf::rule).collect(),
    }
}

/// What all outcomes share, and everything that some of them give (law 26).
fn position<'a>(outcomes: &'a [Outcome], of: impl Fn(&'a Outcome) -> (Variant, &'a Vec<RuleId>)) -> Position {
    let possible: ApproachSet = outcomes.iter().map(|outcome| of(outcome).0.approach()).collect();
    let approach = if possible.lightest() == possible.heaviest() { possible.lightest() } else { None };
    let first = outcomes.first().map(|outcome| of(outcome).0);
    let same_variant = outcomes.iter().all(|outcome| Some(of(outcome).0) == first);
    let limited_by: Vec<RuleId> = outcomes.iter().flat_map(|outcome| of(outcome).1.iter().copied()).collect();
    let mut limited_by = order::by(limited_by, |rule| f64::from(*rule as u8));
    limited_by.dedup();
    Position { approach, variant: first.filter(|_| same_variant), possible, limited_by }
}

/// Tensions that hold whatever the unknown answers turn out to be.
fn certain_tensions(answers: &Answers, rows: &Rows, outcomes: &[Outcome], cost: &CostPosition) -> Vec<Tension> {
    let mut sets = outcomes.iter().map(|outcome| tension::tensions(answers, rows, outcome, cost));
    let mut certain = sets.next().unwrap_or_default();
    for set in sets {
        // The grey zone of data is itself what is open: one completion is enough (I06).
        for grey in set.iter().filter(|tension| tension.id == RuleId::K10) {
            if !certain.iter().any(|tension| tension.id == RuleId::K10) {
                certain.push(grey.clone());
            }
        }
        certain.retain(|tension| tension.id == RuleId::K10 || set.iter().any(|other| other.id == tension.id));
    }
    order::by(certain, |tension| f64::from(tension.id as u8))
}

/// The readings in the article's order; cost names the cheapest and calls the others dearer.
fn factors(rows: &Rows, cost: &CostPosition) -> Vec<FactorReading> {
    let known = !cost.cheapest.is_empty();
    let against_cheapest = |approach| {
        if cost.cheapest.contains(approach) {
            Some(Verdict::Named)
        } else {
            cost.above_cheapest.get(approach).map(|_| Verdict::Above)
        }
    };
    let cost_reading = FactorReading {
        factor: Factor::Cost,
        rule: known.then_some(RuleId::C6),
        suggested: cost.cheapest,
        verdict: PerApproach::from_fn(against_cheapest),
        flag: None,
    };
    let mut factors = vec![
        FactorReading::of(Factor::Differentiation, rows.differentiation),
        FactorReading::of(Factor::Data, rows.data),
        FactorReading::of(Factor::Expertise, rows.expertise),
        FactorReading::of(Factor::Timeline, rows.timeline),
        cost_reading,
    ];
    if rows.moat.is_some() {
        factors.push(FactorReading::of(Factor::DataMoat, rows.moat));
    }
    factors
}

/// What speaks against the headline: blockers, limits, money, wishes, tensions, and where nothing does, the approach's
/// own standing risk.
fn against(
    factors: &[FactorReading],
    tensions: &[Tension],
    now: &Position,
    destination: &Position,
    cost: &CostPosition,
) -> Vec<RuleId> {
    let mut rules: Vec<RuleId> = Vec::new();
    let target = destination.approach.or(destination.possible.heaviest()).unwrap_or(Approach::Api);
    let of_severity = |severity| tensions.iter().filter(move |tension| tension.severity == severity);
    rules.extend(of_severity(Severity::Blocker).map(|tension| tension.id));
    rules.extend(&now.limited_by);
    let reads = |factor: Factor, verdict: Verdict| {
        factors
            .iter()
            .filter(move |reading| reading.factor == factor && *reading.verdict.get(target) == Some(verdict))
            .filter_map(|reading| reading.rule)
    };
    for factor in [Factor::Expertise, Factor::Timeline, Factor::Data] {
        rules.extend(reads(factor, Verdict::Above));
    }
    if !cost.cheapest.is_empty() && !cost.within_band.contains(target) {
        rules.push(RuleId::C6);
    }
    for factor in [Factor::Differentiation, Factor::DataMoat] {
        rules.extend(reads(factor, Verdict::Above).chain(reads(factor, Verdict::Below)));
    }
    for factor in [Factor::Data, Factor::Expertise, Factor::Timeline] {
        rules.extend(reads(factor, Verdict::Below));
    }
    rules.extend(of_severity(Severity::Tension).map(|tension| tension.id).filter(|id| *id != RuleId::K06));
    if rules.is_empty() {
        rules.push(if target == Approach::Api { RuleId::R1 } else { RuleId::P5 });
    }
    let mut seen = Vec::new();
    rules.retain(|rule| {
        let new = !seen.contains(rule);
        seen.push(*rule);
        new
    });
    rules
}

/// Flips are reported while the answers are known; unknown ones speak for themselves.
fn all_flips(outcomes: &[Outcome]) -> Flips {
    let vector = match outcomes {
        [outcome] => Some(outcome.vector),
        _ => None,
    };
    let to = |approach| vector.map_or_else(Vec::new, |vector| flips(vector, approach));
    Flips { api: to(Approach::Api), fine_tune: to(Approach::FineTune), custom: to(Approach::Custom) }
}

/// Every blank input that is read, tried with representative values of each of its rows.
fn unknowns(scenario: &Scenario, steps: &[Step; 4]) -> Vec<Unknown> {
    let answers = &scenario.decision;
    let mut unknowns = Vec::new();
    let base = course(answers);
    let mut add = |input: &str, blank: bool, tries: Vec<Answers>| {
        if blank {
            let matters = tries.iter().any(|tried| course(tried) != base);
            unknowns.push(Unknown { input: input.to_owned(), matters });
        }
    };
    let with = |change: &dyn Fn(&mut Answers)| {
        let mut changed = answers.clone();
        change(&mut changed);
        changed
    };
    let levels = [Differentiation::Commodity, Differentiation::Adapted, Differentiation::Core];
    let level = levels.map(|level| with(&|answers| answers.differentiation = Some(level)));
    add("decision.differentiation", answers.differentiation.is_none(), level.into());
    let examples = [0.0, 500.0, 5_000.0, 500_000.0];
    let examples = examples.map(|number| with(&|answers| answers.data.examples = Examples::new(number).ok()));
    add("decision.data.examples", answers.data.examples.is_none(), examples.into());
    let ready = [true, false].map(|ready| with(&|answers| answers.data.ready = Some(ready)));
    add("decision.data.ready", answers.data.ready.is_none(), ready.into());
    let teams = [0.0, 2.0, 5.0].map(|number| {
        with(&|answers| {
            answers.team.ml_engineers = Engineers::new(number).ok();
            answers.team.infrastructure = Some(number >= 5.0);
        })
    });
    let no_team = answers.team.ml_engineers.is_none() && answers.team.research_team != Some(true);
    add("decision.team.mlEngineers", no_team, teams.into());
    let weeks = [2.0, 8.0, 20.0, 40.0].map(|weeks| with(&|answers| answers.deadline_weeks = Weeks::new(weeks).ok()));
    add("decision.deadlineWeeks", answers.deadline_weeks.is_none(), weeks.into());
    let validated = [true, false].map(|yes| with(&|answers| answers.demand_validated = Some(yes)));
    add("decision.demandValidated", answers.demand_validated.is_none(), validated.into());
    let open = |step: &Step| step.from == StepSource::Unknown;
    let [t1, t2, t3, t4] = steps;
    let t = [true, false].map(|yes| with(&|answers| answers.answers.core_differentiator = Some(yes)));
    add("decision.answers.coreDifferentiator", open(t1), t.into());
    let t = [true, false].map(|yes| with(&|answers| answers.answers.significant_data = Some(yes)));
    add("decision.answers.significantData", open(t2), t.into());
    let t = [true, false].map(|yes| with(&|answers| answers.answers.ml_expertise = Some(yes)));
    add("decision.answers.mlExpertise", open(t3), t.into());
    let t = [true, false].map(|yes| with(&|answers| answers.answers.novel_architecture = Some(yes)));
    add("decision.answers.novelArchitecture", open(t4), t.into());
    unknowns
}

/// Every NOW and destination that the answers leave possible.
fn course(answers: &Answers) -> (ApproachSet, ApproachSet) {
    let rows = Rows::of(answers);
    let known = Known(tree_answers(answers, &rows).map(|step| truth(step.answer)));
    known.completions().map(|vector| Outcome::of(answers, &rows, vector)).fold(
        (ApproachSet::EMPTY, ApproachSet::EMPTY),
        |(now, destination), outcome| {
            (now.with(outcome.now.approach()), destination.with(outcome.destination.approach()))
        },
    )
}
