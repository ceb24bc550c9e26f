//! The scenario's costs over many draws at once: each number of it a column, each option a curve of columns.
//!
//! The same formulas as in `cost::structure`, in the same order, so that a range without width gives the very same
//! figures. Where a number comes from (drawn, moved, or as it stands) is the caller's.

use ai_build_vs_buy_numerics::{Column, Curve, Machines, Piece};

use crate::approach::OptionId;
use crate::named::Named;
use crate::scenario::{
    CostStructure, DEFAULT_AMORTISATION, Hosting, Price, Replicated, Retraining, SHORTEST_INTERVAL, Scenario, TRAINING,
    TierMode, TieredPrice, TokenPrice,
};
use crate::units::{HOURS_PER_MONTH, Money, Quantity, UnitsPerMonth};

/// What a number may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Only whole numbers.
    pub whole: bool,
}

impl Limits {
    /// The limits of a quantity, as one constant.
    const fn of<Q: Quantity>() -> &'static Self {
        struct Of<Q>(std::marker::PhantomData<Q>);
        impl<Q: Quantity> Of<Q> {
            const LIMITS: Limits = Limits { min: Q::MIN, max: Q::MAX, whole: Q::WHOLE };
        }
        &Of::<Q>::LIMITS
    }
}

/// Where a number stands in the scenario.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The option that it belongs to.
    option: Option<OptionId>,
    /// Its path there, or from the top.
    name: &'a str,
}

impl Place<'_> {
    /// Whether a path of the scenario leads here.
    pub fn is(self, path: &str) -> bool {
        let Some(option) = self.option else { return path == self.name };
        let rest = path.strip_prefix("options.").and_then(|rest| rest.strip_prefix(option.key()));
        rest.and_then(|rest| rest.strip_prefix('.')) == Some(self.name)
    }
}

/// A number in every draw.
pub type Numbers = Column;
/// Gives the number at a place: what the scenario says there, what it may be.
pub type Look<'a> = dyn FnMut(Place<'_>, Option<f64>, &'static Limits) -> Option<Numbers> + 'a;

/// The volume, and the curve of every option that is priced.
pub struct Model {
    /// Units per month, if that is known or drawn.
    pub volume: Option<Numbers>,
    /// In the order of the spectrum.
    pub options: Vec<(OptionId, Curve)>,
    /// The same options in cash.
    pub money: Vec<Cash>,
}

/// What one option takes, by when it is paid: nothing is spread.
pub struct Cash {
    /// At the start.
    pub once: Numbers,
    /// Every month, whatever the volume and the level of prices.
    pub unmoved: Numbers,
    /// Every month, by volume, at the prices of month 1.
    pub moved: Curve,
}

/// The model of a scenario, with numbers from `look`.
pub fn model(scenario: &Scenario, look: &mut Look<'_>) -> Model {
    let (mut options, mut money) = (Vec::new(), Vec::new());
    for option in OptionId::ALL {
        if let Some(structure) = scenario.options.get(option) {
            let mut reader = Reader { look: &mut *look, option: Some(option) };
            if let Some((curve, cash)) = reader.curve(structure) {
                options.push((option, curve));
                money.push(cash);
            }
        }
    }
    let mut reader = Reader { look, option: None };
    Model { volume: reader.number("volume.perMonth", scenario.volume.per_month), options, money }
}

/// How volume and prices go on after month 1. No bill of one month depends on these numbers.
pub struct Course {
    /// Growth of the volume per month.
    pub growth: Numbers,
    /// Change of the prices per month, and what is paid once while an option is later than the quickest; in the order of
    /// the model's options.
    pub options: Vec<(Numbers, Numbers)>,
}

/// The course of a scenario, with numbers from `look`.
pub fn course(scenario: &Scenario, model: &Model, look: &mut Look<'_>) -> Course {
    let mut own = Vec::new();
    for (option, _) in &model.options {
        let mut reader = Reader { look: &mut *look, option: Some(*option) };
        if let Some(structure) = scenario.options.get(*option) {
            let change = reader.or("priceChangePerMonth", structure.price_change_per_month, 0.0);
            own.push((change, reader.number("monthsToValue", structure.months_to_value)));
        }
    }
    let mut reader = Reader { look, option: None };
    let time = scenario.time.as_ref();
    let lost = reader.number("time.costOfDelayPerMonth", time.and_then(|time| time.cost_of_delay_per_month));
    let growth = reader.or("volume.growthPerMonth", scenario.volume.growth_per_month, 0.0);
    let known = own.iter().filter_map(|(_, months)| months.clone());
    let quickest = known.reduce(|least, months| least.at_most(&months));
    let delay = |months: Option<Numbers>| Some(months?.minus(quickest.as_ref()?).times(lost.as_ref()?));
    Course {
        growth,
        options: own.into_iter().map(|(change, months)| (change, delay(months).unwrap_or_default())).collect(),
    }
}

fn constant(number: f64) -> Numbers {
    Column::Constant(number)
}

fn line(fixed: Numbers, slope: Numbers) -> Vec<Piece> {
    vec![Piece { end: constant(f64::INFINITY), fixed, slope }]
}

struct Reader<'a, 'b> {
    look: &'a mut Look<'b>,
    option: Option<OptionId>,
}

impl Reader<'_, '_> {
    fn number<Q: Quantity>(&mut self, name: &str, given: Option<Q>) -> Option<Numbers> {
        self.bare(name, given.map(Q::get), Limits::of::<Q>())
    }

    #[inline(never)]
    fn bare(&mut self, name: &str, given: Option<f64>, limits: &'static Limits) -> Option<Numbers> {
        (self.look)(Place { option: self.option, name }, given, limits)
    }

    /// A number that means something while it is blank.
    fn or<Q: Quantity>(&mut self, name: &str, given: Option<Q>, blank: f64) -> Numbers {
        let number = given.map_or(blank, Q::get);
        self.bare(name, Some(number), Limits::of::<Q>()).unwrap_or_default()
    }

    /// By volume with everything spread, and in cash; `None` while no line that recurs is known.
    fn curve(&mut self, structure: &CostStructure) -> Option<(Curve, Cash)> {
        let price = structure.price.as_ref().and_then(|price| self.price(price));
        let hosting = structure.hosting.as_ref().and_then(|hosting| self.hosting(hosting));
        let staff = structure.staff.as_ref().and_then(|staff| {
            let (fte, cost) =
                (self.number("staff.fte", staff.fte), self.number("staff.costPerMonth", staff.cost_per_month));
            Some(fte?.times(&cost?))
        });
        let monthly = self.named("monthly.", &structure.monthly);
        let once = self.once(structure);
        let retraining = structure.retraining.as_ref().and_then(|retraining| self.retraining(retraining));
        let months = self.or("amortisationMonths", structure.amortisation_months, DEFAULT_AMORTISATION);
        if price.is_none() && hosting.is_none() && staff.is_none() && retraining.is_none() && monthly.is_empty() {
            return None;
        }
        let months = if months.constant().is_none() { months.at_least(&constant(1.0)) } else { months };
        let spread = |amount: Numbers| match months.constant() {
            Some(0.0) => constant(0.0),
            _ => amount.over(&months),
        };
        let total = |amounts: &[Numbers]| amounts.iter().fold(constant(0.0), |sum, amount| sum.plus(amount));
        let recurring: Vec<Numbers> = retraining.into_iter().chain(monthly).collect();
        let (at_start, staff) = (total(&once), staff.unwrap_or(constant(0.0)));
        let unmoved = staff.plus(&total(&recurring));
        let named: Vec<Numbers> = recurring.into_iter().chain(once.into_iter().map(spread)).collect();
        let fixed = staff.plus(&total(&named));
        let (mut hosted, mut machines) = (None, None);
        match hosting {
            Some(Hosted::Line(fixed, slope)) => hosted = Some((fixed, slope)),
            Some(Hosted::Machines(given)) => machines = Some(given),
            None => {}
        }
        let mut pieces = price.unwrap_or_else(|| line(constant(0.0), constant(0.0)));
        let mut moved = pieces.clone();
        for (piece, moved) in pieces.iter_mut().zip(&mut moved) {
            piece.fixed = piece.fixed.plus(&fixed);
            if let Some((fixed, slope)) = &hosted {
                piece.fixed = piece.fixed.plus(fixed);
                piece.slope = piece.slope.plus(slope);
                moved.fixed = moved.fixed.plus(fixed);
                moved.slope = piece.slope.clone();
            }
        }
        let moved = Curve { pieces: moved, machines: machines.clone() };
        Some((Curve { pieces, machines }, Cash { once: at_start, unmoved, moved }))
    }

    fn named<Q: Quantity>(&mut self, list: &str, lines: &Named<Option<Q>>) -> Vec<Numbers> {
        lines.iter().filter_map(|(name, amount)| self.number(&[list, name].concat(), *amount)).collect()
    }

    /// What is paid once; training is paid for every run.
    fn once(&mut self, structure: &CostStructure) -> Vec<Numbers> {
        let runs = self.or("failedRunMultiplier", structure.failed_run_multiplier, 1.0);
        let line = |(name, amount): (&String, &Option<Money>)| {
            let amount = self.number(&["oneOff.", name].concat(), *amount)?;
            Some(if name == TRAINING { amount.times(&runs) } else { amount })
        };
        structure.one_off.iter().filter_map(line).collect()
    }

    fn retraining(&mut self, retraining: &Retraining) -> Option<Numbers> {
        let cost = self.number("retraining.cost", retraining.cost);
        let months = self.number("retraining.everyMonths", retraining.every_months);
        let (cost, months) = (cost?, months?);
        Some(if cost.constant() == Some(0.0) {
            cost
        } else {
            cost.over(&months.at_least(&constant(SHORTEST_INTERVAL)))
        })
    }

    fn price(&mut self, price: &Price) -> Option<Vec<Piece>> {
        match price {
            Price::PerUnit(price) => {
                self.number("price.amount", price.amount).map(|amount| line(constant(0.0), amount))
            }
            Price::Tokens(price) => self.tokens(price).map(|amount| line(constant(0.0), amount)),
            Price::Tiers(price) => self.tiers(price),
        }
    }

    fn tokens(&mut self, price: &TokenPrice) -> Option<Numbers> {
        let input = self.number("price.inputTokens", price.input_tokens);
        let output = self.number("price.outputTokens", price.output_tokens);
        let input_price = self.number("price.inputPerMillion", price.input_per_million);
        let output_price = self.number("price.outputPerMillion", price.output_per_million);
        let cached = self.or("price.cachedShare", price.cached_share, 0.0);
        let cached_price = self.or("price.cachedPrice", price.cached_price, 1.0);
        let batch = self.or("price.batchShare", price.batch_share, 0.0);
        let discount = self.or("price.batchDiscount", price.batch_discount, 0.0);
        let calls = self.or("price.callsPerUnit", price.calls_per_unit, 1.0);
        let retry = self.or("price.retryShare", price.retry_share, 0.0);
        let (input, output, input_price, output_price) = (input?, output?, input_price?, output_price?);
        let one = constant(1.0);
        let share_paid = one.minus(&cached).plus(&cached.times(&cached_price));
        let received = output.times(&output_price);
        let with_cache = input.times(&input_price.times(&share_paid)).plus(&received);
        let batched = if price.discounts_stack == Some(false) {
            input.times(&input_price).plus(&received)
        } else {
            with_cache.clone()
        };
        let now = with_cache.times(&one.minus(&batch));
        let per_call = now.plus(&batched.times(&batch).times(&one.minus(&discount)));
        Some(calls.times(&one.plus(&retry)).times(&per_call).over(&constant(1e6)))
    }

    fn tiers(&mut self, price: &TieredPrice) -> Option<Vec<Piece>> {
        let mut pieces = Vec::with_capacity(price.tiers.len());
        let (mut start, mut below, mut fees) = (constant(0.0), constant(0.0), constant(0.0));
        for (place, tier) in price.tiers.iter().enumerate() {
            let tier_at = |name: &str| format!("price.tiers[{place}].{name}");
            let end = self.or(&tier_at("upTo"), tier.up_to, f64::INFINITY).at_least(&start);
            let amount = self.number(&tier_at("amount"), tier.amount)?;
            let fee = self.or(&tier_at("flatFee"), tier.flat_fee, 0.0);
            let fixed = match price.mode {
                TierMode::Volume => fee,
                TierMode::Graduated => {
                    fees = fees.plus(&fee);
                    let fixed = below.plus(&fees).minus(&amount.times(&start));
                    if tier.up_to.is_some() {
                        below = below.plus(&amount.times(&end.minus(&start)));
                    }
                    fixed
                }
            };
            pieces.push(Piece { end: end.clone(), fixed, slope: amount });
            start = end;
        }
        if let Some(last) = pieces.last_mut() {
            last.end = constant(f64::INFINITY);
        }
        Some(pieces)
    }

    fn hosting(&mut self, hosting: &Hosting) -> Option<Hosted> {
        match hosting {
            Hosting::Flat(flat) => {
                self.number("hosting.perMonth", flat.per_month).map(|fixed| Hosted::Line(fixed, constant(0.0)))
            }
            Hosting::PerUnit(price) => {
                self.number("hosting.amount", price.amount).map(|slope| Hosted::Line(constant(0.0), slope))
            }
            Hosting::Mixed(mixed) => {
                let fixed = self.number("hosting.perMonth", mixed.per_month);
                let slope = self.number("hosting.amount", mixed.amount);
                (fixed.is_some() || slope.is_some())
                    .then(|| Hosted::Line(fixed.unwrap_or(constant(0.0)), slope.unwrap_or(constant(0.0))))
            }
            Hosting::Replicas(replicas) => self.replicas(replicas),
        }
    }

    fn replicas(&mut self, hosting: &Replicated) -> Option<Hosted> {
        let per_month = self.number("hosting.perReplicaMonth", hosting.per_replica_month);
        let per_hour = self.number("hosting.perHour", hosting.per_hour);
        let cost = per_month.or_else(|| per_hour.map(|cost| cost.times(&constant(HOURS_PER_MONTH))))?;
        let capacity = self.capacity(hosting);
        let minimum = self.or("hosting.minimum", hosting.minimum, 1.0);
        if cost.constant() == Some(0.0) {
            return Some(Hosted::Line(constant(0.0), constant(0.0)));
        }
        let capacity = capacity.filter(|capacity| capacity.constant().is_none_or(|units| units >= 1.0))?;
        Some(Hosted::Machines(Machines { cost, capacity: capacity.at_least(&constant(1.0)), minimum }))
    }

    fn capacity(&mut self, hosting: &Replicated) -> Option<Numbers> {
        let given = self.number("hosting.capacityPerMonth", hosting.capacity_per_month);
        let speed = self.number("hosting.tokensPerSecond", hosting.tokens_per_second);
        let tokens = self.number("hosting.tokensPerUnit", hosting.tokens_per_unit);
        let busy = self.or("hosting.targetUtilisation", hosting.target_utilisation, 1.0);
        let peak = self.or("hosting.peakFactor", hosting.peak_factor, 1.0);
        given.or_else(|| {
            let seconds = constant(3600.0 * HOURS_PER_MONTH);
            let units = seconds.times(&speed?).times(&busy.over(&peak)).over(&tokens?).floor();
            units.constant().is_none_or(f64::is_finite).then(|| units.at_most(&constant(UnitsPerMonth::MAX)))
        })
    }
}

/// What hosting is.
enum Hosted {
    /// A fixed part and a part per unit.
    Line(Numbers, Numbers),
    /// Whole machines.
    Machines(Machines),
}
