//! `cargo xtask test`: every check, fast ones first; the first failure ends it.

use std::process::Command;

use crate::{Outcome, build, hosts, root, run, say, size, tools};

type Step = (&'static str, fn() -> Outcome);

const STEPS: [Step; 13] = [
    ("format", || cargo(&["fmt", "--all", "--check"])),
    ("clippy", || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("native", || cargo(&["test", "--workspace"])),
    ("clippy-wasm", || {
        tools::wasm_target()?;
        // Each module that is shipped has its own set of features.
        ["", "chart", "page"].into_iter().try_for_each(|features| {
            let module = ["--no-default-features", "--features", features];
            let target = ["--lib", "--target", "wasm32-unknown-unknown"];
            cargo(&[&["clippy"], &target[..], &module, &["--", "-D", "warnings"]].concat())
        })
    }),
    ("docs", || {
        let mut command = Command::new("cargo");
        run(command.args(["doc", "--no-deps", "--workspace"]).env("RUSTDOCFLAGS", "-D warnings"))
    }),
    ("parity", || wasm_test("parity", &["--node"])),
    ("browser", browser_tests),
    ("build", build::build_if_stale),
    ("size", size::size),
    ("types", || {
        build::build_if_stale()?;
        run(Command::new(tools::npm_bin("tsc")).args(["--project", "tests/types"]))
    }),
    ("e2e", end_to_end),
    ("browsers", other_browsers),
    ("hosts", || hosts::hosts(&[])),
];

/// Runs all steps, or the named ones.
pub fn test(wanted: &[&str]) -> Outcome {
    if let Some(unknown) = wanted.iter().find(|wanted| !STEPS.iter().any(|(name, _)| name == *wanted)) {
        let known: Vec<&str> = STEPS.iter().map(|(name, _)| *name).collect();
        return Err(format!("there is no step {unknown}; there are: {}", known.join(", ")));
    }
    let mut passed = 0;
    for (name, step) in STEPS.iter().filter(|(name, _)| wanted.is_empty() || wanted.contains(name)) {
        say(name);
        step().map_err(|error| format!("step {name}: {error}"))?;
        passed += 1;
    }
    println!("{passed} passed, 0 failed");
    Ok(())
}

fn cargo(arguments: &[&str]) -> Outcome {
    run(Command::new("cargo").args(arguments))
}

/// Tests that run as WebAssembly. A folder that is not there has nothing to test.
fn wasm_test(name: &str, options: &[&str]) -> Outcome {
    if !root().join("tests").join(name).is_dir() {
        return Ok(());
    }
    tools::wasm_target()?;
    run(Command::new(tools::wasm_pack()?).arg("test").args(options).args([".", "--test", name]))
}

fn browser_tests() -> Outcome {
    let browser = tools::browser()?;
    let driver = browser.driver.display().to_string();
    wasm_test("browser", &["--headless", "--chrome", "--chromedriver", &driver])
}

fn end_to_end() -> Outcome {
    build::build_if_stale()?;
    tools::npm()?;
    let browser = tools::browser()?;
    let mut specs: Vec<_> = std::fs::read_dir(root().join("tests/e2e"))
        .map_err(|error| format!("tests/e2e: {error}"))?
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with(".spec.mjs"))
        .collect();
    specs.sort();
    run(Command::new("node").arg("--test").arg("--test-concurrency=1").args(specs).env("CHROME", browser.chrome))
}

fn other_browsers() -> Outcome {
    build::build_if_stale()?;
    tools::npm()?;
    let there = tools::other_browsers()?;
    if there.is_empty() {
        return Ok(());
    }
    run(Command::new("node")
        .args(["--test", "--test-concurrency=1", "tests/browsers/browsers.spec.mjs"])
        .env("BROWSERS", there.join(" ")))
}
