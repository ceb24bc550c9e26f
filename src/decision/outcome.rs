//! NOW and destination for one full set of tree answers (part 3.3).
//!
//! The tree's leaf is the destination unless a rule caps it; the realistic tables cap what can start now. Cost never
//! enters here: it is shown as a tension, never as a silent override (I01).

use super::factor::{Place, Rows, timeline};
use super::rule::RuleId;
use super::tree::{Leaf, Vector};
use crate::approach::{Approach, Variant};
use crate::scenario::{Answers, Differentiation};
use crate::units::Quantity;

/// What follows from one full set of tree answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The tree's answers.
    pub vector: Vector,
    /// Where the tree ends.
    pub leaf: Leaf,
    /// What to start with.
    pub now: Variant,
    /// The rules that hold NOW below the destination.
    pub now_limited_by: Vec<RuleId>,
    /// What NOW would be without N1.
    pub now_unless_imposed: Approach,
    /// Where to end up.
    pub destination: Variant,
    /// The rule that holds the destination below the leaf.
    pub destination_limited_by: Option<RuleId>,
    /// The timeline row after time for hiring is taken off (I15).
    pub effective_timeline: Option<Place>,
}

/// A rule with the most owned approach that it lets start now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cap {
    /// The rule.
    pub rule: RuleId,
    /// Nothing above this.
    pub ceiling: Approach,
}

/// What the team's row lets start now; a managed service counts where somebody owns evaluation (I02).
#[must_use]
pub fn expertise_ceiling(answers: &Answers, rows: &Rows) -> Option<Approach> {
    let row = rows.expertise?.row;
    let managed = row.rule == RuleId::E1 && answers.team.managed_service_owner == Some(true);
    Some(if managed { Approach::FineTune } else { row.ceiling })
}

/// Time for hiring comes off the deadline where the leaf needs people who are not on board (I15).
fn effective_timeline(answers: &Answers, rows: &Rows, leaf: Leaf) -> Option<Place> {
    let needs_people = expertise_ceiling(answers, rows).is_some_and(|ceiling| leaf.approach() > ceiling);
    match (answers.deadline_weeks, answers.team.hiring_lag_weeks) {
        (Some(deadline), Some(lag)) if needs_people => Some(timeline((deadline.get() - lag.get()).max(0.0))),
        _ => rows.timeline,
    }
}

/// Everything that caps what can start now, in the order E, L, D, demand; a blank input does not cap.
#[must_use]
pub fn caps(answers: &Answers, rows: &Rows) -> [Option<Cap>; 4] {
    let expertise = rows.expertise.zip(expertise_ceiling(answers, rows));
    let timeline = rows.timeline.map(|Place { row, .. }| {
        // L2 lets fine-tuning start if the data is ready.
        let waits = row.rule == RuleId::L2 && answers.data.ready == Some(false);
        Cap { rule: row.rule, ceiling: if waits { Approach::Api } else { row.ceiling } }
    });
    let data = rows.data.map(|Place { row, .. }| Cap { rule: row.rule, ceiling: row.ceiling });
    let unproven = answers.demand_validated == Some(false);
    [
        expertise.map(|(place, ceiling)| Cap { rule: place.row.rule, ceiling }),
        timeline,
        data,
        unproven.then_some(Cap { rule: RuleId::P1, ceiling: Approach::Api }),
    ]
}

/// The lightest allowed approach from the wanted one on, else the most owned allowed one (N1, I25).
#[must_use]
pub fn allowed(wanted: Approach, allowed: Option<&[Approach]>) -> Approach {
    let Some(allowed) = allowed else { return wanted };
    let above = allowed.iter().copied().filter(|approach| *approach >= wanted).min();
    above.or_else(|| allowed.iter().copied().max()).unwrap_or(wanted)
}

/// NOW and destination alone, from the lowest ceiling and what is allowed.
#[must_use]
pub fn ends(leaf: Leaf, is_adapted: bool, cap: Approach, only: Option<&[Approach]>) -> (Approach, Approach) {
    let destination = destination(leaf, is_adapted).0.approach();
    (allowed(destination.min(leaf.approach()).min(cap), only), destination)
}

/// The lowest of several ceilings.
#[must_use]
pub fn lowest(caps: &[Option<Cap>; 4]) -> Approach {
    caps.iter().flatten().map(|cap| cap.ceiling).fold(Approach::Custom, Approach::min)
}

impl Outcome {
    /// Works out NOW and destination.
    #[must_use]
    pub fn of(answers: &Answers, rows: &Rows, vector: Vector) -> Self {
        let leaf = vector.leaf();
        let is_adapted = answers.differentiation == Some(Differentiation::Adapted);
        let (destination, destination_limited_by) = destination(leaf, is_adapted);
        // NOW stays within what the team on board can do, so nobody has to be hired for it: the stated deadline caps it.
        // Time for hiring shows in K13 and the road map; capping NOW by it would make a larger team lower NOW (law 25).
        let caps = caps(answers, rows);
        let target = destination.approach();
        let only = answers.gates.imposed.as_ref().map(|imposed| imposed.allowed.as_slice());
        let (capped, _) = ends(leaf, is_adapted, lowest(&caps), None);
        let now = allowed(capped, only);
        let binding = caps.iter().flatten().filter(|cap| now < target && cap.ceiling < target);
        let mut now_limited_by: Vec<RuleId> = binding.map(|cap| cap.rule).collect();
        if leaf == Leaf::ApiCollectData && now < target && now_limited_by.is_empty() {
            now_limited_by.push(RuleId::T2No);
        }
        Self {
            vector,
            leaf,
            now: now_variant(answers, rows, leaf, now),
            now_limited_by,
            now_unless_imposed: capped,
            destination,
            destination_limited_by,
            effective_timeline: effective_timeline(answers, rows, leaf),
        }
    }
}

/// Leaf, except: no data yet → fine-tune later; not core → at most what the level needs (I21).
fn destination(leaf: Leaf, is_adapted: bool) -> (Variant, Option<RuleId>) {
    match leaf {
        Leaf::Api => (Variant::Api, Some(RuleId::T1No)),
        Leaf::Custom if is_adapted => (Variant::FineTuneFoundationModel, Some(RuleId::F2)),
        leaf => (leaf.destination(), None),
    }
}

/// The variant in which an approach starts, from what the team and the data are like.
fn now_variant(answers: &Answers, rows: &Rows, leaf: Leaf, now: Approach) -> Variant {
    let row = |place: Option<Place>| place.map(|place| place.row.rule);
    let few_examples = row(rows.data) == Some(RuleId::D2);
    match now {
        Approach::Api if leaf == Leaf::ApiCollectData => Variant::ApiCollectData,
        Approach::Api if few_examples => Variant::ApiFewShot,
        Approach::Api => Variant::Api,
        Approach::FineTune if leaf == Leaf::FineTuneManaged || row(rows.expertise) == Some(RuleId::E1) => {
            Variant::FineTuneManagedService
        }
        Approach::FineTune if few_examples => Variant::FineTuneLight,
        Approach::FineTune if answers.data.ready == Some(false) => Variant::FineTuneWithDataCollection,
        Approach::FineTune if row(rows.expertise) == Some(RuleId::E2) => Variant::FineTuneManagedInfra,
        Approach::FineTune => Variant::FineTuneFoundationModel,
        Approach::Custom => Variant::CustomFromScratch,
    }
}
