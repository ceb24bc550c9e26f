//! Values to text and back, by whoever does it best: the browser where this runs in one, `serde_json` and the standard
//! library elsewhere. Both give the same results; only here does the engine know where it runs.
//!
//! The browser's own functions cost no bytes, the libraries' about 50 KB of WebAssembly. Its parser keeps the last of two
//! equal keys, which the native one reports as a problem, and names no line when text is not JSON.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as here;
#[cfg(not(target_arch = "wasm32"))]
use native as here;

#[cfg(target_arch = "wasm32")]
pub use browser::{from_js, to_js};

use crate::json::Json;

/// Why a value was not read.
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

/// A text in capital letters.
#[must_use]
pub fn upper(text: &str) -> String {
    here::upper(text)
}

/// A text in small letters.
#[must_use]
pub fn lower(text: &str) -> String {
    here::lower(text)
}

/// A text in the letters of RFC 4648, part 5, without padding: safe in addresses.
#[must_use]
pub fn to_base64(text: &str) -> String {
    here::to_base64(text)
}

/// The text again; `None` where the letters are not that.
#[must_use]
pub fn from_base64(letters: &str) -> Option<String> {
    here::from_base64(letters)
}
