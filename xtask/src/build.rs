//! `cargo xtask build`: wasm-pack, then `dist/` with hashed assets, the page, and the npm package.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::{Outcome, root, run, say, tools};

fn failed(what: &Path) -> impl Fn(std::io::Error) -> String + '_ {
    move |error| format!("{}: {error}", what.display())
}

fn read(file: &Path) -> Outcome<String> {
    fs::read_to_string(file).map_err(failed(file))
}

fn write(file: &Path, content: impl AsRef<[u8]>) -> Outcome {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(failed(folder))?;
    }
    fs::write(file, content).map_err(failed(file))
}

/// The newest change among the sources of a build.
fn newest_source() -> Option<SystemTime> {
    fn newest(path: &Path) -> Option<SystemTime> {
        if path.is_dir() {
            fs::read_dir(path).ok()?.filter_map(|entry| newest(&entry.ok()?.path())).max()
        } else {
            path.metadata().ok()?.modified().ok()
        }
    }
    let sources =
        ["src", "www", "index.html", "Cargo.toml", "Cargo.lock", "build.rs", "package-lock.json", "xtask/src"];
    sources.iter().filter_map(|source| newest(&root().join(source))).max()
}

/// Builds only when a source is newer than the last build.
pub fn build_if_stale() -> Outcome {
    let built = root().join("dist/index.html").metadata().and_then(|file| file.modified()).ok();
    match (built, newest_source()) {
        (Some(built), Some(source)) if built >= source => Ok(()),
        _ => build(),
    }
}

/// Builds everything.
pub fn build() -> Outcome {
    tools::wasm_target()?;
    tools::npm()?;
    let wasm_pack = tools::wasm_pack()?;
    let package = root().join("target/wasm-pack");
    say("building the WebAssembly (the first time also the matching wasm-bindgen, about 5 minutes, once)");
    run(Command::new(wasm_pack)
        .args(["build", "--target", "web", "--release", "--no-pack", "--out-name", "ai-build-vs-buy", "--out-dir"])
        .arg(&package)
        .arg(".")
        .env("PATH", tools::path_with_npm()?))?;
    say("writing dist/");
    let dist = root().join("dist");
    if dist.is_dir() {
        fs::remove_dir_all(&dist).map_err(failed(&dist))?;
    }
    let www = root().join("www");
    let css = format!("{}{}", read(&www.join("widget.css"))?, read(&www.join("chart.css"))?);
    let work = root().join("target/dist-work");
    write(&work.join("widget.css"), css)?;
    minify(&work.join("widget.css"))?;
    let minified = |file: &Path, name: &str| -> Outcome<PathBuf> {
        let target = work.join(name);
        write(&target, read(file)?)?;
        minify(&target)?;
        Ok(target)
    };
    let glue = minified(&package.join("ai-build-vs-buy.js"), "glue.js")?;
    let embed = read(&minified(&www.join("embed.js"), "embed.js")?)?;
    let page = read(&minified(&www.join("page.js"), "page.js")?)?;
    let wasm = package.join("ai-build-vs-buy_bg.wasm");

    let npm = dist.join("npm");
    let mut hashed = embed.clone();
    for (file, plain) in [
        (&glue, "ai-build-vs-buy.js"),
        (&wasm, "ai-build-vs-buy_bg.wasm"),
        (&work.join("widget.css"), "ai-build-vs-buy.css"),
    ] {
        let content = fs::read(file).map_err(failed(file))?;
        let (stem, ending) = plain.rsplit_once('.').unwrap_or((plain, ""));
        let name = format!("{}-{}.{ending}", stem.trim_end_matches("_bg"), hash(&content));
        if !hashed.contains(&format!("./{plain}")) {
            return Err(format!("www/embed.js does not name {plain}"));
        }
        hashed = hashed.replace(&format!("./{plain}"), &format!("./{name}"));
        write(&dist.join(name), &content)?;
        write(&npm.join(plain), &content)?;
    }
    write(&dist.join("embed.js"), hashed)?;
    write(&dist.join("page.js"), page)?;
    write(&dist.join("page.css"), read(&www.join("page.css"))?)?;
    write(&dist.join("icon.svg"), read(&www.join("icon.svg"))?)?;
    write(&npm.join("embed.js"), embed)?;
    for (file, name) in [
        (package.join("ai-build-vs-buy.d.ts"), "ai-build-vs-buy.d.ts"),
        (www.join("embed.d.ts"), "embed.d.ts"),
        (www.join("npm-package.json"), "package.json"),
        (root().join("README.md"), "README.md"),
        (root().join("LICENSE-MIT"), "LICENSE-MIT"),
        (root().join("LICENSE-APACHE"), "LICENSE-APACHE"),
    ] {
        write(&npm.join(name), read(&file)?)?;
    }
    // Last, since its age tells whether the build is up to date.
    write(&dist.join("index.html"), read(&root().join("index.html"))?)
}

fn minify(file: &Path) -> Outcome {
    let out = format!("--outfile={}", file.display());
    run(Command::new(tools::npm_bin("esbuild"))
        .arg(file)
        .args(["--minify", "--target=es2022", "--allow-overwrite", "--log-level=warning", "--charset=utf8"])
        .arg(out))
}

/// A name for a content: the same content, the same name.
fn hash(content: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    content.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
