// The page's first chart comes with the HTML and stands without a script; the widget takes over and nothing moves.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { POLICY, READY, accessibility, launch, open, serve } from "./harness.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve({ policy: POLICY })]); });
after(async () => { await browser.close(); site.close(); });

async function at(t, options) {
  const page = await open(browser, site.url, options);
  t.after(() => page.context().close());
  return page;
}

const chart = (page) => page.locator("ai-build-vs-buy > svg");
const strokes = (page) => chart(page).locator("path[stroke-dasharray]").first().evaluate((path) => getComputedStyle(path).stroke);

for (const width of [320, 1280]) {
  test(`item 14: without scripts the answer and its chart are there at ${width} px`, async (t) => {
    const page = await at(t, { javaScriptEnabled: false, viewport: { width, height: 900 } });
    assert.match(await page.locator("ai-build-vs-buy").innerText(), /suggest fine-tuning[\s\S]*Cheapest by volume/);
    const box = await chart(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width && box.y + box.height < 900 && box.width > 250, JSON.stringify(box));
  });
}

test("item 9: it is light or dark as the page is", async (t) => {
  const [light, dark] = await Promise.all(["light", "dark"].map(async (colorScheme) => strokes(await at(t, { colorScheme, javaScriptEnabled: false }))));
  assert.deepEqual([light, dark], ["rgb(196, 60, 0)", "rgb(240, 132, 58)"]);
});

test("it is what the widget draws at that width", async (t) => {
  const page = await at(t);
  await page.waitForSelector(READY);
  const [there, drawn] = await page.evaluate(async () => {
    const forms = (svg) => [...svg.querySelectorAll("path, circle, rect, text")].map((each) =>
      [each.localName, ...["d", "cx", "cy", "x", "y"].map((name) => each.getAttribute(name)), each.textContent].join());
    const glue = performance.getEntriesByType("resource").find(({ name }) => /page-\w+\.js$/.test(name)).name;
    const module = await import(glue);
    const svg = document.querySelector("ai-build-vs-buy > svg");
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const text = module.chart(module.preset(""), { width: width / 8, height: height / 8 });
    const frame = document.createElement("template");
    const policy = trustedTypes.createPolicy("test", { createHTML: (given) => given });
    frame.innerHTML = policy.createHTML(text);
    return [forms(svg), forms(frame.content.firstElementChild)];
  });
  assert.ok(there.length > 30);
  assert.deepEqual(there, drawn);
});

test("item 10: the widget takes its place, nothing moves, and the policy holds", async (t) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  t.after(() => context.close());
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
    window.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.shift += entry.value))).observe({ type: "layout-shift", buffered: true });
  });
  // The scripts come when the first chart is on the screen.
  let go;
  const gone = new Promise((resolve) => { go = resolve; });
  await page.route(/embed\.js$|\.wasm$/, (route) => gone.then(() => route.continue()));
  await page.goto(site.url, { waitUntil: "commit" });
  await chart(page).waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  go();
  await page.waitForSelector(READY);
  assert.ok(!(await chart(page).isVisible()));
  assert.equal(await page.evaluate(() => window.shift), 0);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
});

test("item 23: it is read once: before as a picture with name and description, afterwards not at all", async (t) => {
  const still = await at(t, { javaScriptEnabled: false });
  assert.equal(await still.getByRole("img", { name: "Dollars a month by users a month" }).count(), 1);
  const page = await at(t);
  await page.waitForSelector(READY);
  assert.equal(await page.getByRole("img", { name: "Dollars a month by users a month" }).count(), 1);
  assert.equal(await chart(page).and(page.getByRole("img")).count(), 0);
});

for (const colorScheme of ["light", "dark"]) {
  test(`item 23: axe finds nothing in the first chart, ${colorScheme}`, async (t) => {
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto(site.url);
    await chart(page).waitFor();
    assert.deepEqual(await accessibility(page), []);
  });
}
