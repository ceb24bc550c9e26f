//! The words of the documents to take away: memo, decision record, table, calendar file. Plain text, escaped by whoever
//! writes the document.

use crate::approach::{Approach, OptionId};
use crate::decision::{Aspect, Factor, RuleId, Verdict};
use crate::format::{Units, lower_first, plain, significant, upper_first};
use crate::scenario::{Purpose, Spread, TierMode};
use crate::units::Quantity;

use super::{approach, doing, field, option, option_in_sentence, rule};

/// A scenario without a title.
pub const UNTITLED: &str = "How to source this AI capability";
/// Heading.
pub const GATE: &str = "Before anything else";
/// Heading.
pub const CONTEXT: &str = "Context";
/// Heading.
pub const COURSE: &str = "Now and destination";
/// Heading.
pub const OPTIONS: &str = "Options considered";
/// Heading.
pub const CRITERIA: &str = "Five factors";
/// Heading.
pub const COST: &str = "Cost now and at target";
/// Heading.
pub const RISKS: &str = "Risks and what helps";
/// Heading.
pub const CHANGE: &str = "What would change our mind";
/// Heading.
pub const TENSIONS: &str = "Left open: where the rules disagree";
/// Heading.
pub const INPUTS: &str = "Inputs";
/// Before the rules that hold the start below the destination.
pub const HELD_BACK: &str = "What holds the start below the destination.";
/// Column heading.
pub const COL_OPTION: &str = "Option";
/// Column heading.
pub const COL_NOT_COUNTED: &str = "Not counted";
/// In place of a figure.
pub const NO_FIGURE: &str = "–";
/// No growth is given.
pub const NO_TARGET: &str = "No growth is given, so the target is today’s volume.";
/// End of the labels of amounts that are paid once.
const ONCE: &str = ", once";
/// Ends of labels that the figure after them says as well.
const SAID_BY_THE_FIGURE: [&str; 3] = [ONCE, " per hour", " over the average"];
/// The inputs that belong to no option.
pub const OVER_TIME: &str = "Volume and time";
/// The horizon.
pub const AHEAD: &str = "looking ahead";
/// A number that is left empty, but has a range.
const BLANK: &str = "left empty";
/// Discounts that exclude each other.
pub const NOT_STACKED: &str = "no cache discount on batches";
/// Neither an answer nor a number leads elsewhere.
pub const NOTHING_CHANGES: &str =
    "No small change of the answers leads elsewhere, and no number makes two options cost the same.";
/// Lines to fill in by hand on paper.
pub const SIGNED: [&str; 3] = ["Owner", "Approved by", "Date"];
/// Between answers that have to change together.
pub const AND: &str = ", and ";

/// A sentence with the rules that it rests on.
#[must_use]
pub fn with_rules(sentence: &str, rules: &[RuleId]) -> String {
    let ids: Vec<&str> = rules.iter().map(|rule| rule.id()).collect();
    match sentence.strip_suffix('.') {
        Some(sentence) => format!("{sentence} ({}).", ids.join(", ")),
        None => format!("{sentence} ({})", ids.join(", ")),
    }
}

/// The line below the title.
#[must_use]
pub fn subtitle(day: &str, review: &str) -> String {
    format!("{day} · initial recommendation · owner: not named · {review}")
}

/// When to look again; a day that nobody has set is a suggestion, with its rule.
#[must_use]
pub fn review(day: &str, because: Option<RuleId>) -> String {
    match because {
        Some(rule) => format!("suggested review: {day} ({})", rule.id()),
        None => format!("review: {day}"),
    }
}

/// Why the decision is looked at (W1 to W5).
#[must_use]
pub fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::New => "A first decision on how to source an AI capability.",
        Purpose::Migrate => "A product that runs on an API asks whether to move to a model of its own.",
        Purpose::Review => "The yearly review of how an AI capability is sourced.",
        Purpose::Cost => "An AI feature at scale is to cost less.",
        Purpose::VendorRisk => "Depending on a vendor has become a risk to weigh.",
    }
}

/// The volume and its growth.
#[must_use]
pub fn volume(units: Units<'_>, volume: Option<f64>, growth: Option<f64>) -> String {
    match (volume, growth) {
        (None, _) => "The volume is not known.".to_owned(),
        (Some(volume), Some(growth)) if growth != 0.0 => {
            format!(
                "Volume: {} a month, growing by {}% a month.",
                units.volume(volume),
                significant(growth * 100.0, 12)
            )
        }
        (Some(volume), _) => format!("Volume: {} a month.", units.volume(volume)),
    }
}

/// What is allowed from outside (N1).
#[must_use]
pub fn imposed(allowed: &[Approach], reason: Option<&str>) -> String {
    let names: Vec<&str> = allowed.iter().map(|allowed| approach(*allowed)).collect();
    let why = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
    format!("Fixed from outside ({}){why}. Allowed: {}.", RuleId::N1.id(), names.join(", "))
}

/// The user's own choice beside what the answers suggest.
#[must_use]
pub fn chosen(chosen: Approach, because: Option<&str>, suggested: Option<Approach>) -> String {
    let why = because.map(|because| format!(", because: {because}")).unwrap_or_default();
    let suggests = match suggested {
        Some(suggested) if suggested == chosen => "The answers suggest the same.".to_owned(),
        Some(suggested) => format!("The answers suggest {} now.", doing(suggested)),
        None => "The answers leave it open.".to_owned(),
    };
    format!("Chosen by the team: {}{why}. {suggests}", doing(chosen))
}

/// A stage of the road map.
#[must_use]
pub fn stage(name: &str, what: &str, last: bool, until: &[String]) -> String {
    let what = what.trim_end_matches('.');
    match (until, last) {
        ([], _) => format!("{name}: {what}."),
        (until, true) => format!("{name}: {what}. Look again when {}.", until.join("; ")),
        (until, false) => format!("{name}: {what}. Until {}.", until.join("; ")),
    }
}

/// An option with how many factors name it; additions are compared by cost only.
#[must_use]
pub fn option_line(name: &str, named: Option<usize>, of: usize) -> String {
    match named {
        Some(named) => format!("{name}: named by {named} of {of} factors"),
        None => format!("{name}: an addition that the article does not have, compared by cost only"),
    }
}

/// What an approach gives up, in the words of the comparison (A1, A5, A7).
#[must_use]
pub fn gives_up(approach: Approach) -> String {
    let aspects: &[Aspect] = match approach {
        Approach::Api => &[Aspect::Differentiation, Aspect::Control],
        Approach::FineTune => &[Aspect::Control],
        Approach::Custom => &[Aspect::TimeToValue],
    };
    let given_up: Vec<String> = aspects
        .iter()
        .map(|aspect| {
            let cell = rule::rule(aspect.cell(approach));
            format!("{} ({})", lower_first(rule::aspect(*aspect)), lower_first(&cell))
        })
        .collect();
    format!("{} gives up {}.", upper_first(doing(approach)), given_up.join(" and "))
}

/// The view over time in one sentence.
#[must_use]
pub fn over_time(finding: &str) -> String {
    format!("Over time: {}.", lower_first(finding))
}

/// Heading of the costs at the reader's volume.
#[must_use]
pub fn at_volume(units: Units<'_>, volume: f64) -> String {
    format!("{} a month at {}", units.currency, units.volume(volume))
}

/// Heading of the cost of one unit.
#[must_use]
pub fn per_unit(units: Units<'_>) -> String {
    format!("Per {}", units.unit)
}

/// Heading of the costs at the volume to come.
#[must_use]
pub fn at_target(units: Units<'_>, volume: f64, months: f64) -> String {
    format!("At {} in {} months", units.volume(volume), plain(months))
}

/// Lines that are not in a total; a memo has one page, so that a long list ends in a count.
#[must_use]
pub fn not_counted(keys: &[String]) -> String {
    const NAMED: usize = 3;
    if keys.is_empty() {
        return NO_FIGURE.to_owned();
    }
    let names: Vec<String> = keys.iter().take(NAMED).map(|key| field::missing_line(key)).collect();
    match keys.len().saturating_sub(NAMED) {
        0 => names.join(", "),
        more => format!("{} and {more} more", names.join(", ")),
    }
}

/// An open pitfall or risk with what helps.
#[must_use]
pub fn risk(what: &str, remedy: &str, id: RuleId) -> String {
    with_rules(&format!("{what}. {remedy}"), &[id])
}

const VENDOR_RISKS: [RuleId; 5] = [RuleId::R1, RuleId::R2, RuleId::R3, RuleId::R4, RuleId::R5];

/// Those that are not open.
#[must_use]
pub fn other_risks(unknown: &[RuleId], clear: &[RuleId]) -> String {
    let list = |rules: &[RuleId]| rules.iter().map(|rule| rule.id()).collect::<Vec<_>>().join(", ");
    let names = |rules: &[RuleId]| {
        // All five risks at once have one name.
        let risks = |id: &&RuleId| VENDOR_RISKS.contains(id);
        let whole = rules.iter().filter(risks).count() == VENDOR_RISKS.len();
        let single = rules.iter().filter(|id| !(whole && risks(id)));
        let mut names: Vec<String> =
            single.map(|id| format!("{} ({})", lower_first(&rule::rule(*id)), id.id())).collect();
        names.extend(whole.then(|| format!("the five risks of depending on a vendor ({})", list(&VENDOR_RISKS))));
        names.join("; ")
    };
    match (unknown, clear) {
        ([], []) => "None.".to_owned(),
        ([], clear) => format!("Clear: {}.", list(clear)),
        (unknown, []) => format!("Not known, because answers are missing: {}.", names(unknown)),
        (unknown, clear) => {
            format!("Not known, because answers are missing: {}. Clear: {}.", names(unknown), list(clear))
        }
    }
}

/// Sets of answers that lead to another approach.
#[must_use]
pub fn leads_to(target: Approach, ways: &[String]) -> String {
    format!("{}, if {}.", approach(target), ways.join("; or if "))
}

/// A number at which two options cost the same.
#[must_use]
pub fn tie(label: &str, figure: &str, between: [OptionId; 2]) -> String {
    let [a, b] = between.map(option_in_sentence);
    format!("{}: {a} and {b} tie at {figure}.", label.trim_end_matches(ONCE))
}

/// A tension, with what would settle the one that is named.
#[must_use]
pub fn tension(severity: &str, what: &str, settle: Option<RuleId>) -> String {
    match settle {
        Some(id) => format!("{severity} {what} {} {}", super::page::SETTLES, super::tension::tension(id).1),
        None => format!("{severity} {what}"),
    }
}

/// A question with its answer.
#[must_use]
pub fn answer(question: &str, answer: &str) -> String {
    format!("{question} {answer}.")
}

/// A number with its name.
#[must_use]
pub fn number(label: &str, figure: &str) -> String {
    let name = SAID_BY_THE_FIGURE.iter().fold(label, |label, end| label.trim_end_matches(end));
    format!("{} {figure}", lower_first(name))
}

/// A figure with its range; `written` writes a number as the figure is written. The ends go without the unit that a
/// figure has.
#[must_use]
pub fn with_range(figure: Option<&str>, spread: &Spread, written: impl Fn(f64) -> String) -> String {
    let [low, with_unit] = spread.ends().map(&written);
    let (low, high) = between(&low, &with_unit);
    let high = if figure.is_some() { high } else { with_unit };
    let range = match spread {
        Spread::Lognormal { .. } => format!("eight in ten from {low} to {high}"),
        Spread::Uniform { .. } => format!("evenly {low} to {high}"),
        Spread::Pert { mode, .. } | Spread::Triangular { mode, .. } => {
            let likeliest = written(mode.get());
            match figure == Some(&likeliest) {
                true => format!("range {low} to {high}"),
                false => format!("range {low} to {high}, likeliest {likeliest}"),
            }
        }
    };
    format!("{} ({range})", figure.unwrap_or(BLANK))
}

/// Two figures without the words at their end that are the same.
fn between(low: &str, high: &str) -> (String, String) {
    let (mut a, mut b): (Vec<&str>, Vec<&str>) = (low.split(' ').collect(), high.split(' ').collect());
    while low != high && a.len() > 1 && b.len() > 1 && a.last() == b.last() {
        a.pop();
        b.pop();
    }
    (a.join(" "), b.join(" "))
}

/// A number that is ours, where the scenario leaves it empty.
#[must_use]
pub fn ours(number: &str) -> String {
    format!("{number} (our choice)")
}

/// What a month of a machine is reckoned with.
#[must_use]
pub fn hours(hours: f64) -> String {
    format!("{} hours a month", plain(hours))
}

/// How the tiers of a price list are read.
#[must_use]
pub fn tiers(mode: TierMode) -> &'static str {
    match mode {
        TierMode::Graduated => "each unit at the price of its own tier",
        TierMode::Volume => "all units at the price of the tier that is reached",
    }
}

/// The list that token prices come from.
#[must_use]
pub fn price_list(model: Option<&str>, day: Option<&str>) -> String {
    let day = day.map(|day| format!("as of {day}"));
    let said: Vec<String> = model.map(|model| format!("prices of {model}")).into_iter().chain(day).collect();
    said.join(" ")
}

/// An exact number of examples, and how many arrive.
#[must_use]
pub fn arriving(examples: Option<String>, collected: f64) -> String {
    let arriving = format!("{} more a month", plain(collected));
    examples.map_or_else(|| arriving.clone(), |examples| format!("{examples}, {arriving}"))
}

/// The numbers of one option.
#[must_use]
pub fn numbers(option: &str, numbers: &[String]) -> String {
    format!("{option}: {}.", numbers.join("; "))
}

/// Inputs that this version carries only.
#[must_use]
pub fn not_evaluated(paths: &[String]) -> String {
    format!("Given, but not evaluated by this version: {}.", paths.join(", "))
}

/// What the memo was made with, and what it is not.
#[must_use]
pub fn colophon(version: &str, schema: u32, seed: Option<f64>, currency: &str) -> String {
    let seed = seed.map_or_else(String::new, |seed| format!(", seed {}", plain(seed)));
    format!(
        "Made with ai-build-vs-buy {version}, schema {schema}{seed}. Amounts in {currency}; nothing is converted. The ids \
         in brackets name rules of the AI build vs. buy framework (2026-02-09) and additions marked as such in the tool. It \
         suggests; people decide."
    )
}

// The decision record

/// The question that the record answers.
pub const QUESTION: &str =
    "How should this AI capability be sourced: by a third-party API, by fine-tuning, or by training from scratch?";
/// Heading of MADR 4.0.
pub const MADR_CONTEXT: &str = "Context and Problem Statement";
/// Heading of MADR 4.0.
pub const MADR_DRIVERS: &str = "Decision Drivers";
/// Heading of MADR 4.0.
pub const MADR_OPTIONS: &str = "Considered Options";
/// Heading of MADR 4.0.
pub const MADR_OUTCOME: &str = "Decision Outcome";
/// Heading of MADR 4.0.
pub const MADR_CONSEQUENCES: &str = "Consequences";
/// Heading of MADR 4.0.
pub const MADR_CONFIRMATION: &str = "Confirmation";
/// Heading of MADR 4.0.
pub const MADR_PROS: &str = "Pros and Cons of the Options";
/// Heading of MADR 4.0.
pub const MADR_MORE: &str = "More Information";

/// A factor as a driver: what its row says, or that its input is blank.
#[must_use]
pub fn driver(factor: Factor, row: Option<RuleId>) -> String {
    match row {
        Some(row) => with_rules(&format!("{}: {}", rule::factor(factor), lower_first(&rule::rule(row))), &[row]),
        None => format!("{}: not known.", rule::factor(factor)),
    }
}

/// The outcome: what is chosen and why.
#[must_use]
pub fn outcome(chosen: Option<Approach>, because: &str) -> String {
    let name = chosen.map_or("none yet", approach);
    format!("Chosen option: “{name}”, because {because}")
}

/// The reason in a sentence of its own, after “because”.
#[must_use]
pub fn because(sentence: &str) -> String {
    lower_first(sentence)
}

/// Good, neutral or bad: a factor's rule that names an approach, stops above it, or stops below it.
#[must_use]
pub fn argument(verdict: Verdict, sentence: &str) -> String {
    let word = match verdict {
        Verdict::Named => "Good",
        Verdict::Below => "Neutral",
        Verdict::Above => "Bad",
    };
    format!("{word}, because {}", lower_first(sentence))
}

/// What a factor says of an approach that its row does not name.
#[must_use]
pub fn reading(factor: Factor, row: RuleId, verdict: Verdict) -> String {
    let said = rule::rule(row);
    match verdict {
        Verdict::Named => with_rules(&said, &[row]),
        other => {
            let (_, word) = rule::verdict(factor, Some(other));
            with_rules(&format!("{}: {word}.", said.trim_end_matches('.')), &[row])
        }
    }
}

/// How an option's cost stands at the reader's volume.
#[must_use]
pub fn cost_stands(units: Units<'_>, total: f64, above: f64) -> String {
    let sentence = if above > 0.0 {
        format!("It costs {} a month, {} more than the cheapest.", units.money(total), units.money(above))
    } else {
        format!("It costs {} a month, the least.", units.money(total))
    };
    with_rules(&sentence, &[RuleId::C6])
}

/// Neither answers nor prices.
pub const NOTHING_KNOWN: &str = "Neutral, because nothing is known of it yet.";

/// Before the triggers.
#[must_use]
pub fn confirmed(review: &str) -> String {
    format!("The decision holds until one of these comes, or until the {review}:")
}

// The table

/// Column heading: what the rows are by.
pub const CSV_BY: &str = "Table";
/// Column heading: the volume or the month.
pub const CSV_AT: &str = "At";

/// Costs by volume.
#[must_use]
pub fn by_volume(units: Units<'_>) -> String {
    format!("Cost a month in {} by {} a month", units.currency, units.plural())
}

/// Money paid by month.
#[must_use]
pub fn by_month(units: Units<'_>) -> String {
    format!("Money paid so far in {} by month", units.currency)
}

/// Name of an option's column.
#[must_use]
pub fn csv_option(id: OptionId) -> &'static str {
    option(id)
}

// The calendar file

/// What the event is called.
#[must_use]
pub fn event(title: &str) -> String {
    format!("Review: {title}")
}

/// What the event says.
#[must_use]
pub fn event_text(headline: &str, triggers: &[String], colophon: &str) -> String {
    let triggers: Vec<String> = triggers.iter().map(|trigger| format!("- {trigger}")).collect();
    format!("{headline}\n\nLook at it earlier when:\n{}\n\n{colophon}", triggers.join("\n"))
}
