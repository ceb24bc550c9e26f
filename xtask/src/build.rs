//! `cargo xtask build`: wasm-pack, then `dist/` with hashed assets, the page, and the npm package.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use crate::{Outcome, oembed, root, run, say, tools};

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

/// What the WebAssembly is made of.
const RUST: [&str; 8] =
    ["src", "numerics", "module", "Cargo.toml", "Cargo.lock", "build.rs", "package-lock.json", "xtask/src/build.rs"];
/// What else a build is made of.
const REST: [&str; 6] = ["www", "index.html", "xtask", "examples", "docs/embed", "README.md"];

/// The newest change among sources.
fn newest<'a>(sources: impl IntoIterator<Item = &'a &'static str>) -> Option<SystemTime> {
    fn within(path: &Path) -> Option<SystemTime> {
        if path.is_dir() {
            fs::read_dir(path).ok()?.filter_map(|entry| within(&entry.ok()?.path())).max()
        } else {
            path.metadata().ok()?.modified().ok()
        }
    }
    sources.into_iter().filter_map(|source| within(&root().join(source))).max()
}

/// Whether a file is newer than these sources.
fn is_fresh<'a>(made: &Path, sources: impl IntoIterator<Item = &'a &'static str>) -> bool {
    let made = made.metadata().and_then(|file| file.modified()).ok();
    matches!((made, newest(sources)), (Some(made), Some(source)) if made >= source)
}

/// Builds only when a source is newer than the last build.
pub fn build_if_stale() -> Outcome {
    if is_fresh(&root().join("dist/index.html"), RUST.iter().chain(&REST)) { Ok(()) } else { build() }
}

/// A WebAssembly module of its own: its name, which is its feature, too.
struct Module {
    name: &'static str,
    features: &'static str,
}

/// The engine alone, the chart view, the whole page.
const MODULES: [Module; 3] = [
    Module { name: "engine", features: "" },
    Module { name: "chart", features: "chart" },
    Module { name: "page", features: "page" },
];

/// Builds everything.
pub fn build() -> Outcome {
    tools::wasm_target()?;
    tools::npm()?;
    let work = root().join("target/dist-work");
    for module in &MODULES {
        wasm_module(module, &work)?;
    }
    say("writing dist/");
    let dist = root().join("dist");
    if dist.is_dir() {
        fs::remove_dir_all(&dist).map_err(failed(&dist))?;
    }
    let www = root().join("www");
    let css = format!("{}{}", read(&www.join("widget.css"))?, read(&www.join("chart.css"))?);
    write(&work.join("widget.css"), css)?;
    write(&work.join("page.css"), read(&www.join("page.css"))?)?;
    minify(&work.join("widget.css"))?;
    minify(&work.join("page.css"))?;
    let minified = |name: &str| -> Outcome<String> {
        let target = work.join(name);
        write(&target, read(&www.join(name))?)?;
        minify(&target)?;
        read(&target)
    };
    // Bundlers give the package's files other names and contents, so that only the hosted copy knows their hashes.
    let embed = bundled("embed.js", &work, None)?;
    let npm = dist.join("npm");
    let mut hashed = bundled("embed.js", &work, Some(&work))?;
    for name in ["chart.js", "chart_bg.wasm", "page.js", "page_bg.wasm", "widget.css", "page.css"] {
        let content = fs::read(work.join(name)).map_err(failed(&work.join(name)))?;
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let with_hash = format!("{}-{}.{ending}", stem.trim_end_matches("_bg"), hash(&content));
        if !hashed.contains(&format!("./{name}")) {
            return Err(format!("www/embed.js does not name {name}"));
        }
        hashed = hashed.replace(&format!("./{name}"), &format!("./{with_hash}"));
        write(&dist.join(with_hash), &content)?;
        write(&npm.join(name), &content)?;
    }
    write(&dist.join("embed.js"), hashed)?;
    // Loaded only where they are needed.
    for name in ["trouble.js", "locale.js", "number.js"] {
        write(&dist.join(name), minified(name)?)?;
        write(&npm.join(name), read(&work.join(name))?)?;
    }
    write(&dist.join("loader.js"), minified("loader.js")?)?;
    write(&dist.join("site.js"), minified("site.js")?)?;
    write(&dist.join("site.css"), read(&www.join("site.css"))?)?;
    write(&dist.join("icon.svg"), read(&www.join("icon.svg"))?)?;
    write(&dist.join("frame-host.js"), minified("frame-host.js")?)?;
    // A file at hand asks nobody; a frame may ask the host that it comes from for a scenario.
    for (out, page, entry, connect) in [
        ("ai-build-vs-buy.html", root().join("index.html"), "site.js", "'none'"),
        ("embed.html", www.join("embed.html"), "frame.js", "'self'"),
    ] {
        let arguments = [work.clone(), dist.join(out), page, entry.into(), connect.into()];
        run(Command::new("node").arg("xtask/inline.mjs").args(arguments))?;
    }
    let snippets = dist.join("snippet.html");
    run(Command::new("node").arg("xtask/snippets.mjs").arg(&snippets))?;
    write(&dist.join("snippet.js"), minified("snippet.js")?)?;
    write(&dist.join("snippet.css"), read(&www.join("snippet.css"))?)?;
    write(&dist.join("integrity.json"), hashes(&dist, &[])?)?;
    npm_package(&npm, &work, &embed)?;
    write(&dist.join("manifest.webmanifest"), read(&www.join("manifest.webmanifest"))?)?;
    say("drawing the first chart");
    let first = printed(Command::new("cargo").args(["run", "--quiet", "--example", "first_chart"]))?;
    let index =
        read(&root().join("index.html"))?.replace("    <!--inlined-->\n", "").replace("<!--first chart-->\n", &first);
    let index = announce(&dist, index)?;
    write(&dist.join("sw.js"), service_worker(&dist, &index)?)?;
    // Last, since its age tells whether the build is up to date.
    write(&dist.join("index.html"), index)
}

/// Where the address of the copy is given, the pages say how sites make a frame of them.
fn announce(dist: &Path, index: String) -> Outcome<String> {
    let Ok(base) = std::env::var(oembed::BASE_URL) else { return Ok(index) };
    let oembed::OEmbed { json, link } = oembed::at(&base)?;
    write(&dist.join("oembed.json"), json)?;
    let frame = dist.join("embed.html");
    write(&frame, oembed::announced(&read(&frame)?, &link))?;
    Ok(oembed::announced(&index, &link))
}

/// The worker with the list of the page's files; the version follows from what is in them.
fn service_worker(dist: &Path, index: &str) -> Outcome<String> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dist).map_err(failed(dist))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_file()
            && !name.ends_with(".html")
            && !["frame-host.js", "loader.js", "integrity.json", "oembed.json", "snippet.js", "snippet.css"]
                .contains(&name.as_str())
        {
            files.push(name);
        }
    }
    files.sort();
    let mut hasher = DefaultHasher::new();
    index.hash(&mut hasher);
    for file in &files {
        fs::read(dist.join(file)).map_err(failed(&dist.join(file)))?.hash(&mut hasher);
    }
    let list: Vec<String> = files.iter().map(|file| format!("\"./{file}\"")).collect();
    let worker = read(&root().join("www/sw.js"))?;
    Ok(worker
        .replace("const FILES = [\"./\"];", &format!("const FILES = [\"./\", {}];", list.join(", ")))
        .replace("\"dev\"", &format!("\"{:016x}\"", hasher.finish())))
}

/// wasm-pack, wasm-bindgen and wasm-opt; then the glue is made small.
fn wasm_module(module: &Module, work: &Path) -> Outcome {
    let Module { name, features } = module;
    // Made small last.
    if is_fresh(&work.join(format!("{name}.js")), &RUST) {
        return Ok(());
    }
    say(&format!(
        "building the WebAssembly “{name}” (the first time also the matching wasm-bindgen, about 5 minutes, once)"
    ));
    let package = root().join("target/wasm-pack").join(name);
    run(Command::new(tools::wasm_pack()?)
        .args(["build", "--target", "web", "--release", "--no-pack", "--out-name", name, "--out-dir"])
        .arg(&package)
        .args(["module", "--", "--features", features])
        .env("PATH", tools::path_with_npm()?)
        .env("CARGO_ENCODED_RUSTFLAGS", without_own_paths()))?;
    for file in [format!("{name}.js"), format!("{name}_bg.wasm"), format!("{name}.d.ts")] {
        let content = fs::read(package.join(&file)).map_err(failed(&package.join(&file)))?;
        write(&work.join(file), content)?;
    }
    minify(&work.join(format!("{name}.js")))
}

/// Flags that keep this machine's paths out of the WebAssembly: shorter, and the same bytes everywhere.
fn without_own_paths() -> String {
    let home = std::env::var("CARGO_HOME").map(PathBuf::from).ok();
    let cargo = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    let registry = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten().map(|entry| entry.path());
    let flags = registry.chain([root()]).map(|path| format!("--remap-path-prefix={}=", path.display()));
    flags.collect::<Vec<_>>().join("\u{1f}")
}

/// The npm package.
fn npm_package(npm: &Path, work: &Path, embed: &str) -> Outcome {
    let www = root().join("www");
    for name in ["engine.js", "engine_bg.wasm"] {
        write(&npm.join(name), fs::read(work.join(name)).map_err(failed(&work.join(name)))?)?;
    }
    write(&npm.join("embed.js"), embed)?;
    say("writing the JSON Schemas and the TypeScript types");
    run(Command::new("cargo").args(["run", "--quiet", "--example", "schema", "--"]).arg(npm))?;
    run(Command::new("node").arg("xtask/types.mjs").arg(npm))?;
    let complete = npm.join("complete-scenario.schema.json");
    fs::remove_file(&complete).map_err(failed(&complete))?;
    for (file, name) in [
        (work.join("page.d.ts"), "page.d.ts"),
        (work.join("engine.d.ts"), "engine.d.ts"),
        (www.join("embed.d.ts"), "embed.d.ts"),
        (www.join("engine.node.js"), "engine.node.js"),
        (www.join("page.node.js"), "page.node.js"),
        (www.join("npm-package.json"), "package.json"),
        (www.join("custom-elements.json"), "custom-elements.json"),
        (root().join("README.md"), "README.md"),
        (root().join("LICENSE-MIT"), "LICENSE-MIT"),
        (root().join("LICENSE-APACHE"), "LICENSE-APACHE"),
    ] {
        write(&npm.join(name), read(&file)?)?;
    }
    Ok(())
}

/// What a script knows by the hash of its content: the name in the script, and the file.
const HASHED: [(&str, &str); 4] =
    [("chart", "chart_bg.wasm"), ("page", "page_bg.wasm"), ("chartSheet", "widget.css"), ("pageSheet", "page.css")];

/// A script of `www/` with what it imports, in one small file; with the hashes of the files in a folder.
fn bundled(name: &str, work: &Path, files: Option<&Path>) -> Outcome<String> {
    let target = work.join(name);
    let mut command = Command::new(tools::npm_bin("esbuild"));
    for (known, file) in HASHED {
        let hash = files.map_or(Ok("undefined".to_owned()), |files| integrity(files, file))?;
        command.arg(format!("--define:HASH.{known}={hash}"));
    }
    run(command
        .arg(root().join("www").join(name))
        .args(["--bundle", "--format=esm", "--minify", "--target=es2022", "--log-level=warning", "--charset=utf8"])
        .args([
            "--external:*/chart.js",
            "--external:*/page.js",
            "--external:*/trouble.js",
            "--external:*/locale.js",
            "--external:*/number.js",
        ])
        .arg(format!("--outfile={}", target.display())))?;
    read(&target)
}

/// What a command prints.
fn printed(command: &mut Command) -> Outcome<String> {
    let made = command.current_dir(root()).output().map_err(|error| format!("{command:?}: {error}"))?;
    if made.status.success() {
        return Ok(String::from_utf8_lossy(&made.stdout).into_owned());
    }
    Err(String::from_utf8_lossy(&made.stderr).into_owned())
}

/// The hashes of files as a JSON object; of all that browsers can check where none is named.
fn hashes(folder: &Path, names: &[&str]) -> Outcome<String> {
    printed(Command::new("node").arg("xtask/integrity.mjs").arg(folder).args(names))
}

/// The hash of one file, in quotes.
fn integrity(folder: &Path, name: &str) -> Outcome<String> {
    let all = hashes(folder, &[name])?;
    let hash = all.split('"').nth(3).ok_or_else(|| format!("no hash of {name}"))?;
    Ok(format!("\"{hash}\""))
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
