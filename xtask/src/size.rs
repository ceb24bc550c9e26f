//! `cargo xtask size`: what a reader downloads, compressed with brotli 11, against the budgets.

use std::fs;
use std::io::Write;

use crate::{Outcome, root};

/// A sum of files with the most bytes that it may have.
struct Budget {
    what: &'static str,
    /// The files' names begin with these.
    files: &'static [&'static str],
    budget: usize,
    /// What fails the build: the budget where it is met, else a limit that only goes down.
    most: usize,
}

const BUDGETS: [Budget; 4] = [
    Budget { what: "first live chart", files: &["embed.js", "chart-", "widget-"], budget: 180_000, most: 180_000 },
    Budget { what: "parsed before the widget is near", files: &["embed.js"], budget: 4_000, most: 4_000 },
    Budget { what: "engine alone", files: &["npm/engine"], budget: 60_000, most: 108_500 },
    Budget { what: "single file, as it is", files: &["ai-build-vs-buy.html"], budget: 600_000, most: 600_000 },
];

/// Prints the tables; fails when a budget is exceeded.
pub fn size() -> Outcome {
    let mut rows = Vec::new();
    for (folder, prefix) in [("dist", ""), ("dist/npm", "npm/")] {
        let folder = root().join(folder);
        for entry in fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?.flatten() {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let loaded = [".js", ".wasm", ".css", ".html"].iter().any(|ending| name.ends_with(ending));
            if loaded && (prefix.is_empty() || name.starts_with("npm/engine")) {
                let content = fs::read(entry.path()).map_err(|error| format!("{name}: {error}"))?;
                rows.push((name, content.len(), compressed(&content)?));
            }
        }
    }
    rows.sort();
    println!("{:<44} {:>10} {:>10}", "file", "bytes", "brotli 11");
    for (name, raw, small) in &rows {
        println!("{name:<44} {raw:>10} {small:>10}");
    }
    let mut over = Vec::new();
    for Budget { what, files, budget, most } in BUDGETS {
        let counted = rows.iter().filter(|row| files.iter().any(|file| row.0.starts_with(file)));
        // The single file is mailed and opened as it is; everything else is served compressed.
        let total: usize = counted.map(|row| if row.0.ends_with(".html") { row.1 } else { row.2 }).sum();
        let verdict = if total > budget { ", not met" } else { "" };
        println!("{what:<44} {:>10} {total:>10}   budget {budget}{verdict}", "");
        if total > most {
            over.push(what);
        }
    }
    if over.is_empty() { Ok(()) } else { Err(format!("a byte budget is exceeded: {}", over.join(", "))) }
}

fn compressed(content: &[u8]) -> Outcome<usize> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
    writer.write_all(content).map_err(|error| error.to_string())?;
    drop(writer);
    Ok(out.len())
}
