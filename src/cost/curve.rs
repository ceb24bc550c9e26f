//! An option's cost as a function of volume: straight pieces between breaks, perhaps with jumps.
//!
//! Left-continuous everywhere: at a break the piece before it still holds, because the n-th machine is enough for
//! exactly n loads and a tier's end is inclusive (parts 5.2, 5.3). It knows nothing of options or money's names.

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

/// Whole machines beyond the last volume that is drawn step by step: counted exactly, without a piece for each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stairs {
    /// The pieces hold the machines up to here, inclusive.
    pub(super) from: f64,
    /// Money per month for one machine.
    pub(super) cost: f64,
    /// Units per month that one serves.
    pub(super) capacity: f64,
}

impl Stairs {
    fn at(self, volume: f64) -> f64 {
        if volume > self.from { libm::ceil(volume / self.capacity) * self.cost } else { 0.0 }
    }
}

/// Cost per month by volume.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// In rising order of `end`; never empty, the last one ends at infinity.
    pieces: Vec<Piece>,
    /// What the last piece leaves out.
    stairs: Vec<Stairs>,
}

impl Curve {
    /// A straight line.
    #[must_use]
    pub fn line(fixed: f64, slope: f64) -> Self {
        Self { pieces: vec![Piece { end: f64::INFINITY, fixed, slope }], stairs: Vec::new() }
    }

    /// A curve of pieces in rising order; the last is taken to go on for ever.
    #[must_use]
    pub(super) fn of_pieces(mut pieces: Vec<Piece>) -> Self {
        match pieces.last_mut() {
            Some(last) => last.end = f64::INFINITY,
            None => return Self::line(0.0, 0.0),
        }
        Self { pieces, stairs: Vec::new() }
    }

    /// The same curve with machines beyond its pieces.
    #[must_use]
    pub(super) fn with_stairs(mut self, stairs: Stairs) -> Self {
        self.stairs.push(stairs);
        self
    }

    /// The sum of two curves: pieces between all breaks of both.
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
        let mut sum = Self::of_pieces(pieces);
        sum.stairs = self.stairs.iter().chain(&other.stairs).copied().collect();
        sum
    }

    /// Where the curve heads: its last slope with machines taken as their cost per unit, and the fixed parts between
    /// which it then runs, without and with one machine of each kind on top.
    #[must_use]
    pub(super) fn trend(&self) -> (f64, [f64; 2]) {
        let (fixed, slope) = self.pieces.last().map_or((0.0, 0.0), |piece| (piece.fixed, piece.slope));
        let machines: f64 = self.stairs.iter().map(|stairs| stairs.cost / stairs.capacity).sum();
        let one_each: f64 = self.stairs.iter().map(|stairs| stairs.cost).sum();
        (slope + machines, [fixed, fixed + one_each])
    }

    pub(super) fn pieces(&self) -> &[Piece] {
        &self.pieces
    }

    /// Cost per month at a volume.
    #[must_use]
    pub fn at(&self, volume: f64) -> f64 {
        let place = self.pieces.partition_point(|piece| piece.end < volume);
        let beyond: f64 = self.stairs.iter().map(|stairs| stairs.at(volume)).sum();
        self.pieces.get(place).map_or(0.0, |piece| piece.at(volume)).max(0.0) + beyond
    }

    /// Cost just after a volume, where a jump makes it another.
    #[must_use]
    pub fn just_after(&self, volume: f64) -> f64 {
        let place = self.pieces.partition_point(|piece| piece.end <= volume);
        self.pieces.get(place).map_or(0.0, |piece| piece.at(volume)).max(0.0)
    }

    /// Volumes at which a new piece begins.
    pub fn breaks(&self) -> impl Iterator<Item = f64> {
        self.pieces.iter().map(|piece| piece.end).filter(|end| end.is_finite())
    }

    /// Whether it is one straight line.
    #[must_use]
    pub fn is_line(&self) -> bool {
        self.pieces.len() == 1
    }
}
