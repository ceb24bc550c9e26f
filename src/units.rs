//! Quantities that carry their unit in their type: money, rates, volumes, shares, counts.
//!
//! Every value is finite, not negative (growth excepted) and never `-0.0`; `new` also holds the range that a
//! user may enter. Products exist only where they mean something. No currency is converted: money is in the
//! scenario's own currency label.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::ops::{Add, Mul};

use crate::json::Json;
use crate::problem::{Problem, ProblemKind, Problems};
use crate::reader::{At, FromJson};

/// Hours in an average month (8,760 / 12). Public calculators use 720 or 730, so the figure is printed with results.
pub const HOURS_PER_MONTH: f64 = 730.0;

/// The change per month that makes a change per year, by compounding and not by a twelfth (part 5.5). Both are relative
/// and above -1.
#[must_use]
pub fn per_month(yearly: f64) -> f64 {
    libm::expm1(libm::log1p(yearly) / 12.0)
}

/// The change per year that twelve changes per month make.
#[must_use]
pub fn per_year(monthly: f64) -> f64 {
    libm::expm1(libm::log1p(monthly) * 12.0)
}

/// Why a number was refused as a quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OutOfRange {
    /// What is wrong with it.
    pub kind: ProblemKind,
    /// Smallest value allowed.
    pub min: f64,
    /// Largest value allowed.
    pub max: f64,
}

/// A number with a unit and an allowed range.
pub trait Quantity: Copy + Sized {
    /// Smallest value that may be entered.
    const MIN: f64;
    /// Largest value that may be entered.
    const MAX: f64;
    /// Whether only whole numbers make sense.
    const WHOLE: bool;

    /// Checks a number; `-0.0` becomes `0.0`.
    ///
    /// # Errors
    /// Not finite, outside `MIN..=MAX`, or a fraction where only whole numbers make sense.
    fn new(value: f64) -> Result<Self, OutOfRange>;

    /// The bare number, in the unit that the type names.
    fn get(self) -> f64;
}

fn check(value: f64, min: f64, max: f64, whole: bool) -> Result<f64, OutOfRange> {
    let refuse = |kind| Err(OutOfRange { kind, min, max });
    if !value.is_finite() {
        refuse(ProblemKind::NotFinite)
    } else if value < 0.0 && min >= 0.0 {
        refuse(ProblemKind::Negative)
    } else if value < min {
        refuse(ProblemKind::TooSmall)
    } else if value > max {
        refuse(ProblemKind::TooLarge)
    } else if whole && value != libm::trunc(value) {
        refuse(ProblemKind::NotWhole)
    } else {
        Ok(value + 0.0) // -0.0 + 0.0 is 0.0
    }
}

/// Reads a number with its range; one function for all units, since each costs bytes in a browser.
#[inline(never)]
fn read(json: &Json, at: &At<'_>, problems: &mut Problems, (min, max, whole): (f64, f64, bool)) -> Option<f64> {
    let Json::Number(number) = json else { return at.wrong_type(problems, json, "a number") };
    match check(*number, min, max, whole) {
        Ok(value) => Some(value),
        Err(refused) => {
            problems.0.push(Problem::out_of_range(at.path(), refused, *number));
            None
        }
    }
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident, $min:expr, $max:expr, $whole:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl Quantity for $name {
            const MIN: f64 = $min;
            const MAX: f64 = $max;
            const WHOLE: bool = $whole;

            fn new(value: f64) -> Result<Self, OutOfRange> {
                check(value, Self::MIN, Self::MAX, Self::WHOLE).map(Self)
            }

            fn get(self) -> f64 {
                self.0
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_f64(self.0)
            }
        }

        impl FromJson for $name {
            fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
                read(json, at, problems, (Self::MIN, Self::MAX, Self::WHOLE)).map(Self)
            }
        }

        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                let kind = if Self::WHOLE { "integer" } else { "number" };
                json_schema!({ "type": kind, "minimum": Self::MIN, "maximum": Self::MAX })
            }
        }
    )+};
}

quantities! {
    /// An amount of money paid once.
    Money, 0.0, 1e12, false;
    /// Money per month.
    MoneyPerMonth, 0.0, 1e12, false;
    /// Money for one unit of volume (one prediction, call, user …).
    MoneyPerUnit, 0.0, 1e12, false;
    /// A vendor's list price: money per million tokens.
    MoneyPerMillionTokens, 0.0, 1e12, false;
    /// Money per hour, for rented machines.
    MoneyPerHour, 0.0, 1e12, false;
    /// Units of volume per month.
    UnitsPerMonth, 0.0, 1e13, true;
    /// Tokens in one call.
    TokensPerCall, 0.0, 1e9, false;
    /// Tokens a machine serves in a second, sustained.
    TokensPerSecond, 0.0, 1e9, false;
    /// Calls needed for one unit of volume.
    CallsPerUnit, 0.0, 1e6, false;
    /// Months over which a one-off cost is spread. Zero is legal only where there is nothing to spread.
    AmortisationMonths, 0.0, 600.0, true;
    /// Months that a view over time looks ahead.
    HorizonMonths, 1.0, 120.0, true;
    /// A delay or a stretch of time in months.
    Months, 0.0, 600.0, false;
    /// A deadline or a delay in weeks.
    Weeks, 0.0, 5200.0, false;
    /// Full-time people.
    Fte, 0.0, 1e6, false;
    /// Engineers on the team.
    Engineers, 0.0, 1e6, true;
    /// API providers that are integrated.
    Providers, 0.0, 1000.0, true;
    /// Labelled examples held, or collected per month.
    Examples, 0.0, 1e13, true;
    /// Machines that must run even when nobody calls.
    Replicas, 0.0, 1e6, true;
    /// A fraction of a whole, 0 to 1.
    Share, 0.0, 1.0, false;
    /// How many training runs are paid for until one is good.
    RunMultiplier, 1.0, 1000.0, false;
    /// How much above the average the busiest time is.
    PeakFactor, 1.0, 1e6, false;
    /// Relative change per month, -0.99 to 1.
    ChangePerMonth, -0.99, 1.0, false;
    /// Relative change per year, above -1.
    RatePerYear, -0.99, 10.0, false;
    /// How many random draws to make.
    Samples, 100.0, 100_000.0, true;
    /// Number from which all random draws follow.
    Seed, 0.0, 9_007_199_254_740_991.0, true;
    /// An end of a range, checked against the field it belongs to.
    Bound, -1e13, 1e13, false;
    /// A link between two inputs, -1 to 1.
    Correlation, -1.0, 1.0, false;
}

/// A result of arithmetic: finite and not negative by construction of its operands, not held to an entry range.
macro_rules! results {
    ($($left:ident $op:ident $right:ident = $out:ident by $method:ident;)+) => {$(
        impl $op<$right> for $left {
            type Output = $out;
            fn $method(self, right: $right) -> $out {
                $out($op::$method(self.0, right.0))
            }
        }
    )+};
}

results! {
    MoneyPerUnit Mul UnitsPerMonth = MoneyPerMonth by mul;
    MoneyPerMonth Add MoneyPerMonth = MoneyPerMonth by add;
    Money Add Money = Money by add;
    MoneyPerUnit Add MoneyPerUnit = MoneyPerUnit by add;
    Fte Mul MoneyPerMonth = MoneyPerMonth by mul;
    Replicas Mul MoneyPerMonth = MoneyPerMonth by mul;
}

impl MoneyPerHour {
    /// A machine rented around the clock: billed busy or idle.
    #[must_use]
    pub fn per_month(self) -> MoneyPerMonth {
        MoneyPerMonth(self.0 * HOURS_PER_MONTH)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_outside_the_range_name_what_is_wrong() {
        let cases = [
            (f64::NAN, ProblemKind::NotFinite),
            (f64::INFINITY, ProblemKind::NotFinite),
            (-1.0, ProblemKind::Negative),
            (1e14, ProblemKind::TooLarge),
            (0.5, ProblemKind::NotWhole),
        ];
        for (number, kind) in cases {
            assert_eq!(UnitsPerMonth::new(number).map_err(|refused| refused.kind), Err(kind), "{number}");
        }
    }

    #[test]
    fn negative_zero_becomes_zero() {
        assert_eq!(Money::new(-0.0).map(|money| money.get().to_bits()), Ok(0));
    }
}
