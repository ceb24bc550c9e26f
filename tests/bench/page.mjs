// From an input to the frame that shows its effect everywhere on the screen: every slider of the whole page is scrolled to
// and moved, with ranges of 10,000 draws, on a CPU slowed four times; once as the page opens, once with every panel open.
// Times are for reading.

import { launch, open, READY, serve } from "../e2e/harness.mjs";
import { scenario } from "./contest.mjs";

const SLOWED = 4;
/** Of every slider: few of many, or many of the few that are open to begin with. */
const MOVES = { few: 8, many: 80 };

/** Moves every slider there is: milliseconds from each event to the end of the last frame that it changes, by slider. */
async function drag(moves) {
  const root = document.querySelector("ai-build-vs-buy").shadowRoot;
  // What is only said, to screen readers, waits by design until the changes pause.
  const shown = ({ target }) => !(target.parentElement ?? target).closest?.("[role=status]");
  let changed = false;
  const observer = new MutationObserver((records) => (changed ||= records.some(shown)));
  observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  // Events of a pointer come at the start of a frame; a message comes after that frame is painted.
  const frame = (act) =>
    new Promise((painted) => {
      requestAnimationFrame(() => {
        const start = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => painted({ start, end: performance.now() });
        act?.();
        channel.port2.postMessage(null);
      });
    });
  const settled = async (act, frames = 3) => {
    let [{ start, end }, quiet] = [await frame(act), 0];
    // That frame showed what had changed by then; the page may draw further parts one after the other.
    changed = false;
    while (quiet < frames) {
      const next = await frame();
      if (changed) [end, quiet, changed] = [next.end, 0, false];
      else quiet++;
    }
    return end - start;
  };
  // What is off the screen follows when changes pause.
  await settled(undefined, 30);
  const times = {};
  const path = (slider) => slider.closest("[data-path]")?.dataset.path ?? "handle of the chart";
  const sliders = () => [...root.querySelectorAll("input[type=range]")].filter((slider) => slider.checkVisibility());
  for (const name of sliders().map(path)) {
    // Moving one may put others in a new place, or take them away.
    const slider = sliders().find((slider) => path(slider) === name);
    if (!slider) continue;
    const own = (times[name] ??= []);
    slider.scrollIntoView({ block: "center" });
    await settled();
    for (let move = 0; move < moves; move++) {
      own.push(await settled(() => {
        slider.value = String(Math.round((Number(slider.max) / 2) * (0.9 + 0.03 * (move % 8))));
        slider.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
      }));
    }
  }
  observer.disconnect();
  return times;
}

const at = (times, share) => [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))];

const [browser, site] = await Promise.all([launch(), serve()]);
try {
  for (const opened of [false, true]) {
    const page = await open(browser, site.url);
    await page.waitForSelector(READY);
    await page.evaluate((scenario) => {
      document.querySelector("ai-build-vs-buy").scenario = scenario;
    }, scenario());
    await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.cost.uncertainty?.samples === 10_000);
    if (opened) {
      await page.evaluate(() => {
        document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("details").forEach((panel) => (panel.open = true));
      });
    }
    const protocol = await page.context().newCDPSession(page);
    await page.evaluate(drag, 1);
    // The time that the page's own thread works, whatever else the machine does.
    await protocol.send("Performance.enable", { timeDomain: "threadTicks" });
    const worked = async () => (await protocol.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;
    const before = await worked();
    const count = Object.values(await page.evaluate(drag, 2)).flat().length;
    const work = ((await worked()) - before) / count;
    await protocol.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    const times = await page.evaluate(drag, opened ? MOVES.few : MOVES.many);
    const all = Object.values(times).flat();
    const slowest = Object.entries(times).reduce((a, b) => (at(b[1], 0.5) > at(a[1], 0.5) ? b : a));
    console.log(
      `from input to its last frame, CPU slowed ${SLOWED} times, ${opened ? "every panel open" : "as the page opens"}: ` +
        `p50 ${at(all, 0.5).toFixed(1)} ms, p95 ${at(all, 0.95).toFixed(1)} ms; work of the thread, not slowed: ${work.toFixed(1)} ms ` +
        `(${Object.keys(times).length} sliders, ${all.length} moves; slowest: ${slowest[0]}, p50 ${at(slowest[1], 0.5).toFixed(1)} ms)`,
    );
    await page.context().close();
  }
} finally {
  await browser.close();
  site.close();
}
