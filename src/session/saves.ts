/** The games kept on disk: a folder of journals, one a game. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Level, Seed } from "../engine/index.ts";
import { isFile } from "./entry.ts";
import { forkText, type Taking } from "./fork.ts";
import { largest, type ReadJournal, readJournal } from "./journal.ts";
import { headerLine, type JournalSink, type Origin } from "./line.ts";
import type { RecordedGame } from "./recorded.ts";
import { openReplay, type Replay } from "./replay.ts";
import { readBounded, reasonOf, sha256 } from "./saves/disk.ts";
import { lock } from "./saves/lock.ts";
import { brokenPen, newPen, pen } from "./saves/pen.ts";
import { describe, gameIn, type Progress, progressOf, type Save } from "./saves/save.ts";
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
  const list = (): readonly Save[] =>
    namesIn(folder).map((file) => look(join(folder, file), file, levelOf));
  return {
    folder,
    list,
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

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => isFile(name))
      .sort()
      .reverse();
  } catch {
    return [];
  }
}

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
