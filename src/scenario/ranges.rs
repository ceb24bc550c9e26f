//! Checks of ranges and links that need the whole scenario: a range belongs to a number, both its ends must be legal
//! there, and links must fit together.

use std::f64::consts::PI;

use ai_build_vs_buy_numerics::cholesky;

use super::{Scenario, Uncertainty, read_fields};
use crate::json::Json;
use crate::problem::{Problem, ProblemKind, Problems};
use crate::text;
use crate::units::Quantity;

/// Most ranges that a scenario may have.
pub const MAX_RANGES: usize = 50;

/// The normal correlation with which a Gaussian copula has a rank correlation: 2 sin(πρ/6) (part 5.6). The angle is small,
/// so that a few terms of the series give all digits.
#[must_use]
pub fn normal_correlation(spearman: f64) -> f64 {
    let angle = PI * spearman / 6.0;
    let square = angle * angle;
    let term = |rest: f64, n: f64| 1.0 - rest * square / (n * (n + 1.0));
    2.0 * angle * [16.0, 14.0, 12.0, 10.0, 8.0, 6.0, 4.0, 2.0].into_iter().fold(1.0, term)
}

impl Uncertainty {
    /// The inputs that are linked to another one, in the order of the ranges.
    #[must_use]
    pub fn linked(&self) -> Vec<&str> {
        let named =
            |path: &str| self.correlations.iter().any(|link| link.a.as_str() == path || link.b.as_str() == path);
        self.ranges.keys().map(String::as_str).filter(|path| named(path)).collect()
    }

    /// The matrix of normal correlations between inputs.
    #[must_use]
    pub fn normal_correlations(&self, inputs: &[&str]) -> Vec<Vec<f64>> {
        let between = |a: &str, b: &str| {
            let link = self.correlations.iter().find(|link| {
                let ends = (link.a.as_str(), link.b.as_str());
                ends == (a, b) || ends == (b, a)
            });
            if a == b { 1.0 } else { link.map_or(0.0, |link| normal_correlation(link.spearman.get())) }
        };
        inputs.iter().map(|a| inputs.iter().map(|b| between(a, b)).collect()).collect()
    }
}

/// Checks the ranges and links of a scenario that is valid otherwise.
pub(super) fn check(scenario: Scenario) -> Result<Scenario, Problems> {
    let Some(uncertainty) = &scenario.uncertainty else { return Ok(scenario) };
    let mut problems = Problems::default();
    check_ranges(&scenario, uncertainty, &mut problems);
    check_links(uncertainty, &mut problems);
    if problems.0.is_empty() { Ok(scenario) } else { Err(problems) }
}

fn check_ranges(scenario: &Scenario, uncertainty: &Uncertainty, problems: &mut Problems) {
    if uncertainty.ranges.is_empty() {
        return;
    }
    if uncertainty.ranges.len() > MAX_RANGES {
        let message = text::problem::too_many_lines(MAX_RANGES);
        problems.0.push(Problem::new("uncertainty.ranges", ProblemKind::Conflict, message));
        return;
    }
    let json = Json::of(scenario);
    for (path, spread) in &uncertainty.ranges {
        let field = format!("uncertainty.ranges.{path}");
        let is_number = matches!(json.at(path), Some(Json::Number(_) | Json::Null));
        if !is_number || path.starts_with("uncertainty") {
            problems.0.push(Problem::new(field, ProblemKind::UnknownField, text::problem::no_such_number(path)));
            continue;
        }
        let alone = json.branch(path);
        for end in spread.ends() {
            let mut moved = alone.clone();
            moved.set(path, Json::Number(end));
            moved.set("uncertainty", Json::Null);
            if let Err(found) = read_fields(&moved) {
                problems.0.extend(found.0.into_iter().map(|problem| Problem { field: field.clone(), ..problem }));
            }
        }
    }
}

fn check_links(uncertainty: &Uncertainty, problems: &mut Problems) {
    for (place, link) in uncertainty.correlations.iter().enumerate() {
        let (a, b) = (link.a.as_str(), link.b.as_str());
        let mut refuse = |end: &str, kind, message: String| {
            problems.0.push(Problem::new(format!("uncertainty.correlations[{place}].{end}"), kind, message));
        };
        for (end, path) in [("a", a), ("b", b)] {
            if !uncertainty.ranges.contains_key(path) {
                refuse(end, ProblemKind::UnknownValue, text::problem::no_such_range(path));
            }
        }
        let twice = |other: &super::Link| {
            let ends = (other.a.as_str(), other.b.as_str());
            ends == (a, b) || ends == (b, a)
        };
        if a == b || uncertainty.correlations.iter().take(place).any(twice) {
            refuse("b", ProblemKind::Conflict, text::problem::LINKED_TWICE.to_owned());
        }
    }
    if problems.0.is_empty() && cholesky(&uncertainty.normal_correlations(&uncertainty.linked())).is_none() {
        let message = text::problem::LINKS_CONTRADICT;
        problems.0.push(Problem::new("uncertainty.correlations", ProblemKind::Conflict, message));
    }
}
