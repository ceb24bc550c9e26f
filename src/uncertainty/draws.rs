//! From the ranges of a scenario to drawn numbers: shapes by their parameters, an order for each input, links between
//! inputs. It knows no costs.

use ai_build_vs_buy_numerics::{Column, Grid, Shape, cholesky, dealt, exp, shuffled};

use super::model::{Limits, Numbers, Place};
use crate::named::Named;
use crate::order;
use crate::scenario::{Spread, Uncertainty as Given};
use crate::units::Quantity;

/// Draws where the scenario does not say (ours).
pub const DEFAULT_SAMPLES: f64 = 10_000.0;
/// Seed where the scenario does not say (ours).
pub const DEFAULT_SEED: f64 = 1.0;
/// The standard normal quantile of nine in ten.
const Z90: f64 = 1.281_551_565_544_600_4;

/// The distribution of a range; `None` for one without width, which is a number.
#[must_use]
pub fn shape(spread: &Spread) -> Option<Shape> {
    let [low, high] = spread.ends();
    (low < high).then(|| match spread {
        Spread::Lognormal { p10, p90 } => {
            let (low, high) = (libm::log(p10.get()), libm::log(p90.get()));
            Shape::Lognormal { mu: (low + high) / 2.0, sigma: (high - low) / (2.0 * Z90) }
        }
        Spread::Pert { min, mode, max } => Shape::Pert { min: min.get(), mode: mode.get(), max: max.get() },
        Spread::Triangular { min, mode, max } => Shape::Triangular { min: min.get(), mode: mode.get(), max: max.get() },
        Spread::Uniform { min, max } => Shape::Uniform { min: min.get(), max: max.get() },
    })
}

/// The mean of a range.
#[must_use]
pub fn mean(spread: &Spread) -> f64 {
    let [low, high] = spread.ends();
    match (shape(spread), spread) {
        (Some(Shape::Lognormal { mu, sigma }), _) => exp(mu + sigma * sigma / 2.0),
        (_, Spread::Pert { mode, .. }) => (low + 4.0 * mode.get() + high) / 6.0,
        (_, Spread::Triangular { mode, .. }) => (low + mode.get() + high) / 3.0,
        _ => low + (high - low) / 2.0,
    }
}

/// What stands for a number that the scenario leaves blank but gives a range: the median, the mode or the middle.
#[must_use]
pub fn centre(spread: &Spread) -> f64 {
    let [low, high] = spread.ends();
    match spread {
        Spread::Lognormal { .. } if low < high => (low * high).sqrt(),
        Spread::Pert { mode, .. } | Spread::Triangular { mode, .. } => mode.get(),
        _ => low + (high - low) / 2.0,
    }
}

/// A number that changes when any byte of a text does (FNV-1a).
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Everything that is drawn, input by input as it is asked for.
pub struct Draws<'a> {
    ranges: &'a Named<Spread>,
    grid: Grid,
    seed: u64,
    normals: Vec<f64>,
    linked: Vec<(&'a str, Vec<u32>)>,
    /// Inputs that were asked for; those without width have no order.
    pub used: Vec<(&'a str, Option<Vec<u32>>)>,
}

impl<'a> Draws<'a> {
    /// The draws of a scenario's ranges.
    pub fn new(given: &'a Given) -> Self {
        let samples = given.samples.map_or(DEFAULT_SAMPLES, Quantity::get) as u32;
        let seed = given.seed.map_or(DEFAULT_SEED, Quantity::get) as u64;
        let grid = Grid::new(samples, seed);
        let wanted = |spread: &Spread| matches!(shape(spread), Some(Shape::Lognormal { .. }));
        let links = given.linked();
        let normals = if !links.is_empty() || given.ranges.values().any(wanted) { grid.normals() } else { Vec::new() };
        let mut draws = Self { ranges: &given.ranges, grid, seed, normals, linked: Vec::new(), used: Vec::new() };
        draws.link(given, &links);
        draws
    }

    /// How many draws.
    pub fn count(&self) -> usize {
        self.grid.draws()
    }

    fn order(&self, path: &str) -> Vec<u32> {
        shuffled(self.grid.draws() as u32, self.seed, fingerprint(path))
    }

    /// Orders of linked inputs: the ranks of correlated normal numbers, so that each input keeps its own slices.
    fn link(&mut self, given: &'a Given, links: &[&'a str]) {
        let Some(lower) = cholesky(&given.normal_correlations(links)) else { return };
        let own: Vec<Vec<f64>> =
            links.iter().map(|path| dealt(&self.normals, &self.order(path), (f64::MIN, f64::MAX), false)).collect();
        for (path, weights) in links.iter().zip(&lower) {
            let mut sum = vec![0.0; self.count()];
            for (normals, weight) in own.iter().zip(weights) {
                sum.iter_mut().zip(normals).for_each(|(sum, normal)| *sum += weight * normal);
            }
            self.linked.push((path, ranked(&sum)));
        }
    }

    /// The number at a place: drawn where it has a range, else as it stands.
    pub fn look(&mut self, place: Place<'_>, given: Option<f64>, limits: &Limits) -> Option<Numbers> {
        let range = self.ranges.iter().find(|(path, _)| place.is(path));
        let Some((path, spread)) = range else { return given.map(Column::Constant) };
        let Some(shape) = shape(spread) else {
            self.used.push((path, None));
            return Some(Column::Constant(spread.ends()[0]));
        };
        let linked =
            self.linked.iter_mut().find(|(linked, _)| linked == path).map(|(_, slices)| std::mem::take(slices));
        let slices = linked.unwrap_or_else(|| self.order(path));
        let rising = shape.quantiles(self.grid, &self.normals);
        let numbers = dealt(&rising, &slices, (limits.min, limits.max), limits.whole);
        self.used.push((path, Some(slices)));
        Some(Column::drawn(numbers))
    }
}

/// The rank of each number, from 0.
fn ranked(numbers: &[f64]) -> Vec<u32> {
    let places = order::by((0..numbers.len()).collect(), |place| numbers.get(*place).copied().unwrap_or_default());
    let mut ranks = vec![0; numbers.len()];
    for (place, rank) in places.into_iter().zip(0..) {
        if let Some(slot) = ranks.get_mut(place) {
            *slot = rank;
        }
    }
    ranks
}
