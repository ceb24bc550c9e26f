// Everything in Node: its WebAssembly lies beside this file, so there is nothing to fetch and nothing to wait for. What
// shows something on a page needs one.

import { readFileSync } from "node:fs";
import { initSync } from "./page.js";

initSync({ module: readFileSync(new URL("./page_bg.wasm", import.meta.url)) });

export * from "./page.js";
/** Here for the same code everywhere; all is ready when it is imported. */
export default async function init() {}
