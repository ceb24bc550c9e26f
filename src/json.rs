//! JSON as an untyped tree: what came in, before anything is believed of it.
//!
//! Unlike `serde_json::Value` it keeps numbers that JSON cannot hold (NaN from JavaScript, 1e400 from text), so that
//! the scenario's parser can refuse them at their field. It knows nothing of scenarios.

use serde::{Serialize, Serializer};

use crate::host::{self, Unread};
use crate::problem::{Problem, ProblemKind};
use crate::text;

/// Longest text that is read, in bytes.
pub const MAX_BYTES: usize = 1_000_000;
/// Deepest nesting that is read.
pub const MAX_DEPTH: usize = 32;

/// A JSON value; objects keep the order and the doubles of what was written.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Json {
    /// `null`
    #[default]
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number, perhaps not finite.
    Number(f64),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads JSON text.
    ///
    /// # Errors
    /// Text that is not JSON, too long or nested too deep.
    pub fn from_text(text: &str) -> Result<Self, Problem> {
        let too_big = || Problem::new("", ProblemKind::TooBig, text::problem::too_big(MAX_BYTES, MAX_DEPTH));
        if text.len() > MAX_BYTES {
            return Err(too_big());
        }
        host::parse(text, MAX_DEPTH).map_err(|unread| match unread {
            Unread::NotJson(place) => Problem::new("", ProblemKind::Syntax, text::problem::syntax(place)),
            Unread::TooDeep => too_big(),
        })
    }

    /// The tree of anything that serialises.
    #[must_use]
    pub fn of<T: Serialize>(value: &T) -> Self {
        host::tree(value)
    }

    /// What kind of value this is, in words.
    #[must_use]
    pub fn kind_name(&self) -> &'static str {
        match self {
            Json::Null => "nothing",
            Json::Bool(_) => "true or false",
            Json::Number(_) => "a number",
            Json::Text(_) => "text",
            Json::List(_) => "a list",
            Json::Object(_) => "an object",
        }
    }

    /// The value at a path such as `options.api.price.amount`.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Json> {
        path.split('.').try_fold(self, |json, key| match json {
            Json::Object(pairs) => pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        })
    }

    /// Puts a value at a path; objects on the way are made where they are missing.
    pub fn set(&mut self, path: &str, value: Json) {
        let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
        if !matches!(self, Json::Object(_)) {
            *self = Json::Object(Vec::new());
        }
        if let Json::Object(pairs) = self {
            let place = pairs.iter().position(|(name, _)| name == key).unwrap_or_else(|| {
                pairs.push((key.to_owned(), Json::Null));
                pairs.len() - 1
            });
            if let Some((_, slot)) = pairs.get_mut(place) {
                match rest {
                    Some(rest) => slot.set(rest, value),
                    None => *slot = value,
                }
            }
        }
    }
}

/// Writes JSON text as JavaScript's `JSON.stringify` does, so that native and browser give the same bytes.
#[must_use]
pub fn to_text<T: Serialize>(value: &T) -> String {
    host::to_text(value)
}

impl Serialize for Json {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(value) => serializer.serialize_bool(*value),
            Json::Number(value) => serializer.serialize_f64(*value),
            Json::Text(value) => serializer.serialize_str(value),
            Json::List(items) => serializer.collect_seq(items),
            Json::Object(pairs) => serializer.collect_map(pairs.iter().map(|(key, value)| (key, value))),
        }
    }
}

impl schemars::JsonSchema for Json {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PlainData".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!(true)
    }
}
