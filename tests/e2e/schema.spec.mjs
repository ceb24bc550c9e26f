// The published schemas describe what goes in and what comes out, and refuse what the engine refuses.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import { defaults, evaluate, presets, validate } from "../../dist/npm/engine.node.js";

const schema = async (name) => JSON.parse(await readFile(new URL(`../../dist/npm/${name}.schema.json`, import.meta.url), "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
const [scenario, report] = (await Promise.all([schema("scenario"), schema("report")])).map((each) => ajv.compile(each));

for (const preset of presets()) {
  test(`scenario and report of ${preset.id} follow their schemas`, () => {
    assert.ok(scenario(preset.scenario), ajv.errorsText(scenario.errors));
    assert.ok(report(evaluate(preset.scenario)), ajv.errorsText(report.errors));
  });
}

test("the blank scenario and an empty one follow the schema", () => {
  assert.ok(scenario(defaults()), ajv.errorsText(scenario.errors));
  assert.ok(scenario({}), ajv.errorsText(scenario.errors));
});

test("a part of the map may be its stage alone", () => {
  const short = { decision: { wardley: { model: "product" } } };
  assert.ok(scenario(short), ajv.errorsText(scenario.errors));
  assert.deepEqual(validate(short), []);
});

for (const [what, wrong] of [
  ["an unknown key", { volumes: {} }],
  ["an unknown key in a price", { options: { api: { price: { kind: "perUnit", amonut: 1 } } } }],
  ["a negative volume", { volume: { perMonth: -1 } }],
  ["text for a number", { volume: { perMonth: "many" } }],
  ["an unknown key in a part of the map", { decision: { wardley: { model: { stge: "product" } } } }],
  ["a part that the map does not have", { decision: { wardley: { modle: "product" } } }],
  ["a later version", { schema: 2 }],
  ["a tier whose price is a text", { options: { api: { price: { kind: "tiers", mode: "volume", tiers: [{ upTo: null, amount: "2" }] } } } }],
]) {
  test(`schema and engine both refuse ${what}`, () => {
    assert.equal(scenario(wrong), false);
    assert.notEqual(validate(wrong).length, 0);
  });
}
