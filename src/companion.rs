//! Companion frameworks beside the main result: build or buy, a Wardley map, make-buy-ally, total cost of ownership
//! (X2 to X5, part 4 of the decision model).
//!
//! Each one reads what scenario, cost and decision already say in its own terms. None changes the main result, and none
//! scores anything. The words are in `text::companions`.

mod ally;
mod binary;
mod tco;
mod wardley;

pub use ally::{Ally, Offer, TERMS, Term};
pub use binary::{Binary, BinaryReading, BinaryView, BuildOrBuy, Stretch};
pub use tco::{GroupCost, OptionTco, Tco, TcoGroup, entries, group_of};
pub use wardley::{LINKS, MapComponent, ModelFit, PlacedBy, Sourcing, WardleyMap, names, wardley_mermaid, wardley_owm};

use schemars::JsonSchema;
use serde::Serialize;

use crate::approach::OptionId;
use crate::cost::Costs;
use crate::decision::Decision;
use crate::scenario::Scenario;

/// What other frameworks say of the same scenario.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Companions {
    /// Options with a cost curve that the article does not have (I37).
    pub not_in_article: Vec<OptionId>,
    /// Build or buy (X2).
    pub binary: Binary,
    /// A Wardley map of the feature (X3).
    pub wardley: WardleyMap,
    /// Make, buy or ally (X4); `null` while there is no partner.
    pub ally: Option<Ally>,
    /// Total cost of ownership (X5); `null` while the volume is blank.
    pub tco: Option<Tco>,
}

/// Reads a scenario and its results through the other frameworks.
#[must_use]
pub fn evaluate(scenario: &Scenario, cost: &Costs, decision: &Decision) -> Companions {
    let added = |option: &OptionId| option.approach().is_none() && scenario.options.get(*option).is_some();
    Companions {
        not_in_article: OptionId::ALL.into_iter().filter(added).collect(),
        binary: binary::binary(cost, decision),
        wardley: wardley::map(scenario),
        ally: ally::ally(scenario),
        tco: tco::tco(scenario, cost, decision),
    }
}
