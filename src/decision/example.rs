//! The article's worked example, a legal tech start-up (LG1 to LG16): the stated numbers, and what follows from them.
//!
//! Only the stated numbers are written down; every other figure is computed here, so that no text and no view holds one.

use super::rule::RuleId;
use crate::scenario::MONTH_DAYS;

const API_MONTHS: f64 = 3.0;
const TUNED_MONTHS: f64 = 5.0;
const BETA_ACCURACY: f64 = 0.74;
const TUNED_ACCURACY: f64 = 0.89;
const BETA_USERS: f64 = 50.0;
const BETA_BILL: f64 = 2_000.0;
const EXAMPLES: f64 = 3_000.0;
const TUNING: f64 = 5_000.0;
const HOSTING: f64 = 3_500.0;
const USERS: f64 = 500.0;
const API_BILL: f64 = 18_000.0;
const CUSTOM: f64 = 200_000.0;
/// "More than": the article's own lower bound of what was saved.
const CLAIMED_SAVING: f64 = 150_000.0;
/// Months over which the tuning is spread, where it is (I34, ours), then two others for comparison.
const SPREADS: [f64; 3] = [12.0, 5.0, 24.0];

/// What a number of the example counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// Months.
    Months(f64),
    /// Days.
    Days(f64),
    /// A share of a whole.
    Share(f64),
    /// Points of a percentage, as a share.
    Points(f64),
    /// Money once, or for a stretch of time.
    Money(f64),
    /// Money per month.
    MoneyPerMonth(f64),
    /// Money per user and month.
    MoneyPerUser(f64),
    /// Examples.
    Examples(f64),
    /// Examples for each user.
    ExamplesPerUser(f64),
    /// Users at which two costs meet, from one price per user to the other, with the months of spreading.
    Users {
        /// Months; `None` leaves the tuning out.
        spread: Option<f64>,
        /// At the higher price.
        from: f64,
        /// At the lower price.
        to: f64,
    },
    /// Users at which the line through both bills meets the tuned model's cost.
    UsersOnTheLine(f64),
    /// Money per month for engineers at which the tuned model stops being cheaper, with the months of spreading.
    UpkeepBelow {
        /// Months.
        spread: f64,
        /// Money per month.
        money: f64,
    },
    /// Whether what the article claims is covered by what its figures give.
    Holds(bool),
}

/// One line of the example.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleFact {
    /// LG1 to LG16, or the open point that the figures belong to.
    pub rule: RuleId,
    /// What the article states.
    pub stated: Vec<Figure>,
    /// What follows.
    pub derived: Vec<Figure>,
}

/// The example line by line; the open points I19, I30 and I31 with their figures come last.
#[must_use]
pub fn legal_tech() -> Vec<ExampleFact> {
    use Figure as F;
    let fact = |rule, stated: &[Figure], derived: &[Figure]| ExampleFact {
        rule,
        stated: stated.to_vec(),
        derived: derived.to_vec(),
    };
    let (beta_price, price) = (BETA_BILL / BETA_USERS, API_BILL / USERS);
    let gain = TUNED_ACCURACY - BETA_ACCURACY;
    let saving = API_BILL - HOSTING;
    let payback = TUNING / saving;
    let spent = BETA_BILL * API_MONTHS + TUNING + HOSTING * TUNED_MONTHS;
    let saved = CUSTOM - spent;
    let first_year = TUNING + 12.0 * HOSTING;
    let spread_over = |months: Option<f64>| HOSTING + months.map_or(0.0, |months| TUNING / months);
    let users = |spread| F::Users { spread, from: spread_over(spread) / beta_price, to: spread_over(spread) / price };
    let [usual, short, long] = SPREADS;
    let slope = (API_BILL - BETA_BILL) / (USERS - BETA_USERS);
    let on_the_line = (spread_over(Some(usual)) - (BETA_BILL - slope * BETA_USERS)) / slope;
    let upkeep = |spread| F::UpkeepBelow { spread, money: API_BILL - spread_over(Some(spread)) };
    vec![
        fact(RuleId::Lg1, &[F::Months(API_MONTHS)], &[]),
        fact(RuleId::Lg2, &[F::Share(BETA_ACCURACY)], &[F::Share(1.0 - BETA_ACCURACY)]),
        fact(RuleId::Lg3, &[F::MoneyPerMonth(BETA_BILL)], &[F::MoneyPerUser(beta_price)]),
        fact(RuleId::Lg4, &[F::Months(TUNED_MONTHS)], &[]),
        fact(RuleId::Lg5, &[F::Examples(EXAMPLES)], &[F::ExamplesPerUser(EXAMPLES / BETA_USERS)]),
        fact(RuleId::Lg6, &[F::Share(TUNED_ACCURACY)], &[F::Points(gain), F::Share(gain / (1.0 - BETA_ACCURACY))]),
        fact(RuleId::Lg7, &[F::Money(TUNING)], &[]),
        fact(RuleId::Lg8, &[F::MoneyPerMonth(HOSTING)], &[]),
        fact(RuleId::Lg9, &[F::MoneyPerMonth(API_BILL)], &[F::MoneyPerUser(price)]),
        fact(RuleId::Lg10, &[], &[F::MoneyPerMonth(saving)]),
        fact(RuleId::Lg11, &[], &[F::Months(payback), F::Days(payback * MONTH_DAYS)]),
        fact(RuleId::Lg12, &[], &[F::Money(spent)]),
        fact(RuleId::Lg13, &[F::Money(CUSTOM)], &[F::Money(saved)]),
        fact(RuleId::Lg14, &[F::Money(CLAIMED_SAVING)], &[F::Holds(saved >= CLAIMED_SAVING)]),
        fact(RuleId::Lg15, &[], &[]),
        fact(RuleId::Lg16, &[], &[]),
        fact(RuleId::I19, &[], &[F::Share(TUNING / CUSTOM), F::Share(first_year / CUSTOM)]),
        fact(
            RuleId::I30,
            &[F::MoneyPerUser(beta_price), F::MoneyPerUser(price)],
            &[users(Some(usual)), users(None), users(Some(short)), F::UsersOnTheLine(on_the_line)],
        ),
        fact(RuleId::I31, &[], &[upkeep(usual), upkeep(short), upkeep(long)]),
    ]
}
