//! Two charts of bars: how a crossing is spread over volumes, and what each range does to the gap between two options.
//!
//! Series are plain data; places are in CSS pixels, as on the crossover chart, whose axis, texts and roles these share. No
//! share and no gap is computed here.

use plotters::prelude::{DrawingBackend, PathElement};

use super::Size;
use super::axis::{LogAxis, short, short_money};
use super::canvas::{Anchor, Kind, Role, Shape};
use super::labels::{Label, Rect, text_width};
use super::pen::{self, Failure, Root, place, rectangle, text};
use crate::order::Within;
use crate::uncertainty::{Bar, Histogram};

/// Height of the histogram.
const HISTOGRAM_HEIGHT: f64 = 220.0;
/// Height of one row of the tornado: its name, then its bar.
const ROW: f64 = 42.0;
/// Height of the name in it.
const NAME: f64 = 19.0;
/// Where names begin.
const NAME_LEFT: f64 = 4.0;
/// Space under a plot for its texts.
const FOOT: f64 = 30.0;

/// The histogram with what else is marked on its axis.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadChart {
    /// The bars.
    pub histogram: Histogram,
    /// Between which volumes nine in ten crossings lie.
    pub bracket: Option<(f64, f64)>,
    /// The reader's volume, with its name.
    pub here: Option<(f64, String)>,
    /// What the bar beside the others stands for.
    pub never: String,
}

/// The bars of a tornado with their names.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoChart {
    /// Name and bar of each input, widest first.
    pub rows: Vec<(String, Bar)>,
    /// Code of the currency.
    pub currency: String,
    /// What the line at no gap stands for.
    pub even: String,
}

/// A drawn chart.
#[derive(Clone, Debug, PartialEq)]
pub struct BarDrawing {
    /// Its size.
    pub size: Size,
    /// What to write out, from back to front.
    pub shapes: Vec<Shape>,
}

/// An even axis over round values.
struct EvenAxis {
    low: f64,
    high: f64,
    step: f64,
}

impl EvenAxis {
    /// An axis over all values and zero, with about so many steps.
    fn new(values: impl Iterator<Item = f64>, steps: f64) -> Self {
        let (low, high) = values.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        let width = if high > low { high - low } else { 1.0 };
        let decade = libm::pow(10.0, libm::floor(libm::log10(width / steps)));
        let step = [1.0, 2.0, 5.0].map(|round| round * decade).into_iter().find(|step| width / step <= steps);
        let step = step.unwrap_or(10.0 * decade);
        Self { low: libm::floor(low / step) * step, high: libm::ceil(high / step).max(1.0) * step, step }
    }

    fn share(&self, value: f64) -> f64 {
        (value - self.low) / (self.high - self.low)
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        let count = libm::round((self.high - self.low) / self.step) as u32;
        let (low, step) = (self.low, self.step);
        (0..=count.min(20)).map(move |place| libm::round(low / step + f64::from(place)) * step)
    }
}

fn line<DB: DrawingBackend>(root: &Root<DB>, kind: Kind, points: &[(f64, f64)]) -> Result<(), Failure<DB>> {
    let points: Vec<(i32, i32)> = points.iter().copied().map(place).collect();
    root.draw(&PathElement::new(points, Role::plain(kind).style()))
}

fn words<DB: DrawingBackend>(
    root: &Root<DB>,
    kind: Kind,
    said: &str,
    at: (f64, f64),
    anchor: Anchor,
) -> Result<(), Failure<DB>> {
    text(&Label::new(Role::plain(kind), said, at, anchor), root)
}

/// The histogram.
#[must_use]
pub fn spread_drawing(chart: &SpreadChart, width: f64) -> BarDrawing {
    let size = Size::new(width, HISTOGRAM_HEIGHT);
    BarDrawing { size, shapes: pen::shapes(size, |root| draw_spread(chart, size, root)) }
}

fn draw_spread<DB: DrawingBackend>(chart: &SpreadChart, size: Size, root: &Root<DB>) -> Result<(), Failure<DB>> {
    let Histogram { bars, never, .. } = &chart.histogram;
    let aside = if *never > 0.0 { text_width(&chart.never, false).max(28.0) + 20.0 } else { 0.0 };
    let area = Rect { left: 44.0, right: size.width - 14.0 - aside, top: 24.0, bottom: size.height - FOOT };
    let shares = EvenAxis::new(bars.iter().map(|bar| bar.share).chain([*never]), 4.0);
    let y = |share: f64| area.bottom - shares.share(share) * (area.bottom - area.top);
    for share in shares.ticks() {
        line(root, Kind::Grid, &[(area.left, y(share)), (size.width - 14.0, y(share))])?;
        let said = format!("{}%", short((share * 100.0).max(0.0)));
        words(root, Kind::AxisText, &said, (area.left - 6.0, y(share)), Anchor::End)?;
    }
    let (Some(first), Some(last)) = (bars.first(), bars.last()) else {
        return never_bar(chart, &area, y(*never), root);
    };
    let (low, high) = (libm::log10(first.from), libm::log10(last.to));
    let room = area.right - area.left;
    let x = |volume: f64| area.left + ((libm::log10(volume) - low) / (high - low)).within(0.0, 1.0) * room;
    for bar in bars {
        let rect = Rect { left: x(bar.from) + 0.5, right: x(bar.to) - 0.5, top: y(bar.share), bottom: area.bottom };
        root.draw(&rectangle(&rect, Role::plain(Kind::Bar)))?;
    }
    line(root, Kind::Axis, &[(area.left, area.bottom), (area.right, area.bottom)])?;
    let ticks = LogAxis::new(first.from, last.to).ticks();
    let inner: Vec<f64> =
        ticks.into_iter().filter(|tick| (first.from * 0.999..=last.to * 1.001).contains(tick)).collect();
    // Within less than a decade the ends themselves are named.
    let named = if inner.len() > 1 { inner } else { vec![first.from, last.to] };
    for tick in named {
        let said = short(tick);
        let half = text_width(&said, false) / 2.0;
        let middle = x(tick).within(half, size.width - half);
        words(root, Kind::AxisText, &said, (middle, area.bottom + 16.0), Anchor::Middle)?;
    }
    if let Some((from, to)) = chart.bracket {
        let foot = area.bottom + 5.0;
        line(root, Kind::RangeBracket, &[(x(from), foot - 5.0), (x(from), foot), (x(to), foot), (x(to), foot - 5.0)])?;
    }
    if let Some((volume, name)) = chart.here.as_ref().filter(|(volume, _)| (first.from..=last.to).contains(volume)) {
        line(root, Kind::Here, &[(x(*volume), area.top - 6.0), (x(*volume), area.bottom)])?;
        let half = text_width(name, true) / 2.0;
        let middle = x(*volume).within(half + 2.0, size.width - half - 2.0);
        words(root, Kind::Strong, name, (middle, 10.0), Anchor::Middle)?;
    }
    never_bar(chart, &area, y(*never), root)
}

/// The bar of the draws that never cross, to the right of the axis.
fn never_bar<DB: DrawingBackend>(
    chart: &SpreadChart,
    area: &Rect,
    top: f64,
    root: &Root<DB>,
) -> Result<(), Failure<DB>> {
    if chart.histogram.never <= 0.0 {
        return Ok(());
    }
    let half = text_width(&chart.never, false) / 2.0;
    let middle = area.right + 18.0 + half;
    let rect = Rect { left: middle - 12.0, right: middle + 12.0, top, bottom: area.bottom };
    root.draw(&rectangle(&rect, Role::plain(Kind::NeverBar)))?;
    line(root, Kind::Axis, &[(middle - 16.0, area.bottom), (middle + 16.0, area.bottom)])?;
    words(root, Kind::AxisText, &chart.never, (middle, area.bottom + 16.0), Anchor::Middle)
}

/// The tornado.
#[must_use]
pub fn tornado_drawing(chart: &TornadoChart, width: f64) -> BarDrawing {
    let size = Size::new(width, 30.0 + ROW * chart.rows.len() as f64 + FOOT);
    BarDrawing { size, shapes: pen::shapes(size, |root| draw_tornado(chart, size, root)) }
}

fn draw_tornado<DB: DrawingBackend>(chart: &TornadoChart, size: Size, root: &Root<DB>) -> Result<(), Failure<DB>> {
    let Some((_, first)) = chart.rows.first() else { return Ok(()) };
    let area = Rect { left: 28.0, right: size.width - 28.0, top: 26.0, bottom: size.height - FOOT };
    let steps = if size.is_wide() { 6.0 } else { 3.0 };
    let gaps = EvenAxis::new(chart.rows.iter().flat_map(|(_, bar)| [bar.gap_at_low, bar.gap_at_high]), steps);
    let x = |gap: f64| area.left + gaps.share(gap) * (area.right - area.left);
    for gap in gaps.ticks() {
        upright(chart, &area, Kind::Grid, x(gap), root)?;
        words(root, Kind::AxisText, &short_money(&chart.currency, gap), (x(gap), area.bottom + 16.0), Anchor::Middle)?;
    }
    upright(chart, &area, Kind::Leader, x(first.gap_at_base), root)?;
    for (place, (name, bar)) in chart.rows.iter().enumerate() {
        let top = row_top(&area, place);
        let base = x(bar.gap_at_base);
        for (gap, kind) in [(bar.gap_at_low, Kind::BarLow), (bar.gap_at_high, Kind::BarHigh)] {
            let (left, right) = (base.min(x(gap)), base.max(x(gap)));
            let rect = Rect { left, right, top: top + 20.0, bottom: top + 36.0 };
            root.draw(&rectangle(&rect, Role::plain(kind)))?;
        }
        words(root, if bar.flips { Kind::Strong } else { Kind::Note }, name, (NAME_LEFT, top + 10.0), Anchor::Start)?;
    }
    upright(chart, &area, Kind::Here, x(0.0), root)?;
    let half = text_width(&chart.even, true) / 2.0;
    let middle = x(0.0).within(half + 2.0, size.width - half - 2.0);
    words(root, Kind::Strong, &chart.even, (middle, 12.0), Anchor::Middle)
}

fn row_top(area: &Rect, place: usize) -> f64 {
    area.top + ROW * place as f64
}

/// A line from top to bottom of the tornado that stops for the names in its way.
fn upright<DB: DrawingBackend>(
    chart: &TornadoChart,
    area: &Rect,
    kind: Kind,
    x: f64,
    root: &Root<DB>,
) -> Result<(), Failure<DB>> {
    let mut from = area.top;
    for (place, (name, bar)) in chart.rows.iter().enumerate() {
        if x < NAME_LEFT + text_width(name, bar.flips) + 4.0 {
            let top = row_top(area, place);
            if top > from {
                line(root, kind, &[(x, from), (x, top)])?;
            }
            from = top + NAME;
        }
    }
    line(root, kind, &[(x, from), (x, area.bottom)])
}
