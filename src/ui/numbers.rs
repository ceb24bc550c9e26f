//! Your numbers: what each option costs, option by option; the API's price per use or from a model's token prices.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::approach::{Approach, OptionId};
use crate::catalogue;
use crate::form::field::{self, Field, PriceKind};
use crate::form::structure::Change;
use crate::json::Json;
use crate::session::Action;
use crate::text;
use crate::ui::costs;
use crate::ui::deep::{Deep, deep};
use crate::ui::parts::{NumberField, option_name, units};
use crate::ui::readings::tag;
use crate::ui::seen::use_shown;
use crate::ui::{Act, Model};

/// The cost inputs of the three approaches, then the two options that the article does not have.
pub fn numbers(model: &Model, act: &Act) -> Html {
    let units = units(&model.scenario().labels);
    html! {
        <section aria-labelledby="numbers-title">
            <div class="section-head"><h2 id="numbers-title">{ text::page::YOUR_NUMBERS }</h2></div>
            <p class="small muted">{ text::page::numbers_note(units) }</p>
            { for Approach::ALL.into_iter().map(|approach| option_fields(model, act, approach.option())) }
            { costs::additions(model, act, option_fields) }
        </section>
    }
}

/// The numbers of one option.
fn option_fields(model: &Model, act: &Act, option: OptionId) -> Html {
    html! { <OptionFields key={option.key()} model={model.clone()} act={act.clone()} {option} /> }
}

#[derive(Clone, PartialEq, Properties)]
struct OptionProps {
    model: Model,
    act: Act,
    option: OptionId,
}

/// The summary says what they come to.
#[function_component]
fn OptionFields(props: &OptionProps) -> Html {
    let (element, model) = use_shown(true, &props.model);
    let option = props.option;
    html! {
        <details class="option-fields" data-option={option.key()} open={option == OptionId::Api} ref={element}>
            <Inside {model} ..props.clone() />
        </details>
    }
}

/// What is in it, drawn anew only for another session.
#[function_component]
fn Inside(props: &OptionProps) -> Html {
    let OptionProps { model, act, option } = props;
    let option = *option;
    let fields = field::of_option(option, model.draft());
    html! {
        <>
            <summary>
                { option_name(option) }
                <span class="finding">{ text::answer::option_total(&model.scenario().labels, model.report(), option) }</span>
            </summary>
            if let Some(rule) = text::explain::formula(option) {
                <p class="small muted">{ text::rule::rule(rule) }{ tag(rule) }</p>
            }
            if option == OptionId::Api {
                { price_entry(model, act) }
            }
            <div class="fields">
                { for fields.into_iter().map(|field| number(model, act, field)) }
            </div>
            { deep(Deep::Lines(option), model, act) }
        </>
    }
}

fn number(model: &Model, act: &Act, field: Field<'_>) -> Html {
    match field.path {
        "options.api.price.inputPerMillion" | "options.api.price.outputPerMillion" => {
            NumberField { source: model_source(model), ..costs::first_field(model, act, field) }.view(model, act)
        }
        _ => costs::first_field(model, act, field).view(model, act),
    }
}

/// The chosen model's list price is a fact with a date; a changed one is the reader's own.
fn model_source(model: &Model) -> String {
    let chosen = match model.draft().at("options.api.price.model") {
        Some(Json::Text(id)) => catalogue::find(id),
        _ => None,
    };
    let still = |path: &str, listed: f64| model.number(&format!("options.api.price.{path}")) == Some(listed);
    match chosen {
        Some(row)
            if still("inputPerMillion", row.input_per_million) && still("outputPerMillion", row.output_per_million) =>
        {
            text::page::list_price(row.vendor, row.name, row.as_of, catalogue::SOURCE)
        }
        _ => String::new(),
    }
}

/// How the API's price is entered, and the model whose list prices fill in.
fn price_entry(model: &Model, act: &Act) -> Html {
    let kind = field::price_kind(model.draft(), OptionId::Api).unwrap_or(PriceKind::PerUnit);
    let radio = |offered: PriceKind, label: String| {
        let act = act.clone();
        let onchange = Callback::from(move |_: Event| {
            act.emit(Action::Restructure(OptionId::Api, Change::Price(Some(offered))));
        });
        html! {
            <label><input type="radio" name="price-kind" checked={kind == offered} {onchange} />{ label }</label>
        }
    };
    let chosen = match model.draft().at("options.api.price.model") {
        Some(Json::Text(id)) => id.clone(),
        _ => String::new(),
    };
    let onchange = {
        let act = act.clone();
        Callback::from(move |event: Event| {
            act.emit(Action::PickModel(event.target_unchecked_into::<HtmlSelectElement>().value()));
        })
    };
    let mut vendors: Vec<&str> = catalogue::models().iter().map(|row| row.vendor).collect();
    vendors.dedup();
    html! {
        <>
            <fieldset class="segmented">
                <legend class="visually-hidden">{ text::page::PRICE_ENTERED }</legend>
                { radio(PriceKind::PerUnit, text::page::price_per_unit(model.scenario().labels.unit.as_str())) }
                { radio(PriceKind::Tokens, text::page::PRICE_FROM_TOKENS.to_owned()) }
                { radio(PriceKind::Tiers, text::page::PRICE_FROM_TIERS.to_owned()) }
            </fieldset>
            if kind == PriceKind::Tiers {
                <p class="small muted">{ text::costs::TIERS_BELOW }</p>
            }
            if kind == PriceKind::Tokens {
                <label class="model-row">
                    <span>{ text::page::MODEL }</span>
                    <select {onchange} data-role="model">
                        <option value="" selected={chosen.is_empty()}>{ text::page::NO_MODEL }</option>
                        { for vendors.into_iter().map(|vendor| html! {
                            <optgroup label={vendor}>
                                { for catalogue::models().iter().filter(|row| row.vendor == vendor).map(|row| html! {
                                    <option value={row.model} selected={row.model == chosen}>{ text::page::model_option(row) }</option>
                                }) }
                            </optgroup>
                        }) }
                    </select>
                </label>
            }
        </>
    }
}
