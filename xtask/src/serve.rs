//! `cargo xtask serve`: builds what is out of date and serves `dist/` on the loopback address.

use std::path::{Component, Path, PathBuf};

use tiny_http::{Header, Response, Server};

use crate::{Outcome, build, root, say};

/// The strict policy that the widget works under.
const POLICY: &str =
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";

/// Serves until it is stopped. `--port N`, `--base /path/` for a sub-path, `--csp` for the strict policy.
pub fn serve(options: &[&str]) -> Outcome {
    let (mut port, mut base, mut csp) = (8080_u16, "/".to_owned(), false);
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match *option {
            "--csp" => csp = true,
            "--port" => {
                let value = rest.next().ok_or("--port needs a number")?;
                port = value.parse().map_err(|_| format!("not a port: {value}"))?;
            }
            "--base" => base = format!("/{}/", rest.next().ok_or("--base needs a path")?.trim_matches('/')),
            other => return Err(format!("unknown option: {other}")),
        }
    }
    build::build_if_stale()?;
    let server = (port..=port.saturating_add(50))
        .find_map(|port| Server::http(("127.0.0.1", port)).ok())
        .ok_or_else(|| format!("no free port from {port} on"))?;
    say(&format!("serving dist/ at http://{}{base} (stop with Ctrl-C)", server.server_addr()));
    let dist = root().join("dist");
    for request in server.incoming_requests() {
        let path = request.url().split(['?', '#']).next().unwrap_or("/");
        let file = path.strip_prefix(&base).and_then(|rest| inside(&dist, rest));
        let answered = match file.and_then(|file| std::fs::read(&file).ok().map(|content| (file, content))) {
            Some((file, content)) => {
                let mut response = Response::from_data(content).with_header(header("Content-Type", mime(&file)));
                if csp {
                    response.add_header(header("Content-Security-Policy", POLICY));
                }
                request.respond(response)
            }
            None => request.respond(Response::from_string("not found").with_status_code(404)),
        };
        drop(answered); // a visitor who has left is no error
    }
    Ok(())
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).unwrap_or_else(|()| unreachable!("constant headers are valid"))
}

/// A file below the folder; nothing outside of it.
fn inside(folder: &Path, rest: &str) -> Option<PathBuf> {
    let rest = if rest.is_empty() || rest.ends_with('/') { format!("{rest}index.html") } else { rest.to_owned() };
    let relative = PathBuf::from(rest);
    relative.components().all(|part| matches!(part, Component::Normal(_))).then(|| folder.join(relative))
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    }
}
