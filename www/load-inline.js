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

/** Four bytes in five letters, from "(" on, "}" and "~" for the two that a script cannot hold: less than base64 takes. */
const read = (text) => {
  const bytes = new DataView(new ArrayBuffer(text.length / 5 * 4));
  for (let at = 0; at < text.length; at += 5) {
    let number = 0;
    for (let place = at; place < at + 5; place += 1) {
      const letter = text.charCodeAt(place);
      number = number * 85 + (letter === 125 ? 92 : letter === 126 ? 60 : letter) - 40;
    }
    bytes.setUint32(at / 5 * 4, number);
  }
  return new Uint8Array(bytes.buffer);
};
const unpacked = (packed) => {
  const output = new OutputBuffer(2 * packed.length);
  new Decoder().decompress(new InputBuffer(read(packed)), output);
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
