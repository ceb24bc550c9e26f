// What authors do with the tag: any parent, any direction, options that fail or change, tags that go before they are there.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, open, serve } from "./harness.mjs";

const script = '<script type="module" src="embed.js"></script>';
const tag = (options, tail = "") => `<ai-build-vs-buy loading="eager" view="chart" ${options}></ai-build-vs-buy>${tail}`;
const pages = {
  "given.json": '{"title":"Fetched","volume":{"perMonth":7},"labels":{"currency":"EUR"}}',
  "empty.html": script,
  "flex.html": `${script}<div style="display:flex;justify-content:center">${tag("")}</div>`,
  "column.html": `${script}<div style="display:flex;flex-direction:column;align-items:center">${tag("")}</div>`,
  "grid.html": `${script}<div style="display:grid;place-items:center">${tag("")}</div>`,
  "float.html": `${script}<div style="float:left">${tag("")}</div>`,
  "cell.html": `${script}<table><tr><td>${tag("")}</td></tr></table>`,
  "narrow.html": `${script}<div style="width:300px">${tag("")}</div>`,
  "rtl.html": `${script}<div dir="rtl">${tag("")}</div>`,
  "missing.html": `${script}${tag('src="nope.json" preset="commodity" currency="EUR"')}`,
  "currency.html": `${script}<ai-build-vs-buy loading="eager" preset="commodity" currency="EUR"></ai-build-vs-buy>`,
  "refused.html": `${script}${tag('group="g" scenario="{"')}${tag('group="g" preset="high-volume"')}`,
  "frames.html": '<main><iframe src="/embed.html?preset=commodity&view=chart" width="600" height="200" title="a"></iframe></main>',
};

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve({ pages })]); });
after(async () => { await browser.close(); site.close(); });

async function at(t, path, options) {
  const page = await open(browser, site.url + path, options);
  t.after(() => page.context().close());
  return page;
}

async function hosted(t, path) {
  const page = await at(t, path);
  await page.waitForFunction(() => [...document.querySelectorAll("ai-build-vs-buy")].every((each) => each.dataset.ready !== undefined));
  return page;
}

const state = (page, place = 0) => page.evaluate((place) => {
  const { scenario } = document.querySelectorAll("ai-build-vs-buy")[place];
  return [scenario.title?.slice(0, 9), scenario.labels.currency];
}, place);
const becomes = (page, title, currency) => page.waitForFunction(([title, currency]) => {
  const { scenario } = document.querySelector("ai-build-vs-buy");
  return scenario.title?.startsWith(title) && scenario.labels.currency === currency;
}, [title, currency]);

for (const [name, width] of [["flex", 640], ["column", 640], ["grid", 640], ["float", 640], ["cell", 640], ["narrow", 300]]) {
  test(`in a parent that ${name === "narrow" ? "is narrow" : "takes its size from what is in it"} (${name}) it is ${width} px wide`, async (t) => {
    const page = await hosted(t, `${name}.html`);
    assert.equal((await page.locator("ai-build-vs-buy").boundingBox()).width, width);
  });
}

test("on a page that runs from right to left its English and its axis run from left to right", async (t) => {
  const page = await hosted(t, "rtl.html");
  const volume = () => page.evaluate(() => document.querySelector("ai-build-vs-buy").report.cost.atVolume.volume);
  const before = await volume();
  await page.locator(".chart-slider").press("ArrowRight");
  assert.ok((await volume()) > before);
  assert.equal(await page.locator(".headline").evaluate((element) => getComputedStyle(element).direction), "ltr");
});

test("where the address has nothing, example and currency stay as named; what is named later is shown", async (t) => {
  const page = await hosted(t, "missing.html");
  assert.deepEqual(await state(page), ["Translate", "EUR"]);
  await page.locator(".notice").waitFor();
  const fetched = site.requests.filter((path) => path.endsWith("nope.json")).length;
  await page.evaluate(() => { document.querySelector("ai-build-vs-buy").preset = "high-volume"; });
  await page.locator(".notice").waitFor({ state: "detached" });
  assert.equal((await state(page))[1], "EUR");
  assert.equal(site.requests.filter((path) => path.endsWith("nope.json")).length, fetched);
  await page.evaluate(() => { document.querySelector("ai-build-vs-buy").src = "given.json"; });
  await becomes(page, "Fetched", "EUR");
  await page.evaluate(() => { document.querySelector("ai-build-vs-buy").currency = "CHF"; });
  await becomes(page, "Fetched", "CHF");
  await page.evaluate(() => { document.querySelector("ai-build-vs-buy").scenario = { title: "By property" }; });
  await becomes(page, "By proper", "CHF");
});

test("the author's currency is no change of the reader's, and Reset keeps it", async (t) => {
  const page = await hosted(t, "currency.html");
  for (const name of ["Undo", "Reset"]) assert.equal(await page.getByRole("button", { name, exact: true }).getAttribute("aria-disabled"), "true", name);
  await page.locator(".chart-slider").press("ArrowRight");
  await page.getByRole("button", { name: "Reset", exact: true }).click();
  assert.deepEqual(await state(page), ["Translate", "EUR"]);
});

test("a tag that is taken out while it loads leaves its group alone", async (t) => {
  const page = await at(t, "empty.html");
  const title = await page.evaluate(async () => {
    const made = (preset) => Object.assign(document.createElement("ai-build-vs-buy"), { loading: "eager", view: "chart", group: "z", preset });
    const ready = (element) => new Promise((done) => element.addEventListener("ai-build-vs-buy:ready", done, { once: true }));
    const first = made("commodity");
    const gone = ready(first);
    document.body.append(first);
    first.remove();
    await gone;
    const second = made("high-volume");
    const there = ready(second);
    document.body.append(second);
    await there;
    return second.report.cost.atVolume.volume;
  });
  assert.equal(title, 10_000_000);
});

test("in a group, too, a scenario that is none is told where it was asked for", async (t) => {
  const page = await hosted(t, "refused.html");
  await page.locator(".notice", { hasText: "not JSON" }).waitFor();
  await page.waitForFunction(() => new Set([...document.querySelectorAll("ai-build-vs-buy")].map(({ scenario }) => JSON.stringify(scenario))).size === 1);
  assert.equal(await page.locator(".notice").count(), 1);
});

test("item 15: why nothing can be shown stands on top, not below the reserved space", async (t) => {
  const page = await at(t, "empty.html");
  await page.route("**/*.wasm", (route) => route.abort());
  await page.evaluate((tag) => document.body.insertAdjacentHTML("beforeend", tag), tag(""));
  const line = await page.getByRole("alert").boundingBox();
  assert.ok(line.y < 100, JSON.stringify(line));
});

test("item 11: the script that gives frames their height may come after them", async (t) => {
  const page = await at(t, "frames.html");
  await page.frameLocator("iframe").locator('ai-build-vs-buy[data-ready]').waitFor();
  await page.addScriptTag({ url: "/frame-host.js" });
  await page.waitForFunction(() => parseFloat(document.querySelector("iframe").style.height) > 500);
});

test("a frame's own page is dark where its widget is", async (t) => {
  const page = await at(t, "embed.html?theme=dark", { colorScheme: "light" });
  await page.locator("ai-build-vs-buy[data-ready]").waitFor();
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  assert.equal(dark, "dark");
});

test("an example that is not there is told the reader, also with a currency", async (t) => {
  const page = await at(t, "empty.html");
  await page.evaluate((tag) => document.body.insertAdjacentHTML("beforeend", tag), tag('preset="zzz" currency="EUR"'));
  await page.locator(".notice", { hasText: "zzz" }).waitFor();
  assert.equal((await state(page))[1], "EUR");
});
