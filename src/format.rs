//! Numbers as people read them: money, volumes, counts. Figures are rounded here and nowhere else.
//!
//! English grouping (1,234.5) only; a locale changes this file and nothing else. No currency is converted.

use crate::host;

/// Words that a scenario uses for money and volume.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Units<'a> {
    /// Code of the currency, for example `USD`.
    pub currency: &'a str,
    /// One unit of volume, in the singular.
    pub unit: &'a str,
}

impl Units<'_> {
    /// An amount of money, rounded for reading: `$3,917`, `$0.036`, `CHF 1,200`.
    #[must_use]
    pub fn money(&self, amount: f64) -> String {
        let sign = if amount < 0.0 { "-" } else { "" };
        let figure = rounded(libm::fabs(amount), 100.0);
        match self.symbol() {
            Some(symbol) => format!("{sign}{symbol}{figure}"),
            None => format!("{sign}{} {figure}", self.currency),
        }
    }

    /// What stands before an amount: a symbol where everybody knows it, the code elsewhere.
    #[must_use]
    pub fn symbol(&self) -> Option<&'static str> {
        match self.currency {
            "USD" => Some("$"),
            "EUR" => Some("€"),
            "GBP" => Some("£"),
            _ => None,
        }
    }

    /// A volume with its unit: `404,171 predictions`, `97.9 users`.
    #[must_use]
    pub fn volume(&self, volume: f64) -> String {
        format!("{} {}", rounded(volume, 1000.0), self.counted(volume))
    }

    /// The unit in the plural.
    #[must_use]
    pub fn plural(&self) -> String {
        plural(self.unit)
    }

    fn counted(&self, count: f64) -> String {
        if count == 1.0 { self.unit.to_owned() } else { self.plural() }
    }
}

/// An English plural by rule: users, queries, batches.
#[must_use]
pub fn plural(noun: &str) -> String {
    let vowel_before_y = ["ay", "ey", "oy", "uy"].iter().any(|end| noun.ends_with(end));
    match noun.strip_suffix('y') {
        Some(stem) if !vowel_before_y => format!("{stem}ies"),
        _ if ["s", "x", "ch", "sh"].iter().any(|end| noun.ends_with(end)) => format!("{noun}es"),
        _ => format!("{noun}s"),
    }
}

/// A number for reading: whole from `whole_from` on, three significant digits below one, at most two decimals between.
fn rounded(value: f64, whole_from: f64) -> String {
    if value >= whole_from {
        grouped(libm::round(value))
    } else if value >= 1.0 || value == 0.0 {
        let decimals = if whole_from > 100.0 { 10.0 } else { 100.0 };
        let figure = libm::round(value * decimals) / decimals;
        let text = grouped(figure);
        // Money below 100 shows cents or none, never half of them: $12.50.
        if decimals == 100.0 && text.len() > 2 && text.as_bytes().iter().rev().nth(1) == Some(&b'.') {
            text + "0"
        } else {
            text
        }
    } else {
        significant(value, 3)
    }
}

/// A number to so many significant digits, without an exponent: `0.00783`.
#[must_use]
pub fn significant(value: f64, digits: i32) -> String {
    grouped(round_significant(value, digits))
}

/// The nearest number of so many significant digits.
#[must_use]
pub fn round_significant(value: f64, digits: i32) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let place = digits - 1 - libm::floor(libm::log10(libm::fabs(value))) as i32;
    // A power of ten below one is not exact: divide instead, so that large numbers stay whole.
    let factor = libm::pow(10.0, f64::from(place.abs().min(300)));
    let candidate = if place < 0 { libm::round(value / factor) * factor } else { libm::round(value * factor) / factor };
    if candidate.is_finite() { candidate } else { value }
}

/// A number exactly as it is, with thousands separated: `1,234.5`. What a number field shows.
#[must_use]
pub fn plain(value: f64) -> String {
    grouped(value)
}

/// A volume without its unit: `404,171`, `97.9`.
#[must_use]
pub fn rounded_volume(volume: f64) -> String {
    rounded(volume, 1000.0)
}

/// A share as a whole percentage: `25%`.
#[must_use]
pub fn percent(share: f64) -> String {
    format!("{}%", grouped(libm::round(share * 100.0)))
}

/// The text with a capital letter.
#[must_use]
pub fn upper_first(text: &str) -> String {
    let (first, rest) = text.split_at(text.chars().next().map_or(0, char::len_utf8));
    [&host::upper(first), rest].concat()
}

/// The text with a small first letter, unless it begins with an abbreviation.
#[must_use]
pub fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map_or(0, char::len_utf8);
    if letters.next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    let (first, rest) = text.split_at(first);
    [&host::lower(first), rest].concat()
}

fn grouped(value: f64) -> String {
    let text = without_exponent(&host::text(libm::fabs(value)));
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let mut out = String::from(if value < 0.0 { "-" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// The same number with as many zeros as it takes: `1e-7` is `0.0000001`.
fn without_exponent(text: &str) -> String {
    let Some((mantissa, exponent)) = text.split_once('e') else { return text.to_owned() };
    let Ok(exponent) = exponent.parse::<i32>() else { return text.to_owned() };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or(0));
    if exponent < 0 {
        format!("0.{}{whole}{fraction}", zeros(-exponent - 1))
    } else {
        format!("{whole}{fraction}{}", zeros(exponent - fraction.len() as i32))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOLLARS: Units<'_> = Units { currency: "USD", unit: "prediction" };

    #[test]
    fn money_is_rounded_for_reading() {
        let cases = [
            (0.0, "$0"),
            (0.007_83, "$0.00783"),
            (0.000_000_25, "$0.00000025"),
            (12.5, "$12.50"),
            (12.25, "$12.25"),
            (1e21, "$1,000,000,000,000,000,000,000"),
            (0.036, "$0.036"),
            (1.5, "$1.50"),
            (40.0, "$40"),
            (99.999, "$100"),
            (3916.666, "$3,917"),
            (1_234_567.0, "$1,234,567"),
            (-14_083.4, "-$14,083"),
        ];
        for (amount, text) in cases {
            assert_eq!(DOLLARS.money(amount), text);
        }
    }

    #[test]
    fn a_currency_without_a_known_symbol_shows_its_code() {
        assert_eq!(Units { currency: "CHF", unit: "call" }.money(1200.0), "CHF 1,200");
    }

    #[test]
    fn volumes_carry_their_unit() {
        let cases = [(1.0, "1 user"), (97.916_67, "97.9 users"), (500.0, "500 users"), (404_170.8, "404,171 users")];
        for (volume, text) in cases {
            assert_eq!(Units { currency: "USD", unit: "user" }.volume(volume), text);
        }
    }

    #[test]
    fn plurals_follow_the_rule() {
        for (one, many) in [("prediction", "predictions"), ("query", "queries"), ("day", "days"), ("batch", "batches")]
        {
            assert_eq!(plural(one), many);
        }
    }

    #[test]
    fn numbers_keep_their_significant_digits() {
        for (value, digits, rounded) in
            [(0.036_12, 3, 0.0361), (123_456.0, 3, 123_000.0), (65_700_001.0, 3, 65_700_000.0), (0.0, 3, 0.0)]
        {
            assert_eq!(round_significant(value, digits), rounded);
        }
    }
}
