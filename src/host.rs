//! Text to values and numbers to text, by whoever does it best: the browser where this runs in one, `serde_json` and the
//! standard library elsewhere. Both give the same results; only here does the engine know where it runs.
//!
//! The browser's own functions cost no bytes, the libraries' about 40 KB of WebAssembly. Its parser keeps the last of two
//! equal keys, which the native one reports as a problem, and names no line when text is not JSON.

use crate::json::Json;

/// Why text was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is not JSON; line and column, where they are known.
    NotJson(Option<(usize, usize)>),
    /// It is nested deeper than allowed.
    TooDeep,
}

/// Reads JSON text down to a depth.
///
/// # Errors
/// Text that is not JSON, or nested too deep.
pub fn parse(text: &str, depth: usize) -> Result<Json, Unread> {
    here::parse(text, depth)
}

/// Reads a decimal number; beyond f64 it becomes an infinity, which the field it stands in refuses.
#[must_use]
pub fn number(text: &str) -> f64 {
    here::number(text)
}

/// A finite number as JavaScript writes it: the shortest digits that read back as the same number, with an exponent
/// below 1e-6 and from 1e21 on.
#[must_use]
pub fn text(value: f64) -> String {
    here::text(value + 0.0)
}

#[cfg(target_arch = "wasm32")]
mod here {
    use serde::de::DeserializeSeed;

    use super::Unread;
    use crate::json::{Depth, Json};

    pub fn parse(text: &str, depth: usize) -> Result<Json, Unread> {
        let value = js_sys::JSON::parse(text).map_err(|_| Unread::NotJson(None))?;
        Depth(depth).deserialize(serde_wasm_bindgen::Deserializer::from(value)).map_err(|_| Unread::TooDeep)
    }

    pub fn number(text: &str) -> f64 {
        js_sys::Number::parse_float(text)
    }

    pub fn text(value: f64) -> String {
        js_sys::Number::from(value).to_string_with_radix(10).map(String::from).unwrap_or_default()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod here {
    use std::fmt;

    use serde::de::{Deserializer, MapAccess, Visitor};
    use serde_json::value::RawValue;

    use super::Unread;
    use crate::json::Json;

    pub fn parse(text: &str, depth: usize) -> Result<Json, Unread> {
        let raw: &RawValue =
            serde_json::from_str(text).map_err(|error| Unread::NotJson(Some((error.line(), error.column()))))?;
        tree(raw, depth).ok_or(Unread::TooDeep)
    }

    pub fn number(text: &str) -> f64 {
        text.parse().unwrap_or(f64::NAN)
    }

    pub fn text(value: f64) -> String {
        let size = value.abs();
        if value == 0.0 || (1e-6..1e21).contains(&size) {
            return value.to_string();
        }
        let text = format!("{value:e}");
        if size < 1.0 { text } else { text.replace('e', "e+") }
    }

    /// `None`: nested too deep.
    fn tree(raw: &RawValue, depth: usize) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        let text = raw.get();
        Some(match text.as_bytes().first() {
            Some(b'{') => {
                let Pairs(pairs) = serde_json::from_str(text).ok()?;
                let read = pairs.into_iter().map(|(key, raw)| Some((key, tree(raw, depth)?)));
                Json::Object(read.collect::<Option<_>>()?)
            }
            Some(b'[') => {
                let items: Vec<&RawValue> = serde_json::from_str(text).ok()?;
                Json::List(items.into_iter().map(|raw| tree(raw, depth)).collect::<Option<_>>()?)
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
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn numbers_are_written_as_javascript_does(bits in proptest::num::u64::ANY) {
            let value = f64::from_bits(bits);
            if value.is_finite() {
                assert_eq!(text(value), ryu_js::Buffer::new().format(value));
            }
        }
    }
}
