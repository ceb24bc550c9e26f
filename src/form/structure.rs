//! Every cost structure in full: which numbers each kind of price and hosting has, and how its kinds, tiers and lines
//! are changed.
//!
//! A change works on the untyped scenario, which the parser then reads, as with every other edit. Numbers carry over
//! where that makes sense; what is not known stays blank. Words are in `text`.

use super::companion::PARTNER_EXAMPLES;
use super::field::{COLLECTED, ENGINEERS, Field, HIRING, Measure, PriceKind, field, find, of_option, price_kind};
use crate::approach::OptionId;
use crate::format::round_significant;
use crate::json::Json;
use crate::scenario::{expected_lines, place};
use crate::units::HOURS_PER_MONTH;

/// How hosting is billed, as the page offers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostingKind {
    /// So much a month, whatever the volume: the article's literal reading (I28).
    Flat,
    /// Whole machines, by cost a month and capacity.
    Machines,
    /// Whole machines, by cost an hour and throughput.
    MachinesByHour,
    /// So much per unit.
    PerUnit,
    /// A fixed part and a part per unit.
    Mixed,
}

impl HostingKind {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Flat, Self::Machines, Self::MachinesByHour, Self::PerUnit, Self::Mixed];
}

/// A list of named lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// Paid every month.
    Monthly,
    /// Paid once.
    OneOff,
}

impl Lines {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Monthly, Self::OneOff];

    /// The key of the list.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Monthly => "monthly",
            Self::OneOff => "oneOff",
        }
    }
}

/// A change to a cost structure beyond its numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Another kind of price, or none.
    Price(Option<PriceKind>),
    /// Another kind of hosting, or none.
    Hosting(Option<HostingKind>),
    /// Tiers read graduated, or by volume.
    Graduated(bool),
    /// One more tier, before the last.
    AddTier,
    /// One tier less.
    RemoveTier(usize),
    /// Whether batched calls get the cache discount as well.
    Stack(bool),
    /// A new line, blank at first.
    AddLine(Lines, String),
    /// Another name for a line.
    RenameLine(Lines, String, String),
    /// A line less.
    RemoveLine(Lines, String),
    /// The option itself, for the two that the article does not have.
    AddOption,
    /// The option no more.
    RemoveOption,
}

/// What an option costs now at the reader's volume, to carry over.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Now {
    /// Units per month.
    pub volume: Option<f64>,
    /// Money per month for the price line.
    pub price: Option<f64>,
    /// Money per month for the hosting line.
    pub hosting: Option<f64>,
}

impl Now {
    fn per_unit(self, monthly: Option<f64>) -> Json {
        let volume = self.volume.filter(|volume| *volume > 0.0);
        amount(monthly.zip(volume).map(|(monthly, volume)| monthly / volume))
    }
}

fn amount(value: Option<f64>) -> Json {
    value.map_or(Json::Null, |value| Json::Number(round_significant(value, 6)))
}

fn object<const N: usize>(pairs: [(&str, Json); N]) -> Json {
    Json::Object(pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn kind(name: &str) -> Json {
    Json::Text(name.to_owned())
}

/// The path of a part of an option.
fn of(option: OptionId, part: &str) -> String {
    ["options.", option.key(), ".", part].concat()
}

/// Longest name of a line that the page makes.
const LONGEST_NAME: usize = 40;

impl Change {
    /// What the change replaces, so that ranges and typed texts below it mean nothing any more.
    #[must_use]
    pub fn below(&self, option: OptionId) -> String {
        match self {
            Self::Price(_) | Self::Graduated(_) | Self::AddTier | Self::RemoveTier(_) => of(option, "price."),
            Self::Hosting(_) => of(option, "hosting."),
            Self::Stack(_) => of(option, "price.discountsStack"),
            Self::AddLine(lines, name) | Self::RenameLine(lines, name, _) | Self::RemoveLine(lines, name) => {
                of(option, &[lines.key(), ".", name.as_str()].concat())
            }
            Self::AddOption | Self::RemoveOption => of(option, ""),
        }
    }

    /// Makes the change.
    pub fn apply(&self, option: OptionId, scenario: &mut Json, now: Now) {
        let price = of(option, "price");
        match self {
            Self::Price(to) => {
                if price_kind(scenario, option) != *to {
                    scenario.set(&price, to.map_or(Json::Null, |to| new_price(to, now)));
                }
            }
            Self::Hosting(to) => {
                if hosting_kind(scenario, option) != *to {
                    let hosting = of(option, "hosting");
                    let was = scenario.at(&hosting).cloned().unwrap_or_default();
                    scenario.set(&hosting, to.map_or(Json::Null, |to| new_hosting(to, &was, now)));
                }
            }
            Self::Graduated(graduated) => {
                scenario.set(&[&price, ".mode"].concat(), kind(if *graduated { "graduated" } else { "volume" }));
            }
            Self::AddTier | Self::RemoveTier(_) => {
                let path = [&price, ".tiers"].concat();
                if let Some(Json::List(tiers)) = scenario.at(&path) {
                    let mut tiers = tiers.clone();
                    match self {
                        Self::RemoveTier(place) => remove_tier(&mut tiers, *place),
                        _ => add_tier(&mut tiers),
                    }
                    scenario.set(&path, Json::List(tiers));
                }
            }
            Self::Stack(stack) => scenario.set(&[&price, ".discountsStack"].concat(), Json::Bool(*stack)),
            Self::AddLine(lines, name) => {
                if let (Some(name), Some(pairs)) = (name_of(name), scenario.pairs_at(&of(option, lines.key())))
                    && !pairs.iter().any(|(known, _)| *known == name)
                {
                    pairs.push((name, Json::Null));
                }
            }
            Self::RenameLine(lines, from, to) => {
                if let (Some(to), Some(pairs)) = (name_of(to), scenario.pairs_at(&of(option, lines.key())))
                    && !pairs.iter().any(|(known, _)| *known == to)
                    && let Some((name, _)) = pairs.iter_mut().find(|(known, _)| known == from)
                {
                    *name = to;
                }
            }
            Self::RemoveLine(lines, name) => {
                if let Some(pairs) = scenario.pairs_at(&of(option, lines.key())) {
                    pairs.retain(|(known, _)| known != name);
                }
            }
            Self::AddOption => {
                let structure = match option {
                    OptionId::Ally => object([
                        ("price", object([("kind", kind("perUnit"))])),
                        ("monthly", object([("fee", Json::Null)])),
                    ]),
                    _ => object([("hosting", object([("kind", kind("flat"))]))]),
                };
                scenario.set(of(option, "").trim_end_matches('.'), structure);
            }
            Self::RemoveOption => scenario.set(of(option, "").trim_end_matches('.'), Json::Null),
        }
    }
}

/// A name as it may stand in the scenario; `None` while nothing is typed.
fn name_of(typed: &str) -> Option<String> {
    let name: String = typed.trim().chars().take(LONGEST_NAME).collect();
    (!name.is_empty()).then_some(name)
}

fn new_price(to: PriceKind, now: Now) -> Json {
    match to {
        PriceKind::PerUnit => object([("kind", kind("perUnit")), ("amount", now.per_unit(now.price))]),
        // A usual call, so that choosing a model gives a price at once (ours; the fields show it).
        PriceKind::Tokens => object([
            ("kind", kind("tokens")),
            ("inputTokens", Json::Number(1500.0)),
            ("outputTokens", Json::Number(500.0)),
        ]),
        // Two tiers of one price: nothing changes until somebody changes them.
        PriceKind::Tiers => {
            let end = now.volume.filter(|volume| *volume >= 1.0).unwrap_or(FIRST_TIER);
            let amount = now.per_unit(now.price);
            let tiers = vec![
                object([("upTo", Json::Number(end)), ("amount", amount.clone())]),
                object([("upTo", Json::Null), ("amount", amount)]),
            ];
            object([("kind", kind("tiers")), ("mode", kind("graduated")), ("tiers", Json::List(tiers))])
        }
    }
}

/// End of a first tier where nothing suggests one.
const FIRST_TIER: f64 = 10_000.0;

fn add_tier(tiers: &mut Vec<Json>) {
    let end = tiers.iter().rev().find_map(|tier| tier.number("upTo")).map_or(FIRST_TIER, |last| last * 10.0);
    let last = tiers.len().saturating_sub(1);
    let amount = tiers.last().and_then(|tier| tier.at("amount")).cloned().unwrap_or_default();
    tiers.insert(last, object([("upTo", Json::Number(end)), ("amount", amount)]));
}

/// At least one tier stays, and the last one has no end.
fn remove_tier(tiers: &mut Vec<Json>, place: usize) {
    if tiers.len() > 1 && place < tiers.len() {
        tiers.remove(place);
        if let Some(last) = tiers.last_mut() {
            last.set("upTo", Json::Null);
        }
    }
}

/// Tokens that a machine serves in a second, and tokens for one unit, until somebody enters their own (ours; the fields
/// show them).
const USUAL_THROUGHPUT: [(&str, f64); 2] = [("tokensPerSecond", 2500.0), ("tokensPerUnit", 2000.0)];

fn new_hosting(to: HostingKind, was: &Json, now: Now) -> Json {
    let hourly = was.number("perHour");
    let machine = was.number("perReplicaMonth").or(hourly.map(|hourly| hourly * HOURS_PER_MONTH)).or(now.hosting);
    match to {
        HostingKind::Flat => object([("kind", kind("flat")), ("perMonth", amount(now.hosting.or(machine)))]),
        HostingKind::PerUnit => object([("kind", kind("perUnit")), ("amount", now.per_unit(now.hosting))]),
        HostingKind::Mixed => object([("kind", kind("mixed")), ("perMonth", amount(now.hosting.or(machine)))]),
        // One machine holds the reader's volume and no more, so that the bill stays what it is (ours; the field shows it).
        HostingKind::Machines => object([
            ("kind", kind("replicas")),
            ("perReplicaMonth", amount(machine)),
            ("capacityPerMonth", Json::Number(now.volume.filter(|volume| *volume >= 1.0).unwrap_or(FIRST_TIER))),
        ]),
        HostingKind::MachinesByHour => {
            let hourly = hourly.or(machine.map(|machine| machine / HOURS_PER_MONTH));
            let [speed, tokens] = USUAL_THROUGHPUT.map(|(key, value)| (key, Json::Number(value)));
            object([("kind", kind("replicas")), ("perHour", amount(hourly)), speed, tokens])
        }
    }
}

/// How the scenario gives an option's hosting, if it has any.
#[must_use]
pub fn hosting_kind(scenario: &Json, option: OptionId) -> Option<HostingKind> {
    let hosting = scenario.at(&of(option, "hosting"))?;
    let Some(Json::Text(kind)) = hosting.at("kind") else { return None };
    let monthly = hosting.number("perReplicaMonth").is_some() || hosting.number("capacityPerMonth").is_some();
    let by_hour = ["perHour", "tokensPerSecond", "tokensPerUnit"].iter().any(|key| hosting.number(key).is_some());
    Some(match kind.as_str() {
        "replicas" if by_hour && !monthly => HostingKind::MachinesByHour,
        "replicas" => HostingKind::Machines,
        "perUnit" => HostingKind::PerUnit,
        "mixed" => HostingKind::Mixed,
        _ => HostingKind::Flat,
    })
}

/// A number of a cost structure that only this option may have.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Path in the scenario.
    pub path: String,
    measure: Measure,
    low: f64,
    high: f64,
    whole: bool,
}

impl Entry {
    fn new(option: OptionId, part: &str, measure: Measure, low: f64, high: f64) -> Self {
        let whole = field("", measure, low, high).whole;
        Self { path: of(option, part), measure, low, high, whole }
    }

    /// As a number of the form.
    #[must_use]
    pub fn field(&self) -> Field<'_> {
        Field { whole: self.whole, ..field(&self.path, self.measure, self.low, self.high) }
    }
}

/// The entries that are not asked for already among the few first ones.
fn rest(option: OptionId, scenario: &Json, entries: Vec<Entry>) -> Vec<Entry> {
    let first = of_option(option, scenario);
    entries.into_iter().filter(|entry| !first.iter().any(|field| field.path == entry.path)).collect()
}

/// A part of a cost structure with its measure and the ends of its slider.
type Row = (&'static str, Measure, f64, f64);

const TOKENS: [Row; 10] = [
    ("price.inputTokens", Measure::Tokens, 10.0, 100_000.0),
    ("price.outputTokens", Measure::Tokens, 10.0, 100_000.0),
    ("price.inputPerMillion", Measure::MoneyPerMillionTokens, 0.01, 100.0),
    ("price.outputPerMillion", Measure::MoneyPerMillionTokens, 0.01, 500.0),
    ("price.callsPerUnit", Measure::Calls, 1.0, 20.0),
    ("price.retryShare", Measure::Percent, 0.0, 100.0),
    ("price.cachedShare", Measure::Percent, 0.0, 100.0),
    ("price.cachedPrice", Measure::Percent, 0.0, 100.0),
    ("price.batchShare", Measure::Percent, 0.0, 100.0),
    ("price.batchDiscount", Measure::Percent, 0.0, 100.0),
];
const PER_UNIT: [Row; 1] = [("price.amount", Measure::MoneyPerUnit, 0.0001, 100.0)];
const FLAT: [Row; 1] = [("hosting.perMonth", Measure::MoneyPerMonth, 50.0, 1e6)];
const MACHINES: [Row; 3] = [
    ("hosting.perReplicaMonth", Measure::MoneyPerMonth, 50.0, 100_000.0),
    ("hosting.capacityPerMonth", Measure::Volume, 10.0, 1e8),
    ("hosting.minimum", Measure::Machines, 0.0, 20.0),
];
const BY_HOUR: [Row; 6] = [
    ("hosting.perHour", Measure::MoneyPerHour, 0.1, 100.0),
    ("hosting.tokensPerSecond", Measure::TokensPerSecond, 10.0, 100_000.0),
    ("hosting.tokensPerUnit", Measure::Tokens, 10.0, 100_000.0),
    ("hosting.targetUtilisation", Measure::Percent, 1.0, 100.0),
    ("hosting.peakFactor", Measure::Times, 1.0, 10.0),
    ("hosting.minimum", Measure::Machines, 0.0, 20.0),
];
const HOSTED_PER_UNIT: [Row; 1] = [("hosting.amount", Measure::MoneyPerUnit, 0.0001, 100.0)];
const STAFF: [Row; 2] =
    [("staff.fte", Measure::People, 0.0, 20.0), ("staff.costPerMonth", Measure::MoneyPerMonth, 2_000.0, 50_000.0)];
const AGAIN: [Row; 2] =
    [("retraining.cost", Measure::Money, 100.0, 1e6), ("retraining.everyMonths", Measure::Months, 1.0, 36.0)];
const SPREAD: [Row; 2] =
    [("failedRunMultiplier", Measure::Runs, 1.0, 10.0), ("amortisationMonths", Measure::Months, 1.0, 60.0)];

/// What the number at a path counts, whether or not the form asks for it as the scenario stands.
#[must_use]
pub fn measure(path: &str) -> Option<Measure> {
    let others = [COLLECTED, HIRING, ENGINEERS, PARTNER_EXAMPLES];
    let asked = find(path).or_else(|| others.into_iter().find(|field| field.path == path));
    let of_option = |rest: &str| match (place::named_line(path), rest.strip_prefix("price.tiers")) {
        (Some("monthly"), _) => Some(Measure::MoneyPerMonth),
        (Some(_), _) => Some(Measure::Money),
        (_, Some(tier)) => match tier.rsplit('.').next()? {
            "upTo" => Some(Measure::Volume),
            "amount" => Some(Measure::MoneyPerUnit),
            "flatFee" => Some(Measure::MoneyPerMonth),
            _ => None,
        },
        _ => {
            let rows: [&[Row]; 8] = [&TOKENS, &PER_UNIT, &FLAT, &MACHINES, &BY_HOUR, &HOSTED_PER_UNIT, &STAFF, &AGAIN];
            let mut rows = rows.into_iter().flatten().chain(&SPREAD);
            rows.find(|row| row.0 == rest).map(|row| row.1)
        }
    };
    asked.map(|field| field.measure).or_else(|| of_option(OptionId::in_path(path)?.1))
}

fn entries(option: OptionId, rows: &[Row]) -> impl Iterator<Item = Entry> {
    rows.iter().map(move |(part, measure, low, high)| Entry {
        // An interval need not be whole.
        whole: field("", *measure, *low, *high).whole && *part != "retraining.everyMonths",
        ..Entry::new(option, part, *measure, *low, *high)
    })
}

/// The numbers of the price, without its tiers.
#[must_use]
pub fn price(option: OptionId, scenario: &Json) -> Vec<Entry> {
    let rows: &[Row] = match price_kind(scenario, option) {
        Some(PriceKind::PerUnit) => &PER_UNIT,
        Some(PriceKind::Tokens) => &TOKENS,
        Some(PriceKind::Tiers) | None => &[],
    };
    rest(option, scenario, entries(option, rows).collect())
}

/// The numbers of each tier: its end, its price, its fee.
#[must_use]
pub fn tiers(option: OptionId, scenario: &Json) -> Vec<[Entry; 3]> {
    let count = match scenario.at(&of(option, "price.tiers")) {
        Some(Json::List(tiers)) => tiers.len(),
        _ => 0,
    };
    let tier = |index: usize| {
        let at = |key: &str| format!("price.tiers[{index}].{key}");
        [
            Entry::new(option, &at("upTo"), Measure::Volume, 10.0, 1e8),
            Entry::new(option, &at("amount"), Measure::MoneyPerUnit, 0.0001, 100.0),
            Entry::new(option, &at("flatFee"), Measure::MoneyPerMonth, 10.0, 1e6),
        ]
    };
    (0..count).map(tier).collect()
}

/// The numbers of hosting.
#[must_use]
pub fn hosting(option: OptionId, scenario: &Json) -> Vec<Entry> {
    let rows: &[&[Row]] = match hosting_kind(scenario, option) {
        Some(HostingKind::Flat) => &[&FLAT],
        Some(HostingKind::Machines) => &[&MACHINES],
        Some(HostingKind::MachinesByHour) => &[&BY_HOUR],
        Some(HostingKind::PerUnit) => &[&HOSTED_PER_UNIT],
        Some(HostingKind::Mixed) => &[&FLAT, &HOSTED_PER_UNIT],
        None => &[],
    };
    rest(option, scenario, rows.iter().flat_map(|rows| entries(option, rows)).collect())
}

/// People, where they are not asked for already.
#[must_use]
pub fn staff(option: OptionId, scenario: &Json) -> Vec<Entry> {
    rest(option, scenario, entries(option, &STAFF).collect())
}

/// Training again at intervals: for models of one's own.
#[must_use]
pub fn retraining(option: OptionId, scenario: &Json) -> Vec<Entry> {
    let trains = matches!(option, OptionId::FineTune | OptionId::Custom);
    let given = matches!(scenario.at(&of(option, "retraining")), Some(Json::Object(_)));
    if trains || given { entries(option, &AGAIN).collect() } else { Vec::new() }
}

/// How one-off costs multiply and spread.
#[must_use]
pub fn spread(option: OptionId, scenario: &Json) -> Vec<Entry> {
    let trains = scenario.number(&of(option, "oneOff.training")).is_some();
    let rows = entries(option, &SPREAD).filter(|entry| trains || entry.measure != Measure::Runs);
    rest(option, scenario, rows.collect())
}

/// One line of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedLine {
    /// Its name in the scenario.
    pub name: String,
    /// Its amount.
    pub entry: Entry,
    /// One would expect it of this option, so that it stays there while it is blank.
    pub expected: bool,
}

/// The lines of a list that are not asked for already: expected ones, then those that the scenario names.
#[must_use]
pub fn lines(option: OptionId, lines: Lines, scenario: &Json) -> Vec<NamedLine> {
    let expected: Vec<&str> = expected_lines(option)
        .iter()
        .filter_map(|name| name.split_once('.').filter(|(list, _)| *list == lines.key()).map(|(_, name)| name))
        .collect();
    let given = match scenario.at(&of(option, lines.key())) {
        Some(Json::Object(pairs)) => pairs.as_slice(),
        _ => &[],
    };
    let first = of_option(option, scenario);
    let others = given.iter().map(|(name, _)| name.as_str()).filter(|name| !expected.contains(name));
    let named = |name: &str| {
        let (measure, high) = match lines {
            Lines::Monthly => (Measure::MoneyPerMonth, 100_000.0),
            Lines::OneOff => (Measure::Money, 1e6),
        };
        let entry = Entry::new(option, &[lines.key(), ".", name].concat(), measure, 10.0, high);
        NamedLine { name: name.to_owned(), entry, expected: expected.contains(&name) }
    };
    let all = expected.iter().copied().chain(others).map(named);
    all.filter(|line| !first.iter().any(|field| field.path == line.entry.path)).collect()
}
