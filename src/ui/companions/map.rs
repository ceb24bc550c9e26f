//! The Wardley map: the picture, the same data as a table, the form that places one part at a time, and the map as text.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::take_away::{Format, take_away};
use crate::chart::Size;
use crate::chart::wardley::{MAP_HEIGHT, MapWords, wardley_shapes};
use crate::companion::{MapComponent, WardleyMap, names};
use crate::form::companion::{Judgement, name_value, placed_path, stage_value};
use crate::json::Json;
use crate::scenario::{ComponentId, Stage};
use crate::session::Action;
use crate::text;
use crate::ui::plot::{FIRST_WIDTH, still, use_width};
use crate::ui::{Act, Model};

/// Beyond this the map only gets emptier.
const MAX_WIDTH: f64 = 860.0;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct MapProps {
    pub model: Model,
    pub act: Act,
}

/// What is chosen in the panel, beside the scenario.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Local {
    /// The part that the form is about.
    pub part: ComponentId,
    /// The language of the text.
    pub format: Format,
    /// What became of copying it.
    pub said: &'static str,
}

/// The whole panel.
#[function_component]
pub(super) fn Map(props: &MapProps) -> Html {
    let MapProps { model, act } = props;
    let host = use_node_ref();
    let area = use_node_ref();
    let width = use_width(&host, FIRST_WIDTH);
    let local = use_state_eq(|| Local { part: ComponentId::Model, format: Format::Owm, said: "" });
    let choose = {
        let local = local.clone();
        Callback::from(move |chosen: Local| local.set(chosen))
    };
    let map = &model.report().companions.wardley;
    let names = names(model.scenario());
    html! {
        <>
            <p class="small muted">{ text::companions::WARDLEY_NOTE }</p>
            if let Some(note) = text::companions::model_note(map) { <p class="model-note">{ note }</p> }
            <div class="wardley-map" ref={host}>{ picture(model, &names, width.min(MAX_WIDTH)) }</div>
            <p class="small muted">{ text::companions::WARDLEY_USUAL }</p>
            { table(map, &names) }
            { place(model, act, &names, *local, &choose) }
            { take_away(model, &area, *local, &choose) }
        </>
    }
}

fn picture(model: &Model, names: &[String], width: f64) -> Html {
    let map = &model.report().companions.wardley;
    let words = MapWords {
        stages: Stage::ALL.map(|stage| (text::companions::stage(stage), text::companions::short_stage(stage))),
        top: text::companions::MAP_TOP,
        right: text::companions::MAP_RIGHT,
    };
    let shapes = wardley_shapes(map, names, words, width);
    let title = model.scenario().title.as_ref().map_or(text::companions::MAP_TITLE, |title| title.as_str());
    let (title, desc) = (text::companions::map_title(title), text::companions::map_description(map, names));
    still("wardley", Size::new(width, MAP_HEIGHT), title, desc, &shapes)
}

fn table(map: &WardleyMap, names: &[String]) -> Html {
    let name_of = |id: ComponentId| {
        let place = map.components.iter().position(|component| component.id == id);
        place.and_then(|place| names.get(place)).cloned().unwrap_or_default()
    };
    let row = |component: &MapComponent| {
        let needs: Vec<String> =
            map.links.iter().filter(|[from, _]| *from == component.id).map(|[_, to]| name_of(*to)).collect();
        let or_dash = |text: Option<&'static str>| text.unwrap_or("–");
        html! {
            <tr>
                <th scope="row">{ name_of(component.id) }</th>
                <td data-label={text::companions::COL_STAGE}>{ text::companions::placed(component) }</td>
                <td data-label={text::companions::COL_MOVES}>{ or_dash(component.evolve.map(text::companions::stage)) }</td>
                <td data-label={text::companions::COL_SUGGESTS}>{ or_dash(component.suggests.map(text::companions::suggests)) }</td>
                <td data-label={text::companions::COL_NEEDS}>{ if needs.is_empty() { "–".to_owned() } else { needs.join(", ") } }</td>
            </tr>
        }
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={text::companions::WARDLEY}>
            <table class="blocks">
                <caption class="visually-hidden">{ text::companions::WARDLEY }</caption>
                <thead><tr>
                    <th scope="col">{ text::companions::COL_PART }</th>
                    <th scope="col">{ text::companions::COL_STAGE }</th>
                    <th scope="col">{ text::companions::COL_MOVES }</th>
                    <th scope="col">{ text::companions::COL_SUGGESTS }</th>
                    <th scope="col">{ text::companions::COL_NEEDS }</th>
                </tr></thead>
                <tbody>{ for map.components.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// The form for one part at a time.
fn place(model: &Model, act: &Act, names: &[String], local: Local, choose: &Callback<Local>) -> Html {
    let id = local.part;
    let placed = model.scenario().decision.wardley.as_ref().and_then(|wardley| wardley.get(id)).cloned();
    let component = model.report().companions.wardley.components.iter().find(|component| component.id == id);
    let put = |path: String| {
        let act = act.clone();
        move |value: Json| act.emit(Action::Put { path: path.clone(), value })
    };
    let onpart = choose.reform(move |event: Event| {
        let key = event.target_unchecked_into::<HtmlSelectElement>().value();
        Local { part: ComponentId::ALL.into_iter().find(|id| id.key() == key).unwrap_or(id), ..local }
    });
    let onname = {
        let put = put(placed_path(id, "name"));
        Callback::from(move |event: InputEvent| {
            put(name_value(event.target_unchecked_into::<HtmlInputElement>().value()))
        })
    };
    let stages = |key: &str, now: Option<Stage>, label: &'static str, blank: &'static str| {
        let put = put(placed_path(id, key));
        let onchange = Callback::from(move |event: Event| {
            let key = event.target_unchecked_into::<HtmlSelectElement>().value();
            put(stage_value(Stage::ALL.into_iter().find(|stage| stage.key() == key)));
        });
        html! {
            <label class="model-row">
                <span>{ label }</span>
                <select {onchange} data-role={key.to_owned()}>
                    <option value="" selected={now.is_none()}>{ blank }</option>
                    { for Stage::ALL.into_iter().map(|stage| html! {
                        <option value={stage.key()} selected={now == Some(stage)}>{ text::companions::stage(stage) }</option>
                    }) }
                </select>
            </label>
        }
    };
    let judge = |judgement: Judgement| {
        let now = placed.as_ref().and_then(|placed| judgement.of(placed));
        let name = judgement.path(id);
        let radio = |stage: Option<Stage>| {
            let put = put(name.clone());
            let onchange = Callback::from(move |_: Event| put(stage_value(stage)));
            let label = stage.map_or(text::page::OPEN, |stage| text::companions::judged(judgement, stage));
            html! { <label><input type="radio" name={name.clone()} checked={now == stage} {onchange} />{ label }</label> }
        };
        html! {
            <fieldset key={name.clone()} class="segmented" data-path={name.clone()}>
                <legend>{ text::companions::judgement(judgement) }</legend>
                { for Stage::ALL.into_iter().map(Some).chain([None]).map(radio) }
            </fieldset>
        }
    };
    let name = placed.as_ref().and_then(|placed| placed.name.as_ref()).map_or("", |name| name.as_str()).to_owned();
    html! {
        <>
            <h4>{ text::companions::PLACE }</h4>
            <div class="place">
                <label class="model-row">
                    <span>{ text::companions::PART }</span>
                    <select onchange={onpart} data-role="part">
                        { for ComponentId::ALL.into_iter().zip(names).map(|(part, name)| html! {
                            <option value={part.key()} selected={part == id}>{ name }</option>
                        }) }
                    </select>
                </label>
                <label class="model-row">
                    <span>{ text::companions::NAME }</span>
                    <span class="box words">
                        <input type="text" maxlength="40" autocomplete="off" value={name} placeholder={text::companions::component(id)} oninput={onname} />
                    </span>
                </label>
                { stages("stage", placed.as_ref().and_then(|placed| placed.stage), text::companions::STAGE, text::companions::BY_QUESTIONS) }
                if id != ComponentId::UserNeed {
                    { stages("evolve", placed.as_ref().and_then(|placed| placed.evolve), text::companions::EVOLVE, text::companions::STAYS) }
                }
            </div>
            <div class="asked">{ for Judgement::ALL.into_iter().map(judge) }</div>
            <p class="small muted">{ text::companions::JUDGEMENT_NOTE }</p>
            if component.is_some_and(|component| component.judgements_differ) {
                <p class="small">{ text::companions::JUDGEMENTS_DIFFER }</p>
            }
        </>
    }
}
