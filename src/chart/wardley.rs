//! The Wardley map as shapes: visibility upwards, evolution to the right, the parts' names where they cover least.
//!
//! Shapes and roles are those of the crossover chart, so that page and style sheet know them already. Nothing is placed by
//! judgement here: visibility and evolution come with the map. Words come in as text.

use std::fmt::Write;

use super::canvas::{Anchor, Form, Kind, Role, Shape};
use super::labels::{Block, Board, LINE_HEIGHT, Rect, Spot, text_width};
use super::{FONT_SIZE, SCALE};
use crate::companion::{MapComponent, PlacedBy, WardleyMap};
use crate::scenario::Stage;

/// Height of the map in CSS pixels. `www/page.css` repeats it.
pub const MAP_HEIGHT: f64 = 400.0;
/// Where the stages meet, as OnlineWardleyMaps draws them.
pub const STAGE_ENDS: [f64; 5] = [0.0, 0.175, 0.40, 0.70, 1.0];

const MARGINS: (f64, f64, f64, f64) = (8.0, 8.0, 22.0, 42.0);
const DOT: f64 = 6.0;
const ARROW: f64 = 6.0;
/// How far a link goes out of the way of a part that it does not link.
const BEND: f64 = 18.0;

/// What stands beside the axes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MapWords {
    /// Names of the stages, for room and without.
    pub stages: [(&'static str, &'static str); 4],
    /// At the upper end of the axis of visibility.
    pub top: &'static str,
    /// At the right end of the axis of evolution.
    pub right: &'static str,
}

struct Plane {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Plane {
    fn x(&self, evolution: f64) -> f64 {
        self.left + evolution * (self.right - self.left)
    }

    fn at(&self, component: &MapComponent) -> (f64, f64) {
        (self.x(component.evolution), self.bottom - component.visibility * (self.bottom - self.top))
    }
}

fn units(pixels: f64) -> i32 {
    libm::round(pixels * SCALE) as i32
}

fn path(points: &[(f64, f64)], closed: bool) -> Form {
    let mut data = String::new();
    for (index, (x, y)) in points.iter().enumerate() {
        let command = if index == 0 { 'M' } else { 'L' };
        let _ = write!(data, "{command}{} {}", units(*x), units(*y)); // writing to a string cannot fail
    }
    if closed {
        data.push('Z');
    }
    Form::Path(data)
}

fn text((x, y): (f64, f64), anchor: Anchor, words: &str) -> Form {
    Form::Text(units(x), units(y + 0.36 * FONT_SIZE), anchor, words.to_owned())
}

/// A name no wider than this.
fn cut(name: &str, width: f64) -> String {
    let mut name = name.to_owned();
    if text_width(&name, true) <= width {
        return name;
    }
    while !name.is_empty() && text_width(&name, true) > width - 8.0 {
        name.pop();
    }
    name.push('…');
    name
}

/// The map at a width in CSS pixels.
#[must_use]
pub fn wardley_shapes(map: &WardleyMap, names: &[String], words: MapWords, width: f64) -> Vec<Shape> {
    let (left, right, top, bottom) = MARGINS;
    let plane = Plane { left, right: width - right, top, bottom: MAP_HEIGHT - bottom };
    let mut shapes = Vec::new();
    let mut add = |kind, form| shapes.push(Shape { role: Role::plain(kind), form });
    for (index, ends) in STAGE_ENDS.windows(2).enumerate() {
        let (from, to) = (plane.x(ends.first().copied().unwrap_or(0.0)), plane.x(ends.last().copied().unwrap_or(1.0)));
        if index > 0 {
            add(Kind::Grid, path(&[(from, plane.top), (from, plane.bottom)], false));
        }
        let name = words
            .stages
            .get(index)
            .map_or("", |(long, short)| if text_width(long, false) < to - from - 4.0 { long } else { short });
        add(Kind::AxisText, text(((from + to) / 2.0, plane.bottom + 12.0), Anchor::Middle, name));
    }
    let corner = [(plane.left, plane.top), (plane.left, plane.bottom), (plane.right, plane.bottom)];
    add(Kind::Axis, path(&corner, false));
    add(Kind::AxisText, text((plane.left, plane.top - 11.0), Anchor::Start, words.top));
    add(Kind::AxisText, text((plane.right, plane.bottom + 30.0), Anchor::End, words.right));

    let dots: Vec<_> = map.components.iter().map(|component| (component.id, plane.at(component))).collect();
    let place = |id| dots.iter().find(|(other, _)| *other == id).map(|(_, at)| *at);
    let mut lines: Vec<Vec<(f64, f64)>> = Vec::new();
    for (index, [from, to]) in map.links.iter().enumerate() {
        let (Some(a), Some(b)) = (place(*from), place(*to)) else { continue };
        let (near, far) = (a.1.min(b.1) + DOT, a.1.max(b.1) - DOT);
        let in_line = |x: f64| libm::fabs(x - a.0) < DOT && libm::fabs(x - b.0) < DOT;
        let passes_one = dots.iter().any(|(_, (x, y))| in_line(*x) && near < *y && *y < far);
        let side = if index % 2 == 0 { -BEND } else { BEND };
        let middle = ((a.0 + b.0) / 2.0 + side, (a.1 + b.1) / 2.0);
        let line = if passes_one { vec![a, middle, b] } else { vec![a, b] };
        add(Kind::Leader, path(&line, false));
        lines.push(line);
    }
    for component in &map.components {
        if let Some(target) = component.evolve {
            let (x, y) = plane.at(component);
            let end = plane.x(middle(target));
            add(Kind::Here, path(&[(x + DOT, y), (end, y)], false));
            let tip = [(end - ARROW, y - ARROW / 1.5), (end, y), (end - ARROW, y + ARROW / 1.5)];
            add(Kind::Flag, path(&tip, true));
            lines.push(vec![(x, y), (end, y)]);
        }
    }
    let bounds = Rect { left: plane.left + 2.0, top: plane.top, right: plane.right, bottom: plane.bottom };
    let mut board = Board::new(bounds, lines);
    for component in &map.components {
        let (x, y) = plane.at(component);
        let kind = if component.placed_by == PlacedBy::Usual { Kind::PairCrossing } else { Kind::Crossing };
        add(kind, Form::Circle(units(x), units(y), (DOT * SCALE) as u32));
        board.take(Rect::around((x, y), DOT));
    }
    for (component, name) in map.components.iter().zip(names) {
        let (x, y) = plane.at(component);
        let kind = if component.placed_by == PlacedBy::Usual { Kind::Note } else { Kind::Strong };
        let room = (plane.right - x).max(x - plane.left) - DOT - 8.0;
        let name = cut(name, room);
        let block = Block::new(vec![(Role::plain(kind), name)]);
        let spot = |side: f64, drop: f64, penalty| Spot {
            at: (x + side * (DOT + 4.0), y + drop - LINE_HEIGHT / 2.0),
            anchor: if side > 0.0 { Anchor::Start } else { Anchor::End },
            above: false,
            penalty,
        };
        let spots = [
            spot(1.0, 0.0, 0.0),
            spot(-1.0, 0.0, 1.0),
            spot(1.0, -9.0, 6.0),
            spot(1.0, 9.0, 6.0),
            spot(-1.0, -9.0, 7.0),
            spot(-1.0, 9.0, 7.0),
        ];
        if let Some((labels, _)) = board.place(&block, &spots) {
            for label in labels {
                add(kind, text((label.x, label.y), label.anchor, &label.text));
            }
        }
    }
    shapes
}

/// Middle of a stage as it is drawn.
fn middle(stage: Stage) -> f64 {
    let place = stage as usize;
    match STAGE_ENDS.get(place..place + 2) {
        Some([from, to]) => (from + to) / 2.0,
        _ => 1.0,
    }
}
