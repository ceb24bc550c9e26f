//! Decide how to source an AI capability: use a third-party API, fine-tune a model, or train one from scratch.
//!
//! This crate holds no network access and no clock.

pub mod catalogue;

#[cfg(target_arch = "wasm32")]
pub mod wasm;
