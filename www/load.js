// Where modules and sheets come from: files beside this one, each once for the whole page. The single file has another
// load.js in its place (load-inline.js).

const CHART = ["./chart.js", "./chart_bg.wasm"];
const PAGE = ["./page.js", "./page_bg.wasm"];
const SHEETS = ["./widget.css", "./page.css"];

const here = (file) => new URL(file, import.meta.url);

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

/** A module with its WebAssembly. */
export const [chart, page] = [CHART, PAGE].map(([glue, wasm]) => once(async () => {
  const module = await import(here(glue).href);
  await module.default({ module_or_path: here(wasm) });
  return module;
}));

export const [chartSheet, pageSheet] = SHEETS.map((file) => once(async () => sheet(await got(here(file)))));
