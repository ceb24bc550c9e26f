// The classic loader: where it finds embed.js, what it does without a tag on the page, and a pinned copy of embed.js.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { POLICY, READY, dist, launch, open, serve } from "./harness.mjs";

const MOVED = "assets/site-0f3a9c.js";
const sha384 = (content) => `sha384-${createHash("sha384").update(content).digest("base64")}`;
const pinned = (hash) => `<script type="module" src="embed.js" integrity="${hash}"></script>${tag}`;
const tag = '<ai-build-vs-buy preset="legal-tech" view="chart"><p id="child">A static table.</p></ai-build-vs-buy>';
const alone = (more) => `<p>Before</p><script src="loader.js" ${more}></script><p>After</p>`;
const pages = {
  "own.html": `${tag}<script src="${MOVED}" data-src="embed.js"></script>`,
  "meta.html": `<meta name="ai-build-vs-buy" content="embed.js">${tag}<script src="${MOVED}"></script>`,
  "beside.html": `${tag}<script async src="loader.js"></script>`,
  "alone.html": alone('data-preset="commodity" data-view="chart" data-theme="dark"'),
  "container.html": alone('data-view="chart" data-target="here"') + '<div id="here"></div>',
  "head.html": '<script src="loader.js" data-view="chart"></script><p>After</p>',
  "no-container.html": alone('data-view="chart" data-target="there"'),
  "tag.html": alone('data-preset="commodity"') + tag,
  "two.html": alone('data-preset="commodity" data-view="chart"') + alone('data-preset="high-volume" data-view="chart"'),
  "foreign.html": alone('data-cfasync="false"'),
  "wrong.html": `${tag}<script src="loader.js" data-src="nowhere.js"></script>`,
  "pinned.html": pinned(sha384(await readFile(join(dist, "embed.js")))),
  "tampered.html": pinned(sha384("something else")),
};

let browser, site;
before(async () => {
  // A generator may give the loader another name and another folder.
  const copies = { [MOVED]: "loader.js" };
  [browser, site] = await Promise.all([launch(), serve({ pages, copies, policy: POLICY, base: "/a/b/" })]);
});
after(async () => { await browser.close(); site.close(); });

async function hosted(t, path) {
  const page = await open(browser, site.url + path);
  t.after(() => page.context().close());
  return page;
}

const shown = (page) => page.evaluate(() => [...document.querySelectorAll("ai-build-vs-buy")].map((element) => ({
  preset: element.getAttribute("preset"),
  view: element.getAttribute("view"),
  theme: element.getAttribute("theme"),
  before: element.previousElementSibling?.localName,
  within: element.parentElement.id || element.parentElement.localName,
})));

for (const [path, what] of [
  ["own.html", "on its own element"],
  ["meta.html", "in the page’s meta element"],
  ["beside.html", "beside itself"],
]) {
  test(`item 2: it finds embed.js by the address ${what}, and the policy holds`, async (t) => {
    const page = await hosted(t, path);
    await page.waitForSelector(READY);
    assert.deepEqual(await page.evaluate(() => window.violations), []);
    assert.deepEqual(page.faults, []);
  });
}

const plain = { preset: null, view: "chart", theme: null };
for (const [path, what, expected] of [
  ["alone.html", "after itself, with its options", [{ preset: "commodity", view: "chart", theme: "dark", before: "script", within: "body" }]],
  ["container.html", "into the named container", [{ ...plain, within: "here" }]],
  ["head.html", "at the end of the page when it stands in the head", [{ ...plain, before: "p", within: "body" }]],
  ["no-container.html", "after itself when the container is not there", [{ ...plain, before: "script", within: "body" }]],
  ["two.html", "once for each script", ["commodity", "high-volume"].map((preset) => ({ ...plain, preset, before: "script", within: "body" }))],
]) {
  test(`item 2: without a tag on the page it puts the widget ${what}`, async (t) => {
    const page = await hosted(t, path);
    await page.waitForFunction(([ready, count]) => document.querySelectorAll(ready).length === count, [READY, expected.length]);
    assert.deepEqual((await shown(page)).map((each) => Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined))), expected);
  });
}

test("a page with a tag of its own, even a later one, gets no second widget", async (t) => {
  const page = await hosted(t, "tag.html");
  await page.waitForSelector(READY);
  assert.deepEqual((await shown(page)).map(({ preset }) => preset), ["legal-tech"]);
});

test("attributes of other tools are no options", async (t) => {
  const page = await hosted(t, "foreign.html");
  await page.waitForFunction(() => customElements.get("ai-build-vs-buy"));
  assert.deepEqual(await shown(page), []);
});

test("a wrong address leaves the children and is told on the console", async (t) => {
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const told = page.waitForEvent("console", { predicate: (message) => /nowhere\.js could not be loaded/.test(message.text()) });
  await page.goto(`${site.url}wrong.html`);
  await told;
  assert.ok(await page.locator("#child").isVisible());
});

test("it has less than 2 KB", async () => {
  assert.ok((await readFile(join(dist, "loader.js"))).length < 2048);
});

test("item 17: a pinned embed.js with the right hash works", async (t) => {
  const page = await hosted(t, "pinned.html");
  await page.waitForSelector(READY);
});

test("item 17: a pinned embed.js with another hash does not run", async (t) => {
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  const told = page.waitForEvent("console", { predicate: (message) => /integrity/.test(message.text()) });
  await page.goto(`${site.url}tampered.html`);
  await told;
  assert.equal(await page.evaluate(() => customElements.get("ai-build-vs-buy")), undefined);
  assert.ok(await page.locator("#child").isVisible());
});
