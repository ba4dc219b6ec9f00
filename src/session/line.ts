/** The lines of a journal, as text: what a session writes while it is played. */
import { type Event, formatIntent, type Intent, type Level, type Seed } from "../engine/index.ts";
import type { Aside } from "./aside.ts";
import { type Digest, shortHash } from "./canonical.ts";
import type { Result } from "./result.ts";
import { rules } from "./rules.ts";

/** The number of this text form. */
export const format = 1;

/** What the first line says. */
export type Header = {
  readonly app: string;
  readonly rules: number;
  readonly level: string;
  /** Stands for the level's evenings and scoring, not for its prose. */
  readonly laws: string;
  readonly seed: Seed;
  readonly rehearsal: boolean;
  /** An ISO time. */
  readonly created: string;
  /** The whole level where it is the player's own file: unchecked, as it was read. */
  readonly own: unknown;
};

/** Where a session writes its lines. */
export type JournalSink = {
  readonly digest: Digest;
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

type Opening = Omit<Header, "rules" | "level" | "laws">;

export function headerLine(digest: Digest, level: Level, opening: Opening): string {
  const { app, seed, rehearsal, created, own } = opening;
  const laws = lawsHash(digest, level);
  const options = { rehearsal };
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
