//! Where two curves cross, exactly: intervals and crossings of kind equal or jump, touches, dominance (part 5.4).
//!
//! Work grows with the number of breaks, never with the volume.

use schemars::JsonSchema;
use serde::Serialize;

use super::curve::{Curve, Piece};
use super::same;
use crate::approach::OptionId;
use crate::order;

/// Which of a pair costs less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Side {
    /// The first.
    A,
    /// The second.
    B,
    /// Both the same.
    Tie,
}

/// How the order changes at a crossing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum CrossingKind {
    /// Costs are equal there.
    Equal,
    /// A curve jumps over the other; no volume has equal costs.
    Jump,
}

/// A volume at which the order of a pair changes.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Crossing {
    /// Units per month.
    pub volume: f64,
    /// Money per month there; at a jump, the lower of the two costs just before it.
    pub cost: f64,
    /// Equal or jump.
    pub kind: CrossingKind,
}

/// An open stretch of volume with one order.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Interval {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// Who costs less.
    pub cheaper: Side,
}

/// What a pair does over the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum PairVerdict {
    /// The order changes at least once.
    Crosses,
    /// The first costs less throughout.
    AAlways,
    /// The second costs less throughout.
    BAlways,
    /// They cost the same throughout.
    TieAlways,
}

/// Why a pair does not cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// A unit costs nothing on the cheaper side, so volume changes nothing.
    FreePerUnit,
    /// Fixed cost and cost per unit are both lower (or one of them equal).
    Dominated,
    /// Each further unit costs the same on both sides.
    EqualSlopes,
    /// They cross, but beyond the range.
    BeyondRange,
    /// They are equal at no volume and nowhere else.
    TieOnlyAtZero,
    /// The same curve twice.
    Identical,
}

/// Everything about one pair.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Pair {
    /// The first option, by the spectrum.
    pub a: OptionId,
    /// The second.
    pub b: OptionId,
    /// In a word.
    pub verdict: PairVerdict,
    /// Open stretches that tile the range; neighbours differ.
    pub intervals: Vec<Interval>,
    /// Where the order changes, by volume.
    pub crossings: Vec<Crossing>,
    /// Where costs are equal and the order stays.
    pub touches: Vec<f64>,
    /// For two lines that cross beyond the range: where.
    pub beyond_range: Option<f64>,
    /// Why they do not cross.
    pub reason: Option<Reason>,
}

/// Two curves piece by piece: from, to, and a line for each.
pub(super) fn elementary<'a>(
    a: &'a Curve,
    b: &'a Curve,
    max: f64,
) -> impl Iterator<Item = (f64, f64, Piece, Piece)> + 'a {
    let (mut left, mut right) = (a.pieces().iter().peekable(), b.pieces().iter().peekable());
    let mut from = 0.0;
    std::iter::from_fn(move || {
        loop {
            if from >= max {
                return None;
            }
            let (p, q) = (**left.peek()?, **right.peek()?);
            let end = p.end.min(q.end);
            if p.end <= end {
                left.next();
            }
            if q.end <= end {
                right.next();
            }
            let to = end.min(max);
            if to > from {
                let start = from;
                from = to;
                return Some((start, to, p, q));
            }
        }
    })
}

/// Which of two amounts is less, but for rounding.
pub(super) fn order(a: f64, b: f64) -> Side {
    if same(a, b) {
        Side::Tie
    } else if a < b {
        Side::A
    } else {
        Side::B
    }
}

/// Stretches of one order, merged, then the changes between them.
#[must_use]
pub fn compare(a: (OptionId, &Curve), b: (OptionId, &Curve), max: f64) -> Pair {
    let mut intervals: Vec<Interval> = Vec::new();
    let mut touches: Vec<f64> = Vec::new();
    let mut add = |from: f64, to: f64, cheaper: Side| match intervals.last_mut() {
        Some(last) if last.cheaper == cheaper => {
            last.to = to;
        }
        _ => intervals.push(Interval { from, to, cheaper }),
    };
    for (from, to, p, q) in elementary(a.1, b.1, max) {
        match root(p, q, from, to) {
            Some(volume) => {
                let before = order(p.at(from), q.at(from));
                let after = order(p.at(to), q.at(to));
                add(from, volume, before);
                add(volume, to, after);
            }
            None => {
                let middle = from + (to - from) / 2.0;
                add(from, to, order(p.at(middle), q.at(middle)));
            }
        }
    }
    for place in a.1.breaks().chain(b.1.breaks()).filter(|place| *place > 0.0 && *place < max) {
        let equal = same(a.1.at(place), b.1.at(place));
        let around = intervals.get(intervals.partition_point(|interval| interval.to < place));
        if equal && around.is_some_and(|i| i.from < place && place < i.to && i.cheaper != Side::Tie) {
            touches.push(place);
        }
    }
    let mut touches = order::numbers(touches);
    touches.dedup();
    let crossings = changes(&intervals, a.1, b.1);
    let verdict = match (crossings.is_empty(), intervals.first().map(|interval| interval.cheaper)) {
        (false, _) => PairVerdict::Crosses,
        (true, Some(Side::A)) => PairVerdict::AAlways,
        (true, Some(Side::B)) => PairVerdict::BAlways,
        (true, _) => PairVerdict::TieAlways,
    };
    let beyond_range = crossings.is_empty().then(|| line_crossing(a.1, b.1)).flatten().filter(|volume| *volume >= max);
    let reason = crossings.is_empty().then(|| reason(a.1, b.1, verdict, beyond_range)).flatten();
    Pair { a: a.0, b: b.0, verdict, intervals, crossings, touches, beyond_range, reason }
}

/// The one volume strictly inside at which two lines meet.
fn root(p: Piece, q: Piece, from: f64, to: f64) -> Option<f64> {
    let volume = (q.fixed - p.fixed) / (p.slope - q.slope);
    (p.slope != q.slope && volume > from && volume < to && !same(volume, from) && !same(volume, to)).then_some(volume)
}

/// Between neighbouring stretches the order changes, by equality or by a jump; a stretch of ties has two ends.
fn changes(intervals: &[Interval], a: &Curve, b: &Curve) -> Vec<Crossing> {
    let mut crossings = Vec::new();
    for pair in intervals.windows(2) {
        if let [before, _] = pair {
            let volume = before.to;
            let (left, right) = (a.at(volume), b.at(volume));
            let equal = same(left, right) || same(a.just_after(volume), b.just_after(volume));
            let kind = if equal { CrossingKind::Equal } else { CrossingKind::Jump };
            crossings.push(Crossing { volume, cost: left.min(right), kind });
        }
    }
    crossings
}

/// A volume beyond which the order of two curves no longer changes (part 5.4): where their trends meet at the latest.
#[must_use]
pub(super) fn last_order_change(a: &Curve, b: &Curve) -> Option<f64> {
    let ((slope_a, fixed_a), (slope_b, fixed_b)) = (a.trend(), b.trend());
    let meets = fixed_a.iter().flat_map(|p| fixed_b.iter().map(move |q| (q - p) / (slope_a - slope_b)));
    meets.filter(|volume| *volume > 0.0 && volume.is_finite()).reduce(f64::max)
}

/// Where two straight lines meet at a positive volume.
#[must_use]
pub fn line_crossing(a: &Curve, b: &Curve) -> Option<f64> {
    let (p, q) = (a.pieces().last()?, b.pieces().last()?);
    if !(a.is_line() && b.is_line()) || p.slope == q.slope {
        return None;
    }
    let volume = (q.fixed - p.fixed) / (p.slope - q.slope);
    (volume > 0.0 && volume.is_finite()).then_some(volume)
}

fn reason(a: &Curve, b: &Curve, verdict: PairVerdict, beyond: Option<f64>) -> Option<Reason> {
    if beyond.is_some() {
        return Some(Reason::BeyondRange);
    }
    let (p, q) = (a.pieces().last()?, b.pieces().last()?);
    let (cheap, dear) = match verdict {
        PairVerdict::TieAlways => return Some(Reason::Identical),
        PairVerdict::BAlways => (q, p),
        _ => (p, q),
    };
    if !(a.is_line() && b.is_line()) {
        return Some(Reason::Dominated);
    }
    Some(if same(cheap.fixed, dear.fixed) {
        Reason::TieOnlyAtZero
    } else if cheap.slope == 0.0 && cheap.fixed == 0.0 {
        Reason::FreePerUnit
    } else if cheap.slope == dear.slope {
        Reason::EqualSlopes
    } else if cheap.slope == 0.0 {
        Reason::FreePerUnit
    } else {
        Reason::Dominated
    })
}
