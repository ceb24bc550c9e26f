//! The first screen in plain HTML, for the build to put into `index.html`: the answer in a sentence, the chart, what it
//! shows. `cargo run --example first_chart`
//!
//! The same code as in the browser draws it. It is painted before any script runs, and stands where none does. Each colour
//! is a pair, so that it follows light and dark with no sheet.

use std::process::ExitCode;

use ai_build_vs_buy::chart::svg::{Theme, document};
use ai_build_vs_buy::chart::{Size, scene};
use ai_build_vs_buy::report::evaluate;
use ai_build_vs_buy::scenario::presets::FIRST;
use ai_build_vs_buy::text::answer::{caption, chart_title, headline};

/// Width for which it is drawn; it shrinks and grows with the page.
const WIDTH: f64 = 640.0;

fn main() -> ExitCode {
    let Ok(scenario) = FIRST.scenario() else {
        eprintln!("the first example is no valid scenario");
        return ExitCode::FAILURE;
    };
    let report = evaluate(&scenario);
    let (labels, size) = (&scenario.labels, Size::of_width(WIDTH));
    let (scene, caption) = (scene(&scenario, &report), caption(labels, &report));
    let drawn = |theme| document(&scene, size, theme, &chart_title(labels), &caption);
    let svg = both(&drawn(Theme::Light), &drawn(Theme::Dark));
    let own_size = format!(" width=\"{}\" height=\"{}\"", size.width, size.height);
    println!(
        "<p><strong>{}</strong></p>\n{}\n<p>{caption}</p>",
        headline(labels, &report),
        svg.replacen(&own_size, " width=\"100%\"", 1)
    );
    ExitCode::SUCCESS
}

/// Two drawings that differ in their colours only, as one.
fn both(light: &str, dark: &str) -> String {
    let parts: Vec<String> = light
        .split('"')
        .zip(dark.split('"'))
        .map(|(light, dark)| if light == dark { light.to_owned() } else { format!("light-dark({light},{dark})") })
        .collect();
    parts.join("\"")
}
