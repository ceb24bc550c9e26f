// The page as a reader meets it: the example's answer, the keyboard, a price, bad input, accessibility.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { READY, accessibility, launch, open, serve } from "./harness.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); site.close(); });

async function widget(options) {
  const page = await open(browser, site.url, options);
  await page.waitForSelector(READY);
  return page;
}

const headline = (page) => page.locator(".headline").innerText();
const curves = (page) => page.locator("path.curve.api").first().getAttribute("d");

test("the example shows now, destination, path and a crossing as a range with its reason", async () => {
  const page = await widget();
  assert.match(await headline(page), /suggest fine-tuning/);
  assert.match(await page.locator(".course").innerText(), /Now Fine-tune on managed machines[\s\S]*Destination Stay there/);
  assert.match(await page.locator(".range-line").innerText(), /between 97\.9 and 108\.8 users a month: the API price is known only as a range, \$36 to \$40/);
  await page.locator("#tree > summary").click();
  assert.equal(await page.locator("#tree .ask.walked").count(), 4);
});

test("item 23: a question is answered with the keyboard alone", async () => {
  const page = await widget();
  await page.locator('[data-question="DemandValidated"] > summary').focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowDown");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.decision.now.approach === "api");
  assert.match(await headline(page), /an API now and fine-tuning later/);
});

test("a changed price changes sentence and chart", async () => {
  const page = await widget();
  const [sentence, drawn] = [await headline(page), await curves(page)];
  await page.getByLabel("Price $ per user", { exact: true }).fill("2");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.cost.atVolume.cheapest[0] === "api");
  assert.notEqual(await headline(page), sentence);
  assert.notEqual(await curves(page), drawn);
});

test("item 24: arrow keys on the chart's handle move the volume", async () => {
  const page = await widget();
  const volume = () => page.evaluate(() => document.querySelector("ai-build-vs-buy").report.cost.atVolume.volume);
  await page.locator(".chart-slider").focus();
  await page.keyboard.press("ArrowRight");
  const one = await volume();
  await page.keyboard.press("Shift+ArrowRight");
  assert.ok(one > 500 && (await volume()) > one * 1.05);
});

for (const [what, text] of [["text", "free"], ["a negative number", "-5"], ["too large a number", "1e400"], ["ten million digits", "9".repeat(10_000_000)]]) {
  test(`${what} gives a message at its field and keeps the result`, async () => {
    const page = await widget();
    const before = await headline(page);
    const field = page.getByLabel("Price $ per user", { exact: true });
    await field.evaluate((input, text) => { input.value = text; input.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true })); }, text);
    await page.locator('[data-path="options.api.price.amount"] .error-text').waitFor();
    assert.equal(await headline(page), before);
    assert.equal(await page.locator(".stale").count(), 1);
    assert.equal((await field.inputValue()).length, text.length);
  });
}

test("a volume that cannot be read leaves its field where it is, and the last result is marked", async () => {
  const page = await widget();
  const field = page.getByRole("textbox", { name: "Your volume" });
  const before = await field.boundingBox();
  await field.fill("many");
  await page.locator(".answer.is-stale .stale").waitFor();
  // Its frame is bolder.
  assert.ok(Math.abs((await field.boundingBox()).y - before.y) <= 1);
});

test("one example after the other is drawn", async () => {
  const page = await widget();
  const example = page.locator('[data-role="example"]');
  for (const id of ["commodity", "legal-tech-month-1", "legal-tech-month-4", "commodity", "high-volume", "legal-tech-month-9", "commodity"]) {
    await example.selectOption(id);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const box = await page.locator(".chart-slider").boundingBox();
    assert.ok(box?.width > 400, `${id} ${JSON.stringify(box)}`);
    assert.ok((await page.locator("figure .plot").first().boundingBox()).height > 250, id);
  }
});

for (const height of [720, 900]) {
  test(`in a window ${height} px high the sentence and the whole chart with its handle stay beside the questions`, async () => {
    const page = await widget({ viewport: { width: 1280, height } });
    await page.evaluate(() => scrollTo(0, 600));
    for (const part of [".headline", ".chart-slider", ".volume-row"]) {
      const box = await page.locator(part).boundingBox();
      assert.ok(box.y >= 0 && box.y + box.height <= height, `${part} ${JSON.stringify(box)}`);
    }
  });
}

test("an emptied field is not counted, and says so", async () => {
  const page = await widget();
  await page.getByLabel("Price $ per user", { exact: true }).fill("");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.cost.notPriced.includes("api"));
  assert.match(await page.locator('.cost[data-option="api"]').innerText(), /no price yet/);
});

test("a preset that does not exist gives a notice and leaves a result", async () => {
  const page = await open(browser, `${site.url}?preset=nonsense`);
  await page.waitForSelector(READY);
  assert.match(await page.locator(".notice").innerText(), /no example “nonsense”/);
  assert.match(await headline(page), /suggest/);
});

test("a chosen model fills in its token prices with source and date", async () => {
  const page = await widget();
  await page.getByLabel("From token prices").check();
  await page.locator('[data-role="model"]').selectOption("openai/gpt-5-mini");
  await page.locator('[data-path="options.api.price.inputPerMillion"] .note', { hasText: /List price of .* on \d{4}-\d\d-\d\d/ }).waitFor();
  assert.equal(await page.locator("#f-options-api-price-inputPerMillion").inputValue(), "0.25");
});

for (const [preset, colorScheme] of [["legal-tech", "light"], ["legal-tech", "dark"], ["commodity", "light"], ["high-volume", "dark"]]) {
  test(`item 23: axe finds nothing in ${preset}, ${colorScheme}, with every panel open`, async () => {
    const page = await open(browser, `${site.url}?preset=${preset}`, { colorScheme });
    await page.waitForSelector(READY);
    await page.evaluate(() => document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("details").forEach((each) => (each.open = true)));
    assert.deepEqual(await accessibility(page), []);
  });
}

for (const width of [320, 768, 1280]) {
  test(`item 23: nothing scrolls sideways at ${width} px`, async () => {
    const page = await widget({ viewport: { width, height: 900 } });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`item 23: in forced colours every line and word of the chart can be told from the ground, ${colorScheme}`, async () => {
    const page = await widget({ forcedColors: "active", colorScheme });
    const poor = await page.evaluate(() => {
      const root = document.querySelector("ai-build-vs-buy").shadowRoot;
      const light = (colour) => {
        const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const probe = document.body.appendChild(document.createElement("p"));
      probe.style.cssText = "background: Canvas; color: CanvasText";
      const ground = light(getComputedStyle(probe).backgroundColor);
      const contrast = (colour) => { const [a, b] = [light(colour), ground].sort((a, b) => b - a); return (a + 0.05) / (b + 0.05); };
      const least = (element) => (element.localName === "text" ? 4.5 : 3);
      return [...root.querySelectorAll(".plot-svg :is(.curve, .axis, .here, .label, .axis-text, .strong, .note, .band-text)")]
        .map((element) => [element, getComputedStyle(element)[element.localName === "text" ? "fill" : "stroke"]])
        .filter(([element, colour]) => contrast(colour) < least(element))
        .map(([element, colour]) => `${element.getAttribute("class")}: ${colour}`);
    });
    assert.deepEqual(poor, []);
  });
}

test("item 23: where no motion is wanted, nothing moves by itself", async () => {
  const page = await widget({ reducedMotion: "reduce" });
  const moving = await page.evaluate(() => [...document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("*")].filter((element) => {
    const { transitionProperty, transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
    return (transitionProperty !== "none" && /[1-9]/.test(transitionDuration)) || animationName !== "none" || scrollBehavior === "smooth";
  }).map((element) => element.className));
  assert.deepEqual(moving, []);
});

test("item 24: the table says what is shown at each of its volumes, and the handle tells it aloud", async () => {
  const page = await widget();
  const panel = page.locator("#chart-table");
  await panel.locator("> summary").click();
  const rows = await panel.locator("table").first().locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText)));
  assert.ok(rows.length >= 5);
  const volume = page.getByRole("textbox", { name: /^Your volume/ }).first();
  for (const [at, ...costs] of rows) {
    const number = at.match(/^[\d.,]+/)[0];
    await volume.fill(number);
    await page.waitForFunction((number) => document.querySelector("ai-build-vs-buy").report.cost.atVolume.volume === number, Number(number.replaceAll(",", "")));
    assert.deepEqual(await page.locator(".cost .figure").allInnerTexts(), costs);
    assert.equal(await page.locator(".chart-slider").getAttribute("aria-valuetext"), await headline(page));
  }
});
