// The keyboard alone: every stop of the page can be reached, seen and left; questions, panels, map and files obey keys.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { READY, launch, open, serve } from "./harness.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); site.close(); });

async function widget(t, viewport) {
  const page = await open(browser, `${site.url}?preset=high-volume`, { viewport });
  t.after(() => page.context().close());
  await page.waitForSelector(READY);
  await page.locator("#plan-title").waitFor();
  return page;
}

/** What has the focus: what it is, whether that shows, and what is in its way; `null` outside the widget. */
const stop = (page) => page.evaluate(() => {
  const focused = document.activeElement?.shadowRoot?.activeElement;
  if (!focused) return null;
  // What a reader sees of it: the card around a radio button, the frame around a field.
  const target = focused.closest(".card, .box, label") ?? focused;
  const ring = [focused, target].some((each) => { const { outlineStyle, outlineWidth } = getComputedStyle(each); return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2; });
  const bar = document.activeElement.shadowRoot.querySelector(".summary-line").getBoundingClientRect();
  const { top, bottom, width, height } = target.getBoundingClientRect();
  const covered = bar.height > 0 && !target.contains(focused.closest(".summary-line")) && top < bar.bottom && bottom > bar.top && bottom - bar.bottom < 24;
  const question = focused.closest(".cards, .habit")?.closest("[data-question]")?.dataset.question;
  return {
    name: `${focused.tagName} ${focused.id || focused.name || focused.dataset.document || focused.textContent.slice(0, 40) || focused.closest("label")?.textContent || focused.type}`,
    closed: focused.matches("details:not([open]) > summary"), radio: focused.type === "radio", question,
    ring, covered, small: width < 24 || height < 24, below: top > innerHeight || bottom < 0,
  };
});

/** Walks through the page with one key until the focus leaves it; no page has two thousand stops. */
async function walk(page, key, at = async () => {}) {
  const faults = [];
  for (let count = 0; count < 2000; count += 1) {
    await page.keyboard.press(key);
    const found = await stop(page);
    if (!found) {
      if (count > 0) return faults;
      continue;
    }
    for (const fault of ["covered", "small", "below"]) if (found[fault]) faults.push(`${fault}: ${found.name}`);
    if (!found.ring) faults.push(`no ring: ${found.name}`);
    await at(found);
  }
  return [...faults, "the focus never leaves the page"];
}

/** Opens the panel that has the focus, and waits until it is drawn. */
async function opened(page) {
  await page.keyboard.press("Enter");
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

const closed = (page) => page.evaluate(() => document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("details:not([open])").length);

for (const width of [320, 1280]) {
  test(`at ${width} px Tab opens and passes every panel and Shift+Tab leads back, with a visible focus that nothing covers`, async (t) => {
    const page = await widget(t, { width, height: 600 });
    const there = await walk(page, "Tab", (found) => found.closed && opened(page));
    assert.deepEqual(there, []);
    assert.equal(await closed(page), 0);
    assert.deepEqual(await walk(page, "Shift+Tab"), []);
  });
}

test("every question is answered with Enter, Tab and arrows", async (t) => {
  const page = await widget(t, { width: 1280, height: 900 });
  const answered = new Set();
  const scenario = () => page.evaluate(() => JSON.stringify(document.querySelector("ai-build-vs-buy").scenario));
  await walk(page, "Tab", async (found) => {
    if (found.closed) return opened(page);
    if (!found.radio || !found.question) return;
    const before = await scenario();
    await page.keyboard.press("ArrowDown");
    if ((await scenario()) !== before) answered.add(found.question);
    await page.keyboard.press("ArrowUp");
  });
  const asked = await page.evaluate(() => [...document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("[data-question]:has(input[type=radio])")].map(({ dataset }) => dataset.question));
  assert.deepEqual(asked.filter((question) => !answered.has(question)), []);
});

test("a part of the map is placed, and the memo saved, with keys", async (t) => {
  const page = await widget(t, { width: 1280, height: 900 });
  const model = () => page.evaluate(() => document.querySelector("ai-build-vs-buy").report.companions.wardley.components.find(({ id }) => id === "model"));
  await page.locator("#wardley > summary").press("Enter");
  const before = await model();
  await page.locator("#wardley .place select").nth(1).press("ArrowDown");
  await page.waitForFunction((stage) => document.querySelector("ai-build-vs-buy").report.companions.wardley.components.some((each) => each.stage !== stage), before);
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator('[data-document="Memo"]').press("Enter")]);
  assert.match(file.suggestedFilename(), /-memo\.md$/);
});

test("a button that has done all it can keeps the focus", async (t) => {
  const page = await widget(t, { width: 1280, height: 900 });
  const volume = page.locator("#b-volume-perMonth");
  const before = await volume.inputValue();
  await volume.fill("7");
  const undo = page.getByRole("button", { name: "Undo", disabled: false });
  await undo.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Undo", disabled: true }).waitFor();
  assert.equal(await volume.inputValue(), before);
  assert.match((await stop(page)).name, /Undo/);
  // Pressed again, there is nothing that it could do.
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Redo", disabled: false }).waitFor();
  assert.equal(await volume.inputValue(), before);
});

test("where a button takes itself away, what stood next to it has the focus", async (t) => {
  const page = await widget(t, { width: 1280, height: 900 });
  await page.locator("summary", { hasText: "Two more options" }).press("Enter");
  const add = page.getByRole("button", { name: "Add: Open model, untuned" });
  await add.press("Enter");
  await add.waitFor({ state: "detached" });
  assert.match((await stop(page)).name, /Partner/);
  const remove = page.getByRole("button", { name: /^Remove.*[Oo]pen model/ });
  await remove.press("Enter");
  await remove.waitFor({ state: "detached" });
  assert.notEqual(await stop(page), null);
});
