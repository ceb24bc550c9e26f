//! Other frameworks: build or buy, the Wardley map, make-buy-ally, total cost of ownership.
//!
//! The sentences about build or buy never name what lies between the two.

use super::answer::units;
use crate::approach::OptionId;
use crate::companion::{
    Ally, Binary, BinaryReading, BinaryView, BuildOrBuy, MapComponent, Offer, PlacedBy, Sourcing, Stretch, Tco,
    TcoGroup, Term, WardleyMap,
};
use crate::decision::RuleId;
use crate::form::companion::{Judgement, PartnerQuestion};
use crate::scenario::{ComponentId, Labels, Stage};

/// Heading.
pub const TITLE: &str = "Other frameworks";
/// Below it.
pub const NOTE: &str = "The same inputs, read as other methods would. None of them changes the answer above; each shows what it adds and what it cannot see.";
/// Links from the factors (X6).
pub const GO_DEEPER: &str = "Two frameworks go deeper into single factors:";

/// Panel.
pub const BINARY: &str = "Build or buy";
/// What it is.
pub const BINARY_NOTE: &str =
    "The usual advice: build what customers choose you for, buy the rest. It knows two answers only.";
/// Heading.
pub const BINARY_MISSED: &str = "What it cannot see";

/// The answer of a binary view.
#[must_use]
pub fn binary_verdict(view: &BinaryView) -> &'static str {
    match view.verdict {
        Some(BuildOrBuy::Build) => "Build: you say customers choose the product because of it.",
        Some(BuildOrBuy::Buy) => "Buy: you say customers do not choose the product because of it.",
        None => "Open, until you say whether customers choose the product because of it.",
    }
}

/// The money of a binary view.
#[must_use]
pub fn binary_money(labels: &Labels, view: &BinaryView) -> String {
    let units = units(labels);
    let now = match (view.cheaper, view.difference) {
        (Some(BuildOrBuy::Buy), Some(difference)) => {
            format!("At your volume buying costs {} a month less than building.", units.money(difference))
        }
        (Some(BuildOrBuy::Build), Some(difference)) => {
            format!("At your volume building costs {} a month less than buying.", units.money(difference))
        }
        (None, Some(_)) => "At your volume both cost the same.".to_owned(),
        _ => return "Enter a volume and the costs of both to compare them.".to_owned(),
    };
    match (view.first_crossing, view.crossings) {
        (Some(volume), 1) => format!("{now} The order changes at {} a month.", units.volume(volume)),
        (Some(volume), times) => {
            format!("{now} The order changes {times} times, first at {} a month.", units.volume(volume))
        }
        (None, _) => format!("{now} No volume within the chart changes that."),
    }
}

/// How it compares with the full result.
#[must_use]
pub fn binary_reading(binary: &Binary) -> &'static str {
    match (binary.reading, binary.view.verdict) {
        (Some(BinaryReading::MissedMiddle), _) => {
            "It misses the middle: it says build, where the full result ends at fine-tuning."
        }
        (Some(BinaryReading::MissedData), _) => {
            "It misses your data: it says buy, while what you hold is enough to tune on."
        }
        (Some(BinaryReading::Agreement), _) => "It agrees with the full result.",
        (None, None) => "It cannot be compared yet: its question is open.",
        (None, Some(_)) => "It cannot be compared yet: the full result, or how much data you hold, is open.",
    }
}

/// Where the option between is cheapest.
#[must_use]
pub fn binary_missed(labels: &Labels, missed: &[Stretch], max: f64) -> String {
    let units = units(labels);
    let stretch = |stretch: &Stretch| {
        if stretch.to >= max && stretch.from == 0.0 {
            "at every volume within the chart".to_owned()
        } else if stretch.to >= max {
            format!("from {} a month to the end of the chart", units.volume(stretch.from))
        } else if stretch.from == 0.0 {
            format!("up to {} a month", units.volume(stretch.to))
        } else {
            format!("from {} to {} a month", units.volume(stretch.from), units.volume(stretch.to))
        }
    };
    match missed {
        [] => "At no volume within the chart is the fine-tuned model cheaper than both.".to_owned(),
        [one] => format!("The fine-tuned model is cheapest {}.", stretch(one)),
        [first, .., last] => format!(
            "The fine-tuned model is cheapest on {} stretches of volume, the first {}, the last {}.",
            missed.len(),
            stretch(first),
            stretch(last)
        ),
    }
}

/// Panel.
pub const WARDLEY: &str = "Wardley map";
/// What it is.
pub const WARDLEY_NOTE: &str = "Each part of the feature by how close it is to the user and how evolved it is. A stage suggests how to source a part; position alone is not enough where your business depends on it, and a map does not decide.";
/// Where the preset stages come from.
pub const WARDLEY_USUAL: &str = "Hollow: the usual stage (ours, November 2026), until you place the part. Filled: placed by you. Dashed: where it moves to.";
/// A scenario without a title.
pub const MAP_TITLE: &str = "AI feature";
/// In an exported map with parts that nobody has placed.
pub const MAP_NOTE: &str = "Parts not placed yet stand at their usual stage";
/// Above the map.
pub const MAP_TOP: &str = "↑ seen by the user";
/// Below the map.
pub const MAP_RIGHT: &str = "more evolved →";
/// Column heading.
pub const COL_PART: &str = "Part";
/// Column heading.
pub const COL_STAGE: &str = "Stage";
/// Column heading.
pub const COL_MOVES: &str = "Moves to";
/// Column heading.
pub const COL_SUGGESTS: &str = "Suggests";
/// Column heading.
pub const COL_NEEDS: &str = "Needs";
/// Heading of the form.
pub const PLACE: &str = "Place a part";
/// Label.
pub const PART: &str = "Part";
/// Label.
pub const NAME: &str = "Name on the map";
/// Label.
pub const STAGE: &str = "Stage";
/// Label.
pub const EVOLVE: &str = "Moves to";
/// A stage that is left to the questions.
pub const BY_QUESTIONS: &str = "By the four questions";
/// No movement.
pub const STAYS: &str = "Stays where it is";
/// How the questions count.
pub const JUDGEMENT_NOTE: &str =
    "Without a stage of your own, the middle of your answers counts, the less evolved of two in the middle (ours).";
/// The judgements point far apart.
pub const JUDGEMENTS_DIFFER: &str = "Your answers point to stages far apart: perhaps this is more than one part.";
/// Heading.
pub const EXPORT: &str = "Take the map away";
/// Name of the choice.
pub const FORMAT: &str = "Format";
/// Name of the text.
pub const MAP_TEXT: &str = "The map as text";
/// Button.
pub const COPY: &str = "Copy";
/// Button.
pub const DOWNLOAD: &str = "Download";
/// Done.
pub const COPIED: &str = "Copied.";
/// Not done.
pub const NOT_COPIED: &str = "The text is selected: copy it with your keyboard.";
/// A format.
pub const OWM: &str = "OnlineWardleyMaps";
/// A format.
pub const MERMAID: &str = "Mermaid (11.14 and later)";

/// A component's preset name.
#[must_use]
pub fn component(component: ComponentId) -> &'static str {
    match component {
        ComponentId::UserNeed => "User need",
        ComponentId::AiFeature => "AI feature",
        ComponentId::Prompts => "Prompts and orchestration",
        ComponentId::EvaluationSet => "Evaluation set",
        ComponentId::Model => "Model",
        ComponentId::DomainData => "Domain data",
        ComponentId::InferenceHosting => "Inference hosting",
        ComponentId::GpuCompute => "GPU compute",
    }
}

/// A stage.
#[must_use]
pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Genesis => "Genesis",
        Stage::CustomBuilt => "Custom-built",
        Stage::Product => "Product",
        Stage::Commodity => "Commodity",
    }
}

/// A stage under a narrow map.
#[must_use]
pub fn short_stage(stage: Stage) -> &'static str {
    match stage {
        Stage::CustomBuilt => "Custom",
        other => self::stage(other),
    }
}

/// A stage with where it comes from.
#[must_use]
pub fn placed(component: &MapComponent) -> String {
    let stage = stage(component.stage);
    match component.placed_by {
        PlacedBy::Given => stage.to_owned(),
        PlacedBy::Judged => format!("{stage}, by your answers"),
        PlacedBy::Usual => format!("{stage}, usual"),
    }
}

/// What a stage suggests.
#[must_use]
pub fn suggests(sourcing: Sourcing) -> &'static str {
    match sourcing {
        Sourcing::Build => "build in-house",
        Sourcing::Buy => "off the shelf or open source",
        Sourcing::Outsource => "leave to a utility",
    }
}

/// What the map says, in one line.
#[must_use]
pub fn wardley_finding(map: &WardleyMap) -> String {
    let placed = map.components.iter().filter(|component| component.placed_by != PlacedBy::Usual).count();
    match &map.model_fit {
        Some(fit) if fit.fits => {
            format!("The model as {} goes with what you said of its importance ({})", lower(fit.stage), fit.rule.id())
        }
        Some(fit) => {
            format!(
                "The model as {} does not go with what you said of its importance ({})",
                lower(fit.stage),
                fit.rule.id()
            )
        }
        None if placed == 0 => {
            "Eight parts at their usual stage; place the model to compare it with factor 1".to_owned()
        }
        None => format!("{placed} of {} parts placed by you", map.components.len()),
    }
}

fn lower(stage: Stage) -> &'static str {
    match stage {
        Stage::Genesis => "genesis",
        Stage::CustomBuilt => "custom-built",
        Stage::Product => "a product",
        Stage::Commodity => "a commodity",
    }
}

/// The note on factor 1; `None` where model and factor go together or one is open.
#[must_use]
pub fn model_note(map: &WardleyMap) -> Option<String> {
    let fit = map.model_fit.as_ref().filter(|fit| !fit.fits)?;
    let expected = match fit.stage {
        Stage::Genesis | Stage::CustomBuilt => "the core of the product (F3)",
        Stage::Product => "adapted to a domain (F2) or a commodity (F1)",
        Stage::Commodity => "a commodity (F1)",
    };
    let said = match fit.rule {
        RuleId::F1 => "a commodity",
        RuleId::F2 => "adapted to a domain",
        _ => "the core of the product",
    };
    Some(format!(
        "On factor 1: a model as {} usually goes with a capability that is {expected}; you said {said} ({}). Check which of the two is right.",
        lower(fit.stage),
        fit.rule.id()
    ))
}

/// What the map shows, for those who do not see it.
#[must_use]
pub fn map_description(map: &WardleyMap, names: &[String]) -> String {
    let parts: Vec<String> =
        map.components.iter().zip(names).map(|(component, name)| format!("{name}: {}", placed(component))).collect();
    format!("From what the user sees down to what nobody sees. {}.", parts.join("; "))
}

/// Title of the picture.
#[must_use]
pub fn map_title(title: &str) -> String {
    format!("Wardley map: {title}")
}

/// One of the four questions.
#[must_use]
pub fn judgement(judgement: Judgement) -> &'static str {
    match judgement {
        Judgement::Ubiquity => "How common is it?",
        Judgement::Certainty => "How well is it understood?",
        Judgement::Vendors => "How many vendors offer it?",
        Judgement::Swap => "Would customers notice a swap for another one?",
    }
}

/// An answer to one of the four questions, by the stage that it points at.
#[must_use]
pub fn judged(judgement: Judgement, stage: Stage) -> &'static str {
    match (judgement, stage) {
        (Judgement::Ubiquity, Stage::Genesis) => "Hardly anybody has it",
        (Judgement::Ubiquity, Stage::CustomBuilt) => "Some have it",
        (Judgement::Ubiquity, Stage::Product) => "Many have it",
        (Judgement::Ubiquity, Stage::Commodity) => "Everybody expects it",
        (Judgement::Certainty, Stage::Genesis) => "Poorly: it surprises us",
        (Judgement::Certainty, Stage::CustomBuilt) => "We are learning",
        (Judgement::Certainty, Stage::Product) => "Well: features are compared",
        (Judgement::Certainty, Stage::Commodity) => "Fully: it is standard",
        (Judgement::Vendors, Stage::Genesis) => "None",
        (Judgement::Vendors, Stage::CustomBuilt) => "A few, to order",
        (Judgement::Vendors, Stage::Product) => "Several, with products that differ",
        (Judgement::Vendors, Stage::Commodity) => "Many, with the same thing",
        (Judgement::Swap, Stage::Genesis) => "They would leave",
        (Judgement::Swap, Stage::CustomBuilt) => "They would complain",
        (Judgement::Swap, Stage::Product) => "A few would see a difference",
        (Judgement::Swap, Stage::Commodity) => "Nobody would notice",
    }
}

/// Panel.
pub const ALLY: &str = "Make, buy or ally";
/// What it is.
pub const ALLY_NOTE: &str = "Make with your own resources, buy under a simple contract, or ally: a closer contract with a partner who holds what you cannot obtain. A partnership is worth it where sharing data gives both something that nobody else has.";
/// How it is decided.
pub const ALLY_RULE: &str = "An alliance is offered when the first two hold and at least two of the others (ours). Otherwise the answer above stands.";
/// Label.
pub const PARTNER_EXAMPLES: &str = "Labelled examples the partner would bring";
/// Heading.
pub const ALLY_COST: &str = "What the partner would charge";
/// Label.
pub const ALLY_FEE: &str = "Fixed fee";
/// Label.
pub const ALLY_SHARE: &str = "Share of each use";
/// Heading.
pub const TERM_SHEET: &str = "Term sheet: settle before you sign";

/// A question about a partner.
#[must_use]
pub fn partner_question(question: PartnerQuestion) -> &'static str {
    match question {
        PartnerQuestion::HoldsUnobtainable => "Does a partner hold data or distribution that you cannot obtain?",
        PartnerQuestion::Exclusive => "Would the agreement be exclusive, or hard to copy?",
        PartnerQuestion::NeedsYours => "Do you hold something that the partner needs?",
        PartnerQuestion::HardToSpecify => "Is the capability hard to specify in a simple contract?",
        PartnerQuestion::InterestsAligned => "Do your interests stay aligned for as long as you plan?",
        PartnerQuestion::ExitPossible => "Is there a way out: data, weights, rights to retrain?",
    }
}

/// What make-buy-ally says, in one line.
#[must_use]
pub fn ally_finding(ally: Option<&Ally>) -> String {
    match ally {
        None => "No partner in sight".to_owned(),
        Some(ally) => match ally.offer {
            Offer::Offered => format!("An alliance is worth offering: {} of 6 hold", ally.yes),
            Offer::NotOffered => "Not worth an alliance; the answer above stands".to_owned(),
            Offer::Unknown => match ally.open {
                1 => "1 question is open".to_owned(),
                open => format!("{open} questions are open"),
            },
        },
    }
}

/// The data row with a partner.
#[must_use]
pub fn with_partner(rule: RuleId) -> String {
    format!("with partner: {}", rule.id())
}

/// What the partner's examples change.
#[must_use]
pub fn partner_data(ally: &Ally) -> Option<String> {
    let with = ally.data_with_partner?;
    Some(match ally.data_alone {
        Some(alone) if alone == with => format!("Your data row stays {} with the partner’s examples.", with.id()),
        Some(alone) => format!("Your data row: {} alone, {} with the partner’s examples.", alone.id(), with.id()),
        None => format!("With the partner’s examples your data row is {} at least.", with.id()),
    })
}

/// A point of the term sheet.
#[must_use]
pub fn term(term: Term) -> (&'static str, &'static str) {
    match term {
        Term::PurposeAndScope => ("Purpose and scope", "What it is for, and what it is not for"),
        Term::DataRights => ("Data rights", "Who may use which data, how, and for how long"),
        Term::Exclusivity => ("Exclusivity", "Whether rivals can get the same, in which market and until when"),
        Term::WeightsOwnership => ("Trained weights", "Who owns them, and what becomes of them"),
        Term::RetrainingAfterEnd => ("Retraining after the end", "Whether you may go on training once it is over"),
        Term::Audit => ("Audit", "Who may check use, quality and bills"),
        Term::Privacy => ("Privacy", "On which ground personal data is shared, and how it is deleted"),
        Term::Exit => ("Exit", "Notice, handover, fees"),
        Term::Governance => ("Governance", "Who decides, who runs it, how disputes end"),
    }
}

/// Panel.
pub const TCO: &str = "Total cost of ownership";
/// What it is.
pub const TCO_NOTE: &str = "All costs by group, at your volume. It feeds the cost factor and says nothing of differentiation, data or expertise.";
/// How one-off costs stand in it.
pub const TCO_SPREAD: &str = "One-off costs are spread over their months. The cost of delay is spread in the same way and is in no other total of this page. Migration that you enter for the view over time is counted there.";
/// Column heading.
pub const COL_GROUP: &str = "Group";
/// Row heading.
pub const TCO_TOTAL: &str = "All groups";
/// Heading.
pub const TCO_ENTER: &str = "Enter more lines";

/// A group of costs.
#[must_use]
pub fn tco_group(group: TcoGroup) -> &'static str {
    match group {
        TcoGroup::Acquire => "Acquire",
        TcoGroup::Operate => "Operate",
        TcoGroup::Change => "Change",
        TcoGroup::Switch => "Switch",
        TcoGroup::Indirect => "Indirect",
        TcoGroup::Delay => "Delay",
    }
}

/// A line of total cost of ownership.
#[must_use]
pub fn tco_line(line: &str) -> String {
    known_line(line).map_or_else(|| super::field::cost_line(line), str::to_owned)
}

/// A line that this page names.
#[must_use]
pub fn known_line(line: &str) -> Option<&'static str> {
    Some(match line {
        "price" => "Calls or tokens",
        "hosting.perMonth" => "Hosting, fixed",
        "hosting.amount" => "Hosting, per use",
        "staff" => "People",
        "delay" => "Cost of delay",
        "oneOff.integration" => "Integration",
        "oneOff.abstractionLayer" => "Abstraction layer",
        "oneOff.loggingAndConsent" => "Logging and consent",
        "oneOff.dataCollection" => "Data collection",
        "oneOff.labelling" => "Labelling",
        "oneOff.training" => "Training runs",
        "oneOff.evaluationSet" => "Evaluation set",
        "oneOff.dataAcquisition" => "Buying data",
        "oneOff.hiring" => "Hiring",
        "oneOff.research" => "Research",
        "oneOff.migration" => "Moving to the next stage",
        "oneOff.dualRunning" => "Running both side by side",
        "oneOff.exitFees" => "Exit fees",
        "oneOff.privacyReview" => "Privacy review",
        "monthly.monitoring" => "Monitoring",
        "retraining" => "Retraining",
        "monthly.onCall" => "On-call duty",
        "monthly.retesting" => "Testing provider updates",
        "monthly.reprompting" => "Rewriting prompts",
        "monthly.baseModelUpgrades" => "New base models",
        "monthly.rearchitecture" => "New architectures",
        "monthly.outages" => "Outages",
        "monthly.rateLimits" => "Rate limits",
        "monthly.servingDowntime" => "Downtime of your own serving",
        "monthly.fee" => "Fixed fee",
        _ => return None,
    })
}

/// What of it is counted, in one line.
#[must_use]
pub fn tco_finding(tco: Option<&Tco>) -> String {
    let Some(tco) = tco else { return super::page::NO_VOLUME.to_owned() };
    let counts: Vec<String> = tco
        .options
        .iter()
        .filter(|(option, _)| option.approach().is_some())
        .map(|(option, of)| {
            let counted: usize = of.groups.iter().map(|group| group.lines.len()).sum();
            format!("{} {counted} of {}", super::option(option), counted + of.not_counted.len())
        })
        .collect();
    format!("Lines counted: {}", counts.join(" · "))
}

/// Heading of the amounts of one option.
#[must_use]
pub fn tco_entries(option: OptionId, not_counted: usize) -> String {
    match not_counted {
        0 => super::option(option).to_owned(),
        1 => format!("{}: 1 line not counted", super::option(option)),
        lines => format!("{}: {lines} lines not counted", super::option(option)),
    }
}
