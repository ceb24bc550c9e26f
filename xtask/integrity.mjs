// Hashes as Subresource Integrity writes them: `node xtask/integrity.mjs FOLDER [FILE …]` prints one JSON object, from each
// named file (all scripts, sheets and WebAssembly of the folder without names) to its hash.

import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const [folder, ...named] = process.argv.slice(2);
const files = named.length ? named : (await readdir(folder)).filter((name) => /\.(js|css|wasm)$/.test(name)).sort();
const hashes = {};
for (const name of files) hashes[name] = `sha384-${createHash("sha384").update(await readFile(join(folder, name))).digest("base64")}`;
console.log(JSON.stringify(hashes, null, 1));
