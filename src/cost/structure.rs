//! From a scenario's cost structure to named lines and to a curve (parts 5.1 to 5.3).
//!
//! Blank lines are listed as not counted, never taken as zero. Which option is cheaper is not known here.

use schemars::JsonSchema;
use serde::Serialize;

use super::curve::{Curve, Piece};
use crate::approach::OptionId;
use crate::scenario::{
    CostStructure, DEFAULT_AMORTISATION, Hosting, Price, Replicated, Retraining, Staff, TierMode, TieredPrice,
    TokenPrice, expected_lines,
};
use crate::units::{Money, Quantity, Share};

/// Most machines that are looked at one by one; a longer range is shortened, and the report says so.
pub const MAX_STEPS: usize = 20_000;

/// One line of an option's cost.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// `price`, `hosting`, `staff`, `retraining`, `monthly.<name>` or `oneOff.<name>`.
    pub line: String,
    /// Money per month; a one-off cost is spread over the amortisation months.
    pub amount: f64,
}

/// The months over which one-off costs are spread: the scenario's, else 12 (I34).
#[must_use]
pub fn amortisation(structure: &CostStructure) -> f64 {
    structure.amortisation_months.map_or(DEFAULT_AMORTISATION, Quantity::get)
}

/// The share of a one-off line that falls on each month; zero months spread nothing.
fn spread(structure: &CostStructure, name: &str, amount: Money) -> f64 {
    let months = amortisation(structure);
    if months > 0.0 { structure.paid_once(name, amount) / months } else { 0.0 }
}

/// What is paid once, at the start, failed training runs included; blank lines are left out and listed by [`Parts`].
#[must_use]
pub(super) fn paid_once(structure: &CostStructure) -> f64 {
    structure.one_off.iter().filter_map(|(name, amount)| Some(structure.paid_once(name, (*amount)?))).sum()
}

/// What a price from tokens is made of (part 5.1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct TokenParts {
    /// Tokens sent and received with a call.
    input: f64,
    output: f64,
    /// Their list prices for a million.
    input_price: f64,
    output_price: f64,
    /// Share of the tokens sent that is cached, and their price as a share.
    cached: f64,
    cached_price: f64,
    /// Share of the calls that go out in batches, and their discount.
    batch: f64,
    discount: f64,
    /// Batched calls get the cache discount as well.
    stack: bool,
    /// Calls for one unit, and the share that is sent again.
    calls: f64,
    retries: f64,
}

impl TokenParts {
    /// `None` while one of the four numbers that it needs is blank.
    #[must_use]
    pub(super) fn of(price: &TokenPrice) -> Option<Self> {
        let share = |share: Option<Share>, blank: f64| share.map_or(blank, Quantity::get);
        Some(Self {
            input: price.input_tokens?.get(),
            output: price.output_tokens?.get(),
            input_price: price.input_per_million?.get(),
            output_price: price.output_per_million?.get(),
            cached: share(price.cached_share, 0.0),
            cached_price: share(price.cached_price, 1.0),
            batch: share(price.batch_share, 0.0),
            discount: share(price.batch_discount, 0.0),
            stack: price.discounts_stack != Some(false),
            calls: price.calls_per_unit.map_or(1.0, Quantity::get),
            retries: share(price.retry_share, 0.0),
        })
    }

    /// The part of the list price that a token sent costs on average.
    fn effective(&self) -> f64 {
        1.0 - self.cached + self.cached * self.cached_price
    }

    /// Money for a million calls, from what it is with and without the cache discount.
    fn mixed(&self, with_cache: f64, plain: f64) -> f64 {
        let batched = if self.stack { with_cache } else { plain };
        with_cache * (1.0 - self.batch) + batched * self.batch * (1.0 - self.discount)
    }

    /// Money per unit.
    #[must_use]
    pub(super) fn per_unit(&self) -> f64 {
        self.calls * (1.0 + self.retries) * self.per_million_calls() / 1e6
    }

    fn with_cache(&self) -> f64 {
        self.input * (self.input_price * self.effective()) + self.output * self.output_price
    }

    fn plain(&self) -> f64 {
        self.input * self.input_price + self.output * self.output_price
    }

    fn per_million_calls(&self) -> f64 {
        self.mixed(self.with_cache(), self.plain())
    }

    /// How much each of its numbers moves the price of a unit: it is linear in every one of them. In the order of their
    /// fields, without the switch.
    #[must_use]
    pub(super) fn slopes(&self) -> [f64; 10] {
        let (effective, sent) = (self.effective(), self.input * self.input_price);
        let batched = if self.stack { self.with_cache() } else { self.plain() };
        let made = self.calls * (1.0 + self.retries) / 1e6;
        [
            made * self.mixed(self.input_price * effective, self.input_price),
            made * self.mixed(self.output_price, self.output_price),
            made * self.mixed(self.input * effective, self.input),
            made * self.mixed(self.output, self.output),
            made * self.mixed(sent * (self.cached_price - 1.0), 0.0),
            made * self.mixed(sent * self.cached, 0.0),
            made * (batched * (1.0 - self.discount) - self.with_cache()),
            -made * batched * self.batch,
            (1.0 + self.retries) * self.per_million_calls() / 1e6,
            self.calls * self.per_million_calls() / 1e6,
        ]
    }
}

/// Money per unit from token prices; `None` while one of the four numbers it needs is blank.
#[must_use]
pub fn token_price(price: &TokenPrice) -> Option<f64> {
    TokenParts::of(price).map(|parts| parts.per_unit())
}

/// Graduated or volume tiers (part 5.2); `None` while a tier's price is blank.
fn tiers(price: &TieredPrice) -> Option<Curve> {
    let mut pieces = Vec::with_capacity(price.tiers.len());
    let (mut start, mut below, mut fees) = (0.0, 0.0, 0.0);
    for tier in &price.tiers {
        let end = tier.up_to.map_or(f64::INFINITY, Quantity::get);
        let (amount, fee) = (tier.amount?.get(), tier.flat_fee.map_or(0.0, Quantity::get));
        match price.mode {
            TierMode::Volume => pieces.push(Piece { end, fixed: fee, slope: amount }),
            TierMode::Graduated => {
                fees += fee;
                pieces.push(Piece { end, fixed: below + fees - amount * start, slope: amount });
                if end.is_finite() {
                    below += amount * (end - start);
                }
            }
        }
        start = end;
    }
    Some(Curve::of_pieces(pieces))
}

/// What is paid per unit; `None` while the price is not known.
#[must_use]
pub fn price_curve(price: &Price) -> Option<Curve> {
    match price {
        Price::PerUnit(price) => price.amount.map(|amount| Curve::line(0.0, amount.get())),
        Price::Tokens(price) => token_price(price).map(|amount| Curve::line(0.0, amount)),
        Price::Tiers(price) => tiers(price),
    }
}

/// Machines of one size: cost each, capacity each, how many run at least.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Machines {
    /// Money per month for one.
    pub cost: f64,
    /// Units per month that one serves.
    pub capacity: f64,
    /// How many run at least.
    pub minimum: f64,
}

impl Machines {
    /// The machines of a hosting line; `None` while cost or capacity is blank, or where they cost nothing.
    #[must_use]
    pub fn of(hosting: &Replicated) -> Option<Self> {
        Self::known(hosting).filter(|machines| machines.cost > 0.0)
    }

    /// The same, also where they cost nothing.
    #[must_use]
    pub(super) fn known(hosting: &Replicated) -> Option<Self> {
        let (cost, capacity) = (hosting.cost()?.get(), hosting.capacity()?);
        let minimum = hosting.minimum.map_or(1.0, Quantity::get);
        (capacity >= 1.0).then_some(Self { cost, capacity, minimum })
    }

    /// How many run at a volume: at n × capacity the n-th is still enough.
    #[must_use]
    pub fn running(self, volume: f64) -> f64 {
        libm::ceil(volume / self.capacity).max(self.minimum)
    }

    fn curve(self) -> Curve {
        Curve::machines(self.cost, self.capacity, self.minimum)
    }
}

/// What machines cost; `None` while that is not known.
#[must_use]
pub fn hosting_curve(hosting: &Hosting) -> Option<Curve> {
    match hosting {
        Hosting::Flat(flat) => flat.per_month.map(|amount| Curve::line(amount.get(), 0.0)),
        Hosting::PerUnit(price) => price.amount.map(|amount| Curve::line(0.0, amount.get())),
        Hosting::Mixed(mixed) => match (mixed.per_month, mixed.amount) {
            (None, None) => None,
            (fixed, amount) => Some(Curve::line(fixed.map_or(0.0, Quantity::get), amount.map_or(0.0, Quantity::get))),
        },
        Hosting::Replicas(replicas) => match Machines::of(replicas) {
            Some(machines) => Some(machines.curve()),
            None => replicas.cost().filter(|cost| cost.get() == 0.0).map(|_| Curve::line(0.0, 0.0)),
        },
    }
}

/// The known parts of an option's cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    price: Option<Curve>,
    hosting: Option<Curve>,
    staff: Option<f64>,
    /// Named lines with their amounts per month, in the order in which they are shown.
    named: Vec<Line>,
    /// Expected or named lines that are blank.
    pub(super) not_counted: Vec<String>,
}

impl Parts {
    /// Sorts a cost structure into known and blank lines.
    #[must_use]
    pub fn of(option: OptionId, structure: &CostStructure) -> Self {
        let mut not_counted = Vec::new();
        let price = structure.price.as_ref().and_then(price_curve);
        let hosting = structure.hosting.as_ref().and_then(hosting_curve);
        let staff = structure.staff.as_ref().and_then(Staff::cost).map(Quantity::get);
        let expected = expected_lines(option);
        let mut blank = |known: bool, given: bool, name: &str| {
            if !known && (given || expected.contains(&name)) {
                not_counted.push(name.to_owned());
            }
        };
        blank(price.is_some(), structure.price.is_some(), "price");
        blank(hosting.is_some(), structure.hosting.is_some(), "hosting");
        blank(staff.is_some(), structure.staff.is_some(), "staff");
        let retraining = structure.retraining.as_ref().and_then(Retraining::per_month);
        blank(retraining.is_some(), structure.retraining.is_some(), "retraining");
        let mut named = Vec::new();
        named.extend(retraining.map(|amount| Line { line: "retraining".to_owned(), amount }));
        for (name, amount) in &structure.monthly {
            let line = format!("monthly.{name}");
            match amount {
                Some(amount) => named.push(Line { line, amount: amount.get() }),
                None => not_counted.push(line),
            }
        }
        for (name, amount) in &structure.one_off {
            let line = format!("oneOff.{name}");
            match amount {
                Some(amount) => named.push(Line { line, amount: spread(structure, name, *amount) }),
                None => not_counted.push(line),
            }
        }
        for name in expected.iter().filter_map(|name| name.strip_prefix("oneOff.")) {
            if !structure.one_off.contains_key(name) {
                not_counted.push(format!("oneOff.{name}"));
            }
        }
        Self { price, hosting, staff, named, not_counted }
    }

    /// Whether enough is known to compare: at least one line that recurs. An unknown price stays unknown.
    #[must_use]
    pub fn is_priced(&self) -> bool {
        let monthly = self.named.iter().any(|line| !line.line.starts_with("oneOff."));
        self.price.is_some() || self.hosting.is_some() || self.staff.is_some() || monthly
    }

    /// The option's whole cost by volume.
    #[must_use]
    pub fn curve(&self) -> Curve {
        let fixed = self.staff.unwrap_or(0.0) + self.named.iter().map(|line| line.amount).sum::<f64>();
        [&self.price, &self.hosting].into_iter().flatten().fold(Curve::line(fixed, 0.0), |sum, part| sum.plus(part))
    }

    /// Every known line at a volume.
    #[must_use]
    pub fn lines(&self, volume: f64) -> Vec<Line> {
        let part = |name: &str, amount: Option<f64>| amount.map(|amount| Line { line: name.to_owned(), amount });
        let first = [
            part("price", self.price.as_ref().map(|curve| curve.at(volume))),
            part("hosting", self.hosting.as_ref().map(|curve| curve.at(volume))),
            part("staff", self.staff),
        ];
        first.into_iter().flatten().chain(self.named.iter().cloned()).collect()
    }
}

/// What the view over time asks for.
#[cfg(whole)]
impl Parts {
    /// Money per month that recurs whatever the volume and the prices: people and named lines, nothing paid once.
    #[must_use]
    pub(super) fn unmoved(&self) -> f64 {
        let named = self.named.iter().filter(|line| !line.line.starts_with("oneOff."));
        self.staff.unwrap_or(0.0) + named.map(|line| line.amount).sum::<f64>()
    }

    /// Money per month that follows the volume and the level of prices: price and hosting.
    #[must_use]
    pub(super) fn moved(&self, volume: f64) -> f64 {
        [&self.price, &self.hosting].into_iter().flatten().map(|curve| curve.at(volume)).sum()
    }

    /// Price and hosting as one straight line: money per month at no volume, and money per unit.
    #[must_use]
    pub(super) fn straight(&self) -> Option<(f64, f64)> {
        [&self.price, &self.hosting].into_iter().flatten().try_fold((0.0, 0.0), |(fixed, slope), curve| {
            let piece = curve.pieces().first().filter(|_| curve.is_line())?;
            Some((fixed + piece.fixed, slope + piece.slope))
        })
    }
}
