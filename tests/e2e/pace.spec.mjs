// How quickly parts of the page follow: what is on the screen within the frame, what is off it when changes pause.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { READY, launch, open, serve } from "./harness.mjs";

let browser, site;
before(async () => { [browser, site] = await Promise.all([launch(), serve()]); });
after(async () => { await browser.close(); site.close(); });

/** Opens a panel, scrolls to an element and waits until the browser has told what can be seen. */
async function placed(panel, to) {
  const page = await open(browser, `${site.url}?preset=legal-tech`);
  await page.waitForSelector(READY);
  await page.locator(`${panel} > summary`).click();
  await page.locator(`${panel} > .content`).waitFor();
  await page.locator(to).first().scrollIntoViewIfNeeded();
  await page.evaluate(
    (panel) =>
      new Promise((told) => {
        const element = document.querySelector("ai-build-vs-buy").shadowRoot.querySelector(panel);
        new IntersectionObserver((_, observer) => {
          observer.disconnect();
          requestAnimationFrame(told);
        }).observe(element);
      }),
    panel,
  );
  return page;
}

/** Moves the slider of the API's price, and gives the panel's text after the frame in which that happened. */
const moved = (page, panel) =>
  page.evaluate(
    (panel) =>
      new Promise((painted) => {
        const root = document.querySelector("ai-build-vs-buy").shadowRoot;
        const slider = root.querySelector('[data-path="options.api.price.amount"] input[type=range]');
        const channel = new MessageChannel();
        channel.port1.onmessage = () => painted(root.querySelector(`${panel} > .content`).textContent);
        requestAnimationFrame(() => {
          slider.value = String(Number(slider.value) + 40);
          slider.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
          channel.port2.postMessage(null);
        });
      }),
    panel,
  );

const text = (page, panel) => page.locator(`${panel} > .content`).evaluate((content) => content.textContent);

test("an open panel on the screen follows within the frame", async () => {
  const page = await placed("#cost-lines", "#cost-lines > .content");
  const before = await text(page, "#cost-lines");
  assert.notEqual(await moved(page, "#cost-lines"), before);
});

test("an open panel off the screen follows when changes pause", async () => {
  const page = await placed("#cost-lines", ".panes .answer");
  const before = await text(page, "#cost-lines");
  assert.equal(await moved(page, "#cost-lines"), before);
  await page.waitForFunction(
    (before) => document.querySelector("ai-build-vs-buy").shadowRoot.querySelector("#cost-lines > .content").textContent !== before,
    before,
  );
});
