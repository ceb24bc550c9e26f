//! Headings, buttons and fixed sentences of the page.

use crate::catalogue::ModelPrice;
use crate::format::{Units, day, significant, upper_first};

/// Name of the whole widget for assistive technology.
pub const REGION: &str = "API, fine-tune or from scratch?";
/// Beside an option that the article does not have (I37).
pub const NOT_IN_ARTICLE: &str = "not in the article";
/// A scenario without a title.
pub const UNTITLED: &str = "Your decision";
/// Label of the list of examples.
pub const EXAMPLE: &str = "Example";
/// Undo.
pub const UNDO: &str = "Undo";
/// Redo.
pub const REDO: &str = "Redo";
/// Back to what was loaded.
pub const RESET: &str = "Reset";
/// Heading.
pub const YOUR_ANSWERS: &str = "Your answers";
/// Heading.
pub const YOUR_NUMBERS: &str = "Your numbers";
/// Label of the volume.
pub const YOUR_VOLUME: &str = "Your volume";
/// Opens a question.
pub const CHANGE: &str = "Change";
/// An empty number that is optional.
pub const NOT_COUNTED: &str = "not counted";
/// An empty number that is an answer.
pub const UNKNOWN: &str = "not known";
/// Before what to start with.
pub const NOW: &str = "Now";
/// Before where to end up.
pub const DESTINATION: &str = "Destination";
/// In place of costs.
pub const NO_VOLUME: &str = "Enter your volume to see what each option costs.";
/// Opens everything.
pub const OPEN_FULL: &str = "Open the full decision";
/// Results while a field is wrong.
pub const STALE: &str = "Showing your last valid numbers. To go on, fix:";
/// Goes past a gate.
pub const CONTINUE_ANYWAY: &str = "Continue anyway";
/// The numbers of the chart.
pub const AS_TABLE: &str = "The same numbers as a table";
/// Heading.
pub const PLAN: &str = "Why this, and what disagrees";
/// In place of everything below a gate.
pub const PLAN_WAITS: &str = "Reasons, road map and evidence wait at the gate above. Continue anyway to see them.";
/// After the counts.
pub const INITIAL: &str = " · an initial recommendation";
/// Before the two sides of a tension.
pub const BOTH_SIDES: &str = "Both sides";
/// Before what would settle it.
pub const SETTLES: &str = "What would settle it:";
/// A question of the tree that the walk does not meet.
pub const NOT_ASKED: &str = "not reached";
/// Said of an end of the tree.
pub const REACHED: &str = " (your answers end here)";
/// Heading.
pub const WHY: &str = "Why";
/// Heading.
pub const AGAINST: &str = "What speaks against it";
/// Heading.
pub const DISAGREE: &str = "Where the rules disagree";
/// No tension.
pub const NO_TENSIONS: &str = "Nowhere: as far as they are known, tree, tables and cost agree.";
/// Heading.
pub const ROAD_MAP: &str = "Road map";
/// Heading.
pub const EXAMINE: &str = "Examine";
/// Below it.
pub const EXAMINE_NOTE: &str = "Each line states its finding. Open it for the evidence.";
/// Heading.
pub const ANALYSE: &str = "Analyse";
/// Panel.
pub const FACTORS: &str = "Five factors, three options";
/// Panel.
pub const TREE: &str = "Decision tree";
/// Panel.
pub const FLIPS: &str = "What would change the answer";
/// Panel.
pub const COST_LINES: &str = "Cost lines";
/// Panel.
pub const ASPECTS: &str = "The three approaches compared";
/// Its finding.
pub const ASPECTS_FINDING: &str = "Seven aspects, from time to control";
/// Panel.
pub const RAW: &str = "Raw report";
/// Its finding.
pub const RAW_FINDING: &str = "JSON, schema 1";
/// About the example.
pub const ABOUT_EXAMPLE: &str = "About this example";
/// Name of the choice between two ways to enter a price.
pub const PRICE_ENTERED: &str = "How the API’s price is entered";
/// From token prices.
pub const PRICE_FROM_TOKENS: &str = "From token prices";
/// From a list with tiers.
pub const PRICE_FROM_TIERS: &str = "Tiers";
/// Label of the list of models.
pub const MODEL: &str = "Take the list prices of";
/// No model chosen.
pub const NO_MODEL: &str = "your own prices";
/// Column heading.
pub const COL_FACTOR: &str = "Factor";
/// Column heading.
pub const COL_RULE: &str = "Rule";
/// Column heading.
pub const COL_LINE: &str = "Line";
/// Row heading.
pub const TOTAL: &str = "Total a month";
/// Column heading.
pub const COL_PAIR: &str = "Pair";
/// Column heading.
pub const COL_RESULT: &str = "Result";
/// Column heading.
pub const COL_LEADS: &str = "Leads to";
/// Column heading.
pub const COL_IF: &str = "If";
/// Yes.
pub const YES: &str = "Yes";
/// No.
pub const NO: &str = "No";
/// Open.
pub const OPEN: &str = "Not known";
/// Column heading.
pub const COL_NUMBER: &str = "Number";
/// Column heading.
pub const COL_YOURS: &str = "Yours";
/// Column heading.
pub const COL_TIE: &str = "Ties at";
/// Column heading.
pub const COL_ASPECT: &str = "Aspect";

/// Line below the title.
#[must_use]
pub fn subtitle(is_example: bool, is_changed: bool) -> &'static str {
    match (is_example, is_changed) {
        (true, false) => "An example, loaded so that you see an answer at once. Nothing leaves this browser.",
        (true, true) => "An example with your changes. Nothing leaves this browser.",
        (false, _) => "Your scenario. Nothing leaves this browser.",
    }
}

/// What blank means, and in which money.
#[must_use]
pub fn numbers_note(units: Units<'_>) -> String {
    format!("In {}: a label only, nothing is converted. Blank means not counted, never zero.", units.currency)
}

/// Entering the price directly.
#[must_use]
pub fn price_per_unit(unit: &str) -> String {
    format!("Price per {unit}")
}

/// A model in the list.
#[must_use]
pub fn model_option(row: &ModelPrice) -> String {
    format!(
        "{} (${} / ${} per M)",
        row.name,
        significant(row.input_per_million, 3),
        significant(row.output_per_million, 3)
    )
}

/// Where a list price comes from.
#[must_use]
pub fn list_price(vendor: &str, name: &str, as_of: &str, source: &str) -> String {
    format!("List price of {name} ({vendor}) on {}, from {source}, in US dollars. Check it.", day(as_of))
}

/// The number that was read from what was typed.
#[must_use]
pub fn read_as(number: &str) -> String {
    format!("Read as {number}")
}

/// The side of a tension that the headline follows.
#[must_use]
pub fn follows(id: &str) -> String {
    format!("The headline follows {id}.")
}

/// Below the factor table’s heading.
pub const FACTORS_NOTE: &str = "Named: the rule suggests it or calls it realistic. Differentiation says what is wanted; data, expertise and timeline say what can be done; cost says what it takes. Nothing is added up.";
/// After an implied answer.
pub const IMPLIED: &str = " (as your answers imply)";
/// Caption.
pub const FLIPS_CAPTION: &str = "Smallest sets of answers that lead elsewhere";
/// Caption.
pub const TIES_CAPTION: &str = "Numbers at which two options tie, the rest unchanged";
/// No tie.
pub const NO_TIE: &str = "no tie";

/// Below the tree.
#[must_use]
pub fn tree_note() -> String {
    format!(
        "{} Timeline and cost are not asked by the tree; they are compared with it above.",
        super::rule::rule(crate::decision::RuleId::T5)
    )
}

/// Heading of the volume column.
#[must_use]
pub fn volume_head(units: Units<'_>) -> String {
    format!("{} a month", upper_first(&units.plural()))
}

/// Name of a pair of options.
#[must_use]
pub fn pair_name(a: &str, b: &str) -> String {
    format!("{a} and {b}")
}
