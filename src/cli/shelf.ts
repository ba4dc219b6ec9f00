/** The games on disk, as the screens see them. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import envPaths from "env-paths";
import { levels as builtin, voices as known } from "../levelfile/builtin.ts";
import { calmly, type Level, type Seed, type Session, seedFrom } from "../session/index.ts";
import { longestName } from "../session/saves/names.ts";
import { homeFolder, openSaves, type Saves } from "../session/saves.ts";
import { baseOf } from "../ui/cast.ts";
import type { KeptSettings } from "../ui/settings.ts";
import { type GameEntry, type Games, habitsIn, type Kept, type Shelf } from "../ui/shelf.ts";
import { version } from "../version.ts";
import type { Own } from "./find.ts";
import type { OwnFile } from "./own.ts";

export const newSeed = (): Seed => seedFrom(randomBytes(4).readUInt32LE());

/** The folder of saved games, as BESTEFFORT_HOME says or where the system keeps such things. */
export const gamesFolder = (): string => homeFolder(envPaths("besteffort", { suffix: "" }).data);

/** Where the map looks for levels of the player's own. */
export const ownFolder = (): string =>
  process.env["BESTEFFORT_LEVELS"] || join(gamesFolder(), "levels");

const textIn = (kept: unknown): unknown =>
  typeof kept === "object" && kept !== null && "text" in kept ? kept.text : null;

/** Saved games; a level of the player's own is known while its file is: as it was, or else as it is now. */
export const savesOf = (own: readonly Own[]): Saves =>
  openSaves(gamesFolder(), version, (id, kept) => {
    const same = own.filter(({ text }) => text === textIn(kept));
    const levels = kept === null ? builtin : [...same, ...own].flatMap(({ levels: mine }) => mine);
    return levels.find((level) => level.id === id) ?? null;
  });

type Listed = ReturnType<Saves["list"]>[number];

/** A level of one's own that the map does not know is known to whoever names its file. */
const whyNot = ({ own, state, problem }: Listed): string | null =>
  own && state === "view only" ? "your own level: besteffort play its file" : problem;

/** A game as a list shows it, under the name its player gave it. */
function entryOf(save: Listed, name: string, levels: readonly Level[]): GameEntry {
  const when = save.created?.slice(0, 16).replace("T", " ") ?? "";
  const from = save.origin === null ? "" : `, from t${save.origin.tick}`;
  const here = `tick ${save.tick}, evening ${save.evening}${from}`;
  const level = levels.find(({ id }) => id === save.level);
  const tiers = levels.filter(({ id }) => level !== undefined && baseOf(id) === baseOf(level.id));
  return {
    file: save.file,
    level: save.level ?? "?",
    title: level?.story.title ?? save.level ?? save.file.slice(0, 20),
    tier: level !== undefined && tiers.length > 1 ? level.tier : null,
    name,
    seed: save.seed?.slice(3) ?? "",
    when,
    state: save.state,
    stars: save.stars,
    outcome: save.outcome,
    tick: save.tick,
    note: whyNot(save) ?? (save.left && save.state === "ended" ? "left" : here),
    rehearsal: save.rehearsal,
    calm: save.calm,
  };
}

/** What is done with the games of a folder, and how each went, in words. */
function gamesOf(saves: Saves, list: Games["list"]): Games {
  const now = (): Date => new Date();
  const called = (file: string): string => {
    const game = list().find((one) => one.file === file);
    return game === undefined ? "The game" : `"${game.name || game.title}"`;
  };
  return {
    longestName,
    list,
    tidy: () => saves.tidy(now()),
    rename: (file, name) => saves.rename(file, name) ?? "",
    remove: (file) => {
      const name = called(file);
      return saves.remove(file, now()) ?? `${name} is deleted. [u] brings it back, for 30 days.`;
    },
    restore: () => {
      const back = saves.restore();
      return back.ok
        ? { told: `${called(back.file)} is back.`, file: back.file }
        : { told: back.problem };
    },
    copyOut: (file) => {
      const copy = saves.copyOut(file, process.cwd());
      return copy.ok ? `A copy is in ${copy.path}` : copy.problem;
    },
  };
}

const triesOf = ({ id }: Level, list: readonly Listed[]): number =>
  list.filter(
    ({ level, rehearsal, left, stars }) =>
      level === id && !rehearsal && !left && stars !== null && stars < 2,
  ).length;

export type DiskShelf = Shelf & {
  /** Lets go of every game that was opened; says of which not all is saved. */
  readonly leave: () => readonly string[];
};

/** What can be played: the game's own levels unless others are given, and files of the player's own. */
type Playable = { readonly levels?: readonly Level[]; readonly files?: readonly OwnFile[] };

/** The levels of a file that the player named, and nothing else. */
export const only = (own: Own | null): Playable =>
  own === null ? {} : { levels: own.levels, files: [{ file: "", own, problem: "" }] };

/** Whether the fog of this seed has lifted before: what is known cannot be won. */
const isSeen = (list: readonly Listed[], level: Level, seed: Seed): boolean =>
  list
    .filter((save) => save.level === level.id && save.seed === seed)
    .some(({ state, evening, left }) => state === "ended" || evening > 1 || left);

export function openShelf(
  { levels = builtin, files = [] }: Playable,
  settings: KeptSettings,
): DiskShelf {
  const own = files.flatMap((file) => file.own ?? []);
  const ownOf = (level: Level): Own | undefined => own.find((one) => one.levels.includes(level));
  const opened: Session[] = [];
  const keep = (session: Session): Session => {
    opened.push(session);
    return calmly(session);
  };
  const saves = savesOf(own);
  const starsIn = (list: ReturnType<Saves["list"]>): Kept["progress"] =>
    new Map([...saves.progress(list)].map(([id, { stars }]) => [id, stars]));
  const all = [...builtin, ...own.flatMap((one) => one.levels)];
  const entries = (list = saves.list()): readonly GameEntry[] => {
    const names = saves.names();
    return list.map((save) => entryOf(save, names.get(save.file) ?? "", all));
  };
  const paused = (level: Level): GameEntry | undefined =>
    entries()
      .filter((save) => save.level === level.id && save.state === "paused")
      .toSorted((a, b) => Number(a.rehearsal) - Number(b.rehearsal))[0];
  return {
    levels,
    own: files
      .filter(({ file }) => file !== "")
      .map(({ file, own: of, problem }) => ({ file, levels: of?.levels ?? [], problem })),
    settings,
    tries: (level) => triesOf(level, saves.list()),
    games: gamesOf(saves, entries),
    paused,
    newSeed,
    today: () => `b1:day-${new Date().toISOString().slice(0, 10)}`,
    voiceOf: (level) => {
      const voice = (ownOf(level)?.voices ?? known)[level.story.voice];
      if (voice === undefined) throw new Error(`no voice ${level.story.voice}`);
      return voice;
    },
    look: () => {
      const list = saves.list();
      return { games: entries(list), progress: starsIn(list) };
    },
    habits: () => habitsIn(builtin, starsIn(saves.list())),
    start: (level, { seed, rehearsal, origin }) => {
      const mine = ownOf(level);
      const session = saves.start(level, seed, {
        created: new Date(),
        rehearsal: rehearsal || isSeen(saves.list(), level, seed),
        origin,
        own: mine === undefined ? null : { text: mine.text },
      });
      if (settings.now().calm) session.aside({ kind: "calm" });
      return keep(session);
    },
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
