//! Decide how to source an AI capability: use a third-party API, fine-tune a model, or train one from scratch.

pub mod approach;
pub mod catalogue;
pub mod chart;
pub mod cost;
pub mod decision;
pub mod form;
pub mod format;
pub mod json;
pub mod problem;
pub(crate) mod reader;
pub mod report;
pub mod scenario;
pub mod session;
pub mod text;
pub mod units;

#[cfg(target_arch = "wasm32")]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
