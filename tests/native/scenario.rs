//! Reading a scenario: the contract's own example, and everything that is wrong at its field.

use ai_build_vs_buy::json::{Json, to_text};
use ai_build_vs_buy::problem::{ProblemKind, Problems};
use ai_build_vs_buy::scenario::read_text;

#[test]
fn a_range_out_of_order_is_told_what_is_wrong_with_it() {
    for (range, wrong) in [
        (r#"{"kind":"lognormal","p10":0,"p90":5}"#, "above zero"),
        (r#"{"kind":"lognormal","p10":6,"p90":5}"#, "“One in ten below” must not be more than “One in ten above”"),
        (r#"{"kind":"pert","min":3,"mode":2,"max":9}"#, "“Lowest” must not be more than “Likeliest”"),
        (r#"{"kind":"triangular","min":1,"mode":9,"max":5}"#, "“Likeliest” must not be more than “Highest”"),
        (r#"{"kind":"uniform","min":3,"max":2}"#, "“Lowest” must not be more than “Highest”"),
    ] {
        let text = format!(r#"{{"uncertainty":{{"ranges":{{"volume.perMonth":{range}}}}}}}"#);
        let problems = read_text(&text).expect_err("out of order").0;
        assert_eq!(problems.len(), 1, "{range}");
        assert!(problems[0].message.contains(wrong), "{range}: {}", problems[0].message);
    }
}

#[test]
fn every_bad_field_is_named_with_what_is_wrong() {
    use ProblemKind::*;
    let long = format!(r#"{{"title":"{}"}}"#, "x".repeat(10_000_000));
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    let cases: [(&str, &str, ProblemKind); 20] = [
        ("", "", Syntax),
        ("[1]", "", WrongType),
        ("{\"volume\":", "", Syntax),
        (r#"{"volume":{"perMonth":-1}}"#, "volume.perMonth", Negative),
        (r#"{"volume":{"perMonth":1e400}}"#, "volume.perMonth", NotFinite),
        (r#"{"volume":{"perMonth":1e14}}"#, "volume.perMonth", TooLarge),
        (r#"{"volume":{"perMonth":0.5}}"#, "volume.perMonth", NotWhole),
        (r#"{"volume":{"perMonth":"free"}}"#, "volume.perMonth", WrongType),
        (r#"{"volume":{"perMonht":5}}"#, "volume.perMonht", UnknownField),
        (r#"{"volume":{"perMonth":1,"perMonth":2}}"#, "volume.perMonth", DuplicateField),
        (r#"{"decision":{"differentiation":"special"}}"#, "decision.differentiation", UnknownValue),
        (r#"{"schema":2}"#, "schema", UnsupportedSchema),
        (r#"{"options":{"api":{"price":{"amount":1}}}}"#, "options.api.price.kind", Missing),
        (r#"{"options":{"api":{"price":{"kind":"cheap"}}}}"#, "options.api.price.kind", UnknownValue),
        (
            r#"{"options":{"api":{"oneOff":{"x":5},"amortisationMonths":0}}}"#,
            "options.api.amortisationMonths",
            Conflict,
        ),
        (
            r#"{"options":{"custom":{"hosting":{"kind":"replicas","perReplicaMonth":5,"capacityPerMonth":0}}}}"#,
            "options.custom.hosting.capacityPerMonth",
            Conflict,
        ),
        (
            r#"{"uncertainty":{"ranges":{"volume.perWeek":{"kind":"uniform","min":1,"max":2}}}}"#,
            "uncertainty.ranges.volume.perWeek",
            UnknownField,
        ),
        (
            r#"{"uncertainty":{"ranges":{"volume.perMonth":{"kind":"uniform","min":3,"max":2}}}}"#,
            "uncertainty.ranges.volume.perMonth",
            Conflict,
        ),
        (&long, "", TooBig),
        (&deep, "", Syntax),
    ];
    for (text, field, kind) in cases {
        let problems = read_text(text).expect_err("a bad scenario").0;
        let shown = text.get(..80).unwrap_or(text);
        assert_eq!(problems[0].field, field, "{shown}");
        assert!(
            problems[0].problem == kind || (kind == Syntax && problems[0].problem == TooBig),
            "{shown}: {:?}",
            problems[0]
        );
    }
}

#[test]
fn all_problems_come_at_once_with_their_ranges() {
    let problems =
        read_text(r#"{"volume":{"perMonth":-1},"options":{"api":{"price":{"kind":"perUnit","amount":-2}}},"extra":1}"#)
            .unwrap_err()
            .0;
    let fields: Vec<&str> = problems.iter().map(|problem| problem.field.as_str()).collect();
    assert_eq!(fields.len(), 3, "{fields:?}");
    let volume = problems.iter().find(|problem| problem.field == "volume.perMonth").unwrap();
    assert_eq!((volume.min, volume.max), (Some(0.0), Some(1e13)));
}

#[test]
fn a_misspelt_field_is_told_its_name() {
    let problems = read_text(r#"{"volume":{"perMonht":5}}"#).unwrap_err().0;
    assert!(problems[0].message.contains("perMonth"), "{}", problems[0].message);
}

#[test]
fn numbers_are_written_as_javascript_writes_them() {
    let cases = [(2000.0, "2000"), (0.1, "0.1"), (1e21, "1e+21"), (1e-7, "1e-7"), (-0.5, "-0.5")];
    for (number, text) in cases {
        assert_eq!(to_text(&Json::Number(number)), text);
    }
}

/// The contract's example, as far as it is JSON.
#[test]
fn the_contracts_example_is_a_scenario() {
    let text = r#"{"schema":1,"title":"Contract analysis","labels":{"currency":"USD","unit":"prediction"},
      "decision":{"purpose":"new","gates":{"feasibilityUnproven":false,"imposed":null,"trivial":false,"continueAnyway":false},
        "differentiation":"adapted","data":{"examples":3000,"genericTask":false,"moat":false,"ready":true,"collectedPerMonth":600},
        "team":{"mlEngineers":2,"infrastructure":false,"researchTeam":false,"computeBudget":false,"managedServiceOwner":null,"hiringLagWeeks":null},
        "deadlineWeeks":20,"demandValidated":true,
        "answers":{"coreDifferentiator":null,"significantData":null,"mlExpertise":null,"novelArchitecture":false},
        "customConditions":{"noFoundationModel":null,"specialisedTask":null,"multiMonthInfrastructure":null},
        "practices":{"abstractionLayer":null,"fallbackProvider":null,"contractTerms":null,"logging":null,"consent":null,"cleanInterface":null,"monitoringOwner":null,"retrainingBudget":null,"reviewDate":null},
        "chosen":null,"partner":null,"wardley":null},
      "volume":{"perMonth":100000,"growthPerMonth":0.0},
      "options":{"api":{"price":{"kind":"perUnit","amount":0.02}},
        "fineTune":{"hosting":{"kind":"flat","perMonth":3500},"staff":{"fte":0.25,"costPerMonth":16667},"oneOff":{"training":5000,"labelling":null},"amortisationMonths":12},
        "custom":{"hosting":{"kind":"flat","perMonth":8000},"staff":{"fte":5,"costPerMonth":19000},"oneOff":{"training":200000},"amortisationMonths":24},
        "openModel":null,"ally":null},
      "range":{"maxVolume":null},
      "time":{"horizonMonths":36,"discountRatePerYear":0.10,"migrationCost":null,"dualRunningMonths":null,"costOfDelayPerMonth":null},
      "uncertainty":{"samples":10000,"seed":1,"ranges":{"volume.perMonth":{"kind":"lognormal","p10":50000,"p90":500000}},"correlations":[]}}"#;
    let report = crate::report(text);
    crate::close(report.cost.pairs[0].crossings[0].volume, (3500.0 + 0.25 * 16667.0 + 5000.0 / 12.0) / 0.02);
    assert!(report.not_evaluated.is_empty());
}

#[test]
fn an_unknown_field_hides_no_conflict_of_the_others() {
    let json = r#"{"options":{"api":{"price":{"kind":"tiers","mode":"volume","tiers":[{"upTo":10,"amount":1,"zz":1},
        {"upTo":5,"amount":1},{"amount":1}]}}}}"#;
    let Problems(problems) = read_text(json).unwrap_err();
    let kinds: Vec<ProblemKind> = problems.iter().map(|problem| problem.problem).collect();
    assert_eq!(kinds, [ProblemKind::UnknownField, ProblemKind::Conflict]);
}
