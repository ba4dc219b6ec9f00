/** Writes what is drawn from the level schema: levels/level.schema.json for editors, the tables in levels/README.md. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type { GenericSchema } from "valibot";
import { type Fields, forceNames, forces } from "../src/engine/index.ts";
import { gaugeNames, measureNames } from "../src/levelfile/forces.ts";
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

function rowsOf(force: string, fields: Fields): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => [
    `| ${force}.${name} | ${field.type === "perMille" ? "per mille" : field.type} | ${field.about} |`,
    ...(field.type === "list" ? rowsOf(`${force}.${name}[]`, field.of) : []),
  ]);
}

/** README.md with its tables as the forces have them now. */
export function withTables(readme: string): string {
  const rows = forceNames.flatMap((name) => rowsOf(name, forces[name].fields));
  const names = (all: readonly string[]): string => all.map((name) => `\`${name}\``).join(", ");
  const table = [
    "| parameter | is | what it does |",
    "| --- | --- | --- |",
    ...rows,
    "",
    `Goals may bound these counts: ${names(gaugeNames)}. Scores may weigh: ${names(measureNames)}.`,
  ].join("\n");
  return readme.replace(/(<!-- forces:.*-->\n)[\s\S]*(<!-- end)/, `$1\n${table}\n\n$2`);
}

if (import.meta.main) {
  const at = (file: string): string => join(import.meta.dirname, "../levels", file);
  writeFileSync(at("README.md"), withTables(readFileSync(at("README.md"), "utf8")));
  writeFileSync(at("level.schema.json"), levelSchema());
  const format = ["biome", "format", "--write", at("level.schema.json")];
  execFileSync("npx", format, { stdio: "inherit" });
}
