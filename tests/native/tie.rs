//! Tie values against the costs themselves: a number put at its tie makes the two options equal, or is where their order
//! changes; a number without a tie never changes the order.

use crate::{close, report, scenario};
use ai_build_vs_buy::approach::OptionId::{self, Api, Custom, FineTune};
use ai_build_vs_buy::cost::{Tie, Wins, curves};
use ai_build_vs_buy::form::range::candidates;
use ai_build_vs_buy::json::Json;
use ai_build_vs_buy::report::evaluate;
use ai_build_vs_buy::scenario::read;

/// Cost of an option less that of another when a number is put at a path; `None` when it is refused there.
fn gap(json: &Json, path: &str, value: f64, [own, other]: [OptionId; 2]) -> Option<f64> {
    let mut moved = json.clone();
    moved.set(path, Json::Number(value));
    let scenario = read(&moved).ok()?;
    let volume = scenario.volume.per_month.map(ai_build_vs_buy::units::Quantity::get)?;
    let curves = curves(&scenario);
    let (own, other) = (curves.get(own)?.at(volume), curves.get(other)?.at(volume));
    Some((own - other) / own.max(other).max(1e-9))
}

/// Numbers that act in steps, so that nothing is equal at their tie.
const STEPS: [&str; 7] =
    ["capacityPerMonth", "tokensPerSecond", "tokensPerUnit", "targetUtilisation", "peakFactor", "minimum", "upTo"];

fn checked(text: &str, tie: &Tie) {
    let json = Json::of(&scenario(text));
    let gap = |value: f64| gap(&json, &tie.field, value, tie.between);
    let Some(Json::Number(now)) = json.at(&tie.field) else { return };
    let here = gap(*now).unwrap();
    if let (Some(value), Some(wins)) = (tie.value, tie.wins)
        && here.abs() > 1e-9
        && (value - now).abs() > 1e-9 * value
    {
        assert_eq!((wins == Wins::Below) == (*now < value), here < 0.0, "{} wins {wins:?} {value}", tie.field);
    }
    let stepped = STEPS.iter().any(|step| tie.field.ends_with(step));
    match tie.value {
        Some(value) if stepped => {
            if gap(value).or(gap(value.round())).is_some_and(|gap| gap.abs() < 1e-9) {
                return;
            }
            // Whole numbers are tried on both sides of the tie.
            let (below, above) = if value.fract() == 0.0 {
                (gap(value - 1.0), gap(value))
            } else {
                (gap(value * (1.0 - 1e-6)).or(gap(value.floor())), gap(value * (1.0 + 1e-6)).or(gap(value.ceil())))
            };
            let sides = [below, above].map(|gap| gap.map(|gap| gap > 1e-9));
            assert!(sides[0] != sides[1], "{} at {value}: {below:?} {above:?}", tie.field);
        }
        Some(value) => {
            let whole = ["Months", "Month"].iter().any(|end| tie.field.ends_with(end)) && value.fract() != 0.0;
            match gap(value) {
                Some(gap) => assert!(gap.abs() < 1e-9, "{} at {value}: {gap}", tie.field),
                None => assert!(whole, "{} at {value} is refused", tie.field),
            }
        }
        None => {
            let cheaper = (here.abs() > 1e-9).then(|| tie.between[usize::from(here > 0.0)]);
            assert_eq!(tie.always, cheaper, "{}", tie.field);
            for factor in [0.0, 1e-3, 0.1, 0.5, 0.9, 1.1, 2.0, 10.0, 1e3] {
                let there = gap(now * factor).unwrap_or(here);
                assert!((there > 1e-9) == (here > 1e-9), "{} × {factor}: {here} {there}", tie.field);
            }
        }
    }
}

const TOKENS: &str = r#"{"price":{"kind":"tokens","inputTokens":1500,"outputTokens":500,"inputPerMillion":3,
    "outputPerMillion":15,"cachedShare":0.4,"cachedPrice":0.1,"batchShare":0.3,"batchDiscount":0.5,"retryShare":0.05,
    "callsPerUnit":2,"discountsStack":STACK}}"#;
const MACHINES: &str = r#"{"hosting":{"kind":"replicas","perReplicaMonth":2500,"capacityPerMonth":100000,"minimum":2},
    "staff":{"fte":0.3,"costPerMonth":16000},"monthly":{"monitoring":200},"oneOff":{"training":5000,"labelling":9000},
    "failedRunMultiplier":2,"retraining":{"cost":4000,"everyMonths":6},"amortisationMonths":18}"#;
const BY_THE_HOUR: &str = r#"{"hosting":{"kind":"replicas","perHour":2.95,"tokensPerSecond":500,"tokensPerUnit":2000,
    "targetUtilisation":0.7,"peakFactor":3}}"#;
const TIERED: &str = r#"{"price":{"kind":"tiers","mode":"MODE","tiers":[{"upTo":100000,"amount":0.02,"flatFee":10},
    {"upTo":300000,"amount":0.012,"flatFee":50},{"amount":0.005}]}}"#;
const MIXED: &str = r#"{"hosting":{"kind":"mixed","perMonth":3000,"amount":0.004}}"#;
const FLAT: &str = r#"{"hosting":{"kind":"flat","perMonth":4500},"oneOff":{"training":null}}"#;

#[test]
fn every_tie_makes_two_options_cost_the_same_or_changes_their_order() {
    let options = [
        TOKENS.replace("STACK", "true"),
        TOKENS.replace("STACK", "false"),
        MACHINES.to_owned(),
        BY_THE_HOUR.to_owned(),
        TIERED.replace("MODE", "graduated"),
        TIERED.replace("MODE", "volume"),
        MIXED.to_owned(),
        FLAT.to_owned(),
        r#"{"price":{"kind":"perUnit","amount":0.02}}"#.to_owned(),
    ];
    let mut ties = 0;
    for (place, a) in options.iter().enumerate() {
        for b in options.iter().skip(place + 1) {
            for volume in [1_000, 250_000] {
                let json = format!(r#"{{"volume":{{"perMonth":{volume}}},"options":{{"api":{a},"fineTune":{b}}}}}"#);
                for tie in report(&json).cost.ties.iter().filter(|tie| tie.field.starts_with("options.")) {
                    checked(&json, tie);
                    ties += 1;
                }
            }
        }
    }
    assert!(ties > 400, "{ties}");
}

#[test]
fn a_blank_that_counts_has_the_value_that_counts() {
    let people = r#""staff":{"fte":0.5,"costPerMonth":16000}"#;
    let json = format!(
        r#"{{"volume":{{"perMonth":250000}},"options":{{
        "api":{{"price":{{"kind":"perUnit","amount":0.02}},"oneOff":{{"integration":6000}}}},
        "fineTune":{{"hosting":{{"kind":"flat","perMonth":4500}},{people},"oneOff":{{"training":1200}},"amortisationMonths":6}},
        "custom":{{"hosting":{{"kind":"flat","perMonth":9000}},"staff":{{"fte":1}}}}}}}}"#
    );
    let costs = report(&json).cost;
    #[rustfmt::skip]
    let cases = [
        ("options.api.amortisationMonths", Some(12.0)),
        ("options.api.oneOff.labelling", None),
        ("options.fineTune.staff", Some(8000.0)),
        ("options.fineTune.amortisationMonths", Some(6.0)),
        ("options.fineTune.failedRunMultiplier", Some(1.0)),
        ("options.custom.staff", None),
        ("options.fineTune.oneOff.evaluationSet", None),
        ("volume.perMonth", None),
    ];
    for (field, value) in cases {
        assert_eq!(costs.in_use(field), value, "{field}");
    }
    let given = Json::of(&scenario(&json));
    for tie in costs.ties.iter().filter(|tie| !matches!(given.at(&tie.field), Some(Json::Number(_)))) {
        let missing =
            |option: OptionId| costs.at_volume.as_ref().unwrap().options.get(option).unwrap().not_counted.clone();
        let not_counted = tie.field.split('.').skip(2).collect::<Vec<_>>().join(".");
        assert_eq!(costs.in_use(&tie.field).is_none(), missing(tie.between[0]).contains(&not_counted), "{}", tie.field);
    }
}

#[test]
fn each_number_of_a_cost_structure_has_a_tie() {
    let costs = |a: &str, b: &str| {
        let json = format!(r#"{{"volume":{{"perMonth":250000}},"options":{{"api":{a},"fineTune":{b}}}}}"#);
        report(&json).cost.ties.iter().map(|tie| tie.field.clone()).collect::<Vec<_>>()
    };
    let fields = costs(&TOKENS.replace("STACK", "true"), MACHINES);
    for field in [
        "options.api.price.inputTokens",
        "options.api.price.outputTokens",
        "options.api.price.inputPerMillion",
        "options.api.price.outputPerMillion",
        "options.api.price.cachedShare",
        "options.api.price.cachedPrice",
        "options.api.price.batchShare",
        "options.api.price.batchDiscount",
        "options.api.price.retryShare",
        "options.api.price.callsPerUnit",
        "options.api.oneOff.integration",
        "options.fineTune.hosting.perReplicaMonth",
        "options.fineTune.hosting.capacityPerMonth",
        "options.fineTune.hosting.minimum",
        "options.fineTune.staff.fte",
        "options.fineTune.staff.costPerMonth",
        "options.fineTune.staff",
        "options.fineTune.monthly.monitoring",
        "options.fineTune.retraining.cost",
        "options.fineTune.retraining.everyMonths",
        "options.fineTune.oneOff.training",
        "options.fineTune.oneOff.labelling",
        "options.fineTune.oneOff.evaluationSet",
        "options.fineTune.failedRunMultiplier",
        "options.fineTune.amortisationMonths",
        "volume.perMonth",
    ] {
        assert_eq!(fields.iter().filter(|found| *found == field).count(), 1, "{field}");
    }
    let fields = costs(&TIERED.replace("MODE", "graduated"), BY_THE_HOUR);
    for field in [
        "options.api.price.tiers[0].amount",
        "options.api.price.tiers[0].flatFee",
        "options.api.price.tiers[1].upTo",
        "options.fineTune.hosting.perHour",
        "options.fineTune.hosting.tokensPerSecond",
        "options.fineTune.hosting.tokensPerUnit",
        "options.fineTune.hosting.targetUtilisation",
        "options.fineTune.hosting.peakFactor",
    ] {
        assert_eq!(fields.iter().filter(|found| *found == field).count(), 1, "{field}");
    }
}

#[test]
fn goldens_by_hand() {
    // Tokens: 0.008823 a unit at 250,000 (V04) against a flat 1,500: 0.006 a unit.
    let tokens = r#"{"price":{"kind":"tokens","inputTokens":1500,"outputTokens":500,"inputPerMillion":3,
        "outputPerMillion":15,"cachedShare":0.4,"cachedPrice":0.1,"batchShare":0.3,"batchDiscount":0.5}}"#;
    let flat = r#"{"hosting":{"kind":"flat","perMonth":1500}}"#;
    // Machines: 3 at 1,000 each for 250,000 units; the API at 0.01 costs 2,500, so that 2 are affordable.
    let machines = r#"{"hosting":{"kind":"replicas","perReplicaMonth":1000,"capacityPerMonth":100000}}"#;
    let api = r#"{"price":{"kind":"perUnit","amount":0.01}}"#;
    let cases = [
        (tokens, flat, "options.api.price.outputTokens", Some(278.588_235_294_117_7)),
        // Against the cheaper flat cost no cache is large enough.
        (tokens, flat, "options.api.price.cachedShare", None),
        (api, machines, "options.fineTune.hosting.capacityPerMonth", Some(125_000.0)),
        (api, machines, "options.fineTune.hosting.perReplicaMonth", Some(833.333_333_333_333_4)),
    ];
    for (a, b, field, golden) in cases {
        let json = format!(r#"{{"volume":{{"perMonth":250000}},"options":{{"api":{a},"fineTune":{b}}}}}"#);
        let costs = report(&json).cost;
        let tie = costs.ties.iter().find(|tie| tie.field == field).unwrap();
        match golden {
            Some(golden) => close(tie.value.unwrap(), golden),
            None => assert_eq!((tie.value, tie.always), (None, Some(FineTune)), "{field}"),
        }
    }
}

#[test]
fn a_volume_that_changes_nothing_says_who_is_always_cheapest() {
    let json = r#"{"volume":{"perMonth":1000},"options":{"api":{"price":{"kind":"perUnit","amount":0.5}},
        "fineTune":{"hosting":{"kind":"mixed","perMonth":10,"amount":0.6}},"custom":{"hosting":{"kind":"flat","perMonth":0}}}}"#;
    let costs = report(json).cost;
    let tie = costs.ties.iter().find(|tie| tie.field == "volume.perMonth").unwrap();
    assert_eq!((tie.value, tie.between, tie.always), (None, [Custom, Api], Some(Custom)));
}

#[test]
fn a_volume_beyond_the_range_still_ties() {
    let json = r#"{"volume":{"perMonth":500},"range":{"maxVolume":1000},"options":{
        "api":{"price":{"kind":"perUnit","amount":0.02}},"fineTune":{"hosting":{"kind":"flat","perMonth":2000}}}}"#;
    let costs = report(json).cost;
    let tie = costs.ties.iter().find(|tie| tie.field == "volume.perMonth").unwrap();
    assert_eq!(tie.between, [Api, FineTune]);
    close(tie.value.unwrap(), 100_000.0);
}

#[test]
fn one_option_alone_has_no_ties() {
    let json = r#"{"volume":{"perMonth":5},"options":{"api":{"price":{"kind":"perUnit","amount":1}}}}"#;
    assert_eq!(evaluate(&scenario(json)).cost.ties, []);
}

/// Every number that is given and costs something has a tie, or the word that none of its values ties.
#[test]
fn no_number_is_without_a_tie() {
    let rest = r#""staff":{"fte":0.5,"costPerMonth":9000},"oneOff":{"training":900,"labelling":50,"own":1},
        "failedRunMultiplier":1.5,"amortisationMonths":12,"retraining":{"cost":100,"everyMonths":3},
        "monthly":{"logging":20,"on-call v2.1":5}"#;
    let prices = [
        r#"{"kind":"perUnit","amount":0.02}"#,
        r#"{"kind":"tokens","inputTokens":1000,"outputTokens":300,"inputPerMillion":3,"outputPerMillion":15,"cachedShare":0.3,
            "cachedPrice":0.1,"batchShare":0.2,"batchDiscount":0.5,"callsPerUnit":2,"retryShare":0.1}"#,
        r#"{"kind":"tiers","mode":"graduated","tiers":[{"upTo":50000,"amount":0.02,"flatFee":5},{"upTo":90000,"amount":0.015},{"amount":0.01}]}"#,
        r#"{"kind":"tiers","mode":"volume","tiers":[{"upTo":50000,"amount":0.02,"flatFee":5},{"amount":0.01}]}"#,
    ];
    let hostings = [
        r#"{"kind":"flat","perMonth":500}"#,
        r#"{"kind":"perUnit","amount":0.001}"#,
        r#"{"kind":"mixed","perMonth":300,"amount":0.001}"#,
        r#"{"kind":"replicas","perReplicaMonth":700,"capacityPerMonth":40000,"minimum":2}"#,
        r#"{"kind":"replicas","perHour":1.5,"tokensPerSecond":900,"tokensPerUnit":800,"targetUtilisation":0.6,"peakFactor":2}"#,
    ];
    for price in prices {
        for hosting in hostings {
            let json = format!(
                r#"{{"volume":{{"perMonth":120000}},"options":{{"api":{{"price":{price},{rest}}},"fineTune":{{"hosting":{hosting},{rest}}}}}}}"#
            );
            let read = scenario(&json);
            let ties = evaluate(&read).cost.ties;
            for (path, _) in candidates(&Json::of(&read)) {
                let tie = ties.iter().find(|tie| tie.field == path);
                assert!(
                    tie.is_some_and(|tie| tie.value.is_some() || tie.always.is_some()),
                    "{path} of {price} {hosting}: {tie:?}"
                );
            }
        }
    }
}
