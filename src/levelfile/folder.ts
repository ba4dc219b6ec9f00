/** The levels and voices in a folder, read at build time: what is wrong with them stops the build. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Level, Voice } from "../engine/index.ts";
import type { CheckBot } from "./check.ts";
import { formatProblem, type Problem } from "./problem.ts";
import { readLevel, readVoice } from "./read.ts";

export type Library = {
  readonly levels: readonly Level[];
  readonly voices: { readonly [id: string]: Voice };
};

const filesOf = (pattern: string): readonly string[] => globSync(pattern).sort();

export function readLevels(folder: string, checkBot?: CheckBot): Library {
  const problems: Problem[] = [];
  const voices = new Map<string, Voice>();
  for (const file of filesOf(join(folder, "voices", "*.yaml"))) {
    const read = readVoice(readFileSync(file, "utf8"), file);
    if (read.ok) voices.set(read.voice.id, read.voice);
    else problems.push(...read.problems);
  }
  const library = Object.fromEntries(voices);
  const options = { voices: library, ...(checkBot && { checkBot }) };
  const levels: Level[] = [];
  for (const file of filesOf(join(folder, "*.yaml"))) {
    const read = readLevel(readFileSync(file, "utf8"), file, options);
    if (read.ok) levels.push(...read.levels);
    else problems.push(...read.problems);
  }
  if (problems.length > 0) throw new Error(problems.map(formatProblem).join("\n"));
  levels.sort((a, b) => a.story.order - b.story.order || a.tier - b.tier);
  return { levels, voices: library };
}
