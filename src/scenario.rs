//! The scenario: everything the engine needs to know, already valid.
//!
//! `read` and `read_text` are the only way from outside to a [`Scenario`] and the only step of the pipeline that can
//! fail; the page, the JavaScript interface and the command line all go through them. A `None` is *unknown* or *not
//! counted*, never zero. Nothing is computed here.

mod companions;
mod date;
mod evidence;
mod options;
pub mod place;
pub mod presets;
mod ranges;

pub use companions::{ComponentId, Partner, Placed, Stage, Wardley};
pub use date::MONTH_DAYS;
pub use evidence::{Accuracy, VendorEvents};
pub use options::{
    CostStructure, DEFAULT_AMORTISATION, FlatHosting, Hosting, MAX_LINES, MAX_TIERS, MixedHosting, Options, Price,
    Replicated, Retraining, SHORTEST_INTERVAL, Staff, TRAINING, Tier, TierMode, TieredPrice, TokenPrice, UnitPrice,
    expected_lines,
};
pub use ranges::{MAX_RANGES, normal_correlation};

use schemars::JsonSchema;
use serde::Serialize;

use crate::approach::{Approach, OptionId};
use crate::json::Json;
use crate::named::Named;
use crate::problem::{ProblemKind, Problems};
use crate::reader::{At, FromJson, field, fields, object, word, words};
use crate::text;
use crate::units::{
    Bound, ChangePerMonth, Correlation, Engineers, Examples, HorizonMonths, Money, MoneyPerMonth, Months, Providers,
    Quantity, RatePerYear, Samples, Seed, UnitsPerMonth, Weeks,
};

/// The version of scenario and report that this crate reads and writes.
pub const SCHEMA: u32 = 1;

/// Everything the engine needs to know about one decision.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Scenario {
    /// Version of the format.
    pub schema: SchemaVersion,
    /// What the decision is called.
    pub title: Option<ShortText>,
    /// What money and volume are called.
    pub labels: Labels,
    /// Answers about the product, the data, the team and the time.
    pub decision: Answers,
    /// How much is used.
    pub volume: Volume,
    /// What each option costs.
    pub options: Options,
    /// How far the volume axis goes.
    pub range: VolumeRange,
    /// The view over time.
    pub time: Option<Time>,
    /// What is only known as a range.
    pub uncertainty: Option<Uncertainty>,
}

fields! {
    Scenario {
        schema = "schema",
        title = "title",
        labels = "labels",
        decision = "decision",
        volume = "volume",
        options = "options",
        range = "range",
        time = "time",
        uncertainty = "uncertainty",
    }
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
    ranges::check(read_fields(json)?)
}

fn read_fields(json: &Json) -> Result<Scenario, Problems> {
    let mut problems = Problems::default();
    match Scenario::read(json, &At::Top, &mut problems) {
        Some(scenario) if problems.0.is_empty() => Ok(scenario),
        _ => Err(problems),
    }
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

impl FromJson for SchemaVersion {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        match json {
            Json::Number(number) if *number == f64::from(SCHEMA) => Some(Self),
            Json::Number(_) => {
                at.refuse(problems, ProblemKind::UnsupportedSchema, text::problem::unsupported_schema(SCHEMA))
            }
            other => at.wrong_type(problems, other, "a number"),
        }
    }

    fn absent(_: &At<'_>, _: &mut Problems) -> Option<Self> {
        Some(Self)
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

        impl FromJson for $name {
            fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
                match json {
                    Json::Text(text) if text.chars().count() <= $max => Some(Self(text.clone())),
                    Json::Text(_) => at.refuse(problems, ProblemKind::TooLarge, text::problem::text_too_long($max)),
                    other => at.wrong_type(problems, other, "text"),
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
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Labels {
    /// Code of the currency, for example `USD`.
    pub currency: Label,
    /// What one unit of volume is: prediction, call, user … in the singular (I27).
    pub unit: Label,
}

impl FromJson for Labels {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let given = LabelsGiven::read(json, at, problems)?;
        let blank = Self::default();
        Some(Self { currency: given.currency.unwrap_or(blank.currency), unit: given.unit.unwrap_or(blank.unit) })
    }

    fn absent(_: &At<'_>, _: &mut Problems) -> Option<Self> {
        Some(Self::default())
    }
}

/// The labels that are given; the others keep their default.
struct LabelsGiven {
    currency: Option<Label>,
    unit: Option<Label>,
}

fields! {
    LabelsGiven {
        currency = "currency",
        unit = "unit",
    }
}

impl Default for Labels {
    fn default() -> Self {
        Self { currency: Label::new("USD"), unit: Label::new("prediction") }
    }
}

/// Why the decision is looked at (W1 to W5).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
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

words! {
    Purpose default Self::default(), {
        "new" => New,
        "migrate" => Migrate,
        "review" => Review,
        "cost" => Cost,
        "vendorRisk" => VendorRisk,
    }
}

/// How much the AI sets the product apart (F1 to F3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Differentiation {
    /// The same for everybody (F1).
    Commodity,
    /// Fitted to a domain (F2).
    Adapted,
    /// What customers choose the product for (F3).
    Core,
}

words! {
    Differentiation {
        "commodity" => Commodity,
        "adapted" => Adapted,
        "core" => Core,
    }
}

/// Answers about the product, the data, the team and the time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Answers {
    /// Why the decision is looked at (W1 to W5).
    pub purpose: Purpose,
    /// Questions that come before the framework (N1 to N3).
    pub gates: Gates,
    /// How much the AI sets the product apart (F).
    pub differentiation: Option<Differentiation>,
    /// The data at hand (D).
    pub data: Data,
    /// The people (E).
    pub team: Team,
    /// Weeks until it must be in production (L).
    pub deadline_weeks: Option<Weeks>,
    /// Whether anyone is known to want it (P1, M2).
    pub demand_validated: Option<bool>,
    /// The tree's questions, where the user answers them directly (T1 to T4).
    pub answers: TreeAnswers,
    /// Conditions for training from scratch that nothing else asks (Q3b).
    pub custom_conditions: CustomConditions,
    /// Habits that keep later moves open (P2 to P6, M8).
    pub practices: Practices,
    /// The user's own choice, where it differs.
    pub chosen: Option<Approach>,
    /// The reason for it.
    pub chosen_because: Option<LongText>,
    /// The day of the decision, from which the review is counted (M7).
    pub decided_on: Option<IsoDate>,
    /// How good the model is, and how good it has to be (M5).
    pub accuracy: Accuracy,
    /// What has happened at the vendor (M9).
    pub vendor_events: VendorEvents,
    /// Fine-tuning was ruled out as too hard (P4).
    pub tuning_too_hard: Option<bool>,
    /// The API is given documents of one's own to answer from: an addition, not in the article (I37).
    pub retrieval: Option<bool>,
    /// Make-buy-ally answers (X4).
    pub partner: Option<Partner>,
    /// Stages on a Wardley map (X3).
    pub wardley: Option<Wardley>,
}

fields! {
    Answers default Self::default(), {
        purpose = "purpose",
        gates = "gates",
        differentiation = "differentiation",
        data = "data",
        team = "team",
        deadline_weeks = "deadlineWeeks",
        demand_validated = "demandValidated",
        answers = "answers",
        custom_conditions = "customConditions",
        practices = "practices",
        chosen = "chosen",
        chosen_because = "chosenBecause",
        decided_on = "decidedOn",
        accuracy = "accuracy",
        vendor_events = "vendorEvents",
        tuning_too_hard = "tuningTooHard",
        retrieval = "retrieval",
        partner = "partner",
        wardley = "wardley",
    }
}

/// Questions that come before the framework (N1 to N3).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Gates {
    /// Whether AI can do the task at all is still open (N2).
    pub feasibility_unproven: Option<bool>,
    /// The approach is already fixed from outside (N1).
    pub imposed: Option<Imposed>,
    /// Too small to need a framework (N3).
    pub trivial: Option<bool>,
    /// Go on although a gate says stop.
    pub continue_anyway: Option<bool>,
}

fields! {
    Gates default Self::default(), {
        feasibility_unproven = "feasibilityUnproven",
        imposed = "imposed",
        trivial = "trivial",
        continue_anyway = "continueAnyway",
    }
}

/// What regulation or a partnership allows (N1).
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Imposed {
    /// The approaches that remain.
    #[schemars(length(min = 1))]
    pub allowed: Vec<Approach>,
    /// Who says so.
    pub reason: Option<ShortText>,
}

fields! {
    Imposed {
        allowed = "allowed",
        reason = "reason",
    } check something_allowed
}

fn something_allowed(imposed: &Imposed, at: &At<'_>, problems: &mut Problems) {
    if imposed.allowed.is_empty() {
        let _: Option<()> = at.key("allowed").refuse(problems, ProblemKind::Conflict, text::problem::NOTHING_ALLOWED);
    }
}

/// The data at hand (D1 to D5).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Data {
    /// Labelled examples of one's own.
    pub examples: Option<Examples>,
    /// The task is the same everywhere (D1).
    pub generic_task: Option<bool>,
    /// Nobody else can get this data, and it matters (D5).
    pub moat: Option<bool>,
    /// Clean and labelled already (L2).
    pub ready: Option<bool>,
    /// Examples that arrive per month (M3).
    pub collected_per_month: Option<Examples>,
}

fields! {
    Data default Self::default(), {
        examples = "examples",
        generic_task = "genericTask",
        moat = "moat",
        ready = "ready",
        collected_per_month = "collectedPerMonth",
    }
}

/// The people (E1 to E4).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Team {
    /// ML engineers on board.
    pub ml_engineers: Option<Engineers>,
    /// Infrastructure for training and serving (E3).
    pub infrastructure: Option<bool>,
    /// Researchers who design architectures (E4).
    pub research_team: Option<bool>,
    /// A budget for large training runs (E4).
    pub compute_budget: Option<bool>,
    /// Somebody owns evaluation and data quality, so that a managed tuning service counts (I02).
    pub managed_service_owner: Option<bool>,
    /// Why a managed service counts, for the record (I02).
    pub managed_service_reason: Option<ShortText>,
    /// Weeks until missing people are on board (I15).
    pub hiring_lag_weeks: Option<Weeks>,
}

fields! {
    Team default Self::default(), {
        ml_engineers = "mlEngineers",
        infrastructure = "infrastructure",
        research_team = "researchTeam",
        compute_budget = "computeBudget",
        managed_service_owner = "managedServiceOwner",
        managed_service_reason = "managedServiceReason",
        hiring_lag_weeks = "hiringLagWeeks",
    }
}

/// The tree's questions, where the user answers them directly; blank means what the levels imply (I03, I05).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TreeAnswers {
    /// T1.
    pub core_differentiator: Option<bool>,
    /// T2.
    pub significant_data: Option<bool>,
    /// T3.
    pub ml_expertise: Option<bool>,
    /// T4.
    pub novel_architecture: Option<bool>,
}

fields! {
    TreeAnswers default Self::default(), {
        core_differentiator = "coreDifferentiator",
        significant_data = "significantData",
        ml_expertise = "mlExpertise",
        novel_architecture = "novelArchitecture",
    }
}

/// Conditions for training from scratch that nothing else asks (Q3b, I18).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CustomConditions {
    /// No foundation model is good enough.
    pub no_foundation_model: Option<bool>,
    /// The task is highly specialised.
    pub specialised_task: Option<bool>,
    /// Infrastructure that carries an effort of many months.
    pub multi_month_infrastructure: Option<bool>,
}

fields! {
    CustomConditions default Self::default(), {
        no_foundation_model = "noFoundationModel",
        specialised_task = "specialisedTask",
        multi_month_infrastructure = "multiMonthInfrastructure",
    }
}

/// Habits that keep later moves open (P2 to P6, M8).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Practices {
    /// The provider sits behind an interface of one's own (RM1).
    pub abstraction_layer: Option<bool>,
    /// A second provider is ready (RM2).
    pub fallback_provider: Option<bool>,
    /// Providers that are integrated; one ties the product down (P2).
    pub providers_integrated: Option<Providers>,
    /// Contract terms cover price, changes and data (RM3).
    pub contract_terms: Option<bool>,
    /// Use is logged so that it can become examples (P3).
    pub logging: Option<bool>,
    /// Users have agreed to that (P3).
    pub consent: Option<bool>,
    /// The AI part can be swapped (P6).
    pub clean_interface: Option<bool>,
    /// Somebody watches the model in production (P5).
    pub monitoring_owner: Option<bool>,
    /// Retraining is in the budget (P5).
    pub retraining_budget: Option<bool>,
    /// When the decision is looked at again (W3, M7).
    pub review_date: Option<IsoDate>,
}

fields! {
    Practices default Self::default(), {
        abstraction_layer = "abstractionLayer",
        fallback_provider = "fallbackProvider",
        providers_integrated = "providersIntegrated",
        contract_terms = "contractTerms",
        logging = "logging",
        consent = "consent",
        clean_interface = "cleanInterface",
        monitoring_owner = "monitoringOwner",
        retraining_budget = "retrainingBudget",
        review_date = "reviewDate",
    }
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
        let days = date::days_in(i64::from(year), i64::from(month));
        (parts.next().is_none() && i64::from(day) <= days).then(|| Self(text.to_owned()))
    }
}

impl Default for IsoDate {
    fn default() -> Self {
        Self("1970-01-01".to_owned())
    }
}

impl FromJson for IsoDate {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let Json::Text(text) = json else { return at.wrong_type(problems, json, "text") };
        Self::new(text).or_else(|| at.refuse(problems, ProblemKind::UnknownValue, text::problem::NOT_A_DATE))
    }
}

/// How much is used, in units of `labels.unit`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Volume {
    /// Units per month.
    pub per_month: Option<UnitsPerMonth>,
    /// Relative growth per month.
    pub growth_per_month: Option<ChangePerMonth>,
}

fields! {
    Volume default Self::default(), {
        per_month = "perMonth",
        growth_per_month = "growthPerMonth",
    }
}

/// How far the volume axis goes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct VolumeRange {
    /// End of the axis; blank: chosen from the crossings.
    pub max_volume: Option<UnitsPerMonth>,
}

fields! {
    VolumeRange default Self::default(), {
        max_volume = "maxVolume",
    }
}

/// The view over time (part 5.5), in cash.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Time {
    /// How far ahead; blank: 36 months.
    pub horizon_months: Option<HorizonMonths>,
    /// Discount rate; blank: none.
    pub discount_rate_per_year: Option<RatePerYear>,
    /// Paid once when moving from one option to another; blank: nothing.
    pub migration_cost: Option<Money>,
    /// Months in which old and new run side by side and are both paid; blank: none.
    pub dual_running_months: Option<Months>,
    /// What each month of delay costs; blank: delay is not counted.
    pub cost_of_delay_per_month: Option<MoneyPerMonth>,
    /// What is spent already and does not come back. It is shown and enters no figure.
    pub already_spent: AlreadySpent,
}

fields! {
    Time default Self::default(), {
        horizon_months = "horizonMonths",
        discount_rate_per_year = "discountRatePerYear",
        migration_cost = "migrationCost",
        dual_running_months = "dualRunningMonths",
        cost_of_delay_per_month = "costOfDelayPerMonth",
        already_spent = "alreadySpent",
    }
}

/// Sunk cost of each option (part 5.5).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AlreadySpent {
    /// On the API.
    pub api: Option<Money>,
    /// On a fine-tuned model.
    pub fine_tune: Option<Money>,
    /// On a model from scratch.
    pub custom: Option<Money>,
    /// On an open model.
    pub open_model: Option<Money>,
    /// On a partner.
    pub ally: Option<Money>,
}

fields! {
    AlreadySpent default Self::default(), {
        api = "api",
        fine_tune = "fineTune",
        custom = "custom",
        open_model = "openModel",
        ally = "ally",
    }
}

impl AlreadySpent {
    /// What is spent on one option.
    #[must_use]
    pub fn get(&self, option: OptionId) -> Option<Money> {
        match option {
            OptionId::Api => self.api,
            OptionId::FineTune => self.fine_tune,
            OptionId::Custom => self.custom,
            OptionId::OpenModel => self.open_model,
            OptionId::Ally => self.ally,
        }
    }
}

/// What is only known as a range (part 5.6).
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Uncertainty {
    /// Random draws; blank: 10,000 (ours).
    pub samples: Option<Samples>,
    /// Where they start; blank: 1 (ours).
    pub seed: Option<Seed>,
    /// The range of a number, by the number's path.
    pub ranges: Named<Spread>,
    /// Links between two of them.
    pub correlations: Vec<Link>,
    /// Three volumes at which regrets are compared; blank: the range's, or a tenth, once and ten times the volume (ours).
    #[schemars(length(equal = 3))]
    pub regret_volumes: Option<Vec<UnitsPerMonth>>,
}

fields! {
    Uncertainty default Self::default(), {
        samples = "samples",
        seed = "seed",
        ranges = "ranges",
        correlations = "correlations",
        regret_volumes = "regretVolumes",
    } check three_volumes
}

fn three_volumes(uncertainty: &Uncertainty, at: &At<'_>, problems: &mut Problems) {
    if uncertainty.regret_volumes.as_ref().is_some_and(|volumes| volumes.len() != 3) {
        let _: Option<()> =
            at.key("regretVolumes").refuse(problems, ProblemKind::Conflict, text::problem::list_length(3));
    }
}

/// A range and its shape.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "camelCase")]
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
    /// What is wrong with the order of its numbers.
    fn disorder(&self) -> Option<&'static str> {
        match self {
            Spread::Lognormal { p10, .. } if p10.get() <= 0.0 => Some(text::problem::STARTS_ABOVE_ZERO),
            Spread::Lognormal { p10, p90 } => (p10 > p90).then_some(text::problem::TENTHS_RISE),
            Spread::Pert { min, mode, .. } | Spread::Triangular { min, mode, .. } if min > mode => {
                Some(text::problem::LOWEST_LIKELIEST)
            }
            Spread::Pert { mode, max, .. } | Spread::Triangular { mode, max, .. } => {
                (mode > max).then_some(text::problem::LIKELIEST_HIGHEST)
            }
            Spread::Uniform { min, max } => (min > max).then_some(text::problem::LOWEST_HIGHEST),
        }
    }

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

impl FromJson for Spread {
    fn read(json: &Json, at: &At<'_>, problems: &mut Problems) -> Option<Self> {
        let pairs = object(json, at, problems)?;
        let names: &[(&str, &[&str])] = &[
            ("lognormal", &["kind", "p10", "p90"]),
            ("pert", &["kind", "min", "mode", "max"]),
            ("triangular", &["kind", "min", "mode", "max"]),
            ("uniform", &["kind", "min", "max"]),
        ];
        let here = at.key("kind");
        let Some((_, kind)) = pairs.iter().find(|(key, _)| key == "kind") else {
            return here.refuse(problems, ProblemKind::Missing, text::problem::missing("kind"));
        };
        let choices: Vec<(&str, usize)> = names.iter().enumerate().map(|(place, (name, _))| (*name, place)).collect();
        let place = word(kind, &choices, &here, problems)?;
        let (_, keys) = names.get(place)?;
        crate::reader::known(json, keys, at, problems)?;
        let mut end = |key: &str| field::<Bound>(pairs, key, at, problems);
        let spread = match place {
            0 => Spread::Lognormal { p10: end("p10")?, p90: end("p90")? },
            1 => Spread::Pert { min: end("min")?, mode: end("mode")?, max: end("max")? },
            2 => Spread::Triangular { min: end("min")?, mode: end("mode")?, max: end("max")? },
            _ => Spread::Uniform { min: end("min")?, max: end("max")? },
        };
        match spread.disorder() {
            None => Some(spread),
            Some(wrong) => at.refuse(problems, ProblemKind::Conflict, wrong),
        }
    }
}

/// Two inputs that move together.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// Path of one.
    pub a: ShortText,
    /// Path of the other.
    pub b: ShortText,
    /// Rank correlation (Spearman).
    pub spearman: Correlation,
}

fields! {
    Link {
        a = "a",
        b = "b",
        spearman = "spearman",
    }
}
