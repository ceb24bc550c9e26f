//! The worked example (LG1 to LG16): every derived figure against its golden number.

use ai_build_vs_buy::decision::{Figure, RuleId, legal_tech};
use ai_build_vs_buy::text::example::{derived, notes, stated};

use crate::close;

fn values(figures: &[Figure]) -> Vec<f64> {
    figures
        .iter()
        .flat_map(|figure| match figure {
            Figure::Months(value)
            | Figure::Days(value)
            | Figure::Share(value)
            | Figure::Points(value)
            | Figure::Money(value)
            | Figure::MoneyPerMonth(value)
            | Figure::MoneyPerUser(value)
            | Figure::Examples(value)
            | Figure::ExamplesPerUser(value)
            | Figure::UsersOnTheLine(value)
            | Figure::UpkeepBelow { money: value, .. } => vec![*value],
            Figure::Users { from, to, .. } => vec![*from, *to],
            Figure::Holds(holds) => vec![f64::from(u8::from(*holds))],
        })
        .collect()
}

#[test]
fn every_line_has_its_golden_numbers() {
    let goldens: [(&str, &[f64], &[f64]); 19] = [
        ("LG1", &[3.0], &[]),
        ("LG2", &[0.74], &[0.26]),
        ("LG3", &[2_000.0], &[40.0]),
        ("LG4", &[5.0], &[]),
        ("LG5", &[3_000.0], &[60.0]),
        ("LG6", &[0.89], &[0.15, 0.576_923_076_923_076_9]),
        ("LG7", &[5_000.0], &[]),
        ("LG8", &[3_500.0], &[]),
        ("LG9", &[18_000.0], &[36.0]),
        ("LG10", &[], &[14_500.0]),
        ("LG11", &[], &[0.344_827_586_206_896_6, 10.495_689_655_172_415]),
        ("LG12", &[], &[28_500.0]),
        ("LG13", &[200_000.0], &[171_500.0]),
        ("LG14", &[150_000.0], &[1.0]),
        ("LG15", &[], &[]),
        ("LG16", &[], &[]),
        ("I19", &[], &[0.025, 0.235]),
        (
            "I30",
            &[40.0, 36.0],
            &[97.916_666_666_666_67, 108.796_296_296_296_29, 87.5, 97.222_222_222_222_22, 112.5, 125.0, 103.906_25],
        ),
        ("I31", &[], &[14_083.333_333_333_334, 13_500.0, 14_291.666_666_666_666]),
    ];
    let facts = legal_tech();
    assert_eq!(facts.len(), goldens.len());
    for (fact, (id, said, follows)) in facts.iter().zip(goldens) {
        assert_eq!(fact.rule.id(), id);
        for (figures, golden) in [(&fact.stated, said), (&fact.derived, follows)] {
            let found = values(figures);
            assert_eq!(found.len(), golden.len(), "{id}");
            found.into_iter().zip(golden).for_each(|(found, golden)| close(found, *golden));
        }
    }
}

#[test]
fn the_card_says_them_in_words() {
    let facts = legal_tech();
    let words = |rule: RuleId| {
        let fact = facts.iter().find(|fact| fact.rule == rule).unwrap();
        (stated(fact), derived(fact))
    };
    let cases = [
        (RuleId::Lg2, "74%", "wrong in 26%"),
        (RuleId::Lg6, "89%", "15 points more; 57.7% of the errors gone"),
        (RuleId::Lg11, "", "0.34 months, or 10.5 days"),
        (RuleId::Lg13, "more than $200,000", "$171,500"),
        (RuleId::I19, "", "2.5%; 23.5%"),
    ];
    for (rule, said, follows) in cases {
        assert_eq!(words(rule), (said.to_owned(), follows.to_owned()));
    }
    let notes = notes().join(" ");
    for figure in ["97.9 and 108.8", "$14,083", "$28,500", "$171,500"] {
        assert!(notes.contains(figure), "{figure}");
    }
}
