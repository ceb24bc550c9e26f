//! Costs by volume in every draw, and the first volume at which the cheaper of two changes.
//!
//! A curve is straight pieces and perhaps whole machines, each number of it a column. Sums are made in the order in which
//! the engine makes them for a single scenario, so that draws which do not vary give its very numbers.

use crate::column::Column;
use crate::within;

/// Steps of a staircase that are looked at one by one before an upper bound is taken for the crossing.
const MOST_STEPS: u32 = 1000;

/// A straight piece, up to and including its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    /// Last volume; infinite for the last piece.
    pub end: Column,
    /// Cost at volume zero, were the piece to go on that far.
    pub fixed: Column,
    /// Cost of one unit.
    pub slope: Column,
}

/// Whole machines, added as the volume grows.
#[derive(Clone, Debug, PartialEq)]
pub struct Machines {
    /// Cost of one.
    pub cost: Column,
    /// Volume that one serves; at least one unit.
    pub capacity: Column,
    /// How many run at least.
    pub minimum: Column,
}

/// A cost by volume.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// In rising order of `end`; the last one ends at infinity.
    pub pieces: Vec<Piece>,
    /// On top of them.
    pub machines: Option<Machines>,
}

impl Curve {
    /// Whether it is the same in every draw.
    #[must_use]
    pub fn is_constant(&self) -> bool {
        let same = |column: &Column| column.constant().is_some();
        self.pieces.iter().all(|piece| same(&piece.end) && same(&piece.fixed) && same(&piece.slope))
            && self
                .machines
                .as_ref()
                .is_none_or(|machines| same(&machines.cost) && same(&machines.capacity) && same(&machines.minimum))
    }

    /// Every `step`-th draw.
    #[must_use]
    pub fn thinned(&self, step: usize) -> Self {
        let piece = |piece: &Piece| Piece {
            end: piece.end.thinned(step),
            fixed: piece.fixed.thinned(step),
            slope: piece.slope.thinned(step),
        };
        Curve {
            pieces: self.pieces.iter().map(piece).collect(),
            machines: self.machines.as_ref().map(|machines| Machines {
                cost: machines.cost.thinned(step),
                capacity: machines.capacity.thinned(step),
                minimum: machines.minimum.thinned(step),
            }),
        }
    }

    fn row<'a>(&self, draw: usize, pieces: &'a mut Vec<[f64; 3]>) -> Row<'a> {
        pieces.clear();
        pieces.extend(self.pieces.iter().map(|piece| [piece.end.at(draw), piece.fixed.at(draw), piece.slope.at(draw)]));
        let machines = self.machines.as_ref();
        Row {
            pieces,
            stairs: machines.map_or([0.0, 1.0, 0.0], |machines| {
                [machines.cost.at(draw), machines.capacity.at(draw), machines.minimum.at(draw)]
            }),
        }
    }
}

/// The costs in all draws at volumes that may themselves be drawn.
#[must_use]
pub fn costs_at(curve: &Curve, volume: &Column, draws: usize) -> Column {
    let machines = curve.machines.as_ref().map(|machines| {
        let running = volume.over(&machines.capacity).ceil().at_least(&machines.minimum);
        running.times(&machines.cost)
    });
    match curve.pieces.as_slice() {
        [line] => {
            let fixed = match &machines {
                Some(machines) => line.fixed.plus(machines),
                None => line.fixed.clone(),
            };
            line.slope.times(volume).plus(&fixed)
        }
        pieces => {
            let at = |draw: usize| {
                let volume = volume.at(draw);
                let piece = pieces.iter().find(|piece| volume <= piece.end.at(draw)).or(pieces.last());
                let base = machines.as_ref().map_or(0.0, |machines| machines.at(draw));
                piece.map_or(0.0, |piece| piece.fixed.at(draw) + base + piece.slope.at(draw) * volume).max(0.0)
            };
            if curve.is_constant() && volume.constant().is_some() {
                Column::Constant(at(0))
            } else {
                Column::drawn((0..draws).map(at).collect())
            }
        }
    }
}

/// One draw of a curve.
struct Row<'a> {
    /// End, fixed, slope.
    pieces: &'a [[f64; 3]],
    /// Cost, capacity, minimum of machines.
    stairs: [f64; 3],
}

/// The first volume in each draw at which the cheaper of two changes, up to a limit; infinite where none does.
#[must_use]
pub fn first_changes(a: &Curve, b: &Curve, limit: f64, draws: usize) -> Column {
    let reached = |volume: f64| if volume > 0.0 && volume <= limit { volume } else { f64::INFINITY };
    if let ([p], [q], None, None) = (a.pieces.as_slice(), b.pieces.as_slice(), &a.machines, &b.machines) {
        let apart = q.fixed.minus(&p.fixed);
        let volumes = apart.over(&p.slope.minus(&q.slope));
        return match volumes {
            Column::Constant(volume) => Column::Constant(reached(volume)),
            Column::Drawn(volumes) => Column::drawn(volumes.iter().map(|volume| reached(*volume)).collect()),
        };
    }
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let mut at = |draw| first_change(&a.row(draw, &mut left), &b.row(draw, &mut right), limit);
    if a.is_constant() && b.is_constant() {
        return Column::Constant(at(0));
    }
    Column::drawn((0..draws).map(at).collect())
}

/// 1.0 where the first costs more, -1.0 where it costs less, 0.0 where both cost the same but for rounding.
fn order(a: f64, b: f64) -> f64 {
    let apart = a - b;
    if apart.abs() <= 1e-9 * if a.abs() < b.abs() { b.abs() } else { a.abs() } { 0.0 } else { apart.signum() }
}

fn first_change(a: &Row<'_>, b: &Row<'_>, limit: f64) -> f64 {
    let (mut left, mut right) = (a.pieces.iter().peekable(), b.pieces.iter().peekable());
    let mut running = [a.stairs, b.stairs].map(|[_, _, minimum]| if minimum > 1.0 { minimum } else { 1.0 });
    let (mut from, mut before, mut steps) = (0.0, 0.0, 0);
    // A machine that need not run costs nothing at no volume, and everything from the first unit on.
    while let (Some([p_end, p_fixed, p_slope]), Some([q_end, q_fixed, q_slope])) = (left.peek(), right.peek()) {
        let end = p_end.min(*q_end).min(limit);
        while from < end {
            let [n, m] = running;
            let [[p_cost, p_size, p_least], [q_cost, q_size, q_least]] = [a.stairs, b.stairs];
            let (p, q) = (p_fixed + n * p_cost, q_fixed + m * q_cost);
            let to = if p_cost > 0.0 { end.min(n * p_size) } else { end };
            let to = if q_cost > 0.0 { to.min(m * q_size) } else { to };
            if to > from {
                let starts = order(p + p_slope * from, q + q_slope * from);
                let ends = order(p + p_slope * to, q + q_slope * to);
                if before == 0.0 {
                    before = if starts == 0.0 { ends } else { starts };
                } else if starts == -before {
                    return from;
                }
                if ends == -before && before != 0.0 {
                    return within((q - p) / (p_slope - q_slope), from, to);
                }
                from = to;
            }
            if p_cost > 0.0 && n * p_size <= from {
                running[0] += 1.0;
            }
            if q_cost > 0.0 && m * q_size <= from {
                running[1] += 1.0;
            }
            // No change before the straight line under the staircase meets zero; a certain one once that over it does.
            let more = if before > 0.0 { [p_cost, -q_cost] } else { [-p_cost, q_cost] };
            let (less, extra) =
                more.iter().fold((0.0, 0.0), |(less, extra), e| (less + e.min(0.0), extra + e.max(0.0)));
            let apart = before * (p_fixed - q_fixed);
            let slope = before * (p_slope - q_slope) + more[0] / p_size + more[1] / q_size;
            steps += 1;
            if before == 0.0 && steps > MOST_STEPS {
                return f64::INFINITY;
            }
            if before != 0.0 && (steps > MOST_STEPS || from >= p_least * p_size && from >= q_least * q_size) {
                let earliest = if slope < 0.0 { -(apart + less) / slope } else { f64::INFINITY };
                if apart + less + slope * from > 0.0 && earliest > from {
                    if earliest >= end {
                        from = end;
                    } else if earliest > from * (1.0 + 1e-9) {
                        from = earliest * (1.0 - 1e-12);
                    }
                    running = [(p_size, p_least), (q_size, q_least)].map(|(size, least)| {
                        let whole = (from / size).ceil().max(least).max(1.0);
                        if whole * size <= from { whole + 1.0 } else { whole }
                    });
                } else if steps > MOST_STEPS {
                    return if slope < 0.0 { within(-(apart + extra) / slope, from, end) } else { f64::INFINITY };
                }
            }
        }
        if end >= limit {
            break;
        }
        if *p_end <= end {
            left.next();
        }
        if *q_end <= end {
            right.next();
        }
    }
    f64::INFINITY
}
