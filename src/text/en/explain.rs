//! Explanations in words: counts in place of a score, unknowns by what they flip, what would change the answer, the trace.

use crate::approach::{Approach, ApproachSet, OptionId};
use crate::decision::{Aspect, AspectReading, Decision, Effect, Lever, RuleId, TraceStep, Unknown};
use crate::format::{Units, percent, plain, upper_first};
use crate::scenario::{Answers, Differentiation};
use crate::units::Quantity;

use super::{approach, doing, variant};

/// Panel.
pub const SPECTRUM: &str = "From outsourced to owned";
/// Heading of the trace.
pub const TRACE: &str = "Step by step";
/// Heading.
pub const FLIPS_TEAM: &str = "What the team can change";
/// Heading.
pub const FLIPS_FACT: &str = "What is a fact of the task";
/// Heading.
pub const FLIPS_BOTH: &str = "Both together";
/// Heading.
pub const LEVERS: &str = "The nearest number or promise that changes something";
/// No lever.
pub const NO_LEVERS: &str = "No single number or promise changes where to start or where to end up.";
/// Heading.
pub const UNKNOWNS: &str = "Open questions, and what they could still flip";
/// Column heading.
pub const COL_INPUT: &str = "Input";
/// Column heading.
pub const COL_FLIPS: &str = "Changes the result in";
/// Column heading.
pub const COL_NEAREST: &str = "Nearest change";
/// Column heading.
pub const COL_THEN: &str = "Then";
/// Column heading.
pub const COL_YOU: &str = "You";
/// A mark in the spectrum.
pub const HERE_NOW: &str = "now";
/// A mark in the spectrum.
pub const HERE_LATER: &str = "destination";
/// A mark in the spectrum.
pub const FORBIDDEN: &str = "not allowed";
/// Row heading.
pub const PULLS: &str = "Pulls: where you would like to end up";
/// Row heading.
pub const LIMITS: &str = "Limits: how far you can go now";
/// The start or the destination depends on open answers.
pub const NOT_SETTLED: &str = "Not settled yet.";
/// Nothing speaks against every result that is still possible.
pub const NOTHING_CERTAIN: &str = "Nothing yet that holds whatever the open answers turn out to be.";
/// Row without content.
pub const NO_LIMIT: &str = "no limit";
/// A cell that fits the reader’s situation.
pub const FITS: &str = "fits you";

/// A sentence about how many completions an unknown flips.
#[must_use]
pub fn flips(unknown: &Unknown) -> String {
    if unknown.of == 1 {
        return if unknown.matters { "Yes, whatever else" } else { "Never" }.to_owned();
    }
    match unknown.flips {
        0 => format!("None of {} cases", plain(unknown.of as f64)),
        flips => format!(
            "{} of {} cases ({})",
            plain(flips as f64),
            plain(unknown.of as f64),
            percent(flips as f64 / unknown.of as f64)
        ),
    }
}

/// Which of the open questions matter.
#[must_use]
pub fn unknowns(decision: &Decision) -> String {
    let all = decision.unknowns.len();
    let matter: Vec<&str> =
        decision.unknowns.iter().filter(|unknown| unknown.matters).map(|unknown| input(unknown.input)).collect();
    let open = match all {
        0 => return "Every question is answered.".to_owned(),
        1 => "1 question is open".to_owned(),
        many => format!("{many} questions are open"),
    };
    match matter.as_slice() {
        [] if all == 1 => format!("{open}. It does not matter: no answer to it changes the result."),
        [] => format!("{open}. They do not matter: no answers to them change the result."),
        [one] if all == 1 => format!("{open}, and it matters: {one}."),
        [one] => format!("{open}. Only one of them matters: {one}."),
        many => format!("{open}. What matters, most first: {}.", many.join("; ")),
    }
}

/// Beside the reasons that hold in any case: what open answers can still change; `None` where they change nothing.
#[must_use]
pub fn open(decision: &Decision) -> Option<String> {
    if decision.is_settled() {
        let leads = || format!("Whichever end of the tree it is, it leads to {}.", course(decision));
        return decision.tree.leaf.is_none().then(leads);
    }
    let matter = decision.unknowns.iter().filter(|unknown| unknown.matters);
    let most: Vec<&str> = matter.map(|unknown| input(unknown.input)).take(3).collect();
    Some(format!("{NOT_SETTLED} It depends most on: {}.", most.join("; ")))
}

/// An input of the decision within a sentence.
#[must_use]
pub fn input(path: &str) -> &str {
    match path {
        "decision.differentiation" => "how special the capability is",
        "decision.data.genericTask" => "whether the task is the same everywhere",
        "decision.data.examples" => "how many examples you hold",
        "decision.data.moat" => "whether no rival can get the data",
        "decision.data.ready" => "whether the data is ready",
        "decision.data.collectedPerMonth" => "how many examples arrive a month",
        "decision.team.mlEngineers" => "who is on the team",
        "decision.team.infrastructure" => "infrastructure for training and serving",
        "decision.team.researchTeam" => "researchers on the team",
        "decision.team.computeBudget" => "a budget for large training runs",
        "decision.team.managedServiceOwner" => "whether somebody owns evaluation and data quality",
        "decision.team.hiringLagWeeks" => "how long hiring takes",
        "decision.deadlineWeeks" => "the deadline",
        "decision.demandValidated" => "whether users want it",
        "decision.answers.coreDifferentiator" => "whether customers choose you for it",
        "decision.answers.significantData" => "whether your data is significant",
        "decision.answers.mlExpertise" => "whether there is ML expertise",
        "decision.answers.novelArchitecture" => "whether a new architecture is needed",
        "decision.customConditions.noFoundationModel" => "whether a foundation model comes close",
        "decision.customConditions.specialisedTask" => "whether the task is highly specialised",
        "decision.customConditions.multiMonthInfrastructure" => "infrastructure for many months",
        "decision.gates.imposed" | "decision.gates.imposed.allowed" => "what is allowed",
        "decision.gates.trivial" => "whether it is trivial",
        "decision.gates.feasibilityUnproven" => "whether AI can do it",
        "decision.gates.continueAnyway" => "going on past a gate",
        "decision.purpose" => "what brings you here",
        "decision.chosen" => "your own choice",
        "decision.chosenBecause" => "the reason for your choice",
        "decision.decidedOn" => "the day of the decision",
        "decision.practices.reviewDate" => "the review date",
        "decision.practices.abstractionLayer" => "a layer of your own before the provider",
        "decision.practices.fallbackProvider" => "a second provider",
        "decision.practices.providersIntegrated" => "how many providers are integrated",
        "decision.practices.contractTerms" => "contract terms",
        "decision.practices.logging" => "logging",
        "decision.practices.consent" => "consent",
        "decision.practices.cleanInterface" => "a clean interface",
        "decision.practices.monitoringOwner" => "who watches the model",
        "decision.practices.retrainingBudget" => "a budget for retraining",
        "decision.accuracy.measured" => "the measured accuracy",
        "decision.accuracy.wanted" => "the accuracy that is wanted",
        "decision.accuracy.lastGain" => "what the last retraining added",
        "decision.accuracy.smallestGain" => "the smallest gain that is worth it",
        other => other,
    }
}

/// Counts in place of a score: “4 of 5 factors name fine-tuning, 1 blocks it now, 2 inputs unknown”.
#[must_use]
pub fn counts(decision: &Decision) -> String {
    let counts = &decision.counts;
    let unknown = match counts.unknown {
        0 => String::new(),
        1 => ", 1 input unknown".to_owned(),
        many => format!(", {many} inputs unknown"),
    };
    let Some(destination) = decision.destination.approach else {
        let factors = if counts.of == 1 { "factor" } else { "factors" };
        return format!("{} {factors} known{unknown}", counts.of);
    };
    let named = *counts.naming.get(destination);
    let blocked = match *counts.blocking.get(destination) {
        0 => String::new(),
        1 => ", 1 blocks it now".to_owned(),
        many => format!(", {many} block it now"),
    };
    let verb = if named == 1 { "names" } else { "name" };
    format!("{named} of {} factors {verb} {}{blocked}{unknown}", counts.of, doing(destination))
}

/// Several approaches as alternatives.
#[must_use]
pub fn either(set: ApproachSet) -> String {
    set.iter().map(doing).collect::<Vec<_>>().join(" or ")
}

/// NOW and destination within a sentence.
#[must_use]
pub fn course(decision: &Decision) -> String {
    let (now, destination) = (decision.now.possible, decision.destination.possible);
    if now == destination {
        format!("{} to stay", either(now))
    } else {
        format!("{} now and {} later", either(now), either(destination))
    }
}

/// Which of several the task's complexity speaks for.
#[must_use]
pub fn leans(approach: Approach) -> &'static str {
    match approach {
        Approach::Custom => "leans to training from scratch: a new architecture is needed",
        _ => "leans to fine-tuning: an existing architecture will do",
    }
}

/// A limit.
#[must_use]
pub fn up_to(ceiling: Approach) -> String {
    match ceiling {
        Approach::Custom => NO_LIMIT.to_owned(),
        ceiling => format!("up to {}", doing(ceiling)),
    }
}

/// A pull.
#[must_use]
pub fn towards(set: ApproachSet) -> String {
    format!("towards {}", either(set))
}

/// The value of a lever now, and the nearest one that changes something.
#[must_use]
pub fn lever(lever: &Lever) -> String {
    let with = lever.along.map(|path| format!(", with {}", input(path))).unwrap_or_default();
    match (lever.from, lever.to) {
        (Some(from), Some(to)) => {
            let unit = match lever.input {
                "decision.data.examples" => "examples",
                "decision.deadlineWeeks" => "weeks",
                _ => "ML engineers",
            };
            format!("{} {unit} instead of {}{with}", plain(to), plain(from))
        }
        _ if lever.turned == Some(true) => "yes instead of no".to_owned(),
        _ => "no instead of yes".to_owned(),
    }
}

/// What a lever leads to.
#[must_use]
pub fn lever_leads(lever: &Lever) -> String {
    if lever.now == lever.destination {
        format!("start with {}, and stay", either(lever.now))
    } else {
        format!("start with {}, end up with {}", either(lever.now), either(lever.destination))
    }
}

/// What was said at a step of the trace.
#[must_use]
pub fn said(step: &TraceStep) -> String {
    let value = match step.value.as_str() {
        "" => return String::new(),
        "yes" => "yes",
        "no" => "no",
        "unknown" => "not known",
        "adapted" => "adapted to a domain",
        other => other,
    };
    let value = value.parse().map_or_else(|_| value.to_owned(), plain);
    let unit = match step.input {
        "decision.deadlineWeeks" => " weeks",
        "decision.data.examples" => " examples",
        "decision.team.mlEngineers" => " ML engineers",
        _ => "",
    };
    format!("{}: {value}{unit}.", upper_first(input(step.input)))
}

/// What a step of the trace does.
#[must_use]
pub fn effect(effect: &Effect) -> String {
    match effect {
        Effect::Leads { to } => {
            let ids: Vec<&str> = to.iter().map(|rule| rule.id()).collect();
            format!("Leads to {}.", ids.join(" or "))
        }
        Effect::Ends { leaf, destination } if leaf == destination => format!("Ends at: {}.", variant(*leaf)),
        Effect::Ends { leaf, destination } => format!("Ends at: {}. Later: {}.", variant(*leaf), variant(*destination)),
        Effect::CapsDestination { at } => format!("No further than {} in the end.", doing(*at)),
        Effect::CapsNow { at } => format!("No further than {} for now.", doing(*at)),
        Effect::Allows { only } => {
            let names: Vec<&str> = only.iter().map(|approach| doing(*approach)).collect();
            format!("Allowed: {}.", names.join(", "))
        }
    }
}

/// The reader’s own situation in a row of the comparison.
#[must_use]
pub fn yours(reading: &AspectReading, answers: &Answers) -> String {
    let unknown = || "not known".to_owned();
    match reading.aspect {
        Aspect::TimeToValue => answers.deadline_weeks.map_or_else(unknown, |weeks| super::answer::weeks(weeks.get())),
        Aspect::UpfrontCost | Aspect::OngoingCost => "at your numbers, where they are given".to_owned(),
        Aspect::Expertise => reading.rule.map_or_else(unknown, |row| {
            upper_first(super::practice::team_row(row)).replace("Nobody yet", "No ML engineers")
        }),
        Aspect::Differentiation => match answers.differentiation {
            Some(Differentiation::Commodity) => "Commodity".to_owned(),
            Some(Differentiation::Adapted) => "Adapted to a domain".to_owned(),
            Some(Differentiation::Core) => "Core of the product".to_owned(),
            None => unknown(),
        },
        Aspect::Data => {
            answers.data.examples.map_or_else(unknown, |examples| format!("{} examples", plain(examples.get())))
        }
        Aspect::Control => match reading.rule {
            Some(_) if reading.fits.contains(Approach::Api) => {
                "Little is needed: it only supports the product".to_owned()
            }
            Some(_) => "Customers choose you for it".to_owned(),
            None => unknown(),
        },
    }
}

/// Money in a cell of the comparison.
#[must_use]
pub fn amount(aspect: Aspect, amount: f64, units: Units<'_>) -> String {
    match aspect {
        Aspect::UpfrontCost => format!("{} once, as far as counted", units.money(amount)),
        _ => format!("{} a month at your volume", units.money(amount)),
    }
}

/// Finding of the spectrum.
#[must_use]
pub fn spectrum_finding(decision: &Decision) -> String {
    let name = |set: ApproachSet| set.iter().map(approach).collect::<Vec<_>>().join(" or ");
    format!("Now: {} · destination: {}", name(decision.now.possible), name(decision.destination.possible))
}

/// The article's formula for the cost of an option.
#[must_use]
pub fn formula(option: OptionId) -> Option<RuleId> {
    match option {
        OptionId::Api => Some(RuleId::C1),
        OptionId::FineTune => Some(RuleId::C2),
        OptionId::Custom => Some(RuleId::C3),
        OptionId::OpenModel | OptionId::Ally => None,
    }
}
