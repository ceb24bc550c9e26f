// Stands in for load.js where everything is in one file: nothing is fetched, so it works from disk, in sandboxed frames
// and without a network. One module serves as the small and as the whole one.

import { got, once, sheet } from "./load.js";
import * as glue from "./page.js";
import widget from "./widget.css";
import panels from "./page.css";
import packed from "./page_bg.wasm.gz";

export { got, once, sheet };

export const page = once(async () => {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  glue.initSync({ module: await new Response(unpacked).arrayBuffer() });
  return glue;
});
export const chart = page;
export const chartSheet = once(async () => sheet(widget));
export const pageSheet = once(async () => sheet(panels));
