//! The numbers that the view over time asks for.
//!
//! Percentages are entered as such and kept as shares (`Measure::stored`). Labels are in `text`.

use super::field::{Field, Measure, field};
use crate::approach::OptionId;

/// Months ahead.
pub const HORIZON: Field<'static> = field("time.horizonMonths", Measure::Months, 1.0, 120.0);
/// Growth of the volume.
pub const GROWTH: Field<'static> = field("volume.growthPerMonth", Measure::PercentPerMonth, -20.0, 30.0);
/// Discount rate.
pub const DISCOUNT: Field<'static> = field("time.discountRatePerYear", Measure::PercentPerYear, 0.0, 30.0);
/// What a move costs, months in which old and new are both paid, what a month of delay costs.
pub const MOVING: [Field<'static>; 3] = [
    field("time.migrationCost", Measure::Money, 100.0, 1e6),
    field("time.dualRunningMonths", Measure::Months, 0.0, 24.0),
    field("time.costOfDelayPerMonth", Measure::MoneyPerMonth, 100.0, 1e6),
];

/// The same quality gets cheaper: a usual fall of the API's price, in percent a year.
pub const SAME_QUALITY: f64 = -30.0;
/// Always the flagship: its list price need not fall.
pub const FLAGSHIP: f64 = 0.0;

const fn change(path: &'static str) -> Field<'static> {
    field(path, Measure::YearlyChange, -90.0, 110.0)
}

const fn months_to_value(path: &'static str) -> Field<'static> {
    field(path, Measure::Months, 0.0, 36.0)
}

const fn spent(path: &'static str) -> Field<'static> {
    field(path, Measure::Money, 100.0, 1e7)
}

/// How an option's prices change.
#[must_use]
pub fn price_change(option: OptionId) -> Field<'static> {
    change(match option {
        OptionId::Api => "options.api.priceChangePerMonth",
        OptionId::FineTune => "options.fineTune.priceChangePerMonth",
        OptionId::Custom => "options.custom.priceChangePerMonth",
        OptionId::OpenModel => "options.openModel.priceChangePerMonth",
        OptionId::Ally => "options.ally.priceChangePerMonth",
    })
}

/// When an option is of use, and what is already spent on it.
#[must_use]
pub fn start(option: OptionId) -> [Field<'static>; 2] {
    let (value, money) = match option {
        OptionId::Api => ("options.api.monthsToValue", "time.alreadySpent.api"),
        OptionId::FineTune => ("options.fineTune.monthsToValue", "time.alreadySpent.fineTune"),
        OptionId::Custom => ("options.custom.monthsToValue", "time.alreadySpent.custom"),
        OptionId::OpenModel => ("options.openModel.monthsToValue", "time.alreadySpent.openModel"),
        OptionId::Ally => ("options.ally.monthsToValue", "time.alreadySpent.ally"),
    };
    [months_to_value(value), spent(money)]
}

/// Every number of the panel, of every option.
pub fn all() -> impl Iterator<Item = Field<'static>> {
    let options = OptionId::ALL.into_iter().flat_map(|option| {
        let [value, money] = start(option);
        [price_change(option), value, money]
    });
    [HORIZON, GROWTH, DISCOUNT].into_iter().chain(MOVING).chain(options)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::field::{STEPS, write};
    use crate::json::Json;
    use crate::scenario::{Scenario, read};

    #[test]
    fn both_ends_of_every_slider_are_legal_and_come_back() {
        for field in all() {
            for step in [0.0, STEPS] {
                let entered = field.slider.value_at(step);
                let mut json = Json::of(&Scenario::blank());
                write(&mut json, field.path, Some(field.measure.stored(entered)));
                let read = read(&json).map(|scenario| match Json::of(&scenario).at(field.path) {
                    Some(Json::Number(stored)) => field.slider.step_of(field.measure.entered(*stored)),
                    _ => f64::NAN,
                });
                assert_eq!(read, Ok(step), "{}", field.path);
            }
        }
    }

    #[test]
    fn a_slider_of_changes_can_stand_at_nothing() {
        for field in [GROWTH, price_change(OptionId::Api)] {
            assert_eq!(field.slider.value_at(field.slider.step_of(0.0)), 0.0, "{}", field.path);
        }
    }

    #[test]
    fn a_converting_measure_is_found_by_its_path() {
        for field in all() {
            let converts = field.measure.stored(10.0) != 10.0;
            assert_eq!(Measure::converting(field.path), converts.then_some(field.measure), "{}", field.path);
        }
    }
}
