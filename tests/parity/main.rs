//! The same golden numbers, bit for bit, natively and as WebAssembly.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, missing_docs)]

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use ai_build_vs_buy::json::to_text;
use ai_build_vs_buy::report::evaluate;
use ai_build_vs_buy::scenario::presets::PRESETS;
use ai_build_vs_buy::scenario::read_text;

/// A number that changes when any byte of any report does (FNV-1a).
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn reports_of_all_presets_have_the_same_bytes() {
    let found: Vec<(&str, u64)> = PRESETS
        .iter()
        .map(|preset| (preset.id, fingerprint(&to_text(&evaluate(&preset.scenario().unwrap())))))
        .collect();
    assert_eq!(found, GOLDEN);
}

#[test]
fn golden_crossings_have_the_same_bits() {
    let cases = [
        (0.02, 2000.0, 100_000.0_f64),
        (0.0035, 3500.0, 1_000_000.0),
        (36.0, 3_916.666_666_666_666_5, 108.796_296_296_296_29),
    ];
    for (price, fixed, golden) in cases {
        let json = format!(
            r#"{{"options":{{"api":{{"price":{{"kind":"perUnit","amount":{price}}}}},"fineTune":{{"hosting":{{"kind":"flat","perMonth":{fixed}}}}}}}}}"#
        );
        let report = evaluate(&read_text(&json).unwrap());
        assert_eq!(report.cost.pairs[0].crossings[0].volume.to_bits(), golden.to_bits(), "{price} {fixed}");
    }
}

/// Every shape of range, a link, machines and tiers: whatever a draw can go through.
const RANGES: &str = r#"{"volume":{"perMonth":300000},"options":{
    "api":{"price":{"kind":"tiers","mode":"graduated","tiers":[{"upTo":50000,"amount":0.03},{"amount":0.02}]}},
    "fineTune":{"hosting":{"kind":"replicas","perReplicaMonth":1800,"capacityPerMonth":120000},
        "staff":{"fte":0.25,"costPerMonth":16000},"oneOff":{"training":8000}},
    "custom":{"hosting":{"kind":"mixed","perMonth":9000,"amount":0.001}}},
    "uncertainty":{"samples":2000,"seed":42,"ranges":{
        "volume.perMonth":{"kind":"lognormal","p10":100000,"p90":900000},
        "options.api.price.tiers[1].amount":{"kind":"pert","min":0.01,"mode":0.02,"max":0.05},
        "options.fineTune.hosting.capacityPerMonth":{"kind":"triangular","min":60000,"mode":120000,"max":200000},
        "options.fineTune.staff.fte":{"kind":"uniform","min":0.1,"max":0.5},
        "options.custom.hosting.perMonth":{"kind":"lognormal","p10":6000,"p90":14000},
        "options.custom.hosting.amount":{"kind":"pert","min":0.0005,"mode":0.001,"max":0.004}},
        "correlations":[{"a":"options.custom.hosting.perMonth","b":"options.custom.hosting.amount","spearman":0.6}]}}"#;

/// Law 21: the same seed gives the same bytes natively and in WebAssembly.
#[test]
fn a_report_with_ranges_has_the_same_bytes() {
    assert_eq!(fingerprint(&to_text(&evaluate(&read_text(RANGES).unwrap()))), 4_827_294_636_325_259_479);
}

const GOLDEN: [(&str, u64); 5] = [
    ("legal-tech-month-1", 9_360_090_434_733_220_286),
    ("legal-tech-month-4", 17_494_786_857_375_425_171),
    ("legal-tech-month-9", 13_552_525_034_113_317_686),
    ("commodity", 17_447_106_427_013_791_387),
    ("high-volume", 1_383_225_302_423_985_350),
];
