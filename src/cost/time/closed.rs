//! Closed forms of part 5.5 for money that changes by the same share every month.
//!
//! A change is relative and per month, above -1; the ratio of two months is `q = 1 + change`. The view itself adds month by
//! month, because tiers and whole machines have no closed form; tests hold the two against each other.

/// The change of a bill whose volume and price both change: `(1 + g)(1 + c) - 1`, exact near zero.
#[must_use]
pub fn combined(growth: f64, price_change: f64) -> f64 {
    growth + price_change + growth * price_change
}

/// The growth of the volume that keeps the bill as it is while the price changes.
#[must_use]
pub fn growth_to_offset(price_change: f64) -> f64 {
    -price_change / (1.0 + price_change)
}

/// `S(T)`: the sum of so many months; `first` is the money of month 1.
#[must_use]
pub fn cumulative(first: f64, change: f64, months: f64) -> f64 {
    let sum = libm::expm1(months * libm::log1p(change)) / change;
    first * if change == 0.0 { months } else { sum }
}

/// The present value of the same months at a discount rate per month, each paid at its end.
#[must_use]
pub fn present_value(first: f64, change: f64, rate: f64, months: f64) -> f64 {
    cumulative(first, (change - rate) / (1.0 + rate), months) / (1.0 + rate)
}

/// `t*`: when money that starts at `first` reaches a level, counted from month 1, which may lie within a month. `None` where
/// it never does, or is there at month 1 or before.
#[must_use]
pub fn crossing_month(first: f64, change: f64, level: f64) -> Option<f64> {
    if first <= 0.0 || level <= 0.0 || first == level || change == 0.0 {
        return None;
    }
    let month = 1.0 + libm::log(level / first) / libm::log1p(change);
    (month > 1.0 && month.is_finite()).then_some(month)
}

/// Months in which a level saving pays back what was paid once. `None` where nothing is saved.
#[must_use]
pub fn payback_months(upfront: f64, saving_per_month: f64) -> Option<f64> {
    (saving_per_month > 0.0).then(|| upfront / saving_per_month).filter(|months| months.is_finite())
}
