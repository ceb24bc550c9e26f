//! Your answers: one line for each question; its cards open in place. A list to check, not a form to fill.

use yew::prelude::*;

use crate::decision::{StepAnswer, StepSource};
use crate::form::field::{DEADLINE, EXAMPLES};
use crate::form::question::{Choice, Group, Question};
use crate::session::Action;
use crate::text;
use crate::ui::parts::NumberField;
use crate::ui::{Act, Model};

/// The questions in the article's order.
pub fn answers(model: &Model, act: &Act) -> Html {
    html! {
        <section aria-labelledby="answers-title">
            <div class="section-head"><h2 id="answers-title">{ text::page::YOUR_ANSWERS }</h2></div>
            { for Group::ALL.into_iter().map(|group| html! {
                <div class="group">
                    <h3>{ text::question::group(group) }</h3>
                    { for group.questions(model.scenario()).map(|question| row(model, act, question)) }
                </div>
            }) }
            <p class="small muted">{ text::answer::unknowns(model.report()) }</p>
        </section>
    }
}

/// One question with its answer; opens to its cards.
fn row(model: &Model, act: &Act, question: Question) -> Html {
    let answer = question.answer(model.scenario());
    let (answered, open_answer) = shown_answer(model, question, answer);
    let name = format!("q-{question:?}");
    let help = text::question::help(question);
    let cards = question.choices().iter().map(|choice| {
        let choice = *choice;
        let (title, help) = text::question::choice(question, choice);
        let act = act.clone();
        let onchange = Callback::from(move |_: Event| act.emit(Action::Answer(question, choice)));
        let chosen = choice == answer;
        html! {
            <label class={classes!("card", chosen.then_some("chosen"), (choice == Choice::Unknown).then_some("unknown"))}>
                <input type="radio" name={name.clone()} checked={chosen} {onchange} />
                <span>{ title }</span>
                if !help.is_empty() { <span class="help">{ help }</span> }
            </label>
        }
    });
    let exact = match question {
        Question::Examples => Some(EXAMPLES),
        Question::Deadline => Some(DEADLINE),
        _ => None,
    };
    html! {
        <details key={format!("{question:?}")} class="question" data-question={format!("{question:?}")}>
            <summary>
                <span>
                    <span class="asked">{ text::question::question(question) }</span>
                    <span class={classes!("answered", open_answer.then_some("open-answer"))}>{ answered }</span>
                </span>
                <span class="change">{ text::page::CHANGE }</span>
            </summary>
            if !help.is_empty() { <p class="help">{ help }</p> }
            <fieldset>
                <legend class="visually-hidden">{ text::question::question(question) }</legend>
                <div class="cards">{ for cards }</div>
            </fieldset>
            if let Some(field) = exact {
                { NumberField { placeholder: text::page::UNKNOWN, ..NumberField::new(field, text::field::label(field.path)) }.view(model, act) }
            }
        </details>
    }
}

/// The answer as one line: the choice, the exact number where there is one, or what other answers imply.
fn shown_answer(model: &Model, question: Question, answer: Choice) -> (String, bool) {
    let rule = match question {
        Question::CoreDifferentiator => Some("T1"),
        Question::SignificantData => Some("T2"),
        _ => None,
    };
    if let (Some(rule), Choice::Unknown) = (rule, answer) {
        let tree = &model.report().decision.tree;
        let step = tree.answers.iter().find(|step| step.rule.id() == rule);
        let implied = step.filter(|step| step.from == StepSource::Implied).and_then(|step| match step.answer {
            StepAnswer::Yes => Some(true),
            StepAnswer::No => Some(false),
            StepAnswer::Unknown => None,
        });
        return (text::question::implied(implied).to_owned(), implied.is_none());
    }
    let (title, _) = text::question::choice(question, answer);
    let exact = match question {
        Question::Examples => model.number(EXAMPLES.path).map(text::answer::examples),
        Question::Deadline => model.number(DEADLINE.path).map(text::answer::weeks),
        _ => None,
    };
    (exact.map_or_else(|| title.to_owned(), |exact| format!("{title} ({exact})")), answer == Choice::Unknown)
}
