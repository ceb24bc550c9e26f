//! Tie values: how far a number may move before another option costs the same, at the reader's volume (part 5.4).
//!
//! Every cost is linear in each of its numbers (in 1/x for the amortisation), so two looks at the curve give the value
//! exactly; nothing is searched.

use schemars::JsonSchema;
use serde::Serialize;

use super::curve::Curve;
use super::envelope::Segment;
use super::structure::{Parts, amortisation, expected_lines};
use crate::approach::{OptionId, PerOption};
use crate::json::Json;
use crate::scenario::{self, Scenario};

/// The value of one number at which two options cost the same.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Tie {
    /// Path of the number; `options.<option>.staff` stands for all its people, in money per month.
    pub field: String,
    /// The value; `null` where no legal value ties.
    pub value: Option<f64>,
    /// The option that the number belongs to, and the one it is compared with.
    pub between: [OptionId; 2],
    /// Where no value ties: the option that costs less at any.
    pub always: Option<OptionId>,
}

/// Numbers in which an option's cost is linear.
const LINEAR: [&str; 11] = [
    "price.amount",
    "price.inputTokens",
    "price.outputTokens",
    "price.inputPerMillion",
    "price.outputPerMillion",
    "price.callsPerUnit",
    "hosting.perMonth",
    "hosting.amount",
    "hosting.perReplicaMonth",
    "staff.fte",
    "staff.costPerMonth",
];

/// All ties at the reader's volume: by option, then the volume itself.
#[must_use]
pub fn ties(scenario: &Scenario, curves: &PerOption<Curve>, envelope: &[Segment], volume: f64) -> Vec<Tie> {
    let totals: Vec<(OptionId, f64)> = curves.iter().map(|(option, curve)| (option, curve.at(volume))).collect();
    let json = Json::of(scenario);
    let mut ties = Vec::new();
    for (option, total) in &totals {
        let others = totals.iter().filter(|(other, _)| other != option);
        let Some((other, target)) = others.min_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
        let pair = Pair { option: *option, total: *total, other: *other, target: *target, volume };
        pair.collect(scenario, &json, &mut ties);
    }
    ties.extend(volume_tie(envelope, volume));
    ties
}

/// The change of the cheapest option that is nearest to the reader's volume.
fn volume_tie(envelope: &[Segment], volume: f64) -> Option<Tie> {
    let here = envelope.iter().find(|segment| segment.from <= volume && volume <= segment.to).or(envelope.last())?;
    let own = *here.cheapest.first()?;
    let nearest = envelope
        .windows(2)
        .filter_map(|pair| match pair {
            [before, after] => {
                let other = before.cheapest.iter().chain(&after.cheapest).find(|option| **option != own)?;
                Some((before.to, *other))
            }
            _ => None,
        })
        .min_by(|a, b| libm::fabs(a.0 - volume).total_cmp(&libm::fabs(b.0 - volume)));
    let (value, other) = nearest?;
    Some(Tie { field: "volume.perMonth".to_owned(), value: Some(value), between: [own, other], always: None })
}

/// An option, the one it is compared with, and what both cost.
struct Pair {
    option: OptionId,
    total: f64,
    other: OptionId,
    target: f64,
    volume: f64,
}

impl Pair {
    fn collect(&self, scenario: &Scenario, json: &Json, ties: &mut Vec<Tie>) {
        let key = self.option.key();
        for name in LINEAR {
            let path = format!("options.{key}.{name}");
            let Some(Json::Number(value)) = json.at(&path) else { continue };
            // The slope of the cost in this number, from two exact looks.
            let probe = if *value == 0.0 { 1.0 } else { 2.0 * *value };
            let Some(probed) = self.total_with(json, &path, probe) else { continue };
            let slope = (probed - self.total) / (probe - *value);
            let tie = if slope > 0.0 { Some(value + (self.target - self.total) / slope) } else { None };
            ties.push(self.tie(path.clone(), tie.filter(|tie| self.is_legal(json, &path, *tie))));
        }
        let Some(structure) = scenario.options.get(self.option) else { return };
        let parts = Parts::of(self.option, structure);
        let lines = parts.lines(self.volume);
        let line = |name: &str| lines.iter().find(|line| line.line == name).map_or(0.0, |line| line.amount);
        let free = self.target - self.total;
        if expected_lines(self.option).contains(&"staff") {
            let tie = Some(line("staff") + free).filter(|tie| *tie >= 0.0);
            ties.push(self.tie(format!("options.{key}.staff"), tie));
        }
        let months = amortisation(structure);
        let named = structure.one_off.keys().map(String::as_str);
        let expected = expected_lines(self.option).iter().filter_map(|name| name.strip_prefix("oneOff."));
        let mut once: Vec<&str> = named.chain(expected).collect();
        once.sort_unstable();
        once.dedup();
        let mut spread = 0.0;
        for name in once {
            let amount = line(&format!("oneOff.{name}"));
            spread += amount;
            let tie = Some((amount + free) * months).filter(|tie| *tie >= 0.0 && *tie <= 1e12 && months > 0.0);
            ties.push(self.tie(format!("options.{key}.oneOff.{name}"), tie));
        }
        if spread > 0.0 {
            let needed = spread + free;
            let tie = Some(spread * months / needed).filter(|tie| needed > 0.0 && (1.0..=600.0).contains(tie));
            ties.push(self.tie(format!("options.{key}.amortisationMonths"), tie));
        }
    }

    fn total_with(&self, json: &Json, path: &str, value: f64) -> Option<f64> {
        let mut moved = json.clone();
        moved.set(path, Json::Number(value));
        moved.set("uncertainty", Json::Null);
        let scenario = scenario::read(&moved).ok()?;
        let parts = Parts::of(self.option, scenario.options.get(self.option)?);
        Some(parts.curve().at(self.volume))
    }

    /// Whether the value may be entered; token counts may be fractions here, since they are a limit, not an input.
    fn is_legal(&self, json: &Json, path: &str, value: f64) -> bool {
        value >= 0.0 && self.total_with(json, path, value).is_some()
    }

    fn tie(&self, field: String, value: Option<f64>) -> Tie {
        let cheaper = if self.total <= self.target { self.option } else { self.other };
        Tie { field, value, between: [self.option, self.other], always: value.is_none().then_some(cheaper) }
    }
}
