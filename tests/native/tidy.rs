//! The order of the modules, and what every file has to have.

use std::fs;
use std::path::{Path, PathBuf};

/// What each module may use of this crate (besides itself); see docs/architecture.md.
const LAYERS: &[(&str, &[&str])] = &[
    ("units", &["json", "problem", "reader"]),
    ("problem", &["text", "units"]),
    ("reader", &["json", "problem", "text"]),
    ("approach", &["reader"]),
    ("catalogue", &[]),
    ("format", &["host"]),
    ("json", &["problem", "text", "host"]),
    ("host", &["json"]),
    ("order", &[]),
    ("named", &["json", "problem", "reader"]),
    ("scenario", &["approach", "json", "named", "problem", "reader", "text", "units"]),
    // Knows the scenario's numbers only: what costs are is told by formulas, not by the curves of one scenario.
    ("uncertainty", &["approach", "named", "order", "scenario", "units"]),
    ("cost", &["approach", "json", "scenario", "uncertainty", "units", "order"]),
    // The trace writes numbers as text, by the host's one way to do it.
    ("decision", &["approach", "host", "scenario", "units", "order"]),
    // Names on a map are words.
    ("companion", &["approach", "cost", "decision", "format", "host", "order", "scenario", "text", "units"]),
    ("report", &["approach", "companion", "cost", "decision", "scenario", "uncertainty", "units"]),
    ("form", &["approach", "format", "json", "problem", "scenario", "units", "order", "host"]),
    // The session says for which option a cost structure changes.
    ("session", &["approach", "catalogue", "form", "format", "json", "named", "problem", "report", "scenario", "text"]),
    (
        "chart",
        &["approach", "companion", "cost", "decision", "format", "report", "scenario", "order", "host", "uncertainty"],
    ),
    // Tokens are another way to write a scenario: they know its parser, never what is made of it.
    ("share", &["host", "json", "problem", "scenario", "text"]),
    // Documents are made of a report and words; only the calendar's identity comes from a token's check.
    (
        "memo",
        &[
            "approach", "cost", "decision", "form", "format", "host", "json", "order", "report", "scenario", "share",
            "text", "units",
        ],
    ),
    (
        "text",
        &[
            "approach",
            "catalogue",
            "companion",
            "cost",
            "decision",
            "form",
            "format",
            "problem",
            "report",
            "scenario",
            "uncertainty",
            "units",
            "order",
            "json",
        ],
    ),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn modules_use_only_what_is_below_them() {
    let names: Vec<&str> = LAYERS.iter().map(|(name, _)| *name).collect();
    for file in sources(&src()) {
        let relative = file.strip_prefix(src()).unwrap().to_string_lossy().into_owned();
        let module = relative.split(['/', '.']).next().unwrap();
        let Some((_, allowed)) = LAYERS.iter().find(|(name, _)| *name == module) else { continue };
        let code = fs::read_to_string(&file).unwrap();
        let code = code.split("#[cfg(test)]").next().unwrap();
        for used in &names {
            let named = code.contains(&format!("crate::{used}::")) || code.contains(&format!("crate::{used};"));
            assert!(!named || used == &module || allowed.contains(used), "{relative} uses {used}");
        }
    }
}

#[test]
fn only_the_page_its_interface_and_the_host_name_web_crates() {
    for file in sources(&src()) {
        let relative = file.strip_prefix(src()).unwrap().to_string_lossy().into_owned();
        let code = fs::read_to_string(&file).unwrap();
        let web = ["yew::", "web_sys::", "wasm_bindgen::", "js_sys::", "gloo::"].iter().any(|name| code.contains(name));
        assert!(
            !web || relative.starts_with("ui") || ["wasm.rs", "host/browser.rs"].contains(&relative.as_str()),
            "{relative}"
        );
    }
}

#[test]
fn every_file_says_what_it_is_for() {
    for file in sources(&src()) {
        assert!(fs::read_to_string(&file).unwrap().starts_with("//! "), "{}", file.display());
    }
}
