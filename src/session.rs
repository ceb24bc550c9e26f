//! The page's state machine: what was answered and typed, and the last valid result.
//!
//! Pure and native: `apply` takes an action and gives the next session. Every edit goes through the scenario's parser;
//! one that is refused keeps the typed text and the last valid scenario. It touches no storage, no clock and no screen.

use std::rc::Rc;

#[cfg(feature = "page")]
use crate::approach::OptionId;
#[cfg(feature = "page")]
use crate::catalogue;
use crate::form::field::Measure;
use crate::form::question::{Choice, Question};
#[cfg(feature = "page")]
use crate::form::range::ShapeKind;
use crate::form::range::{self, LINKS, RANGES, UNCERTAINTY};
#[cfg(feature = "page")]
use crate::form::structure::{self, Now};
use crate::form::{field, number};
#[cfg(feature = "page")]
use crate::format::Units;
use crate::format::{Locale, speak};
use crate::json::Json;
use crate::named::Named;
use crate::problem::{Problem, ProblemKind, Problems};
use crate::report::{Report, evaluate};
use crate::scenario::{Scenario, presets, read};
use crate::text;

/// Most steps that can be undone.
const MAX_UNDO: usize = 100;

/// What a person does on the page.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Answers a question.
    Answer(Question, Choice),
    /// Types into the number at a path.
    Type {
        /// Path of the number.
        path: String,
        /// The text as it stands in the field.
        text: String,
    },
    /// Leaves a field: accepted text is shown in its normal form from now on.
    Leave(String),
    /// Moves a slider or a handle.
    Slide {
        /// Path of the number.
        path: String,
        /// The new value, in the unit in which people enter it.
        value: f64,
    },
    /// Puts a value at a path: a choice or a name in one of the deeper panels.
    Put {
        /// Where.
        path: String,
        /// What; `null` takes the answer back.
        value: Json,
    },
    /// Takes the token prices of a model from the catalogue.
    PickModel(String),
    /// Changes a cost structure beyond its numbers.
    #[cfg(feature = "page")]
    Restructure(OptionId, structure::Change),
    /// Makes the number at a path a range, with ends to begin with.
    #[cfg(feature = "page")]
    AddRange(String),
    /// Makes it a number again.
    #[cfg(feature = "page")]
    RemoveRange(String),
    /// Gives a range another shape.
    #[cfg(feature = "page")]
    ShapeRange(String, ShapeKind),
    /// Links two numbers that have ranges, so that they move together.
    #[cfg(feature = "page")]
    Link([String; 2]),
    /// Takes a link out, by its place.
    #[cfg(feature = "page")]
    Unlink(usize),
    /// Loads an example by its id.
    Load(String),
    /// Takes a whole scenario from the host page.
    Replace(Box<Scenario>),
    /// Takes the changes of another widget of the same group, or of the host: what was loaded stays what it was.
    Adopt(Box<Scenario>),
    /// Says why a scenario from outside could not be had or taken; nothing else changes.
    Refuse(String),
    /// Goes on although a gate says stop.
    ContinueAnyway,
    /// Writes and reads numbers as a locale does; no number changes.
    Speak(Locale),
    /// Names the money as the host asks for, in everything that was or is shown; no amount changes, nothing is to be undone.
    NameMoney(String),
    /// Takes the last change back.
    Undo,
    /// Makes it again.
    Redo,
    /// Goes back to what was loaded.
    Reset,
}

/// A text that was typed and could not be used.
#[derive(Clone, Debug, PartialEq)]
pub struct Rejected {
    /// The text as typed.
    pub text: String,
    /// Why not.
    pub problem: Problem,
}

/// A value that was changed.
#[cfg(feature = "page")]
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its path.
    pub path: String,
    /// As it was loaded, in words.
    pub before: String,
    /// As it is, in words.
    pub after: String,
}

/// Every value that is another one after than before, in the order of the scenario.
#[cfg(feature = "page")]
#[must_use]
pub fn differences(before: &Json, after: &Json) -> Vec<Change> {
    let mut changes = Vec::new();
    add_differences(before, after, "", (units(before), units(after)), &mut changes);
    changes
}

/// The words that a scenario uses.
#[cfg(feature = "page")]
fn units(scenario: &Json) -> Units<'_> {
    let label = |path| match scenario.at(path) {
        Some(Json::Text(label)) => label.as_str(),
        _ => "",
    };
    Units { currency: label("labels.currency"), unit: label("labels.unit") }
}

#[cfg(feature = "page")]
fn add_differences(before: &Json, after: &Json, path: &str, units: (Units<'_>, Units<'_>), changes: &mut Vec<Change>) {
    match (before, after) {
        (Json::Null, Json::List(items)) | (Json::List(items), Json::Null) if items.is_empty() => {}
        (Json::Null, Json::Object(_)) | (Json::Object(_), Json::Null) => {
            let group = |side: &Json| if *side == Json::Null { Json::Object(Vec::new()) } else { side.clone() };
            let mut each = Vec::new();
            add_differences(&group(before), &group(after), path, units, &mut each);
            // One by one where each has a name for people.
            if each.iter().any(|change| text::field::label(&change.path) == change.path) {
                each = vec![difference(before, after, path, units)];
            }
            changes.extend(each);
        }
        (Json::Object(old), Json::Object(new)) => {
            let missing = new.iter().filter(|(key, _)| !old.iter().any(|(known, _)| known == key));
            for (key, _) in old.iter().chain(missing) {
                // Not by path: names of ranges hold points themselves.
                let value =
                    |pairs: &[(String, Json)]| pairs.iter().find(|(name, _)| name == key).map(|(_, v)| v.clone());
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                add_differences(
                    &value(old).unwrap_or_default(),
                    &value(new).unwrap_or_default(),
                    &path,
                    units,
                    changes,
                );
            }
        }
        _ if before != after => changes.push(difference(before, after, path, units)),
        _ => {}
    }
}

#[cfg(feature = "page")]
fn difference(before: &Json, after: &Json, path: &str, units: (Units<'_>, Units<'_>)) -> Change {
    Change {
        path: path.to_owned(),
        before: text::prose::value(path, before, units.0),
        after: text::prose::value(path, after, units.1),
    }
}

/// The first problem in words, for those that belong to no field.
fn first(Problems(problems): Problems) -> Option<String> {
    problems.into_iter().next().map(|problem| problem.message)
}

/// What undo goes back to: the scenario as a tree, and what was loaded then.
#[derive(Clone, Debug, PartialEq)]
struct Moment {
    draft: Rc<Json>,
    preset: Option<&'static str>,
    start: Rc<Json>,
    start_report: Rc<Report>,
}

/// What the page shows, and how it came to that.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    scenario: Rc<Scenario>,
    report: Rc<Report>,
    now: Moment,
    typed: Named<String>,
    rejected: Named<Rejected>,
    notice: Option<String>,
    past: Vec<Moment>,
    future: Vec<Moment>,
    last_path: Option<String>,
    locale: Locale,
}

impl Session {
    /// Starts with a scenario; `preset` names the example that it is, if it is one.
    #[must_use]
    pub fn new(scenario: Scenario, preset: Option<&'static str>) -> Self {
        let draft = Rc::new(Json::of(&scenario));
        let report = Rc::new(evaluate(&scenario));
        Self {
            report: Rc::clone(&report),
            scenario: Rc::new(scenario),
            now: Moment { draft: Rc::clone(&draft), preset, start: draft, start_report: report },
            typed: Named::new(),
            rejected: Named::new(),
            notice: None,
            past: Vec::new(),
            future: Vec::new(),
            last_path: None,
            locale: Locale::EN,
        }
    }

    /// The same in another locale.
    #[must_use]
    pub fn spoken(mut self, locale: Locale) -> Self {
        self.locale = locale;
        self
    }

    /// How its numbers are written and read.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Goes on where another widget left: what was loaded there stays what it was (in the host's money, if it names any), the
    /// scenario is one change to it.
    #[must_use]
    pub fn resumed(scenario: Scenario, preset: Option<&'static str>, money: Option<&str>) -> Self {
        let loaded = preset.and_then(|id| presets::find(id).ok()).and_then(|preset| preset.scenario().ok());
        let mut session = Self::new(loaded.unwrap_or_else(|| scenario.clone()), preset);
        if let Some(money) = money {
            session.name_money(money);
        }
        session.adopt(scenario);
        session
    }

    /// Starts with the example that is shown at first sight.
    #[must_use]
    pub fn first() -> Self {
        match presets::FIRST.scenario() {
            Ok(scenario) => Self::new(scenario, Some(presets::FIRST.id)),
            Err(_) => Self::new(Scenario::blank(), None),
        }
    }

    /// The last valid scenario.
    #[must_use]
    pub fn scenario(&self) -> &Rc<Scenario> {
        &self.scenario
    }

    /// Its report.
    #[must_use]
    pub fn report(&self) -> &Rc<Report> {
        &self.report
    }

    /// The same scenario as a tree, for reading numbers by path.
    #[must_use]
    pub fn draft(&self) -> &Json {
        &self.now.draft
    }

    /// The example that was loaded, also after changes.
    #[must_use]
    pub fn preset(&self) -> Option<&'static str> {
        self.now.preset
    }

    /// Whether anything differs from what was loaded.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.now.draft != self.now.start || !self.rejected.is_empty()
    }

    /// Every value that differs from what was loaded, in the order of the scenario (W3).
    #[cfg(feature = "page")]
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        differences(&self.now.start, &self.now.draft)
    }

    /// What was loaded.
    #[cfg(feature = "page")]
    #[must_use]
    pub fn start(&self) -> Option<Scenario> {
        read(&self.now.start).ok()
    }

    /// The report of what was loaded.
    #[must_use]
    pub fn start_report(&self) -> &Report {
        &self.now.start_report
    }

    /// Whether there is a change to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a change to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Texts that could not be used, by the path of their field.
    #[must_use]
    pub fn rejected(&self) -> &Named<Rejected> {
        &self.rejected
    }

    /// A problem that belongs to no field, for example an example that does not exist, in words.
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        self.notice.as_deref()
    }

    /// The number at a path, if one is there.
    #[must_use]
    pub fn number(&self, path: &str) -> Option<f64> {
        self.now.draft.number(path)
    }

    /// The same number in the unit in which people enter it.
    #[must_use]
    pub fn entered(&self, path: &str) -> Option<f64> {
        let number = self.number(path)?;
        Some(Measure::converting(path).map_or(number, |measure| measure.entered(number)))
    }

    /// What a number field shows: the text as typed, else the number.
    #[must_use]
    pub fn field_text(&self, path: &str) -> String {
        match (self.rejected.get(path), self.typed.get(path)) {
            (Some(rejected), _) => rejected.text.clone(),
            (None, Some(typed)) => typed.clone(),
            (None, None) => self.entered(path).map(crate::format::plain).unwrap_or_default(),
        }
    }

    /// The accepted number written out, where the typed text looks different: `1.000` was read as `1`.
    #[must_use]
    pub fn echo(&self, path: &str) -> Option<String> {
        let typed = self.typed.get(path)?;
        let read = crate::format::plain(self.entered(path)?);
        (read != typed.trim()).then_some(read)
    }

    /// The session after an action.
    #[must_use]
    pub fn apply(&self, action: Action) -> Self {
        speak(self.locale);
        let mut next = self.clone();
        // What the host says besides does not answer a notice.
        if !matches!(action, Action::Adopt(_) | Action::Speak(_) | Action::NameMoney(_)) {
            next.notice = None;
        }
        match action {
            #[cfg(not(feature = "page"))]
            Action::Answer(..) => {}
            #[cfg(feature = "page")]
            Action::Answer(question, choice) => {
                let writes = question.writes(choice);
                let path = writes.first().map_or("", |(path, _)| *path).to_owned();
                next.edit(&path, None, |json| {
                    for (path, value) in writes {
                        json.set(path, value);
                    }
                });
            }
            Action::Type { path, text } => match parsed(&path, &text) {
                Ok(value) => {
                    next.edit(&path, Some(text), |json| field::write(json, &path, stored(&path, value)));
                    if let Some(Rejected { problem, .. }) = next.rejected.get_mut(&path) {
                        *problem = field::as_entered(&path, problem.clone(), value);
                    }
                }
                Err(kind) => next.reject(path, text, kind),
            },
            Action::Leave(path) => {
                next.typed.remove(&path);
                next.last_path = None;
            }
            Action::Slide { path, value } => {
                next.edit(&path, None, |json| field::write(json, &path, stored(&path, Some(value))));
            }
            Action::Put { path, value } => next.edit(&path, None, |json| json.set(&path, value)),
            #[cfg(not(feature = "page"))]
            Action::PickModel(_) => {}
            #[cfg(feature = "page")]
            Action::PickModel(id) => {
                if let Some(model) = catalogue::find(&id) {
                    if field::price_kind(&next.now.draft, OptionId::Api) == Some(field::PriceKind::Tokens) {
                        next.edit("options.api.price.model", None, |json| write_model(json, model));
                    } else {
                        let tokens = structure::Change::Price(Some(field::PriceKind::Tokens));
                        next.restructure(OptionId::Api, &tokens, |json| write_model(json, model));
                    }
                }
            }
            #[cfg(feature = "page")]
            Action::Restructure(option, change) => next.restructure(option, &change, |_| {}),
            #[cfg(feature = "page")]
            Action::AddRange(path) => {
                if let Some(value) = next.number(&path) {
                    next.edit_range(&path, Some(range::suggestion(&path, value)));
                }
            }
            #[cfg(feature = "page")]
            Action::RemoveRange(path) => next.edit_range(&path, None),
            #[cfg(feature = "page")]
            Action::ShapeRange(path, shape) => {
                if let Some(now) = next.now.draft.at(&[RANGES, ".", &path].concat()).cloned() {
                    next.edit_range(&path, Some(range::reshaped(&path, &now, shape)));
                }
            }
            #[cfg(feature = "page")]
            Action::Link(pair) => next.edit_links(|links| links.push(range::link(pair))),
            #[cfg(feature = "page")]
            Action::Unlink(place) => next.edit_links(|links| {
                if place < links.len() {
                    links.remove(place);
                }
            }),
            Action::Load(id) => match presets::find(&id) {
                Ok(preset) => match preset.scenario() {
                    Ok(scenario) => next.start_over(scenario, Some(preset.id)),
                    Err(problems) => next.notice = first(problems),
                },
                Err(problem) => next.notice = Some(problem.message),
            },
            Action::Replace(scenario) => next.start_over(*scenario, None),
            Action::Adopt(scenario) => next.adopt(*scenario),
            Action::Refuse(reason) => next.notice = Some(text::problem::not_shown(&reason)),
            Action::ContinueAnyway => {
                const PATH: &str = "decision.gates.continueAnyway";
                next.edit(PATH, None, |json| json.set(PATH, Json::Bool(true)));
            }
            Action::Speak(locale) => next.locale = locale,
            Action::NameMoney(currency) => next.name_money(&currency),
            Action::Undo => {
                if let Some(before) = next.past.pop() {
                    next.future.push(next.now.clone());
                    next.accept(before);
                }
            }
            Action::Redo => {
                if let Some(after) = next.future.pop() {
                    next.past.push(next.now.clone());
                    next.accept(after);
                }
            }
            Action::Reset => {
                next.remember("");
                next.accept(Moment { draft: Rc::clone(&self.now.start), ..self.now.clone() });
            }
        }
        next
    }

    /// Tries a change; a refused one keeps its text, an accepted one becomes the scenario.
    fn edit(&mut self, path: &str, typed: Option<String>, change: impl FnOnce(&mut Json)) {
        let mut changed = (*self.now.draft).clone();
        change(&mut changed);
        let legal = |json: Json| Some((read(&json).ok()?, json));
        let (result, changed) = match self.with_its_range(path, &changed).into_iter().find_map(legal) {
            Some((scenario, with_range)) => {
                #[cfg(feature = "page")]
                self.forget_texts(&[RANGES, ".", path].concat());
                (Ok(scenario), with_range)
            }
            None => (read(&changed), changed),
        };
        match result {
            Ok(scenario) => {
                self.rejected.remove(path);
                match typed {
                    Some(text) => self.typed.insert(path.to_owned(), text),
                    None => self.typed.remove(path),
                };
                if changed != *self.now.draft {
                    self.remember(path);
                    self.take(scenario, Rc::new(changed));
                }
            }
            Err(Problems(problems)) => {
                if let Some(problem) = problems.into_iter().next() {
                    let text = typed.unwrap_or_default();
                    self.rejected.insert(path.to_owned(), Rejected { text, problem });
                }
            }
        }
    }

    /// The change of a number with the range that follows it, and with the one that it had, should that not be legal. Both
    /// as this run of changes began, so that a drag there and back changes nothing. A number that is blank has no range.
    fn with_its_range(&self, path: &str, changed: &Json) -> Vec<Json> {
        let is_run = self.last_path.as_deref() == Some(path);
        let before = self.past.last().filter(|_| is_run).map_or(&self.now.draft, |moment| &moment.draft);
        let known = before.at(RANGES).and_then(|ranges| ranges.at(path));
        let (Some(known), Some(uncertainty)) = (known, before.at(UNCERTAINTY)) else { return Vec::new() };
        let range = match (before.at(path), changed.at(path)) {
            (Some(Json::Number(before)), Some(Json::Number(after))) => range::followed(path, known, *before, *after),
            (Some(Json::Number(_)), Some(Json::Null)) => None,
            _ => return Vec::new(),
        };
        let mut kept = changed.clone();
        kept.set(UNCERTAINTY, uncertainty.clone());
        let mut followed = kept.clone();
        followed.put(RANGES, path, range);
        unlink(&mut followed);
        vec![followed, kept]
    }

    /// Puts a range in, or takes it out; texts typed into the one before are gone with it.
    #[cfg(feature = "page")]
    fn edit_range(&mut self, path: &str, range: Option<Json>) {
        let field = [RANGES, ".", path].concat();
        self.forget_texts(&field);
        // A link goes with its range, and the others move up.
        self.forget_texts(LINKS);
        let had_none = self.now.start.at(UNCERTAINTY) == Some(&Json::Null);
        self.edit(&field, None, |json| {
            json.put(RANGES, path, range);
            unlink(json);
            // Where nothing was a range, and nothing is one any more, it is as it was.
            if had_none && json.at(RANGES) == Some(&Json::Object(Vec::new())) {
                json.set(UNCERTAINTY, Json::Null);
            }
        });
        self.last_path = None;
    }

    /// Forgets what was typed at and below a path.
    #[cfg(feature = "page")]
    fn forget_texts(&mut self, below: &str) {
        for path in self.rejected.keys().chain(self.typed.keys()).cloned().collect::<Vec<_>>() {
            if is_below(&path, below) {
                self.rejected.remove(&path);
                self.typed.remove(&path);
            }
        }
    }

    /// Puts a link in or takes one out.
    #[cfg(feature = "page")]
    fn edit_links(&mut self, change: impl FnOnce(&mut Vec<Json>)) {
        let mut links = match self.now.draft.at(LINKS) {
            Some(Json::List(links)) => links.clone(),
            _ => Vec::new(),
        };
        let before = links.len();
        change(&mut links);
        if links.len() == before {
            return;
        }
        let mut changed = (*self.now.draft).clone();
        changed.set(LINKS, Json::List(links));
        self.replace(changed, LINKS);
    }

    /// Tries a change to more than one number: always one step of undo. Texts typed below a path are gone with it; what is
    /// refused is told above the page.
    #[cfg(feature = "page")]
    fn replace(&mut self, changed: Json, below: &str) {
        match read(&changed) {
            Ok(scenario) if changed != *self.now.draft => {
                self.forget_texts(below);
                self.remember("");
                self.take(scenario, Rc::new(changed));
            }
            Ok(_) => {}
            Err(problems) => self.notice = first(problems),
        }
    }

    fn reject(&mut self, path: String, text: String, kind: ProblemKind) {
        let problem = Problem::new(path.clone(), kind, text::problem::not_a_number(&text));
        self.rejected.insert(path, Rejected { text, problem });
    }

    /// Keeps the present state for undo; a run of changes to one field is one step.
    fn remember(&mut self, path: &str) {
        if self.last_path.as_deref() != Some(path) || path.is_empty() {
            self.past.push(self.now.clone());
            if self.past.len() > MAX_UNDO {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.last_path = Some(path.to_owned());
    }

    fn take(&mut self, scenario: Scenario, draft: Rc<Json>) {
        self.report = Rc::new(evaluate(&scenario));
        self.scenario = Rc::new(scenario);
        self.now.draft = draft;
    }

    /// Makes an earlier (hence valid) state the present one.
    fn accept(&mut self, moment: Moment) {
        if let Ok(scenario) = read(&moment.draft) {
            let draft = Rc::clone(&moment.draft);
            self.now = moment;
            self.take(scenario, draft);
            self.typed.clear();
            self.rejected.clear();
            self.last_path = None;
        }
    }

    /// Loads something else; this too can be undone.
    fn start_over(&mut self, scenario: Scenario, preset: Option<&'static str>) {
        self.remember("");
        let draft = Rc::new(Json::of(&scenario));
        self.take(scenario, Rc::clone(&draft));
        self.now = Moment { preset, start: Rc::clone(&draft), start_report: Rc::clone(&self.report), draft };
        self.typed.clear();
        self.rejected.clear();
    }

    /// Makes a whole scenario the present one, as one change.
    fn adopt(&mut self, scenario: Scenario) {
        if *self.scenario != scenario {
            self.remember("adopted");
            let draft = Rc::new(Json::of(&scenario));
            self.take(scenario, draft);
            self.typed.clear();
            self.rejected.clear();
        }
    }

    fn name_money(&mut self, currency: &str) {
        if self.scenario.labels.currency.as_str() == currency {
            return;
        }
        let named = |tree: &Json| {
            let mut tree = tree.clone();
            tree.set("labels.currency", Json::Text(currency.to_owned()));
            Rc::new(tree)
        };
        // The report has no money's name in it.
        let Ok(scenario) = read(&named(&self.now.draft)) else { return };
        self.scenario = Rc::new(scenario);
        for moment in [&mut self.now].into_iter().chain(&mut self.past).chain(&mut self.future) {
            (moment.draft, moment.start) = (named(&moment.draft), named(&moment.start));
        }
    }

    /// Changes a cost structure beyond its numbers: always one step of undo.
    #[cfg(feature = "page")]
    fn restructure(&mut self, option: OptionId, change: &structure::Change, then: impl FnOnce(&mut Json)) {
        let at = self.report.cost.at_volume.as_ref();
        let line = |name: &str| {
            let lines = &at?.options.get(option)?.lines;
            lines.iter().find(|line| line.line == name).map(|line| line.amount)
        };
        let now = Now { volume: at.map(|at| at.volume), price: line("price"), hosting: line("hosting") };
        let mut changed = (*self.now.draft).clone();
        change.apply(option, &mut changed, now);
        then(&mut changed);
        let below = change.below(option);
        forget_ranges(&mut changed, &below);
        self.replace(changed, &below);
    }
}

/// A range belongs to the number that it was given for, and a link to its two ranges.
#[cfg(feature = "page")]
fn forget_ranges(json: &mut Json, below: &str) {
    let Some(Json::Object(ranges)) = json.at(RANGES).cloned() else { return };
    let gone = |path: &str| is_below(path, below) || json.at(path).is_none();
    let count = ranges.len();
    let kept: Vec<_> = ranges.into_iter().filter(|(path, _)| !gone(path)).collect();
    if kept.len() < count {
        json.set(RANGES, Json::Object(kept));
        unlink(json);
    }
}

/// Whether a path is another one or leads on from it: `a.b` and `a[0]` from `a`, but not `ab`.
#[cfg(feature = "page")]
fn is_below(path: &str, other: &str) -> bool {
    path.strip_prefix(other).is_some_and(|rest| rest.is_empty() || other.ends_with('.') || rest.starts_with(['.', '[']))
}

/// Takes out links between numbers of which one has no range any more.
fn unlink(json: &mut Json) {
    let (Some(Json::List(links)), Some(Json::Object(ranges))) = (json.at(LINKS).cloned(), json.at(RANGES).cloned())
    else {
        return;
    };
    let known = |end: Option<&Json>| ranges.iter().any(|(path, _)| end == Some(&Json::Text(path.clone())));
    let kept = links.into_iter().filter(|link| known(link.at("a")) && known(link.at("b"))).collect();
    json.set(LINKS, Json::List(kept));
}

/// What a text says in the field of a path. Percent of nothing is no number.
fn parsed(path: &str, text: &str) -> Result<Option<f64>, ProblemKind> {
    match Measure::converting(path) {
        None if text.contains('%') => Err(ProblemKind::NotANumber),
        _ => number::parse(text),
    }
}

/// The scenario's number for an entered one.
fn stored(path: &str, entered: Option<f64>) -> Option<f64> {
    match Measure::converting(path) {
        Some(measure) => entered.map(|entered| measure.stored(entered)),
        None => entered,
    }
}

#[cfg(feature = "page")]
fn write_model(json: &mut Json, model: &catalogue::ModelPrice) {
    for (key, value) in [
        ("kind", Json::Text("tokens".to_owned())),
        ("inputPerMillion", Json::Number(model.input_per_million)),
        ("outputPerMillion", Json::Number(model.output_per_million)),
        ("model", Json::Text(model.model.to_owned())),
        ("asOf", Json::Text(model.as_of.to_owned())),
    ] {
        json.set(&format!("options.api.price.{key}"), value);
    }
}
