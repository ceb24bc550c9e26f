//! How long the engine takes: reading and evaluating each preset, and two staircases of 20,000 machines.
//!
//! `cargo run --release --example speed`. Medians on this machine; read the ratios, nothing here is a test.

use std::hint::black_box;
use std::time::Instant;

use ai_build_vs_buy::report::evaluate;
use ai_build_vs_buy::scenario::presets::PRESETS;
use ai_build_vs_buy::scenario::{Scenario, read_text};

/// The median of some runs, in microseconds.
fn median(mut run: impl FnMut()) -> f64 {
    let mut times: Vec<f64> = (0..41)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn show(name: &str, scenario: &Scenario) {
    let micros = median(|| {
        black_box(evaluate(black_box(scenario)));
    });
    let crossings: usize = evaluate(scenario).cost.pairs.iter().map(|pair| pair.crossings.len()).sum();
    println!("{name:32} evaluate {micros:9.1} µs  {crossings:6} crossings");
}

fn main() {
    for preset in PRESETS {
        if let Ok(scenario) = preset.scenario() {
            show(preset.id, &scenario);
        }
    }
    // Two staircases in each other's way, and a line between them.
    let machines = |cost: u32, capacity: u32| {
        format!(
            r#"{{"hosting":{{"kind":"replicas","perReplicaMonth":{cost},"capacityPerMonth":{capacity}}},"staff":{{"fte":1,"costPerMonth":5}}}}"#
        )
    };
    let json = |api: &str| {
        format!(
            r#"{{"volume":{{"perMonth":1000000}},"range":{{"maxVolume":19998000}},"options":{{"api":{api},"fineTune":{},"custom":{}}}}}"#,
            machines(1000, 1000),
            machines(1001, 1001)
        )
    };
    for (name, api) in [
        ("two staircases", "null".to_owned()),
        ("two staircases and a line", r#"{"price":{"kind":"perUnit","amount":1}}"#.to_owned()),
    ] {
        match read_text(&json(&api)) {
            Ok(scenario) => show(name, &scenario),
            Err(problems) => println!("{problems:?}"),
        }
    }
}
