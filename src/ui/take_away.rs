//! Take away (end of depth 1): a link, files, a printed page, and scenarios kept in this browser or opened from a file.
//!
//! Whatever a browser, a policy or a frame forbids is said, and the same text is there to be copied.

use std::rc::Rc;

use web_sys::{Blob, File, HtmlInputElement};
use yew::prelude::*;

use crate::chart::Size;
use crate::chart::svg::Theme;
use crate::json::{self, MAX_BYTES, MAX_DEPTH};
use crate::memo::{self, Format};
use crate::problem::{Problem, ProblemKind, Problems};
use crate::scenario::Scenario;
use crate::session::Action;
use crate::share;
use crate::text;
use crate::text::take_away::{self as words, Document};
use crate::ui::effects::{self, Shelf};
use crate::ui::{Act, Model, picture};

/// Most problems of a file that are listed.
const MOST_PROBLEMS: usize = 8;

/// What the last press led to.
#[derive(Clone, Default, PartialEq)]
struct Outcome {
    /// One line.
    said: String,
    /// A text to copy where a download may be forbidden.
    text: Option<String>,
    /// What is wrong with a file or a kept scenario.
    problems: Vec<Problem>,
}

impl Outcome {
    fn said(said: impl Into<String>) -> Self {
        Self { said: said.into(), ..Self::default() }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct PanelProps {
    model: Model,
    act: Callback<Action>,
    address: AttrValue,
}

/// The panel.
pub fn take_away(model: &Model, act: &Act, address: &AttrValue) -> Html {
    html! { <Panel model={model.clone()} act={act.clone()} address={address.clone()} /> }
}

#[function_component]
fn Panel(props: &PanelProps) -> Html {
    let outcome = use_state_eq(Outcome::default);
    let tell = {
        let outcome = outcome.clone();
        Callback::from(move |new: Outcome| outcome.set(new))
    };
    html! {
        <section class="take-away" aria-labelledby="take-away-title" part="take-away">
            <div class="section-head">
                <h2 id="take-away-title">{ words::TITLE }</h2>
                <p class="small muted">{ words::NOTE }</p>
            </div>
            <div class="columns">
                <div><Link model={props.model.clone()} address={props.address.clone()} /></div>
                <div>{ files(&props.model, &tell) }</div>
                <div><Kept model={props.model.clone()} act={props.act.clone()} tell={tell.clone()} /></div>
            </div>
            <p class="small" role="status">{ &outcome.said }</p>
            { problems(&outcome.problems) }
            if let Some(text) = &outcome.text {
                <label class="to-copy">
                    { words::TEXT_TO_COPY }
                    <textarea readonly=true rows="8" spellcheck="false" value={text.clone()} />
                </label>
            }
        </section>
    }
}

fn problems(problems: &[Problem]) -> Html {
    if problems.is_empty() {
        return Html::default();
    }
    let line = |problem: &Problem| match problem.field.as_str() {
        "" => html! { <li>{ &problem.message }</li> },
        field => html! { <li>{ format!("{field}: {}", problem.message) }</li> },
    };
    html! {
        <div class="stale" role="alert">
            <p>{ words::REFUSED }</p>
            <ul>
                { for problems.iter().take(MOST_PROBLEMS).map(line) }
                if problems.len() > MOST_PROBLEMS { <li>{ words::more_problems(problems.len() - MOST_PROBLEMS) }</li> }
            </ul>
        </div>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct LinkProps {
    model: Model,
    address: AttrValue,
}

/// The link, once it is asked for; it goes away when the scenario is another one.
#[function_component]
fn Link(props: &LinkProps) -> Html {
    let made = use_state(|| None::<(Rc<Scenario>, String)>);
    let presses = use_state_eq(|| 0_u32);
    let copied = use_state_eq(|| false);
    let field = use_node_ref();
    let onclick = {
        let (made, presses, props) = (made.clone(), presses.clone(), props.clone());
        Callback::from(move |_: MouseEvent| {
            presses.set(presses.wrapping_add(1));
            let scenario = Rc::clone(props.model.scenario());
            let link = effects::link(&props.address, &share::encode(&scenario));
            made.set(Some((scenario, link)));
        })
    };
    let link = made.as_ref().filter(|(scenario, _)| Rc::ptr_eq(scenario, props.model.scenario())).map(|(_, link)| link);
    {
        let (field, copied) = (field.clone(), copied.clone());
        use_effect_with(*presses, move |_| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.select();
                copied.set(effects::copy(&field));
            }
        });
    }
    let print = Callback::from(|_: MouseEvent| effects::print());
    html! {
        <>
            <h3>{ words::LINK }</h3>
            <p class="tools">
                <button type="button" {onclick}>{ words::COPY_LINK }</button>
                <button type="button" onclick={print}>{ words::PRINT }</button>
            </p>
            if let Some(link) = link {
                <input ref={field} type="text" class="link-field" readonly=true spellcheck="false"
                    aria-label={words::LINK_FIELD} value={link.clone()} />
                <p class="small" role="status">{ told(link, *copied) }</p>
            }
        </>
    }
}

/// What becomes of a link.
fn told(link: &str, copied: bool) -> &'static str {
    match copied {
        true if link.starts_with("file:") => words::COPIED_ON_DISK,
        true => words::COPIED,
        false => words::NOT_COPIED,
    }
}

/// One button for each file.
fn files(model: &Model, tell: &Callback<Outcome>) -> Html {
    let button = |document: Document| {
        let (name, kind) = words::document(document);
        let (model, tell) = (model.clone(), tell.clone());
        let onclick = Callback::from(move |_: MouseEvent| make(&model, document, &tell));
        html! {
            <li><button type="button" data-document={format!("{document:?}")} {onclick}>
                { name }{ " " }<span class="muted">{ kind }</span>
            </button></li>
        }
    };
    html! {
        <>
            <h3>{ words::FILES }</h3>
            <ul class="files">{ for Document::ALL.into_iter().map(button) }</ul>
        </>
    }
}

/// Makes a file and hands it to the browser.
fn make(model: &Model, document: Document, tell: &Callback<Outcome>) {
    let (scenario, report) = (model.scenario(), model.report());
    let stem = memo::file_stem(scenario);
    let written = |format| memo::memo(scenario, report, format, &effects::today());
    let (ending, kind, content) = match document {
        Document::Png => {
            let (name, tell) = (format!("{stem}.png"), tell.clone());
            let save = move |blob: Option<Blob>| {
                let saved = blob.is_some_and(|blob| effects::save(&name, &blob).is_ok());
                tell.emit(Outcome::said(if saved { handed_over(&name) } else { words::NO_FILE.to_owned() }));
            };
            return picture::png(scenario, report, Callback::from(save));
        }
        Document::Memo => ("-memo.md", "text/markdown", written(Format::Markdown)),
        Document::Record => ("-record.md", "text/markdown", written(Format::Madr)),
        Document::Table => (".csv", "text/csv", written(Format::Csv)),
        Document::Calendar => (".ics", "text/calendar", written(Format::Calendar)),
        Document::Svg => {
            let size = Size::of_width(picture::WIDTH);
            (".svg", "image/svg+xml", picture::svg(scenario, report, size, Theme::Light))
        }
        Document::Scenario => (".json", "application/json", effects::indented(&json::to_text(&**scenario))),
        Document::Report => ("-report.json", "application/json", effects::indented(&json::to_text(&**report))),
    };
    let name = format!("{stem}{ending}");
    let saved = effects::save_text(&name, &format!("{kind};charset=utf-8"), &content).is_ok();
    let said = if saved { handed_over(&name) } else { words::NO_FILE.to_owned() };
    let text = (!saved || effects::is_framed()).then_some(content);
    tell.emit(Outcome { said, text, problems: Vec::new() });
}

fn handed_over(name: &str) -> String {
    if effects::is_framed() { words::maybe_saved_file(name) } else { words::saved_file(name) }
}

#[derive(Clone, PartialEq, Properties)]
struct KeptProps {
    model: Model,
    act: Callback<Action>,
    tell: Callback<Outcome>,
}

/// Scenarios kept in this browser, and one from a file.
#[function_component]
fn Kept(props: &KeptProps) -> Html {
    let list = || Shelf::open().map(|shelf| shelf.names());
    let names = use_state_eq(list);
    let typed = use_state_eq(|| None::<String>);
    let title = props.model.scenario().title.as_ref().map_or(text::page::UNTITLED, |title| title.as_str());
    let name = (*typed).clone().unwrap_or_else(|| title.to_owned());
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(Some(event.target_unchecked_into::<HtmlInputElement>().value()))
        })
    };
    let onsave = {
        let (names, model, tell) = (names.clone(), props.model.clone(), props.tell.clone());
        let name = if name.trim().is_empty() { title.to_owned() } else { name.trim().to_owned() };
        Callback::from(move |_: MouseEvent| {
            let kept = Shelf::open().is_some_and(|shelf| shelf.put(&name, &share::encode(model.scenario())));
            tell.emit(Outcome::said(if kept { words::kept(&name) } else { words::NOT_SAVED.to_owned() }));
            names.set(list());
        })
    };
    let row = |name: &String| {
        let open = {
            let (name, props) = (name.clone(), props.clone());
            Callback::from(move |_: MouseEvent| {
                let token = Shelf::open().and_then(|shelf| shelf.get(&name)).unwrap_or_default();
                take(&props, &name, share::decode(&token));
            })
        };
        let delete = {
            let (name, names, tell) = (name.clone(), names.clone(), props.tell.clone());
            Callback::from(move |_: MouseEvent| {
                if let Some(shelf) = Shelf::open() {
                    shelf.remove(&name);
                }
                tell.emit(Outcome::said(words::deleted(&name)));
                names.set(list());
            })
        };
        html! {
            <li key={name.clone()}>
                <span class="kept-name">{ name }</span>
                <button type="button" onclick={open} aria-label={words::with_name(words::OPEN, name)}>{ words::OPEN }</button>
                <button type="button" onclick={delete} aria-label={words::with_name(words::DELETE, name)}>{ words::DELETE }</button>
            </li>
        }
    };
    let onpick = {
        let props = props.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            let file = input.files().and_then(|files| files.get(0));
            if let Some(file) = file {
                open_file(&props, &file);
            }
            // The same file can be picked again.
            input.set_value("");
        })
    };
    html! {
        <>
            <h3>{ words::KEEP }</h3>
            <label class="pick">{ words::OPEN_FILE }<input type="file" accept=".json,application/json" onchange={onpick} /></label>
            if let Some(names) = &*names {
                <div class="keep">
                    <label>{ words::NAME }<input type="text" maxlength="80" autocomplete="off" value={name} {oninput} /></label>
                    <button type="button" onclick={onsave}>{ words::SAVE }</button>
                </div>
                <p class="small muted">{ words::SAVE_NOTE }</p>
                if !names.is_empty() { <ul class="kept">{ for names.iter().map(row) }</ul> }
            } else {
                <p class="small muted">{ words::NO_STORAGE }</p>
            }
        </>
    }
}

/// Takes a scenario over, or says what is wrong with it.
fn take(props: &KeptProps, name: &str, found: Result<Scenario, Problems>) {
    match found {
        Ok(scenario) => {
            props.act.emit(Action::Replace(Box::new(scenario)));
            props.tell.emit(Outcome::said(words::opened(name)));
        }
        Err(Problems(problems)) => props.tell.emit(Outcome { problems, ..Outcome::default() }),
    }
}

fn open_file(props: &KeptProps, file: &File) {
    let name = file.name();
    if file.size() > MAX_BYTES as f64 {
        let message = text::problem::too_big(MAX_BYTES, MAX_DEPTH);
        return take(props, &name, Err(Problem::new("", ProblemKind::TooBig, message).into()));
    }
    let props = props.clone();
    effects::read(
        file,
        Callback::from(move |text: Option<String>| match text {
            Some(text) => take(&props, &name, share::read_text(&text)),
            None => props.tell.emit(Outcome::said(words::UNREADABLE)),
        }),
    );
}
