/** A fork: the moves of a game up to a tick, made again in a game of their own that goes on from there. */
import type { Intent, Level, Seed, Tick } from "../engine/index.ts";
import type { Aside } from "./aside.ts";
import type { Digest } from "./canonical.ts";
import { readJournal } from "./journal.ts";
import { headerLine, paper } from "./line.ts";
import type { RecordedEvening, RecordedGame } from "./recorded.ts";
import { openSession } from "./session.ts";
import { staleness } from "./verdict.ts";

/** Where a game is taken over: an evening, counted from 1, and a tick of it. */
export type Point = { readonly evening: number; readonly tick: Tick };

/** Intents, evening by evening. */
export type Moves = readonly (readonly Intent[])[];

/** The moves that lead to a point, a longer wait cut there; null where they are not known. */
export function movesTo({ evenings }: RecordedGame, { evening, tick }: Point): Moves | null {
  const last = evenings[evening - 1];
  if (last === undefined) return null;
  const before = evenings.slice(0, evening - 1);
  if ([...before, last].some(({ turns }) => turns.some(({ intent }) => intent === null)))
    return null;
  return [...before.map((one) => movesUntil(one, null)), movesUntil(last, tick)];
}

function movesUntil({ turns }: RecordedEvening, until: Tick | null): readonly Intent[] {
  const moves: Intent[] = [];
  let from = 0;
  for (const { intent, events } of turns) {
    if (intent === null) return moves;
    const to = events.at(-1)?.tick ?? from;
    const over = until !== null && (to > until || intent.kind === "leave");
    if (!over) moves.push(intent);
    // Nothing was heard before a wait's last tick, so the first part of one is a wait of its own.
    else if (intent.kind === "wait" || intent.kind === "wait for news") {
      if (until > from) moves.push({ kind: "wait", ticks: until - from });
    }
    if (over) return moves;
    from = to;
  }
  return moves;
}

type Begun =
  | { readonly ok: true; readonly text: string; readonly game: RecordedGame }
  | { readonly ok: false; readonly problem: string };

/** Where a game is taken over, and under which seed. */
export type Taking = Point & {
  readonly created: Date;
  /** The name of the game's file, if it is among the saved ones. */
  readonly file: string | null;
  /** Another seed under which all looked the same; the game's own where it is left out. */
  readonly seed?: Seed | undefined;
};
type Hand = { readonly digest: Digest; readonly app: string };

const hasEnded = (evening: RecordedEvening | undefined): boolean =>
  evening?.turns.at(-1)?.events.at(-1)?.kind === "ended";

export const notOver = "A game can be taken over once this evening has ended.";
export const otherRules =
  "This game was played under other rules: it can be watched, not taken over.";

const refuse = (problem: string): Begun => ({ ok: false, problem });

/** The journal of a rehearsal that has come as far as a point of a game, and the game it holds. */
export function forkText(of: RecordedGame, level: Level, taking: Taking, hand: Hand): Begun {
  const { file, evening, tick, created } = taking;
  const { header } = of;
  const { digest } = hand;
  const { seed = header.seed } = taking;
  if (staleness(of, level, digest) !== null) return refuse(otherRules);
  if (!hasEnded(of.evenings[evening - 1])) return refuse(notOver);
  const moves = movesTo(of, taking);
  const lines = moves && linesOf(level, seed, moves, asidesAt(of, taking), digest);
  if (lines === null) return refuse("It cannot be taken over here: there is nothing left to do.");
  const origin = { file, evening, tick, other: seed !== header.seed };
  const opening = { app: `besteffort ${hand.app}`, seed, rehearsal: true, origin };
  const head = { ...opening, created: created.toISOString(), own: header.own };
  const text = `${[headerLine(digest, level, head), ...lines].join("\n")}\n`;
  const read = readJournal(text, digest);
  return read.ok ? { ok: true, text, game: read.game } : refuse(read.problem);
}

/** Its lines behind the header; null where a move could not be made, or nothing is left to play. */
function linesOf(
  level: Level,
  seed: Seed,
  moves: Moves,
  asides: readonly Aside[],
  digest: Digest,
): readonly string[] | null {
  const lines: string[] = [];
  const session = openSession(level, seed, { journal: paper(lines, digest), rehearsal: true });
  for (const aside of asides) if (!isStanding(aside)) session.aside(aside);
  for (const [n, evening] of moves.entries()) {
    if (n > 0 && !session.next()) return null;
    for (const intent of evening)
      if (session.play(intent).some(({ kind }) => kind === "refused")) return null;
  }
  // What was left standing acts from here on: what it did before is among the moves.
  for (const aside of asides) if (isStanding(aside)) session.aside(aside);
  return session.observe().ended === null ? lines : null;
}

const isStanding = ({ kind }: Aside): boolean => kind === "order" || kind === "standing limit";

/** What holds at a point: what a game was begun with, and what is left standing then. */
function asidesAt({ evenings, asides }: RecordedGame, { evening, tick }: Point): readonly Aside[] {
  const next = evenings[evening - 1]?.turns.find(({ events }) => (events.at(-1)?.tick ?? 0) > tick);
  const end = next?.line ?? evenings[evening]?.line ?? Number.POSITIVE_INFINITY;
  const by = asides.flatMap(({ line, aside }) => (line < end ? [aside] : []));
  return ["bet", "calm", "order", "standing limit"].flatMap(
    (kind) => by.findLast((aside) => aside.kind === kind) ?? [],
  );
}
