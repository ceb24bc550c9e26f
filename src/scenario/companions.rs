//! What the companion frameworks ask: about a partner (X4) and about the stages on a Wardley map (X3).
//!
//! Every answer may be blank. What follows from them is in `companion`.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::Label;
use crate::json::Json;
use crate::problem::Problems;
use crate::reader::{At, FromJson, Slot, fields, fill, words};
use crate::units::Examples;

/// A possible partner: the six questions of part 4.3 and what the partner holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Partner {
    /// The partner holds data or distribution that you cannot obtain.
    pub holds_unobtainable: Option<bool>,
    /// The agreement would be exclusive, or hard to copy.
    pub exclusive: Option<bool>,
    /// You hold something that the partner needs.
    pub needs_yours: Option<bool>,
    /// The capability is hard to specify in a simple contract.
    pub hard_to_specify: Option<bool>,
    /// Interests stay aligned for as long as you plan.
    pub interests_aligned: Option<bool>,
    /// There is a way out: data, weights, rights to retrain.
    pub exit_possible: Option<bool>,
    /// Labelled examples that the partner would bring.
    pub examples: Option<Examples>,
}

fields! {
    Partner {
        holds_unobtainable = "holdsUnobtainable",
        exclusive = "exclusive",
        needs_yours = "needsYours",
        hard_to_specify = "hardToSpecify",
        interests_aligned = "interestsAligned",
        exit_possible = "exitPossible",
        examples = "examples",
    }
}

/// How evolved a component is, as Wardley maps divide it; from new to a utility.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// New and poorly understood.
    Genesis,
    /// Made to order.
    CustomBuilt,
    /// Bought or rented off the shelf.
    Product,
    /// A utility.
    Commodity,
}

words! {
    Stage {
        "genesis" => Genesis,
        "customBuilt" => CustomBuilt,
        "product" => Product,
        "commodity" => Commodity,
    }
}

impl Stage {
    /// All four, from left to right.
    pub const ALL: [Self; 4] = [Self::Genesis, Self::CustomBuilt, Self::Product, Self::Commodity];

    /// The name in scenario and report.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Genesis => "genesis",
            Self::CustomBuilt => "customBuilt",
            Self::Product => "product",
            Self::Commodity => "commodity",
        }
    }
}

/// A component of the preset map, from what the user sees down to what nobody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum ComponentId {
    /// What the user wants: the map's anchor.
    UserNeed,
    /// The feature itself.
    AiFeature,
    /// Prompts and what calls the model in which order.
    Prompts,
    /// Examples with known answers, to tell better from worse.
    EvaluationSet,
    /// The model.
    Model,
    /// Data from the domain.
    DomainData,
    /// What serves the model.
    InferenceHosting,
    /// Machines below it.
    GpuCompute,
}

impl ComponentId {
    /// All eight, by visibility.
    pub const ALL: [Self; 8] = [
        Self::UserNeed,
        Self::AiFeature,
        Self::Prompts,
        Self::EvaluationSet,
        Self::Model,
        Self::DomainData,
        Self::InferenceHosting,
        Self::GpuCompute,
    ];

    /// The name in scenario and report.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::UserNeed => "userNeed",
            Self::AiFeature => "aiFeature",
            Self::Prompts => "prompts",
            Self::EvaluationSet => "evaluationSet",
            Self::Model => "model",
            Self::DomainData => "domainData",
            Self::InferenceHosting => "inferenceHosting",
            Self::GpuCompute => "gpuCompute",
        }
    }
}

/// Where components stand on a Wardley map, by their names; what is not named stands at its usual stage.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wardley([Option<Placed>; 8]);

impl Wardley {
    /// What is said of one component.
    #[must_use]
    pub fn get(&self, component: ComponentId) -> Option<&Placed> {
        self.0.get(component as usize)?.as_ref()
    }
}

impl Serialize for Wardley {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer
            .collect_map(ComponentId::ALL.iter().zip(&self.0).map(|(component, placed)| (component.key(), placed)))
    }
}

impl JsonSchema for Wardley {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Wardley".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let placed = generator.subschema_for::<Option<Placed>>();
        let properties: serde_json::Map<String, serde_json::Value> =
            ComponentId::ALL.iter().map(|component| (component.key().to_owned(), placed.clone().into())).collect();
        let required = ComponentId::ALL.map(ComponentId::key);
        schemars::json_schema!({ "type": "object", "properties": properties, "required": required })
    }
}

impl FromJson for Wardley {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let mut placed = ComponentId::ALL.map(|_| None::<Placed>);
        let slots = ComponentId::ALL.into_iter().map(ComponentId::key).zip(&mut placed);
        let mut slots: Vec<(&str, &mut dyn Slot)> = slots.map(|(key, slot)| (key, slot as _)).collect();
        let before = fill(&mut slots, json, at, problems)?;
        (problems.0.len() == before).then_some(Self(placed))
    }
}

/// What is said of one component: its stage directly, or four judgements that point at one. In short: the stage's name
/// alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
#[schemars(transform = or_a_stage)]
pub struct Placed {
    /// Its name on the map, where the preset one does not fit.
    pub name: Option<Label>,
    /// Its stage; wins over the judgements.
    pub stage: Option<Stage>,
    /// The stage that it moves to.
    pub evolve: Option<Stage>,
    /// How common it is: the stage that this points at.
    pub ubiquity: Option<Stage>,
    /// How well it is understood: the stage that this points at.
    pub certainty: Option<Stage>,
    /// How many vendors there are: the stage that this points at.
    pub vendors: Option<Stage>,
    /// Whether customers would notice a swap: the stage that this points at.
    pub swap: Option<Stage>,
}

fn or_a_stage(schema: &mut schemars::Schema) {
    let mut object = std::mem::take(schema);
    object.remove("required");
    *schema = schemars::json_schema!({ "oneOf": [object, { "enum": Stage::ALL.map(Stage::key) }] });
}

impl FromJson for Placed {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        if matches!(json, Json::Text(_)) {
            return Stage::read(json, at, problems).map(|stage| Self { stage: Some(stage), ..Self::default() });
        }
        let mut read = Self::default();
        let slots: &mut [(&str, &mut dyn Slot)] = &mut [
            ("name", &mut read.name),
            ("stage", &mut read.stage),
            ("evolve", &mut read.evolve),
            ("ubiquity", &mut read.ubiquity),
            ("certainty", &mut read.certainty),
            ("vendors", &mut read.vendors),
            ("swap", &mut read.swap),
        ];
        let before = fill(slots, json, at, problems)?;
        (problems.0.len() == before).then_some(read)
    }
}
