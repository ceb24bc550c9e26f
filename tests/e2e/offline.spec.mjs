// Without a network: the single file from disk, the installed page below a sub-path, the page for frames in a sandbox.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { READY, launch, open, serve } from "./harness.mjs";

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

test("item 22: the page asks nobody but its own origin for anything, sets no cookie and stores nothing", async (t) => {
  const site = await serve({ base: "/a/b/" });
  t.after(() => site.close());
  const context = await browser.newContext({ serviceWorkers: "block" });
  t.after(() => context.close());
  const page = await context.newPage();
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(site.url);
  await page.waitForSelector(READY);
  await page.locator(".chart-slider").press("ArrowRight");
  assert.deepEqual(asked.filter((url) => !url.startsWith(site.url)), []);
  assert.deepEqual(await context.cookies(), []);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
});

test("item 21: after one visit the page opens without a server, below a sub-path", async (t) => {
  const site = await serve({ base: "/a/b/" });
  const page = await at(t, site.url);
  await page.waitForSelector(READY);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await caches.keys()).length === 1 && (await navigator.serviceWorker.ready).active?.state === "activated");
  site.close();
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForSelector(READY);
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
