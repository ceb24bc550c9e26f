//! Other frameworks, the counts of conditions, the years, and what vendors have changed since: each vendor statement with
//! its date and source.

use crate::approach::Approach;
use crate::decision::{ConditionId, Figure, Fit, Floor, Met, RuleId, legal_tech};
use crate::format::{percent_of, plain};

/// Panel.
pub const FRAMEWORKS: &str = "Beside other frameworks";
/// Its finding.
pub const FRAMEWORKS_FINDING: &str = "What each covers and what it leaves out";
/// Column heading.
pub const COL_FRAMEWORK: &str = "Framework";
/// Column heading.
pub const COL_COVERS: &str = "Covers";
/// Column heading.
pub const COL_LACKS: &str = "Leaves out";
/// Panel.
pub const CHECKS: &str = "Conditions met, counted";
/// Heading.
pub const WHY_NOW: &str = "Why now";
/// Panel.
pub const RULES: &str = "Every rule by its id";
/// Heading.
pub const FLOORS: &str = "Data for training from scratch: three floors";
/// The reader’s own mark.
pub const YOU: &str = "you";
/// A full count of the API’s conditions.
pub const STRONG_FIT: &str = "strong fit for an API";
/// Heading.
pub const VENDOR_FACTS: &str = "What vendors have changed since the article";
/// Below it.
pub const VENDOR_NOTE: &str = "Read on the dates given, not live. Check the vendor’s own page before you rely on one.";

/// A framework: its rule, its name, what it covers, what it leaves out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Framework {
    /// X1 to X5.
    pub rule: RuleId,
    /// Its name.
    pub name: &'static str,
    /// What it covers.
    pub covers: &'static str,
    /// What it leaves out.
    pub lacks: &'static str,
}

/// The comparison (X1 to X5); X6 says which belong together.
pub const COMPARED: [Framework; 5] = [
    Framework {
        rule: RuleId::X1,
        name: "This one",
        covers: "Sourcing AI, with three options; tuning as a middle ground; a look at your data",
        lacks: "Partners; the full bill; how parts of the product will age",
    },
    Framework {
        rule: RuleId::X2,
        name: "Build or buy",
        covers: "Software in general, as a yes or no",
        lacks: "Tuning in between; data, a model that sets you apart, upkeep without end",
    },
    Framework {
        rule: RuleId::X3,
        name: "Wardley map",
        covers: "Where each part of a product stands between novelty and commodity",
        lacks: "How to source a part",
    },
    Framework {
        rule: RuleId::X4,
        name: "Make, buy or ally",
        covers: "A partner as a third way; sharing data with a vendor can give what neither has alone",
        lacks: "Tuning as a middle ground",
    },
    Framework {
        rule: RuleId::X5,
        name: "Total cost of ownership",
        covers: "The money in full: feeds the cost factor here",
        lacks: "What sets you apart, data, people",
    },
];

/// The years of the strip, with the rule that each belongs to.
pub const YEARS: [(&str, RuleId); 3] = [("2020", RuleId::H1), ("2023", RuleId::H2), ("2025", RuleId::H3)];

/// Something that a vendor has changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VendorFact {
    /// The day it was announced or takes effect, or the day on which it was read.
    pub date: &'static str,
    /// What.
    pub fact: &'static str,
    /// Where it was read.
    pub source: &'static str,
}

/// Managed tuning, as far as it was read about (part 9 of the model).
pub const FACTS: [VendorFact; 6] = [
    VendorFact {
        date: "2025-09-15", fact: "Cohere deprecates its tuning service.", source: "Cohere’s documentation"
    },
    VendorFact {
        date: "2026-02-09",
        fact: "The article names OpenAI, Anthropic, Google and AWS for APIs, Llama and Mistral as bases, Hugging Face, OpenAI and Replicate for tuning: examples of that day, not advice.",
        source: "the article",
    },
    VendorFact {
        date: "2026-05-07",
        fact: "OpenAI tells developers that tuning by self-service will be limited.",
        source: "OpenAI’s list of deprecations",
    },
    VendorFact {
        date: "2026-07-02",
        fact: "OpenAI: organisations that have not used a tuned model in the 60 days before can start no new tuning.",
        source: "an API reference, read 2026-11-10",
    },
    VendorFact {
        date: "2027-01-06",
        fact: "OpenAI: the same for customers who are still active; tuned models answer until their base is retired.",
        source: "an API reference, read 2026-11-10",
    },
    VendorFact {
        date: "2027-01-14",
        fact: "OpenAI: models tuned from GPT-4o and GPT-4.1 end with their bases.",
        source: "articles on the migration, 2026",
    },
];

/// Name of a count of conditions.
#[must_use]
pub fn check(met: &Met) -> String {
    let what = match met.rule {
        RuleId::Q1 => super::approach(Approach::Api),
        RuleId::Q3a => super::approach(Approach::FineTune),
        _ => super::approach(Approach::Custom),
    };
    format!("{what}: {} of {} conditions met", met.met, met.of)
}

/// A condition.
#[must_use]
pub fn condition(id: ConditionId) -> &'static str {
    match id {
        ConditionId::GenericTask => "The task is the same everywhere",
        ConditionId::NoExpertise => "Nobody on the team does machine learning",
        ConditionId::Weeks => "Weeks are left, not months",
        ConditionId::NoDataNeeded => "Good enough without data of your own",
        ConditionId::FoundationModel => "A good foundation model covers the domain",
        ConditionId::ModerateData => "Hundreds to thousands of examples",
        ConditionId::NoFoundationModel => "No foundation model comes close",
        ConditionId::MassiveData => "Millions of examples",
        ConditionId::SpecialisedTask => "The task is highly specialised",
        ConditionId::TeamAndInfrastructure => "A team with infrastructure for an effort of many months",
    }
}

/// Whether a condition is met.
#[must_use]
pub fn met(met: Option<bool>) -> (&'static str, &'static str) {
    match met {
        Some(true) => ("●", "met"),
        Some(false) => ("○", "not met"),
        None => ("?", "not known"),
    }
}

/// How many risks are covered (Q2).
#[must_use]
pub fn risks_covered(covered: usize, of: usize) -> String {
    format!("Vendor risks: {covered} of {of} covered")
}

/// The article’s claim with what its own example gives (Q3c, I19).
#[must_use]
pub fn claim() -> String {
    let figures: Vec<String> = legal_tech()
        .iter()
        .filter(|fact| fact.rule == RuleId::I19)
        .flat_map(|fact| &fact.derived)
        .filter_map(|figure| match figure {
            Figure::Share(share) => Some(percent_with_tenths(*share)),
            _ => None,
        })
        .collect();
    let [alone, year] = figures.as_slice() else { return String::new() };
    format!(
        "A claim without support, quoted and never computed with. In the article’s own example, tuning costs {alone} of what training from scratch would by its compute alone, and {year} with a year of hosting."
    )
}

/// A share with one decimal where it has one: `2.5%`.
#[must_use]
pub fn percent_with_tenths(share: f64) -> String {
    percent_of(libm::round(share * 1000.0) / 10.0)
}

/// Finding of the counts.
#[must_use]
pub fn checks_finding(fit: &Fit) -> String {
    let counted = [(Approach::Api, &fit.api), (Approach::FineTune, &fit.fine_tune), (Approach::Custom, &fit.custom)];
    counted.map(|(approach, met)| format!("{} {} of {}", super::approach(approach), met.met, met.of)).join(" · ")
}

/// A number of examples on the scale.
#[must_use]
pub fn short(examples: f64) -> String {
    if examples >= 1e6 { format!("{}M", plain(examples / 1e6)) } else { format!("{}k", plain(examples / 1e3)) }
}

/// A floor in words.
#[must_use]
pub fn floor(floor: &Floor) -> String {
    let said = match floor.rule {
        RuleId::ACu6 => "the comparison of the approaches says thousands",
        RuleId::D4 => "the data table says hundreds of thousands",
        _ => "the conditions say millions, and only then",
    };
    format!("{} examples: {said}", plain(floor.examples))
}

/// Finding of the list of rules.
#[must_use]
pub fn rules_finding() -> String {
    format!("{} ids, each with its meaning in our words", RuleId::ALL.len())
}

/// How many rules a group has.
#[must_use]
pub fn rules_of(count: usize) -> String {
    format!("({count})")
}
