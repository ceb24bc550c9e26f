//! Why the answer is what it is: trace, counts, tensions with both sides, what would change it, unknowns, conditions.

use ai_build_vs_buy::approach::Approach::{Api, Custom, FineTune};
use ai_build_vs_buy::approach::ApproachSet;
use ai_build_vs_buy::decision::{Decision, Effect, RuleId, Severity, TreeQuestion};
use ai_build_vs_buy::text;

use crate::{close, preset, report};

fn decide(decision: &str) -> Decision {
    report(&format!(r#"{{"decision":{{{decision}}}}}"#)).decision
}

fn ids(rules: &[RuleId]) -> Vec<&'static str> {
    rules.iter().map(|rule| rule.id()).collect()
}

const LG4: &str = r#""differentiation":"adapted","data":{"examples":3000,"moat":false,"ready":true},"team":{"mlEngineers":0,"managedServiceOwner":false},"deadlineWeeks":21,"demandValidated":true,"answers":{"coreDifferentiator":true,"novelArchitecture":false}"#;

#[test]
fn the_trace_names_rule_input_value_and_effect_in_order() {
    let decision = decide(LG4);
    let steps: Vec<(&str, &str, &str)> =
        decision.trace.iter().map(|step| (step.rule.id(), step.input, step.value.as_str())).collect();
    assert_eq!(
        steps,
        [
            ("T1", "decision.answers.coreDifferentiator", "yes"),
            ("T2", "decision.answers.significantData", "yes"),
            ("T3", "decision.answers.mlExpertise", "no"),
            ("T3-no", "", ""),
            ("F2", "decision.differentiation", "adapted"),
            ("E1", "decision.team.mlEngineers", "0"),
            ("L3", "decision.deadlineWeeks", "21"),
            ("D3", "decision.data.examples", "3000"),
        ]
    );
    assert_eq!(decision.trace[0].effect, Effect::Leads { to: vec![RuleId::T2] });
    assert_eq!(decision.trace[5].effect, Effect::CapsNow { at: Api });
}

#[test]
fn an_open_question_of_the_tree_leads_both_ways() {
    let decision = decide(r#""differentiation":"adapted","data":{"examples":3000},"team":{"mlEngineers":0}"#);
    assert_eq!(decision.trace[0].effect, Effect::Leads { to: vec![RuleId::T1No, RuleId::T2] });
}

#[test]
fn what_is_imposed_stands_in_the_trace_with_its_reason() {
    let decision = decide(
        r#""differentiation":"commodity","gates":{"imposed":{"allowed":["fineTune"],"reason":"on-premise duty"}}"#,
    );
    let last = decision.trace.last().unwrap();
    assert_eq!((last.rule, last.value.as_str()), (RuleId::N1, "on-premise duty"));
    assert_eq!(last.effect, Effect::Allows { only: vec![FineTune] });
    assert_eq!((decision.now.approach, decision.destination.approach), (Some(FineTune), Some(Api)));
}

#[test]
fn counts_stand_in_place_of_a_score() {
    let cases = [
        (LG4, "3 of 4 factors name fine-tuning, 1 blocks it now"),
        (
            r#""differentiation":"adapted","data":{"examples":3000,"moat":false,"ready":true},"answers":{"coreDifferentiator":true,"novelArchitecture":false},"demandValidated":true"#,
            "2 of 2 factors name fine-tuning, 2 inputs unknown",
        ),
        (r#""differentiation":"commodity","data":{"moat":false}"#, "1 of 1 factors names an API, 7 inputs unknown"),
    ];
    for (scenario, words) in cases {
        assert_eq!(text::explain::counts(&decide(scenario)), words);
    }
}

#[test]
fn the_strongest_rule_against_the_headline_comes_first() {
    let cost = r#","volume":{"perMonth":1000000},"options":{"api":{"price":{"kind":"perUnit","amount":1}},"fineTune":{"hosting":{"kind":"flat","perMonth":100}}}"#;
    let cases: [(&str, &str, &[&str]); 4] = [
        (LG4, "", &["K04", "E1"]),
        (r#""differentiation":"commodity""#, cost, &["C6"]),
        (r#""differentiation":"commodity","data":{"examples":0}"#, "", &["R1"]),
        (
            r#""differentiation":"core","data":{"examples":3000},"team":{"mlEngineers":2},"answers":{"novelArchitecture":false}"#,
            "",
            &["F3"],
        ),
    ];
    for (scenario, rest, first) in cases {
        let decision = report(&format!(r#"{{"decision":{{{scenario}}}{rest}}}"#)).decision;
        assert_eq!(&ids(&decision.against)[..first.len()], first, "{scenario}");
    }
}

/// What is said while answers are open: why, what speaks against it, what is open, the road map, what would change it.
type Said<'a> = (&'a str, &'a [&'a str], &'a [&'a str], &'a str, &'a str, &'a str);

#[test]
fn reasons_hold_whatever_the_open_answers_turn_out_to_be() {
    let settled = r#""answers":{"coreDifferentiator":true,"significantData":false}"#;
    let cases: [Said<'_>; 5] = [
        (
            "",
            &[],
            &[],
            "Not settled yet. It depends most on: how special",
            "Now, and to stay, if every",
            "10 open questions matter",
        ),
        (
            r#""team":{"mlEngineers":0}"#,
            &["E1"],
            &["R1"],
            "Not settled yet. It depends most on: how special",
            "Now, and to stay, if every",
            "9 open questions matter",
        ),
        (settled, &["T2-no"], &["R1"], "", "Now. API, while you collect", "The tree is not answered in full"),
        (
            r#""answers":{"coreDifferentiator":true,"significantData":true,"novelArchitecture":false},"demandValidated":false"#,
            &["P1"],
            &["R1"],
            "Whichever end of the tree it is, it leads to an API now and fine-tuning later.",
            "Now. API",
            "The tree is not answered in full",
        ),
        (LG4, &["T3-no", "F2", "D3", "L3", "E1"], &["K04"], "", "Now. API", "2 single answers"),
    ];
    for (decision, why, against, open, road, flips) in cases {
        let report = report(&format!(r#"{{"decision":{{{decision}}}}}"#));
        assert_eq!(ids(&text::answer::why(&report)), why, "{decision}");
        assert_eq!(ids(&text::answer::strongest_against(&report)), against, "{decision}");
        let said = text::explain::open(&report.decision).unwrap_or_default();
        assert!(said.starts_with(open) && said.is_empty() == open.is_empty(), "{decision}: {said}");
        let last = report.decision.road_map.len() - 1;
        let stage = text::road::stage(&report.decision, 0, last);
        assert!(stage.starts_with(road), "{decision}: {stage}");
        let not_settled = said.starts_with("Not settled");
        assert_eq!(text::road::one_of_several(&report.decision).is_some(), not_settled, "{decision}");
        let finding = text::answer::flips_finding(&Default::default(), &report);
        assert!(finding.starts_with(flips), "{decision}: {finding}");
    }
}

/// Tree, team and bill name three different approaches: all three are shown, with the side that drives and what settles.
#[test]
fn a_three_way_disagreement_shows_all_three() {
    let report = report(&format!(
        r#"{{"decision":{{{LG4}}},"volume":{{"perMonth":1000000}},"options":{{
            "api":{{"price":{{"kind":"perUnit","amount":1}}}},
            "fineTune":{{"hosting":{{"kind":"perUnit","amount":0.5}}}},
            "custom":{{"hosting":{{"kind":"flat","perMonth":9000}}}}}}}}"#
    ));
    let decision = &report.decision;
    assert_eq!((decision.tree.approach, decision.now.approach), (Some(FineTune), Some(Api)));
    assert_eq!(report.cost.at_volume.as_ref().unwrap().cheapest, [Custom.option()]);
    let found: Vec<_> = decision
        .tensions
        .iter()
        .filter(|tension| matches!(tension.id, RuleId::K04 | RuleId::K06))
        .map(|tension| (tension.id, tension.severity, ids(&tension.rules), tension.drives.id()))
        .collect();
    assert_eq!(
        found,
        [
            (RuleId::K04, Severity::Blocker, vec!["T3-no", "E1"], "E1"),
            (RuleId::K06, Severity::Tension, vec!["T3-no", "C6"], "T3-no"),
        ]
    );
    let headline = text::answer::headline(&Default::default(), &report);
    assert!(headline.contains("an API now and fine-tuning later") && headline.contains("the model from scratch costs"));
    for id in [RuleId::K04, RuleId::K06] {
        let (why, settles) = text::tension::tension(id);
        assert!(!why.is_empty() && !settles.is_empty());
    }
}

/// Which side drives, by tension: rules, then the one that the headline follows.
#[test]
fn each_tension_names_its_sides_and_the_driving_one() {
    let cost = r#","volume":{"perMonth":1000000},"options":{"api":{"price":{"kind":"perUnit","amount":1}},"fineTune":{"hosting":{"kind":"flat","perMonth":100}}}"#;
    let cases: [(&str, &str, &str, &[&str], &str); 12] = [
        ("K01", r#""differentiation":"adapted","answers":{"coreDifferentiator":false}"#, "", &["F2", "T1"], "T1"),
        ("K02", r#""differentiation":"commodity","data":{"examples":5000}"#, "", &["T1-no", "D3"], "T1-no"),
        ("K03", r#""differentiation":"commodity","data":{"moat":true}"#, "", &["T1-no", "D5"], "T1-no"),
        ("K08", r#""team":{"mlEngineers":0},"answers":{"novelArchitecture":true}"#, "", &["T3", "T4"], "T3"),
        (
            "K10",
            r#""differentiation":"core","data":{"examples":300},"team":{"mlEngineers":2},"answers":{"novelArchitecture":false}"#,
            "",
            &["T2", "D2", "T2-no", "T4-no"],
            "T2",
        ),
        ("K11", r#""team":{"mlEngineers":3}"#, "", &["E2", "E3"], "E2"),
        ("K12", r#""deadlineWeeks":13"#, "", &["L2", "L3"], "L2"),
        (
            "K13",
            r#""differentiation":"core","data":{"examples":3000},"team":{"mlEngineers":0,"hiringLagWeeks":12},"deadlineWeeks":20"#,
            "",
            &["L3", "L2", "E5"],
            "L3",
        ),
        ("K16", r#""differentiation":"commodity""#, "", &["F1", "T5"], "F1"),
        ("K17", "", cost, &["S1", "C5"], "S1"),
        ("K18", "", cost, &["C4", "C6"], "C6"),
        (
            "K20",
            r#""differentiation":"core","data":{"examples":3000},"team":{"mlEngineers":0}"#,
            "",
            &["T3-no", "R3"],
            "T3-no",
        ),
    ];
    for (id, scenario, rest, rules, drives) in cases {
        let decision = report(&format!(r#"{{"decision":{{{scenario}}}{rest}}}"#)).decision;
        let tension = decision.tensions.iter().find(|tension| tension.id.id() == id).unwrap_or_else(|| panic!("{id}"));
        assert_eq!((ids(&tension.rules).as_slice(), tension.drives.id()), (rules, drives), "{id}");
    }
}

#[test]
fn the_nearest_changes_of_the_worked_example() {
    let decision = preset("legal-tech-month-4").decision;
    let found: Vec<_> = decision.levers.iter().map(|lever| (lever.input, lever.to, lever.turned)).collect();
    assert_eq!(
        found,
        [
            ("decision.data.examples", Some(999.0), None),
            ("decision.team.mlEngineers", Some(0.0), None),
            ("decision.deadlineWeeks", Some(4.0), None),
            ("decision.demandValidated", None, Some(false)),
        ]
    );
    assert_eq!(decision.levers[1].now, ApproachSet::of(&[Api]));
}

#[test]
fn a_team_row_is_reached_with_people_and_infrastructure() {
    let decision = decide(
        r#""differentiation":"core","data":{"examples":2000000},"team":{"mlEngineers":2},"deadlineWeeks":52,"demandValidated":true,"answers":{"novelArchitecture":true}"#,
    );
    let team = decision.levers.iter().find(|lever| lever.to == Some(5.0)).unwrap();
    assert_eq!((team.input, team.along), ("decision.team.mlEngineers", Some("decision.team.infrastructure")));
    assert_eq!(team.now, ApproachSet::of(&[Custom]));
}

#[test]
fn flips_split_by_who_can_change_them() {
    let up_to_the_team = TreeQuestion::ALL.map(TreeQuestion::is_up_to_the_team);
    assert_eq!(up_to_the_team, [false, true, true, false]);
}

/// Two open answers, four completions: the first question flips every one of its two cases, the last one of two.
#[test]
fn unknowns_are_ranked_by_the_completions_they_flip() {
    let decision = decide(
        r#""differentiation":"core","data":{"examples":300,"moat":false,"ready":true},"team":{"researchTeam":true,"computeBudget":true},"deadlineWeeks":52,"demandValidated":true"#,
    );
    let found: Vec<_> = decision.unknowns.iter().map(|unknown| (unknown.input, unknown.flips, unknown.of)).collect();
    assert_eq!(found, [("decision.answers.significantData", 2, 2), ("decision.answers.novelArchitecture", 1, 2)]);
    assert_eq!(
        text::explain::unknowns(&decision),
        "2 questions are open. What matters, most first: whether your data is significant; whether a new architecture is needed."
    );
}

#[test]
fn unknowns_that_change_nothing_are_said_not_to_matter() {
    let decision = decide(
        r#""differentiation":"commodity","data":{"examples":0,"moat":false,"ready":true},"team":{"mlEngineers":2},"deadlineWeeks":3,"demandValidated":true"#,
    );
    assert_eq!(
        text::explain::unknowns(&decision),
        "1 question is open. It does not matter: no answer to it changes the result."
    );
}

/// Q1, Q3a and Q3b: which conditions are met, not met, not known.
#[test]
fn conditions_are_counted_one_by_one() {
    let decision = decide(
        r#""data":{"examples":5000,"genericTask":true},"team":{"mlEngineers":0},"deadlineWeeks":3,"customConditions":{"noFoundationModel":false}"#,
    );
    let met = |met: &ai_build_vs_buy::decision::Met| -> Vec<Option<bool>> {
        met.conditions.iter().map(|condition| condition.met).collect()
    };
    let fit = &decision.fit;
    assert_eq!((fit.api.rule.id(), fit.api.met, fit.api.of), ("Q1", 3, 4));
    assert_eq!(met(&fit.api), [Some(true), Some(true), Some(true), Some(false)]);
    assert_eq!((fit.fine_tune.rule.id(), fit.fine_tune.met, fit.fine_tune.of), ("Q3a", 2, 2));
    assert_eq!((fit.custom.rule.id(), fit.custom.met, fit.custom.of), ("Q3b", 0, 4));
    assert_eq!(met(&fit.custom), [Some(false), Some(false), None, Some(false)]);
}

#[test]
fn all_four_conditions_take_the_disagreement_away() {
    let all = decide(
        r#""differentiation":"core","data":{"examples":2000000},"team":{"researchTeam":true,"computeBudget":true},"deadlineWeeks":52,"demandValidated":true,"answers":{"novelArchitecture":true},"customConditions":{"noFoundationModel":true,"specialisedTask":true,"multiMonthInfrastructure":true}"#,
    );
    assert_eq!(all.fit.custom.met, 4);
    assert!(!all.tensions.iter().any(|tension| tension.id == RuleId::K07));
}

#[test]
fn three_floors_and_the_readers_number_stand_on_one_scale() {
    let floors = ai_build_vs_buy::decision::floors(Some(100_000.0));
    let found: Vec<_> = floors.floors.iter().map(|floor| (floor.rule.id(), floor.examples, floor.reached)).collect();
    assert_eq!(
        found,
        [("A-CU-6", 1_000.0, Some(true)), ("D4", 100_000.0, Some(true)), ("Q3b", 1_000_000.0, Some(false)),]
    );
    close(floors.floors[0].at, 0.2);
    close(floors.yours_at.unwrap(), 0.6);
}

#[test]
fn large_data_leans_by_the_answer_about_a_new_architecture() {
    for (answer, leans) in [("true", Some(Custom)), ("false", Some(FineTune)), ("null", None)] {
        let decision = decide(&format!(r#""data":{{"examples":500000}},"answers":{{"novelArchitecture":{answer}}}"#));
        assert_eq!(decision.factors[1].leans, leans, "{answer}");
    }
}

#[test]
fn the_readers_situation_is_marked_in_the_comparison() {
    let decision = preset("legal-tech-month-4").decision;
    let found: Vec<_> = decision.aspects.iter().map(|row| (row.rule.map(RuleId::id), row.fits)).collect();
    let (fine_tune, owned) = (ApproachSet::of(&[FineTune]), ApproachSet::of(&[FineTune, Custom]));
    assert_eq!(
        found,
        [
            (Some("L3"), fine_tune),
            (None, ApproachSet::EMPTY),
            (Some("C6"), fine_tune),
            (Some("E2"), fine_tune),
            (Some("F2"), fine_tune),
            (Some("D3"), fine_tune),
            (Some("F4"), owned),
        ]
    );
    assert_eq!(decision.aspects[1].amounts.fine_tune, Some(5_000.0));
    assert_eq!(decision.aspects[1].amounts.api, None);
}

#[test]
fn the_readers_own_choice_is_kept_beside_the_suggestion() {
    let decision = decide(&format!(r#"{LG4},"chosen":"fineTune","chosenBecause":"the contract ends""#));
    let choice = decision.choice.unwrap();
    assert_eq!(
        (choice.approach, choice.because.as_deref(), choice.follows),
        (FineTune, Some("the contract ends"), false)
    );
    assert!(decide(&format!(r#"{LG4},"chosen":"api""#)).choice.unwrap().follows);
}

#[test]
fn the_articles_claim_stands_beside_what_its_example_gives() {
    let claim = text::framework::claim();
    assert!(claim.contains("2.5%") && claim.contains("23.5%"), "{claim}");
}

/// I02 and the override: the memo keeps what was switched and chosen, with the reasons.
#[test]
fn the_memo_keeps_reasons_of_a_switch_and_of_an_own_choice() {
    let scenario = crate::scenario(
        r#"{"decision":{"differentiation":"core","data":{"examples":3000},"chosen":"api","chosenBecause":"the contract ends",
        "team":{"mlEngineers":0,"managedServiceOwner":true,"managedServiceReason":"Ada owns evaluation"}}}"#,
    );
    let today = ai_build_vs_buy::scenario::IsoDate::new("2026-11-25").unwrap();
    let report = ai_build_vs_buy::report::evaluate(&scenario);
    let text = ai_build_vs_buy::memo::memo(&scenario, &report, ai_build_vs_buy::memo::Format::Markdown, &today);
    for reason in ["Ada owns evaluation", "the contract ends"] {
        assert!(text.contains(reason), "{reason}");
    }
}
