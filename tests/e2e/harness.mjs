// Serves dist/ on the loopback address and opens it in a real Chromium; the server and the browser end with the tests.
// It asserts nothing by itself.

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { createRequire } from "node:module";
import { brotliCompressSync } from "node:zlib";
import { chromium } from "playwright-core";

export const top = fileURLToPath(new URL("../..", import.meta.url));
export const dist = join(top, "dist");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm" };
export const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'";

/** Serves dist/, or another folder, below `base`; `pages` (path to HTML) and `copies` (path to file) beside it. Files with
 *  an ending in `shared` may be read by other origins. `compressed`: with brotli 11, once, as a host does. */
export async function serve({ folder = dist, base = "/", policy, pages = {}, copies = {}, shared = [], compressed = false } = {}) {
  const requests = [];
  const packed = new Map();
  const send = (response, path, content) => {
    if (!compressed) return response.end(content);
    if (!packed.has(path)) packed.set(path, brotliCompressSync(content));
    response.setHeader("Content-Encoding", "br");
    response.end(packed.get(path));
  };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    requests.push(path);
    if (policy) response.setHeader("Content-Security-Policy", policy);
    if (shared.includes(extname(path))) response.setHeader("Access-Control-Allow-Origin", "*");
    const rest = path.startsWith(base) ? path.slice(base.length) : null;
    if (rest !== null && pages[rest] !== undefined) {
      response.setHeader("Content-Type", types[extname(rest) || ".html"] ?? "application/json");
      if ([".json", ".js"].includes(extname(rest))) return send(response, path, pages[rest]);
      return send(response, path, `<!doctype html><html lang="en"><title>Host</title>${pages[rest]}</html>`);
    }
    const file = rest === null ? null : normalize(join(folder, copies[rest] ?? rest.replace(/(^|\/)$/, "$1index.html")));
    try {
      if (!file?.startsWith(folder)) throw new Error("outside");
      const content = await readFile(file);
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
      send(response, path, content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { url: `http://127.0.0.1:${server.address().port}${base}`, requests, publish: (next) => (folder = next), close: () => server.close() };
}

export function launch(options) {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: process.env.CHROME ?? "/usr/bin/chromium", args, ...options });
}

/** A document of the panel with what to take away, as the browser saves it. */
export async function download(page, document) {
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator(`[data-document="${document}"]`).click()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
}

/** Complete: the whole page where it is asked for, else the chart. */
export const READY = 'ai-build-vs-buy[data-ready="whole"], ai-build-vs-buy[view="chart"][data-ready]';

/** A page that records what goes wrong in it. */
export async function open(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value)))
      .observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(url);
  return page;
}

/** What axe-core finds, WCAG 2.2 AA included. */
export async function accessibility(page) {
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
  }));
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.flat().join(" ")).slice(0, 3).join(", ")}`);
}
