//! Draws a chart that has its layout, on any plotters backend.
//!
//! One function for all backends: roles stand in for colours. Nothing is placed and nothing is measured here.

use plotters::coord::Shift;
use plotters::coord::ranged1d::BoldPoints;
use plotters::prelude::{
    Cartesian2d, ChartBuilder, Circle, DrawingArea, DrawingAreaErrorKind, DrawingBackend, EmptyElement,
    IntoDrawingArea, IntoFont, PathElement, Polygon, Rectangle, Text,
};
use plotters::style::{FontFamily, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};

use super::axis::{LogAxis, MAX_TICKS};
use super::canvas::{Anchor, Canvas, Kind, Role, Shape};
use super::labels::{Label, Rect};
use super::layout::{Bracket, Diamond, FLAG_BOTTOM, Flag, Layout, Marker};
use super::{Crossover, FONT_SIZE, MarkKind, SCALE, Size};
use crate::approach::OptionId;

/// What drawing on a backend can fail with.
pub type Failure<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;
type Root<DB> = DrawingArea<DB, Shift>;
type Plot<DB> = DrawingArea<DB, Cartesian2d<LogAxis, LogAxis>>;

/// A drawn chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Where everything is.
    pub layout: Layout,
    /// What to write out, from back to front.
    pub shapes: Vec<Shape>,
}

/// Lays a chart out and draws it as a list of shapes.
#[must_use]
pub fn drawing(scene: &Crossover, size: Size) -> Drawing {
    let layout = Layout::new(scene, size);
    let mut shapes = Vec::new();
    let canvas = Canvas::new((units(size.width).unsigned_abs(), units(size.height).unsigned_abs()), &mut shapes);
    // The canvas itself never fails; were plotters to refuse a layout, the chart would be incomplete, not the page.
    let _ = draw(&layout, &canvas.into_drawing_area());
    Drawing { layout, shapes }
}

/// Draws a chart. The area must be [`SCALE`] times the size that the layout was made for.
///
/// # Errors
/// What the backend reports.
pub fn draw<DB: DrawingBackend>(layout: &Layout, root: &Root<DB>) -> Result<(), Failure<DB>> {
    let (area, size) = (layout.area, layout.size);
    // Plotters ends its coordinates one unit before the edge of an area.
    let chart = ChartBuilder::on(root)
        .margin_left(units(area.left))
        .margin_right(units(size.width - area.right) - 1)
        .margin_top(units(area.top))
        .margin_bottom(units(size.height - area.bottom) - 1)
        .build_cartesian_2d(layout.volume, layout.cost)?;
    let plot = chart.plotting_area();
    for bracket in &layout.brackets {
        strip(bracket, layout, plot)?;
    }
    for (option, outline) in &layout.spreads {
        plot.draw(&Polygon::new(outline.clone(), Role::of(Kind::Spread, *option).style()))?;
    }
    let grid = Role::plain(Kind::Grid).style();
    plot.draw_mesh(|backend, line| line.draw(backend, &grid), BoldPoints(MAX_TICKS), BoldPoints(MAX_TICKS))?;
    let floor = layout.cost.low();
    let axis = vec![(layout.volume.low(), floor), (layout.volume.high(), floor)];
    plot.draw(&PathElement::new(axis, Role::plain(Kind::Axis).style()))?;
    for segment in &layout.segments {
        let kind = if segment.least { Kind::Least } else { Kind::Curve };
        plot.draw(&PathElement::new(segment.points.clone(), Role::of(kind, segment.option).style()))?;
    }
    for each in &layout.brackets {
        bracket(each, layout, root)?;
    }
    if let Some(flag) = &layout.flag {
        here(flag, layout, root)?;
    }
    for each in layout.crossings.iter().rev() {
        crossing(each, plot)?;
    }
    for each in &layout.markers {
        marker(each, plot)?;
    }
    for [from, to] in &layout.leaders {
        root.draw(&PathElement::new(vec![place(*from), place(*to)], Role::plain(Kind::Leader).style()))?;
    }
    for (option, rect) in &layout.bands {
        root.draw(&rectangle(rect, Role::of(Kind::Band, *option)))?;
    }
    layout.labels.iter().try_for_each(|label| text(label, root))
}

fn units(pixels: f64) -> i32 {
    libm::round(pixels * SCALE) as i32
}

pub(super) fn place((x, y): (f64, f64)) -> (i32, i32) {
    (units(x), units(y))
}

pub(super) fn rectangle(rect: &Rect, role: Role) -> Rectangle<(i32, i32)> {
    Rectangle::new([place((rect.left, rect.top)), place((rect.right, rect.bottom))], role.style())
}

/// The strip of a bracket, from its upper edge down to the axis.
fn strip<DB: DrawingBackend>(bracket: &Bracket, layout: &Layout, plot: &Plot<DB>) -> Result<(), Failure<DB>> {
    let (Some(first), Some(last)) = (bracket.top.first(), bracket.top.last()) else { return Ok(()) };
    let mut outline = bracket.top.clone();
    outline.extend([(last.0, layout.cost.low()), (first.0, layout.cost.low())]);
    plot.draw(&Polygon::new(outline, Role::plain(bracket.strip).style()))
}

fn bracket<DB: DrawingBackend>(bracket: &Bracket, layout: &Layout, root: &Root<DB>) -> Result<(), Failure<DB>> {
    let (Some(first), Some(last)) = (bracket.top.first(), bracket.top.last()) else { return Ok(()) };
    let area = layout.area;
    let x = |volume: f64| area.left + layout.volume.share(volume) * (area.right - area.left);
    let (from, to, foot) = (x(first.0), x(last.0), area.bottom - 1.0);
    let outline = [(from, foot - 5.0), (from, foot), (to, foot), (to, foot - 5.0)].map(place);
    root.draw(&PathElement::new(outline, Role::plain(bracket.bracket).style()))
}

fn here<DB: DrawingBackend>(flag: &Flag, layout: &Layout, root: &Root<DB>) -> Result<(), Failure<DB>> {
    let area = layout.area;
    let x = area.left + layout.volume.share(flag.volume) * (area.right - area.left);
    let line = [(x, FLAG_BOTTOM), (x, area.bottom)].map(place);
    root.draw(&PathElement::new(line, Role::plain(Kind::Here).style()))?;
    root.draw(&rectangle(&flag.rect, Role::plain(Kind::Flag)))
}

/// A closed figure around the origin, given in CSS pixels.
fn figure<const N: usize>(corners: [(f64, f64); N], role: Role) -> Polygon<(i32, i32)> {
    Polygon::new(corners.map(place), role.style())
}

fn diamond(half: f64, role: Role) -> Polygon<(i32, i32)> {
    figure([(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)], role)
}

fn disc(radius: f64, role: Role) -> Circle<(i32, i32), i32> {
    Circle::new((0, 0), units(radius), role.style())
}

fn crossing<DB: DrawingBackend>(sign: &Diamond, plot: &Plot<DB>) -> Result<(), Failure<DB>> {
    let at = EmptyElement::at(sign.at);
    match (sign.kind, sign.on_envelope) {
        (MarkKind::Equal, true) => plot.draw(&(at + diamond(7.0, Role::plain(Kind::Crossing)))),
        (MarkKind::Equal, false) => plot.draw(&(at + disc(4.5, Role::plain(Kind::PairCrossing)))),
        (MarkKind::Jump, true) => plot.draw(&(at + diamond(5.0, Role::plain(Kind::Crossing)))),
        (MarkKind::Jump, false) => plot.draw(&(at + diamond(4.5, Role::plain(Kind::PairCrossing)))),
    }
}

fn marker<DB: DrawingBackend>(marker: &Marker, plot: &Plot<DB>) -> Result<(), Failure<DB>> {
    let (at, role) = (EmptyElement::at(marker.at), Role::of(Kind::Marker, marker.option));
    match marker.option {
        OptionId::Api => plot.draw(&(at + disc(5.0, role))),
        OptionId::FineTune => {
            plot.draw(&(at + figure([(-4.75, -4.75), (4.75, -4.75), (4.75, 4.75), (-4.75, 4.75)], role)))
        }
        OptionId::Custom => plot.draw(&(at + figure([(0.0, -6.0), (5.75, 4.5), (-5.75, 4.5)], role))),
        OptionId::OpenModel => plot.draw(&(at + figure([(0.0, 6.0), (5.75, -4.5), (-5.75, -4.5)], role))),
        OptionId::Ally => {
            let (long, short) = (6.0, 2.0);
            let arms =
                [(-short, -long), (short, -long), (short, -short), (long, -short), (long, short), (short, short)];
            let rest = arms.map(|(x, y): (f64, f64)| (-x, -y));
            let corners: Vec<(i32, i32)> = arms.into_iter().chain(rest).map(place).collect();
            plot.draw(&(at + Polygon::new(corners, role.style())))
        }
    }
}

pub(super) fn text<DB: DrawingBackend>(label: &Label, root: &Root<DB>) -> Result<(), Failure<DB>> {
    let side = match label.anchor {
        Anchor::Start => HPos::Left,
        Anchor::Middle => HPos::Center,
        Anchor::End => HPos::Right,
    };
    let style = TextStyle {
        font: (FontFamily::SansSerif, FONT_SIZE * SCALE).into_font(),
        color: label.role.sentinel(),
        pos: Pos::new(side, VPos::Center),
    };
    root.draw(&Text::new(label.text.as_str(), place((label.x, label.y)), style))
}
