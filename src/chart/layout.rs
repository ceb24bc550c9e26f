//! Where everything on the chart goes, in CSS pixels and in values on the axes.
//!
//! All decisions of place are made here, once, for every backend. Nothing is drawn here and no cost is computed.

#[cfg(feature = "page")]
use super::SpreadSeries;
use super::axis::{full, short};
use super::canvas::{Anchor, Kind, Role};
use super::frame::Frame;
use super::labels::{Block, Board, LABEL_DISTANCE, Label, Rect, Spot, push_apart, text_width};
use super::scale::Axis;
use super::trace::{Shares, clip, shares, stretch, trim};
use super::{Crossover, Mark, MarkKind, PlotArea, Size, plot_area, words};
use crate::approach::OptionId;
use crate::order::Within;

const CROSSING_RADIUS: f64 = 7.0;
const MOST_LABELLED: usize = 3;
const FLAG_TOP: f64 = 4.0;
/// Bottom of the flag, where the line at the reader's volume begins.
pub const FLAG_BOTTOM: f64 = 26.0;

/// A part of a curve.
#[derive(Clone, Debug, PartialEq)]
pub struct Segment {
    /// Whose curve it is.
    pub option: OptionId,
    /// Whether the option is the cheapest along it.
    pub least: bool,
    /// Volume and cost, inside both axes.
    pub points: Vec<(f64, f64)>,
}

/// An option's cost at the reader's volume.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marker {
    /// Whose cost it is.
    pub option: OptionId,
    /// Volume and cost.
    pub at: (f64, f64),
}

/// The sign of a crossing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Diamond {
    /// Volume and cost.
    pub at: (f64, f64),
    /// Equal cost or a jump.
    pub kind: MarkKind,
    /// Whether the cheapest of all options changes here.
    pub on_envelope: bool,
}

/// The flag on the reader's volume.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// Its ground.
    pub rect: Rect,
    /// Its line in the plot: the volume.
    pub volume: f64,
}

/// A strip over the plot with a bracket on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Bracket {
    /// What it stands for: the strip.
    pub strip: Kind,
    /// What it stands for: the bracket.
    pub bracket: Kind,
    /// From left to right along the upper edge of the strip: volume and cost.
    pub top: Vec<(f64, f64)>,
}

/// A chart in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Size of the whole.
    pub size: Size,
    /// Edges of the plot.
    pub area: PlotArea,
    /// Volume axis with as many ticks as fit.
    pub volume: Axis,
    /// Cost axis with as many ticks as fit.
    pub cost: Axis,
    /// Parts of the curves, those that are cheapest last.
    pub segments: Vec<Segment>,
    /// Signs of the crossings.
    pub crossings: Vec<Diamond>,
    /// Costs at the reader's volume.
    pub markers: Vec<Marker>,
    /// The reader's volume.
    pub flag: Option<Flag>,
    /// Outlines of what ranges leave open: volume and cost, inside both axes.
    #[cfg(feature = "page")]
    pub spreads: Vec<(OptionId, Vec<(f64, f64)>)>,
    /// Usual range and crossing range.
    pub brackets: Vec<Bracket>,
    /// Stretches under the axis; the first of a tie.
    pub bands: Vec<(OptionId, Rect)>,
    /// All texts.
    pub labels: Vec<Label>,
    /// From a crossing to a label that could not stay beside it, in CSS pixels.
    pub leaders: Vec<[(f64, f64); 2]>,
}

impl Layout {
    /// Places everything.
    #[must_use]
    pub fn new(scene: &Crossover, size: Size) -> Self {
        let frame = Frame::new(size, plot_area(size), scene.volume_axis().into(), scene.cost_axis().into());
        let mut layout = Self {
            size,
            area: frame.area,
            volume: frame.across,
            cost: frame.up,
            segments: Vec::new(),
            crossings: Vec::new(),
            markers: Vec::new(),
            flag: None,
            #[cfg(feature = "page")]
            spreads: spreads(&scene.spreads, &frame),
            brackets: Vec::new(),
            bands: frame.bands(&scene.regions),
            labels: frame.axis_texts(&scene.labels.currency),
            leaders: Vec::new(),
        };
        layout.labels.extend(frame.band_texts(&scene.regions));
        let curves: Vec<(OptionId, Shares)> =
            scene.curves.iter().map(|curve| (curve.option, shares(&curve.points, &frame.across, &frame.up))).collect();
        layout.lay_segments(scene, &curves, &frame);
        layout.lay_brackets(scene, &curves, &frame);
        layout.lay_here(scene, &frame);
        let shown = layout.lay_crossings(scene, &frame);
        layout.lay_labels(scene, &curves, &shown, &frame);
        layout
    }

    fn lay_segments(&mut self, scene: &Crossover, curves: &[(OptionId, Shares)], frame: &Frame) {
        let mut least_parts = Vec::new();
        for (option, points) in curves {
            let mut push = |from: f64, to: f64, least: bool| {
                let mut part = stretch(points, from, to);
                if least {
                    trim(&mut part);
                }
                let points = frame.values(&clip(&part));
                if points.len() > 1 {
                    let segment = Segment { option: *option, least, points };
                    if least { least_parts.push(segment) } else { self.segments.push(segment) }
                }
            };
            let mut from = 0.0;
            for region in scene.regions.iter().filter(|region| region.option.contains(option)) {
                let (start, end) = (frame.across.share(region.from), frame.across.share(region.to));
                if end > start {
                    push(from, start, false);
                    push(start, end, true);
                    from = end;
                }
            }
            push(from, 1.0, false);
        }
        self.segments.append(&mut least_parts);
    }

    fn lay_brackets(&mut self, scene: &Crossover, curves: &[(OptionId, Shares)], frame: &Frame) {
        let ends = |range: Option<(f64, f64)>| {
            let (from, to) = range?;
            let (from, to) = (frame.across.share(from), frame.across.share(to));
            (from < to).then_some((from, to))
        };
        let of = |option| curves.iter().find(|curve| curve.0 == option).map(|curve| &curve.1);
        if let (Some((from, to)), Some(_), Some(tuned)) =
            (ends(scene.usual_band), of(OptionId::Api), of(OptionId::FineTune))
        {
            let top = frame.values(&clip(&stretch(tuned, from, to)));
            if top.len() > 1 {
                self.brackets.push(Bracket { strip: Kind::UsualBand, bracket: Kind::UsualBracket, top });
            }
        }
        if let Some((from, to)) = ends(scene.crossing_range) {
            let top = frame.values(&[(from, 1.0), (to, 1.0)]);
            self.brackets.push(Bracket { strip: Kind::CrossingRange, bracket: Kind::RangeBracket, top });
        }
    }

    fn lay_here(&mut self, scene: &Crossover, frame: &Frame) {
        let Some(here) = scene.here.as_ref().filter(|here| here.volume.is_finite() && here.volume > 0.0) else {
            return;
        };
        let volume = here.volume.within(frame.across.low(), frame.across.high());
        let drawn =
            |option: &OptionId| scene.curves.iter().any(|curve| curve.option == *option && !curve.points.is_empty());
        let costs = here.costs.iter().filter(|(option, cost)| drawn(option) && !cost.is_nan());
        let marker = |(option, cost): &(OptionId, f64)| Marker {
            option: *option,
            at: (volume, frame.up.value(frame.up.share(*cost))),
        };
        self.markers = costs.map(marker).collect();
        let text = words::flag(&full(here.volume));
        let half = text_width(&text, true) / 2.0 + 8.0;
        let (low, high) = (frame.area.left.min(frame.size.width - half), frame.area.right);
        let middle =
            frame.x(volume).within((low + half).min(frame.size.width / 2.0), (high - half).max(frame.size.width / 2.0));
        let rect = Rect { left: middle - half, right: middle + half, top: FLAG_TOP, bottom: FLAG_BOTTOM };
        let place = (middle, (FLAG_TOP + FLAG_BOTTOM) / 2.0);
        self.labels.push(Label::new(Role::plain(Kind::FlagText), text, place, Anchor::Middle));
        self.flag = Some(Flag { rect, volume });
    }

    /// Places the signs; the marks that are on the chart, those on the envelope first.
    fn lay_crossings<'a>(&mut self, scene: &'a Crossover, frame: &Frame) -> Vec<&'a Mark> {
        let visible = |mark: &&Mark| frame.across.contains(mark.volume) && !mark.cost.is_nan();
        let (mut shown, off): (Vec<&Mark>, Vec<&Mark>) =
            scene.crossings.iter().filter(visible).partition(|mark| mark.on_envelope);
        shown.extend(off);
        for mark in &shown {
            let at = (mark.volume, frame.up.value(frame.up.share(mark.cost)));
            let (x, y) = frame.point(at);
            let near = |other: &Diamond| {
                let (dx, dy) = (frame.x(other.at.0) - x, frame.y(other.at.1) - y);
                dx * dx + dy * dy < 36.0
            };
            if !self.crossings.iter().any(near) {
                self.crossings.push(Diamond { at, kind: mark.kind, on_envelope: mark.on_envelope });
            }
        }
        shown
    }

    fn lay_labels(&mut self, scene: &Crossover, curves: &[(OptionId, Shares)], shown: &[&Mark], frame: &Frame) {
        let lines = curves.iter().map(|(_, points)| frame.pixels(&clip(points))).collect();
        let (area, wide) = (frame.area, frame.size.is_wide());
        let edge = if wide { area.right - 2.0 } else { frame.size.width - 2.0 };
        let bounds = Rect { left: area.left + 2.0, top: area.top, right: edge, bottom: area.bottom - 3.0 };
        let mut board = Board::new(bounds, lines);
        if let Some(flag) = &self.flag {
            let x = frame.x(flag.volume);
            board.take(Rect { left: x - 2.0, right: x + 2.0, top: FLAG_BOTTOM, bottom: area.bottom });
        }
        self.markers.iter().for_each(|marker| board.take(Rect::around(frame.point(marker.at), 6.5)));
        self.crossings.iter().for_each(|sign| board.take(Rect::around(frame.point(sign.at), CROSSING_RADIUS)));
        let blocks = crossing_blocks(shown, wide);
        let split = blocks.iter().position(|(mark, _)| !mark.on_envelope).unwrap_or(blocks.len());
        let (first, later) = blocks.split_at_checked(split).unwrap_or((&blocks, &[]));
        self.label_crossings(first, &mut board, frame);
        if wide {
            self.name_at_margin(curves, frame);
        } else {
            self.name_on_curves(curves, &mut board, frame);
        }
        self.label_brackets(scene, &mut board, frame);
        self.label_crossings(later, &mut board, frame);
    }

    fn label_crossings(&mut self, blocks: &[(&Mark, Block)], board: &mut Board, frame: &Frame) {
        for (mark, block) in blocks {
            let at = frame.point((mark.volume, frame.up.value(frame.up.share(mark.cost))));
            if let Some((labels, spot)) = board.place(block, &beside(at)) {
                if spot.penalty >= 40.0 {
                    let lift = if spot.above { 1.0 } else { -1.0 };
                    self.leaders.push([at, (spot.at.0, spot.at.1 + lift)]);
                }
                self.labels.extend(labels);
            }
        }
    }

    fn name_at_margin(&mut self, curves: &[(OptionId, Shares)], frame: &Frame) {
        let ends: Vec<(OptionId, f64)> = curves
            .iter()
            .filter_map(|(option, points)| Some((*option, frame.y_of_share(points.last()?.1.within(0.0, 1.0)))))
            .collect();
        let wanted: Vec<f64> = ends.iter().map(|end| end.1).collect();
        let places = push_apart(&wanted, LABEL_DISTANCE, (frame.area.top, frame.area.bottom - 6.0));
        for ((option, _), y) in ends.iter().zip(places) {
            let role = Role::of(Kind::Label, *option);
            self.labels.push(Label::new(role, words::option(*option), (frame.area.right + 7.0, y), Anchor::Start));
        }
    }

    fn name_on_curves(&mut self, curves: &[(OptionId, Shares)], board: &mut Board, frame: &Frame) {
        for (option, points) in curves {
            let wish = if matches!(option, OptionId::Custom | OptionId::OpenModel) { 0.02 } else { 0.98 };
            let spots = along(points, wish, frame);
            let block = Block::new(vec![(Role::of(Kind::Label, *option), words::option(*option).to_owned())]);
            if let Some((labels, _)) = board.place(&block, &spots) {
                self.labels.extend(labels);
            }
        }
    }

    fn label_brackets(&mut self, scene: &Crossover, board: &mut Board, frame: &Frame) {
        let note = Role::plain(Kind::Note);
        for bracket in &self.brackets {
            let (Some(first), Some(last)) = (bracket.top.first(), bracket.top.last()) else { continue };
            let (from, to) = (frame.x(first.0), frame.x(last.0));
            let usual = bracket.strip == Kind::UsualBand;
            let Some((low, high)) = (if usual { scene.usual_band } else { scene.crossing_range }) else { continue };
            let numbers = (note, format!("{}–{}", short(low), short(high)));
            let lines = if usual { vec![(note, words::USUAL_RANGE.to_owned()), numbers] } else { vec![numbers] };
            let (y, above) = if usual { (frame.area.bottom - 4.0, true) } else { (frame.area.top + 2.0, false) };
            let spot = |x: f64, anchor, penalty| Spot { at: (x, y), anchor, above, penalty };
            let middle = (from + to) / 2.0;
            let spots = [
                spot(to + 6.0, Anchor::Start, 0.0),
                spot(from - 6.0, Anchor::End, 1.0),
                spot(middle, Anchor::Middle, if usual { 200.0 } else { -1.0 }),
            ];
            if let Some((labels, _)) = board.place(&Block::new(lines), &spots) {
                self.labels.extend(labels);
            }
        }
    }
}

/// Along the lower edge and back along the upper one.
#[cfg(feature = "page")]
pub(super) fn spreads(spreads: &[SpreadSeries], frame: &Frame) -> Vec<(OptionId, Vec<(f64, f64)>)> {
    let edge = |points: &[(f64, f64)]| clip(&shares(points, &frame.across, &frame.up));
    let outline = |spread: &SpreadSeries| {
        let mut outline = edge(&spread.low);
        outline.extend(edge(&spread.high).into_iter().rev());
        (spread.option, frame.values(&outline))
    };
    spreads.iter().map(outline).collect()
}

/// The texts of at most three crossings: those on the envelope first; one for a pair that crosses often.
fn crossing_blocks<'a>(shown: &[&'a Mark], wide: bool) -> Vec<(&'a Mark, Block)> {
    let mut blocks: Vec<(&Mark, Block)> = Vec::new();
    let mut told: Vec<(OptionId, OptionId)> = Vec::new();
    for mark in shown {
        let pair = (mark.a, mark.b);
        let same = shown.iter().filter(|other| (other.a, other.b) == pair).count();
        if blocks.len() >= MOST_LABELLED || told.contains(&pair) {
            continue;
        }
        let volume = short(mark.volume);
        let strong = Role::plain(if mark.on_envelope { Kind::Strong } else { Kind::Note });
        let note = Role::plain(Kind::Note);
        let lines = if same > 2 {
            told.push(pair);
            vec![(strong, words::flips_from(same, &volume))]
        } else if mark.kind == MarkKind::Jump {
            vec![(strong, words::step_at(&volume))]
        } else if !wide {
            vec![(strong, volume)]
        } else if mark.on_envelope {
            vec![(note, words::pair(mark.a, mark.b)), (strong, volume)]
        } else {
            vec![(note, words::pair_at(&volume, mark.a, mark.b))]
        };
        blocks.push((*mark, Block::new(lines)));
    }
    blocks
}

/// Places along a curve, the nearest to a share of the axis first.
pub(super) fn along(points: &Shares, wish: f64, frame: &Frame) -> Vec<Spot> {
    let mut spots = Vec::new();
    for step in 0..=24_u32 {
        let share = f64::from(step) / 24.0;
        let Some((_, up)) = stretch(points, share, share).first().copied() else { continue };
        let (x, y) = (frame.x_of_share(share), frame.y_of_share(up.within(0.0, 1.0)));
        for (above, lift) in [(true, -4.0), (false, 4.0)] {
            for anchor in [Anchor::Start, Anchor::Middle, Anchor::End] {
                let penalty = libm::fabs(share - wish) * 12.0 + if above { 0.0 } else { 1.0 };
                spots.push(Spot { at: (x, y + lift), anchor, above, penalty });
            }
        }
    }
    spots
}

/// Places beside a crossing: first the four corners, then further away, where a leader is needed (penalty from 40).
pub(super) fn beside((x, y): (f64, f64)) -> Vec<Spot> {
    let mut spots = Vec::new();
    for (distance, base) in [(0.0, 0.0), (16.0, 40.0), (32.0, 60.0), (48.0, 80.0), (72.0, 110.0)] {
        for (anchor, side) in [(Anchor::End, -1.0), (Anchor::Start, 1.0), (Anchor::Middle, 0.0)] {
            for above in [true, false] {
                let lift = if anchor == Anchor::Middle { 10.0 } else { 4.0 } + distance;
                let at = (x + side * (9.0 + distance * 0.4), if above { y - lift } else { y + lift });
                let natural = (anchor == Anchor::End) == above;
                spots.push(Spot { at, anchor, above, penalty: base + if natural { 0.0 } else { 3.0 } });
            }
        }
    }
    spots
}
