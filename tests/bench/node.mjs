// The contest in Node, and what many calls leave in the memory.

import { readFile } from "node:fs/promises";
import { contest, scenario, told } from "./contest.mjs";

const npm = new URL("../../dist/npm/", import.meta.url);
const widget = await import(new URL("engine.js", npm));
const { memory } = await widget.default({ module_or_path: await readFile(new URL("engine_bg.wasm", npm)) });

/** Bytes of WebAssembly memory after so many calls with changing inputs. */
function after(calls) {
  for (let call = 0; call < calls; call++) widget.evaluate({ ...scenario(1_000), volume: { perMonth: 1_000 + 37 * call } });
  return memory.buffer.byteLength;
}
const [early, late] = [after(100), after(9_900)];
console.log(`memory after 100 calls with changing inputs ${early.toLocaleString("en")} bytes, after 10,000 ${late.toLocaleString("en")}`);

console.log(told(contest(widget.evaluate)));
