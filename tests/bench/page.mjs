// From an input to the painted frame: every slider of the whole page is moved, with ranges of 10,000 draws, on a CPU slowed
// four times; once as the page opens, once with every panel open. Times are for reading.

import { launch, open, READY, serve } from "../e2e/harness.mjs";
import { scenario } from "./contest.mjs";

const SLOWED = 4;
const STEPS = 8;

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];

/** Moves every slider there is, step by step: milliseconds from the event to the end of its frame, by slider. */
function drag(steps) {
  const root = document.querySelector("ai-build-vs-buy").shadowRoot;
  // Events of a pointer come at the start of a frame; a message comes after that frame is painted.
  const painted = (act) =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const start = performance.now();
        const channel = new MessageChannel();
        channel.port1.onmessage = () => done(performance.now() - start);
        act();
        channel.port2.postMessage(null);
      });
    });
  const sliders = () => [...root.querySelectorAll("input[type=range]")].filter((slider) => slider.checkVisibility());
  const name = (slider) => slider.closest("[data-path]")?.dataset.path ?? "handle of the chart";
  return (async () => {
    const times = {};
    for (const slider of sliders()) {
      const known = name(slider);
      times[known] ??= [];
      for (let step = 0; step < steps; step++) {
        const middle = Number(slider.max) / 2;
        const value = Math.round(middle * (0.9 + 0.03 * step));
        times[known].push(await painted(() => {
          slider.value = String(value);
          slider.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
        }));
      }
    }
    return times;
  })();
}

const [browser, site] = await Promise.all([launch(), serve()]);
try {
  for (const opened of [false, true]) {
    const page = await open(browser, site.url);
    await page.waitForSelector(READY);
    await page.evaluate((scenario) => (document.querySelector("ai-build-vs-buy").scenario = scenario), scenario());
    await page.waitForFunction(() => document.querySelector("ai-build-vs-buy").report.cost.uncertainty?.samples === 10_000);
    if (opened) {
      await page.evaluate(() => {
        document.querySelector("ai-build-vs-buy").shadowRoot.querySelectorAll("details").forEach((panel) => (panel.open = true));
      });
    }
    const protocol = await page.context().newCDPSession(page);
    await page.evaluate(drag, 1);
    await protocol.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    if (process.env.METRICS) { await protocol.send("Emulation.setCPUThrottlingRate", { rate: 1 }); await protocol.send("Performance.enable", {timeDomain: "threadTicks"}); const m = async () => Object.fromEntries((await protocol.send("Performance.getMetrics")).metrics.map(({name,value})=>[name,value])); const a = await m(); const times = await page.evaluate(drag, STEPS); const n = Object.values(times).flat().length; const b = await m(); for (const k of ["ScriptDuration","LayoutDuration","RecalcStyleDuration","TaskDuration"]) console.log(k, ((b[k]-a[k])*1000/n).toFixed(2), "ms a move"); console.log("nodes", b.Nodes, "layouts a move", (b.LayoutCount-a.LayoutCount)/n, "styles", (b.RecalcStyleCount-a.RecalcStyleCount)/n); await page.context().close(); continue; }
    if (process.env.PROFILE) { await protocol.send("Profiler.enable"); await protocol.send("Profiler.setSamplingInterval", { interval: 500 }); await protocol.send("Profiler.start"); }
    const times = await page.evaluate(drag, STEPS);
    if (process.env.PROFILE) { const { profile } = await protocol.send("Profiler.stop"); (await import("node:fs")).writeFileSync(`/tmp/costs-${opened}.cpuprofile`, JSON.stringify(profile)); }
    const all = Object.values(times).flat().sort((a, b) => a - b);
    const slowest = Object.entries(times).map(([name, own]) => [at(own.sort((a, b) => a - b), 0.5), name]).sort((a, b) => b[0] - a[0])[0];
    console.log(
      `input to painted frame, CPU slowed ${SLOWED} times, ${opened ? "every panel open" : "as the page opens"}: ` +
        `p50 ${at(all, 0.5).toFixed(1)} ms, p95 ${at(all, 0.95).toFixed(1)} ms ` +
        `(${Object.keys(times).length} sliders, ${all.length} moves; slowest: ${slowest[1]}, ${slowest[0].toFixed(1)} ms)`,
    );
    await page.context().close();
  }
} finally {
  await browser.close();
  site.close();
}
