//! Text on the chart: how wide it is, and where it goes so that it meets nothing else.
//!
//! Widths come from a small table for a wide sans-serif face, so that a narrower one fits as well; no font and no
//! document is asked. What the texts say is not decided here.

use super::FONT_SIZE;
use super::canvas::{Anchor, Role};
use crate::order;
use crate::order::Within;

/// Least distance between the middles of two curve names in one margin, in CSS pixels.
pub const LABEL_DISTANCE: f64 = 16.0;
/// Height of a line of text in CSS pixels.
pub const LINE_HEIGHT: f64 = 14.0;

/// Width of a text in CSS pixels.
#[must_use]
pub fn text_width(text: &str, bold: bool) -> f64 {
    let hundredths: u32 = text.chars().map(advance).sum();
    f64::from(hundredths) / 100.0 * FONT_SIZE * if bold { 1.11 } else { 1.0 }
}

/// Advance width of a character in hundredths of the font size.
fn advance(character: char) -> u32 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' | 'I' => 30,
        ' ' | '.' | ',' | ':' | ';' | '!' | '/' => 34,
        'f' | 'r' | 't' | '(' | ')' | '-' | '[' | ']' => 41,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'L' | 'J' => 59,
        'm' | 'w' | 'M' | 'W' => 98,
        '=' | '+' | 'G' | 'O' | 'Q' | 'D' | 'N' | 'H' | '<' | '>' => 84,
        'A'..='Z' => 70,
        _ if character.is_ascii() => 64,
        '–' | '€' | '£' | '…' => 64,
        _ => 100,
    }
}

/// What a pixel of a line that a text covers weighs against its being further away.
const COVERED: f64 = 2.5;

/// An upright rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Top edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Bottom edge.
    pub bottom: f64,
}

impl Rect {
    /// The square around a point.
    #[must_use]
    pub fn around((x, y): (f64, f64), half: f64) -> Self {
        Self { left: x - half, top: y - half, right: x + half, bottom: y + half }
    }

    /// Whether two rectangles share more than an edge.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Whether it lies wholly inside another one.
    #[must_use]
    pub fn is_inside(&self, outer: &Self) -> bool {
        self.left >= outer.left && self.right <= outer.right && self.top >= outer.top && self.bottom <= outer.bottom
    }

    fn grown(&self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// How much of a line lies inside, as a length.
    fn length_of((from, to): ((f64, f64), (f64, f64)), within: &Self) -> f64 {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let (mut first, mut last) = (0.0_f64, 1.0_f64);
        for (start, step, low, high) in
            [(from.0, dx, within.left, within.right), (from.1, dy, within.top, within.bottom)]
        {
            if libm::fabs(step) < 1e-9 {
                if start < low || start > high {
                    return 0.0;
                }
            } else {
                let (enter, leave) = ((low - start) / step, (high - start) / step);
                first = first.max(enter.min(leave));
                last = last.min(enter.max(leave));
            }
        }
        (last - first).max(0.0) * libm::sqrt(dx * dx + dy * dy)
    }
}

/// One line of text in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// What it is for.
    pub role: Role,
    /// What it says.
    pub text: String,
    /// Where its anchor is, in CSS pixels.
    pub x: f64,
    /// Where its middle is, in CSS pixels.
    pub y: f64,
    /// What `x` is the place of.
    pub anchor: Anchor,
}

impl Label {
    /// A line of text.
    #[must_use]
    pub fn new(role: Role, text: impl Into<String>, (x, y): (f64, f64), anchor: Anchor) -> Self {
        Self { role, text: text.into(), x, y, anchor }
    }

    /// Width in CSS pixels.
    #[must_use]
    pub fn width(&self) -> f64 {
        text_width(&self.text, self.role.kind.is_bold())
    }

    /// The space it takes.
    #[must_use]
    pub fn rect(&self) -> Rect {
        let width = self.width();
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        let half = LINE_HEIGHT / 2.0;
        Rect { left, top: self.y - half, right: left + width, bottom: self.y + half }
    }
}

/// Several lines of text that stay together.
#[derive(Clone, Debug)]
pub(super) struct Block {
    lines: Vec<(Role, String)>,
}

/// Where a block may go.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot {
    /// The corner or edge nearest to what is labelled.
    pub at: (f64, f64),
    /// Where the block lies from there: to the right (`Start`), to the left (`End`) or to both sides.
    pub anchor: Anchor,
    /// Whether it lies above.
    pub above: bool,
    /// How unwelcome the place is.
    pub penalty: f64,
}

impl Block {
    pub fn new(lines: Vec<(Role, String)>) -> Self {
        Self { lines }
    }

    fn at(&self, spot: Spot) -> Vec<Label> {
        let height = LINE_HEIGHT * self.lines.len() as f64;
        let top = if spot.above { spot.at.1 - height } else { spot.at.1 };
        let line = |(index, (role, text)): (usize, &(Role, String))| {
            let y = top + LINE_HEIGHT * (index as f64 + 0.5);
            Label::new(*role, text.clone(), (spot.at.0, y), spot.anchor)
        };
        self.lines.iter().enumerate().map(line).collect()
    }
}

/// What is already on the chart.
#[derive(Clone, Debug)]
pub(super) struct Board {
    bounds: Rect,
    taken: Vec<Rect>,
    lines: Vec<Vec<(f64, f64)>>,
}

impl Board {
    pub fn new(bounds: Rect, lines: Vec<Vec<(f64, f64)>>) -> Self {
        Self { bounds, taken: Vec::new(), lines }
    }

    /// Keeps texts off a rectangle.
    pub fn take(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// How unwelcome a text would be here; `None` where it cannot be.
    fn judge(&self, labels: &[Label], penalty: f64) -> Option<f64> {
        let mut sum = penalty;
        for label in labels {
            let rect = label.rect();
            if !rect.is_inside(&self.bounds) || self.taken.iter().any(|taken| taken.overlaps(&rect.grown(1.0))) {
                return None;
            }
            let near = rect.grown(1.5);
            for line in &self.lines {
                sum += COVERED
                    * line
                        .windows(2)
                        .filter_map(|pair| match pair {
                            [from, to] => Some(Rect::length_of((*from, *to), &near)),
                            _ => None,
                        })
                        .sum::<f64>();
            }
        }
        Some(sum)
    }

    /// Puts a block where it is least unwelcome and keeps later texts off it.
    pub fn place(&mut self, block: &Block, spots: &[Spot]) -> Option<(Vec<Label>, Spot)> {
        let mut best: Option<(f64, Vec<Label>, Spot)> = None;
        for spot in spots {
            if best.as_ref().is_some_and(|(least, ..)| spot.penalty >= *least) {
                continue;
            }
            let labels = block.at(*spot);
            if let Some(sum) = self.judge(&labels, spot.penalty)
                && best.as_ref().is_none_or(|(least, ..)| sum < *least)
            {
                best = Some((sum, labels, *spot));
            }
        }
        let (_, labels, spot) = best?;
        self.taken.extend(labels.iter().map(Label::rect));
        Some((labels, spot))
    }
}

/// Moves places apart until neighbours are far enough from each other, as little as possible and inside the bounds.
/// The result is in the order of the input.
#[must_use]
pub fn push_apart(wanted: &[f64], distance: f64, (low, high): (f64, f64)) -> Vec<f64> {
    let places: Vec<(usize, f64)> = wanted.iter().map(|place| place.within(low, high)).enumerate().collect();
    let order = order::by(places, |place| place.1);
    // Groups of neighbours that touch share one mean; (sum of wanted starts, members).
    let mut groups: Vec<(f64, usize)> = Vec::new();
    let start = |group: &(f64, usize)| {
        let room = (group.1 as f64 - 1.0) * distance;
        (group.0 / group.1 as f64).within(low, (high - room).max(low))
    };
    for (_, place) in &order {
        groups.push((*place, 1));
        while let [.., before, last] = groups.as_slice() {
            if start(before) + before.1 as f64 * distance <= start(last) {
                break;
            }
            let joined = (before.0 + last.0 - before.1 as f64 * last.1 as f64 * distance, before.1 + last.1);
            groups.truncate(groups.len() - 2);
            groups.push(joined);
        }
    }
    let mut result = wanted.to_vec();
    let mut members = order.iter();
    for group in &groups {
        for index in 0..group.1 {
            if let Some((original, _)) = members.next()
                && let Some(place) = result.get_mut(*original)
            {
                *place = start(group) + index as f64 * distance;
            }
        }
    }
    result
}
