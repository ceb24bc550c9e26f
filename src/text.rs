//! Every text that a person reads, in one voice. The words are in one file for each language; English is the only one.
//!
//! Texts get figures that are already formatted or quantities that `format` writes; nothing is computed here.

mod en;

pub use en::*;
