//! The decision engine: five factors, the tree, NOW and destination, and where the rules disagree.
//!
//! Gates, rows and tree are data; unknown answers are legal and evaluated over all completions. Money is not known here:
//! the cost verdict comes in as a [`CostPosition`]. No words for people: rules are named by id.

mod aspect;
#[cfg(whole)]
mod example;
mod factor;
mod fit;
#[cfg(whole)]
mod floor;
#[cfg(whole)]
mod lever;
mod outcome;
mod pitfall;
mod review;
mod road_map;
mod rule;
mod tension;
#[cfg(whole)]
mod trace;
mod tree;
mod unknown;

#[cfg(whole)]
pub use aspect::AspectReading;
pub use aspect::{ASPECTS, Aspect};
#[cfg(whole)]
pub use example::{ExampleFact, Figure, legal_tech};
pub use factor::{
    DATA, DIFFERENTIATION, EXPERTISE, Factor, FactorReading, Flag, LARGE_EXAMPLES, MASSIVE_EXAMPLES, MOAT, MONTH_WEEKS,
    Place, Row, Rows, SIGNIFICANT_EXAMPLES, TIMELINE, Verdict,
};
pub use fit::{Condition, ConditionId, Fit, Met};
#[cfg(whole)]
pub use floor::{Floor, Floors, floors};
#[cfg(whole)]
pub use lever::Lever;
pub use outcome::Outcome;
pub use pitfall::{Mitigation, Pitfall, Risk, State, Weight};
#[cfg(whole)]
pub use review::Review;
#[cfg(whole)]
pub use review::{Calendar, CalendarMark, calendar};
pub use review::{LATEST_REVIEW, Timing, USUAL_REVIEW};
pub use road_map::{Arrival, Enabler, Stage, Trigger};
pub use rule::RuleId;
pub use tension::{Severity, Tension, USUAL_BAND};
#[cfg(whole)]
pub use trace::{Effect, Replayed, TraceStep, replay};
pub use tree::{Known, Leaf, Node, TREE, TreeQuestion, Vector, flips};
pub use unknown::Unknown;

use schemars::JsonSchema;
use serde::Serialize;

use crate::approach::{Approach, ApproachSet, PerApproach, Variant};
use crate::order;
use crate::scenario::{Answers, Differentiation, Scenario};
use crate::units::Quantity;
use factor::GREY_EXAMPLES;

/// What the decision needs to know of the costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CostPosition {
    /// The cheapest of the three at the reader's volume; empty while that, or the price of all but one, is unknown.
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
    /// What each costs before it helps, as far as it is counted.
    pub upfront: PerApproach<Option<f64>>,
    /// What each costs per month at the reader's volume.
    pub monthly: PerApproach<Option<f64>>,
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
    /// The rules that hold it below what is above it, whatever the unknown answers turn out to be.
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

impl Flips {
    /// The sets by the approach that they reach.
    #[must_use]
    pub fn each(&self) -> [(Approach, &[Vec<TreeQuestion>]); 3] {
        [(Approach::Api, &self.api), (Approach::FineTune, &self.fine_tune), (Approach::Custom, &self.custom)]
    }
}

/// The user's own choice, kept beside what the rules suggest.
#[cfg(whole)]
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OwnChoice {
    /// What was chosen.
    pub approach: Approach,
    /// The reason, in the user's words.
    pub because: Option<String>,
    /// It is what the rules suggest to start with.
    pub follows: bool,
}

/// Counts in place of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// How many factors name each approach.
    pub naming: PerApproach<usize>,
    /// How many factors have a row.
    pub of: usize,
    /// How many factors call each approach not realistic now.
    pub blocking: PerApproach<usize>,
    /// How many tensions block the start.
    pub blockers: usize,
    /// How many blank inputs there are.
    pub unknown: usize,
}

/// What the five factors and the tree say. The small module that shows only a chart leaves its explanations out.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(transform = without_explanations)]
pub struct Decision {
    /// The gate that says stop, unless the user goes on anyway.
    pub gate: Option<RuleId>,
    /// The gate that would say stop, had the user not gone on.
    pub gate_passed: Option<RuleId>,
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
    /// The nearest change of each input that moves the result.
    #[cfg(whole)]
    pub levers: Vec<Lever>,
    /// Blank inputs, the one that flips most first.
    pub unknowns: Vec<Unknown>,
    /// Every step on the way to the result.
    #[cfg(whole)]
    pub trace: Vec<TraceStep>,
    /// The user's own choice, if one is given.
    #[cfg(whole)]
    pub choice: Option<OwnChoice>,
    /// From NOW to the destination; the cautious one while unknown answers leave several.
    pub road_map: Vec<Stage>,
    /// Habits that every change of stage needs (M8).
    #[cfg(whole)]
    pub enablers: Vec<Enabler>,
    /// When to look again.
    #[cfg(whole)]
    pub review: Review,
    /// P1 to P6.
    pub pitfalls: Vec<Pitfall>,
    /// R1 to R5.
    pub risks: Vec<Risk>,
    /// Q1, Q3a and Q3b.
    pub fit: Fit,
    /// The reader's situation in the comparison of the three approaches.
    #[cfg(whole)]
    pub aspects: Vec<AspectReading>,
    /// Counts in place of a score.
    pub counts: Counts,
}

impl Decision {
    /// Whether start and destination are the same whatever the unknown answers turn out to be.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.now.approach.is_some() && self.destination.approach.is_some()
    }
}

/// A report of the small module has no explanations.
fn without_explanations(schema: &mut schemars::Schema) {
    let left_out = ["trace", "levers", "aspects", "choice", "enablers", "review"];
    if let Some(required) = schema.get_mut("required").and_then(|required| required.as_array_mut()) {
        required.retain(|name| !name.as_str().is_some_and(|name| left_out.contains(&name)));
    }
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
    let now = position(&outcomes, |outcome| (outcome.now, outcome.now_limited_by.as_slice()));
    let destination = position(&outcomes, |outcome| (outcome.destination, outcome.destination_limited_by.as_slice()));
    let fit = fit::fit(answers, &rows);
    let tensions = certain_tensions(answers, &rows, &outcomes, cost, &fit);
    let factors = factors(answers, &rows, known, cost);
    let unknowns = unknown::unknowns(scenario);
    let risks = pitfall::risks(scenario, now.variant, destination.variant);
    // Completions come in order, all answers “no” first: the first outcome is the cautious one.
    let mut road_map = outcomes.first().map_or_else(Vec::new, |outcome| {
        let ground = road_map::Ground { answers, rows: &rows, outcome, cost, fit: &fit, risks: &risks };
        road_map::road_map(ground)
    });
    let (in_months, timing) = review::timing(answers);
    let review_in = in_months.unwrap_or(review::suggested(&road_map).0);
    for trigger in road_map.iter_mut().flat_map(|stage| &mut stage.until) {
        if trigger.trigger == RuleId::M7 {
            trigger.in_months = Some(review_in);
        }
    }
    let has_trigger = road_map
        .iter()
        .flat_map(|stage| &stage.until)
        .any(|trigger| trigger.trigger != RuleId::M7 && (trigger.threshold.is_some() || trigger.in_months.is_some()));
    let course = pitfall::Course {
        now: now.variant,
        destination: destination.variant,
        tree: tree.approach,
        collects_data: tree.leaf == Some(RuleId::T2No),
        is_core: known.answer(TreeQuestion::T1),
        review: timing,
        has_trigger,
    };
    let limits = [Factor::Data, Factor::Expertise, Factor::Timeline];
    let counts = Counts {
        naming: PerApproach::from_fn(|approach| {
            factors.iter().filter(|reading| reading.suggested.contains(approach)).count()
        }),
        of: factors.iter().filter(|reading| reading.rule.is_some()).count(),
        blocking: PerApproach::from_fn(|approach| {
            let above = |reading: &&FactorReading| reading.ceiling.is_some_and(|ceiling| ceiling < approach);
            factors.iter().filter(|reading| limits.contains(&reading.factor)).filter(above).count()
        }),
        blockers: tensions.iter().filter(|tension| tension.severity == Severity::Blocker).count(),
        unknown: unknowns.len(),
    };
    let (gate, gate_passed) = gate(answers);
    Decision {
        gate,
        gate_passed,
        against: against(&factors, &tensions, &now, &destination, cost),
        flips: all_flips(&outcomes),
        #[cfg(whole)]
        levers: lever::levers(answers),
        #[cfg(whole)]
        trace: trace::trace(answers, &rows, &steps, &outcomes),
        pitfalls: pitfall::pitfalls(scenario, &rows, course),
        #[cfg(whole)]
        aspects: aspect::aspects(&factors, known.answer(TreeQuestion::T1), cost),
        #[cfg(whole)]
        enablers: road_map::enablers(answers).to_vec(),
        #[cfg(whole)]
        choice: choice(answers, &now),
        #[cfg(whole)]
        review: review::review(answers, &road_map),
        risks,
        fit,
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

#[cfg(whole)]
fn choice(answers: &Answers, now: &Position) -> Option<OwnChoice> {
    let approach = answers.chosen?;
    let because = answers.chosen_because.as_ref().map(|reason| reason.as_str().to_owned());
    Some(OwnChoice { approach, because, follows: now.approach == Some(approach) })
}

/// N2 before N1 before N3; the first that holds stops, unless the user goes on past it (part 1.9).
fn gate(answers: &Answers) -> (Option<RuleId>, Option<RuleId>) {
    let gates = &answers.gates;
    let holds = [
        (RuleId::N2, gates.feasibility_unproven == Some(true)),
        (RuleId::N1, gates.imposed.is_some()),
        (RuleId::N3, gates.trivial == Some(true)),
    ];
    let first = holds.into_iter().find(|(_, holds)| *holds).map(|(rule, _)| rule);
    if gates.continue_anyway == Some(true) { (None, first) } else { (first, None) }
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

/// What all outcomes share, and every approach that some of them give (law 26).
fn position(outcomes: &[Outcome], of: fn(&Outcome) -> (Variant, &[RuleId])) -> Position {
    let possible: ApproachSet = outcomes.iter().map(|outcome| of(outcome).0.approach()).collect();
    let approach = if possible.lightest() == possible.heaviest() { possible.lightest() } else { None };
    let first = outcomes.first().map(|outcome| of(outcome).0);
    let same_variant = outcomes.iter().all(|outcome| Some(of(outcome).0) == first);
    let mut limited_by: Vec<RuleId> = outcomes.first().map_or_else(Vec::new, |outcome| of(outcome).1.to_vec());
    limited_by.retain(|rule| outcomes.iter().all(|outcome| of(outcome).1.contains(rule)));
    let limited_by = order::by(limited_by, |rule| f64::from(*rule as u8));
    Position { approach, variant: first.filter(|_| same_variant), possible, limited_by }
}

/// Tensions that hold whatever the unknown answers turn out to be, with the rules of all completions.
fn certain_tensions(
    answers: &Answers,
    rows: &Rows,
    outcomes: &[Outcome],
    cost: &CostPosition,
    fit: &Fit,
) -> Vec<Tension> {
    let mut sets = outcomes.iter().map(|outcome| tension::tensions(answers, rows, outcome, cost, fit));
    let mut certain = sets.next().unwrap_or_default();
    for set in sets {
        // The grey zone of data is itself what is open: one completion is enough (I06).
        let is_new = |certain: &[Tension]| !certain.iter().any(|tension| tension.id == RuleId::K10);
        certain.extend(set.iter().find(|tension| tension.id == RuleId::K10 && is_new(&certain)).cloned());
        certain.retain_mut(|tension| {
            let Some(other) = set.iter().find(|other| other.id == tension.id) else { return tension.id == RuleId::K10 };
            let more = other.rules.iter().filter(|rule| !tension.rules.contains(rule));
            let more: Vec<RuleId> = more.copied().collect();
            tension.rules.extend(more);
            // What blocks in some completions only does not block for certain.
            tension.severity = tension.severity.max(other.severity);
            true
        });
    }
    order::by(certain, |tension| f64::from(tension.id as u8))
}

/// The readings in the article's order; cost names the cheapest and calls the others dearer.
fn factors(answers: &Answers, rows: &Rows, known: Known, cost: &CostPosition) -> Vec<FactorReading> {
    let is_known = !cost.cheapest.is_empty();
    let against_cheapest = |approach| {
        if cost.cheapest.contains(approach) {
            Some(Verdict::Named)
        } else {
            cost.above_cheapest.get(approach).map(|_| Verdict::Above)
        }
    };
    let cost_reading = FactorReading {
        rule: is_known.then_some(RuleId::C6),
        suggested: cost.cheapest,
        verdict: PerApproach::from_fn(against_cheapest),
        ..FactorReading::of(Factor::Cost, None, None)
    };
    let [expertise, timeline, data, _] = outcome::caps(answers, rows).map(|cap| cap.map(|cap| cap.ceiling));
    // I10: the task's complexity is the answer to T4.
    let complex =
        known.answer(TreeQuestion::T4).filter(|_| rows.data.is_some_and(|place| place.row.rule == RuleId::D4));
    let leans = complex.map(|novel| if novel { Approach::Custom } else { Approach::FineTune });
    let mut factors = vec![
        FactorReading::of(Factor::Differentiation, rows.differentiation, None),
        FactorReading { leans, ..FactorReading::of(Factor::Data, rows.data, data) },
        FactorReading::of(Factor::Expertise, rows.expertise, expertise),
        FactorReading::of(Factor::Timeline, rows.timeline, timeline),
        cost_reading,
    ];
    if rows.moat.is_some() {
        factors.push(FactorReading::of(Factor::DataMoat, rows.moat, None));
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
