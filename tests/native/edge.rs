//! The edge cases of part 5.7 through the interface, with what is said at the field, and the traps that other calculators
//! fall into (peers, parts 2 and 7).

use crate::{close, report, scenario};
use ai_build_vs_buy::approach::Approach;
use ai_build_vs_buy::approach::OptionId::{Api, Custom, FineTune};
use ai_build_vs_buy::cost::{Costs, Pair, PairVerdict, Reason, Wins, price_map};
use ai_build_vs_buy::decision::{Aspect, Factor, RuleId};
use ai_build_vs_buy::form::field::{Measure, all};
use ai_build_vs_buy::format::Units;
use ai_build_vs_buy::json::{Json, to_text};
use ai_build_vs_buy::problem::ProblemKind::{self, *};
use ai_build_vs_buy::report::{Report, evaluate};
use ai_build_vs_buy::scenario::{Labels, read_text};
use ai_build_vs_buy::text;

fn two(api: &str, tuned: &str, volume: &str) -> Report {
    report(&format!(r#"{{"volume":{{"perMonth":{volume}}},"options":{{"api":{api},"fineTune":{tuned}}}}}"#))
}

fn only_pair(costs: &Costs) -> &Pair {
    assert_eq!(costs.pairs.len(), 1);
    &costs.pairs[0]
}

fn line(fixed: f64, slope: f64) -> String {
    format!(r#"{{"hosting":{{"kind":"mixed","perMonth":{fixed},"amount":{slope}}}}}"#)
}

#[test]
fn pairs_that_never_cross_say_so_in_words() {
    let cases = [
        // Price 0, fixed above 0.
        (
            line(0.0, 0.0),
            line(500.0, 0.0),
            PairVerdict::AAlways,
            Reason::FreePerUnit,
            "never cross. A unit costs nothing more there",
        ),
        // Price 0 and fixed 0.
        (line(0.0, 0.0), line(0.0, 0.0), PairVerdict::TieAlways, Reason::Identical, "always cost the same"),
        // Fixed 0, price above 0: cheaper everywhere but at no volume.
        (line(0.0, 0.02), line(0.0, 0.0), PairVerdict::BAlways, Reason::TieOnlyAtZero, "never cross"),
        // Equal slopes.
        (
            line(10.0, 0.02),
            line(20.0, 0.02),
            PairVerdict::AAlways,
            Reason::EqualSlopes,
            "Each further unit costs the same",
        ),
        // Both larger.
        (line(10.0, 0.02), line(20.0, 0.03), PairVerdict::AAlways, Reason::Dominated, "are both lower"),
        // Identical curves.
        (line(10.0, 0.02), line(10.0, 0.02), PairVerdict::TieAlways, Reason::Identical, "always cost the same"),
    ];
    for (a, b, verdict, reason, words) in cases {
        let costs = two(&a, &b, "1000").cost;
        let pair = only_pair(&costs);
        assert_eq!((pair.verdict, pair.reason, pair.crossings.len()), (verdict, Some(reason), 0), "{a} {b}");
        let said = text::answer::pair(&Labels::default(), pair);
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn options_that_cost_the_same_stand_in_the_order_of_the_spectrum() {
    let at = two(&line(7.0, 0.5), &line(7.0, 0.5), "10").cost.at_volume.unwrap();
    assert_eq!(at.cheapest, [Api, FineTune]);
}

#[test]
fn a_crossing_beyond_the_range_is_printed_as_beyond() {
    let json = r#"{"range":{"maxVolume":1000},"options":{"api":{"price":{"kind":"perUnit","amount":0.02}},
        "fineTune":{"hosting":{"kind":"flat","perMonth":2000}}}}"#;
    let costs = report(json).cost;
    let said = text::answer::pair(&Labels::default(), only_pair(&costs));
    assert!(said.contains("they cross beyond it, at 100,000 predictions a month"), "{said}");
}

#[test]
fn at_no_volume_the_fixed_part_and_the_machines_that_run_anyway_are_paid() {
    let machines = |minimum: u32| {
        format!(
            r#"{{"monthly":{{"base":40}},"hosting":{{"kind":"replicas","perReplicaMonth":100,"capacityPerMonth":10,"minimum":{minimum}}}}}"#
        )
    };
    for (minimum, total) in [(0, 40.0), (1, 140.0), (3, 340.0)] {
        let at = two(&machines(minimum), &line(1.0, 1.0), "0").cost.at_volume.unwrap();
        let own = at.options.api.unwrap();
        assert_eq!((own.total, own.per_unit, own.utilisation), (total, None, None), "{minimum}");
    }
}

#[test]
fn a_machine_is_enough_for_exactly_its_capacity() {
    let machines = r#"{"hosting":{"kind":"replicas","perReplicaMonth":100,"capacityPerMonth":7}}"#;
    for (volume, total) in [("7", 100.0), ("8", 200.0), ("21", 300.0), ("22", 400.0)] {
        let at = two(machines, &line(1.0, 1.0), volume).cost.at_volume.unwrap();
        assert_eq!(at.options.api.unwrap().total, total, "{volume}");
    }
}

#[test]
fn every_refused_number_is_named_at_its_field_with_what_is_allowed() {
    let option = |inside: &str| format!(r#"{{"options":{{"api":{inside}}}}}"#);
    let cases: [(String, &str, ProblemKind, &str); 22] = [
        (
            option(r#"{"price":{"kind":"perUnit","amount":-0.02}}"#),
            "options.api.price.amount",
            Negative,
            "between 0 and 1,000,000,000,000. You gave -0.02",
        ),
        (option(r#"{"price":{"kind":"perUnit","amount":1e400}}"#), "options.api.price.amount", NotFinite, "too large"),
        (
            option(r#"{"price":{"kind":"perUnit","amount":2e12}}"#),
            "options.api.price.amount",
            TooLarge,
            "between 0 and 1,000,000,000,000",
        ),
        (
            option(r#"{"price":{"kind":"tokens","cachedShare":1.5}}"#),
            "options.api.price.cachedShare",
            TooLarge,
            "between 0 and 1",
        ),
        (
            option(r#"{"price":{"kind":"tiers","mode":"graduated","tiers":[{"upTo":5,"amount":-1},{"amount":1}]}}"#),
            "options.api.price.tiers[0].amount",
            Negative,
            "between",
        ),
        (
            option(r#"{"price":{"kind":"tiers","mode":"graduated","tiers":[{"upTo":5.5,"amount":1},{"amount":1}]}}"#),
            "options.api.price.tiers[0].upTo",
            NotWhole,
            "whole number",
        ),
        (
            option(
                r#"{"price":{"kind":"tiers","mode":"graduated","tiers":[{"upTo":9,"amount":1},{"upTo":5,"amount":1},{"amount":1}]}}"#,
            ),
            "options.api.price.tiers",
            Conflict,
            "must rise",
        ),
        (
            option(r#"{"price":{"kind":"tiers","mode":"volume","tiers":[{"upTo":9,"amount":1}]}}"#),
            "options.api.price.tiers",
            Conflict,
            "open-ended",
        ),
        (
            option(r#"{"price":{"kind":"tiers","mode":"volume","tiers":[]}}"#),
            "options.api.price.tiers",
            Conflict,
            "must rise",
        ),
        (
            option(r#"{"hosting":{"kind":"replicas","perReplicaMonth":5,"capacityPerMonth":0}}"#),
            "options.api.hosting.capacityPerMonth",
            Conflict,
            "at least one unit",
        ),
        (
            option(r#"{"hosting":{"kind":"replicas","perHour":5,"tokensPerSecond":0,"tokensPerUnit":10}}"#),
            "options.api.hosting.tokensPerSecond",
            Conflict,
            "at least one unit",
        ),
        (
            option(r#"{"hosting":{"kind":"replicas","minimum":1.5}}"#),
            "options.api.hosting.minimum",
            NotWhole,
            "whole number",
        ),
        (
            option(r#"{"hosting":{"kind":"replicas","peakFactor":0.5}}"#),
            "options.api.hosting.peakFactor",
            TooSmall,
            "between 1",
        ),
        (option(r#"{"staff":{"fte":-1}}"#), "options.api.staff.fte", Negative, "between 0"),
        (
            option(r#"{"oneOff":{"training":1},"amortisationMonths":0}"#),
            "options.api.amortisationMonths",
            Conflict,
            "at least 1 month",
        ),
        (option(r#"{"amortisationMonths":601}"#), "options.api.amortisationMonths", TooLarge, "between 0 and 600"),
        (option(r#"{"amortisationMonths":1.5}"#), "options.api.amortisationMonths", NotWhole, "whole number"),
        (option(r#"{"failedRunMultiplier":0.5}"#), "options.api.failedRunMultiplier", TooSmall, "between 1 and 1,000"),
        (
            option(r#"{"retraining":{"cost":10,"everyMonths":0}}"#),
            "options.api.retraining.everyMonths",
            Conflict,
            "at least 0.03 months",
        ),
        (option(r#"{"priceChangePerMonth":-1}"#), "options.api.priceChangePerMonth", TooSmall, "between -0.99 and 1"),
        (r#"{"time":{"discountRatePerYear":-1}}"#.to_owned(), "time.discountRatePerYear", TooSmall, "between -0.99"),
        (r#"{"time":{"horizonMonths":121}}"#.to_owned(), "time.horizonMonths", TooLarge, "between 1 and 120"),
    ];
    for (json, field, kind, words) in cases {
        let problems = read_text(&json).expect_err(&json).0;
        let found = problems.iter().find(|problem| problem.field == field);
        let found = found.unwrap_or_else(|| panic!("{json}: {problems:?}"));
        assert_eq!(found.problem, kind, "{json}");
        assert!(found.message.contains(words), "{json}: {}", found.message);
    }
}

#[test]
fn what_costs_nothing_needs_no_months_no_interval_and_no_capacity() {
    let free = r#"{"oneOff":{"training":0},"amortisationMonths":0,"retraining":{"cost":0,"everyMonths":0},
        "hosting":{"kind":"replicas","perReplicaMonth":0,"capacityPerMonth":0}}"#;
    let at = two(free, &line(1.0, 1.0), "10").cost.at_volume.unwrap();
    assert_eq!(at.options.api.unwrap().total, 0.0);
}

#[test]
fn minus_zero_is_zero() {
    let at = two(r#"{"price":{"kind":"perUnit","amount":-0.0}}"#, &line(0.0, 1.0), "10").cost.at_volume.unwrap();
    assert_eq!(at.options.api.unwrap().total.to_bits(), 0);
}

#[test]
fn a_range_of_too_many_machines_is_shortened_with_a_message() {
    let json = r#"{"range":{"maxVolume":1000000},"options":{"api":{"price":{"kind":"perUnit","amount":1}},
        "fineTune":{"hosting":{"kind":"replicas","perReplicaMonth":2,"capacityPerMonth":1}}}}"#;
    let report = report(json);
    assert!(report.cost.range_shortened);
    assert_eq!(report.cost.max_volume, 20_000.0);
    let said = text::answer::caption(&Labels::default(), &report);
    assert!(said.contains("stops at 20,000 predictions"), "{said}");
}

fn machines(cost: f64, capacity: f64) -> String {
    format!(r#"{{"hosting":{{"kind":"replicas","perReplicaMonth":{cost},"capacityPerMonth":{capacity}}}}}"#)
}

#[test]
fn machines_beyond_what_a_float_counts_come_to_an_end() {
    // So small a machine beside so large a bill: they meet where one machine more is none, for a float.
    let report = two(&machines(0.0001, 1000.0), &line(1e12, 0.0), "null");
    let pair = only_pair(&report.cost);
    assert_eq!((pair.verdict, pair.reason), (PairVerdict::AAlways, Some(Reason::BeyondRange)));
}

#[test]
fn a_map_shows_no_volume_for_which_too_many_machines_run() {
    let base = scenario(&format!(
        r#"{{"volume":{{"perMonth":10000000000}},"options":{{"api":{{"price":{{"kind":"perUnit","amount":0.01}}}},
        "fineTune":{},"openModel":{}}}}}"#,
        machines(10.0, 100.0),
        machines(10.5, 105.0)
    ));
    let costs = evaluate(&base).cost;
    let map = price_map(&base, &costs).unwrap();
    assert_eq!((map.volumes.1, map.here), (costs.max_volume, None));
}

#[test]
fn a_map_of_the_smallest_and_the_largest_prices_has_two_ends() {
    for (price, flat) in [("1e-12", "1"), ("1e12", "1000000000000")] {
        let api = format!(r#"{{"price":{{"kind":"perUnit","amount":{price}}}}}"#);
        let json = format!(
            r#"{{"volume":{{"perMonth":1}},"options":{{"api":{api},"fineTune":{{"hosting":{{"kind":"flat","perMonth":{flat}}}}}}}}}"#
        );
        let base = scenario(&json);
        let map = price_map(&base, &evaluate(&base).cost).unwrap();
        assert!(map.prices.0 < map.prices.1, "{:?}", map.prices);
    }
}

#[test]
fn beyond_the_range_the_volume_ties_for_the_one_that_is_cheapest_there() {
    let json = r#"{"volume":{"perMonth":1000000},"range":{"maxVolume":1000},"options":{
        "api":{"price":{"kind":"perUnit","amount":0.02}},"fineTune":{"hosting":{"kind":"flat","perMonth":4500}}}}"#;
    let report = report(json);
    let tie = report.cost.ties.iter().find(|tie| tie.field == "volume.perMonth").unwrap();
    assert_eq!((tie.value, tie.between, tie.wins), (Some(225_000.0), [FineTune, Api], Some(Wins::Above)));
}

#[test]
fn no_tie_of_the_volume_is_claimed_that_is_not_known() {
    let flat = line(5.0, 0.0);
    let cases = [
        // Beyond the range, with more changes between it and the volume.
        (r#"{"price":{"kind":"tiers","mode":"volume","tiers":[{"upTo":10000,"amount":0.01},{"upTo":100000,"amount":0.008},{"amount":0.005}]}}"#.to_owned(), line(600.0, 0.0), 110_000.0, Some(80_000)),
        // They change places beyond the range, nobody knows where.
        (machines(10.0, 1000.0), line(1e12, 0.0), 100.0, None),
        // At no volume there is no machine; from the first unit on there is.
        (machines(10.0, 1000.0).replace("1000}", r#"1000,"minimum":0}"#), flat, 0.0, None),
    ];
    for (api, tuned, volume, max) in cases {
        let max = max.map_or("null".to_owned(), |max: u32| max.to_string());
        let json = format!(
            r#"{{"volume":{{"perMonth":{volume}}},"range":{{"maxVolume":{max}}},"options":{{"api":{api},"fineTune":{tuned}}}}}"#
        );
        let tie = report(&json).cost.ties.into_iter().find(|tie| tie.field == "volume.perMonth");
        assert!(tie.as_ref().is_none_or(|tie| tie.value.is_none() && tie.always.is_none()), "{json}: {tie:?}");
    }
}

#[test]
fn the_nearest_change_counts_also_beyond_the_range() {
    let json = r#"{"volume":{"perMonth":10000000},"range":{"maxVolume":400000},"options":{
        "api":{"price":{"kind":"perUnit","amount":0.02}},"fineTune":{"hosting":{"kind":"mixed","perMonth":5000,"amount":0.004}},
        "custom":{"hosting":{"kind":"mixed","perMonth":45000,"amount":0.001}}}}"#;
    let report = report(json);
    let tie = report.cost.ties.iter().find(|tie| tie.field == "volume.perMonth").unwrap();
    close(tie.value.unwrap(), 40_000.0 / 0.003);
    assert_eq!((tie.between, tie.wins), ([FineTune, Custom], Some(Wins::Below)));
}

#[test]
fn nobody_wins_at_any_value_where_two_cost_the_same() {
    let per_unit = |amount: f64| format!(r#"{{"price":{{"kind":"perUnit","amount":{amount}}}}}"#);
    let report = two(&per_unit(0.02), &per_unit(0.03), "0");
    let prices = report.cost.ties.iter().filter(|tie| tie.field.ends_with("price.amount"));
    assert_eq!(prices.map(|tie| tie.always).collect::<Vec<_>>(), [None, None]);
}

#[test]
fn two_that_touch_are_not_equal_at_no_volume_alone() {
    let json = format!(
        r#"{{"range":{{"maxVolume":3500000}},"options":{{"api":{{"price":{{"kind":"perUnit","amount":0.001}}}},"fineTune":{}}}}}"#,
        machines(1000.0, 1e6)
    );
    let report = report(&json);
    let pair = only_pair(&report.cost);
    assert_eq!(pair.touches, [1e6, 2e6, 3e6]);
    assert_eq!(pair.reason, Some(Reason::EqualSlopes));
}

#[test]
fn approaches_that_cost_the_same_but_for_rounding_are_both_the_cheapest() {
    let json = r#"{"volume":{"perMonth":3},"options":{"api":{"price":{"kind":"perUnit","amount":0.1}},
        "fineTune":{"hosting":{"kind":"flat","perMonth":0.3}},"openModel":{"hosting":{"kind":"flat","perMonth":0.1}}}}"#;
    let decision = report(json).decision;
    let cost = decision.factors.iter().find(|reading| reading.factor == Factor::Cost).unwrap();
    assert_eq!(cost.suggested.iter().collect::<Vec<_>>(), [Approach::Api, Approach::FineTune]);
    assert!(decision.tensions.iter().all(|tension| tension.id != RuleId::K17));
}

#[test]
fn an_api_without_a_price_is_not_beaten() {
    let json = r#"{"volume":{"perMonth":500},"options":{"api":{},"fineTune":{"hosting":{"kind":"flat","perMonth":3}},
        "custom":{"hosting":{"kind":"flat","perMonth":9}}}}"#;
    let report = report(json);
    assert!(report.decision.tensions.iter().all(|tension| tension.id != RuleId::K17));
    let said = text::answer::headline(&Labels::default(), &report);
    assert!(said.contains("of the two with a price"), "{said}");
}

#[test]
fn failed_runs_are_part_of_what_is_paid_before() {
    let json = r#"{"volume":{"perMonth":500},"options":{"fineTune":{"hosting":{"kind":"flat","perMonth":3},
        "oneOff":{"training":1000},"failedRunMultiplier":3}}}"#;
    let report = report(json);
    let upfront = report.decision.aspects.iter().find(|reading| reading.aspect == Aspect::UpfrontCost).unwrap();
    assert_eq!(*upfront.amounts.get(Approach::FineTune), Some(3000.0));
}

#[test]
fn blank_lines_are_not_zero_but_named() {
    let report = two(r#"{"price":{"kind":"perUnit","amount":1},"monthly":{"logging":null}}"#, &line(1.0, 0.0), "10");
    let at = report.cost.at_volume.as_ref().unwrap();
    assert_eq!(at.options.api.as_ref().unwrap().not_counted, ["monthly.logging", "oneOff.integration"]);
    let said = text::answer::difference(&Labels::default(), &report, Api);
    assert!(said.contains("not counted: logging, integration"), "{said}");
}

#[test]
fn no_figure_of_a_report_is_anything_but_a_number() {
    let caps = r#"{"price":{"kind":"perUnit","amount":1e12},"hosting":{"kind":"mixed","perMonth":1e12,"amount":1e12},
        "staff":{"fte":1e6,"costPerMonth":1e12},"oneOff":{"training":1e12},"failedRunMultiplier":1000,
        "retraining":{"cost":1e12,"everyMonths":0.03}}"#;
    let report = two(
        caps,
        r#"{"hosting":{"kind":"replicas","perReplicaMonth":1e12,"capacityPerMonth":1,"minimum":1e6}}"#,
        "1e13",
    );
    let written = to_text(&report);
    assert!(Json::from_text(&written).is_ok());
    assert!(!written.contains("NaN") && !written.contains("nfinity"));
}

#[test]
fn rent_is_paid_for_idle_hours() {
    // A public guide bills 30% of a machine that is 30% busy: 348.21 a month and a crossing at 69.6 million tokens. It
    // costs 1,160.70, and at 5 for a million tokens the two meet at 232.14 million.
    for load in ["0.3", "1"] {
        let tuned = format!(
            r#"{{"hosting":{{"kind":"replicas","perHour":1.59,"tokensPerSecond":1000,"tokensPerUnit":1,"targetUtilisation":{load}}}}}"#
        );
        let costs = two(r#"{"price":{"kind":"perUnit","amount":0.000005}}"#, &tuned, "1000000").cost;
        close(only_pair(&costs).crossings[0].volume, 232_140_000.0);
        close(costs.at_volume.unwrap().options.fine_tune.unwrap().total, 1160.70);
    }
}

#[test]
fn no_crossing_is_claimed_that_machines_cannot_serve() {
    // Another prints a break-even at 8,111 million tokens for a machine that serves 126: 65 of them cost 64 times the API.
    let costs = two(
        r#"{"price":{"kind":"perUnit","amount":0.45}}"#,
        r#"{"hosting":{"kind":"replicas","perReplicaMonth":3650,"capacityPerMonth":126}}"#,
        "8111",
    )
    .cost;
    let pair = only_pair(&costs);
    assert_eq!((pair.verdict, pair.beyond_range), (PairVerdict::AAlways, None));
    close(costs.at_volume.unwrap().options.fine_tune.unwrap().total, 65.0 * 3650.0);
}

#[test]
fn a_cache_discount_is_for_tokens_sent_only() {
    let api = r#"{"price":{"kind":"tokens","inputTokens":1000,"outputTokens":1000,"inputPerMillion":2,"outputPerMillion":8,
        "cachedShare":1,"cachedPrice":0.1}}"#;
    let at = two(api, &line(1.0, 0.0), "1000").cost.at_volume.unwrap();
    close(at.options.api.unwrap().total, 8.2);
}

#[test]
fn an_option_without_a_price_has_no_total_and_no_pair() {
    let unknown = two(r#"{"price":{"kind":"tokens","inputTokens":10}}"#, &line(1.0, 0.0), "10");
    assert_eq!(unknown.cost.not_priced, [Api, ai_build_vs_buy::approach::OptionId::Custom]);
    assert!(unknown.cost.pairs.is_empty());
    assert_eq!(text::answer::option_total(&Labels::default(), &unknown, Api), "no price yet");
}

#[test]
fn what_is_missing_for_a_total_is_told_apart() {
    let api = r#""api":{"price":{"kind":"perUnit","amount":1},"oneOff":{"integration":0}}"#;
    let tuned = r#""fineTune":{"hosting":{"kind":"flat","perMonth":5}}"#;
    let volume = r#""volume":{"perMonth":10},"#;
    let (none, with) = (String::new(), |options: &str| format!(r#""options":{{{options}}}"#));
    #[rustfmt::skip]
    let cases = [
        (none.clone(), "No option has a price yet.", "no price yet", "no price yet"),
        (with(api), "Enter your volume to see what each option costs.", "no volume yet", "no price yet"),
        (format!("{volume}{}", with("")), "No option has a price yet.", "no price yet", "no price yet"),
        (format!("{volume}{}", with(api)), "No price yet for the fine-tuned model and the model from scratch",
            "$10 a month, $1 per prediction", "no price yet"),
        (format!("{volume}{}", with(&format!("{api},{tuned}"))),
            "6 expected lines are not counted; no price yet for the model from scratch",
            "$10 a month, $1 per prediction", "$5 a month, $0.5 per prediction"),
    ];
    let labels = Labels::default();
    for (json, finding, of_api, of_tuned) in cases {
        let report = report(&format!("{{{json}}}"));
        assert_eq!(text::answer::cost_finding(&report), finding, "{json}");
        for (id, said) in [(Api, of_api), (ai_build_vs_buy::approach::OptionId::FineTune, of_tuned)] {
            assert_eq!(text::answer::option_total(&labels, &report, id), said, "{json}");
            let lines = text::costs::finding(&labels, &report, id);
            assert_eq!(lines.split(';').next(), said.split(',').next(), "{json}");
        }
    }
}

#[test]
fn one_of_something_is_said_in_the_singular() {
    let units = Units { currency: "USD", unit: "prediction" };
    for (path, value, said) in [
        ("options.fineTune.hosting.minimum", 1.0, "1 machine"),
        ("options.fineTune.hosting.minimum", 2.0, "2 machines"),
        ("options.fineTune.hosting.peakFactor", 1.0, "1 times the average"),
        ("options.fineTune.staff.fte", 1.0, "1 person"),
        ("options.fineTune.staff.fte", 0.5, "0.5 people"),
        ("options.fineTune.amortisationMonths", 1.0, "1 month"),
        ("options.fineTune.failedRunMultiplier", 1.0, "1 run"),
        ("options.api.price.callsPerUnit", 1.0, "1 call"),
    ] {
        assert_eq!(text::answer::tie_value(path, value, units), said);
    }
    assert_eq!(text::field::spoken(Measure::Calls, 1.0, units), "1 call per prediction");
    assert_eq!(text::field::spoken(Measure::Months, 12.0, units), "12 months");
}

#[test]
fn what_costs_the_same_everywhere_is_said_to_tie() {
    let per_unit = r#"{"price":{"kind":"perUnit","amount":0.01}}"#;
    let json = format!(
        r#"{{"volume":{{"perMonth":1000}},"options":{{"api":{per_unit},"fineTune":{per_unit},"custom":{per_unit}}}}}"#
    );
    let scenario = crate::scenario(&json);
    let (labels, report) = (&scenario.labels, evaluate(&scenario));
    let all = "The API, the fine-tuned model and the model from scratch cost the same throughout";
    assert_eq!(text::answer::crossings_finding(labels, &report), all);
    let caption = text::answer::caption(labels, &report);
    assert!(
        caption.starts_with(
            "Cheapest by volume: the API, the fine-tuned model and the model from scratch at the same cost."
        )
    );
    assert_eq!(text::time::finding(labels, &report), "The API and the fine-tuned model cost the same in every month");
    let view = report.cost.time.as_ref().unwrap();
    for pair in &view.pairs {
        assert_eq!(text::time::run_rate(pair), "They cost the same in every month.");
        assert!(text::time::payback(labels, view, pair).starts_with("Neither has anything to pay back"));
    }
    assert_eq!(ai_build_vs_buy::chart::timeline::timeline(&scenario, &report).unwrap().events, []);
    assert!(text::answer::flips_finding(labels, &report).ends_with("every volume ties"));
    assert_eq!(text::answer::no_tie(&report, "volume.perMonth"), "every volume ties");
    let dearer = json.replacen("0.01", "0.03", 1);
    let two_least = "At 1,000 predictions a month the fine-tuned model and the model from scratch cost least, by $20 a month over the API.";
    assert!(text::answer::glance(labels, &crate::report(&dearer)).starts_with(two_least));
}

#[test]
fn every_figure_carries_its_unit_and_period() {
    let units = Units { currency: "USD", unit: "prediction" };
    for field in all() {
        let (prefix, suffix) = text::field::affixes(field.measure, units);
        assert!(!suffix.is_empty(), "{}", field.path);
        let money = matches!(
            field.measure,
            Measure::Money | Measure::MoneyPerMonth | Measure::MoneyPerUnit | Measure::MoneyPerMillionTokens
        );
        assert_eq!(money, prefix == "$", "{}", field.path);
    }
    let report = two(r#"{"price":{"kind":"perUnit","amount":0.02}}"#, &line(2000.0, 0.0), "150000");
    let labels = Labels::default();
    for said in [
        text::answer::headline(&labels, &report),
        text::answer::glance(&labels, &report),
        text::answer::option_total(&labels, &report, Api),
        text::answer::difference(&labels, &report, Api),
        text::answer::tie_at(&labels, &report, "options.fineTune.hosting.perMonth").unwrap(),
    ] {
        let money = said.matches('$').count();
        let periods =
            ["a month", "per prediction", "once"].iter().map(|period| said.matches(period).count()).sum::<usize>();
        assert!(periods >= money, "{said}");
    }
}

#[test]
fn one_price_alone_is_nobodys_cheapest() {
    let priced = |options: &str| {
        let report = report(&format!(r#"{{"volume":{{"perMonth":1000}},"options":{{{options}}}}}"#));
        report.decision.factors.iter().find(|reading| reading.factor == Factor::Cost).unwrap().suggested
    };
    let tuned = r#""fineTune":{"monthly":{"rent":100}}"#;
    assert_eq!(priced(tuned).iter().count(), 0);
    let both: Vec<Approach> = priced(&format!(r#"{tuned},"api":{{"monthly":{{"fee":200}}}}"#)).iter().collect();
    assert_eq!(both, [Approach::FineTune]);
}
