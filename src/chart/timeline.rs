//! The chart over time: the money that each option has taken by the end of each month, on two linear axes.
//!
//! Everything is taken from the report; no cost is computed here. Where things go is decided in `plan`.

mod plan;
mod words;

pub use plan::{Plan, drawing};

use super::axis::LARGEST;
use super::linear::LinearAxis;
use super::scale::Axis;
use super::{CurveSeries, Margins, NARROW_MARGINS, PlotArea, Size, SpreadSeries, WIDE_MARGINS};
use crate::approach::OptionId;
use crate::cost::TimeView;
use crate::order::Within;
use crate::report::{Report, time_pair};
use crate::scenario::Scenario;
use crate::uncertainty::{BandCurve, MonthBands};

/// Up to this multiple of the pair spoken of, the money axis holds every option.
const DEAREST: f64 = 3.0;
/// Where one is dearer, the axis ends at this multiple, so that the pair stays legible; the dearer curve leaves the plot.
const ROOM: f64 = 1.5;
/// The money axis holds bands up to this multiple of their curve.
const BAND_ROOM: f64 = 2.0;
/// Space above and below the plot, in CSS pixels.
const TOP: f64 = 24.0;
const BOTTOM: f64 = 30.0;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventKind {
    /// The option has paid for its dearer start.
    Payback,
    /// The month in which moving to the option costs least.
    Move,
}

/// Something that happens in a month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Event {
    /// What it is.
    pub kind: EventKind,
    /// The option that has paid back, or that is moved to.
    pub option: OptionId,
    /// The option that it is held against, or that is moved from.
    pub against: OptionId,
    /// The month.
    pub month: u32,
    /// The money at its end: of the option that has paid back, or of the one that is moved from.
    pub money: f64,
}

/// Everything the chart shows, as plain data.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// Months ahead.
    pub months: u32,
    /// End of the money axis, before it is rounded up to a tick.
    pub money: f64,
    /// The options in order: month and money, from month 0.
    pub curves: Vec<CurveSeries>,
    /// Between which sums an option lies in nine of ten cases, where ranges are given.
    pub spreads: Vec<SpreadSeries>,
    /// Payback and move of the pair spoken of, then the paybacks of the others.
    pub events: Vec<Event>,
    /// Currency code such as `USD`.
    pub currency: String,
}

impl Timeline {
    /// The axis of months.
    #[must_use]
    pub fn month_axis(&self) -> Axis {
        Axis::Linear(LinearAxis::of_months(self.months))
    }

    /// The options whose curves leave the plot at the top.
    #[must_use]
    pub fn beyond(&self) -> Vec<OptionId> {
        let high = self.money_axis().high();
        let leaves = |curve: &&CurveSeries| curve.points.last().is_some_and(|point| point.1 > high);
        self.curves.iter().filter(leaves).map(|curve| curve.option).collect()
    }

    /// The axis of money.
    #[must_use]
    pub fn money_axis(&self) -> Axis {
        Axis::Linear(LinearAxis::of_money(self.money))
    }
}

/// Where the plot lies: as in the crossover chart, without its flag and band.
#[must_use]
pub fn plot_area(size: Size) -> PlotArea {
    let Margins { left, right, .. } = if size.is_wide() { WIDE_MARGINS } else { NARROW_MARGINS };
    PlotArea { left, right: size.width - right, top: TOP, bottom: size.height - BOTTOM }
}

/// The chart of a report; `None` without a volume or a price.
#[must_use]
pub fn timeline(scenario: &Scenario, report: &Report) -> Option<Timeline> {
    let view = report.cost.time.as_ref()?;
    let curves: Vec<CurveSeries> = view
        .options
        .iter()
        .map(|(option, cash)| {
            let months = cash.cumulative.iter().enumerate();
            CurveSeries { option, points: months.map(|(month, money)| (month as f64, *money)).collect() }
        })
        .collect();
    let spreads = spreads(report);
    let main = time_pair(report).map(|pair| (pair.a, pair.b));
    // A band that reaches far up must not squeeze the curves: it may leave the plot.
    let total = |option: OptionId| {
        let total = view.options.get(option).map_or(0.0, |cash| cash.total);
        let spread = spreads.iter().find(|spread| spread.option == option);
        spread.and_then(|spread| spread.high.last()).map_or(total, |high| high.1.within(total, total * BAND_ROOM))
    };
    let all = view.options.iter().map(|(option, _)| total(option)).fold(0.0, f64::max);
    let spoken_of = main.map(|(a, b)| total(a).max(total(b))).filter(|money| *money > 0.0);
    Some(Timeline {
        months: view.horizon(),
        money: spoken_of.map_or(all, |money| if all > money * DEAREST { money * ROOM } else { all }).min(LARGEST),
        events: events(view, main),
        currency: scenario.labels.currency.as_str().to_owned(),
        curves,
        spreads,
    })
    .filter(|timeline| !timeline.curves.is_empty())
}

fn spreads(report: &Report) -> Vec<SpreadSeries> {
    let bands = report.cost.uncertainty.as_ref().and_then(|drawn| drawn.over_time.as_ref());
    let series = |bands: &MonthBands| {
        let edge =
            |money: &[f64]| bands.months.iter().map(|month| f64::from(*month)).zip(money.iter().copied()).collect();
        let of = |(option, band): (OptionId, &BandCurve)| SpreadSeries {
            option,
            low: edge(&band.p5),
            high: edge(&band.p95),
        };
        bands.options.iter().map(of).collect()
    };
    bands.map(series).unwrap_or_default()
}

fn events(view: &TimeView, main: Option<(OptionId, OptionId)>) -> Vec<Event> {
    let money = |option: OptionId, month: u32| {
        view.options.get(option).and_then(|cash| cash.cumulative.get(month as usize)).copied().unwrap_or_default()
    };
    let mut events = Vec::new();
    // The pair spoken of comes first: what is labelled last may find no room.
    for is_main in [true, false] {
        for pair in view.pairs.iter().filter(|pair| (main == Some((pair.a, pair.b))) == is_main) {
            let (option, against) = (pair.payback.investment, pair.payback.over);
            // What is paid back at once is worth a mark only where it is spoken of.
            if let Some(month) = pair.payback.month.filter(|month| (is_main || *month > 1) && !pair.is_tie()) {
                let money = money(option, month);
                events.push(Event { kind: EventKind::Payback, option, against, month, money });
            }
            let (option, against) = (pair.migration.to, pair.migration.from);
            // Moving at once is no event on the way.
            if let Some(month) = pair.migration.month.filter(|month| is_main && *month > 1) {
                events.push(Event { kind: EventKind::Move, option, against, month, money: money(against, month) });
            }
        }
    }
    events
}
