//! Over time (depth 2): the chart of money by month, the numbers it rests on, totals, paybacks, when to move.
//!
//! The chart is drawn only while its panel is open: a hidden element has no width.

use std::rc::Rc;

use yew::prelude::*;

use crate::approach::OptionId;
use crate::chart::Size;
use crate::chart::timeline::{EventKind, Timeline, drawing, timeline};
use crate::cost::TimeView;
use crate::form::field::Field;
use crate::form::time as fields;
use crate::session::Action;
use crate::text;
use crate::ui::parts::{NumberField, Panel, Table, option_name, units};
use crate::ui::plot::{still, use_width};
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
            { more_inputs(model, act) }
            if let Some(view) = &report.cost.time {
                <h3>{ text::time::IN_ALL }</h3>
                <p class="small muted">{ text::time::totals_note(view) }</p>
                { totals(model, view) }
                <p class="small muted">{ text::time::already_spent(labels, view) }</p>
                <h3>{ text::time::PAIRS }</h3>
                <p class="small muted">{ text::time::MOVE_NOTE }</p>
                { pairs(model, view) }
                { months_panel(model, act) }
                <h3>{ text::time::ASSUMED }</h3>
                <ul class="notes small">{ for text::time::basis(labels, view).into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
            }
        </>
    }
}

fn number(model: &Model, act: &Act, field: Field) -> Html {
    NumberField {
        placeholder: text::time::placeholder(field.path),
        source: text::time::source(field.path),
        ..NumberField::new(field, text::field::label(field.path))
    }
    .view(model, act)
}

/// Numbers that matter first.
fn inputs(model: &Model, act: &Act) -> Html {
    let fields = [fields::HORIZON, fields::GROWTH, fields::DISCOUNT].map(|field| number(model, act, field));
    html! {
        <section class="time-fields" aria-labelledby="time-fields-title">
            <h3 id="time-fields-title">{ text::time::EXPECT }</h3>
            <div class="fields">
                { for fields }
                <div>
                    { api_price(model, act) }
                    { number(model, act, fields::price_change(OptionId::Api)) }
                </div>
            </div>
        </section>
    }
}

/// The other numbers, behind a summary.
fn more_inputs(model: &Model, act: &Act) -> Html {
    let mut list: Vec<Html> = fields::MOVING.map(|field| number(model, act, field)).into();
    for (option, _) in model.report().cost.time.iter().flat_map(|view| view.options.iter()) {
        if option != OptionId::Api {
            list.push(number(model, act, fields::price_change(option)));
        }
        for field in fields::start(option) {
            list.push(number(model, act, field));
        }
    }
    html! {
        <details class="panel" id="time-more">
            <summary>
                <span class="name">{ text::time::MORE }</span>
                <span class="finding">{ text::time::MORE_FINDING }</span>
            </summary>
            <div class="fields content">{ for list }</div>
        </details>
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
    let mut rows = Vec::new();
    for (option, cash) in view.options.iter() {
        let mut cells = Vec::new();
        for amount in [
            Some(cash.upfront),
            cash.monthly.first().copied(),
            cash.monthly.last().copied(),
            Some(cash.total),
            Some(cash.npv),
        ] {
            cells.push(text::time::amount(units, amount));
        }
        if view.basis.cost_of_delay_per_month.is_some() {
            cells.push(text::time::amount(units, cash.delay));
        }
        rows.push((option_name(option), cells));
    }
    Table { label: text::time::IN_ALL, blocks: true, numbers: 7, heads: text::time::total_heads(view), rows }.view()
}

/// Every pair: when its order changes, when its dearer start is paid back, when to move.
fn pairs(model: &Model, view: &TimeView) -> Html {
    let labels = &model.scenario().labels;
    let mut rows = Vec::new();
    for pair in &view.pairs {
        let cells = vec![
            text::time::run_rate(pair),
            text::time::payback(labels, view, pair),
            text::time::moves(labels, view, pair),
        ];
        rows.push((text::page::pair_name(text::option(pair.a), text::option(pair.b)).into(), cells));
    }
    Table { label: text::time::PAIRS, blocks: true, numbers: 0, heads: text::time::pair_heads(), rows }.view()
}

/// The chart's numbers, at even steps and where something happens.
fn months_panel(model: &Model, act: &Act) -> Html {
    let title = text::time::chart_title(&model.scenario().labels);
    Panel::new("time-table", text::page::AS_TABLE, title, (model, act), |model, _| months(model)).view()
}

fn months(model: &Model) -> Html {
    let (Some(view), Some(chart)) = (&model.report().cost.time, timeline(model.scenario(), model.report())) else {
        return Html::default();
    };
    let labels = &model.scenario().labels;
    let drawn = model.report().cost.uncertainty.as_ref().and_then(|drawn| drawn.over_time.as_ref());
    let units = units(labels);
    let mut rows = Vec::new();
    for month in view.table_months() {
        let mut cells = Vec::new();
        for (option, cash) in view.options.iter() {
            let amount = cash.cumulative.get(month as usize).copied();
            cells.push(text::time::with_band(units, amount, drawn.and_then(|drawn| drawn.at(option, month))));
        }
        let mut events = Vec::new();
        for event in chart.events.iter().filter(|event| event.month == month) {
            events.push(match event.kind {
                EventKind::Payback => text::time::paid_back(event.option, event.against),
                EventKind::Move => text::time::moved(event.against, event.option),
            });
        }
        cells.push(events.join("; "));
        rows.push((month.into(), cells));
    }
    let numbers = chart.curves.len() + 1;
    let heads = text::time::month_heads(view);
    let table = Table { label: text::page::AS_TABLE, blocks: false, numbers, heads, rows };
    html! {
        <>
            if !chart.spreads.is_empty() { <p class="small muted">{ text::time::BANDS }</p> }
            { table.view() }
        </>
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
    // Nothing is drawn before its width is known.
    let width = use_width(&host, 0.0);
    let size = Size::of_width(width);
    html! {
        <div class="plot still" ref={host}>
            if width > 0.0 { { still("time-plot", size, props.title.clone(), props.desc.clone(), &drawing(&props.chart, size)) } }
        </div>
    }
}
