//! The one place that touches what is outside the page: clock, clipboard, downloads, files, storage, address, printer.
//!
//! Everything here may be refused (by a policy, a sandbox, a private window); then it says so by its result, and the panel
//! shows a way without it. Nothing is sent anywhere.

use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use js_sys::{Array, Date, JSON};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, FileReader, HtmlAnchorElement, HtmlDocument, HtmlElement, Storage, Url};
use yew::Callback;

use crate::scenario::IsoDate;

/// Before the names of what is kept in this browser.
const PREFIX: &str = "ai-build-vs-buy:";

/// The day in this browser.
#[must_use]
pub fn today() -> IsoDate {
    let now = Date::new_0();
    let day = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
    IsoDate::new(&day).unwrap_or_default()
}

/// Whether this page is inside another one, which may forbid downloads and dialogs.
pub fn is_framed() -> bool {
    window().parent().ok().flatten().is_some_and(|parent| parent != window())
}

/// Copies what is selected in a field; the selection stays where copying is not allowed.
pub fn copy(field: &HtmlElement) -> bool {
    // Without focus some browsers copy nothing.
    let _ = field.focus();
    document().dyn_into::<HtmlDocument>().is_ok_and(|document| document.exec_command("copy").unwrap_or(false))
}

/// Hands a text to the browser as a file.
///
/// # Errors
/// The browser has no files to give.
pub fn save_text(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    save(name, &Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?)
}

/// Hands bytes to the browser as a file.
///
/// # Errors
/// The browser has no files to give.
pub fn save(name: &str, content: &Blob) -> Result<(), JsValue> {
    let url = Url::create_object_url_with_blob(content)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The browser reads the content after this event; then it can go.
    Timeout::new(10_000, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

/// The text of a file that was picked; `None` where it cannot be read.
pub fn read(file: &File, done: Callback<Option<String>>) {
    let Ok(reader) = FileReader::new() else { return done.emit(None) };
    let finished = {
        let reader = reader.clone();
        Closure::once_into_js(move || done.emit(reader.result().ok().and_then(|text| text.as_string())))
    };
    reader.set_onloadend(Some(finished.unchecked_ref()));
    // What cannot be read ends as well, without a result.
    let _ = reader.read_as_text(file);
}

/// JSON text for people.
pub fn indented(text: &str) -> String {
    let value = JSON::parse(text).unwrap_or_default();
    let text = JSON::stringify_with_replacer_and_space(&value, &JsValue::NULL, &JsValue::from(2));
    text.map(String::from).unwrap_or_default() + "\n"
}

/// The address that opens a scenario. On the page's own address it also becomes the present one, so that a reload keeps
/// what was shared.
pub fn link(page: &str, token: &str) -> String {
    let fragment = format!("#s={token}");
    if let Some(page) = page.split('#').next().filter(|page| !page.is_empty()) {
        return format!("{page}{fragment}");
    }
    if let Ok(history) = window().history() {
        // Refused where the address is not the page's own; the link is shown all the same.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&fragment));
    }
    let address = window().location().href().unwrap_or_default();
    let end = address.find(['?', '#']).unwrap_or(address.len());
    format!("{}{fragment}", address.get(..end).unwrap_or_default())
}

/// Opens the browser's dialog for printing.
pub fn print() {
    // Refused in a sandbox without dialogs; the browser's own command remains.
    let _ = window().print();
}

/// What is kept in this browser: scenarios by name, only ever on request.
pub struct Shelf(Storage);

impl Shelf {
    /// `None` where the browser lets this page keep nothing.
    pub fn open() -> Option<Self> {
        window().local_storage().ok().flatten().map(Self)
    }

    /// The names, in order.
    pub fn names(&self) -> Vec<String> {
        let keys = (0..self.0.length().unwrap_or(0)).filter_map(|place| self.0.key(place).ok().flatten());
        let mut names: Vec<String> = keys.filter_map(|key| key.strip_prefix(PREFIX).map(str::to_owned)).collect();
        names.sort_unstable();
        names
    }

    /// The token that is kept under a name.
    pub fn get(&self, name: &str) -> Option<String> {
        self.0.get_item(&format!("{PREFIX}{name}")).ok().flatten()
    }

    /// Keeps a token; `false` where there is no room.
    pub fn put(&self, name: &str, token: &str) -> bool {
        self.0.set_item(&format!("{PREFIX}{name}"), token).is_ok()
    }

    /// Forgets a name.
    pub fn remove(&self, name: &str) {
        // What is not there needs no removal.
        let _ = self.0.remove_item(&format!("{PREFIX}{name}"));
    }
}
