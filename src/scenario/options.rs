//! What each option costs: one cost structure for every option.
//!
//! The article's three formulas (C1 to C3), an untuned open model and a partner's offer are fillings of it, not types of
//! their own. The arithmetic is in `cost`.

use deserr::{Deserr, IntoValue, Map, Value, ValuePointerRef};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

use super::{IsoDate, ShortText};
use crate::approach::OptionId;
use crate::problem::Problems;
use crate::text;
use crate::units::{
    AmortisationMonths, CallsPerUnit, ChangePerMonth, Fte, HOURS_PER_MONTH, Money, MoneyPerHour, MoneyPerMillionTokens,
    MoneyPerMonth, MoneyPerUnit, Months, PeakFactor, Quantity, Replicas, Share, TokensPerCall, TokensPerSecond,
    UnitsPerMonth,
};

/// Most tiers a price list may have.
pub const MAX_TIERS: usize = 100;
/// Most named lines a list may have.
const MAX_LINES: usize = 50;

/// Months over which a one-off cost is spread where the scenario does not say (I34, ours).
pub const DEFAULT_AMORTISATION: f64 = 12.0;

/// The options by name. The last two are additions that the article does not have (I37, X4).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Options {
    /// A third-party API (C1).
    #[deserr(default)]
    pub api: Option<CostStructure>,
    /// A fine-tuned model (C2).
    #[deserr(default)]
    pub fine_tune: Option<CostStructure>,
    /// A model trained from scratch (C3).
    #[deserr(default)]
    pub custom: Option<CostStructure>,
    /// An open model, hosted but not tuned.
    #[deserr(default)]
    pub open_model: Option<CostStructure>,
    /// A partner's offer.
    #[deserr(default)]
    pub ally: Option<CostStructure>,
}

impl Options {
    /// The cost structure of one option.
    #[must_use]
    pub fn get(&self, option: OptionId) -> Option<&CostStructure> {
        match option {
            OptionId::Api => self.api.as_ref(),
            OptionId::FineTune => self.fine_tune.as_ref(),
            OptionId::Custom => self.custom.as_ref(),
            OptionId::OpenModel => self.open_model.as_ref(),
            OptionId::Ally => self.ally.as_ref(),
        }
    }
}

/// What an option costs: fixed lines, one-off costs spread over months, staff, a price and hosting.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields, validate = check_structure -> Problems)]
pub struct CostStructure {
    /// What is paid per unit to a vendor.
    #[deserr(default)]
    pub price: Option<Price>,
    /// Machines, or a managed service that runs them.
    #[deserr(default)]
    pub hosting: Option<Hosting>,
    /// People.
    #[deserr(default)]
    pub staff: Option<Staff>,
    /// Other named amounts per month.
    #[deserr(default)]
    pub monthly: BTreeMap<String, Option<MoneyPerMonth>>,
    /// Named amounts paid once.
    #[deserr(default)]
    pub one_off: BTreeMap<String, Option<Money>>,
    /// Months over which they are spread; blank: 12 (I34).
    #[deserr(default)]
    pub amortisation_months: Option<AmortisationMonths>,
    /// Relative change of price and hosting per month: carried, not read yet.
    #[deserr(default)]
    pub price_change_per_month: Option<ChangePerMonth>,
    /// Months until it is in production: carried, not read yet.
    #[deserr(default)]
    pub months_to_value: Option<Months>,
}

fn check_structure(structure: CostStructure, location: ValuePointerRef<'_>) -> Result<CostStructure, Problems> {
    let paid_once = structure.one_off.values().flatten().any(|amount| amount.get() > 0.0);
    if paid_once && structure.amortisation_months.is_some_and(|months| months.get() == 0.0) {
        return Err(Problems::conflict(location.push_key("amortisationMonths"), text::problem::NOTHING_TO_SPREAD_OVER));
    }
    for (key, lines) in [("monthly", structure.monthly.len()), ("oneOff", structure.one_off.len())] {
        if lines > MAX_LINES {
            return Err(Problems::conflict(location.push_key(key), text::problem::too_many_lines(MAX_LINES)));
        }
    }
    Ok(structure)
}

/// An enum whose JSON names its variant in `kind`; each variant is a struct with its own fields.
macro_rules! kinds {
    ($($(#[$doc:meta])* $name:ident { $($(#[$inner_doc:meta])* $variant:ident($inner:ident) = $kind:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
        #[serde(tag = "kind", rename_all = "camelCase")]
        pub enum $name {
            $($(#[$inner_doc])* $variant($inner),)+
        }

        impl Deserr<Problems> for $name {
            fn deserialize_from_value<V: IntoValue>(
                value: Value<V>,
                location: ValuePointerRef<'_>,
            ) -> Result<Self, Problems> {
                let mut map = match value {
                    Value::Map(map) => map,
                    other => return Err(Problems::wrong_type(location, other.kind(), "an object")),
                };
                let place = location.push_key("kind");
                match map.remove("kind").map(IntoValue::into_value) {
                    $(Some(Value::String(kind)) if kind == $kind => {
                        $inner::deserialize_from_value(Value::<V>::Map(map), location).map(Self::$variant)
                    })+
                    Some(Value::String(kind)) => Err(Problems::unknown_value(place, &kind, &[$($kind),+])),
                    Some(other) => Err(Problems::wrong_type(place, other.kind(), "text")),
                    None => Err(Problems::missing(place, "kind")),
                }
            }
        }
    )+};
}

kinds! {
    /// What is paid per unit to a vendor.
    Price {
        /// So much per unit (C1).
        PerUnit(UnitPrice) = "perUnit",
        /// From token prices (part 5.1).
        Tokens(TokenPrice) = "tokens",
        /// From a list with volume breaks (part 5.2).
        Tiers(TieredPrice) = "tiers",
    }

    /// Machines, or a managed service that runs them.
    Hosting {
        /// So much per month, whatever the volume: the article's literal reading (I28).
        Flat(FlatHosting) = "flat",
        /// Whole machines, added as the volume grows (part 5.3).
        Replicas(Replicated) = "replicas",
        /// So much per unit.
        PerUnit(UnitPrice) = "perUnit",
        /// A fixed part and a part per unit, as managed tuning services bill.
        Mixed(MixedHosting) = "mixed",
    }
}

/// So much per unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct UnitPrice {
    /// Money per unit.
    #[deserr(default)]
    pub amount: Option<MoneyPerUnit>,
}

/// A price from a vendor's token prices (part 5.1). Unknown while one of the four first numbers is blank.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct TokenPrice {
    /// Tokens sent with one call.
    #[deserr(default)]
    pub input_tokens: Option<TokensPerCall>,
    /// Tokens received from one call.
    #[deserr(default)]
    pub output_tokens: Option<TokensPerCall>,
    /// List price of tokens sent.
    #[deserr(default)]
    pub input_per_million: Option<MoneyPerMillionTokens>,
    /// List price of tokens received.
    #[deserr(default)]
    pub output_per_million: Option<MoneyPerMillionTokens>,
    /// Share of the tokens sent that the vendor has cached; blank: none.
    #[deserr(default)]
    pub cached_share: Option<Share>,
    /// Price of a cached token as a share of the list price; blank: the full price.
    #[deserr(default)]
    pub cached_price: Option<Share>,
    /// Share of the calls that can wait and go out in batches; blank: none.
    #[deserr(default)]
    pub batch_share: Option<Share>,
    /// Discount on calls in batches, as a share; blank: none.
    #[deserr(default)]
    pub batch_discount: Option<Share>,
    /// Whether batched calls get the cache discount as well; blank: yes. Vendors differ.
    #[deserr(default)]
    pub discounts_stack: Option<bool>,
    /// Calls needed for one unit of volume (I27); blank: one.
    #[deserr(default)]
    pub calls_per_unit: Option<CallsPerUnit>,
    /// Calls that are sent again, as a share; blank: none.
    #[deserr(default)]
    pub retry_share: Option<Share>,
    /// The model that the list prices belong to.
    #[deserr(default)]
    pub model: Option<ShortText>,
    /// The day the list prices were read.
    #[deserr(default)]
    pub as_of: Option<IsoDate>,
}

/// How volume tiers are read (part 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase)]
pub enum TierMode {
    /// Each unit costs what its own tier says.
    Graduated,
    /// All units cost what the reached tier says; the bill drops at a break.
    Volume,
}

/// A price list with volume breaks.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields, validate = check_tiers -> Problems)]
pub struct TieredPrice {
    /// How the tiers are read.
    pub mode: TierMode,
    /// In rising order; the last one is open-ended.
    #[schemars(length(min = 1, max = 100))]
    pub tiers: Vec<Tier>,
}

/// One step of a price list.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Tier {
    /// Last volume of the tier, inclusive; blank: no end.
    #[deserr(default)]
    pub up_to: Option<UnitsPerMonth>,
    /// Money per unit.
    pub amount: MoneyPerUnit,
    /// Money per month once the tier is reached; blank: none.
    #[deserr(default)]
    pub flat_fee: Option<MoneyPerMonth>,
}

fn check_tiers(price: TieredPrice, location: ValuePointerRef<'_>) -> Result<TieredPrice, Problems> {
    let ends: Vec<Option<f64>> = price.tiers.iter().map(|tier| tier.up_to.map(Quantity::get)).collect();
    let rising = match ends.split_last() {
        Some((last, inner)) => {
            last.is_none()
                && inner.iter().all(Option::is_some)
                && inner.first().is_none_or(|first| first.is_some_and(|first| first > 0.0))
                && inner.windows(2).all(|pair| matches!(pair, [a, b] if a < b))
        }
        None => false,
    };
    if !rising {
        Err(Problems::conflict(location.push_key("tiers"), text::problem::TIERS_RISE))
    } else if ends.len() > MAX_TIERS {
        Err(Problems::conflict(location.push_key("tiers"), text::problem::too_many_lines(MAX_TIERS)))
    } else {
        Ok(price)
    }
}

/// So much per month, whatever the volume.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct FlatHosting {
    /// Money per month.
    #[deserr(default)]
    pub per_month: Option<MoneyPerMonth>,
}

/// A fixed part and a part per unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct MixedHosting {
    /// Money per month.
    #[deserr(default)]
    pub per_month: Option<MoneyPerMonth>,
    /// Money per unit.
    #[deserr(default)]
    pub amount: Option<MoneyPerUnit>,
}

/// Whole machines, billed busy or idle. Cost is given per month or per hour, capacity directly or from throughput.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields, validate = check_replicas -> Problems)]
pub struct Replicated {
    /// One machine's cost per month.
    #[deserr(default)]
    pub per_replica_month: Option<MoneyPerMonth>,
    /// Units that one machine can serve per month.
    #[deserr(default)]
    pub capacity_per_month: Option<UnitsPerMonth>,
    /// Machines that run even when nobody calls; blank: one.
    #[deserr(default)]
    pub minimum: Option<Replicas>,
    /// One machine's cost per hour, instead of per month.
    #[deserr(default)]
    pub per_hour: Option<MoneyPerHour>,
    /// Tokens that one machine serves in a second.
    #[deserr(default)]
    pub tokens_per_second: Option<TokensPerSecond>,
    /// Tokens for one unit of volume.
    #[deserr(default)]
    pub tokens_per_unit: Option<TokensPerCall>,
    /// Share of the time that a machine may be busy; blank: all of it.
    #[deserr(default)]
    pub target_utilisation: Option<Share>,
    /// How much above the average the busiest time is; blank: sized for the average.
    #[deserr(default)]
    pub peak_factor: Option<PeakFactor>,
}

impl Replicated {
    /// One machine's cost per month, if it is known.
    #[must_use]
    pub fn cost(&self) -> Option<MoneyPerMonth> {
        self.per_replica_month.or_else(|| self.per_hour.map(MoneyPerHour::per_month))
    }

    /// Whole units that one machine can serve per month, if that is known (part 5.3).
    #[must_use]
    pub fn capacity(&self) -> Option<f64> {
        let from_throughput = || {
            let per_unit = self.tokens_per_unit?.get();
            let seconds = 3600.0 * HOURS_PER_MONTH;
            let usable =
                self.target_utilisation.map_or(1.0, Quantity::get) / self.peak_factor.map_or(1.0, Quantity::get);
            let units = libm::floor(seconds * self.tokens_per_second?.get() * usable / per_unit);
            units.is_finite().then(|| units.min(UnitsPerMonth::MAX))
        };
        self.capacity_per_month.map(Quantity::get).or_else(from_throughput)
    }
}

fn check_replicas(hosting: Replicated, location: ValuePointerRef<'_>) -> Result<Replicated, Problems> {
    let costs = hosting.cost().is_some_and(|cost| cost.get() > 0.0);
    let key = if hosting.capacity_per_month.is_some() { "capacityPerMonth" } else { "tokensPerSecond" };
    match hosting.capacity() {
        Some(capacity) if costs && capacity < 1.0 => {
            Err(Problems::conflict(location.push_key(key), text::problem::NO_CAPACITY))
        }
        _ => Ok(hosting),
    }
}

/// People, as a share of their loaded cost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Staff {
    /// Full-time people.
    #[deserr(default)]
    pub fte: Option<Fte>,
    /// What one of them costs per month, all included.
    #[deserr(default)]
    pub cost_per_month: Option<MoneyPerMonth>,
}

impl Staff {
    /// Staff cost per month, if both numbers are known.
    #[must_use]
    pub fn cost(&self) -> Option<MoneyPerMonth> {
        Some(self.fte? * self.cost_per_month?)
    }
}
