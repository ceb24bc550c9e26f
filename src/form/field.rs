//! The numbers that the page asks for: path in the scenario, slider, and the part of the form they stand in.
//!
//! Allowed ranges are not here: they belong to the unit types and come back as problems. Labels are in `text`.

use crate::approach::OptionId;
use crate::format::round_significant;
use crate::json::Json;
use crate::order;
use crate::order::Within;
use crate::problem::Problem;
use crate::scenario::place;
use crate::units::{OutOfRange, per_month, per_year};

/// What the number counts, for prefix, suffix and wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Units of volume per month.
    Volume,
    /// Money per unit.
    MoneyPerUnit,
    /// Money per million tokens.
    MoneyPerMillionTokens,
    /// Money per month.
    MoneyPerMonth,
    /// Money per hour.
    MoneyPerHour,
    /// Money paid once.
    Money,
    /// Tokens per call.
    Tokens,
    /// Calls for one unit of volume.
    Calls,
    /// Full-time people.
    People,
    /// Months.
    Months,
    /// Labelled examples.
    Examples,
    /// Weeks.
    Weeks,
    /// Percent of a whole, of a number that the scenario holds as a share.
    Percent,
    /// Machines.
    Machines,
    /// Tokens in a second.
    TokensPerSecond,
    /// Training runs.
    Runs,
    /// Times the average.
    Times,
    /// A bare number.
    Count,
    /// Percent a month, of a number that the scenario holds as a share.
    PercentPerMonth,
    /// Percent a year, of a number that the scenario holds as a share.
    PercentPerYear,
    /// Percent a year, of a number that the scenario holds as a share per month: twelve months compound to it.
    YearlyChange,
}

impl Measure {
    /// The measure of a number that people enter in another unit than the scenario's.
    #[must_use]
    pub fn converting(path: &str) -> Option<Self> {
        if cfg!(not(feature = "page")) {
            return None; // such numbers are entered on the page only
        }
        match path.rsplit('.').next()? {
            "measured" | "wanted" | "lastGain" | "smallestGain" => Some(Self::Percent),
            "cachedShare" | "cachedPrice" | "batchShare" | "batchDiscount" | "retryShare" | "targetUtilisation"
                if place::named_line(path).is_none() =>
            {
                Some(Self::Percent)
            }
            "growthPerMonth" => Some(Self::PercentPerMonth),
            "discountRatePerYear" => Some(Self::PercentPerYear),
            "priceChangePerMonth" => Some(Self::YearlyChange),
            _ => None,
        }
    }

    /// The scenario's number for what a person enters.
    #[must_use]
    pub fn stored(self, entered: f64) -> f64 {
        match self {
            Self::Percent | Self::PercentPerMonth | Self::PercentPerYear => entered / 100.0,
            // Less than nothing cannot be left; the scenario refuses -1 at the field.
            Self::YearlyChange if entered.is_finite() => per_month((entered / 100.0).max(-1.0)),
            _ => entered,
        }
    }

    /// What a person would enter for the scenario's number, without the last digits that the way there has cost.
    #[must_use]
    pub fn entered(self, stored: f64) -> f64 {
        match self {
            Self::Percent | Self::PercentPerMonth | Self::PercentPerYear => round_significant(stored * 100.0, 12),
            Self::YearlyChange => round_significant(per_year(stored) * 100.0, 12),
            _ => stored,
        }
    }
}

/// A problem with a number in the unit in which it was entered.
#[must_use]
pub fn as_entered(path: &str, problem: Problem, entered: Option<f64>) -> Problem {
    match (Measure::converting(path), problem.min, problem.max, entered) {
        (Some(measure), Some(min), Some(max), Some(given)) if problem.field == path => {
            let range = OutOfRange { kind: problem.problem, min: measure.entered(min), max: measure.entered(max) };
            Problem::out_of_range(problem.field, range, given)
        }
        _ => problem,
    }
}

/// How a slider's way is divided.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scale {
    /// Equal ways multiply: for money and volume. The ends are positive.
    Log,
    /// Equal ways add.
    Linear,
}

/// The values that a slider reaches; a typed number may go beyond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slider {
    /// Value at the left end.
    pub low: f64,
    /// Value at the right end.
    pub high: f64,
    /// How the way between is divided.
    pub scale: Scale,
}

/// Steps of a slider from end to end.
pub const STEPS: f64 = 1000.0;

impl Slider {
    /// The nearest step for a value, 0 to [`STEPS`].
    #[must_use]
    pub fn step_of(&self, value: f64) -> f64 {
        let share = match self.scale {
            Scale::Linear => (value - self.low) / (self.high - self.low),
            Scale::Log if value > 0.0 => libm::log(value / self.low) / libm::log(self.high / self.low),
            Scale::Log => 0.0,
        };
        libm::round(share.within(0.0, 1.0) * STEPS)
    }

    /// The value at a step, rounded to three significant digits.
    #[must_use]
    pub fn value_at(&self, step: f64) -> f64 {
        let share = (step / STEPS).within(0.0, 1.0);
        let value = match self.scale {
            Scale::Linear => self.low + share * (self.high - self.low),
            Scale::Log => self.low * libm::pow(self.high / self.low, share),
        };
        round_significant(value, 3)
    }
}

/// The value that a slider's new step means, when it stood at `now`: a step always moves a whole number by one at least.
#[must_use]
pub fn slid(slider: &Slider, whole: bool, now: Option<f64>, step: f64) -> f64 {
    let value = slider.value_at(step);
    if !whole {
        return value;
    }
    let rounded = libm::round(value);
    match now {
        Some(now) if rounded == now && step > slider.step_of(now) => now + 1.0,
        Some(now) if rounded == now && step < slider.step_of(now) => (now - 1.0).max(0.0),
        _ => rounded,
    }
}

/// Volumes for a table of the curves: decades up to the end of the range, and the reader's own.
#[must_use]
pub fn table_volumes(max: f64, own: Option<f64>) -> Vec<f64> {
    let last = libm::floor(libm::log10(max.max(10.0)));
    let first = (last - 5.0).max(0.0);
    let mut volumes: Vec<f64> = Vec::new();
    let mut volume = libm::pow(10.0, first);
    while volume <= max && volumes.len() < 7 {
        volumes.push(volume);
        volume *= 10.0;
    }
    volumes.extend(own);
    let mut volumes = order::numbers(volumes);
    volumes.dedup();
    volumes
}

/// A number of the form.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field<'a> {
    /// Path in the scenario.
    pub path: &'a str,
    /// What it counts.
    pub measure: Measure,
    /// The slider beside it.
    pub slider: Slider,
    /// Only whole numbers make sense.
    pub whole: bool,
}

pub(super) const fn field(path: &str, measure: Measure, low: f64, high: f64) -> Field<'_> {
    let scale = match measure {
        Measure::People
        | Measure::Months
        | Measure::Calls
        | Measure::Weeks
        | Measure::Percent
        | Measure::Machines
        | Measure::Runs
        | Measure::Times
        | Measure::PercentPerMonth
        | Measure::PercentPerYear
        | Measure::YearlyChange => Scale::Linear,
        _ => Scale::Log,
    };
    let whole =
        matches!(measure, Measure::Volume | Measure::Months | Measure::Examples | Measure::Tokens | Measure::Machines);
    Field { path, measure, slider: Slider { low, high, scale }, whole }
}

/// The reader's volume.
pub const VOLUME: Field<'static> = field("volume.perMonth", Measure::Volume, 10.0, 1e8);
/// Examples at hand.
pub const EXAMPLES: Field<'static> = field("decision.data.examples", Measure::Examples, 10.0, 1e7);
/// Weeks to the deadline.
pub const DEADLINE: Field<'static> = field("decision.deadlineWeeks", Measure::Weeks, 1.0, 78.0);

/// Examples that arrive per month (M3).
pub const COLLECTED: Field<'static> = field("decision.data.collectedPerMonth", Measure::Examples, 1.0, 1e6);
/// Weeks until missing people are on board (I15).
pub const HIRING: Field<'static> = field("decision.team.hiringLagWeeks", Measure::Weeks, 0.0, 52.0);
/// Engineers on board.
pub const ENGINEERS: Field<'static> = field("decision.team.mlEngineers", Measure::People, 0.0, 20.0);
/// Accuracy: measured, wanted, what the last retraining added, the smallest gain that is worth it (M5).
pub const ACCURACY: [Field<'static>; 4] = [
    field("decision.accuracy.measured", Measure::Percent, 0.0, 100.0),
    field("decision.accuracy.wanted", Measure::Percent, 0.0, 100.0),
    field("decision.accuracy.lastGain", Measure::Percent, 0.0, 10.0),
    field("decision.accuracy.smallestGain", Measure::Percent, 0.0, 10.0),
];
/// Providers that are integrated (P2).
pub const PROVIDERS: Field<'static> = field("decision.practices.providersIntegrated", Measure::Count, 1.0, 10.0);

const API_PER_UNIT: [Field<'static>; 1] = [field("options.api.price.amount", Measure::MoneyPerUnit, 0.0001, 100.0)];
const API_TOKENS: [Field<'static>; 5] = [
    field("options.api.price.inputTokens", Measure::Tokens, 10.0, 100_000.0),
    field("options.api.price.outputTokens", Measure::Tokens, 10.0, 100_000.0),
    field("options.api.price.inputPerMillion", Measure::MoneyPerMillionTokens, 0.01, 100.0),
    field("options.api.price.outputPerMillion", Measure::MoneyPerMillionTokens, 0.01, 500.0),
    field("options.api.price.callsPerUnit", Measure::Calls, 1.0, 20.0),
];
const API_MORE: [Field<'static>; 2] = [
    field("options.api.oneOff.integration", Measure::Money, 100.0, 1e6),
    field("options.api.amortisationMonths", Measure::Months, 1.0, 60.0),
];
const FINE_TUNE: [Field<'static>; 6] = [
    field("options.fineTune.hosting.perMonth", Measure::MoneyPerMonth, 50.0, 100_000.0),
    field("options.fineTune.staff.fte", Measure::People, 0.0, 4.0),
    field("options.fineTune.staff.costPerMonth", Measure::MoneyPerMonth, 2_000.0, 50_000.0),
    field("options.fineTune.oneOff.training", Measure::Money, 100.0, 1e6),
    field("options.fineTune.oneOff.labelling", Measure::Money, 100.0, 1e6),
    field("options.fineTune.amortisationMonths", Measure::Months, 1.0, 60.0),
];
const CUSTOM: [Field<'static>; 6] = [
    field("options.custom.hosting.perMonth", Measure::MoneyPerMonth, 50.0, 1e6),
    field("options.custom.staff.fte", Measure::People, 0.0, 20.0),
    field("options.custom.staff.costPerMonth", Measure::MoneyPerMonth, 2_000.0, 50_000.0),
    field("options.custom.oneOff.training", Measure::Money, 1_000.0, 1e7),
    field("options.custom.oneOff.dataAcquisition", Measure::Money, 1_000.0, 1e7),
    field("options.custom.amortisationMonths", Measure::Months, 1.0, 60.0),
];

const OPEN_MODEL: [Field<'static>; 3] = [
    field("options.openModel.hosting.perMonth", Measure::MoneyPerMonth, 50.0, 100_000.0),
    field("options.openModel.staff.fte", Measure::People, 0.0, 4.0),
    field("options.openModel.staff.costPerMonth", Measure::MoneyPerMonth, 2_000.0, 50_000.0),
];
const ALLY: [Field<'static>; 2] = [
    field("options.ally.price.amount", Measure::MoneyPerUnit, 0.0001, 100.0),
    field("options.ally.monthly.fee", Measure::MoneyPerMonth, 50.0, 1e6),
];

/// How a price is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceKind {
    /// Money per unit.
    PerUnit,
    /// Token counts and a vendor's token prices.
    Tokens,
    /// A list with volume breaks.
    Tiers,
}

/// How the scenario gives an option's price, if it has one.
#[must_use]
pub fn price_kind(scenario: &Json, option: OptionId) -> Option<PriceKind> {
    match scenario.at(&["options.", option.key(), ".price.kind"].concat()) {
        Some(Json::Text(kind)) if kind == "tokens" => Some(PriceKind::Tokens),
        Some(Json::Text(kind)) if kind == "tiers" => Some(PriceKind::Tiers),
        Some(Json::Text(_)) => Some(PriceKind::PerUnit),
        _ => None,
    }
}

/// The few numbers to ask for one option first, as its cost structure stands in the scenario; `structure` has the rest.
#[must_use]
pub fn of_option(option: OptionId, scenario: &Json) -> Vec<Field<'static>> {
    let fields: Vec<Field<'static>> = match option {
        OptionId::Api => {
            let price: &[Field<'static>] = match price_kind(scenario, option) {
                Some(PriceKind::PerUnit) | None => &API_PER_UNIT,
                Some(PriceKind::Tokens) => &API_TOKENS,
                Some(PriceKind::Tiers) => &[],
            };
            [price, &API_MORE].concat()
        }
        OptionId::FineTune => FINE_TUNE.to_vec(),
        OptionId::Custom => CUSTOM.to_vec(),
        OptionId::OpenModel => OPEN_MODEL.to_vec(),
        OptionId::Ally => ALLY.to_vec(),
    };
    fields.into_iter().filter(|field| has_place(field.path, scenario)).collect()
}

/// Whether the number has its place in the kind of price or hosting that the scenario gives; without any, it has.
fn has_place(path: &str, scenario: &Json) -> bool {
    let kinds: [(&str, &[&str]); 2] = [(".hosting.perMonth", &["flat", "mixed"]), (".price.amount", &["perUnit"])];
    kinds.into_iter().all(|(part, kinds)| {
        let kind = path.strip_suffix(part).zip(part.rsplit_once('.'));
        let kind = kind.and_then(|(option, (part, _))| scenario.at(&[option, part, ".kind"].concat()));
        !matches!(kind, Some(Json::Text(kind)) if !kinds.contains(&kind.as_str()))
    })
}

/// Every number of the form, whichever kind of price is chosen.
pub fn all() -> impl Iterator<Item = Field<'static>> {
    [VOLUME, EXAMPLES, DEADLINE]
        .into_iter()
        .chain(API_PER_UNIT)
        .chain(API_TOKENS)
        .chain(API_MORE)
        .chain(FINE_TUNE)
        .chain(CUSTOM)
        .chain(OPEN_MODEL)
        .chain(ALLY)
}

/// The number of a path, where the form asks for it.
#[must_use]
pub fn find(path: &str) -> Option<Field<'static>> {
    let all = all();
    #[cfg(feature = "page")]
    let all = all.chain(super::time::all());
    all.into_iter().find(|field| field.path == path)
}

/// Puts a number (or a blank) into the scenario; a price or hosting that was not there becomes the simplest kind.
pub fn write(scenario: &mut Json, path: &str, value: Option<f64>) {
    for (part, kind) in [(".price.", "perUnit"), (".hosting.", "flat")] {
        if let Some((option, _)) = path.split_once(part).filter(|_| path.starts_with("options.")) {
            let kind_path = format!("{option}{part}kind");
            if !matches!(scenario.at(&kind_path), Some(Json::Text(_))) {
                scenario.set(&kind_path, Json::Text(kind.to_owned()));
            }
        }
    }
    let value = value.map_or(Json::Null, Json::Number);
    // A model is named for the prices of its list only.
    if let Some(price) = ["inputPerMillion", "outputPerMillion"].iter().find_map(|end| path.strip_suffix(end))
        && scenario.at(path) != Some(&value)
    {
        scenario.set(&[price, "model"].concat(), Json::Null);
        scenario.set(&[price, "asOf"].concat(), Json::Null);
    }
    scenario.set(path, value);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Scenario, read};

    #[test]
    fn a_slider_comes_back_to_its_ends() {
        for field in all() {
            assert_eq!(field.slider.value_at(0.0), field.slider.low, "{}", field.path);
            assert_eq!(field.slider.value_at(STEPS), field.slider.high, "{}", field.path);
            assert_eq!(field.slider.step_of(field.slider.high), STEPS, "{}", field.path);
        }
    }

    #[test]
    fn every_field_can_be_written_into_a_blank_scenario() {
        for field in all().filter(|field| {
            !field.path.contains("okens") && !field.path.contains("Million") && !field.path.contains("calls")
        }) {
            let mut json = Json::of(&Scenario::blank());
            write(&mut json, field.path, Some(field.slider.high));
            let stored = read(&json).map(|scenario| Json::of(&scenario).at(field.path).cloned());
            assert_eq!(stored, Ok(Some(Json::Number(field.slider.high))), "{}", field.path);
        }
    }
}
