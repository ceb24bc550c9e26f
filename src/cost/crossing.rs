//! Where two curves cross, exactly: intervals and crossings of kind equal or jump, touches, dominance (part 5.4).
//!
//! Work grows with the number of breaks at which the order may change, never with the volume.

use schemars::JsonSchema;
use serde::Serialize;

use super::curve::{Band, Curve, Piece, Steps};
use super::structure::MAX_STEPS;
use super::{SAME, same};
use crate::approach::OptionId;
use crate::order::Within;

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

/// Two curves stretch by stretch: from, to, and a line for each.
struct Walk<'a> {
    a: Steps<'a>,
    b: Steps<'a>,
    from: f64,
    max: f64,
}

impl Iterator for Walk<'_> {
    type Item = (f64, f64, Piece, Piece);

    fn next(&mut self) -> Option<Self::Item> {
        while self.from < self.max {
            let (p, q) = (self.a.line()?, self.b.line()?);
            // `f64::min` is a call, and this loop runs for every machine.
            let end = if q.end < p.end { q.end } else { p.end };
            self.a.pass(end);
            self.b.pass(end);
            let (from, to) = (self.from, if self.max < end { self.max } else { end });
            if to > from {
                self.from = to;
                return Some((from, to, p, q));
            }
        }
        None
    }
}

/// Two curves stretch by stretch between two volumes.
fn walk<'a>(a: &'a Curve, b: &'a Curve, from: f64, max: f64) -> Walk<'a> {
    Walk { a: a.steps(from), b: b.steps(from), from, max }
}

/// How far one curve is above the other at least, by volume.
#[derive(Clone, Copy)]
struct Gap {
    fixed: f64,
    slope: f64,
}

impl Gap {
    /// How far `dear` lies above `cheap` even where it is lowest and the other highest, ties left out.
    fn between(dear: Band, cheap: Band) -> Self {
        let more = 1.0 + 2.0 * SAME;
        Self { fixed: dear.low - cheap.high * more, slope: dear.slope - cheap.slope * more }
    }

    fn is_positive(self, volume: f64) -> bool {
        if volume.is_finite() {
            self.fixed + self.slope * volume > 0.0
        } else {
            self.slope > 0.0 || (self.slope == 0.0 && self.fixed > 0.0)
        }
    }

    /// Where it changes its sign.
    fn root(self) -> f64 {
        -self.fixed / self.slope
    }
}

/// A stretch on which the order of two curves may change, with what is certain before and after it. Machines are not
/// looked at one by one where one curve stays above the other anyway.
struct Contest {
    before: Option<Side>,
    from: f64,
    to: f64,
    after: Option<Side>,
}

/// How far a contest reaches beyond what is certain, so that no root lies at its very edge.
const ROOM: f64 = 1e-6;

impl Contest {
    fn between(a: Band, b: Band, from: f64, to: f64) -> Self {
        let whole = Self { before: None, from, to, after: None };
        if a.low == a.high && b.low == b.high {
            return whole; // two lines: one look is enough
        }
        let sides = [(Side::A, Gap::between(b, a)), (Side::B, Gap::between(a, b))];
        let certain = |volume: f64| sides.into_iter().find(|(_, gap)| gap.is_positive(volume));
        let (first, last) = (certain(from), certain(to));
        let opens = match first {
            Some((_, gap)) if gap.is_positive(to) => to,
            Some((_, gap)) => (gap.root() * (1.0 - ROOM)).within(from, to),
            None => from,
        };
        let closes = match last {
            Some((_, gap)) if gap.is_positive(from) => from,
            Some((_, gap)) => (gap.root() * (1.0 + ROOM)).within(from, to),
            None => to,
        };
        // A side that is certain at both ends is certain between them.
        let closes = closes.max(opens);
        Self { before: first.map(|(side, _)| side), from: opens, to: closes, after: last.map(|(side, _)| side) }
    }
}

/// Tells every stretch with one order, in rising order of volume; `tell` returns whether to go on. At most so many
/// stretches are looked at one by one; `false`: it ended before the last volume.
fn orders(
    a: &Curve,
    b: &Curve,
    (start, max): (f64, f64),
    mut budget: usize,
    mut tell: impl FnMut(f64, f64, Side) -> bool,
) -> bool {
    let mut place = start;
    while place < max {
        let (Some(p), Some(q)) = (a.steps(place).band(), b.steps(place).band()) else { return false };
        let end = p.end.min(q.end).min(max);
        let contest = Contest::between(p, q, place, end);
        if let Some(side) = contest.before.filter(|_| contest.from > place)
            && !tell(place, contest.from, side)
        {
            return false;
        }
        let mut stretches = walk(a, b, contest.from, contest.to);
        for (from, to, p, q) in stretches.by_ref() {
            let Some(left) = budget.checked_sub(1) else { return false };
            budget = left;
            let on = match root(p, q, from, to) {
                Some(volume) => {
                    let far = if to.is_finite() { to } else { volume * 2.0 };
                    tell(from, volume, order(p.at(from), q.at(from))) && tell(volume, to, order(p.at(far), q.at(far)))
                }
                None => {
                    let inside = if to.is_finite() { from + (to - from) / 2.0 } else { from * 2.0 + 1.0 };
                    tell(from, to, order(p.at(inside), q.at(inside)))
                }
            };
            if !on {
                return false;
            }
        }
        // Machines beyond counting.
        if stretches.from < contest.to {
            return false;
        }
        if let Some(side) = contest.after.filter(|_| contest.to < end)
            && !tell(contest.to, end, side)
        {
            return false;
        }
        place = end;
    }
    true
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
    // Where two stretches of one order meet, the curves may touch.
    let mut meetings: Vec<f64> = Vec::new();
    orders(a.1, b.1, (0.0, max), usize::MAX, |from, to, cheaper| {
        match intervals.last_mut() {
            Some(last) if last.cheaper == cheaper => {
                if cheaper != Side::Tie {
                    meetings.push(from);
                }
                last.to = to;
            }
            _ => intervals.push(Interval { from, to, cheaper }),
        }
        true
    });
    meetings.retain(|volume| same(a.1.at(*volume), b.1.at(*volume)));
    let crossings = changes(&intervals, a.1, b.1);
    let side = intervals.last().map_or(Side::Tie, |interval| interval.cheaper);
    let verdict = match (crossings.is_empty(), side) {
        (false, _) => PairVerdict::Crosses,
        (true, Side::A) => PairVerdict::AAlways,
        (true, Side::B) => PairVerdict::BAlways,
        (true, Side::Tie) => PairVerdict::TieAlways,
    };
    let (beyond_range, reason) = if verdict == PairVerdict::Crosses {
        (None, None)
    } else {
        match beyond(a.1, b.1, max, side) {
            Beyond::At(volume) => (Some(volume), Some(Reason::BeyondRange)),
            Beyond::Somewhere => (None, Some(Reason::BeyondRange)),
            Beyond::Nowhere => (None, Some(reason(a.1, b.1, side, meetings.is_empty()))),
        }
    };
    Pair { a: a.0, b: b.0, verdict, intervals, crossings, touches: meetings, beyond_range, reason }
}

/// What happens to an order after the range.
enum Beyond {
    /// It changes first at this volume.
    At(f64),
    /// It changes, at a volume that would take too many steps to find.
    Somewhere,
    /// It stays.
    Nowhere,
}

/// Looks for the first change of an order after the range, past no more than [`MAX_STEPS`] machines that matter. Growing
/// costs end up the same but for rounding: a stretch of ties counts only when the other side follows.
fn beyond(a: &Curve, b: &Curve, max: f64, side: Side) -> Beyond {
    let mut left = None;
    let mut found = None;
    let finished = orders(a, b, (max, f64::INFINITY), MAX_STEPS, |from, _, cheaper| {
        if cheaper == side {
            left = None;
        } else {
            let since = *left.get_or_insert(from);
            found = (side == Side::Tie || cheaper != Side::Tie).then_some(since);
        }
        found.is_none()
    });
    match found {
        Some(volume) => Beyond::At(volume),
        None if finished => Beyond::Nowhere,
        None => {
            // In the end the lower cost per unit wins.
            let wins = order(a.trend().slope, b.trend().slope);
            if wins == Side::Tie || wins == side { Beyond::Nowhere } else { Beyond::Somewhere }
        }
    }
}

/// The one volume strictly inside at which two lines meet.
fn root(p: Piece, q: Piece, from: f64, to: f64) -> Option<f64> {
    if p.slope == q.slope {
        return None;
    }
    let volume = (q.fixed - p.fixed) / (p.slope - q.slope);
    let inside = volume > from && volume < to && !same(volume, from) && (!to.is_finite() || !same(volume, to));
    inside.then_some(volume)
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
    let (p, q) = (a.trend(), b.trend());
    let meets = [p.low, p.high].into_iter().flat_map(|p| [q.low, q.high].map(|q| q - p));
    meets.map(|gap| gap / (p.slope - q.slope)).filter(|volume| *volume > 0.0 && volume.is_finite()).reduce(f64::max)
}

/// Why two curves never cross, by where they head; the given side costs less, and nowhere do they touch but at no volume.
fn reason(a: &Curve, b: &Curve, side: Side, apart: bool) -> Reason {
    let (cheap, dear) = match side {
        Side::Tie => return Reason::Identical,
        Side::A => (a, b),
        Side::B => (b, a),
    };
    let (p, q) = (cheap.trend(), dear.trend());
    if apart && same(cheap.at(0.0), dear.at(0.0)) {
        Reason::TieOnlyAtZero
    } else if p.slope == 0.0 && (p.low == 0.0 || q.slope != 0.0) {
        Reason::FreePerUnit
    } else if same(p.slope, q.slope) {
        Reason::EqualSlopes
    } else {
        Reason::Dominated
    }
}
