//! Laws 22 to 27 and the invariants of the engine, on 10,000 random scenarios each.

use ai_build_vs_buy::approach::{Approach, ApproachSet};
use ai_build_vs_buy::decision::{
    CostPosition, Decision, Factor, Flag, LARGE_EXAMPLES, MONTH_WEEKS, StepAnswer, StepSource, TreeQuestion, Vector,
    evaluate, flips, replay,
};
use ai_build_vs_buy::json::{Json, to_text};
use ai_build_vs_buy::problem::ProblemKind;
use ai_build_vs_buy::report;
use ai_build_vs_buy::scenario::{Scenario, read};
use ai_build_vs_buy::share;
use ai_build_vs_buy::text;
use proptest::prelude::*;

/// Bytes from which a scenario is made: quick to draw, and a zero is the plainest value when a failure is shrunk.
type Seeds = [u8; 32];

/// Draws choices from the seeds, one after the other.
struct Draw<'a> {
    seeds: std::slice::Iter<'a, u8>,
    json: Json,
}

impl Draw<'_> {
    fn put(&mut self, path: &str, choices: &[Json]) {
        let seed = usize::from(*self.seeds.next().unwrap());
        // One in six is blank.
        let value = if seed % 6 == 5 { Json::Null } else { choices[seed / 6 % choices.len()].clone() };
        self.json.set(path, value);
    }

    fn flag(&mut self, path: &str) {
        self.put(path, &[Json::Bool(false), Json::Bool(true)]);
    }

    fn numbers(&mut self, path: &str, numbers: &[f64]) {
        self.put(path, &numbers.iter().copied().map(Json::Number).collect::<Vec<_>>());
    }

    fn words(&mut self, path: &str, words: &[&str]) {
        self.put(path, &words.iter().map(|word| Json::Text((*word).to_owned())).collect::<Vec<_>>());
    }
}

/// A scenario about the decision alone; money comes in as a position of its own.
fn answers(seeds: &Seeds) -> Json {
    let mut draw = Draw { seeds: seeds.iter(), json: Json::Object(Vec::new()) };
    draw.words("decision.differentiation", &["commodity", "adapted", "core"]);
    draw.numbers("decision.data.examples", &[0.0, 50.0, 100.0, 300.0, 5_000.0, 50_000.0, 500_000.0, 2_000_000.0]);
    draw.flag("decision.data.moat");
    draw.flag("decision.data.ready");
    draw.flag("decision.data.genericTask");
    draw.numbers("decision.data.collectedPerMonth", &[0.0, 10.0, 600.0]);
    draw.numbers("decision.team.mlEngineers", &[0.0, 1.0, 3.0, 5.0, 9.0]);
    draw.flag("decision.team.infrastructure");
    draw.flag("decision.team.researchTeam");
    draw.flag("decision.team.computeBudget");
    draw.flag("decision.team.managedServiceOwner");
    draw.numbers("decision.team.hiringLagWeeks", &[0.0, 4.0, 30.0]);
    draw.numbers("decision.deadlineWeeks", &[0.0, 2.0, 4.2, 10.0, 13.0, 20.0, 26.0, 60.0]);
    draw.flag("decision.demandValidated");
    draw.flag("decision.answers.coreDifferentiator");
    draw.flag("decision.answers.significantData");
    draw.flag("decision.answers.mlExpertise");
    draw.flag("decision.answers.novelArchitecture");
    draw.flag("decision.customConditions.noFoundationModel");
    draw.flag("decision.practices.abstractionLayer");
    draw.flag("decision.practices.logging");
    draw.numbers("decision.practices.providersIntegrated", &[1.0, 2.0]);
    draw.words("decision.practices.reviewDate", &["2026-12-01", "2027-10-01", "2029-01-01"]);
    draw.words("decision.decidedOn", &["2026-11-24"]);
    draw.words("decision.chosen", &["api", "fineTune", "custom"]);
    draw.numbers("decision.accuracy.measured", &[0.74, 0.89]);
    draw.numbers("decision.accuracy.wanted", &[0.8, 0.95]);
    draw.json
}

/// The same, sometimes with a part that is fixed from outside.
fn imposed(seeds: &Seeds) -> Json {
    let mut json = answers(seeds);
    let lists: [&[&str]; 5] = [&[], &["api"], &["fineTune", "custom"], &["custom"], &["api", "custom"]];
    let list = lists[usize::from(seeds[31]) % lists.len()];
    if !list.is_empty() {
        let allowed = list.iter().map(|word| Json::Text((*word).to_owned())).collect();
        json.set("decision.gates.imposed.allowed", Json::List(allowed));
    }
    json
}

fn scenario(json: &Json) -> Scenario {
    read(json).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn decide(json: &Json) -> Decision {
    evaluate(&scenario(json), &CostPosition::default())
}

fn cases() -> ProptestConfig {
    ProptestConfig { cases: 10_000, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]

    /// NOW never passes the destination nor any ceiling, unless N1 lifts it.
    #[test]
    fn now_stays_within_the_destination_and_every_ceiling(seeds: Seeds) {
        let json = answers(&seeds);
        let decision = decide(&json);
        let now = decision.now.possible.heaviest();
        prop_assert!(now <= decision.destination.possible.heaviest());
        for reading in &decision.factors {
            prop_assert!(reading.ceiling.is_none_or(|ceiling| now <= Some(ceiling)), "{:?}", reading);
        }
        let unproven = json.at("decision.demandValidated") == Some(&Json::Bool(false));
        prop_assert!(!unproven || now == Some(Approach::Api));
    }

    /// Each tension stands once and in order, with two sides, one of which drives the headline; something always
    /// speaks against it.
    #[test]
    fn tensions_stand_once_with_both_sides(seeds: Seeds) {
        let decision = decide(&imposed(&seeds));
        prop_assert!(decision.tensions.windows(2).all(|two| two[0].id < two[1].id));
        for tension in &decision.tensions {
            prop_assert!(tension.rules.len() >= 2 && tension.rules.contains(&tension.drives), "{:?}", tension);
        }
        prop_assert!(!decision.against.is_empty());
    }

    /// What holds the start down holds it in every completion of the open answers, and no reason for the headline is one
    /// against it.
    #[test]
    fn reasons_hold_in_every_completion(seeds: Seeds) {
        const QUESTIONS: [&str; 4] = ["coreDifferentiator", "significantData", "mlExpertise", "novelArchitecture"];
        let json = imposed(&seeds);
        let report = report::evaluate(&scenario(&json));
        let why = text::answer::why(&report);
        let said: Vec<String> = why.into_iter().map(text::rule::reason).collect();
        for rule in text::answer::strongest_against(&report) {
            prop_assert!(!said.contains(&text::rule::reason(rule)), "{:?}", rule);
        }
        let decision = report.decision;
        for vector in Vector::all() {
            let known = |step: &ai_build_vs_buy::decision::Step, yes: bool| match step.answer {
                StepAnswer::Yes => yes,
                StepAnswer::No => !yes,
                StepAnswer::Unknown => true,
            };
            if !decision.tree.answers.iter().zip(vector.0).all(|(step, yes)| known(step, yes)) {
                continue;
            }
            let mut full = json.clone();
            for (question, yes) in QUESTIONS.into_iter().zip(vector.0) {
                full.set(&format!("decision.answers.{question}"), Json::Bool(yes));
            }
            let limits = decide(&full).now.limited_by;
            prop_assert!(decision.now.limited_by.iter().all(|rule| limits.contains(rule)), "{:?}", limits);
        }
    }

    /// The trace alone gives the same leaves, NOW and destination.
    #[test]
    fn the_trace_replays_to_the_same_result(seeds: Seeds) {
        let decision = decide(&imposed(&seeds));
        let replayed = replay(&decision.trace).expect("every step that is led to is there");
        prop_assert_eq!(replayed.leaves, decision.tree.possible_leaves);
        prop_assert_eq!(replayed.now, decision.now.possible);
        prop_assert_eq!(replayed.destination, decision.destination.possible);
    }

    /// The same scenario gives the same bytes.
    #[test]
    fn the_same_scenario_gives_the_same_bytes(seeds: Seeds) {
        let json = imposed(&seeds);
        prop_assert_eq!(to_text(&decide(&json)), to_text(&decide(&json)));
    }

    /// Law 23: one row for each input, gaps and shared ends flagged, by intervals written down apart from the engine.
    #[test]
    fn every_number_has_exactly_one_row(examples in 0..3_000_000_u32, engineers in 0..40_u32, infrastructure: bool, weeks in 0.0..80.0_f64, pick in 0..8_usize) {
        // Half of the draws stand on or beside an edge.
        let examples = [examples, 0, 1, 99, 100, 999, 1_000, 99_999 + examples % 3][pick];
        let weeks = [weeks, 1.0, 4.0, MONTH_WEEKS, 13.0, 26.0, 0.999, weeks][pick];
        let json = format!(
            r#"{{"decision":{{"data":{{"examples":{examples}}},"team":{{"mlEngineers":{engineers},"infrastructure":{infrastructure}}},"deadlineWeeks":{weeks}}}}}"#
        );
        let decision = decide(&Json::from_text(&json).unwrap());
        let reading = |factor| decision.factors.iter().find(|reading| reading.factor == factor).unwrap();
        let examples = f64::from(examples);
        let (gap, boundary) = (Some(Flag::Gap), Some(Flag::Boundary));
        let data: [(f64, f64, &str, Option<Flag>); 6] = [
            (0.0, 1.0, "D1", None), (1.0, 100.0, "D1", gap), (100.0, 1_000.0, "D2", None), (1_000.0, 10_000.0, "D3", None),
            (10_000.0, LARGE_EXAMPLES, "D3", gap), (LARGE_EXAMPLES, f64::INFINITY, "D4", None),
        ];
        let rows: Vec<_> = data.into_iter().filter(|(low, high, ..)| (*low..*high).contains(&examples)).collect();
        prop_assert_eq!(rows.len(), 1);
        prop_assert_eq!(reading(Factor::Data).rule.map(|rule| rule.id()), Some(rows[0].2));
        prop_assert_eq!(reading(Factor::Data).flag, rows[0].3);
        let team = match (engineers, infrastructure) {
            (0, _) => ("E1", None),
            (1 | 2, _) => ("E2", None),
            (3 | 4, _) | (_, false) => ("E2", gap),
            _ => ("E3", None),
        };
        let found = reading(Factor::Expertise);
        prop_assert_eq!((found.rule.map(|rule| rule.id()), found.flag), (Some(team.0), team.1));
        let time = match weeks {
            weeks if weeks < 1.0 => ("L1", gap),
            weeks if weeks <= 4.0 => ("L1", None),
            weeks if weeks < MONTH_WEEKS => ("L1", gap),
            weeks if weeks < 13.0 => ("L2", None),
            13.0 => ("L2", boundary),
            weeks if weeks < 26.0 => ("L3", None),
            26.0 => ("L3", boundary),
            _ => ("L4", None),
        };
        let found = reading(Factor::Timeline);
        prop_assert_eq!((found.rule.map(|rule| rule.id()), found.flag), (Some(time.0), time.1));
    }

    /// Law 24 in the engine: giving the answers of a reported flip leads to its approach.
    #[test]
    fn reported_flips_lead_where_they_say(seeds: Seeds) {
        let json = answers(&seeds);
        let decision = decide(&json);
        let sets = [(Approach::Api, &decision.flips.api), (Approach::FineTune, &decision.flips.fine_tune), (Approach::Custom, &decision.flips.custom)];
        for (target, set) in sets.into_iter().flat_map(|(target, sets)| sets.iter().map(move |set| (target, set))) {
            let mut turned = json.clone();
            for step in &decision.tree.answers {
                let question = TreeQuestion::ALL.into_iter().find(|question| question.rule() == step.rule).unwrap();
                let yes = step.answer == ai_build_vs_buy::decision::StepAnswer::Yes;
                turned.set(question.input(), Json::Bool(yes != set.contains(&question)));
            }
            prop_assert_eq!(decide(&turned).tree.approach, Some(target));
        }
    }

    /// Law 25: more of anything never lowers NOW.
    #[test]
    fn more_engineers_data_time_or_demand_never_lower_now(seeds: Seeds, ladder in 0..4_usize) {
        let base = answers(&seeds);
        let ladders: [(&str, &[f64]); 4] = [
            ("decision.team.mlEngineers", &[0.0, 2.0, 4.0, 8.0]),
            ("decision.data.examples", &[0.0, 50.0, 300.0, 5_000.0, 500_000.0]),
            ("decision.deadlineWeeks", &[0.5, 3.0, 8.0, 20.0, 60.0]),
            ("decision.demandValidated", &[0.0, 1.0]),
        ];
        let (path, steps) = ladders[ladder];
        let nows: Vec<ApproachSet> = steps.iter().map(|step| {
            let mut json = base.clone();
            json.set(path, if ladder == 3 { Json::Bool(*step == 1.0) } else { Json::Number(*step) });
            decide(&json).now.possible
        }).collect();
        for two in nows.windows(2) {
            prop_assert!(two[0].lightest() <= two[1].lightest() && two[0].heaviest() <= two[1].heaviest(), "{}: {:?}", path, nows);
        }
    }

    /// Law 26: unknown answers give the union over their completions.
    #[test]
    fn unknown_answers_give_the_union_of_their_completions(seeds: Seeds, place in 0..4_usize) {
        let path = TreeQuestion::ALL[place].input();
        let mut open = answers(&seeds);
        open.set(path, Json::Null);
        let whole = decide(&open);
        if whole.tree.answers[place].from != StepSource::Unknown {
            return Ok(()); // nothing is open: the other answers imply this one
        }
        let completions = [true, false].map(|answer| {
            let mut closed = open.clone();
            closed.set(path, Json::Bool(answer));
            decide(&closed)
        });
        let mut leaves: Vec<_> = completions.iter().flat_map(|decision| decision.tree.possible_leaves.clone()).collect();
        leaves.sort_unstable();
        leaves.dedup();
        let union = |of: fn(&Decision) -> ApproachSet| -> ApproachSet { completions.iter().flat_map(|decision| of(decision).iter().collect::<Vec<_>>()).collect() };
        prop_assert_eq!(whole.tree.possible_leaves, leaves);
        prop_assert_eq!(whole.now.possible, union(|decision| decision.now.possible));
        prop_assert_eq!(whole.destination.possible, union(|decision| decision.destination.possible));
    }

    /// Law 27: what is written is read back as the same scenario, and a field that is not known is named.
    #[test]
    fn export_and_import_give_the_same_scenario(seeds: Seeds) {
        let first = scenario(&imposed(&seeds));
        let written = Json::of(&first);
        prop_assert_eq!(&scenario(&Json::from_text(&to_text(&written)).unwrap()), &first);
        let places = ["", "decision.", "decision.data.", "decision.practices.", "decision.accuracy.", "volume.", "labels."];
        let field = format!("{}extra", places[usize::from(seeds[0]) % places.len()]);
        let mut more = written;
        more.set(&field, Json::Number(1.0));
        let problems = read(&more).unwrap_err().0;
        prop_assert_eq!(problems.len(), 1);
        prop_assert_eq!((problems[0].field.as_str(), problems[0].problem), (field.as_str(), ProblemKind::UnknownField));
    }

    /// Law 27: a link made from a scenario gives it back.
    #[test]
    fn a_link_reproduces_its_scenario(seeds: Seeds) {
        let scenario = scenario(&imposed(&seeds));
        prop_assert_eq!(share::decode(&share::encode(&scenario)), Ok(scenario));
    }

    /// A lever does what it says, and the value just before it does nothing.
    #[test]
    fn a_lever_is_the_nearest_value_that_changes_something(seeds: Seeds) {
        let json = answers(&seeds);
        let decision = decide(&json);
        let ends = |decision: &Decision| (decision.now.possible, decision.destination.possible);
        for lever in &decision.levers {
            let at = |value: f64| {
                let mut moved = json.clone();
                moved.set(lever.input, Json::Number(value));
                if let Some(path) = lever.along {
                    moved.set(path, Json::Bool(true));
                }
                decide(&moved)
            };
            let (Some(from), Some(to)) = (lever.from, lever.to) else { continue };
            let there = at(to);
            prop_assert_eq!(ends(&there), (lever.now, lever.destination), "{:?}", lever);
            prop_assert_ne!(ends(&there), ends(&decision), "{:?}", lever);
            let before = if to > from { to - 1.0 } else { to + 1.0 };
            if lever.along.is_none() && before != from && (before - from).signum() == (to - from).signum() {
                prop_assert_eq!(ends(&at(before)), ends(&decision), "{:?}", lever);
            }
        }
    }

    /// An unknown that is said not to matter changes nothing, whatever its value; one that matters is ranked above it.
    #[test]
    fn unknowns_that_do_not_matter_change_nothing(seeds: Seeds) {
        let json = answers(&seeds);
        let decision = decide(&json);
        prop_assert!(decision.unknowns.windows(2).all(|two| two[0].flips * two[1].of >= two[1].flips * two[0].of));
        for unknown in decision.unknowns.iter().filter(|unknown| !unknown.matters) {
            let values = match unknown.input {
                "decision.data.examples" => vec![Json::Number(0.0), Json::Number(5_000.0), Json::Number(500_000.0)],
                "decision.team.mlEngineers" => vec![Json::Number(0.0), Json::Number(2.0)],
                "decision.deadlineWeeks" => [2.0, 8.0, 20.0, 40.0].map(Json::Number).to_vec(),
                "decision.differentiation" => ["commodity", "adapted", "core"].map(|level| Json::Text(level.to_owned())).to_vec(),
                _ => vec![Json::Bool(true), Json::Bool(false)],
            };
            for value in values {
                let mut filled = json.clone();
                filled.set(unknown.input, value);
                let filled = decide(&filled);
                prop_assert!(filled.now.possible.iter().all(|now| decision.now.possible.contains(now)), "{}", unknown.input);
                prop_assert!(filled.destination.possible.iter().all(|end| decision.destination.possible.contains(end)), "{}", unknown.input);
            }
        }
    }
}

/// Law 22 holds for all there is, in `decision.rs`. Law 24 on all sixteen vectors: no smaller set does, and the way back is no longer than the way there.
#[test]
fn flips_are_smallest_and_lead_back() {
    for from in Vector::all() {
        for target in Approach::ALL {
            let sets = flips(from, target);
            let turned = |set: &[TreeQuestion]| set.iter().fold(from, |vector, question| vector.turned(*question));
            for set in &sets {
                assert_eq!(turned(set).leaf().approach(), target);
                let back = flips(turned(set), from.leaf().approach());
                assert!(back.first().is_some_and(|back| back.len() <= set.len()), "{from:?} {set:?}");
            }
            let Some(size) = sets.first().map(Vec::len) else { continue };
            let smaller = Vector::all().filter(|other| other.leaf().approach() == target);
            assert!(
                smaller.map(|other| other.0.iter().zip(from.0).filter(|(a, b)| **a != *b).count()).all(|n| n >= size)
            );
        }
    }
}
