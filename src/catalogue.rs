//! List prices of current chat models, so that choosing a model fills in its token prices.
//!
//! The build script takes the prices from the `genai-prices` crate (MIT licence) and keeps only this
//! table; the crate and its data never reach the browser. All prices are in US dollars for a million
//! tokens. This module fetches nothing, so a price is as old as [`AS_OF`], and it recommends no vendor:
//! rows are in the order of their ids.
//!
//! # Which models are listed
//!
//! - A model is listed under the vendor that sells it first-hand: Anthropic, Cohere, DeepSeek, Google,
//!   Meta, Mistral, OpenAI and xAI, and AWS Bedrock for Amazon Nova and for the Llama models, which Meta
//!   does not sell itself.
//! - It belongs to a current family. The source has no release dates, so `build.rs` lists the families;
//!   the build fails when one of them disappears from the source.
//! - It is a general chat model with a price for both input and output text. Models for images, audio,
//!   live speech, search, coding agents or security work, `-latest` aliases, prices that depend on
//!   sharing data with the vendor, and models that the source marks as deprecated are left out.
//!
//! # Which price is listed
//!
//! The standard price on [`AS_OF`], at noon UTC where the vendor charges by the time of day (DeepSeek's
//! off-peak price). Where long prompts cost more, it is the price of a short prompt. Discounts for batch
//! or flexible processing are not included. Introductory prices that were in force that day are.

/// Token prices of one model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ModelPrice {
    /// Display name of the vendor that charges the price.
    pub vendor: &'static str,
    /// Id of the model in scenarios: vendor and model as the source names them, such as `openai/gpt-5-mini`.
    pub model: &'static str,
    /// Display name of the model.
    pub name: &'static str,
    /// US dollars for a million input tokens.
    pub input_per_million: f64,
    /// US dollars for a million output tokens.
    pub output_per_million: f64,
    /// US dollars for a million input tokens read from the vendor's cache, if they have a price of their own.
    pub cached_input_per_million: Option<f64>,
    /// Date of the price, `YYYY-MM-DD`. The source has no date for each price, so this is [`AS_OF`].
    pub as_of: &'static str,
}

/// Name and version of the source of the prices.
pub const SOURCE: &str = generated::SOURCE;

/// Date of the data as a whole, `YYYY-MM-DD`: the newest date on which the source says it verified a price.
pub const AS_OF: &str = generated::AS_OF;

/// All models, in the order of their ids.
pub fn models() -> &'static [ModelPrice] {
    generated::MODELS
}

/// The model with this id, such as `openai/gpt-5-mini`.
pub fn find(id: &str) -> Option<&'static ModelPrice> {
    models().iter().find(|price| price.model == id)
}

mod generated {
    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_iso_date(text: &str) -> bool {
        text.len() == 10
            && text.bytes().enumerate().all(|(index, byte)| match index {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            })
    }

    #[test]
    fn prices_are_finite_and_positive() {
        for price in models() {
            for dollars in
                [Some(price.input_per_million), Some(price.output_per_million), price.cached_input_per_million]
            {
                assert!(dollars.is_none_or(|dollars| dollars.is_finite() && dollars > 0.0), "{price:?}");
            }
        }
    }

    #[test]
    fn ids_are_unique_sorted_and_found() {
        assert!(models().is_sorted_by(|left, right| left.model < right.model));
        for price in models() {
            assert_eq!(find(price.model), Some(price));
        }
        assert_eq!(find("openai"), None);
    }

    #[test]
    fn every_vendor_has_a_model() {
        let mut vendors: Vec<_> = models().iter().map(|price| price.vendor).collect();
        vendors.dedup();
        let expected = ["Anthropic", "AWS Bedrock", "Cohere", "DeepSeek", "Google", "Meta", "Mistral", "OpenAI", "xAI"];
        assert_eq!(vendors, expected);
    }

    #[test]
    fn dates_are_iso() {
        assert!(is_iso_date(AS_OF));
        assert!(models().iter().all(|price| is_iso_date(price.as_of)));
    }

    #[test]
    fn prices_equal_the_published_decimals() {
        let prices = |id| find(id).map(|p| (p.input_per_million, p.output_per_million, p.cached_input_per_million));
        assert_eq!(prices("openai/gpt-5-mini"), Some((0.25, 2.0, Some(0.025))));
        // No price of its own for cached input.
        assert_eq!(prices("cohere/command-r7b"), Some((0.0375, 0.15, None)));
        // The short-prompt price, not the 0.5 charged above 100,000 tokens.
        assert_eq!(prices("anthropic/claude-haiku-5-5"), Some((0.1, 0.5, Some(0.01))));
        // The price since 2026-10-20, not the launch price.
        assert_eq!(prices("mistral/mistral-large-4"), Some((1.36, 4.18, Some(0.14))));
        // The off-peak price.
        assert_eq!(prices("deepseek/deepseek-v4-pro"), Some((0.66, 1.98, Some(0.022))));
    }

    #[test]
    fn models_that_are_no_general_chat_models_are_left_out() {
        for id in [
            "google/gemini-3-pro-preview",
            "google/gemini-3.1-flash-tts-preview",
            "openai/gpt-5-image",
            "openai/gpt-5-search-api",
            "openai/text-embedding-3-large",
        ] {
            assert_eq!(find(id), None);
        }
    }

    #[test]
    fn the_table_is_small() {
        assert!((40..=90).contains(&models().len()), "{} models", models().len());
        let bytes: usize = models().iter().map(|p| p.vendor.len() + p.model.len() + p.name.len() + p.as_of.len()).sum();
        assert!(bytes < 12_000, "{bytes} bytes");
    }

    #[test]
    fn the_source_is_the_locked_version() {
        let (name, version) = SOURCE.split_once(' ').unwrap_or_default();
        let package = format!("name = \"{name}\"\nversion = \"{version}\"\n");
        assert!(include_str!("../Cargo.lock").contains(&package), "update SOURCE and DATE in build.rs");
    }
}
