//! The worked example as a card: its stated numbers and what follows from them, in words.

use crate::decision::{ExampleFact, Figure, RuleId, legal_tech};
use crate::format::{Units, local, plain};

use super::framework::percent_with_tenths as percent;

/// Panel.
pub const EXAMPLE: &str = "The article’s example: legal tech";
/// Column heading.
pub const COL_LINE: &str = "Line";
/// Column heading.
pub const COL_STATED: &str = "Stated";
/// Column heading.
pub const COL_DERIVED: &str = "What follows";

const MONEY: Units<'static> = Units { currency: "USD", unit: "user" };

/// Its finding.
#[must_use]
pub fn finding() -> String {
    let of = |rule: RuleId| {
        legal_tech().into_iter().find(|fact| fact.rule == rule).map(|fact| derived(&fact)).unwrap_or_default()
    };
    format!("Saves {}; the tuning is paid for after {}", of(RuleId::Lg10), of(RuleId::Lg11))
}

/// What the article states on a line.
#[must_use]
pub fn stated(fact: &ExampleFact) -> String {
    let more = if matches!(fact.rule, RuleId::Lg13 | RuleId::Lg14) { "more than " } else { "" };
    format!("{more}{}", words(&fact.stated))
}

/// What follows from it.
#[must_use]
pub fn derived(fact: &ExampleFact) -> String {
    match (fact.rule, fact.derived.as_slice()) {
        (RuleId::Lg2, [Figure::Share(error)]) => format!("wrong in {}", percent(*error)),
        (RuleId::Lg6, [Figure::Points(points), Figure::Share(cut)]) => {
            format!("{} points more; {} of the errors gone", plain(libm::round(points * 100.0)), percent(*cut))
        }
        (RuleId::Lg11, [Figure::Months(months), Figure::Days(days)]) => {
            format!("{} months, or {} days", rounded(*months, 100.0), rounded(*days, 10.0))
        }
        (_, figures) => words(figures),
    }
}

fn words(figures: &[Figure]) -> String {
    figures.iter().map(figure).collect::<Vec<_>>().join("; ")
}

fn rounded(value: f64, parts: f64) -> String {
    plain(libm::round(value * parts) / parts)
}

fn figure(figure: &Figure) -> String {
    match figure {
        Figure::Months(months) => format!("{} months", plain(*months)),
        Figure::Days(days) => format!("{} days", rounded(*days, 10.0)),
        Figure::Share(share) => percent(*share),
        Figure::Points(share) => format!("{} points", plain(libm::round(share * 100.0))),
        Figure::Money(money) => MONEY.money(*money),
        Figure::MoneyPerMonth(money) => format!("{} a month", MONEY.money(*money)),
        Figure::MoneyPerUser(money) => format!("{} per user", MONEY.money(*money)),
        Figure::Examples(examples) => format!("{} examples", plain(*examples)),
        Figure::ExamplesPerUser(examples) => format!("{} from each user", plain(*examples)),
        Figure::Users { spread, from, to } => {
            let over = match spread {
                Some(months) => format!("spread over {} months", plain(*months)),
                None => "hosting alone".to_owned(),
            };
            format!("crossing between {} and {} users ({over})", rounded(*from, 10.0), rounded(*to, 10.0))
        }
        Figure::UsersOnTheLine(users) => format!("{} users on the line through both bills", rounded(*users, 10.0)),
        Figure::UpkeepBelow { spread, money } => {
            format!("engineers below {} a month (spread over {} months)", MONEY.money(*money), plain(*spread))
        }
        Figure::Holds(true) => "covered by the line above; the six months cannot be derived".to_owned(),
        Figure::Holds(false) => "not covered by the line above".to_owned(),
    }
}

/// What is assumed in the presets of the example, and what the article leaves open (I30 to I34).
#[must_use]
pub fn notes() -> Vec<String> {
    let facts = legal_tech();
    let of = |rule: RuleId| facts.iter().find(|fact| fact.rule == rule).map(derived).unwrap_or_default();
    let said = |rule: RuleId| facts.iter().find(|fact| fact.rule == rule).map(stated).unwrap_or_default();
    vec![
        format!(
            "Price per user: {} with the bill of the beta, {} with the later one. Both fit a discount for volume, so the crossing is a range and not one figure: {}.",
            of(RuleId::Lg3),
            of(RuleId::Lg9),
            of(RuleId::I30)
        ),
        format!(
            "Engineers for the tuned model are not counted, as in the article, although its own formula asks for them. It stays cheaper at 500 users with {}.",
            of(RuleId::I31)
        ),
        local("Labelling is not counted either: the examples came from beta users. Bought from experts, 3,000 of them would cost $15,000 to $60,000 (2026 price lists)."),
        "The article never says who is on the team. Two ML engineers are our assumption: self-hosted tuning takes at least one, and training from scratch would have meant hiring two researchers.".to_owned(),
        local("From scratch: two researchers at $25,833 a month each (typical cost, 2026; the article gives no salary). Two researchers are fewer than the team of five that the article’s own table asks for."),
        format!(
            "The article says that this path saved {} and six months. Its figures give {} spent by month 8 against {}, which leaves {}; the six months cannot be derived.",
            said(RuleId::Lg14),
            of(RuleId::Lg12),
            said(RuleId::Lg13),
            of(RuleId::Lg13)
        ),
    ]
}
