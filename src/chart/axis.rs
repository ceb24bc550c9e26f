//! Logarithmic axes: which stretch is shown, which decades carry a tick, and how a tick is written.
//!
//! Only `libm` is used, so that a chart is the same on every platform; plotters' own `LogCoord` is not. What lies off
//! an axis is clamped to its end. No pixel and no colour lives here.

use crate::format::{Units, plain, pointed};
use crate::host;
use crate::order::Within;

/// Most ticks on one axis.
pub const MAX_TICKS: usize = 6;

const SMALLEST: f64 = 1e-9;
pub(super) const LARGEST: f64 = 1e30;

/// A logarithmic axis with at least two decades to name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogAxis {
    low: f64,
    high: f64,
    log_low: f64,
    log_high: f64,
    tick_step: u32,
}

impl LogAxis {
    /// An axis between two values. Ends that cannot be drawn are corrected; an axis with fewer than two powers of ten
    /// is widened to the nearest ones.
    #[must_use]
    pub fn new(low: f64, high: f64) -> Self {
        let usable = |value: f64, otherwise: f64| {
            if value.is_nan() || value <= 0.0 { otherwise } else { value.within(SMALLEST, LARGEST) }
        };
        let high = usable(high, 10.0);
        let low = usable(low, high / 1000.0).within(SMALLEST, LARGEST);
        let (mut low, mut high) = if low <= high { (low, high) } else { (high, low) };
        if inner_decades(low, high).count() < 2 {
            low = power(libm::floor(libm::log10(low) + 1e-9) as i32);
            high = power(libm::ceil(libm::log10(high) - 1e-9) as i32).max(low * 10.0);
        }
        let (log_low, log_high) = (libm::log10(low), libm::log10(high));
        Self { low, high, log_low, log_high, tick_step: 1 }.with_at_most(MAX_TICKS)
    }

    /// The same axis with ticks so far apart that there are no more than this.
    #[must_use]
    pub fn with_at_most(mut self, ticks: usize) -> Self {
        let most = ticks.clamp(1, MAX_TICKS);
        while self.ticks().len() > most && self.tick_step < 64 {
            self.tick_step += 1;
        }
        self
    }

    /// The first value.
    #[must_use]
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The last value.
    #[must_use]
    pub fn high(&self) -> f64 {
        self.high
    }

    /// Whether a value is on the axis.
    #[must_use]
    pub fn contains(&self, value: f64) -> bool {
        (self.low..=self.high).contains(&value)
    }

    /// Where a value lies: 0 at the first end, 1 at the last.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        self.unclamped_share(value).within(0.0, 1.0)
    }

    /// The same without the clamp, for lines that leave the plot. Nothing and less lie one axis below it.
    #[must_use]
    pub fn unclamped_share(&self, value: f64) -> f64 {
        if value.is_nan() || value <= 0.0 {
            return -1.0;
        }
        ((libm::log10(value.min(f64::MAX)) - self.log_low) / (self.log_high - self.log_low)).within(-1e3, 1e3)
    }

    /// The value at a place between 0 and 1.
    #[must_use]
    pub fn value(&self, share: f64) -> f64 {
        let share = share.within(0.0, 1.0);
        libm::pow(10.0, self.log_low + share * (self.log_high - self.log_low)).within(self.low, self.high)
    }

    /// The powers of ten that carry a tick.
    #[must_use]
    pub fn ticks(&self) -> Vec<f64> {
        inner_decades(self.low, self.high).step_by(self.tick_step as usize).map(power).collect()
    }
}

fn inner_decades(low: f64, high: f64) -> std::ops::RangeInclusive<i32> {
    let first = libm::ceil(libm::log10(low) - 1e-9) as i32;
    let last = libm::floor(libm::log10(high) + 1e-9) as i32;
    first..=last
}

/// A power of ten, exact where a float can be.
fn power(exponent: i32) -> f64 {
    if exponent >= 0 { libm::pow(10.0, f64::from(exponent)) } else { 1.0 / libm::pow(10.0, f64::from(-exponent)) }
}

/// The stretch of volume to show.
///
/// `max_volume` is the end of the axis where the user gave one. Otherwise the axis ends at the power of ten above three
/// times the last crossing; it begins two to three decades below the first one. The reader's volume is always on it.
/// While crossings exist, moving `here` inside the range does not change the range.
#[must_use]
pub fn volume_range(max_volume: Option<f64>, crossings: &[f64], here: Option<f64>) -> (f64, f64) {
    let sound = |value: &f64| value.is_finite() && *value > 0.0;
    let here = here.filter(sound).map(|value| value.within(1.0, 1e15));
    let max_volume = max_volume.filter(sound).map(|value| value.within(10.0, 1e15));
    let mut marks: Vec<f64> = crossings.iter().copied().filter(sound).map(|value| value.min(1e15)).collect();
    if let Some(end) = max_volume {
        marks.retain(|volume| *volume <= end);
    }
    let first = marks.iter().copied().fold(f64::INFINITY, f64::min);
    let last = marks.iter().copied().fold(0.0, f64::max);
    let (mut low, mut high) = if marks.is_empty() {
        let middle = here.unwrap_or(1e5);
        let end = max_volume.unwrap_or(decade_above(middle) * 100.0);
        (decade_below(middle.min(end) / 100.0), end)
    } else {
        (decade_below(first / 100.0), max_volume.unwrap_or(decade_above(last * 3.0)))
    };
    if let Some(volume) = here {
        low = low.min(decade_below(volume));
        high = if volume > high { decade_above(volume) } else { high };
    }
    low = low.max(1.0);
    (low, high.max(low * 10.0))
}

/// The stretch of cost to show: all of the values, rounded outwards, and no more than ten decades of them.
#[must_use]
pub fn cost_range(costs: impl IntoIterator<Item = f64>) -> (f64, f64) {
    let sound = costs.into_iter().filter(|cost| cost.is_finite() && *cost > 0.0);
    let (low, high) = sound.fold((f64::INFINITY, 0.0_f64), |(low, high), cost| (low.min(cost), high.max(cost)));
    if high <= 0.0 {
        return (1.0, 1000.0);
    }
    let low = low.max(high / 1e10);
    let (low, high) = (round_below(low * 0.98), round_above(high * 1.15));
    if high / low < 100.0 { (decade_below(low), decade_above(high)) } else { (low, high) }
}

fn decade_below(value: f64) -> f64 {
    power(libm::floor(libm::log10(value.within(SMALLEST, LARGEST)) + 1e-9) as i32)
}

fn decade_above(value: f64) -> f64 {
    power(libm::ceil(libm::log10(value.within(SMALLEST, LARGEST)) - 1e-9) as i32)
}

/// The nearest of 1, 2, 5, 10 … at or below.
fn round_below(value: f64) -> f64 {
    let decade = decade_below(value);
    [5.0, 2.0].into_iter().map(|step| step * decade).find(|step| *step <= value).unwrap_or(decade)
}

/// The nearest of 1, 2, 5, 10 … at or above.
pub(super) fn round_above(value: f64) -> f64 {
    let decade = decade_below(value);
    [1.0, 2.0, 5.0].into_iter().map(|step| step * decade).find(|step| *step >= value).unwrap_or(decade * 10.0)
}

/// A number to three significant digits.
#[must_use]
pub fn three_digits(value: f64) -> f64 {
    if !value.is_finite() || value <= 0.0 {
        return 0.0;
    }
    let exponent = libm::floor(libm::log10(value) + 1e-12) as i32 - 2;
    if exponent >= 0 {
        libm::round(value / power(exponent)) * power(exponent)
    } else {
        libm::round(value * power(-exponent)) / power(-exponent)
    }
}

/// A number as people write it on an axis: `97.9`, `10k`, `2.37M`; `1e-9` only where zeros would be counted.
#[must_use]
pub fn short(value: f64) -> String {
    let value = three_digits(value);
    if value <= 0.0 {
        return "0".to_owned();
    }
    if !(0.000_000_999..1e15).contains(&value) {
        let exponent = libm::floor(libm::log10(value) + 1e-9) as i32;
        let digits = three_digits(value / power(exponent));
        return format!("{}e{exponent}", pointed(&host::text(digits)));
    }
    let named = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")].into_iter().find(|(unit, _)| value >= *unit);
    let (unit, suffix) = named.unwrap_or((1.0, ""));
    format!("{}{suffix}", pointed(&host::text(three_digits(value / unit))))
}

/// A whole number with its thousands separated: `500,000`.
#[must_use]
pub fn full(value: f64) -> String {
    if !value.is_finite() || !(100.0..1e15).contains(&value) {
        return short(value);
    }
    plain(libm::round(value))
}

/// An amount as people write it on an axis, with the currency's sign where it has one.
#[must_use]
pub fn short_money(currency: &str, amount: f64) -> String {
    let units = Units { currency, unit: "" };
    let sign = if amount < 0.0 { "-" } else { "" };
    let figure = short(libm::fabs(amount));
    [sign, &if units.symbol().is_some() { units.priced(&figure) } else { figure }].concat()
}

/// The sign of a currency, where it has a common one.
#[must_use]
pub fn currency_sign(currency: &str) -> Option<&'static str> {
    Units { currency, unit: "" }.symbol()
}
