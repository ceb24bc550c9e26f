//! What ranges make of the money over months: the view over time in every draw (part 5.5), read as bands.
//!
//! The same sums as in `cost::time`: what is paid once stands at month 0 and is never spread. Months between those that
//! are told are reckoned all the same.

use ai_build_vs_buy_numerics::{Column, Curve, costs_at, snapped};
use schemars::JsonSchema;
use serde::Serialize;

use super::model::{Course, Model};
use super::{Band, BandCurve, band};
use crate::approach::{OptionId, PerOption};

/// Draws that these bands are read from (ours): a band is looked at, not reckoned with.
const DRAWS: usize = 1000;

/// Money from the start to the end of months.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MonthBands {
    /// The months; 0 is the start.
    pub months: Vec<u32>,
    /// One figure for each month; options whose money is no range are left out.
    pub options: PerOption<BandCurve>,
}

impl MonthBands {
    /// The band of an option at the end of a month; none where its money is no range, or for a month that is not told.
    #[must_use]
    pub fn at(&self, option: OptionId, month: u32) -> Option<Band> {
        let place = self.months.iter().position(|own| *own == month)?;
        let bands = self.options.get(option)?;
        Some(Band { p5: *bands.p5.get(place)?, p50: *bands.p50.get(place)?, p95: *bands.p95.get(place)? })
    }
}

/// The bands of a model whose volume is known, up to a month.
pub(super) fn bands(model: &Model, course: &Course, horizon: u32, count: usize) -> Option<MonthBands> {
    let thinning = Thinning { step: (count / DRAWS).max(1), count };
    let volume = thinning.of(model.volume.as_ref()?);
    let growth = thinning.of(&course.growth);
    let step = step(horizon);
    let months: Vec<u32> = (0..=horizon).filter(|month| month % step == 0 || *month == horizon).collect();
    let options = PerOption::from_fn(|option| {
        let place = model.options.iter().position(|(own, _)| *own == option)?;
        let (change, delay) = course.options.get(place)?;
        let money = model.money.get(place)?;
        let path = Path {
            start: thinning.of(&money.once.plus(delay)),
            unmoved: thinning.of(&money.unmoved),
            moved: money.moved.thinned(thinning.step),
            volume: volume.clone(),
            growth: growth.clone(),
            change: thinning.of(change),
            draws: thinning.draws(),
        };
        path.bands(&months)
    });
    Some(MonthBands { months, options })
}

/// Months from one band to the next: every step of the table has one.
fn step(horizon: u32) -> u32 {
    match horizon {
        0..=18 => 1,
        19..=60 => 3,
        _ => 6,
    }
}

struct Thinning {
    step: usize,
    count: usize,
}

impl Thinning {
    fn of(&self, column: &Column) -> Column {
        column.thinned(self.step)
    }

    fn draws(&self) -> usize {
        self.count.div_ceil(self.step)
    }
}

/// One option's money, in every draw.
struct Path {
    start: Column,
    unmoved: Column,
    moved: Curve,
    volume: Column,
    growth: Column,
    change: Column,
    draws: usize,
}

impl Path {
    /// Nothing where no draw differs from another.
    fn bands(&self, months: &[u32]) -> Option<BandCurve> {
        let bands = match (self.moved.pieces.as_slice(), &self.moved.machines) {
            ([line], None) => match (self.growth.constant(), self.change.constant()) {
                (Some(growth), Some(change)) => {
                    self.straight(line.fixed.clone(), line.slope.times(&self.volume), growth, change, months)
                }
                _ => self.summed(months),
            },
            _ => self.summed(months),
        };
        let wide = |bands: &BandCurve| bands.p5.iter().zip(&bands.p95).any(|(low, high)| low != high);
        Some(bands).filter(wide)
    }

    /// Where the months differ by shares that are the same in all draws, each sum is a weighing of four amounts.
    fn straight(&self, fixed: Column, bill: Column, growth: f64, change: f64, months: &[u32]) -> BandCurve {
        let amounts = [self.start.clone(), self.unmoved.clone(), fixed, bill];
        let varying = amounts.iter().filter(|amount| amount.constant().is_none()).count();
        // Where only one of them is a range, its quantiles are those of the sum.
        let alone = (varying < 2).then(|| amounts.clone().map(|amount| band(&amount, self.draws)));
        let mut bands = BandCurve::default();
        let (mut volume, mut level, mut weights, mut reached) = (1.0, 1.0, [1.0, 0.0, 0.0, 0.0], 0);
        for month in months {
            while reached < *month {
                weights = [1.0, weights[1] + 1.0, weights[2] + level, weights[3] + level * volume];
                volume *= 1.0 + growth;
                level *= 1.0 + change;
                reached += 1;
            }
            bands.add(match &alone {
                Some(alone) => {
                    let sum = |figure: fn(&Band) -> f64| {
                        alone.iter().zip(weights).map(|(band, weight)| figure(band) * weight).sum()
                    };
                    Band { p5: sum(|band| band.p5), p50: sum(|band| band.p50), p95: sum(|band| band.p95) }
                }
                None => {
                    let weighed =
                        amounts.iter().zip(weights).map(|(amount, weight)| amount.times(&Column::Constant(weight)));
                    band(&weighed.fold(Column::default(), |sum, amount| sum.plus(&amount)), self.draws)
                }
            });
        }
        bands
    }

    /// Month by month: tiers, whole machines and drawn changes have no closed form.
    fn summed(&self, months: &[u32]) -> BandCurve {
        let one = Column::Constant(1.0);
        let (grown, changed) = (one.plus(&self.growth), one.plus(&self.change));
        let (mut sum, mut volume, mut level, mut reached) = (self.start.clone(), self.volume.clone(), one.clone(), 0);
        let mut bands = BandCurve::default();
        for month in months {
            while reached < *month {
                let whole = volume.with(&one, |volume, _| snapped(volume));
                let moved = level.times(&costs_at(&self.moved, &whole, self.draws));
                sum = sum.plus(&self.unmoved.plus(&moved));
                (volume, level) = (volume.times(&grown), level.times(&changed));
                reached += 1;
            }
            bands.add(band(&sum, self.draws));
        }
        bands
    }
}
