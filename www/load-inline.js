// Stands in for load.js where everything is in one file: nothing is fetched, so it works from disk, in sandboxed frames
// and without a network. One module serves as the small and as the whole one.

import { got, once, sheet } from "./load.js";
import * as glue from "./page.js";
import widget from "./widget.css.lzma";
import panels from "./page.css.lzma";
import wasm from "./page_bg.wasm.lzma";
import { Decoder } from "lzma1/lib/decoder.js";
import { InputBuffer, OutputBuffer } from "lzma1/lib/streams.js";

export { got, once, sheet };

const unpacked = (packed) => {
  const output = new OutputBuffer(2 * packed.length);
  new Decoder().decompress(new InputBuffer(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0))), output);
  return output.toArray();
};
const unpackedSheet = (packed) => once(async () => sheet(new TextDecoder().decode(unpacked(packed))));

export const page = once(async () => {
  glue.initSync({ module: unpacked(wasm) });
  return glue;
});
export const chart = page;
export const chartSheet = unpackedSheet(widget);
export const pageSheet = unpackedSheet(panels);
