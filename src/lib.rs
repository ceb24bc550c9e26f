//! Decide how to source an AI capability: use a third-party API, fine-tune a model, or train one from scratch.
//!
//! The pipeline, one step after the other:
//!
//! 1. JSON becomes an untyped tree ([`json::Json`]); nothing is believed of it yet.
//! 2. [`scenario::read`] makes a [`scenario::Scenario`] of it, or the list of every problem ([`problem::Problems`]). This is
//!    the only step that can fail.
//! 3. [`report::evaluate`] makes a [`report::Report`]: costs from [`cost`], advice from [`decision`].
//! 4. The page, the chart and the JavaScript interface show the report. They compute nothing.
//!
//! There is no network, no clock and no randomness.

pub mod approach;
pub mod catalogue;
#[cfg(feature = "chart")]
pub mod chart;
#[cfg(whole)]
pub mod companion;
#[cfg(feature = "page")]
pub mod compare;
pub mod cost;
pub mod decision;
pub mod form;
pub mod format;
pub(crate) mod host;
pub mod json;
#[cfg(feature = "page")]
pub mod memo;
pub mod named;
pub(crate) mod order;
pub mod problem;
pub(crate) mod reader;
pub mod report;
pub mod scenario;
pub mod session;
pub mod share;
pub mod text;
#[cfg(whole)]
pub mod uncertainty;
pub mod units;

/// The README's example is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

#[cfg(all(target_arch = "wasm32", feature = "chart"))]
pub mod ui;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

/// A smaller and faster allocator than the standard one, which takes 7 KB of the WebAssembly.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();
