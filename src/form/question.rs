//! The questions that the page asks, in the article's order, and what each choice writes into the scenario.
//!
//! A choice is a list of values at paths, so that an answer goes through the same parser as everything else. The words
//! are in `text::question`.

use crate::json::Json;
use crate::scenario::{Differentiation, Scenario};
use crate::units::Quantity;

/// Groups of questions: what comes first, then the article's factors.
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
}

impl Group {
    /// In the order of the page.
    pub const ALL: [Self; 5] = [Self::Differentiation, Self::Data, Self::Expertise, Self::Timeline, Self::Gates];

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
    pub const ALL: [Self; 17] = [
        Self::Differentiation,
        Self::CoreDifferentiator,
        Self::Examples,
        Self::Moat,
        Self::DataReady,
        Self::SignificantData,
        Self::Team,
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
    ];

    /// The group it stands in.
    #[must_use]
    pub fn group(self) -> Group {
        match self {
            Self::Differentiation | Self::CoreDifferentiator => Group::Differentiation,
            Self::Examples | Self::Moat | Self::DataReady | Self::SignificantData => Group::Data,
            Self::Team
            | Self::ServiceOwner
            | Self::NovelArchitecture
            | Self::NoFoundationModel
            | Self::SpecialisedTask
            | Self::MultiMonthInfrastructure => Group::Expertise,
            Self::Deadline | Self::DemandValidated => Group::Timeline,
            Self::FeasibilityUnproven | Self::Imposed | Self::Trivial => Group::Gates,
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
            Self::Imposed => &[Nth(0), Nth(1), Nth(2)],
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
                Some(imposed) if imposed.allowed.contains(&crate::approach::Approach::Api) => Choice::Nth(2),
                Some(_) => Choice::Nth(1),
            },
            Self::Trivial => yes_no(Some(answers.gates.trivial == Some(true))),
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
                let allowed = |names: &[&str]| Json::Object(vec![("allowed".to_owned(), Json::List(words(names)))]);
                nth("decision.gates.imposed", &[Json::Null, allowed(&["fineTune", "custom"]), allowed(&["api"])])
            }
            Self::Trivial => flag("decision.gates.trivial"),
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
