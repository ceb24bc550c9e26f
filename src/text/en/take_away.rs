//! The panel “Take away”: what can be taken, and what happened.

use crate::format::plain;

/// Heading.
pub const TITLE: &str = "Take away";
/// Below it.
pub const NOTE: &str =
    "All of it is made in this browser. Nothing is sent; a link holds your numbers only for those you give it to.";
/// Heading.
pub const LINK: &str = "Link and paper";
/// Button.
pub const COPY_LINK: &str = "Copy link";
/// Label of the field with the link.
pub const LINK_FIELD: &str = "Link to this scenario";
/// The link is on the clipboard.
pub const COPIED: &str = "Copied. Whoever opens it sees the same answer and the same figures.";
/// After copying from a page that was opened from disk.
pub const COPIED_ON_DISK: &str = "Copied. It opens this file on this computer only; to pass it on, send the file and the link’s part from # on, or the scenario as a file.";
/// The clipboard was refused.
pub const NOT_COPIED: &str = "The link is selected. Copy it yourself: this browser does not let the page do it.";
/// Button.
pub const PRINT: &str = "Print one page";
/// Heading.
pub const FILES: &str = "Files";
/// Heading.
pub const KEEP: &str = "Keep and open";
/// Label of the name to keep under.
pub const NAME: &str = "Name";
/// Button.
pub const SAVE: &str = "Save in this browser";
/// Below it.
pub const SAVE_NOTE: &str = "Saved in this browser only, and only when you press the button.";
/// The browser keeps nothing for this page.
pub const NO_STORAGE: &str = "This browser does not let the page keep anything. Take the scenario as a file instead.";
/// No room, or a name that cannot be used.
pub const NOT_SAVED: &str = "It could not be saved here. Take the scenario as a file instead.";
/// Label of the file picker.
pub const OPEN_FILE: &str = "Open a scenario file";
/// A file that cannot be read.
pub const UNREADABLE: &str = "This file cannot be read, so nothing was changed.";
/// Before the problems of a file.
pub const REFUSED: &str = "Nothing was changed. What is wrong in it:";
/// The browser gives no files.
pub const NO_FILE: &str = "This browser did not make the file.";
/// Label of the text to copy.
pub const TEXT_TO_COPY: &str = "The same text to copy";
/// Button.
pub const OPEN: &str = "Open";
/// Button.
pub const DELETE: &str = "Delete";

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Document {
    /// The memo.
    Memo,
    /// The decision record.
    Record,
    /// Costs.
    Table,
    /// The calendar entry.
    Calendar,
    /// The chart as drawing.
    Svg,
    /// The chart as pixels.
    Png,
    /// The scenario.
    Scenario,
    /// The report.
    Report,
}

impl Document {
    /// All, in the order of the panel.
    pub const ALL: [Self; 8] =
        [Self::Memo, Self::Record, Self::Table, Self::Calendar, Self::Svg, Self::Png, Self::Scenario, Self::Report];
}

/// Name and format of a file.
#[must_use]
pub fn document(document: Document) -> (&'static str, &'static str) {
    match document {
        Document::Memo => ("Memo", "Markdown"),
        Document::Record => ("Decision record", "MADR 4.0"),
        Document::Table => ("Costs by volume and month", "CSV"),
        Document::Calendar => ("Review date", "calendar file"),
        Document::Svg => ("Chart", "SVG"),
        Document::Png => ("Chart", "PNG"),
        Document::Scenario => ("Scenario, to open again", "JSON"),
        Document::Report => ("Report, all results", "JSON"),
    }
}

/// A file was handed to the browser.
#[must_use]
pub fn saved_file(name: &str) -> String {
    format!("{name} is in your downloads.")
}

/// A file was handed to the browser from within another page.
#[must_use]
pub fn maybe_saved_file(name: &str) -> String {
    format!("If {name} is not in your downloads, the page around this one does not allow them.")
}

/// A scenario was kept.
#[must_use]
pub fn kept(name: &str) -> String {
    format!("“{name}” is saved in this browser.")
}

/// A scenario was opened.
#[must_use]
pub fn opened(name: &str) -> String {
    format!("“{name}” is open. Undo goes back.")
}

/// A scenario is no longer kept.
#[must_use]
pub fn deleted(name: &str) -> String {
    format!("“{name}” is deleted from this browser.")
}

/// What a button does to which scenario.
#[must_use]
pub fn with_name(what: &str, name: &str) -> String {
    format!("{what} “{name}”")
}

/// Problems that are not shown one by one.
#[must_use]
pub fn more_problems(count: usize) -> String {
    format!("and {} more", plain(count as f64))
}
