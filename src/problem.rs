//! What is wrong with an input: one shape for the page, the JavaScript interface and the command line.
//!
//! A problem names its field by path and the range that is allowed there. It does not decide what to do about it.

use deserr::{DeserializeError, ErrorKind, IntoValue, MergeWithError, ValueKind, ValuePointerRef};
use schemars::JsonSchema;
use serde::Serialize;
use std::ops::ControlFlow;

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

impl Problems {
    /// Another kind of value stands where `wanted` should.
    #[must_use]
    pub fn wrong_type(location: ValuePointerRef<'_>, found: ValueKind, wanted: &str) -> Self {
        let message = text::problem::wrong_type(wanted, kind_name(found));
        Problem::new(path_of(location), ProblemKind::WrongType, message).into()
    }

    /// A word that is not one of the choices.
    #[must_use]
    pub fn unknown_value(location: ValuePointerRef<'_>, given: &str, accepted: &[&str]) -> Self {
        let message = text::problem::unknown_value(given, accepted);
        Problem::new(path_of(location), ProblemKind::UnknownValue, message).into()
    }

    /// A field that has to be there.
    #[must_use]
    pub fn missing(location: ValuePointerRef<'_>, name: &str) -> Self {
        Problem::new(path_of(location), ProblemKind::Missing, text::problem::missing(name)).into()
    }

    /// A conflict between fields, named at one of them.
    #[must_use]
    pub fn conflict(location: ValuePointerRef<'_>, message: impl Into<String>) -> Self {
        Problem::new(path_of(location), ProblemKind::Conflict, message).into()
    }
}

/// `a.b[2].c` for a place in a JSON value.
#[must_use]
pub fn path_of(location: ValuePointerRef<'_>) -> String {
    match location {
        ValuePointerRef::Origin => String::new(),
        ValuePointerRef::Key { key, prev } => {
            let parent = path_of(*prev);
            if parent.is_empty() { key.to_owned() } else { format!("{parent}.{key}") }
        }
        ValuePointerRef::Index { index, prev } => format!("{}[{index}]", path_of(*prev)),
    }
}

fn kind_name(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Null => "nothing",
        ValueKind::Boolean => "true or false",
        ValueKind::Integer | ValueKind::NegativeInteger | ValueKind::Float => "a number",
        ValueKind::String => "text",
        ValueKind::Sequence => "a list",
        ValueKind::Map => "an object",
    }
}

impl MergeWithError<Problems> for Problems {
    fn merge(self_: Option<Self>, other: Problems, _: ValuePointerRef<'_>) -> ControlFlow<Self, Self> {
        let mut all = self_.unwrap_or_default();
        all.0.extend(other.0);
        ControlFlow::Continue(all)
    }
}

impl DeserializeError for Problems {
    fn error<V: IntoValue>(
        self_: Option<Self>,
        error: ErrorKind<'_, V>,
        location: ValuePointerRef<'_>,
    ) -> ControlFlow<Self, Self> {
        let path = path_of(location);
        let problem = match error {
            ErrorKind::IncorrectValueKind { actual, accepted } => {
                let wanted = accepted.first().map_or("another value", |kind| kind_name(*kind));
                let message = text::problem::wrong_type(wanted, kind_name(actual.kind()));
                Problem::new(path, ProblemKind::WrongType, message)
            }
            ErrorKind::MissingField { field } => {
                Problem::new(path_of(location.push_key(field)), ProblemKind::Missing, text::problem::missing(field))
            }
            ErrorKind::UnknownKey { key, accepted } => {
                let message = text::problem::unknown_field(key, &nearest(key, accepted));
                Problem::new(path_of(location.push_key(key)), ProblemKind::UnknownField, message)
            }
            ErrorKind::UnknownValue { value, accepted } => {
                let message = text::problem::unknown_value(value, accepted);
                Problem::new(path, ProblemKind::UnknownValue, message)
            }
            ErrorKind::BadSequenceLen { expected, .. } => {
                Problem::new(path, ProblemKind::WrongType, text::problem::list_length(expected))
            }
            ErrorKind::Unexpected { msg } => Problem::new(path, ProblemKind::Conflict, msg),
        };
        Self::merge(self_, problem.into(), location)
    }
}

/// The known names that the given one was probably meant to be.
fn nearest(given: &str, known: &[&str]) -> Vec<String> {
    let given: String = given.chars().take(40).collect();
    let mut scored: Vec<(f64, &str)> = known
        .iter()
        .map(|name| (strsim::jaro_winkler(&given.to_lowercase(), &name.to_lowercase()), *name))
        .filter(|(score, _)| *score >= 0.8)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored.into_iter().take(1).map(|(_, name)| name.to_owned()).collect()
}
