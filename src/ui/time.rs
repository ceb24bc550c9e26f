//! Over time (depth 2): the chart of money by month, the numbers it rests on, totals, paybacks, when to move.
//!
//! The chart is drawn only while its panel is open: a hidden element has no width.

use std::rc::Rc;

use yew::prelude::*;

use crate::approach::OptionId;
use crate::chart::timeline::{Event as Happening, EventKind, Timeline, drawing, timeline};
use crate::chart::{SCALE, Size};
use crate::cost::TimeView;
use crate::cost::time::TimePair;
use crate::form::field::Field;
use crate::form::time as fields;
use crate::session::Action;
use crate::text;
use crate::ui::parts::{NumberField, option_name, units};
use crate::ui::plot::{observe, shape};
use crate::ui::{Act, Model};

/// What the panel holds.
pub fn time(model: &Model, act: &Act) -> Html {
    let (labels, report) = (&model.scenario().labels, model.report());
    let chart = timeline(model.scenario(), report).map(Rc::new);
    let beyond = chart.as_ref().map(|chart| chart.beyond()).unwrap_or_default();
    let caption = text::time::caption(labels, report, &beyond);
    html! {
        <>
            <p class="small muted">{ text::time::CASH }</p>
            <div class="time-panes">
                <figure>
                    <h3 id="time-title">{ text::time::chart_title(labels) }</h3>
                    if let Some(chart) = &chart {
                        <TimeChart chart={Rc::clone(chart)} title={text::time::chart_title(labels)} desc={caption.clone()} />
                    }
                    <figcaption>{ caption }</figcaption>
                </figure>
                { inputs(model, act) }
            </div>
            if let (Some(view), Some(chart)) = (&report.cost.time, &chart) {
                { totals(model, view) }
                { pairs(model, view) }
                { months(model, view, chart) }
                <h3>{ text::time::ASSUMED }</h3>
                <ul class="notes small">{ for text::time::basis(labels, view).into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            }
        </>
    }
}

fn number(model: &Model, act: &Act, field: Field) -> Html {
    NumberField {
        placeholder: text::time::placeholder(field.path),
        source: text::time::source(field.path).to_owned(),
        ..NumberField::new(field, text::field::label(field.path))
    }
    .view(model, act)
}

/// The options whose prices can change: those with a price.
fn priced(model: &Model) -> impl Iterator<Item = OptionId> {
    let view = model.report().cost.time.as_ref();
    OptionId::ALL.into_iter().filter(move |option| view.is_some_and(|view| view.options.get(*option).is_some()))
}

/// Four numbers that matter first; the others behind a summary.
fn inputs(model: &Model, act: &Act) -> Html {
    let first = [fields::HORIZON, fields::GROWTH, fields::DISCOUNT];
    let others = priced(model).filter(|option| *option != OptionId::Api).map(fields::price_change);
    let starts = priced(model).flat_map(fields::start);
    html! {
        <section class="time-fields" aria-labelledby="time-fields-title">
            <h3 id="time-fields-title">{ text::time::EXPECT }</h3>
            <div class="fields">
                { for first.into_iter().map(|field| number(model, act, field)) }
                <div>
                    { api_price(model, act) }
                    { number(model, act, fields::price_change(OptionId::Api)) }
                </div>
            </div>
            <details class="option-fields">
                <summary>
                    <span class="name">{ text::time::MORE }</span>
                    <span class="finding">{ text::time::MORE_FINDING }</span>
                </summary>
                <div class="fields">
                    { for others.chain(fields::MOVING).chain(starts).map(|field| number(model, act, field)) }
                </div>
            </details>
        </section>
    }
}

/// Two named courses of the API's price; any other is typed.
fn api_price(model: &Model, act: &Act) -> Html {
    let path = fields::price_change(OptionId::Api).path;
    let entered = model.entered(path);
    let radio = |value: f64, label: &'static str| {
        let act = act.clone();
        let onchange =
            Callback::from(move |_: web_sys::Event| act.emit(Action::Slide { path: path.to_owned(), value }));
        html! {
            <label><input type="radio" name="api-price-course" checked={entered == Some(value)} {onchange} />{ label }</label>
        }
    };
    html! {
        <fieldset class="segmented">
            <legend class="small">{ text::time::API_PRICE }</legend>
            { radio(fields::SAME_QUALITY, text::time::SAME_QUALITY) }
            { radio(fields::FLAGSHIP, text::time::FLAGSHIP) }
        </fieldset>
    }
}

/// What each option takes: at the start, in the first and the last month, in all, at its present value.
fn totals(model: &Model, view: &TimeView) -> Html {
    let units = units(&model.scenario().labels);
    let delay = view.options.iter().any(|(_, cash)| cash.delay.is_some());
    let spent = view.options.iter().any(|(_, cash)| cash.already_spent.is_some());
    let (total_head, npv_head) = (text::time::total_head(view), text::time::npv_head(view));
    let money = |label: AttrValue, amount: Option<f64>| {
        let amount = amount.map_or_else(|| "–".to_owned(), |amount| units.money(amount));
        html! { <td class="num" data-label={label}>{ amount }</td> }
    };
    html! {
        <>
            <h3>{ text::time::IN_ALL }</h3>
            <div class="scroll" tabindex="0" role="region" aria-label={text::time::IN_ALL}>
                <table class="blocks">
                    <caption>{ text::time::totals_caption(view) }</caption>
                    <thead><tr>
                        <th scope="col">{ text::time::COL_OPTION }</th>
                        <th scope="col" class="num">{ text::time::COL_START }</th>
                        if delay { <th scope="col" class="num">{ text::time::COL_DELAY }</th> }
                        <th scope="col" class="num">{ text::time::COL_FIRST }</th>
                        <th scope="col" class="num">{ text::time::last_head(view) }</th>
                        <th scope="col" class="num">{ &total_head }</th>
                        <th scope="col" class="num">{ &npv_head }</th>
                        if spent { <th scope="col" class="num muted">{ text::time::COL_SPENT }</th> }
                    </tr></thead>
                    <tbody>
                        { for view.options.iter().map(|(option, cash)| html! {
                            <tr>
                                <th scope="row">{ option_name(option) }</th>
                                { money(text::time::COL_START.into(), Some(cash.upfront)) }
                                if delay { { money(text::time::COL_DELAY.into(), cash.delay) } }
                                { money(text::time::COL_FIRST.into(), cash.monthly.first().copied()) }
                                { money(text::time::last_head(view).into(), cash.monthly.last().copied()) }
                                { money(total_head.clone().into(), Some(cash.total)) }
                                { money(npv_head.clone().into(), Some(cash.npv)) }
                                if spent {
                                    <td class="num muted" data-label={text::time::COL_SPENT}>
                                        { cash.already_spent.map_or_else(|| "–".to_owned(), |amount| units.money(amount)) }
                                    </td>
                                }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
        </>
    }
}

/// Every pair: when its order changes, when its dearer start is paid back, when to move.
fn pairs(model: &Model, view: &TimeView) -> Html {
    let labels = &model.scenario().labels;
    let row = |pair: &TimePair| {
        // Moving back at once says only that the second option was no choice.
        let back = pair.migration_back.month.is_some_and(|month| month > 1);
        html! {
            <tr>
                <th scope="row">{ text::page::pair_name(text::option(pair.a), text::option(pair.b)) }</th>
                <td data-label={text::time::COL_RUN_RATE}>{ text::time::run_rate(pair) }</td>
                <td data-label={text::time::COL_PAYBACK}>{ text::time::payback(labels, view, pair) }</td>
                <td data-label={text::time::COL_MOVE}>
                    <span>
                        { text::time::moving(labels, view, &pair.migration) }
                        if back { { " " }{ text::time::moving(labels, view, &pair.migration_back) } }
                    </span>
                </td>
            </tr>
        }
    };
    html! {
        <>
            <h3>{ text::time::PAIRS }</h3>
            <div class="scroll" tabindex="0" role="region" aria-label={text::time::PAIRS}>
                <table class="blocks">
                    <caption>{ text::time::MOVE_NOTE }</caption>
                    <thead><tr>
                        <th scope="col">{ text::time::COL_PAIR }</th>
                        <th scope="col">{ text::time::COL_RUN_RATE }</th>
                        <th scope="col">{ text::time::COL_PAYBACK }</th>
                        <th scope="col">{ text::time::COL_MOVE }</th>
                    </tr></thead>
                    <tbody>{ for view.pairs.iter().map(row) }</tbody>
                </table>
            </div>
        </>
    }
}

/// The chart's numbers, at even steps and where something happens.
fn months(model: &Model, view: &TimeView, chart: &Timeline) -> Html {
    let labels = &model.scenario().labels;
    let units = units(labels);
    let happens = |happening: &Happening| match happening.kind {
        EventKind::Payback => text::time::paid_back(happening.option, happening.against),
        EventKind::Move => text::time::moved(happening.against, happening.option),
    };
    let row = |month: u32| {
        let events: Vec<String> = chart.events.iter().filter(|event| event.month == month).map(happens).collect();
        html! {
            <tr>
                <th scope="row" class="num">{ month }</th>
                { for view.options.iter().map(|(_, cash)| html! {
                    <td class="num">{ cash.cumulative.get(month as usize).map(|money| units.money(*money)).unwrap_or_default() }</td>
                }) }
                <td>{ events.join("; ") }</td>
            </tr>
        }
    };
    html! {
        <details class="panel" id="time-table">
            <summary>
                <span class="name">{ text::page::AS_TABLE }</span>
                <span class="finding">{ text::time::chart_title(labels) }</span>
            </summary>
            <div class="content">
                <div class="scroll" tabindex="0" role="region" aria-label={text::time::chart_title(labels)}>
                    <table>
                        <caption>{ text::time::chart_title(labels) }</caption>
                        <thead><tr>
                            <th scope="col" class="num">{ text::time::COL_MONTH }</th>
                            { for view.options.iter().map(|(option, _)| html! { <th scope="col" class="num">{ option_name(option) }</th> }) }
                            <th scope="col">{ text::time::COL_EVENT }</th>
                        </tr></thead>
                        <tbody>{ for view.table_months().into_iter().map(row) }</tbody>
                    </table>
                </div>
            </div>
        </details>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct TimeChartProps {
    chart: Rc<Timeline>,
    title: AttrValue,
    desc: AttrValue,
}

/// The chart over months at the element's own width.
#[function_component]
fn TimeChart(props: &TimeChartProps) -> Html {
    let host = use_node_ref();
    let width = use_state_eq(|| 0.0);
    {
        let (host, width) = (host.clone(), width.clone());
        use_effect_with((), move |()| observe(&host, move |found| width.set(found)));
    }
    let size = Size::of_width(*width);
    let viewbox = format!("0 0 {} {}", size.width * SCALE, size.height * SCALE);
    html! {
        <div class="plot still" ref={host}>
            if *width > 0.0 {
                <svg role="img" aria-labelledby="time-plot-title time-plot-desc" viewBox={viewbox} class="plot-svg"
                    width={size.width.to_string()} height={size.height.to_string()}>
                    <title id="time-plot-title">{ &props.title }</title>
                    <desc id="time-plot-desc">{ &props.desc }</desc>
                    <g aria-hidden="true">{ for drawing(&props.chart, size).iter().map(shape) }</g>
                </svg>
            }
        </div>
    }
}
