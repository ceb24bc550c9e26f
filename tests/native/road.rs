//! The road map, its triggers M2 to M10, habits, the review, pitfalls P1 to P6 and risks R1 to R5 in all their states, and
//! what each purpose W1 to W5 puts first.

use ai_build_vs_buy::approach::Approach::{Api, Custom, FineTune};
use ai_build_vs_buy::approach::Variant;
use ai_build_vs_buy::decision::{Arrival, Decision, RuleId, State, Timing, Trigger, Weight, calendar};
use ai_build_vs_buy::form::purpose::{Section, order};
use ai_build_vs_buy::form::question::PURPOSES;
use ai_build_vs_buy::text::practice::purpose_note;

use crate::{close, report};

fn decide(decision: &str, rest: &str) -> Decision {
    report(&format!(r#"{{"decision":{{{decision}}}{rest}}}"#)).decision
}

fn find(decision: &Decision, id: &str) -> Option<Trigger> {
    decision.road_map.iter().flat_map(|stage| &stage.until).find(|trigger| trigger.trigger.id() == id).cloned()
}

/// Core, no data yet, nobody to tune, no demand shown: everything binds.
const START: &str = r#""differentiation":"core","data":{"examples":200,"collectedPerMonth":100,"ready":false},"team":{"mlEngineers":0,"hiringLagWeeks":26},"deadlineWeeks":3,"demandValidated":false,"answers":{"significantData":false}"#;
const GROWTH: &str = r#","volume":{"perMonth":50000,"growthPerMonth":0.1},"options":{"api":{"price":{"kind":"perUnit","amount":0.02}},"fineTune":{"hosting":{"kind":"flat","perMonth":2000}}}"#;

#[test]
fn no_stage_is_skipped_on_the_way() {
    let stages =
        |scenario: &str| -> Vec<_> { decide(scenario, "").road_map.iter().map(|stage| stage.approach).collect() };
    let research = r#""differentiation":"core","data":{"examples":500000},"team":{"researchTeam":true,"computeBudget":true},"deadlineWeeks":52,"answers":{"novelArchitecture":true}"#;
    assert_eq!(stages(&format!(r#"{research},"demandValidated":false"#)), [Api, FineTune, Custom]);
    assert_eq!(stages(&format!(r#"{research},"demandValidated":true"#)), [Custom]);
    assert_eq!(stages(START), [Api, FineTune]);
}

/// What binds becomes a trigger: rule, needed, state, number, months.
#[test]
fn each_binding_limit_is_a_trigger() {
    let decision = decide(START, GROWTH);
    let until: Vec<_> = decision.road_map[0]
        .until
        .iter()
        .filter(|trigger| trigger.trigger != RuleId::M9)
        .map(|trigger| (trigger.trigger.id(), trigger.needed, trigger.state, trigger.threshold))
        .collect();
    use Arrival::{Unknown, Waiting};
    assert_eq!(
        until,
        [
            ("M2", true, Waiting, None),
            ("M3", true, Waiting, Some(1_000.0)),
            ("M10", true, Waiting, None),
            ("L1", true, Waiting, None),
            ("M4", false, Waiting, Some(100_000.0)),
            ("M8", true, Unknown, None),
        ]
    );
    close(find(&decision, "M3").unwrap().in_months.unwrap(), 8.0);
    close(find(&decision, "M10").unwrap().in_months.unwrap(), 6.0);
    close(find(&decision, "M4").unwrap().in_months.unwrap(), 7.272_540_897_341_713);
    assert_eq!(find(&decision, "M10").unwrap().about, Some(RuleId::E2));
}

#[test]
fn the_next_stage_begins_with_the_latest_date() {
    let stage = &decide(START, GROWTH).road_map[1];
    close(stage.not_before_months.unwrap(), 8.0);
    assert_eq!(stage.undated, 2);
}

#[test]
fn data_that_is_not_ready_is_waited_for_as_such() {
    let decision = decide(
        r#""differentiation":"core","data":{"examples":5000,"ready":false},"team":{"mlEngineers":2},"deadlineWeeks":10,"answers":{"novelArchitecture":false}"#,
        "",
    );
    let trigger = find(&decision, "M3").unwrap();
    assert_eq!((trigger.about, trigger.threshold, trigger.state), (Some(RuleId::L2), None, Arrival::Waiting));
}

#[test]
fn accuracy_opens_the_move_when_more_is_wanted_or_tuning_stalls() {
    let cases = [
        ("", Arrival::Unknown),
        (r#","accuracy":{"measured":0.89,"wanted":0.95}"#, Arrival::Met),
        (r#","accuracy":{"measured":0.89,"wanted":0.85}"#, Arrival::Waiting),
        (r#","accuracy":{"lastGain":0.004,"smallestGain":0.01}"#, Arrival::Met),
        (r#","accuracy":{"lastGain":0.02,"smallestGain":0.01}"#, Arrival::Waiting),
        (r#","accuracy":{"measured":0.89,"wanted":0.85,"lastGain":0.004,"smallestGain":0.01}"#, Arrival::Met),
    ];
    let tuned = r#""differentiation":"core","data":{"examples":5000},"team":{"mlEngineers":2},"deadlineWeeks":20,"demandValidated":true,"answers":{"novelArchitecture":false}"#;
    for (accuracy, state) in cases {
        assert_eq!(find(&decide(&format!("{tuned}{accuracy}"), ""), "M5").unwrap().state, state, "{accuracy}");
    }
}

#[test]
fn training_from_scratch_waits_for_its_four_conditions() {
    let research = r#""differentiation":"core","data":{"examples":2000000},"team":{"researchTeam":true,"computeBudget":true},"deadlineWeeks":52,"demandValidated":false,"answers":{"novelArchitecture":true}"#;
    let all =
        r#","customConditions":{"noFoundationModel":true,"specialisedTask":true,"multiMonthInfrastructure":true}"#;
    let one = r#","customConditions":{"specialisedTask":false}"#;
    for (conditions, state) in [("", Arrival::Unknown), (all, Arrival::Met), (one, Arrival::Waiting)] {
        let m6 = find(&decide(&format!("{research}{conditions}"), ""), "M6").unwrap();
        assert_eq!((m6.state, m6.needed), (state, true), "{conditions}");
    }
}

#[test]
fn a_volume_that_is_passed_has_come() {
    let passed = GROWTH.replace("50000", "150000");
    let trigger = find(&decide(r#""differentiation":"commodity""#, &passed), "M4").unwrap();
    assert_eq!((trigger.state, trigger.in_months), (Arrival::Met, None));
}

/// M9: one for each risk, told by hand; only where something depends on a vendor.
#[test]
fn vendor_events_open_the_decision_again() {
    let decision = decide(r#""differentiation":"commodity","vendorEvents":{"price":true,"data":false}"#, "");
    let events: Vec<_> = decision.road_map[0]
        .until
        .iter()
        .filter(|trigger| trigger.trigger == RuleId::M9)
        .map(|trigger| (trigger.about.unwrap().id(), trigger.state))
        .collect();
    use Arrival::{Met, Unknown, Waiting};
    assert_eq!(events, [("R1", Unknown), ("R2", Met), ("R3", Unknown), ("R4", Waiting), ("R5", Unknown)]);
    let own = decide(
        r#""answers":{"coreDifferentiator":true,"significantData":true,"novelArchitecture":false},"team":{"mlEngineers":5,"infrastructure":true},"demandValidated":true"#,
        "",
    );
    assert_eq!(own.now.approach, Some(FineTune));
    assert!(find(&own, "M9").is_none());
}

#[test]
fn habits_hold_the_next_stage_back() {
    let with = |practices: &str| {
        let decision = decide(&format!(r#"{START},"practices":{{{practices}}}"#), "");
        (find(&decision, "M8").unwrap().state, decision.enablers.iter().map(|each| each.state).collect::<Vec<_>>())
    };
    use Arrival::{Met, Unknown, Waiting};
    let all = r#""abstractionLayer":true,"logging":true,"consent":true,"cleanInterface":true"#;
    assert_eq!(with(all), (Met, vec![Met; 4]));
    assert_eq!(with(r#""logging":false,"consent":true"#), (Waiting, vec![Unknown, Waiting, Met, Unknown]));
    assert_eq!(with(r#""consent":true"#).0, Unknown);
}

#[test]
fn the_review_warns_past_a_year_and_past_eighteen_months() {
    let cases = [
        ("", Timing::Missing),
        (r#","practices":{"reviewDate":"2027-11-24"}"#, Timing::Undated),
        (r#","decidedOn":"2026-11-24","practices":{"reviewDate":"2027-11-24"}"#, Timing::InTime),
        (r#","decidedOn":"2026-11-24","practices":{"reviewDate":"2027-11-25"}"#, Timing::Late),
        (r#","decidedOn":"2026-11-24","practices":{"reviewDate":"2028-05-24"}"#, Timing::Late),
        (r#","decidedOn":"2026-11-24","practices":{"reviewDate":"2028-05-25"}"#, Timing::TooLate),
        (r#","decidedOn":"2026-11-24","practices":{"reviewDate":"2026-11-23"}"#, Timing::Past),
    ];
    for (dates, timing) in cases {
        assert_eq!(decide(&format!(r#""differentiation":"commodity"{dates}"#), "").review.timing, timing, "{dates}");
    }
}

#[test]
fn the_suggested_review_is_a_year_or_the_first_dated_trigger() {
    let year = decide(r#""differentiation":"commodity","decidedOn":"2026-11-24""#, "").review;
    assert_eq!((year.because, year.suggested_on.as_ref().map(|on| on.as_str())), (RuleId::M7, Some("2027-11-24")));
    let sooner = decide(&format!(r#"{START},"decidedOn":"2026-11-24""#), "").review;
    assert_eq!(sooner.because, RuleId::L1);
    assert_eq!(sooner.suggested_on.as_ref().map(|on| on.as_str()), Some("2026-12-24"));
}

#[test]
fn the_calendar_holds_every_dated_trigger_in_order() {
    let calendar = calendar(&decide(START, GROWTH).road_map);
    let marks: Vec<_> = calendar.marks.iter().map(|mark| mark.rule.id()).collect();
    assert_eq!((calendar.months, marks), (18.0, vec!["L1", "M7", "M10", "M4", "M3"]));
    assert!(calendar.marks.iter().all(|mark| (0.0..=1.0).contains(&mark.at)));
}

/// Each pitfall triggered, clear and unknown.
#[test]
fn every_pitfall_has_three_states() {
    let api = r#""differentiation":"commodity""#;
    let owned = r#""differentiation":"core","data":{"examples":5000},"team":{"mlEngineers":2},"deadlineWeeks":20,"answers":{"novelArchitecture":false},"demandValidated":true"#;
    let staffed = r#","options":{"fineTune":{"staff":{"fte":0.3,"costPerMonth":15000}}}"#;
    let reviewed = r#","decidedOn":"2026-11-24","practices":{"reviewDate":"2027-10-01""#;
    let far = r#","time":{"horizonMonths":36}"#;
    let proven = owned.replace(r#","demandValidated":true"#, "");
    let cases: Vec<(&str, State, String, &str)> = vec![
        ("P1", State::Triggered, format!(r#"{proven},"demandValidated":false"#), ""),
        ("P1", State::Clear, owned.to_owned(), ""),
        ("P1", State::Unknown, proven.clone(), ""),
        (
            "P2",
            State::Triggered,
            format!(r#"{api},"practices":{{"abstractionLayer":true,"providersIntegrated":1}}"#),
            "",
        ),
        (
            "P2",
            State::Triggered,
            format!(r#"{api},"practices":{{"abstractionLayer":false,"providersIntegrated":3}}"#),
            "",
        ),
        ("P2", State::Clear, format!(r#"{api},"practices":{{"abstractionLayer":true,"providersIntegrated":2}}"#), ""),
        ("P2", State::Unknown, format!(r#"{api},"practices":{{"abstractionLayer":true}}"#), ""),
        ("P3", State::Triggered, format!(r#"{api},"practices":{{"logging":true,"consent":false}}"#), ""),
        ("P3", State::Clear, format!(r#"{api},"practices":{{"logging":true,"consent":true}}"#), ""),
        ("P3", State::Unknown, format!(r#"{api},"practices":{{"logging":true}}"#), ""),
        ("P4", State::Triggered, format!(r#"{owned},"tuningTooHard":true"#), ""),
        ("P4", State::Triggered, format!(r#"{owned},"chosen":"api","tuningTooHard":false"#), ""),
        ("P4", State::Clear, format!(r#"{owned},"tuningTooHard":false"#), ""),
        ("P4", State::Unknown, owned.to_owned(), ""),
        ("P5", State::Triggered, owned.to_owned(), ""),
        (
            "P5",
            State::Clear,
            format!(r#"{owned},"practices":{{"retrainingBudget":true,"monitoringOwner":true}}"#),
            staffed,
        ),
        ("P5", State::Unknown, owned.to_owned(), staffed),
        ("P6", State::Triggered, format!(r#"{api},"practices":{{"cleanInterface":true}}"#), ""),
        ("P6", State::Triggered, format!(r#"{api}{reviewed},"cleanInterface":true}}"#), far),
        ("P6", State::Clear, format!(r#"{api}{reviewed},"cleanInterface":true}}"#), ""),
        ("P6", State::Unknown, format!(r#"{api}{reviewed}}}"#), ""),
    ];
    for (id, state, scenario, rest) in cases {
        let decision = decide(&scenario, rest);
        let found = decision.pitfalls.iter().find(|pitfall| pitfall.id.id() == id).unwrap();
        assert_eq!(found.state, state, "{id} {scenario}{rest}");
    }
}

#[test]
fn a_horizon_past_eighteen_months_is_no_pitfall_once_a_trigger_is_set() {
    let scenario = r#""differentiation":"commodity","decidedOn":"2026-11-24","practices":{"reviewDate":"2027-10-01","cleanInterface":true}"#;
    let with_trigger = decide(scenario, &format!(r#"{GROWTH},"time":{{"horizonMonths":36}}"#));
    assert_eq!(with_trigger.pitfalls[5].state, State::Clear);
}

#[test]
fn two_pitfalls_weigh_more_where_their_rule_says_so() {
    let skilled = decide(r#""team":{"mlEngineers":8,"infrastructure":true}"#, "");
    assert_eq!(skilled.pitfalls[0].severity, Weight::High);
    let collecting = decide(r#""differentiation":"core","data":{"examples":0}"#, "");
    assert_eq!((collecting.pitfalls[2].id, collecting.pitfalls[2].severity), (RuleId::P3, Weight::High));
}

/// Each risk by what is in place against it.
#[test]
fn every_risk_has_three_states() {
    let api = r#""differentiation":"commodity""#;
    let cases: [(&str, &str, &str, &str); 5] = [
        ("R1", r#""abstractionLayer":true"#, r#""abstractionLayer":false"#, "RM1"),
        ("R2", r#""fallbackProvider":true"#, r#""fallbackProvider":false,"contractTerms":false"#, "RM2 RM3"),
        ("R3", r#""contractTerms":true"#, r#""abstractionLayer":false,"contractTerms":false"#, "RM1 RM3"),
        ("R4", r#""contractTerms":true"#, r#""contractTerms":false"#, "RM3"),
        ("R5", r#""fallbackProvider":true"#, r#""fallbackProvider":false,"contractTerms":false"#, "RM2 RM3"),
    ];
    for (id, covered, open, mitigations) in cases {
        for (practices, state) in [(covered, State::Clear), (open, State::Triggered), ("", State::Unknown)] {
            let decision = decide(&format!(r#"{api},"practices":{{{practices}}}"#), "");
            let risk = decision.risks.iter().find(|risk| risk.id.id() == id).unwrap();
            assert_eq!(risk.state, state, "{id} {practices}");
            let named: Vec<_> = risk.mitigations.iter().map(|mitigation| mitigation.id.id()).collect();
            assert_eq!(named.join(" "), mitigations);
        }
    }
}

#[test]
fn a_risk_that_has_happened_is_open_whatever_is_in_place() {
    let decision = decide(
        r#""differentiation":"commodity","practices":{"fallbackProvider":true},"vendorEvents":{"price":true}"#,
        "",
    );
    assert_eq!((decision.risks[1].state, decision.risks[1].happened), (State::Triggered, Some(true)));
}

#[test]
fn managed_tuning_has_the_same_risks_as_an_api() {
    let managed = r#""differentiation":"core","data":{"examples":5000},"team":{"mlEngineers":0,"managedServiceOwner":true},"demandValidated":true"#;
    assert!(decide(managed, "").risks.iter().all(|risk| risk.state == State::Unknown));
    // Two engineers tune on managed machines (E2, I14); five with infrastructure depend on nobody.
    for (team, variant, state) in [
        (r#""mlEngineers":2"#, Variant::FineTuneManagedInfra, State::Unknown),
        (r#""mlEngineers":5,"infrastructure":true"#, Variant::FineTuneFoundationModel, State::Clear),
    ] {
        let own = format!(
            r#""differentiation":"core","data":{{"examples":5000}},"team":{{{team}}},"demandValidated":true,"answers":{{"novelArchitecture":false}}"#
        );
        let decision = decide(&own, "");
        assert_eq!(decision.now.variant, Some(variant));
        assert!(decision.risks.iter().all(|risk| risk.state == state), "{team}");
        let at_the_vendor = decision.road_map[0].until.iter().filter(|trigger| trigger.trigger == RuleId::M9).count();
        assert_eq!(at_the_vendor, if state == State::Clear { 0 } else { 5 }, "{team}");
    }
}

/// W1 to W5: what comes first beside the answer, first below it, and what stands open.
#[test]
fn each_purpose_puts_its_own_part_first() {
    use Section::{CostLines, Numbers, Questions, Reasons, Review, Risks, RoadMap};
    let expected = [
        ("W1", Questions, Reasons, None),
        ("W2", Numbers, RoadMap, None),
        ("W3", Questions, Review, Some(Review)),
        ("W4", Numbers, CostLines, Some(CostLines)),
        ("W5", Questions, Risks, Some(Risks)),
    ];
    for (purpose, (id, beside, below, open)) in PURPOSES.into_iter().zip(expected) {
        let found = order(purpose);
        assert_eq!(purpose_note(purpose).0.id(), id);
        assert_eq!((found.inputs[0], found.below[0], found.open), (beside, below, open), "{id}");
        for section in [Reasons, RoadMap, Review, Risks] {
            assert_eq!(found.below.iter().filter(|other| **other == section).count(), 1, "{id} {section:?}");
        }
    }
}
