//! JSON as an untyped tree: what came in, before anything is believed of it.
//!
//! Unlike `serde_json::Value` it keeps numbers that JSON cannot hold (NaN from JavaScript, 1e400 from text), so that
//! the scenario's parser can refuse them at their field. It knows nothing of scenarios.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;
use std::fmt;

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
        let raw: &RawValue = serde_json::from_str(text).map_err(|error| {
            Problem::new("", ProblemKind::Syntax, text::problem::syntax(error.line(), error.column()))
        })?;
        Self::from_raw(raw, MAX_DEPTH).ok_or_else(too_big)
    }

    /// `None`: nested too deep.
    fn from_raw(raw: &RawValue, depth: usize) -> Option<Self> {
        let depth = depth.checked_sub(1)?;
        let text = raw.get();
        Some(match text.as_bytes().first() {
            Some(b'{') => {
                let Pairs(pairs) = serde_json::from_str(text).ok()?;
                let read = pairs.into_iter().map(|(key, raw)| Some((key, Self::from_raw(raw, depth)?)));
                Self::Object(read.collect::<Option<_>>()?)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
                Self::List(items.into_iter().map(|raw| Self::from_raw(raw, depth)).collect::<Option<_>>()?)
            }
            Some(b'"') => Self::Text(serde_json::from_str(text).ok()?),
            Some(b't') => Self::Bool(true),
            Some(b'f') => Self::Bool(false),
            Some(b'n') | None => Self::Null,
            // A number beyond f64 becomes an infinity here and is refused by the field it stands in.
            Some(_) => Self::Number(text.parse().unwrap_or(f64::NAN)),
        })
    }

    /// The tree of anything that serialises.
    #[must_use]
    pub fn of<T: Serialize>(value: &T) -> Self {
        Self::from_text(&to_text(value)).unwrap_or_default()
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

    /// Whether every number in it can be written as JSON.
    #[must_use]
    pub fn is_finite(&self) -> bool {
        match self {
            Json::Number(number) => number.is_finite(),
            Json::List(items) => items.iter().all(Self::is_finite),
            Json::Object(pairs) => pairs.iter().all(|(_, value)| value.is_finite()),
            Json::Null | Json::Bool(_) | Json::Text(_) => true,
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
    let mut bytes = Vec::new();
    let mut serializer = serde_json::Serializer::with_formatter(&mut bytes, LikeJavaScript);
    match value.serialize(&mut serializer) {
        Ok(()) => String::from_utf8(bytes).unwrap_or_default(),
        Err(_) => String::from("null"), // only maps with keys that are not text can fail, and there are none
    }
}

/// JSON text for people, indented by two spaces.
#[must_use]
pub fn to_pretty_text<T: Serialize>(value: &T) -> String {
    serde_json::to_string_pretty(&Json::of(value)).unwrap_or_default()
}

struct LikeJavaScript;

impl serde_json::ser::Formatter for LikeJavaScript {
    fn write_f64<W: ?Sized + std::io::Write>(&mut self, writer: &mut W, value: f64) -> std::io::Result<()> {
        writer.write_all(ryu_js::Buffer::new().format(value).as_bytes())
    }
}

/// An object with its keys in order, doubles included.
struct Pairs<'a>(Vec<(String, &'a RawValue)>);

impl<'de> serde::Deserialize<'de> for Pairs<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PairsVisitor;
        impl<'de> Visitor<'de> for PairsVisitor {
            type Value = Pairs<'de>;
            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Pairs(pairs))
            }
        }
        deserializer.deserialize_map(PairsVisitor)
    }
}

/// Reads a tree from any self-describing source (a JavaScript value), down to the given depth.
#[derive(Clone, Copy)]
pub struct Depth(pub usize);

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Json;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("plain data")
    }
    fn visit_unit<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_none<E: Error>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        self.deserialize(deserializer)
    }
    fn visit_bool<E: Error>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }
    fn visit_i64<E: Error>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }
    fn visit_u64<E: Error>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value as f64))
    }
    fn visit_f64<E: Error>(self, value: f64) -> Result<Json, E> {
        Ok(Json::Number(value))
    }
    fn visit_str<E: Error>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let inner = self.deeper()?;
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(inner)? {
            list.push(item);
        }
        Ok(Json::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let inner = self.deeper()?;
        let mut pairs = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            pairs.push((key, map.next_value_seed(inner)?));
        }
        Ok(Json::Object(pairs))
    }
}

impl Depth {
    fn deeper<E: Error>(self) -> Result<Self, E> {
        self.0.checked_sub(1).map(Self).ok_or_else(|| E::custom(text::problem::too_big(MAX_BYTES, MAX_DEPTH)))
    }
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
