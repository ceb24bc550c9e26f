// The contest in a headless Chromium.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch } from "../e2e/harness.mjs";
import { told } from "./contest.mjs";

const folders = { "/npm/": "../../dist/npm/", "/bench/": "./" };
const types = { ".mjs": "text/javascript", ".js": "text/javascript", ".wasm": "application/wasm" };
const server = createServer(async (request, response) => {
  const [folder, below] = Object.entries(folders).find(([prefix]) => request.url.startsWith(prefix)) ?? [];
  try {
    const file = join(fileURLToPath(new URL(below, import.meta.url)), request.url.slice(folder.length).replaceAll("..", ""));
    response.setHeader("Content-Type", types[extname(file)] ?? "text/html");
    response.end(await readFile(file));
  } catch {
    response.setHeader("Content-Type", "text/html");
    response.end("<!doctype html><title>Benchmark</title>");
  }
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const browser = await launch();
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const figures = await page.evaluate(async () => {
    const widget = await import("/npm/engine.js");
    await widget.default();
    const { contest } = await import("/bench/contest.mjs");
    return contest(widget.evaluate);
  });
  console.log(told(figures));
} finally {
  await browser.close();
  server.close();
}
