/** A folder of the player's own levels. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { levels as builtin, voices } from "../levelfile/builtin.ts";
import { checkBot } from "./bots.ts";
import type { Own } from "./find.ts";

/** One file of it, with its levels or with what is wrong. */
export type OwnFile = {
  readonly file: string;
  readonly own: Own | null;
  /** e.g. "mine.yaml:3:7 There is no verb shout."; empty where there is nothing wrong. */
  readonly problem: string;
};

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((file) => /\.ya?ml$/.test(file))
      .sort();
  } catch {
    return [];
  }
}

/** All of its levels. YAML and the schema are heavy: they are loaded only where there is a file. */
export async function readOwnFolder(folder: string): Promise<readonly OwnFile[]> {
  const files = filesIn(folder);
  if (files.length === 0) return [];
  const { formatProblem, inCells, readOwn } = await import("../levelfile/own.ts");
  const taken = new Set(builtin.map(({ id }) => id));
  const found: OwnFile[] = [];
  for (const file of files) {
    const read = await readOwn(join(folder, file), { voices, checkBot });
    if (!read.ok) {
      const [first] = read.problems.map((one) => formatProblem({ ...one, file }));
      found.push({ file, own: null, problem: first ?? "It cannot be read." });
      continue;
    }
    const twice = read.levels.find(({ id }) => taken.has(id))?.id;
    for (const { id } of read.levels) taken.add(id);
    found.push(
      twice === undefined
        ? { file, own: read, problem: "" }
        : { file, own: null, problem: `${file}: there is another level ${twice}. Change its id.` },
    );
  }
  return found.map((one) => ({ ...one, file: inCells(one.file), problem: inCells(one.problem) }));
}
