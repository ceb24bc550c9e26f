//! Compact inputs that the plan and the checklists use: a question on one line, a text, a day.
//!
//! All of them write one value at one path; the scenario's reader decides what is accepted.

use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use crate::form::question::Question;
use crate::json::Json;
use crate::session::Action;
use crate::text;
use crate::ui::{Act, Model};

/// A question with its choices on one line.
pub fn compact(model: &Model, act: &Act, question: Question) -> Html {
    let answer = question.answer(model.scenario());
    let name = format!("q-{question:?}");
    let choices = question.choices().iter().map(|choice| {
        let choice = *choice;
        let (title, _) = text::question::choice(question, choice);
        let act = act.clone();
        let onchange = Callback::from(move |_: Event| act.emit(Action::Answer(question, choice)));
        html! { <label><input type="radio" name={name.clone()} checked={choice == answer} {onchange} />{ title }</label> }
    });
    html! {
        <fieldset class="habit" data-question={format!("{question:?}")} key={name.clone()}>
            <legend>{ text::question::question(question) }</legend>
            <span class="segmented">{ for choices }</span>
        </fieldset>
    }
}

/// What stands at a path as text.
fn text_at(model: &Model, path: &str) -> String {
    match model.draft().at(path) {
        Some(Json::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

fn put(act: &Act, path: &'static str) -> impl Fn(String) + 'static {
    let act = act.clone();
    move |text: String| {
        let value = if text.is_empty() { Json::Null } else { Json::Text(text) };
        act.emit(Action::Put { path: path.to_owned(), value });
    }
}

fn value_of(target: HtmlElement) -> String {
    wasm_bindgen::JsCast::unchecked_into::<HtmlInputElement>(target).value()
}

/// What is wrong with the value at a path, if it was refused.
pub fn refused(model: &Model, path: &str) -> Html {
    match model.rejected().get(path) {
        Some(rejected) => html! { <p class="error-text">{ &rejected.problem.message }</p> },
        None => Html::default(),
    }
}

/// A line of text.
pub fn line(model: &Model, act: &Act, path: &'static str, label: &'static str) -> Html {
    let put = put(act, path);
    let oninput = Callback::from(move |event: InputEvent| put(value_of(event.target_unchecked_into())));
    html! {
        <label class="line-input">
            <span>{ label }</span>
            <span class="box"><input type="text" maxlength="200" autocomplete="off" value={text_at(model, path)} {oninput} /></span>
            { refused(model, path) }
        </label>
    }
}

/// A day.
pub fn day(model: &Model, act: &Act, path: &'static str, label: &'static str) -> Html {
    let put = put(act, path);
    let onchange = Callback::from(move |event: Event| put(value_of(event.target_unchecked_into())));
    html! {
        <label class="line-input">
            <span>{ label }</span>
            <span class="box"><input type="date" value={text_at(model, path)} {onchange} /></span>
            { refused(model, path) }
        </label>
    }
}
