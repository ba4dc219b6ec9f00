/** Another seed under which the same moves would have shown the same so far: other weather, and nobody could tell. */
import { type Event, type Level, luck, root, run, type Seed, seedFrom } from "../engine/index.ts";
import { canonical } from "./canonical.ts";
import { eveningSeed, lawsOf } from "./evening.ts";
import { type Moves, movesTo, type Point } from "./fork.ts";
import type { Replay } from "./replay.ts";

/** How many seeds are tried. */
const tries = 10_000;
/** How many events are compared in all: about a second's worth, so that a key is never long unanswered. */
const looks = 120_000;

export type Twin = {
  readonly seed: Seed;
  /** The latest tick of the last evening before anything looked different; infinite where nothing did. */
  readonly until: number;
  /** Whether the partner chose the same words too, or only meant the same. */
  readonly words: boolean;
};

/** What an evening shows, event by event: as text, and as text without the choice of words. */
type Shown = {
  readonly events: readonly Event[];
  readonly exact: readonly string[];
  readonly loose: readonly string[];
};

/**
 * Seeds of a list, which is the same for the same game and moves: one under which all looked the same; or, where
 * there is none, one that differs in wording alone, then the one that looked the same longest. Empty where none
 * looked the same for a single tick.
 */
export function twinsOf(level: Level, seed: Seed, moves: Moves, most = tries): readonly Twin[] {
  const shown = moves.map((_, n) => shownOf(level, seed, moves, n));
  const [base, made] = [root(seed), moves.flat().length];
  let best: Twin | null = null;
  let worded: Twin | null = null;
  for (let i = 0, looked = 0; i < most && looked < looks; i++) {
    const other = seedFrom(luck(base, "bot", made, i));
    if (other === seed) continue;
    const { exact, loose, seen } = alike(level, other, moves, shown);
    looked += seen;
    if (exact === Number.POSITIVE_INFINITY) return [{ seed: other, until: exact, words: true }];
    if (loose === Number.POSITIVE_INFINITY) worded ??= { seed: other, until: loose, words: false };
    if (exact > (best?.until ?? 0)) best = { seed: other, until: exact, words: true };
  }
  return [worded, best].filter((twin) => twin !== null);
}

/** The same for a point of a recorded game; empty where it cannot be played again. */
export function twinsFor({ record, level, seed }: Replay, point: Point): readonly Twin[] {
  const moves = record && movesTo(record, point);
  return moves === null ? [] : twinsOf(level, seed, moves);
}

/** The same event whatever its wording, which no rule reads. */
const unworded = (event: Event): Event =>
  event.kind === "heard" ? { ...event, variant: 0 } : event;

/** A beat's wording is never seen. */
const worded = (event: Event): Event =>
  event.kind === "heard" && event.what === "beat" ? unworded(event) : event;

function shownOf(level: Level, seed: Seed, moves: Moves, n: number): Shown {
  const { events, take } = run(lawsOf(level, n), eveningSeed(seed, n));
  for (const intent of moves[n] ?? []) take(intent);
  const textsBy = (of: (event: Event) => Event) => events.map((event) => canonical(of(event)));
  return { events, exact: textsBy(worded), loose: textsBy(unworded) };
}

type Alike = { readonly exact: number; readonly loose: number; readonly seen: number };

/** How long the moves show the same under another seed: to the last word, and but for the words. */
function alike(level: Level, seed: Seed, moves: Moves, shown: readonly Shown[]): Alike {
  let exact = Number.POSITIVE_INFINITY;
  let seen = 0;
  for (const [n, evening] of moves.entries()) {
    const last = n === moves.length - 1;
    for (const { event, at } of playing(level, seed, n, evening)) {
      const expected = shown[n];
      seen++;
      if (canonical(worded(event)) === expected?.exact[at]) continue;
      const before = Math.min(event.tick, expected?.events[at]?.tick ?? event.tick) - 1;
      exact = Math.min(exact, last ? before : -1);
      if (canonical(unworded(event)) !== expected?.loose[at]) return { exact, loose: -1, seen };
    }
  }
  return { exact, loose: Number.POSITIVE_INFINITY, seen };
}

/** What an evening shows while it is played: whoever has seen enough stops asking. */
function* playing(level: Level, seed: Seed, n: number, intents: Moves[number]) {
  const { events, take } = run(lawsOf(level, n), eveningSeed(seed, n));
  let at = 0;
  for (let move = -1; move < intents.length; move++) {
    const intent = intents[move];
    if (intent !== undefined) take(intent);
    for (; at < events.length; at++) {
      const event = events[at];
      if (event !== undefined) yield { event, at };
    }
  }
}
