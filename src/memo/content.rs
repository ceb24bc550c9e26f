//! What the memo says, as plain data in the order of part 8: the Markdown file and the printed page both show this.
//!
//! Texts are plain: whoever writes them down escapes them for its own language.

use ai_build_vs_buy_numerics::snapped;

use crate::approach::{Approach, OptionId};
use crate::cost::AtVolume;
use crate::decision::{Arrival, FactorReading, RuleId, Severity, State, StepAnswer, Tension, Trigger};
use crate::form::question::{Choice, Group, Question};
use crate::form::{field, time};
use crate::format::Units;
use crate::json::Json;
use crate::report::Report;
use crate::scenario::{DEFAULT_AMORTISATION, Hosting, IsoDate, Price, Scenario, Spread};
use crate::text;
use crate::units::{HOURS_PER_MONTH, Quantity, UnitsPerMonth};

/// The number that moves all options at once: its tie comes first.
const VOLUME: &str = field::VOLUME.path;
/// Most tie values in the memo; the page has all of them.
const MOST_TIES: usize = 3;

/// The memo.
#[derive(Clone, Debug, PartialEq)]
pub struct Memo {
    /// What the decision is called.
    pub title: String,
    /// Day, standing, owner, review.
    pub subtitle: String,
    /// The decision in one or two sentences.
    pub decision: String,
    /// What follows, in order.
    pub sections: Vec<Section>,
    /// What it was made with, and what it is not.
    pub colophon: String,
}

/// One section.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Its heading.
    pub heading: &'static str,
    /// Its parts, in order.
    pub parts: Vec<Part>,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// A list of short items, which may stand in one line where space is scarce.
    Run(Vec<String>),
    /// A table; the first column names the rows.
    Table {
        /// Headings of the columns.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
        /// The columns after the first hold figures.
        figures: bool,
    },
}

/// The words for money and volume.
pub(super) fn units(scenario: &Scenario) -> Units<'_> {
    text::answer::units(&scenario.labels)
}

/// What the decision is called.
#[must_use]
pub fn title(scenario: &Scenario) -> &str {
    scenario.title.as_ref().map_or(text::memo::UNTITLED, |title| title.as_str())
}

/// The memo of a scenario.
#[must_use]
pub fn memo(scenario: &Scenario, report: &Report, today: &IsoDate) -> Memo {
    let decision = &report.decision;
    let section = |heading, parts| Section { heading, parts };
    let mut sections = vec![
        section(text::memo::CONTEXT, context(scenario, report).into_iter().map(Part::Text).collect()),
        section(text::memo::COURSE, vec![Part::List(stages(scenario, report))]),
        section(text::memo::OPTIONS, vec![Part::Run(options(scenario, report))]),
        section(text::memo::CRITERIA, vec![criteria(report)]),
        section(
            text::page::WHY,
            reasons(Some(text::explain::counts(decision)), why(report), text::explain::open(decision)),
        ),
        section(text::page::AGAINST, disadvantages(scenario, report)),
        section(text::memo::COST, costs(scenario, report)),
        section(text::memo::RISKS, risks(report)),
        section(text::memo::CHANGE, vec![Part::List(changes(scenario, report))]),
        section(text::memo::TENSIONS, vec![tensions(report)]),
        section(text::memo::INPUTS, vec![Part::Run(inputs(scenario, report))]),
    ];
    if let Some(gate) = decision.gate {
        let (title, advice) = text::rule::gate(gate);
        let said = text::memo::with_rules(&format!("{title} {advice}"), &[gate]);
        sections.insert(0, section(text::memo::GATE, vec![Part::Text(said)]));
    }
    let (review, because) = review(scenario, report, today);
    Memo {
        title: title(scenario).to_owned(),
        subtitle: text::memo::subtitle(dated(scenario, today).as_str(), &text::memo::review(review.as_str(), because)),
        decision: text::answer::headline(&scenario.labels, report),
        sections,
        colophon: colophon(scenario, report),
    }
}

/// What it was made with.
pub(super) fn colophon(scenario: &Scenario, report: &Report) -> String {
    let seed = report.cost.uncertainty.as_ref().map(|drawn| drawn.seed as f64);
    text::memo::colophon(env!("CARGO_PKG_VERSION"), crate::scenario::SCHEMA, seed, scenario.labels.currency.as_str())
}

/// The day that a document bears: the day of the decision, else the day on which it is made.
pub(super) fn dated<'a>(scenario: &'a Scenario, today: &'a IsoDate) -> &'a IsoDate {
    scenario.decision.decided_on.as_ref().unwrap_or(today)
}

/// The day of the review: as set, else as suggested, then with the rule that asks for it.
pub(super) fn review(scenario: &Scenario, report: &Report, today: &IsoDate) -> (IsoDate, Option<RuleId>) {
    if let Some(set) = &scenario.decision.practices.review_date {
        return (set.clone(), None);
    }
    let review = &report.decision.review;
    let from = dated(scenario, today);
    let day = from.plus_months(libm::ceil(review.suggested_in_months) as i64).unwrap_or_else(|| from.clone());
    (day, Some(review.because))
}

/// Everything that moves the decision on, stage by stage.
pub(super) fn triggers(report: &Report) -> impl Iterator<Item = &Trigger> {
    report.decision.road_map.iter().flat_map(|stage| &stage.until).filter(|trigger| is_said(trigger))
}

/// The five events at the vendor are one line while none has happened.
fn is_said(trigger: &Trigger) -> bool {
    trigger.trigger != RuleId::M9 || trigger.about == Some(RuleId::R1) || trigger.state == Arrival::Met
}

/// Why it is looked at, at which volume, and the user's own choice where there is one.
pub(super) fn context(scenario: &Scenario, report: &Report) -> Vec<String> {
    let volume = scenario.volume.per_month.map(Quantity::get);
    let growth = scenario.volume.growth_per_month.map(Quantity::get);
    let mut said = vec![
        text::memo::purpose(scenario.decision.purpose).to_owned(),
        text::memo::volume(units(scenario), volume, growth),
    ];
    if let Some(imposed) = &scenario.decision.gates.imposed {
        said.push(text::memo::imposed(&imposed.allowed, imposed.reason.as_ref().map(|reason| reason.as_str())));
    }
    let team = &scenario.decision.team;
    if team.managed_service_owner == Some(true) {
        let reason = team.managed_service_reason.as_ref().map(|reason| reason.as_str());
        said.push(text::practice::service_counts(reason));
    }
    said.extend(own_choice(scenario, report));
    said
}

/// The user's own choice beside what the answers suggest.
pub(super) fn own_choice(scenario: &Scenario, report: &Report) -> Option<String> {
    let reason = scenario.decision.chosen_because.as_ref().map(|reason| reason.as_str());
    Some(text::memo::chosen(scenario.decision.chosen?, reason, report.decision.now.approach))
}

/// From NOW to the destination, each stage with what ends it.
fn stages(scenario: &Scenario, report: &Report) -> Vec<String> {
    let decision = &report.decision;
    let last = decision.road_map.len().saturating_sub(1);
    let stage = |(index, stage): (usize, &crate::decision::Stage)| {
        let until: Vec<String> =
            stage.until.iter().filter(|it| is_said(it)).map(|trigger| self::trigger(scenario, trigger)).collect();
        let name = text::approach(stage.approach);
        text::memo::stage(name, &text::road::stage(decision, index, last), index == last, &until)
    };
    let mut said: Vec<String> = decision.road_map.iter().enumerate().map(stage).collect();
    if !decision.now.limited_by.is_empty() {
        said.push(text::memo::with_rules(text::memo::HELD_BACK, &decision.now.limited_by));
    }
    said
}

/// A trigger with its rule.
pub(super) fn trigger(scenario: &Scenario, trigger: &Trigger) -> String {
    text::memo::with_rules(&text::road::trigger(trigger, &scenario.decision, units(scenario)), &[trigger.trigger])
}

/// The article's three, and the additions that have a cost structure.
pub(super) fn considered(scenario: &Scenario) -> impl Iterator<Item = OptionId> {
    OptionId::ALL.into_iter().filter(|option| option.approach().is_some() || scenario.options.get(*option).is_some())
}

fn options(scenario: &Scenario, report: &Report) -> Vec<String> {
    let counts = &report.decision.counts;
    considered(scenario)
        .map(|option| {
            let named = option.approach().map(|approach| *counts.naming.get(approach));
            text::memo::option_line(text::option(option), named, counts.of)
        })
        .collect()
}

fn criteria(report: &Report) -> Part {
    let mut head = vec![text::page::COL_FACTOR.to_owned()];
    head.extend(Approach::ALL.map(|approach| text::approach(approach).to_owned()));
    head.push(text::page::COL_RULE.to_owned());
    let row = |reading: &FactorReading| {
        let mut cells = vec![text::rule::factor(reading.factor).to_owned()];
        cells.extend(Approach::ALL.map(|approach| {
            let (shape, word) = text::rule::verdict(reading.factor, *reading.verdict.get(approach));
            let word = word.split(',').next().unwrap_or(word); // a memo has room for the verdict, not for its gloss
            format!("{shape}\u{a0}{word}") // the shape stays with its word
        }));
        cells.push(reading.rule.map_or("–", RuleId::id).to_owned());
        cells
    };
    Part::Table { head, rows: report.decision.factors.iter().map(row).collect(), figures: false }
}

/// A list only where it has something in it, between what stands before and after it.
pub(super) fn reasons(before: Option<String>, said: Vec<String>, after: Option<String>) -> Vec<Part> {
    let list = Some(said).filter(|said| !said.is_empty()).map(Part::List);
    before.map(Part::Text).into_iter().chain(list).chain(after.map(Part::Text)).collect()
}

fn disadvantages(scenario: &Scenario, report: &Report) -> Vec<Part> {
    let said = against(scenario, report);
    let none = said.is_empty().then(|| text::explain::NOTHING_CERTAIN.to_owned());
    reasons(none, said, None)
}

/// The rules that lead to the headline.
pub(super) fn why(report: &Report) -> Vec<String> {
    text::answer::why(report)
        .into_iter()
        .map(|rule| text::memo::with_rules(&text::rule::reason(rule), &[rule]))
        .collect()
}

/// The strongest rules against the headline, and what the approach of NOW gives up.
pub(super) fn against(scenario: &Scenario, report: &Report) -> Vec<String> {
    let said = |rule: RuleId| text::memo::with_rules(&text::answer::against(&scenario.labels, report, rule), &[rule]);
    let mut said: Vec<String> = text::answer::strongest_against(report).into_iter().map(said).collect();
    said.extend(report.decision.now.approach.map(text::memo::gives_up));
    said
}

/// The volume that growth leads to at the end of the view over time, and after how many months; `None` without growth.
fn target(scenario: &Scenario, report: &Report) -> Option<(f64, f64)> {
    let volume = scenario.volume.per_month?.get();
    let growth = scenario.volume.growth_per_month.map(Quantity::get).filter(|growth| *growth > 0.0)?;
    let months = report.cost.time.as_ref()?.basis.horizon_months.value;
    let grown = volume * libm::pow(1.0 + growth, months - 1.0); // month 1 has today's volume (part 5.5)
    Some((snapped(grown), months)).filter(|_| grown <= UnitsPerMonth::MAX)
}

fn costs(scenario: &Scenario, report: &Report) -> Vec<Part> {
    let units = units(scenario);
    let Some(at) = &report.cost.at_volume else { return vec![Part::Text(text::page::NO_VOLUME.to_owned())] };
    let target = target(scenario, report);
    let later = target.map_or_else(Vec::new, |(volume, _)| report.cost.at(volume));
    let mut head = vec![text::memo::COL_OPTION.to_owned(), text::memo::at_volume(units, at.volume)];
    head.push(text::memo::per_unit(units));
    head.extend(target.map(|(volume, months)| text::memo::at_target(units, volume, months)));
    head.push(text::memo::COL_NOT_COUNTED.to_owned());
    let row = |option: OptionId| {
        let mut cells = vec![text::option(option).to_owned()];
        cells.extend(now_costs(units, at, option));
        if target.is_some() {
            let cost = later.iter().find(|(id, _)| *id == option).map(|(_, cost)| units.money(*cost));
            cells.push(cost.unwrap_or_else(|| text::memo::NO_FIGURE.to_owned()));
        }
        let missing = at.options.get(option).map(|cost| cost.not_counted.as_slice()).unwrap_or_default();
        cells.push(text::memo::not_counted(missing));
        cells
    };
    let rows = considered(scenario).map(row).collect();
    let mut parts =
        vec![Part::Table { head, rows, figures: true }, Part::Text(text::answer::caption(&scenario.labels, report))];
    parts.extend(text::answer::range_line(&scenario.labels, report).map(Part::Text));
    if let Some(drawn) = &report.cost.uncertainty {
        parts.push(Part::Text(text::uncertainty::cheapest(&scenario.labels, drawn)));
    }
    parts.push(Part::Text(text::memo::over_time(&text::time::finding(&scenario.labels, report))));
    if target.is_none() {
        parts.push(Part::Text(text::memo::NO_TARGET.to_owned()));
    }
    parts
}

/// Total and cost per unit at the reader's volume.
fn now_costs(units: Units<'_>, at: &AtVolume, option: OptionId) -> [String; 2] {
    let cost = at.options.get(option);
    let figure = |amount: Option<f64>| amount.map_or_else(|| text::memo::NO_FIGURE.to_owned(), |it| units.money(it));
    [figure(cost.map(|cost| cost.total)), figure(cost.and_then(|cost| cost.per_unit))]
}

/// What is open with its remedy; what is not known, and what is clear, by name.
fn risks(report: &Report) -> Vec<Part> {
    let all: Vec<(RuleId, State)> = states(report).collect();
    let of = |wanted: State| all.iter().filter(move |(_, state)| *state == wanted).map(|(rule, _)| *rule);
    let open: Vec<String> = of(State::Triggered)
        .map(|rule| text::memo::risk(&text::rule::rule(rule), text::rule::remedy(rule), rule))
        .collect();
    let mut parts = Vec::new();
    if !open.is_empty() {
        parts.push(Part::List(open));
    }
    parts.push(Part::Text(text::memo::other_risks(
        &of(State::Unknown).collect::<Vec<_>>(),
        &of(State::Clear).collect::<Vec<_>>(),
    )));
    parts
}

/// Pitfalls, then risks, with what the inputs say.
pub(super) fn states(report: &Report) -> impl Iterator<Item = (RuleId, State)> {
    let pitfalls = report.decision.pitfalls.iter().map(|pitfall| (pitfall.id, pitfall.state));
    pitfalls.chain(report.decision.risks.iter().map(|risk| (risk.id, risk.state)))
}

/// Answers that lead elsewhere alone, numbers that tie, and open questions.
fn changes(scenario: &Scenario, report: &Report) -> Vec<String> {
    let decision = &report.decision;
    let now =
        |rule: RuleId| decision.tree.answers.iter().any(|step| step.rule == rule && step.answer == StepAnswer::Yes);
    let mut said = Vec::new();
    for (approach, sets) in decision.flips.each() {
        let ways: Vec<String> = sets
            .iter()
            .map(|set| {
                let words: Vec<String> =
                    set.iter().map(|question| text::rule::flip(*question, now(question.rule()))).collect();
                let rules: Vec<RuleId> = set.iter().map(|question| question.rule()).collect();
                text::memo::with_rules(&words.join(text::memo::AND), &rules)
            })
            .collect();
        if !ways.is_empty() {
            said.push(text::memo::leads_to(approach, &ways));
        }
    }
    let ties = || report.cost.ties.iter().filter_map(|tie| Some((tie, tie.value?)));
    let of_volume = ties().filter(|(tie, _)| tie.field == VOLUME);
    let others = ties().filter(|(tie, _)| tie.field != VOLUME);
    said.extend(of_volume.chain(others).take(MOST_TIES).map(|(tie, value)| {
        let figure = text::answer::tie_value(&tie.field, value, units(scenario));
        text::memo::tie(&text::field::label(&tie.field), &figure, tie.between)
    }));
    if !decision.unknowns.is_empty() {
        said.push(text::explain::unknowns(decision));
    }
    if said.is_empty() {
        said.push(text::memo::NOTHING_CHANGES.to_owned());
    }
    said
}

/// What the rules leave open.
pub(super) fn tensions(report: &Report) -> Part {
    if report.decision.tensions.is_empty() {
        return Part::Text(text::page::NO_TENSIONS.to_owned());
    }
    // What disagrees stands before what is only worth knowing, which nothing needs to settle.
    let serious = |tension: &&Tension| matches!(tension.severity, Severity::Blocker | Severity::Tension);
    let all = &report.decision.tensions;
    let ordered = all.iter().filter(serious).chain(all.iter().filter(|tension| !serious(tension)));
    let said = ordered.map(|tension| {
        let mut rules = vec![tension.id];
        rules.extend(&tension.rules);
        let (severity, what) = (text::rule::severity(tension.severity), text::rule::rule(tension.id));
        text::memo::with_rules(&text::memo::tension(severity, &what, serious(&tension).then_some(tension.id)), &rules)
    });
    Part::List(said.collect())
}

/// The answers, then every number that the totals and the view over time come from, with its range.
fn inputs(scenario: &Scenario, report: &Report) -> Vec<String> {
    let draft = Json::of(scenario);
    let asked = Group::ASKED.into_iter().flat_map(|group| group.questions(scenario));
    let mut said: Vec<String> = asked
        .filter(|question| !is_default_gate(*question, question.answer(scenario)))
        .map(|question| text::memo::answer(text::question::question(question), &answered(scenario, report, question)))
        .collect();
    for option in considered(scenario) {
        let numbers = numbers_of(scenario, &draft, option);
        if !numbers.is_empty() {
            said.push(text::memo::numbers(text::option(option), &numbers));
        }
    }
    let general = general_numbers(scenario, report, &draft);
    if !general.is_empty() {
        said.push(text::memo::numbers(text::memo::OVER_TIME, &general));
    }
    if !report.not_evaluated.is_empty() {
        said.push(text::memo::not_evaluated(&report.not_evaluated));
    }
    said
}

/// The range of the number at a path.
fn range_of<'a>(scenario: &'a Scenario, path: &str) -> Option<&'a Spread> {
    scenario.uncertainty.as_ref()?.ranges.get(path)
}

/// A number with its name and range; `None` where neither a number nor a range is given.
fn number(scenario: &Scenario, label: &str, path: &str, value: Option<f64>) -> Option<String> {
    let written = |value: f64| text::answer::exact_value(path, value, units(scenario));
    let figure = value.map(written);
    let figure = match range_of(scenario, path) {
        Some(spread) => text::memo::with_range(figure.as_deref(), spread, written),
        None => figure?,
    };
    Some(text::memo::number(label, &figure))
}

/// The numbers of an option, in the order of its cost structure, and what they are read with.
fn numbers_of(scenario: &Scenario, draft: &Json, option: OptionId) -> Vec<String> {
    let Some(structure) = scenario.options.get(option) else { return Vec::new() };
    let top = ["options.", option.key()].concat();
    let mut said: Vec<String> = draft
        .numbers(&top)
        .iter()
        .filter_map(|(path, value)| number(scenario, &text::field::short_label(path), path, *value))
        .collect();
    match &structure.price {
        Some(Price::Tiers(price)) => said.push(text::memo::tiers(price.mode).to_owned()),
        Some(Price::Tokens(price)) => {
            if price.discounts_stack == Some(false) {
                said.push(text::memo::NOT_STACKED.to_owned());
            }
            let (model, day) = (price.model.as_ref().map(|it| it.as_str()), price.as_of.as_ref().map(IsoDate::as_str));
            said.extend(Some(text::memo::price_list(model, day)).filter(|list| !list.is_empty()));
        }
        _ => {}
    }
    if matches!(&structure.hosting, Some(Hosting::Replicas(hosting)) if hosting.per_hour.is_some() || hosting.tokens_per_second.is_some())
    {
        said.push(text::memo::hours(HOURS_PER_MONTH));
    }
    let paid_once = structure.one_off.values().flatten().any(|amount| amount.get() > 0.0);
    let spread_over = format!("{top}.amortisationMonths");
    if paid_once && structure.amortisation_months.is_none() && range_of(scenario, &spread_over).is_none() {
        let label = text::field::short_label(&spread_over);
        let assumed = number(scenario, &label, &spread_over, Some(DEFAULT_AMORTISATION));
        said.extend(assumed.map(|assumed| text::memo::ours(&assumed)));
    }
    said
}

/// What the view over time rests on, and the ranges of numbers that belong to no option. The context has the volume and
/// its growth.
fn general_numbers(scenario: &Scenario, report: &Report, draft: &Json) -> Vec<String> {
    let mut said = Vec::new();
    let ranges = scenario.uncertainty.as_ref().map(|uncertainty| &uncertainty.ranges);
    for path in ranges.into_iter().flat_map(|ranges| ranges.keys()) {
        if !path.starts_with("options.") && !path.starts_with("time.") {
            said.extend(number(scenario, &text::field::label(path), path, draft.number(path)));
        }
    }
    let Some(view) = &report.cost.time else { return said };
    let horizon = time::HORIZON.path;
    said.extend(number(scenario, text::memo::AHEAD, horizon, Some(view.basis.horizon_months.value)));
    for field in [time::DISCOUNT].into_iter().chain(time::MOVING) {
        said.extend(number(scenario, &text::field::label(field.path), field.path, draft.number(field.path)));
    }
    said
}

/// An answer: the choice with its exact number, or what other answers imply.
fn answered(scenario: &Scenario, report: &Report, question: Question) -> String {
    let choice = question.answer(scenario);
    let rule = match question {
        Question::CoreDifferentiator => Some(RuleId::T1),
        Question::SignificantData => Some(RuleId::T2),
        _ => None,
    };
    if let (Some(rule), Choice::Unknown) = (rule, choice) {
        let step = report.decision.tree.answers.iter().find(|step| step.rule == rule);
        let implied = step.filter(|step| step.answer != StepAnswer::Unknown).map(|step| step.answer == StepAnswer::Yes);
        return text::question::implied(implied).to_owned();
    }
    let (title, _) = text::question::choice(question, choice);
    let exact = match question {
        Question::Examples => {
            let data = &scenario.decision.data;
            let examples = data.examples.map(|count| text::answer::examples(count.get()));
            match data.collected_per_month {
                Some(collected) => Some(text::memo::arriving(examples, collected.get())),
                None => examples,
            }
        }
        Question::Team => scenario.decision.team.ml_engineers.map(|count| text::answer::engineers(count.get())),
        Question::Deadline => scenario.decision.deadline_weeks.map(|weeks| text::answer::weeks(weeks.get())),
        _ => None,
    };
    exact.map_or_else(|| title.to_owned(), |exact| format!("{title} ({exact})"))
}

/// A gate that does not hold is not worth a line.
fn is_default_gate(question: Question, answer: Choice) -> bool {
    question.group() == Group::Gates && question.choices().first() == Some(&answer)
}
