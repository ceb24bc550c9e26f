//! What the panels of the other frameworks ask, and the place of each answer in the scenario.
//!
//! An answer is a value put at a path, so that it goes through the same parser as everything else. The words are in
//! `text::companions`.

use super::field::{Field, Measure, Scale, Slider};
use super::question::Choice;
use crate::json::Json;
use crate::scenario::{ComponentId, Partner, Placed, Scenario, Stage};

/// A yes-or-no question about a partner (part 4.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnerQuestion {
    /// Holds what you cannot obtain: a condition.
    HoldsUnobtainable,
    /// Exclusive or hard to copy: a condition.
    Exclusive,
    /// Needs something of yours.
    NeedsYours,
    /// Hard to specify in a simple contract.
    HardToSpecify,
    /// Interests stay aligned.
    InterestsAligned,
    /// A way out.
    ExitPossible,
}

impl PartnerQuestion {
    /// The six, conditions first.
    pub const ALL: [Self; 6] = [
        Self::HoldsUnobtainable,
        Self::Exclusive,
        Self::NeedsYours,
        Self::HardToSpecify,
        Self::InterestsAligned,
        Self::ExitPossible,
    ];

    /// What can be answered.
    pub const CHOICES: [Choice; 3] = [Choice::Yes, Choice::No, Choice::Unknown];

    /// Where the answer stands.
    #[must_use]
    pub fn path(self) -> &'static str {
        match self {
            Self::HoldsUnobtainable => "decision.partner.holdsUnobtainable",
            Self::Exclusive => "decision.partner.exclusive",
            Self::NeedsYours => "decision.partner.needsYours",
            Self::HardToSpecify => "decision.partner.hardToSpecify",
            Self::InterestsAligned => "decision.partner.interestsAligned",
            Self::ExitPossible => "decision.partner.exitPossible",
        }
    }

    /// The answer that the scenario holds.
    #[must_use]
    pub fn answer(self, scenario: &Scenario) -> Choice {
        let of = |partner: &Partner| match self {
            Self::HoldsUnobtainable => partner.holds_unobtainable,
            Self::Exclusive => partner.exclusive,
            Self::NeedsYours => partner.needs_yours,
            Self::HardToSpecify => partner.hard_to_specify,
            Self::InterestsAligned => partner.interests_aligned,
            Self::ExitPossible => partner.exit_possible,
        };
        match scenario.decision.partner.as_ref().and_then(of) {
            Some(true) => Choice::Yes,
            Some(false) => Choice::No,
            None => Choice::Unknown,
        }
    }

    /// What a choice puts there.
    #[must_use]
    pub fn value(choice: Choice) -> Json {
        match choice {
            Choice::Yes => Json::Bool(true),
            Choice::No => Json::Bool(false),
            Choice::Nth(_) | Choice::Unknown => Json::Null,
        }
    }
}

const fn amount(path: &str, measure: Measure, low: f64, high: f64, whole: bool) -> Field<'_> {
    Field { path, measure, slider: Slider { low, high, scale: Scale::Log }, whole }
}

/// Labelled examples that the partner would bring.
pub const PARTNER_EXAMPLES: Field = amount("decision.partner.examples", Measure::Examples, 10.0, 1e7, true);
/// The partner's fixed fee.
pub const ALLY_FEE: Field = amount("options.ally.monthly.fee", Measure::MoneyPerMonth, 50.0, 1e6, false);
/// The partner's share of each unit.
pub const ALLY_SHARE: Field = amount("options.ally.price.amount", Measure::MoneyPerUnit, 0.0001, 100.0, false);

/// A question whose answers point at a stage (part 4.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// How common it is.
    Ubiquity,
    /// How certain it is.
    Certainty,
    /// How many vendors there are.
    Vendors,
    /// Whether customers would notice a swap.
    Swap,
}

impl Judgement {
    /// The four, Wardley's own two first.
    pub const ALL: [Self; 4] = [Self::Ubiquity, Self::Certainty, Self::Vendors, Self::Swap];

    /// Where the answer stands.
    #[must_use]
    pub fn path(self, component: ComponentId) -> String {
        let key = match self {
            Self::Ubiquity => "ubiquity",
            Self::Certainty => "certainty",
            Self::Vendors => "vendors",
            Self::Swap => "swap",
        };
        placed_path(component, key)
    }

    /// The answer that a component holds.
    #[must_use]
    pub fn of(self, placed: &Placed) -> Option<Stage> {
        match self {
            Self::Ubiquity => placed.ubiquity,
            Self::Certainty => placed.certainty,
            Self::Vendors => placed.vendors,
            Self::Swap => placed.swap,
        }
    }
}

/// Where something about a component stands.
#[must_use]
pub fn placed_path(component: ComponentId, key: &str) -> String {
    format!("decision.wardley.{}.{key}", component.key())
}

/// What a chosen stage puts there.
#[must_use]
pub fn stage_value(stage: Option<Stage>) -> Json {
    stage.map_or(Json::Null, |stage| Json::Text(stage.key().to_owned()))
}

/// What a typed name puts there.
#[must_use]
pub fn name_value(name: String) -> Json {
    if name.is_empty() { Json::Null } else { Json::Text(name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Problems;
    use crate::scenario::read;

    fn with(path: &str, value: Json) -> Result<Scenario, Problems> {
        let mut json = Json::of(&Scenario::blank());
        json.set(path, value);
        read(&json)
    }

    #[test]
    fn every_answer_about_a_partner_is_read_back_as_itself() {
        for question in PartnerQuestion::ALL {
            for choice in PartnerQuestion::CHOICES {
                let scenario = with(question.path(), PartnerQuestion::value(choice));
                assert_eq!(scenario.map(|scenario| question.answer(&scenario)), Ok(choice), "{question:?}");
            }
        }
    }

    #[test]
    fn every_judgement_of_every_part_is_read_back_as_itself() {
        for component in ComponentId::ALL {
            for judgement in Judgement::ALL {
                for stage in Stage::ALL {
                    let scenario = with(&judgement.path(component), stage_value(Some(stage)));
                    let back = scenario.map(|scenario| {
                        let wardley = scenario.decision.wardley;
                        wardley.and_then(|wardley| wardley.get(component).and_then(|placed| judgement.of(placed)))
                    });
                    assert_eq!(back, Ok(Some(stage)), "{component:?} {judgement:?}");
                }
            }
        }
    }

    #[test]
    fn every_amount_can_be_written_into_a_blank_scenario() {
        for field in [PARTNER_EXAMPLES, ALLY_FEE, ALLY_SHARE] {
            let mut json = Json::of(&Scenario::blank());
            crate::form::field::write(&mut json, field.path, Some(field.slider.high));
            let stored = read(&json).map(|scenario| Json::of(&scenario).at(field.path).cloned());
            assert_eq!(stored, Ok(Some(Json::Number(field.slider.high))), "{}", field.path);
        }
    }
}
