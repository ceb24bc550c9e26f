//! The aspects by which the article compares the three approaches (table A, 3 × 7), and where the reader's own situation
//! stands in it. The words of the cells are in `text::rule`.

use schemars::JsonSchema;
use serde::Serialize;

#[cfg(whole)]
use super::CostPosition;
#[cfg(whole)]
use super::factor::{Factor, FactorReading};
use super::rule::RuleId;
use crate::approach::Approach;
#[cfg(whole)]
use crate::approach::{ApproachSet, PerApproach};

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

impl Aspect {
    /// The cell of an approach.
    #[must_use]
    pub fn cell(self, approach: Approach) -> RuleId {
        use RuleId as R;
        let [api, fine_tune, custom] = match self {
            Self::TimeToValue => [R::AApi1, R::AFt1, R::ACu1],
            Self::UpfrontCost => [R::AApi2, R::AFt2, R::ACu2],
            Self::OngoingCost => [R::AApi3, R::AFt3, R::ACu3],
            Self::Expertise => [R::AApi4, R::AFt4, R::ACu4],
            Self::Differentiation => [R::AApi5, R::AFt5, R::ACu5],
            Self::Data => [R::AApi6, R::AFt6, R::ACu6],
            Self::Control => [R::AApi7, R::AFt7, R::ACu7],
        };
        match approach {
            Approach::Api => api,
            Approach::FineTune => fine_tune,
            Approach::Custom => custom,
        }
    }
}

/// The reader's own situation in one row.
#[cfg(whole)]
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AspectReading {
    /// The row.
    pub aspect: Aspect,
    /// The rule that places the reader; `null` while the input is blank.
    pub rule: Option<RuleId>,
    /// The approaches whose cell fits the reader's situation.
    pub fits: ApproachSet,
    /// Money at the reader's own numbers: once, or a month; `null` where nothing is counted or the row is not money.
    pub amounts: PerApproach<Option<f64>>,
}

/// All seven rows, placed by the readings of the factors, by T1 and by the costs.
#[cfg(whole)]
#[must_use]
pub fn aspects(readings: &[FactorReading], is_core: Option<bool>, cost: &CostPosition) -> Vec<AspectReading> {
    let by_factor = |factor: Factor| {
        let reading = readings.iter().find(|reading| reading.factor == factor);
        reading.map_or((None, ApproachSet::EMPTY), |reading| (reading.rule, reading.suggested))
    };
    let place = |aspect: Aspect| {
        let ((rule, fits), amounts) = match aspect {
            Aspect::TimeToValue => (by_factor(Factor::Timeline), PerApproach::default()),
            Aspect::UpfrontCost => ((None, ApproachSet::EMPTY), cost.upfront),
            Aspect::OngoingCost => (by_factor(Factor::Cost), cost.monthly),
            Aspect::Expertise => (by_factor(Factor::Expertise), PerApproach::default()),
            Aspect::Differentiation => (by_factor(Factor::Differentiation), PerApproach::default()),
            Aspect::Data => (by_factor(Factor::Data), PerApproach::default()),
            // F4: what customers choose the product for needs more control than an API leaves.
            Aspect::Control => {
                let fits = match is_core {
                    Some(true) => ApproachSet::of(&[Approach::FineTune, Approach::Custom]),
                    Some(false) => ApproachSet::ALL,
                    None => ApproachSet::EMPTY,
                };
                ((is_core.map(|_| RuleId::F4), fits), PerApproach::default())
            }
        };
        AspectReading { aspect, rule, fits, amounts }
    };
    ASPECTS.into_iter().map(place).collect()
}
