//! Purposes, habits, events at the vendor and the reader's own choice in words.

use crate::decision::{Mitigation, RuleId};
use crate::scenario::Purpose;

/// Label of the purpose.
pub const PURPOSE: &str = "What brings you here?";
/// Panel heading.
pub const RISKS: &str = "Pitfalls, risks and habits";
/// Heading.
pub const HABITS: &str = "Your habits";
/// Below it.
pub const HABITS_NOTE: &str = "Each answer settles a pitfall or a risk. “Don’t know” is an answer.";
/// Heading.
pub const EVENTS: &str = "Has it happened?";
/// Below it.
pub const EVENTS_NOTE: &str = "An event at the vendor opens the decision again.";
/// Heading.
pub const PITFALLS: &str = "Pitfalls";
/// Heading.
pub const VENDOR_RISKS: &str = "Risks of depending on a vendor";
/// What helps against a change of behaviour besides.
pub const PINNED: &str = "Pin the version, and keep a set of cases that every update has to pass (ours).";
/// Before the events that would open the decision again.
pub const AT_THE_VENDOR: &str = "something happens at the vendor:";
/// Said of a risk.
pub const HAPPENED: &str = "It has happened: look at the decision again.";
/// Label.
pub const PROVIDERS: &str = "Providers integrated";
/// Heading of the reader’s own choice.
pub const OWN_CHOICE: &str = "Your own choice";
/// Label.
pub const BECAUSE: &str = "Because";
/// Label of the approaches that remain.
pub const ALLOWED: &str = "Which approaches are allowed?";
/// Label.
pub const IMPOSED_BECAUSE: &str = "Who or what says so?";
/// Label.
pub const SERVICE_BECAUSE: &str = "Why a managed service counts, for the record";
/// Goes back before a gate.
pub const STOP_AGAIN: &str = "Stop there again";
/// No gate holds.
pub const NO_GATE: &str = "None of the three holds";

/// A purpose in the list.
#[must_use]
pub fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::New => "A first decision",
        Purpose::Migrate => "Moving off an API",
        Purpose::Review => "The yearly review",
        Purpose::Cost => "A bill that is too high",
        Purpose::VendorRisk => "A risk from a vendor",
    }
}

/// What comes first for a purpose, and the rule it stands for.
#[must_use]
pub fn purpose_note(purpose: Purpose) -> (RuleId, &'static str) {
    match purpose {
        Purpose::New => (RuleId::W1, "Questions come first."),
        Purpose::Migrate => (RuleId::W2, "Volume and what would make you move come first."),
        Purpose::Review => (RuleId::W3, "The review date and what has changed come first."),
        Purpose::Cost => (RuleId::W4, "The cost of each option comes first."),
        Purpose::VendorRisk => (RuleId::W5, "Risks and what helps against them come first."),
    }
}

/// A row of the team table as something to reach.
#[must_use]
pub fn team_row(row: RuleId) -> &'static str {
    match row {
        RuleId::E2 => "one or two ML engineers",
        RuleId::E3 => "five or more, with infrastructure",
        RuleId::E4 => "researchers with a compute budget",
        _ => "nobody yet",
    }
}

/// An event at the vendor in a few words.
#[must_use]
pub fn event(risk: RuleId) -> &'static str {
    match risk {
        RuleId::R1 => "leaving gets too dear",
        RuleId::R2 => "the price changes",
        RuleId::R3 => "behaviour changes",
        RuleId::R4 => "terms on data change",
        RuleId::R5 => "limits or outages hit",
        _ => "",
    }
}

/// Why a risk is clear although nothing is in place against it.
pub const NO_VENDOR: &str = "Neither the start nor the destination depends on a vendor.";

/// A mitigation and whether it is in place.
#[must_use]
pub fn mitigation(mitigation: &Mitigation) -> String {
    let state = match mitigation.in_place {
        Some(true) => "in place",
        Some(false) => "missing",
        None => "not known",
    };
    format!("{} ({}): {state}", super::rule::rule(mitigation.id), mitigation.id.id())
}

/// What the reader chose against what is suggested.
#[must_use]
pub fn own_choice(follows: bool, chosen: &str, suggested: &str) -> String {
    if follows {
        format!("You chose {chosen}, as suggested.")
    } else {
        format!("You chose {chosen}; the rules suggest {suggested}. Both are kept, with your reason.")
    }
}

/// A gate that was passed.
#[must_use]
pub fn passed(title: &str) -> String {
    format!("You went on past: {title}")
}

/// What a fixed approach leaves.
#[must_use]
pub fn lightest_allowed(name: &str, reason: Option<&str>) -> String {
    match reason {
        Some(reason) if !reason.is_empty() => format!("Lightest allowed approach: {name}. Reason: {reason}."),
        _ => format!("Lightest allowed approach: {name}."),
    }
}

/// A managed service counts as within reach, and why (I02).
#[must_use]
pub fn service_counts(reason: Option<&str>) -> String {
    match reason {
        Some(reason) if !reason.is_empty() => format!("A managed tuning service counts as within reach: {reason}."),
        _ => "A managed tuning service counts as within reach: somebody owns evaluation and data quality.".to_owned(),
    }
}
