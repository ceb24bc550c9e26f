//! From cost functions to polylines: few points where a curve is straight on log axes, two at each step.
//!
//! The functions come from outside. How the points become pixels is not decided here.

#[cfg(feature = "page")]
use super::SpreadSeries;
use super::axis::{LogAxis, cost_range, volume_range};
use super::{AxisLabels, Crossover, CurveSeries, Here, Mark, Region};
use crate::approach::OptionId;

/// Steps closer than this share of the axis are not told apart.
const NARROWEST_STEP: f64 = 1.0 / 400.0;
/// How far, in decades of cost, a straight line may be from the curve.
const TOLERANCE: f64 = 0.003;
const DEEPEST: u32 = 8;

/// One option's cost as a function of volume.
#[derive(Clone, Copy)]
pub struct Sampled<'a> {
    /// Whose cost it is.
    pub option: OptionId,
    /// Money per month at a volume.
    pub cost: &'a dyn Fn(f64) -> f64,
    /// The volumes at which it jumps or bends, ascending.
    pub breaks: &'a [f64],
}

/// What is known about the curves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The end of the volume axis, where the user gave one.
    pub max_volume: Option<f64>,
    /// Where pairs cross.
    pub crossings: Vec<Mark>,
    /// Which option is cheapest where.
    pub regions: Vec<Region>,
    /// The reader's volume.
    pub here: Option<f64>,
    /// Where the article expects API and fine-tuning to cross; only for the unit it means (I29).
    pub usual_band: Option<(f64, f64)>,
    /// Between which volumes the crossing lies when inputs are ranges.
    pub crossing_range: Option<(f64, f64)>,
    /// Between which costs each option lies when inputs are ranges; drawn on the page only.
    #[cfg(feature = "page")]
    pub spreads: Vec<SpreadSeries>,
    /// What the axes count.
    pub labels: AxisLabels,
}

impl Crossover {
    /// Chooses what the axes show and samples the curves on it.
    #[must_use]
    pub fn new(curves: &[Sampled<'_>], facts: Facts) -> Self {
        let mut volumes: Vec<f64> = facts.crossings.iter().map(|mark| mark.volume).collect();
        volumes.extend(facts.crossing_range.iter().flat_map(|(from, to)| [*from, *to]));
        let range = volume_range(facts.max_volume, &volumes, facts.here);
        Self::over(range, curves, facts)
    }

    /// The same on a range of volume that is given, such as the one that a drag began with.
    #[must_use]
    pub fn over(volume_range: (f64, f64), curves: &[Sampled<'_>], facts: Facts) -> Self {
        let axis = LogAxis::new(volume_range.0, volume_range.1);
        let here = facts.here.map(|volume| Here {
            volume,
            costs: curves.iter().map(|curve| (curve.option, (curve.cost)(volume))).collect(),
        });
        let curves: Vec<CurveSeries> =
            curves.iter().map(|curve| CurveSeries { option: curve.option, points: polyline(curve, &axis) }).collect();
        let costs = curves.iter().flat_map(|curve| curve.points.iter().map(|point| point.1));
        let marks = facts.crossings.iter().filter(|mark| axis.contains(mark.volume)).map(|mark| mark.cost);
        Self {
            volume_range: (axis.low(), axis.high()),
            cost_range: cost_range(costs.chain(marks)),
            curves,
            crossings: facts.crossings,
            regions: facts.regions,
            here,
            usual_band: facts.usual_band,
            crossing_range: facts.crossing_range,
            #[cfg(feature = "page")]
            spreads: facts.spreads,
            labels: facts.labels,
        }
    }
}

fn polyline(curve: &Sampled<'_>, axis: &LogAxis) -> Vec<(f64, f64)> {
    let at = |volume: f64| (volume, (curve.cost)(volume));
    let mut points = Vec::new();
    let mut from = axis.low();
    let mut start = at(from);
    points.push(start);
    for &volume in curve.breaks.iter().filter(|volume| **volume > axis.low() && **volume < axis.high()) {
        if axis.share(volume) - axis.share(from) < NARROWEST_STEP {
            continue;
        }
        let before = (volume, at(volume * (1.0 - 1e-9)).1);
        let after = (volume, at(volume * (1.0 + 1e-9)).1);
        bend(curve, start, before, 0, &mut points);
        if after.1 != before.1 {
            points.push(after);
        }
        (from, start) = (volume, after);
    }
    bend(curve, start, at(axis.high()), 0, &mut points);
    points.retain(|(_, cost)| !cost.is_nan());
    points
}

/// Adds the points after `start` up to `end`, more of them where the curve bends.
fn bend(curve: &Sampled<'_>, start: (f64, f64), end: (f64, f64), depth: u32, points: &mut Vec<(f64, f64)>) {
    let middle = libm::sqrt(start.0 * end.0);
    let cost = (curve.cost)(middle);
    let positive = start.1 > 0.0 && end.1 > 0.0 && cost > 0.0;
    let straight = libm::sqrt(start.1) * libm::sqrt(end.1);
    let off = if positive { libm::fabs(libm::log10(cost / straight)) } else { libm::fabs(cost - straight) };
    let inside = middle > start.0 && middle < end.0;
    if inside && depth < DEEPEST && (off > TOLERANCE || depth < 2 && off > TOLERANCE / 4.0) {
        bend(curve, start, (middle, cost), depth + 1, points);
        bend(curve, (middle, cost), end, depth + 1, points);
    } else {
        points.push(end);
    }
}
