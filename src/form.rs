//! What the page asks: questions with choices, numbers with units, and how typed text becomes a number.
//!
//! Everything here is plain data about the form and pure functions on JSON. Words are in `text`, validation of values
//! is the scenario parser's, drawing is the page's.

#[cfg(whole)]
pub mod companion;
pub mod field;
pub mod number;
#[cfg(feature = "page")]
pub mod purpose;
pub mod question;
pub mod range;
#[cfg(feature = "page")]
pub mod structure;
#[cfg(feature = "page")]
pub mod time;
#[cfg(feature = "page")]
pub mod usual;
