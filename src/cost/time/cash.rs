//! One option's money by month, as far ahead as anything looks.
//!
//! Volumes are not rounded, but for what growing through floats adds to a whole one; tiers and whole machines are read off
//! the same curves as everywhere. Two options are not compared here.

use ai_build_vs_buy_numerics::snapped;

use super::LONGEST_HORIZON;
use super::closed::combined;
use crate::cost::structure::{Parts, paid_once};
use crate::scenario::CostStructure;

/// Money that changes by the same share every month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Steady {
    /// Money of month 1.
    pub first: f64,
    /// Relative change per month.
    pub change: f64,
}

/// What one option takes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Cash {
    /// Paid once, at month 0.
    pub upfront: f64,
    /// The cost of delay, at month 0.
    pub delay: Option<f64>,
    /// Money of each month, from month 1 to the longest horizon.
    pub monthly: Vec<f64>,
    /// The months in closed form, where they have one.
    pub steady: Option<Steady>,
}

impl Cash {
    /// The money of an option whose volume and prices change every month.
    pub fn new(
        parts: &Parts,
        structure: &CostStructure,
        delay: Option<f64>,
        volume: f64,
        growth: f64,
        price_change: f64,
    ) -> Self {
        let unmoved = parts.unmoved();
        let (mut volume_now, mut level) = (volume, 1.0);
        let mut monthly = Vec::new();
        for _ in 0..LONGEST_HORIZON {
            monthly.push(unmoved + level * parts.moved(snapped(volume_now)));
            volume_now *= 1.0 + growth;
            level *= 1.0 + price_change;
        }
        let steady = parts.straight().and_then(|(fixed, slope)| {
            steady([(slope * volume, combined(growth, price_change)), (fixed, price_change), (unmoved, 0.0)])
        });
        Self { upfront: paid_once(structure), delay, monthly, steady }
    }

    /// What stands at month 0.
    pub fn at_start(&self) -> f64 {
        self.upfront + self.delay.unwrap_or(0.0)
    }

    /// Money from the start to the end of each month, month 0 first.
    pub fn cumulative(&self) -> Vec<f64> {
        sums(self.at_start(), &self.monthly)
    }

    /// The same money at its present value, paid at the end of each month.
    pub fn present_value(&self, months: usize, rate: f64) -> f64 {
        let mut factor = 1.0;
        self.monthly.iter().take(months).fold(self.at_start(), |sum, money| {
            factor /= 1.0 + rate;
            sum + money * factor
        })
    }
}

/// A start, the start and the first, the start and the first two …
pub(super) fn sums(start: f64, amounts: &[f64]) -> Vec<f64> {
    let mut sum = start;
    let mut sums = vec![start];
    for amount in amounts {
        sum += amount;
        sums.push(sum);
    }
    sums
}

/// Parts that all change alike are one; parts of no money do not count.
fn steady(parts: [(f64, f64); 3]) -> Option<Steady> {
    let mut sum = Steady { first: 0.0, change: 0.0 };
    for (first, change) in parts.into_iter().filter(|(first, _)| *first != 0.0) {
        if sum.first != 0.0 && sum.change != change {
            return None;
        }
        sum = Steady { first: sum.first + first, change };
    }
    Some(sum)
}
