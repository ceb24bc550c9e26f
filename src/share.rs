//! Share tokens: a scenario as one short word for links, `VERSION.DATA.CHECK`.
//!
//! DATA is the scenario's JSON in base64 for addresses, without everything that the parser puts back by itself. CHECK is
//! made of all that stands before it, so that a link that was cut off or changed is told from a whole one. A token is not
//! secret, and it holds nothing but the scenario.

use crate::host;
use crate::json::{Json, to_text};
use crate::problem::{Problem, ProblemKind, Problems};
use crate::scenario::{self, Scenario};
use crate::text;

/// The version of tokens that is written and read.
const VERSION: &str = "1";
/// What a token begins with.
const BEGIN: &str = "1.";
/// What stands before the check.
const END: &str = ".";
/// Letters of the check: 32 bits, five in each.
const CHECK: usize = 7;
/// Most times that a smaller scenario is tried while one is made small; plenty for anything typed by hand.
const MAX_TRIES: usize = 300;

/// A scenario as a token.
#[must_use]
pub fn encode(scenario: &Scenario) -> String {
    let token = [BEGIN, &host::to_base64(&to_text(&minimal(scenario))), END].concat();
    let check = check(&token);
    token + &check
}

/// The scenario of a token.
///
/// # Errors
/// The token was cut off or changed, it has another version, or what it holds is not a scenario.
pub fn decode(token: &str) -> Result<Scenario, Problems> {
    let token = token.trim();
    if let Some(json) = data(token).and_then(host::from_base64) {
        return scenario::read_text(&json);
    }
    let other = is_token(token) && token != VERSION && !token.starts_with(BEGIN);
    let (kind, message) = if other {
        (ProblemKind::UnsupportedSchema, text::problem::LINK_VERSION)
    } else {
        (ProblemKind::BrokenLink, text::problem::BROKEN_LINK)
    };
    Err(Problem::new("", kind, message).into())
}

/// Reads a scenario from JSON text, or from a token.
///
/// # Errors
/// Every problem found, each at its field.
pub fn read_text(text: &str) -> Result<Scenario, Problems> {
    if is_token(text.trim()) { decode(text) } else { scenario::read_text(text) }
}

/// A token begins with the number of its version; no scenario in JSON begins with a digit.
fn is_token(text: &str) -> bool {
    text.as_bytes().first().is_some_and(u8::is_ascii_digit)
}

/// The data of a whole token of this version.
fn data(token: &str) -> Option<&str> {
    let end = token.len().checked_sub(CHECK)?;
    let whole = token.starts_with(BEGIN) && check(token.get(..end)?) == token.get(end..)?;
    token.get(BEGIN.len()..end.checked_sub(END.len())?).filter(|_| whole)
}

/// A check (FNV-1a) that differs for any change of one letter.
pub(crate) fn check(text: &str) -> String {
    let mut hash: u32 = 0x811c_9dc5;
    for byte in text.bytes() {
        hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    }
    let mut letters = String::new();
    for _ in 0..CHECK {
        let low = (hash & 31) as u8;
        letters.push(char::from(if low < 26 { b'a' + low } else { b'2' + low - 26 }));
        hash >>= 5;
    }
    letters
}

/// The scenario without everything that the parser puts back by itself; the parser is asked, so nothing is lost.
fn minimal(scenario: &Scenario) -> Json {
    let blank = Json::of(&Scenario::blank());
    let mut small = Small { scenario, json: Json::of(scenario), tries: MAX_TRIES };
    loop {
        let mut spare = Vec::new();
        spares(&small.json, Some(&blank), &mut 0, &mut spare);
        let before = small.json.clone();
        small.drop(&spare);
        if small.json == before {
            return before;
        }
    }
}

struct Small<'a> {
    scenario: &'a Scenario,
    json: Json,
    tries: usize,
}

impl Small<'_> {
    /// Drops as many of these places as can go: all, or else each half by itself. The later half goes first, so that the
    /// numbers of the places before it still hold.
    fn drop(&mut self, places: &[usize]) {
        if places.is_empty() || self.tries == 0 {
            return;
        }
        self.tries -= 1;
        let smaller = without(&self.json, places, &mut 0);
        if scenario::read(&smaller).is_ok_and(|read| read == *self.scenario) {
            self.json = smaller;
        } else if places.len() > 1 {
            let (first, second) = places.split_at(places.len() / 2);
            self.drop(second);
            self.drop(first);
        }
    }
}

/// The places of values that may go without loss, counted in the order of the text: nothing, what is empty, and what is
/// the same in the blank scenario.
fn spares(json: &Json, blank: Option<&Json>, place: &mut usize, spare: &mut Vec<usize>) {
    let Json::Object(pairs) = json else { return };
    for (key, value) in pairs {
        let blank = match blank {
            Some(Json::Object(pairs)) => pairs.iter().find(|(name, _)| name == key).map(|(_, value)| value),
            _ => None,
        };
        let here = *place;
        *place += 1;
        let empty = match value {
            Json::Null => true,
            Json::List(items) => items.is_empty(),
            Json::Object(pairs) => pairs.is_empty(),
            Json::Bool(_) | Json::Number(_) | Json::Text(_) => false,
        };
        if empty || blank == Some(value) {
            spare.push(here);
        }
        spares(value, blank, place, spare);
    }
}

/// A copy without the values at some places.
fn without(json: &Json, places: &[usize], place: &mut usize) -> Json {
    let Json::Object(pairs) = json else { return json.clone() };
    let mut kept = Vec::new();
    for (key, value) in pairs {
        let here = *place;
        *place += 1;
        let value = without(value, places, place);
        if places.binary_search(&here).is_err() {
            kept.push((key.clone(), value));
        }
    }
    Json::Object(kept)
}
