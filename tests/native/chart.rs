//! The crossover chart: its axes, the places of things, and the pictures that come out.

use ai_build_vs_buy::approach::OptionId;
use ai_build_vs_buy::chart::axis::{LogAxis, MAX_TICKS, cost_range, full, short, three_digits, volume_range};
use ai_build_vs_buy::chart::canvas::{Form, Kind};
use ai_build_vs_buy::chart::labels::{Label, Rect, push_apart};
use ai_build_vs_buy::chart::svg::{Theme, document};
use ai_build_vs_buy::chart::{
    AxisLabels, Crossover, Facts, Layout, Mark, MarkKind, Region, Sampled, Size, drawing, plot_area, volume_at, x_of,
};
use proptest::prelude::*;

use OptionId::{Api, Custom, FineTune};

fn mark(volume: f64, cost: f64, on_envelope: bool, a: OptionId, b: OptionId) -> Mark {
    Mark { volume, cost, kind: MarkKind::Equal, on_envelope, a, b }
}

fn region(from: f64, to: f64, option: OptionId) -> Region {
    Region { from, to, option: vec![option] }
}

/// Lines with a fixed part and a price for each unit.
fn lines(options: &[(OptionId, f64, f64)], facts: Facts) -> Crossover {
    let costs: Vec<_> = options.iter().map(|(_, fixed, each)| move |volume: f64| fixed + each * volume).collect();
    let curves: Vec<Sampled<'_>> =
        options.iter().zip(&costs).map(|((option, ..), cost)| Sampled { option: *option, cost, breaks: &[] }).collect();
    Crossover::new(&curves, facts)
}

/// Golden V07: the pair crossing lies off the envelope.
fn v07() -> Crossover {
    let crossings = vec![
        mark(312_500.0, 6_250.0, true, Api, FineTune),
        mark(2_368_421.052_631_579, 47_368.421, false, Api, Custom),
        mark(13_333_333.333, 58_333.333, true, FineTune, Custom),
    ];
    let regions = vec![
        region(0.0, 312_500.0, Api),
        region(312_500.0, 13_333_333.333, FineTune),
        region(13_333_333.333, 1e13, Custom),
    ];
    let facts = Facts {
        crossings,
        regions,
        here: Some(500_000.0),
        usual_band: Some((100_000.0, 1_000_000.0)),
        ..Facts::default()
    };
    lines(&[(Api, 0.0, 0.02), (FineTune, 5_000.0, 0.004), (Custom, 45_000.0, 0.001)], facts)
}

/// The article's legal-tech product, by users; the price of a user is known as a range only.
fn legal() -> Crossover {
    let crossings = vec![mark(108.796, 3_916.67, true, Api, FineTune), mark(1_666.64, 59_999.0, false, Api, Custom)];
    let facts = Facts {
        crossings,
        regions: vec![region(0.0, 108.796, Api), region(108.796, 1e13, FineTune)],
        here: Some(500.0),
        crossing_range: Some((97.917, 108.796)),
        labels: AxisLabels { units: "users".to_owned(), ..AxisLabels::default() },
        ..Facts::default()
    };
    lines(&[(Api, 0.0, 36.0), (FineTune, 3_916.67, 0.0), (Custom, 59_999.0, 0.0)], facts)
}

/// Golden V05: whole machines make the tuned model cross the API fifteen times.
fn v05() -> Crossover {
    let equal =
        [2_625_000.0, 2_833_333.3, 3_041_666.7, 3_250_000.0, 3_458_333.3, 3_666_666.7, 3_875_000.0, 4_083_333.3];
    let steps: Vec<f64> = (1..=60).map(|step| f64::from(step) * 240_000.0).collect();
    let mut crossings = Vec::new();
    let mut regions = vec![region(0.0, 2_625_000.0, Api)];
    for (index, volume) in equal.into_iter().enumerate() {
        crossings.push(mark(volume, volume * 0.012, true, Api, FineTune));
        let step = 2_640_000.0 + 240_000.0 * index as f64;
        let next = equal.get(index + 1).copied();
        regions.push(region(volume, if next.is_some() { step } else { 1e13 }, FineTune));
        if let Some(next) = next {
            crossings.push(Mark { kind: MarkKind::Jump, ..mark(step, step * 0.012, true, Api, FineTune) });
            regions.push(region(step, next, Api));
        }
    }
    let api = |volume: f64| 0.012 * volume;
    let tuned = |volume: f64| 4_000.0 + 2_500.0 * (volume / 240_000.0).ceil().max(1.0);
    let curves =
        [Sampled { option: Api, cost: &api, breaks: &[] }, Sampled { option: FineTune, cost: &tuned, breaks: &steps }];
    let facts = Facts { max_volume: Some(6e6), crossings, regions, here: Some(3e6), ..Facts::default() };
    Crossover::new(&curves, facts)
}

fn five() -> Crossover {
    let facts = Facts {
        crossings: vec![mark(100_000.0, 4_000.0, true, Api, FineTune)],
        regions: vec![region(0.0, 100_000.0, Api), region(100_000.0, 1e13, FineTune)],
        here: Some(20_000.0),
        labels: AxisLabels { currency: "CHF".to_owned(), ..AxisLabels::default() },
        ..Facts::default()
    };
    let options = [
        (Api, 0.0, 0.04),
        (FineTune, 4_000.0, 0.0),
        (Custom, 80_000.0, 0.0),
        (OptionId::OpenModel, 3_500.0, 0.01),
        (OptionId::Ally, 9_000.0, 0.002),
    ];
    lines(&options, facts)
}

fn scenes() -> [(&'static str, Crossover); 4] {
    [("v07", v07()), ("legal", legal()), ("v05", v05()), ("five", five())]
}

/// Writes pictures to look at: `cargo test --test native pictures -- --ignored`.
#[test]
#[ignore = "writes files to look at"]
fn pictures() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/chart");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, scene) in scenes() {
        for width in [320.0, 700.0, 1100.0] {
            for (theme, suffix) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
                let svg = document(&scene, Size::of_width(width), theme, name, "");
                std::fs::write(folder.join(format!("{name}-{width}-{suffix}.svg")), svg).unwrap();
            }
        }
    }
}
