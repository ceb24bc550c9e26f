// What is said when something is wrong: for each cause its own sentence on the page, beside the children, and an event
// with its type; nothing but the published files runs.

import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { READY, dist, launch, open, serve } from "./harness.mjs";

const tag = '<ai-build-vs-buy view="chart" loading="eager"><p id="child">A static table.</p></ai-build-vs-buy>';
const module = (from = "") => `<script type="module" src="${from}embed.js"></script>${tag}`;
const classic = (from = "") => `${tag}<script src="${from}loader.js"></script>`;
const pages = { "module.html": module(), "classic.html": classic() };

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

/** A page on which something is to go wrong; `prepare` gets it before it opens. */
async function hosted(t, path, { prepare, ...options } = {}) {
  const site = await serve({ pages, ...options });
  t.after(() => site.close());
  return opened(t, site.url + path, prepare);
}

async function opened(t, url, prepare) {
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.told = [];
    document.addEventListener("ai-build-vs-buy:error", ({ detail }) => window.told.push(structuredClone(detail)));
  });
  await prepare?.(page);
  await page.goto(url);
  return page;
}

/** The cause is told once, with the sentence that the page shows, and the children are still there. */
async function said(page, type, sentence) {
  const line = page.getByRole("alert");
  await line.waitFor();
  const text = await line.innerText();
  assert.match(text, sentence);
  assert.deepEqual(await page.evaluate(() => window.told), [{ type, message: text, problems: [] }]);
  assert.ok(await page.locator("#child").isVisible());
}

const answered = (pattern, answer) => (page) => page.route(pattern, (route) => route.fulfill(answer));
const text = { contentType: "text/plain", body: "not a script" };
const missing = { status: 404, contentType: "text/plain", body: "" };

test("item 15: opened from disk", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "widget-"));
  t.after(() => rm(folder, { recursive: true }));
  for (const name of ["embed.js", "loader.js"]) await copyFile(join(dist, name), join(folder, name));
  await writeFile(join(folder, "page.html"), `<!doctype html>${classic()}`);
  await said(await opened(t, pathToFileURL(join(folder, "page.html")).href), "file", /opened from disk.*ai-build-vs-buy\.html/);
});

test("item 15: a policy without WebAssembly", async (t) => {
  const page = await hosted(t, "module.html", { policy: "default-src 'self'" });
  await said(page, "csp", /script-src needs 'wasm-unsafe-eval'/);
});

test("item 15: a policy without connections", async (t) => {
  const page = await hosted(t, "module.html", { policy: "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'" });
  await said(page, "csp", /\/(chart|widget)-\w+\.\w+ \(connect-src\)/);
});

for (const [path, what, pattern, answer] of [
  ["module.html", "a script sent as text", "**/chart-*.js", text],
  ["module.html", "a page in place of the WebAssembly", "**/*.wasm", { contentType: "text/html", body: "<!doctype html>" }],
  ["classic.html", "embed.js sent as text", "**/embed.js", text],
]) {
  test(`item 15: ${what}`, async (t) => {
    const page = await hosted(t, path, { prepare: answered(pattern, answer) });
    await said(page, "mime", /with the wrong type “text\/(plain|html)”/);
  });
}

for (const [path, pattern] of [["module.html", "**/*.wasm"], ["module.html", "**/chart-*.js"], ["module.html", "**/widget-*.css"], ["classic.html", "**/embed.js"]]) {
  test(`item 15: ${pattern.slice(3)} is not there`, async (t) => {
    const page = await hosted(t, path, { prepare: answered(pattern, missing) });
    await said(page, "missing", /is missing: the server answered 404/);
  });
}

test("item 15: the connection breaks", async (t) => {
  const page = await hosted(t, "module.html", { prepare: (page) => page.route("**/*.wasm", (route) => route.abort()) });
  await said(page, "network", /chart-\w+\.wasm could not be loaded/);
});

for (const [what, path, shared] of [["scripts for all, WebAssembly for nobody", "module", [".js", ".css"]], ["nothing for others", "classic", []]]) {
  test(`item 15: another host that gives ${what}`, async (t) => {
    const other = await serve({ shared });
    t.after(() => other.close());
    const page = await hosted(t, "far.html", { pages: { "far.html": (path === "module" ? module : classic)(other.url) } });
    await said(page, "cross-origin", /Access-Control-Allow-Origin/);
  });
}

for (const [what, without] of [
  ["adopted style sheets", () => { delete CSSStyleSheet.prototype.replaceSync; }],
  ["WebAssembly", () => { delete window.WebAssembly; }],
]) {
  test(`item 15: an old browser without ${what}`, async (t) => {
    const page = await hosted(t, "module.html", { prepare: (page) => page.addInitScript(without) });
    await said(page, "old", /too old/);
  });
}

/** Makes the functions of the module that fit a name trap from when `window.crash` is set. */
const trap = (page, name) => page.addInitScript((name) => {
  const { instantiateStreaming } = WebAssembly;
  WebAssembly.instantiateStreaming = async (...given) => {
    const { instance, module } = await instantiateStreaming(...given);
    const exports = { ...instance.exports };
    for (const [key, value] of Object.entries(exports)) {
      if (key.includes(name)) {
        exports[key] = (...values) => {
          if (window.crash) throw new WebAssembly.RuntimeError("unreachable");
          return value(...values);
        };
      }
    }
    return { instance: { exports }, module };
  };
}, name);

test("item 15: a crash at the start", async (t) => {
  const prepare = async (page) => {
    await trap(page, "mount");
    await page.addInitScript(() => { window.crash = true; });
  };
  await said(await hosted(t, "module.html", { prepare }), "crash", /stopped because of a fault/);
});

test("item 15: a crash later leaves the last answer to be read, and the host goes on", async (t) => {
  const page = await hosted(t, "module.html", { prepare: (page) => trap(page, "invoke") });
  await page.waitForSelector(READY);
  const before = await page.locator(".headline").innerText();
  const scenario = await page.evaluate(() => JSON.stringify(document.querySelector("ai-build-vs-buy").scenario));
  await page.evaluate(() => { window.crash = true; });
  await page.locator(".chart-slider").press("ArrowRight");
  await page.getByRole("alert").filter({ hasText: "stopped because of a fault" }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.told.map(({ type }) => type)), ["crash"]);
  assert.equal(await page.locator(".headline").innerText(), before);
  assert.equal(await page.evaluate(() => {
    const element = document.querySelector("ai-build-vs-buy");
    element.setAttribute("view", "full");
    element.remove();
    document.body.append(element);
    return JSON.stringify(element.scenario);
  }), scenario);
});

test("item 15: a fault of the host's own WebAssembly is none of ours", async (t) => {
  const page = await hosted(t, "module.html");
  await page.waitForSelector(READY);
  await page.evaluate(() => new Promise((done) => {
    addEventListener("error", () => done(), { once: true });
    setTimeout(() => { throw Object.assign(new WebAssembly.RuntimeError("unreachable"), { stack: "elsewhere.wasm" }); });
  }));
  assert.deepEqual(await page.evaluate(() => window.told), []);
});

test("item 15: the same causes are told for a number in a sentence, which keeps its text", async (t) => {
  const pages = { "prose.html": `<script type="module" src="embed.js"></script><p>About <ai-build-vs-buy-value loading="eager" path="headline">$18,000</ai-build-vs-buy-value>.</p>` };
  const page = await hosted(t, "prose.html", { pages, prepare: answered("**/page-*.wasm", missing) });
  await page.waitForFunction(() => window.told.length === 1);
  assert.equal(await page.evaluate(() => window.told[0].type), "missing");
  assert.equal(await page.locator("p").innerText(), "About $18,000.");
});

const other = async (route) => {
  const response = await route.fetch();
  const body = await response.body();
  // One letter in the last section.
  body[body.length - 3] ^= 1;
  await route.fulfill({ response, body });
};
for (const [what, pattern] of [["WebAssembly", "**/chart-*.wasm"], ["sheet", "**/widget-*.css"]]) {
  test(`item 17: a changed ${what} is refused`, async (t) => {
    const page = await hosted(t, "module.html", { prepare: (page) => page.route(pattern, other) });
    await said(page, "integrity", /is not the published one/);
  });
}

const integrity = JSON.parse(await readFile(join(dist, "integrity.json"), "utf8"));
const pinned = (hashes) => {
  const map = JSON.stringify({ integrity: Object.fromEntries(Object.entries(hashes).map(([name, hash]) => [`/${name}`, hash])) });
  return `<script type="importmap">${map}</script><script type="module" src="/embed.js" integrity="${hashes["embed.js"]}"></script>${tag}`;
};
const scripts = Object.fromEntries(Object.entries(integrity).filter(([name]) => name.endsWith(".js")));
const chart = Object.keys(scripts).find((name) => name.startsWith("chart-"));

test("item 17: with the published hashes in an import map every file is checked, and it works", async (t) => {
  const page = await hosted(t, "pinned.html", { pages: { "pinned.html": pinned(scripts) } });
  await page.waitForSelector(READY);
});

test("item 17: a script that differs from the published hash does not run", async (t) => {
  const page = await hosted(t, "pinned.html", { pages: { "pinned.html": pinned({ ...scripts, [chart]: scripts["embed.js"] }) } });
  await page.getByRole("alert").waitFor();
  assert.ok(await page.locator("#child").isVisible());
});

test("item 17: a hash is published for each script, sheet and WebAssembly, and no file has another name for its content", async (t) => {
  const page = await hosted(t, "module.html");
  await page.waitForSelector(READY);
  const loaded = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname.slice(1)));
  assert.ok(loaded.length >= 4);
  assert.deepEqual(loaded.filter((name) => name !== "favicon.ico" && !integrity[name]), []);
  assert.deepEqual(loaded.filter((name) => !["embed.js", "favicon.ico"].includes(name) && !/-[0-9a-f]{16}\.\w+$/.test(name)), []);
});

test("item 14: children stay without JavaScript", async (t) => {
  const site = await serve({ pages });
  t.after(() => site.close());
  const page = await open(browser, `${site.url}module.html`, { javaScriptEnabled: false });
  t.after(() => page.context().close());
  assert.ok(await page.locator("#child").isVisible());
});
