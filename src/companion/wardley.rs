//! A Wardley map of an AI feature (X3): preset components, their stage, what the stage suggests, and whether the model's
//! stage fits how special the feature is said to be (part 4.2).
//!
//! Mapping does not prescribe sourcing; what a stage suggests is Wardley's doctrine, no more. Pictures are in `chart`.

mod export;

pub use export::{names, wardley_mermaid, wardley_owm};

use schemars::JsonSchema;
use serde::Serialize;

use crate::decision::{Rows, RuleId};
use crate::order;
use crate::scenario::{ComponentId, Placed, Scenario, Stage};

/// What a stage suggests, in Wardley's doctrine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Sourcing {
    /// Genesis and custom-built: make it in-house.
    Build,
    /// Product: off the shelf, or open source.
    Buy,
    /// Commodity: leave it to a utility.
    Outsource,
}

impl Sourcing {
    /// The word that the map languages use.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Buy => "buy",
            Self::Outsource => "outsource",
        }
    }

    fn of(stage: Stage) -> Self {
        match stage {
            Stage::Genesis | Stage::CustomBuilt => Self::Build,
            Stage::Product => Self::Buy,
            Stage::Commodity => Self::Outsource,
        }
    }
}

/// How a component came to its stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum PlacedBy {
    /// Given directly.
    Given,
    /// The middle of the judgements (ours).
    Judged,
    /// Where it usually stands (ours, November 2026); nobody has said so here.
    Usual,
}

/// A component on the map.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MapComponent {
    /// Which one.
    pub id: ComponentId,
    /// Its stage.
    pub stage: Stage,
    /// How it came to that.
    pub placed_by: PlacedBy,
    /// The judgements point at stages more than one apart: parts of it may stand at different stages.
    pub judgements_differ: bool,
    /// The stage that it moves to, where that lies to the right.
    pub evolve: Option<Stage>,
    /// How close to the user, from 0 to 1.
    pub visibility: f64,
    /// Middle of its stage on the axis of evolution, from 0 to 1.
    pub evolution: f64,
    /// What its stage suggests; `null` for the user's need, which nobody sources.
    pub suggests: Option<Sourcing>,
}

/// The model's stage beside factor 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ModelFit {
    /// The model's stage.
    pub stage: Stage,
    /// The row of factor 1.
    pub rule: RuleId,
    /// Genesis and custom-built go with F3, product with F2 or F1, commodity with F1.
    pub fits: bool,
}

/// The map.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct WardleyMap {
    /// From what the user sees to what nobody sees.
    pub components: Vec<MapComponent>,
    /// From the needing to the needed.
    pub links: Vec<[ComponentId; 2]>,
    /// The model's stage beside factor 1; `null` while the model is not placed or factor 1 is blank.
    pub model_fit: Option<ModelFit>,
}

/// What needs what.
pub const LINKS: [[ComponentId; 2]; 8] = [
    [ComponentId::UserNeed, ComponentId::AiFeature],
    [ComponentId::AiFeature, ComponentId::Prompts],
    [ComponentId::AiFeature, ComponentId::EvaluationSet],
    [ComponentId::Prompts, ComponentId::Model],
    [ComponentId::EvaluationSet, ComponentId::DomainData],
    [ComponentId::Model, ComponentId::DomainData],
    [ComponentId::Model, ComponentId::InferenceHosting],
    [ComponentId::InferenceHosting, ComponentId::GpuCompute],
];

/// Visibility and usual stage (ours, November 2026).
fn preset(component: ComponentId) -> (f64, Stage) {
    match component {
        ComponentId::UserNeed => (0.95, Stage::Product),
        ComponentId::AiFeature => (0.83, Stage::CustomBuilt),
        ComponentId::Prompts => (0.71, Stage::CustomBuilt),
        ComponentId::EvaluationSet => (0.59, Stage::CustomBuilt),
        ComponentId::Model => (0.47, Stage::Product),
        ComponentId::DomainData => (0.35, Stage::CustomBuilt),
        ComponentId::InferenceHosting => (0.23, Stage::Product),
        ComponentId::GpuCompute => (0.11, Stage::Commodity),
    }
}

/// Middle of a stage: within the same stage whether a tool draws its lines at 0.175, 0.40, 0.70 or at quarters.
#[must_use]
fn centre(stage: Stage) -> f64 {
    match stage {
        Stage::Genesis => 0.0875,
        Stage::CustomBuilt => 0.2875,
        Stage::Product => 0.55,
        Stage::Commodity => 0.85,
    }
}

/// The judgements that are made, from left to right.
fn judgements(placed: &Placed) -> Vec<Stage> {
    let judged = [placed.ubiquity, placed.certainty, placed.vendors, placed.swap];
    order::by(judged.into_iter().flatten().collect(), |stage| f64::from(*stage as u8))
}

fn component(scenario: &Scenario, id: ComponentId) -> MapComponent {
    let placed = scenario.decision.wardley.as_ref().and_then(|wardley| wardley.get(id));
    let judged = placed.map(judgements).unwrap_or_default();
    let (visibility, usual) = preset(id);
    // The middle one; of two in the middle, the less evolved.
    let middle = judged.get(judged.len().saturating_sub(1) / 2).copied();
    let (stage, placed_by) = match (placed.and_then(|placed| placed.stage), middle) {
        (Some(stage), _) => (stage, PlacedBy::Given),
        (None, Some(stage)) => (stage, PlacedBy::Judged),
        (None, None) => (usual, PlacedBy::Usual),
    };
    let is_anchor = id == ComponentId::UserNeed;
    let apart = judged.first().zip(judged.last()).map_or(0, |(first, last)| *last as u8 - *first as u8);
    MapComponent {
        id,
        stage,
        placed_by,
        judgements_differ: apart > 1,
        evolve: placed.and_then(|placed| placed.evolve).filter(|target| !is_anchor && *target > stage),
        visibility,
        evolution: centre(stage),
        suggests: (!is_anchor).then(|| Sourcing::of(stage)),
    }
}

/// The map of a scenario.
#[must_use]
pub(super) fn map(scenario: &Scenario) -> WardleyMap {
    let components: Vec<MapComponent> = ComponentId::ALL.into_iter().map(|id| component(scenario, id)).collect();
    let row = Rows::of(&scenario.decision).differentiation.map(|place| place.row.rule);
    let model = components.iter().find(|component| component.id == ComponentId::Model);
    let stage = model.filter(|model| model.placed_by != PlacedBy::Usual).map(|model| model.stage);
    let model_fit = stage.zip(row).map(|(stage, rule)| {
        let fits = match stage {
            Stage::Genesis | Stage::CustomBuilt => rule == RuleId::F3,
            Stage::Product => matches!(rule, RuleId::F1 | RuleId::F2),
            Stage::Commodity => rule == RuleId::F1,
        };
        ModelFit { stage, rule, fits }
    });
    WardleyMap { components, links: LINKS.to_vec(), model_fit }
}
