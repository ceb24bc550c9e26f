//! Every id of the decision model: it has words that carry its fact, a test that names it, and a place on the page.
//!
//! The list is written down here apart from the engine, so that a rule that is dropped there is missed here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use ai_build_vs_buy::decision::RuleId;
use ai_build_vs_buy::form::question::Question;
use ai_build_vs_buy::text::framework::{COMPARED, FACTS, YEARS};
use ai_build_vs_buy::text::reading::{PLACES, Place};
use ai_build_vs_buy::text::rule::{group, listed, rule};
use ai_build_vs_buy::text::tension::tension;

/// Ids with the fact of the article that their words have to carry.
const FACTS_BY_ID: &[(&str, &str)] = &[
    ("S1", "three approaches"),
    ("S2", "differentiation, data, expertise, timeline, cost"),
    ("S3", "start on an API"),
    ("S4", "between fully outsourced and fully owned"),
    ("S5", "data, a model that sets you apart, upkeep without end"),
    ("S6", "five factors first, then map"),
    ("H1", "took an ML team"),
    ("H2", "one call"),
    ("H3", "within an afternoon"),
    ("A-API-1", "Days to weeks"),
    ("A-API-2", "About nothing"),
    ("A-API-3", "Per call"),
    ("A-API-4", "prompts and integration"),
    ("A-API-5", "rivals can call the same"),
    ("A-API-6", "None for plain use"),
    ("A-API-7", "up to the provider"),
    ("A-FT-1", "Weeks to months"),
    ("A-FT-2", "compute for tuning, preparing data"),
    ("A-FT-3", "Hosting or inference"),
    ("A-FT-4", "tuning, evaluation, deployment"),
    ("A-FT-5", "Medium to high"),
    ("A-FT-6", "Hundreds to thousands"),
    ("A-FT-7", "the base is the provider"),
    ("A-CU-1", "Months to years"),
    ("A-CU-2", "team, compute, getting data"),
    ("A-CU-3", "Infrastructure, team, retraining"),
    ("A-CU-4", "engineers and researchers"),
    ("A-CU-5", "Highest"),
    ("A-CU-6", "Thousands to millions"),
    ("A-CU-7", "Full"),
    ("F1", "commodity"),
    ("F2", "adapted"),
    ("F3", "core"),
    ("F4", "an API leaves too little control"),
    ("D1", "Without data"),
    ("D2", "Hundreds of examples"),
    ("D3", "Thousands of examples"),
    ("D4", "Hundreds of thousands"),
    ("D5", "no rival can get"),
    ("D6", "weigh most"),
    ("E1", "without ML engineers"),
    ("E2", "One or two"),
    ("E3", "five or more with infrastructure"),
    ("E4", "research team with a compute budget"),
    ("E5", "takes months"),
    ("L1", "Four weeks"),
    ("L2", "One to three months"),
    ("L3", "Three to six months"),
    ("L4", "Six months and more"),
    ("L5", "Prove it, then invest"),
    ("C1", "times the price of one call"),
    ("C2", "the engineers who keep it going"),
    ("C3", "the ML team"),
    ("C4", "100,000 and 1,000,000"),
    ("C5", "cheap in a prototype and dear in production"),
    ("C6", "the volume you aim for"),
    ("T1", "first"),
    ("T2", "second"),
    ("T3", "third"),
    ("T4", "new architecture"),
    ("T5", "plan the next move"),
    ("T1-no", "an API"),
    ("T2-no", "collect data"),
    ("T3-no", "managed service"),
    ("T4-no", "foundation model"),
    ("T4-yes", "from scratch"),
    ("W1", "about to start"),
    ("W2", "you use an API"),
    ("W3", "year"),
    ("W4", "bill"),
    ("W5", "vendor"),
    ("N1", "regulation or partner"),
    ("N2", "whether AI can do it"),
    ("N3", "trivial"),
    ("P1", "Building before"),
    ("P2", "ties you down"),
    ("P3", "collect data"),
    ("P4", "Fearing fine-tuning"),
    ("P5", "upkeep"),
    ("P6", "next stage"),
    ("R1", "Lock-in"),
    ("R2", "price"),
    ("R3", "update"),
    ("R4", "third party"),
    ("R5", "outages"),
    ("RM1", "between product and provider"),
    ("RM2", "second provider"),
    ("RM3", "Contract terms"),
    ("M1", "none is skipped"),
    ("M2", "users have shown"),
    ("M3", "enough labelled examples"),
    ("M4", "your volume passes"),
    ("M5", "accuracy must rise, or retraining stops helping"),
    ("M6", "all four conditions"),
    ("M7", "review"),
    ("M8", "habits"),
    ("M9", "vendor"),
    ("M10", "people"),
    ("X1", "three approaches for AI"),
    ("X2", "yes or no"),
    ("X3", "Wardley"),
    ("X4", "partner"),
    ("X5", "Total cost of ownership"),
    ("X6", "total cost of ownership for cost, a Wardley map for differentiation"),
    ("Q1", "generic"),
    ("Q2", "five risks, and three measures"),
    ("Q3a", "hundreds to thousands"),
    ("Q3b", "millions of examples"),
    ("Q3c", "90%"),
    ("LG1", "an API"),
    ("LG2", "Accuracy"),
    ("LG3", "50 users"),
    ("LG4", "tuned"),
    ("LG5", "with permission"),
    ("LG6", "after tuning"),
    ("LG7", "tuning"),
    ("LG8", "serve"),
    ("LG9", "500 users"),
    ("LG10", "Saved a month"),
    ("LG11", "paid for itself"),
    ("LG12", "eight months"),
    ("LG13", "from scratch"),
    ("LG14", "at least"),
    ("LG15", "keep tuning"),
    ("LG16", "sometimes invented"),
    ("I01", "never asks about time or money"),
    ("I02", "owns evaluation and data quality"),
    ("I03", "both branches"),
    ("I04", "as pulls, the others as limits"),
    ("I05", "1,000 examples"),
    ("I06", "From 100 to 999"),
    ("I07", "10,000 to 99,999"),
    ("I08", "not a size"),
    ("I09", "three floors"),
    ("I10", "new architecture"),
    ("I11", "below it, not wrong"),
    ("I12", "Nothing is weighted"),
    ("I13", "three or four engineers"),
    ("I14", "managed variant"),
    ("I15", "comes off the deadline"),
    ("I16", "52/12 weeks"),
    ("I17", "training run alone"),
    ("I18", "Fewer than four"),
    ("I19", "no support"),
    ("I20", "nothing to tune"),
    ("I21", "no reason"),
    ("I22", "becomes the destination"),
    ("I23", "two questions"),
    ("I24", "before anything else"),
    ("I25", "which ones remain"),
    ("I26", "at your volume"),
    ("I27", "One is declared"),
    ("I28", "flat unless"),
    ("I29", "on that pair alone"),
    ("I30", "a range and never one figure"),
    ("I31", "stay blank"),
    ("I32", "two researchers"),
    ("I33", "cannot be derived"),
    ("I34", "12 is ours"),
    ("I35", "all five ends"),
    ("I36", "decide nothing"),
    ("I37", "documents supply knowledge, tuning shapes behaviour"),
    ("I38", "the same five"),
    ("I39", "past 18 warns"),
    ("I40", "blank until you fill it"),
    ("I41", "not an estimate"),
    ("K01", "do not go together"),
    ("K02", "table of data sizes"),
    ("K03", "moat"),
    ("K04", "cannot realistically carry"),
    ("K05", "timeline"),
    ("K06", "the bill points"),
    ("K07", "not all four"),
    ("K08", "nothing to tune"),
    ("K09", "Nobody has shown"),
    ("K10", "grey zone"),
    ("K11", "no row"),
    ("K12", "seam"),
    ("K13", "Hiring"),
    ("K14", "not allowed"),
    ("K15", "went on"),
    ("K16", "commodity"),
    ("K17", "not the cheapest"),
    ("K18", "outside the usual range"),
    ("K19", "worth more than the feature"),
    ("K20", "still offered"),
];

fn of(id: &str) -> RuleId {
    RuleId::ALL.iter().copied().find(|rule| rule.id() == id).unwrap_or_else(|| panic!("{id} is not in the engine"))
}

#[test]
fn the_engine_knows_these_ids_and_no_others() {
    let here: BTreeSet<&str> = FACTS_BY_ID.iter().map(|(id, _)| *id).collect();
    let there: BTreeSet<&str> = RuleId::ALL.iter().map(|rule| rule.id()).collect();
    assert_eq!(here, there);
    assert_eq!(here.len(), FACTS_BY_ID.len(), "an id stands twice");
}

#[test]
fn the_words_of_every_id_carry_its_fact() {
    for (id, fact) in FACTS_BY_ID {
        let (words, fact) = (rule(of(id)).to_lowercase(), fact.to_lowercase());
        assert!(words.contains(&fact), "{id}: “{words}” does not say “{fact}”");
        assert!(!listed(of(id)).is_empty() && !group(of(id)).is_empty());
    }
}

fn files(folder: &str) -> Vec<PathBuf> {
    fn inside(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                inside(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    inside(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut found);
    found
}

/// Whether a text names a word with nothing that belongs to it before or behind.
fn names(text: &str, word: &str) -> bool {
    let belongs = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_alphanumeric() || letter == '_');
    text.match_indices(word)
        .any(|(at, _)| !belongs(text[..at].chars().next_back()) && !belongs(text[at + word.len()..].chars().next()))
}

/// The page shows a rule where the engine emits it or a panel places it; the list of all rules is no such place.
#[test]
fn every_id_is_emitted_or_placed_somewhere() {
    let tables = ["decision/rule.rs", "text/en/rule.rs", "text/en/article.rs"];
    let sources: String = files("src")
        .iter()
        .filter(|file| !tables.iter().any(|table| file.ends_with(table)))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let lists = sources.split("use RuleId::{").skip(1).filter_map(|rest| rest.split('}').next());
    let imported: String = lists.collect::<Vec<_>>().join(" ");
    for (id, _) in FACTS_BY_ID {
        let variant = format!("{:?}", of(id));
        let places = [format!("RuleId::{variant}"), format!("R::{variant}")];
        let placed = names(&imported, &variant) || places.iter().any(|place| names(&sources, place));
        assert!(placed, "{id} has no place");
    }
}

#[test]
fn the_page_lists_every_rule() {
    let shown = files("src/ui").iter().any(|file| fs::read_to_string(file).unwrap().contains("RuleId::ALL {"));
    assert!(shown, "no panel goes through all rules");
}

/// Engine tests name what the engine decides; words alone are checked above.
#[test]
fn every_rule_that_the_engine_decides_by_is_named_by_a_test_of_it() {
    let tests: String = files("tests/native")
        .iter()
        .filter(|file| !file.ends_with("coverage.rs"))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    let decided = ["F", "D", "E", "L", "C", "T", "W", "N", "P", "R", "RM", "M", "Q", "LG", "K"];
    let words_only = ["F4", "D6", "E5", "L5", "C1", "C2", "C3", "C5", "T5", "M1", "Q2", "Q3c"];
    for (id, _) in FACTS_BY_ID {
        let letters = id.split(|letter: char| letter == '-' || letter.is_ascii_digit()).next().unwrap();
        if decided.contains(&letters) && !words_only.contains(id) {
            let variant = format!("RuleId::{:?}", of(id));
            assert!(names(&tests, id) || names(&tests, &variant), "no test names {id}");
        }
    }
}

#[test]
fn every_open_point_stands_beside_its_place() {
    let placed: BTreeSet<&str> = PLACES.iter().flat_map(|(_, points)| *points).map(|point| point.id()).collect();
    let all: BTreeSet<&str> = FACTS_BY_ID.iter().map(|(id, _)| *id).filter(|id| id.starts_with('I')).collect();
    assert_eq!(placed, all);
}

#[test]
fn every_place_of_open_points_is_drawn() {
    let ui: String = files("src/ui").iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    for (place, _) in PLACES {
        let drawn = match place {
            // Every question's row draws its own place; habits do so one by one.
            Place::Question(Question::Retrieval) => {
                "Question::Retrieval => readings(Place::Question(question))".to_owned()
            }
            Place::Question(_) => "{ readings(Place::Question(question)) }".to_owned(),
            place => format!("readings(Place::{place:?})"),
        };
        assert!(ui.contains(&drawn), "{place:?}");
    }
}

#[test]
fn every_tension_says_why_the_headline_follows_a_side_and_what_settles_it() {
    let mut seen = BTreeSet::new();
    for id in RuleId::ALL.iter().filter(|rule| rule.id().starts_with('K')) {
        let (why, settles) = tension(*id);
        assert!(why.len() > 20 && settles.len() > 20, "{}", id.id());
        assert!(seen.insert(why) && seen.insert(settles), "{} repeats another", id.id());
    }
    assert_eq!(seen.len(), 40);
}

#[test]
fn five_frameworks_three_years_and_dated_vendor_facts_are_shown() {
    let ids = |rules: Vec<RuleId>| rules.into_iter().map(RuleId::id).collect::<Vec<_>>();
    assert_eq!(ids(COMPARED.iter().map(|each| each.rule).collect()), ["X1", "X2", "X3", "X4", "X5"]);
    assert_eq!(YEARS.map(|(year, rule)| (year, rule.id())), [("2020", "H1"), ("2023", "H2"), ("2025", "H3")]);
    for fact in FACTS {
        assert!(ai_build_vs_buy::scenario::IsoDate::new(fact.date).is_some(), "{}", fact.date);
        assert!(!fact.source.is_empty());
    }
    assert!(FACTS.windows(2).all(|two| two[0].date <= two[1].date));
}
