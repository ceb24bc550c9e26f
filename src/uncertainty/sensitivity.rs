//! One number at a time: the tornado, and regrets over three volumes. Everything here is exact, nothing is drawn.
//!
//! What several numbers do together cannot be seen from it.

use ai_build_vs_buy_numerics::{Column, costs_at};
use schemars::JsonSchema;
use serde::Serialize;

use super::draws::{centre, shape};
use super::model::{Model, model};
use crate::approach::OptionId;
use crate::order;
use crate::scenario::{Scenario, Spread};
use crate::units::{Quantity, UnitsPerMonth};

/// Path of the volume.
const VOLUME: &str = "volume.perMonth";
/// Halvings of an interval until a switching value is as exact as a number can be.
const HALVINGS: u32 = 100;

/// What one input at its low and high end does to the gap between two options, all others as they stand.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Bar {
    /// Path of the number.
    pub field: String,
    /// Its low end.
    pub low: f64,
    /// Its value as it stands; `null` while it is blank.
    pub base: Option<f64>,
    /// Its high end.
    pub high: f64,
    /// The cheapest option as things stand, and the next.
    pub between: [OptionId; 2],
    /// Money per month by which the second costs more than the first, at the low end.
    pub gap_at_low: f64,
    /// The same as things stand: equal for all bars.
    pub gap_at_base: f64,
    /// The same at the high end.
    pub gap_at_high: f64,
    /// Whether the order of the two changes inside the range.
    pub flips: bool,
    /// The value at which it changes.
    pub switches_at: Option<f64>,
}

/// Where the volumes of a regret table come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum VolumeSource {
    /// The scenario names them.
    Given,
    /// One in ten, half and nine in ten of the volume's range (ours).
    Range,
    /// A tenth of the volume, the volume, ten times the volume (ours).
    TenthAndTenfold,
}

/// One option's regrets.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RegretRow {
    /// The option.
    pub option: OptionId,
    /// Money per month more than the cheapest, for each volume.
    pub regrets: Vec<f64>,
    /// The largest of them.
    pub worst: f64,
}

/// Minimax regret over three volumes: it needs no probabilities, but depends on the volumes and options compared.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Regret {
    /// Units per month, rising.
    pub volumes: Vec<f64>,
    /// Where they come from.
    pub source: VolumeSource,
    /// Options that may be chosen, in the order of the spectrum.
    pub options: Vec<RegretRow>,
    /// Those whose worst regret is smallest.
    pub least: Vec<OptionId>,
    /// Options that are left out because a gate excludes them.
    pub excluded: Vec<OptionId>,
}

/// The model with one number moved. Blank numbers stay blank, but for a volume that has a range.
fn moved_model(scenario: &Scenario, moved: Option<(&str, f64)>) -> Model {
    let mut model = model(scenario, &mut |place, given, _| {
        moved.filter(|(field, _)| place.is(field)).map(|(_, value)| value).or(given).map(Column::Constant)
    });
    let range = scenario.uncertainty.as_ref().and_then(|given| given.ranges.get(VOLUME));
    model.volume = model.volume.or_else(|| range.map(|spread| Column::Constant(centre(spread))));
    model
}

/// Costs per month with one number moved.
fn costs(scenario: &Scenario, moved: Option<(&str, f64)>, volume: Option<f64>) -> Option<Vec<(OptionId, f64)>> {
    let model = moved_model(scenario, moved);
    let volume = volume.map(Column::Constant).or(model.volume)?;
    Some(model.options.iter().map(|(option, curve)| (*option, costs_at(curve, &volume, 1).at(0))).collect())
}

fn cost_of(costs: &[(OptionId, f64)], option: OptionId) -> Option<f64> {
    costs.iter().find(|(own, _)| *own == option).map(|(_, cost)| *cost)
}

/// The bars of all ranges that move the gap, widest first; ties by path.
#[must_use]
pub fn tornado(scenario: &Scenario, allowed: &[OptionId]) -> Vec<Bar> {
    let Some(given) = &scenario.uncertainty else { return Vec::new() };
    let Some(mut base) = costs(scenario, None, None) else { return Vec::new() };
    base.retain(|(option, _)| allowed.contains(option));
    let base = order::by(base, |(_, cost)| *cost);
    let [(cheapest, least), (next, more), ..] = *base.as_slice() else { return Vec::new() };
    let gap = |path: &str, value: f64| {
        let costs = costs(scenario, Some((path, value)), None)?;
        Some(cost_of(&costs, next)? - cost_of(&costs, cheapest)?)
    };
    let bar = |(path, spread): (&String, &Spread)| {
        let [low, high] = spread.ends();
        let (at_low, at_high) = (gap(path, low)?, gap(path, high)?);
        let flips = (at_low < 0.0) != (at_high < 0.0);
        let value = standing(scenario, path);
        let moves = at_low != at_high || at_low != more - least;
        moves.then(|| Bar {
            field: path.clone(),
            low,
            base: value,
            high,
            between: [cheapest, next],
            gap_at_low: at_low,
            gap_at_base: more - least,
            gap_at_high: at_high,
            flips,
            switches_at: if flips { switch(|value| gap(path, value), (low, at_low), (high, at_high)) } else { None },
        })
    };
    let bars: Vec<Bar> = given.ranges.iter().filter_map(bar).collect();
    order::by(bars, |bar| -libm::fabs(bar.gap_at_high - bar.gap_at_low))
}

/// The number at a path as the scenario has it.
fn standing(scenario: &Scenario, field: &str) -> Option<f64> {
    let mut found = None;
    model(scenario, &mut |place, given, _| {
        found = if place.is(field) { given } else { found };
        given.map(Column::Constant)
    });
    found
}

/// Where a gap changes its sign between two ends: the exact value where it is a straight line, else by halving.
fn switch(gap: impl Fn(f64) -> Option<f64>, low: (f64, f64), high: (f64, f64)) -> Option<f64> {
    let (mut low, mut high) = (low, high);
    let straight = low.0 + (high.0 - low.0) * (low.1 / (low.1 - high.1));
    let scale = libm::fabs(low.1) + libm::fabs(high.1);
    if libm::fabs(gap(straight)?) <= 1e-12 * scale {
        return Some(straight);
    }
    for _ in 0..HALVINGS {
        let middle = low.0 + (high.0 - low.0) / 2.0;
        let at = gap(middle)?;
        if (at < 0.0) == (low.1 < 0.0) { low = (middle, at) } else { high = (middle, at) }
    }
    Some(high.0)
}

/// Regrets at three volumes; `None` while no volume is known or fewer than two options are left.
#[must_use]
pub fn regret(scenario: &Scenario, allowed: &[OptionId]) -> Option<Regret> {
    let (volumes, source) = volumes(scenario)?;
    let priced = costs(scenario, None, volumes.first().copied())?;
    let (open, excluded): (Vec<OptionId>, Vec<OptionId>) =
        priced.iter().map(|(option, _)| *option).partition(|option| allowed.contains(option));
    let mut options: Vec<RegretRow> =
        open.iter().map(|option| RegretRow { option: *option, regrets: Vec::new(), worst: 0.0 }).collect();
    for volume in &volumes {
        let costs = costs(scenario, None, Some(*volume))?;
        let least = open.iter().filter_map(|option| cost_of(&costs, *option)).fold(f64::INFINITY, f64::min);
        for row in &mut options {
            let regret = cost_of(&costs, row.option)? - least;
            row.regrets.push(regret);
            row.worst = row.worst.max(regret);
        }
    }
    let smallest = options.iter().map(|row| row.worst).fold(f64::INFINITY, f64::min);
    let least = options.iter().filter(|row| row.worst <= smallest * (1.0 + 1e-9)).map(|row| row.option).collect();
    (options.len() > 1).then_some(Regret { volumes, source, options, least, excluded })
}

fn volumes(scenario: &Scenario) -> Option<(Vec<f64>, VolumeSource)> {
    let given = scenario.uncertainty.as_ref();
    if let Some(volumes) = given.and_then(|given| given.regret_volumes.as_ref()) {
        let volumes = volumes.iter().map(|volume| volume.get()).collect();
        return Some((order::numbers(volumes), VolumeSource::Given));
    }
    let range = given.and_then(|given| given.ranges.get(VOLUME)).and_then(shape);
    if let Some(shape) = range {
        let volumes = shape.at([0.1, 0.5, 0.9].into_iter()).into_iter().map(|volume| volume.min(UnitsPerMonth::MAX));
        return Some((volumes.collect(), VolumeSource::Range));
    }
    let volume = scenario.volume.per_month.map(Quantity::get).filter(|volume| *volume > 0.0)?;
    Some((vec![volume / 10.0, volume, (volume * 10.0).min(UnitsPerMonth::MAX)], VolumeSource::TenthAndTenfold))
}
