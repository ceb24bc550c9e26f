//! Questions, their choices and their help.

use crate::decision::RuleId;
use crate::form::question::{Choice, Group, PURPOSES, Question};

use super::rule::words;

/// Heading of a group of questions.
#[must_use]
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Differentiation => "Differentiation",
        Group::Data => "Data",
        Group::Expertise => "Expertise",
        Group::Timeline => "Timeline",
        Group::Gates => "Three things to rule out first",
        Group::Purpose => super::practice::PURPOSE,
        Group::Choice => super::practice::OWN_CHOICE,
        Group::Practices => super::practice::HABITS,
        Group::Events => super::practice::EVENTS,
    }
}

/// The question itself.
#[must_use]
pub fn question(question: Question) -> &'static str {
    match question {
        Question::Differentiation => "How special is this capability to your product?",
        Question::CoreDifferentiator => "Do customers choose the product because of it?",
        Question::Examples => "How many labelled examples of your own do you hold?",
        Question::Moat => "Is it data that no rival could get?",
        Question::DataReady => "Is the data clean and ready to train on?",
        Question::SignificantData => "Would you call your data significant for this task?",
        Question::Team => "Who works on machine learning today?",
        Question::ServiceOwner => "Does somebody own evaluation and data quality?",
        Question::NovelArchitecture => "Does the task need a new model architecture?",
        Question::NoFoundationModel => "Is there no foundation model that comes close?",
        Question::SpecialisedTask => "Is the task highly specialised?",
        Question::MultiMonthInfrastructure => "Do you have the infrastructure for an effort of many months?",
        Question::Deadline => "When must it be in production?",
        Question::DemandValidated => "Have users shown that they want it?",
        Question::FeasibilityUnproven => "Is it still open whether AI can do this at all?",
        Question::Imposed => "Does a regulation or a contract fix the approach?",
        Question::Trivial => "Is this a small convenience that nobody would miss?",
        Question::GenericTask => "Is the task the same everywhere?",
        Question::MlExpertise => "Would you say that there is ML expertise on the team?",
        Question::Purpose => super::practice::PURPOSE,
        Question::Chosen => "What do you choose?",
        Question::AbstractionLayer => "A layer of our own stands between product and provider",
        Question::FallbackProvider => "A second provider can take over",
        Question::ContractTerms => "Contract terms cover price, changes, data and availability",
        Question::Logging => "Use is logged, so that it can become examples",
        Question::Consent => "Users have agreed to that",
        Question::CleanInterface => "The AI part can be swapped without rewriting the product",
        Question::MonitoringOwner => "Somebody watches the model in production",
        Question::RetrainingBudget => "Retraining is in the budget",
        Question::TuningTooHard => "Fine-tuning was ruled out as too hard",
        Question::Retrieval => "The API answers from documents of our own",
        Question::EventLockIn => "Leaving has become a project of its own",
        Question::EventPrice => "The price or its terms have changed",
        Question::EventBehaviour => "An update has changed behaviour",
        Question::EventData => "Terms on user data have changed, or data has leaked",
        Question::EventAvailability => "Limits or an outage have hit the product",
    }
}

/// One line of help below the question; empty where it needs none.
#[must_use]
pub fn help(question: Question) -> &'static str {
    match question {
        Question::CoreDifferentiator => words(RuleId::F4),
        Question::Moat => words(RuleId::D6),
        Question::GenericTask => "Translation or plain sentiment is; reading the contracts of one trade is not.",
        Question::SignificantData => {
            "Blank follows your number of examples: yes from 1,000 on, no below 100, open between. The thresholds are ours."
        }
        Question::Team => words(RuleId::E5),
        Question::ServiceOwner => {
            "With such an owner, a managed tuning service can count as within reach of a team without ML engineers."
        }
        Question::NovelArchitecture => "Most tasks do not: an existing model, tuned, comes close enough.",
        Question::Deadline => "The time until real users have it, not the time of one training run.",
        Question::DemandValidated => words(RuleId::L5),
        _ => "",
    }
}

/// Title and help of one choice.
#[must_use]
pub fn choice(question: Question, choice: Choice) -> (&'static str, &'static str) {
    match (question, choice) {
        (Question::Differentiation, Choice::Nth(0)) => (
            "Commodity",
            "Translation, plain sentiment, simple text labels, speech to text, standard image classes, spell check, OCR",
        ),
        (Question::Differentiation, Choice::Nth(1)) => (
            "Adapted to a domain",
            "Classifying legal, medical or financial text, tailored recommendations, specialised writing",
        ),
        (Question::Differentiation, Choice::Nth(2)) => (
            "Core of the product",
            "A ranking of your own such as web search, an image style of your own, forecasts (of the weather, say) from data only you have",
        ),
        (Question::Examples, Choice::Nth(0)) => ("None, or a handful", "Fewer than 100"),
        (Question::Examples, Choice::Nth(1)) => ("Hundreds", "100 to 999"),
        (Question::Examples, Choice::Nth(2)) => ("Thousands", "1,000 to 99,999"),
        (Question::Examples, Choice::Nth(3)) => ("Hundreds of thousands or more", "100,000 and up"),
        (Question::Team, Choice::Nth(0)) => ("No ML engineers", "Software engineers who call an API"),
        (Question::Team, Choice::Nth(1)) => {
            ("One to four ML engineers", "Without training infrastructure of their own")
        }
        (Question::Team, Choice::Nth(2)) => ("An ML team", "Five or more engineers, with infrastructure"),
        (Question::Team, Choice::Nth(3)) => ("A research team", "Researchers with a budget for large training runs"),
        (Question::Deadline, Choice::Nth(0)) => ("Within 4 weeks", ""),
        (Question::Deadline, Choice::Nth(1)) => ("In 1 to 3 months", ""),
        (Question::Deadline, Choice::Nth(2)) => ("In 3 to 6 months", ""),
        (Question::Deadline, Choice::Nth(3)) => ("In 6 to 12 months, or later", ""),
        (Question::NovelArchitecture, Choice::Yes) => ("Yes", "Nothing that exists fits the task"),
        (Question::NovelArchitecture, Choice::No) => ("No", "An existing model gets close"),
        (Question::FeasibilityUnproven, Choice::Yes) => {
            ("Yes, it is open", "Run a feasibility spike first, then come back")
        }
        (Question::FeasibilityUnproven, Choice::No) => ("No, it can", ""),
        (Question::Imposed, Choice::Nth(0)) => ("No", ""),
        (Question::Imposed, Choice::Nth(1)) => ("Yes: it must run on our own premises", "No third-party API"),
        (Question::Imposed, Choice::Nth(2)) => ("Yes: a named vendor is required", "Its API, and nothing else"),
        (Question::Imposed, Choice::Nth(3)) => ("Yes, something else", "Say which approaches remain"),
        (Question::Purpose, Choice::Nth(place)) => {
            (PURPOSES.get(place).map_or("", |known| super::practice::purpose(*known)), "")
        }
        (Question::Chosen, Choice::Nth(0)) => ("What is suggested", ""),
        (Question::Chosen, Choice::Nth(1)) => ("API", ""),
        (Question::Chosen, Choice::Nth(2)) => ("Fine-tune", ""),
        (Question::Chosen, Choice::Nth(3)) => ("From scratch", ""),
        (Question::Trivial, Choice::Yes) => {
            ("Yes", "Spell-checking one field, say. Use an API and move on: not everything needs a framework")
        }
        (Question::Trivial, Choice::No) => ("No", ""),
        (_, Choice::Yes) => ("Yes", ""),
        (_, Choice::No) => ("No", ""),
        (Question::CoreDifferentiator | Question::SignificantData | Question::MlExpertise, Choice::Unknown) => {
            ("As my other answers imply", "Stays open where they imply nothing")
        }
        (_, Choice::Unknown | Choice::Nth(_)) => ("Don’t know", ""),
    }
}

/// An answer that follows from others.
#[must_use]
pub fn implied(answer: Option<bool>) -> &'static str {
    match answer {
        Some(true) => "Yes, as your other answers imply",
        Some(false) => "No, as your other answers imply",
        None => "Open",
    }
}
