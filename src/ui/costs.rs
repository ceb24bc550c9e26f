//! Every cost structure in full: kinds of price and hosting, tiers, named lines, usual values beside each number, and the
//! two options that the article does not have.
//!
//! One closed panel for each option (`deep`). Every edit is an action of the session.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::approach::OptionId;
use crate::chart::bill::{self, Bill};
use crate::chart::price_map;
use crate::cost::{self, PriceMap};
use crate::form::field::{Field, PriceKind, price_kind};
use crate::form::structure::{self, Change, Entry, HostingKind, Lines, NamedLine};
use crate::form::usual::{self, Usual};
use crate::json::Json;
use crate::session::Action;
use crate::text;
use crate::ui::parts::{NumberField, id_of, unavailable, units};
use crate::ui::plot::{FIRST_WIDTH, still, use_width};
use crate::ui::{Act, Model};

/// A number with its tie, its usual value and what a blank means.
pub fn first_field<'a>(model: &Model, act: &Act, field: Field<'a>) -> NumberField<'a> {
    number_with(model, act, field, 1)
}

/// The same with all usual values that there are.
fn number_field<'a>(model: &Model, act: &Act, field: Field<'a>) -> NumberField<'a> {
    number_with(model, act, field, usize::MAX)
}

fn number_with<'a>(model: &Model, act: &Act, field: Field<'a>, shown: usize) -> NumberField<'a> {
    let labels = &model.scenario().labels;
    let label = text::field::short_label(field.path);
    let rows = usual::of(field.path, model.draft());
    // A few numbers have several usual values; the first is the likeliest to be meant.
    let extra = html! { <>{ for rows.iter().take(shown).map(|row| usual_value(model, act, field, row, &label)) }</> };
    NumberField {
        tie: text::answer::tie_at(labels, model.report(), field.path),
        suffix: text::costs::suffix(field.path, units(labels)),
        source: text::field::source(field.path).to_owned(),
        placeholder: text::costs::placeholder(field.path).unwrap_or(text::field::placeholder(field.measure)),
        extra,
        ..NumberField::new(field, label)
    }
}

/// The day, as the browser knows it.
fn today() -> String {
    String::from(js_sys::Date::new_0().to_iso_string()).chars().take(10).collect()
}

/// A usual value with its source, and a button that takes it.
fn usual_value(model: &Model, act: &Act, field: Field<'_>, row: &Usual, label: &str) -> Html {
    let labels = &model.scenario().labels;
    let old = usual::is_old(row.as_of, &today());
    let taken = model.number(field.path) == Some(row.typical);
    let onclick = {
        let (act, path, value) = (act.clone(), field.path.to_owned(), field.measure.entered(row.typical));
        Callback::from(move |_: MouseEvent| {
            if taken {
                return;
            }
            // A step of undo of its own, also after a drag.
            act.emit(Action::Leave(path.clone()));
            act.emit(Action::Slide { path: path.clone(), value });
        })
    };
    html! {
        <p class="note usual">
            { text::costs::usual(labels, field.measure, row, old) }{ " " }
            <button type="button" class="link" aria-disabled={unavailable(taken)} {onclick}
                aria-label={text::costs::take_for(labels, field.measure, row, label)}>
                { text::costs::take(labels, field.measure, row) }
            </button>
        </p>
    }
}

fn entries(model: &Model, act: &Act, list: &[Entry]) -> Html {
    html! {
        <div class="fields">
            { for list.iter().map(|entry| number_field(model, act, entry.field()).view(model, act)) }
        </div>
    }
}

/// A heading with its content, where there is any.
fn part(title: &'static str, content: Html) -> Html {
    html! { <div class="part"><h3>{ title }</h3>{ content }</div> }
}

/// What one of the option's buttons does.
fn change(act: &Act, option: OptionId, change: Change) -> Callback<MouseEvent> {
    let act = act.clone();
    Callback::from(move |_: MouseEvent| act.emit(Action::Restructure(option, change.clone())))
}

/// A choice out of a list.
fn choice<T: Copy + PartialEq + 'static>(
    id: String,
    label: &'static str,
    (chosen, offered): (T, Vec<(T, String)>),
    choose: impl Fn(T) + 'static,
) -> Html {
    let values: Vec<T> = offered.iter().map(|(value, _)| *value).collect();
    let onchange = Callback::from(move |event: Event| {
        let place = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        if let Some(value) = usize::try_from(place).ok().and_then(|place| values.get(place)) {
            choose(*value);
        }
    });
    html! {
        <div class="kind-row">
            <label for={id.clone()}>{ label }</label>
            <select {id} {onchange}>
                { for offered.into_iter().map(|(value, name)| html! { <option selected={value == chosen}>{ name }</option> }) }
            </select>
        </div>
    }
}

/// All lines of one option.
pub fn lines_of(model: &Model, act: &Act, option: OptionId) -> Html {
    let draft = model.draft();
    let (people, again) = (structure::staff(option, draft), structure::retraining(option, draft));
    html! {
        <div class="cost-lines">
            { price(model, act, option) }
            { hosting(model, act, option) }
            if !people.is_empty() { { part(text::costs::PEOPLE, entries(model, act, &people)) } }
            if !again.is_empty() { { part(text::costs::AGAIN, entries(model, act, &again)) } }
            { for Lines::ALL.into_iter().map(|lines| list(model, act, option, lines)) }
        </div>
    }
}

fn price(model: &Model, act: &Act, option: OptionId) -> Html {
    let (draft, unit) = (model.draft(), model.scenario().labels.unit.as_str());
    let kind = price_kind(draft, option);
    let kinds = [None, Some(PriceKind::PerUnit), Some(PriceKind::Tokens), Some(PriceKind::Tiers)];
    let choose = {
        let act = act.clone();
        move |kind| act.emit(Action::Restructure(option, Change::Price(kind)))
    };
    let offered = kinds.map(|kind| (kind, text::costs::price_kind(kind, unit))).to_vec();
    let numbers = structure::price(option, draft);
    let content = html! {
        <>
            // The API's kind is chosen above, where its first numbers are.
            if option != OptionId::Api {
                { choice(format!("price-kind-{}", option.key()), text::costs::PAID_BY, (kind, offered), choose) }
            }
            { tiers(model, act, option) }
            if !numbers.is_empty() { { entries(model, act, &numbers) } }
            if kind == Some(PriceKind::Tokens) { { stack(model, act, option) } }
        </>
    };
    if option == OptionId::Api && kind == Some(PriceKind::PerUnit) {
        Html::default()
    } else {
        part(text::costs::PRICE, content)
    }
}

/// Whether batched calls get the cache discount as well.
fn stack(model: &Model, act: &Act, option: OptionId) -> Html {
    let path = ["options.", option.key(), ".price.discountsStack"].concat();
    let checked = model.draft().at(&path) != Some(&Json::Bool(false));
    let onchange = {
        let act = act.clone();
        Callback::from(move |_: Event| act.emit(Action::Restructure(option, Change::Stack(!checked))))
    };
    html! { <label class="tick"><input type="checkbox" {checked} {onchange} />{ text::costs::STACK }</label> }
}

fn tiers(model: &Model, act: &Act, option: OptionId) -> Html {
    let tiers = structure::tiers(option, model.draft());
    if tiers.is_empty() {
        return Html::default();
    }
    let mode = model.draft().at(&["options.", option.key(), ".price.mode"].concat());
    let graduated = mode != Some(&Json::Text("volume".to_owned()));
    let radio = |wanted: bool, label: &'static str| {
        let act = act.clone();
        let onchange = Callback::from(move |_: Event| act.emit(Action::Restructure(option, Change::Graduated(wanted))));
        html! {
            <label class="tick">
                <input type="radio" name={format!("tiers-{}", option.key())} checked={graduated == wanted} {onchange} />{ label }
            </label>
        }
    };
    let last = tiers.len() - 1;
    let row = |(index, entries): (usize, &[Entry; 3])| {
        let name = text::costs::tier(index);
        let numbers = entries.iter().zip(text::costs::TIER_PARTS).enumerate().map(|(place, (entry, label))| {
            if index == last && place == 0 {
                return html! { <p class="field"><span class="label">{ label }</span><span class="muted">{ text::costs::NO_END }</span></p> };
            }
            let field = number_field(model, act, entry.field());
            NumberField { bare: true, label: label.to_owned(), ..field }.view(model, act)
        });
        html! {
            <div key={index} class="tier" role="group" aria-label={name.clone()}>
                <p class="tier-name"><span>{ &name }</span>
                    if last > 0 {
                        <button type="button" class="link" onclick={change(act, option, Change::RemoveTier(index))}
                            aria-label={text::costs::remove(&name)}>{ text::costs::REMOVE }</button>
                    }
                </p>
                { for numbers }
            </div>
        }
    };
    html! {
        <>
            <fieldset class="ticks">
                <legend class="visually-hidden">{ text::costs::TIERS_READ }</legend>
                { radio(true, text::costs::GRADUATED) }
                { radio(false, text::costs::BY_VOLUME) }
            </fieldset>
            { for tiers.iter().enumerate().map(row) }
            <p><button type="button" onclick={change(act, option, Change::AddTier)}>{ text::costs::ADD_TIER }</button></p>
        </>
    }
}

fn hosting(model: &Model, act: &Act, option: OptionId) -> Html {
    let (draft, unit) = (model.draft(), model.scenario().labels.unit.as_str());
    let kind = structure::hosting_kind(draft, option);
    let kinds = std::iter::once(None).chain(HostingKind::ALL.map(Some));
    let choose = {
        let act = act.clone();
        move |kind| act.emit(Action::Restructure(option, Change::Hosting(kind)))
    };
    let offered = kinds.map(|kind| (kind, text::costs::hosting_kind(kind, unit))).collect();
    let machines = matches!(kind, Some(HostingKind::Machines | HostingKind::MachinesByHour));
    let content = html! {
        <>
            { choice(format!("hosting-kind-{}", option.key()), text::costs::HOSTED_BY, (kind, offered), choose) }
            if machines {
                <p class="small muted">{ text::costs::MACHINES_NOTE }{ " " }{ text::costs::utilisation(model.report(), option).unwrap_or_default() }</p>
            }
            { entries(model, act, &structure::hosting(option, draft)) }
        </>
    };
    part(text::costs::HOSTING, content)
}

/// The named lines of one list, with a field for one more.
fn list(model: &Model, act: &Act, option: OptionId, lines: Lines) -> Html {
    let named = structure::lines(option, lines, model.draft());
    let spread = match lines {
        Lines::OneOff => structure::spread(option, model.draft()),
        Lines::Monthly => Vec::new(),
    };
    let content = html! {
        <>
            if !named.is_empty() || !spread.is_empty() {
                <div class="fields">
                    { for named.iter().map(|line| named_line(model, act, option, lines, line)) }
                    { for spread.iter().map(|entry| number_field(model, act, entry.field()).view(model, act)) }
                </div>
            }
            <NewLine act={act.clone()} {option} {lines} />
        </>
    };
    part(text::costs::lines(lines), content)
}

fn named_line(model: &Model, act: &Act, option: OptionId, lines: Lines, line: &NamedLine) -> Html {
    let number = number_field(model, act, line.entry.field());
    if line.expected {
        return number.view(model, act);
    }
    let name = line.name.clone();
    let onchange = {
        let (act, from) = (act.clone(), name.clone());
        Callback::from(move |event: Event| {
            let to = event.target_unchecked_into::<HtmlInputElement>().value();
            act.emit(Action::Restructure(option, Change::RenameLine(lines, from.clone(), to)));
        })
    };
    let id = id_of("n-", &line.entry.path);
    let extra = html! {
        <>
            { number.extra.clone() }
            <p class="line-tools">
                <label class="visually-hidden" for={id.clone()}>{ text::costs::LINE_NAME }</label>
                <input {id} type="text" class="line-name" maxlength="40" value={name.clone()} {onchange} />
                <button type="button" class="link" onclick={change(act, option, Change::RemoveLine(lines, name.clone()))}
                    aria-label={text::costs::remove(&name)}>{ text::costs::REMOVE }</button>
            </p>
        </>
    };
    NumberField { extra, ..number }.view(model, act)
}

#[derive(Clone, PartialEq, Properties)]
struct NewLineProps {
    act: Act,
    option: OptionId,
    lines: Lines,
}

/// A field for the name of one more line. Its text is nobody else's business until it is added.
#[function_component]
fn NewLine(props: &NewLineProps) -> Html {
    let NewLineProps { act, option, lines } = props.clone();
    let input = use_node_ref();
    let add = {
        let input = input.clone();
        move || {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                act.emit(Action::Restructure(option, Change::AddLine(lines, input.value())));
                input.set_value("");
            }
        }
    };
    let onclick = {
        let add = add.clone();
        Callback::from(move |_: MouseEvent| add())
    };
    let onkeydown = Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            add();
        }
    });
    let id = format!("new-{}-{}", option.key(), lines.key());
    html! {
        <div class="line-tools">
            <label for={id.clone()}>{ text::costs::new_line(lines) }</label>
            <input {id} ref={input} type="text" class="line-name" maxlength="40" autocomplete="off" {onkeydown} />
            <button type="button" {onclick}>{ text::costs::ADD }</button>
        </div>
    }
}

/// An untuned open model and a partner's offer: options that the article does not have (I37, X4).
pub fn additions(model: &Model, act: &Act, fields: fn(&Model, &Act, OptionId) -> Html) -> Html {
    let offered = [OptionId::OpenModel, OptionId::Ally];
    let is_there = |option: &OptionId| model.scenario().options.get(*option).is_some();
    let shown = |option: OptionId| {
        html! {
            <div key={option.key()} class="addition-fields">
                { fields(model, act, option) }
                <p class="line-tools">
                    <button type="button" onclick={change(act, option, Change::RemoveOption)}>{ text::costs::remove_option(option) }</button>
                </p>
            </div>
        }
    };
    let missing: Vec<OptionId> = offered.into_iter().filter(|option| !is_there(option)).collect();
    html! {
        <>
            { for offered.into_iter().filter(is_there).map(shown) }
            if !missing.is_empty() {
                <details class="panel" id="additions">
                    <summary>
                        <span class="name">{ text::costs::ADDITIONS }</span>
                        <span class="finding">{ text::costs::ADDITIONS_NOTE }</span>
                    </summary>
                    <p class="content line-tools">
                        { for missing.into_iter().map(|option| html! {
                            <button type="button" onclick={change(act, option, Change::AddOption)}>{ text::costs::add_option(option) }</button>
                        }) }
                    </p>
                </details>
            }
        </>
    }
}

/// What is drawn.
#[derive(Clone, PartialEq)]
enum Drawn {
    Bill(Rc<Bill>),
    Map(Rc<PriceMap>, String),
}

#[derive(Clone, PartialEq, Properties)]
struct PictureProps {
    id: &'static str,
    drawn: Drawn,
    title: String,
    desc: String,
}

/// A picture without controls, redrawn at the width that it has.
#[function_component]
fn Picture(props: &PictureProps) -> Html {
    let frame = use_node_ref();
    let width = use_width(&frame, FIRST_WIDTH);
    // The description is written in the locale that the figures are.
    let drawing = use_memo((props.drawn.clone(), width, props.desc.clone()), |(drawn, width, _)| match drawn {
        Drawn::Bill(bill) => bill::drawing(bill, *width),
        Drawn::Map(map, currency) => price_map::drawing(map, currency, *width),
    });
    let (size, shapes) = &*drawing;
    html! {
        <div class="plot picture" ref={frame}>
            { still(props.id, *size, props.title.clone(), props.desc.clone(), shapes) }
        </div>
    }
}

fn figure(id: &'static str, drawn: Drawn, title: String, desc: String) -> Html {
    html! {
        <figure>
            <h3>{ &title }</h3>
            <Picture {id} {drawn} {title} desc={desc.clone()} />
            <figcaption>{ desc }</figcaption>
        </figure>
    }
}

/// The bars of all options at the reader's volume; the table of cost lines has the same figures.
pub fn bars(model: &Model) -> Html {
    let (labels, report) = (&model.scenario().labels, model.report());
    let Some(bill) = bill::bill(report, labels.currency.as_str()) else { return Html::default() };
    let volume = report.cost.at_volume.as_ref().map_or(0.0, |at| at.volume);
    let title = text::costs::bill_title(labels, volume);
    figure("bill", Drawn::Bill(Rc::new(bill)), title, text::costs::bill_caption(report))
}

/// The map with the same as a table.
pub fn map(model: &Model) -> Html {
    let (labels, report) = (&model.scenario().labels, model.report());
    let Some(map) = cost::price_map(model.scenario(), &report.cost) else {
        return html! { <p>{ text::costs::NO_MAP }</p> };
    };
    let (volumes, prices) = map.table();
    let (title, desc) = (text::costs::map_title(labels), text::costs::map_caption(labels, Some(&map)));
    html! {
        <>
            { figure("map", Drawn::Map(Rc::new(map.clone()), labels.currency.as_str().to_owned()), title, desc) }
            <div class="scroll" tabindex="0" role="region" aria-label={text::costs::MAP_TABLE}>
                <table>
                    <caption>{ text::costs::MAP_TABLE }</caption>
                    <thead><tr>
                        <th scope="col" class="num">{ text::costs::map_head(labels) }</th>
                        { for volumes.iter().map(|volume| html! { <th scope="col">{ text::costs::map_volume(labels, *volume) }</th> }) }
                    </tr></thead>
                    <tbody>
                        { for prices.iter().rev().map(|price| html! {
                            <tr>
                                <th scope="row" class="num">{ text::costs::map_price(labels, *price) }</th>
                                { for volumes.iter().map(|volume| html! { <td>{ text::costs::map_cell(&map.cheapest(*volume, *price)) }</td> }) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </>
    }
}
