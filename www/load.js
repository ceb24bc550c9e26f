// Where modules and sheets come from: files beside this one, each once for the whole page. The single file has another
// load.js in its place (load-inline.js).

export const once = (make) => {
  let made;
  return () => {
    if (!made) {
      made = make();
      // What failed may be there another time.
      made.catch?.(() => { made = undefined; });
    }
    return made;
  };
};

export const sheet = (text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
};

/** A file's answer; with the hash that the build knows, anything else is refused. */
const fetched = async (url, integrity) => {
  try {
    const response = await fetch(url, { integrity });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response;
  } catch (error) {
    throw Object.assign(error, { url, integrity });
  }
};

export const got = async (...file) => (await fetched(...file)).text();

/** A module when its WebAssembly is there. */
const ready = async (glue, wasm) => {
  const [module, response] = await Promise.all([glue, wasm]);
  await module.default({ module_or_path: response });
  return module;
};

// Each file is written out in full, so that bundlers find it. The build puts the hashes in, where names stay as they are.
export const chart = /* @__PURE__ */ once(() => ready(import("./chart.js"), fetched(new URL("./chart_bg.wasm", import.meta.url), HASH.chart)));
export const page = /* @__PURE__ */ once(() => ready(import("./page.js"), fetched(new URL("./page_bg.wasm", import.meta.url), HASH.page)));
export const chartSheet = /* @__PURE__ */ once(async () => sheet(await got(new URL("./widget.css", import.meta.url), HASH.chartSheet)));
export const pageSheet = /* @__PURE__ */ once(async () => sheet(await got(new URL("./page.css", import.meta.url), HASH.pageSheet)));
