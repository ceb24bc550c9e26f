//! The English texts.

pub mod answer;
#[cfg(feature = "page")]
pub mod article;
#[cfg(whole)]
pub mod companions;
#[cfg(feature = "page")]
pub mod compare;
#[cfg(feature = "page")]
pub mod costs;
#[cfg(whole)]
pub mod example;
#[cfg(whole)]
pub mod explain;
pub mod field;
#[cfg(whole)]
pub mod framework;
#[cfg(feature = "page")]
pub mod memo;
pub mod page;
pub mod practice;
pub mod preset;
pub mod problem;
#[cfg(feature = "page")]
pub mod prose;
pub mod question;
#[cfg(whole)]
pub mod reading;
#[cfg(whole)]
pub mod road;
pub mod rule;
#[cfg(feature = "page")]
pub mod take_away;
pub mod tension;
#[cfg(feature = "page")]
pub mod time;
#[cfg(feature = "page")]
pub mod uncertainty;

use crate::approach::{Approach, OptionId, Variant};

/// For voices: numbers may be another locale's, the words are English.
pub const LANGUAGE: &str = "en";
/// The way in which they run, on pages that run the other way, too.
pub const DIRECTION: &str = "ltr";

/// Name of an approach at the start of a line.
#[must_use]
pub fn approach(approach: Approach) -> &'static str {
    option(approach.option())
}

/// Name of an option at the start of a line.
#[must_use]
pub fn option(option: OptionId) -> &'static str {
    match option {
        OptionId::Api => "API",
        OptionId::FineTune => "Fine-tune",
        OptionId::Custom => "From scratch",
        OptionId::OpenModel => "Open model, untuned",
        OptionId::Ally => "Partner",
    }
}

/// An option within a sentence.
#[must_use]
pub fn option_in_sentence(option: OptionId) -> &'static str {
    match option {
        OptionId::Api => "the API",
        OptionId::FineTune => "the fine-tuned model",
        OptionId::Custom => "the model from scratch",
        OptionId::OpenModel => "the untuned open model",
        OptionId::Ally => "the partner’s offer",
    }
}

/// Doing it, within a sentence: “suggest …”.
#[must_use]
pub fn doing(approach: Approach) -> &'static str {
    match approach {
        Approach::Api => "an API",
        Approach::FineTune => "fine-tuning",
        Approach::Custom => "training from scratch",
    }
}

/// What a variant is, in one phrase.
#[must_use]
pub fn variant(variant: Variant) -> &'static str {
    match variant {
        Variant::Api => "API",
        Variant::ApiCollectData => "API, while you collect examples",
        Variant::ApiFewShot => "API, with a few of your examples in the prompt",
        Variant::FineTuneLight => "Light tuning on hundreds of examples",
        Variant::FineTuneManagedService => "Tuning as a managed service",
        Variant::FineTuneManagedInfra => "Fine-tune on managed machines",
        Variant::FineTuneWithDataCollection => "Fine-tune once enough examples are collected",
        Variant::FineTuneFoundationModel => "Fine-tune a foundation model",
        Variant::CustomFromScratch => "A model of your own, trained from scratch",
    }
}
