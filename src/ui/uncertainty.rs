//! Ranges and what they come to (depth 3): numbers given as ranges, who is cheapest how often, where the options cross,
//! what it would be worth to find out, one number at a time, regrets. Each picture stands beside the same data as a table.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::approach::OptionId;
use crate::chart::bars::{BarDrawing, SpreadChart, TornadoChart, spread_drawing, tornado_drawing};
use crate::form::field::{Field, Measure, Scale, Slider};
use crate::form::range::{self, LINKS, RANGES, ShapeKind};
use crate::session::Action;
use crate::text;
use crate::text::uncertainty as said;
use crate::ui::parts::{number_box, option_name, typed_text, units};
use crate::ui::plot::{FIRST_WIDTH, still, use_width};
use crate::ui::{Act, Model};
use crate::uncertainty::{Bar, DrawnCosts, Regret, Uncertainty};

const SAMPLES: Field = setting("uncertainty.samples");
const SEED: Field = setting("uncertainty.seed");

const fn setting(path: &str) -> Field<'_> {
    Field { path, measure: Measure::Count, slider: Slider { low: 100.0, high: 1e5, scale: Scale::Log }, whole: true }
}

/// The numbers that are ranges, and a list of those that may become one.
pub fn ranges(model: &Model, act: &Act) -> Html {
    let units = units(&model.scenario().labels);
    let candidates = range::candidates(model.draft());
    let given = range::given(model.draft());
    let onchange = {
        let act = act.clone();
        Callback::from(move |event: Event| {
            let list = event.target_unchecked_into::<HtmlSelectElement>();
            act.emit(Action::AddRange(list.value()));
            list.set_selected_index(0);
        })
    };
    html! {
        <>
            <p class="small muted">{ said::RANGES_NOTE }</p>
            <label class="model-row">
                <span>{ said::ADD }</span>
                <select {onchange} data-role="add-range">
                    <option value="" selected=true>{ said::CHOOSE }</option>
                    { for candidates.into_iter().map(|(path, value)| {
                        let words = said::candidate(&path, value, units);
                        html! { <option value={path}>{ words }</option> }
                    }) }
                </select>
            </label>
            <div class="ranges">{ for given.iter().map(|path| one_range(model, act, path)) }</div>
            if given.len() > 1 { { links(model, act) } }
            if !given.is_empty() {
                <div class="range-settings">
                    { number_box(model, act, SAMPLES, said::SAMPLES) }
                    { number_box(model, act, SEED, said::SEED) }
                    <p class="small muted">{ said::SEED_NOTE }</p>
                </div>
            }
        </>
    }
}

/// Which ranges move together, and a list of those that may.
fn links(model: &Model, act: &Act) -> Html {
    let open = range::unlinked(model.draft());
    let onchange = {
        let (act, open) = (act.clone(), open.clone());
        Callback::from(move |event: Event| {
            let list = event.target_unchecked_into::<HtmlSelectElement>();
            let chosen = usize::try_from(list.selected_index() - 1).ok();
            if let Some(pair) = chosen.and_then(|place| open.get(place)) {
                act.emit(Action::Link(pair.clone()));
            }
            list.set_selected_index(0);
        })
    };
    html! {
        <section class="links">
            <h3>{ said::LINKS }</h3>
            <p class="small muted">{ said::LINKS_NOTE }</p>
            if !open.is_empty() {
                <label class="model-row">
                    <span>{ said::ADD_LINK }</span>
                    <select {onchange} data-role="add-link">
                        <option selected=true>{ said::CHOOSE_PAIR }</option>
                        { for open.iter().map(|pair| html! { <option>{ said::pair(pair) }</option> }) }
                    </select>
                </label>
            }
            <div class="ranges">
                { for range::links(model.draft()).iter().enumerate().map(|(place, pair)| one_link(model, act, place, pair)) }
            </div>
        </section>
    }
}

/// One link: its two numbers, how closely they move together, and a way to take it out.
fn one_link(model: &Model, act: &Act, place: usize, pair: &[String; 2]) -> Html {
    let act_out = act.clone();
    let onclick = Callback::from(move |_: MouseEvent| act_out.emit(Action::Unlink(place)));
    html! {
        <fieldset key={pair.concat()} class="range" data-link={place.to_string()}>
            <legend>{ said::pair(pair) }</legend>
            { end_box(model, act, &format!("{LINKS}[{place}].spearman"), said::CORRELATION) }
            <button type="button" class="link" {onclick} aria-label={said::remove_link(pair)}>{ said::REMOVE }</button>
        </fieldset>
    }
}

/// One number with the shape and the ends of its range.
fn one_range(model: &Model, act: &Act, path: &str) -> Html {
    let field = [RANGES, ".", path].concat();
    let Some(kind) = model.draft().at(&field).and_then(ShapeKind::of) else { return Html::default() };
    let onchange = {
        let (act, path) = (act.clone(), path.to_owned());
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(shape) = ShapeKind::ALL.into_iter().find(|shape| shape.key() == chosen) {
                act.emit(Action::ShapeRange(path.clone(), shape));
            }
        })
    };
    let onclick = {
        let (act, path) = (act.clone(), path.to_owned());
        Callback::from(move |_: MouseEvent| act.emit(Action::RemoveRange(path.clone())))
    };
    let worth =
        model.report().cost.uncertainty.as_ref().and_then(|drawn| drawn.inputs.iter().find(|i| i.field == path));
    html! {
        <fieldset key={path.to_owned()} class="range" data-range={path.to_owned()}>
            <legend>{ text::field::label(path) }</legend>
            <label class="field"><span>{ said::SHAPE }</span>
                <select {onchange}>
                    { for ShapeKind::ALL.into_iter().map(|shape| html! {
                        <option value={shape.key()} selected={shape == kind}>{ said::shape(shape) }</option>
                    }) }
                </select>
            </label>
            { for kind.ends().iter().map(|end| end_box(model, act, &[&field, ".", *end].concat(), said::end(end))) }
            <button type="button" class="link" {onclick} aria-label={said::remove(path)}>{ said::REMOVE }</button>
            if let Some(note) = worth.and_then(said::effect) {
                <p class="note">{ note }</p>
            }
        </fieldset>
    }
}

/// A number of a range or a link: label, field, what is wrong with it.
fn end_box(model: &Model, act: &Act, path: &str, label: &'static str) -> Html {
    let path = path.to_owned();
    let id = format!("r-{}", path.replace(['.', '[', ']'], "-"));
    let error_id = format!("{id}-error");
    let rejected = model.rejected().get(&path);
    let oninput = {
        let (act, path) = (act.clone(), path.clone());
        Callback::from(move |event: InputEvent| {
            act.emit(Action::Type { path: path.clone(), text: typed_text(&event) });
        })
    };
    let onblur = {
        let (act, path) = (act.clone(), path.clone());
        Callback::from(move |_: FocusEvent| act.emit(Action::Leave(path.clone())))
    };
    html! {
        <div class={classes!("field", rejected.is_some().then_some("wrong"))} data-path={path.clone()}>
            <label for={id.clone()}>{ label }</label>
            <div class="box">
                <input {id} type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                    value={model.field_text(&path)} aria-invalid={rejected.is_some().then_some("true")}
                    aria-describedby={rejected.is_some().then(|| error_id.clone())} {oninput} {onblur} />
            </div>
            if let Some(echo) = model.echo(&path) {
                <p class="note">{ text::page::read_as(&echo) }</p>
            }
            if let Some(rejected) = rejected {
                <p class="error-text" id={error_id}>{ &rejected.problem.message }</p>
            }
        </div>
    }
}

/// What the ranges come to.
pub fn how_sure(model: &Model) -> Html {
    let cost = &model.report().cost;
    html! {
        <>
            if let Some(drawn) = &cost.uncertainty {
                { who_is_cheapest(model, drawn) }
                { where_they_cross(model, drawn) }
                if let Some(costs) = &drawn.at_volume { { worth(model, drawn, costs) } }
            } else {
                <p>{ said::NOTHING_DRAWN }</p>
            }
            if !cost.tornado.is_empty() { { tornado(model, &cost.tornado) } }
            if let Some(found) = &cost.regret { { regret(model, found) } }
            if let Some(drawn) = &cost.uncertainty {
                <p class="small muted">{ said::method(drawn) }</p>
            }
        </>
    }
}

/// A table that scrolls by itself when it is too wide.
fn table(caption: String, heads: &[&str], rows: Html) -> Html {
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label={caption.clone()}>
            <table>
                <caption>{ caption }</caption>
                <thead><tr>
                    { for heads.iter().enumerate().map(|(place, head)| html! {
                        <th scope="col" class={classes!((place > 0).then_some("num"))}>{ *head }</th>
                    }) }
                </tr></thead>
                <tbody>{ rows }</tbody>
            </table>
        </div>
    }
}

fn who_is_cheapest(model: &Model, drawn: &Uncertainty) -> Html {
    let labels = &model.scenario().labels;
    let units = units(labels);
    let row = |costs: &DrawnCosts, option: OptionId| {
        let (share, mean) = (costs.probability_cheapest.get(option)?, costs.mean.get(option)?);
        let band = costs.cost.get(option)?;
        Some(html! {
            <tr>
                <th scope="row">{ option_name(option) }</th>
                <td class="num">{ said::share(*share) }</td>
                { for [band.p5, band.p50, band.p95, *mean].map(|amount| html! { <td class="num">{ units.money(amount) }</td> }) }
            </tr>
        })
    };
    let heads =
        [said::COL_OPTION, said::COL_CHEAPEST_IN, said::COL_LOW, said::COL_MEDIAN, said::COL_HIGH, said::COL_MEAN];
    html! {
        <section>
            <h3>{ said::WHO_IS_CHEAPEST }</h3>
            <p>{ said::cheapest(labels, drawn) }</p>
            if let Some(costs) = &drawn.at_volume {
                { table(said::costs_caption(drawn), &heads, html! { <>{ for OptionId::ALL.into_iter().filter_map(|option| row(costs, option)) }</> }) }
            }
        </section>
    }
}

fn where_they_cross(model: &Model, drawn: &Uncertainty) -> Html {
    let labels = &model.scenario().labels;
    let units = units(labels);
    let heads = [text::page::COL_PAIR, said::COL_LOW, said::COL_MEDIAN, said::COL_HIGH, said::COL_NEVER];
    let rows = drawn.crossings.iter().map(|crossing| {
        html! {
            <tr>
                <th scope="row">{ text::page::pair_name(text::option(crossing.a), text::option(crossing.b)) }</th>
                { for [crossing.p5, crossing.p50, crossing.p95].map(|reached| html! { <td class="num">{ said::reached(reached, units) }</td> }) }
                <td class="num">{ said::share(crossing.never) }</td>
            </tr>
        }
    });
    let first = drawn
        .crossings
        .iter()
        .find(|crossing| drawn.histogram.as_ref().is_some_and(|h| (h.a, h.b) == (crossing.a, crossing.b)));
    let chart = drawn.histogram.as_ref().zip(first).map(|(histogram, crossing)| SpreadChart {
        histogram: histogram.clone(),
        bracket: crossing.p5.volume().zip(crossing.p95.volume()),
        here: model.number("volume.perMonth").map(|volume| (volume, text::page::YOUR_VOLUME.to_owned())),
        never: said::NEVER.to_owned(),
    });
    html! {
        <section>
            <h3>{ said::WHERE_THEY_CROSS }</h3>
            if let Some((chart, crossing)) = chart.zip(first) {
                <BarsFigure id="crossings" title={said::histogram_title(labels)} caption={said::crossing(labels, crossing)}
                    chart={Rc::new(Chart::Spread(chart))} />
            }
            { table(said::WHERE_THEY_CROSS.to_owned(), &heads, html! { <>{ for rows }</> }) }
        </section>
    }
}

fn worth(model: &Model, drawn: &Uncertainty, costs: &DrawnCosts) -> Html {
    let labels = &model.scenario().labels;
    let rows = drawn.inputs.iter().map(|input| {
        html! {
            <tr>
                <th scope="row">{ text::field::label(&input.field) }</th>
                <td class="num">{ said::evppi(labels, costs, input) }</td>
            </tr>
        }
    });
    html! {
        <section>
            <h3>{ said::WORTH }</h3>
            <p>{ said::evpi(labels, costs) }{ " " }{ said::most_worth(labels, costs, drawn) }</p>
            { table(said::WORTH.to_owned(), &[text::page::COL_NUMBER, said::COL_WORTH], html! { <>{ for rows }</> }) }
        </section>
    }
}

fn tornado(model: &Model, bars: &[Bar]) -> Html {
    let labels = &model.scenario().labels;
    let units = units(labels);
    let Some(between) = bars.first().map(|bar| bar.between) else { return Html::default() };
    let flips: Vec<String> = bars.iter().filter(|bar| bar.flips).map(|bar| text::field::label(&bar.field)).collect();
    let value = |bar: &Bar, value: f64| text::answer::tie_value(&bar.field, value, units);
    let rows = bars.iter().map(|bar| {
        html! {
            <tr>
                <th scope="row">{ text::field::label(&bar.field) }</th>
                { for [(bar.low, bar.gap_at_low), (bar.high, bar.gap_at_high)].map(|(end, gap)| html! {
                    <td class="num">{ value(bar, end) }<br /><span class="muted">{ units.money(gap) }</span></td>
                }) }
                <td class="num">{ bar.switches_at.map_or_else(|| "–".to_owned(), |at| value(bar, at)) }</td>
            </tr>
        }
    });
    let chart = TornadoChart {
        rows: bars.iter().map(|bar| (said::row(&bar.field, bar.flips), bar.clone())).collect(),
        currency: labels.currency.as_str().to_owned(),
        even: said::EVEN.to_owned(),
    };
    let title = said::tornado_title(between);
    let heads = [text::page::COL_NUMBER, said::COL_AT_LOW, said::COL_AT_HIGH, said::COL_FLIPS];
    html! {
        <section>
            <h3>{ said::TORNADO }</h3>
            <BarsFigure id="tornado" title={title.clone()} caption={said::tornado_finding(&flips)} note={said::TORNADO_NOTE}
                chart={Rc::new(Chart::Tornado(chart))} />
            { table(title, &heads, html! { <>{ for rows }</> }) }
        </section>
    }
}

fn regret(model: &Model, regret: &Regret) -> Html {
    let labels = &model.scenario().labels;
    let units = units(labels);
    let volumes: Vec<String> = regret.volumes.iter().map(|volume| said::regret_at(*volume, units)).collect();
    let heads: Vec<&str> =
        [said::COL_OPTION].into_iter().chain(volumes.iter().map(String::as_str)).chain([said::COL_WORST]).collect();
    let rows = regret.options.iter().map(|row| {
        html! {
            <tr>
                <th scope="row">{ option_name(row.option) }</th>
                { for row.regrets.iter().chain([&row.worst]).map(|amount| html! { <td class="num">{ units.money(*amount) }</td> }) }
            </tr>
        }
    });
    html! {
        <section>
            <h3>{ said::REGRET }</h3>
            <p>{ said::regret(labels, regret) }</p>
            { table(said::REGRET_TABLE.to_owned(), &heads, html! { <>{ for rows }</> }) }
            <p class="small muted">{ said::regret_source(regret.source) }{ " " }{ said::excluded(&regret.excluded) }</p>
        </section>
    }
}

/// A chart of bars.
#[derive(Clone, PartialEq)]
enum Chart {
    /// How a crossing is spread.
    Spread(SpreadChart),
    /// What each range does.
    Tornado(TornadoChart),
}

impl Chart {
    fn drawn(&self, width: f64) -> BarDrawing {
        match self {
            Self::Spread(chart) => spread_drawing(chart, width),
            Self::Tornado(chart) => tornado_drawing(chart, width),
        }
    }
}

#[derive(Clone, PartialEq, Properties)]
struct BarsProps {
    id: &'static str,
    title: AttrValue,
    caption: AttrValue,
    #[prop_or_default]
    note: AttrValue,
    chart: Rc<Chart>,
}

/// A chart with its title and what it shows; it keeps its own width.
#[function_component]
fn BarsFigure(props: &BarsProps) -> Html {
    let host = use_node_ref();
    let width = use_width(&host, FIRST_WIDTH);
    let BarDrawing { size, shapes } = props.chart.drawn(width);
    html! {
        <figure class="bars">
            <h4>{ &props.title }</h4>
            <div ref={host}>
                { still(props.id, size, props.title.clone(), props.caption.clone(), &shapes) }
            </div>
            <figcaption>{ &props.caption }{ " " }<span class="muted">{ &props.note }</span></figcaption>
        </figure>
    }
}
