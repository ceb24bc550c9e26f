//! The axes as drawing sees them, logarithmic or linear: where a value lies, and which values carry a tick.
//!
//! Both charts are drawn on one kind of coordinates. What a tick says and how many fit is decided in `frame`.

use plotters::coord::ranged1d::{KeyPointHint, NoDefaultFormatting, Ranged};
use std::ops::Range;

use super::axis::LogAxis;
#[cfg(feature = "page")]
use super::linear::LinearAxis;
use crate::order::Within;

/// An axis of either kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Axis {
    /// Equal ways multiply.
    Log(LogAxis),
    /// Equal ways add.
    #[cfg(feature = "page")]
    Linear(LinearAxis),
}

impl Axis {
    /// The first value.
    #[must_use]
    pub fn low(&self) -> f64 {
        match self {
            Self::Log(axis) => axis.low(),
            #[cfg(feature = "page")]
            Self::Linear(_) => 0.0,
        }
    }

    /// The last value.
    #[must_use]
    pub fn high(&self) -> f64 {
        match self {
            Self::Log(axis) => axis.high(),
            #[cfg(feature = "page")]
            Self::Linear(axis) => axis.high(),
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
            #[cfg(feature = "page")]
            Self::Linear(_) if value.is_nan() => -1.0,
            #[cfg(feature = "page")]
            Self::Linear(axis) => (value / axis.high()).within(-1e3, 1e3),
        }
    }

    /// The value at a place between 0 and 1.
    #[must_use]
    pub fn value(&self, share: f64) -> f64 {
        match self {
            Self::Log(axis) => axis.value(share),
            #[cfg(feature = "page")]
            Self::Linear(axis) => share.within(0.0, 1.0) * axis.high(),
        }
    }

    /// The values that carry a tick.
    #[must_use]
    pub fn ticks(&self) -> Vec<f64> {
        match self {
            Self::Log(axis) => axis.ticks(),
            #[cfg(feature = "page")]
            Self::Linear(axis) => axis.ticks(),
        }
    }

    /// The same axis with no more ticks than this.
    #[must_use]
    pub fn with_at_most(self, ticks: usize) -> Self {
        match self {
            Self::Log(axis) => Self::Log(axis.with_at_most(ticks)),
            #[cfg(feature = "page")]
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
