//! Polylines as shares of the two axes: cut to a stretch of volume, clipped to the plot.
//!
//! A straight line between two shares is a straight line on the chart. No pixel lives here.

use super::scale::Axis;
use crate::order;
use crate::order::Within;

/// Points by volume; both ends of each axis are 0 and 1, costs off the axis lie outside.
pub(super) type Shares = Vec<(f64, f64)>;

/// The points of a curve in shares, by volume; what is no number is left out.
pub(super) fn shares(points: &[(f64, f64)], across: &Axis, up: &Axis) -> Shares {
    let sound = points.iter().filter(|(v, c)| !v.is_nan() && !c.is_nan());
    let shares: Shares = sound.map(|(v, c)| (across.unclamped_share(*v), up.unclamped_share(*c))).collect();
    stretch(&order::by(shares, |point| point.0), 0.0, 1.0)
}

fn between(a: (f64, f64), b: (f64, f64), share: f64) -> (f64, f64) {
    let length = b.0 - a.0;
    if length <= 0.0 { (share, b.1) } else { (share, a.1 + (b.1 - a.1) * ((share - a.0) / length)) }
}

/// The part of a curve between two places on the volume axis.
pub(super) fn stretch(points: &[(f64, f64)], from: f64, to: f64) -> Shares {
    let mut part: Shares = Vec::new();
    for pair in points.windows(2) {
        let [a, b] = pair else { continue };
        if b.0 < from || a.0 > to {
            continue;
        }
        let start = if a.0 < from { between(*a, *b, from) } else { *a };
        let end = if b.0 > to { between(*a, *b, to) } else { *b };
        if part.last() != Some(&start) {
            part.push(start);
        }
        if start != end {
            part.push(end);
        }
    }
    part
}

/// Removes the steps at both ends of a part: a jump belongs to neither side.
pub(super) fn trim(part: &mut Shares) {
    while let [.., before, last] = part.as_slice() {
        if last.0 - before.0 > 1e-9 {
            break;
        }
        part.pop();
    }
    let first = part.first().map_or(0.0, |point| point.0);
    let leading = part.iter().take_while(|point| point.0 - first <= 1e-9).count();
    part.drain(..leading.saturating_sub(1));
}

/// The same line with everything off the cost axis laid along its edge; a bend is added where it enters.
pub(super) fn clip(part: &[(f64, f64)]) -> Shares {
    let mut clipped: Shares = Vec::with_capacity(part.len());
    let mut before: Option<(f64, f64)> = None;
    for point in part {
        if let Some(last) = before {
            let rise = point.1 - last.1;
            let mut edges: Vec<f64> =
                [0.0, 1.0].into_iter().filter(|edge| (last.1 - edge) * (point.1 - edge) < 0.0).collect();
            if rise < 0.0 {
                edges.reverse();
            }
            for edge in edges {
                clipped.push((last.0 + (point.0 - last.0) * ((edge - last.1) / rise), edge));
            }
        }
        clipped.push((point.0, point.1.within(0.0, 1.0)));
        before = Some(*point);
    }
    clipped
}
