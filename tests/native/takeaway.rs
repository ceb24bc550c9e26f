//! What people take away: share tokens, memo, decision record, table, calendar file.

use ai_build_vs_buy::approach::Approach;
use ai_build_vs_buy::decision::Verdict;
use ai_build_vs_buy::json::Json;
use ai_build_vs_buy::memo::{Format, csv, file_stem, markdown, memo};
use ai_build_vs_buy::problem::ProblemKind;
use ai_build_vs_buy::report::evaluate;
use ai_build_vs_buy::scenario::presets::{PRESETS, find};
use ai_build_vs_buy::scenario::{IsoDate, Scenario, read};
use ai_build_vs_buy::share;
use proptest::prelude::*;

fn made(scenario: &Scenario, format: Format) -> String {
    memo(scenario, &evaluate(scenario), format, &IsoDate::new("2026-11-25").unwrap())
}

/// A document of a preset with some values changed.
fn with(preset: &str, edits: &[(&str, &str)], format: Format) -> String {
    let mut json = Json::of(&find(preset).unwrap().scenario().unwrap());
    for (path, value) in edits {
        json.set(path, Json::from_text(value).unwrap());
    }
    made(&read(&json).unwrap(), format)
}

/// A preset, values changed in it, and what its document says.
type Case<'a> = (&'a str, &'a [(&'a str, &'a str)], &'a str);

/// The rows of a CSV file by RFC 4180.
fn rows(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {
                assert_eq!(letters.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    assert!(cell.is_empty() && row.is_empty(), "the last line has an end");
    rows
}

/// The lines of a calendar file, unfolded.
fn unfolded(text: &str) -> Vec<String> {
    let text = text.strip_suffix("\r\n").expect("the last line has an end");
    text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
}

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
        assert!(problems[0].message.contains("This link was"));
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

#[test]
fn what_people_typed_is_text_in_markdown() {
    let cases = [
        ("plain text, 1,250.50 (T4-no)", "plain text, 1,250.50 (T4-no)"),
        ("# a | b", "\\# a \\| b"),
        ("*a* _b_ `c` [d](e) <f> ~g~ &amp;", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\~g\\~ \\&amp;"),
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("12. a", "12\\. a"),
        ("12) a", "12\\) a"),
        ("12.5", "12\\.5"),
        ("===", "\\==="),
        ("  a\n\n# b\t\u{85}c\u{0}d  ", "a \\# b c d"),
        ("back\\slash", "back\\\\slash"),
    ];
    for (typed, escaped) in cases {
        assert_eq!(markdown::escape(typed), escaped);
    }
}

#[test]
fn the_memo_has_its_parts_in_order() {
    let text = with("legal-tech", &[], Format::Markdown);
    let headings: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    let expected = [
        "Context",
        "Now and destination",
        "Options considered",
        "Five factors",
        "Why",
        "What speaks against it",
        "Cost now and at target",
        "Risks and what helps",
        "What would change our mind",
        "Left open: where the rules disagree",
        "Inputs",
    ];
    assert_eq!(headings, expected);
}

#[test]
fn the_memo_says_what_a_meeting_asks() {
    let cases: [Case<'_>; 17] = [
        ("legal-tech", &[], "# Contract analysis, month 4\n"),
        (
            "legal-tech",
            &[],
            "\n**Your answers suggest fine-tuning. At 500 users a month it is also the cheapest, at $3,917 a month.**\n",
        ),
        ("legal-tech", &[], "* The tree ends at tuning an existing foundation model (T4-no).\n"),
        (
            "legal-tech",
            &[],
            "* Upkeep is not counted. Engineers for more than $14,083 a month would hand the lead away (P5).\n",
        ),
        ("legal-tech", &[], "| Fine-tune | $3,917 | $7.83 | engineers, retraining, labelling and 2 more |\n"),
        ("legal-tech", &[], "| Data | ▽ possible | ● named | △ not realistic | D3 |\n"),
        ("legal-tech", &[], "* Your volume: the fine-tuned model and the API tie at 108.8 users a month.\n"),
        ("legal-tech", &[], "No growth is given, so the target is today’s volume.\n"),
        (
            "legal-tech",
            &[("volume.growthPerMonth", "0.05"), ("time", "{\"horizonMonths\":25}")],
            "At 1,613 users in 25 months",
        ),
        ("legal-tech", &[("title", "\"# A | *b*\\n- c\"")], "# \\# A \\| \\*b\\* - c\n"),
        ("legal-tech", &[("uncertainty.seed", "42")], "schema 1, seed 42."),
        (
            "legal-tech",
            &[("decision.chosen", "\"api\""), ("decision.chosenBecause", "\"the board says so\"")],
            "Chosen by the team: an API, because: the board says so. The answers suggest fine-tuning now.\n",
        ),
        ("legal-tech", &[("decision.gates.trivial", "true")], "## Before anything else\n\nToo small for a framework."),
        ("legal-tech", &[("volume.perMonth", "null")], "Enter your volume to see what each option costs.\n"),
        (
            "legal-tech",
            &[("options.ally", "{\"price\":{\"kind\":\"perUnit\",\"amount\":9}}")],
            "| Partner | $4,500 | $9 |",
        ),
        (
            "high-volume",
            &[],
            "**Your answers suggest an API. But at 10,000,000 calls a month the fine-tuned model costs $195,500 a month less.**",
        ),
        ("legal-tech-month-1", &[], "Until users have shown that they want it (M2);"),
    ];
    for (preset, edits, said) in cases {
        let text = with(preset, edits, Format::Markdown);
        assert!(text.contains(said), "{preset} {edits:?}: {said}\n{text}");
    }
}

/// Part 8: whoever reads the inputs can work the totals out again.
#[test]
fn the_inputs_hold_every_number_with_its_unit_and_range() {
    let machines = r#"{"kind":"replicas","perHour":4.25,"tokensPerSecond":2500,"tokensPerUnit":2000,"targetUtilisation":0.6,"peakFactor":2,"minimum":1}"#;
    let tokens = r#"{"kind":"tokens","inputTokens":1500,"outputTokens":500,"inputPerMillion":3,"outputPerMillion":15.5,"cachedShare":0.4,"cachedPrice":0.1,"discountsStack":false,"model":"m","asOf":"2026-11-10"}"#;
    let tiers =
        r#"{"kind":"tiers","mode":"volume","tiers":[{"upTo":10000,"amount":0.012345},{"amount":0.008,"flatFee":50}]}"#;
    let cases: [Case<'_>; 13] = [
        (
            "high-volume",
            &[("options.fineTune.hosting", machines)],
            "* Fine-tune: machines at least 1 machine; one machine $4.25 an hour; speed of one machine 2,500 tokens a second; tokens to serve 2,000 tokens per call; how busy a machine may be 60%; busiest time 2 times the average; 730 hours a month.\n",
        ),
        (
            "high-volume",
            &[("options.api.price", tokens)],
            "* API: tokens sent per call 1,500 tokens; tokens received per call 500 tokens; price of tokens sent $3 per million tokens; price of tokens received $15.50 per million tokens; tokens sent that are cached 40%; price of cached tokens 10%; no cache discount on batches; prices of m as of 2026-11-10.\n",
        ),
        (
            "high-volume",
            &[("options.api.price", tiers)],
            "* API: tier 1, up to 10,000 calls a month; tier 1, price $0.012345 per call; tier 2, price $0.008 per call; tier 2, fee $50 a month; all units at the price of the tier that is reached.\n",
        ),
        (
            "high-volume",
            &[("options.fineTune.retraining", r#"{"cost":2000,"everyMonths":1}"#)],
            "* Fine-tune: hosting $4,500 a month; retraining $2,000 each time; retrained every 1 month.\n",
        ),
        (
            "high-volume",
            &[("options.api.priceChangePerMonth", "-0.029285530376777613")],
            "; change of prices -30% a year",
        ),
        (
            "legal-tech",
            &[("uncertainty.ranges", r#"{"options.api.price.amount":{"kind":"pert","min":36,"mode":36,"max":40}}"#)],
            "* API: price $36 per user (range $36 to $40).\n",
        ),
        (
            "legal-tech",
            &[(
                "uncertainty.ranges",
                r#"{"options.api.price.amount":{"kind":"triangular","min":30,"mode":35,"max":40},"volume.perMonth":{"kind":"lognormal","p10":250,"p90":1000}}"#,
            )],
            "* API: price $36 per user (range $30 to $40, likeliest $35 per user).\n",
        ),
        (
            "legal-tech",
            &[("uncertainty.ranges", r#"{"volume.perMonth":{"kind":"lognormal","p10":250,"p90":1000}}"#)],
            "* Volume and time: your volume 500 users a month (eight in ten from 250 to 1,000); looking ahead 36 months.\n",
        ),
        (
            "legal-tech",
            &[(
                "uncertainty.ranges",
                r#"{"options.api.priceChangePerMonth":{"kind":"uniform","min":0,"max":0.01},"options.api.amortisationMonths":{"kind":"uniform","min":12,"max":24}}"#,
            )],
            "one-off costs spread over left empty (evenly 12 to 24 months)",
        ),
        (
            "legal-tech",
            &[("time", r#"{"horizonMonths":24,"discountRatePerYear":0.1,"migrationCost":2500.5}"#)],
            "* Volume and time: looking ahead 24 months; discount rate 10% a year; cost of a move $2,500.50 once.\n",
        ),
        (
            "legal-tech",
            &[("volume.growthPerMonth", "0.0225")],
            "Volume: 500 users a month, growing by 2.25% a month.\n",
        ),
        (
            "legal-tech",
            &[("options.fineTune.amortisationMonths", "null")],
            "one-off costs spread over 12 months (our choice)",
        ),
        ("high-volume", &[("decision.data.collectedPerMonth", "200")], "Thousands (5,000, 200 more a month).\n"),
    ];
    let mut missing = Vec::new();
    for (preset, edits, said) in cases {
        let text = with(preset, edits, Format::Markdown);
        if !text.contains(said) {
            let inputs = &text[text.find("## Inputs").unwrap()..];
            missing.push(format!("{preset}: {said}\n{inputs}"));
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(with("high-volume", &[], Format::Markdown).contains("One to four ML engineers (2).\n"));
}

/// What would change our mind holds what does, and nothing where every question is answered.
#[test]
fn only_open_questions_are_among_what_would_change_our_mind() {
    let (answered, open) = ("Every question is answered", "questions are open");
    let said = |text: &str| (text.contains(answered), text.contains(open));
    let blank = made(&Scenario::blank(), Format::Markdown);
    assert_eq!(said(&blank), (false, true), "{blank}");
    for preset in PRESETS {
        assert!(!made(&preset.scenario().unwrap(), Format::Markdown).contains(answered), "{}", preset.id);
    }
}

#[test]
fn the_review_comes_as_set_or_in_a_year_or_with_the_first_dated_trigger() {
    let decided = ("decision.decidedOn", "\"2026-07-10\"");
    let cases: [Case<'_>; 8] = [
        ("legal-tech", &[], "· suggested review: 2027-11-25 (M7)"),
        ("legal-tech", &[("decision.practices.reviewDate", "\"2027-03-01\"")], "· review: 2027-03-01\n"),
        ("legal-tech-month-1", &[], "· suggested review: 2026-12-25 (M3)"),
        ("legal-tech-month-1", &[("decision.data.collectedPerMonth", "300")], "· suggested review: 2027-03-25 (M3)"),
        ("legal-tech-month-1", &[("decision.data.collectedPerMonth", "10")], "· suggested review: 2027-11-25 (M7)"),
        (
            "legal-tech",
            &[decided],
            "\n2026-07-10 · initial recommendation · owner: not named · suggested review: 2027-07-10 (M7)",
        ),
        ("legal-tech-month-1", &[decided], "· suggested review: 2026-08-10 (M3)"),
        ("legal-tech", &[decided, ("decision.practices.reviewDate", "\"2027-03-01\"")], "· review: 2027-03-01\n"),
    ];
    for (preset, edits, said) in cases {
        let text = with(preset, edits, Format::Markdown);
        assert!(text.contains(said), "{preset} {edits:?}: {}", &text[..200]);
    }
}

/// The day of the decision dates the record and counts the review; the calendar's stamp stays the day of the file.
#[test]
fn every_document_counts_from_the_day_of_the_decision() {
    let decided = [("decision.decidedOn", "\"2026-07-10\"")];
    let cases: [(Format, &[&str]); 2] = [
        (Format::Madr, &["\ndate: 2026-07-10\n", "or until the suggested review: 2027-07-10 (M7):"]),
        (Format::Calendar, &["\r\nDTSTAMP:20261125T000000Z\r\n", "\r\nDTSTART;VALUE=DATE:20270710\r\n"]),
    ];
    for (format, parts) in cases {
        let text = with("legal-tech", &decided, format);
        for said in parts {
            assert!(text.contains(said), "{format:?}: {said}\n{text}");
        }
    }
}

#[test]
fn the_record_follows_madr_4() {
    let text = with("legal-tech", &[("title", "\"A: *b*\"")], Format::Madr);
    let begin = "---\nstatus: proposed\ndate: 2026-11-25\ndecision-makers: []\nconsulted: []\ninformed: []\n---\n\n# A: \\*b\\*\n";
    assert!(text.starts_with(begin), "{text}");
    let headings: Vec<&str> = text.lines().filter(|line| line.starts_with("##")).collect();
    let expected = [
        "## Context and Problem Statement",
        "## Decision Drivers",
        "## Considered Options",
        "## Decision Outcome",
        "### Consequences",
        "### Confirmation",
        "## Pros and Cons of the Options",
        "### API",
        "### Fine-tune",
        "### From scratch",
        "## More Information",
    ];
    assert_eq!(headings, expected);
    assert!(text.contains("\nChosen option: “Fine-tune”, because your answers suggest fine-tuning."));
    assert!(
        text.contains(
            "or until the suggested review: 2027-11-25 (M7):\n\n* the vendor changes price, terms or behaviour (M9)\n* accuracy must rise, or retraining stops helping (M5)\n"
        )
    );
}

#[test]
fn a_choice_of_the_team_is_the_outcome_and_the_advice_stands_beside_it() {
    let edits = [("decision.chosen", "\"custom\""), ("decision.chosenBecause", "\"we | know\"")];
    let text = with("legal-tech", &edits, Format::Madr);
    let said = "Chosen option: “From scratch”, because chosen by the team: training from scratch, because: we \\| know. The answers suggest fine-tuning now.";
    assert!(text.contains(said), "{text}");
}

/// Good, neutral and bad are named, below and above; the costs add one argument.
#[test]
fn arguments_are_the_verdicts_of_the_factors() {
    for preset in PRESETS {
        let scenario = preset.scenario().unwrap();
        let report = evaluate(&scenario);
        let text = made(&scenario, Format::Madr);
        let (_, options) = text.split_once("## Pros and Cons of the Options").unwrap();
        for (approach, section) in Approach::ALL.into_iter().zip(options.split("\n### ").skip(1)) {
            for (word, verdict) in [("Good", Verdict::Named), ("Neutral", Verdict::Below), ("Bad", Verdict::Above)] {
                let found = section.matches(&format!("* {word}, because ")).count();
                let read = report.decision.factors.iter();
                let expected = read.filter(|reading| *reading.verdict.get(approach) == Some(verdict)).count();
                assert_eq!(found, expected, "{} {approach:?} {word}", preset.id);
            }
        }
    }
}

#[test]
fn additions_are_options_with_their_costs_alone() {
    let text = with("legal-tech", &[("options.ally", "{\"price\":{\"kind\":\"perUnit\",\"amount\":9}}")], Format::Madr);
    let said = "### Partner\n\n* Bad, because it costs $4,500 a month, $583 more than the cheapest (C6).\n";
    assert!(text.contains(said), "{text}");
    assert!(!with("legal-tech", &[], Format::Madr).contains("Partner"));
}

#[test]
fn cells_are_never_formulas_and_quotes_are_right() {
    let cases = [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@sum", "'@sum"),
        ("\t=1", "'=1"),
        ("a,b", "\"a,b\""),
        ("say \"x\"", "\"say \"\"x\"\"\""),
        ("=\"x\",y", "\"'=\"\"x\"\",y\""),
        ("a\r\nb", "a b"),
    ];
    for (text, cell) in cases {
        assert_eq!(csv::cell(text), cell);
    }
}

#[test]
fn the_table_holds_the_curves_and_the_money_by_month() {
    let rows = rows(&with("legal-tech", &[("labels.unit", "\"=seat, \\\"pro\\\"\"")], Format::Csv));
    assert_eq!(rows[0], ["Table", "At", "API", "Fine-tune", "From scratch"]);
    let name = "Cost a month in USD by =seat, \"pro\"s a month";
    let find = |name: &str, at: f64| {
        let row =
            rows.iter().find(|row| row[0] == name && row[1].parse::<f64>().is_ok_and(|it| (it - at).abs() < 1e-9));
        row.unwrap_or_else(|| panic!("{name} {at}: {rows:?}"))[2..]
            .iter()
            .map(|cell| cell.parse().unwrap())
            .collect::<Vec<f64>>()
    };
    for (name, at, amounts) in [
        (name, 500.0, [18_000.0, 3500.0 + 5000.0 / 12.0, 51_666.0 + 200_000.0 / 12.0]),
        (
            name,
            (3500.0 + 5000.0 / 12.0) / 36.0,
            [3500.0 + 5000.0 / 12.0, 3500.0 + 5000.0 / 12.0, 51_666.0 + 200_000.0 / 12.0],
        ),
        ("Money paid so far in USD by month", 0.0, [0.0, 5000.0, 200_000.0]),
        ("Money paid so far in USD by month", 36.0, [648_000.0, 131_000.0, 2_059_976.0]),
    ] {
        for (found, golden) in find(name, at).into_iter().zip(amounts) {
            assert!((found - golden).abs() <= 1e-9 * golden, "{name} {at}: {found} is not {golden}");
        }
    }
}

#[test]
fn the_calendar_file_is_one_event_on_the_day_of_the_review() {
    let lines = unfolded(&with("legal-tech", &[("title", "\"A; b, c\\\\ d\\ne\"")], Format::Calendar));
    let begins = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//ai-build-vs-buy//",
        "BEGIN:VEVENT",
        "UID:20261125-",
        "DTSTAMP:20261125T000000Z",
        "DTSTART;VALUE=DATE:20271125",
        "SUMMARY:Review: A\\; b\\, c\\\\ d e",
        "DESCRIPTION:Your answers suggest fine-tuning. At 500 users a month it is also the cheapest\\, at $3\\,917 a month.\\n\\nLook at it earlier when:\\n- the vendor changes price\\, terms or behaviour (M9)\\n- accuracy must rise\\, or retraining stops helping (M5)\\n",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
    ];
    assert_eq!(lines.len(), begins.len());
    for (line, begin) in lines.iter().zip(begins) {
        assert!(line.starts_with(begin), "{line}");
    }
}

#[test]
fn events_of_different_decisions_or_days_are_different_events() {
    let uid = |title: &str, day: &str| {
        let scenario = crate::scenario(&format!(r#"{{"title":"{title}"}}"#));
        let file = memo(&scenario, &evaluate(&scenario), Format::Calendar, &IsoDate::new(day).unwrap());
        unfolded(&file)[4].clone()
    };
    assert_ne!(uid("a", "2026-11-25"), uid("b", "2026-11-25"));
    assert_ne!(uid("a", "2026-11-25"), uid("a", "2026-11-26"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever is typed: no broken number, no broken file, no claim that the product does not make.
    #[test]
    fn documents_are_well_formed_whatever_was_typed(scenario in scenarios()) {
        for (name, format) in Format::NAMED {
            let text = made(&scenario, format);
            let plain: String = text.replace("\r\n", "").replace('\n', "");
            prop_assert!(!plain.chars().any(char::is_control), "{}: {:?}", name, text);
            prop_assert!(!text.contains("NaN"), "{}: {}", name, text);
        }
        let table = rows(&made(&scenario, Format::Csv));
        prop_assert!(table.iter().all(|row| row.len() == table[0].len()));
        for line in made(&scenario, Format::Calendar).split_terminator("\r\n") {
            prop_assert!(line.len() <= 75, "{}", line);
        }
        let memo = made(&scenario, Format::Markdown);
        prop_assert_eq!(memo.lines().filter(|line| line.starts_with("# ")).count(), 1);
        for line in memo.lines().filter(|line| line.starts_with('|')) {
            let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            prop_assert!([5, 6, 7].contains(&bars), "{}", line);
        }
    }
}

#[test]
fn files_are_named_after_the_decision() {
    let cases = [
        ("Contract analysis, month 4", "contract-analysis-month-4"),
        ("../../etc/passwd", "etc-passwd"),
        ("Größe: 5 €", "gr-e-5"),
        ("決定", "decision"),
        ("", "decision"),
        (&"long ".repeat(30), "long-long-long-long-long-long-long-long-long"),
    ];
    for (title, stem) in cases {
        let scenario = read(&Json::Object(vec![("title".to_owned(), Json::Text(title.to_owned()))])).unwrap();
        assert_eq!(file_stem(&scenario), stem);
    }
}

#[test]
fn the_words_claim_nothing_that_the_product_does_not() {
    for preset in PRESETS {
        for format in [Format::Markdown, Format::Madr, Format::Calendar] {
            let text = made(&preset.scenario().unwrap(), format).to_lowercase();
            for word in ["the right choice", "optimal", "confidence", " best ", "!"] {
                assert!(!text.contains(word), "{} {format:?}: {word}", preset.id);
            }
        }
    }
}
