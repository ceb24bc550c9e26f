//! The cost engine: one cost structure for every option, curves over volume, every crossing, the cheapest option by
//! volume, and the value at which each number ties.
//!
//! It knows nothing of factors or the tree. Blank lines are listed, never taken as zero; "never" is a verdict with its
//! reason, never an infinity.

mod crossing;
mod curve;
mod envelope;
mod group;
mod price_map;
mod structure;
mod tie;
#[cfg(whole)]
pub mod time;

pub use crossing::{Crossing, CrossingKind, Interval, Pair, PairVerdict, Reason, Side, compare};
pub use curve::Curve;
pub use envelope::Segment;
pub use group::Group;
pub use price_map::{PriceMap, price_map};
pub use structure::{Line, MAX_STEPS, token_price};
pub use tie::{Tie, Wins};
#[cfg(whole)]
pub use time::TimeView;

use schemars::JsonSchema;
use serde::Serialize;

use crate::approach::{OptionId, PerOption};
use crate::scenario::{Hosting, Scenario};
#[cfg(whole)]
use crate::uncertainty::{Bar, Regret, Uncertainty};
use crate::units::Quantity;
use structure::{Machines, Parts};

/// Options whose costs differ by at most this share of the smaller are too close to call (ours, part 3.3).
pub const TIE_BAND: f64 = 0.10;
/// End of the volume range where nothing suggests one.
const DEFAULT_RANGE: f64 = 1e6;
/// Crossings beyond this volume do not stretch the range.
const FARTHEST: f64 = 1e12;

/// Relative difference below which two amounts are the same but for rounding (part 5.7).
const SAME: f64 = 1e-9;

/// Whether two amounts are the same but for rounding.
#[must_use]
#[inline]
pub(crate) fn same(a: f64, b: f64) -> bool {
    let apart = libm::fabs(a - b);
    // Less work than to ask first which one is larger; a staircase asks it tens of thousands of times.
    apart <= SAME * libm::fabs(a) || apart <= SAME * libm::fabs(b)
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
    /// The value at which each number ties, at the reader's volume; none in the small module that shows only a chart.
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
    /// The curves themselves, so that nobody who reads the report builds them again. They are not written out.
    #[serde(skip)]
    pub curves: PerOption<Curve>,
}

impl Costs {
    /// What every priced option costs at a volume, for reading the chart.
    #[must_use]
    pub fn at(&self, volume: f64) -> Vec<(OptionId, f64)> {
        self.curves.iter().map(|(option, curve)| (option, curve.at(volume))).collect()
    }

    /// The value that counts at the field of a tie where the scenario has no number there: all people as money a month, or
    /// what stands in for a blank. `None` where a blank is not counted.
    #[cfg(whole)]
    #[must_use]
    pub fn in_use(&self, field: &str) -> Option<f64> {
        let (option, number) = OptionId::in_path(field)?;
        match number {
            "amortisationMonths" => self.amortisation.get(option).copied(),
            "failedRunMultiplier" => Some(1.0),
            line => {
                let cost = self.at_volume.as_ref()?.options.get(option)?;
                cost.lines.iter().find(|own| own.line == line).map(|own| own.amount)
            }
        }
    }
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
    // The small module shows none.
    let ties = match volume {
        Some(volume) if cfg!(whole) => tie::ties(scenario, &curves, &pairs, &envelope, volume),
        _ => Vec::new(),
    };
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
        crossing_ranges: crossing_ranges(scenario, &curves, &pairs, volume),
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
        curves,
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

/// The options that cost least; several where they cost the same.
fn cheapest(totals: &[(OptionId, f64)]) -> Vec<OptionId> {
    let least = totals.iter().map(|(_, total)| *total).fold(f64::INFINITY, f64::min);
    totals.iter().filter(|(_, total)| same(*total, least)).map(|(option, _)| *option).collect()
}

/// The last volume for which there are not too many machines on any curve.
fn last_step(curves: &PerOption<Curve>) -> f64 {
    curves.iter().map(|(_, curve)| curve.last_step()).fold(f64::INFINITY, f64::min)
}

fn at_volume(scenario: &Scenario, parts: &PerOption<Parts>, curves: &PerOption<Curve>, volume: f64) -> AtVolume {
    let totals: Vec<(OptionId, f64)> = curves.iter().map(|(option, curve)| (option, curve.at(volume))).collect();
    let least = totals.iter().map(|(_, total)| *total).fold(f64::INFINITY, f64::min);
    let cheapest = cheapest(&totals);
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
/// two curves; never more than the machines that are looked at one by one.
fn range(scenario: &Scenario, curves: &PerOption<Curve>, volume: Option<f64>) -> (f64, bool) {
    let given = scenario.range.max_volume.map(Quantity::get).filter(|max| *max > 0.0);
    let wanted = given.unwrap_or_else(|| {
        let list: Vec<&Curve> = curves.iter().map(|(_, curve)| curve).collect();
        let mut far = volume.unwrap_or(0.0);
        for (place, a) in list.iter().enumerate() {
            for b in list.iter().skip(place + 1) {
                let breaks = a.breaks(FARTHEST).take(8).chain(b.breaks(FARTHEST).take(8)).fold(0.0, f64::max);
                let crossing =
                    crossing::last_order_change(a, b).filter(|crossing| *crossing <= FARTHEST).unwrap_or(0.0);
                far = far.max(crossing).max(breaks);
            }
        }
        if far > 0.0 { libm::pow(10.0, libm::ceil(libm::log10(far * 5.0))).max(1000.0) } else { DEFAULT_RANGE }
    });
    let last = last_step(curves);
    if wanted > last { (last, true) } else { (wanted, false) }
}

/// Each pair that crosses, at both ends of each input that is a range. Ends are legal: the parser has tried them.
fn crossing_ranges(
    scenario: &Scenario,
    curves: &PerOption<Curve>,
    pairs: &[Pair],
    volume: Option<f64>,
) -> Vec<CrossingRange> {
    let Some(uncertainty) = &scenario.uncertainty else { return Vec::new() };
    let mut ranges = Vec::new();
    for (path, spread) in &uncertainty.ranges {
        let [low, high] = spread.ends();
        // Only the curve of the option that the number belongs to moves.
        let Some((owner, number)) = OptionId::in_path(path) else { continue };
        let moved = |end: f64| {
            let mut structure = scenario.options.get(owner)?.clone();
            if !structure.set_number(number, end) {
                return None;
            }
            let parts = Parts::of(owner, &structure);
            let curve = parts.is_priced().then(|| parts.curve())?;
            let curves =
                PerOption::from_fn(
                    |option| {
                        if option == owner { Some(curve.clone()) } else { curves.get(option).cloned() }
                    },
                );
            let max = range(scenario, &curves, volume).0;
            Some((curves, max))
        };
        let (Some(at_low), Some(at_high)) = (moved(low), moved(high)) else { continue };
        let crosses = pairs.iter().filter(|pair| pair.verdict == PairVerdict::Crosses);
        for pair in crosses.filter(|pair| pair.a == owner || pair.b == owner) {
            let crossing = |(curves, max): &(PerOption<Curve>, f64)| {
                let (a, b) = (curves.get(pair.a)?, curves.get(pair.b)?);
                let found = compare((pair.a, a), (pair.b, b), *max);
                found.crossings.first().map(|crossing| crossing.volume).or(found.beyond_range)
            };
            let (from, to) = match (crossing(&at_low), crossing(&at_high)) {
                (Some(x), Some(y)) => (Some(x.min(y)), Some(x.max(y))),
                (one, other) => (one.or(other), None),
            };
            if from != to {
                ranges.push(CrossingRange { a: pair.a, b: pair.b, field: path.clone(), low, high, from, to });
            }
        }
    }
    ranges
}
