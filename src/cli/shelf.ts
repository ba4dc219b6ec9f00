/** The games on disk, as the screens see them. */
import { randomBytes } from "node:crypto";
import envPaths from "env-paths";
import { levels as builtin, voices as known } from "../levelfile/builtin.ts";
import { type Level, type Seed, type Session, seedFrom } from "../session/index.ts";
import { homeFolder, openSaves, type Saves } from "../session/saves.ts";
import { type GameEntry, habitsIn, type Kept, type Shelf } from "../ui/shelf.ts";
import { version } from "../version.ts";
import type { Own, Voices } from "./find.ts";

export const newSeed = (): Seed => seedFrom(randomBytes(4).readUInt32LE());

/** The folder of saved games, as BESTEFFORT_HOME says or where the system keeps such things. */
export const gamesFolder = (): string => homeFolder(envPaths("besteffort", { suffix: "" }).data);

/** Saved games; a level of the player's own is known while its file is being played. */
export const savesOf = (own: Own | null): Saves =>
  openSaves(gamesFolder(), version, (id, kept) => {
    const levels = kept === null ? builtin : (own?.levels ?? []);
    return levels.find((level) => level.id === id) ?? null;
  });

type Listed = ReturnType<Saves["list"]>[number];

function entryOf(save: Listed): GameEntry {
  const when = save.created?.slice(0, 16).replace("T", " ") ?? "";
  const from = save.origin === null ? "" : `, from t${save.origin.tick}`;
  const here = `tick ${save.tick}, evening ${save.evening}${from}`;
  return {
    file: save.file,
    level: save.level ?? "?",
    seed: save.seed?.slice(3) ?? "",
    when,
    state: save.state,
    stars: save.stars,
    note: save.problem ?? (save.left ? "left" : here),
    rehearsal: save.rehearsal,
  };
}

export type DiskShelf = Shelf & {
  /** Lets go of every game that was opened; says of which not all is saved. */
  readonly leave: () => readonly string[];
};

/** `own` are the levels of a file that the player named, if they did. */
export function openShelf(own: Own | null, voices: Voices): DiskShelf {
  const opened: Session[] = [];
  const keep = (session: Session): Session => {
    opened.push(session);
    return session;
  };
  const saves = savesOf(own);
  const levels = own?.levels ?? builtin;
  const starsIn = (list: ReturnType<Saves["list"]>): Kept["progress"] =>
    new Map([...saves.progress(list)].map(([id, { stars }]) => [id, stars]));
  const paused = (level: Level): GameEntry | undefined =>
    saves
      .list()
      .filter((save) => save.level === level.id && save.state === "paused")
      .map(entryOf)
      .toSorted((a, b) => Number(a.rehearsal) - Number(b.rehearsal))[0];
  /** Whether the fog of this seed has lifted before: what is known cannot be won. */
  const isSeen = (level: Level, seed: Seed): boolean =>
    saves
      .list()
      .filter((save) => save.level === level.id && save.seed === seed)
      .some(({ state, evening, left }) => state === "ended" || evening > 1 || left);
  return {
    levels,
    paused,
    newSeed,
    voiceOf: (level) => {
      const voice = voices[level.story.voice] ?? known[level.story.voice];
      if (voice === undefined) throw new Error(`no voice ${level.story.voice}`);
      return voice;
    },
    look: () => {
      const list = saves.list();
      return { games: list.map(entryOf), progress: starsIn(list) };
    },
    habits: () => habitsIn(builtin, starsIn(saves.list())),
    start: (level, { seed, rehearsal, origin }) =>
      keep(
        saves.start(level, seed, {
          created: new Date(),
          rehearsal: rehearsal || isSeen(level, seed),
          origin,
          own: own === null ? null : { text: own.text },
        }),
      ),
    fork: ({ replay, file = null }, at, seed) => {
      const { record, level } = replay;
      if (record === null) return { refused: "Nobody has played this game." };
      const begun = saves.fork(record, level, { ...at, created: new Date(), file, seed });
      return begun.ok ? keep(begun.session) : { refused: begun.problem };
    },
    resume: (file) => {
      const resumed = saves.resume(file);
      return resumed.ok ? keep(resumed.session) : { refused: resumed.problem };
    },
    replay: (file) => {
      const opened = saves.replay(file);
      return opened.ok ? { ...opened, file } : { refused: opened.problem };
    },
    leave: () => {
      for (const session of opened) session.close();
      return [...new Set(opened.flatMap((session) => session.problem() ?? []))];
    },
  };
}
