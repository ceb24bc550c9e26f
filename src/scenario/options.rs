//! What each option costs: one cost structure for every option.
//!
//! The article's three formulas (C1 to C3), an untuned open model and a partner's offer are fillings of it, not types of
//! their own. The arithmetic is in `cost`.

use schemars::JsonSchema;
use serde::Serialize;

use super::{IsoDate, ShortText};
use crate::approach::OptionId;
use crate::named::Named;
use crate::problem::{ProblemKind, Problems};
use crate::reader::{At, fields, kinds, words};
use crate::text;
use crate::units::{
    AmortisationMonths, CallsPerUnit, ChangePerMonth, Fte, HOURS_PER_MONTH, Money, MoneyPerHour, MoneyPerMillionTokens,
    MoneyPerMonth, MoneyPerUnit, Months, PeakFactor, Quantity, Replicas, RunMultiplier, Share, TokensPerCall,
    TokensPerSecond, UnitsPerMonth,
};

/// Most tiers a price list may have.
pub const MAX_TIERS: usize = 100;
/// Most named lines a list may have.
pub const MAX_LINES: usize = 50;

/// Months over which a one-off cost is spread where the scenario does not say (I34, ours).
pub const DEFAULT_AMORTISATION: f64 = 12.0;

/// The options by name. The last two are additions that the article does not have (I37, X4).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// A third-party API (C1).
    pub api: Option<CostStructure>,
    /// A fine-tuned model (C2).
    pub fine_tune: Option<CostStructure>,
    /// A model trained from scratch (C3).
    pub custom: Option<CostStructure>,
    /// An open model, hosted but not tuned.
    pub open_model: Option<CostStructure>,
    /// A partner's offer.
    pub ally: Option<CostStructure>,
}

fields! {
    Options default Self::default(), {
        api = "api",
        fine_tune = "fineTune",
        custom = "custom",
        open_model = "openModel",
        ally = "ally",
    }
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CostStructure {
    /// What is paid per unit to a vendor.
    pub price: Option<Price>,
    /// Machines, or a managed service that runs them.
    pub hosting: Option<Hosting>,
    /// People.
    pub staff: Option<Staff>,
    /// Other named amounts per month.
    pub monthly: Named<Option<MoneyPerMonth>>,
    /// Named amounts paid once.
    pub one_off: Named<Option<Money>>,
    /// How many training runs are paid for until one is good, that one included; blank: one. It multiplies
    /// `oneOff.training`.
    pub failed_run_multiplier: Option<RunMultiplier>,
    /// Months over which they are spread; blank: 12 (I34).
    pub amortisation_months: Option<AmortisationMonths>,
    /// Training again at intervals (part 5.3).
    pub retraining: Option<Retraining>,
    /// Relative change of price and hosting per month (part 5.5); blank: none.
    pub price_change_per_month: Option<ChangePerMonth>,
    /// Months until it is in production, for the cost of delay; blank: not known.
    pub months_to_value: Option<Months>,
}

fields! {
    CostStructure default Self::default(), {
        price = "price",
        hosting = "hosting",
        staff = "staff",
        monthly = "monthly",
        one_off = "oneOff",
        failed_run_multiplier = "failedRunMultiplier",
        amortisation_months = "amortisationMonths",
        retraining = "retraining",
        price_change_per_month = "priceChangePerMonth",
        months_to_value = "monthsToValue",
    } check check_structure
}

/// The one-off line that failed runs multiply.
pub const TRAINING: &str = "training";

impl CostStructure {
    /// What a one-off line comes to in the end: training is paid for every run.
    #[must_use]
    pub fn paid_once(&self, name: &str, amount: Money) -> f64 {
        let runs = self.failed_run_multiplier.filter(|_| name == TRAINING).map_or(1.0, Quantity::get);
        amount.get() * runs
    }
}

/// Training again at intervals: a recurring cost (parts 4.4, 5.3).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Retraining {
    /// What each time costs, data and people included.
    pub cost: Option<Money>,
    /// Months from one time to the next.
    pub every_months: Option<Months>,
}

fields! {
    Retraining default Self::default(), {
        cost = "cost",
        every_months = "everyMonths",
    } check check_retraining
}

impl Retraining {
    /// Money per month, if both numbers are known; what costs nothing costs nothing at any interval.
    #[must_use]
    pub fn per_month(&self) -> Option<f64> {
        let (cost, months) = (self.cost?.get(), self.every_months?.get());
        Some(if cost > 0.0 { cost / months } else { 0.0 })
    }
}

fn check_retraining(retraining: &Retraining, at: &At<'_>, problems: &mut Problems) {
    let costs = retraining.cost.is_some_and(|cost| cost.get() > 0.0);
    if costs && retraining.every_months.is_some_and(|months| months.get() < SHORTEST_INTERVAL) {
        conflict(at, "everyMonths", problems, text::problem::NO_INTERVAL);
    }
}

/// Retraining more often than this (about every day) is a slip (ours).
pub const SHORTEST_INTERVAL: f64 = 0.03;

fn conflict(at: &At<'_>, key: &str, problems: &mut Problems, message: &str) {
    let _: Option<()> = at.key(key).refuse(problems, ProblemKind::Conflict, message);
}

fn check_structure(structure: &CostStructure, at: &At<'_>, problems: &mut Problems) {
    let paid_once = structure.one_off.values().flatten().any(|amount| amount.get() > 0.0);
    if paid_once && structure.amortisation_months.is_some_and(|months| months.get() == 0.0) {
        conflict(at, "amortisationMonths", problems, text::problem::NOTHING_TO_SPREAD_OVER);
    }
    for (key, lines) in [("monthly", structure.monthly.len()), ("oneOff", structure.one_off.len())] {
        if lines > MAX_LINES {
            conflict(at, key, problems, &text::problem::too_many_lines(MAX_LINES));
        }
    }
}

/// What is paid per unit to a vendor.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Price {
    /// So much per unit (C1).
    PerUnit(UnitPrice),
    /// From token prices (part 5.1).
    Tokens(TokenPrice),
    /// From a list with volume breaks (part 5.2).
    Tiers(TieredPrice),
}

kinds! {
    Price {
        "perUnit" => PerUnit(UnitPrice),
        "tokens" => Tokens(TokenPrice),
        "tiers" => Tiers(TieredPrice),
    }
}

/// Machines, or a managed service that runs them.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum Hosting {
    /// So much per month, whatever the volume: the article's literal reading (I28).
    Flat(FlatHosting),
    /// Whole machines, added as the volume grows (part 5.3).
    Replicas(Replicated),
    /// So much per unit.
    PerUnit(UnitPrice),
    /// A fixed part and a part per unit, as managed tuning services bill.
    Mixed(MixedHosting),
}

kinds! {
    Hosting {
        "flat" => Flat(FlatHosting),
        "replicas" => Replicas(Replicated),
        "perUnit" => PerUnit(UnitPrice),
        "mixed" => Mixed(MixedHosting),
    }
}

/// So much per unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct UnitPrice {
    /// Money per unit.
    pub amount: Option<MoneyPerUnit>,
}

fields! {
    UnitPrice default Self::default(), {
        amount = "amount",
    }
}

/// A price from a vendor's token prices (part 5.1). Unknown while one of the four first numbers is blank.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TokenPrice {
    /// Tokens sent with one call.
    pub input_tokens: Option<TokensPerCall>,
    /// Tokens received from one call.
    pub output_tokens: Option<TokensPerCall>,
    /// List price of tokens sent.
    pub input_per_million: Option<MoneyPerMillionTokens>,
    /// List price of tokens received.
    pub output_per_million: Option<MoneyPerMillionTokens>,
    /// Share of the tokens sent that the vendor has cached; blank: none.
    pub cached_share: Option<Share>,
    /// Price of a cached token as a share of the list price; blank: the full price.
    pub cached_price: Option<Share>,
    /// Share of the calls that can wait and go out in batches; blank: none.
    pub batch_share: Option<Share>,
    /// Discount on calls in batches, as a share; blank: none.
    pub batch_discount: Option<Share>,
    /// Whether batched calls get the cache discount as well; blank: yes. Vendors differ.
    pub discounts_stack: Option<bool>,
    /// Calls needed for one unit of volume (I27); blank: one.
    pub calls_per_unit: Option<CallsPerUnit>,
    /// Calls that are sent again, as a share; blank: none.
    pub retry_share: Option<Share>,
    /// The model that the list prices belong to.
    pub model: Option<ShortText>,
    /// The day the list prices were read.
    pub as_of: Option<IsoDate>,
}

fields! {
    TokenPrice default Self::default(), {
        input_tokens = "inputTokens",
        output_tokens = "outputTokens",
        input_per_million = "inputPerMillion",
        output_per_million = "outputPerMillion",
        cached_share = "cachedShare",
        cached_price = "cachedPrice",
        batch_share = "batchShare",
        batch_discount = "batchDiscount",
        discounts_stack = "discountsStack",
        calls_per_unit = "callsPerUnit",
        retry_share = "retryShare",
        model = "model",
        as_of = "asOf",
    }
}

/// How volume tiers are read (part 5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum TierMode {
    /// Each unit costs what its own tier says.
    Graduated,
    /// All units cost what the reached tier says; the bill drops at a break.
    Volume,
}

words! {
    TierMode {
        "graduated" => Graduated,
        "volume" => Volume,
    }
}

/// A price list with volume breaks.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TieredPrice {
    /// How the tiers are read.
    pub mode: TierMode,
    /// In rising order; the last one is open-ended.
    #[schemars(length(min = 1, max = 100))]
    pub tiers: Vec<Tier>,
}

fields! {
    TieredPrice {
        mode = "mode",
        tiers = "tiers",
    } check check_tiers
}

/// One step of a price list.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Tier {
    /// Last volume of the tier, inclusive; blank: no end.
    pub up_to: Option<UnitsPerMonth>,
    /// Money per unit; blank: the whole price is unknown.
    pub amount: Option<MoneyPerUnit>,
    /// Money per month once the tier is reached; blank: none.
    pub flat_fee: Option<MoneyPerMonth>,
}

fields! {
    Tier {
        up_to = "upTo",
        amount = "amount",
        flat_fee = "flatFee",
    }
}

fn check_tiers(price: &TieredPrice, at: &At<'_>, problems: &mut Problems) {
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
        conflict(at, "tiers", problems, text::problem::TIERS_RISE);
    } else if ends.len() > MAX_TIERS {
        conflict(at, "tiers", problems, &text::problem::too_many_lines(MAX_TIERS));
    }
}

/// So much per month, whatever the volume.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FlatHosting {
    /// Money per month.
    pub per_month: Option<MoneyPerMonth>,
}

fields! {
    FlatHosting default Self::default(), {
        per_month = "perMonth",
    }
}

/// A fixed part and a part per unit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MixedHosting {
    /// Money per month.
    pub per_month: Option<MoneyPerMonth>,
    /// Money per unit.
    pub amount: Option<MoneyPerUnit>,
}

fields! {
    MixedHosting default Self::default(), {
        per_month = "perMonth",
        amount = "amount",
    }
}

/// Whole machines, billed busy or idle. Cost is given per month or per hour, capacity directly or from throughput.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Replicated {
    /// One machine's cost per month.
    pub per_replica_month: Option<MoneyPerMonth>,
    /// Units that one machine can serve per month.
    pub capacity_per_month: Option<UnitsPerMonth>,
    /// Machines that run even when nobody calls; blank: one.
    pub minimum: Option<Replicas>,
    /// One machine's cost per hour, instead of per month.
    pub per_hour: Option<MoneyPerHour>,
    /// Tokens that one machine serves in a second.
    pub tokens_per_second: Option<TokensPerSecond>,
    /// Tokens for one unit of volume.
    pub tokens_per_unit: Option<TokensPerCall>,
    /// Share of the time that a machine may be busy; blank: all of it.
    pub target_utilisation: Option<Share>,
    /// How much above the average the busiest time is; blank: sized for the average.
    pub peak_factor: Option<PeakFactor>,
}

fields! {
    Replicated default Self::default(), {
        per_replica_month = "perReplicaMonth",
        capacity_per_month = "capacityPerMonth",
        minimum = "minimum",
        per_hour = "perHour",
        tokens_per_second = "tokensPerSecond",
        tokens_per_unit = "tokensPerUnit",
        target_utilisation = "targetUtilisation",
        peak_factor = "peakFactor",
    } check check_replicas
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
        self.capacity_per_month.map(Quantity::get).or_else(|| self.throughput_per_month().map(libm::floor))
    }

    /// Units per month by throughput, if that is known: at the load that one machine may have.
    #[must_use]
    pub fn throughput_per_month(&self) -> Option<f64> {
        let per_unit = self.tokens_per_unit?.get();
        let seconds = 3600.0 * HOURS_PER_MONTH;
        let usable = self.target_utilisation.map_or(1.0, Quantity::get) / self.peak_factor.map_or(1.0, Quantity::get);
        let units = seconds * self.tokens_per_second?.get() * usable / per_unit;
        units.is_finite().then(|| units.min(UnitsPerMonth::MAX))
    }
}

fn check_replicas(hosting: &Replicated, at: &At<'_>, problems: &mut Problems) {
    let costs = hosting.cost().is_some_and(|cost| cost.get() > 0.0);
    let key = if hosting.capacity_per_month.is_some() { "capacityPerMonth" } else { "tokensPerSecond" };
    if costs && hosting.capacity().is_some_and(|capacity| capacity < 1.0) {
        conflict(at, key, problems, text::problem::NO_CAPACITY);
    }
}

/// People, as a share of their loaded cost.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Staff {
    /// Full-time people.
    pub fte: Option<Fte>,
    /// What one of them costs per month, all included.
    pub cost_per_month: Option<MoneyPerMonth>,
}

fields! {
    Staff default Self::default(), {
        fte = "fte",
        cost_per_month = "costPerMonth",
    }
}

impl Staff {
    /// Staff cost per month, if both numbers are known.
    #[must_use]
    pub fn cost(&self) -> Option<MoneyPerMonth> {
        Some(self.fte? * self.cost_per_month?)
    }
}

/// Lines that one would expect of an option (C1 to C3, part 4.4); blank ones are listed as not counted.
#[must_use]
pub fn expected_lines(option: OptionId) -> &'static [&'static str] {
    match option {
        OptionId::Api => &["price", "oneOff.integration"],
        OptionId::FineTune => &[
            "hosting",
            "staff",
            "retraining",
            "oneOff.training",
            "oneOff.labelling",
            "oneOff.evaluationSet",
            "oneOff.integration",
        ],
        OptionId::Custom => &[
            "hosting",
            "staff",
            "retraining",
            "oneOff.training",
            "oneOff.dataAcquisition",
            "oneOff.evaluationSet",
            "oneOff.integration",
        ],
        OptionId::OpenModel => &["hosting", "staff", "oneOff.evaluationSet", "oneOff.integration"],
        OptionId::Ally => &["price", "oneOff.integration"],
    }
}
