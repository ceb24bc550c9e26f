//! The whole JavaScript interface: convert, call the engine, convert back. It holds no rule and no default.
//!
//! Every function that can fail throws one kind of error: an `Error` with `code` and `problems`, each problem naming its
//! field by path, what is wrong, and the allowed range.

use js_sys::{Error, Reflect};
use wasm_bindgen::prelude::*;

use crate::format::{self, Locale};
use crate::host::{from_js, to_js};
use crate::json::MAX_DEPTH;
use crate::problem::{Problem, ProblemKind, Problems};
use crate::scenario::{self, Scenario};
use crate::share;
use crate::text;

pub use engine::{complete, defaults, evaluate, preset, presets, validate, version};
#[cfg(feature = "page")]
pub use prose::{entered, figures, label, with_number};
#[cfg(feature = "page")]
pub use take_away::{chart, decode, encode, memo};
#[cfg(feature = "chart")]
pub use widget::{Widget, mount};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type { ChartOptions, CompleteScenario, MemoFormat, Preset, Problem, Report, Scenario, WidgetOptions } from "./types.js";
export type * from "./types.js";
"#;

#[wasm_bindgen]
extern "C" {
    /// A scenario by contract: an object, its JSON text, or a share token.
    #[wasm_bindgen(typescript_type = "Scenario | string")]
    pub type ScenarioInput;
    /// A complete scenario.
    #[wasm_bindgen(typescript_type = "CompleteScenario")]
    pub type ScenarioOutput;
    /// A report.
    #[wasm_bindgen(typescript_type = "Report")]
    pub type ReportOutput;
    /// A list of problems.
    #[wasm_bindgen(typescript_type = "Problem[]")]
    pub type ProblemsOutput;
    /// A number, text as a person types it, or nothing.
    #[wasm_bindgen(typescript_type = "number | string | null")]
    pub type NumberInput;
    /// Texts, or nothing.
    #[wasm_bindgen(typescript_type = "(string | null)[]")]
    pub type FiguresOutput;
    /// The presets.
    #[wasm_bindgen(typescript_type = "Preset[]")]
    pub type PresetsOutput;
}

fn thrown(code: &str, Problems(problems): &Problems) -> JsValue {
    let lines: Vec<String> = problems
        .iter()
        .map(|problem| {
            if problem.field.is_empty() {
                problem.message.clone()
            } else {
                format!("{}: {}", problem.field, problem.message)
            }
        })
        .collect();
    let error: JsValue = Error::new(&lines.join("\n")).into();
    // Setting a property of a fresh object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    let _ = Reflect::set(&error, &"problems".into(), &to_js(problems));
    error
}

/// Reads what a host gives. Programs are answered in plain English figures, whatever a widget spoke before.
fn read(input: &JsValue) -> Result<Scenario, Problems> {
    format::speak(Locale::EN);
    if let Some(text) = input.as_string() {
        return share::read_text(&text);
    }
    let json = from_js(input, MAX_DEPTH)
        .map_err(|_| Problem::new("", ProblemKind::WrongType, text::problem::NOT_PLAIN_DATA))?;
    scenario::read(&json)
}

mod engine {
    //! The engine for hosts.

    use serde::Serialize;
    use wasm_bindgen::prelude::*;

    use super::{PresetsOutput, ProblemsOutput, ReportOutput, ScenarioInput, ScenarioOutput, read, thrown};
    use crate::host::to_js;
    use crate::problem::Problems;
    use crate::report;
    use crate::scenario::Scenario;
    use crate::scenario::presets::{self, PRESETS, Preset};
    use crate::text;

    /// Evaluates a scenario (an object, its JSON text, or a share token).
    ///
    /// # Errors
    /// The scenario is not valid: throws an `Error` with `code: "invalidScenario"` and every problem.
    #[wasm_bindgen]
    pub fn evaluate(scenario: &ScenarioInput) -> Result<ReportOutput, JsValue> {
        let scenario = read(scenario).map_err(|problems| thrown("invalidScenario", &problems))?;
        Ok(to_js(&report::evaluate(&scenario)).unchecked_into())
    }

    /// Every problem of a scenario; empty when it is valid. Never throws.
    #[wasm_bindgen]
    pub fn validate(scenario: &ScenarioInput) -> ProblemsOutput {
        let problems = read(scenario).err().unwrap_or_default();
        to_js(&problems).unchecked_into()
    }

    /// The scenario in which nothing is known and nothing is counted, with every field.
    #[wasm_bindgen]
    pub fn defaults() -> ScenarioOutput {
        to_js(&Scenario::blank()).unchecked_into()
    }

    /// The ready-made scenarios with their names.
    #[wasm_bindgen]
    pub fn presets() -> PresetsOutput {
        #[derive(Serialize)]
        struct Offered {
            id: &'static str,
            name: &'static str,
            summary: &'static str,
            scenario: Option<Scenario>,
        }
        let offered = PRESETS.map(|Preset { id, .. }| Offered {
            id,
            name: text::preset::name(id),
            summary: text::preset::summary(id),
            scenario: presets::find(id).ok().and_then(|preset| preset.scenario().ok()),
        });
        to_js(&offered).unchecked_into()
    }

    /// One ready-made scenario; without a name the one that is shown at first sight.
    ///
    /// # Errors
    /// There is none of that name: throws an `Error` with `code: "unknownPreset"` and the problem.
    #[wasm_bindgen]
    pub fn preset(id: &str) -> Result<ScenarioOutput, JsValue> {
        let preset = if id.is_empty() { Ok(presets::FIRST) } else { presets::find(id) };
        let found = preset.map_err(Problems::from).and_then(|preset| preset.scenario());
        let scenario = found.map_err(|problems| thrown("unknownPreset", &problems))?;
        Ok(to_js(&scenario).unchecked_into())
    }

    /// A scenario with every field: what is missing is unknown or not counted.
    ///
    /// # Errors
    /// The scenario is not valid: throws an `Error` with `code: "invalidScenario"` and every problem.
    #[wasm_bindgen]
    pub fn complete(scenario: &ScenarioInput) -> Result<ScenarioOutput, JsValue> {
        let scenario = read(scenario).map_err(|problems| thrown("invalidScenario", &problems))?;
        Ok(to_js(&scenario).unchecked_into())
    }

    /// The version of this package.
    #[wasm_bindgen]
    pub fn version() -> String {
        env!("CARGO_PKG_VERSION").to_owned()
    }
}

#[cfg(feature = "page")]
mod prose {
    //! Numbers and results within somebody's sentences.

    use serde::Serialize;
    use serde_wasm_bindgen::Serializer;
    use wasm_bindgen::prelude::*;

    use crate::format::{Locale, speak};

    use super::{FiguresOutput, NumberInput, ScenarioInput, ScenarioOutput, read, thrown};
    use crate::host::to_js;
    use crate::session::{Action, Session};
    use crate::text;

    fn named(locale: Option<String>) -> Locale {
        locale.and_then(|examples| Locale::of(&examples)).unwrap_or(Locale::EN)
    }

    /// A scenario with one number changed: a number, text as a person types it, or `null` for not counted. `locale` holds
    /// examples of how people write: `12.345.678,5 ¤`, `50 %` and `22.11.2003`, on a line each.
    ///
    /// # Errors
    /// The scenario or the number is not valid: throws an `Error` with `code: "invalidScenario"` and every problem.
    #[wasm_bindgen(js_name = withNumber)]
    pub fn with_number(
        scenario: &ScenarioInput,
        field: &str,
        value: &NumberInput,
        locale: Option<String>,
    ) -> Result<ScenarioOutput, JsValue> {
        let scenario = read(scenario).map_err(|problems| thrown("invalidScenario", &problems))?;
        let path = field.to_owned();
        let action = match (value.as_f64(), value.as_string()) {
            (Some(value), _) => Action::Slide { path, value },
            (None, text) => Action::Type { path, text: text.unwrap_or_default() },
        };
        let changed = Session::new(scenario, None).spoken(named(locale)).apply(action);
        match changed.rejected().get(field) {
            Some(rejected) => Err(thrown("invalidScenario", &rejected.problem.clone().into())),
            None => Ok(to_js(&**changed.scenario()).unchecked_into()),
        }
    }

    /// What stands at paths of the scenario or its report, as it is read within a sentence; `null` where nothing is. For
    /// `locale` see `withNumber`.
    ///
    /// # Errors
    /// The scenario is not valid: throws an `Error` with `code: "invalidScenario"` and every problem.
    #[wasm_bindgen]
    pub fn figures(
        scenario: &ScenarioInput,
        paths: Vec<String>,
        locale: Option<String>,
    ) -> Result<FiguresOutput, JsValue> {
        let scenario = read(scenario).map_err(|problems| thrown("invalidScenario", &problems))?;
        speak(named(locale));
        let figures = text::prose::figures(&scenario, &paths);
        let written = figures.serialize(&Serializer::json_compatible());
        Ok(written.unwrap_or(JsValue::NULL).unchecked_into())
    }

    /// The scenario's number at a path, in the unit in which people enter it (a share as a percentage); nothing where none is.
    ///
    /// # Errors
    /// The scenario is not valid: throws an `Error` with `code: "invalidScenario"` and every problem.
    #[wasm_bindgen]
    pub fn entered(scenario: &ScenarioInput, field: &str) -> Result<Option<f64>, JsValue> {
        let scenario = read(scenario).map_err(|problems| thrown("invalidScenario", &problems))?;
        Ok(text::prose::number(&scenario, field))
    }

    /// What a number of the scenario is called.
    #[wasm_bindgen]
    pub fn label(field: &str) -> String {
        text::prose::label(field)
    }
}

#[cfg(feature = "page")]
mod take_away {
    //! What people take away: share tokens, documents, the chart as a picture.

    use js_sys::Reflect;
    use wasm_bindgen::prelude::*;

    use super::{ScenarioInput, ScenarioOutput, read, thrown};
    use crate::chart::Size;
    use crate::chart::svg::Theme;
    use crate::host::to_js;
    use crate::memo::{self, Format};
    use crate::problem::{Problem, ProblemKind};
    use crate::report::evaluate;
    use crate::scenario::{IsoDate, Scenario};
    use crate::share;
    use crate::text;
    use crate::ui::{effects, picture};

    #[wasm_bindgen]
    extern "C" {
        /// Kind of a document.
        #[wasm_bindgen(typescript_type = "MemoFormat")]
        pub type MemoFormat;
        /// How the chart is drawn.
        #[wasm_bindgen(typescript_type = "ChartOptions")]
        pub type ChartOptions;
    }

    fn valid(scenario: &ScenarioInput) -> Result<Scenario, JsValue> {
        read(scenario).map_err(|problems| thrown("invalidScenario", &problems))
    }

    fn invalid_option(field: &str, given: &str, known: &[&str]) -> JsValue {
        let message = text::problem::unknown_value(given, known);
        thrown("invalidOptions", &Problem::new(field, ProblemKind::UnknownValue, message).into())
    }

    /// A scenario as a share token: what stands after `#s=` in a link.
    ///
    /// # Errors
    /// The scenario is not valid: throws an `Error` with `code: "invalidScenario"` and every problem.
    #[wasm_bindgen]
    pub fn encode(scenario: &ScenarioInput) -> Result<String, JsValue> {
        Ok(share::encode(&valid(scenario)?))
    }

    /// The scenario of a share token.
    ///
    /// # Errors
    /// The token was cut off or changed: throws an `Error` with `code: "invalidScenario"` and the problem.
    #[wasm_bindgen]
    pub fn decode(token: &str) -> Result<ScenarioOutput, JsValue> {
        let scenario = share::decode(token).map_err(|problems| thrown("invalidScenario", &problems))?;
        Ok(to_js(&scenario).unchecked_into())
    }

    /// A document about a scenario: `"markdown"`, `"madr"`, `"csv"` or `"calendar"`. `today` is the day on which it is
    /// made, as `2026-11-25`; without it, the day in this browser. A scenario's day of the decision comes before it.
    ///
    /// # Errors
    /// The scenario is not valid, or there is no such format or day: throws an `Error` with `code` and every problem.
    #[wasm_bindgen]
    pub fn memo(scenario: &ScenarioInput, format: &MemoFormat, today: Option<String>) -> Result<String, JsValue> {
        let scenario = valid(scenario)?;
        let name = format.as_string().unwrap_or_default();
        let format =
            Format::find(&name).ok_or_else(|| invalid_option("format", &name, &Format::NAMED.map(|it| it.0)))?;
        let today = match today {
            Some(day) => IsoDate::new(&day).ok_or_else(|| {
                let problem = Problem::new("today", ProblemKind::UnknownValue, text::problem::NOT_A_DATE);
                thrown("invalidOptions", &problem.into())
            })?,
            None => effects::today(),
        };
        Ok(memo::memo(&scenario, &evaluate(&scenario), format, &today))
    }

    /// The crossover chart as an SVG document, with its colours in it.
    ///
    /// # Errors
    /// The scenario is not valid, or there is no such theme: throws an `Error` with `code` and every problem.
    #[wasm_bindgen]
    pub fn chart(scenario: &ScenarioInput, options: Option<ChartOptions>) -> Result<String, JsValue> {
        let scenario = valid(scenario)?;
        let option =
            |key: &str| Reflect::get(options.as_ref()?, &key.into()).ok().filter(|value| !value.is_undefined());
        let theme = match option("theme").and_then(|theme| theme.as_string()).as_deref() {
            None | Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            Some(other) => return Err(invalid_option("theme", other, &["light", "dark"])),
        };
        let number = |key: &str| option(key).and_then(|number| number.as_f64());
        let width = number("width").unwrap_or(picture::WIDTH);
        let size = number("height").map_or_else(|| Size::of_width(width), |height| Size::new(width, height));
        Ok(picture::svg(&scenario, &evaluate(&scenario), size, theme))
    }
}

#[cfg(feature = "chart")]
mod widget {
    //! Widgets on a page: present where the module has a user interface.

    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    use js_sys::{Function, Reflect};
    use wasm_bindgen::prelude::*;
    use web_sys::Element;
    use yew::{AppHandle, Callback};

    use super::{ReportOutput, ScenarioOutput, read, thrown};
    use crate::format::Locale;
    use crate::host::to_js;
    use crate::problem::{Problem, ProblemKind, Problems};
    use crate::scenario::{Scenario, presets};
    use crate::session::{Action, Session};
    use crate::text;
    use crate::ui::{App, AppProps, Model, Requests, View};

    #[wasm_bindgen]
    extern "C" {
        /// Options of a widget.
        #[wasm_bindgen(typescript_type = "WidgetOptions")]
        pub type WidgetOptions;
        /// Called with every new report.
        #[wasm_bindgen(typescript_type = "((report: Report) => void)")]
        pub type OnReport;
        /// Called when the reader asks for the whole page.
        #[wasm_bindgen(typescript_type = "(() => void)")]
        pub type OnOpen;
        /// Called when there is a new report, which the widget then has at hand.
        #[wasm_bindgen(typescript_type = "(() => void)")]
        pub type OnChange;
    }

    /// The latest session.
    type Latest = Rc<RefCell<Model>>;

    /// A widget on the page.
    #[wasm_bindgen]
    pub struct Widget {
        app: Option<AppHandle<App>>,
        props: AppProps,
        latest: Latest,
    }

    /// What the host asks for, read from a plain object.
    struct Asked {
        preset: Option<String>,
        scenario: Option<Scenario>,
        adopt: Option<Scenario>,
        view: Option<View>,
        locked: Option<bool>,
        /// English where it is none.
        locale: Option<Locale>,
        /// What the money is called, instead of what the scenario says.
        currency: Option<String>,
        /// Why a scenario could not be had or taken, for the reader.
        refused: Option<String>,
        /// The page that a copied link opens; empty: the one that this is.
        page: Option<String>,
    }

    fn asked(options: &JsValue) -> Result<Asked, Problems> {
        let get = |key: &str| {
            Reflect::get(options, &key.into()).ok().filter(|value| !value.is_undefined() && !value.is_null())
        };
        let mut problems = Problems::default();
        let mut given = |key: &str| match get(key).map(|given| read(&given)) {
            Some(Ok(scenario)) => Some(scenario),
            Some(Err(found)) => {
                problems.0.extend(found.0);
                None
            }
            None => None,
        };
        let (scenario, adopt) = (given("scenario"), given("adopt"));
        let view = get("view").and_then(|view| {
            let name = view.as_string().unwrap_or_default();
            let found = View::find(&name);
            if found.is_none() {
                let known: Vec<&str> = View::NAMED.iter().map(|(name, _)| *name).collect();
                let message = text::problem::unknown_value(&name, &known);
                problems.0.push(Problem::new("view", ProblemKind::UnknownValue, message));
            }
            found
        });
        let locked = get("locked").and_then(|locked| locked.as_bool());
        let locale = get("locale").and_then(|examples| examples.as_string());
        let locale = locale.map(|examples| Locale::of(&examples).unwrap_or(Locale::EN));
        let preset = get("preset").and_then(|preset| preset.as_string()).filter(|preset| !preset.is_empty());
        let refused = get("refused").and_then(|reason| reason.as_string());
        let currency = get("currency").and_then(|currency| currency.as_string());
        let page = get("page").and_then(|page| page.as_string());
        if problems.0.is_empty() {
            Ok(Asked { preset, scenario, adopt, view, locked, locale, currency, refused, page })
        } else {
            Err(problems)
        }
    }

    /// Shows a widget in an element, which it fills and keeps for itself.
    ///
    /// A preset that does not exist gives a notice in the widget, which then shows the first example. `on_change` is for
    /// hosts that seldom read the report: writing it out takes longer than working it out.
    ///
    /// # Errors
    /// Options that are not valid: throws an `Error` with `code: "invalidOptions"` and every problem.
    #[wasm_bindgen]
    pub fn mount(
        host: Element,
        options: &WidgetOptions,
        on_report: Option<OnReport>,
        on_open: Option<OnOpen>,
        on_change: Option<OnChange>,
    ) -> Result<Widget, JsValue> {
        let asked = asked(options).map_err(|problems| thrown("invalidOptions", &problems))?;
        let preset = asked.preset.as_deref().map(presets::find);
        let known = preset.as_ref().and_then(|preset| preset.as_ref().ok());
        let unknown = asked.preset.as_ref().filter(|_| known.is_none() && asked.scenario.is_none());
        let action = asked.refused.map(Action::Refuse).or_else(|| unknown.cloned().map(Action::Load));
        let requests = Requests::default();
        requests.actions.borrow_mut().extend(action);
        let session = match (asked.adopt.or(asked.scenario), known) {
            (Some(scenario), preset) => {
                Session::resumed(scenario, preset.map(|preset| preset.id), asked.currency.as_deref())
            }
            (None, Some(preset)) => {
                preset.scenario().map_or_else(|_| Session::first(), |scenario| Session::new(scenario, Some(preset.id)))
            }
            (None, None) => Session::first(),
        };
        let session = session.spoken(asked.locale.unwrap_or(Locale::EN));
        let start = Model::new(match asked.currency {
            Some(name) => session.apply(Action::NameMoney(name)),
            None => session,
        });
        let latest = Rc::new(RefCell::new(start.clone()));
        let tell = on_report.map(|function| Function::from(JsValue::from(function)));
        let changed = on_change.map(|function| Function::from(JsValue::from(function)));
        let keep = Rc::clone(&latest);
        let told = Cell::new(std::ptr::null());
        let on_report = Callback::from(move |model: Model| {
            let report = Rc::clone(model.report());
            keep.replace(model);
            let new = told.replace(Rc::as_ptr(&report)) != Rc::as_ptr(&report);
            // A host's own error is the host's; it must not stop the widget.
            if let Some(tell) = tell.as_ref().filter(|_| new) {
                let _ = tell.call1(&JsValue::NULL, &to_js(&*report));
            }
            if let Some(changed) = changed.as_ref().filter(|_| new) {
                let _ = changed.call0(&JsValue::NULL);
            }
        });
        let open = on_open.map(|function| Function::from(JsValue::from(function)));
        let on_open = Callback::from(move |()| {
            if let Some(open) = &open {
                let _ = open.call0(&JsValue::NULL);
            }
        });
        let (view, locked) = (asked.view.unwrap_or_default(), asked.locked.unwrap_or_default());
        let page = asked.page.unwrap_or_default().into();
        let props = AppProps { start, view, locked, page, requests, on_report, on_open };
        let app = yew::Renderer::<App>::with_root_and_props(host, props.clone()).render();
        Ok(Widget { app: Some(app), props, latest })
    }

    #[wasm_bindgen]
    impl Widget {
        /// Changes preset or scenario or locale, and view, lock or page; what is not named stays as it is.
        ///
        /// # Errors
        /// Options that are not valid throw as in `mount`; nothing is changed then.
        pub fn update(&mut self, options: &WidgetOptions) -> Result<(), JsValue> {
            let asked = asked(options).map_err(|problems| thrown("invalidOptions", &problems))?;
            let scenario = match (asked.refused, asked.adopt, asked.scenario, asked.preset) {
                (Some(reason), ..) => Some(Action::Refuse(reason)),
                (_, Some(scenario), ..) => Some(Action::Adopt(Box::new(scenario))),
                (.., Some(scenario), _) => Some(Action::Replace(Box::new(scenario))),
                (.., Some(id)) => Some(Action::Load(id)),
                _ => None,
            };
            let actions = [scenario, asked.locale.map(Action::Speak), asked.currency.map(Action::NameMoney)];
            let mut actions = actions.into_iter().flatten().peekable();
            if actions.peek().is_some() {
                self.props.requests.serial += 1;
                self.props.requests.actions.borrow_mut().extend(actions);
            }
            if let Some(view) = asked.view {
                self.props.view = view;
            }
            if let Some(locked) = asked.locked {
                self.props.locked = locked;
            }
            if let Some(page) = asked.page {
                self.props.page = page.into();
            }
            if let Some(app) = &mut self.app {
                app.update(self.props.clone());
            }
            Ok(())
        }

        /// The id of the example that was loaded, also after changes.
        pub fn preset(&self) -> Option<String> {
            self.latest.borrow().preset().map(str::to_owned)
        }

        /// Whether something was asked for that does not exist, and the widget says so.
        #[wasm_bindgen(js_name = hasNotice)]
        pub fn has_notice(&self) -> bool {
            self.latest.borrow().notice().is_some()
        }

        /// The last valid scenario, complete.
        pub fn scenario(&self) -> ScenarioOutput {
            to_js(&**self.latest.borrow().scenario()).unchecked_into()
        }

        /// Its report.
        pub fn report(&self) -> ReportOutput {
            to_js(&**self.latest.borrow().report()).unchecked_into()
        }

        /// Removes the widget from its element; a second call does nothing.
        pub fn destroy(&mut self) {
            if let Some(app) = self.app.take() {
                app.destroy();
            }
        }
    }
}
