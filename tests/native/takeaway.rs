//! What people take away: share tokens, memo, decision record, table, calendar file.

use ai_build_vs_buy::json::Json;
use ai_build_vs_buy::problem::ProblemKind;
use ai_build_vs_buy::scenario::presets::PRESETS;
use ai_build_vs_buy::scenario::{Scenario, read};
use ai_build_vs_buy::share;
use proptest::prelude::*;

/// Edits that together touch every kind of value: blank parts, lists with blanks, carried data, ranges.
fn edits() -> impl Strategy<Value = Vec<(&'static str, Json)>> {
    let number = |path: &'static str, max: f64| (0.0..max).prop_map(move |n| (path, Json::Number(n))).boxed();
    let text = |path: &'static str| ".{0,40}".prop_map(move |text| (path, Json::Text(text))).boxed();
    let json = |path: &'static str, text: &'static str| Just((path, Json::from_text(text).unwrap())).boxed();
    prop::collection::vec(
        prop::strategy::Union::new([
            text("title"),
            text("labels.currency"),
            text("labels.unit"),
            text("decision.chosenBecause"),
            number("options.api.price.amount", 1000.0),
            number("options.ally.staff.fte", 20.0),
            number("volume.growthPerMonth", 1.0),
            json("volume.perMonth", "123456"),
            json("time", "{}"),
            json("uncertainty", "null"),
            json("uncertainty", "{\"seed\":7}"),
            json("options.api", "{}"),
            json("options.custom", "null"),
            json("options.openModel", r#"{"oneOff":{"set-up":null,"Müll, \"x\"":3},"monthly":{"a":null}}"#),
            json("options.ally", r#"{"price":{"kind":"tokens","inputTokens":5},"hosting":{"kind":"replicas"}}"#),
            json("decision.purpose", "\"vendorRisk\""),
            json("decision.gates.imposed", r#"{"allowed":["custom"],"reason":null}"#),
            json("decision.partner", "null"),
            json("decision.practices.reviewDate", "\"2027-02-28\""),
            json(
                "options.fineTune.price",
                r#"{"kind":"tiers","mode":"volume","tiers":[{"upTo":10,"amount":2},{"amount":1}]}"#,
            ),
        ]),
        0..12,
    )
}

fn scenarios() -> impl Strategy<Value = Scenario> {
    (0..=PRESETS.len(), edits()).prop_map(|(place, edits)| {
        let base = PRESETS.get(place).map_or_else(Scenario::blank, |preset| preset.scenario().unwrap());
        edits.into_iter().fold(base, |scenario, (path, value)| {
            let mut json = Json::of(&scenario);
            json.set(path, value);
            read(&json).unwrap_or(scenario)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_token_gives_the_scenario_back(scenario in scenarios()) {
        let token = share::encode(&scenario);
        prop_assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)), "{}", token);
        prop_assert_eq!(share::decode(&token), Ok(scenario.clone()));
        prop_assert_eq!(share::read_text(&format!(" {token}\n")), Ok(scenario));
    }

    #[test]
    fn a_token_cut_anywhere_is_refused_with_one_problem(scenario in scenarios()) {
        let token = share::encode(&scenario);
        for end in 0..token.len() {
            let problems = share::decode(&token[..end]).expect_err("a cut token").0;
            prop_assert_eq!(problems.len(), 1);
            prop_assert_eq!(problems[0].problem, ProblemKind::BrokenLink);
        }
    }

    #[test]
    fn a_token_with_another_letter_is_refused(scenario in scenarios(), at in any::<prop::sample::Index>(), to in "[A-Za-z0-9_-]") {
        let token = share::encode(&scenario);
        let at = at.index(token.len());
        prop_assume!(token[at..=at] != to);
        let mut changed = token;
        changed.replace_range(at..=at, &to);
        prop_assert!(share::decode(&changed).is_err(), "{}", changed);
    }
}

#[test]
fn other_versions_are_refused_as_such_and_hostile_texts_as_broken() {
    let cases = [
        ("2.eyJ0aXRsZSI6IngifQ.aaaaaaa", ProblemKind::UnsupportedSchema),
        ("12.", ProblemKind::UnsupportedSchema),
        ("", ProblemKind::BrokenLink),
        ("1", ProblemKind::BrokenLink),
        ("1..", ProblemKind::BrokenLink),
        ("1.%7B%7D.x", ProblemKind::BrokenLink),
        ("1.🙂.🙂", ProblemKind::BrokenLink),
        ("...", ProblemKind::BrokenLink),
    ];
    for (token, kind) in cases {
        let problems = share::decode(token).expect_err(token).0;
        assert_eq!((problems.len(), problems[0].problem), (1, kind), "{token}");
        assert!(problems[0].message.contains("nothing was changed"));
    }
}

#[test]
fn a_token_holds_only_what_differs_from_the_blank_scenario() {
    assert_eq!(share::encode(&Scenario::blank()), "1.e30.4r6npcd");
    let cases = [
        (r#"{"title":"x"}"#, r#"{"title":"x"}"#),
        (r#"{"labels":{"currency":"EUR"},"time":{}}"#, r#"{"labels":{"currency":"EUR"},"time":{}}"#),
        (
            r#"{"schema":1,"options":{"api":{"price":{"kind":"perUnit","amount":null}},"custom":{"oneOff":{"data":null},"monthly":{}}}}"#,
            r#"{"options":{"api":{"price":{"kind":"perUnit"}},"custom":{"oneOff":{"data":null}}}}"#,
        ),
    ];
    for (scenario, held) in cases {
        use base64::Engine;
        let token = share::encode(&crate::scenario(scenario));
        let data = token.split('.').nth(1).unwrap();
        let data = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(data).unwrap();
        assert_eq!(String::from_utf8(data).unwrap(), held);
    }
}

#[test]
fn tokens_of_the_presets_fit_into_a_link() {
    for preset in PRESETS {
        let token = share::encode(&preset.scenario().unwrap());
        assert!(token.len() < 1500, "{}: {}", preset.id, token.len());
    }
}

#[test]
fn one_reader_takes_json_and_tokens() {
    assert_eq!(share::read_text("{}"), Ok(Scenario::blank()));
    assert_eq!(share::read_text(&share::encode(&Scenario::blank())), Ok(Scenario::blank()));
    assert_eq!(share::read_text("{").unwrap_err().0[0].problem, ProblemKind::Syntax);
    assert_eq!(share::read_text("nonsense").unwrap_err().0[0].problem, ProblemKind::Syntax);
}
