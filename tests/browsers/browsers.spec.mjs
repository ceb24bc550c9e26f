// What has to hold in every browser, in Firefox and WebKitGTK: the walk-through under the strict policy, the single file
// from disk with the network cut, light and dark, the page for frames. BROWSERS names the browsers to try.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, describe, test } from "node:test";
import { POLICY, dist, serve } from "../e2e/harness.mjs";
import { CLEAN, HOSTILE, differences, styles } from "../e2e/hostile.mjs";
import { firefox, webkit } from "./driver.mjs";

const files = await readdir(dist);
/** The WebAssembly of a module, by its name with the hash. */
const wasm = (name) => files.find((file) => file.startsWith(`${name}-`) && file.endsWith(".wasm"));
const single = pathToFileURL(join(dist, "ai-build-vs-buy.html")).href;
const recorder = '<script src="recorder.js"></script>';
const script = '<script type="module" blocking="render" src="embed.js"></script>';
const pages = {
  "recorder.js": `window.violations = []; window.faults = []; window.told = [];
    document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective + " " + event.blockedURI));
    addEventListener("error", (event) => faults.push(event.message));
    addEventListener("unhandledrejection", (event) => faults.push(String(event.reason)));
    addEventListener("message", ({ data }) => told.push(data));
    addEventListener("ai-build-vs-buy:error", ({ detail }) => told.push(detail.type));`,
  "policy.html": `${recorder}${script}<ai-build-vs-buy loading="eager"></ai-build-vs-buy>`,
  "theme.html": `<meta name="color-scheme" content="light dark">${script}<ai-build-vs-buy view="chart" loading="eager"></ai-build-vs-buy>
    <ai-build-vs-buy view="chart" theme="dark" loading="eager"></ai-build-vs-buy><ai-build-vs-buy view="chart" theme="light" loading="eager"></ai-build-vs-buy>`,
  "trap.js": `const { instantiateStreaming } = WebAssembly;
    WebAssembly.instantiateStreaming = async (...given) => {
      const { instance, module } = await instantiateStreaming(...given);
      const exports = { ...instance.exports };
      for (const [key, value] of Object.entries(exports)) {
        if (key.includes("invoke")) exports[key] = (...values) => { if (window.crash) throw new WebAssembly.RuntimeError("unreachable"); return value(...values); };
      }
      return { instance: { exports }, module };
    };`,
  "trouble.html": `${recorder}<script src="trap.js"></script>${script}<ai-build-vs-buy view="chart" loading="eager"><p>A static table.</p></ai-build-vs-buy>`,
  "clean.html": CLEAN,
  "hostile.html": HOSTILE,
  "frame.html": `${recorder}<script src="frame-host.js"></script><iframe sandbox="allow-scripts" src="embed.html?preset=commodity&amp;view=chart&amp;theme=dark" title="Widget" width="600" height="200"></iframe>`,
};

const ready = (browser) => browser.until(() => [...document.querySelectorAll("ai-build-vs-buy")].every((each) =>
  each.dataset.ready === "whole" || (each.dataset.ready !== undefined && each.getAttribute("view") === "chart")));
const within = (browser, selector) => browser.evaluate((selector) => document.querySelector("ai-build-vs-buy").shadowRoot.querySelector(selector)?.textContent, selector);
const report = (browser, path) => browser.evaluate((path) => path.split(".").reduce((value, key) => value?.[key], document.querySelector("ai-build-vs-buy").report), path);

/** A question by click, a price by keys, the volume by the chart's handle. */
async function walkThrough(browser) {
  const said = await within(browser, ".headline");
  assert.match(said, /suggest fine-tuning/);
  await browser.click('[data-question="DemandValidated"] > summary');
  await browser.click('[data-question="DemandValidated"] label:nth-of-type(2)');
  await browser.until(() => document.querySelector("ai-build-vs-buy").report.decision.now.approach === "api");
  assert.notEqual(await within(browser, ".headline"), said);
  const drawn = () => browser.evaluate(() => document.querySelector("ai-build-vs-buy").shadowRoot.querySelector("path.curve.api").getAttribute("d"));
  const before = await drawn();
  await browser.evaluate(() => document.querySelector("ai-build-vs-buy").shadowRoot.getElementById("f-options-api-price-amount").select());
  await browser.press("2");
  await browser.until(() => document.querySelector("ai-build-vs-buy").report.cost.atVolume.cheapest[0] === "api");
  assert.notEqual(await drawn(), before);
  const volume = await report(browser, "cost.atVolume.volume");
  await browser.evaluate(() => document.querySelector("ai-build-vs-buy").shadowRoot.querySelector(".chart-slider").focus());
  await browser.press("ArrowRight");
  await browser.until((volume) => document.querySelector("ai-build-vs-buy").report.cost.atVolume.volume > volume, volume);
}

const colours = (browser) => browser.evaluate(() => [...document.querySelectorAll("ai-build-vs-buy")].map((element) => {
  const of = (selector, property) => getComputedStyle(element.shadowRoot.querySelector(selector))[property];
  return [of(".ab", "backgroundColor"), of(".ab", "color"), of("path.curve.api", "stroke")].join();
}));

const wanted = process.env.BROWSERS?.split(" ") ?? ["firefox", "webkit"];
for (const [name, start] of Object.entries({ firefox, webkit }).filter(([name]) => wanted.includes(name))) {
  describe(name, () => {
    let browser, site, plain;
    before(async () => { [browser, site, plain] = await Promise.all([start(), serve({ pages, policy: POLICY }), serve({ pages })]); });
    after(async () => {
      await browser?.close();
      site?.close();
      plain?.close();
    });

    test(`item 16: the strict policy with trusted types is not violated over a walk-through in ${name}`, async () => {
      await browser.open(`${site.url}policy.html`);
      await ready(browser);
      await walkThrough(browser);
      assert.deepEqual(await browser.evaluate(() => [window.violations, window.faults]), [[], []]);
    });

    test(`item 9: light and dark are the page's, also after a toggle, in ${name}`, async () => {
      await browser.open(`${site.url}theme.html`);
      await ready(browser);
      const scheme = (value) => browser.evaluate((value) => { document.documentElement.style.colorScheme = value; }, value);
      await scheme("light");
      const [light, dark, pinned] = await colours(browser);
      assert.notEqual(light, dark);
      assert.equal(pinned, light);
      await scheme("dark");
      assert.deepEqual(await colours(browser), [dark, dark, light]);
    });

    test(`item 22: the page for frames works in a sandbox and tells its height in ${name}`, async () => {
      await browser.open(`${plain.url}frame.html`);
      await browser.until(() => parseInt(document.querySelector("iframe").style.height, 10) > 400);
      assert.ok(await browser.evaluate(() => window.told.some((each) => each?.type === "ai-build-vs-buy:height")));
      assert.deepEqual(await browser.evaluate(() => window.faults), []);
    });

    test(`item 7: the styles of a hostile page change nothing in the widget in ${name}`, async () => {
      const seen = [];
      for (const path of ["clean.html", "hostile.html"]) {
        await browser.open(plain.url + path);
        await ready(browser);
        seen.push(await browser.evaluate(styles));
      }
      assert.ok(seen[0].length > 100);
      assert.deepEqual(differences(...seen), []);
    });

    for (const [type, options] of [
      ["csp", { policy: "default-src 'self'" }],
      ["integrity", { copies: { [wasm("chart")]: wasm("page") } }],
      ["missing", { copies: { [wasm("chart")]: "nowhere.wasm" } }],
    ]) {
      test(`item 15: ${type} is told in ${name}`, async (t) => {
        const wrong = await serve({ pages, ...options });
        t.after(() => wrong.close());
        await browser.open(`${wrong.url}trouble.html`);
        await browser.until(() => document.querySelector("ai-build-vs-buy").shadowRoot.querySelector("[role=alert]"));
        assert.deepEqual(await browser.evaluate(() => window.told), [type]);
        assert.ok(await browser.evaluate(() => document.querySelector("ai-build-vs-buy p").getBoundingClientRect().height > 0));
      });
    }

    test(`item 15: a crash is told in ${name}`, async () => {
      await browser.open(`${plain.url}trouble.html`);
      await ready(browser);
      await browser.evaluate(() => {
        window.crash = true;
        document.querySelector("ai-build-vs-buy").shadowRoot.querySelector(".chart-slider").focus();
      });
      await browser.press("ArrowRight");
      await browser.until(() => document.querySelector("ai-build-vs-buy").shadowRoot.querySelector("[role=alert]"));
      assert.deepEqual(await browser.evaluate(() => window.told), ["crash"]);
    });

    test(`item 20: the file from disk works with the network cut in ${name}`, async (t) => {
      const alone = await start({ offline: true });
      t.after(() => alone.close());
      await alone.open(single);
      // The browser is as strict as everybody's: a page from disk reads no neighbour.
      assert.equal(await alone.evaluate(() => fetch("./site.js").then(() => "read", () => "refused")), "refused");
      await ready(alone);
      await walkThrough(alone);
      const shown = await alone.evaluate(() => JSON.stringify(document.querySelector("ai-build-vs-buy").report));
      await alone.evaluate(() => {
        const root = document.querySelector("ai-build-vs-buy").shadowRoot;
        root.querySelectorAll("details").forEach((each) => (each.open = true));
        [...root.querySelectorAll("button")].find((each) => each.textContent.trim() === "Copy link").click();
      });
      const link = await alone.until(() => location.hash && location.href);
      assert.ok(link.startsWith(`${single}#s=1.`), link);
      await alone.open("about:blank");
      await alone.open(link);
      await ready(alone);
      assert.equal(await alone.evaluate(() => JSON.stringify(document.querySelector("ai-build-vs-buy").report)), shown);
    });
  });
}
