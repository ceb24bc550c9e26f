//! What each purpose puts first (W1 to W5): the order of the page's parts as data, and what stands open in it.
//!
//! Nothing is left out for any purpose; only the order changes. Drawing is the page's.

use crate::scenario::Purpose;

/// A part of the page that a purpose can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// The questions about the five factors.
    Questions,
    /// What the options cost.
    Numbers,
    /// Why, what speaks against it, where rules disagree.
    Reasons,
    /// Stages and what moves them.
    RoadMap,
    /// The review's date, and what has changed.
    Review,
    /// Pitfalls, risks and habits.
    Risks,
    /// What each option's bill is made of: among the evidence, unless cost is what brings the reader here.
    CostLines,
}

/// The order of the page for one purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Beside the answer.
    pub inputs: [Section; 2],
    /// Below it.
    pub below: &'static [Section],
    /// What stands open although it is a panel that is closed elsewhere.
    pub open: Option<Section>,
}

/// The order for a purpose.
#[must_use]
pub fn order(purpose: Purpose) -> Order {
    use Section::{CostLines, Numbers, Questions, Reasons, Review, Risks, RoadMap};
    let (inputs, below, open): ([Section; 2], &'static [Section], Option<Section>) = match purpose {
        Purpose::New => ([Questions, Numbers], &[Reasons, RoadMap, Review, Risks], None),
        Purpose::Migrate => ([Numbers, Questions], &[RoadMap, Reasons, Review, Risks], None),
        Purpose::Review => ([Questions, Numbers], &[Review, RoadMap, Reasons, Risks], Some(Review)),
        Purpose::Cost => ([Numbers, Questions], &[CostLines, RoadMap, Reasons, Review, Risks], Some(CostLines)),
        Purpose::VendorRisk => ([Questions, Numbers], &[Risks, RoadMap, Reasons, Review], Some(Risks)),
    };
    Order { inputs, below, open }
}
