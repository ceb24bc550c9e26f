//! What each rule says, in one sentence; pitfalls, risks and gates with what to do about them.

use crate::approach::Approach;
use crate::decision::{Aspect, Factor, Flag, RuleId, Severity, State, TreeQuestion, Trigger, Verdict};
use crate::format::{Units, plain};

/// A rule in one sentence.
#[must_use]
pub fn rule(rule: RuleId) -> &'static str {
    match rule {
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
        RuleId::T5 => {
            "Whatever you choose, plan the next move: products tend to climb from API to tuning to a model of their own."
        }
        RuleId::T1No => "The tree ends at an API: the capability is not what customers choose you for.",
        RuleId::T2No => "The tree ends at an API for now: collect data, so that you can tune later.",
        RuleId::T3No => "The tree ends at tuning as a managed service, which asks less of the team.",
        RuleId::T4No => "The tree ends at tuning an existing foundation model.",
        RuleId::T4Yes => "The tree ends at training from scratch: nothing that exists fits the task.",
        RuleId::N1 => "Where a regulation or partner fixes the approach, there is nothing to decide.",
        RuleId::N2 => "While it is open whether AI can do it, sourcing comes too early.",
        RuleId::N3 => "A trivial feature needs no framework.",
        RuleId::Q1 => {
            "An API fits when the task is generic, the team has no ML skill, time is short and no data is needed."
        }
        RuleId::Q3b => {
            "Training from scratch asks for four things at once: no adequate model, millions of examples, a highly specialised task, a team with infrastructure."
        }
        RuleId::S3 => "Most products do well to start on an API and climb only when there is a reason.",
        RuleId::K01 => "How special the capability is and whether customers choose you for it do not go together.",
        RuleId::K02 => "The tree and the table of data sizes name different approaches.",
        RuleId::K03 => {
            "The data is a moat, but the tree stays below a model of your own, or there are too few examples to train one."
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
            "Hundreds of examples are a grey zone: called significant they lead to one approach, called too few to another."
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
        RuleId::M2 => "users have shown that they want it",
        RuleId::M3 => "you hold enough labelled examples",
        RuleId::M4 => "your volume passes the point from which the next stage is cheapest",
        RuleId::M5 => "accuracy must rise, or retraining stops helping",
        RuleId::M6 => "all four conditions for training from scratch are met",
        RuleId::M7 => "the review date comes",
        RuleId::M9 => "the vendor changes price, terms or behaviour",
        RuleId::M10 => "the people it takes are on board",
        RuleId::P1 => "Building before anyone has shown that they want it",
        RuleId::P2 => "Underrating how a single API ties you down",
        RuleId::P3 => "Missing the chance to collect data",
        RuleId::P4 => "Fearing fine-tuning too much",
        RuleId::P5 => "Forgetting upkeep",
        RuleId::P6 => "No way planned to the next stage",
        RuleId::R1 => "Lock-in: the more you build around one API, the dearer it is to leave",
        RuleId::R2 => "The price changes as you grow",
        RuleId::R3 => "An update changes behaviour without warning",
        RuleId::R4 => "User data passes through a third party",
        RuleId::R5 => "Limits and outages take your product down with them",
    }
}

/// What to do about a pitfall or risk; empty for other rules.
#[must_use]
pub fn remedy(rule: RuleId) -> &'static str {
    match rule {
        RuleId::P1 => "Prove the demand on an API first. Teams with ML skill are the most tempted.",
        RuleId::P2 => {
            "Put a layer of your own between product and provider from the first day, and keep a second provider ready."
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

/// What would settle a tension; empty where nothing is to be settled.
#[must_use]
pub fn settles(rule: RuleId) -> &'static str {
    match rule {
        RuleId::K01 => "Ask customers why they chose you.",
        RuleId::K02 => "Answer whether your data is significant for this task, not how large it is.",
        RuleId::K03 => "Try what the data adds to a tuned model before training one.",
        RuleId::K04 => "A person who owns evaluation and data quality would settle it, or a hire.",
        RuleId::K05 => "A later deadline, or a first version on a lighter approach.",
        RuleId::K06 => "Decide whether the difference is worth the move; cost never overrides the answers silently.",
        RuleId::K07 => "Answer the conditions under Expertise; until all four hold, tuning is the safer reading.",
        RuleId::K08 => "A partner, or people who can design an architecture.",
        RuleId::K09 => "A first version that users pay for or keep using.",
        RuleId::K10 => "Tune once on what you hold and measure.",
        RuleId::K13 => "A later deadline, or people who are on board already.",
        RuleId::K14 => "Whoever imposed it, or the people that the allowed approach takes.",
        RuleId::K19 => "Ask whether the data itself could be the product’s edge.",
        _ => "",
    }
}

/// A trigger of the road map, with its number and its date where there is one.
#[must_use]
pub fn trigger(trigger: &Trigger, units: Units<'_>) -> String {
    let months = trigger.in_months.map(libm::ceil);
    let when = match months {
        Some(0.0) => ", now".to_owned(),
        Some(1.0) => ", in about a month".to_owned(),
        Some(months) => format!(", in about {} months", plain(months)),
        None => String::new(),
    };
    match (trigger.trigger, trigger.threshold) {
        (RuleId::M3, Some(threshold)) => format!("you hold {} labelled examples{when}", plain(threshold)),
        (RuleId::M4, Some(threshold)) => {
            format!(
                "your volume passes {} a month, from where the next stage costs least{when}",
                units.volume(threshold)
            )
        }
        (RuleId::M7, _) => "the yearly review, within 12 months".to_owned(),
        (RuleId::L1 | RuleId::L2 | RuleId::L3 | RuleId::L4, _) => {
            format!("the deadline of the first version has passed{when}")
        }
        (other, _) => format!("{}{when}", rule(other)),
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

/// A cell of the comparison.
#[must_use]
pub fn aspect_cell(aspect: Aspect, approach: Approach) -> &'static str {
    use Approach::{Api, Custom, FineTune};
    match (aspect, approach) {
        (Aspect::TimeToValue, Api) => "Days to weeks",
        (Aspect::TimeToValue, FineTune) => "Weeks to months",
        (Aspect::TimeToValue, Custom) => "Months to years",
        (Aspect::UpfrontCost, Api) => "About nothing",
        (Aspect::UpfrontCost, FineTune) => "Moderate: compute for tuning, preparing data",
        (Aspect::UpfrontCost, Custom) => "High: team, compute, getting data",
        (Aspect::OngoingCost, Api) => "Per call, grows with use",
        (Aspect::OngoingCost, FineTune) => "Hosting or inference, your own or managed",
        (Aspect::OngoingCost, Custom) => "Infrastructure, team, retraining",
        (Aspect::Expertise, Api) => "Little: prompts and integration",
        (Aspect::Expertise, FineTune) => "Some: tuning, evaluation, deployment",
        (Aspect::Expertise, Custom) => "Much: engineers and researchers",
        (Aspect::Differentiation, Api) => "Low: rivals can call the same API",
        (Aspect::Differentiation, FineTune) => "Medium to high: it reflects your data",
        (Aspect::Differentiation, Custom) => "Highest: all of it is yours",
        (Aspect::Data, Api) => "None for plain use, some for good prompts",
        (Aspect::Data, FineTune) => "Hundreds to thousands of good examples from the domain",
        (Aspect::Data, Custom) => "Thousands to millions, by difficulty",
        (Aspect::Control, Api) => "Low: the provider decides behaviour, updates, availability",
        (Aspect::Control, FineTune) => "Some: you steer the specialisation, the base is the provider’s",
        (Aspect::Control, Custom) => "Full",
    }
}
