//! The lower envelope: which option is cheapest where (part 5.4).

use schemars::JsonSchema;
use serde::Serialize;

use super::crossing::{Pair, Side};
use crate::approach::OptionId;

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
    let mut places: Vec<&[super::Interval]> = pairs.iter().map(|pair| pair.intervals.as_slice()).collect();
    let mut segments: Vec<Segment> = Vec::new();
    let (mut from, mut before) = (0.0, None);
    while from < max {
        let mut beaten = [false; OptionId::ALL.len()];
        let mut to = max;
        for (pair, place) in pairs.iter().zip(&mut places) {
            let Some(interval) = place.first() else { continue };
            let loser = match interval.cheaper {
                Side::A => Some(pair.b),
                Side::B => Some(pair.a),
                Side::Tie => None,
            };
            if let Some(slot) = loser.and_then(|loser| beaten.get_mut(loser as usize)) {
                *slot = true;
            }
            to = to.min(interval.to);
        }
        for place in &mut places {
            if place.first().is_some_and(|interval| interval.to <= to) {
                *place = place.get(1..).unwrap_or_default();
            }
        }
        match segments.last_mut().filter(|_| before == Some(beaten)) {
            Some(last) => last.to = to,
            None => {
                let wins = |option: &OptionId| !beaten.get(*option as usize).copied().unwrap_or_default();
                let cheapest: Vec<OptionId> = options.iter().copied().filter(wins).collect();
                // Different losers may leave the same winner.
                match segments.last_mut() {
                    Some(last) if last.cheapest == cheapest => last.to = to,
                    _ => segments.push(Segment { from, to, cheapest }),
                }
            }
        }
        (from, before) = (to, Some(beaten));
    }
    segments
}
