//! The article's tables and tree, its worked example, the tensions, gates.

use ai_build_vs_buy::approach::Approach::{self, Api, Custom, FineTune};
use ai_build_vs_buy::approach::Variant;
use ai_build_vs_buy::decision::{
    ASPECTS, Decision, Factor, Flag, Leaf, RuleId, State, TreeQuestion, Vector, Verdict, Weight, flips,
};

use crate::{preset, report};

fn decide(decision: &str) -> Decision {
    report(&format!(r#"{{"decision":{{{decision}}}}}"#)).decision
}

fn ids(decision: &Decision) -> Vec<&'static str> {
    decision.tensions.iter().map(|tension| tension.id.id()).collect()
}

/// One row of a factor table: input, rule, suggested set, flag.
#[test]
fn every_row_of_every_table_is_found() {
    use Approach::{Api as A, Custom as C, FineTune as F};
    type Row = (&'static str, Factor, &'static str, &'static [Approach], Option<Flag>);
    let rows: &[Row] = &[
        (r#""differentiation":"commodity""#, Factor::Differentiation, "F1", &[A], None),
        (r#""differentiation":"adapted""#, Factor::Differentiation, "F2", &[F], None),
        (r#""differentiation":"core""#, Factor::Differentiation, "F3", &[C], None),
        (r#""data":{"examples":0}"#, Factor::Data, "D1", &[A], None),
        (r#""data":{"examples":0,"genericTask":false}"#, Factor::Data, "D1", &[A], Some(Flag::Gap)),
        (r#""data":{"examples":1}"#, Factor::Data, "D1", &[A], Some(Flag::Gap)),
        (r#""data":{"examples":99}"#, Factor::Data, "D1", &[A], Some(Flag::Gap)),
        (r#""data":{"examples":100}"#, Factor::Data, "D2", &[A, F], None),
        (r#""data":{"examples":999}"#, Factor::Data, "D2", &[A, F], None),
        (r#""data":{"examples":1000}"#, Factor::Data, "D3", &[F], None),
        (r#""data":{"examples":9999}"#, Factor::Data, "D3", &[F], None),
        (r#""data":{"examples":10000}"#, Factor::Data, "D3", &[F], Some(Flag::Gap)),
        (r#""data":{"examples":99999}"#, Factor::Data, "D3", &[F], Some(Flag::Gap)),
        (r#""data":{"examples":100000}"#, Factor::Data, "D4", &[F, C], None),
        (r#""data":{"moat":true}"#, Factor::DataMoat, "D5", &[C], None),
        (r#""team":{"mlEngineers":0}"#, Factor::Expertise, "E1", &[A], None),
        (r#""team":{"mlEngineers":1}"#, Factor::Expertise, "E2", &[F], None),
        (r#""team":{"mlEngineers":2}"#, Factor::Expertise, "E2", &[F], None),
        (r#""team":{"mlEngineers":3}"#, Factor::Expertise, "E2", &[F], Some(Flag::Gap)),
        (r#""team":{"mlEngineers":4,"infrastructure":true}"#, Factor::Expertise, "E2", &[F], Some(Flag::Gap)),
        (r#""team":{"mlEngineers":5,"infrastructure":false}"#, Factor::Expertise, "E2", &[F], Some(Flag::Gap)),
        (r#""team":{"mlEngineers":5,"infrastructure":true}"#, Factor::Expertise, "E3", &[F, C], None),
        (r#""team":{"researchTeam":true,"computeBudget":true}"#, Factor::Expertise, "E4", &[A, F, C], None),
        (r#""team":{"researchTeam":true}"#, Factor::Expertise, "E2", &[F], Some(Flag::Gap)),
        (
            r#""team":{"researchTeam":true,"mlEngineers":6,"infrastructure":true}"#,
            Factor::Expertise,
            "E3",
            &[F, C],
            Some(Flag::Gap),
        ),
        (r#""deadlineWeeks":0.5"#, Factor::Timeline, "L1", &[A], Some(Flag::Gap)),
        (r#""deadlineWeeks":1"#, Factor::Timeline, "L1", &[A], None),
        (r#""deadlineWeeks":4"#, Factor::Timeline, "L1", &[A], None),
        (r#""deadlineWeeks":4.2"#, Factor::Timeline, "L1", &[A], Some(Flag::Gap)),
        (r#""deadlineWeeks":5"#, Factor::Timeline, "L2", &[A, F], None),
        (r#""deadlineWeeks":13"#, Factor::Timeline, "L2", &[A, F], Some(Flag::Boundary)),
        (r#""deadlineWeeks":14"#, Factor::Timeline, "L3", &[F], None),
        (r#""deadlineWeeks":26"#, Factor::Timeline, "L3", &[F], Some(Flag::Boundary)),
        (r#""deadlineWeeks":27"#, Factor::Timeline, "L4", &[C], None),
    ];
    for (input, factor, rule, suggested, flag) in rows {
        let decision = decide(input);
        let reading = decision.factors.iter().find(|reading| reading.factor == *factor).unwrap();
        assert_eq!(reading.rule.map(RuleId::id), Some(*rule), "{input}");
        assert_eq!(reading.suggested.iter().collect::<Vec<_>>(), *suggested, "{input}");
        assert_eq!(reading.flag, *flag, "{input}");
    }
}

#[test]
fn verdicts_say_named_below_and_above() {
    let decision = decide(r#""data":{"examples":3000}"#);
    let verdict = decision.factors[1].verdict;
    assert_eq!(
        (verdict.api, verdict.fine_tune, verdict.custom),
        (Some(Verdict::Below), Some(Verdict::Named), Some(Verdict::Above))
    );
}

/// Table 1.8: answers, leaf, and the smallest changes to api, fine-tune and custom.
const VECTORS: [(&str, &str, &str, &str, &str); 16] = [
    ("NNNN", "T1-no", "-", "T1+T2", "T1+T2+T3+T4"),
    ("NNNY", "T1-no", "-", "T1+T2", "T1+T2+T3"),
    ("NNYN", "T1-no", "-", "T1+T2", "T1+T2+T4"),
    ("NNYY", "T1-no", "-", "T1+T2+T3 T1+T2+T4", "T1+T2"),
    ("NYNN", "T1-no", "-", "T1", "T1+T3+T4"),
    ("NYNY", "T1-no", "-", "T1", "T1+T3"),
    ("NYYN", "T1-no", "-", "T1", "T1+T4"),
    ("NYYY", "T1-no", "-", "T1+T3 T1+T4", "T1"),
    ("YNNN", "T2-no", "-", "T2", "T2+T3+T4"),
    ("YNNY", "T2-no", "-", "T2", "T2+T3"),
    ("YNYN", "T2-no", "-", "T2", "T2+T4"),
    ("YNYY", "T2-no", "-", "T2+T3 T2+T4", "T2"),
    ("YYNN", "T3-no", "T1 T2", "-", "T3+T4"),
    ("YYNY", "T3-no", "T1 T2", "-", "T3"),
    ("YYYN", "T4-no", "T1 T2", "-", "T4"),
    ("YYYY", "T4-yes", "T1 T2", "T3 T4", "-"),
];

fn vector(text: &str) -> Vector {
    let answers: Vec<bool> = text.chars().map(|letter| letter == 'Y').collect();
    Vector(answers.try_into().unwrap())
}

fn written(sets: &[Vec<TreeQuestion>]) -> String {
    if sets.is_empty() {
        return "-".to_owned();
    }
    let words = |set: &Vec<TreeQuestion>| set.iter().map(|question| question.rule().id()).collect::<Vec<_>>().join("+");
    sets.iter().map(words).collect::<Vec<_>>().join(" ")
}

#[test]
fn all_sixteen_vectors_have_their_leaf_and_their_smallest_changes() {
    for (text, leaf, api, fine_tune, custom) in VECTORS {
        let vector = vector(text);
        assert_eq!(vector.leaf().rule().id(), leaf, "{text}");
        for (approach, golden) in [(Api, api), (FineTune, fine_tune), (Custom, custom)] {
            assert_eq!(written(&flips(vector, approach)), golden, "{text} to {approach:?}");
        }
    }
}

#[test]
fn leaves_are_reached_by_eight_four_two_one_and_one_vectors() {
    let count = |leaf: Leaf| Vector::all().filter(|vector| vector.leaf() == leaf).count();
    assert_eq!(Leaf::ALL.map(count), [8, 4, 2, 1, 1]);
}

#[test]
fn a_yes_never_moves_the_tree_back() {
    for vector in Vector::all() {
        for question in TreeQuestion::ALL {
            assert!(vector.with(question, true).leaf().approach() >= vector.with(question, false).leaf().approach());
        }
    }
}

#[test]
fn lg1_the_example_starts_on_an_api_and_collects() {
    let decision = preset("legal-tech-month-1").decision;
    assert_eq!(decision.tree.leaf, Some(RuleId::T2No));
    assert_eq!(decision.now.variant, Some(Variant::ApiCollectData));
    assert_eq!(decision.destination.approach, Some(FineTune));
    let p3 = &decision.pitfalls[2];
    assert_eq!((p3.id, p3.state, p3.severity), (RuleId::P3, State::Unknown, Weight::High));
}

#[test]
fn lg2_the_example_tunes_without_a_tension_of_data_level_or_time() {
    let decision = preset("legal-tech-month-4").decision;
    assert_eq!(decision.tree.leaf, Some(RuleId::T4No));
    assert_eq!((decision.now.approach, decision.destination.approach), (Some(FineTune), Some(FineTune)));
    for id in ["K01", "K02", "K05"] {
        assert!(!ids(&decision).contains(&id), "{id}");
    }
}

#[test]
fn lg3_the_example_stays_and_waits_for_accuracy() {
    let decision = preset("legal-tech-month-9").decision;
    assert_eq!(decision.destination.approach, Some(FineTune));
    assert_eq!(decision.fit.custom.met, 0);
    assert!(decision.road_map[0].until.iter().any(|trigger| trigger.trigger == RuleId::M5));
}

#[test]
fn lg4_without_engineers_the_tree_and_the_team_disagree() {
    let decision = decide(
        r#""differentiation":"adapted","data":{"examples":3000},"team":{"mlEngineers":0},"answers":{"coreDifferentiator":true,"novelArchitecture":false}"#,
    );
    assert_eq!(decision.tree.leaf, Some(RuleId::T3No));
    assert!(ids(&decision).contains(&"K04"));
    assert_eq!(decision.now.approach, Some(Api));
}

#[test]
fn an_owner_of_evaluation_lets_a_managed_service_count() {
    let decision = decide(
        r#""differentiation":"adapted","data":{"examples":3000},"team":{"mlEngineers":0,"managedServiceOwner":true},"answers":{"coreDifferentiator":true,"novelArchitecture":false}"#,
    );
    assert_eq!(decision.now.variant, Some(Variant::FineTuneManagedService));
}

#[test]
fn dg1_a_commodity_stays_on_the_api() {
    let decision = preset("commodity").decision;
    assert_eq!((decision.tree.leaf, decision.destination.approach), (Some(RuleId::T1No), Some(Api)));
    assert!(ids(&decision).contains(&"K16"));
}

#[test]
fn dg2_a_trivial_feature_stops_at_its_gate() {
    assert_eq!(decide(r#""gates":{"trivial":true}"#).gate, Some(RuleId::N3));
}

#[test]
fn dg3_without_demand_a_research_team_starts_on_an_api() {
    let decision = decide(
        r#""differentiation":"core","data":{"examples":500000},"team":{"researchTeam":true,"computeBudget":true},"deadlineWeeks":40,"demandValidated":false,"answers":{"novelArchitecture":true}"#,
    );
    assert_eq!(decision.tree.leaf, Some(RuleId::T4Yes));
    assert_eq!((decision.now.approach, decision.destination.approach), (Some(Api), Some(Custom)));
    assert_eq!((decision.pitfalls[0].state, decision.pitfalls[0].severity), (State::Triggered, Weight::High));
}

#[test]
fn dg4_a_team_without_engineers_is_told_so() {
    let decision = decide(
        r#""differentiation":"adapted","data":{"examples":5000},"team":{"mlEngineers":0},"deadlineWeeks":21,"answers":{"coreDifferentiator":true}"#,
    );
    assert_eq!(decision.tree.variant, Some(Variant::FineTuneManagedService));
    assert!(ids(&decision).contains(&"K04"));
}

#[test]
fn dg5_a_core_feature_without_data_collects_first() {
    let decision = decide(
        r#""differentiation":"core","data":{"examples":0},"team":{"researchTeam":true,"computeBudget":true},"deadlineWeeks":52"#,
    );
    assert_eq!(decision.tree.leaf, Some(RuleId::T2No));
    assert!(ids(&decision).contains(&"K05"));
    assert!(decision.road_map[0].until.iter().any(|trigger| trigger.trigger == RuleId::M3));
}

#[test]
fn dg6_answers_and_bill_disagree_by_195500_a_month() {
    let report = preset("high-volume");
    assert_eq!(report.decision.tree.approach, Some(Api));
    assert!(ids(&report.decision).contains(&"K06"));
    crate::close(report.cost.at_volume.unwrap().options.api.unwrap().above_cheapest, 195_500.0);
}

/// Each tension: a scenario that has it, and one that has not.
#[test]
fn every_tension_is_found_where_it_is_and_only_there() {
    let cost = r#","volume":{"perMonth":1000000},"options":{"api":{"price":{"kind":"perUnit","amount":1}},"fineTune":{"hosting":{"kind":"flat","perMonth":100}}}"#;
    let cheap = r#","volume":{"perMonth":10},"options":{"api":{"price":{"kind":"perUnit","amount":0.001}},"fineTune":{"hosting":{"kind":"flat","perMonth":200}}}"#;
    let core = r#""differentiation":"core","data":{"examples":3000},"answers":{"novelArchitecture":false}"#;
    let cases: [(&str, &str, &str, &str, &str); 18] = [
        (
            "K01",
            r#""differentiation":"adapted","answers":{"coreDifferentiator":false}"#,
            "",
            r#""differentiation":"core""#,
            "",
        ),
        (
            "K02",
            r#""differentiation":"commodity","data":{"examples":5000}"#,
            "",
            r#""differentiation":"commodity","data":{"examples":0}"#,
            "",
        ),
        ("K03", r#""differentiation":"core","data":{"moat":true,"examples":50}"#, "", core, ""),
        (
            "K05",
            r#""differentiation":"core","data":{"examples":3000},"team":{"mlEngineers":2},"deadlineWeeks":2"#,
            "",
            r#""differentiation":"commodity","deadlineWeeks":2"#,
            "",
        ),
        ("K06", r#""differentiation":"commodity""#, cost, r#""differentiation":"commodity""#, cheap),
        (
            "K07",
            r#""differentiation":"core","data":{"examples":3000},"team":{"mlEngineers":2},"answers":{"novelArchitecture":true}"#,
            "",
            core,
            "",
        ),
        (
            "K08",
            r#""team":{"mlEngineers":0},"answers":{"novelArchitecture":true}"#,
            "",
            r#""team":{"mlEngineers":2},"answers":{"novelArchitecture":true}"#,
            "",
        ),
        (
            "K09",
            r#""differentiation":"core","data":{"examples":3000},"demandValidated":false"#,
            "",
            r#""differentiation":"core","data":{"examples":3000},"demandValidated":true"#,
            "",
        ),
        (
            "K10",
            r#""differentiation":"core","data":{"examples":300}"#,
            "",
            r#""differentiation":"commodity","data":{"examples":300}"#,
            "",
        ),
        ("K11", r#""team":{"mlEngineers":3}"#, "", r#""team":{"mlEngineers":2}"#, ""),
        ("K12", r#""deadlineWeeks":13"#, "", r#""deadlineWeeks":12"#, ""),
        (
            "K13",
            r#""differentiation":"core","data":{"examples":3000},"team":{"mlEngineers":0,"hiringLagWeeks":12},"deadlineWeeks":20"#,
            "",
            r#""differentiation":"core","data":{"examples":3000},"team":{"mlEngineers":2,"hiringLagWeeks":12},"deadlineWeeks":20"#,
            "",
        ),
        (
            "K14",
            r#""differentiation":"commodity","gates":{"imposed":{"allowed":["fineTune","custom"]}}"#,
            "",
            r#""differentiation":"commodity","gates":{"imposed":{"allowed":["api"]}}"#,
            "",
        ),
        (
            "K15",
            r#""gates":{"feasibilityUnproven":true,"continueAnyway":true}"#,
            "",
            r#""gates":{"feasibilityUnproven":true}"#,
            "",
        ),
        ("K17", "", cost, "", cheap),
        ("K18", "", cost, "", cheap),
        (
            "K19",
            r#""differentiation":"commodity","data":{"moat":true}"#,
            "",
            r#""differentiation":"core","data":{"moat":true}"#,
            "",
        ),
        ("K20", r#""differentiation":"core","data":{"examples":3000},"team":{"mlEngineers":0}"#, "", core, ""),
    ];
    for (id, with, with_cost, without, without_cost) in cases {
        let has = |decision: &str, rest: &str| {
            ids(&report(&format!(r#"{{"decision":{{{decision}}}{rest}}}"#)).decision).contains(&id)
        };
        assert!(has(with, with_cost), "{id} is missing");
        assert!(!has(without, without_cost), "{id} is there without reason");
    }
}

#[test]
fn gates_stop_in_their_order() {
    let all = r#""gates":{"feasibilityUnproven":true,"trivial":true,"imposed":{"allowed":["api"]}}"#;
    assert_eq!(decide(all).gate, Some(RuleId::N2));
    assert_eq!(decide(r#""gates":{"trivial":true,"imposed":{"allowed":["api"]}}"#).gate, Some(RuleId::N1));
    assert_eq!(decide(r#""gates":{"trivial":true,"continueAnyway":true}"#).gate, None);
}

#[test]
fn unknowns_that_change_nothing_are_called_harmless() {
    let decision = decide(
        r#""differentiation":"commodity","data":{"examples":0},"team":{"mlEngineers":0},"deadlineWeeks":3,"demandValidated":true"#,
    );
    let open: Vec<_> = decision.unknowns.iter().map(|unknown| (unknown.input, unknown.matters)).collect();
    let harmless = ["data.moat", "team.managedServiceOwner", "answers.novelArchitecture", "data.ready"];
    assert_eq!(open.len(), harmless.len());
    for (open, name) in open.iter().zip(harmless) {
        assert_eq!(*open, (format!("decision.{name}").as_str(), false));
    }
}

#[test]
fn an_unknown_that_splits_the_result_matters() {
    let decision = decide(
        r#""differentiation":"core","data":{"examples":300},"team":{"mlEngineers":2},"deadlineWeeks":20,"demandValidated":true,"answers":{"novelArchitecture":false}"#,
    );
    assert_eq!(decision.tree.leaf, None);
    assert!(
        decision.unknowns.iter().any(|unknown| unknown.input == "decision.answers.significantData" && unknown.matters)
    );
}

#[test]
fn all_twenty_one_aspects_have_words() {
    let cells = ASPECTS
        .iter()
        .flat_map(|aspect| Approach::ALL.map(|approach| ai_build_vs_buy::text::rule::rule(aspect.cell(approach))));
    let mut words: Vec<String> = cells.collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), 21);
}
