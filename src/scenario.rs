//! The scenario: everything the engine needs to know, already valid.
//!
//! `read` and `read_text` are the only way from outside to a [`Scenario`] and the only step of the pipeline that can
//! fail; the page, the JavaScript interface and the command line all go through them. A `None` is *unknown* or *not
//! counted*, never zero. Nothing is computed here.

mod options;
pub mod presets;

pub use options::{
    CostStructure, DEFAULT_AMORTISATION, FlatHosting, Hosting, MAX_TIERS, MixedHosting, Options, Price, Replicated,
    Staff, Tier, TierMode, TieredPrice, TokenPrice, UnitPrice,
};

use deserr::{Deserr, IntoValue, Value, ValuePointerRef};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

use crate::approach::Approach;
use crate::json::Json;
use crate::problem::{Problem, ProblemKind, Problems, path_of};
use crate::text;
use crate::units::{
    Bound, ChangePerMonth, Correlation, Engineers, Examples, HorizonMonths, Money, MoneyPerMonth, Months, Quantity,
    RatePerYear, Samples, Seed, UnitsPerMonth, Weeks,
};

/// The version of scenario and report that this crate reads and writes.
pub const SCHEMA: u32 = 1;

/// Everything the engine needs to know about one decision.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Scenario {
    /// Version of the format.
    #[deserr(default)]
    pub schema: SchemaVersion,
    /// What the decision is called.
    #[deserr(default)]
    pub title: Option<ShortText>,
    /// What money and volume are called.
    #[deserr(default)]
    pub labels: Labels,
    /// Answers about the product, the data, the team and the time.
    #[deserr(default)]
    pub decision: Answers,
    /// How much is used.
    #[deserr(default)]
    pub volume: Volume,
    /// What each option costs.
    #[deserr(default)]
    pub options: Options,
    /// How far the volume axis goes.
    #[deserr(default)]
    pub range: VolumeRange,
    /// The view over time.
    #[deserr(default)]
    pub time: Option<Time>,
    /// What is only known as a range.
    #[deserr(default)]
    pub uncertainty: Option<Uncertainty>,
}

impl Scenario {
    /// A scenario in which nothing is known and nothing is counted.
    #[must_use]
    pub fn blank() -> Self {
        Self {
            schema: SchemaVersion,
            title: None,
            labels: Labels::default(),
            decision: Answers::default(),
            volume: Volume::default(),
            options: Options::default(),
            range: VolumeRange::default(),
            time: None,
            uncertainty: None,
        }
    }
}

/// Reads a scenario from JSON text.
///
/// # Errors
/// Every problem found, each at its field.
pub fn read_text(text: &str) -> Result<Scenario, Problems> {
    read(&Json::from_text(text)?)
}

/// Reads a scenario from an untyped tree.
///
/// # Errors
/// Every problem found, each at its field.
pub fn read(json: &Json) -> Result<Scenario, Problems> {
    if !matches!(json, Json::Object(_)) {
        let found = json.kind();
        return Err(Problems::wrong_type(ValuePointerRef::Origin, found, "a scenario object"));
    }
    let mut problems = Problems::default();
    find_doubles(json, "", &mut problems);
    match deserr::deserialize::<Scenario, _, Problems>(json.clone()) {
        Ok(scenario) if problems.0.is_empty() => check_ranges(scenario),
        Ok(_) => Err(problems),
        Err(more) => {
            problems.0.extend(more.0);
            Err(problems)
        }
    }
}

fn find_doubles(json: &Json, path: &str, problems: &mut Problems) {
    match json {
        Json::Object(pairs) => {
            let mut seen = BTreeSet::new();
            for (key, value) in pairs {
                let here = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                if !seen.insert(key) {
                    let message = text::problem::double_field(key);
                    problems.0.push(Problem::new(here.clone(), ProblemKind::DuplicateField, message));
                }
                find_doubles(value, &here, problems);
            }
        }
        Json::List(items) => {
            for (index, item) in items.iter().enumerate() {
                find_doubles(item, &format!("{path}[{index}]"), problems);
            }
        }
        _ => {}
    }
}

/// A range belongs to a number of the scenario, and both its ends must be legal there.
fn check_ranges(scenario: Scenario) -> Result<Scenario, Problems> {
    let Some(uncertainty) = scenario.uncertainty.as_ref().filter(|uncertainty| !uncertainty.ranges.is_empty()) else {
        return Ok(scenario);
    };
    let json = Json::of(&scenario);
    let mut problems = Problems::default();
    for (path, spread) in &uncertainty.ranges {
        let field = format!("uncertainty.ranges.{path}");
        if !matches!(json.at(path), Some(Json::Number(_) | Json::Null)) {
            problems.0.push(Problem::new(field, ProblemKind::UnknownField, text::problem::no_such_number(path)));
            continue;
        }
        for end in spread.ends() {
            let mut moved = json.clone();
            moved.set(path, Json::Number(end));
            moved.set("uncertainty", Json::Null);
            if let Err(found) = deserr::deserialize::<Scenario, _, Problems>(moved) {
                problems.0.extend(found.0.into_iter().map(|problem| Problem { field: field.clone(), ..problem }));
            }
        }
    }
    if problems.0.is_empty() { Ok(scenario) } else { Err(problems) }
}

/// The version of the format: always [`SCHEMA`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SchemaVersion;

impl Serialize for SchemaVersion {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(SCHEMA)
    }
}

impl JsonSchema for SchemaVersion {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SchemaVersion".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "const": SCHEMA })
    }
}

impl Deserr<Problems> for SchemaVersion {
    fn deserialize_from_value<V: IntoValue>(value: Value<V>, location: ValuePointerRef<'_>) -> Result<Self, Problems> {
        match value {
            Value::Float(number) if number == f64::from(SCHEMA) => Ok(Self),
            Value::Float(_) => {
                let message = text::problem::unsupported_schema(SCHEMA);
                Err(Problem::new(path_of(location), ProblemKind::UnsupportedSchema, message).into())
            }
            other => Err(Problems::wrong_type(location, other.kind(), "a number")),
        }
    }
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident, $max:literal;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
        #[serde(transparent)]
        pub struct $name(#[schemars(length(max = $max))] String);

        impl $name {
            /// Cuts a text of ours to the allowed length.
            #[must_use]
            pub fn new(text: &str) -> Self {
                Self(text.chars().take($max).collect())
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deserr<Problems> for $name {
            fn deserialize_from_value<V: IntoValue>(
                value: Value<V>,
                location: ValuePointerRef<'_>,
            ) -> Result<Self, Problems> {
                match value {
                    Value::String(text) if text.chars().count() <= $max => Ok(Self(text)),
                    Value::String(_) => {
                        let message = text::problem::text_too_long($max);
                        Err(Problem::new(path_of(location), ProblemKind::TooLarge, message).into())
                    }
                    other => Err(Problems::wrong_type(location, other.kind(), "text")),
                }
            }
        }
    )+};
}

texts! {
    /// A name or label, at most 40 characters.
    Label, 40;
    /// A title, at most 200 characters.
    ShortText, 200;
    /// A reason, at most 2,000 characters.
    LongText, 2000;
}

/// What money and volume are called. Currency is a label: nothing is converted.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Labels {
    /// Code of the currency, for example `USD`.
    #[deserr(default = Label::new("USD"))]
    pub currency: Label,
    /// What one unit of volume is: prediction, call, user … in the singular (I27).
    #[deserr(default = Label::new("prediction"))]
    pub unit: Label,
}

impl Default for Labels {
    fn default() -> Self {
        Self { currency: Label::new("USD"), unit: Label::new("prediction") }
    }
}

/// Why the decision is looked at (W1 to W5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase)]
pub enum Purpose {
    /// A first sourcing decision (W1).
    #[default]
    New,
    /// Moving from an API to a model of one's own (W2).
    Migrate,
    /// The yearly review (W3).
    Review,
    /// Saving cost at scale (W4).
    Cost,
    /// A risk from depending on a vendor (W5).
    VendorRisk,
}

/// How much the AI sets the product apart (F1 to F3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase)]
pub enum Differentiation {
    /// The same for everybody (F1).
    Commodity,
    /// Fitted to a domain (F2).
    Adapted,
    /// What customers choose the product for (F3).
    Core,
}

/// Answers about the product, the data, the team and the time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Answers {
    /// Why the decision is looked at (W1 to W5).
    #[deserr(default)]
    pub purpose: Purpose,
    /// Questions that come before the framework (N1 to N3).
    #[deserr(default)]
    pub gates: Gates,
    /// How much the AI sets the product apart (F).
    #[deserr(default)]
    pub differentiation: Option<Differentiation>,
    /// The data at hand (D).
    #[deserr(default)]
    pub data: Data,
    /// The people (E).
    #[deserr(default)]
    pub team: Team,
    /// Weeks until it must be in production (L).
    #[deserr(default)]
    pub deadline_weeks: Option<Weeks>,
    /// Whether anyone is known to want it (P1, M2).
    #[deserr(default)]
    pub demand_validated: Option<bool>,
    /// The tree's questions, where the user answers them directly (T1 to T4).
    #[deserr(default)]
    pub answers: TreeAnswers,
    /// Conditions for training from scratch that nothing else asks (Q3b).
    #[deserr(default)]
    pub custom_conditions: CustomConditions,
    /// Habits that keep later moves open (P2 to P6, M8).
    #[deserr(default)]
    pub practices: Practices,
    /// The user's own choice, where it differs.
    #[deserr(default)]
    pub chosen: Option<Approach>,
    /// The reason for it.
    #[deserr(default)]
    pub chosen_because: Option<LongText>,
    /// Make-buy-ally answers: carried, not read yet.
    #[deserr(default)]
    pub partner: Option<Json>,
    /// Stages on a Wardley map: carried, not read yet.
    #[deserr(default)]
    pub wardley: Option<Json>,
}

/// Questions that come before the framework (N1 to N3).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Gates {
    /// Whether AI can do the task at all is still open (N2).
    #[deserr(default)]
    pub feasibility_unproven: Option<bool>,
    /// The approach is already fixed from outside (N1).
    #[deserr(default)]
    pub imposed: Option<Imposed>,
    /// Too small to need a framework (N3).
    #[deserr(default)]
    pub trivial: Option<bool>,
    /// Go on although a gate says stop.
    #[deserr(default)]
    pub continue_anyway: Option<bool>,
}

/// What regulation or a partnership allows (N1).
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields, validate = something_allowed -> Problems)]
pub struct Imposed {
    /// The approaches that remain.
    #[schemars(length(min = 1))]
    pub allowed: Vec<Approach>,
    /// Who says so.
    #[deserr(default)]
    pub reason: Option<ShortText>,
}

fn something_allowed(imposed: Imposed, location: ValuePointerRef<'_>) -> Result<Imposed, Problems> {
    if imposed.allowed.is_empty() {
        Err(Problems::conflict(location.push_key("allowed"), text::problem::NOTHING_ALLOWED))
    } else {
        Ok(imposed)
    }
}

/// The data at hand (D1 to D5).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Data {
    /// Labelled examples of one's own.
    #[deserr(default)]
    pub examples: Option<Examples>,
    /// The task is the same everywhere (D1).
    #[deserr(default)]
    pub generic_task: Option<bool>,
    /// Nobody else can get this data, and it matters (D5).
    #[deserr(default)]
    pub moat: Option<bool>,
    /// Clean and labelled already (L2).
    #[deserr(default)]
    pub ready: Option<bool>,
    /// Examples that arrive per month (M3).
    #[deserr(default)]
    pub collected_per_month: Option<Examples>,
}

/// The people (E1 to E4).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Team {
    /// ML engineers on board.
    #[deserr(default)]
    pub ml_engineers: Option<Engineers>,
    /// Infrastructure for training and serving (E3).
    #[deserr(default)]
    pub infrastructure: Option<bool>,
    /// Researchers who design architectures (E4).
    #[deserr(default)]
    pub research_team: Option<bool>,
    /// A budget for large training runs (E4).
    #[deserr(default)]
    pub compute_budget: Option<bool>,
    /// Somebody owns evaluation and data quality, so that a managed tuning service counts (I02).
    #[deserr(default)]
    pub managed_service_owner: Option<bool>,
    /// Weeks until missing people are on board (I15).
    #[deserr(default)]
    pub hiring_lag_weeks: Option<Weeks>,
}

/// The tree's questions, where the user answers them directly; blank means what the levels imply (I03, I05).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct TreeAnswers {
    /// T1.
    #[deserr(default)]
    pub core_differentiator: Option<bool>,
    /// T2.
    #[deserr(default)]
    pub significant_data: Option<bool>,
    /// T3.
    #[deserr(default)]
    pub ml_expertise: Option<bool>,
    /// T4.
    #[deserr(default)]
    pub novel_architecture: Option<bool>,
}

/// Conditions for training from scratch that nothing else asks (Q3b, I18).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct CustomConditions {
    /// No foundation model is good enough.
    #[deserr(default)]
    pub no_foundation_model: Option<bool>,
    /// The task is highly specialised.
    #[deserr(default)]
    pub specialised_task: Option<bool>,
    /// Infrastructure that carries an effort of many months.
    #[deserr(default)]
    pub multi_month_infrastructure: Option<bool>,
}

/// Habits that keep later moves open (P2 to P6, M8).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Practices {
    /// The provider sits behind an interface of one's own (RM1).
    #[deserr(default)]
    pub abstraction_layer: Option<bool>,
    /// A second provider is ready (RM2).
    #[deserr(default)]
    pub fallback_provider: Option<bool>,
    /// Contract terms cover price, changes and data (RM3).
    #[deserr(default)]
    pub contract_terms: Option<bool>,
    /// Use is logged so that it can become examples (P3).
    #[deserr(default)]
    pub logging: Option<bool>,
    /// Users have agreed to that (P3).
    #[deserr(default)]
    pub consent: Option<bool>,
    /// The AI part can be swapped (P6).
    #[deserr(default)]
    pub clean_interface: Option<bool>,
    /// Somebody watches the model in production (P5).
    #[deserr(default)]
    pub monitoring_owner: Option<bool>,
    /// Retraining is in the budget (P5).
    #[deserr(default)]
    pub retraining_budget: Option<bool>,
    /// When the decision is looked at again (W3, M7).
    #[deserr(default)]
    pub review_date: Option<IsoDate>,
}

/// A day, as `2026-11-24`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(transparent)]
pub struct IsoDate(#[schemars(regex(pattern = r"^\d{4}-\d{2}-\d{2}$"))] String);

impl IsoDate {
    /// Reads a day; `None` when the text is not one.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut part = |digits: usize, low: u32, high: u32| {
            let part =
                parts.next().filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))?;
            part.parse().ok().filter(|number| (low..=high).contains(number))
        };
        let (year, month, day) = (part(4, 1, 9999)?, part(2, 1, 12)?, part(2, 1, 31)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            2 => 28 + u32::from(leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        (parts.next().is_none() && day <= days).then(|| Self(text.to_owned()))
    }
}

impl Deserr<Problems> for IsoDate {
    fn deserialize_from_value<V: IntoValue>(value: Value<V>, location: ValuePointerRef<'_>) -> Result<Self, Problems> {
        match value {
            Value::String(text) => Self::new(&text).ok_or_else(|| {
                Problem::new(path_of(location), ProblemKind::UnknownValue, text::problem::NOT_A_DATE).into()
            }),
            other => Err(Problems::wrong_type(location, other.kind(), "text")),
        }
    }
}

/// How much is used, in units of `labels.unit`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Volume {
    /// Units per month.
    #[deserr(default)]
    pub per_month: Option<UnitsPerMonth>,
    /// Relative growth per month.
    #[deserr(default)]
    pub growth_per_month: Option<ChangePerMonth>,
}

/// How far the volume axis goes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct VolumeRange {
    /// End of the axis; blank: chosen from the crossings.
    #[deserr(default)]
    pub max_volume: Option<UnitsPerMonth>,
}

/// The view over time (part 5.5): carried, not read yet.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Time {
    /// How far ahead.
    #[deserr(default)]
    pub horizon_months: Option<HorizonMonths>,
    /// Discount rate.
    #[deserr(default)]
    pub discount_rate_per_year: Option<RatePerYear>,
    /// Paid once when moving.
    #[deserr(default)]
    pub migration_cost: Option<Money>,
    /// Months in which old and new run side by side.
    #[deserr(default)]
    pub dual_running_months: Option<Months>,
    /// What each month of delay costs.
    #[deserr(default)]
    pub cost_of_delay_per_month: Option<MoneyPerMonth>,
}

/// What is only known as a range (part 5.6).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Uncertainty {
    /// Random draws: carried, not read yet.
    #[deserr(default)]
    pub samples: Option<Samples>,
    /// Where they start: carried, not read yet.
    #[deserr(default)]
    pub seed: Option<Seed>,
    /// The range of a number, by the number's path.
    #[deserr(default)]
    pub ranges: BTreeMap<String, Spread>,
    /// Links between two of them: carried, not read yet.
    #[deserr(default)]
    pub correlations: Vec<Link>,
}

/// A range and its shape.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(tag = "kind", rename_all = "camelCase")]
#[deserr(error = Problems, tag = "kind", rename_all = camelCase, deny_unknown_fields, validate = in_order -> Problems)]
pub enum Spread {
    /// Even odds on a ratio scale; eight of ten futures lie between the two.
    Lognormal {
        /// One future in ten is below.
        p10: Bound,
        /// One future in ten is above.
        p90: Bound,
    },
    /// A smooth hump.
    Pert {
        /// Lowest.
        min: Bound,
        /// Likeliest.
        mode: Bound,
        /// Highest.
        max: Bound,
    },
    /// A pointed hump, with more weight at the ends.
    Triangular {
        /// Lowest.
        min: Bound,
        /// Likeliest.
        mode: Bound,
        /// Highest.
        max: Bound,
    },
    /// Anything between, evenly.
    Uniform {
        /// Lowest.
        min: Bound,
        /// Highest.
        max: Bound,
    },
}

impl Spread {
    /// The low and the high end that are shown.
    #[must_use]
    pub fn ends(&self) -> [f64; 2] {
        let (low, high) = match self {
            Spread::Lognormal { p10, p90 } => (p10, p90),
            Spread::Pert { min, max, .. } | Spread::Triangular { min, max, .. } | Spread::Uniform { min, max } => {
                (min, max)
            }
        };
        [low.get(), high.get()]
    }
}

fn in_order(spread: Spread, location: ValuePointerRef<'_>) -> Result<Spread, Problems> {
    let ordered = match spread {
        Spread::Lognormal { p10, p90 } => 0.0 < p10.get() && p10 <= p90,
        Spread::Pert { min, mode, max } | Spread::Triangular { min, mode, max } => min <= mode && mode <= max,
        Spread::Uniform { min, max } => min <= max,
    };
    if ordered { Ok(spread) } else { Err(Problems::conflict(location, text::problem::RANGE_ORDER)) }
}

/// Two inputs that move together.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema, Deserr)]
#[serde(rename_all = "camelCase")]
#[deserr(error = Problems, rename_all = camelCase, deny_unknown_fields)]
pub struct Link {
    /// Path of one.
    pub a: ShortText,
    /// Path of the other.
    pub b: ShortText,
    /// Rank correlation (Spearman).
    pub spearman: Correlation,
}
