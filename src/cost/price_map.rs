//! Which option is cheapest by volume and by the API's price per unit: a map with exact borders.
//!
//! The API's cost is linear in its price, so that at each volume one price divides the map; the other options change at
//! volumes that do not depend on it. Made on demand for the chart and its table, not part of the report.

use super::curve::Curve;
use super::envelope::{Segment, envelope};
use super::structure::{Parts, price_curve};
use super::{Costs, last_step, pairs, same};
use crate::approach::{OptionId, PerOption};
use crate::order::Within;
use crate::scenario::{Price, Scenario};

/// Volumes at which the border is read, evenly on a log axis, besides every break.
const COLUMNS: u32 = 64;
/// Decades of volume below the end of the range.
const DECADES: f64 = 4.0;
/// Factor around the prices of interest that is shown on both sides.
const AROUND: f64 = 10.0;
/// Least and largest price on the map.
const PRICES: (f64, f64) = (1e-9, 1e12);

/// The map.
#[derive(Clone, Debug, PartialEq)]
pub struct PriceMap {
    /// First and last volume, in units per month.
    pub volumes: (f64, f64),
    /// First and last price, in money per unit.
    pub prices: (f64, f64),
    /// The border by volume: below this price the API costs least. Two points at one volume where it jumps; no price
    /// above zero where the API is never cheapest.
    pub border: Vec<(f64, f64)>,
    /// Above the border: the cheapest of the others by volume.
    pub others: Vec<Segment>,
    /// The reader's volume and the API's price.
    pub here: Option<(f64, f64)>,
    api: Curve,
    rest: PerOption<Curve>,
}

/// The map of a scenario; `None` where the API has no price per unit, or nothing to be compared with.
#[must_use]
pub fn price_map(scenario: &Scenario, costs: &Costs) -> Option<PriceMap> {
    let structure = scenario.options.get(OptionId::Api)?;
    let price = structure.price.as_ref().filter(|price| !matches!(price, Price::Tiers(_)))?;
    let now = price_curve(price)?.at(1.0);
    let mut without = structure.clone();
    without.price = None;
    let api = Parts::of(OptionId::Api, &without).curve();
    let rest = PerOption::from_fn(|option| costs.curves.get(option).filter(|_| option != OptionId::Api).cloned());
    let names: Vec<OptionId> = rest.iter().map(|(option, _)| option).collect();
    if names.is_empty() {
        return None;
    }
    // No volume is shown for which too many machines would be looked at one by one.
    let last = last_step(&costs.curves);
    let here = costs.at_volume.as_ref().map(|at| at.volume).filter(|volume| (1.0..=last).contains(volume));
    // A decade at least.
    let high = costs.max_volume.max(here.unwrap_or(1.0)).max(10.0);
    let low = (high / libm::pow(10.0, DECADES)).max(1.0).min(here.unwrap_or(high));
    let others = envelope(&names, &pairs(&rest, high), high);
    let mut map = PriceMap { volumes: (low, high), prices: PRICES, border: Vec::new(), others, here: None, api, rest };
    map.border = map.border_line();
    map.here = here.map(|volume| (volume, now));
    let of_interest = here.map(|volume| map.border_at(volume)).into_iter().chain([now]);
    let (least, most) = of_interest
        .filter(|price| *price > 0.0)
        .fold((f64::INFINITY, 0.0_f64), |(least, most), price| (least.min(price), most.max(price)));
    map.prices = if most > 0.0 {
        let decade = |price: f64, round: fn(f64) -> f64| libm::pow(10.0, round(libm::log10(price)));
        let low = decade((least / AROUND).within(PRICES.0, PRICES.1 / (AROUND * AROUND)), libm::floor);
        (low, decade((most * AROUND).within(low * AROUND * AROUND, PRICES.1), libm::ceil))
    } else {
        (0.001, 10.0)
    };
    Some(map)
}

impl PriceMap {
    /// The price per unit at which the API costs what the cheapest other does, at or just after a volume.
    fn border_of(&self, volume: f64, cost: fn(&Curve, f64) -> f64) -> f64 {
        let least = self.rest.iter().map(|(_, curve)| cost(curve, volume)).fold(f64::INFINITY, f64::min);
        (least - cost(&self.api, volume)) / volume
    }

    /// The price per unit below which the API costs least at a volume; none above zero where it never does.
    #[must_use]
    pub fn border_at(&self, volume: f64) -> f64 {
        self.border_of(volume, Curve::at)
    }

    fn border_line(&self) -> Vec<(f64, f64)> {
        let (low, high) = self.volumes;
        let mut volumes: Vec<f64> =
            (0..=COLUMNS).map(|column| low * libm::pow(high / low, f64::from(column) / f64::from(COLUMNS))).collect();
        let inside = |volume: &f64| low < *volume && *volume < high;
        // More steps than columns cannot be told apart.
        let curves = self.rest.iter().map(|(_, curve)| curve).chain([&self.api]);
        volumes.extend(curves.flat_map(|curve| curve.breaks(high).filter(inside).take(COLUMNS as usize)));
        volumes.extend(self.others.iter().map(|segment| segment.to).filter(inside));
        let mut volumes = crate::order::numbers(volumes);
        volumes.dedup();
        let mut border = Vec::with_capacity(volumes.len());
        for volume in volumes {
            let (at, after) = (self.border_at(volume), self.border_of(volume, Curve::just_after));
            border.push((volume, at));
            if !same(at, after) {
                border.push((volume, after));
            }
        }
        border
    }

    /// The cheapest at a volume and a price of the API; several where they cost the same.
    #[must_use]
    pub fn cheapest(&self, volume: f64, price: f64) -> Vec<OptionId> {
        let api = (OptionId::Api, self.api.at(volume) + price * volume);
        let others = self.rest.iter().map(|(option, curve)| (option, curve.at(volume)));
        let costs: Vec<(OptionId, f64)> = std::iter::once(api).chain(others).collect();
        super::cheapest(&costs)
    }

    /// Volumes and prices for a table: the decades of both axes with the reader's own.
    #[must_use]
    pub fn table(&self) -> (Vec<f64>, Vec<f64>) {
        let decades = |(low, high): (f64, f64), own: Option<f64>| {
            let first = libm::ceil(libm::log10(low) - 1e-9);
            let count = libm::floor(libm::log10(high) - first + 1e-9).max(0.0) as u32;
            let mut values: Vec<f64> = (0..=count).map(|step| libm::pow(10.0, first + f64::from(step))).collect();
            values.extend(own.filter(|own| *own > 0.0));
            let mut values = crate::order::numbers(values);
            values.dedup();
            values
        };
        (
            decades(self.volumes, self.here.map(|(volume, _)| volume)),
            decades(self.prices, self.here.map(|(_, price)| price)),
        )
    }
}
