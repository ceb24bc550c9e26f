//! The three approaches of the article, their nine variants, and the options that have a cost curve.
//!
//! Everything is ordered on one spectrum, from outsourced to owned. No number and no rule lives here.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use crate::reader::words;

/// How an AI capability is sourced (rule S1), ordered from outsourced to owned (rule S4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Approach {
    /// Call a model that somebody else hosts.
    Api,
    /// Train an existing model further on your own examples.
    FineTune,
    /// Train a model of your own from scratch.
    Custom,
}

words! {
    Approach {
        "api" => Api,
        "fineTune" => FineTune,
        "custom" => Custom,
    }
}

impl Approach {
    /// All three, in the order of the spectrum.
    pub const ALL: [Self; 3] = [Self::Api, Self::FineTune, Self::Custom];

    /// The option whose cost curve stands for this approach.
    #[must_use]
    pub fn option(self) -> OptionId {
        match self {
            Self::Api => OptionId::Api,
            Self::FineTune => OptionId::FineTune,
            Self::Custom => OptionId::Custom,
        }
    }
}

/// The nine variants that the article names inside the three approaches (part 1.1 of the decision model).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Variant {
    /// An API and nothing more (T1-no).
    Api,
    /// An API now, while examples for later tuning are collected (T2-no).
    ApiCollectData,
    /// An API whose prompt carries a few of your examples (D2).
    ApiFewShot,
    /// Light tuning on hundreds of examples (D2).
    FineTuneLight,
    /// Tuning as a service, without ML engineers of your own (T3-no).
    FineTuneManagedService,
    /// Tuning by your own engineers on rented, managed machines (E2).
    FineTuneManagedInfra,
    /// Tuning while the examples are still being collected (L3).
    FineTuneWithDataCollection,
    /// Tuning a foundation model (T4-no).
    FineTuneFoundationModel,
    /// A model of your own, trained from scratch (T4-yes).
    CustomFromScratch,
}

impl Variant {
    /// All nine, in the order of the spectrum.
    pub const ALL: [Self; 9] = [
        Self::Api,
        Self::ApiCollectData,
        Self::ApiFewShot,
        Self::FineTuneLight,
        Self::FineTuneManagedService,
        Self::FineTuneManagedInfra,
        Self::FineTuneWithDataCollection,
        Self::FineTuneFoundationModel,
        Self::CustomFromScratch,
    ];

    /// The approach that this is a variant of.
    #[must_use]
    pub fn approach(self) -> Approach {
        match self {
            Self::Api | Self::ApiCollectData | Self::ApiFewShot => Approach::Api,
            Self::FineTuneLight
            | Self::FineTuneManagedService
            | Self::FineTuneManagedInfra
            | Self::FineTuneWithDataCollection
            | Self::FineTuneFoundationModel => Approach::FineTune,
            Self::CustomFromScratch => Approach::Custom,
        }
    }
}

/// A set of approaches, listed in the order of the spectrum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct ApproachSet(u8);

impl ApproachSet {
    /// No approach at all: what a blank input says.
    pub const EMPTY: Self = Self(0);
    /// All three.
    pub const ALL: Self = Self(0b111);

    /// The set of the given approaches.
    #[must_use]
    pub const fn of(approaches: &[Approach]) -> Self {
        let mut bits = 0;
        let mut rest = approaches;
        while let [first, tail @ ..] = rest {
            bits |= 1 << *first as u8;
            rest = tail;
        }
        Self(bits)
    }

    /// Whether the approach is in the set.
    #[must_use]
    pub const fn contains(self, approach: Approach) -> bool {
        self.0 & (1 << approach as u8) != 0
    }

    /// The set with one more approach.
    #[must_use]
    pub const fn with(self, approach: Approach) -> Self {
        Self(self.0 | 1 << approach as u8)
    }

    /// Whether nothing is in the set.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The members, from outsourced to owned.
    pub fn iter(self) -> impl DoubleEndedIterator<Item = Approach> {
        Approach::ALL.into_iter().filter(move |approach| self.contains(*approach))
    }

    /// The most outsourced member.
    #[must_use]
    pub fn lightest(self) -> Option<Approach> {
        self.iter().next()
    }

    /// The most owned member.
    #[must_use]
    pub fn heaviest(self) -> Option<Approach> {
        self.iter().next_back()
    }
}

impl FromIterator<Approach> for ApproachSet {
    fn from_iter<I: IntoIterator<Item = Approach>>(approaches: I) -> Self {
        approaches.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl Serialize for ApproachSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl JsonSchema for ApproachSet {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "ApproachSet".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Vec::<Approach>::json_schema(generator)
    }
}

/// One value for each approach: a total map, so that no key can be missing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PerApproach<T> {
    /// For the API.
    pub api: T,
    /// For fine-tuning.
    pub fine_tune: T,
    /// For training from scratch.
    pub custom: T,
}

impl<T> PerApproach<T> {
    /// Makes the value of each approach.
    pub fn from_fn(mut make: impl FnMut(Approach) -> T) -> Self {
        Self { api: make(Approach::Api), fine_tune: make(Approach::FineTune), custom: make(Approach::Custom) }
    }

    /// The value of one approach.
    pub fn get(&self, approach: Approach) -> &T {
        match approach {
            Approach::Api => &self.api,
            Approach::FineTune => &self.fine_tune,
            Approach::Custom => &self.custom,
        }
    }
}

/// Whatever has a cost curve: the three approaches, then two additions that the article does not have (I37, X4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum OptionId {
    /// A third-party API.
    Api,
    /// A fine-tuned model.
    FineTune,
    /// A model trained from scratch.
    Custom,
    /// An open model, hosted but not tuned.
    OpenModel,
    /// A partner's offer.
    Ally,
}

impl OptionId {
    /// All five: the spectrum, then the additions.
    pub const ALL: [Self; 5] = [Self::Api, Self::FineTune, Self::Custom, Self::OpenModel, Self::Ally];

    /// The name in scenario and report.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Api => "api",
            Self::FineTune => "fineTune",
            Self::Custom => "custom",
            Self::OpenModel => "openModel",
            Self::Ally => "ally",
        }
    }

    /// The option of a name.
    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|option| option.key() == key)
    }

    /// The option that a field of a scenario belongs to, and the field's path within its cost structure.
    #[must_use]
    pub fn in_path(path: &str) -> Option<(Self, &str)> {
        let (key, rest) = path.strip_prefix("options.")?.split_once('.')?;
        Some((Self::find(key)?, rest))
    }

    /// The approach that this option stands for, if it is one of the article's three.
    #[must_use]
    pub fn approach(self) -> Option<Approach> {
        Approach::ALL.into_iter().find(|approach| approach.option() == self)
    }
}

/// One value for each option that takes part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PerOption<T> {
    /// For the API.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub api: Option<T>,
    /// For fine-tuning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fine_tune: Option<T>,
    /// For training from scratch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub custom: Option<T>,
    /// For an open model that is not tuned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub open_model: Option<T>,
    /// For a partner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ally: Option<T>,
}

impl<T> PerOption<T> {
    /// Makes the value of each option that takes part.
    pub fn from_fn(mut make: impl FnMut(OptionId) -> Option<T>) -> Self {
        Self {
            api: make(OptionId::Api),
            fine_tune: make(OptionId::FineTune),
            custom: make(OptionId::Custom),
            open_model: make(OptionId::OpenModel),
            ally: make(OptionId::Ally),
        }
    }

    /// The value of one option, if it takes part.
    pub fn get(&self, option: OptionId) -> Option<&T> {
        match option {
            OptionId::Api => self.api.as_ref(),
            OptionId::FineTune => self.fine_tune.as_ref(),
            OptionId::Custom => self.custom.as_ref(),
            OptionId::OpenModel => self.open_model.as_ref(),
            OptionId::Ally => self.ally.as_ref(),
        }
    }

    /// The options that take part with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (OptionId, &T)> {
        OptionId::ALL.into_iter().filter_map(|option| self.get(option).map(|value| (option, value)))
    }
}
