//! What each rule says, in one sentence; pitfalls, risks and gates with what to do about them.

use crate::approach::Approach;
use crate::decision::{ASPECTS, Aspect, Factor, Flag, RuleId, Severity, State, TreeQuestion, Verdict, Weight};

/// A rule in a sentence or two; for a tension its title, for a line of the worked example its name, for an open point how
/// it is read here.
#[must_use]
pub fn rule(rule: RuleId) -> &'static str {
    match rule {
        RuleId::S1 => {
            "There are three approaches and no fourth: call an API (quickest, least paid up front, least of your own), tune a model (in the middle, needs examples from your domain), train from scratch (most paid, most control, needs a team and machines)."
        }
        RuleId::S2 => {
            "Five factors count, in this order: differentiation, data, expertise, timeline, cost in the long run."
        }
        RuleId::S3 => "Most products do well to start on an API and climb only when there is a reason.",
        RuleId::S4 => {
            "Sourcing is a place between fully outsourced and fully owned, with several stops, not a yes or a no."
        }
        RuleId::S5 => {
            "Weighing effort against customisation leaves out what is special about AI: data, a model that sets you apart, upkeep without end, and stops in between."
        }
        RuleId::S6 => "Look at the five factors first, then map them to one of the three approaches.",
        RuleId::H1 => "Sorting text into classes took an ML team of your own.",
        RuleId::H2 => "The same task was one call to somebody else’s API.",
        RuleId::H3 => "A leading model could be tuned to one domain within an afternoon.",
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
        RuleId::F4 => {
            "Is it what people buy the product for, or does it only help? In the first case an API leaves too little control, in the second it will usually do."
        }
        RuleId::D1 => "Without data of your own, an API is what there is.",
        RuleId::D2 => "Hundreds of examples are enough for an API with examples in the prompt, or for light tuning.",
        RuleId::D3 => "Thousands of examples suggest fine-tuning.",
        RuleId::D4 => "Hundreds of thousands of examples allow tuning or training from scratch, depending on the task.",
        RuleId::D5 => "Data that no rival can get speaks for a model of your own.",
        RuleId::D6 => {
            "Data is said to weigh most of all: unusual, good data can lift a tuned or home-made model above anything on offer."
        }
        RuleId::E1 => "A team without ML engineers can realistically use an API only.",
        RuleId::E2 => "One or two ML engineers can tune on managed machines.",
        RuleId::E3 => "A team of five or more with infrastructure can tune or train from scratch.",
        RuleId::E4 => "A research team with a compute budget can do any of the three.",
        RuleId::E5 => {
            "Tuning takes engineers who know training, evaluation and deployment; training from scratch takes researchers who design architectures and rescue unstable runs. Finding them takes months, and they cost well above other engineers."
        }
        RuleId::L1 => "Four weeks leave time for an API only.",
        RuleId::L2 => "One to three months leave time for an API, or for tuning if the data is ready.",
        RuleId::L3 => "Three to six months leave time to collect data and tune.",
        RuleId::L4 => "Six months and more leave time to train from scratch.",
        RuleId::L5 => {
            "A long custom project is a poor opening where an API could show within weeks whether anyone wants it. Prove it, then invest."
        }
        RuleId::C1 => "API, a month: calls at the volume you aim for, times the price of one call.",
        RuleId::C2 => {
            "Tuned model, a month: hosting or inference, a month’s share of the tuning, and the engineers who keep it going."
        }
        RuleId::C3 => "Model from scratch, a month: machines, the ML team, and a month’s share of the training.",
        RuleId::C4 => {
            "For many products the API and a self-hosted tuned model cost the same somewhere between 100,000 and 1,000,000 predictions a month; the spread around that is very wide."
        }
        RuleId::C5 => {
            "An API looks cheap in a prototype and dear in production; a model of your own is the other way round."
        }
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
        RuleId::W1 => "A new AI capability is about to start, and its first sourcing has to be settled.",
        RuleId::W2 => "You use an API and wonder whether a model that you host would serve better.",
        RuleId::W3 => "A year has passed: is what you chose still right?",
        RuleId::W4 => "A feature runs at scale, and its bill is the question.",
        RuleId::W5 => "You depend on a vendor, and that has become a risk worth weighing.",
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
        RuleId::R2 => "The price changes as you grow",
        RuleId::R3 => "An update changes behaviour without warning",
        RuleId::R4 => "User data passes through a third party",
        RuleId::R5 => "Limits and outages take your product down with them",
        RuleId::RM1 => "A layer of your own between product and provider",
        RuleId::RM2 => "A second provider that can take over",
        RuleId::RM3 => "Contract terms on price, changes, data and availability",
        RuleId::M1 => "The stages run from API to tuning to a model of your own, and none is skipped.",
        RuleId::M2 => "users have shown that they want it",
        RuleId::M3 => "you hold enough labelled examples",
        RuleId::M4 => "your volume passes the point from which the next stage is cheapest",
        RuleId::M5 => "accuracy must rise, or retraining stops helping",
        RuleId::M6 => "all four conditions for training from scratch are met",
        RuleId::M7 => "the review date comes",
        RuleId::M8 => "the four habits that a change of stage needs are in place",
        RuleId::M9 => "the vendor changes price, terms or behaviour",
        RuleId::M10 => "the people it takes are on board",
        RuleId::X1 => {
            "This framework: three approaches for AI alone, with the middle ground of tuning and a look at your data."
        }
        RuleId::X2 => "Build or buy, the plain version: for software in general, yes or no, without tuning in between.",
        RuleId::X3 => {
            "A Wardley map: places the parts of a product between novelty and commodity; it does not say how to source them."
        }
        RuleId::X4 => {
            "Make, buy or ally: adds a partner, which pays off in AI where sharing data with a vendor gives what neither has alone."
        }
        RuleId::X5 => {
            "Total cost of ownership: the money in full, and a good feed for the cost factor; silent on what sets you apart, on data and on people."
        }
        RuleId::X6 => {
            "Use two of them together with this one: total cost of ownership for cost, a Wardley map for differentiation."
        }
        RuleId::Q1 => {
            "An API fits when the task is generic, the team has no ML skill, time is short and no data is needed. It also serves to find out whether anyone wants it."
        }
        RuleId::Q2 => "Depending on an API brings five risks, and three measures help against them.",
        RuleId::Q3a => {
            "Tuning fits where your domain already has a good foundation model and you hold a moderate amount of data, hundreds to thousands of examples."
        }
        RuleId::Q3b => {
            "Training from scratch asks for four things at once: no adequate model, millions of examples, a highly specialised task, a team with infrastructure."
        }
        RuleId::Q3c => {
            "The article claims that tuning gives most teams 90% of what a model from scratch would, for a tenth of the money."
        }
        RuleId::Lg1 => "First phase: an API",
        RuleId::Lg2 => "Accuracy on the team’s own test set",
        RuleId::Lg3 => "API bill with 50 users in the beta",
        RuleId::Lg4 => "Second phase: a tuned open model",
        RuleId::Lg5 => "Annotated contracts, given with permission",
        RuleId::Lg6 => "Accuracy after tuning",
        RuleId::Lg7 => "Compute for the tuning",
        RuleId::Lg8 => "Machines that serve the tuned model",
        RuleId::Lg9 => "What the API would cost with 500 users",
        RuleId::Lg10 => "Saved a month, without engineers",
        RuleId::Lg11 => "The tuning has paid for itself after",
        RuleId::Lg12 => "Spent in the first eight months",
        RuleId::Lg13 => "A model from scratch, and what it costs more than all that",
        RuleId::Lg14 => "What the article says was saved, at least",
        RuleId::Lg15 => "Month 9: keep tuning; look again when accuracy must rise or tuning stops helping",
        RuleId::Lg16 => {
            "What was wrong: standard clauses were fine, terms of the trade were misread, clauses were sometimes invented. Tuning cured the terms and made invention rare."
        }
        RuleId::I01 => {
            "The tree never asks about time or money. So the tree gives the first recommendation, team and timeline cap what can start now, and money sets a trigger and a difference, never the answer by itself."
        }
        RuleId::I02 => {
            "For a team without engineers the tree says managed tuning, the table says API only. The table is read strictly; a person who owns evaluation and data quality lets the service count."
        }
        RuleId::I03 => {
            "The first question of the tree is yes or no, differentiation has three levels. Both are asked: commodity implies no, core implies yes, and adapted leaves it to you, with both branches shown until you answer."
        }
        RuleId::I04 => {
            "Differentiation and a data moat say where you would like to end up; team, time and data size say what you can do now. So the first are drawn as pulls, the others as limits."
        }
        RuleId::I05 => {
            "Nobody says how much data is significant. Suggested here: yes from 1,000 examples on or with a moat, no below 100, open between. The thresholds are ours, and your own answer wins."
        }
        RuleId::I06 => {
            "A few hundred examples are called enough to tune in one place and little in another. From 100 to 999 both answers are worked out, and both ends are shown."
        }
        RuleId::I07 => {
            "The data table has no row for 1 to 99 examples, for 10,000 to 99,999, or for none with a special task. The row below is used and marked as a gap."
        }
        RuleId::I08 => {
            "A moat is not a size: it is asked beside the number of examples, and it can be too small to train from scratch."
        }
        RuleId::I09 => {
            "The article names three floors for training from scratch: thousands, hundreds of thousands, millions. All three stand on one scale; the strict one counts for the conditions."
        }
        RuleId::I10 => {
            "With hundreds of thousands of examples the table leaves it to the task’s complexity, for which it gives no measure. The answer about a new architecture is taken for it: no leans to tuning, yes to training."
        }
        RuleId::I11 => {
            "In one sentence a moat helps tuning as well, in its row only a model of your own. The row is shown as it stands; tuning is then below it, not wrong."
        }
        RuleId::I12 => {
            "Data is said to weigh most, yet the tree asks about differentiation first. Nothing is weighted here; the tree’s order holds because it is the procedure."
        }
        RuleId::I13 => {
            "The team table has no row for three or four engineers, for five without infrastructure, or for researchers without a budget. The more cautious neighbour is used and marked as a gap."
        }
        RuleId::I14 => "With one or two engineers, tuning a foundation model is shown as its managed variant.",
        RuleId::I15 => {
            "The timeline does not know that hiring takes months. Where people are missing, the time that finding them takes comes off the deadline; blank takes nothing off."
        }
        RuleId::I16 => {
            "The timeline’s rows share their ends and leave a seam. A shared end goes to the shorter row and is marked; a row is a ceiling, so lighter approaches stay possible. A month is 52/12 weeks here, three months 13, six 26 (ours)."
        }
        RuleId::I17 => {
            "The afternoon is the training run alone. The weeks and months are the time until real users have it."
        }
        RuleId::I18 => {
            "The tree can end at training from scratch with two engineers and little data; the article’s answers ask for four conditions. Fewer than four are shown as a disagreement, and the missing ones are asked only where the tree comes near."
        }
        RuleId::I19 => "The claim has no support in the article. Its own example gives two other shares of the cost.",
        RuleId::I20 => {
            "After “no expertise” the tree stops asking. Whether a new architecture is needed is asked all the same: if so, there may be nothing to tune."
        }
        RuleId::I21 => {
            "Everyone is expected to climb, but a commodity has no reason to. The level caps the destination: not core stays on the API, adapted ends at tuning, core goes where the tree leads. Cost or a vendor’s risk can still open a move."
        }
        RuleId::I22 => {
            "Start on an API, says one rule; the tree may say otherwise at once. While nobody has shown that they want it, the start is an API, and the tree’s end becomes the destination."
        }
        RuleId::I23 => {
            "“Run a spike first” and “validate with an API first” are two questions: can AI do it, and does anyone want it? A spike may call an API without being a sourcing decision."
        }
        RuleId::I24 => "Three things are ruled out before anything else, whatever brings you here.",
        RuleId::I25 => {
            "A fixed approach is not named, so you are asked which ones remain. The lightest of them that is realistic is shown; where the team cannot carry it, that blocks the start."
        }
        RuleId::I26 => {
            "“Cheapest” is worked out at your volume: at scale the mark moves away from the API, and says so."
        }
        RuleId::I27 => {
            "Calls, predictions and users are three units. One is declared for the whole page; the usual band appears only where it is predictions."
        }
        RuleId::I28 => {
            "The formulas for own models have no volume in them, so hosting is flat unless you say otherwise. Machines come in whole numbers in reality, and then lines can cross many times."
        }
        RuleId::I29 => "The usual band is about the API and a tuned model, and is drawn on that pair alone.",
        RuleId::I30 => {
            "The bills of the example give two prices per user. Both fit a discount for volume, so the crossing is a range and never one figure."
        }
        RuleId::I31 => {
            "The example leaves out the engineer that the article’s own formula asks for, and the labelling. Both stay blank here; the cost at which the lead changes hands is shown instead."
        }
        RuleId::I32 => {
            "The example would hire two researchers; the team table asks for five people. The number is shown as the article’s own."
        }
        RuleId::I33 => {
            "Six months and $150,000 saved are stated without a derivation. What the figures give is shown; the months cannot be derived."
        }
        RuleId::I34 => {
            "The article never says over how many months a one-off cost is spread. 12 is ours, can be changed, and stands beside every result that uses it."
        }
        RuleId::I35 => {
            "Planning the next move is said to hold whatever the choice, so it follows all five ends of the tree."
        }
        RuleId::I36 => {
            "The answer about APIs joins four conditions; in the tree one of them is enough. The four are counted here and decide nothing."
        }
        RuleId::I37 => {
            "Running an open model without tuning, and answering from your own documents, are in none of the three approaches. Both are offered as additions: documents supply knowledge, tuning shapes behaviour."
        }
        RuleId::I38 => {
            "The five risks are listed for APIs alone. A managed tuning service brings the same five, so they are shown for both."
        }
        RuleId::I39 => {
            "A yearly review and a horizon of 18 months: the date is suggested within 12 months, and anything past 18 warns."
        }
        RuleId::I40 => {
            "An API is said to cost nothing up front, yet a layer, logging, consent and an interface are asked from the first day. There is a line for that, blank until you fill it."
        }
        RuleId::I41 => {
            "Six to twelve months is the earliest for training from scratch, not an estimate: elsewhere the article says months to years."
        }
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
    }
}

/// A rule as a reason for or against the headline: where its own words are a title, the sentence behind it.
#[must_use]
pub fn reason(id: RuleId) -> &'static str {
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
            format!("{}, {}: {}", super::approach(approach), aspect(about).to_lowercase(), rule(id))
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
        _ => rule(id).to_owned(),
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
