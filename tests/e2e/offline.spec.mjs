// Without a network: the single file from disk, the installed page below a sub-path, the page for frames in a sandbox.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { READY, dist, download, launch, open, serve } from "./harness.mjs";

const single = new URL("../../dist/ai-build-vs-buy.html", import.meta.url).href;
const frame = (sandbox, name = "a") => `<iframe id="${name}" sandbox="${sandbox}" src="/embed.html?preset=commodity&view=chart" width="600" height="200" title="${name}"></iframe>`;
const pages = {
  "frames.html": `<script src="frame-host.js"></script><main><h1>Host</h1>${frame("allow-scripts")}${frame("allow-scripts allow-same-origin", "b")}</main>`,
  "recorder.html": `<script>window.told = []; addEventListener("message", ({ data }) => told.push(data));</script>${frame("allow-scripts")}`,
};

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

async function at(t, url, options) {
  const page = await open(browser, url, options);
  t.after(() => page.context().close());
  return page;
}

test("item 20: the file from disk works with the network cut: questions, numbers, chart", async (t) => {
  const page = await at(t, single, { offline: true });
  await page.waitForSelector(READY);
  await page.getByLabel("Price $ per user", { exact: true }).fill("2");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.cost.atVolume.cheapest[0] === "api");
  await page.locator('[data-question="DemandValidated"] > summary').click();
  await page.locator('[data-question="DemandValidated"] label').nth(1).click();
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.decision.now.approach === "api");
  assert.deepEqual(page.faults, []);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
});

test("item 22: over a walk-through the page asks nobody but its own folder, sets no cookie and stores nothing", async (t) => {
  const site = await serve({ base: "/a/b/" });
  t.after(() => site.close());
  const context = await browser.newContext({ serviceWorkers: "block" });
  t.after(() => context.close());
  const page = await context.newPage();
  const asked = [];
  context.on("request", (request) => asked.push(request.url()));
  page.on("websocket", (socket) => asked.push(socket.url()));
  await page.goto(`${site.url}?preset=commodity&theme=dark`);
  await page.waitForSelector(READY);
  await page.locator(".chart-slider").press("ArrowRight");
  await page.evaluate(() => document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("details").forEach((each) => (each.open = true)));
  await page.getByRole("button", { name: "Copy link" }).click();
  const documents = await page.locator("[data-document]").evaluateAll((buttons) => buttons.map(({ dataset }) => dataset.document));
  for (const document of documents) await download(page, document);
  assert.ok(asked.length >= 6);
  // A file that is saved has the page's own address in front of it and leaves the page for no host.
  assert.deepEqual(asked.filter((url) => !url.startsWith(site.url) && !url.startsWith(`blob:${new URL(site.url).origin}/`)), []);
  assert.deepEqual(await context.cookies(), []);
  assert.deepEqual(await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length, document.cookie]), [0, 0, 0, 0, ""]);
});

/** The page, below a sub-path, once it is kept for visits without a network. */
async function installed(t, site) {
  const page = await at(t, site.url);
  await page.waitForSelector(READY);
  await page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === "activated");
  return page;
}

/** Questions, numbers, saving, sharing, files and paper. */
async function everything(page) {
  await page.waitForSelector(READY);
  const report = () => page.evaluate(() => JSON.stringify(document.querySelector("ai-build-vs-buy").report));
  const first = await report();
  await page.getByLabel("Price $ per user", { exact: true }).fill("2");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.cost.atVolume.cheapest[0] === "api");
  const changed = await report();
  await page.locator(".take-away").getByLabel("Name").fill("Kept");
  await page.getByRole("button", { name: "Save in this browser" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await page.getByLabel("Link to this scenario").inputValue();
  const documents = await page.locator("[data-document]").evaluateAll((buttons) => buttons.map(({ dataset }) => dataset.document));
  assert.ok(documents.length >= 7, documents.join());
  for (const document of documents) assert.ok((await download(page, document)).content.length > 100, document);
  assert.match((await page.pdf()).toString("latin1"), /\/Type\s*\/Page\b(?!s)/);
  await page.goto(link.replace(/#.*/, ""));
  await page.reload();
  await page.waitForSelector(READY);
  assert.equal(await report(), first);
  await page.getByRole("button", { name: "Open “Kept”" }).click();
  await page.waitForFunction((wanted) => JSON.stringify(document.querySelector("ai-build-vs-buy").report) === wanted, changed);
  await page.goto("about:blank");
  await page.goto(link);
  await page.waitForSelector(READY);
  assert.equal(await report(), changed);
  assert.deepEqual(page.faults, []);
}

test("item 20: the file from disk does everything with the network cut", async (t) => {
  await everything(await at(t, single, { offline: true }));
});

test("item 21: after one visit the page does everything without a server, below a sub-path", async (t) => {
  const site = await serve({ base: "/a/b/" });
  const page = await installed(t, site);
  site.close();
  await page.context().setOffline(true);
  await page.reload();
  await everything(page);
});

test("item 21: a new version is there after one reload, and no version is mixed with another", async (t) => {
  const next = await mkdtemp(join(tmpdir(), "widget-"));
  t.after(() => rm(next, { recursive: true }));
  await cp(dist, next, { recursive: true });
  const rewrite = async (name, change) => writeFile(join(next, name), change(await readFile(join(next, name), "utf8")));
  await rewrite("index.html", (text) => text.replace("<h1>", "<h1>Second: "));
  await rewrite("embed.js", (text) => `/* second */ ${text}`);
  await rewrite("sw.js", (text) => text.replace(/"[0-9a-f]{16}"/, '"2222222222222222"'));
  const site = await serve({ base: "/a/b/" });
  t.after(() => site.close());
  const page = await installed(t, site);
  const shown = async () => [
    (await page.locator("h1").innerText()).startsWith("Second: "),
    await page.evaluate(async () => (await (await fetch("./embed.js")).text()).startsWith("/* second */")),
  ];
  assert.deepEqual(await shown(), [false, false]);
  site.publish(next);
  await page.addInitScript(() => navigator.serviceWorker?.addEventListener("controllerchange", () => { window.renewed = true; }));
  await page.goto("about:blank");
  // The next visit still shows what is kept, and fetches the new version meanwhile.
  await page.goto(site.url);
  await page.waitForSelector(READY);
  assert.equal((await shown())[0], false);
  await page.waitForFunction(() => window.renewed);
  await page.reload();
  await page.waitForSelector(READY);
  assert.deepEqual(await shown(), [true, true]);
  assert.deepEqual(page.faults, []);
});

test("item 11: frames tell their height, each its own, also in a sandbox", async (t) => {
  const site = await serve({ pages });
  t.after(() => site.close());
  const page = await at(t, `${site.url}frames.html`);
  await page.waitForFunction(() => [...document.querySelectorAll("iframe")].every((each) => parseInt(each.style.height, 10) > 400));
  await page.frameLocator("#a").locator(".headline").waitFor();
  assert.deepEqual(page.faults, []);
});

test("item 11: the height is told in the three forms that hosts read", async (t) => {
  const site = await serve({ pages });
  t.after(() => site.close());
  const page = await at(t, `${site.url}recorder.html`);
  await page.waitForFunction(() => window.told.some((each) => each?.type === "ai-build-vs-buy:height")
    && window.told.some((each) => each?.sentinel === "amp") && window.told.some((each) => typeof each === "string" && JSON.parse(each).context === "iframe.resize"));
});

/** Whatever a stranger may send. */
const RUBBISH = () => {
  const heights = [0, -1, 7, 1e9, NaN, Infinity, "700", null, [], {}];
  const themes = ["dark", "light", "auto", "", "dark ", 5, null, [], { toString: () => "dark" }.constructor.name];
  const types = ["height", "theme", "height?", "scenario", "__proto__", "constructor", ""];
  return [
    undefined, null, 0, "", "{", "[]", [], {}, new Map(), new Date(0), true, -1,
    ...types.flatMap((type) => [{ type }, { type: `ai-build-vs-buy:${type}` }, JSON.stringify({ type: `ai-build-vs-buy:${type}` })]),
    ...heights.flatMap((height) => [{ type: "ai-build-vs-buy:height", height }, { sentinel: "amp", type: "embed-size", height }]),
    ...themes.map((theme) => ({ type: "ai-build-vs-buy:theme", theme })),
    JSON.parse('{"__proto__":{"type":"ai-build-vs-buy:theme","theme":"dark"}}'),
  ];
};

test("item 12: whatever strangers send to the page and to the frame changes nothing", async (t) => {
  const stranger = await serve({ pages: { "stranger.html": "<p>Somebody else</p>" } });
  t.after(() => stranger.close());
  const site = await serve({ pages: { "fuzzed.html": `<script src="frame-host.js"></script><main><h1>Host</h1>${frame("allow-scripts allow-same-origin", "b")}
    <iframe id="c" src="${stranger.url}stranger.html" title="c"></iframe></main>` } });
  t.after(() => site.close());
  const page = await at(t, `${site.url}fuzzed.html`);
  await page.frameLocator("#b").locator(READY).waitFor();
  await page.waitForFunction(() => parseInt(document.querySelector("#b").style.height, 10) > 400);
  const inner = page.frames().find((each) => each.url().includes("embed.html"));
  const state = async () => [
    await page.evaluate(() => document.querySelector("#b").style.height),
    await inner.evaluate(() => {
      const element = document.querySelector("ai-build-vs-buy");
      return [[...element.attributes].map(({ name, value }) => `${name}=${value}`).join(), JSON.stringify(element.scenario)];
    }),
  ];
  const before = await state();
  const last = (frame) => frame.evaluateHandle(() => ({ seen: new Promise((seen) => addEventListener("message", ({ data }) => data === "last" && seen())) }));
  const waits = [await last(page.mainFrame()), await last(inner)];
  const outsider = page.frames().find((each) => each.url().includes("stranger.html"));
  await outsider.evaluate((rubbish) => {
    for (const message of [...(0, eval)(`(${rubbish})()`), "last"]) {
      parent.postMessage(message, "*");
      parent.frames[0].postMessage(message, "*");
    }
  }, RUBBISH.toString());
  for (const wait of waits) await wait.evaluate(({ seen }) => seen);
  assert.deepEqual(await state(), before);
  assert.deepEqual(page.faults, []);
});

test("item 12: a theme is taken from the parent and from nobody else; a height from its own frame only", async (t) => {
  const site = await serve({ pages });
  t.after(() => site.close());
  const page = await at(t, `${site.url}frames.html`);
  const widget = page.frameLocator("#b").locator("ai-build-vs-buy");
  await page.frameLocator("#b").locator(".headline").waitFor();
  const inner = page.frames().find((each) => each.name() === "b" || each.url().includes("embed.html"));
  await inner.evaluate(() => window.postMessage({ type: "ai-build-vs-buy:theme", theme: "light" }, "*"));
  await page.evaluate(() => document.querySelector("#b").contentWindow.postMessage({ type: "ai-build-vs-buy:theme", theme: "dark" }, "*"));
  await widget.and(page.frameLocator("#b").locator('[theme="dark"]')).waitFor();
  await page.evaluate(() => window.postMessage({ type: "ai-build-vs-buy:height", height: 7 }, "*"));
  assert.ok(await page.evaluate(() => [...document.querySelectorAll("iframe")].every((each) => each.style.height !== "100px")));
});
