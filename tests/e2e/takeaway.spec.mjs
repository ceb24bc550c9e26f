// What people take away: a link, files, paper, saved scenarios; under the strict policy, in a sandbox, from disk.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { POLICY, READY, accessibility, download, launch, open, serve } from "./harness.mjs";

const single = new URL("../../dist/ai-build-vs-buy.html", import.meta.url).href;
const script = '<script type="module" src="embed.js"></script>';
const pages = {
  "article.html": `${script}<ai-build-vs-buy preset="commodity" loading="eager"></ai-build-vs-buy>`,
  "led.html": `${script}<ai-build-vs-buy preset="commodity" loading="eager" page="https://example.org/tool"></ai-build-vs-buy>`,
  "frame.html": '<iframe sandbox="allow-scripts" src="/embed.html?preset=commodity&view=full" width="1200" height="800" title="a"></iframe>',
};

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve({ policy: POLICY, pages })]); });
after(async () => { await browser.close(); site.close(); });

async function at(t, url, options) {
  const page = await open(browser, url, options);
  t.after(() => page.context().close());
  await page.waitForSelector(READY);
  return page;
}

const said = (page, what) => page.evaluate((what) => JSON.stringify(document.querySelector("ai-build-vs-buy")[what]), what);
const price = (page, text) => page.getByLabel("Price $ per user", { exact: true }).fill(text);
const panel = (page) => page.locator(".take-away");
async function link(page) {
  await page.getByRole("button", { name: "Copy link" }).click();
  return page.getByLabel("Link to this scenario").inputValue();
}

test("a copied link shows the same answer and figures to whoever opens it", async (t) => {
  const page = await at(t, site.url);
  await price(page, "17");
  await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").scenario.options.api.price.amount === 17);
  assert.equal(await page.evaluate(() => location.hash), "");
  const url = await link(page);
  assert.equal(url, await page.evaluate(() => location.href));
  assert.ok(url.startsWith(`${site.url}#s=1.`) && url.length < 2000, url);
  const other = await at(t, url);
  assert.equal(await said(other, "scenario"), await said(page, "scenario"));
  assert.equal(await said(other, "report"), await said(page, "report"));
  for (const each of [page, other]) {
    assert.deepEqual(await each.evaluate(() => window.violations), []);
    assert.deepEqual(each.faults, []);
  }
});

test("a link opened in a page that is open already is shown there", async (t) => {
  const page = await at(t, site.url);
  await price(page, "18");
  const url = await link(page);
  const other = await at(t, site.url);
  await other.evaluate((hash) => { location.hash = hash; }, new URL(url).hash);
  await other.waitForFunction(() => document.querySelector("ai-build-vs-buy").scenario.options.api.price.amount === 18);
});

test("a change takes the old link away", async (t) => {
  const page = await at(t, site.url);
  await link(page);
  await price(page, "19");
  await page.getByLabel("Link to this scenario").waitFor({ state: "detached" });
});

test("a link that was cut off says so, and an example is there", async (t) => {
  const url = await link(await at(t, site.url));
  const page = await at(t, url.slice(0, -3));
  assert.match(await page.locator(".notice").innerText(), /^The scenario that was asked for cannot be shown; .* This link was cut off/);
  assert.match(await page.locator(".headline").innerText(), /suggest/);
});

test("a cut link in an open page changes nothing but says so, and the host is told", async (t) => {
  const page = await at(t, site.url);
  await price(page, "20");
  const url = await link(page);
  const before = await said(page, "report");
  const problems = await page.evaluate((hash) => new Promise((resolve) => {
    addEventListener("ai-build-vs-buy:error", ({ detail }) => resolve(detail.problems), { once: true });
    location.hash = hash;
  }), new URL(url).hash.slice(0, -1));
  assert.deepEqual(problems.map(({ problem }) => problem), ["brokenLink"]);
  await page.locator(".notice", { hasText: "cut off" }).waitFor();
  assert.equal(await said(page, "report"), before);
});

test("on another page the link leads to the tool and leaves the page's address alone", async (t) => {
  const page = await at(t, `${site.url}article.html`);
  assert.ok((await link(page)).startsWith(`${site.url}#s=1.`));
  assert.equal(await page.evaluate(() => location.href), `${site.url}article.html`);
  const led = await at(t, `${site.url}led.html`);
  assert.ok((await link(led)).startsWith("https://example.org/tool#s=1."));
});

test("item 24: every file comes with its name and content under the strict policy", async (t) => {
  const page = await at(t, site.url);
  await price(page, "17");
  const text = async (document) => {
    const { name, content } = await download(page, document);
    return [name, content.toString("utf8")];
  };
  const stem = "contract-analysis-month-4";
  const [memo, memoText] = await text("Memo");
  assert.equal(memo, `${stem}-memo.md`);
  assert.match(memoText, /^# Contract analysis, month 4\n\n\d{4}-\d\d-\d\d · initial recommendation/);
  assert.match(memoText, /\| API \| \$8,500 \| \$17 \| integration \|/);
  const [record, recordText] = await text("Record");
  assert.equal(record, `${stem}-record.md`);
  assert.match(recordText, /^---\nstatus: proposed\ndate: \d{4}-\d\d-\d\d\ndecision-makers: \[\]\n[\s\S]*\n## Decision Outcome\n/);
  const [table, tableText] = await text("Table");
  assert.equal(table, `${stem}.csv`);
  assert.match(tableText, /^Table,At,API,Fine-tune,From scratch\r\n[\s\S]*by users a month,500,8500,/);
  const [calendar, calendarText] = await text("Calendar");
  assert.equal(calendar, `${stem}.ics`);
  assert.match(calendarText, /^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n[\s\S]*END:VCALENDAR\r\n$/);
  const [svg, svgText] = await text("Svg");
  assert.equal(svg, `${stem}.svg`);
  // Read where no policy forbids to parse.
  const blank = await page.context().newPage();
  const parsed = await blank.evaluate((text) => {
    const { documentElement } = new DOMParser().parseFromString(text, "image/svg+xml");
    return [documentElement.nodeName, documentElement.querySelector("title").textContent];
  }, svgText);
  assert.deepEqual(parsed, ["svg", "Dollars a month by users a month"]);
  const png = await download(page, "Png");
  assert.equal(png.name, `${stem}.png`);
  assert.deepEqual([...png.content.subarray(1, 4)].map((code) => String.fromCharCode(code)).join(""), "PNG");
  assert.deepEqual([png.content.readUInt32BE(16), png.content.readUInt32BE(20)], [1920, 920]);
  const [scenario, scenarioText] = await text("Scenario");
  assert.equal(scenario, `${stem}.json`);
  assert.equal(JSON.stringify(JSON.parse(scenarioText)), await said(page, "scenario"));
  const [report, reportText] = await text("Report");
  assert.equal(report, `${stem}-report.json`);
  assert.equal(JSON.stringify(JSON.parse(reportText)), await said(page, "report"));
  assert.deepEqual(page.faults, []);
});

test("a saved file is opened again; a wrong one is refused with its fields and the result stays", async (t) => {
  const page = await at(t, site.url);
  await price(page, "17");
  const { content } = await download(page, "Scenario");
  const report = await said(page, "report");
  const other = await at(t, site.url);
  const pick = (text) => other.getByLabel("Open a scenario file").setInputFiles({ name: "mine.json", mimeType: "application/json", buffer: Buffer.from(text) });
  const shown = await said(other, "report");
  for (const [text, message] of [
    ['{"volume":{"perMonth":-1},"volumes":1}', /volumes[\s\S]*volume\.perMonth: Must be between 0/],
    ["{", /This is not JSON/],
    ["1.eyJ0aXRsZSI6IngifQ.aaaaaaa", /This link was cut off/],
    [`{"title":"${"x".repeat(1_100_000)}"}`, /Too much to read/],
  ]) {
    await pick(text);
    await panel(other).getByRole("alert").filter({ hasText: message }).waitFor();
    assert.equal(await said(other, "report"), shown);
  }
  await pick(content);
  await panel(other).getByText("“mine.json” is open").waitFor();
  assert.equal(await said(other, "report"), report);
  assert.equal(await panel(other).getByRole("alert").count(), 0);
});

test("item 22: scenarios are kept in this browser on request only, opened and deleted", async (t) => {
  const page = await at(t, site.url);
  const stored = () => page.evaluate(() => Object.keys(localStorage));
  await price(page, "17");
  assert.deepEqual(await stored(), []);
  await panel(page).getByLabel("Name").fill("Board, June");
  await page.getByRole("button", { name: "Save in this browser" }).click();
  await panel(page).getByText("“Board, June” is saved").waitFor();
  assert.deepEqual(await stored(), ["ai-build-vs-buy:Board, June"]);
  const report = await said(page, "report");
  await page.reload();
  await page.waitForSelector(READY);
  assert.notEqual(await said(page, "report"), report);
  await page.getByRole("button", { name: "Open “Board, June”" }).click();
  await panel(page).getByText("“Board, June” is open").waitFor();
  assert.equal(await said(page, "report"), report);
  await page.evaluate(() => localStorage.setItem("ai-build-vs-buy:Board, June", "1.broken"));
  await page.getByRole("button", { name: "Open “Board, June”" }).click();
  await panel(page).getByRole("alert").filter({ hasText: "cut off" }).waitFor();
  assert.equal(await said(page, "report"), report);
  await page.getByRole("button", { name: "Delete “Board, June”" }).click();
  await panel(page).getByText("“Board, June” is deleted").waitFor();
  assert.deepEqual(await stored(), []);
});

test("item 22: in a sandbox without downloads and storage the texts are there to copy, and it says so", async (t) => {
  const host = await serve({ pages });
  t.after(() => host.close());
  const page = await open(browser, `${host.url}frame.html`);
  t.after(() => page.context().close());
  const frame = page.frameLocator("iframe");
  await frame.locator(READY).waitFor();
  await frame.locator('[data-document="Memo"]').click();
  await frame.getByText("does not allow them").waitFor();
  assert.match(await frame.getByLabel("The same text to copy").inputValue(), /^# Translate/);
  await frame.getByText("does not let the page keep anything").waitFor();
  await frame.getByRole("button", { name: "Copy link" }).click();
  assert.ok((await frame.getByLabel("Link to this scenario").inputValue()).startsWith(`${host.url}#s=1.`));
  assert.deepEqual(page.faults, []);
});

test("item 20: from disk the link opens the same file, and files are saved", async (t) => {
  const page = await at(t, single, { offline: true });
  await price(page, "17");
  const url = await link(page);
  assert.ok(url.startsWith(`${single}#s=1.`), url);
  assert.match((await download(page, "Table")).content.toString("utf8"), /500,8500,/);
  assert.equal((await download(page, "Png")).content.readUInt32BE(16), 1920);
  const other = await at(t, url, { offline: true });
  assert.equal(await said(other, "report"), await said(page, "report"));
  assert.deepEqual(await page.evaluate(() => window.violations), []);
});

for (const preset of ["legal-tech-month-1", "legal-tech-month-4", "legal-tech-month-9", "commodity", "high-volume"]) {
  for (const format of ["A4", "Letter"]) {
    test(`the memo of ${preset} prints on one page of ${format}`, async (t) => {
      const page = await at(t, `${site.url}?preset=${preset}`);
      const pdf = (await page.pdf({ format })).toString("latin1");
      assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g).length, 1);
    });
  }
}

test("axe finds nothing in the panel with link, messages and kept scenarios", async (t) => {
  const page = await at(t, site.url);
  await link(page);
  await page.getByRole("button", { name: "Save in this browser" }).click();
  await page.getByLabel("Open a scenario file").setInputFiles({ name: "a.json", mimeType: "application/json", buffer: Buffer.from("{") });
  await panel(page).getByRole("alert").waitFor();
  assert.deepEqual(await accessibility(page), []);
});

test("the interface makes tokens, documents and charts, and refuses what is wrong", async (t) => {
  const page = await at(t, site.url);
  const found = await page.evaluate(async () => {
    const module = await import("./npm/page.js");
    await module.default();
    const scenario = module.preset("legal-tech");
    const refused = (call) => {
      try {
        return call();
      } catch ({ code, problems }) {
        return [code, problems[0].field, problems[0].problem];
      }
    };
    const token = module.encode(scenario);
    return {
      same: JSON.stringify(module.decode(token)) === JSON.stringify(scenario),
      evaluated: JSON.stringify(module.evaluate(token)) === JSON.stringify(module.evaluate(scenario)),
      memo: module.memo(scenario, "markdown", "2026-11-25").split("\n").slice(0, 3),
      record: module.memo(token, "madr", "2026-11-25").split("\n")[2],
      undated: /^# .*\n\n\d{4}-\d\d-\d\d · /.test(module.memo(scenario, "markdown")),
      chart: [module.chart(scenario), module.chart(scenario, { theme: "dark", width: 400 })].map((svg) => svg.match(/width="(\d+)"|M0 0h|fill="(#[0-9a-f]+)"/g).slice(0, 2)),
      cut: refused(() => module.decode(token.slice(0, -1))),
      format: refused(() => module.memo(scenario, "pdf")),
      day: refused(() => module.memo(scenario, "csv", "today")),
      theme: refused(() => module.chart(scenario, { theme: "pink" })),
      invalid: refused(() => module.encode({ volume: { perMonth: -1 } })),
    };
  });
  assert.deepEqual(found, {
    same: true,
    evaluated: true,
    memo: ["# Contract analysis, month 4", "", "2026-11-25 · initial recommendation · owner: not named · suggested review: 2027-11-25 (M7)"],
    record: "date: 2026-11-25",
    undated: true,
    chart: [['width="960"', 'fill="#ffffff"'], ['width="400"', 'fill="#14171c"']],
    cut: ["invalidScenario", "", "brokenLink"],
    format: ["invalidOptions", "format", "unknownValue"],
    day: ["invalidOptions", "today", "unknownValue"],
    theme: ["invalidOptions", "theme", "unknownValue"],
    invalid: ["invalidScenario", "volume.perMonth", "negative"],
  });
});
