//! The view over time (part 5.5): what is paid month by month, in cash, and what follows from it.
//!
//! One-off costs stand at month 0 and are never spread here; the monthly comparison at one volume spreads them, and the
//! two are never mixed. Only what is still to be paid enters: money already spent is carried along to be shown and is in
//! no figure, because the same amount on every side changes no order. Work grows with the months, never with the volume.

mod cash;
pub mod closed;
mod pair;

pub use pair::{Migration, Never, Payback, RunRate, TimePair};

use schemars::JsonSchema;
use serde::Serialize;

use super::same;
use super::structure::Parts;
use crate::approach::{OptionId, PerOption};
use crate::scenario::{Scenario, Time};
use crate::units::{HorizonMonths, Money, MoneyPerMonth, Months, Quantity, per_month};
use cash::Cash;

/// Months that are looked ahead where the scenario does not say (ours).
pub const DEFAULT_HORIZON: u32 = 36;
/// The longest look ahead.
pub const LONGEST_HORIZON: u32 = HorizonMonths::MAX as u32;

/// A number that the view needs, and whether the scenario gives it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Assumed {
    /// The number that was used.
    pub value: f64,
    /// It is the scenario's; otherwise it was blank, and this is what stands in for it.
    pub given: bool,
}

impl Assumed {
    fn of<T: Quantity>(given: Option<T>, blank: f64) -> Self {
        Self { value: given.map_or(blank, Quantity::get), given: given.is_some() }
    }
}

/// What the view rests on.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Basis {
    /// Months ahead; blank: 36.
    pub horizon_months: Assumed,
    /// Relative growth of the volume per month; blank: none.
    pub growth_per_month: Assumed,
    /// Discount rate per year; blank: none.
    pub discount_rate_per_year: Assumed,
    /// The same per month, by compounding: `(1 + R)^(1/12) - 1`.
    pub discount_rate_per_month: f64,
    /// Money paid once when moving; blank: nothing.
    pub migration_cost: Assumed,
    /// Months in which old and new are both paid; blank: none.
    pub dual_running_months: Assumed,
    /// Money that a month of delay costs; `null`: delay is not counted.
    pub cost_of_delay_per_month: Option<f64>,
}

/// What one option takes in cash.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OptionCash {
    /// Relative change of its price and hosting per month; blank: none. People and named lines do not change.
    pub price_change_per_month: Assumed,
    /// Money paid once, at month 0.
    pub upfront: f64,
    /// What the delay against the quickest option costs, at month 0; `null`: not counted.
    pub delay: Option<f64>,
    /// Money of each month from month 1 on, paid at its end; nothing is spread.
    pub monthly: Vec<f64>,
    /// Money paid from the start to the end of each month; the first value is month 0.
    pub cumulative: Vec<f64>,
    /// The last of them: all the money within the horizon.
    pub total: f64,
    /// Net present value of the same money, as a cost: less is better.
    pub npv: f64,
    /// Money spent before month 0; in none of the figures above.
    pub already_spent: Option<f64>,
}

/// The options over time.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TimeView {
    /// What it rests on.
    pub basis: Basis,
    /// Every priced option.
    pub options: PerOption<OptionCash>,
    /// The options that take the least money within the horizon; several where they are the same.
    pub least_total: Vec<OptionId>,
    /// The options with the least present value.
    pub least_npv: Vec<OptionId>,
    /// Discounting changes which option costs least.
    pub discounting_reverses: bool,
    /// Every pair.
    pub pairs: Vec<TimePair>,
}

impl TimeView {
    /// Months ahead.
    #[must_use]
    pub fn horizon(&self) -> u32 {
        self.basis.horizon_months.value as u32
    }

    /// Months for a table: evenly spaced, and those at which something happens.
    #[must_use]
    pub fn table_months(&self) -> Vec<u32> {
        let horizon = self.horizon();
        let step = match horizon {
            0..=6 => 1,
            7..=18 => 3,
            19..=60 => 6,
            _ => 12,
        };
        let marked = |month: u32| {
            self.pairs.iter().any(|pair| pair.payback.month == Some(month) || pair.migration.month == Some(month))
        };
        (0..=horizon).filter(|month| month % step == 0 || *month == horizon || marked(*month)).collect()
    }
}

/// The view of a scenario whose volume is known.
#[must_use]
pub(super) fn view(scenario: &Scenario, parts: &PerOption<Parts>, volume: f64) -> TimeView {
    let blank = Time::default();
    let time = scenario.time.as_ref().unwrap_or(&blank);
    let basis = basis(scenario, time);
    let horizon = basis.horizon_months.value as usize;
    let mut paths: Vec<(OptionId, Cash)> = Vec::new();
    let options = PerOption::from_fn(|option| {
        let structure = scenario.options.get(option)?;
        let change = Assumed::of(structure.price_change_per_month, 0.0);
        let delay = delay(scenario, parts, &basis, option);
        let path = Cash::new(parts.get(option)?, structure, delay, volume, basis.growth_per_month.value, change.value);
        let mut cumulative = path.cumulative();
        cumulative.truncate(horizon + 1);
        let cash = OptionCash {
            price_change_per_month: change,
            upfront: path.upfront,
            delay,
            total: cumulative.last().copied().unwrap_or_default(),
            npv: path.present_value(horizon, basis.discount_rate_per_month),
            monthly: path.monthly.get(..horizon).unwrap_or_default().to_vec(),
            cumulative,
            already_spent: time.already_spent.get(option).map(Money::get),
        };
        paths.push((option, path));
        Some(cash)
    });
    let least_total = least(&options, |cash| cash.total);
    let least_npv = least(&options, |cash| cash.npv);
    TimeView {
        discounting_reverses: least_total != least_npv,
        least_total,
        least_npv,
        pairs: pair::pairs(&paths, &basis),
        options,
        basis,
    }
}

fn basis(scenario: &Scenario, time: &Time) -> Basis {
    let discount = Assumed::of(time.discount_rate_per_year, 0.0);
    Basis {
        horizon_months: Assumed::of(time.horizon_months, f64::from(DEFAULT_HORIZON)),
        growth_per_month: Assumed::of(scenario.volume.growth_per_month, 0.0),
        discount_rate_per_year: discount,
        discount_rate_per_month: per_month(discount.value),
        migration_cost: Assumed::of(time.migration_cost, 0.0),
        dual_running_months: Assumed::of(time.dual_running_months, 0.0),
        cost_of_delay_per_month: time.cost_of_delay_per_month.map(MoneyPerMonth::get),
    }
}

/// What the months until this option is of use cost over those of the quickest; `None` while one of the numbers is blank.
fn delay(scenario: &Scenario, parts: &PerOption<Parts>, basis: &Basis, option: OptionId) -> Option<f64> {
    let months = |option: OptionId| {
        parts.get(option)?;
        scenario.options.get(option)?.months_to_value.map(Months::get)
    };
    let quickest = OptionId::ALL.into_iter().filter_map(months).fold(f64::INFINITY, f64::min);
    Some(basis.cost_of_delay_per_month? * (months(option)? - quickest))
}

fn least(options: &PerOption<OptionCash>, figure: impl Fn(&OptionCash) -> f64) -> Vec<OptionId> {
    let least = options.iter().map(|(_, cash)| figure(cash)).fold(f64::INFINITY, f64::min);
    options.iter().filter(|(_, cash)| same(figure(cash), least)).map(|(option, _)| option).collect()
}
