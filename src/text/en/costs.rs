//! The words of the cost structures: every line and number, kinds of price and hosting, usual values, ties, two charts.

use crate::approach::OptionId;
use crate::cost::{Group, PriceMap, Tie, Wins};
use crate::form::field::{Measure, PriceKind};
use crate::form::structure::{HostingKind, Lines};
use crate::form::usual::{Source, Usual, What};
use crate::format::{Units, local, plain, significant, upper_first};
use crate::report::Report;
use crate::scenario::Labels;
use crate::scenario::place;

use super::answer::units;
use super::field::missing_line;
use super::{option, option_in_sentence};

/// Panel of one option.
pub const ALL_LINES: &str = "All cost lines";
/// Heading.
pub const PRICE: &str = "Price";
/// Heading.
pub const HOSTING: &str = "Hosting";
/// Heading.
pub const PEOPLE: &str = "People";
/// Heading.
pub const AGAIN: &str = "Training again";
/// Label of the choice of a kind.
pub const PAID_BY: &str = "How the price is given";
/// Label of the choice of a kind.
pub const HOSTED_BY: &str = "How hosting is billed";
/// Below hosting by machines.
pub const MACHINES_NOTE: &str =
    "A machine is billed busy or idle, 730 hours a month. How busy it is follows from your volume.";
/// Below the tiers of a price.
pub const GRADUATED: &str = "Graduated: each unit costs what its own tier says";
/// The other reading.
pub const BY_VOLUME: &str = "By volume: all units cost what the reached tier says";
/// Name of the choice between the two.
pub const TIERS_READ: &str = "How the tiers are read";
/// In place of the last tier’s end.
pub const NO_END: &str = "no end";
/// Button.
pub const ADD_TIER: &str = "Add a tier";
/// Button.
pub const ADD: &str = "Add";
/// Button.
pub const REMOVE: &str = "Remove";
/// Tick.
pub const STACK: &str = "Batched calls get the cache discount as well";
/// Label of a line’s name.
pub const LINE_NAME: &str = "Name";
/// Heading of the additions.
pub const ADDITIONS: &str = "Two more options";
/// Below it.
pub const ADDITIONS_NOTE: &str = "The article does not have these. They join the chart and change no advice.";
/// Where a price has tiers.
pub const TIERS_BELOW: &str = "The price has tiers. They are below, under “All cost lines”.";

/// Button for an option more.
#[must_use]
pub fn add_option(id: OptionId) -> String {
    format!("Add: {}", option(id))
}

/// Button for an option less.
#[must_use]
pub fn remove_option(id: OptionId) -> String {
    format!("Remove: {}", option(id))
}

/// Button for a line or tier less, as assistive technology says it.
#[must_use]
pub fn remove(name: &str) -> String {
    format!("Remove {name}")
}

/// Name of a tier.
#[must_use]
pub fn tier(index: usize) -> String {
    format!("Tier {}", index + 1)
}

/// Labels of a tier’s numbers, below its name.
pub const TIER_PARTS: [&str; 3] = ["Up to", "Price", "Fee"];

/// Heading of a list of lines.
#[must_use]
pub fn lines(lines: Lines) -> &'static str {
    match lines {
        Lines::Monthly => "Other lines, every month",
        Lines::OneOff => "Other lines, once",
    }
}

/// Label of the field for a new line’s name.
#[must_use]
pub fn new_line(lines: Lines) -> &'static str {
    match lines {
        Lines::Monthly => "Another line, every month",
        Lines::OneOff => "Another line, once",
    }
}

/// A kind of price.
#[must_use]
pub fn price_kind(kind: Option<PriceKind>, unit: &str) -> String {
    match kind {
        None => "No price per use".to_owned(),
        Some(PriceKind::PerUnit) => format!("So much per {unit}"),
        Some(PriceKind::Tokens) => "From token prices".to_owned(),
        Some(PriceKind::Tiers) => "From a list with tiers".to_owned(),
    }
}

/// A kind of hosting.
#[must_use]
pub fn hosting_kind(kind: Option<HostingKind>, unit: &str) -> String {
    match kind {
        None => "No hosting".to_owned(),
        Some(HostingKind::Flat) => "Flat, whatever the volume".to_owned(),
        Some(HostingKind::Machines) => "Whole machines, by the month".to_owned(),
        Some(HostingKind::MachinesByHour) => "Whole machines, by the hour".to_owned(),
        Some(HostingKind::PerUnit) => format!("So much per {unit}"),
        Some(HostingKind::Mixed) => format!("A fixed part and a part per {unit}"),
    }
}

/// Label of a number below an option that has no label of its own in `field`.
#[must_use]
pub fn line(rest: &str) -> Option<String> {
    if let Some(place) = rest.strip_prefix("price.tiers[") {
        let (index, key) = place.split_once("].")?;
        let name = match key {
            "upTo" => "up to",
            "amount" => "price",
            _ => "fee",
        };
        return Some(format!("tier {}, {name}", plain(index.parse::<f64>().ok()? + 1.0)));
    }
    if let Some(name) = rest.strip_prefix("monthly.") {
        return Some(if name == "fee" { "fee".to_owned() } else { name.to_owned() });
    }
    if let Some(name) = rest.strip_prefix("oneOff.") {
        return Some(format!("{name}, once"));
    }
    let known = match rest {
        "price.retryShare" => "calls sent again",
        "price.cachedShare" => "tokens sent that are cached",
        "price.cachedPrice" => "price of cached tokens",
        "price.batchShare" => "calls that can wait for a batch",
        "price.batchDiscount" => "discount on a batch",
        "hosting.amount" => "hosting per use",
        "hosting.perReplicaMonth" => "one machine",
        "hosting.perHour" => "one machine, an hour",
        "hosting.capacityPerMonth" => "what one machine serves",
        "hosting.minimum" => "machines that always run",
        "hosting.tokensPerSecond" => "speed of one machine",
        "hosting.tokensPerUnit" => "tokens to serve",
        "hosting.targetUtilisation" => "how busy a machine may be",
        "hosting.peakFactor" => "busiest time over the average",
        _ => return None,
    };
    Some(known.to_owned())
}

/// What an empty field means, where its measure does not say it.
#[must_use]
pub fn placeholder(path: &str) -> Option<&'static str> {
    let last = path.rsplit('.').next()?;
    if place::named_line(path).is_some() {
        return None;
    }
    Some(match last {
        "retryShare" | "cachedShare" | "batchShare" | "batchDiscount" => "none",
        "cachedPrice" | "targetUtilisation" => "100",
        "minimum" | "peakFactor" | "failedRunMultiplier" => "1",
        "flatFee" => "none",
        "upTo" | "capacityPerMonth" | "tokensPerSecond" | "tokensPerUnit" | "everyMonths" => "not known",
        "inputTokens" | "outputTokens" => "not known",
        _ => return None,
    })
}

/// What stands after a figure where its measure does not say it.
#[must_use]
pub fn suffix(path: &str, units: Units<'_>) -> Option<String> {
    let last = path.rsplit('.').next()?;
    if place::named_line(path).is_some() {
        return None;
    }
    Some(match last {
        "cachedPrice" => "% of the list price".to_owned(),
        "cachedShare" => "% of tokens".to_owned(),
        "batchShare" | "retryShare" => "% of calls".to_owned(),
        "batchDiscount" => "% off".to_owned(),
        "targetUtilisation" => "% of the time".to_owned(),
        "peakFactor" => "times".to_owned(),
        "tokensPerUnit" => format!("tokens per {}", units.unit),
        "perReplicaMonth" => "a month each".to_owned(),
        "cost" => "each time".to_owned(),
        _ => return None,
    })
}

/// Finding of the panel with all lines: the total, then what is not in it.
#[must_use]
pub fn finding(labels: &Labels, report: &Report, id: OptionId) -> String {
    let Some(cost) = report.cost.at_volume.as_ref().and_then(|at| at.options.get(id)) else {
        return super::answer::no_figure(report, id).to_owned();
    };
    let total = format!("{} a month", units(labels).money(cost.total));
    let names: Vec<String> = cost.not_counted.iter().map(|key| missing_line(key)).collect();
    match names.as_slice() {
        [] => format!("{total}; every expected line is counted"),
        [.., last] => {
            let first = names.get(..names.len() - 1).unwrap_or_default();
            let all = if first.is_empty() { last.clone() } else { format!("{} and {last}", first.join(", ")) };
            format!("{total}; {all} not counted")
        }
    }
}

/// What machines do at the reader's volume.
#[must_use]
pub fn utilisation(report: &Report, id: OptionId) -> Option<String> {
    let busy = report.cost.at_volume.as_ref()?.options.get(id)?.utilisation?;
    let share = if busy < 0.01 { "less than 1%".to_owned() } else { crate::format::percent(busy) };
    Some(format!("At your volume the machines that run are {share} busy."))
}

/// What a row of usual values stands for.
fn what(what: What) -> &'static str {
    match what {
        What::Plain => "",
        What::Small => "small model",
        What::Mid => "mid-size model",
        What::Frontier => "frontier model",
        What::L4 => "L4, 24 GB",
        What::L40s => "L40S, 48 GB",
        What::A100 => "A100, 80 GB",
        What::H100 => "H100, 80 GB",
        What::H100Reserved => "H100 for a year",
        What::EightOnH100 => "8B model, H100",
        What::EightOnA100 => "8B model, A100",
        What::Seventy => "70B model, each GPU",
        What::ExpertLabels => "experts label what you hold",
        What::SimpleLabels => "simple labels for what you hold",
        What::UsualCall => "1,500 tokens sent, 500 received",
    }
}

/// What a usual value rests on, in words.
fn source(source: Source) -> &'static str {
    match source {
        Source::ListPrices => "vendors’ list prices",
        Source::GpuPrices => "GPU price lists",
        Source::Throughput => "published measurements",
        Source::Fleets => "reports on rented machines",
        Source::LabelPrices => "annotation price lists",
        Source::Salaries => "US salary and employer cost data",
        Source::TuningGuides => "published cost guides",
        Source::Upkeep => "published estimates",
        Source::Article => "the article and published estimates",
        Source::TrainingRuns => "published runs, compute alone",
        Source::Retirements => "how long models last, our judgement",
    }
}

/// `2026-05` as May 2026.
fn month(as_of: &str) -> String {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = as_of.split('-');
    let year = parts.next().unwrap_or(as_of);
    let name = parts.next().and_then(|month| NAMES.get(month.parse::<usize>().ok()?.checked_sub(1)?));
    name.map_or_else(|| year.to_owned(), |name| format!("{name} {year}"))
}

/// A figure of a number, short: `$2.95`, `40%`, `2,500`.
fn figure(measure: Measure, stored: f64, units: Units<'_>) -> String {
    match measure {
        Measure::Percent => format!("{}%", significant(measure.entered(stored), 3)),
        Measure::MoneyPerUnit
        | Measure::MoneyPerMillionTokens
        | Measure::MoneyPerMonth
        | Measure::MoneyPerHour
        | Measure::Money => units.money(stored),
        _ => significant(stored, 3),
    }
}

/// Usual values: typical, low, high, source and date.
#[must_use]
pub fn usual(labels: &Labels, measure: Measure, row: &Usual, old: bool) -> String {
    let units = units(labels);
    let of = |value: f64| figure(measure, value, units);
    let name = match what(row.what) {
        "" => String::new(),
        name => format!("{}: ", local(name)),
    };
    let age = if old { " · older than 180 days" } else { "" };
    format!(
        "{name}typical {} · low {} · high {} · {}, {}{age}",
        of(row.typical),
        of(row.low),
        of(row.high),
        source(row.source),
        month(row.as_of)
    )
}

/// Button that takes the typical value.
#[must_use]
pub fn take(labels: &Labels, measure: Measure, row: &Usual) -> String {
    format!("Use {}", figure(measure, row.typical, units(labels)))
}

/// The same for assistive technology, which meets it without its neighbours.
#[must_use]
pub fn take_for(labels: &Labels, measure: Measure, row: &Usual, label: &str) -> String {
    format!("Use {} for: {label}", figure(measure, row.typical, units(labels)))
}

/// What a tie value says: below or above it the option costs least.
#[must_use]
pub fn tie(labels: &Labels, tie: &Tie) -> Option<String> {
    let [own, _] = tie.between;
    let name = upper_first(option_in_sentence(own));
    Some(match (tie.value, tie.wins, tie.always) {
        (Some(value), wins, _) => {
            let value = super::answer::tie_value(&tie.field, value, units(labels));
            let unit = labels.unit.as_str();
            if tie.field.ends_with(".price.amount") && wins == Some(Wins::Below) {
                let money = value.split(" per ").next().unwrap_or(&value);
                format!("{name} wins while one {unit} costs less than {money}")
            } else {
                format!("{name} wins {} {value}", if wins == Some(Wins::Above) { "above" } else { "below" })
            }
        }
        (None, _, Some(winner)) if winner == own => format!("{name} wins at any value"),
        (None, _, Some(winner)) => format!("{} wins at any value", upper_first(option_in_sentence(winner))),
        (None, _, None) => return None,
    })
}

/// Title of the bars.
#[must_use]
pub fn bill_title(labels: &Labels, volume: f64) -> String {
    format!("What each monthly bill is made of, at {} a month", units(labels).volume(volume))
}

fn group(group: Group) -> &'static str {
    match group {
        Group::Use => "price per use",
        Group::Machines => "machines",
        Group::People => "people",
        Group::Other => "other monthly lines",
        Group::Once => "one-off costs, spread",
    }
}

/// What the bars show.
#[must_use]
pub fn bill_caption(report: &Report) -> String {
    let Some(at) = &report.cost.at_volume else { return super::page::NO_VOLUME.to_owned() };
    let sentence = |(id, cost): (OptionId, &crate::cost::OptionCost)| {
        let largest = cost.groups().into_iter().reduce(|most, next| if next.1 > most.1 { next } else { most })?;
        let share = largest.1 / cost.total;
        Some(if share > 0.995 {
            format!("{}: all of it {}.", option(id), group(largest.0))
        } else {
            format!("{}: {} of it {}.", option(id), crate::format::percent(share), group(largest.0))
        })
    };
    at.options.iter().filter_map(sentence).collect::<Vec<_>>().join(" ")
}

/// Panel with the map.
pub const MAP: &str = "Cheapest by volume and price";
/// In place of the map.
pub const NO_MAP: &str = "The map needs an API price per use without tiers, and another option with a price.";
/// Heading of the map’s table.
pub const MAP_TABLE: &str = "The same as a table: the cheapest option";

/// Finding of its panel.
#[must_use]
pub fn map_finding(labels: &Labels, report: &Report) -> String {
    super::answer::tie_at(labels, report, "options.api.price.amount").unwrap_or_else(|| map_title(labels))
}

/// Title of the map.
#[must_use]
pub fn map_title(labels: &Labels) -> String {
    let units = units(labels);
    format!("The cheapest option by {} a month and the API’s price per {}", units.plural(), units.unit)
}

/// What the map shows, at the reader’s volume.
#[must_use]
pub fn map_caption(labels: &Labels, map: Option<&PriceMap>) -> String {
    let units = units(labels);
    let Some(map) = map else { return NO_MAP.to_owned() };
    let Some((volume, price)) = map.here else { return super::page::NO_VOLUME.to_owned() };
    let border = map.border_at(volume);
    let volume = units.volume(volume);
    if border > 0.0 {
        format!(
            "At {volume} a month the API costs least while one {} costs less than {}. Yours costs {}.",
            units.unit,
            units.money(border),
            units.money(price)
        )
    } else {
        format!("At {volume} a month the API costs least at no price per {}.", units.unit)
    }
}

/// Heading of the price column.
#[must_use]
pub fn map_head(labels: &Labels) -> String {
    format!("API price per {}", labels.unit.as_str())
}

/// A price in the map’s table.
#[must_use]
pub fn map_price(labels: &Labels, price: f64) -> String {
    units(labels).money(price)
}

/// A volume in the map’s table.
#[must_use]
pub fn map_volume(labels: &Labels, volume: f64) -> String {
    format!("{} a month", units(labels).volume(volume))
}

/// The cheapest options in the map’s table.
#[must_use]
pub fn map_cell(options: &[OptionId]) -> String {
    options.iter().map(|id| option(*id)).collect::<Vec<_>>().join(" = ")
}
