//! Where everything on the chart over time goes, and its drawing.
//!
//! Curves that leave the plot end at its upper edge; every curve is named with the money that it comes to.

use plotters::prelude::{DrawingBackend, EmptyElement, PathElement, Polygon};

use super::super::Size;
use super::super::axis::short_money;
use super::super::canvas::{Anchor, Kind, Role, Shape};
use super::super::frame::Frame;
use super::super::labels::{Block, Board, Label, Rect, Spot, push_apart};
use super::super::layout::{along, beside, spreads};
use super::super::pen::{self, Failure, Root, diamond};
use super::super::trace::{Shares, clip, shares};
use super::super::words::option as name;
use super::{Event, EventKind, Timeline, plot_area, words};
use crate::approach::OptionId;

/// Distance between the names in the margin: two lines each.
const NAME_DISTANCE: f64 = 30.0;
const MOST_LABELLED: usize = 4;

/// A chart in its place.
#[derive(Clone, Debug)]
pub struct Plan {
    frame: Frame,
    /// The part of each curve that is on the plot: month and money.
    pub curves: Vec<(OptionId, Vec<(f64, f64)>)>,
    /// Outlines of the areas in which nine of ten cases lie.
    pub spreads: Vec<(OptionId, Vec<(f64, f64)>)>,
    /// What is marked, as far as it is on the plot.
    pub events: Vec<Event>,
    /// All texts.
    pub labels: Vec<Label>,
    /// From a mark to a label that could not stay beside it, in CSS pixels.
    leaders: Vec<[(f64, f64); 2]>,
}

impl Plan {
    /// Places everything.
    #[must_use]
    pub fn new(chart: &Timeline, size: Size) -> Self {
        let frame = Frame::new(size, plot_area(size), chart.month_axis(), chart.money_axis());
        let traces: Vec<(OptionId, Shares)> = chart
            .curves
            .iter()
            .map(|curve| (curve.option, until_the_edge(clip(&shares(&curve.points, &frame.across, &frame.up)))))
            .collect();
        let on_plot = |event: &&Event| event.money <= frame.up.high();
        let mut plan = Self {
            curves: traces.iter().map(|(option, trace)| (*option, frame.values(trace))).collect(),
            events: chart.events.iter().filter(on_plot).copied().collect(),
            spreads: spreads(&chart.spreads, &frame),
            labels: frame.axis_texts(&chart.currency),
            leaders: Vec::new(),
            frame,
        };
        let area = frame.area;
        let right = if size.is_wide() { area.right - 2.0 } else { size.width - 2.0 };
        let bounds = Rect { left: area.left + 2.0, top: area.top, right, bottom: area.bottom - 3.0 };
        let mut board = Board::new(bounds, traces.iter().map(|(_, trace)| frame.pixels(trace)).collect());
        for event in &plan.events {
            board.take(Rect::around(frame.point(event.at()), 7.0));
        }
        plan.label_events(&mut board);
        if size.is_wide() {
            plan.name_at_margin(chart, &traces);
        } else {
            plan.name_on_curves(chart, &traces, &mut board);
        }
        plan
    }

    fn label_events(&mut self, board: &mut Board) {
        let (note, strong) = (Role::plain(Kind::Note), Role::plain(Kind::Strong));
        for event in self.events.iter().take(MOST_LABELLED) {
            let month = (strong, words::month(event.month));
            let lines = match event.kind {
                EventKind::Payback => {
                    vec![(note, words::pays_back(event.option, event.against, self.frame.size.is_wide())), month]
                }
                EventKind::Move => vec![(note, words::move_in(event.option)), month],
            };
            let at = self.frame.point(event.at());
            if let Some((labels, spot)) = board.place(&Block::new(lines), &beside(at)) {
                if spot.penalty >= 40.0 {
                    let lift = if spot.above { 1.0 } else { -1.0 };
                    self.leaders.push([at, (spot.at.0, spot.at.1 + lift)]);
                }
                self.labels.extend(labels);
            }
        }
    }

    fn name_at_margin(&mut self, chart: &Timeline, traces: &[(OptionId, Shares)]) {
        let area = self.frame.area;
        let end = |trace: &Shares| self.frame.y_of_share(trace.last().map_or(0.0, |point| point.1));
        let wanted: Vec<f64> = traces.iter().map(|(_, trace)| end(trace)).collect();
        let places = push_apart(&wanted, NAME_DISTANCE, (area.top, area.bottom - 8.0));
        for ((option, _), y) in traces.iter().zip(places) {
            let mut line = |role: Role, text: String, y: f64| {
                self.labels.push(Label::new(role, text, (area.right + 7.0, y), Anchor::Start));
            };
            line(Role::of(Kind::Label, *option), name(*option).to_owned(), y - 7.0);
            line(Role::plain(Kind::Note), total(chart, *option), y + 7.0);
        }
    }

    fn name_on_curves(&mut self, chart: &Timeline, traces: &[(OptionId, Shares)], board: &mut Board) {
        for (option, trace) in traces {
            let text = format!("{} {}", name(*option), total(chart, *option));
            let block = Block::new(vec![(Role::of(Kind::Label, *option), text)]);
            let mut spots = along(trace, 0.98, &self.frame);
            // A steep curve has room only where it leaves the plot.
            if let Some((x, y)) = self.frame.pixels(trace).last() {
                let beside = [(Anchor::Start, 6.0), (Anchor::End, -6.0)];
                spots.extend(beside.map(|(anchor, side)| Spot {
                    at: (x + side, y + 2.0),
                    anchor,
                    above: false,
                    penalty: 6.0,
                }));
            }
            if let Some((labels, _)) = board.place(&block, &spots) {
                self.labels.extend(labels);
            }
        }
    }
}

impl Event {
    /// Its place on the axes.
    fn at(&self) -> (f64, f64) {
        (f64::from(self.month), self.money)
    }
}

/// What a curve comes to.
fn total(chart: &Timeline, option: OptionId) -> String {
    let series = chart.curves.iter().find(|curve| curve.option == option);
    let money = series.and_then(|curve| curve.points.last()).map_or(0.0, |point| point.1);
    short_money(&chart.currency, money)
}

/// Money only grows: what is at the edge once stays beyond it.
fn until_the_edge(mut trace: Shares) -> Shares {
    if let Some(place) = trace.iter().position(|point| point.1 >= 1.0) {
        trace.truncate(place + 1);
    }
    trace
}

/// Lays a chart out and draws it as a list of shapes.
#[must_use]
pub fn drawing(chart: &Timeline, size: Size) -> Vec<Shape> {
    let plan = Plan::new(chart, size);
    pen::shapes(size, |root| draw(&plan, root))
}

fn draw<DB: DrawingBackend>(plan: &Plan, root: &Root<DB>) -> Result<(), Failure<DB>> {
    let Frame { size, area, across, up } = plan.frame;
    let plot = &pen::plot(root, size, area, across, up);
    for (option, outline) in &plan.spreads {
        plot.draw(&Polygon::new(outline.clone(), Role::of(Kind::Spread, *option).style()))?;
    }
    pen::grid(plot, across, up)?;
    for event in plan.events.iter().filter(|event| event.kind == EventKind::Move) {
        let line = vec![(f64::from(event.month), up.low()), event.at()];
        plot.draw(&PathElement::new(line, Role::plain(Kind::Leader).style()))?;
    }
    for (option, points) in &plan.curves {
        plot.draw(&PathElement::new(points.clone(), Role::of(Kind::Curve, *option).style()))?;
    }
    for [from, to] in &plan.leaders {
        root.draw(&PathElement::new(vec![pen::place(*from), pen::place(*to)], Role::plain(Kind::Leader).style()))?;
    }
    for event in &plan.events {
        let at = EmptyElement::at(event.at());
        match event.kind {
            EventKind::Payback => plot.draw(&(at + diamond(7.0, Role::plain(Kind::Crossing))))?,
            EventKind::Move => plot.draw(&(at + diamond(6.0, Role::plain(Kind::PairCrossing))))?,
        }
    }
    plan.labels.iter().try_for_each(|label| pen::text(label, root))
}
