// Compiled, never run: the published types accept what the interface takes and refuse what it does not.

import init, { chart, decode, encode, evaluate, memo, mount, presets, validate } from "ai-build-vs-buy";
import type { Problem, Report, Scenario } from "ai-build-vs-buy";
import { evaluate as evaluateAlone } from "ai-build-vs-buy/engine";
import type { AiBuildVsBuyElement } from "ai-build-vs-buy/element";

const scenario: Scenario = {
  title: "Contracts",
  decision: { differentiation: "adapted", data: { examples: 3000 }, deadlineWeeks: null },
  volume: { perMonth: 100000 },
  options: {
    api: { price: { kind: "perUnit", amount: 0.02 } },
    fineTune: { hosting: { kind: "flat", perMonth: 3500 }, oneOff: { training: 5000, labelling: null } },
    custom: null,
  },
  uncertainty: { ranges: { "volume.perMonth": { kind: "lognormal", p10: 50000, p90: 500000 } } },
};

await init();
const report: Report = evaluate(scenario);
const alone: Report = evaluateAlone(JSON.stringify(scenario));
const crossing: number | undefined = report.cost.pairs[0]?.crossings[0]?.volume;
const approach: "api" | "fineTune" | "custom" | null = alone.decision.now.approach;
const problems: Problem[] = validate(scenario);
const names: string[] = presets().map((preset) => preset.name);

const token: string = encode(scenario);
const title: string | null = decode(token).title;
const documents: string[] = [memo(token, "madr", "2026-11-25"), memo(scenario, "csv"), chart(scenario, { theme: "dark", width: 640 }), chart(token)];

const element: AiBuildVsBuyElement = document.createElement("ai-build-vs-buy");
element.scenario = scenario;
element.addEventListener("ai-build-vs-buy:report", (event) => event.detail.cost.envelope.length);
document.addEventListener("ai-build-vs-buy:error", (event) => event.detail.message.length);
const widget = mount(element, { view: "chart", scenario }, (told) => told.cost.maxVolume);
widget.update({ preset: "commodity" });

// @ts-expect-error: a level that does not exist
const level: Scenario = { decision: { differentiation: "special" } };
// @ts-expect-error: text where a number belongs
const text: Scenario = { volume: { perMonth: "many" } };
// @ts-expect-error: a key that does not exist
const key: Scenario = { volumes: {} };
// @ts-expect-error: a price without its kind
const price: Scenario = { options: { api: { price: { amount: 1 } } } };
// @ts-expect-error: a format that does not exist
memo(scenario, "pdf");
// @ts-expect-error: a report is not written to
element.report = report;

export { title, documents, crossing, approach, problems, names, level, text, key, price };
