// The contest: the five-input model in the widget's WebAssembly and in idiomatic JavaScript, turn by turn, and the exact
// crossings of two stepped curves. It runs the same in Node and in a browser, and returns plain figures.

const ROUNDS = 9;
const CALLS = 7;
const SAMPLES = 10_000;
const Z90 = 1.2815515655446004;
const Z95 = 1.6448536269514722;
/** 90 % intervals of the model: price per call, hosting, tuning, volume; and the even range of maintenance. */
const INTERVALS = { price: [0.005, 0.05], hosting: [2_000, 6_000], tuning: [3_000, 20_000], volume: [50_000, 2_000_000] };
const MAINTENANCE = [0.1, 0.5];

const logs = ([low, high]) => [(Math.log(low) + Math.log(high)) / 2, (Math.log(high) - Math.log(low)) / (2 * Z95)];

function lognormal(interval, round = (number) => number) {
  const [mu, sigma] = logs(interval);
  return { kind: "lognormal", p10: round(Math.exp(mu - Z90 * sigma)), p90: round(Math.exp(mu + Z90 * sigma)) };
}

/** The model as a scenario. */
export function scenario(samples = SAMPLES) {
  return {
    volume: { perMonth: 316_228 },
    options: {
      api: { price: { kind: "perUnit", amount: 0.0158 } },
      fineTune: {
        hosting: { kind: "flat", perMonth: 3_464 },
        oneOff: { training: 7_746 },
        amortisationMonths: 12,
        staff: { fte: 0.3, costPerMonth: 15_000 },
      },
    },
    uncertainty: {
      samples,
      ranges: {
        "options.api.price.amount": lognormal(INTERVALS.price),
        "options.fineTune.hosting.perMonth": lognormal(INTERVALS.hosting),
        "options.fineTune.oneOff.training": lognormal(INTERVALS.tuning),
        "options.fineTune.staff.fte": { kind: "uniform", min: MAINTENANCE[0], max: MAINTENANCE[1] },
        "volume.perMonth": lognormal(INTERVALS.volume, Math.round),
      },
    },
  };
}

function normal() {
  let u = 0;
  while (u === 0) u = Math.random();
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * Math.random());
}

/** The same model as one would write it: Math.random, Box-Muller, one sort. */
function javascript(samples) {
  const draw = ([mu, sigma]) => Math.exp(mu + sigma * normal());
  const [price, hosting, tuning, volume] = Object.values(INTERVALS).map(logs);
  const crossings = new Float64Array(samples);
  let cheaper = 0;
  for (let i = 0; i < samples; i++) {
    const perCall = draw(price);
    const share = MAINTENANCE[0] + (MAINTENANCE[1] - MAINTENANCE[0]) * Math.random();
    const fixed = draw(hosting) + draw(tuning) / 12 + share * 15_000;
    crossings[i] = fixed / perCall;
    if (fixed < perCall * draw(volume)) cheaper++;
  }
  crossings.sort();
  const quantile = (share) => crossings[Math.floor(share * (samples - 1))];
  return { p5: quantile(0.05), p50: quantile(0.5), p95: quantile(0.95), probability: cheaper / samples };
}

function ours(evaluate, text) {
  const { uncertainty } = evaluate(text).cost;
  const { p5, p50, p95 } = uncertainty.crossings[0];
  return { p5, p50, p95, probability: uncertainty.atVolume.probabilityCheapest.fineTune };
}

/** The middle one of some times. */
export const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];

function timed(work) {
  const start = performance.now();
  let result;
  for (let call = 0; call < CALLS; call++) result = work();
  return { result, time: (performance.now() - start) / CALLS };
}

/** Two curves of whole machines, 20,000 steps of the first in range; they cross at every one of them, or a few times. */
function staircases(often) {
  const machines = (cost, capacity, base) => ({
    monthly: { base },
    hosting: { kind: "replicas", perReplicaMonth: cost, capacityPerMonth: capacity },
  });
  return {
    range: { maxVolume: 20_000_000 },
    options: { fineTune: machines(700, 1_000, often ? 350 : 0), custom: often ? machines(1_400, 2_000, 0) : machines(1_300, 2_000, 500_000) },
  };
}

/** Everything, measured. `evaluate` is the widget's own. */
export function contest(evaluate) {
  const text = JSON.stringify(scenario());
  const plain = JSON.stringify({ ...scenario(), uncertainty: null });
  const contestants = {
    "JavaScript, idiomatic": () => javascript(SAMPLES),
    "evaluate(scenario), whole report": () => ours(evaluate, text),
    "evaluate(scenario) without ranges": () => evaluate(plain) && null,
  };
  for (const work of Object.values(contestants)) for (let warm = 0; warm < 30; warm++) work();
  const times = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]));
  const results = {};
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(contestants)) {
      const { result, time } = timed(work);
      times[name].push(time);
      results[name] = result;
    }
  }
  const rows = Object.keys(contestants).map((name) => ({ name, time: median(times[name]), result: results[name] }));
  const steps = [false, true].map((often) => {
    const two = JSON.stringify(staircases(often));
    const times = [];
    for (let round = 0; round < ROUNDS; round++) times.push(timed(() => evaluate(two)).time);
    return { crossings: evaluate(two).cost.pairs[0].crossings.length, time: median(times) };
  });
  return { samples: SAMPLES, rows, steps };
}

/** The figures as lines of text. */
export function told({ samples, rows, steps }) {
  const [{ time: reference }] = rows;
  const lines = [`five-input model, ${samples.toLocaleString("en")} draws, medians of ${ROUNDS} rounds`];
  for (const { name, time, result } of rows) {
    const whole = (number) => Math.round(number).toLocaleString("en").padStart(9);
    const found = result
      ? `p5 ${whole(result.p5)}  p50 ${whole(result.p50)}  p95 ${whole(result.p95)}  fine-tune cheaper ${result.probability.toFixed(4)}`
      : "";
    lines.push(`${name.padEnd(36)} ${time.toFixed(3).padStart(7)} ms ${(time / reference).toFixed(2).padStart(5)} x  ${found}`);
  }
  lines.push(`known for many draws                                  p5   160,000  p50   549,000  p95 1,860,000  fine-tune cheaper 0.3410`);
  const ranges = rows[1].time - rows[2].time;
  lines.splice(4, 0, `${"of it for the ranges".padEnd(36)} ${ranges.toFixed(3).padStart(7)} ms ${(ranges / reference).toFixed(2).padStart(5)} x`);
  for (const { crossings, time } of steps) {
    lines.push(`exact crossings of two stepped curves with 20,000 steps: ${crossings.toLocaleString("en")} found in ${time.toFixed(2)} ms, the whole report`);
  }
  return lines.join("\n");
}
