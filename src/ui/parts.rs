//! Small pieces that several panels use: a number with its slider, radio cards, an option's name, a panel.
//!
//! They get plain values and give plain actions; none knows the report.

use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};
use yew::prelude::*;

use crate::approach::OptionId;
use crate::chart::canvas::option_class;
use crate::form::field::{Field, STEPS, Slider, slid};
use crate::host;
use crate::session::Action;
use crate::text;
use crate::ui::seen::{use_later, use_shown};
use crate::ui::{Act, Model};

pub use crate::text::answer::units;

/// A short piece of the option's curve: colour and dash.
pub fn swatch(option: OptionId) -> Html {
    html! {
        <svg class={classes!("swatch", option_class(option))} viewBox="0 0 28 10" aria-hidden="true" focusable="false">
            <line x1="0" y1="5" x2="28" y2="5" />
        </svg>
    }
}

/// An option's name with its swatch; an addition to the article's three says that it is one (I37).
pub fn option_name(option: OptionId) -> Html {
    html! {
        <span class="name">
            { swatch(option) }{ text::option(option) }
            if option.approach().is_none() { <span class="addition">{ text::page::NOT_IN_ARTICLE }</span> }
        </span>
    }
}

/// For a button that has nothing to do now: it says so, but keeps the focus of whoever has just pressed it.
pub fn unavailable(yes: bool) -> Option<&'static str> {
    yes.then_some("true")
}

/// What stands in a text field.
pub fn typed_text(event: &InputEvent) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// The step that an arrow key with Shift goes to: ten at once.
pub fn big_step(event: &KeyboardEvent, slider: &Slider, value: f64) -> Option<f64> {
    let direction = match event.key().as_str() {
        "ArrowRight" | "ArrowUp" => 1.0,
        "ArrowLeft" | "ArrowDown" => -1.0,
        _ => return None,
    };
    event.shift_key().then(|| slider.step_of(value) + 10.0 * direction)
}

/// What a range input was moved to.
pub fn moved_to(event: &InputEvent) -> Option<f64> {
    Some(host::number(&typed_text(event))).filter(|number| number.is_finite())
}

/// The id of an element for a path. Names of lines may hold anything, an id holds no blanks and stands once.
pub fn id_of(prefix: &str, path: &str) -> String {
    let mut id = prefix.to_owned();
    for letter in path.chars() {
        match letter {
            '.' => id.push('-'),
            letter if letter.is_ascii_alphanumeric() => id.push(letter),
            other => id.push_str(&format!("_{:x}", u32::from(other))),
        }
    }
    id
}

/// What typing into the field of a path and leaving it do.
fn typing(act: &Act, path: &str) -> (Callback<InputEvent>, Callback<FocusEvent>) {
    let (typed, left) = (act.clone(), act.clone());
    let (at, path) = (path.to_owned(), path.to_owned());
    (
        Callback::from(move |event: InputEvent| {
            typed.emit(Action::Type { path: at.clone(), text: typed_text(&event) });
        }),
        Callback::from(move |_: FocusEvent| left.emit(Action::Leave(path.clone()))),
    )
}

/// A number without a slider of its own: label, field and unit on one line.
pub fn number_box(model: &Model, act: &Act, field: Field<'_>, label: &'static str) -> Html {
    let path = field.path;
    let id = id_of("b-", path);
    let error_id = format!("{id}-error");
    let (prefix, suffix) = text::field::affixes(field.measure, units(&model.scenario().labels));
    let rejected = model.rejected().get(path);
    let (oninput, onblur) = typing(act, path);
    html! {
        <div class={classes!("field", "on-one-line", rejected.is_some().then_some("wrong"))} data-path={path.to_owned()}>
            <label for={id.clone()}>{ label }</label>
            <div class="box">
                <input id={id} type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                    value={model.field_text(path)} placeholder={text::field::default_of(path)}
                    aria-invalid={rejected.is_some().then_some("true")}
                    aria-describedby={rejected.is_some().then(|| error_id.clone())} {oninput} {onblur} />
            </div>
            <span class="unit">{ format!("{prefix} {suffix}").trim().to_owned() }</span>
            if let Some(echo) = model.echo(path) {
                <span class="note">{ text::page::read_as(&echo) }</span>
            }
            if let Some(rejected) = rejected {
                <p class="error-text" id={error_id}>{ &rejected.problem.message }</p>
            }
        </div>
    }
}

/// A number: label with unit, slider, typed field, what it ties at, where it comes from, what is wrong with it.
pub struct NumberField<'a> {
    pub field: Field<'a>,
    /// Label; the short one where a group's heading says the rest.
    pub label: String,
    /// What stands after the figure, where its measure does not say it.
    pub suffix: Option<String>,
    /// Without a slider, for rows of a table.
    pub bare: bool,
    /// The value at which two options tie, or that there is none.
    pub tie: Option<String>,
    /// Where the value comes from.
    pub source: String,
    /// What an empty field means.
    pub placeholder: &'static str,
    /// Below everything: usual values.
    pub extra: Html,
}

impl<'a> NumberField<'a> {
    /// Without tie and source; empty means not counted.
    pub fn new(field: Field<'a>, label: String) -> Self {
        Self {
            field,
            label,
            suffix: None,
            bare: false,
            tie: None,
            source: String::new(),
            placeholder: text::page::NOT_COUNTED,
            extra: Html::default(),
        }
    }

    /// The field of a session.
    pub fn view(self, model: &Model, act: &Act) -> Html {
        let Self { field, label, suffix, bare, tie, source, placeholder, extra } = self;
        let path = field.path;
        let id = id_of("f-", path);
        let units = units(&model.scenario().labels);
        let (prefix, usual_suffix) = text::field::affixes(field.measure, units);
        let suffix = suffix.unwrap_or(usual_suffix);
        let value = model.entered(path);
        let rejected = model.rejected().get(path);
        let error_id = format!("{id}-error");
        let note_id = format!("{id}-note");
        let described = if rejected.is_some() { format!("{error_id} {note_id}") } else { note_id.clone() };
        let spoken =
            value.map_or_else(|| placeholder.to_string(), |value| text::field::spoken(field.measure, value, units));
        let (oninput, onblur) = typing(act, path);
        let onslide = {
            let (act, slider, whole, path) = (act.clone(), field.slider, field.whole, path.to_owned());
            Callback::from(move |event: InputEvent| {
                if let Some(step) = moved_to(&event) {
                    act.emit(Action::Slide { path: path.clone(), value: slid(&slider, whole, value, step) });
                }
            })
        };
        html! {
            <div key={path.to_owned()} class={classes!("field", rejected.is_some().then_some("wrong"))} data-path={path.to_owned()}>
                <label for={id.clone()}>{ &label }{ " " }<span class="unit">{ format!("{prefix} {suffix}").trim().to_owned() }</span></label>
                <div class={classes!("control", bare.then_some("bare"))}>
                    if !bare {
                        <input type="range" class={classes!(value.is_none().then_some("blank"))} min="0" max={host::text(STEPS)} step="1"
                            value={host::text(value.map_or(0.0, |value| field.slider.step_of(value)))}
                            aria-label={text::field::slider_label(&label)} aria-valuetext={spoken} oninput={onslide} />
                    }
                    <div class="box">
                        if !prefix.is_empty() { <span class="prefix" aria-hidden="true">{ &prefix }</span> }
                        <input id={id} type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                            value={model.field_text(path)} {placeholder}
                            aria-invalid={rejected.is_some().then_some("true")} aria-describedby={described}
                            {oninput} {onblur} />
                    </div>
                </div>
                if let Some(rejected) = rejected {
                    <p class="error-text" id={error_id}>{ &rejected.problem.message }</p>
                }
                <div id={note_id}>
                    if let Some(echo) = model.echo(path) {
                        <p class="note">{ text::page::read_as(&echo) }</p>
                    }
                    if let Some(tie) = tie {
                        <p class="note tie">{ tie }</p>
                    }
                    if !source.is_empty() {
                        <p class="note">{ source }</p>
                    }
                </div>
                { extra }
            </div>
        }
    }
}

/// A panel that opens in place; its summary states its finding, so that a closed panel already answers.
#[derive(Clone, PartialEq, Properties)]
pub struct Panel {
    pub id: &'static str,
    pub name: &'static str,
    pub finding: AttrValue,
    #[prop_or_default]
    pub open: bool,
    pub model: Model,
    pub act: Act,
    pub content: Content,
}

/// What draws the inside of a panel; two are equal when they are the same function.
#[derive(Clone, Copy)]
pub struct Content(pub fn(&Model, &Act) -> Html);

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

impl Panel {
    /// A panel that is closed to begin with.
    pub fn new(
        id: &'static str,
        name: &'static str,
        finding: impl Into<AttrValue>,
        (model, act): (&Model, &Act),
        content: fn(&Model, &Act) -> Html,
    ) -> Self {
        let (model, act) = (model.clone(), act.clone());
        Self { id, name, finding: finding.into(), open: false, model, act, content: Content(content) }
    }

    /// The panel.
    pub fn view(self) -> Html {
        let key = self.id;
        html! { <PanelView {key} ..self /> }
    }
}

#[function_component]
fn PanelView(props: &Panel) -> Html {
    let Panel { id, name, finding, open, model, act, content } = props.clone();
    let opened = use_state_eq(|| open);
    let (element, model) = use_shown(*opened, &model);
    let ontoggle = {
        let opened = opened.clone();
        Callback::from(move |event: Event| {
            let panel = event.target_unchecked_into::<web_sys::Element>();
            if panel.id() == id {
                opened.set(panel.has_attribute("open"));
            }
        })
    };
    html! {
        <details class="panel" {id} {open} ref={element} {ontoggle}>
            <summary>
                <span class="name">{ name }</span>
                <span class="finding">{ finding }</span>
            </summary>
            <div class="content"><Drawn {model} {act} {content} /></div>
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
pub struct DrawnProps {
    pub model: Model,
    pub act: Act,
    pub content: Content,
}

/// A part of the page that nobody sees on the screen; it catches up when the changes pause.
#[function_component]
pub fn Later(props: &DrawnProps) -> Html {
    let model = use_later(false, &props.model);
    html! { <Drawn {model} ..props.clone() /> }
}

#[function_component]
fn Drawn(props: &DrawnProps) -> Html {
    (props.content.0)(&props.model, &props.act)
}

/// A table whose first column names its rows. It scrolls on its own, or turns each row into a block where there is no room.
pub struct Table {
    /// Name of the region that scrolls.
    pub label: &'static str,
    /// Rows turn into blocks.
    pub blocks: bool,
    /// How many of the columns, from the first on, are numbers.
    pub numbers: usize,
    /// One for each column.
    pub heads: Vec<String>,
    /// The first cell and the others.
    pub rows: Vec<(Html, Vec<String>)>,
}

impl Table {
    /// The table.
    pub fn view(self) -> Html {
        let Self { label, blocks, numbers, heads, rows } = self;
        let class = |column: usize| (column < numbers && !(blocks && column == 0)).then_some("num");
        let heads: Vec<AttrValue> = heads.into_iter().map(AttrValue::from).collect();
        let row = |(first, cells): (Html, Vec<String>)| {
            let cells = cells.into_iter().enumerate().map(|(place, cell)| {
                html! { <td class={class(place + 1)} data-label={heads.get(place + 1).cloned()}>{ cell }</td> }
            });
            html! { <tr><th scope="row" class={class(0)}>{ first }</th>{ for cells }</tr> }
        };
        let columns =
            heads.iter().enumerate().map(|(place, head)| html! { <th scope="col" class={class(place)}>{ head }</th> });
        html! {
            <div class="scroll" tabindex="0" role="region" aria-label={label}>
                <table class={blocks.then_some("blocks")}>
                    <caption class="visually-hidden">{ label }</caption>
                    <thead><tr>{ for columns }</tr></thead>
                    <tbody>{ for rows.into_iter().map(row) }</tbody>
                </table>
            </div>
        }
    }
}
