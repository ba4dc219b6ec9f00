/** Writes levels/level.schema.json, which tells an editor what a level file may say. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { lawNames, level, ownVoice, tierKeeps } from "../src/levelfile/schema.ts";

const convert = (schema: GenericSchema): JsonSchema => {
  const { $schema: _, ...rest } = toJsonSchema(schema, { errorMode: "ignore" });
  return rest;
};

type Properties = NonNullable<JsonSchema["properties"]>;

/** Any part may stand in the base or in a tier, so no map asks for all of it; items of a list are whole. */
function partial({ required: _, properties, ...rest }: JsonSchema): JsonSchema {
  if (properties === undefined) return rest;
  const parts: Properties = {};
  for (const [name, part] of Object.entries(properties))
    parts[name] = typeof part === "object" ? partial(part) : part;
  return { ...rest, properties: parts };
}

const several = (description: string, properties: Properties): JsonSchema => ({
  type: "array",
  description,
  minItems: 1,
  maxItems: 9,
  items: { type: "object", properties, additionalProperties: false },
});

export function levelSchema(): string {
  const { properties = {} } = partial(convert(level));
  const voice = { anyOf: [properties["voice"] ?? true, convert(ownVoice)] };
  const refer = (keep: (name: string) => boolean): Properties => {
    const names = Object.keys(properties).filter(keep);
    return Object.fromEntries(names.map((name) => [name, { $ref: `#/definitions/${name}` }]));
  };
  const evenings = several(
    "changes for each evening; {} changes nothing",
    refer((name) => lawNames.includes(name)),
  );
  const tier = { ...refer((name) => !tierKeeps.includes(name)), evenings };
  const schema = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A level of Best Effort",
    type: "object",
    required: ["format", "id", "order"],
    properties: {
      ...refer(() => true),
      evenings,
      tiers: several("each tier changes the base", tier),
    },
    additionalProperties: false,
    definitions: { ...properties, voice },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

if (import.meta.main) {
  const file = join(import.meta.dirname, "../levels/level.schema.json");
  writeFileSync(file, levelSchema());
  execFileSync("npx", ["biome", "format", "--write", file], { stdio: "inherit" });
}
