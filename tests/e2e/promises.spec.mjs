// Every promise of docs/promises.md has a test that bears its number.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { top } from "./harness.mjs";

test("every promise has a test of its number, and every number a promise", async () => {
  const promised = [...(await readFile(join(top, "docs/promises.md"), "utf8")).matchAll(/^\| (\d+) \|/gm)].map(([, item]) => Number(item));
  const files = await Promise.all(["e2e", "browsers", "hosts"].map(async (folder) =>
    (await readdir(join(top, "tests", folder))).filter((name) => name.endsWith(".spec.mjs")).map((name) => join(top, "tests", folder, name))));
  const texts = await Promise.all(files.flat().map((file) => readFile(file, "utf8")));
  const tested = new Set(texts.flatMap((text) => [...text.matchAll(/(?:test|describe)\([`"]item (\d+): /g)].map(([, item]) => Number(item))));
  assert.deepEqual(promised.filter((item) => !tested.has(item)), []);
  assert.deepEqual([...tested].filter((item) => !promised.includes(item)), []);
});
