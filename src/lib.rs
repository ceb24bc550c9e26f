//! Decide how to source an AI capability: use a third-party API, fine-tune a model, or train one from scratch.

pub mod approach;
pub mod format;
pub mod json;
pub mod problem;
pub mod scenario;
pub mod text;
pub mod units;

pub mod catalogue;
pub mod chart;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
