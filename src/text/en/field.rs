//! Labels, units and sources of the numbers.

use crate::approach::OptionId;
use crate::form::field::Measure;
use crate::format::{Units, local, upper_first};

#[cfg(whole)]
use super::companions::known_line;

/// The small module shows no named lines.
#[cfg(not(whole))]
fn known_line(_: &str) -> Option<&'static str> {
    None
}

/// Label of the number at a path.
#[must_use]
pub fn label(path: &str) -> String {
    if path == "volume.perMonth" {
        return "Your volume".to_owned();
    }
    if let Some(label) = plain_label(path) {
        return label.to_owned();
    }
    #[cfg(feature = "page")]
    if let Some(label) = super::uncertainty::field_label(path) {
        return label;
    }
    #[cfg(whole)]
    if path.starts_with("decision.") {
        return upper_first(super::explain::input(path));
    }
    let mut parts = path.split('.').skip(1);
    let option = parts.next().and_then(OptionId::find);
    let rest = parts.collect::<Vec<_>>().join(".");
    match (option, any_line(&rest)) {
        (Some(option), Some(line)) => format!("{}, {line}", super::option(option)),
        _ => path.to_owned(),
    }
}

/// Label of the number within its option's group.
#[must_use]
pub fn short_label(path: &str) -> String {
    let rest = path.split('.').skip(2).collect::<Vec<_>>().join(".");
    match any_line(&rest) {
        Some(line) => upper_first(&line),
        None => label(path),
    }
}

fn plain_label(path: &str) -> Option<&'static str> {
    match path {
        "title" => Some("Title"),
        "labels.currency" => Some("Currency"),
        "labels.unit" => Some("What volume counts"),
        "decision.data.examples" => Some("Exact number of examples"),
        "decision.deadlineWeeks" => Some("Exact number of weeks"),
        #[cfg(whole)]
        "decision.partner.examples" => Some(super::companions::PARTNER_EXAMPLES),
        #[cfg(feature = "page")]
        path => super::time::field_label(path),
        #[cfg(not(feature = "page"))]
        _ => None,
    }
}

/// A line by its own words, or by the name that the scenario gives it.
fn any_line(rest: &str) -> Option<String> {
    let known = line(rest).map(str::to_owned);
    #[cfg(feature = "page")]
    let known = known.or_else(|| super::costs::line(rest));
    known
}

fn line(rest: &str) -> Option<&'static str> {
    Some(match rest {
        "price" | "price.amount" => "price",
        "price.kind" => "how it is priced",
        "price.model" => "model",
        "price.asOf" => "prices as of",
        "hosting.kind" => "how hosting is paid",
        "price.inputTokens" => "tokens sent per call",
        "price.outputTokens" => "tokens received per call",
        "price.inputPerMillion" => "price of tokens sent",
        "price.outputPerMillion" => "price of tokens received",
        "price.callsPerUnit" => "calls per unit",
        "hosting" | "hosting.perMonth" => "hosting",
        "hosting.amount" => "hosting per unit",
        "hosting.perReplicaMonth" => "one machine",
        "hosting.perHour" => "one machine per hour",
        "hosting.capacityPerMonth" => "units that one machine serves",
        "hosting.minimum" => "machines at least",
        "staff" => "engineers",
        "staff.fte" => "engineers, full-time share",
        "staff.costPerMonth" => "cost of one engineer",
        "oneOff.training" => "training, once",
        "oneOff.labelling" => "labelling, once",
        "oneOff.integration" => "integration, once",
        "oneOff.dataAcquisition" => "data, once",
        "oneOff.evaluationSet" => "evaluation set, once",
        "retraining.cost" => "retraining",
        "retraining.everyMonths" => "retrained every",
        "failedRunMultiplier" => "training runs paid for",
        "amortisationMonths" => "one-off costs spread over",
        "priceChangePerMonth" => "change of prices",
        "monthsToValue" => "time until it is of use",
        other => return known_line(other),
    })
}

/// Name of a cost line: known ones by their words, others as the scenario names them.
#[must_use]
pub fn cost_line(key: &str) -> String {
    let name = match key {
        "price" => "Price per use",
        "hosting" => "Hosting",
        "staff" => "Engineers",
        "oneOff.training" => "Training, spread",
        "oneOff.labelling" => "Labelling, spread",
        "oneOff.integration" => "Integration, spread",
        "oneOff.dataAcquisition" => "Data, spread",
        "oneOff.evaluationSet" => "Evaluation set, spread",
        "retraining" => "Retraining",
        other => known_line(other).unwrap_or(other.split_once('.').map_or(other, |(_, name)| name)),
    };
    name.to_owned()
}

/// A line that is not counted, within a list.
#[must_use]
pub fn missing_line(key: &str) -> String {
    match key {
        "price" => "price",
        "hosting" => "hosting",
        "staff" => "engineers",
        "oneOff.training" => "training",
        "oneOff.labelling" => "labelling",
        "oneOff.integration" => "integration",
        "oneOff.dataAcquisition" => "getting data",
        "oneOff.evaluationSet" => "evaluation set",
        other => match known_line(other) {
            Some(name) => return name.to_ascii_lowercase(),
            None => other.split_once('.').map_or(other, |(_, name)| name),
        },
    }
    .to_owned()
}

/// A value as assistive technology says it.
#[must_use]
pub fn spoken(measure: Measure, value: f64, units: Units<'_>) -> String {
    match measure {
        Measure::Volume => format!("{} a month", units.volume(value)),
        Measure::MoneyPerUnit => format!("{} per {}", units.money(value), units.unit),
        Measure::MoneyPerMillionTokens => format!("{} per million tokens", units.money(value)),
        Measure::MoneyPerMonth => format!("{} a month", units.money(value)),
        Measure::Money => format!("{} once", units.money(value)),
        Measure::MoneyPerHour => format!("{} an hour", units.money(value)),
        other => counted(&crate::format::plain(value), &affixes(other, units).1),
    }
}

/// A figure with what it counts: “2 machines”, “1 machine”.
pub(super) fn counted(figure: &str, unit: &str) -> String {
    let (noun, rest) = unit.split_once(' ').unwrap_or((unit, ""));
    let noun = match noun {
        _ if figure != "1" => noun,
        "people" => "person",
        "times" => noun,
        many => many.strip_suffix('s').unwrap_or(many),
    };
    format!("{figure} {noun} {rest}").trim_end().to_owned()
}

/// What an empty field means.
#[must_use]
pub fn placeholder(measure: Measure) -> &'static str {
    match measure {
        Measure::Months => "12",
        Measure::Calls => "1",
        _ => super::page::NOT_COUNTED,
    }
}

/// What stands for a bare number that is left empty.
#[must_use]
pub fn default_of(path: &str) -> String {
    local(match path {
        "uncertainty.samples" => "10,000",
        "uncertainty.seed" => "1",
        _ => "",
    })
}

/// Name of the slider beside a number.
#[must_use]
pub fn slider_label(label: &str) -> String {
    format!("{label}, slider")
}

/// What stands before and after the figure.
#[must_use]
pub fn affixes(measure: Measure, units: Units<'_>) -> (String, String) {
    let money = units.symbol().map_or_else(|| units.currency.to_owned(), str::to_owned);
    match measure {
        Measure::Volume => (String::new(), format!("{} a month", units.plural())),
        Measure::MoneyPerUnit => (money, format!("per {}", units.unit)),
        Measure::MoneyPerMillionTokens => (money, "per million tokens".to_owned()),
        Measure::MoneyPerMonth => (money, "a month".to_owned()),
        Measure::Money => (money, "once".to_owned()),
        Measure::Tokens => (String::new(), "tokens".to_owned()),
        Measure::Calls => (String::new(), format!("calls per {}", units.unit)),
        Measure::People => (String::new(), "people".to_owned()),
        Measure::Months => (String::new(), "months".to_owned()),
        Measure::Examples => (String::new(), "examples".to_owned()),
        Measure::Weeks => (String::new(), "weeks".to_owned()),
        Measure::MoneyPerHour => (money, "an hour".to_owned()),
        Measure::Percent => (String::new(), "%".to_owned()),
        Measure::Machines => (String::new(), "machines".to_owned()),
        Measure::TokensPerSecond => (String::new(), "tokens a second".to_owned()),
        Measure::Runs => (String::new(), "runs".to_owned()),
        Measure::Times => (String::new(), "times".to_owned()),
        Measure::Count => (String::new(), String::new()),
        Measure::PercentPerMonth => (String::new(), "% a month".to_owned()),
        Measure::PercentPerYear | Measure::YearlyChange => (String::new(), "% a year".to_owned()),
    }
}

/// What a blank stands for where that is our choice; empty where it is not.
#[must_use]
pub fn source(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("amortisationMonths") => "Blank: 12 months, our choice; the article gives none",
        _ => "",
    }
}
