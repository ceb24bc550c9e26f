//! Golden numbers V01 to V08 and V18, edge cases of 5.7, laws 1 to 14 of part 7.

use crate::{close, preset, report, scenario};
use ai_build_vs_buy::approach::OptionId::{Api, Custom, FineTune};
use ai_build_vs_buy::cost::{Costs, CrossingKind, Pair, PairVerdict, Reason, Side, curves};
use ai_build_vs_buy::report::evaluate;
use proptest::prelude::*;

/// An API price and flat or affine costs of the others, in the scenario's words.
fn costs(api: &str, fine_tune: &str, custom: &str, volume: f64) -> Costs {
    report(&format!(
        r#"{{"volume":{{"perMonth":{volume}}},"options":{{"api":{api},"fineTune":{fine_tune},"custom":{custom}}}}}"#
    ))
    .cost
}

fn per_unit(amount: f64) -> String {
    format!(r#"{{"price":{{"kind":"perUnit","amount":{amount}}}}}"#)
}

fn affine(fixed: f64, slope: f64) -> String {
    format!(r#"{{"hosting":{{"kind":"mixed","perMonth":{fixed},"amount":{slope}}}}}"#)
}

fn pair(costs: &Costs, a: ai_build_vs_buy::approach::OptionId, b: ai_build_vs_buy::approach::OptionId) -> &Pair {
    costs.pairs.iter().find(|pair| pair.a == a && pair.b == b).unwrap()
}

#[test]
fn v01_and_v02_a_price_meets_a_flat_cost_at_their_quotient() {
    for (price, fixed, golden) in [(0.02, 2000.0, 100_000.0), (0.0035, 3500.0, 1_000_000.0), (0.035, 3500.0, 100_000.0)]
    {
        let costs = costs(&per_unit(price), &affine(fixed, 0.0), "null", 1000.0);
        close(pair(&costs, Api, FineTune).crossings[0].volume, golden);
    }
}

#[test]
fn v03_the_legal_example_crosses_within_a_range() {
    let report = preset("legal-tech");
    let range = &report.cost.crossing_ranges[0];
    assert_eq!((range.a, range.b), (Api, FineTune));
    close(range.from.unwrap(), 97.916_666_666_666_67);
    close(range.to.unwrap(), 108.796_296_296_296_29);
    let at = report.cost.at_volume.unwrap();
    close(at.options.api.unwrap().total, 18_000.0);
    close(at.options.fine_tune.unwrap().total, 3_916.666_666_666_666_5);
}

#[test]
fn the_legal_example_hands_the_lead_away_at_its_upkeep() {
    let report = preset("legal-tech");
    let tie = report.cost.ties.iter().find(|tie| tie.field == "options.fineTune.staff").unwrap();
    close(tie.value.unwrap(), 14_083.333_333_333_334);
}

#[test]
fn v04_tokens_give_a_price_per_unit() {
    let api = r#"{"price":{"kind":"tokens","inputTokens":1500,"outputTokens":500,"inputPerMillion":3,"outputPerMillion":15,
        "cachedShare":0.4,"cachedPrice":0.1,"batchShare":0.3,"batchDiscount":0.5}}"#;
    let costs = costs(api, "null", "null", 250_000.0);
    let api = costs.at_volume.unwrap().options.api.unwrap();
    close(api.total, 2205.75);
    close(api.per_unit.unwrap(), 0.008_823);
}

#[test]
fn v05_whole_machines_flip_the_order_fifteen_times() {
    let tuned =
        r#"{"monthly":{"base":4000},"hosting":{"kind":"replicas","perReplicaMonth":2500,"capacityPerMonth":240000}}"#;
    let json =
        format!(r#"{{"range":{{"maxVolume":6000000}},"options":{{"api":{},"fineTune":{tuned}}}}}"#, per_unit(0.012));
    let costs = report(&json).cost;
    let crossings = &pair(&costs, Api, FineTune).crossings;
    let of = |kind| crossings.iter().filter(move |c| c.kind == kind).map(|c| c.volume).collect::<Vec<_>>();
    let equal = [
        2_625_000.0,
        2_833_333.333_333_333_5,
        3_041_666.666_666_666_5,
        3_250_000.0,
        3_458_333.333_333_333_5,
        3_666_666.666_666_666_5,
        3_875_000.0,
        4_083_333.333_333_333_5,
    ];
    let jumps = [2_640_000.0, 2_880_000.0, 3_120_000.0, 3_360_000.0, 3_600_000.0, 3_840_000.0, 4_080_000.0];
    assert_eq!(crossings.len(), 15);
    of(CrossingKind::Equal).iter().zip(equal).for_each(|(found, golden)| close(*found, golden));
    assert_eq!(of(CrossingKind::Jump), jumps);
    assert_eq!(costs.envelope.last().unwrap().cheapest, [FineTune]);
}

#[test]
fn v06_two_readings_of_one_price_list_give_two_bills() {
    let tiers = r#"[{"upTo":10000,"amount":0.01},{"upTo":100000,"amount":0.008},{"amount":0.005}]"#;
    let cases = [
        (10_000.0, 100.0, 100.0),
        (10_001.0, 100.008, 80.008),
        (100_000.0, 820.0, 800.0),
        (100_001.0, 820.005, 500.005),
        (150_000.0, 1070.0, 750.0),
    ];
    for (volume, graduated, by_volume) in cases {
        for (mode, golden) in [("graduated", graduated), ("volume", by_volume)] {
            let api = format!(r#"{{"price":{{"kind":"tiers","mode":"{mode}","tiers":{tiers}}}}}"#);
            let costs = costs(&api, "null", "null", volume);
            close(costs.at_volume.unwrap().options.api.unwrap().total, golden);
        }
    }
}

#[test]
fn v06_volume_tiers_cross_a_flat_cost_more_than_once() {
    let tiers = r#"[{"upTo":10000,"amount":0.01},{"upTo":100000,"amount":0.008},{"amount":0.005}]"#;
    let api = |mode: &str| format!(r#"{{"price":{{"kind":"tiers","mode":"{mode}","tiers":{tiers}}}}}"#);
    let crossings = |mode: &str, flat: f64| {
        let costs = costs(&api(mode), &affine(flat, 0.0), "null", 1000.0);
        pair(&costs, Api, FineTune).crossings.iter().map(|c| (c.volume.round(), c.kind)).collect::<Vec<_>>()
    };
    use CrossingKind::{Equal, Jump};
    assert_eq!(crossings("volume", 600.0), [(75_000.0, Equal), (100_000.0, Jump), (120_000.0, Equal)]);
    assert_eq!(crossings("graduated", 1000.0), [(136_000.0, Equal)]);
}

#[test]
fn v07_each_approach_wins_a_stretch_and_a_pair_crosses_off_the_envelope() {
    let costs = costs(&per_unit(0.02), &affine(5000.0, 0.004), &affine(45_000.0, 0.001), 1000.0);
    let winners: Vec<_> = costs.envelope.iter().map(|segment| segment.cheapest.clone()).collect();
    assert_eq!(winners, [vec![Api], vec![FineTune], vec![Custom]]);
    close(costs.envelope[1].from, 312_500.0);
    close(costs.envelope[2].from, 13_333_333.333_333_334);
    close(pair(&costs, Api, Custom).crossings[0].volume, 2_368_421.052_631_579);
}

#[test]
fn v08_a_dominated_option_is_never_cheapest_though_it_crosses() {
    let costs = costs(&per_unit(0.02), &affine(30_000.0, 0.01), &affine(20_000.0, 0.005), 1000.0);
    let winners: Vec<_> = costs.envelope.iter().map(|segment| segment.cheapest.clone()).collect();
    assert_eq!(winners, [vec![Api], vec![Custom]]);
    close(costs.envelope[1].from, 1_333_333.333_333_333_3);
    close(pair(&costs, Api, FineTune).crossings[0].volume, 3_000_000.0);
}

#[test]
fn v18_each_number_has_the_value_at_which_it_ties() {
    let flat = r#"{"hosting":{"kind":"flat","perMonth":4500}}"#;
    let costs = costs(&per_unit(0.02), flat, "null", 300_000.0);
    let goldens = [
        ("options.api.price.amount", 0.015),
        ("volume.perMonth", 225_000.0),
        ("options.fineTune.hosting.perMonth", 6000.0),
    ];
    for (field, golden) in goldens {
        close(costs.ties.iter().find(|tie| tie.field == field).unwrap().value.unwrap(), golden);
    }
}

#[test]
fn pairs_that_never_cross_say_why() {
    let cases = [
        (per_unit(0.0), affine(100.0, 0.0), PairVerdict::AAlways, Reason::FreePerUnit),
        (affine(50.0, 0.0), affine(100.0, 0.5), PairVerdict::AAlways, Reason::FreePerUnit),
        (per_unit(0.0), affine(0.0, 0.0), PairVerdict::TieAlways, Reason::Identical),
        (per_unit(1.0), affine(0.0, 0.0), PairVerdict::BAlways, Reason::TieOnlyAtZero),
        (affine(10.0, 2.0), affine(20.0, 2.0), PairVerdict::AAlways, Reason::EqualSlopes),
        (affine(10.0, 1.0), affine(20.0, 2.0), PairVerdict::AAlways, Reason::Dominated),
    ];
    for (a, b, verdict, reason) in cases {
        let costs = costs(&a, &b, "null", 1000.0);
        let pair = pair(&costs, Api, FineTune);
        assert_eq!((pair.verdict, pair.reason), (verdict, Some(reason)), "{a} {b}");
    }
}

#[test]
fn a_crossing_beyond_the_range_is_reported_as_such() {
    let json = format!(
        r#"{{"range":{{"maxVolume":1000}},"options":{{"api":{},"fineTune":{}}}}}"#,
        per_unit(0.02),
        affine(2000.0, 0.0)
    );
    let costs = report(&json).cost;
    let pair = pair(&costs, Api, FineTune);
    assert_eq!((pair.verdict, pair.reason), (PairVerdict::AAlways, Some(Reason::BeyondRange)));
    close(pair.beyond_range.unwrap(), 100_000.0);
}

#[test]
fn staircases_that_cross_beyond_the_range_say_exactly_where() {
    let tuned =
        r#"{"monthly":{"base":4000},"hosting":{"kind":"replicas","perReplicaMonth":2500,"capacityPerMonth":240000}}"#;
    let own =
        r#"{"monthly":{"base":40000},"hosting":{"kind":"replicas","perReplicaMonth":1000,"capacityPerMonth":150000}}"#;
    let cases = [
        // V05, seen from too short a range.
        (per_unit(0.012), tuned, 1000, Some(2_625_000.0), Reason::BeyondRange),
        (tuned.to_owned(), own, 1000, staircases(), Reason::BeyondRange),
        // A price below machines at full load: never, however far (part 5.4).
        (per_unit(0.01), tuned, 1000, None, Reason::Dominated),
        // Tiers: the list gets dearer than the flat cost only after its second break.
        (
            tiers([0.0, 0.0, 1.0]),
            r#"{"hosting":{"kind":"flat","perMonth":500}}"#,
            600,
            Some(50_500.0),
            Reason::BeyondRange,
        ),
        (tiers([0.0, 0.0, 0.0]), r#"{"hosting":{"kind":"flat","perMonth":500}}"#, 600, None, Reason::FreePerUnit),
    ];
    for (a, b, max, golden, reason) in cases {
        let json = format!(r#"{{"range":{{"maxVolume":{max}}},"options":{{"api":{a},"fineTune":{b}}}}}"#);
        let costs = report(&json).cost;
        let pair = pair(&costs, Api, FineTune);
        assert_eq!((pair.verdict, pair.reason), (PairVerdict::AAlways, Some(reason)), "{a} {b}");
        match golden {
            Some(golden) => close(pair.beyond_range.unwrap(), golden),
            None => assert_eq!(pair.beyond_range, None, "{a} {b}"),
        }
    }
}

#[test]
fn a_crossing_is_the_very_root_of_its_two_lines() {
    // Exact to the last bit, wherever it lies: tiers against a line, machines against a line.
    let cases = [
        (tiers([0.5, 0.25, 0.972_460_703_278_669_2]), 20_000.0, 0.142_476_299_403_567_82),
        (tiers([0.9, 0.001, 0.853]), 1234.5, 0.0),
    ];
    for (api, fixed, slope) in cases {
        let costs = costs(&api, &affine(fixed, slope), "null", 1000.0);
        let scenario = scenario(&format!(r#"{{"options":{{"api":{api},"fineTune":{}}}}}"#, affine(fixed, slope)));
        let curves = curves(&scenario);
        for crossing in &pair(&costs, Api, FineTune).crossings {
            // The line through two places of the same tier meets the other there.
            let (a, b) = (curves.api.as_ref().unwrap(), curves.fine_tune.as_ref().unwrap());
            let apart = |volume: f64| (a.at(volume) - b.at(volume)).abs() / a.at(volume);
            assert!(apart(crossing.volume) < 1e-15, "{} {}", crossing.volume, apart(crossing.volume));
        }
    }
}

/// Graduated tiers with breaks at 1,000 and 50,000.
fn tiers(prices: [f64; 3]) -> String {
    format!(
        r#"{{"price":{{"kind":"tiers","mode":"graduated","tiers":[{{"upTo":1000,"amount":{}}},{{"upTo":50000,"amount":{}}},{{"amount":{}}}]}}}}"#,
        prices[0], prices[1], prices[2]
    )
}

/// The first volume after which 40,000 + 1,000 ceil(v/150,000) is below 4,000 + 2,500 ceil(v/240,000), looked for step by
/// step.
fn staircases() -> Option<f64> {
    let steps = |capacity: u64| (1..100).map(move |n| n * capacity);
    let mut breaks: Vec<u64> = steps(240_000).chain(steps(150_000)).collect();
    breaks.sort_unstable();
    let after = |v: u64, fixed: u64, cost: u64, capacity: u64| fixed + cost * (v / capacity + 1);
    breaks.into_iter().find(|v| after(*v, 40_000, 1000, 150_000) < after(*v, 4000, 2500, 240_000)).map(|v| v as f64)
}

#[test]
fn a_crossing_beyond_many_machines_is_found_without_counting_to_it() {
    // With n full machines the lead of the API is 3,000,050 - 100 n: machine 30,001 ends it, while it fills.
    let tuned = r#"{"monthly":{"base":3000050},
        "hosting":{"kind":"replicas","perReplicaMonth":999900,"capacityPerMonth":1000000}}"#;
    let json = format!(r#"{{"range":{{"maxVolume":1000}},"options":{{"api":{},"fineTune":{tuned}}}}}"#, per_unit(1.0));
    let costs = report(&json).cost;
    close(pair(&costs, Api, FineTune).beyond_range.unwrap(), 30_000_999_950.0);
}

#[test]
fn failed_runs_and_retraining_are_part_of_the_month() {
    let tuned = r#"{"hosting":{"kind":"flat","perMonth":1000},"oneOff":{"training":5000,"labelling":2400},
        "failedRunMultiplier":2.5,"amortisationMonths":12,"retraining":{"cost":3000,"everyMonths":6}}"#;
    let found = costs(&per_unit(1.0), tuned, "null", 100.0).at_volume.unwrap().options.fine_tune.unwrap();
    let lines = [("hosting", 1000.0), ("retraining", 500.0), ("oneOff.labelling", 200.0)];
    for (name, golden) in lines {
        close(found.lines.iter().find(|line| line.line == name).unwrap().amount, golden);
    }
    close(found.lines.iter().find(|line| line.line == "oneOff.training").unwrap().amount, 1_041.666_666_666_666_7);
    close(found.total, 2_741.666_666_666_666_5);
}

#[test]
fn failed_runs_are_paid_in_cash_at_the_start_and_retraining_every_month() {
    let tuned = r#"{"oneOff":{"training":5000,"labelling":2400},"failedRunMultiplier":2.5,
        "retraining":{"cost":3000,"everyMonths":6}}"#;
    let time = costs(&per_unit(1.0), tuned, "null", 100.0).time.unwrap();
    let cash = time.options.fine_tune.unwrap();
    close(cash.upfront, 14_900.0);
    close(cash.monthly[0], 500.0);
}

#[test]
fn an_unknown_price_is_left_out_not_taken_as_zero() {
    let costs = costs(r#"{"price":{"kind":"perUnit","amount":null}}"#, &affine(10.0, 0.0), "null", 5.0);
    assert_eq!(costs.not_priced, [Api, Custom]);
    assert_eq!(costs.at_volume.unwrap().cheapest, [FineTune]);
}

#[test]
fn machines_beyond_the_drawn_steps_are_still_counted() {
    let tuned = r#"{"hosting":{"kind":"replicas","perReplicaMonth":2,"capacityPerMonth":1}}"#;
    let at = costs(&per_unit(1.0), tuned, "null", 1_000_000.0).at_volume.unwrap();
    assert_eq!(at.options.fine_tune.unwrap().total, 2_000_000.0);
    assert_eq!(at.cheapest, [Api]);
}

#[test]
fn the_chosen_range_holds_the_crossing_of_a_line_and_a_staircase() {
    let tuned =
        r#"{"monthly":{"base":1000000},"hosting":{"kind":"replicas","perReplicaMonth":1,"capacityPerMonth":1000}}"#;
    let costs = costs(&per_unit(1.0), tuned, "null", 1_000.0);
    let crossings = &pair(&costs, Api, FineTune).crossings;
    assert!(crossings.iter().any(|c| (c.volume - 1_001_002.0).abs() <= 2.0), "{crossings:?}");
}

#[test]
fn blank_lines_are_listed() {
    let at = preset("legal-tech").cost.at_volume.unwrap();
    assert_eq!(
        at.options.fine_tune.unwrap().not_counted,
        ["staff", "retraining", "oneOff.labelling", "oneOff.evaluationSet", "oneOff.integration"]
    );
}

#[test]
fn nothing_is_said_of_a_unit_at_no_volume() {
    let costs = costs(&per_unit(1.0), &affine(10.0, 0.0), "null", 0.0);
    assert_eq!(costs.at_volume.unwrap().options.api.unwrap().per_unit, None);
}

#[test]
fn the_caps_stay_finite() {
    let costs = costs(&per_unit(1e12), &affine(1e12, 1e12), "null", 1e13);
    assert!(costs.at_volume.unwrap().options.fine_tune.unwrap().total.is_finite());
}

fn option() -> impl Strategy<Value = String> {
    prop_oneof![
        (0.0..1e5, 0.0..1.0).prop_map(|(fixed, slope)| affine(fixed, slope)),
        (1.0..1e4, 1_000..100_000_u32, 0..3_u32).prop_map(|(cost, capacity, minimum)| format!(
            r#"{{"hosting":{{"kind":"replicas","perReplicaMonth":{cost},"capacityPerMonth":{capacity},"minimum":{minimum}}}}}"#
        )),
        (prop::collection::vec(0.0..1.0, 3), any::<bool>()).prop_map(|(prices, graduated)| {
            let mode = if graduated { "graduated" } else { "volume" };
            format!(
                r#"{{"price":{{"kind":"tiers","mode":"{mode}","tiers":[{{"upTo":1000,"amount":{}}},{{"upTo":50000,"amount":{}}},{{"amount":{}}}]}}}}"#,
                prices[0], prices[1], prices[2]
            )
        }),
    ]
}

fn three(options: &[String], max: u32) -> String {
    format!(
        r#"{{"range":{{"maxVolume":{max}}},"volume":{{"perMonth":1234}},"options":{{"api":{},"fineTune":{},"custom":{}}}}}"#,
        options[0], options[1], options[2]
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Laws 5, 6 and 7: intervals tile the range, neighbours differ, and the kind of each crossing is true.
    #[test]
    fn intervals_tile_and_crossings_are_what_they_say(options in prop::collection::vec(option(), 3), max in 1_000..300_000_u32) {
        let scenario = scenario(&three(&options, max));
        let (costs, curves) = (evaluate(&scenario).cost, curves(&scenario));
        for pair in &costs.pairs {
            prop_assert_eq!(pair.intervals[0].from, 0.0);
            prop_assert_eq!(pair.intervals.last().unwrap().to, costs.max_volume);
            for two in pair.intervals.windows(2) {
                prop_assert_eq!(two[0].to, two[1].from);
                prop_assert_ne!(two[0].cheaper, two[1].cheaper);
            }
            let (a, b) = (curves.get(pair.a).unwrap(), curves.get(pair.b).unwrap());
            for interval in &pair.intervals {
                let middle = interval.from + (interval.to - interval.from) / 2.0;
                let (x, y) = (a.at(middle), b.at(middle));
                let near = (x - y).abs() <= 1e-6 * x.max(y);
                prop_assert!(near || (interval.cheaper == Side::A) == (x < y), "{} at {middle}: {x} {y}", pair.crossings.len());
            }
            for crossing in pair.crossings.iter().filter(|crossing| crossing.kind == CrossingKind::Equal) {
                let equal = |x: f64, y: f64| (x - y).abs() <= 1e-6 * x.max(y);
                let v = crossing.volume;
                prop_assert!(equal(a.at(v), b.at(v)) || equal(a.just_after(v), b.just_after(v)));
            }
        }
    }

    /// Law 6: a pair seen from the other side mirrors, and the order of the options changes names only.
    #[test]
    fn pairs_mirror(options in prop::collection::vec(option(), 2), max in 1_000..300_000_u32) {
        let json = |a: &str, b: &str| {
            format!(r#"{{"range":{{"maxVolume":{max}}},"options":{{"api":{a},"fineTune":{b}}}}}"#)
        };
        let one = report(&json(&options[0], &options[1])).cost;
        let other = report(&json(&options[1], &options[0])).cost;
        let (one, other) = (pair(&one, Api, FineTune), pair(&other, Api, FineTune));
        let mirrored = |side| match side {
            Side::A => Side::B,
            Side::B => Side::A,
            Side::Tie => Side::Tie,
        };
        prop_assert_eq!(&one.crossings, &other.crossings);
        prop_assert_eq!(one.beyond_range, other.beyond_range);
        prop_assert_eq!(&one.touches, &other.touches);
        prop_assert_eq!(one.reason, other.reason);
        let sides = |pair: &Pair| pair.intervals.iter().map(|i| i.cheaper).collect::<Vec<_>>();
        prop_assert_eq!(sides(one), sides(other).into_iter().map(mirrored).collect::<Vec<_>>());
    }

    /// Law 1: a bill never falls as the volume grows, unless a reached tier lowers the price of all units.
    #[test]
    fn costs_rise_with_the_volume(option in option(), volumes in prop::collection::vec(0..400_000_u32, 2)) {
        prop_assume!(!option.contains(r#""mode":"volume""#));
        let scenario = scenario(&format!(r#"{{"options":{{"api":{option}}}}}"#));
        let curve = curves(&scenario).api.unwrap();
        let (low, high) = (f64::from(volumes[0].min(volumes[1])), f64::from(volumes[0].max(volumes[1])));
        prop_assert!(curve.at(low) <= curve.at(high) * (1.0 + 1e-12), "{low} {high}");
        prop_assert!(curve.at(low) <= curve.just_after(low) * (1.0 + 1e-12), "{low}");
    }

    /// Law 2: more for a part is never less in all; more capacity and more months are never more.
    #[test]
    fn costs_follow_their_parts(
        (cost, capacity, minimum) in (1.0..1e4_f64, 1_000..100_000_u32, 0..4_u32),
        (people, salary, other) in (0.0..5.0_f64, 0.0..20_000.0_f64, 0.0..1e4_f64),
        (training, runs, months) in (0.0..1e5_f64, 1.0..4.0_f64, 1..60_u32),
        (retraining, every) in (0.0..1e4_f64, 1.0..24.0_f64),
        more in 1.0..3.0_f64,
        volume in 0..1_000_000_u32,
    ) {
        let json = format!(r#"{{"options":{{"fineTune":{{"hosting":{{"kind":"replicas","perReplicaMonth":{cost},
            "capacityPerMonth":{capacity},"minimum":{minimum}}},"staff":{{"fte":{people},"costPerMonth":{salary}}},
            "monthly":{{"other":{other}}},"oneOff":{{"training":{training}}},"failedRunMultiplier":{runs},
            "amortisationMonths":{months},"retraining":{{"cost":{retraining},"everyMonths":{every}}}}}}}}}"#);
        let base = scenario(&json);
        let at = |path: &str, value: f64| {
            let mut moved = base.clone();
            prop_assert!(moved.options.fine_tune.as_mut().unwrap().set_number(path, value), "{path} {value}");
            Ok(curves(&moved).fine_tune.unwrap().at(f64::from(volume)))
        };
        let now = curves(&base).fine_tune.unwrap().at(f64::from(volume));
        for (path, value) in [
            ("hosting.perReplicaMonth", cost * more),
            ("hosting.minimum", f64::from(minimum) + 1.0),
            ("staff.fte", people * more),
            ("staff.costPerMonth", salary * more),
            ("monthly.other", other * more),
            ("oneOff.training", training * more),
            ("failedRunMultiplier", runs * more),
            ("retraining.cost", retraining * more),
        ] {
            prop_assert!(at(path, value)? >= now * (1.0 - 1e-12), "{path}");
        }
        for (path, value) in [
            ("hosting.capacityPerMonth", (f64::from(capacity) * more).round()),
            ("amortisationMonths", (f64::from(months) * more).round()),
            ("retraining.everyMonths", every * more),
        ] {
            prop_assert!(at(path, value)? <= now * (1.0 + 1e-12), "{path}");
        }
    }

    /// Law 9: one option more never raises the least cost, and one that is always dearer leaves it as it was.
    #[test]
    fn another_option_never_raises_the_least_cost(options in prop::collection::vec(option(), 3), max in 1_000..300_000_u32) {
        let two = format!(
            r#"{{"range":{{"maxVolume":{max}}},"options":{{"api":{},"fineTune":{}}}}}"#, options[0], options[1]
        );
        let dominated = options[0].replacen('{', r#"{"monthly":{"more":1},"#, 1);
        let least = |json: &str, volume: f64| {
            report(json).cost.at(volume).iter().map(|(_, cost)| *cost).fold(f64::INFINITY, f64::min)
        };
        let three = |third: &str| format!(
            r#"{{"range":{{"maxVolume":{max}}},"options":{{"api":{},"fineTune":{},"custom":{third}}}}}"#, options[0], options[1]
        );
        let base = report(&two).cost;
        for segment in &base.envelope {
            let middle = segment.from + (segment.to - segment.from) / 2.0;
            prop_assert!(least(&three(&options[2]), middle) <= least(&two, middle));
        }
        prop_assert_eq!(report(&three(&dominated)).cost.envelope, base.envelope);
    }

    /// Law 14: machines of half the size and half the price never cost more; ever larger ones of the same price per
    /// unit approach a line from above.
    #[test]
    fn smaller_machines_bound_the_cost_from_below(cost in 2.0..1e4_f64, half in 500..50_000_u32, volume in 0..1_000_000_u32) {
        let at = |cost: f64, capacity: f64| {
            let json = format!(r#"{{"options":{{"api":{{"hosting":{{"kind":"replicas","perReplicaMonth":{cost},
                "capacityPerMonth":{capacity},"minimum":0}}}}}}}}"#);
            curves(&scenario(&json)).api.unwrap().at(f64::from(volume))
        };
        let (half, volume) = (f64::from(half), f64::from(volume));
        let (whole, halved) = (at(cost, 2.0 * half), at(cost / 2.0, half));
        prop_assert!(halved <= whole * (1.0 + 1e-12), "{halved} {whole}");
        let line = volume * cost / (2.0 * half);
        for smaller in [half, half / 10.0, half / 100.0] {
            let capacity = smaller.floor().max(1.0);
            let each = cost / (2.0 * half) * capacity;
            let stepped = at(each, capacity);
            prop_assert!(line * (1.0 - 1e-9) <= stepped && stepped <= line + each * (1.0 + 1e-9), "{line} {stepped}");
        }
    }

    /// Law 8: the envelope is below every curve and equals at least one.
    #[test]
    fn the_envelope_is_the_least_everywhere(options in prop::collection::vec(option(), 3), max in 1_000..300_000_u32) {
        let scenario = scenario(&three(&options, max));
        let (costs, curves) = (evaluate(&scenario).cost, curves(&scenario));
        for segment in &costs.envelope {
            let middle = segment.from + (segment.to - segment.from) / 2.0;
            let least = curves.iter().map(|(_, curve)| curve.at(middle)).fold(f64::INFINITY, f64::min);
            for option in &segment.cheapest {
                let own = curves.get(*option).unwrap().at(middle);
                prop_assert!(own - least <= 1e-6 * least.max(1e-9), "{own} {least}");
            }
        }
    }

    /// Law 10: a shorter range truncates and never alters the answer below it.
    #[test]
    fn a_shorter_range_only_truncates(options in prop::collection::vec(option(), 3), max in 2_000..300_000_u32) {
        let long = report(&three(&options, max)).cost;
        let short = report(&three(&options, max / 2)).cost;
        for (long, short) in long.pairs.iter().zip(&short.pairs) {
            let kept: Vec<_> = long.crossings.iter().filter(|crossing| crossing.volume < f64::from(max / 2)).collect();
            prop_assert_eq!(kept, short.crossings.iter().collect::<Vec<_>>());
        }
    }

    /// Laws 3 and 4: money in other units leaves crossings, volume in other units scales them.
    #[test]
    fn crossings_follow_the_units(price in 0.001..1.0_f64, fixed in 100.0..1e5_f64, factor in 0.1..10.0_f64) {
        let crossing = |price: f64, fixed: f64| {
            pair(&costs(&per_unit(price), &affine(fixed, 0.0), "null", 100.0), Api, FineTune).crossings[0].volume
        };
        let base = crossing(price, fixed);
        close(crossing(price * factor, fixed * factor), base);
        close(crossing(price / factor, fixed), base * factor);
    }

    /// Laws 11 and 13: lines cross at most once; a dearer price never moves the crossing right.
    #[test]
    fn lines_cross_once_and_dearer_prices_cross_earlier(price in 0.001..1.0_f64, more in 1.0..5.0_f64, fixed in 100.0..1e5_f64) {
        let crossings = |price: f64| {
            pair(&costs(&per_unit(price), &affine(fixed, 0.0), "null", 100.0), Api, FineTune).crossings.clone()
        };
        let (base, dearer) = (crossings(price), crossings(price * more));
        prop_assert_eq!((base.len(), dearer.len()), (1, 1));
        prop_assert!(dearer[0].volume <= base[0].volume);
    }

    /// Law 12: the same cost added to all changes no winner.
    #[test]
    fn a_cost_common_to_all_changes_nothing(price in 0.001..1.0_f64, fixed in 100.0..1e5_f64, common in 0.0..1e5_f64) {
        let with = |extra: f64| {
            let api = format!(r#"{{"price":{{"kind":"perUnit","amount":{price}}},"monthly":{{"x":{extra}}}}}"#);
            let tuned = format!(r#"{{"hosting":{{"kind":"flat","perMonth":{fixed}}},"monthly":{{"x":{extra}}}}}"#);
            pair(&costs(&api, &tuned, "null", 100.0), Api, FineTune).crossings[0].volume
        };
        prop_assert!((with(common) - with(0.0)).abs() <= 1e-6 * with(0.0));
    }
}
