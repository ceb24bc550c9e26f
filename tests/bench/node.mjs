// The contest in Node.

import { readFile } from "node:fs/promises";
import { contest, told } from "./contest.mjs";

const npm = new URL("../../dist/npm/", import.meta.url);
const widget = await import(new URL("engine.js", npm));
await widget.default({ module_or_path: await readFile(new URL("engine_bg.wasm", npm)) });
console.log(told(contest(widget.evaluate)));
