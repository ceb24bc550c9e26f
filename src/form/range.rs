//! Numbers that are only known as a range: which can be, what to suggest, the shapes to choose from.
//!
//! All suggestions are ours and meant to be changed; what is legal belongs to the scenario's reader.

use crate::format::round_significant;
use crate::json::Json;
use crate::order::Within;

/// Where ranges and links stand in a scenario.
pub const UNCERTAINTY: &str = "uncertainty";
/// Where the ranges stand in a scenario.
pub const RANGES: &str = "uncertainty.ranges";

/// Where the links between ranges stand in a scenario.
pub const LINKS: &str = "uncertainty.correlations";
/// How closely two numbers move together, to begin with (ours).
const LINKED: f64 = 0.5;

/// The shape of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShapeKind {
    /// Eight in ten between two numbers, skewed to the high side.
    Lognormal,
    /// Lowest, likeliest, highest; smooth.
    Pert,
    /// Lowest, likeliest, highest; with more weight at the ends.
    Triangular,
    /// Anything between two numbers.
    Uniform,
}

impl ShapeKind {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Lognormal, Self::Pert, Self::Triangular, Self::Uniform];

    /// The name in the scenario.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Lognormal => "lognormal",
            Self::Pert => "pert",
            Self::Triangular => "triangular",
            Self::Uniform => "uniform",
        }
    }

    /// The keys of its numbers, rising.
    #[must_use]
    pub fn ends(self) -> &'static [&'static str] {
        match self {
            Self::Lognormal => &["p10", "p90"],
            Self::Pert | Self::Triangular => &["min", "mode", "max"],
            Self::Uniform => &["min", "max"],
        }
    }

    /// The shape of a range as it stands in a scenario.
    #[must_use]
    pub fn of(range: &Json) -> Option<Self> {
        let Some(Json::Text(kind)) = range.at("kind") else { return None };
        Self::ALL.into_iter().find(|shape| shape.key() == kind)
    }
}

/// The paths of all numbers that cost something and have no range yet, with their values.
#[must_use]
pub fn candidates(scenario: &Json) -> Vec<(String, f64)> {
    let given = ["volume", "options"].into_iter().flat_map(|top| scenario.numbers(top));
    let found = given.filter_map(|(path, number)| Some((path, number?)));
    let taken = |path: &str| match scenario.at(RANGES) {
        Some(Json::Object(ranges)) => ranges.iter().any(|(known, _)| known == path),
        _ => false,
    };
    found.filter(|(path, _)| !taken(path)).collect()
}

/// The number whose range has an end at a path, and the end's key.
#[must_use]
pub fn number_of(path: &str) -> Option<(&str, &str)> {
    path.strip_prefix(RANGES)?.strip_prefix('.')?.rsplit_once('.')
}

/// Paths of the numbers that have a range.
#[must_use]
pub fn given(scenario: &Json) -> Vec<String> {
    match scenario.at(RANGES) {
        Some(Json::Object(ranges)) => ranges.iter().map(|(path, _)| path.clone()).collect(),
        _ => Vec::new(),
    }
}

/// The two numbers of every link.
#[must_use]
pub fn links(scenario: &Json) -> Vec<[String; 2]> {
    let Some(Json::List(links)) = scenario.at(LINKS) else { return Vec::new() };
    let end = |link: &Json, key: &str| match link.at(key) {
        Some(Json::Text(path)) => path.clone(),
        _ => String::new(),
    };
    links.iter().map(|link| [end(link, "a"), end(link, "b")]).collect()
}

/// Every two numbers with ranges that are not linked yet.
#[must_use]
pub fn unlinked(scenario: &Json) -> Vec<[String; 2]> {
    let (given, links) = (given(scenario), links(scenario));
    let mut pairs = Vec::new();
    for (place, a) in given.iter().enumerate() {
        for b in given.iter().skip(place + 1) {
            if !links.iter().any(|link| link.contains(a) && link.contains(b)) {
                pairs.push([a.clone(), b.clone()]);
            }
        }
    }
    pairs
}

/// A link between two numbers, to begin with.
#[must_use]
pub fn link([a, b]: [String; 2]) -> Json {
    let ends = [("a", Json::Text(a)), ("b", Json::Text(b)), ("spearman", Json::Number(LINKED))];
    Json::Object(ends.map(|(key, value)| (key.to_owned(), value)).into())
}

/// Numbers of which only whole ones make sense.
fn is_whole(path: &str) -> bool {
    path == "volume.perMonth"
        || ["amortisationMonths", "minimum", "capacityPerMonth", "upTo"].iter().any(|end| path.ends_with(end))
}

/// Numbers that are a share of a whole.
fn is_share(path: &str) -> bool {
    ["Share", "cachedPrice", "batchDiscount", "targetUtilisation"].iter().any(|end| path.ends_with(end))
}

/// Numbers that are a change per month.
fn is_change(path: &str) -> bool {
    path.ends_with("growthPerMonth") || path.ends_with("priceChangePerMonth")
}

/// A range to begin with: half to double a volume; two points a month around a change; 30 % below to 50 % above a price
/// or a cost (ours).
#[must_use]
pub fn suggestion(path: &str, value: f64) -> Json {
    let (shape, low, high) = match value {
        _ if is_change(path) => (ShapeKind::Pert, value - 0.02, value + 0.02),
        0.0 => (ShapeKind::Uniform, 0.0, 1.0),
        _ if path == "volume.perMonth" => (ShapeKind::Lognormal, value / 2.0, value * 2.0),
        _ if is_share(path) => (ShapeKind::Pert, (value - 0.2).max(0.0), (value + 0.2).min(1.0)),
        _ => (ShapeKind::Pert, value * 0.7, value * 1.5),
    };
    range(path, shape, low, value, high)
}

/// A range of another shape with the same ends; the likeliest stays where there is one.
#[must_use]
pub fn reshaped(path: &str, range_now: &Json, shape: ShapeKind) -> Json {
    let low = range_now.number("min").or(range_now.number("p10")).unwrap_or_default();
    let high = range_now.number("max").or(range_now.number("p90")).unwrap_or(low);
    let low = if shape == ShapeKind::Lognormal && low <= 0.0 { high / 100.0 } else { low };
    range(path, shape, low, range_now.number("mode").unwrap_or(low + (high - low) / 2.0), high)
}

/// A range that goes along with its number: in the same proportion, or by the same step where one of them is not above
/// zero. `None` where it is no range.
#[must_use]
pub fn followed(path: &str, range_now: &Json, before: f64, after: f64) -> Option<Json> {
    if before == after {
        return Some(range_now.clone());
    }
    let shape = ShapeKind::of(range_now)?;
    let moved = |value: f64| {
        let value = if before > 0.0 && after > 0.0 { value * (after / before) } else { value + (after - before) };
        if is_share(path) { value.within(0.0, 1.0) } else { value }
    };
    let end = |key: &&str| match range_now.at(key) {
        Some(Json::Number(number)) => Some(moved(*number)),
        _ => None,
    };
    let ends: Vec<f64> = shape.ends().iter().filter_map(end).collect();
    let (low, mode, high) = (*ends.first()?, *ends.get(1)?, *ends.last()?);
    // No more digits than it takes: a narrow range keeps its width.
    let close = |digits: &i32| {
        let off = |value: f64| libm::fabs(round_significant(value, *digits) - value) <= (high - low) / 1000.0;
        off(low) && off(mode) && off(high)
    };
    let digits = [3, 6, 9].into_iter().find(close).unwrap_or(15);
    Some(rounded_range(path, shape, (low, mode, high), digits))
}

fn range(path: &str, shape: ShapeKind, low: f64, mode: f64, high: f64) -> Json {
    rounded_range(path, shape, (low, mode, high), 3)
}

fn rounded_range(path: &str, shape: ShapeKind, (low, mode, high): (f64, f64, f64), digits: i32) -> Json {
    let rounded = |value: f64| {
        let value = round_significant(value, digits);
        if is_whole(path) { libm::round(value) } else { value }
    };
    let (low, high) = (rounded(low), rounded(high));
    let low = if is_whole(path) && mode >= 1.0 { low.max(1.0) } else { low };
    let mode = if is_whole(path) { libm::round(mode) } else { mode }.within(low, high);
    let end = |key: &&'static str| {
        let value = match *key {
            "mode" => mode,
            "min" | "p10" => low,
            _ => high,
        };
        ((*key).to_owned(), Json::Number(value))
    };
    let mut pairs = vec![("kind".to_owned(), Json::Text(shape.key().to_owned()))];
    pairs.extend(shape.ends().iter().map(end));
    Json::Object(pairs)
}
