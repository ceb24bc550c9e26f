//! What ranges come to: how often each option is cheapest, where crossings lie, what it is worth to find out (part 5.6).
//!
//! One draw of every input feeds all curves. The same seed gives the same bytes everywhere. It knows no factor and no
//! tree; which options a gate leaves is handed over. A crossing that is never reached is a word, never an infinity.

mod draws;
mod model;
mod months;
mod sensitivity;

pub use draws::{DEFAULT_SAMPLES, DEFAULT_SEED, centre, mean, shape};
pub use months::MonthBands;
pub use sensitivity::{Bar, Regret, RegretRow, VolumeSource, regret, tornado};

use ai_build_vs_buy_numerics::{Cheapest, Column, Curve, Order, binned_minimum, cheapest, costs_at, first_changes};
use schemars::JsonSchema;
use serde::Serialize;

use crate::approach::{OptionId, PerOption};
use crate::order::Within;
use crate::scenario::{Scenario, Spread};
use crate::units::{Quantity, UnitsPerMonth};
use draws::Draws;
use model::{course, model};

/// Below this share of the least mean cost, more estimating is not worth it (part 5.6).
pub const WORTH_ESTIMATING: f64 = 0.01;
/// Fewest draws in each bin of the estimate of what one input is worth (part 5.6).
const BIN: u32 = 100;
/// Most bins (ours): more of them would push the estimate up.
const MOST_BINS: u32 = 20;
/// Draws that the bands are read from where they have to be drawn volume by volume (ours).
const BAND_DRAWS: usize = 2500;
/// Shares of the draws below the quantiles of a crossing.
const QUANTILES: [f64; 5] = [0.05, 0.1, 0.5, 0.9, 0.95];
/// Bars of a histogram for each power of ten, from the finest to the coarsest.
const BARS: [f64; 4] = [10.0, 5.0, 2.0, 1.0];
/// Most bars of a histogram.
const MOST_BARS: f64 = 20.0;

/// A volume that may never be reached.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Reached {
    /// At this volume.
    At(f64),
    /// At none.
    Not(Never),
}

/// The word for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Never {
    /// At no volume.
    Never,
}

impl Reached {
    fn of(volume: f64) -> Self {
        if volume.is_finite() { Self::At(volume) } else { Self::Not(Never::Never) }
    }

    /// The volume, if there is one.
    #[must_use]
    pub fn volume(self) -> Option<f64> {
        match self {
            Self::At(volume) => Some(volume),
            Self::Not(_) => None,
        }
    }
}

/// Where the first crossing of a pair lies.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DrawnCrossing {
    /// The first option.
    pub a: OptionId,
    /// The second.
    pub b: OptionId,
    /// One draw in twenty lies below.
    pub p5: Reached,
    /// One in ten lies below.
    pub p10: Reached,
    /// Half lie below.
    pub p50: Reached,
    /// Nine in ten lie below.
    pub p90: Reached,
    /// Nineteen in twenty lie below.
    pub p95: Reached,
    /// Share of the draws in which they never cross.
    pub never: f64,
}

/// A bar of a histogram.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HistogramBar {
    /// Units per month where it begins. The first bar also holds what lies below.
    pub from: f64,
    /// Where it ends. The last bar also holds what lies above.
    pub to: f64,
    /// Share of all draws.
    pub share: f64,
}

/// How the first crossing of one pair is spread.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Histogram {
    /// The first option.
    pub a: OptionId,
    /// The second.
    pub b: OptionId,
    /// By volume, equally wide on a logarithmic axis.
    pub bars: Vec<HistogramBar>,
    /// Share of the draws in which they never cross.
    pub never: f64,
}

/// One option's monthly cost over the draws.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Band {
    /// One draw in twenty costs less.
    pub p5: f64,
    /// Half cost less.
    pub p50: f64,
    /// Nineteen in twenty cost less.
    pub p95: f64,
}

/// One option's monthly costs over the draws, volume by volume.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BandCurve {
    /// One draw in twenty costs less.
    pub p5: Vec<f64>,
    /// Half cost less.
    pub p50: Vec<f64>,
    /// Nineteen in twenty cost less.
    pub p95: Vec<f64>,
}

impl BandCurve {
    fn add(&mut self, band: Band) {
        self.p5.push(band.p5);
        self.p50.push(band.p50);
        self.p95.push(band.p95);
    }
}

/// Monthly costs by volume.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Bands {
    /// Units per month.
    pub volumes: Vec<f64>,
    /// One figure for each volume; options whose cost is no range are left out.
    pub options: PerOption<BandCurve>,
}

/// At the reader's volume, or at the drawn one.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DrawnCosts {
    /// Share of the draws in which an option is the cheapest of all; ties are split. They add up to 1.
    pub probability_cheapest: PerOption<f64>,
    /// Mean cost per month.
    pub mean: PerOption<f64>,
    /// One draw in twenty, half, and nineteen in twenty cost less per month.
    pub cost: PerOption<Band>,
    /// The option with the least mean cost among those that are allowed.
    pub least_mean: Option<OptionId>,
    /// What it would be worth at most to know everything before choosing: money per month (EVPI), among those allowed.
    pub evpi: f64,
    /// The same as a share of the least mean cost; `null` where that is nothing.
    pub evpi_share: Option<f64>,
    /// Whether that is at least 1 % of the least mean cost.
    pub worth_estimating: bool,
}

/// One input that is a range.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DrawnInput {
    /// Path of the number.
    pub field: String,
    /// The low end that was given.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// The mean of the range.
    pub mean: f64,
    /// Whether any cost a month depends on it.
    pub has_effect: bool,
    /// Whether only what is paid over the months depends on it: growth, price changes, delay.
    pub only_over_time: bool,
    /// What it would be worth at most to know this one input before choosing: money per month (EVPPI). `null` without a
    /// volume.
    pub evppi: Option<f64>,
}

/// What the ranges come to.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Uncertainty {
    /// Draws.
    pub samples: u32,
    /// Where they start.
    pub seed: u64,
    /// How they are made: orders by PCG32, one draw in each of as many equally likely slices.
    pub method: Method,
    /// Costs at the reader's volume or the drawn one; `null` while neither is known or no option is priced.
    pub at_volume: Option<DrawnCosts>,
    /// Every input that is a range.
    pub inputs: Vec<DrawnInput>,
    /// First crossings of every pair.
    pub crossings: Vec<DrawnCrossing>,
    /// The first crossing of API and fine-tuning in bars.
    pub histogram: Option<Histogram>,
    /// Costs by volume.
    pub bands: Bands,
    /// Money over the months of the view over time; `null` without that view.
    pub over_time: Option<MonthBands>,
}

/// How draws are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Method {
    /// Latin hypercube, orders by PCG32.
    LatinHypercubePcg32,
}

/// Evaluates the ranges of a scenario; `None` without any. `allowed` are the options that may be chosen; `max_volume` is
/// the end of the range of volumes that is looked at, `horizon` that of the months, if they are.
#[must_use]
pub fn evaluate(
    scenario: &Scenario,
    allowed: &[OptionId],
    max_volume: f64,
    horizon: Option<u32>,
) -> Option<Uncertainty> {
    let given = scenario.uncertainty.as_ref().filter(|given| !given.ranges.is_empty())?;
    let mut draws = Draws::new(given);
    let model = model(scenario, &mut |place, number, limits| draws.look(place, number, limits));
    let count = draws.count();
    let at_volume = model.volume.as_ref().filter(|_| !model.options.is_empty()).map(|volume| {
        model.options.iter().map(|(option, curve)| (*option, costs_at(curve, volume, count))).collect::<Vec<_>>()
    });
    let (costs, worth) = match &at_volume {
        Some(costs) => {
            let (drawn, worth) = drawn_costs(costs, allowed, &draws);
            (Some(drawn), worth)
        }
        None => (None, Vec::new()),
    };
    // What is asked for from here on is in no monthly cost.
    let monthly = draws.used.len();
    let course = course(scenario, &model, &mut |place, number, limits| draws.look(place, number, limits));
    let (crossings, histogram) = crossings(&model.options, count);
    Some(Uncertainty {
        samples: count as u32,
        seed: given.seed.map_or(DEFAULT_SEED, Quantity::get) as u64,
        method: Method::LatinHypercubePcg32,
        inputs: given.ranges.iter().map(|(path, spread)| input(path, spread, &draws, monthly, &worth)).collect(),
        over_time: horizon.and_then(|horizon| months::bands(&model, &course, horizon, count)),
        bands: bands(&model.options, &crossings, model.volume.as_ref(), max_volume, count),
        at_volume: costs,
        crossings,
        histogram,
    })
}

fn input(path: &str, spread: &Spread, draws: &Draws<'_>, monthly: usize, worth: &[(&str, f64)]) -> DrawnInput {
    let [low, high] = spread.ends();
    let known = worth.iter().find(|(input, _)| *input == path).map(|(_, worth)| *worth);
    let used = draws.used.iter().position(|(input, _)| *input == path);
    let has_effect = used.is_some_and(|place| place < monthly);
    let evppi = if has_effect || worth.is_empty() { known } else { Some(0.0) };
    DrawnInput {
        field: path.to_owned(),
        low,
        high,
        mean: mean(spread),
        has_effect,
        only_over_time: used.is_some() && !has_effect,
        evppi,
    }
}

/// Costs in figures, and what each input is worth.
fn drawn_costs<'a>(
    costs: &[(OptionId, Column)],
    allowed: &[OptionId],
    draws: &Draws<'a>,
) -> (DrawnCosts, Vec<(&'a str, f64)>) {
    let count = draws.count();
    let all: Vec<Column> = costs.iter().map(|(_, column)| column.clone()).collect();
    let open: Vec<(OptionId, Column)> = costs
        .iter()
        .filter(|(option, _)| allowed.contains(option))
        .map(|(option, column)| (*option, column.clone()))
        .collect();
    let of_all = cheapest(&all, count);
    let columns: Vec<Column> = open.iter().map(|(_, column)| column.clone()).collect();
    let of_open = if open.len() == costs.len() { of_all.clone() } else { cheapest(&columns, count) };
    let means: Vec<f64> = costs.iter().map(|(_, column)| ai_build_vs_buy_numerics::mean(column)).collect();
    let mean_of = |option: OptionId| costs.iter().zip(&means).find(|(cost, _)| cost.0 == option).map(|(_, mean)| *mean);
    let per_option = |values: &[f64]| {
        PerOption::from_fn(|option| {
            costs.iter().zip(values).find(|(cost, _)| cost.0 == option).map(|(_, value)| *value)
        })
    };
    let least =
        open.iter().filter_map(|(option, _)| Some((*option, mean_of(*option)?))).min_by(|a, b| a.1.total_cmp(&b.1));
    let least_mean = least.map_or(0.0, |(_, mean)| mean);
    let evpi = if least.is_some() { worth(least_mean, &of_open) } else { 0.0 };
    let bins = (count as u32 / BIN).clamp(1, MOST_BINS);
    let inputs = draws.used.iter().map(|(path, slices)| {
        let known = slices.as_ref().map_or(least_mean, |slices| binned_minimum(slices, bins, &columns));
        (*path, if least.is_some() { (least_mean - known).within(0.0, evpi) } else { 0.0 })
    });
    let share = (least_mean > 0.0).then(|| evpi / least_mean);
    let drawn = DrawnCosts {
        probability_cheapest: per_option(&of_all.shares),
        mean: per_option(&means),
        cost: PerOption::from_fn(|option| {
            costs.iter().find(|cost| cost.0 == option).map(|(_, column)| band(column, count))
        }),
        least_mean: least.map(|(option, _)| option),
        evpi,
        evpi_share: share,
        worth_estimating: share.is_some_and(|share| share >= WORTH_ESTIMATING),
    };
    let inputs = inputs.collect();
    (drawn, inputs)
}

fn worth(least_mean: f64, compared: &Cheapest) -> f64 {
    (least_mean - compared.mean_least).max(0.0)
}

fn band(costs: &Column, count: usize) -> Band {
    let mut order = Order::of(costs, count);
    Band { p5: order.at(0.05), p50: order.at(0.5), p95: order.at(0.95) }
}

fn crossings(options: &[(OptionId, Curve)], count: usize) -> (Vec<DrawnCrossing>, Option<Histogram>) {
    let (mut crossings, mut histogram) = (Vec::new(), None);
    for (place, (a, left)) in options.iter().enumerate() {
        for (b, right) in options.iter().skip(place + 1) {
            let volumes = first_changes(left, right, UnitsPerMonth::MAX, count);
            let mut order = Order::of(&volumes, count);
            let never = (count - order.finite()) as f64 / count as f64;
            let [p5, p10, p50, p90, p95] = QUANTILES.map(|share| Reached::of(order.at(share)));
            crossings.push(DrawnCrossing { a: *a, b: *b, p5, p10, p50, p90, p95, never });
            if (*a, *b) == (OptionId::Api, OptionId::FineTune) {
                histogram = Some(Histogram { a: *a, b: *b, bars: bars(&mut order, count), never });
            }
        }
    }
    (crossings, histogram)
}

/// Bars on a logarithmic axis around all but the outermost draws, which the end bars take in.
fn bars(volumes: &mut Order, count: usize) -> Vec<HistogramBar> {
    let finite = volumes.finite();
    if finite == 0 {
        return Vec::new();
    }
    let crossing = finite as f64 / count as f64;
    let (first, last) = (volumes.at(0.005 * crossing), volumes.at(0.995 * crossing));
    let (low, high) = (libm::log10(first), libm::log10(last));
    let ends = |bars: f64| (libm::floor(low * bars + 1e-9), libm::ceil(high * bars - 1e-9));
    let fits = |bars: &f64| ends(*bars).1 - ends(*bars).0 <= MOST_BARS;
    let per_decade = BARS.into_iter().find(fits).unwrap_or(1.0);
    let (from, to) = ends(per_decade);
    let number = (to - from).within(1.0, 40.0) as u32;
    let edge = |place: u32| libm::pow(10.0, (from + f64::from(place)) / per_decade);
    let mut below = 0;
    (1..=number)
        .map(|place| {
            let reached = if place == number { finite } else { volumes.count_up_to(edge(place)) };
            let share = (reached - below) as f64 / count as f64;
            below = reached;
            HistogramBar { from: edge(place - 1), to: edge(place), share }
        })
        .collect()
}

/// Bands on a grid of four volumes for each power of ten, wide enough for the chart.
fn bands(
    options: &[(OptionId, Curve)],
    crossings: &[DrawnCrossing],
    volume: Option<&Column>,
    max_volume: f64,
    count: usize,
) -> Bands {
    let here = volume.map(|volume| Order::of(volume, count).at(0.5));
    let known = crossings.iter().flat_map(|crossing| [crossing.p5.volume(), crossing.p95.volume()]).flatten();
    let marks: Vec<f64> = known.chain(here).chain([max_volume]).filter(|mark| *mark > 0.0).collect();
    let low = marks.iter().copied().fold(max_volume, f64::min).max(1.0);
    let high = marks.iter().copied().fold(10.0, f64::max);
    let first = (libm::floor(libm::log10(low)) - 3.0).max(0.0);
    let last = (libm::ceil(libm::log10(high)) + 1.0).within(first + 1.0, first + 12.0);
    let steps = (4.0 * (last - first)) as u32;
    let volumes: Vec<f64> = (0..=steps).map(|step| libm::pow(10.0, first + f64::from(step) / 4.0)).collect();
    let of = |option: OptionId| {
        let curve = &options.iter().find(|(own, _)| *own == option)?.1;
        (!curve.is_constant()).then(|| curve_bands(curve, &volumes, count))
    };
    Bands { options: PerOption::from_fn(of), volumes }
}

fn curve_bands(curve: &Curve, volumes: &[f64], count: usize) -> BandCurve {
    let mut bands = BandCurve::default();
    match (curve.pieces.as_slice(), &curve.machines) {
        // Where only one of the two is a range, its quantiles are the cost's.
        ([line], None) if line.fixed.constant().is_some() || line.slope.constant().is_some() => {
            let (fixed, slope) = (band(&line.fixed, count), band(&line.slope, count));
            for volume in volumes {
                let at = |fixed: f64, slope: f64| fixed + slope * volume;
                bands.add(Band {
                    p5: at(fixed.p5, slope.p5),
                    p50: at(fixed.p50, slope.p50),
                    p95: at(fixed.p95, slope.p95),
                });
            }
        }
        _ => {
            let step = (count / BAND_DRAWS).max(1);
            let (thinned, kept) = (curve.thinned(step), count.div_ceil(step));
            for volume in volumes {
                bands.add(band(&costs_at(&thinned, &Column::Constant(*volume), kept), kept));
            }
        }
    }
    bands
}
