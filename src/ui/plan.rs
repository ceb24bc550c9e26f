//! The reasons (depth 1): why, what speaks against it, where the rules disagree with both sides, and the reader's own
//! choice.

use yew::prelude::*;

use crate::decision::{RuleId, Severity, Tension};
use crate::form::question::Question;
use crate::text;
use crate::ui::controls::{compact, line};
use crate::ui::readings::ruled;
use crate::ui::{Act, Model, compare};

fn reasons(rules: Vec<(RuleId, String)>) -> Html {
    if rules.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="reasons">
            { for rules.into_iter().map(|(rule, words)| html! {
                <li><span class="rule-id">{ rule.id() }</span><span>{ words }</span></li>
            }) }
        </ul>
    }
}

/// A tension: its title, and folded away both sides, the one that the headline follows, and what would settle it.
fn tension(tension: &Tension) -> Html {
    let (why, settles) = text::tension::tension(tension.id);
    html! {
        <li data-tension={tension.id.id()}>
            <details class="tension">
                <summary>
                    <span class="rule-id">{ tension.id.id() }</span>
                    <span>
                        <span class="severity">{ text::rule::severity(tension.severity) }</span>{ " " }
                        { text::rule::rule(tension.id) }
                    </span>
                </summary>
                <p class="side-head">{ text::page::BOTH_SIDES }</p>
                <ul class="reasons">{ for tension.rules.iter().map(|rule| ruled(*rule)) }</ul>
                <p><b>{ text::page::follows(tension.drives.id()) }</b>{ " " }{ why }</p>
                <p><b>{ text::page::SETTLES }</b>{ " " }{ settles }</p>
                if tension.id == RuleId::K20 { { compare::vendor_facts() } }
            </details>
        </li>
    }
}

/// Full width, below the panes.
pub fn plan(model: &Model, act: &Act) -> Html {
    let report = model.report();
    let decision = &report.decision;
    let say = |rules: &[RuleId]| rules.iter().map(|rule| (*rule, text::rule::reason(*rule))).collect::<Vec<_>>();
    let against = text::answer::strongest_against(report);
    let serious = |tension: &&Tension| matches!(tension.severity, Severity::Blocker | Severity::Tension);
    html! {
        <section class="plan" aria-labelledby="plan-title" part="plan">
            <div class="section-head">
                <h2 id="plan-title">{ text::page::PLAN }</h2>
                <p class="small muted">{ text::explain::counts(decision) }{ text::page::INITIAL }</p>
            </div>
            <div class="columns">
                <div>
                    <h3>{ text::page::WHY }</h3>
                    { reasons(say(&text::answer::why(report))) }
                    if let Some(open) = text::explain::open(decision) { <p>{ open }</p> }
                </div>
                <div>
                    <h3>{ text::page::AGAINST }</h3>
                    if against.is_empty() { <p>{ text::explain::NOTHING_CERTAIN }</p> }
                    { reasons(against.into_iter().map(|rule| (rule, text::answer::against(&model.scenario().labels, report, rule))).collect()) }
                </div>
                <div>
                    <h3>{ text::page::DISAGREE }</h3>
                    if decision.tensions.is_empty() {
                        <p>{ text::page::NO_TENSIONS }</p>
                    } else {
                        // What disagrees stands before what is only worth knowing.
                        <ul class="tensions">
                            { for decision.tensions.iter().filter(serious).map(tension) }
                            { for decision.tensions.iter().filter(|tension| !serious(tension)).map(tension) }
                        </ul>
                    }
                </div>
            </div>
            { own_choice(model, act) }
        </section>
    }
}

/// What the reader chooses, with the reason; the suggestion stays beside it.
fn own_choice(model: &Model, act: &Act) -> Html {
    let decision = &model.report().decision;
    html! {
        <div class="own-choice">
            <h3>{ text::practice::OWN_CHOICE }</h3>
            { compact(model, act, Question::Chosen) }
            if let Some(choice) = &decision.choice {
                { line(model, act, "decision.chosenBecause", text::practice::BECAUSE) }
                <p>{ text::practice::own_choice(choice.follows, text::doing(choice.approach), &text::explain::either(decision.now.possible)) }</p>
            }
        </div>
    }
}
