//! Ready-made scenarios: the article's legal-tech example in its three phases, a commodity case, a high-volume case.
//!
//! They are ordinary scenario files in `presets/`, read by the one parser. What is assumed in them, and what the article
//! leaves open, is said in `text::preset`.

use super::{Scenario, read_text};
use crate::problem::{Problem, ProblemKind, Problems};
use crate::text;

/// A named scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Name in attributes, links and the interface.
    pub id: &'static str,
    json: &'static str,
}

/// All presets, in the order in which they are offered.
pub const PRESETS: [Preset; 5] = [
    Preset { id: "legal-tech-month-1", json: include_str!("presets/legal-tech-month-1.json") },
    Preset { id: "legal-tech-month-4", json: include_str!("presets/legal-tech-month-4.json") },
    Preset { id: "legal-tech-month-9", json: include_str!("presets/legal-tech-month-9.json") },
    Preset { id: "commodity", json: include_str!("presets/commodity.json") },
    Preset { id: "high-volume", json: include_str!("presets/high-volume.json") },
];

/// What is shown at first sight, also under the short name `legal-tech`: the decision of month 4.
pub const FIRST: Preset = Preset { id: "legal-tech-month-4", json: include_str!("presets/legal-tech-month-4.json") };

impl Preset {
    /// The preset's scenario.
    ///
    /// # Errors
    /// None in a released version: a test reads every preset.
    pub fn scenario(self) -> Result<Scenario, Problems> {
        read_text(self.json)
    }
}

/// Finds a preset by its id, or by the short name `legal-tech`.
///
/// # Errors
/// There is no such preset.
pub fn find(id: &str) -> Result<Preset, Problem> {
    if id == "legal-tech" {
        return Ok(FIRST);
    }
    PRESETS.into_iter().find(|preset| preset.id == id).ok_or_else(|| {
        let known: Vec<&str> = PRESETS.iter().map(|preset| preset.id).collect();
        Problem::new("preset", ProblemKind::UnknownPreset, text::problem::unknown_preset(id, &known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::Json;

    #[test]
    fn every_preset_is_a_valid_scenario() {
        for preset in PRESETS {
            assert_eq!(preset.scenario().err(), None, "{}", preset.id);
        }
    }

    #[test]
    fn a_scenario_survives_export_and_import() {
        for preset in PRESETS {
            let scenario = preset.scenario();
            assert_eq!(scenario.as_ref().map(|scenario| super::super::read(&Json::of(scenario))), Ok(scenario.clone()));
        }
    }
}
