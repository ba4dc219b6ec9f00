/** The lines of a journal, as text: what a session writes while it is played. */
import {
  type Event,
  formatIntent,
  type Intent,
  type Level,
  type Seed,
  type Tick,
} from "../engine/index.ts";
import type { Aside } from "./aside.ts";
import { type Digest, shortHash } from "./canonical.ts";
import type { Result } from "./result.ts";
import { rules } from "./rules.ts";

/** The number of this text form. */
export const format = 1;

/** Where a rehearsal was begun in another game. */
export type Origin = {
  /** The name of that game's file; null where it is not among the saved games. */
  readonly file: string | null;
  /** From 1. */
  readonly evening: number;
  readonly tick: Tick;
  /** Whether the seed is another one, under which all looked the same until then. */
  readonly other: boolean;
};

/** What the first line says. */
export type Header = {
  readonly app: string;
  readonly rules: number;
  readonly level: string;
  /** Stands for the level's evenings and scoring, not for its prose. */
  readonly laws: string;
  readonly seed: Seed;
  readonly rehearsal: boolean;
  /** Null where it was begun from its start. */
  readonly origin: Origin | null;
  /** An ISO time. */
  readonly created: string;
  /** The whole level where it is the player's own file: unchecked, as it was read. */
  readonly own: unknown;
};

/** Where a session writes its lines. */
export type JournalSink = {
  readonly digest: Digest;
  /** The name of its file, where there is one. */
  readonly file?: string | undefined;
  /** Writes a line and sees it safely stored before it returns. Never throws: see `problem`. */
  readonly append: (line: string) => void;
  /** Stands for every byte written so far. */
  readonly checksum: () => string;
  /** Why nothing is saved any more, in a sentence; null while all is well. */
  readonly problem: () => string | null;
  readonly close: () => void;
};

export const lawsHash = (digest: Digest, { evenings, scoring }: Level): string =>
  shortHash(digest, { evenings, scoring });

type Opening = Omit<Header, "rules" | "level" | "laws" | "origin"> & {
  readonly origin?: Origin | null;
};

export function headerLine(digest: Digest, level: Level, opening: Opening): string {
  const { app, seed, rehearsal, origin = null, created, own } = opening;
  const laws = lawsHash(digest, level);
  const options = origin === null ? { rehearsal } : { rehearsal, origin };
  const head = { format, app, rules, level: level.id, laws, seed, options, created };
  return JSON.stringify(own === null ? head : { ...head, own });
}

/** An evening is dealt, counted from 1. */
export const eveningLine = (evening: number, events: readonly Event[], hash: string): string =>
  JSON.stringify({ evening, e: events, h: hash });

export const turnLine = (intent: Intent, events: readonly Event[], hash: string): string =>
  JSON.stringify({ i: formatIntent(intent), e: events, h: hash });

export const asideLine = (aside: Aside): string => JSON.stringify({ aside });

export const endLine = (result: Result, checksum: string): string =>
  JSON.stringify({ end: result, sum: checksum });

/** A journal that is kept nowhere but in these lines. */
export const paper = (lines: string[], digest: Digest): JournalSink => ({
  digest,
  append: (line) => {
    lines.push(line);
  },
  checksum: () => digest(lines.map((line) => `${line}\n`).join("")),
  problem: () => null,
  close: () => {},
});
