//! A scenario on standard input, its report on standard output; or one scenario per line (NDJSON), one report per line.
//!
//! Bad input gives the list of problems in its place, and exit status 2.

use std::io::{Read, Write};
use std::process::ExitCode;

use ai_build_vs_buy::json::to_text;
use ai_build_vs_buy::problem::{Problem, ProblemKind, Problems};
use ai_build_vs_buy::report::evaluate;
use ai_build_vs_buy::scenario::read_text;
use serde::Serialize;

#[derive(Serialize)]
struct Refused {
    error: Reason,
}

#[derive(Serialize)]
struct Reason {
    code: &'static str,
    problems: Problems,
}

/// The report or the problems of one scenario, and whether it was valid.
fn answer(text: &str) -> (String, bool) {
    match read_text(text) {
        Ok(scenario) => (to_text(&evaluate(&scenario)), true),
        Err(problems) => (to_text(&Refused { error: Reason { code: "invalidScenario", problems } }), false),
    }
}

fn main() -> ExitCode {
    let mut bytes = Vec::new();
    let text = match std::io::stdin().read_to_end(&mut bytes).map(|_| String::from_utf8(bytes)) {
        Ok(Ok(text)) => text,
        _ => {
            let problem = Problem::new("", ProblemKind::Syntax, "Standard input is not UTF-8 text.");
            println!("{}", to_text(&Refused { error: Reason { code: "invalidScenario", problems: problem.into() } }));
            return ExitCode::from(2);
        }
    };
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
    // Several lines that each hold a whole object are NDJSON; anything else is one scenario over many lines.
    let each_whole = lines.len() > 1
        && lines.iter().all(|line| line.trim_start().starts_with('{') && line.trim_end().ends_with('}'));
    let inputs = if each_whole { lines } else { vec![text.as_str()] };
    let mut all_valid = true;
    let mut out = std::io::stdout().lock();
    for input in inputs {
        let (line, valid) = answer(input);
        all_valid &= valid;
        if writeln!(out, "{line}").is_err() {
            return ExitCode::FAILURE; // the reader has gone
        }
    }
    if all_valid { ExitCode::SUCCESS } else { ExitCode::from(2) }
}
