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
  "lone.html": `${script}<p><ai-build-vs-buy-value loading="eager" preset="high-volume" path="volume.perMonth">–</ai-build-vs-buy-value>
    <ai-build-vs-buy-input loading="eager" preset="legal-tech" field="volume.growthPerMonth">–</ai-build-vs-buy-input></p>`,
  "two.html": `${script}<ai-build-vs-buy id="first" loading="eager" group="g" preset="legal-tech" view="chart"></ai-build-vs-buy><div id="later"></div>`,
  "locked.html": `${script}<ai-build-vs-buy loading="eager" view="chart" locked currency="EUR"></ai-build-vs-buy>`,
  "given.html": `${script}<ai-build-vs-buy loading="eager" view="chart" src="given.json"></ai-build-vs-buy>
    <ai-build-vs-buy loading="eager" view="chart" scenario='{"title":"Inline","volume":{"perMonth":5}}'></ai-build-vs-buy>
    <ai-build-vs-buy loading="eager" view="chart" scenario='{"volume":{"perMonth":-5}}'></ai-build-vs-buy>`,
  "missing.html": `${script}<p><ai-build-vs-buy-value loading="eager" group="g" path="volume.perMonth">1</ai-build-vs-buy-value></p>
    <ai-build-vs-buy loading="eager" group="g" view="chart" src="missing.json" preset="high-volume"></ai-build-vs-buy>`,
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

test("a path where nothing is, is warned about once", async () => {
  const page = await article_("lone.html");
  const warnings = [];
  page.on("console", (message) => message.type() === "warning" && warnings.push(message.text()));
  await page.evaluate(() => { document.querySelector("ai-build-vs-buy-value").path = "cost.atVolume.opinions"; });
  assert.equal(await value(page), "–");
  await page.evaluate(() => { document.querySelector("ai-build-vs-buy-value").locale = "de"; });
  await page.waitForLoadState("networkidle");
  assert.deepEqual(warnings, ['<ai-build-vs-buy-value> path="cost.atVolume.opinions": nothing to show there']);
});

test("where the group's address has nothing, sentence and chart share the named example, and the chart says why", async () => {
  const page = await article_("missing.html");
  assert.equal(await value(page), "10,000,000");
  assert.equal(await page.evaluate(() => document.querySelector("ai-build-vs-buy").report.cost.atVolume.volume), 10_000_000);
  assert.match(await page.locator(".notice").innerText(), /missing\.json is missing/);
});

test("arrow keys step the number in its second digit", async () => {
  const page = await article_("article.html");
  await page.getByRole("spinbutton").press("ArrowUp");
  assert.equal(await page.getByRole("spinbutton").inputValue(), "510");
  assert.equal(await value(page), "$18,360");
});

test("without a group an element has its own preset; a share is entered and stepped as a percentage", async () => {
  const page = await article_("lone.html");
  assert.equal(await value(page), "10,000,000");
  const input = page.getByRole("spinbutton");
  for (const [typed, shown] of [["2", "2%"], ["2.5%", "2.5%"]]) {
    await input.fill(typed);
    await input.press("Enter");
    assert.equal(await input.inputValue(), shown);
  }
  await input.press("ArrowUp");
  assert.equal(await input.inputValue(), "2.6%");
});

/** The group's first widget alone on the page, with 700 users in it. */
async function changed() {
  const page = await article_("two.html");
  await page.evaluate(() => { first.scenario = { ...first.scenario, volume: { perMonth: 700 } }; });
  await page.waitForFunction(() => first.report.cost.atVolume.volume === 700);
  return page;
}

const add = (page, html) => page.evaluate(async (html) => {
  later.innerHTML = html;
  const added = later.firstElementChild;
  while (added.dataset.ready === undefined) await new Promise(requestAnimationFrame);
}, html);

test("who joins a group late takes the reader's changes over", async () => {
  const page = await changed();
  await add(page, '<ai-build-vs-buy-value loading="eager" group="g" path="volume.perMonth">–</ai-build-vs-buy-value>');
  assert.equal(await value(page), "700");
});

test("a second widget joins with the first one's scenario and leaves it as it is", async () => {
  const page = await changed();
  await add(page, '<ai-build-vs-buy loading="eager" group="g" preset="commodity" view="chart"></ai-build-vs-buy>');
  const volumes = () => page.evaluate(() => [...document.querySelectorAll("ai-build-vs-buy")].map(({ report }) => report.cost.atVolume.volume));
  assert.deepEqual(await volumes(), [700, 700]);
  await page.evaluate(() => { first.remove(); });
  await page.evaluate(() => { document.body.append(later.firstElementChild); });
  assert.deepEqual(await volumes(), [700]);
});

test("a group that nobody is in any more is forgotten", async () => {
  const page = await changed();
  await page.evaluate(() => { first.remove(); });
  await add(page, '<ai-build-vs-buy loading="eager" group="g" preset="high-volume" view="chart"></ai-build-vs-buy>');
  assert.equal(await page.evaluate(() => later.firstElementChild.report.cost.atVolume.volume), 10_000_000);
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
