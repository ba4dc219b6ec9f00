/** Finds the level that a person means: by id, by id and tier, or by the path of a file of their own. */
import { levels, voices } from "../levelfile/builtin.ts";
import { similar } from "../levelfile/similar.ts";
import type { Level, Voice } from "../session/index.ts";

export type Voices = { readonly [id: string]: Voice };
export type Found =
  | {
      readonly ok: true;
      readonly levels: readonly Level[];
      readonly voices: Voices;
      readonly own: boolean;
    }
  | { readonly ok: false; readonly problem: string };

export const isPath = (name: string): boolean => /[/\\]|\.ya?ml$/.test(name);

/** All tiers that a name stands for. */
export async function findLevels(name: string): Promise<Found> {
  if (isPath(name)) return readFile(name);
  const named = levels.filter(({ id }) => id === name || id.replace(/\.\d+$/, "") === name);
  if (named.length > 0) return { ok: true, levels: named, voices, own: false };
  const known = [...new Set(levels.flatMap(({ id }) => [id, id.replace(/\.\d+$/, "")]))];
  const near = similar(name, known);
  const hint = near === null ? `There are: ${known.join(", ")}.` : `Did you mean ${near}?`;
  return { ok: false, problem: `There is no level "${name}". ${hint}` };
}

async function readFile(file: string): Promise<Found> {
  // YAML and the schema are heavy, and only a level of one's own needs them.
  const { formatProblem, readOwn } = await import("../levelfile/own.ts");
  const read = await readOwn(file, { voices });
  if (!read.ok) return { ok: false, problem: read.problems.map(formatProblem).join("\n") };
  return { ok: true, levels: read.levels, voices: read.voices, own: true };
}

/** The one level that a name and a tier stand for. */
export async function findLevel(
  name: string,
  tier: number | null,
): Promise<(Extract<Found, { ok: true }> & { readonly level: Level }) | string> {
  const found = await findLevels(name);
  if (!found.ok) return found.problem;
  const level = found.levels.find((one) => tier === null || one.tier === tier);
  if (level === undefined) return `${name} has no tier ${tier}; it has ${found.levels.length}.`;
  return { ...found, level };
}
