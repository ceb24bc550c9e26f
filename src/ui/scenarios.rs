//! Two or more scenarios side by side: the one on the page, as it was loaded, what is kept in this browser, the examples.
//! Cells that are not the first one's are marked.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::compare::{Row, Side, inputs, results};
use crate::report::{Report, evaluate};
use crate::scenario::Scenario;
use crate::scenario::presets::PRESETS;
use crate::share;
use crate::text;
use crate::text::compare as words;
use crate::ui::Model;
use crate::ui::effects::Shelf;

/// Where a scenario comes from.
#[derive(Clone, PartialEq)]
enum Source {
    Loaded,
    Kept(String),
    Preset(&'static str),
}

impl Source {
    fn name(&self) -> String {
        match self {
            Self::Loaded => words::AS_LOADED.to_owned(),
            Self::Kept(name) => name.clone(),
            Self::Preset(id) => text::preset::name(id).to_owned(),
        }
    }

    fn scenario(&self, model: &Model) -> Option<Scenario> {
        match self {
            Self::Loaded => model.start(),
            Self::Kept(name) => share::decode(&Shelf::open()?.get(name)?).ok(),
            Self::Preset(id) => PRESETS.iter().find(|preset| preset.id == *id)?.scenario().ok(),
        }
    }
}

/// Everything that can stand beside the reader's scenario.
fn offered(model: &Model) -> Vec<Source> {
    let kept = Shelf::open().map(|shelf| shelf.names()).unwrap_or_default();
    let loaded = model.is_changed().then_some(Source::Loaded);
    let examples = PRESETS.iter().filter(|preset| model.preset() != Some(preset.id) || model.is_changed());
    loaded
        .into_iter()
        .chain(kept.into_iter().map(Source::Kept))
        .chain(examples.map(|preset| Source::Preset(preset.id)))
        .collect()
}

#[derive(Clone, PartialEq, Properties)]
pub struct ScenariosProps {
    pub model: Model,
}

/// The list to choose from, and the table.
#[function_component]
pub fn Scenarios(props: &ScenariosProps) -> Html {
    let model = &props.model;
    let offered = offered(model);
    // The first one stands beside the reader's at once: a table says more than an empty list.
    let chosen = {
        let first = offered.first().cloned();
        use_state_eq(move || first.into_iter().collect::<Vec<Source>>())
    };
    // What is ticked and still there; another example may have come since, which "as loaded" then means.
    let ticked: Vec<Source> = chosen.iter().filter(|source| offered.contains(source)).cloned().collect();
    let others = use_memo((ticked, model.preset()), |(ticked, _)| {
        let side = |source: &Source| {
            let scenario = source.scenario(model)?;
            let report = evaluate(&scenario);
            Some((source.name(), scenario, report))
        };
        ticked.iter().filter_map(side).collect::<Vec<(String, Scenario, Report)>>()
    });
    let tick = |source: &Source| {
        let (chosen, source) = (chosen.clone(), source.clone());
        let checked = chosen.contains(&source);
        let name = source.name();
        let onchange = Callback::from(move |event: Event| {
            let mut next: Vec<Source> = chosen.iter().filter(|other| **other != source).cloned().collect();
            if event.target_unchecked_into::<HtmlInputElement>().checked() {
                next.push(source.clone());
            }
            chosen.set(next);
        });
        html! { <label key={name.clone()}><input type="checkbox" {checked} {onchange} />{ name }</label> }
    };
    html! {
        <>
            <fieldset class="habit beside">
                <legend>{ words::CHOOSE }</legend>
                <span class="segmented">{ for offered.iter().map(tick) }</span>
            </fieldset>
            if others.is_empty() { <p>{ words::NONE }</p> } else { { table(model, &others) } }
        </>
    }
}

fn table(model: &Model, others: &[(String, Scenario, Report)]) -> Html {
    let own = Side { scenario: model.scenario(), report: model.report() };
    let others_ = others.iter().map(|(_, scenario, report)| Side { scenario, report });
    let sides: Vec<Side<'_>> = std::iter::once(own).chain(others_).collect();
    let differing = inputs(&sides);
    let span = (sides.len() + 1).to_string();
    let group = |heading: String, rows: Vec<Row>| {
        html! {
            <tbody>
                <tr class="row-group"><th colspan={span.clone()} scope="rowgroup">{ heading }</th></tr>
                { for rows.into_iter().map(row) }
            </tbody>
        }
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={words::SCENARIOS}>
            <table class="side-by-side">
                <thead><tr>
                    <th scope="col">{ words::COL_WHAT }</th>
                    <th scope="col">{ words::YOURS }</th>
                    { for others.iter().map(|(name, ..)| html! { <th scope="col">{ name }</th> }) }
                </tr></thead>
                { group(words::RESULTS.to_owned(), results(&sides)) }
                if differing.is_empty() {
                    <tbody><tr><td colspan={span.clone()}>{ words::SAME }</td></tr></tbody>
                } else {
                    { group(words::inputs(differing.len()), differing) }
                }
            </table>
        </div>
    }
}

fn row(row: Row) -> Html {
    let cell = |(place, text): (usize, &String)| {
        let differs = row.differs(place);
        html! {
            <td class={differs.then_some("differs")}>
                if differs { <span aria-hidden="true">{ "≠ " }</span><span class="visually-hidden">{ words::DIFFERS }</span> }
                { text }
            </td>
        }
    };
    html! { <tr><th scope="row">{ &row.label }</th>{ for row.cells.iter().enumerate().map(cell) }</tr> }
}
