/** What the screens need from outside: levels, voices, and the games kept on disk. */
import type { Level, Origin, Point, Replay, Seed, Session, Voice } from "../session/index.ts";
import type { KeptSettings } from "./settings.ts";

/** One saved game, as a list shows it. */
export type GameEntry = {
  readonly file: string;
  readonly level: string;
  /** The level's title, or its id where the level is not here. */
  readonly title: string;
  /** Null where there is but one. */
  readonly tier: number | null;
  /** As the player calls it; empty where they never said. */
  readonly name: string;
  readonly seed: string;
  /** e.g. "2026-11-24 18:02". */
  readonly when: string;
  readonly state: "paused" | "ended" | "view only" | "damaged";
  readonly stars: number | null;
  readonly outcome: number | null;
  readonly tick: number;
  /** e.g. "tick 14, evening 1 of 2", or what is wrong with it. */
  readonly note: string;
  readonly rehearsal: boolean;
  /** Nothing in it was weighed. */
  readonly calm: boolean;
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

/** A file of the player's own: its levels, or where and how it is no level; empty where it is one. */
export type OwnEntry = {
  readonly file: string;
  readonly levels: readonly Level[];
  readonly problem: string;
};

/** What is done with saved games besides playing them. What each returns tells how that went, in a sentence. */
export type Games = {
  readonly longestName: number;
  /** Newest first. */
  readonly list: () => readonly GameEntry[];
  /** Throws away for good what was deleted long ago. */
  readonly tidy: () => void;
  readonly rename: (file: string, name: string) => string;
  readonly remove: (file: string) => string;
  /** Brings back what was deleted last, and says which it is. */
  readonly restore: () => { readonly told: string; readonly file?: string };
  readonly copyOut: (file: string) => string;
};

export type Shelf = {
  readonly settings: KeptSettings;
  /** Tries of a level that were played to their end and earned fewer than two stars. */
  readonly tries: (level: Level) => number;
  readonly games: Games;
  readonly levels: readonly Level[];
  /** Files of the player's own. */
  readonly own: readonly OwnEntry[];
  readonly voiceOf: (level: Level) => Voice;
  /** Reads the disk: once for each time the map or the list of games is opened. */
  readonly look: () => Kept;
  /** What may be left to a standing order, by the levels that were won with two stars. */
  readonly habits: () => readonly string[];
  readonly newSeed: () => Seed;
  /** The seed of this day, the same for everyone. */
  readonly today: () => Seed;
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
