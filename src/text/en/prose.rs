//! Figures within somebody else's sentence: a number of the scenario or a result, by its path, as people read it.
//!
//! Without its unit, which the sentence has; money carries its sign.

use crate::approach::{Approach, OptionId};
use crate::form::field::{self, Measure};
use crate::form::question::PURPOSES;
use crate::form::range::{ShapeKind, number_of};
use crate::form::structure;
use crate::format::{Units, percent, percent_of, plain, rounded_volume};
use crate::json::Json;
use crate::report::{Report, evaluate};
use crate::scenario::Scenario;

use super::answer;

/// What stands at each path: of the scenario, of its report, or one of the sentences `headline`, `glance` and `caption`.
#[must_use]
pub fn figures(scenario: &Scenario, paths: &[String]) -> Vec<Option<String>> {
    let report = evaluate(scenario);
    let (given, result) = (Json::of(scenario), Json::of(&report));
    paths.iter().map(|path| figure(scenario, &report, (&given, &result), path)).collect()
}

fn figure(scenario: &Scenario, report: &Report, (given, result): (&Json, &Json), path: &str) -> Option<String> {
    let labels = &scenario.labels;
    match path {
        "headline" => return Some(answer::headline(labels, report)),
        "glance" => return Some(answer::glance(labels, report)),
        "caption" => return Some(answer::caption(labels, report)),
        _ => {}
    }
    let units = answer::units(labels);
    match given.at(path).or_else(|| result.at(path))? {
        Json::Number(number) => Some(match measure(path) {
            _ if Measure::converting(path).is_some() => percent_of(entered(path, *number)),
            Kind::Money => units.money(*number),
            Kind::Share => percent(*number),
            Kind::Count => rounded_volume(*number),
        }),
        Json::Text(word) => Some(name(word).unwrap_or(word).to_owned()),
        Json::List(items) => match items.as_slice() {
            [Json::Text(word)] => Some(name(word).unwrap_or(word).to_owned()),
            _ => None,
        },
        Json::Null | Json::Bool(_) | Json::Object(_) => None,
    }
}

/// A value of the scenario in words, where all sorts of values stand below each other. Numbers are not rounded.
#[must_use]
pub fn value(path: &str, value: &Json, units: Units<'_>) -> String {
    let all = |items: Vec<String>| items.join(", ");
    match value {
        Json::Null => super::road::BLANK.to_owned(),
        Json::Bool(yes) => (if *yes { super::page::YES } else { super::page::NO }).to_owned(),
        Json::Number(number) => {
            // An end of a range reads as the number that has it.
            let path = number_of(path).map_or(path, |(number, _)| number);
            let converting = Measure::converting(path);
            let known = converting.or_else(|| structure::measure(path));
            let (sign, unit) = known.map(|known| super::field::affixes(known, units)).unwrap_or_default();
            let figure = match known {
                _ if converting.is_some() => percent_of(entered(path, *number)),
                None if matches!(measure(path), Kind::Money) => format!("{} {}", units.currency, plain(*number)),
                _ if sign.is_empty() => plain(*number),
                _ => format!("{} {}", units.currency, plain(*number)),
            };
            // The figure of a percentage has its sign.
            super::field::counted(&figure, unit.trim_start_matches('%').trim_start())
        }
        Json::Text(word) => {
            let named = match path {
                "decision.purpose" => {
                    PURPOSES.into_iter().find(|purpose| Json::of(purpose) == *value).map(super::practice::purpose)
                }
                "decision.chosen" => name(word),
                path if path.ends_with(".kind") => kind(word),
                _ => None,
            };
            named.unwrap_or(word).to_owned()
        }
        Json::List(items) => all(items.iter().map(|item| self::value(path, item, units)).collect()),
        Json::Object(pairs) => {
            let named = |(name, item): &(String, Json)| {
                format!("{name}: {}", self::value(&format!("{path}.{name}"), item, units))
            };
            all(pairs.iter().map(named).collect())
        }
    }
}

/// A kind of price, hosting or range.
fn kind(word: &str) -> Option<&'static str> {
    Some(match word {
        "perUnit" => "per unit",
        "tokens" => "by tokens",
        "tiers" => "in tiers",
        "flat" => "flat",
        "replicas" => "by the machine",
        "mixed" => "a fixed part and one per unit",
        _ => ShapeKind::ALL.into_iter().find(|shape| shape.key() == word).map(super::uncertainty::shape)?,
    })
}

/// The scenario's number at a path, in the unit in which people enter it.
#[must_use]
pub fn number(scenario: &Scenario, path: &str) -> Option<f64> {
    Some(entered(path, Json::of(scenario).number(path)?))
}

fn entered(path: &str, stored: f64) -> f64 {
    Measure::converting(path).map_or(stored, |measure| measure.entered(stored))
}

/// What a number at a path is called, for those who cannot see the sentence around it.
#[must_use]
pub fn label(path: &str) -> String {
    super::field::label(path)
}

enum Kind {
    Money,
    Share,
    Count,
}

/// A field of the form knows what it counts; a result says so by its name.
fn measure(path: &str) -> Kind {
    if let Some(field) = field::find(path) {
        return match field.measure {
            Measure::MoneyPerUnit | Measure::MoneyPerMillionTokens | Measure::MoneyPerMonth | Measure::Money => {
                Kind::Money
            }
            _ => Kind::Count,
        };
    }
    let has = |names: &[&str]| path.rsplit('.').take(2).any(|key| names.contains(&key));
    const MONEY: &[&str] = &[
        "total",
        "aboveCheapest",
        "cost",
        "perUnit",
        "amount",
        "evpi",
        "presentValue",
        "cash",
        "migrationCost",
        "training",
    ];
    const SHARE: &[&str] = &[
        "utilisation",
        "tieBand",
        "growthPerMonth",
        "priceChangePerMonth",
        "discountRatePerYear",
        "cheapestShare",
        "never",
    ];
    if has(MONEY) {
        Kind::Money
    } else if has(SHARE) {
        Kind::Share
    } else {
        Kind::Count
    }
}

/// An approach or option by its key, as it stands within a sentence.
fn name(key: &str) -> Option<&'static str> {
    if let Some(approach) = Approach::ALL.into_iter().find(|approach| approach.option().key() == key) {
        return Some(super::doing(approach));
    }
    OptionId::find(key).map(super::option_in_sentence)
}
