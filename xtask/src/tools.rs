//! The tools of a build and its tests: found where they are, installed where that is possible, explained where not.

use std::env;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::{Outcome, root, run, say};

/// A program on the PATH.
pub fn on_path(name: &str) -> Option<PathBuf> {
    let names = [name.to_owned(), format!("{name}.exe"), format!("{name}.cmd")];
    let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH").unwrap_or_default()).collect();
    folders.iter().flat_map(|folder| names.iter().map(move |name| folder.join(name))).find(|file| file.is_file())
}

/// The wasm32 target of the installed toolchain.
pub fn wasm_target() -> Outcome {
    let sysroot =
        Command::new("rustc").args(["--print", "sysroot"]).output().map_err(|error| format!("rustc: {error}"))?;
    let folder = PathBuf::from(String::from_utf8_lossy(&sysroot.stdout).trim());
    if folder.join("lib/rustlib/wasm32-unknown-unknown").is_dir() {
        return Ok(());
    }
    say("installing the Rust target wasm32-unknown-unknown");
    run(Command::new("rustup").args(["target", "add", "wasm32-unknown-unknown"])).map_err(|error| {
        format!("{error}. Without rustup, install the wasm32-unknown-unknown target with your package manager.")
    })
}

/// wasm-pack, from the PATH or installed into `target/tools`.
pub fn wasm_pack() -> Outcome<PathBuf> {
    let own = root().join("target/tools/bin/wasm-pack");
    if let Some(found) = on_path("wasm-pack").or_else(|| own.is_file().then(|| own.clone())) {
        return Ok(found);
    }
    say("installing wasm-pack (about 2 minutes, once)");
    run(Command::new("cargo").args(["install", "wasm-pack", "--locked", "--root", "target/tools"]))?;
    Ok(own)
}

/// The npm packages of `package-lock.json`.
pub fn npm() -> Outcome {
    let root = root();
    let stamp = root.join("node_modules/.package-lock.json");
    let newer = |a: &Path, b: &Path| Some(a.metadata().ok()?.modified().ok()? >= b.metadata().ok()?.modified().ok()?);
    if newer(&stamp, &root.join("package-lock.json")) == Some(true) {
        return Ok(());
    }
    let npm = on_path("npm").ok_or("npm is missing: install Node.js 20 or later, which brings it")?;
    say("installing the npm development packages");
    run(Command::new(npm).arg("ci"))
}

/// A program that an npm package brings.
pub fn npm_bin(name: &str) -> PathBuf {
    root().join("node_modules/.bin").join(name)
}

/// The PATH with the npm programs first, so that wasm-pack finds wasm-opt.
pub fn path_with_npm() -> Outcome<std::ffi::OsString> {
    let mut folders = vec![root().join("node_modules/.bin")];
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    env::join_paths(folders).map_err(|error| error.to_string())
}

/// Chromium and its driver.
pub struct Browser {
    /// The browser.
    pub chrome: PathBuf,
    /// Its driver.
    pub driver: PathBuf,
}

fn find_browser() -> Option<Browser> {
    let named = |variable: &str| env::var_os(variable).map(PathBuf::from).filter(|file| file.is_file());
    let chrome = named("CHROME").or_else(|| {
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].into_iter().find_map(on_path)
    })?;
    let driver = named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
    Some(Browser { chrome, driver })
}

/// Installs Debian packages: as root, or with a sudo that asks for no password.
pub fn apt_get(packages: &[&str]) -> Outcome {
    let quiet = |program: &str, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).stdout(Stdio::null()).env("DEBIAN_FRONTEND", "noninteractive");
        run(&mut command)
    };
    let install: Vec<&str> = ["install", "-y", "--no-install-recommends"].iter().chain(packages).copied().collect();
    let sudo: Vec<&str> = ["-n", "apt-get"].into_iter().chain(install.iter().copied()).collect();
    quiet("apt-get", &["update"])
        .and_then(|()| quiet("apt-get", &install))
        .or_else(|_| quiet("sudo", &["-n", "apt-get", "update"]).and_then(|()| quiet("sudo", &sudo)))
}

/// Chromium and its driver: from CHROME and CHROMEDRIVER, from the PATH, or from the system's package manager.
pub fn browser() -> Outcome<Browser> {
    if let Some(found) = find_browser() {
        return Ok(found);
    }
    if on_path("apt-get").is_some() {
        say("installing chromium and chromium-driver with apt-get (about a minute, once)");
        let tried = apt_get(&["chromium", "chromium-driver"]);
        if let (Ok(()), Some(found)) = (tried, find_browser()) {
            return Ok(found);
        }
    }
    Err("Chromium or its driver is missing. Install both (Debian: chromium chromium-driver; Fedora: chromium \
         chromedriver; macOS: brew install --cask chromium chromedriver; Windows: Chrome and chromedriver), or set \
         CHROME and CHROMEDRIVER to their paths."
        .to_owned())
}

/// A browser beside Chromium: its name in the tests, its programs, what brings them.
struct Other {
    name: &'static str,
    /// Each with the variable that may name it instead.
    programs: &'static [(&'static str, &'static str)],
    packages: &'static [&'static str],
}

const OTHERS: [Other; 2] = [
    Other { name: "firefox", programs: &[("firefox-esr", "FIREFOX")], packages: &["firefox-esr"] },
    Other {
        name: "webkit",
        programs: &[("WebKitWebDriver", "WEBKITDRIVER"), ("Xvfb", "DISPLAY")],
        packages: &["webkit2gtk-driver", "xvfb"],
    },
];

impl Other {
    fn is_there(&self) -> bool {
        self.programs.iter().all(|(name, variable)| env::var_os(variable).is_some() || on_path(name).is_some())
    }
}

/// The browsers beside Chromium that can be tried, installed where apt-get is. One that is missing is named; where CI is
/// set it is an error.
pub fn other_browsers() -> Outcome<Vec<&'static str>> {
    let missing: Vec<&str> =
        OTHERS.iter().filter(|other| !other.is_there()).flat_map(|other| other.packages).copied().collect();
    if !missing.is_empty() && on_path("apt-get").is_some() {
        say(&format!("installing {} with apt-get (about a minute, once)", missing.join(", ")));
        if let Err(error) = apt_get(&missing) {
            say(&error);
        }
    }
    let (there, absent): (Vec<&Other>, Vec<&Other>) = OTHERS.iter().partition(|other| other.is_there());
    for other in &absent {
        let wanted: Vec<String> =
            other.programs.iter().map(|(name, variable)| format!("{name} (or {variable})")).collect();
        let what = format!(
            "{} is not tried: {} is missing (Debian: apt install {})",
            other.name,
            wanted.join(" or "),
            other.packages.join(" ")
        );
        if env::var_os("CI").is_some() {
            return Err(what);
        }
        say(&what);
    }
    Ok(there.iter().map(|other| other.name).collect())
}
