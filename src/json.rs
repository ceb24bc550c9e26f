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

    /// The value at a path such as `options.api.price.tiers[0].amount`. The last name may hold points of its own.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<&Json> {
        match self {
            Json::Object(pairs) => {
                let of = |wanted: &str| pairs.iter().find(|(name, _)| name == wanted).map(|(_, value)| value);
                of(path).or_else(|| match Step::first(path)? {
                    (Step::Key(key), rest) if !rest.is_empty() => of(key)?.at(rest),
                    _ => None,
                })
            }
            Json::List(items) => match Step::first(path)? {
                (Step::Item(index), "") => items.get(index),
                (Step::Item(index), rest) => items.get(index)?.at(rest),
                (Step::Key(_), _) => None,
            },
            _ => None,
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

    /// Puts a value at a path; objects on the way are made where they are missing, items of a list are not.
    pub fn set(&mut self, path: &str, value: Json) {
        if let (Json::List(items), Some((Step::Item(index), rest))) = (&mut *self, Step::first(path)) {
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
        let whole = pairs.iter().any(|(name, _)| name == path);
        let (key, rest) = match Step::first(path) {
            Some((Step::Key(key), rest)) if !whole && !rest.is_empty() => (key, Some(rest)),
            _ => (path, None),
        };
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

    /// Takes out what stands at a path: a key of an object or an item of a list.
    pub fn remove(&mut self, path: &str) {
        match (self, Step::first(path)) {
            (Json::Object(pairs), Some((Step::Key(key), rest))) => {
                let whole = pairs.iter().any(|(name, _)| name == path);
                if whole || rest.is_empty() {
                    pairs.retain(|(name, _)| name != path);
                } else if let Some((_, inner)) = pairs.iter_mut().find(|(name, _)| name == key) {
                    inner.remove(rest);
                }
            }
            (Json::List(items), Some((Step::Item(index), rest))) if index < items.len() => {
                if rest.is_empty() {
                    items.remove(index);
                } else if let Some(inner) = items.get_mut(index) {
                    inner.remove(rest);
                }
            }
            _ => {}
        }
    }
}

/// One step of a path.
enum Step<'a> {
    /// Down a key of an object.
    Key(&'a str),
    /// Into a list.
    Item(usize),
}

impl<'a> Step<'a> {
    /// The first step of a path, and the path after it.
    fn first(path: &'a str) -> Option<(Self, &'a str)> {
        if let Some(inside) = path.strip_prefix('[') {
            let (index, rest) = inside.split_once(']')?;
            return Some((Step::Item(index.parse().ok()?), rest.strip_prefix('.').unwrap_or(rest)));
        }
        let end = path.find(['.', '[']).unwrap_or(path.len());
        let (key, rest) = path.split_at_checked(end)?;
        Some((Step::Key(key), rest.strip_prefix('.').unwrap_or(rest)))
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
