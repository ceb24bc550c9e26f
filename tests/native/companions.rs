//! Other frameworks: the binary view and what it misses, the Wardley map and its two languages, make-buy-ally, total cost
//! of ownership.

use ai_build_vs_buy::approach::OptionId::{Ally as AllyOption, Api, Custom, FineTune, OpenModel};
use ai_build_vs_buy::approach::{Approach, OptionId};
use ai_build_vs_buy::chart::canvas::{Anchor, Form, Kind};
use ai_build_vs_buy::chart::labels::text_width;
use ai_build_vs_buy::chart::wardley::{MapWords, STAGE_ENDS, wardley_shapes};
use ai_build_vs_buy::companion::{
    BinaryReading, BuildOrBuy, Companions, LINKS, Offer, PlacedBy, Sourcing, TERMS, TcoGroup, entries, group_of, names,
    wardley_mermaid, wardley_owm,
};
use ai_build_vs_buy::cost::curves;
use ai_build_vs_buy::decision::RuleId;
use ai_build_vs_buy::json::{Json, to_text};
use ai_build_vs_buy::problem::ProblemKind;
use ai_build_vs_buy::report::{Report, evaluate};
use ai_build_vs_buy::scenario::{ComponentId, Scenario, Stage, presets::PRESETS, read, read_text};
use ai_build_vs_buy::text;
use proptest::prelude::*;

use crate::{close, report, scenario};

fn companions(json: &str) -> Companions {
    report(json).companions
}

fn decided(decision: &str) -> Companions {
    companions(&format!(r#"{{"decision":{{{decision}}}}}"#))
}

const V07: &str = r#""volume":{"perMonth":1000000},"options":{
    "api":{"price":{"kind":"perUnit","amount":0.02}},
    "fineTune":{"hosting":{"kind":"mixed","perMonth":5000,"amount":0.004}},
    "custom":{"hosting":{"kind":"mixed","perMonth":45000,"amount":0.001}}}"#;

// Build or buy

#[test]
fn the_binary_view_follows_the_first_question_alone() {
    let cases = [
        (r#""answers":{"coreDifferentiator":false}"#, Some(BuildOrBuy::Buy)),
        (r#""answers":{"coreDifferentiator":true}"#, Some(BuildOrBuy::Build)),
        (r#""differentiation":"commodity""#, Some(BuildOrBuy::Buy)),
        (r#""differentiation":"core""#, Some(BuildOrBuy::Build)),
        (r#""differentiation":"adapted""#, None),
        (r#""differentiation":"core","answers":{"coreDifferentiator":false}"#, Some(BuildOrBuy::Buy)),
    ];
    for (decision, verdict) in cases {
        assert_eq!(decided(decision).binary.view.verdict, verdict, "{decision}");
    }
}

#[test]
fn the_three_readings_and_nothing_while_something_is_open() {
    let answers = |t1: bool, rest: &str| format!(r#""answers":{{"coreDifferentiator":{t1}{rest}}}"#);
    let cases = [
        (
            answers(true, r#","significantData":true,"mlExpertise":true,"novelArchitecture":false"#),
            Some(BinaryReading::MissedMiddle),
        ),
        (answers(true, r#","significantData":false"#), Some(BinaryReading::MissedMiddle)),
        (
            answers(true, r#","significantData":true,"mlExpertise":true,"novelArchitecture":true"#),
            Some(BinaryReading::Agreement),
        ),
        (answers(true, ""), None),
        (answers(false, r#"},"data":{"examples":999"#), Some(BinaryReading::Agreement)),
        (answers(false, r#"},"data":{"examples":1000"#), Some(BinaryReading::MissedData)),
        (answers(false, r#"},"data":{"examples":500000"#), Some(BinaryReading::MissedData)),
        (answers(false, r#"},"data":{"moat":true"#), Some(BinaryReading::MissedData)),
        (answers(false, ""), None),
        (r#""differentiation":"adapted","data":{"examples":5000}"#.to_owned(), None),
    ];
    for (decision, reading) in cases {
        assert_eq!(decided(&decision).binary.reading, reading, "{decision}");
    }
}

#[test]
fn v07_the_middle_is_cheapest_where_the_binary_view_cannot_look() {
    let binary = companions(&format!("{{{V07}}}")).binary;
    assert_eq!(binary.missed.len(), 1);
    close(binary.missed[0].from, 312_500.0);
    close(binary.missed[0].to, 13_333_333.333_333_334);
    assert_eq!((binary.view.cheaper, binary.view.crossings), (Some(BuildOrBuy::Buy), 1));
    close(binary.view.difference.unwrap(), 26_000.0);
    close(binary.view.first_crossing.unwrap(), 2_368_421.052_631_579);
}

#[test]
fn v08_a_middle_that_is_never_cheapest_is_not_missed() {
    let json = r#"{"volume":{"perMonth":3000000},"options":{"api":{"price":{"kind":"perUnit","amount":0.02}},
        "fineTune":{"hosting":{"kind":"mixed","perMonth":30000,"amount":0.01}},
        "custom":{"hosting":{"kind":"mixed","perMonth":20000,"amount":0.005}}}}"#;
    assert_eq!(companions(json).binary.missed, []);
}

#[test]
fn the_binary_view_never_mentions_what_lies_between() {
    let tuned = ["finetun", "fine-tun", "tune", "tuning"];
    for preset in PRESETS {
        let scenario = preset.scenario().unwrap();
        let view = evaluate(&scenario).companions.binary.view;
        let said = [
            to_text(&view),
            text::companions::BINARY.to_owned(),
            text::companions::BINARY_NOTE.to_owned(),
            text::companions::binary_verdict(&view).to_owned(),
            text::companions::binary_money(&scenario.labels, &view),
        ];
        for words in said {
            assert!(!tuned.iter().any(|tuned| words.to_lowercase().contains(tuned)), "{words}");
        }
    }
}

/// An affine option, stepped, or left out.
fn option() -> impl Strategy<Value = String> {
    prop_oneof![
        (0.0..50_000.0, 0.0..0.05).prop_map(|(fixed, slope)| {
            format!(r#"{{"hosting":{{"kind":"mixed","perMonth":{fixed},"amount":{slope}}}}}"#)
        }),
        (10.0..5_000.0, 5_000..100_000_u32).prop_map(|(cost, capacity)| format!(
            r#"{{"hosting":{{"kind":"replicas","perReplicaMonth":{cost},"capacityPerMonth":{capacity}}}}}"#
        )),
        Just("null".to_owned()),
    ]
}

// The Wardley map

#[test]
fn every_part_has_its_usual_stage_until_it_is_placed() {
    let map = decided("").wardley;
    assert!(map.components.iter().all(|component| component.placed_by == PlacedBy::Usual));
    let map = decided(r#""wardley":{"model":"genesis","gpuCompute":{"stage":"product"}}"#).wardley;
    let stage =
        |id| map.components.iter().find(|component| component.id == id).map(|c| (c.stage, c.placed_by)).unwrap();
    assert_eq!(stage(ComponentId::Model), (Stage::Genesis, PlacedBy::Given));
    assert_eq!(stage(ComponentId::GpuCompute), (Stage::Product, PlacedBy::Given));
    assert_eq!(stage(ComponentId::Prompts), (Stage::CustomBuilt, PlacedBy::Usual));
}

#[test]
fn the_stage_is_the_middle_of_the_judgements_and_a_given_one_wins() {
    let cases = [
        (r#""ubiquity":"product""#, Stage::Product, false),
        (r#""ubiquity":"product","certainty":"customBuilt""#, Stage::CustomBuilt, false),
        (r#""ubiquity":"commodity","certainty":"commodity","vendors":"genesis""#, Stage::Commodity, true),
        (
            r#""ubiquity":"genesis","certainty":"customBuilt","vendors":"product","swap":"product""#,
            Stage::CustomBuilt,
            true,
        ),
        (r#""ubiquity":"genesis","stage":"commodity""#, Stage::Commodity, false),
    ];
    for (placed, stage, differ) in cases {
        let map = decided(&format!(r#""wardley":{{"model":{{{placed}}}}}"#)).wardley;
        let model = map.components.iter().find(|component| component.id == ComponentId::Model).unwrap();
        assert_eq!((model.stage, model.judgements_differ), (stage, differ), "{placed}");
    }
}

#[test]
fn a_stage_suggests_what_wardleys_doctrine_says() {
    let cases = [
        ("genesis", Sourcing::Build, 0.0875),
        ("customBuilt", Sourcing::Build, 0.2875),
        ("product", Sourcing::Buy, 0.55),
        ("commodity", Sourcing::Outsource, 0.85),
    ];
    for (stage, suggests, evolution) in cases {
        let map = decided(&format!(r#""wardley":{{"model":"{stage}"}}"#)).wardley;
        let model = map.components.iter().find(|component| component.id == ComponentId::Model).unwrap();
        assert_eq!((model.suggests, model.evolution), (Some(suggests), evolution), "{stage}");
    }
}

#[test]
fn stage_centres_lie_in_the_same_stage_under_both_conventions() {
    for (place, component) in ["genesis", "customBuilt", "product", "commodity"].into_iter().enumerate() {
        let map = decided(&format!(r#""wardley":{{"model":"{component}"}}"#)).wardley;
        let x = map.components[4].evolution;
        let quarters = [0.0, 0.25, 0.50, 0.75, 1.0];
        for ends in [STAGE_ENDS, quarters] {
            assert!(ends[place] < x && x < ends[place + 1], "{component}");
        }
    }
}

#[test]
fn the_models_stage_is_compared_with_factor_1() {
    let fits = [
        ("genesis", "core", true),
        ("customBuilt", "core", true),
        ("product", "core", false),
        ("commodity", "core", false),
        ("genesis", "adapted", false),
        ("customBuilt", "adapted", false),
        ("product", "adapted", true),
        ("commodity", "adapted", false),
        ("genesis", "commodity", false),
        ("customBuilt", "commodity", false),
        ("product", "commodity", true),
        ("commodity", "commodity", true),
    ];
    for (stage, level, fits) in fits {
        let map = decided(&format!(r#""differentiation":"{level}","wardley":{{"model":"{stage}"}}"#)).wardley;
        assert_eq!(map.model_fit.unwrap().fits, fits, "{stage} {level}");
        assert_eq!(text::companions::model_note(&map).is_none(), fits, "{stage} {level}");
    }
}

#[test]
fn a_model_that_nobody_placed_is_not_compared() {
    assert_eq!(decided(r#""differentiation":"core""#).wardley.model_fit, None);
    assert_eq!(decided(r#""wardley":{"model":"product"}"#).wardley.model_fit, None);
}

#[test]
fn a_part_moves_to_the_right_only() {
    for (evolve, shown) in [("genesis", None), ("product", None), ("commodity", Some(Stage::Commodity))] {
        let map = decided(&format!(r#""wardley":{{"model":{{"stage":"product","evolve":"{evolve}"}}}}"#)).wardley;
        assert_eq!(map.components[4].evolve, shown, "{evolve}");
    }
}

#[test]
fn wrong_stages_are_named_at_their_field() {
    let cases = [
        (r#"{"model":"modern"}"#, "decision.wardley.model", ProblemKind::UnknownValue),
        (r#"{"modle":"product"}"#, "decision.wardley.modle", ProblemKind::UnknownField),
        (r#"{"model":{"stage":"late"}}"#, "decision.wardley.model.stage", ProblemKind::UnknownValue),
        (r#"{"model":{"evolves":"product"}}"#, "decision.wardley.model.evolves", ProblemKind::UnknownField),
        (r#"{"model":5}"#, "decision.wardley.model", ProblemKind::WrongType),
    ];
    for (wardley, field, kind) in cases {
        let problems = read_text(&format!(r#"{{"decision":{{"wardley":{wardley}}}}}"#)).unwrap_err().0;
        assert_eq!((problems[0].field.as_str(), problems[0].problem), (field, kind), "{wardley}");
    }
}

#[test]
fn partner_and_map_survive_export_and_import() {
    let given = scenario(
        r#"{"decision":{"partner":{"exclusive":true,"examples":900},"wardley":{"model":"product","prompts":{"name":"Chains","swap":"genesis"}}}}"#,
    );
    assert_eq!(read(&Json::of(&given)).unwrap(), given);
    let report = evaluate(&given);
    assert!(report.not_evaluated.is_empty(), "{:?}", report.not_evaluated);
}

#[test]
fn the_map_without_surprises_is_written_line_by_line() {
    let json =
        r#"{"title":"Contract analysis","decision":{"wardley":{"model":{"stage":"product","evolve":"commodity"}}}}"#;
    let owm = "title Contract analysis
anchor User need [0.95, 0.55]
component Contract analysis [0.83, 0.29] (build)
component Prompts and orchestration [0.71, 0.29] (build)
component Evaluation set [0.59, 0.29] (build)
component Model [0.47, 0.55] (buy)
component Domain data [0.35, 0.29] (build)
component Inference hosting [0.23, 0.55] (buy)
component GPU compute [0.11, 0.85] (outsource)
User need->Contract analysis
Contract analysis->Prompts and orchestration
Contract analysis->Evaluation set
Prompts and orchestration->Model
Evaluation set->Domain data
Model->Domain data
Model->Inference hosting
Inference hosting->GPU compute
evolve Model 0.85
note Parts not placed yet stand at their usual stage [0.03, 0.09]
style wardley
";
    assert_eq!(wardley_owm(&scenario(json)), owm);
    let mermaid = wardley_mermaid(&scenario(json));
    assert!(
        mermaid.starts_with("wardley-beta\ntitle Contract analysis\nanchor \"User need\" [0.95, 0.55]\n"),
        "{mermaid}"
    );
    for line in [
        "component \"Model\" [0.47, 0.55] (buy)",
        "\"Model\"->\"Domain data\"",
        "evolve \"Model\" 0.85",
        "note \"Parts not placed yet stand at their usual stage\" [0.03, 0.09]",
    ] {
        assert!(mermaid.lines().any(|written| written == line), "{line}");
    }
    assert!(!mermaid.contains("style"), "a line that Mermaid does not know");
}

#[test]
fn stages_are_written_with_two_decimals_and_a_point() {
    for (stage, written) in [("genesis", "0.09"), ("customBuilt", "0.29"), ("product", "0.55"), ("commodity", "0.85")] {
        let json = format!(r#"{{"decision":{{"wardley":{{"model":"{stage}"}}}}}}"#);
        for map in [wardley_owm(&scenario(&json)), wardley_mermaid(&scenario(&json))] {
            assert!(map.contains(&format!("[0.47, {written}]")), "{map}");
        }
    }
}

/// A map whose model has a name, moves, and whose scenario has that name as its title too.
fn hostile(name: &str) -> Scenario {
    let mut json = Json::of(&Scenario::blank());
    json.set("title", Json::Text(name.chars().take(200).collect()));
    json.set("decision.wardley.aiFeature.name", Json::Text("Feature".to_owned()));
    json.set("decision.wardley.model.name", Json::Text(name.chars().take(40).collect()));
    json.set("decision.wardley.model.stage", Json::Text("product".to_owned()));
    json.set("decision.wardley.model.evolve", Json::Text("commodity".to_owned()));
    read(&json).unwrap()
}

/// What each trap of OnlineWardleyMaps does to a name (part 4.2), and what is written instead.
#[test]
fn each_trap_of_the_map_language_is_written_around() {
    let cases = [
        // A comment to the end of the line, and one that opens.
        ("a // b", "a /／ b"),
        ("a /* b", "a /＊ b"),
        // Names that begin with a keyword, without a word's end, lose their links.
        ("title page", "Title page"),
        ("styles", "Styles"),
        ("notebook", "Notebook"),
        ("builder", "Builder"),
        ("buyers", "Buyers"),
        ("outsourced", "Outsourced"),
        ("components", "Components"),
        ("pipelines", "Pipelines"),
        ("evolved", "Evolved"),
        ("evolution", "Evolution"),
        ("valuechain", "Valuechain"),
        ("anchorage", "Anchorage"),
        ("annotation", "Annotation"),
        ("annotations", "Annotations"),
        ("pioneers", "Pioneers"),
        ("settlers", "Settlers"),
        ("townplanners", "Townplanners"),
        ("submaps", "Submaps"),
        ("urls", "Urls"),
        ("sizes", "Sizes"),
        ("accelerator", "Accelerator"),
        ("deaccelerator", "Deaccelerator"),
        ("market", "Market"),
        ("ecosystem", "Ecosystem"),
        // A keyword in parentheses anywhere on the line.
        ("Model (pipeline)", "Model （pipeline）"),
        ("Model (buy)", "Model （Buy）"),
        // `evolve` takes the first figure for its target.
        ("Llama 3.1", "\"Llama 3.1\""),
        ("Model .5", "\"Model .5\""),
        // The label extractor throws, or takes the place for the label's.
        ("label maker", "label-maker"),
        ("relabel", "\"relabel\""),
        // Sets inertia; opens the context of a link; begins an evolution.
        ("inertia engine", "Inertia engine"),
        ("a ; b", "a ； b"),
        ("we evolve", "we Evolve"),
        // Quoted, with backslashes.
        ("say \"hi\"", "\"say \\\"hi\\\"\""),
        ("two\nlines", "\"two\\nlines\""),
        // Quotes do not save these in the parser itself.
        ("a [b] c", "a ［b］ c"),
        ("a \\ b", "a ＼ b"),
        ("a -> b", "a -＞ b"),
        ("a +> b", "a +＞ b"),
        ("a +'x'> b", "a +’x’＞ b"),
        ("c {d}", "c ｛d｝"),
        ("\"open", "“open"),
        ("x\u{7}y\u{202e}z\u{feff}", "x y z"),
    ];
    for (name, written) in cases {
        let owm = wardley_owm(&hostile(name));
        assert!(owm.contains(&format!("component {written} [0.47, 0.55] (buy)\n")), "{name}: {owm}");
        assert!(owm.contains(&format!("{written}->Domain data\n")), "{name}: {owm}");
        assert!(owm.contains(&format!("evolve {written} 0.85\n")), "{name}: {owm}");
    }
}

#[test]
fn in_mermaid_every_name_is_quoted() {
    for (name, written) in
        [("Llama 3.1", r#""Llama 3.1""#), ("say \"hi\"", r#""say \"hi\"""#), ("a %% b", r#""a %％ b""#)]
    {
        let map = wardley_mermaid(&hostile(name));
        assert!(map.contains(&format!("component {written} [0.47, 0.55] (buy)\n")), "{name}: {map}");
        assert!(map.contains(&format!("{written}->\"Domain data\"\n")), "{name}: {map}");
    }
}

#[test]
fn a_title_is_one_line_that_nothing_cuts() {
    for (title, written) in [
        ("My title here", "My Title here"),
        ("a // b", "a /／ b"),
        ("two\nlines", "two lines"),
        ("a { b", "a ｛ b"),
        ("50%% off", "50%％ off"),
        (" \u{202e} ", "AI feature"),
    ] {
        for map in [wardley_owm(&hostile(title)), wardley_mermaid(&hostile(title))] {
            assert!(map.lines().any(|line| line == format!("title {written}")), "{map}");
        }
    }
}

#[test]
fn no_two_parts_have_the_same_name() {
    let json = r#"{"title":"model","decision":{"wardley":{"prompts":{"name":"Model"},"gpuCompute":{"name":"MODEL"}}}}"#;
    let owm = wardley_owm(&scenario(json));
    for name in
        ["component model [0.83", "component Model-2 [0.71", "component Model-3 [0.47", "component MODEL-4 [0.11"]
    {
        assert!(owm.contains(name), "{name}: {owm}");
    }
}

#[test]
fn a_long_title_is_cut_as_a_name() {
    let scenario = scenario(&format!(r#"{{"title":"{}"}}"#, "x".repeat(200)));
    assert_eq!(names(&scenario)[1].chars().count(), 40);
}

/// How OnlineWardleyMaps reads a map, trap by trap, after its own source (commit 0895d32).
mod owm {
    #[derive(Debug, Default, PartialEq)]
    pub struct Map {
        pub title: String,
        pub anchors: Vec<(String, f64, f64)>,
        pub components: Vec<(String, f64, f64, &'static str, bool)>,
        pub links: Vec<(String, String, bool)>,
        pub evolved: Vec<(String, f64)>,
        pub faults: Vec<String>,
    }

    const NOT_LINKS: [&str; 23] = [
        "evolution",
        "anchor",
        "evolve",
        "component",
        "style",
        "build",
        "buy",
        "outsource",
        "title",
        "annotation",
        "annotations",
        "pipeline",
        "note",
        "pioneers",
        "settlers",
        "townplanners",
        "submap",
        "url",
        "{",
        "}",
        "accelerator",
        "deaccelerator",
        "size",
    ];

    fn unescaped(name: &str) -> String {
        let name = name.trim();
        let inner = name.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(name);
        inner.replace("\\n", "\n").replace("\\\"", "\"").replace("\\]", "]").replace("\\[", "[").replace("\\\\", "\\")
    }

    /// The closing quote of a quoted text.
    fn closing(text: &str) -> Option<usize> {
        let mut escaped = false;
        text.char_indices().skip(1).find_map(|(at, letter)| {
            let closes = letter == '"' && !escaped;
            escaped = letter == '\\' && !escaped;
            closes.then_some(at)
        })
    }

    fn name_of(rest: &str) -> String {
        let rest = rest.trim();
        match closing(rest).filter(|_| rest.starts_with('"')) {
            Some(end) => {
                let name = unescaped(&rest[..=end]);
                // A quote that is opened and never closed is cut at the next blank.
                if name.starts_with('"') && name.matches('"').count() % 2 == 1 { "recovered".to_owned() } else { name }
            }
            None => rest.split(" [").next().unwrap_or("").trim().to_owned(),
        }
    }

    fn place(line: &str) -> (f64, f64) {
        let inner = line.split('[').nth(1).and_then(|rest| rest.split(']').next()).unwrap_or("");
        let mut numbers = inner.split(',').map(|number| number.trim().parse().unwrap_or(f64::NAN));
        (numbers.next().unwrap_or(f64::NAN), numbers.next().unwrap_or(f64::NAN))
    }

    /// `\s[0-9]?\.[0-9]+`, the first match.
    fn target(line: &str) -> Option<f64> {
        let letters: Vec<char> = line.chars().collect();
        (0..letters.len()).find_map(|at| {
            let rest = letters[at..].strip_prefix(&[' '])?;
            let (digit, rest) = match rest {
                [digit, '.', rest @ ..] if digit.is_ascii_digit() => (Some(*digit), rest),
                ['.', rest @ ..] => (None, rest),
                _ => return None,
            };
            let decimals: String = rest.iter().take_while(|letter| letter.is_ascii_digit()).collect();
            let number = format!("{}.{decimals}", digit.unwrap_or('0'));
            (!decimals.is_empty()).then(|| number.parse().unwrap())
        })
    }

    pub fn read(text: &str) -> Map {
        let mut map = Map::default();
        let mut lines = Vec::new();
        let mut open = false;
        for line in text.split('\n') {
            let line = if line.trim().starts_with("url") { line } else { line.split("//").next().unwrap_or("") };
            if line.contains("/*") {
                open = true;
                lines.push(line.split("/*").next().unwrap_or(""));
            } else if open {
                open = !line.contains("*/");
            } else {
                lines.push(line);
            }
        }
        for line in lines {
            let trimmed = line.trim();
            if trimmed.contains('{') || trimmed.contains('}') {
                map.faults.push(format!("a block: {line}"));
            }
            if map.title.is_empty() && line.starts_with("title") {
                map.title = line.split("title ").nth(1).unwrap_or("").trim().to_owned();
            } else if let Some(rest) = trimmed.strip_prefix("anchor ") {
                let (visibility, evolution) = place(line);
                map.anchors.push((name_of(rest), visibility, evolution));
            } else if let Some(rest) = trimmed.strip_prefix("component ") {
                if line.contains("label ") {
                    map.faults.push(format!("a label: {line}"));
                }
                if line.contains("evolve ") || line.contains("url(") {
                    map.faults.push(format!("more than a component: {line}"));
                }
                let methods = ["build", "buy", "outsource"];
                let within = |word: &&str| {
                    let at = line.find(*word);
                    at.is_some() && line.find('(') < at && line.find(')') > at
                };
                let method = methods.into_iter().find(|word| within(word)).unwrap_or("");
                let (visibility, evolution) = place(line);
                map.components.push((name_of(rest), visibility, evolution, method, line.contains("inertia")));
            } else if let Some(rest) = trimmed.strip_prefix("evolve ") {
                let quoted = closing(rest).filter(|_| rest.starts_with('"'));
                let evolved = match quoted {
                    Some(end) => (unescaped(&rest[..=end]), rest[end + 1..].trim().parse().unwrap_or(0.85)),
                    None => {
                        let target = target(line).unwrap_or(0.85);
                        let name = rest.split(&target.to_string()).next().unwrap_or("");
                        (name.split("->").next().unwrap_or("").trim().to_owned(), target)
                    }
                };
                map.evolved.push(evolved);
            }
            let starts =
                NOT_LINKS.iter().any(|word| trimmed.starts_with(word) || trimmed.contains(&format!("({word})")));
            if trimmed.is_empty() || starts {
                continue;
            }
            if trimmed.starts_with("market ") || trimmed.starts_with("ecosystem ") {
                map.faults.push(format!("a market: {line}"));
            }
            let arrow = ["+>", "+<>", "+<", "+'", "->"].into_iter().find(|arrow| line.contains(arrow));
            let Some((start, end)) = arrow.and_then(|arrow| line.split_once(arrow)) else {
                map.faults.push(format!("no link: {line}"));
                continue;
            };
            let end = end.split(arrow.unwrap()).next().unwrap_or("");
            let plain = arrow == Some("->") && !line.contains(';');
            map.links.push((unescaped(start), unescaped(end.split(';').next().unwrap_or("")), plain));
        }
        map
    }
}

/// The same parts, places, links and movement, whatever the names are.
fn reads_back(scenario: &Scenario) -> Result<(), TestCaseError> {
    let text = wardley_owm(scenario);
    let (map, drawn) = (owm::read(&text), evaluate(scenario).companions.wardley);
    prop_assert_eq!(&map.faults, &Vec::<String>::new());
    prop_assert!(!map.title.is_empty(), "{}", text);
    prop_assert_eq!((map.anchors.len(), map.components.len()), (1, 7));
    let mut found: Vec<String> = map.anchors.iter().map(|anchor| anchor.0.clone()).collect();
    found.extend(map.components.iter().map(|component| component.0.clone()));
    let compared = |name: &String| name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let unique: std::collections::BTreeSet<String> = found.iter().map(compared).collect();
    prop_assert_eq!(unique.len(), 8, "{}", text);
    let round = |number: f64| (number * 100.0).round() / 100.0;
    for (component, expected) in map.components.iter().zip(&drawn.components[1..]) {
        prop_assert_eq!(
            (component.1, component.2),
            (round(expected.visibility), round(expected.evolution)),
            "{}",
            text
        );
        prop_assert_eq!(component.3, expected.suggests.unwrap().key(), "{}", text);
        prop_assert!(!component.4, "inertia: {}", text);
    }
    let place = |id: ComponentId| ComponentId::ALL.iter().position(|other| *other == id).unwrap();
    let links: Vec<_> =
        LINKS.iter().map(|[from, to]| (found[place(*from)].clone(), found[place(*to)].clone(), true)).collect();
    prop_assert_eq!(&map.links, &links, "{}", text);
    prop_assert_eq!(&map.evolved, &vec![(found[4].clone(), 0.85)], "{}", text);
    Ok(())
}

fn hostile_name() -> impl Strategy<Value = String> {
    let traps = prop::sample::select(vec![
        "//",
        "/*",
        "*/",
        "->",
        "+>",
        "+<>",
        "+'",
        "'>",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        "(buy)",
        "inertia",
        "label ",
        "label",
        "label [",
        "evolve ",
        "title ",
        "style",
        "note",
        "build",
        "buy",
        "outsource",
        "component ",
        "pipeline",
        "evolution",
        "anchor",
        "annotation",
        "pioneers",
        "submap",
        "url",
        "url(",
        "size",
        "accelerator",
        "market ",
        ";",
        "\"",
        "\\",
        "\n",
        "\r",
        "\t",
        " 3.1",
        ".5",
        "0.85",
        "%%",
        "\u{feff}",
        "\u{202e}",
        "é",
        "日本",
        "A",
        " ",
        "1",
    ]);
    prop_oneof![prop::collection::vec(traps, 1..6).prop_map(|parts| parts.concat()), any::<String>(),]
}

#[test]
fn plain_names_read_back_whole() {
    reads_back(&hostile("Model")).unwrap();
}

/// The reader in these tests would not prove much if it did not fall into the traps itself.
#[test]
fn names_written_as_they_are_do_not_read_back() {
    let map = wardley_owm(&hostile("Model"));
    let as_written = |name: &str| {
        let expected = format!("{:?}", owm::read(&map)).replace("Model", name);
        expected == format!("{:?}", owm::read(&map.replace("Model", name)))
    };
    assert!(as_written("Harmless"));
    for name in [
        "a // b",
        "a /* b",
        "notebook",
        "inertia",
        "a ; b",
        "a [b",
        "a -> b",
        "a +> b",
        "label b",
        "Llama 3.1",
        "x (build)",
        "x (pipeline)",
        "c {d}",
        "we evolve it",
    ] {
        assert!(!as_written(name), "{name}");
    }
}

#[test]
fn the_picture_shows_every_part_once_and_nothing_outside() {
    let words = MapWords {
        stages: [
            ("Genesis", "Genesis"),
            ("Custom-built", "Custom"),
            ("Product", "Product"),
            ("Commodity", "Commodity"),
        ],
        top: "top",
        right: "right",
    };
    for width in [250.0, 320.0, 640.0, 860.0] {
        for stage in ["genesis", "customBuilt", "product", "commodity"] {
            let all: Vec<String> = ComponentId::ALL.iter().map(|id| format!(r#""{}":"{stage}""#, id.key())).collect();
            let scenario = scenario(&format!(r#"{{"decision":{{"wardley":{{{}}}}}}}"#, all.join(",")));
            let map = evaluate(&scenario).companions.wardley;
            let shapes = wardley_shapes(&map, &names(&scenario), words, width);
            let dots = shapes.iter().filter(|shape| shape.role.kind == Kind::Crossing).count();
            let labels = shapes.iter().filter(|shape| shape.role.kind == Kind::Strong).count();
            assert_eq!((dots, labels), (8, 8), "{width} {stage}");
            for shape in &shapes {
                let Form::Text(x, _, anchor, said) = &shape.form else { continue };
                let (x, wide) = (f64::from(*x) / 8.0, text_width(said, shape.role.kind.is_bold()));
                let left = match anchor {
                    Anchor::Start => x,
                    Anchor::Middle => x - wide / 2.0,
                    Anchor::End => x - wide,
                };
                assert!(left >= 0.0 && left + wide <= width, "{width} {stage}: {said} from {left} to {}", left + wide);
            }
        }
    }
}

#[test]
fn a_link_bends_around_a_part_that_it_does_not_link() {
    let words = MapWords { stages: [("", ""); 4], top: "", right: "" };
    let bent = |json: &str| {
        let scenario = scenario(json);
        let shapes = wardley_shapes(&evaluate(&scenario).companions.wardley, &names(&scenario), words, 640.0);
        let links = shapes.iter().filter(|shape| shape.role.kind == Kind::Leader);
        links.filter(|shape| matches!(&shape.form, Form::Path(data) if data.matches('L').count() == 2)).count()
    };
    assert_eq!(bent("{}"), 1, "from the feature past the prompts to the evaluation set");
    assert_eq!(bent(r#"{"decision":{"wardley":{"prompts":"genesis"}}}"#), 0);
}

// Make, buy or ally

fn partner(answers: [Option<bool>; 6]) -> String {
    let keys = ["holdsUnobtainable", "exclusive", "needsYours", "hardToSpecify", "interestsAligned", "exitPossible"];
    let pairs: Vec<String> = keys
        .iter()
        .zip(answers)
        .map(|(key, answer)| format!(r#""{key}":{}"#, answer.map_or("null".to_owned(), |yes| yes.to_string())))
        .collect();
    format!(r#""partner":{{{}}}"#, pairs.join(","))
}

#[test]
fn an_alliance_is_offered_when_the_first_two_hold_and_two_of_the_others() {
    let (y, n, o) = (Some(true), Some(false), None);
    let cases = [
        ([y, y, y, y, n, n], Offer::Offered),
        ([y, y, n, n, y, y], Offer::Offered),
        ([y, y, y, y, o, o], Offer::Offered),
        ([y, y, y, n, n, n], Offer::NotOffered),
        ([n, y, y, y, y, y], Offer::NotOffered),
        ([y, n, y, y, y, y], Offer::NotOffered),
        ([n, o, o, o, o, o], Offer::NotOffered),
        ([y, y, y, n, n, o], Offer::Unknown),
        ([o, y, y, y, y, y], Offer::Unknown),
        ([y, o, o, o, o, o], Offer::Unknown),
    ];
    for (answers, offer) in cases {
        let ally = decided(&partner(answers)).ally.unwrap();
        assert_eq!(ally.offer, offer, "{answers:?}");
        let terms = if offer == Offer::Offered { TERMS.to_vec() } else { Vec::new() };
        assert_eq!(ally.term_sheet, terms, "{answers:?}");
    }
}

#[test]
fn without_a_partner_there_is_no_row_and_no_curve() {
    for partner in ["null", "{}", r#"{"exclusive":null}"#] {
        let report = report(&format!(r#"{{{V07},"decision":{{"partner":{partner},"data":{{"examples":3000}}}}}}"#));
        assert_eq!(report.companions.ally, None, "{partner}");
        assert!(report.cost.at_volume.unwrap().options.ally.is_none());
        assert!(report.cost.pairs.iter().all(|pair| pair.b != AllyOption));
    }
}

#[test]
fn a_partners_price_is_a_curve_of_a_fee_and_a_share() {
    let report = report(
        r#"{"volume":{"perMonth":1000},"options":{"ally":{"monthly":{"fee":500},"price":{"kind":"perUnit","amount":0.25}}}}"#,
    );
    close(report.cost.at_volume.unwrap().options.ally.unwrap().total, 750.0);
    assert_eq!(report.companions.ally.unwrap().offer, Offer::Unknown);
    assert_eq!(report.companions.not_in_article, [AllyOption]);
}

#[test]
fn a_partners_examples_give_a_second_data_row() {
    let cases = [
        (Some(0), 3_000, Some(RuleId::D1), Some(RuleId::D3)),
        (Some(500), 600, Some(RuleId::D2), Some(RuleId::D3)),
        (Some(3_000), 0, Some(RuleId::D3), Some(RuleId::D3)),
        (Some(99_999), 1, Some(RuleId::D3), Some(RuleId::D4)),
        (None, 3_000, None, Some(RuleId::D3)),
    ];
    for (own, partners, alone, with) in cases {
        let own = own.map_or("null".to_owned(), |own: u32| own.to_string());
        let ally =
            decided(&format!(r#""data":{{"examples":{own}}},"partner":{{"examples":{partners}}}"#)).ally.unwrap();
        assert_eq!((ally.data_alone, ally.data_with_partner), (alone, with), "{own} and {partners}");
    }
    assert_eq!(decided(r#""data":{"examples":5},"partner":{"exclusive":true}"#).ally.unwrap().data_with_partner, None);
}

#[test]
fn options_beyond_the_articles_three_are_named_as_such() {
    let options = r#"{"options":{"openModel":{"hosting":{"kind":"flat","perMonth":900}},"api":null}}"#;
    assert_eq!(companions(options).not_in_article, [OpenModel]);
    assert!(companions("{}").not_in_article.is_empty());
}

// Total cost of ownership

fn tco_of(report: &Report, option: OptionId) -> &ai_build_vs_buy::companion::OptionTco {
    report.companions.tco.as_ref().unwrap().options.get(option).unwrap()
}

fn subtotals(report: &Report, option: OptionId) -> Vec<Option<f64>> {
    tco_of(report, option).groups.iter().map(|group| group.per_month).collect()
}

/// Every line of the table in part 4.4, in the words of a cost structure.
#[test]
fn every_line_of_every_approach_is_in_its_group() {
    use TcoGroup::{Acquire, Change, Delay, Indirect, Operate, Switch};
    let expected: [(OptionId, TcoGroup, &[&str]); 18] = [
        (Api, Acquire, &["oneOff.integration", "oneOff.abstractionLayer", "oneOff.loggingAndConsent"]),
        (Api, Operate, &["price"]),
        (Api, Change, &["monthly.retesting", "monthly.reprompting"]),
        (Api, Switch, &["oneOff.migration", "oneOff.dualRunning", "oneOff.exitFees"]),
        (Api, Indirect, &["monthly.outages", "monthly.rateLimits", "oneOff.privacyReview"]),
        (Api, Delay, &["delay"]),
        (
            FineTune,
            Acquire,
            &[
                "oneOff.integration",
                "oneOff.abstractionLayer",
                "oneOff.loggingAndConsent",
                "oneOff.dataCollection",
                "oneOff.labelling",
                "oneOff.training",
                "oneOff.evaluationSet",
            ],
        ),
        (FineTune, Operate, &["hosting.perMonth", "staff", "monthly.monitoring", "retraining", "monthly.onCall"]),
        (FineTune, Change, &["monthly.baseModelUpgrades"]),
        (FineTune, Switch, &["oneOff.migration", "oneOff.dualRunning", "oneOff.exitFees"]),
        (
            FineTune,
            Indirect,
            &["monthly.outages", "monthly.rateLimits", "oneOff.privacyReview", "monthly.servingDowntime"],
        ),
        (FineTune, Delay, &["delay"]),
        (
            Custom,
            Acquire,
            &[
                "oneOff.integration",
                "oneOff.abstractionLayer",
                "oneOff.loggingAndConsent",
                "oneOff.dataCollection",
                "oneOff.labelling",
                "oneOff.training",
                "oneOff.evaluationSet",
                "oneOff.dataAcquisition",
                "oneOff.hiring",
                "oneOff.research",
            ],
        ),
        (Custom, Operate, &["hosting.perMonth", "staff", "retraining"]),
        (Custom, Change, &["monthly.rearchitecture"]),
        (Custom, Switch, &["oneOff.migration", "oneOff.dualRunning", "oneOff.exitFees"]),
        (
            Custom,
            Indirect,
            &["monthly.outages", "monthly.rateLimits", "oneOff.privacyReview", "monthly.servingDowntime"],
        ),
        (Custom, Delay, &["delay"]),
    ];
    let report = report(r#"{"volume":{"perMonth":1000}}"#);
    for (option, group, lines) in expected {
        let missing: Vec<&str> = tco_of(&report, option)
            .not_counted
            .iter()
            .map(String::as_str)
            .filter(|line| group_of(line) == group)
            .collect();
        assert_eq!(missing, lines, "{option:?} {group:?}");
    }
}

#[test]
fn a_line_that_is_given_is_counted_in_its_group_and_no_longer_missing() {
    for approach in Approach::ALL {
        let option = approach.option();
        for line in entries(approach) {
            let mut json = Json::from_text(&format!("{{{V07}}}")).unwrap();
            json.set(&format!("options.{}.{line}", option.key()), Json::Number(1200.0));
            let report = evaluate(&read(&json).unwrap());
            let tco = tco_of(&report, option);
            let amount = if line.starts_with("oneOff.") { 100.0 } else { 1200.0 };
            let group = tco.groups.iter().find(|group| group.group == group_of(line)).unwrap();
            let counted = group.lines.iter().find(|counted| counted.line == line).unwrap();
            assert_eq!(counted.amount, amount, "{option:?} {line}");
            assert!(!tco.not_counted.iter().any(|missing| missing == line), "{option:?} {line}");
        }
    }
}

#[test]
fn every_line_that_can_be_entered_has_a_name() {
    for approach in Approach::ALL {
        for line in entries(approach) {
            assert!(text::companions::known_line(line).is_some(), "{line}");
        }
    }
}

#[test]
fn a_group_without_a_counted_line_is_unknown_not_zero() {
    let report = report(&format!("{{{V07}}}"));
    assert_eq!(subtotals(&report, Api), [None, Some(20_000.0), None, None, None, None]);
}

#[test]
fn lines_with_names_of_ones_own_find_a_group() {
    for (line, group) in [
        ("oneOff.lawyers", TcoGroup::Acquire),
        ("monthly.coffee", TcoGroup::Operate),
        ("monthly.fee", TcoGroup::Operate),
    ] {
        assert_eq!(group_of(line), group);
    }
    let report = report(
        r#"{"volume":{"perMonth":10},"options":{"api":{"price":{"kind":"perUnit","amount":1},"monthly":{"coffee":7,"cake":null}}}}"#,
    );
    assert_eq!(subtotals(&report, Api)[1], Some(17.0));
    assert!(tco_of(&report, Api).not_counted.contains(&"monthly.cake".to_owned()));
}

#[test]
fn managed_tuning_bills_twice() {
    let managed = r#""decision":{"differentiation":"adapted","data":{"examples":3000},"team":{"mlEngineers":0},
        "answers":{"coreDifferentiator":true,"novelArchitecture":false}}"#;
    let with = |decision: &str, tuned: &str| {
        report(&format!(r#"{{{decision},"volume":{{"perMonth":1000}},"options":{{"fineTune":{tuned}}}}}"#))
    };
    let lacks =
        |report: &Report, line: &str| tco_of(report, FineTune).not_counted.iter().any(|missing| missing == line);
    let both = with(managed, r#"{"hosting":{"kind":"mixed","perMonth":1700,"amount":0.5}}"#);
    let operate = &tco_of(&both, FineTune).groups[1];
    let lines: Vec<(&str, f64)> = operate.lines.iter().map(|line| (line.line.as_str(), line.amount)).collect();
    assert_eq!(lines, [("hosting.perMonth", 1700.0), ("hosting.amount", 500.0)]);
    assert!(lacks(&with(managed, r#"{"hosting":{"kind":"flat","perMonth":1700}}"#), "hosting.amount"));
    assert!(lacks(&with(managed, r#"{"hosting":{"kind":"perUnit","amount":0.5}}"#), "hosting.perMonth"));
    let priced = r#"{"hosting":{"kind":"flat","perMonth":1700},"price":{"kind":"perUnit","amount":0.5}}"#;
    assert!(!lacks(&with(managed, priced), "hosting.amount"));
    let own = r#""decision":{"team":{"mlEngineers":2}}"#;
    assert!(!lacks(&with(own, r#"{"hosting":{"kind":"flat","perMonth":1700}}"#), "hosting.amount"));
    assert!(!lacks(&with(own, r#"{"hosting":{"kind":"perUnit","amount":0.5}}"#), "hosting.perMonth"));
}

#[test]
fn delay_is_what_the_quickest_option_would_have_saved() {
    let report = report(
        r#"{"volume":{"perMonth":100},"time":{"costOfDelayPerMonth":6000},"options":{
            "api":{"price":{"kind":"perUnit","amount":1},"monthsToValue":1},
            "fineTune":{"hosting":{"kind":"flat","perMonth":50},"monthsToValue":5,"amortisationMonths":24},
            "custom":{"hosting":{"kind":"flat","perMonth":50}}}}"#,
    );
    assert_eq!(subtotals(&report, Api)[5], Some(0.0));
    assert_eq!(subtotals(&report, FineTune)[5], Some(1000.0));
    assert_eq!(subtotals(&report, Custom)[5], None);
    assert!(tco_of(&report, Custom).not_counted.contains(&"delay".to_owned()));
    assert_eq!(tco_of(&report, FineTune).total, Some(1050.0));
}

#[test]
fn without_a_volume_there_is_no_total_cost_of_ownership() {
    assert_eq!(companions("{}").tco, None);
}

#[test]
fn a_partner_has_a_column_only_with_a_price() {
    let report = report(&format!("{{{V07}}}"));
    assert!(report.companions.tco.unwrap().options.ally.is_none());
    let with = r#"{"volume":{"perMonth":10},"options":{"ally":{"monthly":{"fee":70}}}}"#;
    assert_eq!(subtotals(&crate::report(with), AllyOption)[1], Some(70.0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// The missed stretches are exactly where tuning costs less than API, custom and everything else that is priced.
    #[test]
    fn what_is_missed_is_the_envelopes_part(options in prop::collection::vec(option(), 4), max in 10_000..400_000_u32) {
        let json = format!(
            r#"{{"range":{{"maxVolume":{max}}},"volume":{{"perMonth":5000}},"options":{{"api":{},"fineTune":{},"custom":{},"openModel":{}}}}}"#,
            options[0], options[1], options[2], options[3]
        );
        let scenario = scenario(&json);
        let (report, curves) = (evaluate(&scenario), curves(&scenario));
        let missed = &report.companions.binary.missed;
        for two in missed.windows(2) {
            prop_assert!(two[0].to < two[1].from);
        }
        let max = report.cost.max_volume;
        for step in 1..200 {
            let volume = max * f64::from(step) / 200.0;
            let cost = |option| curves.get(option).map(|curve: &ai_build_vs_buy::cost::Curve| curve.at(volume));
            let own = cost(FineTune);
            let others = [Api, Custom, OpenModel].map(cost);
            let near = others.iter().flatten().any(|other| own.is_some_and(|own| (own - other).abs() <= 1e-6 * own.max(*other)));
            let on_edge = missed.iter().any(|stretch| [stretch.from, stretch.to].iter().any(|end| (end - volume).abs() <= 1e-6 * volume));
            if near || on_edge {
                continue;
            }
            let cheapest = own.is_some_and(|own| others.iter().flatten().all(|other| own < *other));
            let inside = missed.iter().any(|stretch| stretch.from < volume && volume < stretch.to);
            prop_assert_eq!(inside, cheapest, "at {}", volume);
        }
    }

    /// Adding a partner's data never lowers the data row.
    #[test]
    fn a_partner_never_lowers_the_data_row(own in 0..10_000_000_u64, partners in 0..10_000_000_000_000_u64) {
        let ally = decided(&format!(r#""data":{{"examples":{own}}},"partner":{{"examples":{partners}}}"#)).ally.unwrap();
        prop_assert!(ally.data_with_partner >= ally.data_alone);
    }

    /// More yeses never take an offer back.
    #[test]
    fn a_yes_never_takes_an_alliance_away(answers in prop::array::uniform6(any::<Option<bool>>()), place in 0..6_usize) {
        let mut better = answers;
        better[place] = Some(true);
        if decided(&partner(answers)).ally.is_some_and(|ally| ally.offer == Offer::Offered) {
            prop_assert_eq!(decided(&partner(better)).ally.unwrap().offer, Offer::Offered);
        }
    }

    /// Whatever the names are, the map reads back with the same parts, places, links and movement.
    #[test]
    fn any_names_read_back(title in hostile_name(), name in hostile_name(), other in hostile_name()) {
        let mut json = Json::of(&hostile(&name));
        json.set("title", Json::Text(title.chars().take(200).collect()));
        json.set("decision.wardley.domainData.name", Json::Text(other.chars().take(40).collect()));
        json.set("decision.wardley.aiFeature.name", Json::Null);
        json.set("decision.wardley.userNeed.name", Json::Text(title.chars().take(40).collect()));
        reads_back(&read(&json).unwrap())?;
    }

    /// All groups together are the option's total: no line is lost or counted twice.
    #[test]
    fn the_groups_add_up_to_the_total(options in prop::collection::vec(option(), 3), extra in 0.0..1e5_f64, volume in 1..400_000_u32) {
        let mut json = Json::from_text(&format!(
            r#"{{"volume":{{"perMonth":{volume}}},"options":{{"api":{},"fineTune":{},"custom":{}}}}}"#,
            options[0], options[1], options[2]
        )).unwrap();
        json.set("options.custom.oneOff.hiring", Json::Number(extra));
        json.set("options.custom.monthly.rent", Json::Number(extra));
        let report = evaluate(&read(&json).unwrap());
        for (option, cost) in report.cost.at_volume.as_ref().unwrap().options.iter() {
            let sum: f64 = subtotals(&report, option).into_iter().flatten().sum();
            prop_assert!((sum - cost.total).abs() <= 1e-9 * cost.total, "{:?}: {} {}", option, sum, cost.total);
        }
    }
}
