//! The questions that the page asks, in the article's order, and what each choice writes into the scenario.
//!
//! A choice is a list of values at paths, so that an answer goes through the same parser as everything else. The words
//! are in `text::question`.

use crate::approach::Approach;
use crate::json::Json;
use crate::scenario::{Answers, Differentiation, Purpose, Scenario};
use crate::units::Quantity;

/// The purposes in the order of W1 to W5.
pub const PURPOSES: [Purpose; 5] =
    [Purpose::New, Purpose::Migrate, Purpose::Review, Purpose::Cost, Purpose::VendorRisk];

/// Groups of questions: what is ruled out first (I24), then the article's factors; the other groups stand elsewhere on the
/// page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Factor 1 (F).
    Differentiation,
    /// Factor 2 (D).
    Data,
    /// Factor 3 (E).
    Expertise,
    /// Factor 4 (L).
    Timeline,
    /// Questions that can end the matter at once (N).
    Gates,
    /// What brings the reader here (W).
    Purpose,
    /// The reader's own choice, beside what is suggested.
    Choice,
    /// Habits that keep later moves open (P, RM, M8).
    Practices,
    /// What has happened at the vendor (M9).
    Events,
}

impl Group {
    /// The five that are answered first, in the order of the page.
    pub const ASKED: [Self; 5] = [Self::Gates, Self::Differentiation, Self::Data, Self::Expertise, Self::Timeline];

    /// The group's questions that make sense for this scenario.
    pub fn questions(self, scenario: &Scenario) -> impl Iterator<Item = Question> {
        Question::ALL.into_iter().filter(move |question| question.group() == self && question.makes_sense(scenario))
    }
}

/// A question with a few choices.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Question {
    /// How much the AI sets the product apart (F).
    Differentiation,
    /// T1.
    CoreDifferentiator,
    /// How many examples there are (D).
    Examples,
    /// Whether nobody else can get the data (D5).
    Moat,
    /// Whether the data is ready (L2).
    DataReady,
    /// T2.
    SignificantData,
    /// Who is on the team (E).
    Team,
    /// Whether somebody owns evaluation and data quality (I02).
    ServiceOwner,
    /// T4.
    NovelArchitecture,
    /// Q3b: no foundation model is good enough.
    NoFoundationModel,
    /// Q3b: the task is highly specialised.
    SpecialisedTask,
    /// Q3b: infrastructure for an effort of many months.
    MultiMonthInfrastructure,
    /// When it must be in production (L).
    Deadline,
    /// Whether anyone wants it (P1).
    DemandValidated,
    /// N2.
    FeasibilityUnproven,
    /// N1.
    Imposed,
    /// N3.
    Trivial,
    /// Whether the task is the same everywhere (D1, Q1).
    GenericTask,
    /// T3, where the team's row does not settle it.
    MlExpertise,
    /// W1 to W5.
    Purpose,
    /// What the reader chooses.
    Chosen,
    /// RM1, P2, M8.
    AbstractionLayer,
    /// RM2, P2.
    FallbackProvider,
    /// RM3.
    ContractTerms,
    /// P3, M8.
    Logging,
    /// P3, M8.
    Consent,
    /// P6, M8.
    CleanInterface,
    /// P5.
    MonitoringOwner,
    /// P5.
    RetrainingBudget,
    /// P4.
    TuningTooHard,
    /// Answers from the reader's own documents: an addition (I37).
    Retrieval,
    /// R1 has happened.
    EventLockIn,
    /// R2 has happened.
    EventPrice,
    /// R3 has happened.
    EventBehaviour,
    /// R4 has happened.
    EventData,
    /// R5 has happened.
    EventAvailability,
}

/// What a choice stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Choice {
    /// The choice with this number, from the first.
    Nth(usize),
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not known; for a question of the tree: whatever the other answers imply.
    Unknown,
}

/// A value to be put at a path.
pub type Write = (&'static str, Json);

impl Question {
    /// Every question, in the order of the page.
    pub const ALL: [Self; 36] = [
        Self::Differentiation,
        Self::CoreDifferentiator,
        Self::GenericTask,
        Self::Examples,
        Self::Moat,
        Self::DataReady,
        Self::SignificantData,
        Self::Team,
        Self::MlExpertise,
        Self::ServiceOwner,
        Self::NovelArchitecture,
        Self::NoFoundationModel,
        Self::SpecialisedTask,
        Self::MultiMonthInfrastructure,
        Self::Deadline,
        Self::DemandValidated,
        Self::FeasibilityUnproven,
        Self::Imposed,
        Self::Trivial,
        Self::Purpose,
        Self::Chosen,
        Self::AbstractionLayer,
        Self::FallbackProvider,
        Self::ContractTerms,
        Self::Logging,
        Self::Consent,
        Self::CleanInterface,
        Self::MonitoringOwner,
        Self::RetrainingBudget,
        Self::TuningTooHard,
        Self::Retrieval,
        Self::EventLockIn,
        Self::EventPrice,
        Self::EventBehaviour,
        Self::EventData,
        Self::EventAvailability,
    ];

    /// The questions that the answers to T1 to T4 are taken from, in the order of the tree.
    pub const STEERING: [Self; 7] = [
        Self::Differentiation,
        Self::CoreDifferentiator,
        Self::Examples,
        Self::SignificantData,
        Self::Team,
        Self::MlExpertise,
        Self::NovelArchitecture,
    ];

    /// The group it stands in.
    #[must_use]
    pub fn group(self) -> Group {
        match self {
            Self::Differentiation | Self::CoreDifferentiator => Group::Differentiation,
            Self::GenericTask | Self::Examples | Self::Moat | Self::DataReady | Self::SignificantData => Group::Data,
            Self::Team
            | Self::MlExpertise
            | Self::ServiceOwner
            | Self::NovelArchitecture
            | Self::NoFoundationModel
            | Self::SpecialisedTask
            | Self::MultiMonthInfrastructure => Group::Expertise,
            Self::Deadline | Self::DemandValidated => Group::Timeline,
            Self::FeasibilityUnproven | Self::Imposed | Self::Trivial => Group::Gates,
            Self::Purpose => Group::Purpose,
            Self::Chosen => Group::Choice,
            Self::EventLockIn | Self::EventPrice | Self::EventBehaviour | Self::EventData | Self::EventAvailability => {
                Group::Events
            }
            _ => Group::Practices,
        }
    }

    /// Conditions for training from scratch are asked only where that is in sight (I18), the owner of a managed service
    /// only where there are no engineers (I02).
    #[must_use]
    pub fn makes_sense(self, scenario: &Scenario) -> bool {
        let answers = &scenario.decision;
        match self {
            Self::NoFoundationModel | Self::SpecialisedTask | Self::MultiMonthInfrastructure => {
                answers.answers.novel_architecture == Some(true)
            }
            Self::ServiceOwner => answers.team.ml_engineers.is_some_and(|engineers| engineers.get() == 0.0),
            // Where the team's row settles it, the question would only ask the same again.
            Self::MlExpertise => {
                let placed = answers.team.ml_engineers.is_some() || answers.team.research_team == Some(true);
                !placed || answers.answers.ml_expertise.is_some()
            }
            _ => true,
        }
    }

    /// The choices, in order; *don't know* comes last.
    #[must_use]
    pub fn choices(self) -> &'static [Choice] {
        use Choice::{No, Nth, Unknown, Yes};
        match self {
            Self::Differentiation => &[Nth(0), Nth(1), Nth(2), Unknown],
            Self::Examples | Self::Team => &[Nth(0), Nth(1), Nth(2), Nth(3), Unknown],
            Self::Deadline => &[Nth(0), Nth(1), Nth(2), Nth(3), Unknown],
            Self::Imposed | Self::Chosen => &[Nth(0), Nth(1), Nth(2), Nth(3)],
            Self::Purpose => &[Nth(0), Nth(1), Nth(2), Nth(3), Nth(4)],
            Self::FeasibilityUnproven | Self::Trivial => &[No, Yes],
            _ => &[Yes, No, Unknown],
        }
    }

    /// The choice that the scenario stands at.
    #[must_use]
    pub fn answer(self, scenario: &Scenario) -> Choice {
        let answers = &scenario.decision;
        let yes_no = |answer: Option<bool>| match answer {
            Some(true) => Choice::Yes,
            Some(false) => Choice::No,
            None => Choice::Unknown,
        };
        let among = |value: Option<f64>, lows: &[f64]| match value {
            Some(value) => Choice::Nth(lows.iter().filter(|low| value > **low).count()),
            None => Choice::Unknown,
        };
        match self {
            Self::Differentiation => match answers.differentiation {
                Some(Differentiation::Commodity) => Choice::Nth(0),
                Some(Differentiation::Adapted) => Choice::Nth(1),
                Some(Differentiation::Core) => Choice::Nth(2),
                None => Choice::Unknown,
            },
            Self::CoreDifferentiator => yes_no(answers.answers.core_differentiator),
            Self::Examples => among(answers.data.examples.map(Quantity::get), &[99.0, 999.0, 99_999.0]),
            Self::Moat => yes_no(answers.data.moat),
            Self::DataReady => yes_no(answers.data.ready),
            Self::SignificantData => yes_no(answers.answers.significant_data),
            Self::Team => {
                let team = &answers.team;
                match team.ml_engineers.map(Quantity::get) {
                    _ if team.research_team == Some(true) => Choice::Nth(3),
                    Some(0.0) => Choice::Nth(0),
                    Some(engineers) if engineers >= 5.0 && team.infrastructure == Some(true) => Choice::Nth(2),
                    Some(_) => Choice::Nth(1),
                    None => Choice::Unknown,
                }
            }
            Self::ServiceOwner => yes_no(answers.team.managed_service_owner),
            Self::NovelArchitecture => yes_no(answers.answers.novel_architecture),
            Self::NoFoundationModel => yes_no(answers.custom_conditions.no_foundation_model),
            Self::SpecialisedTask => yes_no(answers.custom_conditions.specialised_task),
            Self::MultiMonthInfrastructure => yes_no(answers.custom_conditions.multi_month_infrastructure),
            Self::Deadline => among(answers.deadline_weeks.map(Quantity::get), &[4.0, 13.0, 26.0]),
            Self::DemandValidated => yes_no(answers.demand_validated),
            Self::FeasibilityUnproven => yes_no(Some(answers.gates.feasibility_unproven == Some(true))),
            Self::Imposed => match &answers.gates.imposed {
                None => Choice::Nth(0),
                Some(imposed) => match imposed.allowed.as_slice() {
                    [Approach::FineTune, Approach::Custom] => Choice::Nth(1),
                    [Approach::Api] => Choice::Nth(2),
                    _ => Choice::Nth(3),
                },
            },
            Self::Trivial => yes_no(Some(answers.gates.trivial == Some(true))),
            Self::GenericTask => yes_no(answers.data.generic_task),
            Self::MlExpertise => yes_no(answers.answers.ml_expertise),
            Self::Purpose => Choice::Nth(PURPOSES.iter().position(|purpose| *purpose == answers.purpose).unwrap_or(0)),
            Self::Chosen => Choice::Nth(answers.chosen.map_or(0, |chosen| 1 + chosen as usize)),
            other => yes_no(other.habit(answers)),
        }
    }

    /// The answer to a plain yes-or-no about a habit or an event.
    fn habit(self, answers: &Answers) -> Option<bool> {
        let (practices, events) = (&answers.practices, &answers.vendor_events);
        match self {
            Self::AbstractionLayer => practices.abstraction_layer,
            Self::FallbackProvider => practices.fallback_provider,
            Self::ContractTerms => practices.contract_terms,
            Self::Logging => practices.logging,
            Self::Consent => practices.consent,
            Self::CleanInterface => practices.clean_interface,
            Self::MonitoringOwner => practices.monitoring_owner,
            Self::RetrainingBudget => practices.retraining_budget,
            Self::TuningTooHard => answers.tuning_too_hard,
            Self::Retrieval => answers.retrieval,
            Self::EventLockIn => events.lock_in,
            Self::EventPrice => events.price,
            Self::EventBehaviour => events.behaviour,
            Self::EventData => events.data,
            Self::EventAvailability => events.availability,
            _ => None,
        }
    }

    /// What a choice writes into the scenario.
    #[must_use]
    pub fn writes(self, choice: Choice) -> Vec<Write> {
        let flag = |path| {
            let value = match choice {
                Choice::Yes => Json::Bool(true),
                Choice::No => Json::Bool(false),
                Choice::Nth(_) | Choice::Unknown => Json::Null,
            };
            vec![(path, value)]
        };
        let nth = |path, values: &[Json]| {
            let value = match choice {
                Choice::Nth(index) => values.get(index).cloned().unwrap_or_default(),
                _ => Json::Null,
            };
            vec![(path, value)]
        };
        let numbers = |path, values: &[f64]| nth(path, &values.iter().copied().map(Json::Number).collect::<Vec<_>>());
        let words = |words: &[&str]| words.iter().map(|word| Json::Text((*word).to_owned())).collect::<Vec<_>>();
        match self {
            Self::Differentiation => nth("decision.differentiation", &words(&["commodity", "adapted", "core"])),
            Self::CoreDifferentiator => flag("decision.answers.coreDifferentiator"),
            Self::Examples => numbers("decision.data.examples", &[0.0, 300.0, 3000.0, 300_000.0]),
            Self::Moat => flag("decision.data.moat"),
            Self::DataReady => flag("decision.data.ready"),
            Self::SignificantData => flag("decision.answers.significantData"),
            Self::Team => {
                let (engineers, infrastructure, research) = match choice {
                    Choice::Nth(0) => (Json::Number(0.0), Json::Bool(false), Json::Bool(false)),
                    Choice::Nth(1) => (Json::Number(2.0), Json::Bool(false), Json::Bool(false)),
                    Choice::Nth(2) => (Json::Number(5.0), Json::Bool(true), Json::Bool(false)),
                    Choice::Nth(3) => (Json::Number(5.0), Json::Bool(true), Json::Bool(true)),
                    _ => (Json::Null, Json::Null, Json::Null),
                };
                vec![
                    ("decision.team.mlEngineers", engineers),
                    ("decision.team.infrastructure", infrastructure),
                    ("decision.team.researchTeam", research.clone()),
                    ("decision.team.computeBudget", research),
                ]
            }
            Self::ServiceOwner => flag("decision.team.managedServiceOwner"),
            Self::NovelArchitecture => flag("decision.answers.novelArchitecture"),
            Self::NoFoundationModel => flag("decision.customConditions.noFoundationModel"),
            Self::SpecialisedTask => flag("decision.customConditions.specialisedTask"),
            Self::MultiMonthInfrastructure => flag("decision.customConditions.multiMonthInfrastructure"),
            Self::Deadline => numbers("decision.deadlineWeeks", &[3.0, 10.0, 21.0, 52.0]),
            Self::DemandValidated => flag("decision.demandValidated"),
            Self::FeasibilityUnproven => flag("decision.gates.feasibilityUnproven"),
            Self::Imposed => {
                let allowed: &[&str] = match choice {
                    Choice::Nth(1) => &["fineTune", "custom"],
                    Choice::Nth(2) => &["api"],
                    Choice::Nth(3) => &["api", "fineTune", "custom"],
                    _ => return vec![("decision.gates.imposed", Json::Null)],
                };
                // The reason stays.
                vec![("decision.gates.imposed.allowed", Json::List(words(allowed)))]
            }
            Self::Trivial => flag("decision.gates.trivial"),
            Self::GenericTask => flag("decision.data.genericTask"),
            Self::MlExpertise => flag("decision.answers.mlExpertise"),
            Self::Purpose => nth("decision.purpose", &words(&["new", "migrate", "review", "cost", "vendorRisk"])),
            Self::Chosen => {
                let mut choices = vec![Json::Null];
                choices.extend(words(&["api", "fineTune", "custom"]));
                nth("decision.chosen", &choices)
            }
            Self::AbstractionLayer => flag("decision.practices.abstractionLayer"),
            Self::FallbackProvider => flag("decision.practices.fallbackProvider"),
            Self::ContractTerms => flag("decision.practices.contractTerms"),
            Self::Logging => flag("decision.practices.logging"),
            Self::Consent => flag("decision.practices.consent"),
            Self::CleanInterface => flag("decision.practices.cleanInterface"),
            Self::MonitoringOwner => flag("decision.practices.monitoringOwner"),
            Self::RetrainingBudget => flag("decision.practices.retrainingBudget"),
            Self::TuningTooHard => flag("decision.tuningTooHard"),
            Self::Retrieval => flag("decision.retrieval"),
            Self::EventLockIn => flag("decision.vendorEvents.lockIn"),
            Self::EventPrice => flag("decision.vendorEvents.price"),
            Self::EventBehaviour => flag("decision.vendorEvents.behaviour"),
            Self::EventData => flag("decision.vendorEvents.data"),
            Self::EventAvailability => flag("decision.vendorEvents.availability"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::read;

    #[test]
    fn every_choice_is_read_back_as_itself() {
        for question in Question::ALL {
            for choice in question.choices() {
                let mut json = Json::of(&Scenario::blank());
                for (path, value) in question.writes(*choice) {
                    json.set(path, value);
                }
                let read_back = read(&json).map(|scenario| question.answer(&scenario));
                assert_eq!(read_back, Ok(*choice), "{question:?}");
            }
        }
    }
}
