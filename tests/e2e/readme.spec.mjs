// The README's JavaScript example runs as it stands, against the package in dist/npm.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { launch, serve } from "./harness.mjs";

test("the README's example prints the number that it promises", async (t) => {
  const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
  const [, code] = /```js\n([\s\S]*?)```/.exec(readme);
  const [, promised] = /console\.log\(.*\); \/\/ (\d+)/.exec(code);
  const local = code.replace('"ai-build-vs-buy"', '"./npm/page.js"');
  const site = await serve({ pages: { "readme.html": `<script type="module">${local}</script>` } });
  t.after(() => site.close());
  const browser = await launch();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const printed = page.waitForEvent("console", { predicate: (message) => message.type() === "log" });
  await page.goto(`${site.url}readme.html`);
  assert.equal((await printed).text(), promised);
});
