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

const GOLDEN: [(&str, u64); 5] = [
    ("legal-tech-month-1", 7_159_581_059_123_360_856),
    ("legal-tech-month-4", 6_325_122_205_133_398_579),
    ("legal-tech-month-9", 4_064_437_780_144_257_585),
    ("commodity", 13_248_445_375_182_075_069),
    ("high-volume", 15_899_846_724_645_017_205),
];
