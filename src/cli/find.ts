/** Finds the level that a person means: by id, by id and tier, or by the path of a file of their own. */
import { levels, voices } from "../levelfile/builtin.ts";
import { similar } from "../levelfile/similar.ts";
import type { Level, Voice } from "../session/index.ts";
import { baseOf } from "../ui/cast.ts";
import { checkBot } from "./bots.ts";
import { readOwnFolder } from "./own.ts";
import { ownFolder } from "./shelf.ts";

export type Voices = { readonly [id: string]: Voice };

/** The levels of a file of one's own, the voices they know, and the text they were read from. */
export type Own = {
  readonly levels: readonly Level[];
  readonly voices: Voices;
  readonly text: string;
};

export type Found = {
  readonly ok: true;
  /** All tiers that a name stands for. */
  readonly levels: readonly Level[];
  readonly voices: Voices;
  readonly own: Own | null;
};
type Problem = { readonly ok: false; readonly problem: string };

const isPath = (name: string): boolean => /[/\\]|\.ya?ml$/.test(name);

export async function findLevels(name: string): Promise<Found | Problem> {
  if (isPath(name)) return readFile(name);
  const named = levels.filter(({ id }) => id === name || baseOf(id) === name);
  if (named.length > 0) return { ok: true, levels: named, voices, own: null };
  const own = await ownNamed(name);
  if (own !== null) return own;
  const known = [...new Set(levels.flatMap(({ id }) => [id, baseOf(id)]))];
  const near = similar(name, known);
  const hint =
    near === null
      ? `There are: ${[...new Set(known.map(baseOf))].join(", ")}.`
      : `Did you mean ${near}?`;
  return { ok: false, problem: `There is no level "${name}". ${hint}` };
}

/** A level of the player's own folder. */
async function ownNamed(name: string): Promise<Found | null> {
  for (const { own } of await readOwnFolder(ownFolder())) {
    const named = own?.levels.filter(({ id }) => id === name || baseOf(id) === name) ?? [];
    if (own !== null && named.length > 0)
      return { ok: true, levels: named, voices: own.voices, own };
  }
  return null;
}

// YAML and the schema are heavy, and only a level of one's own needs them.
async function readFile(file: string): Promise<Found | Problem> {
  const { formatProblem, readOwn } = await import("../levelfile/own.ts");
  const read = await readOwn(file, { voices, checkBot });
  if (!read.ok) return { ok: false, problem: read.problems.map(formatProblem).join("\n") };
  return { ok: true, levels: read.levels, voices: read.voices, own: read };
}

/** The levels that a saved game brought along; `kept` is what its journal holds of them, unchecked. */
export async function keptLevels(kept: unknown): Promise<Found | null> {
  if (typeof kept !== "object" || kept === null || !("text" in kept)) return null;
  if (typeof kept.text !== "string") return null;
  const { readOwnText } = await import("../levelfile/own.ts");
  const read = readOwnText(kept.text, "the level in this game", { voices });
  return read.ok ? { ok: true, levels: read.levels, voices: read.voices, own: read } : null;
}

/** The one level that a name and a tier stand for, or what is wrong. */
export async function findLevel(
  name: string,
  tier: number | null,
): Promise<(Found & { readonly level: Level }) | string> {
  const found = await findLevels(name);
  if (!found.ok) return found.problem;
  const level = found.levels.find((one) => tier === null || one.tier === tier);
  if (level === undefined) return `${name} has no tier ${tier}; it has ${found.levels.length}.`;
  return { ...found, level };
}
