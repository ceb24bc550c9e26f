//! The page's state machine: edits, refused edits, undo.

use ai_build_vs_buy::approach::OptionId;
use ai_build_vs_buy::decision::RuleId;
use ai_build_vs_buy::form::question::{Choice, Question};
use ai_build_vs_buy::form::range::{self, ShapeKind, candidates, links, unlinked};
use ai_build_vs_buy::form::structure::{Change, Lines};
use ai_build_vs_buy::json::Json;
use ai_build_vs_buy::scenario::presets::PRESETS;
use ai_build_vs_buy::session::{Action, Session};
use ai_build_vs_buy::units::Quantity;

const PRICE: &str = "options.api.price.amount";

fn typed(session: &Session, path: &str, text: &str) -> Session {
    session.apply(Action::Type { path: path.to_owned(), text: text.to_owned() })
}

#[test]
fn a_refused_text_stays_in_its_field_and_the_result_stays_too() {
    let before = Session::first();
    for text in ["free", "-1", "1e400", "1,5", &"9".repeat(10_000_000)] {
        let after = typed(&before, PRICE, text);
        assert_eq!(after.field_text(PRICE), *text);
        assert!(after.rejected().contains_key(PRICE));
        assert_eq!(after.report(), before.report());
    }
}

#[test]
fn a_mended_text_clears_its_problem() {
    let after = typed(&typed(&Session::first(), PRICE, "free"), PRICE, "20");
    assert!(after.rejected().is_empty());
    assert_eq!(after.number(PRICE), Some(20.0));
}

#[test]
fn an_empty_price_is_unknown_not_zero() {
    let after = typed(&Session::first(), PRICE, "");
    assert!(after.report().cost.at_volume.as_ref().unwrap().options.api.is_none());
}

#[test]
fn a_preset_that_does_not_exist_gives_a_notice_and_keeps_the_result() {
    let before = Session::first();
    let after = before.apply(Action::Load("nonsense".to_owned()));
    assert!(after.notice().is_some());
    assert_eq!(after.report(), before.report());
}

#[test]
fn undo_and_redo_walk_through_the_changes() {
    let first = Session::first();
    let second = first.apply(Action::Answer(Question::DemandValidated, Choice::No));
    let undone = second.apply(Action::Undo);
    assert_eq!(undone.scenario(), first.scenario());
    assert_eq!(undone.apply(Action::Redo).scenario(), second.scenario());
}

#[test]
fn a_drag_is_one_step_of_undo() {
    let mut session = Session::first();
    for value in [600.0, 700.0, 800.0] {
        session = session.apply(Action::Slide { path: "volume.perMonth".to_owned(), value });
    }
    assert_eq!(session.apply(Action::Undo).scenario(), Session::first().scenario());
}

#[test]
fn a_number_becomes_a_range_and_a_number_again() {
    let ranged = Session::first().apply(Action::AddRange("volume.perMonth".to_owned()));
    let range = ranged.draft().at("uncertainty.ranges.volume.perMonth").cloned();
    assert_eq!(range.and_then(|range| ShapeKind::of(&range)), Some(ShapeKind::Lognormal));
    assert_eq!(ranged.number("uncertainty.ranges.volume.perMonth.p10"), Some(250.0));
    assert_eq!(ranged.report().cost.uncertainty.as_ref().unwrap().inputs.len(), 2);
    let back = ranged.apply(Action::RemoveRange("volume.perMonth".to_owned()));
    assert_eq!(back.scenario(), Session::first().scenario());
    assert_eq!(ranged.apply(Action::Undo).scenario(), Session::first().scenario());
}

#[test]
fn ends_of_a_range_are_typed_like_any_number() {
    const HIGH: &str = "uncertainty.ranges.options.api.price.amount.max";
    let session = typed(&Session::first(), HIGH, "60");
    assert_eq!(session.report().cost.uncertainty.as_ref().unwrap().inputs[0].high, 60.0);
    let wrong = typed(&session, HIGH, "1");
    assert_eq!(wrong.rejected().get(HIGH).unwrap().problem.field, "uncertainty.ranges.options.api.price.amount");
    assert_eq!(wrong.report(), session.report());
    // Taking the range out takes the refused text along.
    let without = wrong.apply(Action::RemoveRange(PRICE.to_owned()));
    assert!(without.rejected().is_empty());
    assert!(without.report().cost.uncertainty.is_none());
}

#[test]
fn a_range_follows_its_number() {
    const RANGE: &str = "uncertainty.ranges.options.api.price.amount";
    let ends = |session: &Session| ["min", "max"].map(|end| session.number(&format!("{RANGE}.{end}")));
    let start = Session::first();
    assert_eq!(ends(&start), [Some(36.0), Some(40.0)]);
    let dearer = typed(&start, PRICE, "72");
    assert_eq!(ends(&dearer), [Some(72.0), Some(80.0)]);
    // The run of changes counts from where it began: there and back is no change, also through an empty field.
    let blank = typed(&dearer, PRICE, "");
    assert_eq!(ends(&blank), [None, None]);
    assert_eq!(ends(&typed(&blank, PRICE, "18")), [Some(18.0), Some(20.0)]);
    assert_eq!(typed(&blank, PRICE, "36").scenario(), start.scenario());
    // Left empty, it is forgotten; undo brings it back.
    let left = blank.apply(Action::Leave(PRICE.to_owned()));
    assert_eq!(ends(&typed(&left, PRICE, "18")), [None, None]);
    assert_eq!(left.apply(Action::Undo).scenario(), start.scenario());
}

#[test]
fn a_range_that_cannot_follow_stays() {
    let growing = typed(&Session::first(), "volume.growthPerMonth", "5");
    let ranged = growing.apply(Action::AddRange("volume.growthPerMonth".to_owned()));
    let most = typed(&ranged, "volume.growthPerMonth", "100");
    assert!(most.rejected().is_empty());
    assert_eq!(most.number("volume.growthPerMonth"), Some(1.0));
    assert_eq!(most.number("uncertainty.ranges.volume.growthPerMonth.max"), Some(0.07));
    // As it was when the run began, not somewhere on the way.
    for way in [&["1", "10", "100"][..], &["", "100"]] {
        let on_the_way =
            way.iter().fold(ranged.clone(), |session, text| typed(&session, "volume.growthPerMonth", text));
        assert_eq!(on_the_way.scenario(), most.scenario(), "{way:?}");
    }
}

#[test]
fn a_narrow_range_keeps_its_width() {
    let json = r#"{"volume":{"perMonth":20000},"uncertainty":{"ranges":{"volume.perMonth":{"kind":"uniform","min":19990,"max":20010}}}}"#;
    let moved = typed(&Session::new(crate::scenario(json), None), "volume.perMonth", "20100");
    let ends = ["min", "max"].map(|end| moved.number(&format!("uncertainty.ranges.volume.perMonth.{end}")));
    assert_eq!(ends, [Some(20_090.0), Some(20_110.0)]);
}

#[test]
fn taking_out_a_line_leaves_the_ranges_of_others_alone() {
    let json = r#"{"options":{"api":{"monthly":{"a":10,"ab":20}}},"uncertainty":{"ranges":{
        "options.api.monthly.ab":{"kind":"uniform","min":15,"max":25},"options.api.monthly.a":{"kind":"uniform","min":5,"max":15}}}}"#;
    let session = Session::new(crate::scenario(json), None);
    let without = session.apply(Action::Restructure(OptionId::Api, Change::RemoveLine(Lines::Monthly, "a".to_owned())));
    assert_eq!(range::given(without.draft()), ["options.api.monthly.ab"]);
}

#[test]
fn undo_after_loading_another_example_goes_back_to_the_first_one() {
    let loaded = Session::first().apply(Action::Load("commodity".to_owned()));
    let back = loaded.apply(Action::Undo);
    assert_eq!((back.preset(), back.is_changed()), (Session::first().preset(), false));
    assert_eq!(back.apply(Action::Redo).preset(), Some("commodity"));
}

#[test]
fn a_range_that_comes_and_goes_changes_nothing() {
    let start = Session::first().apply(Action::Load("high-volume".to_owned()));
    let ranged = start.apply(Action::AddRange("volume.perMonth".to_owned()));
    assert!(!ranged.apply(Action::RemoveRange("volume.perMonth".to_owned())).is_changed());
}

#[test]
fn every_number_of_every_example_takes_its_suggested_range_in_every_shape() {
    for preset in PRESETS {
        let session = Session::new(preset.scenario().unwrap(), Some(preset.id));
        for (path, value) in candidates(session.draft()) {
            let ranged = session.apply(Action::AddRange(path.clone()));
            assert!(ranged.rejected().is_empty(), "{} {path} {value}: {:?}", preset.id, ranged.rejected());
            for shape in ShapeKind::ALL {
                let shaped = ranged.apply(Action::ShapeRange(path.clone(), shape));
                assert!(shaped.rejected().is_empty(), "{} {path} {shape:?}: {:?}", preset.id, shaped.rejected());
            }
        }
    }
}

/// The first example with ranges for two further numbers.
fn three_ranges() -> Session {
    let further = candidates(Session::first().draft()).into_iter().take(2);
    further.fold(Session::first(), |session, (path, _)| session.apply(Action::AddRange(path)))
}

const LINK: &str = "uncertainty.correlations[0].spearman";

#[test]
fn two_ranges_are_linked_changed_and_unlinked() {
    let session = three_ranges();
    let pairs = unlinked(session.draft());
    assert_eq!(pairs.len(), 3);
    let linked = session.apply(Action::Link(pairs[0].clone()));
    assert_eq!((linked.number(LINK), unlinked(linked.draft()).len()), (Some(0.5), 2));
    assert_ne!(linked.report().cost.uncertainty, session.report().cost.uncertainty);
    let against = typed(&linked, LINK, "-0.8");
    assert_eq!(against.scenario().uncertainty.as_ref().unwrap().correlations[0].spearman.get(), -0.8);
    let without = against.apply(Action::Unlink(0));
    assert_eq!(without.report(), session.report());
    assert_eq!(without.apply(Action::Undo).number(LINK), Some(-0.8));
}

#[test]
fn a_link_that_cannot_be_keeps_its_text_and_the_result() {
    let pairs = unlinked(three_ranges().draft());
    let linked = pairs.iter().fold(three_ranges(), |session, pair| session.apply(Action::Link(pair.clone())));
    for (text, says) in [("2", "-1"), ("-0.9", "contradict"), ("x", "number")] {
        let wrong = typed(&linked, LINK, text);
        let message = &wrong.rejected().get(LINK).unwrap().problem.message;
        assert!(message.contains(says), "{text}: {message}");
        assert_eq!(wrong.report(), linked.report());
        // Taking the link out takes the refused text along, and so does taking a range out.
        assert!(wrong.apply(Action::Unlink(0)).rejected().is_empty());
        assert!(wrong.apply(Action::RemoveRange(pairs[0][0].clone())).rejected().is_empty());
    }
}

#[test]
fn a_link_against_the_others_is_refused_with_the_reason() {
    let [first, second, third] = <[_; 3]>::try_from(unlinked(three_ranges().draft())).unwrap();
    let session = three_ranges().apply(Action::Link(first));
    let session = typed(&session, LINK, "-1").apply(Action::Link(second));
    let session = typed(&session, "uncertainty.correlations[1].spearman", "1");
    let refused = session.apply(Action::Link(third));
    assert!(refused.notice().unwrap().contains("contradict"));
    assert_eq!(refused.scenario(), session.scenario());
}

#[test]
fn a_link_goes_with_its_range() {
    let pairs = unlinked(three_ranges().draft());
    let linked = three_ranges().apply(Action::Link(pairs[0].clone()));
    assert!(links(linked.apply(Action::RemoveRange(pairs[0][1].clone())).draft()).is_empty());
}

#[test]
fn a_model_fills_in_its_token_prices() {
    let picked = Session::first().apply(Action::PickModel(ai_build_vs_buy::catalogue::models()[0].model.to_owned()));
    assert_eq!(picked.apply(Action::Undo).scenario(), Session::first().scenario());
    let edited = typed(&picked, "options.api.price.inputPerMillion", "1.234");
    assert_eq!(edited.draft().at("options.api.price.model"), Some(&Json::Null));
    let session = Session::first().apply(Action::PickModel("openai/gpt-5-mini".to_owned()));
    assert_eq!(session.number("options.api.price.inputPerMillion"), Some(0.25));
}

#[test]
fn the_parsed_number_is_echoed_where_it_looks_different() {
    assert_eq!(typed(&Session::first(), PRICE, "1.000").echo(PRICE), Some("1".to_owned()));
    assert_eq!(typed(&Session::first(), PRICE, "36").echo(PRICE), None);
}

fn put(session: &Session, path: &str, value: Json) -> Session {
    session.apply(Action::Put { path: path.to_owned(), value })
}

#[test]
fn a_gate_is_passed_and_stops_again() {
    let open = Session::first();
    let stopped = open.apply(Action::Answer(Question::Trivial, Choice::Yes));
    let passed = put(&stopped, "decision.gates.continueAnyway", Json::Bool(true));
    let again = put(&passed, "decision.gates.continueAnyway", Json::Null);
    let gates = |session: &Session| (session.report().decision.gate, session.report().decision.gate_passed);
    assert_eq!(gates(&open), (None, None));
    assert_eq!(gates(&stopped), (Some(RuleId::N3), None));
    assert_eq!(gates(&passed), (None, Some(RuleId::N3)));
    assert_eq!(gates(&again), gates(&stopped));
    assert_eq!(passed.apply(Action::Undo).report(), stopped.report());
}

#[test]
fn another_choice_of_what_is_imposed_keeps_the_reason() {
    let imposed = Session::first().apply(Action::Answer(Question::Imposed, Choice::Nth(1)));
    let named = put(&imposed, "decision.gates.imposed.reason", Json::Text("a law".to_owned()));
    let other = named.apply(Action::Answer(Question::Imposed, Choice::Nth(2)));
    let reason = |session: &Session| {
        session
            .scenario()
            .decision
            .gates
            .imposed
            .clone()
            .and_then(|imposed| imposed.reason)
            .map(|r| r.as_str().to_owned())
    };
    assert_eq!(reason(&other), Some("a law".to_owned()));
    assert_eq!(reason(&other.apply(Action::Answer(Question::Imposed, Choice::Nth(0)))), None);
}

#[test]
fn the_last_allowed_approach_cannot_be_taken_away() {
    let imposed = Session::first().apply(Action::Answer(Question::Imposed, Choice::Nth(2)));
    let emptied = put(&imposed, "decision.gates.imposed.allowed", Json::List(Vec::new()));
    assert!(emptied.rejected().contains_key("decision.gates.imposed.allowed"));
    assert_eq!(emptied.report(), imposed.report());
}

#[test]
fn what_changed_since_loading_is_listed_with_both_values() {
    let first = Session::first();
    assert_eq!(first.changes(), []);
    let changed = first
        .apply(Action::Answer(Question::DemandValidated, Choice::No))
        .apply(Action::Slide { path: "volume.perMonth".to_owned(), value: 700.0 });
    let found: Vec<_> =
        changed.changes().into_iter().map(|change| (change.path, change.before, change.after)).collect();
    assert_eq!(
        found,
        [
            ("decision.demandValidated".to_owned(), "Yes".to_owned(), "No".to_owned()),
            ("volume.perMonth".to_owned(), "500 users a month".to_owned(), "700 users a month".to_owned()),
        ]
    );
    assert_eq!(changed.start_report(), &**first.report());
    assert_eq!(changed.apply(Action::Reset).changes(), []);
}

#[test]
fn a_percentage_out_of_range_is_refused_at_its_field() {
    let before = Session::first();
    let after = put(&before, "decision.accuracy.wanted", Json::Number(1.2));
    assert!(after.rejected().contains_key("decision.accuracy.wanted"));
    assert_eq!(after.report(), before.report());
}

#[test]
fn percentages_are_typed_as_such_and_kept_as_shares() {
    let cases = [
        ("volume.growthPerMonth", "5", 0.05, "5"),
        ("volume.growthPerMonth", "-2.5%", -0.025, "-2.5"),
        ("time.discountRatePerYear", "7", 0.07, "7"),
        // Twelve months compound to the year: (1 - 0.3)^(1/12) - 1.
        ("options.api.priceChangePerMonth", "-30", -0.029_285_530_376_777_6, "-30"),
        ("options.api.priceChangePerMonth", "100", 0.059_463_094_359_295_26, "100"),
    ];
    for (path, text, stored, shown) in cases {
        let left = typed(&Session::first(), path, text).apply(Action::Leave(path.to_owned()));
        crate::close(left.number(path).unwrap(), stored);
        assert_eq!(left.field_text(path), shown, "{path}");
    }
}

#[test]
fn a_percentage_is_echoed_and_refused_in_percent() {
    let growth = "volume.growthPerMonth";
    assert_eq!(typed(&Session::first(), growth, "5.0 %").echo(growth), Some("5".to_owned()));
    assert_eq!(typed(&Session::first(), growth, "5").echo(growth), None);
    for (path, text, message) in [
        (growth, "200", "Must be between -99 and 100. You gave 200."),
        ("time.discountRatePerYear", "-100", "Must be between -99 and 1,000. You gave -100."),
        ("options.api.priceChangePerMonth", "-150", "Must be between -100 and 409,500. You gave -150."),
    ] {
        let refused = typed(&Session::first(), path, text);
        assert_eq!(refused.rejected().get(path).unwrap().problem.message, message);
        assert_eq!(refused.field_text(path), text);
        assert_eq!(refused.report(), Session::first().report());
    }
}

#[test]
fn a_slider_of_percentages_moves_the_share() {
    let path = "options.api.priceChangePerMonth".to_owned();
    let slid = Session::first().apply(Action::Slide { path: path.clone(), value: -30.0 });
    crate::close(slid.number(&path).unwrap(), -0.029_285_530_376_777_6);
    assert_eq!(slid.entered(&path), Some(-30.0));
}
