//! Tie values: how far a number may move before another option costs the same, at the reader's volume (part 5.4).
//!
//! Every cost is linear in each of its numbers, or in its inverse; whole machines and the ends of tiers change it in
//! steps. Each tie is solved for in closed form: nothing is searched and no scenario is read again. A number that acts in
//! steps has the value at which the order changes.

use schemars::JsonSchema;
use serde::Serialize;

use super::crossing::{Pair, Reason};
use super::curve::Curve;
use super::envelope::Segment;
use super::structure::{Machines, TokenParts, amortisation, paid_once, price_curve};
use super::{cheapest, same};
use crate::approach::{OptionId, PerOption};
use crate::scenario::{
    CostStructure, Hosting, Price, Replicated, Retraining, SHORTEST_INTERVAL, Scenario, TRAINING, TierMode,
    TieredPrice, TokenPrice, expected_lines,
};
use crate::units::{
    AmortisationMonths, HOURS_PER_MONTH, Money, MoneyPerHour, MoneyPerMonth, MoneyPerUnit, Months, PeakFactor,
    Quantity, Replicas, RunMultiplier, Share, TokensPerCall, TokensPerSecond, UnitsPerMonth,
};

/// The value of one number at which two options cost the same.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Tie {
    /// Path of the number; `options.<option>.staff` stands for all its people, in money per month.
    pub field: String,
    /// The value; `null` where no legal value ties. Not rounded, also where only whole numbers may be entered.
    pub value: Option<f64>,
    /// The option that the number belongs to, and its cheapest rival; for the volume, the cheapest and the one after it.
    pub between: [OptionId; 2],
    /// On which side of the value the first of the two costs less.
    pub wins: Option<Wins>,
    /// Where no value ties: the option that costs less at any; `null` where none can be said to.
    pub always: Option<OptionId>,
}

/// A side of a tie value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Wins {
    /// Below it.
    Below,
    /// Above it.
    Above,
}

/// All ties at the reader's volume: by option, then the volume itself.
#[must_use]
pub(super) fn ties(
    scenario: &Scenario,
    curves: &PerOption<Curve>,
    pairs: &[Pair],
    envelope: &[Segment],
    volume: f64,
) -> Vec<Tie> {
    let totals: Vec<(OptionId, f64)> = curves.iter().map(|(option, curve)| (option, curve.at(volume))).collect();
    let mut ties = Vec::new();
    for (option, total) in &totals {
        let others = totals.iter().filter(|(other, _)| other != option);
        let Some((other, target)) = others.min_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
        let Some(structure) = scenario.options.get(*option) else { continue };
        let (free, tied) = (target - total, same(*target, *total));
        Solver { option: *option, other: *other, free, tied, volume, ties: &mut ties }.collect(structure);
    }
    ties.extend(volume_tie(&totals, curves, pairs, envelope, volume));
    ties
}

/// The change of the cheapest option that is nearest to the reader's volume.
fn volume_tie(
    totals: &[(OptionId, f64)],
    curves: &PerOption<Curve>,
    pairs: &[Pair],
    envelope: &[Segment],
    volume: f64,
) -> Option<Tie> {
    let here = envelope.iter().find(|segment| segment.from <= volume && volume <= segment.to);
    // Beyond the range only lines are known well enough.
    if here.is_none() && !curves.iter().all(|(_, curve)| curve.is_line()) {
        return None;
    }
    let cheapest = cheapest(totals);
    // Where several cost the same, the one that costs least below.
    let below = here.and_then(|here| here.cheapest.iter().find(|option| cheapest.contains(option)));
    let own = *below.or(cheapest.first())?;
    let within = envelope.windows(2).filter_map(|pair| match pair {
        [before, after] if before.cheapest.contains(&own) || after.cheapest.contains(&own) => {
            let other = before.cheapest.iter().chain(&after.cheapest).find(|option| **option != own)?;
            Some((before.to, *other))
        }
        _ => None,
    });
    let beyond = pairs.iter().filter_map(|pair| {
        let other = if pair.a == own { pair.b } else { pair.a };
        (pair.a == own || pair.b == own).then_some((pair.beyond_range?, other))
    });
    let distance = |change: &(f64, OptionId)| libm::fabs(change.0 - volume);
    let nearest =
        |changes: &mut dyn Iterator<Item = (f64, OptionId)>| changes.min_by(|a, b| distance(a).total_cmp(&distance(b)));
    let found = nearest(&mut within.chain(beyond));
    let next = totals.iter().filter(|(option, _)| *option != own).min_by(|a, b| a.1.total_cmp(&b.1));
    let other = found.map(|(_, other)| other).or(next.map(|(other, _)| *other))?;
    let unbeaten = pairs.iter().all(|pair| pair.a != own && pair.b != own || pair.reason != Some(Reason::BeyondRange));
    let alone = unbeaten && envelope.iter().all(|segment| segment.cheapest == [own]) && cheapest == [own];
    Some(Tie {
        field: "volume.perMonth".to_owned(),
        value: found.map(|(value, _)| value),
        between: [own, other],
        wins: found.map(|(value, _)| if volume <= value { Wins::Below } else { Wins::Above }),
        always: (found.is_none() && alone).then_some(own),
    })
}

/// An option, the one it is compared with, and how much it may cost more.
struct Solver<'a> {
    option: OptionId,
    other: OptionId,
    /// The rival's cost less the option's own.
    free: f64,
    /// Both cost the same, but for rounding.
    tied: bool,
    volume: f64,
    ties: &'a mut Vec<Tie>,
}

impl Solver<'_> {
    fn collect(&mut self, structure: &CostStructure) {
        match &structure.price {
            Some(Price::PerUnit(price)) => self.linear("price.amount", price.amount, self.volume),
            Some(Price::Tokens(price)) => self.tokens(price),
            Some(Price::Tiers(price)) => self.tiers(price),
            None => {}
        }
        match &structure.hosting {
            Some(Hosting::Flat(flat)) => self.linear("hosting.perMonth", flat.per_month, 1.0),
            Some(Hosting::PerUnit(price)) => self.linear("hosting.amount", price.amount, self.volume),
            Some(Hosting::Mixed(mixed)) => {
                self.linear("hosting.perMonth", mixed.per_month, 1.0);
                self.linear("hosting.amount", mixed.amount, self.volume);
            }
            Some(Hosting::Replicas(replicas)) => self.machines(replicas),
            None => {}
        }
        let people = structure.staff.clone().unwrap_or_default();
        if let (Some(fte), Some(cost)) = (people.fte, people.cost_per_month) {
            self.linear("staff.fte", Some(fte), cost.get());
            self.linear("staff.costPerMonth", Some(cost), fte.get());
        }
        if expected_lines(self.option).contains(&"staff") {
            self.amount("staff", people.cost().map_or(0.0, Quantity::get), 1.0);
        }
        if let Some(retraining) = &structure.retraining {
            self.retraining(retraining);
        }
        for (name, amount) in &structure.monthly {
            self.amount(&format!("monthly.{name}"), amount.map_or(0.0, Quantity::get), 1.0);
        }
        self.paid_once(structure);
    }

    /// A number that is given and of which each one costs so much a month.
    fn linear<T: Quantity>(&mut self, name: &str, given: Option<T>, per_one: f64) {
        self.straight(name, given.map(Quantity::get), per_one, (T::MIN, T::MAX));
    }

    fn straight(&mut self, name: &str, given: Option<f64>, per_one: f64, legal: (f64, f64)) {
        if let Some(now) = given {
            let wins = if per_one < 0.0 { Wins::Above } else { Wins::Below };
            self.within(name, now + self.free / per_one, legal, wins);
        }
    }

    /// An amount of money of which each unit costs so much a month; blank lines stand at nothing.
    fn amount(&mut self, name: &str, now: f64, per_one: f64) {
        self.straight(name, Some(now), per_one, (Money::MIN, Money::MAX));
    }

    /// A value that ties, if it is a number at all and may be entered.
    fn solved<T: Quantity>(&mut self, name: &str, value: f64, wins: Wins) {
        self.within(name, value, (T::MIN, T::MAX), wins);
    }

    fn within(&mut self, name: &str, value: f64, (min, max): (f64, f64), wins: Wins) {
        self.push(name, Some(value).filter(|value| (min..=max).contains(value)), wins);
    }

    fn push(&mut self, name: &str, value: Option<f64>, wins: Wins) {
        let cheaper = if self.free >= 0.0 { self.option } else { self.other };
        self.ties.push(Tie {
            field: format!("options.{}.{name}", self.option.key()),
            value,
            between: [self.option, self.other],
            wins: value.map(|_| wins),
            always: (value.is_none() && !self.tied).then_some(cheaper),
        });
    }

    /// The price is linear in each of its numbers.
    fn tokens(&mut self, price: &TokenPrice) {
        let Some(parts) = TokenParts::of(price) else { return };
        let [input, output, input_price, output_price, cached, cached_price, batch, discount, calls, retries] =
            parts.slopes().map(|slope| slope * self.volume);
        self.linear("price.inputTokens", price.input_tokens, input);
        self.linear("price.outputTokens", price.output_tokens, output);
        self.linear("price.inputPerMillion", price.input_per_million, input_price);
        self.linear("price.outputPerMillion", price.output_per_million, output_price);
        self.linear("price.cachedShare", price.cached_share, cached);
        self.linear("price.cachedPrice", price.cached_price, cached_price);
        self.linear("price.batchShare", price.batch_share, batch);
        self.linear("price.batchDiscount", price.batch_discount, discount);
        self.linear("price.callsPerUnit", price.calls_per_unit, calls);
        self.linear("price.retryShare", price.retry_share, retries);
    }

    fn tiers(&mut self, price: &TieredPrice) {
        let ends: Vec<f64> = price.tiers.iter().map(|tier| tier.up_to.map_or(f64::INFINITY, Quantity::get)).collect();
        let reached = ends.partition_point(|end| *end < self.volume);
        let mut start = 0.0;
        for (index, (tier, end)) in price.tiers.iter().zip(&ends).enumerate() {
            let (units, fees) = match price.mode {
                TierMode::Graduated if index <= reached => (self.volume.min(*end) - start, 1.0),
                TierMode::Volume if index == reached => (self.volume, 1.0),
                _ => (0.0, 0.0),
            };
            self.linear::<MoneyPerUnit>(&format!("price.tiers[{index}].amount"), tier.amount, units);
            self.linear::<MoneyPerMonth>(&format!("price.tiers[{index}].flatFee"), tier.flat_fee, fees);
            // Too few units to tell a straight bill from a jump.
            let is_short = index <= reached && self.volume - start < 4.0;
            if end.is_finite() && !is_short {
                let next = ends.get(index + 1).copied().unwrap_or(f64::INFINITY);
                let tie = self.tier_end(price, index, start, next);
                let wins = tie.map_or(Wins::Above, |(_, wins)| wins);
                self.push(&format!("price.tiers[{index}].upTo"), tie.map(|(value, _)| value), wins);
            }
            start = *end;
        }
    }

    /// Where a tier has to end: below the volume the bill is straight in its end, at the volume it jumps, above it
    /// does not depend on it.
    fn tier_end(&self, price: &TieredPrice, index: usize, start: f64, next: f64) -> Option<(f64, Wins)> {
        let mut moved = Price::Tiers(price.clone());
        let now = price_curve(&moved)?.at(self.volume);
        // How much the option may cost more when the tier ends there.
        let mut free = |end: f64| {
            if let Price::Tiers(TieredPrice { tiers, .. }) = &mut moved {
                let tier = tiers.get_mut(index)?;
                tier.up_to = Some(UnitsPerMonth::new(end).ok()?);
            }
            Some(self.free - (price_curve(&moved)?.at(self.volume) - now))
        };
        let last = self.volume.min(next);
        let inside = libm::floor(start + (last - start) / 2.0);
        let straight = if start < inside && inside < last {
            let (a, b) = (free(inside)?, free(start + 1.0)?);
            let slope = (a - b) / (inside - start - 1.0);
            Some((a, slope, inside)).filter(|_| inside > start + 1.0)
        } else {
            None
        };
        if let Some((a, slope, inside)) = straight {
            let root = inside - a / slope;
            if slope != 0.0 && start < root && root < last {
                return Some((root, if slope > 0.0 { Wins::Above } else { Wins::Below }));
            }
        }
        let before = straight.map(|(a, slope, inside)| a + slope * (last - inside))?;
        let at = if start < self.volume && self.volume < next { free(self.volume)? } else { return None };
        let wins = if at < 0.0 { Wins::Below } else { Wins::Above };
        ((before < 0.0) != (at < 0.0)).then_some((self.volume, wins))
    }

    fn machines(&mut self, hosting: &Replicated) {
        let Some(machines) = Machines::known(hosting) else { return };
        let running = machines.running(self.volume);
        let monthly = hosting.per_replica_month;
        self.linear::<MoneyPerMonth>("hosting.perReplicaMonth", monthly, running);
        let hours = if monthly.is_some() { 0.0 } else { running * HOURS_PER_MONTH };
        self.linear::<MoneyPerHour>("hosting.perHour", hosting.per_hour, hours);
        // As many machines as would make it cost what the rival does.
        let affordable = running + self.free / machines.cost;
        if hosting.minimum.is_some() {
            let needed = libm::ceil(self.volume / machines.capacity);
            self.solved::<Replicas>(
                "hosting.minimum",
                if affordable < needed { f64::NAN } else { affordable },
                Wins::Below,
            );
        }
        let enough = Self::capacity_for(self.volume, libm::floor(affordable * (1.0 + super::SAME)), machines.minimum);
        self.given::<UnitsPerMonth>("hosting.capacityPerMonth", hosting.capacity_per_month, enough, Wins::Above);
        // Throughput decides where the capacity is not given; each number makes it as large as is enough.
        let share = match (hosting.capacity_per_month, hosting.throughput_per_month()) {
            (None, Some(now)) => enough / now,
            _ => f64::NAN,
        };
        let of = |given: Option<f64>| given.unwrap_or(f64::NAN);
        let speed = of(hosting.tokens_per_second.map(Quantity::get));
        let load = of(hosting.target_utilisation.map(Quantity::get));
        let each = of(hosting.tokens_per_unit.map(Quantity::get));
        let peak = of(hosting.peak_factor.map(Quantity::get));
        self.given::<TokensPerSecond>("hosting.tokensPerSecond", hosting.tokens_per_second, speed * share, Wins::Above);
        self.given::<TokensPerCall>("hosting.tokensPerUnit", hosting.tokens_per_unit, each / share, Wins::Below);
        self.given::<Share>("hosting.targetUtilisation", hosting.target_utilisation, load * share, Wins::Above);
        self.given::<PeakFactor>("hosting.peakFactor", hosting.peak_factor, peak / share, Wins::Below);
    }

    /// The least capacity with which so many machines are enough; not a number where none decides.
    fn capacity_for(volume: f64, machines: f64, minimum: f64) -> f64 {
        let enough = libm::ceil(volume / machines);
        if machines >= minimum.max(1.0) && enough > 1.0 { enough } else { f64::NAN }
    }

    fn given<T: Quantity>(&mut self, name: &str, given: Option<T>, tie: f64, wins: Wins) {
        if given.is_some() {
            self.solved::<T>(name, tie, wins);
        }
    }

    fn retraining(&mut self, retraining: &Retraining) {
        let Some(months) = retraining.every_months.map(Quantity::get).filter(|months| *months > 0.0) else { return };
        self.amount("retraining.cost", retraining.cost.map_or(0.0, Quantity::get), 1.0 / months);
        if let Some(cost) = retraining.cost.map(Quantity::get).filter(|cost| *cost > 0.0) {
            let tie = cost / (cost / months + self.free);
            let value = Some(tie).filter(|tie| (SHORTEST_INTERVAL..=Months::MAX).contains(tie));
            self.push("retraining.everyMonths", value, Wins::Above);
        }
    }

    fn paid_once(&mut self, structure: &CostStructure) {
        let months = amortisation(structure);
        let runs = structure.failed_run_multiplier.map_or(1.0, Quantity::get);
        let named = structure.one_off.keys().map(String::as_str);
        let expected = expected_lines(self.option).iter().filter_map(|name| name.strip_prefix("oneOff."));
        for name in named.chain(expected.filter(|name| !structure.one_off.contains_key(name))) {
            let now = structure.one_off.get(name).copied().flatten().map_or(0.0, Quantity::get);
            let each = if name == TRAINING { runs } else { 1.0 };
            self.amount(&format!("oneOff.{name}"), now, if months > 0.0 { each / months } else { 0.0 });
        }
        let training = structure.one_off.get(TRAINING).copied().flatten().map_or(0.0, Quantity::get);
        if training > 0.0 && months > 0.0 {
            self.solved::<RunMultiplier>("failedRunMultiplier", runs + self.free / (training / months), Wins::Below);
        }
        let once = paid_once(structure);
        if once > 0.0 && months > 0.0 {
            let needed = once / months + self.free;
            let tie = if needed > 0.0 { once / needed } else { f64::NAN };
            let value = Some(tie).filter(|tie| (1.0..=AmortisationMonths::MAX).contains(tie));
            self.push("amortisationMonths", value, Wins::Above);
        }
    }
}
