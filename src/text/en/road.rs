//! The road map in words: what moves a stage on, when it can begin, what it needs, and the review.

use crate::decision::{Arrival, Decision, Enabler, Review, RuleId, Stage, Timing, Trigger};
use crate::format::{Units, day, percent, plain};
use crate::scenario::Answers;
use crate::units::Quantity;

use super::rule::rule;

/// Before what has to happen.
pub const NEEDED: &str = "Needed first";
/// Before what gives a reason.
pub const REASONS: &str = "Reasons to move";
/// Before the reasons of the last stage.
pub const REOPEN: &str = "Look again when";
/// Heading of the habits.
pub const ENABLERS: &str = "Habits that every change of stage needs";
/// Panel.
pub const REVIEW: &str = "Review, and what has changed";
/// Panel heading.
pub const CHANGES: &str = "Changed since it was loaded";
/// Labels of measured, wanted, last gain, smallest gain.
pub const ACCURACY_LABELS: [&str; 4] = ["Measured", "Wanted", "Last gain", "Smallest worth it"];
/// A value that is not there.
pub const BLANK: &str = "blank";
/// No change.
pub const NO_CHANGES: &str = "Nothing has been changed since this scenario was loaded. Load last year’s, change what is different, and see what it does to the answer.";
/// Label of a date.
pub const DECIDED_ON: &str = "Day of the decision";
/// Label of a date.
pub const REVIEW_ON: &str = "Look again on";
/// Button.
pub const TODAY: &str = "Today";
/// Button.
pub const SUGGEST: &str = "Set what is suggested";
/// Column heading.
pub const COL_WHAT: &str = "What";
/// Column heading.
pub const COL_BEFORE: &str = "Before";
/// Column heading.
pub const COL_AFTER: &str = "Now";
/// Opens the inputs that give dates.
pub const RATES: &str = "Give it dates: rates, hiring, accuracy";
/// Label.
pub const COLLECTED: &str = "Arriving a month";
/// Label.
pub const HIRING: &str = "Time to hire";
/// Heading of the inputs for M5.
pub const ACCURACY: &str = "Accuracy on your own test set: a reason to move, once more is wanted or tuning stalls";

/// Months in words: “in about 8 months”.
fn in_about(months: f64) -> String {
    match libm::ceil(months) {
        0.0 => "now".to_owned(),
        1.0 => "in about a month".to_owned(),
        months => format!("in about {} months", plain(months)),
    }
}

/// A trigger of the road map, with its number and its date where there is one.
#[must_use]
pub fn trigger(trigger: &Trigger, answers: &Answers, units: Units<'_>) -> String {
    let when = match trigger.in_months {
        Some(months) if trigger.state != Arrival::Met => format!(", {}", in_about(months)),
        _ => String::new(),
    };
    let what = match (trigger.trigger, trigger.threshold, trigger.about) {
        (RuleId::M3, _, Some(_)) => "the data is clean and labelled".to_owned(),
        (RuleId::M3, Some(threshold), _) => {
            let held =
                answers.data.examples.map(|held| format!(" (you hold {})", plain(held.get()))).unwrap_or_default();
            format!("you hold {} labelled examples{held}", plain(threshold))
        }
        (RuleId::M4, Some(threshold), _) => {
            format!("your volume passes {} a month, from where the next stage costs least", units.volume(threshold))
        }
        (RuleId::M5, wanted, _) => accuracy(answers, wanted),
        (RuleId::M7, _, _) => "the review comes".to_owned(),
        (RuleId::M9, _, Some(risk)) if trigger.state == Arrival::Met => {
            format!("it has happened at the vendor: {}", super::practice::event(risk))
        }
        (RuleId::M10, _, Some(row)) => format!("the team grows: {}", super::practice::team_row(row)),
        (RuleId::L1 | RuleId::L2 | RuleId::L3 | RuleId::L4, _, _) => {
            "the deadline of the first version has passed".to_owned()
        }
        (other, _, _) => rule(other).to_owned(),
    };
    format!("{what}{when}")
}

fn accuracy(answers: &Answers, wanted: Option<f64>) -> String {
    let measured = answers.accuracy.measured.map(Quantity::get);
    match (wanted, measured) {
        (Some(wanted), Some(measured)) => {
            format!(
                "accuracy must rise: {} is wanted, {} is measured; or retraining stops helping",
                percent(wanted),
                percent(measured)
            )
        }
        (Some(wanted), None) => format!("accuracy must rise to {}, or retraining stops helping", percent(wanted)),
        (None, Some(measured)) => {
            format!("accuracy must rise above {}, or retraining stops helping", percent(measured))
        }
        (None, None) => rule(RuleId::M5).to_owned(),
    }
}

/// Whether a trigger has come.
#[must_use]
pub fn arrival(state: Arrival) -> &'static str {
    match state {
        Arrival::Met => "there",
        Arrival::Waiting => "not yet",
        Arrival::Unknown => "not known",
    }
}

/// The shape that goes with it.
#[must_use]
pub fn arrival_shape(state: Arrival) -> &'static str {
    match state {
        Arrival::Met => "●",
        Arrival::Waiting => "○",
        Arrival::Unknown => "?",
    }
}

/// Of a road map while answers leave several possible: it is the most careful one.
const IF_NO: &str = "if every open question of the tree is answered no";

/// Which of several possible road maps is shown; `None` where there is one.
#[must_use]
pub fn one_of_several(decision: &Decision) -> Option<String> {
    (!decision.is_settled()).then(|| format!("{} This is the road {IF_NO}.", super::explain::NOT_SETTLED))
}

/// What a stage is, in a document.
#[must_use]
pub fn stage(decision: &Decision, index: usize, last: usize) -> String {
    let position = match index {
        0 => Some(&decision.now),
        index if index == last => Some(&decision.destination),
        _ => None,
    };
    let name = position.and_then(|position| position.variant).map(super::variant).unwrap_or_default();
    match (index, last) {
        (0, 0) if !decision.is_settled() => format!("Now, and to stay, {IF_NO}"),
        (0, 0) => format!("Now, and to stay. {name}"),
        (0, _) if decision.now.approach.is_none() => format!("Now, {IF_NO}"),
        (0, _) => format!("Now. {name}"),
        (index, last) if index == last && !decision.is_settled() => format!("Destination, {IF_NO}"),
        (index, last) if index == last => format!("Destination. {name}"),
        _ => "Next.".to_owned(),
    }
    .trim_end_matches([' ', '.'])
    .to_owned()
}

/// When a stage can begin.
#[must_use]
pub fn begins(index: usize, stage: &Stage) -> String {
    let rest = match stage.undated {
        0 => String::new(),
        1 => "; 1 thing before it has no date".to_owned(),
        many => format!("; {many} things before it have no date"),
    };
    match stage.not_before_months {
        _ if index == 0 => "From now on".to_owned(),
        Some(months) if months <= 0.0 => "Whenever there is a reason".to_owned(),
        Some(months) => {
            let months = libm::ceil(months);
            let unit = if months == 1.0 { "month" } else { "months" };
            format!("Not before {} {unit} from now{rest}", plain(months))
        }
        None => format!("No date yet{rest}"),
    }
}

/// A habit, and the pitfall that it avoids.
#[must_use]
pub fn enabler(enabler: &Enabler) -> &'static str {
    match enabler.input.rsplit('.').next().unwrap_or_default() {
        "abstractionLayer" => "A layer of your own between product and provider",
        "logging" => "Use is logged, so that it can become examples",
        "consent" => "Users have agreed to that",
        _ => "The AI part can be swapped behind a clean interface",
    }
}

/// State of a habit.
#[must_use]
pub fn enabled(state: Arrival) -> &'static str {
    match state {
        Arrival::Met => "Done",
        Arrival::Waiting => "Open",
        Arrival::Unknown => "Unknown",
    }
}

/// What the habits mean for the next stage.
#[must_use]
pub fn enablers_line(enablers: &[Enabler]) -> String {
    let count = |state| enablers.iter().filter(|enabler| enabler.state == state).count();
    match (count(Arrival::Waiting), count(Arrival::Unknown)) {
        (0, 0) => "All four are in place: nothing here holds the next stage back.".to_owned(),
        (0, unknown) => format!("{unknown} of 4 not known: answer them below, under pitfalls and risks."),
        (open, _) => format!("{open} of 4 open: the next stage waits for them."),
    }
}

/// How the review’s date stands.
#[must_use]
pub fn review(review: &Review) -> String {
    let months = |months: f64| {
        let months = libm::round(months);
        if months == 1.0 { "1 month".to_owned() } else { format!("{} months", plain(months)) }
    };
    let on = review.on.as_ref().map(|on| day(on.as_str())).unwrap_or_default();
    let far = review.in_months.map(months).unwrap_or_default();
    match review.timing {
        Timing::Missing => format!("No date is set. Suggested: within {}", months(review.suggested_in_months)),
        Timing::Undated => format!("On {on}; give the day of the decision to see how far that is"),
        Timing::InTime => format!("On {on}, {far} after the decision"),
        Timing::Late => format!("On {on}, {far} after the decision: more than a year"),
        Timing::TooLate => {
            format!("On {on}, {far} after the decision: past 18 months, by when another choice may fit better")
        }
        Timing::Past => format!("On {on}, before the day of the decision"),
    }
}

/// Why the suggested date is what it is.
#[must_use]
pub fn suggestion(review: &Review) -> String {
    let why = match review.because {
        RuleId::M7 => "a year is the usual distance".to_owned(),
        trigger => format!("the first dated trigger comes then ({})", trigger.id()),
    };
    match &review.suggested_on {
        Some(on) => format!("Suggested: {}, since {why}.", on.as_str()),
        None => format!("Suggested: {}, since {why}.", in_about(review.suggested_in_months)),
    }
}

/// So many months, whole.
#[must_use]
pub fn months(months: f64) -> String {
    format!("{} months", plain(months))
}

/// What has changed, and what it did to the answer.
#[must_use]
pub fn changes_finding(count: usize) -> String {
    match count {
        0 => "nothing changed".to_owned(),
        1 => "1 change".to_owned(),
        many => format!("{many} changes"),
    }
}

/// The answer before and now.
#[must_use]
pub fn answer_then_and_now(before: &str, now: &str) -> String {
    if before == now {
        format!("The answer is what it was: {now}.")
    } else {
        format!("The answer was {before}; now it is {now}.")
    }
}
