//! The view over time in words: findings, sentences about pairs, what is assumed, labels of its numbers.
//!
//! Every figure carries its unit and its period. Money here is cash; nothing is spread over months.

use crate::approach::OptionId;
use crate::cost::time::{Migration, Never, Payback, RunRate, TimePair};
use crate::cost::{Side, TimeView};
use crate::form::field::Measure;
use crate::format::{Units, local, plain, significant, upper_first};
use crate::report::{Report, time_pair};
use crate::scenario::Labels;
use crate::uncertainty::Band;

use super::answer::{all_of, units};
use super::{option, option_in_sentence};

/// Name of the panel.
pub const NAME: &str = "Over time";
/// What the figures are.
pub const CASH: &str = "This view is cash: one-off costs stand at the start and are not spread over months. The costs a month at your volume spread them. Do not hold the one against the other.";
/// Heading of the numbers.
pub const EXPECT: &str = "What you expect";
/// Opens the other numbers.
pub const MORE: &str = "Moving, delay, other prices";
/// Its finding while nothing is entered there.
pub const MORE_FINDING: &str = "Costs of a move, months of delay, money already spent";
/// Heading.
pub const IN_ALL: &str = "What each option takes";
/// Heading.
pub const PAIRS: &str = "Two at a time";
/// Heading.
pub const ASSUMED: &str = "What is assumed";
/// Name of the choice between two courses of the API's price.
pub const API_PRICE: &str = "What the API’s price does";
/// One of them.
pub const SAME_QUALITY: &str = "Same quality gets cheaper, -30% a year";
/// The other.
pub const FLAGSHIP: &str = "Always the flagship, 0% a year";
/// The start of the option that runs, where it has one.
pub const MOVE_NOTE: &str = "Moving is reckoned from an option that runs: its own start is paid either way and left out. Totals of moves are not discounted.";
/// What stands in brackets in the table.
pub const BANDS: &str = "In brackets: between which sums nine of ten futures lie, as your ranges have it. A twentieth lies below, a twentieth above. The sum before them is at your own numbers, which may stand at the edge of their ranges.";
/// An empty number that stands for nothing.
pub const NONE: &str = "none";

/// Label of a number of this view.
#[must_use]
pub fn field_label(path: &str) -> Option<&'static str> {
    Some(match path {
        "time.horizonMonths" => "Months ahead",
        "time.discountRatePerYear" => "Discount rate",
        "volume.growthPerMonth" => "Growth of your volume",
        "time.migrationCost" => "Cost of a move",
        "time.dualRunningMonths" => "Months with both running",
        "time.costOfDelayPerMonth" => "Cost of a month’s delay",
        "time.alreadySpent.api" => "API, already spent",
        "time.alreadySpent.fineTune" => "Fine-tune, already spent",
        "time.alreadySpent.custom" => "From scratch, already spent",
        "time.alreadySpent.openModel" => "Open model, already spent",
        "time.alreadySpent.ally" => "Partner, already spent",
        _ => return None,
    })
}

/// Where a usual value comes from, or what a number does.
#[must_use]
pub fn source(path: &str) -> String {
    local(match path {
        "volume.growthPerMonth" => "Usually 5% to 10% a month (published examples, 2026)",
        "time.discountRatePerYear" => "Usually 8% to 12% a year. Twelve months compound to it",
        "options.api.priceChangePerMonth" => {
            "Same quality: vendors 15% to 30% a year, one series tenfold (2024), earned by switching models. A flagship’s list price may rise: $1.25 to $5 per million tokens sent (OpenAI, 2025-08 to 2026-04)"
        }
        "options.fineTune.priceChangePerMonth" | "options.custom.priceChangePerMonth" => {
            "Hosting only; people do not change. GPU rents go both ways: a reserved H100 rose 38% in six months (to 2026-03)"
        }
        "time.dualRunningMonths" => "Old and new are both paid from the month of the move on",
        "time.costOfDelayPerMonth" => "Counts the months by which an option is later than the quickest",
        "time.alreadySpent.api" | "time.alreadySpent.fineTune" | "time.alreadySpent.custom" => {
            "Shown only: it does not come back, whatever you choose"
        }
        _ => "",
    })
}

/// What an empty number stands for.
#[must_use]
pub fn placeholder(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or(path) {
        "horizonMonths" => "36",
        "monthsToValue" => super::page::UNKNOWN,
        "migrationCost" | "costOfDelayPerMonth" => super::page::NOT_COUNTED,
        _ => NONE,
    }
}

fn months(count: u32) -> String {
    if count == 1 { "1 month".to_owned() } else { format!("{count} months") }
}

/// “the fine-tuned model” at the start of a sentence.
fn start(id: OptionId) -> String {
    upper_first(option_in_sentence(id))
}

/// The panel in one line.
#[must_use]
pub fn finding(labels: &Labels, report: &Report) -> String {
    let Some(view) = &report.cost.time else { return super::page::NO_VOLUME.to_owned() };
    let Some(pair) = time_pair(report) else {
        return "Enter the numbers of two options to compare them over time".to_owned();
    };
    if pair.is_tie() {
        return format!("{} cost the same in every month", upper_first(&all_of(&[pair.a, pair.b])));
    }
    let payback = &pair.payback;
    let name = start(payback.investment);
    match payback.month {
        Some(month) if payback.extra_upfront > 0.0 && payback.stays_from.is_none() => {
            format!("{name} pays back in month {month}, but not to the end of {}", months(view.horizon()))
        }
        Some(month) if payback.extra_upfront > 0.0 => format!("{name} pays back in month {month}"),
        Some(month) => format!("{name} takes less money in all from month {month} on"),
        None => never(units(labels), view, payback),
    }
}

fn never(units: Units<'_>, view: &TimeView, payback: &Payback) -> String {
    let (name, over) = (option_in_sentence(payback.investment), option_in_sentence(payback.over));
    let why = match payback.reason {
        Some(Never::SavesTooLittle) if payback.extra_upfront > 0.0 => {
            format!("{name} saves too little to pay back {}", units.money(payback.extra_upfront))
        }
        Some(Never::SavesTooLittle) => format!("the cheaper months of {name} do not make up for the dearer ones"),
        _ => format!("{name} costs no less than {over} in any month"),
    };
    let later = payback.beyond_horizon.map(|month| format!("; on the same course, in month {month}"));
    format!("Never within {}: {why}{}", months(view.horizon()), later.unwrap_or_default())
}

/// Title of the chart.
#[must_use]
pub fn chart_title(labels: &Labels) -> String {
    let units = units(labels);
    let money = if units.currency == "USD" { "Dollars".to_owned() } else { units.currency.to_owned() };
    format!("{money} paid from the start to the end of each month")
}

/// One sentence that says what to see.
#[must_use]
pub fn caption(labels: &Labels, report: &Report, beyond: &[OptionId]) -> String {
    let units = units(labels);
    let Some(view) = &report.cost.time else { return super::page::NO_VOLUME.to_owned() };
    let Some(total) = view.least_total.first().and_then(|id| view.options.get(*id)).map(|cash| cash.total) else {
        return super::answer::NO_PRICE.to_owned();
    };
    let least = format!(
        "After {} {} {} taken least, {}.",
        months(view.horizon()),
        all_of(&view.least_total),
        if view.least_total.len() == 1 { "has" } else { "have" },
        units.money(total)
    );
    let discounted = if view.discounting_reverses {
        format!(
            " Discounted at {} a year it is {} instead.",
            percent(view.basis.discount_rate_per_year.value * 100.0),
            all_of(&view.least_npv)
        )
    } else {
        String::new()
    };
    let shaded = report.cost.uncertainty.as_ref().and_then(|drawn| drawn.over_time.as_ref());
    let shaded = if shaded.is_some_and(|bands| bands.options.iter().next().is_some()) {
        " Shaded: where nine of ten futures lie, as your ranges have it."
    } else {
        ""
    };
    let off = if beyond.is_empty() { String::new() } else { format!(" Off the top of the chart: {}.", all_of(beyond)) };
    format!("{least}{discounted}{shaded}{off}")
}

/// An amount in a table; a dash where there is none.
#[must_use]
pub fn amount(units: Units<'_>, amount: Option<f64>) -> String {
    amount.map_or_else(|| "–".to_owned(), |amount| units.money(amount))
}

/// Column headings of the totals.
#[must_use]
pub fn total_heads(view: &TimeView) -> Vec<String> {
    let rate = view.basis.discount_rate_per_year.value;
    let mut heads = vec![
        "Option".to_owned(),
        "Once, at the start".to_owned(),
        "In month 1".to_owned(),
        format!("In month {}", view.horizon()),
        format!("In all, {}", months(view.horizon())),
        if rate == 0.0 {
            "Present value, not discounted".to_owned()
        } else {
            format!("Present value at {} a year", percent(rate * 100.0))
        },
    ];
    if view.basis.cost_of_delay_per_month.is_some() {
        heads.push("Of these, delay at the start".to_owned());
    }
    heads
}

/// Below the heading of the totals.
#[must_use]
pub fn totals_note(view: &TimeView) -> String {
    format!("Cash over {}. Present value (NPV) is of costs, so less is better.", months(view.horizon()))
}

/// Money that is spent and in no figure.
#[must_use]
pub fn already_spent(labels: &Labels, view: &TimeView) -> String {
    let mut spent = Vec::new();
    for (id, cash) in view.options.iter() {
        if let Some(money) = cash.already_spent {
            spent.push(format!("{} {}", option(id), units(labels).money(money)));
        }
    }
    if spent.is_empty() { String::new() } else { format!("Already spent, and in no figure: {}.", spent.join(", ")) }
}

/// Column headings of the pairs.
#[must_use]
pub fn pair_heads() -> Vec<String> {
    ["Pair", "Cost a month", "Payback", "When to move"].map(str::to_owned).into()
}

/// An amount in a table, with the band that ranges make of it.
#[must_use]
pub fn with_band(units: Units<'_>, money: Option<f64>, band: Option<Band>) -> String {
    let amount = amount(units, money);
    match band.filter(|band| band.p5 < band.p95) {
        Some(band) => format!("{amount} ({} to {})", units.money(band.p5), units.money(band.p95)),
        None => amount,
    }
}

/// Column headings of the months.
#[must_use]
pub fn month_heads(view: &TimeView) -> Vec<String> {
    let mut heads = vec!["End of month".to_owned()];
    for (id, _) in view.options.iter() {
        heads.push(option(id).to_owned());
    }
    heads.push("What happens".to_owned());
    heads
}

/// When the order of the monthly costs changes.
#[must_use]
pub fn run_rate(pair: &TimePair) -> String {
    let RunRate { at_start, month, then, changes, exact, beyond_horizon } = &pair.run_rate;
    let name = |side: Side| match side {
        Side::A => format!("{} costs less", option_in_sentence(pair.a)),
        Side::B => format!("{} costs less", option_in_sentence(pair.b)),
        Side::Tie => "they cost the same".to_owned(),
    };
    let first = upper_first(&name(*at_start));
    match (month, then) {
        (Some(month), Some(then)) => {
            let exactly = exact.map(|exact| format!(" (they meet at {})", significant(exact, 3))).unwrap_or_default();
            let often = if *changes > 1 { format!(" The order changes {changes} times.") } else { String::new() };
            format!("{first} at first; from month {month} on {}{exactly}.{often}", name(*then))
        }
        _ => match beyond_horizon {
            Some(month) => format!("{first} in every month; that changes in month {month}, beyond the horizon."),
            None => format!("{first} in every month."),
        },
    }
}

/// When the dearer start is paid back.
#[must_use]
pub fn payback(labels: &Labels, view: &TimeView, pair: &TimePair) -> String {
    if pair.is_tie() {
        return "Neither has anything to pay back: both take the same money from the start on.".to_owned();
    }
    let payback = &pair.payback;
    let extra = units(labels).money(payback.extra_upfront);
    let name = start(payback.investment);
    let Some(month) = payback.month else { return format!("{}.", never(units(labels), view, payback)) };
    let first = if payback.extra_upfront > 0.0 {
        format!("{name} starts {extra} dearer and has paid that back at the end of month {month}")
    } else {
        format!("{name} starts no dearer and takes no more money in all from month {month} on")
    };
    match payback.stays_from {
        Some(stays) if stays == month => format!("{first}."),
        Some(stays) => format!("{first}, loses it again, and is ahead for good from month {stays}."),
        None => format!("{first}, but loses it again within {}.", months(view.horizon())),
    }
}

/// When moving costs least, and when moving back does, unless that is at once.
#[must_use]
pub fn moves(labels: &Labels, view: &TimeView, pair: &TimePair) -> String {
    let there = moving(labels, view, &pair.migration);
    match pair.migration_back.month {
        Some(month) if month > 1 => format!("{there} {}", moving(labels, view, &pair.migration_back)),
        _ => there,
    }
}

fn moving(labels: &Labels, view: &TimeView, migration: &Migration) -> String {
    let units = units(labels);
    let (from, to) = (option_in_sentence(migration.from), option_in_sentence(migration.to));
    let [least, at_once, never] = [migration.least, migration.at_once, migration.never].map(|money| units.money(money));
    let horizon = months(view.horizon());
    match migration.month {
        Some(1) => format!("From {from} to {to} at once: {at_once} over {horizon}, against {never} without moving."),
        Some(month) => format!(
            "From {from} to {to} in month {month}: {least} over {horizon}, against {at_once} at once and {never} without moving."
        ),
        None => {
            let why = match migration.reason {
                Some(Never::SavesTooLittle) => "the move costs more than it saves",
                _ => "it costs no less in any month",
            };
            format!("Not from {from} to {to}, {why}: {never} over {horizon}, against {at_once} at once.")
        }
    }
}

/// A payback within the table of months.
#[must_use]
pub fn paid_back(investment: OptionId, over: OptionId) -> String {
    format!("{} has paid back against {}", option(investment), option_in_sentence(over))
}

/// A move within the table of months.
#[must_use]
pub fn moved(from: OptionId, to: OptionId) -> String {
    format!("Least in all to move from {} to {}", option_in_sentence(from), option_in_sentence(to))
}

fn percent(value: f64) -> String {
    format!("{}%", significant(value, 3))
}

/// What the figures rest on, a line each; a number of the reader's own is told from one that stands in for a blank.
#[must_use]
pub fn basis(labels: &Labels, view: &TimeView) -> Vec<String> {
    let units = units(labels);
    let basis = &view.basis;
    let whose = |given: bool| if given { "your number" } else { "assumed" };
    let course = |value: f64, [stay, up, down]: [&str; 3], period: &str| match value {
        0.0 => stay.to_owned(),
        value if value > 0.0 => format!("{up} {} a {period}", percent(value)),
        value => format!("{down} {} a {period}", percent(-value)),
    };
    let growth = basis.growth_per_month;
    let discount = basis.discount_rate_per_year;
    let mut lines = vec![
        format!("{} ahead ({})", months(view.horizon()), whose(basis.horizon_months.given)),
        format!(
            "The volume {} ({})",
            course(growth.value * 100.0, ["stays as it is", "grows", "shrinks"], "month"),
            whose(growth.given)
        ),
        match discount.value {
            0.0 => format!("No discounting ({})", whose(discount.given)),
            rate => format!(
                "Discounted at {} a year, {} a month, paid at the end of each month ({})",
                percent(rate * 100.0),
                percent(basis.discount_rate_per_month * 100.0),
                whose(discount.given)
            ),
        },
    ];
    for (id, cash) in view.options.iter() {
        let change = cash.price_change_per_month;
        let yearly = Measure::YearlyChange.entered(change.value);
        let course = course(yearly, ["stay as they are", "rise", "fall"], "year");
        lines.push(format!("{}: price and hosting {course} ({})", option(id), whose(change.given)));
    }
    lines.push(format!(
        "A move costs {} ({}), with {} in which both run ({})",
        units.money(basis.migration_cost.value),
        whose(basis.migration_cost.given),
        if basis.dual_running_months.value == 1.0 {
            "1 month".to_owned()
        } else {
            format!("{} months", plain(basis.dual_running_months.value))
        },
        whose(basis.dual_running_months.given)
    ));
    lines.push(match basis.cost_of_delay_per_month {
        Some(money) => format!(
            "A month of delay against the quickest option costs {}, at the start; an option whose time is not known has none",
            units.money(money)
        ),
        None => "Delay is not counted".to_owned(),
    });
    lines.push("People and named monthly costs do not change over time".to_owned());
    lines
}
