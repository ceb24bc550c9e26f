// Where modules and sheets come from: files beside this one, each once for the whole page. The single file has another
// load.js in its place (load-inline.js).

export const once = (make) => {
  let made;
  return () => (made ??= make());
};

export const sheet = (text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};

export const got = async (file) => {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.text();
};

/** A module when its WebAssembly is there. */
const ready = async (glue, wasm) => {
  const module = await glue;
  await module.default({ module_or_path: wasm });
  return module;
};

// Each file is written out in full, so that bundlers find it.
export const chart = /* @__PURE__ */ once(() => ready(import("./chart.js"), new URL("./chart_bg.wasm", import.meta.url)));
export const page = /* @__PURE__ */ once(() => ready(import("./page.js"), new URL("./page_bg.wasm", import.meta.url)));
export const chartSheet = /* @__PURE__ */ once(async () => sheet(await got(new URL("./widget.css", import.meta.url))));
export const pageSheet = /* @__PURE__ */ once(async () => sheet(await got(new URL("./page.css", import.meta.url))));
