//! From a scenario and its report to what the chart shows. Everything is taken from the report; only the polylines
//! between its points are sampled.

#[cfg(feature = "page")]
use super::SpreadSeries;
use super::{AxisLabels, Crossover, Facts, Mark, MarkKind, Region, Sampled};
use crate::approach::OptionId;
use crate::cost::{Costs, CrossingKind, Curve};
use crate::decision::USUAL_BAND;
use crate::format::{plural, present};
use crate::order;
use crate::report::Report;
use crate::scenario::Scenario;
#[cfg(feature = "page")]
use crate::uncertainty::BandCurve;

/// Most crossings that are marked; the table has all of them.
const MAX_MARKS: usize = 60;

/// The crossover chart of a scenario.
#[must_use]
pub fn scene(scenario: &Scenario, report: &Report) -> Crossover {
    let max = report.cost.max_volume;
    let list: Vec<(OptionId, &Curve, Vec<f64>)> =
        report.cost.curves.iter().map(|(option, curve)| (option, curve, curve.breaks(max).collect())).collect();
    let functions: Vec<_> = list.iter().map(|(_, curve, _)| |volume: f64| curve.at(volume)).collect();
    let sampled: Vec<Sampled<'_>> = list
        .iter()
        .zip(&functions)
        .map(|((option, _, breaks), cost)| Sampled { option: *option, cost, breaks })
        .collect();
    let prediction = scenario.labels.unit.as_str() == "prediction";
    let facts = Facts {
        max_volume: scenario.range.max_volume.map(|_| max),
        crossings: marks(&report.cost),
        regions: report
            .cost
            .envelope
            .iter()
            .map(|segment| Region { from: segment.from, to: segment.to, option: segment.cheapest.clone() })
            .collect(),
        here: report.cost.at_volume.as_ref().map(|at| at.volume),
        usual_band: prediction.then_some(USUAL_BAND),
        crossing_range: crossing_range(&report.cost),
        #[cfg(feature = "page")]
        spreads: spreads(&report.cost),
        labels: AxisLabels {
            currency: scenario.labels.currency.as_str().to_owned(),
            units: plural(scenario.labels.unit.as_str()),
            locale: present(),
        },
    };
    Crossover::new(&sampled, facts)
}

/// One range gives the two ends themselves; of several, nine in ten crossings lie between the two volumes.
fn crossing_range(cost: &Costs) -> Option<(f64, f64)> {
    #[cfg(feature = "page")]
    if cost.uncertainty.as_ref()?.inputs.iter().filter(|input| input.has_effect).count() > 1 {
        return drawn_range(cost);
    }
    let range = cost.crossing_ranges.iter().find(|range| on_envelope(cost, range.a, range.b))?;
    range.from.zip(range.to)
}

#[cfg(feature = "page")]
fn drawn_range(cost: &Costs) -> Option<(f64, f64)> {
    let drawn = cost.uncertainty.as_ref()?;
    let crossing = drawn.crossings.iter().find(|crossing| on_envelope(cost, crossing.a, crossing.b))?;
    let (from, to) = (crossing.p5.volume()?, crossing.p95.volume()?);
    (from < to).then_some((from, to))
}

#[cfg(feature = "page")]
fn spreads(cost: &Costs) -> Vec<SpreadSeries> {
    let Some(drawn) = &cost.uncertainty else { return Vec::new() };
    let bands = &drawn.bands;
    let edge = |costs: &[f64]| bands.volumes.iter().copied().zip(costs.iter().copied()).collect();
    let series =
        |(option, band): (OptionId, &BandCurve)| SpreadSeries { option, low: edge(&band.p5), high: edge(&band.p95) };
    bands.options.iter().map(series).collect()
}

/// Whether a crossing of this pair changes the cheapest of all.
fn on_envelope(cost: &Costs, a: OptionId, b: OptionId) -> bool {
    cost.envelope.windows(2).any(|pair| match pair {
        [before, after] => {
            let both = |option| before.cheapest.contains(&option) || after.cheapest.contains(&option);
            both(a) && both(b)
        }
        _ => false,
    })
}

fn marks(cost: &Costs) -> Vec<Mark> {
    let changes: Vec<f64> = cost.envelope.iter().skip(1).map(|segment| segment.from).collect();
    let marks: Vec<Mark> = cost
        .pairs
        .iter()
        .flat_map(|pair| {
            let changes = &changes;
            pair.crossings.iter().map(move |crossing| Mark {
                volume: crossing.volume,
                cost: crossing.cost,
                kind: match crossing.kind {
                    CrossingKind::Equal => MarkKind::Equal,
                    CrossingKind::Jump => MarkKind::Jump,
                },
                on_envelope: changes.contains(&crossing.volume),
                a: pair.a,
                b: pair.b,
            })
        })
        .collect();
    let mut marks = order::by(marks, |mark| mark.volume);
    marks.truncate(MAX_MARKS);
    marks
}
