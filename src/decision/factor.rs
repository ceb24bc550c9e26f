//! The factor tables: differentiation (F), data (D), expertise (E), timeline (L), each a list of rows as data.
//!
//! Every input belongs to exactly one row; holes and shared ends of the article's tables are flagged (I07, I13, I16).
//! What follows from the rows is in `outcome` and `tension`.

use schemars::JsonSchema;
use serde::Serialize;

use super::rule::RuleId;
use crate::approach::Approach::{Api, Custom, FineTune};
use crate::approach::{Approach, ApproachSet, PerApproach};
use crate::scenario::{Answers, Data, Differentiation, Team};
use crate::units::Quantity;

/// Number of examples from which data counts as significant (I05, ours).
pub const SIGNIFICANT_EXAMPLES: f64 = 1_000.0;
/// Number of examples below which it does not (I05, ours).
pub const GREY_EXAMPLES: f64 = 100.0;
/// Number of examples from which D4 holds.
pub const LARGE_EXAMPLES: f64 = 100_000.0;
/// Number of examples that Q3b asks for (I09).
pub const MASSIVE_EXAMPLES: f64 = 1_000_000.0;
/// One month in weeks (I16, ours).
pub const MONTH_WEEKS: f64 = 52.0 / 12.0;

/// A factor of the decision (S2); the moat is a flag beside the data (I08).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Factor {
    /// Factor 1.
    Differentiation,
    /// Factor 2.
    Data,
    /// Factor 3.
    Expertise,
    /// Factor 4.
    Timeline,
    /// Factor 5.
    Cost,
    /// D5, where the flag is set.
    DataMoat,
}

/// A row of a factor table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row's rule.
    pub rule: RuleId,
    /// What the article suggests or calls realistic.
    pub suggested: ApproachSet,
    /// The most owned approach that can start now (I16: lighter ones stay possible).
    pub ceiling: Approach,
}

const fn row(rule: RuleId, suggested: &[Approach], ceiling: Approach) -> Row {
    Row { rule, suggested: ApproachSet::of(suggested), ceiling }
}

/// Factor 1: what is wanted. It neither caps nor lifts what starts now.
pub const DIFFERENTIATION: [Row; 3] =
    [row(RuleId::F1, &[Api], Custom), row(RuleId::F2, &[FineTune], Custom), row(RuleId::F3, &[Custom], Custom)];
/// Factor 2: by the number of examples.
pub const DATA: [Row; 4] = [
    row(RuleId::D1, &[Api], Api),
    row(RuleId::D2, &[Api, FineTune], FineTune),
    row(RuleId::D3, &[FineTune], FineTune),
    row(RuleId::D4, &[FineTune, Custom], Custom),
];
/// Data that forms a moat (D5): a pull, not a limit.
pub const MOAT: Row = row(RuleId::D5, &[Custom], Custom);
/// Factor 3: what is realistic for the team.
pub const EXPERTISE: [Row; 4] = [
    row(RuleId::E1, &[Api], Api),
    row(RuleId::E2, &[FineTune], FineTune),
    row(RuleId::E3, &[FineTune, Custom], Custom),
    row(RuleId::E4, &[Api, FineTune, Custom], Custom),
];
/// Factor 4: what is realistic in the time.
pub const TIMELINE: [Row; 4] = [
    row(RuleId::L1, &[Api], Api),
    row(RuleId::L2, &[Api, FineTune], FineTune),
    row(RuleId::L3, &[FineTune], FineTune),
    row(RuleId::L4, &[Custom], Custom),
];

/// What is odd about the place of an input in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Flag {
    /// The table has no row for it; a neighbour is used.
    Gap,
    /// Two rows share it; the stricter is used.
    Boundary,
}

/// An input's row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The row.
    pub row: Row,
    /// What is odd about it.
    pub flag: Option<Flag>,
}

const fn at(row: Row) -> Place {
    Place { row, flag: None }
}

const fn flagged(row: Row, flag: Flag) -> Place {
    Place { row, flag: Some(flag) }
}

/// The rows of a scenario; `None` where the input is blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rows {
    /// F.
    pub differentiation: Option<Place>,
    /// D1 to D4.
    pub data: Option<Place>,
    /// D5, where the flag is set.
    pub moat: Option<Place>,
    /// E.
    pub expertise: Option<Place>,
    /// L.
    pub timeline: Option<Place>,
}

impl Rows {
    /// Places every input in its table.
    #[must_use]
    pub fn of(answers: &Answers) -> Self {
        Self {
            differentiation: answers.differentiation.map(differentiation),
            data: data(&answers.data),
            moat: (answers.data.moat == Some(true)).then_some(at(MOAT)),
            expertise: expertise(&answers.team),
            timeline: answers.deadline_weeks.map(|weeks| timeline(weeks.get())),
        }
    }
}

fn differentiation(level: Differentiation) -> Place {
    let [commodity, adapted, core] = DIFFERENTIATION;
    at(match level {
        Differentiation::Commodity => commodity,
        Differentiation::Adapted => adapted,
        Differentiation::Core => core,
    })
}

fn data(data: &Data) -> Option<Place> {
    let [d1, d2, d3, d4] = DATA;
    let examples = data.examples?.get();
    Some(if examples == 0.0 {
        // D1 speaks of a generic task; none with a specialised one is a hole (I07).
        if data.generic_task == Some(false) { flagged(d1, Flag::Gap) } else { at(d1) }
    } else if examples < GREY_EXAMPLES {
        flagged(d1, Flag::Gap)
    } else if examples < SIGNIFICANT_EXAMPLES {
        at(d2)
    } else if examples < 10_000.0 {
        at(d3)
    } else if examples < LARGE_EXAMPLES {
        flagged(d3, Flag::Gap)
    } else {
        at(d4)
    })
}

fn expertise(team: &Team) -> Option<Place> {
    let [e1, e2, e3, e4] = EXPERTISE;
    let research = team.research_team == Some(true);
    if research && team.compute_budget == Some(true) {
        return Some(at(e4));
    }
    let engineers = match (team.ml_engineers, research) {
        (Some(engineers), _) => engineers.get(),
        (None, true) => 0.0,
        (None, false) => return None,
    };
    let is_team = engineers >= 5.0 && team.infrastructure == Some(true);
    Some(if research {
        // Researchers without a budget: a hole (I13).
        flagged(if is_team { e3 } else { e2 }, Flag::Gap)
    } else if is_team {
        at(e3)
    } else if engineers >= 3.0 {
        flagged(e2, Flag::Gap)
    } else if engineers >= 1.0 {
        at(e2)
    } else {
        at(e1)
    })
}

/// The row of a deadline in weeks.
#[must_use]
pub fn timeline(weeks: f64) -> Place {
    let [l1, l2, l3, l4] = TIMELINE;
    if weeks < 1.0 {
        flagged(l1, Flag::Gap)
    } else if weeks <= 4.0 {
        at(l1)
    } else if weeks < MONTH_WEEKS {
        flagged(l1, Flag::Gap)
    } else if weeks < 13.0 {
        at(l2)
    } else if weeks == 13.0 {
        flagged(l2, Flag::Boundary)
    } else if weeks < 26.0 {
        at(l3)
    } else if weeks == 26.0 {
        flagged(l3, Flag::Boundary)
    } else {
        at(l4)
    }
}

/// Where an approach stands against a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// The row names it.
    Named,
    /// Lighter than everything the row names: possible, less than the row would allow.
    Below,
    /// Heavier than everything the row names: not realistic, or more than needed.
    Above,
}

impl Row {
    /// Where each approach stands. A row that names the two ends names the middle too.
    #[must_use]
    pub fn verdicts(self) -> PerApproach<Option<Verdict>> {
        PerApproach::from_fn(|approach| {
            if self.suggested.contains(approach) {
                Some(Verdict::Named)
            } else if self.suggested.lightest().is_some_and(|lightest| approach < lightest) {
                Some(Verdict::Below)
            } else {
                Some(Verdict::Above)
            }
        })
    }
}

/// What one factor says, as the report shows it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FactorReading {
    /// Which factor.
    pub factor: Factor,
    /// Its row; `null` while the input is blank.
    pub rule: Option<RuleId>,
    /// What the row suggests or calls realistic.
    pub suggested: ApproachSet,
    /// Where each approach stands; `null` while the input is blank.
    pub verdict: PerApproach<Option<Verdict>>,
    /// What is odd about the input's place in the table.
    pub flag: Option<Flag>,
    /// The most owned approach that this lets start now; `null` where it is a pull and not a limit (I04).
    pub ceiling: Option<Approach>,
    /// Where the row names several and the task's complexity tells between them (I10).
    pub leans: Option<Approach>,
}

impl FactorReading {
    /// The reading of a placed (or blank) input.
    #[must_use]
    pub fn of(factor: Factor, place: Option<Place>, ceiling: Option<Approach>) -> Self {
        Self {
            factor,
            rule: place.map(|place| place.row.rule),
            suggested: place.map_or(ApproachSet::EMPTY, |place| place.row.suggested),
            verdict: place.map_or_else(PerApproach::default, |place| place.row.verdicts()),
            flag: place.and_then(|place| place.flag),
            ceiling,
            leans: None,
        }
    }
}
