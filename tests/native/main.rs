//! Tests that run natively: everything but the page itself.

mod chart;
