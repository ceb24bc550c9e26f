//! The road map as a time line, the habits that hold a stage back, accuracy as a reason to move, the review, and what has
//! changed since the scenario was loaded.

use yew::prelude::*;

use crate::decision::{self, Arrival, Calendar, Enabler, RuleId, Stage, Trigger};
use crate::form::field;
use crate::host;
use crate::json::Json;
use crate::session::Action;
use crate::text;
use crate::text::reading::Place;
use crate::ui::controls::day;
use crate::ui::parts::{Panel, number_box, option_name, units};
use crate::ui::readings::{readings, tag};
use crate::ui::{Act, Model};

/// A shape for whether something has come; the word goes with it.
pub fn mark(state: Arrival, word: &'static str) -> Html {
    html! {
        <span class={classes!("mark", (state == Arrival::Met).then_some("met"))}>
            <span aria-hidden="true">{ text::road::arrival_shape(state) }</span>
            <span class="visually-hidden">{ word }</span>
        </span>
    }
}

fn triggers(model: &Model, heading: &'static str, list: Vec<&Trigger>) -> Html {
    if list.is_empty() {
        return Html::default();
    }
    let units = units(&model.scenario().labels);
    html! {
        <>
            <p class="small trigger-head">{ heading }</p>
            <ul class="triggers">
                { for list.iter().filter(|trigger| trigger.trigger != RuleId::M9).map(|trigger| html! {
                    <li data-trigger={trigger.trigger.id()}>
                        { mark(trigger.state, text::road::arrival(trigger.state)) }
                        <span>{ text::road::trigger(trigger, &model.scenario().decision, units) }{ tag(trigger.trigger) }</span>
                    </li>
                }) }
                { vendor_events(&list) }
            </ul>
        </>
    }
}

/// The events at the vendor in one line, each with its state.
fn vendor_events(list: &[&Trigger]) -> Html {
    let events: Vec<&&Trigger> = list.iter().filter(|trigger| trigger.trigger == RuleId::M9).collect();
    if events.is_empty() {
        return Html::default();
    }
    let met = events.iter().any(|event| event.state == Arrival::Met);
    let overall = if met { Arrival::Met } else { Arrival::Waiting };
    html! {
        <li data-trigger="M9">
            { mark(overall, text::road::arrival(overall)) }
            <span>
                { text::practice::AT_THE_VENDOR }
                { for events.into_iter().filter_map(|event| event.about.map(|risk| html! {
                    <>{ " " }<span class="event">{ mark(event.state, text::road::arrival(event.state)) }{ " " }{ text::practice::event(risk) }{ tag(risk) }</span></>
                })) }
                { tag(RuleId::M9) }
            </span>
        </li>
    }
}

/// What of a stage's triggers has to come first, and what gives a reason.
fn stage(model: &Model, index: usize, stage: &Stage, last: usize) -> Html {
    let decision = &model.report().decision;
    let position = match index {
        0 => Some(&decision.now),
        index if index == last => Some(&decision.destination),
        _ => None,
    };
    let variant = position.and_then(|position| position.variant).map(text::variant).unwrap_or_default();
    let of = |needed: bool| stage.until.iter().filter(|trigger| trigger.needed == needed).collect::<Vec<_>>();
    html! {
        <li class={classes!("stage", (index == 0).then_some("here"))}>
            <h3>{ option_name(stage.approach.option()) }</h3>
            <p class="small begins">{ text::road::begins(index, stage) }</p>
            if !variant.is_empty() && variant != text::approach(stage.approach) { <p class="small muted">{ variant }</p> }
            { triggers(model, text::road::NEEDED, of(true)) }
            { triggers(model, if index == last { text::road::REOPEN } else { text::road::REASONS }, of(false)) }
        </li>
    }
}

/// The dated triggers between now and the end of the line.
fn line(calendar: &Calendar) -> Html {
    let percent = |at: f64| format!("{}%", host::text(at * 100.0));
    html! {
        <svg class="calendar" aria-hidden="true" focusable="false">
            <line x1="0%" x2="100%" y1="30" y2="30" />
            <text x="0%" y="66" class="from">{ text::page::NOW }</text>
            <text x="100%" y="66" class="to">{ text::road::months(calendar.months) }</text>
            { for calendar.marks.iter().enumerate().map(|(index, mark)| html! {
                <>
                    <circle class={classes!((mark.rule == RuleId::M7).then_some("review"))} cx={percent(mark.at)} cy="30" r="5" />
                    <text x={percent(mark.at)} y={if index % 2 == 0 { "18" } else { "47" }}>{ mark.rule.id() }</text>
                </>
            }) }
        </svg>
    }
}

fn enablers(list: &[Enabler]) -> Html {
    html! {
        <div class="enablers">
            <h3>{ text::road::ENABLERS }{ tag(RuleId::M8) }</h3>
            <ul class="checklist">
                { for list.iter().map(|enabler| html! {
                    <li data-input={enabler.input}>
                        <span><span class={classes!("state", (enabler.state == Arrival::Unknown).then_some("unknown"), (enabler.state == Arrival::Waiting).then_some("triggered"))}>
                            { text::road::enabled(enabler.state) }
                        </span></span>
                        <span>{ text::road::enabler(enabler) }{ tag(enabler.rule) }</span>
                    </li>
                }) }
            </ul>
            <p class="small muted">{ text::road::enablers_line(list) }</p>
        </div>
    }
}

/// From now to the destination.
pub fn road_map(model: &Model, act: &Act) -> Html {
    let decision = &model.report().decision;
    let last = decision.road_map.len().saturating_sub(1);
    let calendar = decision::calendar(&decision.road_map);
    html! {
        <section class="plan" aria-labelledby="road-title">
            <div class="section-head">
                <h2 id="road-title">{ text::page::ROAD_MAP }</h2>
                <p class="small muted">{ text::rule::rule(RuleId::M1) }{ tag(RuleId::M1) }</p>
            </div>
            <p class="small muted">{ text::rule::rule(RuleId::S3) }{ tag(RuleId::S3) }</p>
            if let Some(which) = text::road::one_of_several(decision) { <p>{ which }</p> }
            <ol class="road">{ for decision.road_map.iter().enumerate().map(|(index, each)| stage(model, index, each, last)) }</ol>
            if calendar.marks.len() > 1 { { line(&calendar) } }
            if last > 0 { { enablers(&decision.enablers) } }
            <details class="road-inputs">
                <summary>{ text::road::RATES }</summary>
                <div class="short-fields">
                    { number_box(model, act, field::COLLECTED, text::road::COLLECTED) }
                    { number_box(model, act, field::HIRING, text::road::HIRING) }
                </div>
                <p class="small muted">{ text::road::ACCURACY }{ tag(RuleId::M5) }</p>
                <div class="short-fields">
                    { for field::ACCURACY.into_iter().zip(text::road::ACCURACY_LABELS).map(|(field, label)| number_box(model, act, field, label)) }
                </div>
            </details>
            { readings(Place::RoadMap) }
        </section>
    }
}

/// Puts today, by the browser's clock, as the day of the decision.
fn today(act: &Act) -> Callback<MouseEvent> {
    let act = act.clone();
    Callback::from(move |_: MouseEvent| {
        let day: String = js_sys::Date::new_0().to_iso_string().slice(0, 10).into();
        act.emit(Action::Put { path: "decision.decidedOn".to_owned(), value: Json::Text(day) });
    })
}

/// The review's date, and what has changed since the scenario was loaded.
pub fn review(model: &Model, act: &Act, open: bool) -> Html {
    let review = text::road::review(&model.report().decision.review);
    let finding = format!("{review}; {}", text::road::changes_finding(model.changes().len()));
    Panel { open, ..Panel::new("review", text::road::REVIEW, finding, (model, act), review_content) }.view()
}

fn review_content(model: &Model, act: &Act) -> Html {
    let review = &model.report().decision.review;
    let changes = model.changes();
    let suggest = review.suggested_on.clone().map(|on| {
        let act = act.clone();
        Callback::from(move |_: MouseEvent| {
            let value = Json::Text(on.as_str().to_owned());
            act.emit(Action::Put { path: "decision.practices.reviewDate".to_owned(), value });
        })
    });
    let (before, now) = (model.start_report(), model.report());
    html! {
            <>
                <div class="short-fields">
                    <div>
                        { day(model, act, "decision.decidedOn", text::road::DECIDED_ON) }
                        <button type="button" class="link" onclick={today(act)}>{ text::road::TODAY }</button>
                    </div>
                    { day(model, act, "decision.practices.reviewDate", text::road::REVIEW_ON) }
                </div>
                <p>
                    { text::road::suggestion(review) }{ tag(RuleId::M7) }
                    if let Some(onclick) = suggest { { " " }<button type="button" {onclick}>{ text::road::SUGGEST }</button> }
                </p>
                <h3>{ text::road::CHANGES }</h3>
                if changes.is_empty() {
                    <p class="small muted">{ text::road::NO_CHANGES }</p>
                } else {
                    <p>{ text::road::answer_then_and_now(&text::explain::course(&before.decision), &text::explain::course(&now.decision)) }</p>
                    <div class="scroll" tabindex="0" role="region" aria-label={text::road::CHANGES}>
                        <table>
                            <caption class="visually-hidden">{ text::road::CHANGES }</caption>
                            <thead><tr>
                                <th scope="col">{ text::road::COL_WHAT }</th>
                                <th scope="col">{ text::road::COL_BEFORE }</th>
                                <th scope="col">{ text::road::COL_AFTER }</th>
                            </tr></thead>
                            <tbody>
                                { for changes.iter().map(|change| html! {
                                    <tr>
                                        <th scope="row">{ text::field::label(&change.path) }</th>
                                        <td>{ &change.before }</td>
                                        <td>{ &change.after }</td>
                                    </tr>
                                }) }
                            </tbody>
                        </table>
                    </div>
                }
                { readings(Place::Review) }
            </>
    }
}
