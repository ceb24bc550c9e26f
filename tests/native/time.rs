//! The view over time: golden numbers V09 to V13, laws 15 to 18 of part 7, edge cases of 5.7 that concern time.

use crate::{close, preset, report, scenario};
use ai_build_vs_buy::approach::OptionId::{Api, Custom, FineTune};
use ai_build_vs_buy::cost::time::{Never, TimePair, closed};
use ai_build_vs_buy::cost::{Side, TimeView};
use ai_build_vs_buy::json::to_text;
use ai_build_vs_buy::problem::ProblemKind;
use ai_build_vs_buy::report::evaluate;
use ai_build_vs_buy::scenario::read_text;
use ai_build_vs_buy::text::time::finding;
use ai_build_vs_buy::units::{per_month, per_year};
use proptest::prelude::*;

/// V09 with a fall of the API's price per month, an up-front cost, and fields of `time`.
fn v09(fall: f64, upfront: f64, time: &str) -> String {
    format!(
        r#"{{"volume":{{"perMonth":100000,"growthPerMonth":0.05}},"time":{time},"options":{{
        "api":{{"price":{{"kind":"perUnit","amount":0.02}},"priceChangePerMonth":{}}},
        "fineTune":{{"hosting":{{"kind":"flat","perMonth":4500}},"oneOff":{{"training":{upfront}}}}}}}}}"#,
        -fall
    )
}

fn view(json: &str) -> TimeView {
    report(json).cost.time.unwrap()
}

fn pair(view: &TimeView) -> &TimePair {
    &view.pairs[0]
}

/// V09 to V11.
struct Growing {
    /// Fall of the API's price per month.
    fall: f64,
    /// Change of the bill per month.
    change: f64,
    /// t*, and the month that it lies in.
    crossing: Option<(f64, u32)>,
    /// All that the API takes.
    api: f64,
    /// Month of the payback.
    payback: Option<u32>,
}

#[rustfmt::skip]
const GROWING: [Growing; 3] = [
    Growing { fall: 0.0, change: 0.05, crossing: Some((17.620_772_445_041_12, 18)), api: 191_672.645_438_874_64, payback: Some(35) },
    Growing { fall: 0.02, change: 0.029, crossing: Some((29.366_644_169_052_01, 30)), api: 124_047.006_417_607_64, payback: None },
    Growing { fall: 0.05, change: -0.0025, crossing: None, api: 68_937.438_294_861_23, payback: None },
];

#[test]
fn v09_to_v11_through_the_report() {
    for Growing { fall, crossing, api, payback, .. } in GROWING {
        let view = view(&v09(fall, 20_000.0, r#"{"horizonMonths":36,"discountRatePerYear":0.1}"#));
        close(view.options.get(Api).unwrap().total, api);
        close(view.options.get(FineTune).unwrap().total, 182_000.0);
        let (run_rate, found) = (&pair(&view).run_rate, pair(&view).payback.month);
        assert_eq!((run_rate.month, found), (crossing.map(|(_, month)| month), payback), "{fall}");
        assert_eq!(run_rate.exact.is_some(), crossing.is_some(), "{fall}");
        close(run_rate.exact.unwrap_or_default(), crossing.map(|(exact, _)| exact).unwrap_or_default());
    }
}

#[test]
fn v09_to_v11_in_closed_form() {
    for Growing { fall, change, crossing, api, .. } in GROWING {
        close(closed::combined(0.05, -fall), change);
        close(closed::cumulative(2000.0, closed::combined(0.05, -fall), 36.0), api);
        let found = closed::crossing_month(2000.0, closed::combined(0.05, -fall), 4500.0);
        assert_eq!(found.is_some(), crossing.is_some(), "{fall}");
        close(found.unwrap_or_default(), crossing.map(|(exact, _)| exact).unwrap_or_default());
    }
}

#[test]
fn v09_discounting_reverses_the_choice() {
    let view = view(&v09(0.0, 20_000.0, r#"{"horizonMonths":36,"discountRatePerYear":0.1}"#));
    close(view.basis.discount_rate_per_month, 0.007_974_140_428_903_764);
    close(view.options.get(Api).unwrap().npv, 159_495.949_458_759_5);
    close(view.options.get(FineTune).unwrap().npv, 160_339.063_029_983_88);
    assert_eq!((view.least_total, view.least_npv), (vec![FineTune], vec![Api]));
    assert!(view.discounting_reverses);
}

#[test]
fn v09_present_values_in_closed_form() {
    let rate = per_month(0.1);
    close(rate, 0.007_974_140_428_903_764);
    close(closed::present_value(2000.0, 0.05, rate, 36.0), 159_495.949_458_759_5);
    close(20_000.0 + closed::present_value(4500.0, 0.0, rate, 36.0), 160_339.063_029_983_88);
}

#[test]
fn v12_the_month_to_move_in() {
    let cases = [
        (0.0, Some(18), 157_180.732_712_041_3),
        (0.01, Some(22), 151_088.432_874_435_27),
        (0.02, None, 124_047.006_417_607_64),
    ];
    for (fall, month, least) in cases {
        let view = view(&v09(fall, 20_000.0, "null"));
        let migration = &pair(&view).migration;
        assert_eq!(migration.month, month, "{fall}");
        close(migration.least, least);
        close(migration.at_once, 182_000.0);
        close(migration.never, view.options.get(Api).unwrap().total);
    }
}

#[test]
fn v13_a_price_that_falls_tenfold_a_year() {
    close(per_month(-0.9), -0.174_595_814_731_981_6);
    close(closed::growth_to_offset(per_month(-0.9)), 0.211_527_658_628_588_58);
    close(per_year(per_month(-0.9)), -0.9);
    let json = r#"{"volume":{"perMonth":1000000},"options":{"api":{"price":{"kind":"perUnit","amount":1},
        "priceChangePerMonth":-0.1745958147319816}}}"#;
    close(view(json).options.get(Api).unwrap().monthly[12], 100_000.0);
}

#[test]
fn a_blank_view_is_three_years_without_discounting_and_says_so() {
    let view = view(r#"{"volume":{"perMonth":10},"options":{"api":{"price":{"kind":"perUnit","amount":2}}}}"#);
    let basis = &view.basis;
    let assumed = [basis.horizon_months, basis.discount_rate_per_year, basis.growth_per_month, basis.migration_cost];
    assert_eq!(
        assumed.map(|number| (number.value, number.given)),
        [(36.0, false), (0.0, false), (0.0, false), (0.0, false)]
    );
    assert_eq!(basis.cost_of_delay_per_month, None);
    close(view.options.get(Api).unwrap().npv, 720.0);
}

#[test]
fn an_unknown_volume_gives_no_view() {
    assert_eq!(report(r#"{"options":{"api":{"price":{"kind":"perUnit","amount":2}}}}"#).cost.time, None);
}

#[test]
fn all_fields_of_time_are_evaluated() {
    let report = report(&v09(0.01, 1.0, r#"{"horizonMonths":12,"costOfDelayPerMonth":5}"#));
    assert!(report.not_evaluated.is_empty(), "{:?}", report.not_evaluated);
}

#[test]
fn one_off_costs_stand_at_the_start_and_are_never_spread() {
    let view = view(&v09(0.0, 20_000.0, "null"));
    let tuned = view.options.get(FineTune).unwrap();
    assert_eq!((tuned.upfront, tuned.cumulative[0], tuned.monthly[0]), (20_000.0, 20_000.0, 4500.0));
    assert_eq!((tuned.monthly.len(), tuned.cumulative.len()), (36, 37));
}

/// The peers' trap: a saving that is already net of the spread one-off cost would count it twice.
#[test]
fn payback_rests_on_the_operating_saving() {
    let json = r#"{"volume":{"perMonth":1000},"options":{"api":{"price":{"kind":"perUnit","amount":2}},
        "fineTune":{"hosting":{"kind":"flat","perMonth":1000},"oneOff":{"training":6000},"amortisationMonths":12}}}"#;
    let payback = view(json).pairs[0].payback.clone();
    close(payback.exact.unwrap(), 6.0); // 6,000 / 1,000 a month; net of 500 a month it would be 12
    assert_eq!(payback.month, Some(6));
}

#[test]
fn the_legal_example_pays_back_within_its_first_month() {
    let view = preset("legal-tech").cost.time.unwrap();
    let pair = view.pairs.iter().find(|pair| (pair.a, pair.b) == (Api, FineTune)).unwrap();
    close(pair.payback.exact.unwrap(), 0.344_827_586_206_896_6);
    assert_eq!(pair.payback.month, Some(1));
}

#[test]
fn a_payback_that_comes_too_late_names_its_month_and_reason() {
    let view = view(&v09(0.0, 20_000.0, r#"{"horizonMonths":24}"#));
    let payback = &pair(&view).payback;
    assert_eq!((payback.month, payback.beyond_horizon), (None, Some(35)));
    assert_eq!(payback.reason, Some(Never::SavesTooLittle));
}

#[test]
fn a_dearer_option_never_pays_back() {
    let view = view(&v09(0.05, 20_000.0, "null"));
    let payback = &pair(&view).payback;
    assert_eq!((payback.month, payback.beyond_horizon), (None, None));
    assert_eq!(payback.reason, Some(Never::NeverCheaper));
}

#[test]
fn a_payback_can_be_undone_by_whole_machines() {
    // Level API cost; the second machine comes in month 8 and costs more than is saved.
    let json = r#"{"volume":{"perMonth":1000,"growthPerMonth":0.1},"time":{"horizonMonths":24},"options":{
        "api":{"hosting":{"kind":"flat","perMonth":100}},
        "fineTune":{"hosting":{"kind":"replicas","perReplicaMonth":60,"capacityPerMonth":1900},"oneOff":{"training":80}}}}"#;
    let view = view(json);
    let pair = pair(&view);
    let machines = &view.options.get(FineTune).unwrap().monthly;
    assert_eq!((machines[6], machines[7]), (60.0, 120.0));
    assert_eq!(pair.payback.month, Some(2));
    assert_eq!(pair.payback.stays_from, None);
    assert_eq!((pair.run_rate.at_start, pair.run_rate.month, pair.run_rate.changes), (Side::B, Some(8), 1));
}

#[test]
fn a_bill_that_shrinks_below_a_flat_cost_crosses_the_other_way() {
    let view = view(
        r#"{"volume":{"perMonth":100000,"growthPerMonth":-0.05},"options":{
        "api":{"price":{"kind":"perUnit","amount":0.05}},"fineTune":{"hosting":{"kind":"flat","perMonth":4500}}}}"#,
    );
    let run_rate = &pair(&view).run_rate;
    assert_eq!((run_rate.at_start, run_rate.month, run_rate.then), (Side::B, Some(4), Some(Side::A)));
    close(run_rate.exact.unwrap(), 3.054079717745686); // 1 + ln(4500 / 5000) / ln(0.95)
    let (there, back) = (&pair(&view).migration, &pair(&view).migration_back);
    assert_eq!((there.month, there.reason), (None, Some(Never::SavesTooLittle)));
    assert_eq!(back.month, Some(4));
}

#[test]
fn a_cost_that_is_passed_at_once_needs_no_crossing() {
    assert_eq!(closed::crossing_month(4500.0, 0.05, 4500.0), None);
    assert_eq!(closed::crossing_month(5000.0, 0.05, 4500.0), None);
    assert_eq!(closed::crossing_month(2000.0, 0.0, 4500.0), None);
    assert_eq!(closed::crossing_month(0.0, 0.05, 4500.0), None);
}

#[test]
fn moving_pays_for_both_while_both_run_and_for_the_move() {
    let json = |time: &str| {
        format!(
            r#"{{"volume":{{"perMonth":1000}},"time":{time},"options":{{"api":{{"price":{{"kind":"perUnit","amount":2}}}},
            "fineTune":{{"hosting":{{"kind":"flat","perMonth":500}},"oneOff":{{"training":100}}}}}}}}"#
        )
    };
    // 12 months: 12 x 500 + 100 at once; a move of 50; one and a half months of 2,000 more.
    for (time, at_once) in [
        (r#"{"horizonMonths":12}"#, 6100.0),
        (r#"{"horizonMonths":12,"migrationCost":50}"#, 6150.0),
        (r#"{"horizonMonths":12,"migrationCost":50,"dualRunningMonths":1.5}"#, 9150.0),
        (r#"{"horizonMonths":12,"dualRunningMonths":600}"#, 30_100.0),
    ] {
        close(pair(&view(&json(time))).migration.at_once, at_once);
    }
}

#[test]
fn delay_stands_at_the_start_of_the_slower_option_and_is_off_by_default() {
    let json = |time: &str| {
        format!(
            r#"{{"volume":{{"perMonth":1}},"time":{time},"options":{{
            "api":{{"price":{{"kind":"perUnit","amount":2}},"monthsToValue":1}},
            "fineTune":{{"hosting":{{"kind":"flat","perMonth":1}},"monthsToValue":4}},
            "custom":{{"hosting":{{"kind":"flat","perMonth":1}}}}}}}}"#
        )
    };
    let off = view(&json("null"));
    assert_eq!(off.options.get(FineTune).unwrap().delay, None);
    let on = view(&json(r#"{"costOfDelayPerMonth":1000}"#));
    let delays = [Api, FineTune, Custom].map(|option| on.options.get(option).unwrap().delay);
    assert_eq!(delays, [Some(0.0), Some(3000.0), None]);
    close(on.options.get(FineTune).unwrap().cumulative[0], 3000.0);
}

#[test]
fn money_already_spent_is_carried_and_enters_no_figure() {
    let without = view(&v09(0.0, 20_000.0, "null"));
    let mut with = view(&v09(0.0, 20_000.0, r#"{"alreadySpent":{"api":7000,"fineTune":90000}}"#));
    let api = with.options.api.as_mut().unwrap();
    assert_eq!(api.already_spent.take(), Some(7000.0));
    assert_eq!(with.options.fine_tune.as_mut().unwrap().already_spent.take(), Some(90_000.0));
    assert_eq!(with, without);
}

#[test]
fn what_makes_no_sense_over_time_is_refused_at_its_field() {
    let cases = [
        (r#"{"time":{"discountRatePerYear":-1}}"#, "time.discountRatePerYear", ProblemKind::TooSmall),
        (r#"{"time":{"horizonMonths":121}}"#, "time.horizonMonths", ProblemKind::TooLarge),
        (r#"{"time":{"horizonMonths":0}}"#, "time.horizonMonths", ProblemKind::TooSmall),
        (r#"{"time":{"horizonMonths":1.5}}"#, "time.horizonMonths", ProblemKind::NotWhole),
        (r#"{"time":{"migrationCost":-1}}"#, "time.migrationCost", ProblemKind::Negative),
        (r#"{"time":{"alreadySpent":{"apy":1}}}"#, "time.alreadySpent.apy", ProblemKind::UnknownField),
        (r#"{"volume":{"growthPerMonth":1.01}}"#, "volume.growthPerMonth", ProblemKind::TooLarge),
        (r#"{"volume":{"growthPerMonth":-1}}"#, "volume.growthPerMonth", ProblemKind::TooSmall),
        (r#"{"options":{"api":{"priceChangePerMonth":-1}}}"#, "options.api.priceChangePerMonth", ProblemKind::TooSmall),
        (r#"{"options":{"api":{"monthsToValue":601}}}"#, "options.api.monthsToValue", ProblemKind::TooLarge),
    ];
    for (json, field, kind) in cases {
        let problems = read_text(json).expect_err(json).0;
        assert_eq!((problems[0].field.as_str(), problems[0].problem), (field, kind), "{json}");
    }
}

#[test]
fn extremes_stay_numbers() {
    let option = |price: &str, change: &str| {
        format!(
            r#"{{"price":{{"kind":"perUnit","amount":{price}}},"priceChangePerMonth":{change},"staff":{{"fte":1e6,"costPerMonth":1e12}},
            "oneOff":{{"x":1e12}},"monthsToValue":600}}"#
        )
    };
    for (volume, growth, price, change, discount) in [
        ("1e13", "1", "1e12", "1", "-0.99"),
        ("1e13", "-0.99", "1e12", "-0.99", "10"),
        ("0", "1", "0", "1", "-0.99"),
        ("1", "-0.99", "1e-300", "-0.99", "0"),
    ] {
        let json = format!(
            r#"{{"volume":{{"perMonth":{volume},"growthPerMonth":{growth}}},
            "time":{{"horizonMonths":120,"discountRatePerYear":{discount},"costOfDelayPerMonth":1e12,"dualRunningMonths":600}},
            "options":{{"api":{},"fineTune":{},"custom":{{"hosting":{{"kind":"replicas","perReplicaMonth":1e12,"capacityPerMonth":1}}}}}}}}"#,
            option(price, change),
            option("0", "0"),
        );
        // JSON has no infinity and no NaN: they would be written as null, and a null in a list of months is one.
        let text = to_text(&evaluate(&scenario(&json)).cost.time);
        assert!(!text.contains("null,null") && !text.contains("[null") && !text.contains("inf"), "{volume} {growth}");
    }
}

#[test]
fn no_volume_leaves_the_fixed_money() {
    let view = view(
        r#"{"volume":{"perMonth":0},"options":{"api":{"price":{"kind":"perUnit","amount":0.05}},
        "fineTune":{"hosting":{"kind":"flat","perMonth":4500}}}}"#,
    );
    assert_eq!(view.options.get(Api).unwrap().total, 0.0);
    assert_eq!(view.options.get(FineTune).unwrap().total, 36.0 * 4500.0);
    assert_eq!(pair(&view).run_rate.month, None);
}

#[test]
fn a_price_that_falls_to_almost_nothing_leaves_what_does_not_fall() {
    let json = r#"{"volume":{"perMonth":1000},"time":{"horizonMonths":120},"options":{"api":{
        "price":{"kind":"perUnit","amount":1},"priceChangePerMonth":-0.99,"staff":{"fte":1,"costPerMonth":300}}}}"#;
    let monthly = &view(json).options.api.unwrap().monthly;
    close(monthly[0], 1300.0);
    close(monthly[1], 310.0);
    close(monthly[119], 300.0);
}

#[test]
fn a_table_holds_the_ends_and_the_marked_months() {
    let view = view(&v09(0.0, 20_000.0, "null"));
    assert_eq!(view.table_months(), [0, 6, 12, 18, 24, 30, 35, 36]);
}

#[test]
fn the_finding_says_when_it_pays_back_or_why_it_never_does() {
    let cases = [
        (v09(0.0, 20_000.0, "null"), "The fine-tuned model pays back in month 35"),
        (v09(0.0, 0.0, "null"), "The fine-tuned model takes less money in all from month 31 on"),
        (
            v09(0.02, 20_000.0, "null"),
            "Never within 36 months: the fine-tuned model saves too little to pay back $20,000; on the same course, in month 56",
        ),
        (
            v09(0.05, 20_000.0, "null"),
            "Never within 36 months: the fine-tuned model costs no less than the API in any month",
        ),
        ("{}".to_owned(), "Enter your volume to see what each option costs."),
    ];
    for (json, words) in cases {
        let scenario = scenario(&json);
        assert_eq!(finding(&scenario.labels, &evaluate(&scenario)), words);
    }
}

/// A bill that changes by one share a month, against a flat cost with a start.
fn against_flat(volume: u32, growth: f64, change: f64, flat: f64, upfront: f64, months: u32, rate: f64) -> String {
    format!(
        r#"{{"volume":{{"perMonth":{volume},"growthPerMonth":{growth}}},
        "time":{{"horizonMonths":{months},"discountRatePerYear":{rate}}},"options":{{
        "api":{{"price":{{"kind":"perUnit","amount":0.02}},"priceChangePerMonth":{change}}},
        "fineTune":{{"hosting":{{"kind":"flat","perMonth":{flat}}},"oneOff":{{"training":{upfront}}}}}}}}}"#
    )
}

proptest! {
    #[test]
    fn law_15_one_month_is_its_own_discounted_money(volume in 1u32..1_000_000, rate in -0.9f64..5.0) {
        let view = view(&against_flat(volume, 0.0, 0.0, 100.0, 0.0, 1, rate));
        let api = view.options.get(Api).unwrap();
        close(api.npv * (1.0 + view.basis.discount_rate_per_month), api.monthly[0]);
    }

    #[test]
    fn law_15_without_discounting_the_present_value_is_the_money(
        volume in 1u32..1_000_000, growth in -0.5f64..0.3, upfront in 0.0f64..1e6, months in 1u32..120,
    ) {
        let view = view(&against_flat(volume, growth, 0.0, 100.0, upfront, months, 0.0));
        for (_, cash) in view.options.iter() {
            close(cash.npv, cash.total);
        }
    }

    #[test]
    fn law_16_closed_forms_are_the_sum_of_the_months(
        volume in 1u32..1_000_000,
        growth in prop_oneof![-0.9f64..1.0, -1e-9f64..1e-9, Just(0.0)],
        change in prop_oneof![-0.9f64..1.0, -1e-9f64..1e-9, Just(0.0)],
        months in 1u32..121,
        rate in -0.9f64..5.0,
    ) {
        let view = view(&against_flat(volume, growth, change, 100.0, 0.0, months, rate));
        let (first, both) = (0.02 * f64::from(volume), closed::combined(growth, change));
        let (months, rate) = (f64::from(months), view.basis.discount_rate_per_month);
        let api = view.options.get(Api).unwrap();
        close(api.total, closed::cumulative(first, both, months));
        close(api.npv, closed::present_value(first, both, rate, months));
        close(view.options.get(FineTune).unwrap().npv, closed::present_value(100.0, 0.0, rate, months));
    }

    #[test]
    fn law_16_a_level_bill_is_the_limit_of_a_changing_one(first in 0.01f64..1e6, months in 1u32..121, tiny in -1e-13f64..1e-13) {
        close(closed::cumulative(first, tiny, f64::from(months)), closed::cumulative(first, 0.0, f64::from(months)));
    }

    #[test]
    fn law_16_the_crossing_month_is_the_first_in_the_list(
        volume in 1u32..1_000_000, growth in -0.2f64..0.2, change in -0.1f64..0.1, flat in 1.0f64..20_000.0,
    ) {
        let view = view(&against_flat(volume, growth, change, flat, 0.0, 120, 0.0));
        let run_rate = &pair(&view).run_rate;
        // A crossing on the month itself is a matter of the last bit.
        if let Some(exact) = run_rate.exact.filter(|exact| (exact - exact.round()).abs() > 1e-6) {
            prop_assert_eq!(run_rate.month, Some(exact.ceil() as u32));
        }
    }

    #[test]
    fn law_17_a_dearer_start_never_pays_back_sooner(
        volume in 1u32..1_000_000, growth in -0.1f64..0.1, flat in 1.0f64..20_000.0, low in 0.0f64..1e6, more in 0.0f64..1e6,
    ) {
        let month = |upfront: f64| {
            pair(&view(&against_flat(volume, growth, 0.0, flat, upfront, 36, 0.0))).payback.month.unwrap_or(u32::MAX)
        };
        prop_assert!(month(low) <= month(low + more));
    }

    #[test]
    fn law_17_the_best_month_is_no_dearer_than_moving_at_once_or_never(
        volume in 1u32..1_000_000, growth in -0.1f64..0.1, change in -0.1f64..0.1, flat in 1.0f64..20_000.0, upfront in 0.0f64..1e6,
    ) {
        let view = view(&against_flat(volume, growth, change, flat, upfront, 36, 0.0));
        for migration in [&pair(&view).migration, &pair(&view).migration_back] {
            prop_assert!(migration.least <= migration.at_once.min(migration.never));
            prop_assert_eq!(migration.month.is_none(), migration.reason.is_some());
        }
    }

    #[test]
    fn law_18_a_spread_cost_adds_up_to_itself(upfront in 0.01f64..1e9, months in 1u32..600) {
        let json = format!(
            r#"{{"volume":{{"perMonth":1}},"options":{{"fineTune":{{"hosting":{{"kind":"flat","perMonth":1}},
            "oneOff":{{"training":{upfront}}},"amortisationMonths":{months}}}}}}}"#
        );
        let cost = report(&json).cost.at_volume.unwrap().options.fine_tune.unwrap();
        let spread = cost.lines.iter().find(|line| line.line == "oneOff.training").unwrap().amount;
        close(spread * f64::from(months), upfront);
    }

    #[test]
    fn law_12_the_same_money_on_both_sides_changes_no_month(
        volume in 1000u32..1_000_000, growth in -0.1f64..0.1, upfront in 0u32..100_000, both in 0u32..100_000,
    ) {
        let view = |fixed: u32, once: u32| view(&format!(
            r#"{{"volume":{{"perMonth":{volume},"growthPerMonth":{growth}}},"options":{{
            "api":{{"price":{{"kind":"perUnit","amount":0.02}},"monthly":{{"x":{fixed}}},"oneOff":{{"x":{once}}}}},
            "fineTune":{{"hosting":{{"kind":"flat","perMonth":4500}},"monthly":{{"x":{fixed}}},"oneOff":{{"x":{}}}}}}}}}"#,
            once + upfront,
        ));
        let (plain, raised) = (view(0, 0), view(both, both));
        prop_assert_eq!(pair(&plain).payback.month, pair(&raised).payback.month);
        prop_assert_eq!(pair(&plain).run_rate.month, pair(&raised).run_rate.month);
        prop_assert_eq!(plain.least_total, raised.least_total);
    }
}

#[test]
fn growing_to_a_whole_volume_rents_no_machine_more() {
    let json = r#"{"volume":{"perMonth":100000,"growthPerMonth":0.1},"time":{"horizonMonths":2},"options":{
        "fineTune":{"hosting":{"kind":"replicas","perReplicaMonth":2100,"capacityPerMonth":110000}}}}"#;
    let time = report(json).cost.time.unwrap();
    assert_eq!(time.options.get(FineTune).unwrap().monthly, [2100.0, 2100.0]);
}
