//! The words on the chart, in English, the only language. Figures come in as text.
//!
//! Nothing is measured or placed here. To be moved to `src/text/en` with the rest of the words.

use crate::approach::OptionId;

/// What a curve is called.
pub(super) fn option(option: OptionId) -> &'static str {
    match option {
        OptionId::Api => "API",
        OptionId::FineTune => "Fine-tune",
        OptionId::Custom => "From scratch",
        OptionId::OpenModel => "Open model",
        OptionId::Ally => "Partner",
    }
}

/// The same inside a line.
pub(super) fn option_within(option: OptionId) -> &'static str {
    match option {
        OptionId::Api => "API",
        OptionId::FineTune => "fine-tune",
        OptionId::Custom => "scratch",
        OptionId::OpenModel => "open model",
        OptionId::Ally => "partner",
    }
}

/// Two options that cost the same.
pub(super) fn pair(a: OptionId, b: OptionId) -> String {
    format!("{} = {}", if a == OptionId::Api { "API" } else { option(a) }, option_within(b))
}

/// The volume of a crossing that concerns only a pair.
pub(super) fn pair_at(volume: &str, a: OptionId, b: OptionId) -> String {
    format!("{volume}: {}", pair(a, b))
}

/// A jump over another curve.
pub(super) fn step_at(volume: &str) -> String {
    format!("step at {volume}")
}

/// Many crossings of one pair.
pub(super) fn flips_from(count: usize, volume: &str) -> String {
    format!("{count} flips from {volume}")
}

/// The flag on the reader's volume.
pub(super) fn flag(volume: &str) -> String {
    format!("{volume} a month")
}

/// What the grey strip is.
pub(super) const USUAL_RANGE: &str = "Usual range for this pair";

/// The cheapest on a stretch, from the longest text to the shortest.
pub(super) fn region(options: &[OptionId], from: Option<&str>, to: Option<&str>) -> Vec<String> {
    let names: Vec<&str> = options.iter().copied().map(option).collect();
    let (name, verb) = (names.join(" = "), if names.len() == 1 { "costs" } else { "cost" });
    let stretch = match (from, to) {
        (None, None) => return vec![format!("{name} {verb} least"), name],
        (None, Some(to)) => format!("to {to}"),
        (Some(from), None) => format!("from {from}"),
        (Some(from), Some(to)) => format!("{from}–{to}"),
    };
    vec![format!("{name} {verb} least {stretch}"), format!("{name} {stretch}"), name]
}

/// An option in one letter.
#[cfg(feature = "page")]
pub(super) fn letter(option: OptionId) -> &'static str {
    match option {
        OptionId::Api => "A",
        OptionId::FineTune => "F",
        OptionId::Custom => "S",
        OptionId::OpenModel => "O",
        OptionId::Ally => "P",
    }
}

/// A group of cost lines, from the longest text to the shortest.
#[cfg(feature = "page")]
pub(super) fn group(group: crate::cost::Group) -> [&'static str; 2] {
    use crate::cost::Group;
    match group {
        Group::Use => ["price per use", "use"],
        Group::Machines => ["machines", "mach."],
        Group::People => ["people", "people"],
        Group::Other => ["other, monthly", "other"],
        Group::Once => ["once, spread", "once"],
    }
}

/// The flag on the reader's volume and price.
#[cfg(feature = "page")]
pub(super) fn here(volume: &str, price: &str) -> String {
    format!("you: {volume} a month at {price}")
}
