//! Typed text to a number. One grammar, shown in the docs and echoed beside the field; its signs are the present locale's.
//!
//! ```text
//! number   = [currency] ["-"] (plain | grouped) [exponent] [suffix] [currency]
//! plain    = digits ["." digits]          1250.5
//! grouped  = groups of three by "," "'" or a space, then ["." digits]   1,250.5
//! exponent = "e" ["+"|"-"] digits         1e5
//! suffix   = "k" | "m" | "b"              thousand, million, billion; any case
//! ```
//!
//! In English the decimal sign is a point: `1.000` is one. Elsewhere the locale's sign stands in its place, and a point
//! may separate groups: `1.250,5`. What is no number there is read as in English, so that a pasted `1250.5` is not lost.
//! A sign that does neither is refused, not guessed.

use crate::format::present;
use crate::host;
use crate::problem::ProblemKind;

/// Longest text that can be a number.
const MAX_CHARS: usize = 64;

/// Reads typed text. Nothing typed is `None`: *not counted* or *unknown*, never zero.
///
/// # Errors
/// Text that is not a number by the grammar. The result may still be infinite (`1e400`); its field refuses that, and `%`
/// where it counts something else.
pub fn parse(text: &str) -> Result<Option<f64>, ProblemKind> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    if text.chars().count() > MAX_CHARS {
        return Err(ProblemKind::NotANumber);
    }
    let bare = without_code(text).trim_matches(|c: char| matches!(c, '$' | '€' | '£' | '%') || c.is_whitespace());
    let (bare, factor) = match bare.chars().last() {
        Some('k' | 'K') => (bare.get(..bare.len() - 1).unwrap_or_default(), 1e3),
        Some('m' | 'M') => (bare.get(..bare.len() - 1).unwrap_or_default(), 1e6),
        Some('b' | 'B') => (bare.get(..bare.len() - 1).unwrap_or_default(), 1e9),
        _ => (bare, 1.0),
    };
    let bare = bare.trim_end();
    let (decimal, group) = present().signs();
    let own = ungroup(bare, decimal, &[group, if decimal == ',' { '.' } else { ',' }]);
    let digits = own.or_else(|| ungroup(bare, '.', &[','])).ok_or(ProblemKind::NotANumber)?;
    let number = host::number(&digits);
    Ok(Some(number * factor))
}

/// A text without the three letters of a currency before or behind it.
fn without_code(text: &str) -> &str {
    let is_code = |word: &str| word.len() == 3 && word.bytes().all(|letter| letter.is_ascii_uppercase());
    match (text.split_once(char::is_whitespace), text.rsplit_once(char::is_whitespace)) {
        (Some((code, rest)), _) if is_code(code) => rest,
        (_, Some((rest, code))) if is_code(code) => rest,
        _ => text,
    }
}

/// Takes separators of thousands out; `None` when they stand in the wrong place or a foreign character is there.
fn ungroup(text: &str, decimal: char, groups: &[char]) -> Option<String> {
    let (mantissa, exponent) = match text.find(['e', 'E']) {
        Some(place) => text.split_at_checked(place)?,
        None => (text, ""),
    };
    let (sign, mantissa) = match mantissa.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", mantissa),
    };
    let (whole, fraction) = mantissa.split_once(decimal).unwrap_or((mantissa, ""));
    let separator = |c: char| groups.contains(&c) || matches!(c, '\'' | '_' | '\u{2019}') || c.is_whitespace();
    let groups: Vec<&str> = whole.split(separator).collect();
    let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let grouped_right = rest.is_empty()
        // Nobody groups a number below one: that is a fraction with another locale's sign.
        || ((1..=3).contains(&first.len()) && !first.starts_with('0')
            && rest.split_last().is_none_or(|(last, middle)| {
                // In India the groups before the last have two.
                last.len() == 3
                    && (middle.iter().all(|group| group.len() == 3) || middle.iter().all(|group| group.len() == 2))
            }));
    let something = !whole.is_empty() || !fraction.is_empty();
    let exponent_right = exponent.is_empty() || {
        let power = exponent.get(1..).unwrap_or_default();
        let power = power.strip_prefix(['+', '-']).unwrap_or(power);
        !power.is_empty() && digits_only(power)
    };
    let legal = something
        && grouped_right
        && exponent_right
        && digits_only(fraction)
        && groups.iter().all(|group| digits_only(group));
    legal.then(|| format!("{sign}{}.{fraction}0{exponent}", groups.concat()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Locale, speak};

    #[test]
    fn text_by_the_grammar_is_read() {
        let cases = [
            ("", None),
            ("  ", None),
            ("0", Some(0.0)),
            ("1.000", Some(1.0)),
            ("1,000", Some(1000.0)),
            ("CHF 1,250", Some(1250.0)),
            ("12 EUR", Some(12.0)),
            ("1 000 000", Some(1_000_000.0)),
            ("1'250.5", Some(1250.5)),
            ("$3,500", Some(3500.0)),
            (".5", Some(0.5)),
            ("5.", Some(5.0)),
            ("10k", Some(10_000.0)),
            ("1.5M", Some(1_500_000.0)),
            ("2e5", Some(200_000.0)),
            ("-3", Some(-3.0)),
            ("1e400", Some(f64::INFINITY)),
        ];
        for (text, number) in cases {
            assert_eq!(parse(text), Ok(number), "{text:?}");
        }
    }

    #[test]
    fn a_locale_reads_its_own_signs_and_english_where_that_is_no_number() {
        let cases = [
            ("1.250,5", 1250.5),
            ("1,5", 1.5),
            ("0.036", 0.036),
            ("1.000", 1000.0),
            ("1,000", 1.0),
            ("1.5", 1.5),
            ("1,250.5", 1250.5),
            ("1 250,5", 1250.5),
            ("12,34,567.5", 1_234_567.5),
            ("2,5M", 2_500_000.0),
            ("1.250,50 €", 1250.5),
        ];
        speak(Locale::of("12.345.678,5 ¤\n50 %\n22.11.2003").unwrap_or(Locale::EN));
        for (text, number) in cases {
            assert_eq!(parse(text), Ok(Some(number)), "{text:?}");
        }
        assert_eq!(parse("1,2,3"), Err(ProblemKind::NotANumber));
        speak(Locale::EN);
    }

    #[test]
    fn text_outside_the_grammar_is_refused() {
        let long = "9".repeat(10_000_000);
        for text in [
            "free",
            "1,5",
            "1.000.000",
            "12,34",
            "0,036",
            "--1",
            "1e",
            "e5",
            "NaN",
            "inf",
            "0x10",
            "1 2",
            ".",
            "k",
            long.as_str(),
        ] {
            assert_eq!(parse(text), Err(ProblemKind::NotANumber), "{:?}", text.get(..20).unwrap_or(text));
        }
    }
}
