//! The answer: one sentence, now and destination, the three costs, the chart and the reader's volume.

use std::rc::Rc;

use yew::prelude::*;

use crate::approach::OptionId;
use crate::chart::scene;
use crate::decision::RuleId;
use crate::form::field::VOLUME;
use crate::json::Json;
use crate::session::Action;
use crate::text;
#[cfg(feature = "page")]
use crate::ui::parts::Panel;
use crate::ui::parts::{number_box, option_name, units};
use crate::ui::plot::Plot;
use crate::ui::{Act, Model, View};

/// The right pane: everything, or what the view shows of it.
pub fn answer(model: &Model, act: &Act, view: View) -> Html {
    let small = view == View::Chart;
    let (advised, costed, drawn) = parts_of(view);
    let (labels, report) = (&model.scenario().labels, model.report());
    let stale = !model.rejected().is_empty();
    // What is said of the volume stands below its field, which would move under the reader's hands.
    let below = drawn && model.rejected().get(VOLUME.path).is_some();
    html! {
        <section class={classes!("answer", stale.then_some("is-stale"))} aria-labelledby="headline" part="answer">
            { advice(model, act, advised) }
            if let Some(line) = text::answer::range_line(labels, report).filter(|_| drawn) {
                <p class="range-line">{ line }</p>
            }
            if stale && !below { { last_valid(model) } }
            if costed { { costs(model) } }
            if drawn { <Figure model={model.clone()} act={act.clone()} full={!small} /> }
            if below { { last_valid(model) } }
        </section>
    }
}

/// Says that the last valid result is shown, and why.
fn last_valid(model: &Model) -> Html {
    html! {
        <div class="stale" role="alert">
            <p>{ text::page::STALE }</p>
            <ul>
                { for model.rejected().iter().map(|(path, rejected)| html! {
                    <li>{ format!("{}: {}", text::field::label(path), rejected.problem.message) }</li>
                }) }
            </ul>
        </div>
    }
}

/// Whether a view advises, whether it says what each option costs, whether it draws the chart.
#[cfg(feature = "page")]
fn parts_of(view: View) -> (bool, bool, bool) {
    match view {
        View::Full => (true, true, true),
        View::Chart => (false, false, true),
        View::Cost => (false, true, true),
        View::Decision | View::Compare => (true, true, false),
        View::Tree => (true, false, false),
    }
}

/// The small module knows two views; both draw the chart.
#[cfg(not(feature = "page"))]
fn parts_of(view: View) -> (bool, bool, bool) {
    (view == View::Full, view == View::Full, true)
}

/// The sentence: at depth 0 about money, else the advice, or the card of a gate that says stop.
fn advice(model: &Model, act: &Act, full: bool) -> Html {
    let (labels, report) = (&model.scenario().labels, model.report());
    match report.decision.gate.filter(|_| full) {
        Some(gate) => gate_card(model, act, gate),
        None if full => html! {
            <>
                { passed_gate(model, act) }
                <h2 class="headline" id="headline">{ text::answer::headline(labels, report) }</h2>
                <p class="course">{ course(model) }</p>
            </>
        },
        None => html! { <h2 class="headline" id="headline">{ text::answer::glance(labels, report) }</h2> },
    }
}

/// Now → destination.
fn course(model: &Model) -> Html {
    let decision = &model.report().decision;
    let now = text::answer::course_now(&decision.now);
    let destination = text::answer::course_destination(&decision.now, &decision.destination);
    html! {
        <>
            <span>{ text::page::NOW }{ " " }<b>{ now }</b></span>
            <span aria-hidden="true">{ "→" }</span>
            <span>{ text::page::DESTINATION }{ " " }<b>{ destination }</b></span>
        </>
    }
}

fn set_continue(act: &Act, value: Json) -> Callback<MouseEvent> {
    let act = act.clone();
    Callback::from(move |_: MouseEvent| {
        act.emit(Action::Put { path: "decision.gates.continueAnyway".to_owned(), value: value.clone() });
    })
}

/// What a gate says in place of the advice, with a way on.
fn gate_card(model: &Model, act: &Act, rule: RuleId) -> Html {
    let (title, advice) = text::rule::gate(rule);
    let imposed = model.scenario().decision.gates.imposed.as_ref().filter(|_| rule == RuleId::N1);
    let allowed = imposed.map(|imposed| {
        let reason = imposed.reason.as_ref().map(|reason| reason.as_str());
        text::practice::lightest_allowed(&text::answer::course_now(&model.report().decision.now), reason)
    });
    html! {
        <div class="gate" role="region" aria-labelledby="headline">
            <h2 class="headline" id="headline">{ title }{ " " }<span class="rule-id">{ rule.id() }</span></h2>
            <p>{ advice }</p>
            if let Some(allowed) = allowed { <p>{ allowed }</p> }
            <p><button type="button" onclick={set_continue(act, Json::Bool(true))}>{ text::page::CONTINUE_ANYWAY }</button></p>
        </div>
    }
}

/// A gate that the reader went past can stop again.
fn passed_gate(model: &Model, act: &Act) -> Html {
    match model.report().decision.gate_passed {
        Some(rule) => html! {
            <p class="small muted">
                { text::practice::passed(text::rule::gate(rule).0) }{ " " }<span class="rule-id">{ rule.id() }</span>{ " " }
                <button type="button" class="link" onclick={set_continue(act, Json::Null)}>{ text::practice::STOP_AGAIN }</button>
            </p>
        },
        None => Html::default(),
    }
}

/// What each option costs per month at the reader's volume.
fn costs(model: &Model) -> Html {
    let (labels, report) = (&model.scenario().labels, model.report());
    let units = units(labels);
    let Some(at) = &report.cost.at_volume else {
        return html! { <p class="money-line">{ text::page::NO_VOLUME }</p> };
    };
    let cells = OptionId::ALL.into_iter().filter_map(|option| {
        let cost = at.options.get(option);
        let article = option.approach().is_some();
        if cost.is_none() && !article {
            return None;
        }
        let cheapest = at.cheapest.contains(&option);
        Some(html! {
            <div class={classes!("cost", cheapest.then_some("cheapest"))} data-option={option.key()}>
                { option_name(option) }
                <span class="figure">{ cost.map_or_else(|| "–".to_owned(), |cost| units.money(cost.total)) }</span>
                <span class="difference">{ text::answer::difference(labels, report, option) }</span>
            </div>
        })
    });
    html! {
        <>
            <h3 class="visually-hidden">{ text::answer::costs_title(labels, at.volume) }</h3>
            <div class="costs">{ for cells }</div>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct FigureProps {
    model: Model,
    act: Callback<Action>,
    full: bool,
}

/// The chart with the handle on its axis, the exact volume, a caption and the same numbers as a table.
#[function_component]
fn Figure(props: &FigureProps) -> Html {
    let FigureProps { model, act, full } = props.clone();
    let hovered = use_state_eq(|| None::<f64>);
    let scene =
        use_memo((Rc::as_ptr(model.report()) as usize, model.locale()), |_| scene(model.scenario(), model.report()));
    let labels = &model.scenario().labels;
    let set_volume = {
        let act = act.clone();
        Callback::from(move |value: f64| act.emit(Action::Slide { path: VOLUME.path.to_owned(), value }))
    };
    let on_hover = {
        let hovered = hovered.clone();
        Callback::from(move |volume| hovered.set(volume))
    };
    let volume = model.number(VOLUME.path);
    let read_at = (*hovered).or(volume);
    let reading = read_at.map(|volume| text::answer::reading(labels, &model.report().cost.at(volume), volume));
    let spoken =
        volume.map_or_else(|| text::page::NO_VOLUME.to_owned(), |_| text::answer::headline(labels, model.report()));
    html! {
        <figure part="chart">
            <div class="figure-head">
                <h3 id="chart-title">{ text::answer::chart_title(labels) }</h3>
                <p class="reading" aria-hidden="true">{ reading.unwrap_or_default() }</p>
            </div>
            <Plot scene={scene.clone()} title={text::answer::chart_title(labels)} desc={text::answer::caption(labels, model.report())}
                {on_hover} on_volume={set_volume.clone()} {volume}
                slider_label={text::page::YOUR_VOLUME} slider_text={spoken} />
            <div class="volume-row">
                { number_box(&model, &act, VOLUME, text::page::YOUR_VOLUME) }
            </div>
            <figcaption>{ text::answer::caption(labels, model.report()) }</figcaption>
            if full { { as_table(&model, &act) } }
        </figure>
    }
}

/// The same numbers as a table.
#[cfg(feature = "page")]
fn as_table(model: &Model, act: &Act) -> Html {
    let finding = text::answer::crossings_finding(&model.scenario().labels, model.report());
    let content = |model: &Model, _: &Act| crate::ui::examine::chart_table(model);
    Panel::new("chart-table", text::page::AS_TABLE, finding, (model, act), content).view()
}

/// The table comes with the page.
#[cfg(not(feature = "page"))]
fn as_table(_: &Model, _: &Act) -> Html {
    Html::default()
}
