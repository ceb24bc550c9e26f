//! Draws the crossover chart once it has its layout, on any plotters backend.
//!
//! One function for all backends. Nothing is placed and nothing is measured here.

use plotters::prelude::{DrawingBackend, EmptyElement, PathElement, Polygon};

use super::canvas::{Kind, Role, Shape};
use super::layout::{Bracket, Diamond, FLAG_BOTTOM, Flag, Layout};
use super::pen::{self, Failure, Plot, Root, diamond, disc, place, rectangle};
use super::{Crossover, MarkKind, Size};
use crate::format::speak;

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
    speak(scene.labels.locale);
    let layout = Layout::new(scene, size);
    let shapes = pen::shapes(size, |root| draw(&layout, root));
    Drawing { layout, shapes }
}

/// Draws a chart. The area must be [`SCALE`](super::SCALE) times the size that the layout was made for.
///
/// # Errors
/// What the backend reports.
pub fn draw<DB: DrawingBackend>(layout: &Layout, root: &Root<DB>) -> Result<(), Failure<DB>> {
    let plot = &pen::plot(root, layout.size, layout.area, layout.volume, layout.cost);
    for bracket in &layout.brackets {
        strip(bracket, layout, plot)?;
    }
    #[cfg(feature = "page")]
    for (option, outline) in &layout.spreads {
        plot.draw(&Polygon::new(outline.clone(), Role::of(Kind::Spread, *option).style()))?;
    }
    pen::grid(plot, layout.volume, layout.cost)?;
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
        pen::marker(each, plot)?;
    }
    for [from, to] in &layout.leaders {
        root.draw(&PathElement::new(vec![place(*from), place(*to)], Role::plain(Kind::Leader).style()))?;
    }
    for (option, rect) in &layout.bands {
        root.draw(&rectangle(rect, Role::of(Kind::Band, *option)))?;
    }
    layout.labels.iter().try_for_each(|label| pen::text(label, root))
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

fn crossing<DB: DrawingBackend>(sign: &Diamond, plot: &Plot<DB>) -> Result<(), Failure<DB>> {
    let at = EmptyElement::at(sign.at);
    match (sign.kind, sign.on_envelope) {
        (MarkKind::Equal, true) => plot.draw(&(at + diamond(7.0, Role::plain(Kind::Crossing)))),
        (MarkKind::Equal, false) => plot.draw(&(at + disc(4.5, Role::plain(Kind::PairCrossing)))),
        (MarkKind::Jump, true) => plot.draw(&(at + diamond(5.0, Role::plain(Kind::Crossing)))),
        (MarkKind::Jump, false) => plot.draw(&(at + diamond(4.5, Role::plain(Kind::PairCrossing)))),
    }
}
