//! Scenarios side by side.

use crate::approach::OptionId;
use crate::format::plain;

/// Panel and heading.
pub const SCENARIOS: &str = "Scenarios side by side";
/// Its finding while it is closed.
pub const FINDING: &str = "Yours beside the examples and what you saved";
/// Before the list of scenarios.
pub const CHOOSE: &str = "Beside yours";
/// The scenario on the page.
pub const YOURS: &str = "Yours, now";
/// The scenario as it was before the reader's changes.
pub const AS_LOADED: &str = "As loaded";
/// Nothing is ticked.
pub const NONE: &str = "Tick a scenario to see it beside yours.";
/// Row.
pub const VOLUME: &str = "Volume a month";
/// Heading of the rows of results.
pub const RESULTS: &str = "What comes out";
/// Column heading.
pub const COL_WHAT: &str = "What";
/// Before a cell that differs, for those who cannot see the mark.
pub const DIFFERS: &str = "differs: ";
/// No input differs.
pub const SAME: &str = "What goes in is the same in all of them.";

/// Row.
#[must_use]
pub fn cost_of(id: OptionId) -> String {
    format!("{}, a month", super::option(id))
}

/// Heading of the rows of inputs.
#[must_use]
pub fn inputs(count: usize) -> String {
    match count {
        1 => "What goes in: 1 value differs".to_owned(),
        count => format!("What goes in: {} values differ", plain(count as f64)),
    }
}
