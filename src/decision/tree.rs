//! The decision tree (T1 to T4) as data, walked with answers that may be unknown.
//!
//! Engine and page read the same [`TREE`]. What the answers mean beyond the tree is not known here.

use schemars::JsonSchema;
use serde::Serialize;

use super::rule::RuleId;
use crate::approach::{Approach, Variant};
use crate::order;

/// A question of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
pub enum TreeQuestion {
    /// Is the AI a core differentiator?
    T1,
    /// Is there significant proprietary data?
    T2,
    /// Is there ML expertise on the team?
    T3,
    /// Is a novel model architecture needed?
    T4,
}

impl TreeQuestion {
    /// In the order of the tree.
    pub const ALL: [Self; 4] = [Self::T1, Self::T2, Self::T3, Self::T4];

    /// The rule of this name.
    #[must_use]
    pub fn rule(self) -> RuleId {
        match self {
            Self::T1 => RuleId::T1,
            Self::T2 => RuleId::T2,
            Self::T3 => RuleId::T3,
            Self::T4 => RuleId::T4,
        }
    }

    /// Its own one of four things in the order of the tree.
    fn of<T>(self, [t1, t2, t3, t4]: [T; 4]) -> T {
        match self {
            Self::T1 => t1,
            Self::T2 => t2,
            Self::T3 => t3,
            Self::T4 => t4,
        }
    }

    /// Path of its explicit answer.
    #[must_use]
    pub fn input(self) -> &'static str {
        match self {
            Self::T1 => "decision.answers.coreDifferentiator",
            Self::T2 => "decision.answers.significantData",
            Self::T3 => "decision.answers.mlExpertise",
            Self::T4 => "decision.answers.novelArchitecture",
        }
    }

    /// Whether the team can change the answer; the others are facts of the task and its market.
    #[must_use]
    pub fn is_up_to_the_team(self) -> bool {
        matches!(self, Self::T2 | Self::T3)
    }
}

/// Where a walk ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leaf {
    /// T1-no.
    Api,
    /// T2-no.
    ApiCollectData,
    /// T3-no.
    FineTuneManaged,
    /// T4-no.
    FineTune,
    /// T4-yes.
    Custom,
}

impl Leaf {
    /// All five, from outsourced to owned.
    pub const ALL: [Self; 5] = [Self::Api, Self::ApiCollectData, Self::FineTuneManaged, Self::FineTune, Self::Custom];

    /// The rule of this leaf.
    #[must_use]
    pub fn rule(self) -> RuleId {
        match self {
            Self::Api => RuleId::T1No,
            Self::ApiCollectData => RuleId::T2No,
            Self::FineTuneManaged => RuleId::T3No,
            Self::FineTune => RuleId::T4No,
            Self::Custom => RuleId::T4Yes,
        }
    }

    /// The variant that the leaf names.
    #[must_use]
    pub fn variant(self) -> Variant {
        match self {
            Self::Api => Variant::Api,
            Self::ApiCollectData => Variant::ApiCollectData,
            Self::FineTuneManaged => Variant::FineTuneManagedService,
            Self::FineTune => Variant::FineTuneFoundationModel,
            Self::Custom => Variant::CustomFromScratch,
        }
    }

    /// Its approach.
    #[must_use]
    pub fn approach(self) -> Approach {
        self.variant().approach()
    }

    /// Where it leads in the end: data that is collected is there to be tuned on.
    #[must_use]
    pub fn destination(self) -> Variant {
        match self {
            Self::ApiCollectData => Variant::FineTuneWithDataCollection,
            leaf => leaf.variant(),
        }
    }
}

/// A tree of yes-or-no questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Node {
    /// Ask, and go on by the answer.
    Ask {
        /// What to ask.
        question: TreeQuestion,
        /// Where “no” leads.
        no: &'static Node,
        /// Where “yes” leads.
        yes: &'static Node,
    },
    /// The end of a walk.
    End(Leaf),
}

/// The article's tree. Step 5, planning the migration (T5), follows every leaf (I35).
pub static TREE: Node = Node::Ask {
    question: TreeQuestion::T1,
    no: &Node::End(Leaf::Api),
    yes: &Node::Ask {
        question: TreeQuestion::T2,
        no: &Node::End(Leaf::ApiCollectData),
        yes: &Node::Ask {
            question: TreeQuestion::T3,
            no: &Node::End(Leaf::FineTuneManaged),
            yes: &Node::Ask {
                question: TreeQuestion::T4,
                no: &Node::End(Leaf::FineTune),
                yes: &Node::End(Leaf::Custom),
            },
        },
    },
};

/// Four answers, all known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Vector(pub [bool; 4]);

impl Vector {
    /// The sixteen possible answers.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..16_u8).map(|bits| Self(std::array::from_fn(|place| bits >> (3 - place) & 1 == 1)))
    }

    /// The answer to one question.
    #[must_use]
    pub fn answer(self, question: TreeQuestion) -> bool {
        question.of(self.0)
    }

    /// The same answers with one of them turned.
    #[must_use]
    pub fn turned(self, question: TreeQuestion) -> Self {
        self.with(question, !self.answer(question))
    }

    /// The same answers with one of them given.
    #[must_use]
    pub fn with(self, question: TreeQuestion, answer: bool) -> Self {
        let mut answers = self;
        for (slot, asked) in answers.0.iter_mut().zip(TreeQuestion::ALL) {
            if asked == question {
                *slot = answer;
            }
        }
        answers
    }

    /// Where these answers lead.
    #[must_use]
    pub fn leaf(self) -> Leaf {
        let mut node = &TREE;
        loop {
            match node {
                Node::End(leaf) => return *leaf,
                Node::Ask { question, no, yes } => node = if self.answer(*question) { yes } else { no },
            }
        }
    }
}

/// Answers of which some may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known(pub [Option<bool>; 4]);

impl Known {
    /// Every way to fill in the unknown answers (law 26).
    pub fn completions(self) -> impl Iterator<Item = Vector> {
        Vector::all().filter(move |vector| {
            self.0.iter().zip(vector.0).all(|(known, answer)| known.is_none_or(|known| known == answer))
        })
    }

    /// The answer to one question, if it is known.
    #[must_use]
    pub fn answer(self, question: TreeQuestion) -> Option<bool> {
        question.of(self.0)
    }

    /// The questions that a walk meets, up to a leaf or the first unknown answer, which is included.
    #[must_use]
    pub fn walk(self) -> Vec<TreeQuestion> {
        let mut walked = Vec::new();
        let mut node = &TREE;
        while let Node::Ask { question, no, yes } = node {
            walked.push(*question);
            node = match self.answer(*question) {
                Some(true) => yes,
                Some(false) => no,
                None => break,
            };
        }
        walked
    }
}

/// The smallest sets of questions whose answers have to be turned to reach an approach (law 24, table 1.8).
#[must_use]
pub fn flips(from: Vector, to: Approach) -> Vec<Vec<TreeQuestion>> {
    if from.leaf().approach() == to {
        return Vec::new();
    }
    let mut sets: Vec<Vec<TreeQuestion>> = Vector::all()
        .filter(|vector| vector.leaf().approach() == to)
        .map(|vector| {
            TreeQuestion::ALL
                .into_iter()
                .filter(|question| vector.answer(*question) != from.answer(*question))
                .collect()
        })
        .collect();
    let smallest = sets.iter().map(Vec::len).min().unwrap_or(0);
    sets.retain(|set: &Vec<TreeQuestion>| set.len() == smallest);
    // Sets of one size in the order of their questions: read as digits, the first question counts most.
    order::by(sets, |set| set.iter().fold(0.0, |digits, question| digits * 8.0 + f64::from(*question as u8)))
}
