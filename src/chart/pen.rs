//! What all charts are drawn with: the plot with its grid, texts, markers and small figures, on any plotters backend.
//!
//! Roles stand in for colours. Nothing is placed and nothing is measured here.

use plotters::coord::Shift;
use plotters::coord::ranged1d::BoldPoints;
use plotters::prelude::{
    Cartesian2d, Circle, DrawingArea, DrawingAreaErrorKind, DrawingBackend, EmptyElement, IntoDrawingArea, IntoFont,
    PathElement, Polygon, Rectangle, Text,
};
use plotters::style::{FontFamily, TextStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};

use super::axis::MAX_TICKS;
use super::canvas::{Anchor, Canvas, Kind, Role, Shape};
use super::labels::{Label, Rect};
use super::layout::Marker;
use super::scale::Axis;
use super::{FONT_SIZE, PlotArea, SCALE, Size};
use crate::approach::OptionId;

/// What drawing on a backend can fail with.
pub type Failure<DB> = DrawingAreaErrorKind<<DB as DrawingBackend>::ErrorType>;
/// The whole chart in drawing units.
pub(super) type Root<DB> = DrawingArea<DB, Shift>;
/// The plot in values on its axes.
pub(super) type Plot<DB> = DrawingArea<DB, Cartesian2d<Axis, Axis>>;

/// What a drawing leaves as shapes, from back to front.
pub(super) fn shapes(
    size: Size,
    draw: impl for<'a> FnOnce(&Root<Canvas<'a>>) -> Result<(), Failure<Canvas<'a>>>,
) -> Vec<Shape> {
    let mut shapes = Vec::new();
    let canvas = Canvas::new((units(size.width).unsigned_abs(), units(size.height).unsigned_abs()), &mut shapes);
    // The canvas itself never fails; were plotters to refuse a layout, the chart would be incomplete, not the page.
    let _ = draw(&canvas.into_drawing_area());
    shapes
}

/// The plot of a chart. Not by `ChartBuilder`, which brings two sorts for label areas that nobody asks for (3 KB).
pub(super) fn plot<DB: DrawingBackend>(
    root: &Root<DB>,
    size: Size,
    area: PlotArea,
    across: Axis,
    up: Axis,
) -> Plot<DB> {
    let (left, right, top, bottom) = (units(area.left), units(area.right), units(area.top), units(area.bottom));
    // Plotters counts the last unit of an area in.
    let within = root.margin(top, units(size.height) - bottom - 1, left, units(size.width) - right - 1);
    within.apply_coord_spec(Cartesian2d::new(across, up, (left..right, bottom..top)))
}

/// Lines at the ticks, and the axis from left to right.
pub(super) fn grid<DB: DrawingBackend>(plot: &Plot<DB>, across: Axis, up: Axis) -> Result<(), Failure<DB>> {
    let grid = Role::plain(Kind::Grid).style();
    plot.draw_mesh(|backend, line| line.draw(backend, &grid), BoldPoints(MAX_TICKS), BoldPoints(MAX_TICKS))?;
    let axis = vec![(across.low(), up.low()), (across.high(), up.low())];
    plot.draw(&PathElement::new(axis, Role::plain(Kind::Axis).style()))
}

pub(super) fn units(pixels: f64) -> i32 {
    libm::round(pixels * SCALE) as i32
}

pub(super) fn place((x, y): (f64, f64)) -> (i32, i32) {
    (units(x), units(y))
}

pub(super) fn rectangle(rect: &Rect, role: Role) -> Rectangle<(i32, i32)> {
    Rectangle::new([place((rect.left, rect.top)), place((rect.right, rect.bottom))], role.style())
}

/// A closed figure around the origin, given in CSS pixels.
pub(super) fn figure<const N: usize>(corners: [(f64, f64); N], role: Role) -> Polygon<(i32, i32)> {
    Polygon::new(corners.map(place), role.style())
}

pub(super) fn diamond(half: f64, role: Role) -> Polygon<(i32, i32)> {
    figure([(0.0, -half), (half, 0.0), (0.0, half), (-half, 0.0)], role)
}

pub(super) fn disc(radius: f64, role: Role) -> Circle<(i32, i32), i32> {
    Circle::new((0, 0), units(radius), role.style())
}

pub(super) fn marker<DB: DrawingBackend>(marker: &Marker, plot: &Plot<DB>) -> Result<(), Failure<DB>> {
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
