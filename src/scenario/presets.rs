//! Ready-made scenarios.
