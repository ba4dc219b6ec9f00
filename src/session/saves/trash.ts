/** Deleted games: a folder inside that of the games, from which they come back for a while. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { reasonOf, syncFolder } from "./disk.ts";
import { lock } from "./lock.ts";

export const keptDays = 30;
const day = 24 * 60 * 60 * 1000;

const place = (folder: string): string => join(folder, "trash");

type Trashed = { readonly file: string; readonly when: number };

/** What lies there, deleted last first. */
function lying(folder: string): readonly Trashed[] {
  try {
    return readdirSync(place(folder))
      .map((file) => ({ file, when: statSync(join(place(folder), file)).mtimeMs }))
      .sort((a, b) => b.when - a.when || (a.file < b.file ? 1 : -1));
  } catch {
    return [];
  }
}

/** Moves a game there; a sentence where it cannot be, such as that it is being played. */
export function toTrash(folder: string, file: string, now: Date): string | null {
  const from = join(folder, file);
  const locked = lock(from);
  if (!locked.ok) return locked.problem;
  try {
    mkdirSync(place(folder), { recursive: true, mode: 0o700 });
    const to = join(place(folder), file);
    renameSync(from, to);
    utimesSync(to, now, now);
    syncFolder(folder);
    return null;
  } catch (error) {
    return `This game was not deleted: ${reasonOf(error)}.`;
  } finally {
    locked.release();
  }
}

/** Brings back what was deleted last: its file, or why not. */
export function fromTrash(
  folder: string,
): { readonly ok: true; readonly file: string } | { readonly ok: false; readonly problem: string } {
  const [last] = lying(folder);
  if (last === undefined) return { ok: false, problem: "No deleted game is left to bring back." };
  const { file } = last;
  if (existsSync(join(folder, file)))
    return { ok: false, problem: `${file} is in the way of the one that was deleted.` };
  try {
    renameSync(join(place(folder), file), join(folder, file));
    syncFolder(folder);
    return { ok: true, file };
  } catch (error) {
    return { ok: false, problem: `It was not brought back: ${reasonOf(error)}.` };
  }
}

/** Throws away for good what was deleted long ago. */
export function emptyTrash(folder: string, now: Date): void {
  for (const { file, when } of lying(folder))
    if (now.getTime() - when > keptDays * day)
      rmSync(join(place(folder), file), { recursive: true, force: true });
}
