//! Everything that has an id: the rules of the article, its worked example, the open points and the tensions, as
//! `decision-model.md` and the report name them. Their words are in `text::rule`.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

macro_rules! rules {
    ($($(#[$doc:meta])* $variant:ident = $id:literal,)+) => {
        /// A rule of the decision model; the order is that of the model.
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
    /// Three approaches, no more.
    S1 = "S1",
    /// Five factors, in this order.
    S2 = "S2",
    /// The default path: start on an API.
    S3 = "S3",
    /// A position between outsourced and owned, not a yes or no.
    S4 = "S4",
    /// What a view of effort against customisation leaves out.
    S5 = "S5",
    /// Evaluate the factors, then map to one approach.
    S6 = "S6",
    /// 2020: text classification took a team.
    H1 = "H1",
    /// 2023: it took one call.
    H2 = "H2",
    /// 2025: a frontier model tuned to a domain in an afternoon.
    H3 = "H3",
    /// API: time to value.
    AApi1 = "A-API-1",
    /// API: cost before it helps.
    AApi2 = "A-API-2",
    /// API: cost from then on.
    AApi3 = "A-API-3",
    /// API: expertise.
    AApi4 = "A-API-4",
    /// API: differentiation.
    AApi5 = "A-API-5",
    /// API: data.
    AApi6 = "A-API-6",
    /// API: control.
    AApi7 = "A-API-7",
    /// Fine-tune: time to value.
    AFt1 = "A-FT-1",
    /// Fine-tune: cost before it helps.
    AFt2 = "A-FT-2",
    /// Fine-tune: cost from then on.
    AFt3 = "A-FT-3",
    /// Fine-tune: expertise.
    AFt4 = "A-FT-4",
    /// Fine-tune: differentiation.
    AFt5 = "A-FT-5",
    /// Fine-tune: data.
    AFt6 = "A-FT-6",
    /// Fine-tune: control.
    AFt7 = "A-FT-7",
    /// From scratch: time to value.
    ACu1 = "A-CU-1",
    /// From scratch: cost before it helps.
    ACu2 = "A-CU-2",
    /// From scratch: cost from then on.
    ACu3 = "A-CU-3",
    /// From scratch: expertise.
    ACu4 = "A-CU-4",
    /// From scratch: differentiation.
    ACu5 = "A-CU-5",
    /// From scratch: data.
    ACu6 = "A-CU-6",
    /// From scratch: control.
    ACu7 = "A-CU-7",
    /// Commodity suggests an API.
    F1 = "F1",
    /// Adapted suggests fine-tuning.
    F2 = "F2",
    /// Core suggests a model from scratch.
    F3 = "F3",
    /// The question of factor 1.
    F4 = "F4",
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
    /// Data as the factor that weighs most.
    D6 = "D6",
    /// No ML engineers: API only.
    E1 = "E1",
    /// One or two ML engineers: fine-tuning on managed infrastructure.
    E2 = "E2",
    /// A team of five or more with infrastructure: fine-tuning or from scratch.
    E3 = "E3",
    /// A research team with a compute budget: anything.
    E4 = "E4",
    /// What the two kinds of people have to know, and how long hiring takes.
    E5 = "E5",
    /// One to four weeks: API.
    L1 = "L1",
    /// One to three months: API, or fine-tuning if the data is ready.
    L2 = "L2",
    /// Three to six months: fine-tuning with data collection.
    L3 = "L3",
    /// Six to twelve months and more: from scratch.
    L4 = "L4",
    /// Validate, then invest.
    L5 = "L5",
    /// Cost of the API.
    C1 = "C1",
    /// Cost of the fine-tuned model.
    C2 = "C2",
    /// Cost of the model from scratch.
    C3 = "C3",
    /// The usual band of the crossing.
    C4 = "C4",
    /// Cheap at first, dear at scale, and the other way round.
    C5 = "C5",
    /// The cost at target scale.
    C6 = "C6",
    /// Question 1: core differentiator?.
    T1 = "T1",
    /// Question 2: significant data?.
    T2 = "T2",
    /// Question 3: ML expertise?.
    T3 = "T3",
    /// Question 4: novel architecture?.
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
    /// Entry: a first sourcing decision.
    W1 = "W1",
    /// Entry: from an API to a model of one's own.
    W2 = "W2",
    /// Entry: the yearly review.
    W3 = "W3",
    /// Entry: saving cost at scale.
    W4 = "W4",
    /// Entry: a risk from depending on a vendor.
    W5 = "W5",
    /// Gate: the approach is fixed from outside.
    N1 = "N1",
    /// Gate: feasibility is open.
    N2 = "N2",
    /// Gate: trivial.
    N3 = "N3",
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
    /// Mitigation: abstraction layer.
    RM1 = "RM1",
    /// Mitigation: fallback provider.
    RM2 = "RM2",
    /// Mitigation: contract terms.
    RM3 = "RM3",
    /// The stages, none skipped.
    M1 = "M1",
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
    /// Enablers that a change of stage needs.
    M8 = "M8",
    /// Trigger: a vendor event.
    M9 = "M9",
    /// Trigger: the team reaches the next row.
    M10 = "M10",
    /// This framework.
    X1 = "X1",
    /// Build or buy, the plain version.
    X2 = "X2",
    /// Wardley mapping.
    X3 = "X3",
    /// Make, buy or ally.
    X4 = "X4",
    /// Total cost of ownership.
    X5 = "X5",
    /// What goes together.
    X6 = "X6",
    /// Badge: strong API fit.
    Q1 = "Q1",
    /// Risks and mitigations of depending on an API.
    Q2 = "Q2",
    /// Conditions for fine-tuning.
    Q3a = "Q3a",
    /// Conditions for training from scratch.
    Q3b = "Q3b",
    /// A claim about value and cost.
    Q3c = "Q3c",
    /// Worked example: phase 1.
    Lg1 = "LG1",
    /// Worked example: accuracy of phase 1.
    Lg2 = "LG2",
    /// Worked example: API bill of the beta.
    Lg3 = "LG3",
    /// Worked example: phase 2.
    Lg4 = "LG4",
    /// Worked example: examples.
    Lg5 = "LG5",
    /// Worked example: accuracy of phase 2.
    Lg6 = "LG6",
    /// Worked example: tuning compute.
    Lg7 = "LG7",
    /// Worked example: hosting.
    Lg8 = "LG8",
    /// Worked example: the API's bill at 500 users.
    Lg9 = "LG9",
    /// Worked example: saving.
    Lg10 = "LG10",
    /// Worked example: payback.
    Lg11 = "LG11",
    /// Worked example: spend until month 8.
    Lg12 = "LG12",
    /// Worked example: custom training against it.
    Lg13 = "LG13",
    /// Worked example: the article's saving.
    Lg14 = "LG14",
    /// Worked example: the decision of month 9.
    Lg15 = "LG15",
    /// Worked example: what was wrong, what got better.
    Lg16 = "LG16",
    /// Open point: factors that the tree does not ask.
    I01 = "I01",
    /// Open point: a managed service without engineers.
    I02 = "I02",
    /// Open point: three levels, a yes or no.
    I03 = "I03",
    /// Open point: need and route.
    I04 = "I04",
    /// Open point: what significant means.
    I05 = "I05",
    /// Open point: the grey zone of data.
    I06 = "I06",
    /// Open point: holes in the data table.
    I07 = "I07",
    /// Open point: a moat is not a size.
    I08 = "I08",
    /// Open point: three floors for training from scratch.
    I09 = "I09",
    /// Open point: the complexity of the task.
    I10 = "I10",
    /// Open point: a moat and fine-tuning.
    I11 = "I11",
    /// Open point: which factor weighs most.
    I12 = "I12",
    /// Open point: holes in the team table.
    I13 = "I13",
    /// Open point: managed infrastructure at T4-no.
    I14 = "I14",
    /// Open point: time for hiring.
    I15 = "I15",
    /// Open point: shared ends of the timeline.
    I16 = "I16",
    /// Open point: an afternoon, or months.
    I17 = "I17",
    /// Open point: custom without its conditions.
    I18 = "I18",
    /// Open point: 90% of the value.
    I19 = "I19",
    /// Open point: T4 after T3-no.
    I20 = "I20",
    /// Open point: who has to climb.
    I21 = "I21",
    /// Open point: start on an API.
    I22 = "I22",
    /// Open point: two questions before sourcing.
    I23 = "I23",
    /// Open point: entries and gates.
    I24 = "I24",
    /// Open point: which approach is imposed.
    I25 = "I25",
    /// Open point: which is cheapest.
    I26 = "I26",
    /// Open point: the unit of volume.
    I27 = "I27",
    /// Open point: costs without a volume.
    I28 = "I28",
    /// Open point: the band's pair.
    I29 = "I29",
    /// Open point: 40 or 36 a user.
    I30 = "I30",
    /// Open point: the example's missing engineer.
    I31 = "I31",
    /// Open point: two researchers.
    I32 = "I32",
    /// Open point: six months and 150,000.
    I33 = "I33",
    /// Open point: amortisation.
    I34 = "I34",
    /// Open point: the numbering of the steps.
    I35 = "I35",
    /// Open point: four conditions joined by and.
    I36 = "I36",
    /// Open point: open models and retrieval.
    I37 = "I37",
    /// Open point: whose risks.
    I38 = "I38",
    /// Open point: review and horizon.
    I39 = "I39",
    /// Open point: upfront cost of an API.
    I40 = "I40",
    /// Open point: earliest, or estimate.
    I41 = "I41",
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
}
