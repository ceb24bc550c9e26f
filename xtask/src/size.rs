//! `cargo xtask size`: what a reader downloads, compressed with brotli 11, against the budgets.

use std::fs;
use std::io::Write;

use crate::{Outcome, root};

/// Everything that `embed.js` needs before its first live chart, in bytes: the budget, not met yet.
const FIRST_CHART: usize = 180_000;
/// What must not be exceeded on the way there.
const CEILING: usize = 310_000;
/// What the host page parses before the widget is near.
const ENTRY: usize = 4_000;

/// Prints the table; fails when a budget is exceeded.
pub fn size() -> Outcome {
    let dist = root().join("dist");
    let mut rows = Vec::new();
    for entry in fs::read_dir(&dist).map_err(|error| format!("{}: {error}", dist.display()))?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with("ai-build-vs-buy-") || name == "embed.js" {
            let content = fs::read(entry.path()).map_err(|error| format!("{name}: {error}"))?;
            rows.push((name, content.len(), compressed(&content)?));
        }
    }
    rows.sort();
    println!("{:<44} {:>10} {:>10}", "file", "bytes", "brotli 11");
    for (name, raw, small) in &rows {
        println!("{name:<44} {raw:>10} {small:>10}");
    }
    let total: usize = rows.iter().map(|row| row.2).sum();
    let entry = rows.iter().find(|row| row.0 == "embed.js").map_or(0, |row| row.2);
    println!("{:<44} {:>10} {total:>10}   budget {FIRST_CHART}", "first live chart", "");
    println!("{:<44} {:>10} {entry:>10}   budget {ENTRY}", "entry", "");
    if total > CEILING || entry > ENTRY {
        return Err("a byte budget is exceeded".to_owned());
    }
    Ok(())
}

fn compressed(content: &[u8]) -> Outcome<usize> {
    let mut out = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22);
    writer.write_all(content).map_err(|error| error.to_string())?;
    drop(writer);
    Ok(out.len())
}
