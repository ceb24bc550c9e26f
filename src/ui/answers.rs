//! Your answers: one line for each question; its cards open in place. A list to check, not a form to fill.

use yew::prelude::*;

use crate::approach::Approach;
use crate::decision::{StepAnswer, StepSource};
use crate::form::field::{DEADLINE, ENGINEERS, EXAMPLES, Field};
use crate::form::question::{Choice, Group, Question};
use crate::format::local;
use crate::json::Json;
use crate::session::Action;
use crate::text;
use crate::text::reading::Place;
use crate::ui::controls::{line, refused};
use crate::ui::parts::NumberField;
use crate::ui::readings::readings;
use crate::ui::{Act, Model};

/// The questions in the article's order.
pub fn answers(model: &Model, act: &Act) -> Html {
    html! {
        <section aria-labelledby="answers-title">
            <div class="section-head"><h2 id="answers-title">{ text::page::YOUR_ANSWERS }</h2></div>
            { for Group::ASKED.into_iter().map(|group| match group {
                Group::Gates => gates(model, act),
                group => html! {
                    <div class="group">
                        <h3>{ text::question::group(group) }</h3>
                        { for group.questions(model.scenario()).map(|question| row(model, act, question)) }
                    </div>
                },
            }) }
            <p class="small muted">{ text::explain::unknowns(&model.report().decision) }</p>
        </section>
    }
}

/// The questions that the tree's answers are taken from.
pub fn steering(model: &Model, act: &Act) -> Html {
    let questions = Question::STEERING.into_iter().filter(|question| question.makes_sense(model.scenario()));
    html! {
        <section aria-labelledby="answers-title">
            <div class="section-head"><h2 id="answers-title">{ text::page::YOUR_ANSWERS }</h2></div>
            <div class="group">{ for questions.map(|question| row(model, act, question)) }</div>
        </section>
    }
}

/// What is ruled out first: one line, unless a gate holds or has been passed.
fn gates(model: &Model, act: &Act) -> Html {
    let decision = &model.report().decision;
    let finding = match decision.gate.or(decision.gate_passed) {
        Some(rule) => text::rule::gate(rule).0,
        None => text::practice::NO_GATE,
    };
    html! {
        <details class="group gates" key="gates">
            <summary>
                <span class="name">{ text::question::group(Group::Gates) }</span>
                <span class="finding">{ finding }</span>
            </summary>
            { for Group::Gates.questions(model.scenario()).map(|question| row(model, act, question)) }
            { readings(Place::Gates) }
        </details>
    }
}

/// Which approaches are allowed, and why (N1).
fn imposed(model: &Model, act: &Act) -> Html {
    let Some(imposed) = &model.scenario().decision.gates.imposed else { return Html::default() };
    const PATH: &str = "decision.gates.imposed.allowed";
    let boxes = Approach::ALL.into_iter().map(|approach| {
        let ticked = imposed.allowed.contains(&approach);
        let left: Vec<Json> = Approach::ALL
            .into_iter()
            .filter(|other| imposed.allowed.contains(other) != (*other == approach))
            .map(|left| Json::Text(left.option().key().to_owned()))
            .collect();
        let act = act.clone();
        let onchange = Callback::from(move |_: Event| {
            act.emit(Action::Put { path: PATH.to_owned(), value: Json::List(left.clone()) });
        });
        html! { <label><input type="checkbox" checked={ticked} {onchange} />{ text::approach(approach) }</label> }
    });
    html! {
        <>
            <fieldset class="habit">
                <legend>{ text::practice::ALLOWED }</legend>
                <span class="segmented">{ for boxes }</span>
            </fieldset>
            { refused(model, PATH) }
            { line(model, act, "decision.gates.imposed.reason", text::practice::IMPOSED_BECAUSE) }
        </>
    }
}

/// What belongs to a question beyond its cards: an exact number, a reason.
fn more(model: &Model, act: &Act, question: Question) -> Html {
    let exact = |field: Field| {
        NumberField { placeholder: text::page::UNKNOWN, ..NumberField::new(field, text::field::label(field.path)) }
            .view(model, act)
    };
    match question {
        Question::Examples => exact(EXAMPLES),
        Question::Team => exact(ENGINEERS),
        Question::Deadline => exact(DEADLINE),
        Question::Imposed => imposed(model, act),
        Question::ServiceOwner if model.scenario().decision.team.managed_service_owner == Some(true) => {
            line(model, act, "decision.team.managedServiceReason", text::practice::SERVICE_BECAUSE)
        }
        _ => Html::default(),
    }
}

/// One question with its answer; opens to its cards.
fn row(model: &Model, act: &Act, question: Question) -> Html {
    let answer = question.answer(model.scenario());
    let (answered, open_answer) = shown_answer(model, question, answer);
    let name = format!("q-{question:?}");
    let help = local(text::question::help(question));
    let cards = question.choices().iter().map(|choice| {
        let choice = *choice;
        let (title, help) = text::question::choice(question, choice);
        let help = local(help);
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
            { more(model, act, question) }
            { readings(Place::Question(question)) }
        </details>
    }
}

/// The answer as one line: the choice, the exact number where there is one, or what other answers imply.
fn shown_answer(model: &Model, question: Question, answer: Choice) -> (String, bool) {
    let rule = match question {
        Question::CoreDifferentiator => Some("T1"),
        Question::SignificantData => Some("T2"),
        Question::MlExpertise => Some("T3"),
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
        Question::Team => {
            model.number(ENGINEERS.path).filter(|_| answer == Choice::Nth(1)).map(text::answer::engineers)
        }
        _ => None,
    };
    (exact.map_or_else(|| title.to_owned(), |exact| format!("{title} ({exact})")), answer == Choice::Unknown)
}
