// The page with the snippets: the recipes of docs/embed with the chosen options in them, under the strict policy.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { POLICY, READY, accessibility, launch, open, serve, top } from "./harness.mjs";

let browser, site, page;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve({ policy: POLICY })]);
  page = await open(browser, `${site.url}snippet.html`);
});
after(async () => { await browser.close(); site.close(); });

const code = () => page.locator("section:not([hidden]) code").allInnerTexts();
const set = async (options) => {
  await page.reload();
  for (const [name, value] of Object.entries(options)) {
    const field = page.locator(`[name=${name}]`);
    if (value === true) await field.check();
    else if (await field.evaluate((element) => element.localName) === "select") await field.selectOption(value);
    else await field.fill(value);
  }
};

test("every recipe of docs/embed is offered, word for word where nothing is changed", async () => {
  for (const file of await readdir(join(top, "docs/embed"))) {
    if (file === "README.md") continue;
    await set({ host: file.replace(".md", "") });
    const text = await readFile(join(top, "docs/embed", file), "utf8");
    for (const block of await code()) assert.ok(text.includes(block.trimEnd()), `${file}: ${block}`);
  }
});

test("options go into the tag, the loader’s attributes, the shortcode and the address", async () => {
  const options = { preset: "commodity", view: "cost", theme: "dark", locale: "de", locked: true };
  for (const [host, expected] of [
    ["plain", '<ai-build-vs-buy preset="commodity" view="cost" theme="dark" locale="de" locked>'],
    ["script", 'data-preset="commodity" data-view="cost" data-theme="dark" data-locale="de" data-locked'],
    ["hugo", '{{< ai-build-vs-buy preset="commodity" view="cost" theme="dark" locale="de" locked="" >}}'],
    ["iframe", "embed.html?preset=commodity&amp;view=cost&amp;theme=dark&amp;locale=de&amp;locked="],
    ["address", `${site.url}embed.html?preset=commodity&view=cost&theme=dark&locale=de&locked=`],
    ["npm", 'preset="commodity"\n        view="cost"'],
  ]) {
    await set({ host, ...options });
    assert.ok((await code()).join("\n").includes(expected), `${host}: ${(await code()).join("\n")}`);
  }
});

test("a shortcode has each option once, with a value, also where the example stays the same", async () => {
  await set({ host: "hugo", preset: "legal-tech", view: "chart", theme: "dark", locked: true });
  assert.match((await code()).join("\n"), /\{\{< ai-build-vs-buy preset="legal-tech" view="chart" theme="dark"( locale="de")? locked="" >\}\}/);
});

test("what is typed cannot leave its quotes", async () => {
  await set({ host: "plain", currency: '"><b>' });
  assert.ok((await code()).join("\n").includes('currency="&quot;><b>"'));
});

test("the address opens the widget as chosen", async (t) => {
  await set({ host: "address", preset: "commodity", view: "tree" });
  const own = await serve();
  t.after(() => own.close());
  const [address] = await code();
  const opened = await open(browser, address.replace(site.url, own.url));
  t.after(() => opened.context().close());
  await opened.waitForSelector(READY);
  await opened.locator(".tree").waitFor();
});

test("the button copies, or selects and says so; the policy holds; axe finds nothing", async () => {
  await set({ host: "plain" });
  await page.locator("section:not([hidden]) button").first().click();
  await page.getByRole("status").filter({ hasText: /Copied|selected/ }).waitFor();
  assert.notEqual(await page.evaluate(() => getSelection().toString()), "");
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(await accessibility(page), []);
});
