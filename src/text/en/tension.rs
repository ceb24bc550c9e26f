//! Tensions in words: which side the headline follows and why, and which fact would settle it. The two sides are the rules
//! that meet; their words are in `rule`.

use crate::decision::RuleId;

/// Why the headline follows the side that it does, and what would settle the matter; empty for anything but a tension.
#[must_use]
pub fn tension(id: RuleId) -> (&'static str, &'static str) {
    match id {
        RuleId::K01 => (
            "The tree asks about customers and never reads the level; the level only caps how far to climb.",
            "Ask customers why they chose you.",
        ),
        RuleId::K02 => (
            "The tree gives the destination; the table of sizes limits what can start now.",
            "Answer whether your data is significant for this task, not how large it is.",
        ),
        RuleId::K03 => (
            "A moat is a wish for more of your own. The tree’s answers decide how far that can go.",
            "Try what the data adds to a tuned model before you train one, and count your examples against the three floors.",
        ),
        RuleId::K04 => (
            "The team’s row says what can start now; the tree still names where to end up.",
            "A person who owns evaluation and data quality would settle it, or a hire.",
        ),
        RuleId::K05 => (
            "A timeline that is too short limits what can start now; one that is longer than needed forbids nothing.",
            "A later deadline, or a first version on a lighter approach.",
        ),
        RuleId::K06 => (
            "Cost never overrides your answers silently: it stands beside them as a difference and a trigger.",
            "Decide whether the difference is worth the move, with the lines that are not counted filled in.",
        ),
        RuleId::K07 => (
            "The tree’s end stays the recommendation; the article’s own conditions are stricter than its tree.",
            "Answer the conditions under Expertise; until all four hold, tuning is the safer reading.",
        ),
        RuleId::K08 => (
            "The tree stops at missing expertise and names managed tuning, without asking whether there is anything to tune.",
            "A partner, or people who can design an architecture.",
        ),
        RuleId::K09 => (
            "Proving demand comes first: the start is an API, and the tree’s end becomes the destination.",
            "A first version that users pay for or keep using.",
        ),
        RuleId::K10 => (
            "Your own answer counts where you gave one; until then both ends of the tree are shown.",
            "Tune once on what you hold, and measure.",
        ),
        RuleId::K11 => (
            "The lower row is used, since it promises less.",
            "Another engineer or more examples, so that the input falls into a row; or your own judgement of which row it is.",
        ),
        RuleId::K12 => {
            ("The shorter row is used, since it promises less.", "The exact date by which real users must have it.")
        }
        RuleId::K13 => (
            "The stated deadline counts now, since the start needs nobody who is not on board. The shorter row holds for what comes next.",
            "A later deadline, or people who are on board already.",
        ),
        RuleId::K14 => (
            "What is imposed comes first: the start is lifted to the lightest approach that is allowed.",
            "Whoever imposed it, or the people that the allowed approach takes.",
        ),
        RuleId::K15 => ("You chose to go on, so the answers below count.", "A feasibility spike of a few days."),
        RuleId::K16 => (
            "The level caps the destination at the API. A difference in cost or a vendor’s risk can still open a move.",
            "Whether customers would ever choose you because of it.",
        ),
        RuleId::K17 => (
            "An API still asks least at the start. “Cheapest” is worked out at your volume and decides nothing by itself.",
            "Your volume in a year, and the lines that are not counted.",
        ),
        RuleId::K18 => (
            "Your own numbers count. The usual range is wide, and has no source in the article.",
            "Check the price per unit and the fixed costs: one of them is unusual.",
        ),
        RuleId::K19 => (
            "The tree asks about customers first and then stops.",
            "Ask whether the data itself could be the product’s edge.",
        ),
        RuleId::K20 => (
            "The tree names a managed service; it knows nothing of what vendors have withdrawn since.",
            "The vendor’s own page on what is deprecated, read on the day you sign, and a second service that would do.",
        ),
        _ => ("", ""),
    }
}
