//! Usual values of the numbers: low, typical and high, each with what it rests on and how old that is.
//!
//! All amounts are US dollars and are offered only where the scenario counts in them; nothing is converted and nothing is
//! filled in by itself. The words for sources are in `text`, today's date comes from outside.

use crate::json::Json;

/// What a usual value rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// List prices of 279 chat models of seven vendors.
    ListPrices,
    /// Price lists of companies that rent out graphics processors.
    GpuPrices,
    /// Published measurements of open models on rented machines.
    Throughput,
    /// Reports on how busy rented machines are.
    Fleets,
    /// Published price lists for annotation.
    LabelPrices,
    /// Salary surveys and the statistics of employers' costs, United States.
    Salaries,
    /// Published guides to the cost of fine-tuning.
    TuningGuides,
    /// Published estimates of upkeep.
    Upkeep,
    /// The article's own figures and published estimates.
    Article,
    /// Published training runs.
    TrainingRuns,
    /// Vendors' retirement dates; the ends are judgement.
    Retirements,
}

/// What a row stands for, where a number has several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The number as it is.
    Plain,
    /// A small model.
    Small,
    /// A model of middle size.
    Mid,
    /// A model at the frontier.
    Frontier,
    /// A graphics processor with 24 GB.
    L4,
    /// A graphics processor with 48 GB.
    L40s,
    /// A graphics processor with 80 GB, of 2020.
    A100,
    /// A graphics processor with 80 GB, of 2022.
    H100,
    /// The same, taken for a year.
    H100Reserved,
    /// Eight billion parameters on one H100.
    EightOnH100,
    /// Eight billion parameters on one A100.
    EightOnA100,
    /// Seventy billion parameters, for each processor.
    Seventy,
    /// Items that experts label.
    ExpertLabels,
    /// Simple texts.
    SimpleLabels,
    /// A call of 1,500 tokens sent and 500 received.
    UsualCall,
}

/// Low, typical and high.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual {
    /// What it stands for.
    pub what: What,
    /// A low value, in the scenario's unit.
    pub low: f64,
    /// The typical one.
    pub typical: f64,
    /// A high one.
    pub high: f64,
    /// What it rests on.
    pub source: Source,
    /// When that was so: a day, a month or a year, as `2026-11-23`, `2026-11` or `2026`.
    pub as_of: &'static str,
}

const fn usual(what: What, values: [f64; 3], source: Source, as_of: &'static str) -> Usual {
    let [low, typical, high] = values;
    Usual { what, low, typical, high, source, as_of }
}

const INPUT_PRICES: [Usual; 3] = [
    usual(What::Mid, [0.75, 2.0, 2.5], Source::ListPrices, "2026-11"),
    usual(What::Small, [0.05, 0.15, 0.3], Source::ListPrices, "2026-11"),
    usual(What::Frontier, [2.0, 4.0, 10.0], Source::ListPrices, "2026-11"),
];
const OUTPUT_PRICES: [Usual; 3] = [
    usual(What::Mid, [3.75, 10.0, 15.0], Source::ListPrices, "2026-11"),
    usual(What::Small, [0.4, 0.6, 2.5], Source::ListPrices, "2026-11"),
    usual(What::Frontier, [12.0, 20.0, 50.0], Source::ListPrices, "2026-11"),
];
const CALL: [Usual; 1] = [usual(What::UsualCall, [0.0005, 0.004, 0.04], Source::ListPrices, "2026-11")];
const BATCH_DISCOUNT: [Usual; 1] = [usual(What::Plain, [0.0, 0.0, 0.5], Source::ListPrices, "2026-11")];
const CACHED_PRICE: [Usual; 1] = [usual(What::Plain, [0.05, 0.1, 0.1], Source::ListPrices, "2026-11")];
const MACHINE_HOUR: [Usual; 5] = [
    usual(What::H100, [1.99, 2.95, 6.88], Source::GpuPrices, "2026-05"),
    usual(What::H100Reserved, [1.7, 2.35, 3.5], Source::GpuPrices, "2026-03"),
    usual(What::A100, [0.8, 1.4, 3.2], Source::GpuPrices, "2026-05"),
    usual(What::L40s, [1.2, 1.6, 2.0], Source::GpuPrices, "2026"),
    usual(What::L4, [0.5, 0.8, 1.2], Source::GpuPrices, "2026-05"),
];
const SPEED: [Usual; 3] = [
    usual(What::EightOnH100, [1250.0, 2500.0, 6200.0], Source::Throughput, "2026-06"),
    usual(What::EightOnA100, [1240.0, 2290.0, 2900.0], Source::Throughput, "2026-06"),
    usual(What::Seventy, [190.0, 500.0, 800.0], Source::Throughput, "2025-11"),
];
const LOAD: [Usual; 1] = [usual(What::Plain, [0.05, 0.3, 0.7], Source::Fleets, "2026-03")];
const UPKEEP: [Usual; 1] = [usual(What::Plain, [0.1, 0.3, 1.0], Source::Upkeep, "2026")];
const TEAM: [Usual; 1] = [usual(What::Plain, [2.0, 5.0, 8.0], Source::Article, "2026")];
const ENGINEER: [Usual; 1] = [usual(What::Plain, [12_500.0, 19_200.0, 27_100.0], Source::Salaries, "2026-03")];
const RESEARCHER: [Usual; 1] = [usual(What::Plain, [17_900.0, 25_800.0, 35_800.0], Source::Salaries, "2026")];
const TUNING: [Usual; 1] = [usual(What::Plain, [10.0, 1500.0, 15_000.0], Source::TuningGuides, "2026")];
const FROM_SCRATCH: [Usual; 1] = [usual(What::Plain, [20_000.0, 200_000.0, 2.3e6], Source::TrainingRuns, "2023-05")];
const RUNS: [Usual; 1] = [usual(What::Plain, [1.5, 2.5, 4.0], Source::TuningGuides, "2026")];
const LIFETIME: [Usual; 1] = [usual(What::Plain, [6.0, 12.0, 24.0], Source::Retirements, "2026-11")];
const RETIREMENT: [Usual; 1] = [usual(What::Plain, [12.0, 16.0, 24.0], Source::Retirements, "2026-11")];
/// For one item; the number of items is the scenario's.
const LABELS: [Usual; 2] = [
    usual(What::ExpertLabels, [3.0, 10.0, 20.0], Source::LabelPrices, "2026"),
    usual(What::SimpleLabels, [0.02, 0.08, 0.15], Source::LabelPrices, "2026"),
];

/// The usual values of a number, the likeliest to be meant first; none where the scenario counts in something else.
#[must_use]
pub fn of(path: &str, scenario: &Json) -> Vec<Usual> {
    let text = |path: &str| match scenario.at(path) {
        Some(Json::Text(text)) => text.as_str(),
        _ => "",
    };
    let Some((owner, number)) = path.strip_prefix("options.").and_then(|path| path.split_once('.')) else {
        return Vec::new();
    };
    let one_call = ["prediction", "call", "request"].contains(&text("labels.unit"));
    let own = matches!(owner, "fineTune" | "openModel");
    let (rows, money): (&[Usual], bool) = match (owner, number) {
        (_, "price.inputPerMillion") => (&INPUT_PRICES, true),
        (_, "price.outputPerMillion") => (&OUTPUT_PRICES, true),
        ("api", "price.amount") if one_call => (&CALL, true),
        (_, "price.batchDiscount") => (&BATCH_DISCOUNT, false),
        (_, "price.cachedPrice") => (&CACHED_PRICE, false),
        (_, "hosting.perHour") => (&MACHINE_HOUR, true),
        (_, "hosting.tokensPerSecond") => (&SPEED, false),
        (_, "hosting.targetUtilisation") => (&LOAD, false),
        (_, "staff.fte") if own => (&UPKEEP, false),
        ("custom", "staff.fte") => (&TEAM, false),
        (_, "staff.costPerMonth") if own => (&ENGINEER, true),
        ("custom", "staff.costPerMonth") => (&RESEARCHER, true),
        ("fineTune", "oneOff.training") => (&TUNING, true),
        ("custom", "oneOff.training") => (&FROM_SCRATCH, true),
        ("fineTune" | "custom", "failedRunMultiplier") => (&RUNS, false),
        ("fineTune", "amortisationMonths") => (&LIFETIME, false),
        ("fineTune", "retraining.everyMonths") => (&RETIREMENT, false),
        ("fineTune", "oneOff.labelling") => (&LABELS, true),
        _ => return Vec::new(),
    };
    if money && text("labels.currency") != "USD" {
        return Vec::new();
    }
    if number != "oneOff.labelling" {
        return rows.to_vec();
    }
    match scenario.at("decision.data.examples") {
        Some(Json::Number(items)) if *items > 0.0 => rows
            .iter()
            .map(|row| Usual { low: row.low * items, typical: row.typical * items, high: row.high * items, ..*row })
            .collect(),
        _ => Vec::new(),
    }
}

/// From this age on a value is marked as old, in days.
pub const OLD_AFTER: f64 = 180.0;

/// Whether a value is certainly old on a day, given as `2026-11-25`: a month or a year may have been its last day.
#[must_use]
pub fn is_old(as_of: &str, today: &str) -> bool {
    match (day_number(as_of), day_number(today)) {
        (Some(then), Some(now)) => now - then > OLD_AFTER,
        _ => false,
    }
}

/// Days from a fixed day on, by the Gregorian calendar; the last day where only a month or a year is known.
fn day_number(date: &str) -> Option<f64> {
    let mut parts = date.split('-').map(str::parse::<u32>);
    let year = parts.next()?.ok()?;
    let month = parts.next().map_or(Some(12), Result::ok)?;
    let last = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28,
        _ => 31,
    };
    let day = parts.next().map_or(Some(last), Result::ok)?;
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) || !(1..=9999).contains(&year) {
        return None;
    }
    // Years that begin in March, so that the leap day comes last.
    let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
    Some(f64::from(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::field::all;
    use crate::scenario::{Scenario, presets};

    #[test]
    fn ages_are_counted_in_days() {
        let cases = [
            ("2026-05-29", "2026-11-25", false),
            ("2026-05-28", "2026-11-25", true),
            ("2026-05", "2026-11-27", false),
            ("2026-05", "2026-11-28", true),
            ("2026", "2027-06-29", false),
            ("2026", "2027-06-30", true),
            ("2024-02-29", "2024-08-27", false),
            ("2024-02-29", "2024-08-28", true),
            ("soon", "2026-11-25", false),
            ("2026-11", "never", false),
        ];
        for (as_of, today, old) in cases {
            assert_eq!(is_old(as_of, today), old, "{as_of} on {today}");
        }
    }

    #[test]
    fn values_rise_and_can_be_dated() {
        let json = presets::FIRST.scenario().map(|scenario| Json::of(&scenario)).unwrap_or_default();
        let mut found = 0;
        for field in all() {
            for row in of(field.path, &json) {
                assert!(row.low <= row.typical && row.typical <= row.high, "{} {row:?}", field.path);
                assert!(day_number(row.as_of).is_some(), "{row:?}");
                found += 1;
            }
        }
        assert!(found >= 12, "{found}");
    }

    #[test]
    fn dollars_are_offered_for_dollars_only_and_a_price_per_call_for_calls_only() {
        let with = |currency: &str, unit: &str| {
            let mut json = Json::of(&Scenario::blank());
            json.set("labels.currency", Json::Text(currency.to_owned()));
            json.set("labels.unit", Json::Text(unit.to_owned()));
            json
        };
        let count = |path: &str, json: &Json| of(path, json).len();
        assert_eq!(count("options.api.price.amount", &with("USD", "prediction")), 1);
        assert_eq!(count("options.api.price.amount", &with("USD", "user")), 0);
        assert_eq!(count("options.fineTune.hosting.perHour", &with("EUR", "call")), 0);
        assert_eq!(count("options.fineTune.staff.fte", &with("EUR", "call")), 1);
    }

    #[test]
    fn labels_are_counted_by_the_examples_that_are_held() {
        let mut json = Json::of(&Scenario::blank());
        assert_eq!(of("options.fineTune.oneOff.labelling", &json), []);
        json.set("decision.data.examples", Json::Number(3000.0));
        let rows = of("options.fineTune.oneOff.labelling", &json);
        assert_eq!(rows.first().map(|row| [row.low, row.typical, row.high]), Some([9_000.0, 30_000.0, 60_000.0]));
    }
}
