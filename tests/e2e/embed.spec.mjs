// The element on other people's pages: policies, sub-paths, several at once, late loading, failures.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { POLICY, READY, download, launch, open, serve } from "./harness.mjs";

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const script = '<script type="module" blocking="render" src="embed.js"></script>';
const far = '<p style="height:4000px">far</p>';
const pages = {
  "two.html": `${script}<ai-build-vs-buy preset="commodity" loading="eager"></ai-build-vs-buy><ai-build-vs-buy preset="high-volume" view="chart" loading="eager"></ai-build-vs-buy>`,
  "below.html": `${script}${far}<ai-build-vs-buy preset="legal-tech"></ai-build-vs-buy>`,
  "twice.html": `${script}<script type="module" src="embed.js?again"></script><ai-build-vs-buy loading="eager"></ai-build-vs-buy>`,
  "children.html": `${script}<ai-build-vs-buy loading="eager"><p id="child">A static table.</p></ai-build-vs-buy>`,
  "chart.html": `${script}<ai-build-vs-buy view="chart" loading="eager"></ai-build-vs-buy><p>After</p>`,
  "tenths.html": `<style>html{font-size:62.5%}</style>${script}<ai-build-vs-buy view="chart" loading="eager"></ai-build-vs-buy>`,
  "policy.html": '<script type="module" blocking="render" src="embed.js"></script><ai-build-vs-buy loading="eager"></ai-build-vs-buy>',
};

async function hosted(t, path, options = {}, context = {}) {
  const site = await serve({ pages, ...options });
  t.after(() => site.close());
  const page = await open(browser, site.url + path, context);
  t.after(() => page.context().close());
  return { site, page };
}

test("item 16: a strict policy with trusted types is not violated over a walk-through", async (t) => {
  const { page } = await hosted(t, "policy.html", { policy: POLICY });
  await page.waitForSelector(READY);
  await page.locator('[data-question="Team"] > summary').click();
  await page.locator('[data-question="Team"] label').nth(1).click();
  await page.locator(".chart-slider").press("ArrowRight");
  await page.evaluate(() => document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("details").forEach((each) => (each.open = true)));
  await page.getByLabel("From token prices").check();
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByRole("button", { name: "Save in this browser" }).click();
  const documents = await page.locator("[data-document]").evaluateAll((buttons) => buttons.map(({ dataset }) => dataset.document));
  for (const document of documents) await download(page, document);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(page.faults, []);
});

test("item 10: nothing moves but where somebody acts, over a walk-through", async (t) => {
  const { page } = await hosted(t, "policy.html");
  await page.waitForSelector(READY);
  await page.evaluate(() => {
    window.moved = [];
    new PerformanceObserver((list) => list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput).forEach(({ value }) => window.moved.push(value)))
      .observe({ type: "layout-shift" });
  });
  for (const question of await page.locator("[data-question] > summary:visible").all()) await question.click();
  await page.locator(".chart-slider").press("ArrowRight");
  await page.getByLabel("Price $ per user", { exact: true }).fill("2");
  await page.locator(".headline", { hasText: "API" }).waitFor();
  assert.deepEqual(await page.evaluate(() => window.moved), []);
});

test("item 1: one script and one tag are enough, also below a sub-path", async (t) => {
  const { page } = await hosted(t, "", { base: "/a/b/" });
  await page.waitForSelector(READY);
});

test("item 6: two on a page share one download and nothing else", async (t) => {
  const { page, site } = await hosted(t, "two.html");
  await page.waitForFunction((ready) => document.querySelectorAll(ready).length === 2, READY);
  assert.equal(site.requests.filter((path) => /chart-.*\.wasm$/.test(path)).length, 1);
  const second = () => page.evaluate(() => JSON.stringify(document.querySelectorAll("ai-build-vs-buy")[1].report));
  const untouched = await second();
  await page.locator("ai-build-vs-buy").first().locator(".chart-slider").focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await second(), untouched);
});

test("item 19: taken out and put back it keeps its numbers", async (t) => {
  const { page } = await hosted(t, "policy.html");
  await page.waitForSelector(READY);
  await page.locator(".chart-slider").focus();
  await page.keyboard.press("ArrowRight");
  const kept = await page.evaluate(() => {
    const element = document.querySelector("ai-build-vs-buy");
    const before = JSON.stringify(element.scenario);
    element.remove();
    document.body.append(element);
    return before === JSON.stringify(element.scenario) && element.shadowRoot.querySelectorAll(".ab").length === 1;
  });
  assert.ok(kept);
});

test("item 13: nothing is loaded until it is near", async (t) => {
  const { page, site } = await hosted(t, "below.html");
  await page.waitForFunction(() => customElements.get("ai-build-vs-buy"));
  assert.equal(site.requests.filter((path) => path.endsWith(".wasm")).length, 0);
  await page.evaluate(() => document.querySelector("ai-build-vs-buy").scrollIntoView());
  await page.waitForSelector(READY);
});

test("item 5: the script may be there twice", async (t) => {
  const { page } = await hosted(t, "twice.html");
  await page.waitForSelector(READY);
  assert.deepEqual(page.faults, []);
});

test("item 14: children stay when the WebAssembly is missing, and the reason is said", async (t) => {
  const site = await serve({ pages });
  t.after(() => site.close());
  const context = await browser.newContext();
  t.after(() => context.close());
  const page = await context.newPage();
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto(`${site.url}children.html`);
  await page.getByRole("alert").waitFor();
  assert.ok(await page.locator("#child").isVisible());
});

for (const path of ["", "chart.html"]) {
  test(`item 10: nothing shifts while ${path || "the page"} loads`, async (t) => {
    const { page } = await hosted(t, path);
    await page.waitForSelector(READY);
    assert.equal(await page.evaluate(() => window.shift), 0);
  });
}

test("a page that makes its root's text 10 px leaves the widget's text as it is", async (t) => {
  const size = async (path) => {
    const { page } = await hosted(t, path);
    await page.waitForSelector(READY);
    return page.locator(".range-line").evaluate((element) => getComputedStyle(element).fontSize);
  };
  assert.equal(await size("tenths.html"), await size("chart.html"));
});

test("the chart alone stays within 280 px", async (t) => {
  const { page } = await hosted(t, "chart.html", {}, { viewport: { width: 280, height: 900 } });
  await page.waitForSelector(READY);
  assert.equal(await page.locator("ai-build-vs-buy").evaluate((element) => element.scrollWidth - element.clientWidth), 0);
});

test("attributes change it live", async (t) => {
  const { page } = await hosted(t, "policy.html");
  await page.waitForSelector(READY);
  await page.evaluate(() => document.querySelector("ai-build-vs-buy").setAttribute("preset", "commodity"));
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").scenario.title.startsWith("Translate"));
});

test("a scenario given by property is shown, and a wrong one is refused with its fields", async (t) => {
  const { page } = await hosted(t, "policy.html");
  await page.waitForSelector(READY);
  const problems = await page.evaluate(async () => {
    const element = document.querySelector("ai-build-vs-buy");
    element.scenario = { title: "Mine", volume: { perMonth: 7 } };
    const told = new Promise((resolve) => element.addEventListener("ai-build-vs-buy:error", (event) => resolve(event.detail.problems), { once: true }));
    element.scenario = { volume: { perMonth: NaN } };
    return told;
  });
  assert.equal(problems[0].field, "volume.perMonth");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").scenario.title === "Mine");
});
