//! Loops over many draws: the one part of the engine that is built for speed instead of size.
//!
//! It is a crate of its own only because a build profile can be set for a crate, not for a module. It knows nothing of
//! scenarios or money, and uses nothing that differs between platforms: `+ - * /`, square roots and `libm`.

mod column;
mod curve;
mod draw;
mod exponential;
mod order;
mod shape;
mod summary;

pub use column::Column;
pub use curve::{Curve, Machines, Piece, costs_at, first_changes};
pub use draw::{Grid, cholesky, dealt, shuffled};
pub use exponential::exp;
pub use order::Order;
pub use shape::{Shape, normal_quantile};
pub use summary::{Cheapest, MOST_BINS, MOST_OPTIONS, binned_minimum, cheapest, mean};

/// A number kept within bounds. `f64::clamp` could panic, and brings all the code that writes floats; `max` and `min` are
/// calls in WebAssembly.
#[inline]
fn within(number: f64, low: f64, high: f64) -> f64 {
    if number < low {
        low
    } else if number > high {
        high
    } else {
        number
    }
}

/// The whole number that this one is but for rounding: 100,000 units that grow by 10 % are 110,000 and need no machine more.
#[inline]
#[must_use]
pub fn snapped(number: f64) -> f64 {
    let whole = libm::round(number);
    if libm::fabs(number - whole) <= 1e-9 * libm::fabs(number) { whole } else { number }
}
