// The widget and the page around it leave each other alone: styles, globals, names, messages; and what the page says to
// everything in it (light or dark, moves, a look back) is followed.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { READY, dist, launch, open, serve } from "./harness.mjs";
import { CLEAN, HOSTILE, differences, styles } from "./hostile.mjs";

const script = '<script type="module" blocking="render" src="embed.js"></script>';
const tag = '<ai-build-vs-buy loading="eager"></ai-build-vs-buy>';
const pages = {
  "clean.html": CLEAN,
  "hostile.html": HOSTILE,
  "versions.html": `${script}<script type="module" src="older/embed.js"></script>${tag}`,
  "taken.html": `<script>customElements.define("ai-build-vs-buy", class extends HTMLElement {});</script>${script}${tag}`,
  "plain.html": `<meta name="color-scheme" content="light dark">${script}${tag}<ai-build-vs-buy view="chart" theme="light" loading="eager"></ai-build-vs-buy>`,
  "chart.html": `${script}<section><ai-build-vs-buy view="chart" loading="eager"></ai-build-vs-buy></section><section></section>`,
  "below.html": `${script}<p style="height:4000px">far</p>${tag}`,
  "outside.html": "<p>Elsewhere</p>",
};
let browser, site;
before(async () => {
  const copies = Object.fromEntries((await readdir(dist)).filter((name) => name.includes(".")).map((name) => [`older/${name}`, name]));
  [browser, site] = await Promise.all([launch(), serve({ pages, copies })]);
});
after(async () => { await browser.close(); site.close(); });

async function at(t, path, options) {
  const page = await open(browser, site.url + path, options);
  t.after(() => page.context().close());
  return page;
}

async function ready(t, path, options) {
  const page = await at(t, path, options);
  await page.waitForFunction((selector) => document.querySelectorAll("ai-build-vs-buy").length === document.querySelectorAll(selector).length, READY);
  return page;
}

test("item 7: the styles of a hostile page change nothing in the widget", async (t) => {
  const [clean, hostile] = await Promise.all(["clean.html", "hostile.html"].map(async (path) => (await ready(t, path)).evaluate(styles)));
  assert.ok(clean.length > 100);
  assert.deepEqual(differences(clean, hostile), []);
});

test("item 7: the widget adds no style and no name to the page", async (t) => {
  const page = await ready(t, "clean.html");
  await page.locator(".chart-slider").press("ArrowRight");
  const found = await page.evaluate(() => ({
    names: Object.getOwnPropertyNames(window).filter((name) => !window.names.includes(name) && !["names", "sheets"].includes(name)),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length, document.querySelectorAll("style, link").length],
    before: window.sheets,
  }));
  assert.deepEqual(found.names, []);
  assert.deepEqual(found.sheets, found.before);
});

test("item 5: an older copy beside it is no fault", async (t) => {
  const page = await at(t, "versions.html");
  const told = [];
  page.on("console", (message) => told.push(message.text()));
  await page.reload();
  await page.waitForSelector(READY);
  assert.deepEqual(page.faults, []);
  assert.ok(told.length <= 1, told.join("\n"));
});

test("item 5: a name that is taken stays the page's", async (t) => {
  const page = await at(t, "taken.html");
  await page.waitForFunction(() => customElements.get("ai-build-vs-buy-value"));
  assert.equal(await page.evaluate(() => document.querySelector("ai-build-vs-buy").shadowRoot), null);
  assert.deepEqual(page.faults, []);
});

const colours = (page) => page.evaluate(() => [...document.querySelectorAll("ai-build-vs-buy")].map((element) => {
  const root = element.shadowRoot;
  const of = (selector, property) => getComputedStyle(root.querySelector(selector))[property];
  return [of(".ab", "backgroundColor"), of(".ab", "color"), of("path.curve.api", "stroke")].join();
}));

test("item 9: it follows the page's light or dark with no script, and a later toggle; a theme pins it", async (t) => {
  const page = await ready(t, "plain.html", { colorScheme: "light" });
  const [light, pinned] = await colours(page);
  assert.equal(pinned, light);
  await page.emulateMedia({ colorScheme: "dark" });
  const [dark, still] = await colours(page);
  assert.notEqual(dark, light);
  assert.equal(still, light);
  await page.evaluate(() => { document.documentElement.style.colorScheme = "light"; });
  assert.deepEqual(await colours(page), [light, light]);
  await page.evaluate(() => { document.documentElement.style.colorScheme = "dark"; });
  assert.deepEqual(await colours(page), [dark, light]);
});

test("item 13: loading eagerly does not wait until it is near", async (t) => {
  const page = await at(t, "below.html");
  await page.waitForSelector(READY);
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test("item 18: events are seen on the tag and on the document, once each, and their detail is plain data", async (t) => {
  const page = await at(t, "outside.html");
  const seen = await page.evaluate(async (source) => {
    const seen = [];
    const note = (where) => ({ type, detail, composed }) => seen.push({ where, type: type.split(":")[1], composed, plain: JSON.stringify(structuredClone(detail)) === JSON.stringify(detail) });
    const host = document.body.appendChild(document.createElement("div"));
    const outer = host.attachShadow({ mode: "open" });
    const element = document.createElement("ai-build-vs-buy");
    element.setAttribute("view", "chart");
    element.setAttribute("loading", "eager");
    for (const name of ["ready", "report", "error"]) {
      element.addEventListener(`ai-build-vs-buy:${name}`, note("tag"));
      document.addEventListener(`ai-build-vs-buy:${name}`, note("document"));
    }
    const ready = new Promise((done) => element.addEventListener("ai-build-vs-buy:ready", done, { once: true }));
    outer.append(element);
    await import(source);
    await ready;
    const report = new Promise((done) => document.addEventListener("ai-build-vs-buy:report", ({ detail }) => detail.cost.atVolume?.volume === 7 && done()));
    element.scenario = { volume: { perMonth: 7 } };
    await report;
    element.scenario = { volume: { perMonth: -7 } };
    return seen;
  }, `${site.url}embed.js`);
  const types = (where) => seen.filter((each) => each.where === where).map(({ type }) => type).join();
  assert.match(types("tag"), /^(report,)?ready,(report,)*error$/);
  assert.equal(types("document"), types("tag"));
  assert.ok(seen.every(({ composed, plain }) => composed && plain));
});

const memory = (page) => page.addInitScript(() => {
  const { instantiateStreaming } = WebAssembly;
  window.memories = [];
  WebAssembly.instantiateStreaming = async (...given) => {
    const made = await instantiateStreaming(...given);
    window.memories.push(made.instance.exports.memory);
    return made;
  };
});

test("item 19: a hundred moves keep its numbers, one widget and the same memory", async (t) => {
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await memory(page);
  await page.goto(`${site.url}chart.html`);
  await page.waitForSelector(READY);
  await page.locator(".chart-slider").press("ArrowRight");
  const moved = (times) => page.evaluate(async (times) => {
    const element = document.querySelector("ai-build-vs-buy");
    const sections = document.querySelectorAll("section");
    for (let time = 0; time < times; time += 1) {
      sections[time % 2].append(element);
      await new Promise((next) => requestAnimationFrame(next));
    }
    const root = element.shadowRoot;
    return { scenario: JSON.stringify(element.scenario), widgets: root.querySelectorAll(".ab").length, bytes: window.memories.map(({ buffer }) => buffer.byteLength) };
  }, times);
  const once = await moved(1);
  const often = await moved(100);
  assert.deepEqual(often, once);
  assert.equal(often.widgets, 1);
  await page.locator(".chart-slider").press("ArrowRight");
  assert.notEqual(await page.evaluate(() => JSON.stringify(document.querySelector("ai-build-vs-buy").scenario)), once.scenario);
});

test("item 19: back from another page it is as it was left", async (t) => {
  const kept = await launch({ ignoreDefaultArgs: ["--disable-back-forward-cache"] });
  t.after(() => kept.close());
  const page = await open(kept, `${site.url}chart.html`);
  await page.waitForSelector(READY);
  await page.evaluate(() => addEventListener("pageshow", ({ persisted }) => { window.persisted = persisted; }));
  await page.locator(".chart-slider").press("ArrowRight");
  const left = await page.locator(".headline").innerText();
  await page.goto(`${site.url}outside.html`);
  await page.goBack({ waitUntil: "commit" });
  assert.equal(await page.evaluate(() => window.persisted), true);
  assert.equal(await page.locator(".headline").innerText(), left);
  await page.locator(".chart-slider").press("ArrowRight");
  await page.locator(".headline", { hasNotText: left }).waitFor();
});
