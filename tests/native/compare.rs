//! Scenarios side by side, and a locale that changes how figures look and nothing else.

use ai_build_vs_buy::compare::{Row, Side, inputs, results};
use ai_build_vs_buy::decision::RuleId;
use ai_build_vs_buy::format::{Locale, speak};
use ai_build_vs_buy::json::to_text;
use ai_build_vs_buy::report::{Report, evaluate};
use ai_build_vs_buy::scenario::{Scenario, presets};
use ai_build_vs_buy::session::{Action, Session};
use ai_build_vs_buy::text;

const GERMAN: &str = "12.345.678,5\u{a0}¤\n50\u{a0}%\n22.11.2003";

fn german() -> Locale {
    Locale::of(GERMAN).unwrap()
}

fn of(id: &str) -> (Scenario, Report) {
    let scenario = presets::find(id).unwrap().scenario().unwrap();
    let report = evaluate(&scenario);
    (scenario, report)
}

fn side((scenario, report): &(Scenario, Report)) -> Side<'_> {
    Side { scenario, report }
}

#[test]
fn a_scenario_beside_itself_has_no_difference() {
    let one = of("legal-tech-month-4");
    let sides = [side(&one), side(&one)];
    assert_eq!(inputs(&sides), []);
    assert!(results(&sides).iter().all(|row| !row.differs(1)));
}

#[test]
fn only_changed_numbers_differ_each_in_its_column() {
    let one = of("legal-tech-month-4");
    let changed = |json: &str, value: f64| {
        let session = Session::new(one.0.clone(), None).apply(Action::Slide { path: json.to_owned(), value });
        ((**session.scenario()).clone(), (**session.report()).clone())
    };
    let (two, three) = (changed("volume.perMonth", 700.0), changed("horizon.months", 12.0));
    let rows = inputs(&[side(&one), side(&two), side(&three)]);
    let volume = rows.iter().find(|row| row.label == "Your volume").unwrap();
    assert_eq!(volume.cells, ["500 users a month", "700 users a month", "500 users a month"]);
    assert_eq!([volume.differs(1), volume.differs(2)], [true, false]);
}

#[test]
fn every_row_has_a_cell_for_each_scenario() {
    let all: Vec<(Scenario, Report)> = ["legal-tech-month-1", "commodity", "high-volume"].into_iter().map(of).collect();
    let sides: Vec<Side<'_>> = all.iter().map(side).collect();
    let rows: Vec<Row> = results(&sides).into_iter().chain(inputs(&sides)).collect();
    assert!(rows.len() > 10);
    for row in rows {
        // A path is no name for people.
        assert!(!row.label.contains('.'), "{row:?}");
        assert_eq!(row.cells.len(), 3, "{}", row.label);
        assert!(row.cells.iter().all(|cell| !cell.is_empty()), "{row:?}");
    }
}

#[test]
fn a_locale_is_no_part_of_the_report() {
    let (scenario, report) = of("legal-tech-month-4");
    speak(german());
    let spoken = to_text(&evaluate(&scenario));
    speak(Locale::EN);
    assert_eq!(spoken, to_text(&report));
}

#[test]
fn fixed_figures_are_written_as_the_locale_writes() {
    speak(german());
    let said = [text::rule::rule(RuleId::K18), text::field::default_of("uncertainty.samples")];
    speak(Locale::EN);
    assert!(said[0].contains("100.000 to 1.000.000"), "{said:?}");
    assert_eq!(said[1], "10.000");
}

#[test]
fn a_session_reads_and_shows_numbers_in_its_locale_and_keeps_them_when_it_changes() {
    const PATH: &str = "options.api.price.amount";
    let typed = |session: &Session, text: &str| {
        session
            .apply(Action::Type { path: PATH.to_owned(), text: text.to_owned() })
            .apply(Action::Leave(PATH.to_owned()))
    };
    let session = typed(&Session::first().apply(Action::Speak(german())), "1.250,5");
    assert_eq!(session.number(PATH), Some(1250.5));
    assert_eq!(session.field_text(PATH), "1.250,5");
    let refused = session.apply(Action::Type { path: PATH.to_owned(), text: "1,2,3".to_owned() });
    assert_eq!(refused.field_text(PATH), "1,2,3");
    let english = session.apply(Action::Speak(Locale::EN)).apply(Action::Leave(PATH.to_owned()));
    assert_eq!(english.number(PATH), Some(1250.5));
    speak(Locale::EN);
    assert_eq!(english.field_text(PATH), "1,250.5");
}

#[test]
fn figures_carry_the_unit_of_their_measure() {
    let with = |rest: &str| {
        let scenario = crate::scenario(&format!(
            r#"{{{rest}"decision":{{"data":{{"collectedPerMonth":800}},"team":{{"mlEngineers":1,"hiringLagWeeks":12}}}}}}"#
        ));
        let report = evaluate(&scenario);
        (scenario, report)
    };
    let full = r#""options":{"api":{"price":{"kind":"tiers","mode":"volume","tiers":[{"upTo":50,"amount":2},{"amount":1}]}},
        "fineTune":{"hosting":{"kind":"replicas","perHour":1.5,"tokensPerSecond":1200,"minimum":1},
        "staff":{"fte":1},"monthly":{"vector store":20},"amortisationMonths":1}},
        "uncertainty":{"samples":2000,"seed":3},"#;
    let (blank, full) = ((Scenario::blank(), evaluate(&Scenario::blank())), with(full));
    let rows = inputs(&[side(&blank), side(&full)]);
    for (label, cell) in [
        ("Fine-tune, one machine per hour", "USD 1.5 an hour"),
        ("Fine-tune, speed of one machine", "1,200 tokens a second"),
        ("Fine-tune, machines at least", "1 machine"),
        ("Fine-tune, engineers, full-time share", "1 person"),
        ("Fine-tune, vector store", "USD 20 a month"),
        ("Fine-tune, one-off costs spread over", "1 month"),
        ("How many examples arrive a month", "800 examples"),
        ("Who is on the team", "1 person"),
        ("How long hiring takes", "12 weeks"),
        ("Draws", "2,000"),
        ("Seed", "3"),
    ] {
        let found = rows.iter().find(|row| row.label == label).map(|row| row.cells[1].as_str());
        assert_eq!(found, Some(cell), "{label}: {:?}", rows.iter().map(|row| &row.label).collect::<Vec<_>>());
    }
    assert!(rows.iter().any(|row| row.cells[1].contains("upTo: 50 predictions a month, amount: USD 2 per prediction")));
}

#[test]
fn values_read_as_people_write_them() {
    let rows = inputs(&[side(&of("legal-tech-month-4")), side(&of("legal-tech-month-1"))]);
    for (label, cells) in [
        ("What brings you here", ["Moving off an API", "A first decision"]),
        ("Whether the data is ready", ["Yes", "No"]),
        ("API, price", ["USD 36 per user", "USD 40 per user"]),
        ("The measured accuracy", ["blank", "74%"]),
    ] {
        assert_eq!(
            rows.iter().find(|row| row.label == label).map(|row| row.cells.as_slice()),
            Some(&cells.map(str::to_owned)[..]),
            "{label}"
        );
    }
}
