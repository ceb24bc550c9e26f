//! The words on the chart over time, in English, the only language. Figures come in as text.

use super::super::words::{option, option_within};
use crate::approach::OptionId;

/// Who has paid for its dearer start, in two lengths.
pub(super) fn pays_back(investment: OptionId, over: OptionId, wide: bool) -> String {
    let verb = if wide { "pays back vs" } else { "vs" };
    format!("{} {verb} {}", option(investment), option_within(over))
}

/// A month.
pub(super) fn month(month: u32) -> String {
    format!("month {month}")
}

/// Moving to another option.
pub(super) fn move_in(to: OptionId) -> String {
    format!("Move to {}", option_within(to))
}
