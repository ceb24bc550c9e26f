//! The English texts.

pub mod problem;
