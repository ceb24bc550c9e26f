//! Latin hypercube draws: each input gets one value out of each of n equally likely slices, in an order of its own.
//!
//! The order comes from PCG32, one stream for each input, so that a further input leaves the others as they are.

use rand_core::Rng;
use rand_pcg::Pcg32;

use crate::shape::normal_quantile;
use crate::within;

/// A number that changes in all its bits with each bit of the input (the finaliser of SplitMix64).
fn mixed(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// The probabilities at which all inputs are read: one in each slice, moved by one random share of a slice.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    draws: u32,
    shift: f64,
}

impl Grid {
    /// The grid of a seed.
    #[must_use]
    pub fn new(draws: u32, seed: u64) -> Self {
        let bits = Pcg32::new(mixed(seed), 0).next_u32();
        Self { draws, shift: (f64::from(bits) + 0.5) / 4_294_967_296.0 }
    }

    /// How many.
    #[must_use]
    pub fn draws(self) -> usize {
        self.draws as usize
    }

    /// The probabilities, rising.
    pub fn shares(self) -> impl Iterator<Item = f64> {
        let draws = f64::from(self.draws);
        (0..self.draws).map(move |slice| (f64::from(slice) + self.shift) / draws)
    }

    /// The standard normal quantiles at them.
    #[must_use]
    pub fn normals(self) -> Vec<f64> {
        self.shares().map(normal_quantile).collect()
    }
}

/// The numbers of all slices in a random order (Fisher and Yates).
#[must_use]
pub fn shuffled(draws: u32, seed: u64, stream: u64) -> Vec<u32> {
    let mut random = Pcg32::new(mixed(seed ^ mixed(stream)), stream);
    let mut slices: Vec<u32> = (0..draws).collect();
    for place in (1..draws).rev() {
        let other = (u64::from(random.next_u32()) * u64::from(place + 1)) >> 32;
        slices.swap(place as usize, other as usize);
    }
    slices
}

/// Rising numbers, one for each slice, in the order of the slices; held to bounds, and whole where only that makes sense.
#[must_use]
pub fn dealt(rising: &[f64], slices: &[u32], (min, max): (f64, f64), whole: bool) -> Vec<f64> {
    let number = |slice: &u32| {
        let number = rising.get(*slice as usize).copied().unwrap_or(min);
        within(if whole { number.round_ties_even() } else { number }, min, max)
    };
    slices.iter().map(number).collect()
}

/// The lower triangle L with L Lᵀ equal to a correlation matrix (row by row, without the upper half); `None` where no
/// joint normal has it.
#[must_use]
pub fn cholesky(matrix: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let mut lower: Vec<Vec<f64>> = Vec::with_capacity(matrix.len());
    for (row, given) in matrix.iter().enumerate() {
        let mut line: Vec<f64> = Vec::with_capacity(row + 1);
        for (above, value) in lower.iter().zip(given) {
            let rest = value - above.iter().zip(&line).map(|(a, b)| a * b).sum::<f64>();
            let pivot = above.last().copied().unwrap_or_default();
            if pivot > 0.0 {
                line.push(rest / pivot);
            } else if rest.abs() <= 1e-9 {
                line.push(0.0);
            } else {
                return None;
            }
        }
        let square = given.get(row)? - line.iter().map(|a| a * a).sum::<f64>();
        if square < -1e-9 {
            return None;
        }
        line.push(if square > 1e-12 { square.sqrt() } else { 0.0 });
        lower.push(line);
    }
    Some(lower)
}
