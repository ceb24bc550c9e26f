// Ranges as a reader gives them: add, edit, a mistake, what they come to, take out; accessible open panels.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { READY, accessibility, launch, open, serve } from "./harness.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); site.close(); });

async function panels(options) {
  const page = await open(browser, site.url, options);
  await page.waitForSelector(READY);
  for (const id of ["ranges", "how-sure"]) await page.locator(`#${id} > summary`).click();
  await page.waitForSelector("#how-sure figure.bars");
  return page;
}

const drawn = (page) => page.evaluate(() => document.querySelector("ai-build-vs-buy").report.cost.uncertainty);
const inputs = async (page, count) => {
  await page.waitForFunction(
    (count) => document.querySelector("ai-build-vs-buy").report.cost.uncertainty?.inputs.length === count, count);
};

test("a number becomes a range, is edited with the keyboard, and becomes a number again", async () => {
  const page = await panels();
  await page.locator('[data-role="add-range"]').selectOption("volume.perMonth");
  await inputs(page, 2);
  const volume = page.locator('[data-range="volume.perMonth"]');
  await volume.getByLabel("One in ten above").fill("5000");
  await page.waitForFunction(() =>
    document.querySelector("ai-build-vs-buy").report.cost.uncertainty.inputs.some(({ high }) => high === 5000));
  await volume.getByLabel("Shape").selectOption("uniform");
  await volume.getByLabel("Lowest").waitFor();
  await volume.getByRole("button").click();
  await inputs(page, 1);
  assert.equal(await volume.count(), 0);
});

test("ends in the wrong order are named at their field and the result stays", async () => {
  const page = await panels();
  const before = await drawn(page);
  const price = page.locator('[data-range="options.api.price.amount"]');
  await price.getByLabel("Lowest").fill("50");
  assert.match(await price.locator(".error-text").innerText(), /^“Lowest” must not be more than “Highest”\.$/);
  assert.deepEqual(await drawn(page), before);
  await price.getByLabel("Lowest").fill("30");
  await price.locator(".error-text").waitFor({ state: "detached" });
});

test("the results are told in sentences, tables and pictures", async () => {
  const page = await panels();
  await page.locator('[data-role="add-range"]').selectOption("volume.perMonth");
  await page.locator('[data-range="volume.perMonth"]').getByLabel("One in ten below").fill("50");
  await page.locator("figure.bars").nth(1).waitFor();
  assert.match(await page.locator("#how-sure > summary").innerText(), /costs least in \d+% of the futures/);
  assert.match(await page.locator("#how-sure").innerText(), /worth at most \$/);
  assert.ok((await page.locator("path.spread, polygon.spread").count()) > 0);
});

for (const viewport of [{ width: 320, height: 800 }, { width: 1280, height: 900 }]) {
  test(`open panels are accessible and stay inside the page at ${viewport.width} pixels`, async () => {
    const page = await panels({ viewport });
    assert.deepEqual(await accessibility(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(page.faults, []);
  });
}

test("two ranges are linked, a link that cannot be is named, and the link is taken out", async () => {
  const page = await panels();
  assert.equal(await page.locator('[data-role="add-link"]').count(), 0);
  await page.locator('[data-role="add-range"]').selectOption("volume.perMonth");
  await inputs(page, 2);
  await page.locator('[data-role="add-link"]').selectOption({ index: 1 });
  const link = page.locator('[data-link="0"]');
  await link.getByLabel("Rank correlation").fill("-0.5");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").scenario.uncertainty.correlations[0]?.spearman === -0.5);
  await link.getByLabel("Rank correlation").fill("3");
  assert.match(await link.locator(".error-text").innerText(), /between -1 and 1/);
  await link.getByRole("button").click();
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").scenario.uncertainty.correlations.length === 0);
  assert.equal(await page.locator(".error-text").count(), 0);
  assert.deepEqual(page.faults, []);
});

test("ranges shade the chart over months and stand in its table", async () => {
  const page = await panels();
  await page.locator("#time > summary").click();
  await page.locator("#time path.spread, #time polygon.spread").first().waitFor();
  await page.locator("#time-table > summary").click();
  assert.match(await page.locator("#time-table table").innerText(), /\$[\d,.]+ \(\$[\d,.]+ to \$[\d,.]+\)/);
  assert.match(await page.locator("#time figcaption").first().innerText(), /Shaded: where nine of ten futures lie/);
});
