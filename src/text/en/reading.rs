//! Where the open points I01 to I41 stand: beside the question or panel that they are about. Their words are in `rule`.

use crate::decision::RuleId;
use crate::form::question::Question;

/// A place on the page that an open point belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Below an opened question.
    Question(Question),
    /// The group of questions that are ruled out first.
    Gates,
    /// The decision tree.
    Tree,
    /// The table of factors.
    Factors,
    /// Pulls and limits.
    Spectrum,
    /// The road map.
    RoadMap,
    /// The review.
    Review,
    /// The cost of the options.
    Numbers,
    /// The chart and its table.
    Chart,
    /// Pitfalls and risks.
    Risks,
    /// Counts of conditions.
    Checks,
    /// The worked example.
    Example,
    /// The strip of years.
    Years,
}

/// Every place with its open points.
pub const PLACES: &[(Place, &[RuleId])] = {
    use Place as P;
    use Question as Q;
    use RuleId as R;
    &[
        (P::Gates, &[R::I23, R::I24]),
        (P::Question(Q::Imposed), &[R::I25]),
        (P::Question(Q::FeasibilityUnproven), &[R::I23]),
        (P::Question(Q::Differentiation), &[R::I03, R::I21]),
        (P::Question(Q::CoreDifferentiator), &[R::I03]),
        (P::Question(Q::Examples), &[R::I06, R::I07]),
        (P::Question(Q::Moat), &[R::I08, R::I11]),
        (P::Question(Q::SignificantData), &[R::I05, R::I06]),
        (P::Question(Q::Team), &[R::I13, R::I14, R::I15]),
        (P::Question(Q::ServiceOwner), &[R::I02]),
        (P::Question(Q::NovelArchitecture), &[R::I10, R::I20]),
        (P::Question(Q::NoFoundationModel), &[R::I18]),
        (P::Question(Q::SpecialisedTask), &[R::I18]),
        (P::Question(Q::MultiMonthInfrastructure), &[R::I18]),
        (P::Question(Q::Deadline), &[R::I16, R::I41]),
        (P::Question(Q::DemandValidated), &[R::I22]),
        (P::Question(Q::Retrieval), &[R::I37]),
        (P::Tree, &[R::I01, R::I20, R::I35]),
        (P::Factors, &[R::I10, R::I11, R::I12]),
        (P::Spectrum, &[R::I04, R::I16]),
        (P::RoadMap, &[R::I21, R::I22]),
        (P::Review, &[R::I39]),
        (P::Numbers, &[R::I26, R::I28, R::I34, R::I40]),
        (P::Chart, &[R::I27, R::I29]),
        (P::Risks, &[R::I38]),
        (P::Checks, &[R::I09, R::I18, R::I19, R::I36]),
        (P::Example, &[R::I30, R::I31, R::I32, R::I33, R::I34]),
        (P::Years, &[R::I17]),
    ]
};

/// The open points of a place.
#[must_use]
pub fn at(place: Place) -> &'static [RuleId] {
    PLACES.iter().find(|(known, _)| *known == place).map_or(&[], |(_, points)| points)
}

/// Heading of the open points beside a place.
pub const HOW_READ: &str = "How open points are read here";
