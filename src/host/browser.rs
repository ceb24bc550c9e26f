//! In a browser, or wherever JavaScript is. It holds no rule.

use js_sys::{Array, JSON, JsString, Number, Reflect, decode_uri_component, encode_uri_component, escape};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::Unread;
use crate::json::{Json, to_text};

pub fn parse(text: &str, depth: usize) -> Result<Json, Unread> {
    from_js(&JSON::parse(text).map_err(|_| Unread::NotJson(None))?, depth)
}

/// Plain data of JavaScript, down to a depth; NaN and infinities stay what they are.
///
/// # Errors
/// Nested too deep, or no plain data: a function, a symbol, an object that throws when it is read.
pub fn from_js(value: &JsValue, depth: usize) -> Result<Json, Unread> {
    let deeper = depth.checked_sub(1).ok_or(Unread::TooDeep)?;
    if value.is_undefined() || value.is_null() {
        Ok(Json::Null)
    } else if let Some(yes) = value.as_bool() {
        Ok(Json::Bool(yes))
    } else if let Some(number) = value.as_f64() {
        Ok(Json::Number(number))
    } else if let Some(text) = value.as_string() {
        Ok(Json::Text(text))
    } else if let Some(list) = value.dyn_ref::<Array>() {
        list.iter().map(|item| from_js(&item, deeper)).collect::<Result<_, _>>().map(Json::List)
    } else if value.is_object() {
        let keys = Reflect::own_keys(value).map_err(|_| Unread::NotJson(None))?;
        let pair = |key: JsValue| {
            let item = Reflect::get(value, &key).map_err(|_| Unread::NotJson(None))?;
            Ok((key.as_string().ok_or(Unread::NotJson(None))?, from_js(&item, deeper)?))
        };
        keys.iter().map(pair).collect::<Result<_, _>>().map(Json::Object)
    } else {
        Err(Unread::NotJson(None))
    }
}

/// Plain objects, arrays and `null`: what `JSON.parse` would make of the text.
pub fn to_js<T: Serialize>(value: &T) -> JsValue {
    JSON::parse(&to_text(value)).unwrap_or(JsValue::NULL)
}

pub fn number(text: &str) -> f64 {
    Number::parse_float(text)
}

pub fn text(value: f64) -> String {
    // Whole numbers look the same in every language, and most numbers of a page are whole.
    if libm::trunc(value) == value && libm::fabs(value) < 1e15 {
        return (value as i64).to_string();
    }
    Number::from(value).to_string_with_radix(10).map(String::from).unwrap_or_default()
}

pub fn upper(text: &str) -> String {
    JsString::from(text).to_upper_case().into()
}

pub fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    fn atob(letters: &str) -> Result<JsString, JsValue>;
    #[wasm_bindgen(catch)]
    fn btoa(bytes: &JsString) -> Result<String, JsValue>;
    /// Each percent sign with two digits becomes one letter.
    fn unescape(text: &JsString) -> JsString;
}

// The browser's pair works on texts whose letters are bytes, and in the alphabet with + and /.
pub fn to_base64(text: &str) -> String {
    let letters = btoa(&unescape(&encode_uri_component(text))).unwrap_or_default();
    swapped(letters.trim_end_matches('='), [b'+', b'/'], [b'-', b'_'])
}

pub fn from_base64(letters: &str) -> Option<String> {
    let bytes = atob(&swapped(letters, [b'-', b'_'], [b'+', b'/'])).ok()?;
    decode_uri_component(&String::from(escape(&String::from(bytes)))).ok().map(String::from)
}

fn swapped(text: &str, from: [u8; 2], to: [u8; 2]) -> String {
    let mut swapped = String::new();
    for byte in text.bytes() {
        let byte = if byte == from[0] {
            to[0]
        } else if byte == from[1] {
            to[1]
        } else {
            byte
        };
        swapped.push(char::from(byte));
    }
    swapped
}
