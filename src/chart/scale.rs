//! The axes as drawing sees them, logarithmic or linear: where a value lies, and which values carry a tick.
//!
//! Both charts are drawn on one kind of coordinates. What a tick says and how many fit is decided in `frame`.

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use std::ops::Range;

use super::axis::{LARGEST, LogAxis, MAX_TICKS, round_above};
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

    fn next_step(&self) -> f64 {
        if self.months {
            let named = [2.0, 3.0, 6.0, 12.0].into_iter().find(|step| *step > self.step);
            named.unwrap_or(self.step + 12.0)
        } else {
            round_above(self.step * 1.5)
        }
    }

    fn ticks(&self) -> Vec<f64> {
        let last = libm::floor(self.high / self.step + 1e-9) as u32;
        (0..=last).map(|tick| f64::from(tick) * self.step).collect()
    }
}

/// An axis of either kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Axis {
    /// Equal ways multiply.
    Log(LogAxis),
    /// Equal ways add.
    Linear(LinearAxis),
}

impl Axis {
    /// The first value.
    #[must_use]
    pub fn low(&self) -> f64 {
        match self {
            Self::Log(axis) => axis.low(),
            Self::Linear(_) => 0.0,
        }
    }

    /// The last value.
    #[must_use]
    pub fn high(&self) -> f64 {
        match self {
            Self::Log(axis) => axis.high(),
            Self::Linear(axis) => axis.high,
        }
    }

    /// Whether a value is on the axis.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        (self.low()..=self.high()).contains(&value)
    }

    /// Where a value lies: 0 at the first end, 1 at the last.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        self.unclamped_share(value).within(0.0, 1.0)
    }

    /// The same without the clamp, for lines that leave the plot.
    #[must_use]
    pub fn unclamped_share(&self, value: f64) -> f64 {
        match self {
            Self::Log(axis) => axis.unclamped_share(value),
            Self::Linear(_) if value.is_nan() => -1.0,
            Self::Linear(axis) => (value / axis.high).within(-1e3, 1e3),
        }
    }

    /// The value at a place between 0 and 1.
    #[must_use]
    pub fn value(&self, share: f64) -> f64 {
        match self {
            Self::Log(axis) => axis.value(share),
            Self::Linear(axis) => share.within(0.0, 1.0) * axis.high,
        }
    }

    /// The values that carry a tick.
    #[must_use]
    pub fn ticks(&self) -> Vec<f64> {
        match self {
            Self::Log(axis) => axis.ticks(),
            Self::Linear(axis) => axis.ticks(),
        }
    }

    /// The same axis with no more ticks than this.
    #[must_use]
    pub fn with_at_most(self, ticks: usize) -> Self {
        match self {
            Self::Log(axis) => Self::Log(axis.with_at_most(ticks)),
            Self::Linear(axis) => Self::Linear(axis.with_at_most(ticks)),
        }
    }
}

impl From<LogAxis> for Axis {
    fn from(axis: LogAxis) -> Self {
        Self::Log(axis)
    }
}

/// What plotters needs of an axis.
impl Ranged for Axis {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, value: &f64, limit: (i32, i32)) -> i32 {
        let (from, to) = (f64::from(limit.0), f64::from(limit.1));
        libm::round(from + self.share(*value) * (to - from)) as i32
    }

    fn key_points<Hint: KeyPointHint>(&self, _: Hint) -> Vec<f64> {
        self.ticks()
    }

    fn range(&self) -> Range<f64> {
        self.low()..self.high()
    }
}
