/** The cache that trust is: a value, its age, and the time for which it stays fresh. Pure steps on one record. */
import { chance, pick } from "../luck.ts";
import type { Tick, Tone } from "../message.ts";
import { milli } from "../number.ts";

export type Kept = {
  value: number;
  /** Ticks since they last had something of you. */
  age: Tick;
  ttl: number;
  /** Ticks for which gains are still small. */
  wary: Tick;
  /** What the value never rises above. */
  ceiling: number;
};

type Law = {
  readonly ttlMost: number;
  readonly early: number;
  readonly stretch: number;
  readonly nag: number;
  readonly gain: number;
  readonly fade: number;
  readonly grows: number;
  readonly called: number;
  readonly left: number;
  readonly leftTtl: number;
  readonly wary: Tick;
  readonly waryGain: number;
};

/** A cached value may be used at ages below its time to live. */
export const isFresh = (age: Tick, ttl: number): boolean => age < ttl;

/** How a check-in finds it: what the tone of the answer is a sign of. */
export type State = "early" | "steady" | "late";

export function stateOf({ age, ttl }: Kept, { early }: Law): State {
  if (!isFresh(age, ttl)) return "late";
  return age < early * ttl ? "early" : "steady";
}

const states: readonly State[] = ["early", "steady", "late"];

/** The true tone, or one of the other two: no tone can be sure of the state behind it. */
export function noisyTone(state: State, draw: number, side: number, honest: number): Tone {
  if (chance(draw, honest)) return state;
  const others = states.filter((one) => one !== state);
  return others[pick(side, others.length)] ?? state;
}

/** This share of what is missing is added; whoever was lied to has a ceiling. */
function add(cache: Kept, share: number): void {
  const { value, ceiling } = cache;
  cache.value = milli(Math.min(ceiling, value + share * (1 - value)));
}

/** They have something of you: the age begins again. Words count for little with the wary. */
export function contact(cache: Kept, { waryGain }: Law, share: number): void {
  add(cache, cache.wary > 0 ? waryGain * share : share);
  cache.age = 0;
}

/** A gain that comes at the wrong moment is so much of one that is well timed. */
const mistimed = { early: 1 / 7, late: 0.4 };
/** What a check-in that comes late takes from the time to live. */
const shrink = 1;

/** A check-in: returns what it costs. */
export function refresh(cache: Kept, law: Law): number {
  const { age, ttl } = cache;
  const state = stateOf(cache, law);
  if (state === "steady") {
    contact(cache, law, (law.gain * age) / ttl);
    cache.ttl = milli(Math.min(law.ttlMost, ttl + law.stretch));
    return 0;
  }
  contact(cache, law, law.gain * mistimed[state]);
  if (state === "early") return law.nag;
  cache.ttl = Math.min(ttl, milli(Math.max(law.leftTtl, ttl - shrink)));
  return 0;
}

/** A promise kept is a deed: it counts in full even with the wary, and makes the last word no younger. */
export const kept = (cache: Kept, { grows }: Law, size: number): void =>
  add(cache, Math.min(1, grows * size));

/** A break: nearly all of it is gone, and comes back slowly. */
export function shake(cache: Kept, law: Law): void {
  cache.value = milli(cache.value * law.left);
  cache.ttl = Math.min(cache.ttl, law.leftTtl);
  cache.wary = law.wary;
}

/** Called off beforehand: a part of a break, with nothing to live down. */
export function withdraw(cache: Kept, { called, left, leftTtl }: Law): void {
  cache.value = milli(cache.value * (1 - called * (1 - left)));
  cache.ttl = milli(cache.ttl - called * Math.max(0, cache.ttl - leftTtl));
}

/** A tick passes. */
export function ticking(cache: Kept, { fade }: Law): void {
  cache.age += 1;
  cache.wary = Math.max(0, cache.wary - 1);
  if (!isFresh(cache.age, cache.ttl)) cache.value = milli(cache.value * fade);
}
