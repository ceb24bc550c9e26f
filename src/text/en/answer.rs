//! The answer in sentences: headline, money, range, findings of the panels.
//!
//! Advice and money are two sentences: cost never overrides the answers silently. Nothing is computed beyond picking
//! and comparing figures of the report.

use crate::approach::{Approach, OptionId};
use crate::cost::{AtVolume, MAX_STEPS, Pair, PairVerdict, Reason};
use crate::decision::{Position, RuleId, State, StepAnswer};
#[cfg(feature = "page")]
use crate::form::field::Measure;
use crate::format::{Units, lower_first, plain, significant, upper_first};
use crate::order;
use crate::report::Report;
use crate::scenario::Labels;
use crate::scenario::place;

use super::{approach, doing, option, option_in_sentence, variant};

/// Nothing can be drawn or compared.
pub(super) const NO_PRICE: &str = "No option has a price yet.";

/// In place of an option's figure, at a volume.
const NONE_YET: &str = "no price yet";

/// In place of an option's figure: what is missing for it.
pub(super) fn no_figure(report: &Report, id: OptionId) -> &'static str {
    if report.cost.curves.get(id).is_some() { "no volume yet" } else { NONE_YET }
}

/// The scenario's words for money and volume.
#[must_use]
pub fn units(labels: &Labels) -> Units<'_> {
    Units { currency: labels.currency.as_str(), unit: labels.unit.as_str() }
}

/// “a”, “a or b”, “a, b or c”.
fn any_of(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} or {last}", first.join(", ")),
    }
}

/// The advice: what the answers suggest.
fn advice(report: &Report) -> String {
    let (now, destination) = (&report.decision.now, &report.decision.destination);
    match (now.approach, destination.approach) {
        (Some(now), Some(destination)) if now == destination => format!("Your answers suggest {}.", doing(now)),
        (Some(now), Some(destination)) if now > destination => {
            format!("What is allowed leaves {}; your answers alone would suggest {}.", doing(now), doing(destination))
        }
        (Some(now), Some(destination)) => {
            format!("Your answers suggest {} now and {} later.", doing(now), doing(destination))
        }
        (Some(now), None) => {
            let names: Vec<&str> = destination.possible.iter().map(doing).collect();
            format!("Your answers suggest {} now; where to end up is open: {}.", doing(now), any_of(&names))
        }
        (None, _) => {
            let names: Vec<&str> = now.possible.iter().map(doing).collect();
            format!("Your answers leave it open: {}.", any_of(&names))
        }
    }
}

/// The money at the reader's volume, beside the advice.
fn money(units: Units<'_>, report: &Report, at: &AtVolume) -> String {
    let volume = format!("At {} a month", units.volume(at.volume));
    let Some(cheapest) = at.cheapest.first().copied() else {
        return NO_PRICE.to_owned();
    };
    let total = |option: OptionId| at.options.get(option).map(|cost| cost.total);
    let least = total(cheapest).unwrap_or(0.0);
    let suggested = report.decision.now.approach.map(Approach::option);
    if at.cheapest.len() > 1 {
        return format!("{volume} {} cost the same, {} a month.", all_of(&at.cheapest), units.money(least));
    }
    match suggested.and_then(|suggested| total(suggested).map(|total| (suggested, total))) {
        Some((suggested, _)) if suggested == cheapest && at.close_call => {
            format!("{volume} it costs {} a month, too close to the next to call.", units.money(least))
        }
        Some((suggested, _)) if suggested == cheapest => {
            format!("{volume} it is also the cheapest{}, at {} a month.", among(at), units.money(least))
        }
        Some((suggested, cost))
            if at.close_call && total(suggested).is_some_and(|cost| cost - least <= at.tie_band * least) =>
        {
            format!(
                "{volume} {} costs {} a month less, which is too close to call.",
                option_in_sentence(cheapest),
                units.money(cost - least)
            )
        }
        Some((_, cost)) => {
            format!(
                "But {} {} costs {} a month less.",
                lower_first(&volume),
                option_in_sentence(cheapest),
                units.money(cost - least)
            )
        }
        None => {
            let name = option_in_sentence(cheapest);
            format!("{volume} {name} costs least{}, at {} a month.", among(at), units.money(least))
        }
    }
}

/// What the cheapest was compared with, where an approach has no price.
fn among(at: &AtVolume) -> &'static str {
    let priced = Approach::ALL.into_iter().filter(|approach| at.options.get(approach.option()).is_some()).count();
    match priced {
        3 => "",
        2 => " of the two with a price",
        _ => " of those with a price",
    }
}

pub(super) fn all_of(options: &[OptionId]) -> String {
    let names: Vec<&str> = options.iter().map(|id| option_in_sentence(*id)).collect();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => names.concat(),
    }
}

/// The whole answer: advice, then money.
#[must_use]
pub fn headline(labels: &Labels, report: &Report) -> String {
    match &report.cost.at_volume {
        Some(at) => format!("{} {}", advice(report), money(units(labels), report, at)),
        None => advice(report),
    }
}

/// The answer of depth 0, which is about money first.
#[must_use]
pub fn glance(labels: &Labels, report: &Report) -> String {
    let units = units(labels);
    let Some(at) = &report.cost.at_volume else {
        return super::page::NO_VOLUME.to_owned();
    };
    if at.cheapest.is_empty() {
        return NO_PRICE.to_owned();
    }
    let next = at
        .options
        .iter()
        .filter(|(option, _)| !at.cheapest.contains(option))
        .min_by(|a, b| a.1.total.total_cmp(&b.1.total));
    let crossing = crossing_sentence(units, report);
    match next {
        Some((runner_up, cost)) => format!(
            "At {} a month {} {} least, by {} a month over {}. {crossing}",
            units.volume(at.volume),
            all_of(&at.cheapest),
            if at.cheapest.len() > 1 { "cost" } else { "costs" },
            units.money(cost.above_cheapest),
            option_in_sentence(runner_up),
        ),
        None => format!("At {} a month {} cost the same.", units.volume(at.volume), all_of(&at.cheapest)),
    }
}

/// Where the cheapest option changes, nearest to the reader's volume.
fn crossing_sentence(units: Units<'_>, report: &Report) -> String {
    let changes: Vec<f64> = report.cost.envelope.iter().skip(1).map(|segment| segment.from).collect();
    match changes.as_slice() {
        [] => "No volume on this chart changes that.".to_owned(),
        [one] => format!("The cheapest changes at {} a month.", units.volume(*one)),
        many => format!("The cheapest changes {} times on this chart.", many.len()),
    }
}

/// One line for a narrow screen.
#[must_use]
pub fn one_line(labels: &Labels, report: &Report) -> String {
    let units = units(labels);
    let Some(now) = report.decision.now.approach else { return "Open".to_owned() };
    let name = approach(now);
    match &report.cost.at_volume {
        Some(at) => {
            let own = at.options.get(now.option());
            let figure = own.map_or_else(|| NONE_YET.to_owned(), |cost| format!("{} a month", units.money(cost.total)));
            format!("{name} · {figure} at {}", units.volume(at.volume))
        }
        None => name.to_owned(),
    }
}

/// What to start with.
#[must_use]
pub fn course_now(now: &Position) -> String {
    match (now.variant, now.approach) {
        (Some(known), _) => variant(known).to_owned(),
        (None, Some(known)) => approach(known).to_owned(),
        (None, None) => any_of(&now.possible.iter().map(approach).collect::<Vec<_>>()),
    }
}

/// Where to end up.
#[must_use]
pub fn course_destination(now: &Position, destination: &Position) -> String {
    if destination.approach.is_some() && now.approach == destination.approach {
        "Stay there".to_owned()
    } else if now.approach > destination.approach && destination.approach.is_some() {
        "Stay there while nothing lighter is allowed".to_owned()
    } else {
        course_now(destination)
    }
}

/// The crossing as a range, where an input is one.
#[must_use]
pub fn range_line(labels: &Labels, report: &Report) -> Option<String> {
    let units = units(labels);
    #[cfg(feature = "page")]
    if report.cost.uncertainty.as_ref()?.inputs.iter().any(|input| input.field != "options.api.price.amount") {
        return super::uncertainty::range_line(labels, &report.cost);
    }
    let range = report.cost.crossing_ranges.first()?;
    let (low, high) = (units.money(range.low), units.money(range.high));
    let label = lower_first_unless_name(&super::field::label(&range.field));
    Some(match (range.from, range.to) {
        (Some(from), Some(to)) => format!(
            "{} and {} cross between {} and {} a month: {label} is known only as a range, {low} to {high} per {}.",
            upper_first(option_in_sentence(range.a)),
            option_in_sentence(range.b),
            figure(from),
            units.volume(to),
            units.unit,
        ),
        _ => format!(
            "Whether {} and {} cross depends on {label}, which is known only as a range, {low} to {high}.",
            option_in_sentence(range.a),
            option_in_sentence(range.b)
        ),
    })
}

pub(super) fn lower_first_unless_name(text: &str) -> String {
    format!("the {}", lower_first(text).replace(',', ""))
}

fn figure(volume: f64) -> String {
    if volume >= 1000.0 { plain(libm::round(volume)) } else { plain(libm::round(volume * 10.0) / 10.0) }
}

/// How much more than the cheapest, and what is not in it.
#[must_use]
pub fn difference(labels: &Labels, report: &Report, id: OptionId) -> String {
    let units = units(labels);
    let Some(at) = &report.cost.at_volume else { return String::new() };
    let Some(cost) = at.options.get(id) else { return NONE_YET.to_owned() };
    let first = if at.cheapest.contains(&id) {
        "least a month".to_owned()
    } else {
        format!("+{} a month", units.money(cost.above_cheapest))
    };
    match not_counted(&cost.not_counted).as_str() {
        "" => first,
        missing => format!("{first}; not counted: {missing}"),
    }
}

fn not_counted(keys: &[String]) -> String {
    let names: Vec<String> = keys.iter().map(|key| super::field::missing_line(key)).collect();
    names.join(", ")
}

/// Heading of the costs.
#[must_use]
pub fn costs_title(labels: &Labels, volume: f64) -> String {
    format!("Cost a month at {} a month", units(labels).volume(volume))
}

/// What one option's numbers come to.
#[must_use]
pub fn option_total(labels: &Labels, report: &Report, id: OptionId) -> String {
    let units = units(labels);
    match report.cost.at_volume.as_ref().and_then(|at| at.options.get(id)) {
        Some(cost) => match cost.per_unit {
            Some(per_unit) => {
                format!("{} a month, {} per {}", units.money(cost.total), units.money(per_unit), units.unit)
            }
            None => format!("{} a month", units.money(cost.total)),
        },
        None => no_figure(report, id).to_owned(),
    }
}

/// Title of the chart.
#[must_use]
pub fn chart_title(labels: &Labels) -> String {
    let units = units(labels);
    let money = if units.currency == "USD" { "Dollars".to_owned() } else { units.currency.to_owned() };
    format!("{money} a month by {} a month", units.plural())
}

/// One sentence that says what to see.
#[must_use]
pub fn caption(labels: &Labels, report: &Report) -> String {
    let units = units(labels);
    let segments: Vec<String> = report
        .cost
        .envelope
        .iter()
        .filter(|segment| !segment.cheapest.is_empty())
        .map(|segment| {
            let tied = if segment.cheapest.len() > 1 { " at the same cost" } else { "" };
            let names = format!("{}{tied}", all_of(&segment.cheapest));
            if segment.from > 0.0 { format!("{names} from {} on", units.volume(segment.from)) } else { names }
        })
        .collect();
    let spread = report.cost.amortisation.iter().map(|(_, months)| *months).fold(0.0, f64::max);
    let spread_note = if spread > 0.0 {
        format!(" One-off costs are spread over {} months.", months_list(report))
    } else {
        String::new()
    };
    let cut_note = if report.cost.range_shortened {
        let end = units.volume(report.cost.max_volume);
        format!(
            " The range stops at {end} a month: more than {} machines would run beyond it.",
            plain(MAX_STEPS as f64)
        )
    } else {
        String::new()
    };
    match segments.len() {
        0 => NO_PRICE.to_owned(),
        1..=3 => format!("Cheapest by volume: {}.{spread_note}{cut_note}", segments.join(", ")),
        many => format!(
            "The cheapest option changes {} times; the table lists every change.{spread_note}{cut_note}",
            many - 1
        ),
    }
}

fn months_list(report: &Report) -> String {
    let months: Vec<f64> = report.cost.amortisation.iter().map(|(_, months)| *months).collect();
    let mut months = order::numbers(months);
    months.dedup();
    let names: Vec<String> = months.into_iter().map(plain).collect();
    any_of(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The three costs at one volume, in one line above the chart.
#[must_use]
pub fn reading(labels: &Labels, costs: &[(OptionId, f64)], volume: f64) -> String {
    let units = units(labels);
    let figures: Vec<String> =
        costs.iter().map(|(id, cost)| format!("{} {}", option(*id), units.money(*cost))).collect();
    format!("{} a month: {}", units.volume(volume), figures.join(" · "))
}

/// The two cheapest are so at every volume.
const EVERY_VOLUME: &str = "every volume ties";

/// In place of a tie value.
#[cfg(feature = "page")]
#[must_use]
pub fn no_tie(report: &Report, path: &str) -> &'static str {
    let every = path == "volume.perMonth" && tied_throughout(report).is_some();
    if every { EVERY_VOLUME } else { super::page::NO_TIE }
}

/// What the tie value of a number says.
#[cfg(feature = "page")]
#[must_use]
pub fn tie_at(labels: &Labels, report: &Report, path: &str) -> Option<String> {
    super::costs::tie(labels, report.cost.ties.iter().find(|tie| tie.field == path)?)
}

/// A tie value in the unit of its field.
#[must_use]
pub fn tie_value(path: &str, value: f64, units: Units<'_>) -> String {
    in_its_unit(path, value, units, significant, |units, value| units.money(value))
}

/// An input in the unit of its field, with all its digits.
#[cfg(feature = "page")]
#[must_use]
pub fn exact_value(path: &str, value: f64, units: Units<'_>) -> String {
    let percent = |entered: f64| format!("{}%", significant(entered, 12));
    let counted = |noun: &str| super::field::counted(&plain(value), noun);
    match path.rsplit('.').next().unwrap_or(path) {
        _ if place::named_line(path).is_some() => {}
        // As people enter it: twelve months compound to it.
        "priceChangePerMonth" => return format!("{} a year", percent(Measure::YearlyChange.entered(value))),
        "discountRatePerYear" => return format!("{} a year", percent(value * 100.0)),
        "horizonMonths" | "dualRunningMonths" => return counted("months"),
        "migrationCost" => return format!("{} once", units.exact_money(value)),
        "costOfDelayPerMonth" => return format!("{} a month", units.exact_money(value)),
        "examples" => return counted("examples"),
        "collectedPerMonth" => return format!("{} a month", counted("examples")),
        "deadlineWeeks" | "hiringLagWeeks" => return counted("weeks"),
        "mlEngineers" => return counted("people"),
        _ => {}
    }
    in_its_unit(path, value, units, |value, _| significant(value, 12), |units, value| units.exact_money(value))
}

/// A value in the unit of its field, with as many digits as `figure` and `money` give.
fn in_its_unit(
    path: &str,
    value: f64,
    units: Units<'_>,
    figure: fn(f64, i32) -> String,
    money: fn(Units<'_>, f64) -> String,
) -> String {
    let last = path.rsplit('.').next().unwrap_or(path);
    let line = place::named_line(path);
    let counted = |digits, unit| super::field::counted(&figure(value, digits), unit);
    match last {
        _ if line == Some("monthly") => format!("{} a month", money(units, value)),
        _ if line == Some("oneOff") => format!("{} once", money(units, value)),
        "amortisationMonths" | "everyMonths" => counted(3, "months"),
        "fte" => counted(2, "people"),
        "inputTokens" | "outputTokens" => counted(3, "tokens"),
        "callsPerUnit" => counted(3, "calls"),
        "amount" => format!("{} per {}", money(units, value), units.unit),
        "inputPerMillion" | "outputPerMillion" => format!("{} per million tokens", money(units, value)),
        "perMonth" if path == "volume.perMonth" => format!("{} a month", units.volume(value)),
        "perMonth" | "costPerMonth" | "staff" | "flatFee" | "perReplicaMonth" => {
            format!("{} a month", money(units, value))
        }
        "perHour" => format!("{} an hour", money(units, value)),
        "cost" => format!("{} each time", money(units, value)),
        "upTo" | "capacityPerMonth" => format!("{} a month", units.volume(value)),
        "tokensPerUnit" => format!("{} tokens per {}", figure(value, 3), units.unit),
        "tokensPerSecond" => format!("{} tokens a second", figure(value, 3)),
        "minimum" => counted(3, "machines"),
        "failedRunMultiplier" => counted(3, "runs"),
        "peakFactor" => format!("{} times the average", figure(value, 3)),
        "growthPerMonth" | "priceChangePerMonth" => format!("{}% a month", figure(value * 100.0, 3)),
        "monthsToValue" => counted(3, "months"),
        "cachedShare" | "cachedPrice" | "batchShare" | "batchDiscount" | "retryShare" | "targetUtilisation" => {
            format!("{}%", figure(value * 100.0, 3))
        }
        _ => figure(value, 3),
    }
}

/// An exact number of examples.
#[must_use]
pub fn examples(count: f64) -> String {
    plain(count)
}

/// An exact number of engineers.
#[must_use]
pub fn engineers(count: f64) -> String {
    plain(count)
}

/// An exact number of weeks.
#[must_use]
pub fn weeks(count: f64) -> String {
    if count == 1.0 { "1 week".to_owned() } else { format!("{} weeks", plain(count)) }
}

/// Finding of the tree panel.
#[must_use]
pub fn tree_finding(report: &Report) -> String {
    match report.decision.tree.variant {
        Some(known) => format!("Ends at: {}", lower_first(variant(known))),
        None => format!("{} ends are possible", report.decision.tree.possible_leaves.len()),
    }
}

/// Finding of the factor panel.
#[cfg(whole)]
#[must_use]
pub fn factors_finding(report: &Report) -> String {
    super::explain::counts(&report.decision)
}

/// Finding of the flip panel.
#[must_use]
pub fn flips_finding(labels: &Labels, report: &Report) -> String {
    let units = units(labels);
    let open = report.decision.tree.answers.iter().any(|step| step.answer == StepAnswer::Unknown);
    let matter = report.decision.unknowns.iter().filter(|unknown| unknown.matters).count();
    let small =
        report.decision.flips.each().into_iter().flat_map(|(_, sets)| sets).filter(|set| set.len() == 1).count();
    let volume = report.cost.ties.iter().find(|tie| tie.field == "volume.perMonth").and_then(|tie| tie.value);
    let ties = match volume {
        Some(volume) => format!("the volume ties at {}", units.volume(volume)),
        None if tied_throughout(report).is_some() => EVERY_VOLUME.to_owned(),
        None => "no volume ties".to_owned(),
    };
    match small {
        // Sets of answers are looked for once the tree is answered.
        _ if open && matter == 1 => format!("1 open question matters; {ties}"),
        _ if open && matter > 1 => format!("{matter} open questions matter; {ties}"),
        _ if open => format!("The tree is not answered in full; {ties}"),
        0 => format!("No single answer; {ties}"),
        1 => format!("1 single answer; {ties}"),
        many => format!("{many} single answers; {ties}"),
    }
}

/// Finding of the cost panel.
#[must_use]
pub fn cost_finding(report: &Report) -> String {
    let cost = &report.cost;
    if cost.curves.iter().next().is_none() {
        return NO_PRICE.to_owned();
    }
    let Some(at) = &cost.at_volume else { return super::page::NO_VOLUME.to_owned() };
    let missing: usize = at.options.iter().map(|(_, cost)| cost.not_counted.len()).sum();
    let without = all_of(&cost.not_priced);
    match (missing, without.as_str()) {
        (0, "") => "Every expected line is counted".to_owned(),
        (0, without) => format!("No price yet for {without}"),
        (missing, without) => {
            let lines = if missing == 1 { "line is" } else { "lines are" };
            let rest = if without.is_empty() { String::new() } else { format!("; no price yet for {without}") };
            format!("{missing} expected {lines} not counted{rest}")
        }
    }
}

/// Finding of the pitfall panel.
#[must_use]
pub fn pitfalls_finding(report: &Report) -> String {
    let states = || {
        report
            .decision
            .pitfalls
            .iter()
            .map(|pitfall| pitfall.state)
            .chain(report.decision.risks.iter().map(|risk| risk.state))
    };
    let count = |wanted: State| states().filter(|state| *state == wanted).count();
    format!("{} open, {} unknown, {} clear", count(State::Triggered), count(State::Unknown), count(State::Clear))
}

/// The options that are cheapest together at every volume (part 5.7).
fn tied_throughout(report: &Report) -> Option<&[OptionId]> {
    match report.cost.envelope.as_slice() {
        [all] => Some(all.cheapest.as_slice()).filter(|tied| tied.len() > 1),
        _ => None,
    }
}

/// Finding of the table below the chart.
#[must_use]
pub fn crossings_finding(labels: &Labels, report: &Report) -> String {
    let changes: Vec<String> =
        report.cost.envelope.iter().skip(1).map(|segment| units(labels).volume(segment.from)).collect();
    match changes.as_slice() {
        _ if report.cost.curves.iter().next().is_none() => NO_PRICE.to_owned(),
        [] => match tied_throughout(report) {
            Some(tied) => format!("{} cost the same throughout", upper_first(&all_of(tied))),
            None => "One option is cheapest throughout".to_owned(),
        },
        [one] => format!("The cheapest changes at {one} a month"),
        many => format!("The cheapest changes {} times", many.len()),
    }
}

/// What a pair of options does, with the reason where they never cross.
#[must_use]
pub fn pair(labels: &Labels, pair: &Pair) -> String {
    let units = units(labels);
    let (a, b) = (option_in_sentence(pair.a), option_in_sentence(pair.b));
    let always = |cheaper: &str| {
        let why = match pair.reason {
            Some(Reason::FreePerUnit) => " A unit costs nothing more there, so volume changes nothing.",
            Some(Reason::Dominated) => " Its fixed cost and its cost per unit are both lower.",
            Some(Reason::EqualSlopes) => " Each further unit costs the same on both sides.",
            _ => "",
        };
        match pair.beyond_range {
            Some(volume) => format!(
                "{} costs less on this chart; they cross beyond it, at {} a month.",
                upper_first(cheaper),
                units.volume(volume)
            ),
            None if pair.reason == Some(Reason::BeyondRange) => {
                format!("{} costs less on this chart; they cross far beyond it.", upper_first(cheaper))
            }
            None => format!("{} always costs less at these numbers: they never cross.{why}", upper_first(cheaper)),
        }
    };
    match pair.verdict {
        PairVerdict::AAlways => always(a),
        PairVerdict::BAlways => always(b),
        PairVerdict::TieAlways => "They always cost the same at these numbers.".to_owned(),
        PairVerdict::Crosses => {
            let shown: Vec<String> =
                pair.crossings.iter().take(4).map(|crossing| units.volume(crossing.volume)).collect();
            let more = pair.crossings.len().saturating_sub(shown.len());
            let tail = if more > 0 { format!(" and {more} more times") } else { String::new() };
            format!("They cross at {}{tail}.", shown.join(", "))
        }
    }
}

/// Why the headline is as it is: what follows from the rules that were walked, as far as no open answer changes it.
#[must_use]
pub fn why(report: &Report) -> Vec<RuleId> {
    let decision = &report.decision;
    let target = decision.destination.approach.or(decision.now.approach);
    let mut rules: Vec<RuleId> = decision.tree.leaf.into_iter().collect();
    for reading in &decision.factors {
        if let (Some(rule), Some(target)) = (reading.rule, target)
            && reading.suggested.contains(target)
            && reading.factor != crate::decision::Factor::Cost
        {
            rules.push(rule);
        }
    }
    rules.extend(decision.now.limited_by.iter().copied().filter(|rule| !rules.contains(rule)).collect::<Vec<_>>());
    rules
}

/// Most rules against the headline that are shown.
const MOST_AGAINST: usize = 4;

/// The strongest rules against the headline, strongest first. What holds the start below the destination is among the
/// reasons already and is not said twice; where nothing else speaks against it, the start's own standing risk does. Empty
/// while the start is open and nothing is certain.
#[must_use]
pub fn strongest_against(report: &Report) -> Vec<RuleId> {
    let (why, decision) = (why(report), &report.decision);
    let said: Vec<String> = why.into_iter().map(super::rule::reason).collect();
    // While the destination is open, what speaks against one that may come does not speak against them all.
    let holds = |rule: &RuleId| {
        decision.destination.approach.is_some() || decision.tensions.iter().any(|tension| tension.id == *rule)
    };
    let all = decision.against.iter().copied();
    let mut rules: Vec<RuleId> =
        all.filter(|rule| !said.contains(&super::rule::reason(*rule)) && holds(rule)).take(MOST_AGAINST).collect();
    if rules.is_empty() {
        rules.extend(decision.now.approach.map(|now| if now == Approach::Api { RuleId::R1 } else { RuleId::P5 }));
    }
    rules
}

/// A rule against the headline, with its figure where it is about money.
#[must_use]
pub fn against(labels: &Labels, report: &Report, rule: RuleId) -> String {
    let units = units(labels);
    let target = report.decision.destination.approach.map(Approach::option);
    let dearer = target.and_then(|target| report.cost.at_volume.as_ref()?.options.get(target));
    match (rule, target, dearer) {
        (RuleId::C6, Some(target), Some(cost)) => format!(
            "At your volume {} costs {} a month more than the cheapest.",
            option_in_sentence(target),
            units.money(cost.above_cheapest)
        ),
        (RuleId::P5, Some(target), Some(cost)) if cost.not_counted.iter().any(|line| line == "staff") => {
            let tie = report
                .cost
                .ties
                .iter()
                .find(|tie| tie.field == format!("options.{}.staff", target.key()))
                .and_then(|tie| tie.value);
            match tie {
                Some(value) => format!(
                    "Upkeep is not counted. Engineers for more than {} a month would hand the lead away.",
                    units.money(value)
                ),
                None => "Upkeep is not counted.".to_owned(),
            }
        }
        _ => super::rule::reason(rule).to_owned(),
    }
}

/// Caption of the cost lines.
#[must_use]
pub fn cost_caption(labels: &Labels, report: &Report) -> String {
    let volume = report.cost.at_volume.as_ref().map_or(0.0, |at| at.volume);
    format!(
        "Cost a month at {} a month; one-off costs spread over {} months",
        units(labels).volume(volume),
        months_list(report)
    )
}
