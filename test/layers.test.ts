import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ESTree, parseSync, Visitor } from "vite";
import { describe, expect, test } from "vitest";

/** What a layer may import: values (a value may also be had as a type), and further types. */
type Layer = { readonly values: readonly string[]; readonly types?: readonly string[] };

/** Who may import whom: a folder or file of src/, a package, or `node:`. */
const layers: Readonly<Record<string, Layer>> = {
  engine: { values: ["engine", "immer"] },
  bots: { values: ["bots"], types: ["engine"] },
  levelfile: { values: ["levelfile", "engine", "yaml", "valibot", "node:", "virtual:levels"] },
  session: { values: ["session", "engine", "bots"] },
  "session/saves": { values: ["session", "engine", "bots", "node:"] },
  lab: { values: ["lab", "engine", "bots", "session", "node:"] },
  ui: { values: ["ui", "session", "ink", "react", "chalk"] },
  cli: { values: ["", "node:", "env-paths", "is-unicode-supported", "ink", "react"] },
  version: { values: [] },
  main: { values: ["", "node:", "env-paths", "is-unicode-supported", "ink", "react"] },
};

type Import = { readonly target: string; readonly isType: boolean };

/** Every import of a source text, however it is written. */
function importsOf(file: string, source: string): readonly Import[] {
  const { program, module } = parseSync(file, source);
  const found: Import[] = [];
  const add = (target: string, isType: boolean) => found.push({ target, isType });
  for (const { moduleRequest, entries } of module.staticImports)
    add(moduleRequest.value, entries.length > 0 && entries.every(({ isType }) => isType));
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, isType } of entries)
      if (moduleRequest) add(moduleRequest.value, isType);
  new Visitor({
    ImportExpression: ({ source: from }) =>
      add(from.type === "Literal" ? String(from.value) : "(computed)", false),
    TSImportType: ({ source: from }) => add(from.value, true),
  }).visit(program);
  return found;
}

/** A relative import as its path below src/, so that `engine/law.ts` reads the same from everywhere. */
const place = (file: string, target: string): string =>
  target.startsWith(".") ? join(dirname(file), target) : target;

const allows = (names: readonly string[], target: string): boolean =>
  names.some((name) =>
    name === ""
      ? existsSync(join("src", target))
      : target === name || target.startsWith(name.endsWith(":") ? name : `${name}/`),
  );

/** The longest name in the table that this file of src/ falls under. */
const layerOf = (file: string): string | undefined =>
  Object.keys(layers)
    .filter((name) => file.startsWith(`${name}/`) || file.startsWith(`${name}.`))
    .sort((a, b) => b.length - a.length)[0];

function strays(file: string, source: string): readonly string[] {
  const layer = layers[layerOf(file) ?? ""];
  if (!layer) return [`src/${file} belongs to no layer`];
  const { values, types = [] } = layer;
  return importsOf(file, source)
    .map(({ target, isType }) => ({ target: place(file, target), isType }))
    .filter(({ target, isType }) => !allows(isType ? [...values, ...types] : values, target))
    .map(({ target, isType }) => `src/${file} imports ${isType ? "types of " : ""}${target}`);
}

/** What the rules may not touch, since it differs between runs, machines or versions of Node. */
const GLOBALS = ["Date", "Intl", "process", "console", "performance", "crypto", "globalThis"];
const DRAWS = ["engine/law.ts", "engine/level.ts", "engine/rules/limits-rate.ts"];

function impurities(file: string, source: string): readonly string[] {
  const found: string[] = [];
  const note = (what: string) => found.push(`src/${file} uses ${what}`);
  const name = (node: ESTree.Node): string => (node.type === "Identifier" ? node.name : "");
  const labels = new Set<number>();
  new Visitor({
    Property: ({ key, computed, shorthand }) => {
      if (!computed && !shorthand) labels.add(key.start);
    },
    TSPropertySignature: ({ key }) => labels.add(key.start),
    MemberExpression: ({ object, property, computed }) => {
      if (!computed) labels.add(property.start);
      if (name(object) !== "Math") return;
      const verb = name(property);
      const draws = ["exp", "log"].includes(verb) && !DRAWS.includes(file);
      if (draws || ["random", "pow"].includes(verb)) note(`Math.${verb}`);
    },
    Identifier: ({ name, start }) => {
      if (GLOBALS.includes(name) && !labels.has(start)) note(name);
    },
    BinaryExpression: ({ operator }) => {
      if (operator === "**") note(operator);
    },
    AssignmentExpression: ({ operator }) => {
      if (operator === "**=") note(operator);
    },
  }).visit(parseSync(file, source).program);
  return found;
}

const files = globSync("**/*.{ts,tsx}", { cwd: "src" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => !file.endsWith(".d.ts"))
  .sort();
const read = (file: string): string => readFileSync(join("src", file), "utf8");

describe("the layers", () => {
  test("every file imports only what its layer may", () => {
    expect(files.flatMap((file) => strays(file, read(file)))).toEqual([]);
  });

  test("the engine touches no clock, no chance and no arithmetic that differs between machines", () => {
    const engine = files.filter((file) => file.startsWith("engine/"));
    expect(engine.flatMap((file) => impurities(file, read(file)))).toEqual([]);
  });

  test.each([
    [
      "engine/a.ts",
      'import { x } from "../session/index.ts"',
      "src/engine/a.ts imports session/index.ts",
    ],
    ["engine/a.ts", 'import fs from "node:fs"', "src/engine/a.ts imports node:fs"],
    [
      "bots/a.ts",
      'export { x } from "../engine/index.ts"',
      "src/bots/a.ts imports engine/index.ts",
    ],
    ["session/a.ts", 'await import("node:fs")', "src/session/a.ts imports node:fs"],
    [
      "ui/a.tsx",
      'import type { X } from "../engine/index.ts"',
      "src/ui/a.tsx imports types of engine/index.ts",
    ],
    [
      "ui/a.tsx",
      'type X = import("../engine/index.ts").X',
      "src/ui/a.tsx imports types of engine/index.ts",
    ],
    ["odd/a.ts", "", "src/odd/a.ts belongs to no layer"],
  ])("%s may not say %s", (file, source, complaint) => {
    expect(strays(file, source)).toEqual([complaint]);
  });

  test.each([
    ["bots/a.ts", 'import type { X } from "../engine/index.ts"'],
    ["bots/a.ts", 'import { type X, type Y } from "../engine/index.ts"'],
    ["session/saves.ts", 'import fs from "node:fs"'],
    ["session/saves/disk.ts", 'import fs from "node:fs"'],
    ["ui/App.tsx", 'import { jsx } from "react/jsx-runtime"'],
    ["main.tsx", 'import { main } from "./main.tsx"'],
  ])("%s may say %s", (file, source) => {
    expect(strays(file, source)).toEqual([]);
  });

  test.each(["2 ** 3", "Math.random()", "Math.pow(2, 3)", "new Date()", "Math.exp(1)"])(
    "the engine may not say %s",
    (source) => {
      expect(impurities("engine/a.ts", source)).toHaveLength(1);
    },
  );
});
