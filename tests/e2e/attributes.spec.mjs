// Every option by attribute, by property and in the address: one name, one meaning. Wrong values warn once and fall back;
// changes take effect at once and lose neither answers nor focus.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { POLICY, READY, launch, open, serve } from "./harness.mjs";

const script = '<script type="module" src="embed.js"></script>';
const given = '{"title":"Fetched","volume":{"perMonth":7}}';
const scenario = '{"title":"Inline","volume":{"perMonth":5}}';
/** Each option: a right value with what it makes of the element, a wrong one, and what there is without. */
const OPTIONS = {
  preset: { valid: "commodity", seen: (element) => element.scenario.title.slice(0, 9), is: "Translate", wrong: "nothing", otherwise: "Contract " },
  scenario: { valid: scenario, seen: (element) => element.scenario.title, is: "Inline", wrong: "{", otherwise: "Contract analysis, month 4" },
  src: { valid: "given.json", seen: (element) => element.scenario.title, is: "Fetched", wrong: "missing.json", otherwise: "Contract analysis, month 4" },
  view: { valid: "tree", seen: (element) => !!element.shadowRoot.querySelector(".tree"), is: true, wrong: "trees", otherwise: true, without: true },
  theme: { valid: "dark", seen: (element) => (getComputedStyle(element).colorScheme === "dark" ? "dark" : "light"), is: "dark", wrong: "pink", otherwise: "light" },
  locale: { valid: "de", seen: (element) => /\d\.\d{3}\s€|\d\.\d{3}\s\$/.test(element.shadowRoot.textContent), is: true, wrong: "nowhere!", otherwise: false },
  currency: { valid: "EUR", seen: (element) => element.scenario.labels.currency, is: "EUR", wrong: "x".repeat(50), otherwise: "USD" },
  locked: { valid: "", seen: (element) => element.shadowRoot.querySelector("fieldset.all").disabled, is: true, otherwise: false },
};

const VIEWS = ["full", "decision", "cost", "chart", "tree", "compare"];

let browser, site, frame;
before(async () => { [browser, frame, site] = await Promise.all([launch(), serve({ pages: { "empty.html": "", "frame.html": script, "given.json": given } }), serve({ policy: POLICY, pages: {
  "empty.html": script,
  "given.json": given,
  "one.html": `${script}<ai-build-vs-buy loading="eager"></ai-build-vs-buy>`,
  ...Object.fromEntries(VIEWS.map((view) => [`${view}.html`, `<script type="module" blocking="render" src="embed.js"></script><ai-build-vs-buy view="${view}" loading="eager"></ai-build-vs-buy><p>After</p>`])),
} })]); });
after(async () => { await browser.close(); site.close(); frame.close(); });

async function hosted(t, path, from = site) {
  const page = await open(browser, from.url + path);
  t.after(() => page.context().close());
  page.warnings = [];
  page.on("console", (message) => message.type() === "warning" && page.warnings.push(message.text()));
  return page;
}

/** The widget with one option, set in one of three ways. */
async function asked(t, way, name, value) {
  if (way === "address") {
    // This page has a policy of its own, which the server's would only narrow.
    const page = await hosted(t, "empty.html", frame);
    const query = value === undefined ? "" : `?${new URLSearchParams({ [name]: value })}`;
    await page.goto(`${frame.url}embed.html${query}`);
    return page;
  }
  const page = await hosted(t, "empty.html");
  await page.evaluate(([way, name, value]) => {
    const element = document.createElement("ai-build-vs-buy");
    element.setAttribute("loading", "eager");
    if (value !== undefined && way === "attribute") element.setAttribute(name, value);
    if (value !== undefined && way === "property") element[name] = name === "locked" ? true : name === "scenario" && value !== "{" ? JSON.parse(value) : value;
    document.body.append(element);
  }, [way, name, value]);
  return page;
}

const ready = (page) => page.waitForSelector(READY);
const seen = (page, look) => page.evaluate(`(${look})(document.querySelector("ai-build-vs-buy"))`);

for (const way of ["attribute", "property", "address"]) {
  for (const [name, option] of Object.entries(OPTIONS)) {
    test(`item 3: ${name} by ${way}`, async (t) => {
      const page = await asked(t, way, name, option.valid);
      await ready(page);
      assert.equal(await seen(page, option.seen), option.is);
      assert.deepEqual(page.warnings, []);
      assert.deepEqual(page.faults, []);
    });
    if (option.wrong === undefined) continue;
    test(`item 3: a wrong ${name} by ${way} falls back and says so once`, async (t) => {
      const page = await asked(t, way, name, option.wrong);
      await ready(page);
      assert.equal(await seen(page, option.seen), option.otherwise);
      // A scenario may be long: its problems are told.
      if (name === "scenario" || name === "src") {
        assert.equal(page.warnings.length, 1);
        assert.match(await page.locator(".notice").innerText(), /^The scenario that was asked for cannot be shown; this is another one\. /);
      }
      else assert.deepEqual(page.warnings.map((text) => text.includes(`${name}="${option.wrong}"`)), [true]);
      assert.deepEqual(page.faults, []);
    });
  }
}

test("without options there is the first example in full", async (t) => {
  const page = await hosted(t, "one.html");
  await ready(page);
  for (const [name, option] of Object.entries(OPTIONS)) {
    assert.equal(await seen(page, option.seen), option.without ?? option.otherwise, name);
  }
  assert.deepEqual(page.warnings, []);
});

/** Waits, frame by frame, for what an option makes of the element. */
const becomes = async (page, { seen: look, is }) => {
  for (let frame = 0; (await seen(page, look)) !== is; frame += 1) {
    assert.ok(frame < 600, "it never came");
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
};

const answer = async (page) => {
  const question = page.locator('[data-question="Team"]');
  await question.locator("> summary").click();
  await question.locator("label.card").first().click();
};
const engineers = (page) => page.evaluate(() => document.querySelector("ai-build-vs-buy").scenario.decision.team.mlEngineers);

for (const [name, value] of [["theme", "dark"], ["locale", "de"], ["currency", "EUR"], ["page", "https://example.org/"], ["group", "g"]]) {
  test(`item 4: a change of ${name} keeps answers and focus`, async (t) => {
    const page = await hosted(t, "one.html");
    await ready(page);
    await answer(page);
    assert.equal(await engineers(page), 0);
    await page.locator(".chart-slider").focus();
    await page.evaluate(([name, value]) => document.querySelector("ai-build-vs-buy").setAttribute(name, value), [name, value]);
    const look = OPTIONS[name];
    if (look) await becomes(page, look);
    assert.equal(await engineers(page), 0);
    assert.ok(await page.locator(".chart-slider").evaluate((slider) => slider.matches(":focus")));
  });
}

test("item 4: of two quick locales the last one counts; another example keeps the named money", async (t) => {
  const page = await hosted(t, "one.html");
  await ready(page);
  await page.evaluate(() => {
    const element = document.querySelector("ai-build-vs-buy");
    element.currency = "CHF";
    element.locale = "de";
    element.locale = "en";
    element.preset = "high-volume";
  });
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").scenario.labels.currency === "CHF" && document.querySelector("ai-build-vs-buy").report.cost.atVolume.volume === 10_000_000);
  await page.waitForLoadState("networkidle"); // the German examples are there by now
  const shown = await page.evaluate(() => document.querySelector("ai-build-vs-buy").shadowRoot.textContent);
  assert.ok(shown.includes("10,000,000"));
  assert.ok(!shown.includes("10.000.000"));
});

test("item 4: a later address that has nothing changes nothing, and the reader is told why", async (t) => {
  const page = await hosted(t, "one.html");
  await ready(page);
  await page.evaluate(() => document.querySelector("ai-build-vs-buy").setAttribute("src", "missing.json"));
  await page.locator(".notice", { hasText: /cannot be shown; .*missing\.json is missing: the server answered 404/ }).waitFor();
  assert.equal(await seen(page, OPTIONS.src.seen), OPTIONS.src.otherwise);
});

test("a frame asks no other host for a scenario", async (t) => {
  const page = await hosted(t, "empty.html", frame);
  const elsewhere = await serve({ pages: { "given.json": given }, shared: [".json"] });
  t.after(() => elsewhere.close());
  await page.goto(`${frame.url}embed.html?${new URLSearchParams({ src: `${elsewhere.url}given.json` })}`);
  await page.locator(".notice", { hasText: /Content-Security-Policy does not allow .*given\.json/ }).waitFor();
  assert.deepEqual(elsewhere.requests, []);
});

test("views change live and keep the answers", async (t) => {
  const page = await hosted(t, "one.html");
  await ready(page);
  await answer(page);
  const parts = { decision: ".road", cost: "#over-time-title", tree: ".tree", compare: ".side-by-side", chart: ".view-chart", full: "#examine-title" };
  for (const [view, part] of Object.entries(parts)) {
    await page.evaluate((view) => document.querySelector("ai-build-vs-buy").view = view, view);
    await page.locator(part).first().waitFor();
    assert.equal(await engineers(page), 0, view);
  }
  assert.deepEqual(page.faults, []);
});

test("from the chart alone the whole module brings another view along", async (t) => {
  const page = await asked(t, "attribute", "view", "chart");
  await ready(page);
  await page.evaluate(() => document.querySelector("ai-build-vs-buy").setAttribute("view", "tree"));
  await page.locator(".tree").waitFor();
  assert.deepEqual(page.faults, []);
});

test("the decision has no number of the bill, the cost no question, the tree the questions that steer it", async (t) => {
  const page = await hosted(t, "one.html");
  await ready(page);
  const counts = async (view) => {
    await page.evaluate((view) => document.querySelector("ai-build-vs-buy").view = view, view);
    await page.locator(".ab .link", { hasText: "Open the full decision" }).waitFor();
    return page.evaluate(() => {
      const root = document.querySelector("ai-build-vs-buy").shadowRoot;
      return [".question", ".option-fields", ".plot"].map((selector) => root.querySelectorAll(selector).length > 0);
    });
  };
  assert.deepEqual(await counts("decision"), [true, false, false]);
  assert.deepEqual(await counts("cost"), [false, true, true]);
  assert.deepEqual(await counts("tree"), [true, false, false]);
  assert.deepEqual(await counts("compare"), [false, false, false]);
});

for (const view of VIEWS) {
  test(`nothing shifts while the view ${view} loads`, async (t) => {
    const page = await hosted(t, `${view}.html`);
    await ready(page);
    const shift = await page.evaluate(() => window.shift);
    assert.equal(shift, 0);
  });
}

test("scenarios side by side: the loaded one and the examples beside the reader’s, differences marked", async (t) => {
  const page = await asked(t, "attribute", "view", "compare");
  await ready(page);
  const table = page.locator(".side-by-side");
  await table.waitFor();
  assert.equal(await table.locator("thead th").count(), 3);
  const other = page.locator(".beside").getByRole("checkbox", { checked: false }).first();
  await other.check();
  assert.equal(await table.locator("thead th").count(), 4);
  assert.ok(await table.locator("td.differs").count() > 5);
  assert.deepEqual(await page.evaluate(() => window.violations), []);
});

for (const locale of ["de", "fr", "en-IN", "de-CH", "sv", "ja", "pt-BR", "ar"]) {
  test(`${locale}: a volume and money as the browser itself writes them, typed numbers read alike`, async (t) => {
    const page = await hosted(t, "frame.html", frame);
    const [shown, expected, read] = await page.evaluate(async (locale) => {
      document.body.innerHTML = `<ai-build-vs-buy-input loading="eager" group="g" field="volume.perMonth" locale="${locale}"></ai-build-vs-buy-input>
        <ai-build-vs-buy loading="eager" group="g" view="chart" currency="EUR" locale="${locale}" scenario='{"volume":{"perMonth":1234567},"options":{"api":{"price":{"kind":"perUnit","amount":2}}}}'></ai-build-vs-buy>
        <ai-build-vs-buy-value loading="eager" group="g" path="cost.atVolume.options.api.total" locale="${locale}"></ai-build-vs-buy-value>`;
      const all = [...document.body.children];
      while (!all.every((element) => element.dataset.ready !== undefined)) await new Promise(requestAnimationFrame);
      const options = { numberingSystem: "latn", useGrouping: "always", maximumFractionDigits: 0 };
      const [input, widget, value] = all;
      const typed = input.shadowRoot.querySelector("input");
      const shown = [typed.value, value.shadowRoot.textContent];
      typed.value = new Intl.NumberFormat(locale, options).format(98765);
      typed.dispatchEvent(new Event("change"));
      while (widget.scenario.volume.perMonth === 1234567 && !typed.matches("[aria-invalid]")) await new Promise(requestAnimationFrame);
      return [shown, [new Intl.NumberFormat(locale, options).format(1234567), new Intl.NumberFormat(locale, { ...options, style: "currency", currency: "EUR" }).format(2469134)], widget.scenario.volume.perMonth];
    }, locale);
    // In Switzerland the browser writes the euro by its code; the widget has the same sign everywhere.
    const plain = (text) => text.replace(/[\u200e\u200f\u061c]/g, "").replace("EUR", "€");
    assert.deepEqual(shown, expected.map(plain));
    assert.equal(read, 98765);
  });
}

test("exports stay plain numbers in every locale", async (t) => {
  const page = await asked(t, "attribute", "locale", "de");
  await ready(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /CSV/ }).click();
  const stream = await (await download).createReadStream();
  let text = "";
  for await (const chunk of stream) text += chunk;
  assert.match(text, /^api|,\d+\.\d+/m);
  assert.doesNotMatch(text, /\d\.\d{3}\.\d{3}/);
});
