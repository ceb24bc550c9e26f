// The decision on the page: purposes, gates, both sides of a disagreement, habits that settle a pitfall, the review.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { READY, accessibility, launch, open, serve } from "./harness.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); site.close(); });

async function widget(preset, options) {
  const page = await open(browser, `${site.url}?preset=${preset}`, options);
  await page.waitForSelector(READY);
  await page.locator("#plan-title, #road-title").first().waitFor();
  return page;
}

const decision = (page) => page.evaluate(() => document.querySelector("ai-build-vs-buy").report.decision);
const until = (page, condition) => page.waitForFunction(condition);
const openAll = (page) => page.evaluate(() => document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("details").forEach((each) => (each.open = true)));

test("a purpose puts its own part first below the answer", async () => {
  const page = await widget("legal-tech-month-1");
  const first = () => page.locator(".panes ~ .part").first().innerText();
  assert.match(await first(), /^Why this/);
  await page.locator(".purpose select").selectOption({ label: "A risk from a vendor" });
  await until(page, () => document.querySelector("ai-build-vs-buy").scenario.decision.purpose === "vendorRisk");
  assert.match(await first(), /^Pitfalls, risks and habits/);
  assert.equal(await page.locator("#pitfalls").evaluate((panel) => panel.open), true);
});

test("a gate stops with its own card, lets through, and stops again", async () => {
  const page = await widget("commodity");
  await page.locator(".gates > summary").click();
  await page.locator('[data-question="FeasibilityUnproven"] > summary').click();
  await page.locator('[data-question="FeasibilityUnproven"] label', { hasText: "Yes, it is open" }).click();
  await page.locator(".gate", { hasText: "N2" }).waitFor();
  assert.equal(await page.locator("#plan-title").count(), 0);
  await page.getByRole("button", { name: "Continue anyway" }).click();
  await page.locator("#plan-title").waitFor();
  assert.ok((await decision(page)).tensions.some(({ id }) => id === "K15"));
  await page.getByRole("button", { name: "Stop there again" }).click();
  await page.locator(".gate", { hasText: "N2" }).waitFor();
});

test("an imposed approach is asked for with its reason", async () => {
  const page = await widget("commodity");
  await page.locator(".gates > summary").click();
  await page.locator('[data-question="Imposed"] > summary').click();
  await page.locator('[data-question="Imposed"] label', { hasText: "something else" }).click();
  await page.getByLabel("API", { exact: true }).first().uncheck();
  await page.getByLabel("Who or what says so?").fill("on-premise duty");
  await page.locator(".gate", { hasText: "Reason: on-premise duty" }).waitFor();
  assert.deepEqual(await page.evaluate(() => document.querySelector("ai-build-vs-buy").scenario.decision.gates.imposed), { allowed: ["fineTune", "custom"], reason: "on-premise duty" });
});

test("a disagreement shows both sides, the one that drives, and what would settle it", async () => {
  const page = await widget("high-volume");
  const tension = page.locator('[data-tension="K06"]');
  await tension.locator("summary").click();
  const words = await tension.innerText();
  for (const part of ["T1-no", "C6", "The headline follows T1-no.", "What would settle it:"]) assert.ok(words.includes(part), part);
});

test("an answered habit settles its pitfall", async () => {
  const page = await widget("legal-tech-month-1");
  await page.locator("#pitfalls > summary").click();
  const state = () => page.locator('[data-rule="P3"] .state').innerText();
  assert.equal(await state(), "Unknown");
  for (const question of ["Logging", "Consent"]) await page.locator(`[data-question="${question}"] label`, { hasText: "Yes" }).click();
  await until(page, () => document.querySelector("ai-build-vs-buy").report.decision.pitfalls[2].state === "clear");
  assert.equal(await state(), "Clear");
});

test("one click sets the suggested review, and the change is listed", async () => {
  const page = await widget("commodity");
  await page.locator("#review > summary").click();
  await page.getByLabel("Day of the decision").fill("2026-11-24");
  await page.getByRole("button", { name: "Set what is suggested" }).click();
  await until(page, () => document.querySelector("ai-build-vs-buy").scenario.decision.practices.reviewDate === "2027-11-24");
  assert.match(await page.locator("#review table").innerText(), /review date\s+blank\s+2027-11-24/i);
});

test("the reader's own choice stays beside the suggestion", async () => {
  const page = await widget("legal-tech-month-4");
  await page.locator('[data-question="Chosen"] label', { hasText: "API" }).click();
  await page.getByLabel("Because").fill("the contract ends");
  await page.locator(".own-choice", { hasText: "Both are kept" }).waitFor();
  assert.equal((await decision(page)).choice.because, "the contract ends");
});

for (const preset of ["legal-tech-month-1", "high-volume"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing in ${preset}, ${colorScheme}, with every panel open at 320 px, and nothing scrolls sideways`, async () => {
      const page = await widget(preset, { colorScheme, viewport: { width: 320, height: 900 } });
      await openAll(page);
      assert.deepEqual(await accessibility(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    });
  }
}
