//! The WebAssembly that is shipped: what `ai_build_vs_buy::wasm` gives to JavaScript, and nothing of its own.

#[cfg(target_arch = "wasm32")]
pub use ai_build_vs_buy::wasm::*;
