//! An option's cost as a function of volume: straight pieces between breaks, perhaps with whole machines on top.
//!
//! Left-continuous everywhere: at a break the piece before it still holds, because the n-th machine is enough for
//! exactly n loads and a tier's end is inclusive (parts 5.2, 5.3). Machines are counted, never listed one by one. It
//! knows nothing of options or money's names.

use super::structure::MAX_STEPS;

/// A straight piece: `fixed + slope × volume`, up to and including its end.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Last volume of the piece; infinite for the last piece.
    pub(super) end: f64,
    /// Money per month at volume zero, were the piece to go on that far. May be negative within graduated tiers.
    pub(super) fixed: f64,
    /// Money per unit.
    pub(super) slope: f64,
}

impl Piece {
    /// The cost on this piece's line.
    #[must_use]
    pub(super) fn at(&self, volume: f64) -> f64 {
        self.fixed + self.slope * volume
    }
}

/// Whole machines, added as the volume grows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stairs {
    /// Up to here, inclusive, the pieces hold the machines that run anyway; a piece ends here.
    pub(super) from: f64,
    /// Money per month for one machine.
    pub(super) cost: f64,
    /// Units per month that one serves; at least one, so that steps lie apart.
    pub(super) capacity: f64,
}

impl Stairs {
    /// Machines on the step that ends at a volume or holds it.
    fn count(self, volume: f64) -> f64 {
        libm::ceil(volume / self.capacity)
    }

    fn at(self, volume: f64) -> f64 {
        if volume > self.from { self.count(volume) * self.cost } else { 0.0 }
    }

    /// Machines as a cost per unit, and one of them.
    fn per_unit(self) -> (f64, f64) {
        (self.cost / self.capacity, self.cost)
    }

    /// Machines just after a volume.
    fn count_after(self, volume: f64) -> f64 {
        libm::floor(volume / self.capacity) + 1.0
    }
}

/// Cost per month by volume.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// In rising order of `end`; never empty, the last one ends at infinity.
    pieces: Vec<Piece>,
    /// What the pieces leave out.
    stairs: Option<Stairs>,
}

impl Curve {
    /// A straight line.
    #[must_use]
    pub fn line(fixed: f64, slope: f64) -> Self {
        Self { pieces: vec![Piece { end: f64::INFINITY, fixed, slope }], stairs: None }
    }

    /// A curve of pieces in rising order; the last is taken to go on for ever.
    #[must_use]
    pub(super) fn of_pieces(mut pieces: Vec<Piece>) -> Self {
        match pieces.last_mut() {
            Some(last) => last.end = f64::INFINITY,
            None => return Self::line(0.0, 0.0),
        }
        Self { pieces, stairs: None }
    }

    /// Whole machines of which some run anyway.
    #[must_use]
    pub(super) fn machines(cost: f64, capacity: f64, minimum: f64) -> Self {
        let (end, fixed) = (minimum * capacity, minimum * cost);
        let first = Piece { end, fixed, slope: 0.0 };
        let rest = Piece { end: f64::INFINITY, fixed: 0.0, slope: 0.0 };
        Self { pieces: vec![first, rest], stairs: Some(Stairs { from: end, cost, capacity }) }
    }

    /// The sum of two curves, of which one at most has machines: pieces between all breaks of both.
    #[must_use]
    pub(super) fn plus(&self, other: &Self) -> Self {
        let (mut left, mut right) = (self.pieces.iter().peekable(), other.pieces.iter().peekable());
        let mut pieces = Vec::with_capacity(self.pieces.len() + other.pieces.len());
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            let end = a.end.min(b.end);
            pieces.push(Piece { end, fixed: a.fixed + b.fixed, slope: a.slope + b.slope });
            let (a_ends, b_ends) = (a.end <= end, b.end <= end);
            if a_ends {
                left.next();
            }
            if b_ends {
                right.next();
            }
        }
        Self { stairs: self.stairs.or(other.stairs), ..Self::of_pieces(pieces) }
    }

    /// Where the curve heads: the lines between which it runs in the end.
    #[must_use]
    pub(super) fn trend(&self) -> Band {
        let (fixed, slope) = self.pieces().last().map_or((0.0, 0.0), |piece| (piece.fixed, piece.slope));
        let (per_unit, one) = self.stairs.map_or((0.0, 0.0), Stairs::per_unit);
        Band { end: f64::INFINITY, low: fixed, high: fixed + one, slope: slope + per_unit }
    }

    pub(super) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// The last volume of a range in which there are not too many machines.
    #[must_use]
    pub(super) fn last_step(&self) -> f64 {
        self.stairs.map_or(f64::INFINITY, |stairs| {
            let first = libm::round(stairs.from / stairs.capacity).max(1.0);
            (first + (MAX_STEPS as f64 - 1.0)) * stairs.capacity
        })
    }

    /// Cost per month at a volume.
    #[must_use]
    pub fn at(&self, volume: f64) -> f64 {
        let place = self.pieces.partition_point(|piece| piece.end < volume);
        let machines = self.stairs.map_or(0.0, |stairs| stairs.at(volume));
        self.pieces.get(place).map_or(0.0, |piece| piece.at(volume)).max(0.0) + machines
    }

    /// Cost just after a volume, where a jump makes it another.
    #[must_use]
    pub fn just_after(&self, volume: f64) -> f64 {
        let step = self.steps(volume);
        step.line().map_or(0.0, |line| line.at(volume)).max(0.0)
    }

    /// Volumes at which a new piece or machine begins, up to a last one, in rising order.
    pub fn breaks(&self, last: f64) -> impl Iterator<Item = f64> {
        let mut steps = self.steps(0.0);
        let mut first = self.pieces.first().map(|piece| piece.end).filter(|end| *end <= 0.0);
        std::iter::from_fn(move || {
            first.take().or_else(|| {
                let end = steps.line()?.end;
                steps.pass(end);
                Some(end)
            })
        })
        .take_while(move |end| end.is_finite() && *end <= last)
    }

    /// Whether it is one straight line.
    #[must_use]
    pub fn is_line(&self) -> bool {
        self.pieces.len() == 1 && self.stairs.is_none()
    }

    /// The straight stretches from just after a volume on.
    pub(super) fn steps(&self, from: f64) -> Steps<'_> {
        let place = self.pieces.partition_point(|piece| piece.end <= from);
        let pieces = self.pieces.get(place..).unwrap_or_default();
        let machines = self.stairs.filter(|stairs| stairs.from <= from).map(|stairs| stairs.count_after(from));
        Steps { pieces, stairs: self.stairs, machines }
    }
}

/// A walk along a curve, one straight stretch after the other.
#[derive(Clone)]
pub(super) struct Steps<'a> {
    pieces: &'a [Piece],
    stairs: Option<Stairs>,
    /// Machines on the present step, once there are steps.
    machines: Option<f64>,
}

impl Steps<'_> {
    /// The present stretch, machines included; none where they are so many that one more is none, for a float.
    pub(super) fn line(&self) -> Option<Piece> {
        let piece = self.pieces.first()?;
        Some(match (self.stairs, self.machines) {
            (Some(_), Some(machines)) if machines + 1.0 == machines => return None,
            (Some(stairs), Some(machines)) => {
                let step = machines * stairs.capacity;
                Piece {
                    end: if step < piece.end { step } else { piece.end },
                    fixed: piece.fixed + machines * stairs.cost,
                    slope: piece.slope,
                }
            }
            _ => *piece,
        })
    }

    /// Goes on to the stretch after a volume that is the end of the present one, or lies before it.
    pub(super) fn pass(&mut self, end: f64) {
        if self.pieces.first().is_some_and(|piece| piece.end <= end) {
            self.pieces = self.pieces.get(1..).unwrap_or_default();
        }
        if let Some(stairs) = self.stairs.filter(|stairs| stairs.from <= end) {
            self.machines = match self.machines {
                Some(machines) if machines * stairs.capacity <= end => Some(machines + 1.0),
                Some(machines) => Some(machines),
                None => Some(stairs.count_after(end)),
            };
        }
    }

    /// The lines between which the curve runs until the present piece ends: machines taken as their cost per unit,
    /// without and with one more on top.
    pub(super) fn band(&self) -> Option<Band> {
        let piece = self.pieces.first()?;
        let stairs = self.stairs.filter(|_| self.machines.is_some());
        let (per_unit, one) = stairs.map_or((0.0, 0.0), Stairs::per_unit);
        Some(Band { end: piece.end, low: piece.fixed, high: piece.fixed + one, slope: piece.slope + per_unit })
    }
}

/// Two parallel lines with the curve between them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Band {
    /// Last volume for which they hold.
    pub(super) end: f64,
    /// Fixed part of the lower line.
    pub(super) low: f64,
    /// Fixed part of the upper line.
    pub(super) high: f64,
    /// Money per unit of both.
    pub(super) slope: f64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_staircase_steps_where_the_next_machine_is_needed() {
        let curve = Curve::machines(10.0, 4.0, 2.0).plus(&Curve::line(1.0, 0.0));
        for (volume, at, after) in [(0.0, 21.0, 21.0), (8.0, 21.0, 31.0), (9.0, 31.0, 31.0), (12.0, 31.0, 41.0)] {
            assert_eq!((curve.at(volume), curve.just_after(volume)), (at, after), "{volume}");
        }
        assert_eq!(curve.breaks(20.0).collect::<Vec<_>>(), [8.0, 12.0, 16.0, 20.0]);
    }

    #[test]
    fn without_a_minimum_the_first_machine_comes_with_the_first_unit() {
        let curve = Curve::machines(10.0, 4.0, 0.0);
        assert_eq!((curve.at(0.0), curve.just_after(0.0), curve.at(1.0)), (0.0, 10.0, 10.0));
        assert_eq!(curve.breaks(8.0).collect::<Vec<_>>(), [0.0, 4.0, 8.0]);
    }
}
