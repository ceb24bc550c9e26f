//! What each rule says, in one sentence; pitfalls, risks and gates with what to do about them.

use crate::approach::Approach;
use crate::decision::{ASPECTS, Aspect, Factor, Flag, RuleId, Severity, State, TreeQuestion, Verdict, Weight};
use crate::format::{local, lower_first};

/// A rule in a sentence or two; for a tension its title, for a line of the worked example its name, for an open point how
/// it is read here.
#[must_use]
pub fn rule(rule: RuleId) -> String {
    local(words(rule))
}

/// The same with figures as in English.
pub(super) fn words(rule: RuleId) -> &'static str {
    match rule {
        RuleId::S3 => "Most products do well to start on an API and climb only when there is a reason.",
        RuleId::AApi1 => "Days to weeks",
        RuleId::AApi2 => "About nothing",
        RuleId::AApi3 => "Per call, grows with use",
        RuleId::AApi4 => "Little: prompts and integration",
        RuleId::AApi5 => "Low: rivals can call the same one",
        RuleId::AApi6 => "None for plain use, some for good prompts",
        RuleId::AApi7 => "Low: behaviour, updates and uptime are up to the provider",
        RuleId::AFt1 => "Weeks to months",
        RuleId::AFt2 => "Moderate: compute for tuning, preparing data",
        RuleId::AFt3 => "Hosting or inference, your own or managed",
        RuleId::AFt4 => "Some: tuning, evaluation, deployment",
        RuleId::AFt5 => "Medium to high: it reflects your data",
        RuleId::AFt6 => "Hundreds to thousands of good examples from the domain",
        RuleId::AFt7 => "Some: you steer the specialisation, the base is the provider’s",
        RuleId::ACu1 => "Months to years",
        RuleId::ACu2 => "High: team, compute, getting data",
        RuleId::ACu3 => "Infrastructure, team, retraining",
        RuleId::ACu4 => "Much: engineers and researchers",
        RuleId::ACu5 => "Highest: all of it is yours",
        RuleId::ACu6 => "Thousands to millions, by difficulty",
        RuleId::ACu7 => "Full",
        RuleId::F1 => "A commodity capability suggests an API.",
        RuleId::F2 => "A capability adapted to a domain suggests fine-tuning.",
        RuleId::F3 => "A capability at the core of the product suggests training from scratch.",
        RuleId::D1 => "Without data of your own, an API is what there is.",
        RuleId::D2 => "Hundreds of examples are enough for an API with examples in the prompt, or for light tuning.",
        RuleId::D3 => "Thousands of examples suggest fine-tuning.",
        RuleId::D4 => "Hundreds of thousands of examples allow tuning or training from scratch, depending on the task.",
        RuleId::D5 => "Data that no rival can get speaks for a model of your own.",
        RuleId::E1 => "A team without ML engineers can realistically use an API only.",
        RuleId::E2 => "One or two ML engineers can tune on managed machines.",
        RuleId::E3 => "A team of five or more with infrastructure can tune or train from scratch.",
        RuleId::E4 => "A research team with a compute budget can do any of the three.",
        RuleId::L1 => "Four weeks leave time for an API only.",
        RuleId::L2 => "One to three months leave time for an API, or for tuning if the data is ready.",
        RuleId::L3 => "Three to six months leave time to collect data and tune.",
        RuleId::L4 => "Six months and more leave time to train from scratch.",
        RuleId::C6 => "What counts is the cost at the volume you aim for.",
        RuleId::T1 => "Whether customers choose the product because of it decides first.",
        RuleId::T2 => "Whether your data is significant decides second.",
        RuleId::T3 => "Whether there is ML expertise on the team decides third.",
        RuleId::T4 => "Whether the task needs a new architecture decides last.",
        RuleId::T1No => "The tree ends at an API: the capability is not what customers choose you for.",
        RuleId::T2No => "The tree ends at an API for now: collect data, so that you can tune later.",
        RuleId::T3No => "The tree ends at tuning as a managed service, which asks less of the team.",
        RuleId::T4No => "The tree ends at tuning an existing foundation model.",
        RuleId::T4Yes => "The tree ends at training from scratch: nothing that exists fits the task.",
        RuleId::N1 => "Where a regulation or partner fixes the approach, there is nothing to decide.",
        RuleId::N2 => "While it is open whether AI can do it, sourcing comes too early.",
        RuleId::N3 => "A trivial feature needs no framework.",
        RuleId::P1 => "Building before anyone has shown that they want it",
        RuleId::P2 => "Underrating how a single API ties you down",
        RuleId::P3 => "Missing the chance to collect data",
        RuleId::P4 => "Fearing fine-tuning too much",
        RuleId::P5 => "Forgetting upkeep",
        RuleId::P6 => "No way planned to the next stage",
        RuleId::R1 => "Lock-in: the more you build around one API, the dearer it is to leave",
        RuleId::R2 => "Costs climb steeply as you grow, or the price changes",
        RuleId::R3 => "An update changes behaviour without warning",
        RuleId::R4 => "User data passes through a third party",
        RuleId::R5 => "Limits and outages take your product down with them",
        RuleId::M2 => "users have shown that they want it",
        RuleId::M3 => "you hold enough labelled examples",
        RuleId::M4 => "your volume passes the point from which the next stage is cheapest",
        RuleId::M5 => "accuracy must rise, or retraining stops helping",
        RuleId::M6 => "all four conditions for training from scratch are met",
        RuleId::M7 => "the review date comes",
        RuleId::M8 => "the four habits that a change of stage needs are in place",
        RuleId::M9 => "the vendor changes price, terms or behaviour",
        RuleId::M10 => "the people it takes are on board",
        RuleId::K01 => "How special the capability is and whether customers choose you for it do not go together.",
        RuleId::K02 => "The tree and the table of data sizes name different approaches.",
        RuleId::K03 => {
            "The data is a moat, but the tree stays below a model of your own, or there are too few examples to train one from scratch."
        }
        RuleId::K04 => "The tree names an approach that the team cannot realistically carry yet.",
        RuleId::K05 => "The tree and the timeline name different approaches.",
        RuleId::K06 => "At your volume, the bill points to another approach than your answers.",
        RuleId::K07 => "Training from scratch is in sight, but not all four of its conditions are met.",
        RuleId::K08 => {
            "The task needs a new architecture and nobody on the team can build one: there may be nothing to tune. Buy, find a partner, or hire."
        }
        RuleId::K09 => "Nobody has shown yet that users want it. Start on an API until they do.",
        RuleId::K10 => {
            "Hundreds of examples are a grey zone: called significant they lead to one end of the tree, called too few to another."
        }
        RuleId::K11 => "The tables have no row for one of your inputs; the more cautious neighbour is used.",
        RuleId::K12 => "Your deadline falls on a seam of the timeline; the shorter row is used.",
        RuleId::K13 => "Hiring takes so long that the deadline falls into a shorter row.",
        RuleId::K14 => "You would start on an API, but that is not allowed here.",
        RuleId::K15 => "You went on although it is open whether AI can do this at all.",
        RuleId::K16 => {
            "A commodity has no reason to climb: the usual path towards a model of your own stops at the API here."
        }
        RuleId::K17 => "The API is quickest to start with, but not the cheapest at your volume.",
        RuleId::K18 => {
            "API and fine-tuned model cross outside the usual range of 100,000 to 1,000,000 predictions a month."
        }
        RuleId::K19 => {
            "You hold data that no rival can get, yet call the capability not decisive. The data may be worth more than the feature."
        }
        RuleId::K20 => {
            "This relies on a vendor’s tuning service. Check that it is still offered, and for how long: several were limited or closed in 2025 and 2026."
        }
        other => elsewhere(other),
    }
}

/// What only the page shows stands in `article`; other modules do without.
#[cfg(feature = "page")]
fn elsewhere(rule: RuleId) -> &'static str {
    super::article::article(rule)
}

#[cfg(not(feature = "page"))]
fn elsewhere(_: RuleId) -> &'static str {
    ""
}

/// A rule as a reason for or against the headline: where its own words are a title, the sentence behind it.
#[must_use]
pub fn reason(id: RuleId) -> String {
    match id {
        RuleId::P1 => rule(RuleId::K09),
        other => rule(other),
    }
}

/// A rule as it stands in the list of all rules, where its surroundings do not say what it is about.
#[must_use]
pub fn listed(id: RuleId) -> String {
    let cell = ASPECTS.into_iter().flat_map(|aspect| Approach::ALL.map(|approach| (aspect, approach)));
    let cell = cell.into_iter().find(|(aspect, approach)| aspect.cell(*approach) == id);
    match (cell, id) {
        (Some((about, approach)), _) => {
            format!("{}, {}: {}", super::approach(approach), lower_first(aspect(about)), rule(id))
        }
        (
            _,
            RuleId::M2
            | RuleId::M3
            | RuleId::M4
            | RuleId::M5
            | RuleId::M6
            | RuleId::M7
            | RuleId::M8
            | RuleId::M9
            | RuleId::M10,
        ) => {
            format!("Move on, or look again, when {}.", rule(id))
        }
        _ => rule(id),
    }
}

/// Names of the groups of rules, by the letters that their ids begin with.
#[must_use]
pub fn group(rule: RuleId) -> &'static str {
    let letters = rule.id().split(|letter: char| letter == '-' || letter.is_ascii_digit()).next().unwrap_or_default();
    match letters {
        "S" => "Summary",
        "H" => "Why now",
        "A" => "Seven aspects of three approaches",
        "F" => "Differentiation",
        "D" => "Data",
        "E" => "Expertise",
        "L" => "Timeline",
        "C" => "Cost",
        "T" => "Decision tree",
        "W" => "When to use it",
        "N" => "When not to",
        "P" => "Pitfalls",
        "R" => "Risks of a vendor",
        "RM" => "What helps against them",
        "M" => "Moving on",
        "X" => "Other frameworks",
        "Q" => "Questions and answers",
        "LG" => "Worked example",
        "I" => "Open points, and how they are read here",
        _ => "Where rules disagree",
    }
}

/// What to do about a pitfall or risk; empty for other rules.
#[must_use]
pub fn remedy(rule: RuleId) -> &'static str {
    match rule {
        RuleId::P1 => {
            "Prove the demand on an API first: no failure costs more than a model nobody asked for, and teams with ML skill are the most tempted, because it is fun."
        }
        RuleId::P2 => {
            "Code grows around how one API answers, and changing over is a project. Put a layer of your own between product and provider from the first day, and keep a second provider ready."
        }
        RuleId::P3 => "Design logging and consent early, so that use can become examples.",
        RuleId::P4 => "Look at today’s tooling again before you rule it out.",
        RuleId::P5 => "Budget monitoring, retraining, infrastructure and engineers for as long as the model lives.",
        RuleId::P6 => {
            "Keep a clean interface around the AI part and set a review date within 12 months; expect another choice to fit better within 18."
        }
        RuleId::R1 => "An abstraction layer.",
        RuleId::R2 => "A fallback provider, or contract terms on price.",
        RuleId::R3 => "An abstraction layer with a pinned version and a regression set, or contract terms on changes.",
        RuleId::R4 => "Contract terms on data.",
        RuleId::R5 => "A fallback provider, or contract terms on availability.",
        _ => "",
    }
}

/// Title and advice of a gate.
#[must_use]
pub fn gate(rule: RuleId) -> (&'static str, &'static str) {
    match rule {
        RuleId::N2 => (
            "First find out whether AI can do it.",
            "Run a feasibility spike. It may call an API, but it is not yet a sourcing decision: whether AI can do it and whether anyone wants it are two questions.",
        ),
        RuleId::N1 => (
            "The approach is fixed from outside.",
            "What is allowed decides. Below you see the lightest allowed approach, and what it costs.",
        ),
        _ => (
            "Too small for a framework.",
            "Use an API and move on. Come back if it ever becomes what customers choose you for.",
        ),
    }
}

/// Name of a factor.
#[must_use]
pub fn factor(factor: Factor) -> &'static str {
    match factor {
        Factor::Differentiation => "Differentiation",
        Factor::Data => "Data",
        Factor::Expertise => "Expertise",
        Factor::Timeline => "Timeline",
        Factor::Cost => "Cost at your volume",
        Factor::DataMoat => "Data moat",
    }
}

/// A verdict in a word, and the shape that goes with it. The words differ where “above” means more than needed.
#[must_use]
pub fn verdict(factor: Factor, verdict: Option<Verdict>) -> (&'static str, &'static str) {
    match (factor, verdict) {
        (_, None) => ("–", "not known"),
        (Factor::Cost, Some(Verdict::Named)) => ("●", "least"),
        (Factor::Cost, Some(_)) => ("△", "dearer"),
        (_, Some(Verdict::Named)) => ("●", "named"),
        (Factor::Differentiation | Factor::DataMoat, Some(Verdict::Below)) => ("▽", "may not stand out enough"),
        (Factor::Differentiation | Factor::DataMoat, Some(Verdict::Above)) => ("△", "more than the need"),
        (_, Some(Verdict::Below)) => ("▽", "possible, less than it allows"),
        (_, Some(Verdict::Above)) => ("△", "not realistic"),
    }
}

/// What is odd about an input’s row.
#[must_use]
pub fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::Gap => "no row for this input; the cautious neighbour is used",
        Flag::Boundary => "two rows share this input; the shorter one is used",
    }
}

/// How much a tension weighs.
#[must_use]
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Blocker => "Blocks the start.",
        Severity::Tension => "Two rules disagree.",
        Severity::Gap => "A hole in the tables.",
        Severity::Note => "Worth knowing.",
    }
}

/// State of a pitfall or risk.
#[must_use]
pub fn state(state: State) -> &'static str {
    match state {
        State::Triggered => "Open",
        State::Unknown => "Unknown",
        State::Clear => "Clear",
    }
}

/// How much a pitfall weighs here, where it is more than usual.
#[must_use]
pub fn weight(id: RuleId, weight: Weight) -> &'static str {
    match (id, weight) {
        (_, Weight::Normal) => "",
        (RuleId::P1, Weight::High) => "Weighs more here: a team with ML skill is drawn to building.",
        (RuleId::P3, Weight::High) => "Weighs more here: the tree counts on the data that you collect now.",
        (_, Weight::High) => "Weighs more here.",
    }
}

/// A question of the tree.
#[must_use]
pub fn tree_question(question: TreeQuestion) -> &'static str {
    match question {
        TreeQuestion::T1 => "Do customers choose the product because of it?",
        TreeQuestion::T2 => "Is your data significant?",
        TreeQuestion::T3 => "Is there ML expertise on the team?",
        TreeQuestion::T4 => "Is a new architecture needed?",
    }
}

/// Turning an answer of the tree, as a step on the way to another result.
#[must_use]
pub fn flip(question: TreeQuestion, now: bool) -> String {
    let (yes, no) = match question {
        TreeQuestion::T1 => ("customers choose you for it", "customers do not choose you for it"),
        TreeQuestion::T2 => ("your data is significant", "your data is thin or not usable"),
        TreeQuestion::T3 => ("there is ML expertise on the team", "the ML expertise is gone"),
        TreeQuestion::T4 => ("a new architecture is needed", "an existing architecture will do"),
    };
    (if now { no } else { yes }).to_owned()
}

/// Name of an aspect.
#[must_use]
pub fn aspect(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::TimeToValue => "Time to value",
        Aspect::UpfrontCost => "Cost before it helps",
        Aspect::OngoingCost => "Cost from then on",
        Aspect::Expertise => "ML expertise",
        Aspect::Differentiation => "Differentiation",
        Aspect::Data => "Data needed",
        Aspect::Control => "Control",
    }
}
