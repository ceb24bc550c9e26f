// The engine in Node: its WebAssembly lies beside this file, so there is nothing to fetch and nothing to wait for.

import { readFileSync } from "node:fs";
import { initSync } from "./engine.js";

initSync({ module: readFileSync(new URL("./engine_bg.wasm", import.meta.url)) });

export * from "./engine.js";
/** Here for the same code everywhere; the engine is ready when it is imported. */
export default async function init() {}
