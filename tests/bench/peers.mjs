// The widget beside Chart.js with the same three curves, in one run: from a changed number to the painted chart, and from
// opening a page to its first chart on a slow connection. Ours evaluates the whole scenario each time; theirs only draws.
// Times are for reading.

import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { launch, open, serve } from "../e2e/harness.mjs";
import { median } from "./contest.mjs";

const REDRAWS = 30;
const WARM = 10;
const STARTS = 5;
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms a request, and a CPU slowed four times. */
const SLOW = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const SLOWED = 4;

const scenario = (amount) => ({
  volume: { perMonth: 300_000 },
  options: {
    api: { price: { kind: "perUnit", amount } },
    fineTune: { hosting: { kind: "mixed", perMonth: 5_000, amount: 0.004 } },
    custom: { hosting: { kind: "mixed", perMonth: 45_000, amount: 0.001 } },
  },
});

const pages = {
  "chartjs.js": await readFile(join(createRequire(import.meta.url).resolve("chart.js"), "../chart.umd.js"), "utf8"),
  "chartjs.html": `<meta charset="utf-8"><div style="width:800px;height:450px"><canvas></canvas></div>
    <script src="chartjs.js"></script><script src="curves.js"></script>`,
  "curves.js": `
    const volumes = Array.from({ length: 200 }, (_, place) => 10 ** (3 + (4.3 * place) / 199));
    const lines = (price) => [[0, price], [5000, 0.004], [45000, 0.001]];
    const curve = ([fixed, slope]) => volumes.map((x) => ({ x, y: fixed + slope * x }));
    const markers = (all) => [[0, 1], [0, 2], [1, 2]].map(([a, b]) => {
      const x = (all[b][0] - all[a][0]) / (all[a][1] - all[b][1]);
      return { x, y: all[a][0] + all[a][1] * x };
    });
    const datasets = (price) => {
      const all = lines(price);
      return [...all.map((line, place) => ({ label: ["API", "Fine-tuning", "From scratch"][place], data: curve(line), pointRadius: 0 })),
        { label: "Crossings", type: "scatter", data: markers(all), pointRadius: 5 }];
    };
    const axis = (text) => ({ type: "logarithmic", title: { display: true, text } });
    const chart = new Chart(document.querySelector("canvas"), {
      type: "line",
      data: { datasets: datasets(0.02) },
      options: { animation: false, parsing: false, maintainAspectRatio: false,
        scales: { x: axis("Predictions per month"), y: axis("Cost per month") } },
    });
    window.change = (price) => {
      datasets(price).forEach(({ data }, place) => (chart.data.datasets[place].data = data));
      chart.update("none");
    };
    window.drawn = () => true;`,
  "widget.html": `<meta charset="utf-8"><script type="module" blocking="render" src="embed.js"></script><div style="width:800px">
    <ai-build-vs-buy view="chart" loading="eager"></ai-build-vs-buy></div>
    <script>window.drawn = () => document.querySelector("ai-build-vs-buy").shadowRoot?.querySelector(".plot-svg");</script>`,
};

/** Milliseconds from a change at the start of a frame until that frame is painted. */
const redraw = (change) =>
  new Promise((painted) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => painted(performance.now() - start);
      window.change(change);
      channel.port2.postMessage(null);
    });
  });

async function redraws(page, changes) {
  const times = [];
  for (const change of changes) times.push(await page.evaluate(redraw, change));
  return times.slice(WARM);
}

/** Milliseconds from opening a page to the frame with its first chart. */
async function start(browser, url, chart) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send("Network.enable");
  await protocol.send("Network.emulateNetworkConditions", SLOW);
  await protocol.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.addInitScript((chart) => {
    const look = () => {
      const there = chart ? document.querySelector(chart) : window.drawn?.();
      if (!there) return requestAnimationFrame(look);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => (window.painted = performance.now());
      requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    look();
  }, chart);
  await page.goto(url, { waitUntil: "commit" });
  const time = await page.waitForFunction(() => window.painted).then((handle) => handle.jsonValue());
  await context.close();
  return time;
}

const [browser, site] = await Promise.all([launch(), serve({ pages, compressed: true })]);
try {
  const prices = Array.from({ length: WARM + REDRAWS }, (_, place) => 0.012 + 0.0005 * place);
  const [theirs, ours] = [await open(browser, `${site.url}chartjs.html`), await open(browser, `${site.url}widget.html`)];
  await ours.waitForFunction(() => window.drawn());
  await ours.evaluate(() => {
    window.change = (scenario) => (document.querySelector("ai-build-vs-buy").scenario = scenario);
  });
  const [chartjs, widget] = [await redraws(theirs, prices), await redraws(ours, prices.map(scenario))].map(median);
  console.log(`from a changed number to the painted chart: Chart.js ${chartjs.toFixed(2)} ms, widget ${widget.toFixed(2)} ms, ${(widget / chartjs).toFixed(2)} x`);
  await theirs.context().close();
  await ours.context().close();

  const contestants = {
    "Chart.js": ["chartjs.html"],
    "page, its chart drawn in the HTML": ["", "svg[role=img]"],
    "element, its live chart": ["widget.html"],
  };
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round <= STARTS; round++) {
    for (const [name, [page, chart]] of Object.entries(contestants)) {
      const time = await start(browser, site.url + page, chart);
      // The first round fills the server's store.
      if (round > 0) times[name].push(time);
    }
  }
  const reference = median(times["Chart.js"]);
  for (const [name, all] of Object.entries(times)) {
    console.log(`first chart, slow connection, CPU slowed ${SLOWED} times: ${name.padEnd(34)} ${median(all).toFixed(0).padStart(5)} ms ${(median(all) / reference).toFixed(2)} x`);
  }
} finally {
  await browser.close();
  site.close();
}
