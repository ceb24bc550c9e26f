//! Linear axes from zero: how far they reach, and which values carry a tick.
//!
//! No pixel and no text lives here.

use super::axis::{LARGEST, MAX_TICKS, round_above};
use crate::order::Within;

/// A linear axis that begins at zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinearAxis {
    high: f64,
    step: f64,
    /// Ticks stand at whole months: steps of 1, 2, 3, 6, 12 … instead of 1, 2, 5, 10 …
    months: bool,
}

impl LinearAxis {
    /// An axis for amounts up to a value, which is rounded up to a tick.
    #[must_use]
    pub fn of_money(value: f64) -> Self {
        let value = if value > 0.0 { value.within(1e-9, LARGEST) } else { 1.0 };
        let step = round_above(value / 5.0);
        Self { high: libm::ceil(value / step - 1e-9) * step, step, months: false }.with_at_most(MAX_TICKS)
    }

    /// An axis for so many months.
    #[must_use]
    pub fn of_months(months: u32) -> Self {
        Self { high: f64::from(months.max(1)), step: 1.0, months: true }.with_at_most(MAX_TICKS)
    }

    /// The same axis with ticks so far apart that there are no more than this.
    #[must_use]
    pub fn with_at_most(mut self, ticks: usize) -> Self {
        let most = ticks.clamp(1, MAX_TICKS) as f64;
        while libm::floor(self.high / self.step) + 1.0 > most && self.step < self.high {
            self.step = self.next_step();
        }
        self
    }

    /// The last value.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.high
    }

    fn next_step(&self) -> f64 {
        if self.months {
            let named = [2.0, 3.0, 6.0, 12.0].into_iter().find(|step| *step > self.step);
            named.unwrap_or(self.step + 12.0)
        } else {
            round_above(self.step * 1.5)
        }
    }

    /// The values that carry a tick.
    #[must_use]
    pub fn ticks(&self) -> Vec<f64> {
        let last = libm::floor(self.high / self.step + 1e-9) as u32;
        (0..=last).map(|tick| f64::from(tick) * self.step).collect()
    }
}
