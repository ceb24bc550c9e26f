//! The map as text for two tools: OnlineWardleyMaps, and Mermaid's `wardley-beta`.
//!
//! Names come from the scenario, so anything may be in them. Quoting saves quotes, line breaks and figures; what breaks
//! OnlineWardleyMaps even inside quotes (brackets, arrows, comment marks, keywords) is written in another way. Both files
//! get the same names.

use crate::format::upper_first;
use crate::host;
use std::fmt::Write;

use super::{MapComponent, PlacedBy, centre};
use crate::scenario::{ComponentId, Scenario, Stage};
use crate::text;

/// Longest name on a map, in characters.
const MAX_NAME: usize = 40;

/// A line of OnlineWardleyMaps that begins with one of these is not a link, whatever follows. The last two make markets
/// and ecosystems.
const KEYWORDS: [&str; 23] = [
    "title",
    "style",
    "note",
    "build",
    "buy",
    "outsource",
    "component",
    "pipeline",
    "evolve",
    "evolution",
    "valuechain",
    "anchor",
    "annotation",
    "pioneers",
    "settlers",
    "townplanners",
    "submap",
    "url",
    "size",
    "accelerator",
    "deaccelerator",
    "market",
    "ecosystem",
];

/// Words that mean something wherever they stand on a line of OnlineWardleyMaps, and what is written instead.
const WORDS: [(&str, &str); 6] = [
    ("inertia", "Inertia"),
    ("evolve", "Evolve"),
    ("label ", "label-"),
    ("build", "Build"),
    ("buy", "Buy"),
    ("outsource", "Outsource"),
];

/// Names of the components, in the order of [`ComponentId::ALL`]: the scenario's, its title for the feature, else the
/// preset ones.
#[must_use]
pub fn names(scenario: &Scenario) -> [String; 8] {
    let wardley = scenario.decision.wardley.as_ref();
    ComponentId::ALL.map(|id| {
        let own = wardley.and_then(|wardley| wardley.get(id)).and_then(|placed| placed.name.as_ref());
        let title = scenario.title.as_ref().filter(|_| id == ComponentId::AiFeature);
        let given = own.map(|name| name.as_str()).or(title.map(|title| title.as_str()));
        let given = given.map(str::trim).filter(|name| !name.is_empty());
        short(given.unwrap_or_else(|| text::companions::component(id)))
    })
}

fn short(name: &str) -> String {
    if name.chars().count() <= MAX_NAME {
        return name.to_owned();
    }
    name.chars().take(MAX_NAME - 1).chain(['…']).collect()
}

/// A text without the marks that OnlineWardleyMaps acts on even inside quotes; they are written as their wide twins.
fn without_marks(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut before = ' ';
    for character in text.chars() {
        safe.push(match (before, character) {
            (_, '\n') => '\n',
            (_, '\u{feff}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => ' ',
            (_, other) if other.is_control() => ' ',
            (_, '(') => '（',
            (_, ')') => '）',
            (_, '[') => '［',
            (_, ']') => '］',
            (_, '{') => '｛',
            (_, '}') => '｝',
            (_, '<') => '＜',
            (_, '>') => '＞',
            (_, ';') => '；',
            (_, '\\') => '＼',
            (_, '\'') => '’',
            ('/', '/') => '／',
            ('/', '*') => '＊',
            ('%', '%') => '％',
            (_, other) => other,
        });
        before = character;
    }
    // Words count in lower case only, and these count anywhere on a line.
    let safe = WORDS.iter().fold(safe, |safe, (word, instead)| safe.replace(word, instead));
    let safe = safe.trim();
    // A name that opens a quote and never closes it is cut at the next blank.
    match safe.strip_prefix('"') {
        Some(rest) if safe.matches('"').count() % 2 == 1 => format!("“{rest}"),
        _ => safe.to_owned(),
    }
}

fn capitalised(text: String) -> String {
    if KEYWORDS.iter().any(|keyword| text.starts_with(keyword)) { upper_first(&text) } else { text }
}

/// How tools compare names: without case, all white space alike.
fn compared(name: &str) -> String {
    host::lower(&name.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Names that both tools read back, no two alike.
fn safe_names(scenario: &Scenario) -> Vec<String> {
    let mut safe: Vec<String> = Vec::with_capacity(ComponentId::ALL.len());
    for (id, name) in ComponentId::ALL.into_iter().zip(names(scenario)) {
        let mut name = capitalised(without_marks(&name));
        if name.is_empty() {
            name = text::companions::component(id).to_owned();
        }
        let mut unique = name.clone();
        let mut count = 1;
        while safe.iter().any(|other| compared(other) == compared(&unique)) {
            count += 1;
            unique = format!("{name}-{count}");
        }
        safe.push(unique);
    }
    safe
}

/// In quotes, with backslashes before quotes and for line breaks.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\\\"").replace('\n', "\\n"))
}

/// In quotes where OnlineWardleyMaps needs them: quotes, line breaks, figures that it would take for a target, and a
/// last word that it would take for the place of a label.
fn quoted_if_needed(name: &str) -> String {
    let figure = name.split('.').skip(1).any(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    if figure || name.contains(['"', '\n']) || name.ends_with("label") { quoted(name) } else { name.to_owned() }
}

/// The title on one line.
fn title(scenario: &Scenario) -> String {
    let given = scenario.title.as_ref().map_or("", |title| title.as_str());
    // A second “title ” on the line would cut it.
    let title = without_marks(given).replace('\n', " ").replace("title ", "Title ");
    if title.is_empty() { text::companions::MAP_TITLE.to_owned() } else { title }
}

/// A share with two decimals, and always with a point.
fn decimals(share: f64) -> String {
    format!("0.{:02}", libm::round(share * 100.0) as u32)
}

/// Writes the lines that both languages share.
#[inline(never)]
fn written(scenario: &Scenario, head: &str, quote: fn(&str) -> String, note: &str) -> String {
    let map = super::map(scenario);
    let names = safe_names(scenario);
    let named: Vec<(&MapComponent, String)> =
        map.components.iter().zip(&names).map(|(component, name)| (component, quote(name))).collect();
    let name_of = |id: ComponentId| named.iter().find(|(component, _)| component.id == id).map_or("", |named| &named.1);
    let mut out = head.to_owned();
    // Writing to a string cannot fail.
    for (component, name) in &named {
        let place = format!("[{}, {}]", decimals(component.visibility), decimals(component.evolution));
        let _ = match component.suggests {
            Some(suggests) => writeln!(out, "component {name} {place} ({})", suggests.key()),
            None => writeln!(out, "anchor {name} {place}"),
        };
    }
    for [from, to] in &map.links {
        let _ = writeln!(out, "{}->{}", name_of(*from), name_of(*to));
    }
    for (component, name) in &named {
        if let Some(target) = component.evolve {
            let _ = writeln!(out, "evolve {name} {}", decimals(centre(target)));
        }
    }
    if map.components.iter().any(|component| component.placed_by == PlacedBy::Usual) {
        let _ = writeln!(out, "note {note} [0.03, {}]", decimals(centre(Stage::Genesis)));
    }
    out
}

/// The map for OnlineWardleyMaps.
#[must_use]
pub fn wardley_owm(scenario: &Scenario) -> String {
    let head = format!("title {}\n", title(scenario));
    written(scenario, &head, quoted_if_needed, text::companions::MAP_NOTE) + "style wardley\n"
}

/// The map for Mermaid, version 11.14 and later.
#[must_use]
pub fn wardley_mermaid(scenario: &Scenario) -> String {
    let head = format!("wardley-beta\ntitle {}\n", title(scenario));
    written(scenario, &head, quoted, &quoted(text::companions::MAP_NOTE))
}
