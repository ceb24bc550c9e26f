//! The lower envelope: which option is cheapest where (part 5.4).

use schemars::JsonSchema;
use serde::Serialize;

use super::crossing::{Pair, Side};
use crate::approach::OptionId;
use crate::order;

/// An open stretch of volume with its cheapest options.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Segment {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
    /// The cheapest; several where they cost the same.
    pub cheapest: Vec<OptionId>,
}

/// Stretches between all changes of all pairs; within one, no pair changes its order, so one look at each is enough.
#[must_use]
pub fn envelope(options: &[OptionId], pairs: &[Pair], max: f64) -> Vec<Segment> {
    let mut ends: Vec<f64> = pairs.iter().flat_map(|pair| pair.intervals.iter().map(|interval| interval.to)).collect();
    ends.push(max);
    let mut ends = order::numbers(ends);
    ends.dedup();
    let mut places: Vec<std::iter::Peekable<std::slice::Iter<'_, super::Interval>>> =
        pairs.iter().map(|pair| pair.intervals.iter().peekable()).collect();
    let mut segments: Vec<Segment> = Vec::new();
    let mut from = 0.0;
    for to in ends {
        let mut beaten: Vec<OptionId> = Vec::new();
        for (pair, place) in pairs.iter().zip(&mut places) {
            while place.peek().is_some_and(|interval| interval.to <= from) {
                place.next();
            }
            match place.peek().map(|interval| interval.cheaper) {
                Some(Side::A) => beaten.push(pair.b),
                Some(Side::B) => beaten.push(pair.a),
                Some(Side::Tie) | None => {}
            }
        }
        let cheapest: Vec<OptionId> = options.iter().copied().filter(|option| !beaten.contains(option)).collect();
        match segments.last_mut() {
            Some(last) if last.cheapest == cheapest => last.to = to,
            _ => segments.push(Segment { from, to, cheapest }),
        }
        from = to;
    }
    segments
}
