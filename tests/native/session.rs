//! The page's state machine: edits, refused edits, undo.

use ai_build_vs_buy::form::question::{Choice, Question};
use ai_build_vs_buy::session::{Action, Session};

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
fn a_model_fills_in_its_token_prices() {
    let session = Session::first().apply(Action::PickModel("openai/gpt-5-mini".to_owned()));
    assert_eq!(session.number("options.api.price.inputPerMillion"), Some(0.25));
}

#[test]
fn the_parsed_number_is_echoed_where_it_looks_different() {
    assert_eq!(typed(&Session::first(), PRICE, "1.000").echo(PRICE), Some("1".to_owned()));
    assert_eq!(typed(&Session::first(), PRICE, "36").echo(PRICE), None);
}
