//! The aspects by which the article compares the three approaches (table A, 3 × 7). The words of the cells are in
//! `text::aspect`.

use schemars::JsonSchema;
use serde::Serialize;

/// A row of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Aspect {
    /// How long until it helps.
    TimeToValue,
    /// What is paid before it does.
    UpfrontCost,
    /// What is paid from then on.
    OngoingCost,
    /// Who is needed.
    Expertise,
    /// How much it sets the product apart.
    Differentiation,
    /// How much data is needed.
    Data,
    /// Who decides how it behaves.
    Control,
}

/// All seven, in the article's order.
pub const ASPECTS: [Aspect; 7] = [
    Aspect::TimeToValue,
    Aspect::UpfrontCost,
    Aspect::OngoingCost,
    Aspect::Expertise,
    Aspect::Differentiation,
    Aspect::Data,
    Aspect::Control,
];
