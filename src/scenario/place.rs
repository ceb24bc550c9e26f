//! The numbers of a cost structure by path: moving one of them without writing and reading the whole scenario.
//!
//! Only what stands for itself is checked here, its own range; the parser checks what belongs together.

use super::{CostStructure, Hosting, MixedHosting, Price, Replicated, Retraining, Staff, TieredPrice, TokenPrice};
use crate::units::Quantity;

/// The list that a path's number has its line in, if people name the lines: `monthly` or `oneOff`.
#[must_use]
pub fn named_line(path: &str) -> Option<&str> {
    path.split('.').nth(2).filter(|list| matches!(*list, "monthly" | "oneOff"))
}

/// Whether the value is legal there; if so, it is there now. One function for each quantity, not for each number.
#[inline(never)]
fn fill<T: Quantity>(slot: &mut Option<T>, value: f64) -> bool {
    T::new(value).map(|value| *slot = Some(value)).is_ok()
}

impl CostStructure {
    /// Puts a number at a path below the option, such as `price.amount` or `oneOff.training`. `false`: no number has
    /// its place there, or it would not be legal.
    pub fn set_number(&mut self, path: &str, value: f64) -> bool {
        let (part, rest) = path.split_once('.').unwrap_or((path, ""));
        match part {
            "price" => self.price.as_mut().is_some_and(|price| price.set_number(rest, value)),
            "hosting" => self.hosting.as_mut().is_some_and(|hosting| hosting.set_number(rest, value)),
            "staff" => self.staff.get_or_insert_with(Staff::default).set_number(rest, value),
            "retraining" => self.retraining.get_or_insert_with(Retraining::default).set_number(rest, value),
            "monthly" => self.monthly.get_mut(rest).is_some_and(|line| fill(line, value)),
            "oneOff" => self.one_off.get_mut(rest).is_some_and(|line| fill(line, value)),
            "amortisationMonths" => fill(&mut self.amortisation_months, value),
            "failedRunMultiplier" => fill(&mut self.failed_run_multiplier, value),
            "priceChangePerMonth" => fill(&mut self.price_change_per_month, value),
            "monthsToValue" => fill(&mut self.months_to_value, value),
            _ => false,
        }
    }
}

impl Price {
    fn set_number(&mut self, key: &str, value: f64) -> bool {
        match self {
            Self::PerUnit(price) => key == "amount" && fill(&mut price.amount, value),
            Self::Tokens(price) => price.set_number(key, value),
            Self::Tiers(price) => price.set_number(key, value),
        }
    }
}

impl TokenPrice {
    fn set_number(&mut self, key: &str, value: f64) -> bool {
        match key {
            "inputTokens" => fill(&mut self.input_tokens, value),
            "outputTokens" => fill(&mut self.output_tokens, value),
            "inputPerMillion" => fill(&mut self.input_per_million, value),
            "outputPerMillion" => fill(&mut self.output_per_million, value),
            "cachedShare" => fill(&mut self.cached_share, value),
            "cachedPrice" => fill(&mut self.cached_price, value),
            "batchShare" => fill(&mut self.batch_share, value),
            "batchDiscount" => fill(&mut self.batch_discount, value),
            "callsPerUnit" => fill(&mut self.calls_per_unit, value),
            "retryShare" => fill(&mut self.retry_share, value),
            _ => false,
        }
    }
}

impl TieredPrice {
    /// `tiers[0].amount` and the like.
    fn set_number(&mut self, path: &str, value: f64) -> bool {
        let place = path.strip_prefix("tiers[").and_then(|rest| rest.split_once(']'));
        let tier = place.and_then(|(index, key)| Some((self.tiers.get_mut(index.parse::<usize>().ok()?)?, key)));
        match tier {
            Some((tier, ".amount")) => fill(&mut tier.amount, value),
            Some((tier, ".flatFee")) => fill(&mut tier.flat_fee, value),
            Some((tier, ".upTo")) => fill(&mut tier.up_to, value),
            _ => false,
        }
    }
}

impl Hosting {
    fn set_number(&mut self, key: &str, value: f64) -> bool {
        match self {
            Self::Flat(flat) => key == "perMonth" && fill(&mut flat.per_month, value),
            Self::PerUnit(price) => key == "amount" && fill(&mut price.amount, value),
            Self::Mixed(MixedHosting { per_month, amount }) => match key {
                "perMonth" => fill(per_month, value),
                "amount" => fill(amount, value),
                _ => false,
            },
            Self::Replicas(machines) => machines.set_number(key, value),
        }
    }
}

impl Replicated {
    fn set_number(&mut self, key: &str, value: f64) -> bool {
        match key {
            "perReplicaMonth" => fill(&mut self.per_replica_month, value),
            "capacityPerMonth" => fill(&mut self.capacity_per_month, value),
            "minimum" => fill(&mut self.minimum, value),
            "perHour" => fill(&mut self.per_hour, value),
            "tokensPerSecond" => fill(&mut self.tokens_per_second, value),
            "tokensPerUnit" => fill(&mut self.tokens_per_unit, value),
            "targetUtilisation" => fill(&mut self.target_utilisation, value),
            "peakFactor" => fill(&mut self.peak_factor, value),
            _ => false,
        }
    }
}

impl Staff {
    fn set_number(&mut self, key: &str, value: f64) -> bool {
        match key {
            "fte" => fill(&mut self.fte, value),
            "costPerMonth" => fill(&mut self.cost_per_month, value),
            _ => false,
        }
    }
}

impl Retraining {
    fn set_number(&mut self, key: &str, value: f64) -> bool {
        match key {
            "cost" => fill(&mut self.cost, value),
            "everyMonths" => fill(&mut self.every_months, value),
            _ => false,
        }
    }
}
