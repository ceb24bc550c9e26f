//! Two options over time: when their monthly costs change order, when the dearer start has paid for itself, and when moving
//! from one to the other costs least (part 5.5).
//!
//! "Never" is a `null` month with its reason; nothing here is an infinity. Payback rests on the money of each month, never on
//! a saving that one-off costs are already spread over, which would count them twice.

use schemars::JsonSchema;
use serde::Serialize;

use super::cash::{Cash, Steady, sums};
use super::closed::{crossing_month, payback_months};
use super::{Basis, LONGEST_HORIZON};
use crate::approach::OptionId;
use crate::cost::crossing::{Side, order};
use crate::cost::same;

/// When the order of two monthly costs changes.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RunRate {
    /// Which costs less in month 1.
    pub at_start: Side,
    /// The first month with another order; `null`: none within the horizon.
    pub month: Option<u32>,
    /// Which costs less then.
    pub then: Option<Side>,
    /// How often the order changes within the horizon: whole machines and tiers can undo a change.
    pub changes: u32,
    /// The same moment in closed form, where both costs change by one share a month each; may lie beyond the horizon.
    pub exact: Option<f64>,
    /// The first month with another order beyond the horizon, within 120 months.
    pub beyond_horizon: Option<u32>,
}

/// Why something does not happen within the horizon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Never {
    /// It costs no less in any month.
    NeverCheaper,
    /// It does cost less in some months, but not by enough to make up for the rest.
    SavesTooLittle,
}

/// When the option with the dearer start has taken no more money than the other.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Payback {
    /// The option with the dearer start; the second of the pair where both start alike.
    pub investment: OptionId,
    /// The other.
    pub over: OptionId,
    /// Money by which its start is dearer.
    pub extra_upfront: f64,
    /// The first month at whose end it has taken no more money than the other; `null`: none within the horizon.
    pub month: Option<u32>,
    /// The month from which it stays so until the horizon; `null`: it is undone.
    pub stays_from: Option<u32>,
    /// In closed form, where neither monthly cost changes: extra start over saving per month.
    pub exact: Option<f64>,
    /// Why there is no month.
    pub reason: Option<Never>,
    /// The month beyond the horizon, within 120 months.
    pub beyond_horizon: Option<u32>,
}

/// When moving from a running option to another costs least, in money within the horizon, not discounted. The start of the
/// option that runs is paid either way and left out.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Migration {
    /// The option that runs.
    pub from: OptionId,
    /// The option to move to.
    pub to: OptionId,
    /// The first month that the new option serves, where the whole is least; `null`: not to move at all.
    pub month: Option<u32>,
    /// All the money then.
    pub least: f64,
    /// All the money when moving in month 1.
    pub at_once: f64,
    /// All the money when not moving.
    pub never: f64,
    /// Why not moving costs least.
    pub reason: Option<Never>,
}

/// Two options over time.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TimePair {
    /// The first option, by the spectrum.
    pub a: OptionId,
    /// The second.
    pub b: OptionId,
    /// When their monthly costs change order.
    pub run_rate: RunRate,
    /// When the dearer start has paid for itself.
    pub payback: Payback,
    /// When to move from the first to the second.
    pub migration: Migration,
    /// When to move from the second to the first.
    pub migration_back: Migration,
}

impl TimePair {
    /// Both take the same money from the start on, so that neither has anything to pay back (part 5.7).
    #[must_use]
    pub fn is_tie(&self) -> bool {
        self.run_rate.at_start == Side::Tie && self.run_rate.month.is_none() && self.payback.month == Some(1)
    }
}

/// All pairs.
pub(super) fn pairs(paths: &[(OptionId, Cash)], basis: &Basis) -> Vec<TimePair> {
    let mut pairs = Vec::new();
    for (place, a) in paths.iter().enumerate() {
        for b in paths.iter().skip(place + 1) {
            pairs.push(TimePair {
                a: a.0,
                b: b.0,
                run_rate: run_rate(&a.1, &b.1, horizon(basis)),
                payback: payback(a, b, horizon(basis)),
                migration: migration(a, b, basis),
                migration_back: migration(b, a, basis),
            });
        }
    }
    pairs
}

fn horizon(basis: &Basis) -> usize {
    basis.horizon_months.value as usize
}

/// A month counted from 1, from its place in a list.
fn month(place: usize) -> u32 {
    place as u32 + 1
}

fn run_rate(a: &Cash, b: &Cash, horizon: usize) -> RunRate {
    let (mut at_start, mut last) = (Side::Tie, Side::Tie);
    let mut change: Option<(usize, Side)> = None;
    let mut changes = 0;
    for (place, (a, b)) in a.monthly.iter().zip(&b.monthly).enumerate() {
        let side = order(*a, *b);
        if place == 0 {
            at_start = side;
        } else if side != last {
            changes += u32::from(place < horizon);
            change = change.or(Some((place, side)));
        }
        last = side;
    }
    let within = change.filter(|(place, _)| *place < horizon);
    RunRate {
        at_start,
        month: within.map(|(place, _)| month(place)),
        then: within.map(|(_, side)| side),
        changes,
        exact: exact_crossing(a.steady, b.steady),
        beyond_horizon: change.filter(|(place, _)| *place >= horizon).map(|(place, _)| month(place)),
    }
}

/// `A qa^(t-1) = B qb^(t-1)`: one of them seen from the other is level.
fn exact_crossing(a: Option<Steady>, b: Option<Steady>) -> Option<f64> {
    let (a, b) = (a?, b?);
    let exact = crossing_month(a.first, (a.change - b.change) / (1.0 + b.change), b.first)?;
    (exact <= f64::from(LONGEST_HORIZON)).then_some(exact)
}

fn payback(a: &(OptionId, Cash), b: &(OptionId, Cash), horizon: usize) -> Payback {
    let (dear, other) = if a.1.at_start() > b.1.at_start() { (a, b) } else { (b, a) };
    let (mut first, mut stays) = (None, None);
    // The first sum is month 0.
    for (place, (invested, spared)) in dear.1.cumulative().iter().zip(&other.1.cumulative()).skip(1).enumerate() {
        let paid = invested <= spared || same(*invested, *spared);
        first = first.or(paid.then_some(place));
        if place < horizon {
            stays = paid.then_some(stays.unwrap_or(place));
        }
    }
    let within = first.filter(|place| *place < horizon);
    let extra_upfront = dear.1.at_start() - other.1.at_start();
    let level = |cash: &Cash| cash.steady.filter(|steady| steady.change == 0.0).map(|steady| steady.first);
    let levels = level(&other.1).zip(level(&dear.1));
    Payback {
        investment: dear.0,
        over: other.0,
        extra_upfront,
        month: within.map(month),
        stays_from: stays.map(month),
        exact: levels.and_then(|(dearer, less)| payback_months(extra_upfront, dearer - less)),
        reason: if within.is_none() { Some(why_never(&dear.1, &other.1, horizon)) } else { None },
        beyond_horizon: first.filter(|place| *place >= horizon).map(month),
    }
}

fn why_never(wanted: &Cash, other: &Cash, horizon: usize) -> Never {
    let mut months = wanted.monthly.iter().zip(&other.monthly).take(horizon);
    if months.any(|(wanted, other)| order(*wanted, *other) == Side::A) {
        Never::SavesTooLittle
    } else {
        Never::NeverCheaper
    }
}

/// Every month to move in, and not to move: `sum_{t<s} A + U + M + sum_{t>=s} B`, and A again while both run.
fn migration(from: &(OptionId, Cash), to: &(OptionId, Cash), basis: &Basis) -> Migration {
    let months = horizon(basis);
    let old = sums(0.0, from.1.monthly.get(..months).unwrap_or_default());
    let moving = to.1.upfront + basis.migration_cost.value;
    // What the old option takes until a moment that may lie within a month.
    let until = |moment: f64| {
        let moment = moment.min(months as f64);
        let whole = libm::floor(moment) as usize;
        let at = |place: usize| old.get(place).copied().unwrap_or_default();
        let share = moment - whole as f64;
        if share > 0.0 { at(whole) + share * (at(whole + 1) - at(whole)) } else { at(whole) }
    };
    let never = until(months as f64);
    let both = basis.dual_running_months.value;
    // From the last month to the first, so that what the new option takes is summed up on the way.
    let mut totals = vec![0.0; months];
    let mut rest = 0.0;
    for (place, total) in totals.iter_mut().enumerate().rev() {
        rest += to.1.monthly.get(place).copied().unwrap_or_default();
        *total = until(place as f64 + both) + moving + rest;
    }
    let least = totals.iter().copied().fold(never, f64::min);
    let place = if same(never, least) { None } else { totals.iter().position(|total| same(*total, least)) };
    Migration {
        from: from.0,
        to: to.0,
        month: place.map(month),
        least,
        at_once: totals.first().copied().unwrap_or(never),
        never,
        reason: if place.is_none() { Some(why_never(&to.1, &from.1, months)) } else { None },
    }
}
