/** A level of a person's own, read by its path at run time. Import it lazily: it brings YAML and the schema. */
import { open } from "node:fs/promises";
import type { Level } from "../engine/index.ts";
import { MOST_CHARACTERS } from "./parse.ts";
import { formatProblem, inCells, type Problem } from "./problem.ts";
import { type Options, readLevel, type Voices } from "./read.ts";

export { formatProblem, inCells };

export type OwnRead =
  | {
      readonly ok: true;
      readonly levels: readonly Level[];
      readonly voices: Voices;
      /** The file as it was read: a saved game keeps it, so that it can be watched anywhere. */
      readonly text: string;
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const refuse = (file: string, problem: string, fix: string): OwnRead => ({
  ok: false,
  problems: [{ file, line: 1, column: 1, problem, fix }],
});

/** Reads no more of a file than a level can be long, so that a path to something endless ends. */
async function textOf(file: string): Promise<string | null> {
  const handle = await open(file);
  try {
    if (!(await handle.stat()).isFile()) return null;
    const buffer = Buffer.alloc(4 * MOST_CHARACTERS);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.toString("utf8", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The levels of a file, and the voices known to them: the game's, and the file's own. */
export async function readOwn(file: string, options: Options): Promise<OwnRead> {
  let text: string | null;
  try {
    text = await textOf(file);
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    return refuse(
      file,
      missing ? "There is no such file." : "This file cannot be read.",
      missing ? "Start one with: besteffort level new FILE." : "Look at its permissions.",
    );
  }
  if (text === null) return refuse(file, "This is not a file.", "Give the path of a .yaml file.");
  return readOwnText(text, file, options);
}

/** The same for a text that was read before. */
export function readOwnText(text: string, file: string, options: Options): OwnRead {
  const read = readLevel(text, file, options);
  if (!read.ok) return read;
  const { levels, voice } = read;
  const { voices } = options;
  const known = voice === null ? voices : { ...voices, [voice.id]: voice };
  return { ok: true, levels, voices: known, text };
}
