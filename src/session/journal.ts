/** Reads a journal's text back into a game, or says at which line it stops being one. */
import type { Event } from "../engine/index.ts";
import type { Digest } from "./canonical.ts";
import { type Entry, parseLine, readEntry, readHeader } from "./entry.ts";
import { format, type Header } from "./line.ts";
import type { RecordedGame, RecordedTurn } from "./recorded.ts";
import { rules } from "./rules.ts";
import { isText } from "./shape.ts";

/** How large a file may be, in bytes; how long its first line and its others, in characters; how many moves it may hold. */
export const largest = 16 * 1024 * 1024;
const longestHeader = 1024 * 1024;
const longestLine = 64 * 1024;
const mostTurns = 4000;

export type JournalFault =
  /** The first line was never finished: nothing had been shown yet. */
  "empty" | "foreign" | "format" | "too big" | "damaged" | "checksum";

export type ReadJournal =
  | { readonly ok: true; readonly game: RecordedGame }
  | {
      readonly ok: false;
      readonly kind: JournalFault;
      /** The line, from 1. */
      readonly at: number;
      /** A sentence that says what to do about it, where there is anything to do. */
      readonly problem: string;
      /** The game up to the line before; null where there is none. */
      readonly prefix: RecordedGame | null;
    };

type Draft = {
  readonly header: Header;
  readonly evenings: (RecordedGame["evenings"][number] & { readonly turns: RecordedTurn[] })[];
  readonly asides: RecordedGame["asides"][number][];
  end: RecordedGame["end"];
  tick: number;
  turns: number;
  ended: boolean;
};

const fault = (kind: JournalFault, at: number, problem: string, draft?: Draft): ReadJournal => ({
  ok: false,
  kind,
  at,
  problem,
  prefix: draft === undefined ? null : gameOf(draft),
});

function gameOf({ header, evenings, asides, end }: Draft): RecordedGame {
  return { header, evenings, asides, end };
}

/**
 * Reads the whole text. A last line without its line break is dropped: that is what a crash leaves, and
 * nothing on it had been shown. Structure and checksum are checked here; whether the game could have been
 * played, see `verdict`.
 */
export function readJournal(text: string, digest: Digest): ReadJournal {
  if (text.length > largest) return fault("too big", 1, "The file is too big to be a journal.");
  const first = text.indexOf("\n");
  const start = first < 0 ? noHeader(text) : openDraft(text.slice(0, first));
  if ("ok" in start) return start;
  let at = first + 1;
  for (let n = 2; ; n++) {
    const stop = text.indexOf("\n", at);
    if (stop < 0) return { ok: true, game: gameOf(start) };
    const line = text.slice(at, stop);
    const entry = line.length > longestLine ? "it is too long" : readEntry(line, isOurs(start));
    const why = isText(entry) ? entry : add(start, entry, n);
    if (why !== null) return fault("damaged", n, `Line ${n} is damaged: ${why}.`, start);
    if (!isText(entry) && entry.kind === "end" && entry.sum !== digest(text.slice(0, at))) {
      start.end = null;
      const problem = "The checksum does not fit: something in this file was changed.";
      return fault("checksum", n, problem, start);
    }
    at = stop + 1;
  }
}

const isOurs = ({ header }: Draft): boolean => header.rules === rules;

const notOurs = "This file is not a journal of this game.";

function noHeader(text: string): ReadJournal {
  const begun = '{"format":';
  return text.startsWith(begun) || begun.startsWith(text)
    ? fault("empty", 1, "This game was cut short before it began.")
    : fault("foreign", 1, notOurs);
}

function openDraft(line: string): Draft | ReadJournal {
  if (line.length > longestHeader) return fault("too big", 1, "Its first line is too long.");
  const value = parseLine(line, true);
  if (isText(value))
    return line.startsWith('{"format":')
      ? fault("damaged", 1, `Line 1 is damaged: ${value}.`)
      : fault("foreign", 1, notOurs);
  const number = value["format"];
  if (!isText(value["app"]) || !/^besteffort [\w.+-]{1,40}$/.test(value["app"]))
    return fault("foreign", 1, notOurs);
  if (number !== format) {
    const problem = `This journal has format ${JSON.stringify(number)}, and this version of the game reads format ${format}.`;
    return fault("format", 1, problem);
  }
  const header = readHeader(value);
  if (isText(header)) return fault("damaged", 1, `Line 1 is damaged: ${header}.`);
  return { header, evenings: [], asides: [], end: null, tick: 0, turns: 0, ended: true };
}

/** Adds one line's contents to the game, or says why it cannot stand there. */
function add(draft: Draft, entry: Entry, line: number): string | null {
  if (draft.end !== null) return "something follows the end";
  switch (entry.kind) {
    case "aside":
      draft.asides.push({ line, aside: entry.aside });
      return null;
    case "end":
      if (!draft.ended || draft.evenings.length === 0) return "the game had not ended";
      draft.end = { line, result: entry.result };
      return null;
    case "evening": {
      const { n, events, hash } = entry;
      if (!draft.ended && isOurs(draft)) return "the evening before had not ended";
      if (n !== draft.evenings.length + 1) return "its evening is out of order";
      draft.ended = false;
      draft.tick = 0;
      const why = follow(draft, events);
      if (why === null) draft.evenings.push({ line, events, hash, turns: [] });
      return why;
    }
    case "turn": {
      const { intent, events, hash } = entry;
      if (draft.ended) return "the evening was over";
      if (++draft.turns > mostTurns) return "there are too many moves";
      const why = follow(draft, events);
      if (why === null) draft.evenings.at(-1)?.turns.push({ line, intent, events, hash });
      return why;
    }
  }
}

/** Time only goes forward, and stops at an end. */
function follow(draft: Draft, events: readonly Event[]): string | null {
  for (const { kind, tick } of events) {
    if (tick < draft.tick) return "its ticks are out of order";
    if (draft.ended) return "something happens after the end";
    draft.tick = tick;
    draft.ended = kind === "ended";
  }
  return null;
}
