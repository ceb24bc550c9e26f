//! JSON as an untyped tree: what came in, before anything is believed of it.
//!
//! Unlike `serde_json::Value` it keeps numbers that JSON cannot hold (NaN from JavaScript, 1e400 from text), so that
//! the scenario's parser can refuse them at their field. It knows nothing of scenarios.

mod writer;

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
        host::parse(&to_text(value), MAX_DEPTH).unwrap_or_default() // what is written reads
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

    /// The value at a path such as `options.api.price.amount` or `list[2].amount`. Keys may themselves have dots.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Json> {
        if path.is_empty() {
            return Some(self);
        }
        match self {
            Json::Object(pairs) => pairs.iter().find_map(|(name, value)| value.at(below(path, name)?)),
            Json::List(items) => {
                let (index, rest) = item(path)?;
                items.get(index)?.at(rest)
            }
            _ => None,
        }
    }

    /// The number at a path, if one is there.
    #[must_use]
    pub fn number(&self, path: &str) -> Option<f64> {
        match self.at(path)? {
            Json::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The paths of all numbers and blanks at or below a path, in order, with the numbers.
    #[must_use]
    pub fn numbers(&self, path: &str) -> Vec<(String, Option<f64>)> {
        let mut found = Vec::new();
        if let Some(json) = self.at(path) {
            json.add_numbers(path, &mut found);
        }
        found
    }

    fn add_numbers(&self, path: &str, found: &mut Vec<(String, Option<f64>)>) {
        match self {
            Json::Number(number) => found.push((path.to_owned(), Some(*number))),
            Json::Null => found.push((path.to_owned(), None)),
            Json::Object(pairs) => {
                pairs.iter().for_each(|(key, value)| value.add_numbers(&[path, ".", key].concat(), found));
            }
            Json::List(items) => {
                items.iter().enumerate().for_each(|(place, item)| item.add_numbers(&format!("{path}[{place}]"), found));
            }
            Json::Bool(_) | Json::Text(_) => {}
        }
    }

    /// The pairs of the object at a path, which is made where it is missing.
    pub fn pairs_at(&mut self, path: &str) -> Option<&mut Vec<(String, Json)>> {
        if !matches!(self.at(path), Some(Json::Object(_))) {
            self.set(path, Json::Object(Vec::new()));
        }
        let mut here = self;
        for key in path.split('.') {
            let Json::Object(pairs) = here else { return None };
            here = pairs.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)?;
        }
        match here {
            Json::Object(pairs) => Some(pairs),
            _ => None,
        }
    }

    /// Puts a value at a path; objects on the way are made where they are missing, items of lists are not.
    pub fn set(&mut self, path: &str, value: Json) {
        if let Json::List(items) = self
            && let Some((index, rest)) = item(path)
        {
            match items.get_mut(index) {
                Some(slot) if rest.is_empty() => *slot = value,
                Some(slot) => slot.set(rest, value),
                None => {}
            }
            return;
        }
        if !matches!(self, Json::Object(_)) {
            *self = Json::Object(Vec::new());
        }
        let Json::Object(pairs) = self else { return };
        let longest =
            pairs.iter().enumerate().filter_map(|(place, (name, _))| Some((name.len(), place, below(path, name)?)));
        let (place, rest) = match longest.max_by_key(|(length, ..)| *length) {
            Some((_, place, rest)) => (place, rest),
            None => {
                let (key, rest) = path.split_once('.').unwrap_or((path, ""));
                pairs.push((key.to_owned(), Json::Null));
                (pairs.len() - 1, rest)
            }
        };
        if let Some((_, slot)) = pairs.get_mut(place) {
            if rest.is_empty() { *slot = value } else { slot.set(rest, value) }
        }
    }

    /// Puts a value at one key of the object at a path, whatever dots the key has; nothing takes it out.
    pub fn put(&mut self, path: &str, key: &str, value: Option<Json>) {
        let mut pairs = match self.at(path) {
            Some(Json::Object(pairs)) => pairs.clone(),
            _ => Vec::new(),
        };
        let place = pairs.iter().position(|(name, _)| name == key);
        match (value, place.and_then(|place| pairs.get_mut(place))) {
            (Some(value), Some((_, slot))) => *slot = value,
            (Some(value), None) => pairs.push((key.to_owned(), value)),
            (None, _) => pairs.retain(|(name, _)| name != key),
        }
        self.set(path, Json::Object(pairs));
    }

    /// The tree with nothing but what a path of a scenario leads through at the first two levels.
    #[must_use]
    pub fn branch(&self, path: &str) -> Json {
        let narrowed = |json: &Json, rest: &str| match json {
            Json::Object(pairs) => {
                Json::Object(pairs.iter().filter(|(name, _)| below(rest, name).is_some()).cloned().collect())
            }
            other => other.clone(),
        };
        let mut branch = narrowed(self, path);
        if let Json::Object(pairs) = &mut branch {
            for (name, value) in pairs {
                *value = narrowed(value, below(path, name).unwrap_or_default());
            }
        }
        branch
    }
}

/// What remains of a path below a key, if it leads there.
fn below<'a>(path: &'a str, key: &str) -> Option<&'a str> {
    let rest = path.strip_prefix(key)?;
    if rest.is_empty() || rest.starts_with('[') { Some(rest) } else { rest.strip_prefix('.') }
}

/// The index that a path begins with, and what remains: `[2].amount`.
fn item(path: &str) -> Option<(usize, &str)> {
    let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
    Some((index.parse().ok()?, rest.strip_prefix('.').unwrap_or(rest)))
}

/// Writes JSON text as JavaScript's `JSON.stringify` does, so that native and browser give the same bytes.
#[must_use]
pub fn to_text<T: Serialize>(value: &T) -> String {
    writer::write(value)
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
