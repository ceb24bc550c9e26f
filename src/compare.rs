//! Scenarios side by side: what comes out of each, and every value in which they differ from the first.
//!
//! Pure: scenarios and reports in, rows of words out. What is equal everywhere among the inputs is left out.

use crate::approach::OptionId;
use crate::cost::Pair;
use crate::json::Json;
use crate::report::Report;
use crate::scenario::Scenario;
use crate::session::{Change, differences};
use crate::text;
use crate::text::answer::units;

/// One scenario with its report.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// What goes in.
    pub scenario: &'a Scenario,
    /// What comes out.
    pub report: &'a Report,
}

/// One line of the comparison: its name, and a cell for each scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What is compared.
    pub label: String,
    /// One for each scenario, in their order.
    pub cells: Vec<String>,
}

impl Row {
    /// Whether a scenario's cell is another one than the first's.
    #[must_use]
    pub fn differs(&self, place: usize) -> bool {
        self.cells.get(place) != self.cells.first()
    }
}

/// The results of all scenarios.
#[must_use]
pub fn results(sides: &[Side<'_>]) -> Vec<Row> {
    let row =
        |label: String, cell: &dyn Fn(&Side<'_>) -> String| Row { label, cells: sides.iter().map(cell).collect() };
    let mut rows = vec![
        row(text::page::NOW.to_owned(), &|side| text::answer::course_now(&side.report.decision.now)),
        row(text::page::DESTINATION.to_owned(), &|side| {
            text::answer::course_destination(&side.report.decision.now, &side.report.decision.destination)
        }),
        row(text::compare::VOLUME.to_owned(), &|side| {
            let at = side.report.cost.at_volume.as_ref();
            at.map_or_else(|| text::page::UNKNOWN.to_owned(), |at| units(&side.scenario.labels).volume(at.volume))
        }),
    ];
    for option in OptionId::ALL {
        let total = |side: &Side<'_>| Some(side.report.cost.at_volume.as_ref()?.options.get(option)?.total);
        if sides.iter().any(|side| total(side).is_some()) {
            rows.push(row(text::compare::cost_of(option), &|side| {
                total(side).map_or_else(
                    || text::page::NOT_COUNTED.to_owned(),
                    |total| units(&side.scenario.labels).money(total),
                )
            }));
        }
    }
    for (a, b) in
        [(OptionId::Api, OptionId::FineTune), (OptionId::Api, OptionId::Custom), (OptionId::FineTune, OptionId::Custom)]
    {
        let found = |side: &Side<'_>| -> Option<String> {
            let pair: &Pair = side.report.cost.pairs.iter().find(|pair| (pair.a, pair.b) == (a, b))?;
            Some(text::answer::pair(&side.scenario.labels, pair))
        };
        if sides.iter().any(|side| found(side).is_some()) {
            rows.push(row(text::page::pair_name(text::option(a), text::option(b)), &|side| {
                found(side).unwrap_or_else(|| text::page::NOT_COUNTED.to_owned())
            }));
        }
    }
    rows
}

/// Every value of the scenarios that is not the same in all of them.
#[must_use]
pub fn inputs(sides: &[Side<'_>]) -> Vec<Row> {
    let Some((first, others)) = sides.split_first() else { return Vec::new() };
    let start = Json::of(first.scenario);
    let changes: Vec<Vec<Change>> = others.iter().map(|side| differences(&start, &Json::of(side.scenario))).collect();
    let mut rows: Vec<(&str, Row)> = Vec::new();
    for change in changes.iter().flatten() {
        if rows.iter().any(|(path, _)| *path == change.path) {
            continue;
        }
        let cell = |side: &Vec<Change>| {
            let own = side.iter().find(|own| own.path == change.path);
            own.map_or_else(|| change.before.clone(), |own| own.after.clone())
        };
        let cells = std::iter::once(change.before.clone()).chain(changes.iter().map(cell)).collect();
        rows.push((&change.path, Row { label: text::field::label(&change.path), cells }));
    }
    rows.into_iter().map(|(_, row)| row).collect()
}
