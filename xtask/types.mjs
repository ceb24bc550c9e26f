// Writes the TypeScript types of scenario and report from their JSON Schemas: `node xtask/types.mjs FOLDER`.
// The few types that no schema holds are in www/types.d.ts.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compile } from "json-schema-to-typescript";

const folder = process.argv[2];
const read = async (name) => JSON.parse(await readFile(join(folder, `${name}.schema.json`), "utf8"));
const options = { bannerComment: "", additionalProperties: false, unreachableDefinitions: false, format: false };

// The compiler lets a reference win over what stands beside it; both hold.
const besides = (schema) => {
  if (Array.isArray(schema)) return schema.map(besides);
  if (schema === null || typeof schema !== "object") return schema;
  const { $ref, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, besides(value)]));
  if ($ref === undefined) return rest;
  return rest.properties ? { allOf: [{ $ref }, rest] } : { $ref, ...rest };
};

const parts = [];
for (const [name, space] of [["scenario", "Input"], ["complete-scenario", "Complete"], ["report", "Output"]]) {
  const schema = besides(await read(name));
  delete schema.$id;
  for (const [type, known] of Object.entries(schema.$defs)) if (known === true) schema.$defs[type] = {};
  const types = await compile(schema, schema.title, options);
  parts.push(`export namespace ${space} {\n${types.trim().replace(/^(?=.)/gm, "  ")}\n}`);
}
const own = await readFile(new URL("../www/types.d.ts", import.meta.url), "utf8");
await writeFile(join(folder, "types.d.ts"), `${own.trim()}\n\n${parts.join("\n\n")}\n`);
