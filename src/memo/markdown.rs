//! Markdown (CommonMark with the tables of GitHub). Every text is escaped, ours as well as what people typed.

use super::content::{Memo, Part, Section};
use crate::scenario::IsoDate;

/// Characters that mean something within a line.
const SPECIAL: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '|', '#', '~', '&'];

/// The memo as a Markdown file.
#[must_use]
pub fn memo(memo: &Memo) -> String {
    let mut out = Writer::default();
    out.heading(1, &memo.title);
    out.paragraph(&memo.subtitle);
    out.strong(&memo.decision);
    for Section { heading, parts } in &memo.sections {
        out.heading(2, heading);
        out.parts(parts);
    }
    out.rule();
    out.paragraph(&memo.colophon);
    out.text
}

/// A text on one line, with everything escaped that Markdown would read as its own.
#[must_use]
pub fn escape(text: &str) -> String {
    let line = on_one_line(text);
    let mut safe = String::with_capacity(line.len());
    // At the start of a line a list, a heading rule or a number could begin.
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    for (place, character) in line.char_indices() {
        let begins = place == 0 && matches!(character, '-' | '+' | '=');
        let numbers = digits > 0 && place == digits && matches!(character, '.' | ')');
        if begins || numbers || SPECIAL.contains(&character) {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}

/// White space and control characters become single spaces.
#[must_use]
pub fn on_one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Writes blocks with one empty line between them.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) text: String,
}

impl Writer {
    fn block(&mut self, lines: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(lines);
        self.text.push('\n');
    }

    /// Who decided is not part of a scenario: the lists are there to be filled in.
    pub(super) fn front_matter(&mut self, date: &IsoDate) {
        let people = "decision-makers: []\nconsulted: []\ninformed: []";
        self.block(&format!("---\nstatus: proposed\ndate: {}\n{people}\n---", date.as_str()));
    }

    pub(super) fn heading(&mut self, level: usize, text: &str) {
        self.block(&format!("{} {}", "#".repeat(level), escape(text)));
    }

    pub(super) fn paragraph(&mut self, text: &str) {
        self.block(&escape(text));
    }

    fn strong(&mut self, text: &str) {
        self.block(&format!("**{}**", escape(text)));
    }

    fn rule(&mut self) {
        self.block("---");
    }

    pub(super) fn list(&mut self, items: &[String]) {
        let lines: Vec<String> = items.iter().map(|item| format!("* {}", escape(item))).collect();
        self.block(&lines.join("\n"));
    }

    fn table(&mut self, head: &[String], rows: &[Vec<String>], figures: bool) {
        let line = |cells: &[String]| {
            let cells: Vec<String> = cells.iter().map(|cell| escape(cell)).collect();
            format!("| {} |", cells.join(" | "))
        };
        let last = head.len().saturating_sub(1);
        let side = |place: usize| if figures && place > 0 && place < last { "---:" } else { "---" };
        let sides: Vec<&str> = (0..head.len()).map(side).collect();
        let mut lines = vec![line(head), format!("| {} |", sides.join(" | "))];
        lines.extend(rows.iter().map(|row| line(row)));
        self.block(&lines.join("\n"));
    }

    pub(super) fn parts(&mut self, parts: &[Part]) {
        for part in parts {
            match part {
                Part::Text(text) => self.paragraph(text),
                Part::List(items) | Part::Run(items) => self.list(items),
                Part::Table { head, rows, figures } => self.table(head, rows, *figures),
            }
        }
    }
}
