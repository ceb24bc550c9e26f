//! `cargo xtask bench`: the widget's own WebAssembly against idiomatic JavaScript, in one run, with the ratio; its
//! chart against Chart.js; the page from an input to the frame that shows it; the engine natively.
//!
//! It measures what `dist` holds. Times are for reading, never for passing or failing.

use std::process::Command;

use crate::{Outcome, build, root, run, say, tools};

/// Runs the benchmark in Node and, where there is one, in a headless Chromium.
pub fn bench() -> Outcome {
    build::build_if_stale()?;
    say("Node");
    run(Command::new("node").arg(root().join("tests/bench/node.mjs")))?;
    tools::npm()?;
    let browser = tools::browser()?;
    say("Chromium");
    for script in ["chromium.mjs", "peers.mjs", "page.mjs"] {
        run(Command::new("node").arg(root().join("tests/bench").join(script)).env("CHROME", &browser.chrome))?;
    }
    say("native");
    run(Command::new("cargo").args(["run", "--quiet", "--release", "--example", "speed"]))
}
