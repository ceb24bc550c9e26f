//! What is wrong with an input: one shape for the page, the JavaScript interface and the command line.
//!
//! A problem names its field by path and the range that is allowed there. It does not decide what to do about it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::text;
use crate::units::OutOfRange;

/// Kinds of problem, by the name that the interface uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ProblemKind {
    /// The text is not JSON.
    Syntax,
    /// The text or its nesting is beyond what is read.
    TooBig,
    /// Another kind of value is wanted here.
    WrongType,
    /// Nothing typed where a number is needed.
    Empty,
    /// Not a number.
    NotANumber,
    /// NaN or an infinity, also a number such as 1e400.
    NotFinite,
    /// Below zero.
    Negative,
    /// Below the smallest value.
    TooSmall,
    /// Above the largest value.
    TooLarge,
    /// A fraction where only whole numbers make sense.
    NotWhole,
    /// A key that the scenario does not have.
    UnknownField,
    /// A key that stands twice.
    DuplicateField,
    /// A word that is not one of the choices.
    UnknownValue,
    /// A field that has to be there.
    Missing,
    /// Right by itself, but not together with another field.
    Conflict,
    /// A later version of the format.
    UnsupportedSchema,
    /// A preset that does not exist.
    UnknownPreset,
    /// A share token that was cut off or changed.
    BrokenLink,
}

/// One problem at one field.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Path of the field, for example `volume.perMonth`; empty for the whole.
    pub field: String,
    /// What is wrong.
    pub problem: ProblemKind,
    /// The same in a sentence for people.
    pub message: String,
    /// Smallest value allowed, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<f64>,
    /// Largest value allowed, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<f64>,
}

impl Problem {
    /// A problem without a range.
    #[must_use]
    pub fn new(field: impl Into<String>, problem: ProblemKind, message: impl Into<String>) -> Self {
        Self { field: field.into(), problem, message: message.into(), min: None, max: None }
    }

    /// A number that was refused.
    #[must_use]
    pub fn out_of_range(field: String, refused: OutOfRange, given: f64) -> Self {
        Self {
            message: text::problem::out_of_range(refused, given),
            field,
            problem: refused.kind,
            min: Some(refused.min),
            max: Some(refused.max),
        }
    }
}

/// Everything that is wrong with an input, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct Problems(pub Vec<Problem>);

impl From<Problem> for Problems {
    fn from(problem: Problem) -> Self {
        Self(vec![problem])
    }
}
