//! The engine from outside: goldens, tables, properties. One binary, one module for each part.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

mod chart;
mod companions;
mod compare;
mod cost;
mod coverage;
mod decision;
mod edge;
mod example;
mod explanation;
mod laws;
mod recipes;
mod road;
mod scenario;
mod session;
mod structure;
mod takeaway;
mod tidy;
mod tie;
mod time;
mod uncertainty;

use ai_build_vs_buy::report::{Report, evaluate};
use ai_build_vs_buy::scenario::{Scenario, presets, read_text};

pub fn scenario(json: &str) -> Scenario {
    read_text(json).unwrap_or_else(|problems| panic!("{problems:?}"))
}

pub fn report(json: &str) -> Report {
    evaluate(&scenario(json))
}

pub fn preset(id: &str) -> Report {
    evaluate(&presets::find(id).unwrap().scenario().unwrap())
}

#[track_caller]
pub fn close(found: f64, golden: f64) {
    assert!((found - golden).abs() <= 1e-9 * golden.abs(), "{found} is not {golden}");
}
