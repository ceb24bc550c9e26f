// The edge cases of the cost model as they are typed on the page: what is said, what is refused at its field.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { READY, launch, open, serve } from "./harness.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); site.close(); });

const perUnit = (amount) => ({ price: { kind: "perUnit", amount } });
const flat = (perMonth) => ({ hosting: { kind: "flat", perMonth } });
const machines = (more) => ({ hosting: { kind: "replicas", perReplicaMonth: 100, capacityPerMonth: 1000, ...more } });
const PRICE = "options.api.price.amount";
const FLAT = "options.fineTune.hosting.perMonth";
const SIMPLE = { volume: { perMonth: 10_000 }, options: { api: perUnit(0.02), fineTune: flat(500) } };

/** The whole page with a scenario and every panel open. */
async function page(scenario) {
  const page = await open(browser, site.url);
  await page.waitForSelector(READY);
  await page.evaluate((scenario) => {
    const element = document.querySelector("ai-build-vs-buy");
    element.scenario = scenario;
  }, scenario);
  await page.waitForFunction(
    (volume) => document.querySelector("ai-build-vs-buy").report.cost.atVolume?.volume === volume, scenario.volume.perMonth);
  await page.evaluate(() =>
    document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("details").forEach((panel) => (panel.open = true)));
  return page;
}

const field = (page, path) => page.locator(`[data-path="${path}"]`).first();
const type = (page, path, text) => field(page, path).locator("input[inputmode]").fill(text);
const scenarioOf = (page) => page.evaluate(() => document.querySelector("ai-build-vs-buy").scenario);

const mixed = (perMonth, amount) => ({ hosting: { kind: "mixed", perMonth, amount } });

for (const [what, scenario, typed, says] of [
  ["a price of nothing against a fixed cost never crosses", SIMPLE, [[PRICE, "0"]], /never cross\. A unit costs nothing more there/],
  ["no price and no fixed cost tie everywhere", SIMPLE, [[PRICE, "0"], [FLAT, "0"]], /API and fine-tun\w+ always cost the same/i],
  ["no fixed cost is cheaper at every volume", SIMPLE, [[FLAT, "0"]], /never cross/],
  ["equal slopes never cross", { ...SIMPLE, options: { api: mixed(10, 0.02), fineTune: mixed(20, 0.03) } },
    [["options.fineTune.hosting.amount", "0.02"]], /Each further unit costs the same/],
  ["a larger fixed part and slope is dominated", { ...SIMPLE, options: { api: mixed(10, 0.02), fineTune: mixed(20, 0.01) } },
    [["options.fineTune.hosting.amount", "0.03"]], /are both lower/],
  ["identical curves tie, with both names", { ...SIMPLE, options: { api: mixed(10, 0.02), fineTune: mixed(20, 0.02) } },
    [["options.fineTune.hosting.perMonth", "10"]], /API and fine-tun\w+ always cost the same/i],
  ["a crossing beyond the range is told as beyond", { ...SIMPLE, range: { maxVolume: 50_000 } }, [[FLAT, "2000"]], /they cross beyond it, at 100,000/],
]) {
  test(what, async () => {
    const opened = await page(scenario);
    for (const [path, text] of typed) await type(opened, path, text);
    await opened.locator("#chart-table", { hasText: says }).waitFor();
    assert.deepEqual(opened.faults, []);
  });
}

for (const [what, scenario, path, text, says] of [
  ["a negative number", SIMPLE, PRICE, "-0.02", /between 0 and/],
  ["NaN", SIMPLE, PRICE, "NaN", /not a number|number/i],
  ["Infinity", SIMPLE, PRICE, "Infinity", /number/i],
  ["1e400", SIMPLE, PRICE, "1e400", /too large/],
  ["more money than the cap", SIMPLE, PRICE, "2e12", /between 0 and 1,000,000,000,000/],
  ["half a unit", SIMPLE, "volume.perMonth", "10.5", /whole number/],
  ["more volume than the cap", SIMPLE, "volume.perMonth", "2e13", /between 0 and 10,000,000,000,000/],
  ["growth beyond doubling", SIMPLE, "volume.growthPerMonth", "101", /between/],
  ["a rate of -100 %", SIMPLE, "time.discountRatePerYear", "-100", /between/],
  ["more months than are looked ahead", SIMPLE, "time.horizonMonths", "121", /between 1 and 120/],
  ["no months to spread over", { ...SIMPLE, options: { api: perUnit(0.02), fineTune: { ...flat(500), oneOff: { training: 5 }, amortisationMonths: 12 } } },
    "options.fineTune.amortisationMonths", "0", /at least 1 month/],
  ["a machine that serves nothing", { ...SIMPLE, options: { api: perUnit(0.02), fineTune: machines() } },
    "options.fineTune.hosting.capacityPerMonth", "0", /at least one unit/],
]) {
  test(`${what} is refused at its field and leaves the last result, greyed`, async () => {
    const opened = await page(scenario);
    const before = await scenarioOf(opened);
    await type(opened, path, text);
    await field(opened, path).locator(".error-text", { hasText: says }).waitFor();
    assert.equal(await opened.locator(".answer.is-stale").count(), 1);
    assert.deepEqual(await scenarioOf(opened), before);
  });
}

for (const [what, scenario, path, text, found] of [
  ["minus zero is zero", SIMPLE, PRICE, "-0", 0],
  ["a comma groups", SIMPLE, "volume.perMonth", "1,000", 1000],
  ["a point does not group", SIMPLE, PRICE, "1.000", 1],
  ["nothing to spread needs no months", { ...SIMPLE, options: { api: perUnit(0.02), fineTune: { ...flat(500), oneOff: { training: 0 }, amortisationMonths: 12 } } },
    "options.fineTune.amortisationMonths", "0", 0],
  ["machines that cost nothing need no capacity", { ...SIMPLE, options: { api: perUnit(0.02), fineTune: machines({ perReplicaMonth: 0 }) } },
    "options.fineTune.hosting.capacityPerMonth", "0", 0],
]) {
  test(what, async () => {
    const opened = await page(scenario);
    await type(opened, path, text);
    await opened.waitForFunction(([path, found]) =>
      Object.is(path.split(".").reduce((value, key) => value[key], document.querySelector("ai-build-vs-buy").scenario), found), [path, found]);
    assert.equal(await opened.locator(".error-text").count(), 0);
  });
}

test("the number that was read is echoed where it looks different", async () => {
  const opened = await page(SIMPLE);
  await type(opened, PRICE, "1.000");
  await field(opened, PRICE).locator(".note", { hasText: /Read as 1$/i }).waitFor();
});

test("at no volume the fixed part is paid, and nothing is divided", async () => {
  const opened = await page({ ...SIMPLE, options: { api: perUnit(0.02), fineTune: machines() } });
  await type(opened, "volume.perMonth", "0");
  await opened.locator('.cost[data-option="fineTune"] .figure', { hasText: /^\$100$/ }).waitFor();
  const { perUnit: each, utilisation } = await opened.evaluate(() =>
    document.querySelector("ai-build-vs-buy").report.cost.atVolume.options.fineTune);
  assert.deepEqual([each, utilisation], [null, null]);
  assert.doesNotMatch(await opened.locator(".ab").innerText(), /NaN|∞|Infinity/);
});

test("too many machines shorten the range, and the chart says so", async () => {
  const opened = await page({ ...SIMPLE, range: { maxVolume: 1_000_000 }, options: { api: perUnit(1), fineTune: machines() } });
  await type(opened, "options.fineTune.hosting.capacityPerMonth", "1");
  await opened.locator(".answer figcaption", { hasText: /stops at 20,000/ }).waitFor();
});

test("a blank line is not counted, and named", async () => {
  const opened = await page(SIMPLE);
  await type(opened, FLAT, "");
  await opened.locator('.cost[data-option="fineTune"]', { hasText: /no price yet/ }).waitFor();
});
