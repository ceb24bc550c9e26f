//! When to look at the decision again (W3, M7, P6, I39): within 12 months, never later than 18.
//!
//! There is no clock here: months are counted from the day of the decision, where the scenario gives one.

#[cfg(whole)]
use schemars::JsonSchema;
#[cfg(whole)]
use serde::Serialize;

#[cfg(whole)]
use super::road_map::Arrival;
use super::road_map::Stage;
use super::rule::RuleId;
use crate::scenario::Answers;
#[cfg(whole)]
use crate::scenario::IsoDate;

/// Months after which the decision is looked at again, where no date is given (W3).
pub const USUAL_REVIEW: f64 = 12.0;
/// Months after which another choice is expected to fit better (P6).
pub const LATEST_REVIEW: f64 = 18.0;

/// How the review's date stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(whole, derive(Serialize, JsonSchema), serde(rename_all = "camelCase"))]
pub enum Timing {
    /// No date is set.
    Missing,
    /// A date is set; how far it is cannot be told without the day of the decision.
    Undated,
    /// Within 12 months.
    InTime,
    /// Past 12 months, up to 18.
    Late,
    /// Past 18 months.
    TooLate,
    /// Before the day of the decision.
    Past,
}

/// The months from the decision to the review that is set, and how that stands.
#[must_use]
pub fn timing(answers: &Answers) -> (Option<f64>, Timing) {
    let on = answers.practices.review_date.as_ref();
    let in_months = on.zip(answers.decided_on.as_ref()).map(|(on, decided)| on.months_after(decided));
    let timing = match (on, in_months) {
        (None, _) => Timing::Missing,
        (Some(_), None) => Timing::Undated,
        (_, Some(months)) if months < 0.0 => Timing::Past,
        (_, Some(months)) if months <= USUAL_REVIEW => Timing::InTime,
        (_, Some(months)) if months <= LATEST_REVIEW => Timing::Late,
        _ => Timing::TooLate,
    };
    (in_months, timing)
}

/// What is suggested: a year, or the first dated trigger where that is sooner; and which.
#[must_use]
pub fn suggested(road_map: &[Stage]) -> (f64, RuleId) {
    let dated = road_map.iter().flat_map(|stage| &stage.until).filter(|trigger| trigger.trigger != RuleId::M7);
    let sooner = dated.filter_map(|trigger| Some((trigger.in_months?, trigger.trigger)));
    let usual = (USUAL_REVIEW, RuleId::M7);
    sooner
        .filter(|(months, _)| *months > 0.0)
        .fold(usual, |earliest, trigger| if trigger.0 < earliest.0 { trigger } else { earliest })
}

/// The review.
#[cfg(whole)]
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Review {
    /// The day that is set.
    pub on: Option<IsoDate>,
    /// Months from the decision to it.
    pub in_months: Option<f64>,
    /// How it stands.
    pub timing: Timing,
    /// What is suggested: 12 months, or the earliest dated trigger where that is sooner.
    pub suggested_in_months: f64,
    /// That day; `null` without the day of the decision.
    pub suggested_on: Option<IsoDate>,
    /// Why then: M7, or the trigger.
    pub because: RuleId,
}

/// Reads the review's date, and suggests one.
#[cfg(whole)]
#[must_use]
pub fn review(answers: &Answers, road_map: &[Stage]) -> Review {
    let (in_months, timing) = timing(answers);
    let (months, because) = suggested(road_map);
    let decided = answers.decided_on.as_ref();
    let suggested_on = decided.and_then(|decided| decided.plus_months(libm::ceil(months) as i64));
    Review {
        on: answers.practices.review_date.clone(),
        in_months,
        timing,
        suggested_in_months: months,
        suggested_on,
        because,
    }
}

/// A day on the road map's calendar.
#[cfg(whole)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CalendarMark {
    /// The trigger that it belongs to.
    pub rule: RuleId,
    /// Months from now.
    pub in_months: f64,
    /// Its place between now and the end, 0 to 1.
    pub at: f64,
}

/// The dated triggers on one line, from now on.
#[cfg(whole)]
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// Months from now to the end of the line.
    pub months: f64,
    /// Each dated trigger that has not come yet, and the review.
    pub marks: Vec<CalendarMark>,
}

/// Draws up the calendar: whole half-years, at least to the latest sensible review.
#[cfg(whole)]
#[must_use]
pub fn calendar(road_map: &[Stage]) -> Calendar {
    let waiting = road_map.iter().flat_map(|stage| &stage.until).filter(|trigger| trigger.state != Arrival::Met);
    let mut marks: Vec<CalendarMark> = Vec::new();
    for (rule, in_months) in waiting.filter_map(|trigger| Some((trigger.trigger, trigger.in_months?.max(0.0)))) {
        if !marks.iter().any(|mark| mark.rule == rule && mark.in_months == in_months) {
            marks.push(CalendarMark { rule, in_months, at: 0.0 });
        }
    }
    let last = marks.iter().map(|mark| mark.in_months).fold(LATEST_REVIEW, f64::max);
    let months = libm::ceil(last / 6.0) * 6.0;
    for mark in &mut marks {
        mark.at = mark.in_months / months;
    }
    Calendar { months, marks: crate::order::by(marks, |mark| mark.in_months) }
}
