//! The costs as comma-separated values (RFC 4180): one row for each volume, then one for each month where the report has a
//! view over time. Every row has the same columns.
//!
//! Figures are exact and ungrouped, for machines. A text that a spreadsheet would take for a formula gets an apostrophe
//! before it.

use super::content::units;
use super::markdown::on_one_line;
use crate::approach::OptionId;
use crate::form::field;
use crate::host;
use crate::order;
use crate::report::Report;
use crate::scenario::Scenario;
use crate::text::memo as words;

/// The costs of a scenario.
#[must_use]
pub fn costs(scenario: &Scenario, report: &Report) -> String {
    let units = units(scenario);
    let shown: Vec<OptionId> = report.cost.curves.iter().map(|(option, _)| option).collect();
    let mut head = vec![cell(words::CSV_BY), cell(words::CSV_AT)];
    head.extend(shown.iter().map(|option| cell(words::csv_option(*option))));
    let mut rows = vec![head];
    let by_volume = cell(&words::by_volume(units));
    for volume in volumes(report) {
        rows.push(row(&by_volume, volume, report.cost.at(volume).into_iter().map(|(_, cost)| Some(cost))));
    }
    let by_month = cell(&words::by_month(units));
    for (month, paid) in months(report) {
        rows.push(row(
            &by_month,
            month,
            shown.iter().map(|option| paid.iter().find(|(id, _)| id == option).map(|(_, amount)| *amount)),
        ));
    }
    rows.into_iter().map(|cells| cells.join(",") + "\r\n").collect()
}

fn row(name: &str, at: f64, amounts: impl Iterator<Item = Option<f64>>) -> Vec<String> {
    let mut cells = vec![name.to_owned(), host::text(at)];
    cells.extend(amounts.map(|amount| amount.map(host::text).unwrap_or_default()));
    cells
}

/// The volumes of the chart's table, and every volume at which the cheapest option changes.
fn volumes(report: &Report) -> Vec<f64> {
    let own = report.cost.at_volume.as_ref().map(|at| at.volume);
    let mut volumes = field::table_volumes(report.cost.max_volume, own);
    volumes.extend(report.cost.envelope.iter().skip(1).map(|segment| segment.from));
    let mut volumes = order::numbers(volumes);
    volumes.dedup();
    volumes
}

/// Money paid from the start to the end of each month, by option; month 0 is before the first.
fn months(report: &Report) -> Vec<(f64, Vec<(OptionId, f64)>)> {
    let Some(view) = &report.cost.time else { return Vec::new() };
    let paid = |month: usize| {
        view.options.iter().filter_map(|(option, cash)| Some((option, *cash.cumulative.get(month)?))).collect()
    };
    (0..=view.horizon()).map(|month| (f64::from(month), paid(month as usize))).collect()
}

/// A text as a cell: on one line, quoted where it has to be, and never a formula.
#[must_use]
pub fn cell(text: &str) -> String {
    let line = on_one_line(text);
    let line = if line.starts_with(['=', '+', '-', '@']) { format!("'{line}") } else { line };
    if line.contains(['"', ',']) { format!("\"{}\"", line.replace('"', "\"\"")) } else { line }
}
