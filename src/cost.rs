//! The cost engine: one cost structure for every option, curves over volume, every crossing, the cheapest option by
//! volume, and the value at which each number ties.
//!
//! It knows nothing of factors or the tree. Blank lines are listed, never taken as zero; "never" is a verdict with its
//! reason, never an infinity.

mod crossing;
mod curve;
mod envelope;
mod structure;
mod tie;
#[cfg(whole)]
pub mod time;

pub use crossing::{Crossing, CrossingKind, Interval, Pair, PairVerdict, Reason, Side, compare, line_crossing};
pub use curve::Curve;
pub use envelope::Segment;
pub use structure::{Line, MAX_STEPS, token_price};
pub use tie::Tie;
#[cfg(whole)]
pub use time::TimeView;

use schemars::JsonSchema;
use serde::Serialize;

use crate::approach::{OptionId, PerOption};
#[cfg(not(whole))]
use crate::json::Json;
#[cfg(not(whole))]
use crate::scenario;
use crate::scenario::{Hosting, Scenario};
#[cfg(whole)]
use crate::uncertainty::{Bar, Regret, Uncertainty, first_crossing};
use crate::units::Quantity;
use structure::{Machines, Parts};

/// Options whose costs differ by at most this share of the smaller are too close to call (ours, part 3.3).
pub const TIE_BAND: f64 = 0.10;
/// End of the volume range where nothing suggests one.
const DEFAULT_RANGE: f64 = 1e6;
/// Crossings beyond this volume do not stretch the range.
const FARTHEST: f64 = 1e12;

/// Whether two amounts are the same but for rounding (relative 1e-9).
#[must_use]
fn same(a: f64, b: f64) -> bool {
    libm::fabs(a - b) <= 1e-9 * libm::fmax(libm::fabs(a), libm::fabs(b))
}

/// What one option costs at the reader's volume.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OptionCost {
    /// Money per month.
    pub total: f64,
    /// Money per unit; `null` at no volume.
    pub per_unit: Option<f64>,
    /// Load as a share of the capacity that runs; only for whole machines.
    pub utilisation: Option<f64>,
    /// Every known line.
    pub lines: Vec<Line>,
    /// Expected or named lines that are blank.
    pub not_counted: Vec<String>,
    /// Money per month more than the cheapest.
    pub above_cheapest: f64,
}

/// All options at the reader's volume.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AtVolume {
    /// Units per month.
    pub volume: f64,
    /// What each priced option costs.
    pub options: PerOption<OptionCost>,
    /// The cheapest; several where they cost the same.
    pub cheapest: Vec<OptionId>,
    /// The two cheapest differ by no more than the tie band.
    pub close_call: bool,
    /// The tie band, as a share of the smaller cost.
    pub tie_band: f64,
}

/// The first crossing of a pair at both ends of an input's range.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CrossingRange {
    /// The first option.
    pub a: OptionId,
    /// The second.
    pub b: OptionId,
    /// Path of the input that is a range.
    pub field: String,
    /// Its low end.
    pub low: f64,
    /// Its high end.
    pub high: f64,
    /// The lower of the two crossings; `null` where one end has none.
    pub from: Option<f64>,
    /// The higher.
    pub to: Option<f64>,
}

/// What the options cost, and where their order changes.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(transform = without_tornado)]
pub struct Costs {
    /// At the reader's volume; `null` while that is blank.
    pub at_volume: Option<AtVolume>,
    /// Options that are left out because no recurring line is known.
    pub not_priced: Vec<OptionId>,
    /// End of the range that pairs and envelope cover.
    pub max_volume: f64,
    /// The range was cut, because it would hold more than 20,000 machines.
    pub range_shortened: bool,
    /// Every pair.
    pub pairs: Vec<Pair>,
    /// Which option is cheapest where.
    pub envelope: Vec<Segment>,
    /// The value at which each number ties, at the reader's volume.
    pub ties: Vec<Tie>,
    /// Crossings as ranges, where inputs are ranges.
    pub crossing_ranges: Vec<CrossingRange>,
    /// What the ranges come to; `null` without any.
    #[cfg(whole)]
    pub uncertainty: Option<Uncertainty>,
    /// What each range does by itself to the gap between the two cheapest, widest first.
    #[cfg(whole)]
    pub tornado: Vec<Bar>,
    /// Regrets at three volumes; `null` where there is nothing to compare.
    #[cfg(whole)]
    pub regret: Option<Regret>,
    /// Months over which one-off costs are spread.
    pub amortisation: PerOption<f64>,
    /// Month by month, in cash; `null` while the volume is blank. Nothing in it is spread over months. The small
    /// module that shows only a chart leaves it out, until the page is loaded.
    #[cfg(whole)]
    pub time: Option<TimeView>,
}

/// A report of the small module has no tornado.
fn without_tornado(schema: &mut schemars::Schema) {
    if let Some(required) = schema.get_mut("required").and_then(|required| required.as_array_mut()) {
        required.retain(|name| name != "tornado");
    }
}

/// The known parts of every priced option.
fn parts(scenario: &Scenario) -> PerOption<Parts> {
    PerOption::from_fn(|option| {
        let parts = Parts::of(option, scenario.options.get(option)?);
        parts.is_priced().then_some(parts)
    })
}

/// The cost curve of every priced option.
#[must_use]
pub fn curves(scenario: &Scenario) -> PerOption<Curve> {
    curves_of(&parts(scenario))
}

fn curves_of(parts: &PerOption<Parts>) -> PerOption<Curve> {
    PerOption::from_fn(|option| parts.get(option).map(Parts::curve))
}

/// What every priced option costs at a volume, for reading the chart.
#[must_use]
pub fn costs_at(scenario: &Scenario, volume: f64) -> Vec<(OptionId, f64)> {
    curves(scenario).iter().map(|(option, curve)| (option, curve.at(volume))).collect()
}

/// Evaluates all costs of a scenario, but for what depends on the options that may be chosen.
#[must_use]
pub fn evaluate(scenario: &Scenario) -> Costs {
    let parts = parts(scenario);
    let curves = curves_of(&parts);
    let priced: Vec<OptionId> = curves.iter().map(|(option, _)| option).collect();
    let volume = scenario.volume.per_month.map(Quantity::get);
    let (max_volume, range_shortened) = range(scenario, &curves, volume);
    let pairs = pairs(&curves, max_volume);
    let envelope = envelope::envelope(&priced, &pairs, max_volume);
    let ties = volume.map_or_else(Vec::new, |volume| tie::ties(scenario, &curves, &envelope, volume));
    let missing = OptionId::ALL.into_iter().filter(|option| {
        let expected = option.approach().is_some() || scenario.options.get(*option).is_some();
        expected && !priced.contains(option)
    });
    Costs {
        at_volume: volume.map(|volume| at_volume(scenario, &parts, &curves, volume)),
        #[cfg(whole)]
        time: volume.map(|volume| time::view(scenario, &parts, volume)),
        not_priced: missing.collect(),
        max_volume,
        range_shortened,
        ties,
        crossing_ranges: crossing_ranges(scenario, &pairs),
        amortisation: PerOption::from_fn(|option| scenario.options.get(option).map(structure::amortisation)),
        // Which options may be chosen is the report's to say.
        #[cfg(whole)]
        uncertainty: None,
        #[cfg(whole)]
        tornado: Vec::new(),
        #[cfg(whole)]
        regret: None,
        pairs,
        envelope,
    }
}

fn pairs(curves: &PerOption<Curve>, max: f64) -> Vec<Pair> {
    let list: Vec<(OptionId, &Curve)> = curves.iter().collect();
    let mut pairs = Vec::new();
    for (place, a) in list.iter().enumerate() {
        for b in list.iter().skip(place + 1) {
            pairs.push(compare(*a, *b, max));
        }
    }
    pairs
}

fn at_volume(scenario: &Scenario, parts: &PerOption<Parts>, curves: &PerOption<Curve>, volume: f64) -> AtVolume {
    let totals: Vec<(OptionId, f64)> = curves.iter().map(|(option, curve)| (option, curve.at(volume))).collect();
    let least = totals.iter().map(|(_, total)| *total).fold(f64::INFINITY, f64::min);
    let cheapest: Vec<OptionId> =
        totals.iter().filter(|(_, total)| same(*total, least)).map(|(option, _)| *option).collect();
    let within = totals.iter().filter(|(_, total)| *total - least <= TIE_BAND * least).count();
    let options = PerOption::from_fn(|option| {
        let structure = scenario.options.get(option)?;
        let parts = parts.get(option)?;
        let total = curves.get(option)?.at(volume);
        let utilisation = match &structure.hosting {
            Some(Hosting::Replicas(replicas)) => Machines::of(replicas).and_then(|machines| {
                let running = machines.running(volume);
                (running > 0.0 && volume > 0.0).then(|| volume / (running * machines.capacity))
            }),
            _ => None,
        };
        Some(OptionCost {
            total,
            per_unit: (volume > 0.0).then(|| total / volume),
            utilisation,
            lines: parts.lines(volume),
            not_counted: parts.not_counted.clone(),
            above_cheapest: if cheapest.contains(&option) { 0.0 } else { total - least },
        })
    });
    AtVolume { volume, options, cheapest, close_call: within > 1, tie_band: TIE_BAND }
}

/// The end of the range: the scenario's, else a power of ten with room beyond the reader's volume and every crossing of
/// two lines; never more than the machines that are drawn one by one.
fn range(scenario: &Scenario, curves: &PerOption<Curve>, volume: Option<f64>) -> (f64, bool) {
    let given = scenario.range.max_volume.map(Quantity::get).filter(|max| *max > 0.0);
    let wanted = given.unwrap_or_else(|| {
        let list: Vec<&Curve> = curves.iter().map(|(_, curve)| curve).collect();
        let mut far = volume.unwrap_or(0.0);
        for (place, a) in list.iter().enumerate() {
            for b in list.iter().skip(place + 1) {
                let breaks =
                    a.breaks().chain(b.breaks()).take(8).filter(|place| *place <= FARTHEST).fold(0.0, f64::max);
                let crossing =
                    crossing::last_order_change(a, b).filter(|crossing| *crossing <= FARTHEST).unwrap_or(0.0);
                far = far.max(crossing).max(breaks);
            }
        }
        if far > 0.0 { libm::pow(10.0, libm::ceil(libm::log10(far * 5.0))).max(1000.0) } else { DEFAULT_RANGE }
    });
    let last = OptionId::ALL
        .into_iter()
        .filter_map(|option| match &scenario.options.get(option)?.hosting {
            Some(Hosting::Replicas(replicas)) => Machines::of(replicas).map(Machines::last_step),
            _ => None,
        })
        .fold(f64::INFINITY, f64::min);
    if wanted > last { (last, true) } else { (wanted, false) }
}

/// Each pair that crosses, at both ends of each input that is a range.
fn crossing_ranges(scenario: &Scenario, pairs: &[Pair]) -> Vec<CrossingRange> {
    let Some(given) = &scenario.uncertainty else { return Vec::new() };
    let mut ranges = Vec::new();
    for (path, spread) in given.ranges.iter().filter(|(path, _)| path.starts_with("options.")) {
        let [low, high] = spread.ends();
        for pair in pairs.iter().filter(|pair| pair.verdict == PairVerdict::Crosses) {
            let ends = [low, high].map(|end| first_crossing(scenario, (path, end), pair.a, pair.b));
            let (from, to) = match ends {
                [Some(x), Some(y)] => (Some(x.min(y)), Some(x.max(y))),
                [one, other] => (one.or(other), None),
            };
            if from != to {
                ranges.push(CrossingRange { a: pair.a, b: pair.b, field: path.clone(), low, high, from, to });
            }
        }
    }
    ranges
}

/// The first crossing of two options with one number moved: for the small module, which has no model of many draws.
#[cfg(not(whole))]
fn first_crossing(scenario: &Scenario, (path, value): (&str, f64), a: OptionId, b: OptionId) -> Option<f64> {
    let mut moved = Json::of(scenario);
    moved.set(path, Json::Number(value));
    moved.set("uncertainty", Json::Null);
    let moved = scenario::read(&moved).ok()?;
    let curves = curves(&moved);
    let (left, right) = (curves.get(a)?, curves.get(b)?);
    line_crossing(left, right).or_else(|| {
        let max = range(&moved, &curves, moved.volume.per_month.map(Quantity::get)).0;
        compare((a, left), (b, right), max).crossings.first().map(|crossing| crossing.volume)
    })
}
