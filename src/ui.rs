//! The page: Yew components that show a session and turn what people do into actions.
//!
//! No component computes a number or holds a rule; every word comes from `text`, every figure from the report. The
//! session is the only state, apart from what is open and where the pointer is.

mod answer;
#[cfg(feature = "page")]
mod answers;
#[cfg(feature = "page")]
mod companions;
#[cfg(feature = "page")]
mod compare;
#[cfg(feature = "page")]
mod controls;
#[cfg(feature = "page")]
mod costs;
#[cfg(feature = "page")]
mod deep;
#[cfg(feature = "page")]
pub mod effects;
#[cfg(feature = "page")]
mod examine;
#[cfg(feature = "page")]
mod explain;
#[cfg(feature = "page")]
mod focus;
#[cfg(feature = "page")]
mod numbers;
#[cfg_attr(not(feature = "page"), expect(dead_code, reason = "pieces of the page's panels"))]
mod parts;
#[cfg(feature = "page")]
pub mod picture;
#[cfg(feature = "page")]
mod plan;
pub mod plot;
#[cfg(feature = "page")]
mod printed;
#[cfg(feature = "page")]
mod purpose;
#[cfg(feature = "page")]
mod readings;
#[cfg(feature = "page")]
mod risks;
#[cfg(feature = "page")]
mod road;
#[cfg(feature = "page")]
mod scenarios;
mod seen;
#[cfg(feature = "page")]
mod spectrum;
#[cfg(feature = "page")]
mod take_away;
#[cfg(feature = "page")]
mod time;
mod title_bar;
#[cfg(feature = "page")]
mod tree;
#[cfg(feature = "page")]
mod uncertainty;
#[cfg(feature = "page")]
mod views;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::format;
use crate::session::{Action, Session};
use crate::text;
#[cfg(feature = "page")]
use crate::ui::parts::{Content, Later};

/// A shared session; two are equal when they are the same one.
#[derive(Clone)]
pub struct Model(Rc<Session>);

impl Model {
    /// Shares a session.
    #[must_use]
    pub fn new(session: Session) -> Self {
        Self(Rc::new(session))
    }
}

impl PartialEq for Model {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl std::ops::Deref for Model {
    type Target = Session;
    /// Whoever shows a session shows it in its locale: several widgets may be drawn in turn.
    fn deref(&self) -> &Session {
        format::speak(self.0.locale());
        &self.0
    }
}

impl Reducible for Model {
    type Action = Action;
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(Rc::new(self.0.apply(action))))
    }
}

/// How much is shown (depths 0 and up).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Everything.
    #[default]
    Full,
    /// One sentence, the chart and its volume.
    Chart,
    /// Questions, answer, reasons and road map; no number of the bill.
    #[cfg(feature = "page")]
    Decision,
    /// What it costs: the numbers, the chart with its crossings, the bill, over time.
    #[cfg(feature = "page")]
    Cost,
    /// The tree with the walked path, and the questions that steer it.
    #[cfg(feature = "page")]
    Tree,
    /// Scenarios, approaches and frameworks side by side.
    #[cfg(feature = "page")]
    Compare,
}

impl View {
    /// Every view that this module shows, by its name.
    #[cfg(feature = "page")]
    pub const NAMED: &[(&str, Self)] = &[
        ("full", Self::Full),
        ("chart", Self::Chart),
        ("decision", Self::Decision),
        ("cost", Self::Cost),
        ("tree", Self::Tree),
        ("compare", Self::Compare),
    ];
    /// The small module leaves the others to the whole one.
    #[cfg(not(feature = "page"))]
    pub const NAMED: &[(&str, Self)] = &[("full", Self::Full), ("chart", Self::Chart)];

    /// The view of a name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Self::NAMED.iter().find(|(known, _)| *known == name).map(|(_, view)| *view)
    }
}

/// What the host page asks for, oldest first, until it is done. `serial` counts all of it: it is not told at once, so that
/// a second request may come before the first is seen.
#[derive(Clone, Default)]
pub struct Requests {
    /// Counts up with every request.
    pub serial: u32,
    /// What to do.
    pub actions: Rc<RefCell<Vec<Action>>>,
}

impl PartialEq for Requests {
    fn eq(&self, other: &Self) -> bool {
        self.serial == other.serial
    }
}

/// What the host page gives.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The session to start with.
    pub start: Model,
    /// How much is shown.
    #[prop_or_default]
    pub view: View,
    /// Nothing can be changed by the reader.
    #[prop_or_default]
    pub locked: bool,
    /// Address of the page that a copied link opens; empty: the one that this is.
    #[prop_or_default]
    pub page: AttrValue,
    /// What is asked for.
    #[prop_or_default]
    pub requests: Requests,
    /// Told about every new scenario and its report.
    #[prop_or_default]
    pub on_report: Callback<Model>,
    /// The reader asks for the whole page.
    #[prop_or_default]
    pub on_open: Callback<()>,
}

/// Where panels send actions.
pub type Act = Callback<Action>;

/// The widget.
#[function_component]
pub fn App(props: &AppProps) -> Html {
    let start = props.start.clone();
    let model = use_reducer(move || start);
    let act = {
        let dispatcher = model.dispatcher();
        use_callback((), move |action, ()| dispatcher.dispatch(action))
    };
    {
        let act = act.clone();
        use_effect_with(props.requests.clone(), move |requests| {
            requests.actions.take().into_iter().for_each(|action| act.emit(action));
        });
    }
    {
        let on_report = props.on_report.clone();
        let model = (*model).clone();
        use_effect_with(model, move |model| on_report.emit(model.clone()));
    }
    let model = (*model).clone();
    // Asked for from within a view; the host may name another one later.
    let opened = use_state(|| None::<View>);
    let view = if *opened == Some(props.view) { View::Full } else { props.view };
    let small = view == View::Chart;
    let open_full = {
        let (opened, asked, on_open) = (opened.clone(), props.view, props.on_open.clone());
        Callback::from(move |_: MouseEvent| {
            opened.set(Some(asked));
            on_open.emit(());
        })
    };
    html! {
        <div class={classes!("ab", small.then_some("view-chart"))} lang={text::LANGUAGE} dir={text::DIRECTION} part="root" onclick={kept_focus()}>
            <section class="body" aria-label={text::page::REGION}>
                <Status model={model.clone()} />
                if let Some(notice) = model.notice() {
                    <p class="notice" role="alert">{ notice }</p>
                }
                <fieldset class="all" disabled={props.locked}>
                    if small {
                        { answer::answer(&model, &act, view) }
                    } else {
                        { page(view, &model, &act, &props.page) }
                    }
                </fieldset>
                if view != View::Full {
                    <p><button type="button" class="link" onclick={open_full}>{ text::page::OPEN_FULL }</button></p>
                }
            </section>
        </div>
    }
}

/// Buttons that take themselves away are on the page only.
fn kept_focus() -> Option<Callback<MouseEvent>> {
    #[cfg(feature = "page")]
    return Some(Callback::from(|event: MouseEvent| focus::keep(&event)));
    #[cfg(not(feature = "page"))]
    None
}

/// What is more than the chart.
#[cfg(feature = "page")]
fn page(view: View, model: &Model, act: &Act, address: &AttrValue) -> Html {
    match view {
        View::Full | View::Chart => everything(model, act, address),
        other => views::view(other, model, act),
    }
}

/// Everything, from the sentence to the raw report.
#[cfg(feature = "page")]
fn everything(model: &Model, act: &Act, address: &AttrValue) -> Html {
    // Only paper shows the memo.
    let later = |content| html! { <Later model={model.clone()} act={act.clone()} content={Content(content)} /> };
    html! {
        <>
            { title_bar::title_bar(model, act) }
            { later(|model, _| printed::head(&printed::memo(model))) }
            <div class="panes">
                { answer::answer(model, act, View::Full) }
                <div class="summary-line">
                    <span>{ text::answer::one_line(&model.scenario().labels, model.report()) }</span>
                </div>
                { purpose::inputs(model, act) }
            </div>
            { later(|model, _| printed::body(&printed::memo(model))) }
            { purpose::below(model, act) }
            if model.report().decision.gate.is_none() {
                { take_away::take_away(model, act, address) }
                { examine::examine(model, act) }
            }
        </>
    }
}

/// What the small module shows of the page until the whole one has arrived: the answer in its place.
#[cfg(not(feature = "page"))]
fn page(_: View, model: &Model, act: &Act, _: &AttrValue) -> Html {
    html! {
        <>
            { title_bar::title_bar(model, act) }
            <div class="panes">{ answer::answer(model, act, View::Full) }</div>
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct StatusProps {
    model: Model,
}

/// Says a changed headline once, half a second after the last change, without moving the focus.
#[function_component]
fn Status(props: &StatusProps) -> Html {
    let said = use_state(String::new);
    let sentence = text::answer::headline(&props.model.scenario().labels, props.model.report());
    let first = use_mut_ref(|| true);
    {
        let said = said.clone();
        use_effect_with(sentence, move |sentence| {
            let skip = first.replace(false);
            let sentence = sentence.clone();
            let timeout = (!skip).then(|| Timeout::new(500, move || said.set(sentence)));
            move || drop(timeout)
        });
    }
    html! { <p class="visually-hidden" role="status">{ (*said).clone() }</p> }
}
