//! Reduces the price data of `genai-prices` to the compact table that `src/catalogue.rs` includes.
//!
//! The rule for which models enter the table is documented in `src/catalogue.rs`. The crate gives no
//! release dates and hides the data's own deprecation flags, so what is current is written down here.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, UNIX_EPOCH};

use genai_prices::{Calculator, PriceRequest, Usage, UsageKey};

/// Name and version of the source. `Cargo.toml` pins this version; a test compares it with `Cargo.lock`.
const SOURCE: &str = "genai-prices 0.2.1";

/// Year, month and day of the data: the newest date on which version 0.2.1 says that it verified a price.
const DATE: (u64, u64, u64) = (2026, 10, 26);

/// Provider id, display name, and the beginnings of the ids of its current models.
const VENDORS: &[(&str, &str, &[&str])] = &[
    (
        "anthropic",
        "Anthropic",
        &[
            "claude-fable-",
            "claude-haiku-",
            "claude-opus-4-5",
            "claude-opus-4-6",
            "claude-opus-4-7",
            "claude-opus-4-8",
            "claude-opus-5",
            "claude-sonnet-4-5",
            "claude-sonnet-4-6",
            "claude-sonnet-5",
        ],
    ),
    ("aws", "AWS Bedrock", &["amazon.nova-", "global.amazon.nova-", "meta.llama3-3-", "meta.llama4-"]),
    ("cohere", "Cohere", &["command-a", "command-r"]),
    ("deepseek", "DeepSeek", &["deepseek-flash", "deepseek-v4-pro"]),
    ("google", "Google", &["gemini-2.5-", "gemini-3-", "gemini-3.", "gemini-4-"]),
    ("meta", "Meta", &["muse-"]),
    (
        "mistral",
        "Mistral",
        &[
            "ministral-14b-2512",
            "ministral-3b-2512",
            "ministral-8b-2512",
            "mistral-large-",
            "mistral-medium-3-5",
            "mistral-small-2603",
        ],
    ),
    ("openai", "OpenAI", &["gpt-5", "gpt-6"]),
    ("x-ai", "xAI", &["grok-4."]),
];

/// Parts of ids that mark something other than a general chat model at its standard price.
const NOT_GENERAL_CHAT: &[&str] =
    &["-codex", "-contributor", "-cyber", "-image", "-latest", "-live", "-multi-agent", "-search", "-sonic", "-tts"];

/// Models that the data marks as deprecated, although their ids look current.
const DEPRECATED: &[&str] = &["gemini-2.5-flash-preview", "gemini-3-pro-preview"];

/// Size of a priced request: below the start of every long-context price tier.
const TOKENS: u32 = 1_000;

fn main() -> Result<(), Box<dyn Error>> {
    // The small module that shows only a chart evaluates what it shows; every other build the whole report.
    println!("cargo::rustc-check-cfg=cfg(whole)");
    let has = |feature: &str| std::env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    if has("PAGE") || !has("CHART") {
        println!("cargo::rustc-cfg=whole");
    }
    println!("cargo::rerun-if-changed=build.rs");
    let rows = rows()?;
    if rows.len() < 20 {
        return Err(format!("price catalogue: only {} models are left of {SOURCE}", rows.len()).into());
    }
    let (year, month, day) = DATE;
    let mut code = String::new();
    writeln!(code, "pub const SOURCE: &str = {SOURCE:?};")?;
    writeln!(code, "pub const AS_OF: &str = \"{year:04}-{month:02}-{day:02}\";")?;
    writeln!(code, "pub const MODELS: &[super::ModelPrice] = &[")?;
    for row in rows.values() {
        writeln!(code, "    {row},")?;
    }
    writeln!(code, "];")?;
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("catalogue.rs"), code)?;
    Ok(())
}

/// The rows of the table as Rust expressions, by model id.
fn rows() -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let data = Calculator::bundled();
    let mut rows = BTreeMap::new();
    for &(provider_id, vendor, families) in VENDORS {
        let provider = data
            .find_provider(Some(provider_id), None)?
            .ok_or_else(|| format!("price catalogue: {SOURCE} has no provider {provider_id}"))?;
        for family in families {
            let mut found = false;
            for model in provider.models().filter(|model| model.id().starts_with(family)) {
                let id = model.id();
                if DEPRECATED.contains(&id) || NOT_GENERAL_CHAT.iter().any(|part| id.contains(part)) {
                    continue;
                }
                let input = price(data, provider_id, id, UsageKey::INPUT_TOKENS)?;
                let output = price(data, provider_id, id, UsageKey::OUTPUT_TOKENS)?;
                let cached = match price(data, provider_id, id, UsageKey::CACHE_READ_TOKENS)? {
                    cached if cached == input => "None".to_owned(),
                    cached => format!("Some({cached})"),
                };
                let full_id = format!("{provider_id}/{id}");
                let name = model.name().unwrap_or(id);
                let row = format!(
                    "super::ModelPrice {{ vendor: {vendor:?}, model: {full_id:?}, name: {name:?}, \
                     input_per_million: {input}, output_per_million: {output}, \
                     cached_input_per_million: {cached}, as_of: AS_OF }}"
                );
                rows.insert(full_id, row);
                found = true;
            }
            if !found {
                return Err(format!("price catalogue: {SOURCE} has no {provider_id} model {family}*").into());
            }
        }
    }
    Ok(rows)
}

/// US dollars for a million tokens of one kind at noon UTC of [`DATE`], as a Rust literal.
///
/// The crate only prices requests, so this prices a small one and removes the binary rounding of the
/// result by writing it with nine decimals.
fn price(data: &Calculator, provider: &str, model: &str, kind: UsageKey) -> Result<String, Box<dyn Error>> {
    let mut usage = Usage::from([(kind.clone(), f64::from(TOKENS))]);
    if kind == UsageKey::CACHE_READ_TOKENS {
        usage.insert(UsageKey::INPUT_TOKENS, f64::from(TOKENS));
    }
    let noon = UNIX_EPOCH + Duration::from_secs(days_since_epoch(DATE) * 86_400 + 43_200);
    let request = PriceRequest::new(model, &usage).with_provider_id(provider).with_timestamp(noon);
    let result = data.calculate(&request)?;
    if result.model_id != model {
        return Err(format!("price catalogue: {provider}/{model} is priced as {}", result.model_id).into());
    }
    let dollars = if kind == UsageKey::OUTPUT_TOKENS { result.output_price } else { result.input_price };
    let per_million = dollars * f64::from(1_000_000 / TOKENS);
    if !(per_million.is_finite() && per_million > 0.0) {
        return Err(format!("price catalogue: {provider}/{model} costs {per_million} for {kind:?}").into());
    }
    let literal = format!("{per_million:.9}");
    let literal = literal.trim_end_matches('0');
    Ok(if literal.ends_with('.') { format!("{literal}0") } else { literal.to_owned() })
}

/// Days from 1970-01-01 to a date in the Gregorian calendar.
fn days_since_epoch((year, month, day): (u64, u64, u64)) -> u64 {
    // Count years from March, so that a leap day is the last day of its year.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469
}
