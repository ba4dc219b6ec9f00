/** How long a contact stays fresh with somebody, as far as the tones of their answers tell: a count of guesses. */
import type { Tick, Tone } from "../engine/index.ts";

type Told = { readonly tick: Tick; readonly gap: Tick; readonly tone: Tone };

/** One guess at their time to live: what it would be by now, and how well it fits what was heard. */
type Guess = { ttl: number; fits: number };

/** What is fair to assume of anybody: gaps far too short nag, gaps too long are late, tones err a quarter of the time. */
const early = 0.4;
const right = 0.75;
const stretch = 1;
const least = 3;

const stateFor = (gap: Tick, ttl: number): Tone => {
  if (gap >= ttl) return "late";
  return gap < early * ttl ? "early" : "steady";
};

function odds(state: Tone, tone: Tone): number {
  return state === tone ? right : (1 - right) / 2;
}

function hear(guess: Guess, { gap, tone }: Told): void {
  const state = stateFor(gap, guess.ttl);
  guess.fits *= odds(state, tone);
  if (state === "steady") guess.ttl += stretch;
  if (state === "late") guess.ttl = Math.max(least, guess.ttl - 1);
}

/**
 * The time to live that is reached with this certainty (0 to 1), from guesses of `low` to `high` that are all as
 * likely at first. After a break all begin at the least.
 */
export function ttlFrom(
  tones: readonly Told[],
  broken: Tick | null,
  [low, high]: readonly [number, number],
  certainty: number,
): number {
  const guesses: Guess[] = [];
  for (let ttl = low; ttl <= high; ttl++) guesses.push({ ttl, fits: 1 });
  let told = false;
  const breakAt = (tick: Tick): void => {
    if (told || broken === null || tick < broken) return;
    told = true;
    for (const guess of guesses) guess.ttl = Math.min(guess.ttl, least);
  };
  for (const one of tones) {
    breakAt(one.tick);
    for (const guess of guesses) hear(guess, one);
  }
  breakAt(Number.POSITIVE_INFINITY);
  guesses.sort((a, b) => b.ttl - a.ttl);
  const all = guesses.reduce((sum, { fits }) => sum + fits, 0);
  let above = 0;
  for (const { ttl, fits } of guesses) {
    above += fits;
    if (above >= certainty * all) return ttl;
  }
  return low;
}
