/** The games kept on disk: a folder of journals, one a game. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Level, Seed } from "../engine/index.ts";
import { isFile } from "./entry.ts";
import { forkText, type Taking } from "./fork.ts";
import { largest, type ReadJournal, readJournal } from "./journal.ts";
import { headerLine, type JournalSink, lawsHash, type Origin } from "./line.ts";
import type { RecordedGame } from "./recorded.ts";
import { openReplay, type Replay } from "./replay.ts";
import { rules } from "./rules.ts";
import { type Cache, openCache } from "./saves/cache.ts";
import { readBounded, reasonOf, sha256 } from "./saves/disk.ts";
import { copyOut, type Exported } from "./saves/export.ts";
import { lock } from "./saves/lock.ts";
import { readNames, writeName } from "./saves/names.ts";
import { brokenPen, newPen, pen } from "./saves/pen.ts";
import { describe, gameIn, type Progress, progressOf, type Save } from "./saves/save.ts";
import { emptyTrash, fromTrash, toTrash } from "./saves/trash.ts";
import { openSession, type Session } from "./session.ts";
import { isText } from "./shape.ts";
import { verdict } from "./verdict.ts";

/** The level of an id; `own` is what a journal holds of a level from the player's own file, still to be checked. */
export type LevelOf = (id: string, own: unknown) => Level | null;

export type NewGame = {
  readonly created: Date;
  readonly rehearsal?: boolean | undefined;
  /** Where it was begun in another game: at its start. */
  readonly origin?: Origin | null | undefined;
  /** The level as a plain value, where it is the player's own file. */
  readonly own?: unknown;
};

type Refused = { readonly ok: false; readonly problem: string };

type Resumed = { readonly ok: true; readonly session: Session } | Refused;

export type Saves = {
  readonly folder: string;
  /** A new game, saved from its first line on. Where that fails the game is there all the same: see its `problem`. */
  readonly start: (level: Level, seed: Seed, game: NewGame) => Session;
  /** A rehearsal that goes on from a tick of a game, in a file of its own. */
  readonly fork: (game: RecordedGame, level: Level, taking: Taking) => Resumed;
  /** Newest first. */
  readonly list: () => readonly Save[];
  /** Goes on with a paused game, in the same file. */
  readonly resume: (file: string) => Resumed;
  /** A game to watch; `problem` says what its file lacks. */
  readonly replay: (
    file: string,
  ) => { readonly ok: true; readonly replay: Replay; readonly problem: string | null } | Refused;
  /** The names that the player gave to games, by file; none where they cannot be read. */
  readonly names: () => ReadonlyMap<string, string>;
  /** Gives a game a name, or takes it away; a sentence where that fails. */
  readonly rename: (file: string, name: string) => string | null;
  /** Moves a game to the trash; a sentence where it cannot be, such as that it is being played. */
  readonly remove: (file: string, now: Date) => string | null;
  /** Brings back the game that was deleted last. */
  readonly restore: () => { readonly ok: true; readonly file: string } | Refused;
  /** Throws away for good what was deleted long ago. */
  readonly tidy: (now: Date) => void;
  /** Copies a journal into a folder, never over another file. */
  readonly copyOut: (file: string, folder: string) => Exported;
  /** What games come to; those of the list, unless others are given. */
  readonly progress: (saves?: readonly Save[]) => ReadonlyMap<string, Progress>;
};

/** Where games live: as BESTEFFORT_HOME says, or else where the platform keeps such things. */
export const homeFolder = (usual: string, env: NodeJS.ProcessEnv = process.env): string =>
  env["BESTEFFORT_HOME"] || usual;

/** A journal anywhere on disk. */
export function readGame(path: string): ReadJournal {
  const bytes = readBounded(path, largest);
  if (!isText(bytes)) return readJournal(bytes.toString("utf8"), sha256);
  const problem = `This file cannot be read: ${bytes}.`;
  return { ok: false, kind: "foreign", at: 1, problem, prefix: null };
}

/** `app` is the program's version, for the first line of new journals. */
export function openSaves(folder: string, app: string, levelOf: LevelOf): Saves {
  const cache = openCache(folder, `${app}, rules ${rules}`);
  const list = (): readonly Save[] => {
    const files = filesIn(folder);
    const saves = files.map((file) => lookOnce(cache, folder, file, levelOf));
    cache.store(files);
    return saves;
  };
  return {
    folder,
    list,
    ...keeping(folder),
    progress: (saves = list()) => progressOf(saves),
    start: (level, seed, game) => {
      const { created, rehearsal = false, origin = null, own = null } = game;
      const opening = { app: `besteffort ${app}`, seed, rehearsal, origin, own };
      const head = headerLine(sha256, level, { ...opening, created: created.toISOString() });
      const journal = begin(folder, level.id, created, head);
      return openSession(level, seed, { journal, rehearsal, origin });
    },
    fork: (game, level, taking) => {
      const begun = forkText(game, level, taking, { digest: sha256, app });
      if (!begun.ok) return begun;
      const journal = begin(folder, level.id, taking.created, begun.text.trimEnd());
      const { seed, origin, rehearsal } = begun.game.header;
      const session = openSession(level, seed, { journal, rehearsal, origin, record: begun.game });
      return { ok: true, session };
    },
    resume: (file) => (isFile(file) ? resume(join(folder, file), levelOf) : noSuch),
    replay: (file) => (isFile(file) ? replayFile(join(folder, file), levelOf) : noSuch),
  };
}

const noSuch: Refused = { ok: false, problem: "There is no such game." };
const noLevel = "Its level is not here.";

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => isFile(name))
      .sort()
      .reverse();
  } catch {
    return [];
  }
}

type Keeping = Pick<Saves, "names" | "rename" | "remove" | "restore" | "tidy" | "copyOut">;

/** What is done with games without playing them. */
const keeping = (folder: string): Keeping => ({
  names: () => {
    const names = readNames(folder);
    return isText(names) ? new Map() : names;
  },
  rename: (file, name) => (isFile(file) ? writeName(folder, file, name) : noSuch.problem),
  remove: (file, now) => (isFile(file) ? toTrash(folder, file, now) : noSuch.problem),
  restore: () => fromTrash(folder),
  tidy: (now) => emptyTrash(folder, now),
  copyOut: (file, to) => {
    if (!isFile(file)) return noSuch;
    const from = join(folder, file);
    const header = gameIn(readGame(from))?.header;
    const what = header && `${header.level}-${header.seed.slice(3)}`;
    return copyOut(from, to, `besteffort-${what ?? file.replace(/\.ndjson$/, "")}`);
  },
});

function begin(folder: string, id: string, created: Date, head: string): JournalSink {
  const [day, time = ""] = created.toISOString().split("T");
  const stamp = `${day?.replaceAll("-", "")}-${time.slice(0, 8).replaceAll(":", "")}`;
  const level = id
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .slice(0, 40);
  const name = `${stamp}-${level || "own"}-${randomBytes(2).toString("hex")}.ndjson`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    return brokenPen(`This game is not being saved: ${reasonOf(error)}. You can play on.`);
  }
  return newPen(join(folder, name), head);
}

/** A level's laws as a hash, worked out once. */
const hashes = new WeakMap<Level, string>();
function hashOf(level: Level): string {
  const hash = hashes.get(level) ?? lawsHash(sha256, level);
  hashes.set(level, hash);
  return hash;
}

/** From the cache, where neither the file nor the level has changed since. */
function lookOnce(cache: Cache, folder: string, file: string, levelOf: LevelOf): Save {
  const judge = ({ level }: Save): string => {
    const now = level === null ? null : levelOf(level, null);
    return now === null ? "" : hashOf(now);
  };
  const found = cache.find(file);
  const stamp = cache.stamp(file);
  if (found !== null && found.stamp === stamp && found.by === judge(found.save)) return found.save;
  const save = look(join(folder, file), file, levelOf);
  // A level of one's own stands in the journal: only reading that says which it is.
  if (!save.own || save.state === "ended") cache.put(file, { save, by: judge(save), stamp });
  return save;
}

function look(path: string, file: string, levelOf: LevelOf): Save {
  const read = readGame(path);
  const game = gameIn(read);
  const level = game && levelOf(game.header.level, game.header.own);
  const about = describe(file, game, level?.tier ?? null);
  if (!read.ok) {
    const state = read.kind === "format" ? "view only" : "damaged";
    return { ...about, state, problem: read.problem };
  }
  if (read.game.end !== null) return { ...about, state: "ended", problem: null };
  if (level === null) return { ...about, state: "view only", problem: noLevel };
  const judged = verdict(read.game, level, sha256);
  if (judged.status === "ok") return { ...about, state: "paused", problem: null };
  const state = judged.status === "diverged" ? "damaged" : "view only";
  return { ...about, state, problem: judged.problem };
}

function resume(path: string, levelOf: LevelOf): Resumed {
  const locked = lock(path);
  if (!locked.ok) return locked;
  const resumed = resumeLocked(path, levelOf, locked.release);
  if (!resumed.ok) locked.release();
  return resumed;
}

function resumeLocked(path: string, levelOf: LevelOf, release: () => void): Resumed {
  const refuse = (problem: string): Refused => ({ ok: false, problem });
  const bytes = readBounded(path, largest);
  if (isText(bytes)) return refuse(`This game cannot be read: ${bytes}.`);
  const read = readJournal(bytes.toString("utf8"), sha256);
  if (!read.ok) return refuse(read.problem);
  const { game } = read;
  if (game.end !== null) return refuse("This game has ended: it can be watched.");
  const level = levelOf(game.header.level, game.header.own);
  if (level === null) return refuse(noLevel);
  const judged = verdict(game, level, sha256);
  if (judged.status !== "ok") return refuse(judged.problem);
  const { seed, rehearsal, origin } = game.header;
  const journal = pen(path, bytes.subarray(0, bytes.lastIndexOf("\n") + 1), release);
  if (isText(journal)) return refuse(journal);
  const options = { journal, rehearsal, origin, record: game };
  return { ok: true, session: openSession(level, seed, options) };
}

/** A journal anywhere on disk, to watch; `problem` says what its file lacks, or where it was changed. */
export function replayFile(path: string, levelOf: LevelOf): ReturnType<Saves["replay"]> {
  const read = readGame(path);
  const game = gameIn(read);
  if (game === null) return read.ok ? noSuch : { ok: false, problem: read.problem };
  const level = levelOf(game.header.level, game.header.own);
  if (level === null) return { ok: false, problem: noLevel };
  const replay = openReplay(game, level);
  if (!read.ok) return { ok: true, replay, problem: read.problem };
  const judged = verdict(game, level, sha256);
  return { ok: true, replay, problem: judged.status === "ok" ? null : judged.problem };
}
