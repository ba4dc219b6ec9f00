/** YAML text -> tree, with bounds on everything that a file could make too big. */
import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument } from "yaml";
import { type Fault, shown } from "./problem.ts";
import { type Entry, mapOf, type Scalar, type Table, type Tree } from "./tree.ts";

/** Ten times the longest level; some broken texts take the YAML library quadratic time. */
export const MOST_CHARACTERS = 128 * 1024;
const MOST_VALUES = 20_000;
const DEEPEST = 16;

export type Parsed =
  | { readonly ok: true; readonly tree: Table }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const fail = (at: number, problem: string, fix: string): Parsed => ({
  ok: false,
  faults: [{ at, problem, fix }],
});

/** Thrown inside this file alone, so that a hostile tree is left at the first sign. */
class Stop extends Error {
  readonly fault: Fault;
  constructor(at: number, problem: string, fix: string) {
    super(problem);
    this.fault = { at, problem, fix };
  }
}

export function parse(text: string): Parsed {
  if (text.length > MOST_CHARACTERS)
    return fail(0, "The file is longer than 128 KB.", "A level is a few hundred lines.");
  const deep = tooDeep(text);
  if (deep !== null)
    return fail(deep, `Lists and maps are nested more than ${DEEPEST} deep.`, "Flatten them.");
  try {
    return read(text);
  } catch (error) {
    if (error instanceof Stop) return { ok: false, faults: [error.fault] };
    throw error;
  }
}

/** The offset at which brackets or indents nest deeper than the reader's own stack should have to. */
function tooDeep(text: string): number | null {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[[{\]}]|^[ ?:-]*[?:-](?=\s)|^ +/gm)) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
    else if (sign.length > 8 * DEEPEST) return index;
    if (depth > 4 * DEEPEST) return index;
  }
  return null;
}

const remedies: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "Indent with spaces.",
  MULTIPLE_DOCS: "One file is one level: remove the line ---.",
  BAD_INDENT: "Line this up with its neighbours.",
  BAD_ALIAS: "Write the value out.",
  MISSING_CHAR: "Close what was opened, or quote the text.",
};

function read(text: string): Parsed {
  // Keys are compared below: the library's own check takes quadratic time.
  const doc = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: "error" });
  const [first] = [...doc.errors, ...doc.warnings];
  if (first !== undefined) {
    const said = shown(first.message, 160).replace(/\.?$/, ".");
    const remedy =
      remedies[first.code] ?? "Quote texts that hold any of : # [ ] { } & * ! | > ' \" %.";
    return fail(Math.min(first.pos[0], text.length), `This is not YAML: ${said}`, remedy);
  }
  const tree = build(doc.contents, 0, 0, new Map());
  if (tree.kind === "map") return { ok: true, tree };
  return fail(tree.at, "A level file is a list of keys and values.", "Begin with format: 1.");
}

function build(node: unknown, at: number, depth: number, anchors: Map<string, Tree>): Tree {
  if (depth > DEEPEST)
    throw new Stop(at, `Lists and maps are nested more than ${DEEPEST} deep.`, "Flatten them.");
  if (isAlias(node)) {
    const from = node.range?.[0] ?? at;
    const tree = anchors.get(node.source);
    if (tree === undefined)
      throw new Stop(from, `No anchor &${node.source} stands before this.`, "Write the value out.");
    return tree;
  }
  const tree = grow(node, at, depth, anchors);
  if (tree.size > MOST_VALUES)
    throw new Stop(
      tree.at,
      `There are more than ${MOST_VALUES} values here.`,
      "Use fewer aliases.",
    );
  if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor) anchors.set(node.anchor, tree);
  return tree;
}

function grow(node: unknown, outer: number, depth: number, anchors: Map<string, Tree>): Tree {
  if (isMap(node)) {
    const at = node.range?.[0] ?? outer;
    const entries = new Map<string, Entry>();
    for (const pair of node.items) {
      const [key, entry] = entryOf(pair, at, depth, anchors);
      if (entries.has(key)) throw new Stop(entry.keyAt, `${key} stands here twice.`, "Keep one.");
      entries.set(key, entry);
    }
    return mapOf(at, entries);
  }
  if (isSeq(node)) {
    const at = node.range?.[0] ?? outer;
    const items = node.items.map((item) => build(item, at, depth + 1, anchors));
    return { kind: "list", at, size: items.reduce((sum, { size }) => sum + size, 1), items };
  }
  if (!isScalar(node)) return { kind: "leaf", at: outer, size: 1, value: null };
  return { kind: "leaf", at: node.range?.[0] ?? outer, size: 1, value: scalar(node.value) };
}

function entryOf(
  { key, value }: Pair,
  outer: number,
  depth: number,
  anchors: Map<string, Tree>,
): readonly [string, Entry] {
  const keyAt = isScalar(key) ? (key.range?.[0] ?? outer) : outer;
  const name = isScalar(key) ? String(key.value) : "";
  if (!isScalar(key) || name === "" || name in Object.prototype)
    throw new Stop(keyAt, `${name === "" ? "This" : name} cannot be a key.`, "Use a plain word.");
  return [name, { keyAt, tree: build(value, keyAt, depth + 1, anchors) }];
}

const scalar = (value: unknown): Scalar =>
  typeof value === "number" || typeof value === "boolean" || value === null ? value : String(value);
