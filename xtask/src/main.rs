//! Builds, serves, measures and tests the project: `cargo xtask build | serve | test [step] | hosts | size | bench`.
//!
//! It installs what is missing and says so; it knows nothing of the product itself.

mod bench;
mod build;
mod hosts;
mod oembed;
mod serve;
mod size;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::{Command, ExitCode};

/// Anything that ends a command, as a sentence.
type Outcome<T = ()> = Result<T, String>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["build"] => build::build(),
        ["serve", options @ ..] => serve::serve(options),
        ["hosts", words @ ..] => hosts::hosts(words),
        ["size"] => build::build_if_stale().and_then(|()| size::size()),
        ["bench"] => bench::bench(),
        ["test", steps @ ..] => test::test(steps),
        _ => {
            Err("usage: cargo xtask build | serve [--port N] [--base /path/] [--csp] | test [step …] | hosts [--all] [name …] | size | bench"
                .to_owned())
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's top folder.
fn root() -> PathBuf {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    here.parent().map_or(here.clone(), PathBuf::from)
}

/// Says what is being done.
fn say(what: &str) {
    println!("▸ {what}");
}

/// Runs a command in the top folder; its output is shown.
fn run(command: &mut Command) -> Outcome {
    let shown = format!("{command:?}").replace('"', "");
    let status = command.current_dir(root()).status().map_err(|error| format!("{shown}: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("{shown} ended with {status}")) }
}
