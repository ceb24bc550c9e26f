// Editing cost structures: every kind by the keyboard, lines, tiers, additions, undo, and what assistive technology gets.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { READY, accessibility, launch, open, serve } from "./harness.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); site.close(); });

async function widget(option = "fineTune", options) {
  const page = await open(browser, site.url, options);
  await page.waitForSelector(READY);
  if (option !== "api") await page.locator(`.option-fields[data-option="${option}"] > summary`).click();
  await page.locator(`#costs-${option} > summary`).click();
  return page;
}

const reported = (page, what) => page.waitForFunction(what);
const scenario = (page) => page.evaluate(() => document.querySelector("ai-build-vs-buy").scenario);

test("flat hosting becomes whole machines with the keyboard alone, and back by undo", async () => {
  const page = await widget();
  await page.locator("#hosting-kind-fineTune").focus();
  await page.keyboard.press("ArrowDown");
  await reported(page, () => document.querySelector("ai-build-vs-buy").report.cost.atVolume.options.fineTune.utilisation === 1);
  assert.deepEqual((await scenario(page)).options.fineTune.hosting.kind, "replicas");
  await page.getByRole("button", { name: "Undo" }).click();
  await reported(page, () => document.querySelector("ai-build-vs-buy").report.cost.atVolume.options.fineTune.utilisation === null);
  assert.equal((await scenario(page)).options.fineTune.hosting.perMonth, 3500);
});

test("a line is added by name, typed, renamed and removed", async () => {
  const page = await widget();
  const name = page.getByLabel("Another line, every month");
  await name.fill("on-call v2.1");
  await name.press("Enter");
  const amount = page.locator('[data-path="options.fineTune.monthly.on-call v2.1"] input[inputmode]');
  await amount.fill("250");
  await reported(page, () => document.querySelector("ai-build-vs-buy").scenario.options.fineTune.monthly["on-call v2.1"] === 250);
  const own = page.locator('[data-path="options.fineTune.monthly.on-call v2.1"] .line-name');
  await own.fill("on-call");
  await own.press("Tab");
  await reported(page, () => document.querySelector("ai-build-vs-buy").scenario.options.fineTune.monthly["on-call"] === 250);
  await page.getByRole("button", { name: "Remove on-call" }).click();
  await reported(page, () => Object.keys(document.querySelector("ai-build-vs-buy").scenario.options.fineTune.monthly).length === 0);
});

test("a price list gets tiers, and one that does not rise is refused at its field", async () => {
  const page = await widget("api");
  await page.getByLabel("Tiers", { exact: true }).check();
  await page.getByRole("button", { name: "Add a tier" }).click();
  await reported(page, () => document.querySelector("ai-build-vs-buy").scenario.options.api.price.tiers.length === 3);
  const end = page.locator('[data-path="options.api.price.tiers[0].upTo"]');
  await end.locator("input").fill("999,999");
  await end.locator(".error-text").waitFor();
  assert.match(await end.locator(".error-text").innerText(), /must rise/);
  await page.getByRole("button", { name: "Remove Tier 2" }).click();
  await reported(page, () => document.querySelector("ai-build-vs-buy").scenario.options.api.price.tiers.length === 2);
});

test("a usual value is taken with one press", async () => {
  const page = await widget();
  await page.getByRole("button", { name: "Use 0.3 for: Engineers, full-time share" }).click();
  await reported(page, () => document.querySelector("ai-build-vs-buy").scenario.options.fineTune.staff.fte === 0.3);
});

test("an option that the article does not have joins the chart and leaves it", async () => {
  const page = await widget();
  await page.locator("#additions > summary").click();
  await page.getByRole("button", { name: "Add: Open model, untuned" }).click();
  const fields = page.locator('.option-fields[data-option="openModel"]');
  await fields.locator("> summary").click();
  await fields.locator('[data-path="options.openModel.hosting.perMonth"] input[inputmode]').fill("900");
  await reported(page, () => document.querySelector("ai-build-vs-buy").report.cost.atVolume.cheapest[0] === "openModel");
  assert.ok(await page.locator("path.curve.open-model").count());
  await page.getByRole("button", { name: "Remove: Open model, untuned" }).click();
  await reported(page, () => document.querySelector("ai-build-vs-buy").scenario.options.openModel === null);
});

for (const [width, colorScheme] of [[1280, "light"], [320, "dark"]]) {
  test(`open panels have no accessibility faults and do not scroll sideways at ${width} in ${colorScheme}`, async () => {
    const page = await widget("fineTune", { viewport: { width, height: 900 }, colorScheme });
    await page.locator("#hosting-kind-fineTune").selectOption({ index: 3 });
    for (const panel of ["#costs-api", "#cost-lines", "#price-map"]) await page.locator(`${panel} > summary`).click();
    await page.locator("#price-map svg .region").first().waitFor();
    assert.deepEqual(await accessibility(page), []);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    assert.deepEqual(page.faults, []);
  });
}
