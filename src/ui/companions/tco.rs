//! Total cost of ownership: six groups by option, every line below its group, and a field for each line that is blank.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::approach::{Approach, OptionId};
use crate::companion::{OptionTco, Tco, TcoGroup, entries, group_of};
use crate::form::field::Measure;
use crate::session::Action;
use crate::text;
use crate::ui::parts::{option_name, units};
use crate::ui::{Act, Model};

pub(super) fn tco(model: &Model, act: &Act) -> Html {
    let Some(tco) = &model.report().companions.tco else {
        return html! { <p>{ text::page::NO_VOLUME }</p> };
    };
    html! {
        <>
            <p class="small muted">{ text::companions::TCO_NOTE }</p>
            { table(model, tco) }
            <p class="small muted">{ text::companions::TCO_SPREAD }</p>
            <h4>{ text::companions::TCO_ENTER }</h4>
            { for Approach::ALL.into_iter().map(|approach| amounts(model, act, tco, approach)) }
        </>
    }
}

/// Every group with its lines; a line that an option does not have is a dash.
fn table(model: &Model, tco: &Tco) -> Html {
    let units = units(&model.scenario().labels);
    let shown: Vec<(OptionId, &OptionTco)> = tco.options.iter().collect();
    let blank = || text::page::NOT_COUNTED.to_owned();
    let group = |(place, group): (usize, TcoGroup)| {
        let mut lines: Vec<&str> = Vec::new();
        for (_, of) in &shown {
            let counted = of.groups.iter().flat_map(|group| &group.lines).map(|line| line.line.as_str());
            let of_group = |line: &&str| group_of(line) == group;
            for line in counted.chain(of.not_counted.iter().map(String::as_str)).filter(of_group) {
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
        }
        let subtotal = |of: &OptionTco| {
            let has_lines = of.not_counted.iter().any(|line| group_of(line) == group);
            match of.groups.get(place).and_then(|group| group.per_month) {
                Some(amount) => units.money(amount),
                None if has_lines => blank(),
                None => "–".to_owned(),
            }
        };
        let cell = |of: &OptionTco, name: &str| {
            let counted = of.groups.get(place).and_then(|group| group.lines.iter().find(|line| line.line == name));
            match counted {
                Some(line) => units.money(line.amount),
                None if of.not_counted.iter().any(|line| line == name) => blank(),
                None => "–".to_owned(),
            }
        };
        html! {
            <tbody>
                <tr class="group-row">
                    <th scope="rowgroup">{ text::companions::tco_group(group) }</th>
                    { for shown.iter().map(|(_, of)| html! { <td class="num">{ subtotal(of) }</td> }) }
                </tr>
                { for lines.iter().map(|line| html! {
                    <tr>
                        <th scope="row">{ text::companions::tco_line(line) }</th>
                        { for shown.iter().map(|(_, of)| html! { <td class="num">{ cell(of, line) }</td> }) }
                    </tr>
                }) }
            </tbody>
        }
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={text::companions::TCO}>
            <table class="tco">
                <caption>{ text::answer::cost_caption(&model.scenario().labels, model.report()) }</caption>
                <thead><tr>
                    <th scope="col">{ text::companions::COL_GROUP }</th>
                    { for shown.iter().map(|(option, _)| html! { <th scope="col" class="num">{ option_name(*option) }</th> }) }
                </tr></thead>
                { for TcoGroup::ALL.into_iter().enumerate().map(group) }
                <tfoot><tr>
                    <th scope="row">{ text::companions::TCO_TOTAL }</th>
                    { for shown.iter().map(|(_, of)| html! {
                        <td class="num">{ of.total.map_or_else(|| "–".to_owned(), |total| units.money(total)) }</td>
                    }) }
                </tr></tfoot>
            </table>
        </div>
    }
}

/// The named amounts of one approach.
fn amounts(model: &Model, act: &Act, tco: &Tco, approach: Approach) -> Html {
    let option = approach.option();
    let missing = tco.options.get(option).map_or(0, |of| of.not_counted.len());
    html! {
        <details class="option-fields" data-option={option.key()}>
            <summary><span class="name">{ text::companions::tco_entries(option, missing) }</span></summary>
            <div class="amounts">{ for entries(approach).map(|line| amount(model, act, option, line)) }</div>
        </details>
    }
}

fn amount(model: &Model, act: &Act, option: OptionId, line: &'static str) -> Html {
    let path = format!("options.{}.{line}", option.key());
    let id = format!("t-{}", path.replace('.', "-"));
    let error_id = format!("{id}-error");
    let rejected = model.rejected().get(&path);
    let measure = if line.starts_with("oneOff.") { Measure::Money } else { Measure::MoneyPerMonth };
    let (prefix, suffix) = text::field::affixes(measure, units(&model.scenario().labels));
    let oninput = {
        let (act, path) = (act.clone(), path.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            act.emit(Action::Type { path: path.clone(), text });
        })
    };
    let onblur = {
        let (act, path) = (act.clone(), path.clone());
        Callback::from(move |_: FocusEvent| act.emit(Action::Leave(path.clone())))
    };
    html! {
        <div key={line} class={classes!("field", rejected.is_some().then_some("wrong"))} data-path={path.clone()}>
            <label for={id.clone()}>{ text::companions::tco_line(line) }{ " " }<span class="unit">{ format!("{prefix} {suffix}") }</span></label>
            <div class="box">
                <input id={id} type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                    value={model.field_text(&path)} placeholder={text::page::NOT_COUNTED}
                    aria-invalid={rejected.is_some().then_some("true")}
                    aria-describedby={rejected.is_some().then(|| error_id.clone())} {oninput} {onblur} />
            </div>
            if let Some(rejected) = rejected {
                <p class="error-text" id={error_id}>{ &rejected.problem.message }</p>
            }
        </div>
    }
}
