/** What the screens need from outside: levels, voices, and the games kept on disk. */
import type { Level, Origin, Point, Replay, Seed, Session, Voice } from "../session/index.ts";

/** One saved game, as a list shows it. */
export type GameEntry = {
  readonly file: string;
  readonly level: string;
  readonly seed: string;
  /** e.g. "2026-11-24 18:02". */
  readonly when: string;
  readonly state: "paused" | "ended" | "view only" | "damaged";
  readonly stars: number | null;
  /** e.g. "tick 14, evening 1 of 2", or what is wrong with it. */
  readonly note: string;
  readonly rehearsal: boolean;
};

/** What is kept of earlier games, newest first. */
export type Kept = {
  readonly games: readonly GameEntry[];
  /** Most stars earned by level id; a level played to an end without a score counts as null. */
  readonly progress: ReadonlyMap<string, number | null>;
};

/** A game to watch, and what its file lacks. */
export type Watched = {
  readonly replay: Replay;
  readonly problem: string | null;
  /** Its name among the saved games; left out where it is not one of them. */
  readonly file?: string;
};

export type Refused = { readonly refused: string };

/** The habits that some progress has earned. */
export const habitsIn = (levels: readonly Level[], progress: Kept["progress"]): readonly string[] =>
  levels.flatMap(({ id, story }) => ((progress.get(id) ?? 0) >= 2 ? story.habits : []));

export type Shelf = {
  readonly levels: readonly Level[];
  readonly voiceOf: (level: Level) => Voice;
  /** Reads the disk: once for each time the map or the list of games is opened. */
  readonly look: () => Kept;
  /** What may be left to a standing order, by the levels that were won with two stars. */
  readonly habits: () => readonly string[];
  readonly newSeed: () => Seed;
  /** The newest unfinished game of a level, if it can be resumed. */
  readonly paused: (level: Level) => GameEntry | undefined;
  readonly start: (
    level: Level,
    options: { seed: Seed; rehearsal: boolean; origin?: Origin },
  ) => Session;
  /** Takes a game over at a point of it, in a rehearsal; under another seed, where one is given. */
  readonly fork: (of: Watched, at: Point, seed?: Seed) => Session | Refused;
  readonly resume: (file: string) => Session | Refused;
  readonly replay: (file: string) => Watched | Refused;
};
