//! The three floors that the article gives for the data that training from scratch takes, on one logarithmic scale (I09).
//!
//! A picture's data, not part of the report: it follows from one number of the scenario.

use super::factor::{LARGE_EXAMPLES, MASSIVE_EXAMPLES, SIGNIFICANT_EXAMPLES};
use super::rule::RuleId;

/// Ends of the scale, in examples.
const SCALE: (f64, f64) = (100.0, 10_000_000.0);

/// One floor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Floor {
    /// Where it is said.
    pub rule: RuleId,
    /// How many examples.
    pub examples: f64,
    /// Its place on the scale, 0 to 1.
    pub at: f64,
    /// Whether the reader holds as many; `null` while that is not known.
    pub reached: Option<bool>,
}

/// The floors, and the reader's own number.
#[derive(Clone, Debug, PartialEq)]
pub struct Floors {
    /// From the lowest to the strict one (Q3b).
    pub floors: Vec<Floor>,
    /// Place of the reader's number on the scale, held at its ends.
    pub yours_at: Option<f64>,
}

fn place(examples: f64) -> f64 {
    let (low, high) = SCALE;
    (libm::log10(examples.max(low) / low) / libm::log10(high / low)).min(1.0)
}

/// Places the floors and the reader's number.
#[must_use]
pub fn floors(examples: Option<f64>) -> Floors {
    let floor = |(rule, at_least): (RuleId, f64)| Floor {
        rule,
        examples: at_least,
        at: place(at_least),
        reached: examples.map(|examples| examples >= at_least),
    };
    let said = [(RuleId::ACu6, SIGNIFICANT_EXAMPLES), (RuleId::D4, LARGE_EXAMPLES), (RuleId::Q3b, MASSIVE_EXAMPLES)];
    Floors { floors: said.into_iter().map(floor).collect(), yours_at: examples.map(place) }
}
