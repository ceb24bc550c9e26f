// The panels of the other frameworks: by keyboard, under a strict policy, taken away as a file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { POLICY, READY, launch, open, serve } from "./harness.mjs";

let browser, site;
const pages = { "policy.html": '<script type="module" blocking="render" src="embed.js"></script><ai-build-vs-buy loading="eager"></ai-build-vs-buy>' };
before(async () => { [browser, site] = await Promise.all([launch(), serve({ policy: POLICY, pages })]); });
after(async () => { await browser.close(); site.close(); });

async function panel(id) {
  const page = await open(browser, `${site.url}policy.html`);
  await page.waitForSelector(READY);
  await page.locator(`#${id} > summary`).focus();
  await page.keyboard.press("Enter");
  await page.locator(`#${id} > .content`).waitFor();
  return page;
}

const companions = (page) => page.evaluate(() => document.querySelector("ai-build-vs-buy").report.companions);

test("the model is placed with the keyboard alone, and map, table and text follow", async () => {
  const page = await panel("wardley");
  await page.locator('#wardley [data-role="stage"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.companions.wardley.modelFit?.stage === "genesis");
  assert.match(await page.locator("#wardley > summary").innerText(), /does not go with/);
  assert.match(await page.locator("#wardley tbody tr", { hasText: "Model" }).last().innerText(), /Genesis/);
  assert.match(await page.locator("#wardley textarea").inputValue(), /component Model \[0\.47, 0\.09\] \(build\)/);
  assert.equal(await page.locator("#wardley circle.crossing").count(), 1);
});

test("a judgement is a radio group that arrow keys walk through", async () => {
  const page = await panel("wardley");
  await page.locator('[data-path="decision.wardley.model.ubiquity"] input').last().focus();
  await page.keyboard.press("ArrowUp");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.companions.wardley.components[4].placedBy === "judged");
});

test("the map is saved as a file and copied, and no policy is violated", async () => {
  const page = await panel("wardley");
  const shown = await page.locator("#wardley textarea").inputValue();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#wardley").getByRole("button", { name: "Download" }).click()]);
  assert.equal(download.suggestedFilename(), "wardley-map.owm");
  assert.equal(await readFile(await download.path(), "utf8"), shown);
  await page.locator("#wardley").getByLabel("Mermaid").check();
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.locator("#wardley [role=status]", { hasText: /Copied|selected/ }).waitFor();
  const selected = await page.locator("#wardley textarea").evaluate((area) => area.value.slice(area.selectionStart, area.selectionEnd));
  assert.match(selected, /^wardley-beta\n[^]*note "/);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(page.faults, []);
});

test("an alliance is offered by its answers, and its price joins the options", async () => {
  const page = await panel("ally");
  for (const question of ["holdsUnobtainable", "exclusive", "needsYours", "exitPossible"]) {
    await page.locator(`[data-path="decision.partner.${question}"] input`).first().check();
  }
  assert.equal(await page.locator("#ally .terms dt").count(), 9);
  await page.getByLabel("Labelled examples the partner would bring").fill("120000");
  await page.locator("#factors > summary").click();
  await page.locator("#factors", { hasText: /with partner: D4/ }).waitFor();
  await page.getByLabel("Fixed fee", { exact: true }).fill("4000");
  await page.locator('.cost[data-option="ally"]', { hasText: "not in the article" }).waitFor();
});

test("a line entered in the total cost of ownership is counted everywhere", async () => {
  const page = await panel("tco");
  await page.locator('#tco [data-option="api"] > summary').click();
  await page.getByLabel("Testing provider updates", { exact: false }).fill("900");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.cost.atVolume.options.api.total === 18900);
  const { tco } = await companions(page);
  assert.deepEqual(tco.options.api.groups[2], { group: "change", perMonth: 900, lines: [{ line: "monthly.retesting", amount: 900 }] });
});

test("the factors lead to the frameworks that go deeper", async () => {
  const page = await panel("factors");
  await page.locator("#factors").getByRole("button", { name: "Wardley map" }).click();
  await page.locator("#wardley > .content").waitFor();
  assert.ok(await page.locator("#wardley > summary").evaluate((summary) => summary.getRootNode().activeElement === summary));
});
