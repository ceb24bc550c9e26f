//! Make, buy or ally (X4): whether an alliance is worth offering, what a partner's data would change, and what to settle
//! in its term sheet (part 4.3).
//!
//! What a partner costs is the cost curve `options.ally`, like any other option's.

use schemars::JsonSchema;
use serde::Serialize;

use crate::decision::{Rows, RuleId};
use crate::scenario::{Partner, Scenario};
use crate::units::{Examples, Quantity};

/// How many of the last four questions have to be answered with yes (ours).
const OTHERS_NEEDED: usize = 2;

/// Whether an alliance is worth offering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Offer {
    /// Both conditions of the source hold, and at least two of the others (ours).
    Offered,
    /// They do not, whatever the open questions turn out to be.
    NotOffered,
    /// Open questions decide.
    Unknown,
}

/// A point that an alliance has to settle in writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Term {
    /// What it is for, and what it is not.
    PurposeAndScope,
    /// Who may use which data.
    DataRights,
    /// Who else may get the same.
    Exclusivity,
    /// Who owns trained weights, and what becomes of them.
    WeightsOwnership,
    /// Training again after it ends.
    RetrainingAfterEnd,
    /// Who may check what.
    Audit,
    /// The people in the data.
    Privacy,
    /// How to leave.
    Exit,
    /// Who decides, and how disputes end.
    Governance,
}

/// The term sheet, in order.
pub const TERMS: [Term; 9] = [
    Term::PurposeAndScope,
    Term::DataRights,
    Term::Exclusivity,
    Term::WeightsOwnership,
    Term::RetrainingAfterEnd,
    Term::Audit,
    Term::Privacy,
    Term::Exit,
    Term::Governance,
];

/// What make-buy-ally says of a partner.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Ally {
    /// Whether an alliance is worth offering; otherwise the main result says make or buy.
    pub offer: Offer,
    /// How many of the six questions are answered with yes.
    pub yes: usize,
    /// How many are open.
    pub open: usize,
    /// The data row without the partner; `null` while the number of examples is blank.
    pub data_alone: Option<RuleId>,
    /// The data row with the partner's examples, never below the one without; `null` while they are blank.
    pub data_with_partner: Option<RuleId>,
    /// What to settle in writing; empty unless an alliance is offered.
    pub term_sheet: Vec<Term>,
}

/// `None` without a partner: no answer, no examples and no offer to price.
pub(super) fn ally(scenario: &Scenario) -> Option<Ally> {
    let partner = scenario.decision.partner.filter(|partner| *partner != Partner::default());
    if partner.is_none() && scenario.options.ally.is_none() {
        return None;
    }
    let partner = partner.unwrap_or_default();
    let needed = [partner.holds_unobtainable, partner.exclusive];
    let others = [partner.needs_yours, partner.hard_to_specify, partner.interests_aligned, partner.exit_possible];
    let count = |answers: &[Option<bool>], of: Option<bool>| answers.iter().filter(|answer| **answer == of).count();
    let all = [needed.as_slice(), &others].concat();
    let (yes, possible) = (count(&others, Some(true)), others.len() - count(&others, Some(false)));
    let offer = if count(&needed, Some(false)) > 0 || possible < OTHERS_NEEDED {
        Offer::NotOffered
    } else if count(&needed, Some(true)) == needed.len() && yes >= OTHERS_NEEDED {
        Offer::Offered
    } else {
        Offer::Unknown
    };
    let (data_alone, data_with_partner) = data_rows(scenario, partner.examples);
    Some(Ally {
        offer,
        yes: count(&all, Some(true)),
        open: count(&all, None),
        data_alone,
        data_with_partner,
        term_sheet: if offer == Offer::Offered { TERMS.to_vec() } else { Vec::new() },
    })
}

/// The row of one's own examples, and that of both together. Own examples that are blank add nothing that is known.
fn data_rows(scenario: &Scenario, partners: Option<Examples>) -> (Option<RuleId>, Option<RuleId>) {
    let own = scenario.decision.data.examples;
    let row = |examples: Option<Examples>| {
        let mut answers = scenario.decision.clone();
        answers.data.examples = examples;
        Rows::of(&answers).data.map(|place| place.row.rule)
    };
    let sum = |partners: Examples| {
        let both = own.map_or(0.0, Quantity::get) + partners.get();
        Examples::new(both.min(Examples::MAX)).ok()
    };
    (row(own), row(partners.and_then(sum)))
}
