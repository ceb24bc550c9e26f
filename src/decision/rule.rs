//! The ids of the rules, as `decision-model.md` and the report name them. Their words are in `text::rule`.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $id:literal,)+) => {
        /// A rule of the decision model.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, JsonSchema)]
        pub enum RuleId {
            $($(#[$doc])* #[schemars(rename = $id)] $variant,)+
        }

        impl RuleId {
            /// Every rule, in the order of the model.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The id in documents and reports.
            #[must_use]
            pub fn id(self) -> &'static str {
                const IDS: &[&str] = &[$($id,)+];
                IDS.get(self as usize).copied().unwrap_or_default()
            }
        }

        impl Serialize for RuleId {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    };
}

rules! {
    /// Commodity suggests an API.
    F1 = "F1",
    /// Adapted suggests fine-tuning.
    F2 = "F2",
    /// Core suggests a model from scratch.
    F3 = "F3",
    /// No data, generic task: API.
    D1 = "D1",
    /// Hundreds of examples: few-shot API or light tuning.
    D2 = "D2",
    /// Thousands: fine-tuning.
    D3 = "D3",
    /// Hundreds of thousands or more: fine-tuning or from scratch.
    D4 = "D4",
    /// Data that forms a moat: from scratch.
    D5 = "D5",
    /// No ML engineers: API only.
    E1 = "E1",
    /// One or two ML engineers: fine-tuning on managed infrastructure.
    E2 = "E2",
    /// A team of five or more with infrastructure: fine-tuning or from scratch.
    E3 = "E3",
    /// A research team with a compute budget: anything.
    E4 = "E4",
    /// One to four weeks: API.
    L1 = "L1",
    /// One to three months: API, or fine-tuning if the data is ready.
    L2 = "L2",
    /// Three to six months: fine-tuning with data collection.
    L3 = "L3",
    /// Six to twelve months and more: from scratch.
    L4 = "L4",
    /// The cost at target scale.
    C6 = "C6",
    /// Question 1: core differentiator?
    T1 = "T1",
    /// Question 2: significant data?
    T2 = "T2",
    /// Question 3: ML expertise?
    T3 = "T3",
    /// Question 4: novel architecture?
    T4 = "T4",
    /// Plan the migration path.
    T5 = "T5",
    /// Leaf: API.
    T1No = "T1-no",
    /// Leaf: API now, collect data.
    T2No = "T2-no",
    /// Leaf: tuning as a managed service.
    T3No = "T3-no",
    /// Leaf: tune a foundation model.
    T4No = "T4-no",
    /// Leaf: from scratch.
    T4Yes = "T4-yes",
    /// Gate: the approach is fixed from outside.
    N1 = "N1",
    /// Gate: feasibility is open.
    N2 = "N2",
    /// Gate: trivial.
    N3 = "N3",
    /// Badge: strong API fit.
    Q1 = "Q1",
    /// Conditions for training from scratch.
    Q3b = "Q3b",
    /// The default path: start on an API.
    S3 = "S3",
    /// Level and T1 disagree.
    K01 = "K01",
    /// Leaf not in the data row.
    K02 = "K02",
    /// Moat, but below custom or too small.
    K03 = "K03",
    /// Leaf above the expertise row.
    K04 = "K04",
    /// Leaf above or below the timeline row.
    K05 = "K05",
    /// Cost points elsewhere.
    K06 = "K06",
    /// From scratch without all four conditions.
    K07 = "K07",
    /// No expertise, yet a novel architecture.
    K08 = "K08",
    /// Demand not validated.
    K09 = "K09",
    /// The grey zone of data.
    K10 = "K10",
    /// A hole in the data or team table.
    K11 = "K11",
    /// A seam in the timeline.
    K12 = "K12",
    /// Hiring takes longer than the deadline leaves.
    K13 = "K13",
    /// The API is forbidden, yet it would be where to start.
    K14 = "K14",
    /// Going on although feasibility is open.
    K15 = "K15",
    /// A commodity has no reason to climb.
    K16 = "K16",
    /// The API is not the cheapest.
    K17 = "K17",
    /// The crossing lies outside the usual band.
    K18 = "K18",
    /// A moat, yet no core differentiator.
    K19 = "K19",
    /// The destination relies on a managed tuning service.
    K20 = "K20",
    /// Trigger: product-market fit.
    M2 = "M2",
    /// Trigger: enough examples.
    M3 = "M3",
    /// Trigger: volume passes the crossing.
    M4 = "M4",
    /// Trigger: accuracy must rise or tuning stalls.
    M5 = "M5",
    /// Trigger: all conditions for training from scratch.
    M6 = "M6",
    /// Trigger: the yearly review.
    M7 = "M7",
    /// Trigger: a vendor event.
    M9 = "M9",
    /// Trigger: the team grows.
    M10 = "M10",
    /// Pitfall: building before validating.
    P1 = "P1",
    /// Pitfall: underrating lock-in.
    P2 = "P2",
    /// Pitfall: missing the chance to collect data.
    P3 = "P3",
    /// Pitfall: overrating the difficulty of tuning.
    P4 = "P4",
    /// Pitfall: underrating maintenance.
    P5 = "P5",
    /// Pitfall: no migration path.
    P6 = "P6",
    /// Risk: lock-in.
    R1 = "R1",
    /// Risk: price changes.
    R2 = "R2",
    /// Risk: updates break behaviour.
    R3 = "R3",
    /// Risk: data passes through a third party.
    R4 = "R4",
    /// Risk: limits and outages.
    R5 = "R5",
}
