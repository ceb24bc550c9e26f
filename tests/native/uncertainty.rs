//! Golden numbers V14 to V20 but V18 of uncertainty, laws 19 to 21 of part 7, links, tornado, regrets.
//!
//! Draws are fixed by their seed, so that a tolerance states the error of the method, not luck.

use ai_build_vs_buy::approach::OptionId::{self, Api, Custom, FineTune};
use ai_build_vs_buy::cost::TimeView;
use ai_build_vs_buy::json::{Json, to_text};
use ai_build_vs_buy::report::{Report, evaluate};
use ai_build_vs_buy::scenario::{Spread, normal_correlation, read, read_text};
use ai_build_vs_buy::uncertainty::{DrawnCosts, Uncertainty, VolumeSource, mean, shape};
use ai_build_vs_buy_numerics as numerics;
use numerics::{Column, Grid, Shape};
use proptest::prelude::*;

use crate::{close, report, scenario};

/// An API at a price and a tuned model at a flat cost, with ranges by path.
fn two(price: f64, fixed: f64, volume: f64, uncertainty: &str) -> String {
    format!(
        r#"{{"volume":{{"perMonth":{volume}}},"options":{{"api":{{"price":{{"kind":"perUnit","amount":{price}}}}},
        "fineTune":{{"hosting":{{"kind":"flat","perMonth":{fixed}}}}}}},"uncertainty":{{{uncertainty}}}}}"#
    )
}

fn drawn(report: &Report) -> &Uncertainty {
    report.cost.uncertainty.as_ref().unwrap()
}

fn costs(report: &Report) -> &DrawnCosts {
    drawn(report).at_volume.as_ref().unwrap()
}

#[track_caller]
fn near(found: f64, golden: f64, relative: f64) {
    assert!((found - golden).abs() <= relative * golden.abs(), "{found} is not {golden} within {relative}");
}

/// The spread of a JSON text, read by the scenario's own reader.
fn spread(json: &str) -> Spread {
    let text = two(0.02, 4500.0, 1000.0, &format!(r#""ranges":{{"options.api.price.amount":{json}}}"#));
    *scenario(&text).uncertainty.unwrap().ranges.values().next().unwrap()
}

const FIVE: &str = r#"{"volume":{"perMonth":316228},"options":{"api":{"price":{"kind":"perUnit","amount":0.0158}},
    "fineTune":{"hosting":{"kind":"flat","perMonth":3464},"oneOff":{"training":7746},"amortisationMonths":12,
        "staff":{"fte":0.3,"costPerMonth":15000}}},
    "uncertainty":{"samples":100000,"ranges":{
        "options.api.price.amount":{"kind":"lognormal","p10":0.006447717328,"p90":0.038773411935},
        "options.fineTune.hosting.perMonth":{"kind":"lognormal","p10":2257.98655,"p90":5314.4692},
        "options.fineTune.oneOff.training":{"kind":"lognormal","p10":3699.222281,"p90":16219.625491},
        "options.fineTune.staff.fte":{"kind":"uniform","min":0.1,"max":0.5},
        "volume.perMonth":{"kind":"lognormal","p10":75144,"p90":1330776}}}}"#;

#[test]
fn normal_quantiles_and_exponentials_are_right_to_the_last_digits() {
    let quantiles = [
        (1e-14, -7.650_628_092_935_268),
        (1e-9, -5.997_807_015_007_687),
        (1e-5, -4.264_890_793_922_826),
        (0.01, -2.326_347_874_040_841),
        (0.07, -1.475_791_028_179_170_2),
        (0.3, -0.524_400_512_708_040_7),
        (0.77, 0.738_846_849_185_213_7),
        (0.95, 1.644_853_626_951_471_5),
    ];
    for (share, quantile) in quantiles {
        near(numerics::normal_quantile(share), quantile, 1e-14);
    }
    for step in -7000..7000 {
        let x = f64::from(step) / 10.0 + 0.037;
        near(numerics::exp(x), libm::exp(x), 5e-15);
    }
}

#[test]
fn v14_even_odds_of_two_volumes_are_worth_1750_to_know() {
    let api = Column::drawn(vec![0.02 * 50_000.0, 0.02 * 500_000.0]);
    let tuned = Column::Constant(4500.0);
    close(numerics::mean(&api), 5500.0);
    let compared = numerics::cheapest(&[api.clone(), tuned.clone()], 2);
    close(4500.0 - compared.mean_least, 1750.0);
    assert_eq!(compared.shares, [0.5, 0.5]);
    // Known to its bin, the volume is known.
    close(4500.0 - numerics::binned_minimum(&[0, 1], 2, &[api, tuned]), 1750.0);
}

#[test]
fn v15_an_even_volume_gives_the_closed_form() {
    let range = r#""ranges":{"volume.perMonth":{"kind":"uniform","min":0,"max":500000}}"#;
    let report = report(&two(0.02, 4500.0, 250_000.0, range));
    let costs = costs(&report);
    near(costs.mean.api.unwrap(), 5000.0, 1e-4);
    near(costs.evpi, 1012.5, 1e-3);
    near(costs.mean.fine_tune.unwrap() - costs.evpi, 3487.5, 1e-3);
    near(costs.probability_cheapest.api.unwrap(), 0.45, 1e-3);
}

#[test]
fn v16_the_likelier_winner_is_the_worse_bet() {
    let range = r#""ranges":{"volume.perMonth":{"kind":"lognormal","p10":50000,"p90":500000}}"#;
    let spread = spread(r#"{"kind":"lognormal","p10":50000,"p90":500000}"#);
    let Some(Shape::Lognormal { mu, sigma }) = shape(&spread) else { panic!("not lognormal") };
    close(mu, 11.971_070_830_907_305);
    close(sigma, 0.898_358_347_373_854);
    close(mean(&spread), 236_710.863_726_779_27);
    let report = report(&two(0.02, 4500.0, 158_114.0, range));
    let costs = costs(&report);
    near(costs.probability_cheapest.api.unwrap(), 0.652_729_270_316_405_9, 1e-3);
    near(costs.mean.api.unwrap(), 4_734.217_274_535_586, 2e-3);
    near(costs.evpi, 1_486.016_538_330_135_5, 5e-3);
    assert_eq!(costs.least_mean, Some(FineTune));
    near(drawn(&report).inputs[0].evppi.unwrap(), costs.evpi, 2e-3);
}

#[test]
fn v17_a_pert_and_a_triangle_have_their_moments() {
    let (min, mode, max) = (0.008, 0.02, 0.05);
    let (alpha, beta): (f64, f64) = (1.0 + 4.0 * (mode - min) / (max - min), 1.0 + 4.0 * (max - mode) / (max - min));
    close(alpha, 2.142_857_142_857_143);
    close(beta, 3.857_142_857_142_857);
    close(mean(&spread(r#"{"kind":"pert","min":0.008,"mode":0.02,"max":0.05}"#)), 0.023);
    close(mean(&spread(r#"{"kind":"triangular","min":0.008,"mode":0.02,"max":0.05}"#)), 0.026);
    let grid = Grid::new(10_000, 1);
    let moments = |shape: Shape| {
        let numbers = shape.quantiles(grid, &grid.normals());
        let mean = numbers.iter().sum::<f64>() / 1e4;
        (mean, numbers.iter().map(|number| (number - mean) * (number - mean)).sum::<f64>() / 1e4)
    };
    let (mean, variance) = moments(Shape::Pert { min, mode, max });
    near(mean, 0.023, 2e-4);
    near(variance, 5.785_714_285_714_286e-5, 1e-3);
    let (mean, variance) = moments(Shape::Triangular { min, mode, max });
    near(mean, 0.026, 2e-4);
    near(variance, 7.8e-5, 1e-3);
}

#[test]
fn v19_the_tuned_model_has_the_least_worst_regret() {
    let report = report(
        r#"{"volume":{"perMonth":225000},"options":{"api":{"price":{"kind":"perUnit","amount":0.02}},
        "fineTune":{"hosting":{"kind":"flat","perMonth":4500}},
        "custom":{"hosting":{"kind":"mixed","perMonth":30000,"amount":0.001}}},
        "uncertainty":{"regretVolumes":[1000000,50000,225000]}}"#,
    );
    let regret = report.cost.regret.as_ref().unwrap();
    assert_eq!(regret.volumes, [50_000.0, 225_000.0, 1_000_000.0]);
    let rows = [
        (Api, [0.0, 0.0, 15_500.0], 15_500.0),
        (FineTune, [3500.0, 0.0, 0.0], 3500.0),
        (Custom, [29_050.0, 25_725.0, 26_500.0], 29_050.0),
    ];
    for (row, (option, regrets, worst)) in regret.options.iter().zip(rows) {
        assert_eq!(row.option, option);
        row.regrets.iter().zip(regrets).for_each(|(found, golden)| close(*found, golden));
        close(row.worst, worst);
    }
    assert_eq!(regret.least, [FineTune]);
    assert!(report.cost.uncertainty.is_none());
}

#[test]
fn regrets_leave_out_what_a_gate_excludes() {
    let gates = r#""decision":{"gates":{"imposed":{"allowed":["api","custom"]}}},"options":{"custom":{"hosting":{"kind":"flat","perMonth":9000}},"#;
    let json = two(0.02, 4500.0, 300_000.0, "").replace(r#""options":{"#, gates);
    let regret = report(&json).cost.regret.unwrap();
    assert_eq!(regret.excluded, [FineTune]);
    assert_eq!(regret.options.iter().map(|row| row.option).collect::<Vec<_>>(), [Api, Custom]);
    assert_eq!(regret.source, VolumeSource::TenthAndTenfold);
}

#[test]
fn v20_rank_correlations_become_normal_ones() {
    for (spearman, normal) in
        [(0.5, 0.517_638_090_205_041_5), (0.8, 0.813_473_286_151_600_3), (-0.3, -0.312_868_930_080_461_74)]
    {
        close(normal_correlation(spearman), normal);
    }
}

/// The logarithm of a crossing F / p is normal: linked inputs narrow or widen it by the closed form.
#[test]
fn linked_inputs_move_together() {
    for spearman in [-0.9, -0.3, 0.0, 0.5, 0.8, 1.0] {
        let json = two(
            0.02,
            4500.0,
            1000.0,
            &format!(
                r#""samples":50000,"ranges":{{"options.api.price.amount":{{"kind":"lognormal","p10":0.01,"p90":0.04}},
                "options.fineTune.hosting.perMonth":{{"kind":"lognormal","p10":3000,"p90":6000}}}},
                "correlations":[{{"a":"options.api.price.amount","b":"options.fineTune.hosting.perMonth","spearman":{spearman}}}]"#
            ),
        );
        let report = report(&json);
        let crossing = &drawn(&report).crossings[0];
        let (low, high) = (crossing.p5.volume().unwrap(), crossing.p95.volume().unwrap());
        let (price, fixed) = (libm::log(4.0) / 2.563_103_131_089_201, libm::log(2.0) / 2.563_103_131_089_201);
        let sigma = (price * price + fixed * fixed - 2.0 * normal_correlation(spearman) * price * fixed).sqrt();
        near(libm::log(high / low), 2.0 * 1.644_853_626_951_472_2 * sigma, 0.01);
    }
}

#[test]
fn the_five_input_model_gives_its_known_results() {
    let report = report(FIVE);
    let crossing = &drawn(&report).crossings[0];
    near(crossing.p5.volume().unwrap(), 160_000.0, 0.01);
    near(crossing.p50.volume().unwrap(), 549_000.0, 0.005);
    near(crossing.p95.volume().unwrap(), 1_860_000.0, 0.01);
    near(costs(&report).probability_cheapest.fine_tune.unwrap(), 0.341, 0.01);
    assert!(report.not_evaluated.is_empty());
}

#[test]
fn a_crossing_that_most_draws_never_reach_is_a_word() {
    // A unit of the tuned model costs more than the API's in 70 % of the draws.
    let json = r#"{"volume":{"perMonth":1000},"options":{"api":{"price":{"kind":"perUnit","amount":0.02}},
        "fineTune":{"hosting":{"kind":"mixed","perMonth":100,"amount":0.02}}},
        "uncertainty":{"ranges":{"options.fineTune.hosting.amount":{"kind":"uniform","min":0.005,"max":0.055}}}}"#;
    let report = report(json);
    let crossing = &drawn(&report).crossings[0];
    near(crossing.never, 0.7, 1e-3);
    assert!(crossing.p10.volume().is_some() && crossing.p50.volume().is_none());
    let text = to_text(crossing);
    assert!(text.contains(r#""p50":"never""#) && !text.contains("null"), "{text}");
    let histogram = drawn(&report).histogram.as_ref().unwrap();
    let held: f64 = histogram.bars.iter().map(|bar| bar.share).sum();
    close(held + histogram.never, 1.0);
}

/// At the reader's volume, V18: each number's switching value lies inside its bar.
#[test]
fn a_bar_that_flips_names_the_value_where_it_does() {
    let ranges = r#""ranges":{"options.api.price.amount":{"kind":"uniform","min":0.01,"max":0.03},
        "options.fineTune.hosting.perMonth":{"kind":"triangular","min":3000,"mode":4500,"max":8000},
        "volume.perMonth":{"kind":"uniform","min":100000,"max":500000},
        "options.fineTune.amortisationMonths":{"kind":"uniform","min":6,"max":24},
        "decision.data.examples":{"kind":"uniform","min":1,"max":5}}"#;
    let report = report(&two(0.02, 4500.0, 300_000.0, ranges));
    let bars = &report.cost.tornado;
    let golden = [
        ("volume.perMonth", 225_000.0),
        ("options.api.price.amount", 0.015),
        ("options.fineTune.hosting.perMonth", 6000.0),
    ];
    assert_eq!(bars.len(), golden.len());
    for (bar, (field, value)) in bars.iter().zip(golden) {
        assert_eq!((bar.field.as_str(), bar.between), (field, [FineTune, Api]));
        close(bar.switches_at.unwrap(), value);
        close(bar.gap_at_base, 1500.0);
    }
    let widths: Vec<f64> = bars.iter().map(|bar| (bar.gap_at_high - bar.gap_at_low).abs()).collect();
    assert!(widths.is_sorted_by(|a, b| a >= b), "{widths:?}");
    // What moves no cost is accepted, and said to have no effect.
    let silent = |field: &str| drawn(&report).inputs.iter().find(|input| input.field == field).unwrap();
    assert!(!silent("decision.data.examples").has_effect);
    assert_eq!(silent("decision.data.examples").evppi, Some(0.0));
    assert!(silent("options.api.price.amount").has_effect);
}

#[test]
fn a_step_is_a_switching_value_too() {
    let json = r#"{"volume":{"perMonth":100},"options":{"api":{"price":{"kind":"perUnit","amount":1}},
        "fineTune":{"hosting":{"kind":"replicas","perReplicaMonth":70,"capacityPerMonth":200}}},
        "uncertainty":{"ranges":{"volume.perMonth":{"kind":"uniform","min":60,"max":100},
        "options.fineTune.hosting.minimum":{"kind":"uniform","min":1,"max":3}}}}"#;
    let bars = report(json).cost.tornado;
    close(bars[0].switches_at.unwrap(), 100.0 / 70.0);
    close(bars[1].switches_at.unwrap(), 70.0);
}

#[test]
fn a_further_range_leaves_the_draws_of_the_others() {
    let with = |more: &str| {
        let ranges = format!(
            r#""ranges":{{{more}"options.api.price.amount":{{"kind":"pert","min":0.01,"mode":0.02,"max":0.05}},
            "volume.perMonth":{{"kind":"lognormal","p10":50000,"p90":500000}}}}"#
        );
        report(&two(0.02, 4500.0, 158_114.0, &ranges))
    };
    let silent = with(r#""decision.data.examples":{"kind":"uniform","min":1,"max":5},"#);
    assert_eq!(costs(&silent), costs(&with("")));
}

#[test]
fn a_seed_fixes_every_byte_and_another_one_changes_little() {
    let with = |seed: u32| report(&FIVE.replace(r#""samples":100000"#, &format!(r#""samples":10000,"seed":{seed}"#)));
    let first = with(7);
    assert_eq!(to_text(&first), to_text(&with(7)));
    let other = with(8);
    assert_ne!(costs(&first), costs(&other));
    let probability = |report: &Report| costs(report).probability_cheapest.api.unwrap();
    assert!((probability(&first) - probability(&other)).abs() < 0.015);
}

#[test]
fn ranges_and_links_that_make_no_sense_are_refused_at_their_field() {
    let price = r#""options.api.price.amount":{"kind":"uniform","min":1,"max":2}"#;
    let fixed = r#""options.fineTune.hosting.perMonth":{"kind":"uniform","min":1,"max":2}"#;
    let volume = r#""volume.perMonth":{"kind":"uniform","min":1,"max":2}"#;
    let link = |a: &str, b: &str, spearman: f64| format!(r#"{{"a":"{a}","b":"{b}","spearman":{spearman}}}"#);
    let (p, f, v) = ("options.api.price.amount", "options.fineTune.hosting.perMonth", "volume.perMonth");
    let contradiction = [link(p, f, 0.9), link(f, v, 0.9), link(p, v, -0.9)].join(",");
    let cases = [
        (format!(r#""ranges":{{{price}}},"correlations":[{}]"#, link(p, v, 0.5)), "uncertainty.correlations[0].b"),
        (format!(r#""ranges":{{{price}}},"correlations":[{}]"#, link(p, p, 0.5)), "uncertainty.correlations[0].b"),
        (
            format!(r#""ranges":{{{price},{fixed}}},"correlations":[{},{}]"#, link(p, f, 0.5), link(f, p, 0.4)),
            "uncertainty.correlations[1].b",
        ),
        (
            format!(r#""ranges":{{{price},{fixed},{volume}}},"correlations":[{contradiction}]"#),
            "uncertainty.correlations",
        ),
        (r#""regretVolumes":[1,2]"#.to_owned(), "uncertainty.regretVolumes"),
        (r#""ranges":{"title":{"kind":"uniform","min":1,"max":2}}"#.to_owned(), "uncertainty.ranges.title"),
        (
            r#""ranges":{"options.api.price.amount":{"kind":"uniform","min":-1,"max":2}}"#.to_owned(),
            "uncertainty.ranges.options.api.price.amount",
        ),
    ];
    for (uncertainty, field) in cases {
        let problems = read_text(&two(0.02, 4500.0, 1000.0, &uncertainty)).expect_err(&uncertainty).0;
        assert_eq!(problems[0].field, field, "{problems:?}");
    }
}

#[test]
fn a_number_in_a_list_can_be_a_range() {
    let json = r#"{"volume":{"perMonth":20000},"options":{"api":{"price":{"kind":"tiers","mode":"graduated",
        "tiers":[{"upTo":10000,"amount":0.01},{"amount":0.008}]}},"fineTune":{"hosting":{"kind":"flat","perMonth":150}}},
        "uncertainty":{"ranges":{"options.api.price.tiers[1].amount":{"kind":"uniform","min":0.004,"max":0.012}}}}"#;
    let report = report(json);
    near(costs(&report).mean.api.unwrap(), 180.0, 1e-4);
    // 100 + 10,000 a = 150 at a = 0.005, one eighth into the range.
    near(costs(&report).probability_cheapest.api.unwrap(), 0.125, 1e-3);
    close(report.cost.tornado[0].switches_at.unwrap(), 0.005);
}

/// A cost structure of any kind, with the paths of its numbers.
fn structure() -> impl Strategy<Value = String> {
    let fixed = (0.0..2e4_f64, 1..36_u32, 0.0..1.0_f64).prop_map(|(amount, months, fte)| {
        format!(
            r#""monthly":{{"x":{amount}}},"oneOff":{{"y":{amount}}},"amortisationMonths":{months},"staff":{{"fte":{fte},"costPerMonth":9000}}"#
        )
    });
    let rest = prop_oneof![
        (0.001..1.0_f64).prop_map(|price| format!(r#""price":{{"kind":"perUnit","amount":{price}}}"#)),
        (0.0..1e4_f64, 0.0..0.5_f64).prop_map(|(fixed, slope)| format!(
            r#""hosting":{{"kind":"mixed","perMonth":{fixed},"amount":{slope}}}"#
        )),
        (1.0..5e3_f64, 100..90_000_u32, 0..3_u32).prop_map(|(cost, capacity, minimum)| format!(
            r#""hosting":{{"kind":"replicas","perReplicaMonth":{cost},"capacityPerMonth":{capacity},"minimum":{minimum}}}"#
        )),
        (100..4000_u32, 0.1..9.0_f64, 0.0..1.0_f64).prop_map(|(tokens, price, share)| format!(
            r#""price":{{"kind":"tokens","inputTokens":{tokens},"outputTokens":300,"inputPerMillion":{price},"outputPerMillion":12,
            "cachedShare":{share},"cachedPrice":0.1,"batchShare":{share},"batchDiscount":0.5,"retryShare":0.02}}"#
        )),
        (any::<bool>(), prop::array::uniform3(0.001..1.0_f64)).prop_map(|(graduated, prices)| {
            let mode = if graduated { "graduated" } else { "volume" };
            format!(
                r#""price":{{"kind":"tiers","mode":"{mode}","tiers":[{{"upTo":1000,"amount":{}}},{{"upTo":50000,"amount":{}}},{{"amount":{}}}]}}"#,
                prices[0], prices[1], prices[2]
            )
        }),
    ];
    (fixed, rest).prop_map(|(fixed, rest)| format!("{{{fixed},{rest}}}"))
}

/// The paths of all numbers of the options, and their values.
fn numbers(json: &Json, path: String, found: &mut Vec<(String, f64)>) {
    match json {
        Json::Number(number) => found.push((path, *number)),
        Json::List(items) => {
            items.iter().enumerate().for_each(|(place, item)| numbers(item, format!("{path}[{place}]"), found));
        }
        Json::Object(pairs) => {
            pairs.iter().for_each(|(key, value)| numbers(value, format!("{path}.{key}"), found));
        }
        _ => {}
    }
}

fn three(structures: &[String], volume: u32) -> Json {
    Json::from_text(&format!(
        r#"{{"volume":{{"perMonth":{volume}}},"options":{{"api":{},"fineTune":{},"custom":{}}}}}"#,
        structures[0], structures[1], structures[2]
    ))
    .unwrap()
}

/// The scenario with every number of its options and its volume a range, from one share of it to another.
fn all_ranges(json: &Json, low: f64, high: f64) -> Json {
    let mut found = Vec::new();
    numbers(json.at("options").unwrap(), "options".to_owned(), &mut found);
    numbers(json.at("volume").unwrap(), "volume".to_owned(), &mut found);
    let range = |(path, value): (String, f64)| {
        // Ranges of these would have to stay ordered or below one; the others may be anything.
        let fixed =
            path.contains("upTo") || path.contains("hare") || path.contains("iscount") || path.contains("cached");
        let (low, high) = if fixed { (value, value) } else { ((value * low).floor(), (value * high).ceil()) };
        let (low, high) = if low == value.floor() && high == value.ceil() { (value, value) } else { (low, high) };
        let ends = [
            ("min", low.max(if path.contains("capacity") || path.contains("Months") { 1.0 } else { 0.0 })),
            ("max", high),
        ];
        let ends = ends.map(|(key, end)| (key.to_owned(), Json::Number(end)));
        (path, Json::Object([vec![("kind".to_owned(), Json::Text("uniform".to_owned()))], ends.to_vec()].concat()))
    };
    let ranges: Vec<(String, Json)> = found.into_iter().take(50).map(range).collect();
    let mut json = json.clone();
    json.set("uncertainty", Json::Object(vec![("ranges".to_owned(), Json::Object(ranges))]));
    json.set("uncertainty.samples", Json::Number(400.0));
    json
}

fn first(report: &Report, a: OptionId, b: OptionId) -> Option<f64> {
    let pair = report.cost.pairs.iter().find(|pair| (pair.a, pair.b) == (a, b)).unwrap();
    pair.crossings.first().map(|crossing| crossing.volume)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    /// Law 20: ranges without width reproduce the single scenario exactly, whatever the options are made of.
    #[test]
    fn ranges_without_width_change_nothing(structures in prop::collection::vec(structure(), 3), volume in 0..3_000_000_u32) {
        let plain = three(&structures, volume);
        let exact = evaluate(&read(&plain).unwrap());
        let ranged = evaluate(&read(&all_ranges(&plain, 1.0, 1.0)).unwrap());
        let (at, costs) = (exact.cost.at_volume.as_ref().unwrap(), costs(&ranged));
        for (option, cost) in at.options.iter() {
            prop_assert_eq!(costs.mean.get(option), Some(&cost.total));
            prop_assert_eq!(costs.cost.get(option).map(|band| [band.p5, band.p50, band.p95]), Some([cost.total; 3]));
            let share = if at.cheapest.contains(&option) { 1.0 / at.cheapest.len() as f64 } else { 0.0 };
            prop_assert_eq!(costs.probability_cheapest.get(option), Some(&share));
        }
        prop_assert_eq!(costs.evpi, 0.0);
        for crossing in &drawn(&ranged).crossings {
            if let Some(volume) = first(&exact, crossing.a, crossing.b) {
                let found = [crossing.p5, crossing.p95].map(|reached| reached.volume());
                prop_assert_eq!(found, [Some(volume); 2], "{:?} {:?}", crossing.a, crossing.b);
            }
        }
        prop_assert_eq!(&exact.cost.crossing_ranges, &ranged.cost.crossing_ranges);
        prop_assert_eq!(&exact.cost.pairs, &ranged.cost.pairs);
    }

    /// Laws 19 and 20: information is worth something or nothing, a part never more than the whole; shares add up to 1.
    #[test]
    fn information_is_worth_at_most_all_of_it(structures in prop::collection::vec(structure(), 3), volume in 1..3_000_000_u32) {
        let Ok(scenario) = read(&all_ranges(&three(&structures, volume), 0.3, 2.5)) else { return Ok(()) };
        let report = evaluate(&scenario);
        let costs = costs(&report);
        prop_assert!(costs.evpi >= 0.0);
        for input in &drawn(&report).inputs {
            let worth = input.evppi.unwrap();
            prop_assert!((0.0..=costs.evpi).contains(&worth), "{} {worth} {}", input.field, costs.evpi);
        }
        let shares: f64 = costs.probability_cheapest.iter().map(|(_, share)| share).sum();
        prop_assert!((shares - 1.0).abs() < 1e-12);
        if costs.probability_cheapest.iter().any(|(_, share)| *share == 1.0) {
            prop_assert_eq!(costs.evpi, 0.0);
        }
        for bar in &report.cost.tornado {
            prop_assert_eq!(bar.gap_at_base, report.cost.tornado[0].gap_at_base);
            prop_assert!(bar.switches_at.is_none_or(|value| (bar.low..=bar.high).contains(&value)));
        }
        let text = to_text(&report);
        prop_assert!(!text.contains("null,null,null,null") && !text.contains("NaN"));
    }

    /// Law 3: money in another unit leaves probabilities and multiplies what information is worth.
    #[test]
    fn worth_follows_the_currency(factor in 0.1..10.0_f64, price in 0.01..0.05_f64) {
        let with = |factor: f64| {
            let range = format!(
                r#""ranges":{{"options.api.price.amount":{{"kind":"uniform","min":{},"max":{}}}}}"#,
                0.2 * price * factor, 3.0 * price * factor
            );
            report(&two(price * factor, 4500.0 * factor, 200_000.0, &range))
        };
        let (one, other) = (with(1.0), with(factor));
        prop_assert!((costs(&one).evpi * factor - costs(&other).evpi).abs() <= 1e-9 * costs(&other).evpi);
        let apart = costs(&one).probability_cheapest.api.unwrap() - costs(&other).probability_cheapest.api.unwrap();
        prop_assert!(apart.abs() <= 2e-4);
    }
}

/// A growing API against whole machines with a start, with one range.
fn over_months(path: &str, range: &str) -> String {
    format!(
        r#"{{"volume":{{"perMonth":200000,"growthPerMonth":0.03}},"time":{{"horizonMonths":24,"costOfDelayPerMonth":1000}},
        "options":{{"api":{{"price":{{"kind":"perUnit","amount":0.02}},"priceChangePerMonth":-0.01,"monthsToValue":1}},
        "fineTune":{{"hosting":{{"kind":"replicas","perReplicaMonth":900,"capacityPerMonth":60000}},
            "oneOff":{{"training":7000,"labelling":3000}},"failedRunMultiplier":1.5,"amortisationMonths":12,
            "staff":{{"fte":0.2,"costPerMonth":9000}},"monthsToValue":4}}}},
        "uncertainty":{{"samples":1000,"ranges":{{"{path}":{range}}}}}}}"#
    )
}

/// Where one number is a range and more of it costs more, the bands of the sums are the sums at its quantiles.
#[test]
fn bands_over_months_are_the_view_over_time_at_the_quantiles() {
    for (path, low, high) in [
        ("volume.perMonth", 100_000.0, 400_000.0),
        ("volume.growthPerMonth", 0.0, 0.08),
        ("options.api.price.amount", 0.01, 0.04),
        ("options.api.priceChangePerMonth", -0.05, 0.01),
        ("options.fineTune.hosting.perReplicaMonth", 500.0, 1500.0),
        ("options.fineTune.oneOff.training", 2000.0, 20_000.0),
        ("options.fineTune.failedRunMultiplier", 1.0, 4.0),
        ("options.fineTune.staff.fte", 0.1, 0.5),
        ("options.fineTune.monthsToValue", 2.0, 8.0),
        ("time.costOfDelayPerMonth", 0.0, 5000.0),
    ] {
        let text = over_months(path, &format!(r#"{{"kind":"uniform","min":{low},"max":{high}}}"#));
        let report = report(&text);
        let bands = drawn(&report).over_time.as_ref().unwrap();
        assert!(bands.options.iter().next().is_some(), "{path}");
        // The cash of every option with the number at a share of its range.
        let at = |share: f64| {
            let mut json = Json::from_text(&text).unwrap();
            let value = low + share * (high - low);
            json.set(path, Json::Number(if path == "volume.perMonth" { value.round() } else { value }));
            json.set("uncertainty", Json::Null);
            evaluate(&read(&json).unwrap()).cost.time.unwrap()
        };
        for (figure, share) in [(0, 0.05), (1, 0.5), (2, 0.95)] {
            let (below, above) = (at(share - 0.002), at(share + 0.002));
            for (option, band) in bands.options.iter() {
                let column = [&band.p5, &band.p50, &band.p95][figure];
                for (month, found) in bands.months.iter().zip(column) {
                    let known = |view: &TimeView| view.options.get(option).unwrap().cumulative[*month as usize];
                    let (low, high) = (known(&below) * (1.0 - 1e-9), known(&above) * (1.0 + 1e-9));
                    assert!((low..=high).contains(found), "{path} {option:?} {month}: {low} {found} {high}");
                }
            }
        }
    }
}

#[test]
fn bands_over_months_reach_from_the_start_to_the_horizon() {
    let wide = r#"{"kind":"uniform","min":0.01,"max":0.04}"#;
    let report = report(&over_months("options.api.price.amount", wide));
    let bands = drawn(&report).over_time.as_ref().unwrap();
    assert_eq!(bands.months, [0, 3, 6, 9, 12, 15, 18, 21, 24]);
    // Machines cost the same in every draw: no band.
    assert_eq!(bands.options.iter().map(|(option, _)| option).collect::<Vec<_>>(), [Api]);
    let band = bands.at(Api, 24).unwrap();
    assert!(band.p5 < band.p50 && band.p50 < band.p95);
    assert_eq!((bands.at(Api, 1), bands.at(FineTune, 24)), (None, None));
}

#[test]
fn several_ranges_make_bands_in_which_the_view_over_time_lies() {
    let report = report(FIVE);
    let bands = drawn(&report).over_time.as_ref().unwrap();
    let view = report.cost.time.as_ref().unwrap();
    for option in [Api, FineTune] {
        let total = view.options.get(option).unwrap().total;
        let band = bands.at(option, 36).unwrap();
        assert!(band.p5 < total && total < band.p95, "{option:?} {band:?} {total}");
        // Every bill goes the same way, so that a later sum is larger.
        assert!(bands.options.get(option).unwrap().p50.is_sorted());
    }
}

#[test]
fn what_only_months_depend_on_moves_no_monthly_cost() {
    let growth = |range: &str| report(&over_months("volume.growthPerMonth", range));
    let (narrow, wide) =
        (growth(r#"{"kind":"uniform","min":0.03,"max":0.03}"#), growth(r#"{"kind":"uniform","min":0,"max":0.1}"#));
    let input = &drawn(&wide).inputs[0];
    assert!(input.only_over_time && !input.has_effect);
    assert_eq!(costs(&narrow), costs(&wide));
    assert!(drawn(&narrow).over_time.as_ref().unwrap().options.iter().next().is_none());
    assert!(drawn(&wide).over_time.as_ref().unwrap().options.iter().next().is_some());
}
