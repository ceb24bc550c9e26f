//! The decision as documents to take away: a one-page memo and a decision record (MADR 4.0) in Markdown, the costs as a
//! table (CSV), a calendar file for the review.
//!
//! Everything comes from the scenario and its report; the words are in `text::memo`. There is no clock here: the day on
//! which a document is made is handed in, so that the same input gives the same bytes. A scenario's own day of the decision
//! comes before it.

mod calendar;
pub mod content;
pub mod csv;
pub mod markdown;
mod record;

use crate::report::Report;
use crate::scenario::{IsoDate, Scenario};

/// Longest name of a file, without its ending.
const LONGEST_STEM: usize = 48;

/// Kinds of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The memo, in Markdown.
    Markdown,
    /// A decision record by MADR 4.0, in Markdown.
    Madr,
    /// The costs by volume as comma-separated values.
    Csv,
    /// The review as a calendar event (RFC 5545).
    Calendar,
}

impl Format {
    /// All kinds with their names in the JavaScript interface.
    pub const NAMED: [(&'static str, Self); 4] =
        [("markdown", Self::Markdown), ("madr", Self::Madr), ("csv", Self::Csv), ("calendar", Self::Calendar)];

    /// The kind of a name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().find(|(known, _)| *known == name).map(|(_, format)| format)
    }
}

/// A name for files: the title in plain lower-case letters, digits and hyphens.
#[must_use]
pub fn file_stem(scenario: &Scenario) -> String {
    let title = content::title(scenario).to_ascii_lowercase();
    let words = title.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut stem = String::new();
    for word in words {
        if stem.len() + 1 + word.len() > LONGEST_STEM {
            break;
        }
        if !stem.is_empty() {
            stem.push('-');
        }
        stem.push_str(word);
    }
    if stem.is_empty() { "decision".to_owned() } else { stem }
}

/// A document about a decision; `today` is the day on which it is made.
#[must_use]
pub fn memo(scenario: &Scenario, report: &Report, format: Format, today: &IsoDate) -> String {
    match format {
        Format::Markdown => markdown::memo(&content::memo(scenario, report, today)),
        Format::Madr => record::record(scenario, report, today),
        Format::Csv => csv::costs(scenario, report),
        Format::Calendar => calendar::review_file(scenario, report, today),
    }
}
