//! The review as one all-day event (RFC 5545), with everything in its text that would bring it forward.
//!
//! Its identity and stamp come from the day that is handed in and the title, so that the same input gives the same file,
//! and a later one does not replace an earlier one by mistake.

use super::content::{colophon, review, title, trigger, triggers};
use super::markdown::on_one_line;
use crate::decision::RuleId;
use crate::report::Report;
use crate::scenario::{IsoDate, Scenario};
use crate::text;

/// Longest line in octets, without its end.
const LINE: usize = 75;

/// The calendar file.
pub fn review_file(scenario: &Scenario, report: &Report, today: &IsoDate) -> String {
    let (day, _) = review(scenario, report, today);
    let title = on_one_line(title(scenario));
    let until: Vec<String> =
        triggers(report).filter(|until| until.trigger != RuleId::M7).map(|until| trigger(scenario, until)).collect();
    let headline = text::answer::headline(&scenario.labels, report);
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        format!("PRODID:-//ai-build-vs-buy//{}//EN", env!("CARGO_PKG_VERSION")),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}-{}@ai-build-vs-buy", compact(today), crate::share::check(&title)),
        format!("DTSTAMP:{}T000000Z", compact(today)),
        format!("DTSTART;VALUE=DATE:{}", compact(&day)),
        format!("SUMMARY:{}", escape(&text::memo::event(&title))),
        format!("DESCRIPTION:{}", escape(&text::memo::event_text(&headline, &until, &colophon(scenario, report)))),
        "TRANSP:TRANSPARENT".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

/// A day as `20261124`.
fn compact(day: &IsoDate) -> String {
    day.as_str().replace('-', "")
}

/// Text as a value: what the format uses is escaped, line ends are `\n`.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => safe.extend(['\\', letter]),
            '\n' => safe.push_str("\\n"),
            other if other.is_control() => safe.push(' '),
            other => safe.push(other),
        }
    }
    safe
}

/// A line with its end, folded where it is too long; no character is torn apart.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut used = 0;
    for letter in line.chars() {
        if used + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            used = 1;
        }
        out.push(letter);
        used += letter.len_utf8();
    }
    out + "\r\n"
}
