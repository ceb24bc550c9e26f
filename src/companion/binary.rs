//! The traditional question, build or buy (X2), and what it cannot see: the middle, and the data (part 4.1).
//!
//! The view itself knows two options only; what it misses is kept beside it.

use schemars::JsonSchema;
use serde::Serialize;

use crate::approach::{Approach, OptionId};
use crate::cost::{Costs, Segment};
use crate::decision::{Decision, Factor, RuleId, StepAnswer};

/// One of the two answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum BuildOrBuy {
    /// Make it.
    Build,
    /// Take what is on offer.
    Buy,
}

/// What a binary view says: two options, nothing between.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BinaryView {
    /// Build what sets you apart (T1), buy the rest; `null` while that is open.
    pub verdict: Option<BuildOrBuy>,
    /// Which of the two costs less at the reader's volume; `null` where they cost the same or one is not priced.
    pub cheaper: Option<BuildOrBuy>,
    /// By how much, in money per month; `null` while one is not priced.
    pub difference: Option<f64>,
    /// The first volume at which their order changes, within the range of the report.
    pub first_crossing: Option<f64>,
    /// How often their order changes there.
    pub crossings: usize,
}

/// How the binary view compares with the full result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum BinaryReading {
    /// It says build where the full result ends at fine-tuning.
    MissedMiddle,
    /// It says buy while the data is worth more (D3 and up).
    MissedData,
    /// Both say the same.
    Agreement,
}

/// A stretch of volume.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Stretch {
    /// Where it begins.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

/// The binary view beside the full result.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Binary {
    /// What it says.
    pub view: BinaryView,
    /// How that compares; `null` while verdict, destination or data is open, or where none of the three fits.
    pub reading: Option<BinaryReading>,
    /// Where the option between the two is cheapest: volumes that the view cannot see.
    pub missed: Vec<Stretch>,
}

pub(super) fn binary(cost: &Costs, decision: &Decision) -> Binary {
    let view = view(cost, decision);
    let reading = view.verdict.and_then(|verdict| reading(verdict, decision));
    Binary { view, reading, missed: missed(&cost.envelope) }
}

fn view(cost: &Costs, decision: &Decision) -> BinaryView {
    let t1 = decision.tree.answers.iter().find(|step| step.rule == RuleId::T1).map(|step| step.answer);
    let verdict = match t1 {
        Some(StepAnswer::Yes) => Some(BuildOrBuy::Build),
        Some(StepAnswer::No) => Some(BuildOrBuy::Buy),
        Some(StepAnswer::Unknown) | None => None,
    };
    let total = |option| Some(cost.at_volume.as_ref()?.options.get(option)?.total);
    let difference = total(OptionId::Api).zip(total(OptionId::Custom)).map(|(buy, build)| buy - build);
    let cheaper = difference
        .filter(|difference| *difference != 0.0)
        .map(|difference| if difference > 0.0 { BuildOrBuy::Build } else { BuildOrBuy::Buy });
    let pair = cost.pairs.iter().find(|pair| pair.a == OptionId::Api && pair.b == OptionId::Custom);
    let crossings = pair.map_or(&[] as &[_], |pair| &pair.crossings);
    BinaryView {
        verdict,
        cheaper,
        difference: difference.map(libm::fabs),
        first_crossing: crossings.first().map(|crossing| crossing.volume),
        crossings: crossings.len(),
    }
}

/// The full result is where it ends up: an API for now is a step on the way.
fn reading(verdict: BuildOrBuy, decision: &Decision) -> Option<BinaryReading> {
    let row = |factor| decision.factors.iter().find(|reading| reading.factor == factor).and_then(|found| found.rule);
    let (data, moat) = (row(Factor::Data), row(Factor::DataMoat).is_some());
    let worth_more = moat || data.is_some_and(|rule| rule >= RuleId::D3);
    match (verdict, decision.destination.approach) {
        (BuildOrBuy::Build, Some(Approach::FineTune)) => Some(BinaryReading::MissedMiddle),
        (BuildOrBuy::Build, Some(Approach::Custom)) => Some(BinaryReading::Agreement),
        (BuildOrBuy::Buy, _) if worth_more => Some(BinaryReading::MissedData),
        (BuildOrBuy::Buy, Some(Approach::Api)) if data.is_some() => Some(BinaryReading::Agreement),
        _ => None,
    }
}

/// The envelope's part where fine-tuning costs less than both others; neighbours are one stretch.
fn missed(envelope: &[Segment]) -> Vec<Stretch> {
    let unseen = |segment: &&Segment| {
        segment.cheapest.contains(&OptionId::FineTune)
            && !segment.cheapest.contains(&OptionId::Api)
            && !segment.cheapest.contains(&OptionId::Custom)
    };
    let mut stretches: Vec<Stretch> = Vec::new();
    for segment in envelope.iter().filter(unseen) {
        match stretches.last_mut() {
            Some(last) if last.to == segment.from => last.to = segment.to,
            _ => stretches.push(Stretch { from: segment.from, to: segment.to }),
        }
    }
    stretches
}
