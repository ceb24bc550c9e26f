// Sentences that compute: numbers and results within an article, sharing one scenario with a chart.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { accessibility, launch, open, serve } from "./harness.mjs";

const script = '<script type="module" blocking="render" src="embed.js"></script>';
const article = `${script}<main><h1>Host</h1><p>With <ai-build-vs-buy-input loading="eager" group="g" field="volume.perMonth">500</ai-build-vs-buy-input> users
  the API costs <ai-build-vs-buy-value loading="eager" group="g" path="cost.atVolume.options.api.total">$18,000</ai-build-vs-buy-value> a month.</p>
  <ai-build-vs-buy loading="eager" group="g" preset="legal-tech" view="chart"></ai-build-vs-buy></main>`;
const pages = {
  "article.html": article,
  "alone.html": `${script}<p><ai-build-vs-buy-input loading="eager" group="h" preset="high-volume" field="volume.perMonth">1</ai-build-vs-buy-input>
    <ai-build-vs-buy-value loading="eager" group="h" preset="high-volume" path="headline">–</ai-build-vs-buy-value></p>`,
  "locked.html": `${script}<ai-build-vs-buy loading="eager" view="chart" locked currency="EUR"></ai-build-vs-buy>`,
  "given.html": `${script}<ai-build-vs-buy loading="eager" view="chart" src="given.json"></ai-build-vs-buy>
    <ai-build-vs-buy loading="eager" view="chart" scenario='{"title":"Inline","volume":{"perMonth":5}}'></ai-build-vs-buy>
    <ai-build-vs-buy loading="eager" view="chart" scenario='{"volume":{"perMonth":-5}}'></ai-build-vs-buy>`,
  "given.json": '{"title":"Fetched","volume":{"perMonth":7}}',
};

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve({ pages })]); });
after(async () => { await browser.close(); site.close(); });

async function article_(path) {
  const page = await open(browser, site.url + path);
  await page.waitForFunction(() => [...document.querySelectorAll("ai-build-vs-buy, ai-build-vs-buy-input, ai-build-vs-buy-value")].every((each) => each.dataset.ready !== undefined));
  return page;
}

const value = (page) => page.locator("ai-build-vs-buy-value span").innerText();

test("a typed number changes sentence and chart together", async () => {
  const page = await article_("article.html");
  assert.equal(await value(page), "$18,000");
  const input = page.getByRole("spinbutton");
  await input.fill("1,000");
  await input.press("Enter");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.cost.atVolume.volume === 1000);
  assert.equal(await value(page), "$36,000");
  assert.deepEqual(page.faults, []);
});

test("arrow keys step the number in its second digit", async () => {
  const page = await article_("article.html");
  await page.getByRole("spinbutton").press("ArrowUp");
  assert.equal(await page.getByRole("spinbutton").inputValue(), "510");
  assert.equal(await value(page), "$18,360");
});

test("dragging moves the number", async () => {
  const page = await article_("article.html");
  const box = await page.getByRole("spinbutton").boundingBox();
  await page.mouse.move(box.x + 10, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 160, box.y + 8, { steps: 5 });
  await page.mouse.up();
  assert.equal(await page.getByRole("spinbutton").inputValue(), "1,600");
});

test("the chart's handle changes the sentence", async () => {
  const page = await article_("article.html");
  await page.locator(".chart-slider").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy-value").shadowRoot.textContent !== "$18,000");
  assert.notEqual(await page.getByRole("spinbutton").inputValue(), "500");
});

test("a number that cannot be used stays as typed, with its reason, and changes nothing", async () => {
  const page = await article_("article.html");
  await page.getByRole("spinbutton").fill("many");
  await page.getByRole("spinbutton").press("Enter");
  await page.locator("ai-build-vs-buy-input").getByRole("alert").filter({ hasText: "many" }).waitFor();
  assert.equal(await page.getByRole("spinbutton").inputValue(), "many");
  assert.equal(await value(page), "$18,000");
});

test("a group needs no widget", async () => {
  const page = await article_("alone.html");
  assert.match(await value(page), /suggest/);
});

test("a locked widget shows and changes nothing, in the page's currency", async () => {
  const page = await article_("locked.html");
  assert.ok(await page.locator(".chart-slider").isDisabled());
  assert.match(await page.locator(".headline").innerText(), /€/);
});

test("a scenario comes from an address or from the tag; a wrong one is told and an example shown", async () => {
  const page = await article_("given.html");
  const titles = await page.evaluate(() => [...document.querySelectorAll("ai-build-vs-buy")].map((each) => each.scenario.title));
  assert.deepEqual(titles.slice(0, 2), ["Fetched", "Inline"]);
  assert.match(titles[2], /Contract/);
});

test("axe finds nothing in the article", async () => {
  const page = await article_("article.html");
  assert.deepEqual(await accessibility(page), []);
});
