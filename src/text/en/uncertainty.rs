//! Ranges and what they come to: labels, findings, sentences.
//!
//! Shares are whole percents, what information is worth has two digits: more would claim more than the draws say.

use crate::approach::OptionId;
use crate::cost::Costs;
use crate::form::range::ShapeKind;
use crate::format::{Units, lower_first, percent, plain, round_significant, significant, upper_first};
use crate::report::Report;
use crate::scenario::Labels;
use crate::uncertainty::{DrawnCosts, DrawnCrossing, DrawnInput, Reached, Regret, Uncertainty, VolumeSource};

use super::answer::tie_value;
use super::answer::units;
use super::{option, option_in_sentence};

/// Panel.
pub const RANGES: &str = "Ranges";
/// Panel.
pub const HOW_SURE: &str = "How sure";
/// Below the heading of the ranges.
pub const RANGES_NOTE: &str = "Give a range to a number that you do not know well. Every result under “How sure” follows from these ranges; the suggested ends are ours, so change them. A range moves along with its number.";
/// Label of the list of numbers.
pub const ADD: &str = "Add a range for";
/// First entry of that list.
pub const CHOOSE: &str = "choose a number";
/// Label of the shape.
pub const SHAPE: &str = "Shape";
/// Takes a range out.
pub const REMOVE: &str = "Remove";
/// Heading of the links between ranges.
pub const LINKS: &str = "Numbers that move together";
/// Below it.
pub const LINKS_NOTE: &str = "1: both are high together, always. 0: neither tells anything about the other. -1: one is high when the other is low. Each range stays as it is.";
/// Label of the list of pairs.
pub const ADD_LINK: &str = "Link";
/// First entry of that list.
pub const CHOOSE_PAIR: &str = "choose two numbers";
/// Label of the number of a link.
pub const CORRELATION: &str = "Rank correlation";
/// Label.
pub const SAMPLES: &str = "Draws";
/// Label.
pub const SEED: &str = "Seed";
/// What the seed does.
pub const SEED_NOTE: &str = "The same seed gives the same figures to everyone.";
/// No range yet.
pub const NO_RANGES: &str = "None given";
/// No range yet, in the results.
pub const NOTHING_DRAWN: &str = "Add a range above to see how likely each option is to be the cheapest.";
/// Heading.
pub const WHO_IS_CHEAPEST: &str = "Who is cheapest, and how often";
/// Heading.
pub const WHERE_THEY_CROSS: &str = "Where they cross";
/// Heading.
pub const WORTH: &str = "What it would be worth to find out";
/// Heading.
pub const TORNADO: &str = "One number at a time";
/// Heading.
pub const REGRET: &str = "Regret at three volumes";
/// Caption of their table.
pub const REGRET_TABLE: &str = "What each option costs a month more than the cheapest";
/// Column heading.
pub const COL_OPTION: &str = "Option";
/// Column heading.
pub const COL_CHEAPEST_IN: &str = "Cheapest in";
/// Column heading.
pub const COL_LOW: &str = "One in 20 below";
/// Column heading.
pub const COL_MEDIAN: &str = "Half below";
/// Column heading.
pub const COL_HIGH: &str = "One in 20 above";
/// Column heading.
pub const COL_MEAN: &str = "Mean cost a month";
/// Column heading.
pub const COL_NEVER: &str = "Never cross in";
/// Column heading.
pub const COL_WORTH: &str = "Worth knowing, a month";
/// Column heading.
pub const COL_AT_LOW: &str = "At the low end";
/// Column heading.
pub const COL_AT_HIGH: &str = "At the high end";
/// Column heading.
pub const COL_FLIPS: &str = "Order changes at";
/// Column heading.
pub const COL_WORST: &str = "Worst";
/// The bar of draws that never cross.
pub const NEVER: &str = "never";
/// The line at which two options cost the same.
pub const EVEN: &str = "same cost";
/// A number that moves no cost.
pub const NO_EFFECT: &str = "moves no cost";
/// What is said of a range that only the view over time depends on.
pub const ONLY_OVER_TIME: &str = "moves what is paid over the months only";
/// Below the tornado.
pub const TORNADO_NOTE: &str = "Outlined: the low end of a range; filled: its high end. All other numbers stay as they are, so what two of them do together does not show here.";

/// Name of a shape with what its numbers mean.
#[must_use]
pub fn shape(shape: ShapeKind) -> &'static str {
    match shape {
        ShapeKind::Lognormal => "skewed (lognormal)",
        ShapeKind::Pert => "smooth (PERT)",
        ShapeKind::Triangular => "pointed (triangular)",
        ShapeKind::Uniform => "even (uniform)",
    }
}

/// Label of an end of a range.
#[must_use]
pub fn end(key: &str) -> &'static str {
    match key {
        "p10" => "One in ten below",
        "p90" => "One in ten above",
        "mode" => "Likeliest",
        "min" => "Lowest",
        "kind" => SHAPE,
        _ => "Highest",
    }
}

/// A number in the list of those that can be ranges.
#[must_use]
pub fn candidate(path: &str, value: f64, units: Units<'_>) -> String {
    format!("{}: {}", super::field::label(path), tie_value(path, value, units))
}

/// Name of the button that takes a range out.
#[must_use]
pub fn remove(path: &str) -> String {
    format!("{REMOVE} the range of {}", super::field::label(path))
}

/// Two numbers that are or may be linked.
#[must_use]
pub fn pair([a, b]: &[String; 2]) -> String {
    format!("{} and {}", super::field::label(a), super::answer::lower_first_unless_name(&super::field::label(b)))
}

/// Name of the button that takes a link out.
#[must_use]
pub fn remove_link(pair: &[String; 2]) -> String {
    format!("{REMOVE} the link of {}", self::pair(pair))
}

/// Label of a number that belongs to a range or a link.
#[must_use]
pub fn field_label(path: &str) -> Option<String> {
    let setting = match path {
        "uncertainty.samples" => SAMPLES,
        "uncertainty.seed" => SEED,
        path if path.starts_with(crate::form::range::LINKS) => CORRELATION,
        _ => "",
    };
    if !setting.is_empty() {
        return Some(setting.to_owned());
    }
    let (number, last) = crate::form::range::number_of(path)?;
    Some(format!("{}, {}", super::field::label(number), lower_first(end(last))))
}

/// Finding of the panel with the ranges.
#[must_use]
pub fn ranges_finding(report: &Report) -> String {
    match report.cost.uncertainty.as_ref().map(|drawn| drawn.inputs.len()) {
        None => NO_RANGES.to_owned(),
        Some(1) => "1 number is a range".to_owned(),
        Some(count) => format!("{count} numbers are ranges"),
    }
}

/// Two digits.
fn two_digits(units: Units<'_>, amount: f64) -> String {
    units.money(round_significant(amount, 2))
}

/// A share as a whole percent; what is neither all nor nothing never reads as either.
#[must_use]
pub fn share(share: f64) -> String {
    if share > 0.0 && share < 0.005 {
        "under 1%".to_owned()
    } else if share < 1.0 && share > 0.995 {
        "over 99%".to_owned()
    } else {
        percent(share)
    }
}

fn likeliest(costs: &DrawnCosts) -> Option<(OptionId, f64)> {
    costs.probability_cheapest.iter().map(|(id, share)| (id, *share)).reduce(|a, b| if b.1 > a.1 { b } else { a })
}

/// Finding of the panel with the results.
#[must_use]
pub fn finding(report: &Report) -> String {
    let costs = report.cost.uncertainty.as_ref().and_then(|drawn| drawn.at_volume.as_ref());
    match costs.and_then(likeliest) {
        Some((id, probability)) => format!("{} costs least in {} of the futures", option(id), share(probability)),
        None => NOTHING_DRAWN.to_owned(),
    }
}

/// Who is cheapest, in a sentence.
#[must_use]
pub fn cheapest(labels: &Labels, drawn: &Uncertainty) -> String {
    let Some(costs) = &drawn.at_volume else { return super::page::NO_VOLUME.to_owned() };
    let units = units(labels);
    let futures = format!("In {} futures drawn from your ranges", plain(f64::from(drawn.samples)));
    let Some((id, probability)) = likeliest(costs) else { return String::new() };
    let often = format!("{futures}, {} costs least in {}.", option_in_sentence(id), share(probability));
    match costs.least_mean {
        Some(mean) if mean != id && costs.mean.get(mean).is_some() => {
            let (one, other) = (costs.mean.get(mean), costs.mean.get(id));
            let less = other.zip(one).map_or(0.0, |(other, one)| other - one);
            format!(
                "{often} On average {} costs {} a month less: when the likelier winner is dear, it is very dear.",
                option_in_sentence(mean),
                two_digits(units, less)
            )
        }
        _ => often,
    }
}

/// A volume of a crossing.
#[must_use]
pub fn reached(reached: Reached, units: Units<'_>) -> String {
    reached.volume().map_or_else(|| NEVER.to_owned(), |volume| units.volume(round_significant(volume, 3)))
}

/// Where the first crossing lies, in a sentence.
#[must_use]
pub fn crossing(labels: &Labels, crossing: &DrawnCrossing) -> String {
    let units = units(labels);
    let names = format!("{} and {}", upper_first(option_in_sentence(crossing.a)), option_in_sentence(crossing.b));
    if crossing.never >= 1.0 {
        return format!("{names} cross in none of the futures.");
    }
    let middle = match (crossing.p5.volume(), crossing.p95.volume()) {
        (Some(low), Some(high)) => format!(
            "{names} cross between {} and {} a month in nine of ten futures",
            significant(low, 3),
            units.volume(round_significant(high, 3))
        ),
        (Some(low), None) => {
            format!("{names} cross from {} a month on, if at all", units.volume(round_significant(low, 3)))
        }
        (None, _) => format!("{names} cross in few futures"),
    };
    match (crossing.p50.volume(), crossing.never > 0.0) {
        (Some(half), false) => format!("{middle}; half of them below {}.", significant(half, 3)),
        (Some(half), true) => {
            format!("{middle}; half of all below {}, and never in {}.", significant(half, 3), share(crossing.never))
        }
        (None, _) => format!("{middle}; never in {}.", share(crossing.never)),
    }
}

/// One line above the chart, where ranges are given.
#[must_use]
pub fn range_line(labels: &Labels, cost: &Costs) -> Option<String> {
    let drawn = cost.uncertainty.as_ref()?;
    let id = |crossing: &&DrawnCrossing| (crossing.a, crossing.b) == (OptionId::Api, OptionId::FineTune);
    let first = drawn.crossings.iter().find(id)?;
    drawn.inputs.iter().any(|input| input.has_effect).then(|| crossing(labels, first))
}

/// Title of the histogram.
#[must_use]
pub fn histogram_title(labels: &Labels) -> String {
    format!("Share of the futures by the {} a month at which API and fine-tune first cross", units(labels).plural())
}

/// What everything together is worth.
#[must_use]
pub fn evpi(labels: &Labels, costs: &DrawnCosts) -> String {
    let units = units(labels);
    if costs.evpi <= 0.0 {
        return "Nothing: the same option costs least in every future, so that knowing more would change no choice."
            .to_owned();
    }
    let worth = format!(
        "Knowing all of these numbers exactly before you choose would be worth at most {} a month.",
        two_digits(units, costs.evpi)
    );
    if costs.worth_estimating {
        worth
    } else {
        format!("{worth} That is under 1% of the mean cost: more estimating is not worth it.")
    }
}

/// What a range that moves no monthly cost does.
#[must_use]
pub fn effect(input: &DrawnInput) -> Option<&'static str> {
    let note = if input.only_over_time { ONLY_OVER_TIME } else { NO_EFFECT };
    (!input.has_effect).then_some(note)
}

/// What one input is worth.
#[must_use]
pub fn evppi(labels: &Labels, costs: &DrawnCosts, input: &DrawnInput) -> String {
    match input.evppi {
        _ if !input.has_effect => effect(input).unwrap_or_default().to_owned(),
        None => "–".to_owned(),
        // Bins of few draws push the estimate up a little: what is small beside the whole cannot be told from nothing.
        Some(worth) if worth < 0.05 * costs.evpi || worth <= 0.0 => "about nothing".to_owned(),
        Some(worth) => format!("at most {}", two_digits(units(labels), worth)),
    }
}

/// What is worth most to know, in a sentence.
#[must_use]
pub fn most_worth(labels: &Labels, costs: &DrawnCosts, drawn: &Uncertainty) -> Option<String> {
    let most = drawn.inputs.iter().reduce(|a, b| if b.evppi > a.evppi { b } else { a })?;
    let worth = most.evppi.filter(|worth| costs.worth_estimating && *worth >= 0.05 * costs.evpi)?;
    (drawn.inputs.len() > 1).then(|| {
        let label = match most.field.as_str() {
            "volume.perMonth" => "your volume".to_owned(),
            field => super::answer::lower_first_unless_name(&super::field::label(field)),
        };
        format!(
            "Of the single numbers, {label} is worth most to know: at most {} a month.",
            two_digits(units(labels), worth)
        )
    })
}

/// Title of the tornado.
#[must_use]
pub fn tornado_title(between: [OptionId; 2]) -> String {
    let [cheapest, next] = between.map(option_in_sentence);
    format!("By how much {next} costs more a month than {cheapest}")
}

/// What the tornado shows, in a sentence.
#[must_use]
pub fn tornado_finding(flips: &[String]) -> String {
    match flips {
        [] => "No single range changes which of the two costs less.".to_owned(),
        [one] => format!("One range by itself changes which of the two costs less: {one}."),
        many => format!("{} ranges, each by itself, change which of the two costs less.", many.len()),
    }
}

/// A number in a row of the tornado.
#[must_use]
pub fn row(path: &str, flips: bool) -> String {
    let label = super::field::label(path);
    if flips { format!("{label} – flips") } else { label }
}

/// Where the volumes of a regret table come from.
#[must_use]
pub fn regret_source(source: VolumeSource) -> &'static str {
    match source {
        VolumeSource::Given => "Volumes as the scenario names them.",
        VolumeSource::Range => "Volumes: one in ten, half and nine in ten of your volume’s range, our choice.",
        VolumeSource::TenthAndTenfold => "Volumes: a tenth of yours, yours, and ten times yours, our choice.",
    }
}

/// What the regrets say, in a sentence.
#[must_use]
pub fn regret(labels: &Labels, regret: &Regret) -> String {
    let names: Vec<&str> = regret.least.iter().map(|id| option_in_sentence(*id)).collect();
    let worst = regret.options.iter().map(|row| row.worst).fold(f64::INFINITY, f64::min);
    let verb = if names.len() == 1 { "keeps" } else { "keep" };
    let sentence = upper_first(&names.join(" and "));
    format!(
        "{sentence} {verb} the worst regret smallest: at most {} a month more than the cheapest. No probabilities are used; another choice of volumes or options can change this.",
        units(labels).money(worst)
    )
}

/// Options that a gate leaves out.
#[must_use]
pub fn excluded(options: &[OptionId]) -> Option<String> {
    let names: Vec<&str> = options.iter().map(|id| option_in_sentence(*id)).collect();
    (!names.is_empty()).then(|| format!("Left out, because it is not allowed here: {}.", names.join(", ")))
}

/// Heading of a column of regrets.
#[must_use]
pub fn regret_at(volume: f64, units: Units<'_>) -> String {
    format!("At {}", units.volume(round_significant(volume, 3)))
}

/// Name of the results for assistive technology, and caption of their table.
#[must_use]
pub fn costs_caption(drawn: &Uncertainty) -> String {
    format!("Cost a month over {} futures", plain(f64::from(drawn.samples)))
}

/// How the draws are made.
#[must_use]
pub fn method(drawn: &Uncertainty) -> String {
    format!(
        "{} draws by Latin hypercube, PCG32, seed {}. A share is right to about half a point.",
        plain(f64::from(drawn.samples)),
        drawn.seed
    )
}
