// custom-elements.json: it is a manifest, and every name in it is there: attributes and properties, events, custom properties
// that change a computed style, parts. The package around it packs.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import Ajv from "ajv";
import { READY, dist, launch, open, serve } from "./harness.mjs";

const read = async (path) => JSON.parse(await readFile(path, "utf8"));
const manifest = await read(join(dist, "npm/custom-elements.json"));
const [widget, input, value] = manifest.modules[0].declarations;

let browser, site;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve({ pages: {
    "all.html": `<script type="module" src="embed.js"></script><ai-build-vs-buy loading="eager" group="g"></ai-build-vs-buy>
      <ai-build-vs-buy-input loading="eager" group="g" field="volume.perMonth"></ai-build-vs-buy-input>
      <ai-build-vs-buy-value loading="eager" group="g" path="headline"></ai-build-vs-buy-value>`,
  } })]);
});
after(async () => { await browser.close(); site.close(); });

test("it follows the schema of manifests", async () => {
  const schema = await read(createRequire(import.meta.url).resolve("custom-elements-manifest/schema.json"));
  const ajv = new Ajv({ allErrors: true, strict: false });
  assert.ok(ajv.validate(schema, manifest), ajv.errorsText());
  assert.equal(manifest.schemaVersion, "2.1.0");
});

for (const declaration of [widget, input, value]) {
  test(`item 8: ${declaration.tagName} has exactly the attributes of the manifest, each also as property`, async (t) => {
    const page = await open(browser, `${site.url}all.html`);
    t.after(() => page.context().close());
    await page.waitForSelector(READY);
    const names = declaration.attributes.map(({ name }) => name).sort();
    const [options, reflected] = await page.evaluate(([tag, names]) => {
      const element = document.createElement(tag);
      const reflected = names.filter((name) => {
        if (name === "scenario") return "scenario" in element;
        element[name] = name === "locked" ? true : "x";
        const set = element.hasAttribute(name) && (name === "locked" ? element[name] === true : element[name] === "x");
        element[name] = null;
        return set && !element.hasAttribute(name);
      });
      return [[...customElements.get(tag).observedAttributes].sort(), reflected];
    }, [declaration.tagName, names]);
    assert.deepEqual(options, names);
    assert.deepEqual(reflected, names);
  });
}

test("item 8: each custom property changes a computed style, and there is no other", async (t) => {
  const page = await open(browser, `${site.url}all.html`);
  t.after(() => page.context().close());
  await page.waitForSelector(READY);
  const names = widget.cssProperties.map(({ name }) => name);
  const idle = await page.evaluate((names) => {
    const element = document.querySelector("ai-build-vs-buy");
    const all = [element, ...element.shadowRoot.querySelectorAll("*")];
    const look = () => all.flatMap((each) => ["", "::before", "::after"].map((pseudo) => {
      const { color, backgroundColor, borderTopColor, borderBottomColor, borderLeftColor, stroke, fill, fontFamily, fontSize, outlineColor, boxShadow } = getComputedStyle(each, pseudo);
      return [color, backgroundColor, borderTopColor, borderBottomColor, borderLeftColor, stroke, fill, fontFamily, fontSize, outlineColor, boxShadow].join();
    })).join("|");
    // What shows only at times: focus and trouble.
    const shown = { "--ab-halo": ".chart-slider", "--ab-error": null, "--ab-sunk": null };
    return names.filter((name) => {
      const target = shown[name];
      if (target) element.shadowRoot.querySelector(target).focus();
      const before = look();
      element.style.setProperty(name, name === "--ab-size" ? "30px" : name === "--ab-font" ? "serif" : "rgb(1, 2, 3)");
      const changed = look() !== before;
      element.style.removeProperty(name);
      return !changed;
    });
  }, names);
  const css = await readFile(join(dist, "npm/widget.css"), "utf8") + await readFile(join(dist, "npm/page.css"), "utf8");
  // Seen by the rule that uses them: they belong to states that no page has at once.
  for (const name of idle) assert.match(css, new RegExp(`var\\(${name}\\)`), name);
  assert.ok(idle.every((name) => ["--ab-error", "--ab-sunk", "--ab-open-model", "--ab-ally"].includes(name)), idle.join());
  // The scale of the text follows from --ab-size.
  const used = new Set([...css.matchAll(/var\((--ab-(?!t\d)[\w-]+)\)/g)].map(([, name]) => name));
  assert.deepEqual([...used].sort(), [...names].sort());
});

test("item 8: each part is there, and there is no other", async (t) => {
  const page = await open(browser, `${site.url}all.html`);
  t.after(() => page.context().close());
  await page.waitForSelector(READY);
  const parts = await page.evaluate(() => [...new Set([...document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("[part]")].map((each) => each.part.value))].sort());
  assert.deepEqual(parts, widget.cssParts.map(({ name }) => name).sort());
});

test("each event is sent", async (t) => {
  const page = await open(browser, `${site.url}all.html`);
  t.after(() => page.context().close());
  await page.waitForSelector(READY);
  const told = await page.evaluate(async (names) => {
    const seen = new Set();
    for (const name of names) document.addEventListener(name, () => seen.add(name));
    document.body.insertAdjacentHTML("beforeend", `<ai-build-vs-buy view="chart" loading="eager" scenario='{"volume":{"perMonth":-1}}'></ai-build-vs-buy>`);
    while (seen.size < names.length) await new Promise(requestAnimationFrame);
    return [...seen].sort();
  }, widget.events.map(({ name }) => name));
  assert.deepEqual(told, widget.events.map(({ name }) => name).sort());
});

test("in Node the package has what its types say, and its elements can be imported where there are none", async () => {
  const [inNode, declared] = await Promise.all([import("../../dist/npm/page.node.js"), readFile(join(dist, "npm/page.d.ts"), "utf8")]);
  const names = [...declared.matchAll(/^export (?:function|class) (\w+)/gm)].map(([, name]) => name);
  assert.ok(names.length > 10);
  assert.deepEqual(names.filter((name) => !(name in inNode)), []);
  const { chart, encode, decode, memo, preset } = inNode;
  const scenario = preset("commodity");
  assert.equal(decode(encode(scenario)).title, scenario.title);
  assert.match(memo(scenario, "markdown", "2026-11-25") + chart(scenario, {}), /^# Translate[\s\S]*<\/svg>/);
  await import("../../dist/npm/embed.js");
});

test("the package packs with everything that it names, and would be published", async () => {
  const run = (...command) => execFileSync("npm", command, { cwd: join(dist, "npm"), encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, npm_config_offline: "true" } });
  const packed = JSON.parse(run("pack", "--dry-run", "--json"));
  const [{ files }] = Array.isArray(packed) ? packed : Object.values(packed);
  const names = new Set(files.map(({ path }) => path));
  const { exports, customElements, unpkg, jsdelivr, types } = await read(join(dist, "npm/package.json"));
  const targets = [exports, customElements, unpkg, jsdelivr, types].flatMap(function leaves(each) { return typeof each === "string" ? [each] : Object.values(each).flatMap(leaves); });
  for (const target of targets) assert.ok(names.has(target.slice(2)), target);
  for (const each of Object.values(exports)) if (each.types) assert.equal(Object.keys(each)[0], "types");
  // Nobody listens there: nothing is sent. npm says what it would correct.
  const options = { cwd: join(dist, "npm"), encoding: "utf8" };
  const published = spawnSync("npm", ["publish", "--dry-run", "--registry", "http://127.0.0.1:9"], options);
  assert.equal(published.status, 0, published.stderr);
  assert.doesNotMatch(published.stderr, /correct/);
});
