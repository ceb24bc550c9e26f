//! Numbers as people read them: money, volumes, counts, days. Figures are rounded here and nowhere else.
//!
//! They are written as the present locale writes them, English until another one is named; the words stay English. What
//! is kept or handed on to programs does not come through here. No currency is converted.

use std::cell::Cell;

use crate::host;

/// How a locale writes numbers and days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    decimal: char,
    group: char,
    /// One group of three, then groups of two: 12,34,567.
    pairs: bool,
    /// The sign of the currency stands behind the amount.
    behind: bool,
    /// What stands between the two.
    gap: Option<char>,
    /// What stands before a percent sign.
    percent_gap: Option<char>,
    /// Place of year, month and day, and what stands between them.
    day: ([u8; 3], char),
}

impl Locale {
    /// English; days as 2026-11-25, which nobody can misread.
    pub const EN: Self = Self {
        decimal: '.',
        group: ',',
        pairs: false,
        behind: false,
        gap: None,
        percent_gap: None,
        day: ([0, 1, 2], '-'),
    };

    /// The locale of three examples on a line each: `12.345.678,5 ¤`, `50 %`, `22.11.2003`. `None` where they are not these
    /// numbers in digits from 0 to 9.
    #[must_use]
    pub fn of(examples: &str) -> Option<Self> {
        let mut lines = examples.lines();
        let money = lines.next()?;
        let digit = |letter: char| letter.is_ascii_digit();
        let (from, last) = (money.find(digit)?, money.rfind(digit)?);
        let number = money.get(from..=last)?;
        let (before, after) = (money.get(..from)?, money.get(last + 1..)?);
        let mut signs = number.chars().filter(|letter| !letter.is_ascii_digit());
        let (group, decimal) = (signs.next()?, signs.next_back()?);
        let written: String = number.chars().filter(char::is_ascii_digit).collect();
        if written != "123456785" || group == decimal {
            return None;
        }
        let space = |text: &str| text.chars().find(|letter| letter.is_whitespace());
        let percent_gap = space(lines.next()?);
        let day = lines.next()?;
        let places = [day.find("2003")?, day.find("11")?, day.find("22")?];
        let rank = |place: usize| places.iter().filter(|other| **other < place).count() as u8;
        let between = day.chars().find(|letter| !letter.is_ascii_digit())?;
        Some(Self {
            decimal,
            group,
            pairs: number.chars().filter(|letter| *letter == group).count() > 2,
            behind: after.contains('¤'),
            gap: space(before).or(space(after)),
            percent_gap,
            day: (places.map(rank), between),
        })
    }

    /// The sign before the fraction, and the one between groups of digits.
    #[must_use]
    pub fn signs(self) -> (char, char) {
        (self.decimal, self.group)
    }
}

thread_local! {
    /// Each widget says its own before it writes: a page may hold several.
    static PRESENT: Cell<Locale> = const { Cell::new(Locale::EN) };
}

/// From now on everything is written as this locale writes it.
pub fn speak(locale: Locale) {
    PRESENT.set(locale);
}

/// The locale that everything is written in.
#[must_use]
pub fn present() -> Locale {
    PRESENT.get()
}

/// A day such as `2026-11-25`.
#[must_use]
pub fn day(iso: &str) -> String {
    let (order, between) = present().day;
    let parts: Vec<&str> = iso.split('-').collect();
    if parts.len() != 3 {
        return iso.to_owned();
    }
    let mut written = String::new();
    for place in 0..3 {
        let part = order.iter().position(|rank| *rank == place).and_then(|part| parts.get(part));
        if place > 0 {
            written.push(between);
        }
        written.push_str(part.unwrap_or(&""));
    }
    written
}

/// A number in JavaScript's form with the locale's decimal sign.
#[must_use]
pub fn pointed(text: &str) -> String {
    text.replace('.', present().decimal.encode_utf8(&mut [0; 4]))
}

/// A text of ours, whose figures are written as in English, with figures as the present locale writes them.
#[must_use]
pub fn local(text: &str) -> String {
    let Locale { decimal, group, .. } = present();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut written = String::new();
    let mut after_digit = false;
    for (place, letter) in text.char_indices() {
        let rest = text.get(place + 1..).filter(|_| after_digit && letter.is_ascii()).unwrap_or_default();
        written.push(match (letter, digits(rest)) {
            (',', 3) => group,
            ('.', 1..) => decimal,
            _ => letter,
        });
        after_digit = letter.is_ascii_digit();
    }
    written
}

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
        [sign, &self.priced(&rounded(libm::fabs(amount), 100.0))].concat()
    }

    /// An amount with all its digits, for those who work it out again: `$1,250.75`.
    #[cfg(feature = "page")]
    #[must_use]
    pub fn exact_money(&self, amount: f64) -> String {
        let whole = libm::fabs(amount);
        let text = significant(whole, 12);
        // From one on, cents are two digits or none.
        let half = whole >= 1.0 && text.chars().rev().nth(1) == Some(present().decimal);
        [if amount < 0.0 { "-" } else { "" }, &self.priced(&if half { text + "0" } else { text })].concat()
    }

    /// A figure with the currency on the side where this locale has it.
    #[must_use]
    pub fn priced(&self, figure: &str) -> String {
        let Locale { behind, gap, .. } = present();
        let symbol = self.symbol();
        let gap = gap.or(symbol.is_none().then_some(' ')).map(String::from).unwrap_or_default();
        let symbol = symbol.unwrap_or(self.currency);
        if behind { format!("{figure}{gap}{symbol}") } else { format!("{symbol}{gap}{figure}") }
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
        if decimals == 100.0 && text.chars().rev().nth(1) == Some(present().decimal) { text + "0" } else { text }
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
    percent_of(libm::round(share * 100.0))
}

/// A percentage that is one already: `2.5%`.
#[must_use]
pub fn percent_of(percent: f64) -> String {
    let gap = present().percent_gap.map(String::from).unwrap_or_default();
    format!("{}{gap}%", grouped(percent))
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
    let locale = present();
    for (index, digit) in whole.chars().enumerate() {
        let left = whole.len() - index;
        let ends = if locale.pairs && left > 3 { (left - 3).is_multiple_of(2) } else { left.is_multiple_of(3) };
        if index > 0 && ends {
            out.push(locale.group);
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push(locale.decimal);
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

    const LOCALES: [(&str, &str, [&str; 6]); 5] = [
        (
            "en-US",
            "¤12,345,678.5\n50%\n11/22/2003",
            ["$1,234,567", "$12.50", "CHF 1,200", "1,234.5", "25%", "11/25/2026"],
        ),
        (
            "de",
            "12.345.678,5\u{a0}¤\n50\u{a0}%\n22.11.2003",
            ["1.234.567\u{a0}$", "12,50\u{a0}$", "1.200\u{a0}CHF", "1.234,5", "25\u{a0}%", "25.11.2026"],
        ),
        (
            "fr",
            "12\u{202f}345\u{202f}678,5\u{a0}¤\n50\u{202f}%\n22/11/2003",
            [
                "1\u{202f}234\u{202f}567\u{a0}$",
                "12,50\u{a0}$",
                "1\u{202f}200\u{a0}CHF",
                "1\u{202f}234,5",
                "25\u{202f}%",
                "25/11/2026",
            ],
        ),
        (
            "en-IN",
            "¤1,23,45,678.5\n50%\n22/11/2003",
            ["$12,34,567", "$12.50", "CHF 1,200", "1,234.5", "25%", "25/11/2026"],
        ),
        (
            "de-CH",
            "¤\u{a0}12’345’678.5\n50%\n22.11.2003",
            ["$\u{a0}1’234’567", "$\u{a0}12.50", "CHF\u{a0}1’200", "1’234.5", "25%", "25.11.2026"],
        ),
    ];

    #[test]
    fn a_locale_writes_as_its_examples_do() {
        for (name, examples, expected) in LOCALES {
            speak(Locale::of(examples).unwrap_or(Locale::EN));
            let francs = Units { currency: "CHF", unit: "call" };
            let written = [
                DOLLARS.money(1_234_567.0),
                DOLLARS.money(12.5),
                francs.money(1200.0),
                plain(1234.5),
                percent(0.25),
                day("2026-11-25"),
            ];
            assert_eq!(written, expected, "{name}");
        }
        speak(Locale::EN);
    }

    #[test]
    fn figures_in_our_own_texts_are_written_as_the_locale_writes_them() {
        let text = "1,000 to 99,999, from $0.02 in 2026, or 1, 2, 3. Then 4.";
        assert_eq!(local(text), text);
        speak(Locale::of("12.345.678,5 ¤\n50 %\n22.11.2003").unwrap_or(Locale::EN));
        assert_eq!(local(text), "1.000 to 99.999, from $0,02 in 2026, or 1, 2, 3. Then 4.");
        speak(Locale::EN);
    }

    #[test]
    fn examples_that_are_something_else_name_no_locale() {
        for examples in ["", "12345678.5\n50%\n2003-11-22", "¤12,345,678.5\n50%", "¤1.5\n50%\n22.11.2003", "१२३"]
        {
            assert_eq!(Locale::of(examples), None, "{examples:?}");
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
