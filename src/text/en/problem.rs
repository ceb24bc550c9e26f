//! What is wrong with an input, said plainly.

use crate::format::plain;
use crate::problem::ProblemKind;
use crate::units::OutOfRange;

/// A number that was refused.
#[must_use]
pub fn out_of_range(refused: OutOfRange, given: f64) -> String {
    let (min, max) = (plain(refused.min), plain(refused.max));
    match refused.kind {
        ProblemKind::NotFinite => {
            format!("This number is too large to work with. Use a number between {min} and {max}.")
        }
        ProblemKind::NotWhole => format!("Must be a whole number between {min} and {max}. You gave {}.", plain(given)),
        _ => format!("Must be between {min} and {max}. You gave {}.", plain(given)),
    }
}

/// Another kind of value stands where `wanted` should.
#[must_use]
pub fn wrong_type(wanted: &str, found: &str) -> String {
    format!("Expected {wanted}, found {found}.")
}

/// A required field is not there.
#[must_use]
pub fn missing(field: &str) -> String {
    format!("“{field}” is missing.")
}

/// A key that the scenario does not have.
#[must_use]
pub fn unknown_field(key: &str, nearest: Option<&str>) -> String {
    let key: String = key.chars().take(60).collect();
    match nearest {
        Some(name) => format!("There is no field “{key}”. Did you mean “{name}”?"),
        None => format!("There is no field “{key}”."),
    }
}

/// A key that stands twice.
#[must_use]
pub fn double_field(key: &str) -> String {
    let key: String = key.chars().take(60).collect();
    format!("“{key}” stands here twice.")
}

/// A word that is not one of the choices.
#[must_use]
pub fn unknown_value(given: &str, accepted: &[&str]) -> String {
    let given: String = given.chars().take(60).collect();
    format!("“{given}” is not one of the choices: {}.", accepted.join(", "))
}

/// A list of the wrong length.
#[must_use]
pub fn list_length(expected: usize) -> String {
    format!("Expected a list of {expected}.")
}

/// Text that is not JSON; line and column where the reading stopped, if they are known.
#[must_use]
pub fn syntax(place: Option<(usize, usize)>) -> String {
    match place {
        Some((line, column)) => format!("This is not JSON: the reading stopped at line {line}, column {column}."),
        None => "This is not JSON.".to_owned(),
    }
}

/// Text that is too long or nested too deep.
#[must_use]
pub fn too_big(bytes: usize, depth: usize) -> String {
    format!("Too much to read: at most {} characters and {depth} levels.", plain(bytes as f64))
}

/// A text longer than its field.
#[must_use]
pub fn text_too_long(max: usize) -> String {
    format!("At most {max} characters.")
}

/// A later version of the format.
#[must_use]
pub fn unsupported_schema(known: u32) -> String {
    format!("This version reads schema {known} only.")
}

/// A range for something that is not a number of the scenario.
#[must_use]
pub fn no_such_number(path: &str) -> String {
    let path: String = path.chars().take(100).collect();
    format!("“{path}” is not a number of this scenario.")
}

/// A link to something that has no range.
#[must_use]
pub fn no_such_range(path: &str) -> String {
    let path: String = path.chars().take(100).collect();
    format!("“{path}” has no range, so nothing can be linked to it.")
}

/// A list that is too long.
#[must_use]
pub fn too_many_lines(max: usize) -> String {
    format!("At most {max} entries.")
}

/// A preset that does not exist.
#[must_use]
pub fn unknown_preset(given: &str, known: &[&str]) -> String {
    let given: String = given.chars().take(60).collect();
    format!("There is no example “{given}”. There are: {}.", known.join(", "))
}

/// One-off costs with nothing to spread them over.
pub const NOTHING_TO_SPREAD_OVER: &str = "Must be at least 1 month while there are one-off costs.";
/// Retraining that costs money without an interval.
pub const NO_INTERVAL: &str = "Must be at least 0.03 months (a day) while retraining costs something.";
/// A machine that costs money and serves nothing.
pub const NO_CAPACITY: &str = "A machine that costs money must serve at least one unit a month.";
/// Tiers out of order.
pub const TIERS_RISE: &str = "Tiers must rise, and only the last one is open-ended.";
/// A lognormal range from zero or below.
pub const STARTS_ABOVE_ZERO: &str =
    "A skewed (lognormal) range starts above zero: “One in ten below” must be more than 0.";
/// Ends of a lognormal range out of order.
pub const TENTHS_RISE: &str = "“One in ten below” must not be more than “One in ten above”.";
/// Ends of a range out of order.
pub const LOWEST_LIKELIEST: &str = "“Lowest” must not be more than “Likeliest”.";
/// Ends of a range out of order.
pub const LIKELIEST_HIGHEST: &str = "“Likeliest” must not be more than “Highest”.";
/// Ends of a range out of order.
pub const LOWEST_HIGHEST: &str = "“Lowest” must not be more than “Highest”.";
/// A link of a number with itself, or a second link between the same two.
pub const LINKED_TWICE: &str = "Link two different numbers, and each two of them once.";
/// Links that no joint distribution has.
pub const LINKS_CONTRADICT: &str = "These links contradict each other: if the first moves with the second and the second with the third, the first cannot move against the third. Weaken one of them.";
/// N1 without anything left.
pub const NOTHING_ALLOWED: &str = "At least one approach must be allowed.";
/// Not a day.
pub const NOT_A_DATE: &str = "Expected a day such as 2026-11-24.";

/// Typed text that is not a number.
#[must_use]
pub fn not_a_number(typed: &str) -> String {
    let shown: String = typed.trim().chars().take(30).collect();
    let cut = if typed.trim().chars().count() > 30 { "…" } else { "" };
    let example = crate::format::plain(1250.5);
    format!("“{shown}{cut}” is not a number. Write it like {example} or 10k; leave the field empty if you do not know.")
}

/// A JavaScript value that is not plain data, or nested too deep.
pub const NOT_PLAIN_DATA: &str =
    "A scenario is plain data: objects, lists, texts, numbers, true, false and null, at most 32 levels deep.";

/// A share token that was cut off or changed.
pub const BROKEN_LINK: &str = "This link was cut off. Ask whoever sent it for a new one.";
/// A share token of another version.
pub const LINK_VERSION: &str = "This link was made by another version of this page, which this one cannot read.";

/// A scenario that was asked for from outside could not be had or is none: its first problem, at its field.
#[must_use]
pub fn not_shown(reason: &str) -> String {
    format!("The scenario that was asked for cannot be shown; this is another one. {reason}")
}
