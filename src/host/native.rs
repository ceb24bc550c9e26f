//! Outside a browser. It holds no rule.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Unread;
use crate::json::Json;

pub fn parse(text: &str, depth: usize) -> Result<Json, Unread> {
    let raw: &RawValue =
        serde_json::from_str(text).map_err(|error| Unread::NotJson(Some((error.line(), error.column()))))?;
    read(raw, depth).ok_or(Unread::TooDeep)
}

pub fn number(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

pub fn text(value: f64) -> String {
    ryu_js::Buffer::new().format(value).to_owned()
}

pub fn upper(text: &str) -> String {
    text.to_uppercase()
}

pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

pub fn to_base64(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(text)
}

pub fn from_base64(letters: &str) -> Option<String> {
    String::from_utf8(URL_SAFE_NO_PAD.decode(letters).ok()?).ok()
}

/// `None`: nested too deep.
fn read(raw: &RawValue, depth: usize) -> Option<Json> {
    let depth = depth.checked_sub(1)?;
    let text = raw.get();
    Some(match text.as_bytes().first() {
        Some(b'{') => {
            let Pairs(pairs) = serde_json::from_str(text).ok()?;
            let read = pairs.into_iter().map(|(key, raw)| Some((key, read(raw, depth)?)));
            Json::Object(read.collect::<Option<_>>()?)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
            Json::List(items.into_iter().map(|raw| read(raw, depth)).collect::<Option<_>>()?)
        }
        Some(b'"') => Json::Text(serde_json::from_str(text).ok()?),
        Some(b't') => Json::Bool(true),
        Some(b'f') => Json::Bool(false),
        Some(b'n') | None => Json::Null,
        Some(_) => Json::Number(number(text)),
    })
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
