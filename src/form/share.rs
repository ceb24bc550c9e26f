//! Shares of a whole, which people enter as percentages and the scenario holds from 0 to 1.

use super::number;
use crate::format::{plain, round_significant};
use crate::json::Json;
use crate::problem::ProblemKind;

/// The scenario's value for a typed percentage; nothing typed is unknown.
///
/// # Errors
/// Text that is not a number by the grammar of `number`.
pub fn stored(typed: &str) -> Result<Json, ProblemKind> {
    Ok(number::parse(typed)?.map_or(Json::Null, |percent| Json::Number(percent / 100.0)))
}

/// The percentage as it is shown in its field.
#[must_use]
pub fn entered(share: Option<f64>) -> String {
    share.map(|share| plain(round_significant(share * 100.0, 12))).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_comes_back_as_it_was_typed() {
        for typed in ["89", "0.5", "100", ""] {
            let share = match stored(typed) {
                Ok(Json::Number(share)) => Some(share),
                _ => None,
            };
            assert_eq!(entered(share), typed);
        }
        assert_eq!(stored("high"), Err(ProblemKind::NotANumber));
    }
}
