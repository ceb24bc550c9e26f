// Every state that the rules can put the page in, light and dark: each gate and its "continue anyway", each entry point,
// each tension. axe-core finds nothing in any of them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { READY, accessibility, launch, open, serve } from "./harness.mjs";

const money = (volume, price, hosting) => ({
  volume: { perMonth: volume },
  options: { api: { price: { kind: "perUnit", amount: price } }, fineTune: { hosting: { kind: "flat", perMonth: hosting } } },
});
const dear = money(1_000_000, 1, 100);
const tuned = { differentiation: "core", data: { examples: 3000 }, answers: { novelArchitecture: false } };
const gates = {
  N1: { imposed: { allowed: ["fineTune", "custom"], reason: "on-premise duty" } },
  N2: { feasibilityUnproven: true },
  N3: { trivial: true },
};
const purposes = { W1: "new", W2: "migrate", W3: "review", W4: "cost", W5: "vendorRisk" };
/** For each tension answers that lead to it, and costs where it is about money. */
const tensions = {
  K01: [{ differentiation: "adapted", answers: { coreDifferentiator: false } }],
  K02: [{ differentiation: "commodity", data: { examples: 5000 } }],
  K03: [{ differentiation: "core", data: { moat: true, examples: 50 } }],
  K04: [{ ...tuned, team: { mlEngineers: 0 } }],
  K05: [{ ...tuned, team: { mlEngineers: 2 }, deadlineWeeks: 2 }],
  K06: [{ differentiation: "commodity" }, dear],
  K07: [{ ...tuned, team: { mlEngineers: 2 }, answers: { novelArchitecture: true } }],
  K08: [{ team: { mlEngineers: 0 }, answers: { novelArchitecture: true } }],
  K09: [{ ...tuned, demandValidated: false }],
  K10: [{ differentiation: "core", data: { examples: 300 } }],
  K11: [{ team: { mlEngineers: 3 } }],
  K12: [{ deadlineWeeks: 13 }],
  K13: [{ ...tuned, team: { mlEngineers: 0, hiringLagWeeks: 12 }, deadlineWeeks: 20 }],
  K14: [{ differentiation: "commodity", gates: { imposed: { allowed: ["fineTune"] }, continueAnyway: true } }],
  K15: [{ gates: { feasibilityUnproven: true, continueAnyway: true } }],
  K16: [{ differentiation: "commodity", data: { examples: 0 } }],
  K17: [{}, dear],
  K18: [{}, { ...dear, labels: { unit: "prediction" } }],
  K19: [{ differentiation: "commodity", data: { moat: true } }],
  K20: [{ ...tuned, team: { mlEngineers: 0, managedServiceOwner: true } }],
};

/** Name, scenario, and what the page shows of it. */
const cases = [
  ...Object.entries(gates).flatMap(([id, gates]) => [
    [id, { decision: { gates } }, `.gate .rule-id:text-is("${id}")`],
    [`${id}, gone past`, { decision: { gates: { ...gates, continueAnyway: true } } }, `.answer p .rule-id:text-is("${id}")`],
  ]),
  ...Object.entries(purposes).map(([id, purpose]) => [id, { decision: { ...tuned, purpose }, ...dear }, `.purpose .rule-id:text-is("${id}")`]),
  ...Object.entries(tensions).map(([id, [decision, costs]]) => [id, { decision, ...costs }, `[data-tension="${id}"]`]),
];

let browser, site;
const pages = {};
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
  for (const colorScheme of ["light", "dark"]) {
    pages[colorScheme] = await open(browser, site.url, { colorScheme });
    await pages[colorScheme].waitForSelector(READY);
  }
});
after(async () => { await browser.close(); site.close(); });

for (const colorScheme of ["light", "dark"]) {
  for (const [id, scenario, shown] of cases) {
    test(`axe finds nothing in ${id}, ${colorScheme}`, async () => {
      const page = pages[colorScheme];
      await page.evaluate((scenario) => { document.querySelector("ai-build-vs-buy").scenario = scenario; }, { title: id, ...scenario });
      await page.locator(`.title-bar h2:text-is("${id}")`).waitFor();
      await page.locator(shown).evaluate((shown) => shown.querySelectorAll("details").forEach((each) => (each.open = true)));
      assert.deepEqual(await accessibility(page), []);
    });
  }
}

test("where tree, team and bill each point elsewhere, the page shows all three, which one leads, and what would settle it", async () => {
  const page = pages.light;
  const decision = { ...tuned, team: { mlEngineers: 0 }, demandValidated: true };
  const { options, volume } = money(1_000_000, 1, 500_000);
  const scenario = { title: "Three ways", decision, volume, options: { ...options, custom: { hosting: { kind: "flat", perMonth: 100 } } } };
  await page.evaluate((scenario) => { document.querySelector("ai-build-vs-buy").scenario = scenario; }, scenario);
  await page.locator('.title-bar h2:text-is("Three ways")').waitFor();
  assert.equal(await page.locator(".headline").innerText(),
    "Your answers suggest an API now and fine-tuning later. But at 1,000,000 predictions a month the model from scratch costs $999,900 a month less.");
  const words = async (id) => {
    const shown = page.locator(`[data-tension="${id}"] details`);
    await shown.evaluate((details) => { details.open = true; });
    return (await shown.innerText()).replaceAll(/\s+/g, " ");
  };
  const [team, bill] = [await words("K04"), await words("K06")];
  for (const part of ["T3-no", "E1", "The headline follows E1.", "What would settle it: A person who owns evaluation and data quality"]) assert.ok(team.includes(part), `${part}\n${team}`);
  for (const part of ["T3-no", "C6", "The headline follows T3-no.", "What would settle it: Decide whether the difference is worth the move"]) assert.ok(bill.includes(part), `${part}\n${bill}`);
});
