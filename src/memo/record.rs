//! The decision as a record by MADR 4.0: drivers are the five factors, options the approaches (and additions that have a
//! cost structure); good, neutral and bad are what each factor's rule says of them. Its headings stay English in every
//! language, since tools look for them.

use super::content::{
    against, colophon, considered, context, dated, own_choice, reasons, review, tensions, title, trigger, triggers,
    units, why,
};
use super::markdown::Writer;
use crate::approach::OptionId;
use crate::decision::{Factor, FactorReading, RuleId, Verdict};
use crate::report::Report;
use crate::scenario::{IsoDate, Scenario};
use crate::text;
use crate::text::memo as words;

/// The record as a Markdown file.
pub fn record(scenario: &Scenario, report: &Report, today: &IsoDate) -> String {
    let decision = &report.decision;
    let (day, because) = review(scenario, report, today);
    let mut out = Writer::default();
    out.front_matter(dated(scenario, today));
    out.heading(1, title(scenario));
    out.heading(2, words::MADR_CONTEXT);
    out.paragraph(&context(scenario, report).join(" "));
    out.paragraph(words::QUESTION);
    out.heading(2, words::MADR_DRIVERS);
    let drivers: Vec<String> =
        decision.factors.iter().map(|reading| words::driver(reading.factor, reading.rule)).collect();
    out.list(&drivers);
    out.heading(2, words::MADR_OPTIONS);
    let options: Vec<String> = considered(scenario).map(|option| text::option(option).to_owned()).collect();
    out.list(&options);
    out.heading(2, words::MADR_OUTCOME);
    let headline = text::answer::headline(&scenario.labels, report);
    let reason = own_choice(scenario, report).unwrap_or_else(|| headline.clone());
    out.paragraph(&words::outcome(scenario.decision.chosen.or(decision.now.approach), &words::because(&reason)));
    out.heading(3, words::MADR_CONSEQUENCES);
    let good = why(report).into_iter().map(|said| words::argument(Verdict::Named, &said));
    let bad = against(scenario, report).into_iter().map(|said| words::argument(Verdict::Above, &said));
    out.parts(&reasons(None, good.chain(bad).collect(), text::explain::open(decision)));
    out.heading(3, words::MADR_CONFIRMATION);
    out.paragraph(&words::confirmed(&words::review(day.as_str(), because)));
    let until: Vec<String> = triggers(report)
        .filter(|trigger| trigger.trigger != RuleId::M7)
        .map(|until| trigger(scenario, until))
        .collect();
    out.list(&until);
    out.heading(2, words::MADR_PROS);
    for option in considered(scenario) {
        out.heading(3, text::option(option));
        out.list(&arguments(scenario, report, option));
    }
    out.heading(2, words::MADR_MORE);
    out.parts(&[tensions(report)]);
    out.paragraph(&text::explain::unknowns(decision));
    out.paragraph(&colophon(scenario, report));
    out.text
}

/// What each factor says of an option; the costs of an addition that the factors do not know.
fn arguments(scenario: &Scenario, report: &Report, option: OptionId) -> Vec<String> {
    let cost = report.cost.at_volume.as_ref().and_then(|at| at.options.get(option)).map(|cost| {
        let verdict = if cost.above_cheapest > 0.0 { Verdict::Above } else { Verdict::Named };
        words::argument(verdict, &words::cost_stands(units(scenario), cost.total, cost.above_cheapest))
    });
    let said = |reading: &FactorReading| {
        let verdict = (*reading.verdict.get(option.approach()?))?;
        Some(words::argument(verdict, &words::reading(reading.factor, reading.rule?, verdict)))
    };
    let factors = report.decision.factors.iter().filter(|reading| reading.factor != Factor::Cost);
    let mut arguments: Vec<String> = factors.filter_map(said).chain(cost).collect();
    if arguments.is_empty() {
        arguments.push(words::NOTHING_KNOWN.to_owned());
    }
    arguments
}
