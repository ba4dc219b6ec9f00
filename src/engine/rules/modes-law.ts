/** The numbers and words of the force `modes`: how much of yourself you run, and what that costs. */
import { amount, type LawOf, list, perMille, type Span, span, ticks, topic } from "../law.ts";
import { chance, pick } from "../luck.ts";
import type { Key, Tick, Tone } from "../message.ts";

/** How much of yourself you run, least first. */
export const modes = ["off", "core", "reduced", "full"] as const;
export type Mode = (typeof modes)[number];
export const isMode = (text: string): text is Mode => modes.some((mode) => mode === text);

/** How far each mode falls short of full, in steps that someone waiting can feel. */
export const short: { readonly [M in Mode]: number } = { full: 0, reduced: 1, core: 2, off: 2 };

const spells = (about: string) =>
  list(about, {
    after: span("ticks after the one before (the first: after the start); drawn evenly"),
    lasts: span("ticks it lasts; drawn evenly"),
  });

export const fields = {
  fullCost: amount("energy that full mode takes each tick"),
  fullWorth: amount("what a tick in full mode is worth"),
  reducedCost: amount("energy that reduced mode takes each tick"),
  reducedWorth: amount("what a tick in reduced mode is worth"),
  coreCost: amount("energy that the core alone takes each tick"),
  coreWorth: amount("what a tick of the core alone is worth"),
  good: amount("energy that comes back in an ordinary tick, give or take a quarter"),
  bad: span("energy that comes back in a bad spell instead; drawn evenly for each spell"),
  spells: spells("bad spells of your own"),
  omen: perMille("how many of a thousand bad nights are followed by a bad spell, 500 or more"),
  dark: ticks("ticks that you are dark after the energy ran out", 1),
  change: amount("what each change of mode costs"),
  missing: amount("what a tick without the core costs, times the ticks running, five at most"),
  unaware: amount("what each step below the mode they know of costs in a tick"),
  wonder: perMille("how often in a tick they ask about it, once they have noticed"),
  notice: topic("the topic of saying how much of you there is"),
  offers: list("things you may carry besides", {
    about: topic("the topic's id"),
    cost: amount("energy it takes"),
    worth: amount("what it is worth"),
  }),
  every: ticks("ticks from one offer to the next", 1),
  stays: ticks("ticks that an offer stands", 1),
  theirs: spells("bad spells of the partner's"),
  words: ticks("ticks between two words of theirs, unasked; 0 for none"),
  candid: perMille("how often their tone shows how they are"),
  favour: topic("the topic of what you may ask of them"),
  lift: amount("energy that it gives you when they can"),
  shared: amount("what it is worth besides"),
  burden: amount("what it costs when they cannot, and have to say so"),
  again: ticks("ticks before you may ask again", 1),
} as const;
export type Law = LawOf<typeof fields>;

export type Offer = {
  readonly about: string;
  readonly cost: number;
  readonly worth: number;
  readonly until: Tick;
};
export type Spell = { readonly from: Tick; readonly until: Tick; readonly gain: number };

export type Modes = {
  fields: typeof fields;
  open: {
    mode: Mode;
    since: Tick;
    /** What each mode takes a tick: known from the start. */
    readonly takes: { readonly [M in Mode]: number };
    /** What can be said, and the ticks between two askings: known from the start too. */
    readonly says: { readonly notice: string; readonly favour: string; readonly again: Tick };
    /** The tick at which you are back from the dark; 0 when you are not. */
    dark: Tick;
    /** Ticks running without the core. */
    missed: number;
    misses: number;
    crashes: number;
    changes: number;
    carried: number;
    energy: number;
    /** What came back in the last tick; null before the first. */
    gain: number | null;
    /** The last tick that is behind you. */
    lived: Tick;
    /** Whether you have been told that this mode lasts for fewer than two more ticks. */
    warned: boolean;
    /** The tick of the last bad night. */
    sleptBadly: Tick | null;
    offer: Offer | null;
    /** What you told them of this low time, and when, and whether they have answered. */
    notices: { key: Key; mode: Mode; sent: Tick; heard: boolean }[];
    /** What they last knew of you, as far as you know. */
    known: { mode: Mode; tick: Tick } | null;
    /** The last moods of theirs that you saw, three at most, latest last. */
    moods: { tone: Tone; tick: Tick }[];
    /** The last time you asked something of them. */
    asked: Tick | null;
  };
  sealed: {
    spells: Spell[];
    nights: Tick[];
    /** Which offer stands in which place of the evening. */
    order: number[];
    theirs: Spell[];
    /** What the partner takes you to be in. */
    thinks: Mode;
    /** Ticks for which less came than they know of, and the last time they said so. */
    wondering: number;
    said: Tick;
  };
  intent: { kind: "mode"; to: Mode } | { kind: "take" };
  event:
    | { kind: "woke"; tick: Tick; energy: number }
    | { kind: "changed"; tick: Tick; to: Mode; from: Mode; cost: number }
    | { kind: "lived"; tick: Tick; mode: Mode; gain: number }
    | { kind: "missed"; tick: Tick; running: number }
    | { kind: "crashed"; tick: Tick; until: Tick }
    /** The next tick is more than there is. */
    | { kind: "running out"; tick: Tick }
    | { kind: "running low"; tick: Tick; left: number }
    | { kind: "slept badly"; tick: Tick }
    /** What is on offer stands for the last time. */
    | { kind: "last call"; tick: Tick; about: string }
    | { kind: "offered"; tick: Tick; about: string; cost: number; worth: number; until: Tick }
    | { kind: "carried"; tick: Tick; about: string; cost: number; worth: number }
    | { kind: "passed"; tick: Tick; about: string };
  secret: /** What the partner takes you to be in, from now on. */
    | { kind: "thinks"; tick: Tick; mode: Mode }
    /** A tick in which less came than they know of, and what it cost. */
    | { kind: "wondered"; tick: Tick; cost: number }
    /** What they take you to be has been too much for so many ticks: told at first, and now and then. */
    | { kind: "stands"; tick: Tick; takes: Mode; running: number }
    /** Something they wrote and did not send. */
    | { kind: "draft"; tick: Tick }
    /** They were asked for what they did not have. */
    | { kind: "burdened"; tick: Tick };
};

export const takesOf = (law: Law): { readonly [M in Mode]: number } => ({
  off: 0,
  core: law.coreCost,
  reduced: law.reducedCost,
  full: law.fullCost,
});
export const worthOf = (law: Law): { readonly [M in Mode]: number } => ({
  off: 0,
  core: law.coreWorth,
  reduced: law.reducedWorth,
  full: law.fullWorth,
});

/** A whole number of a span, both ends included. */
const whole = ([low, high]: Span, draw: number): number => low + pick(draw, high - low + 1);

/** Spells one after the other, drawn from 3 numbers each. */
export function spellsOf(
  laws: Law["spells"],
  gain: (draw: number) => number,
  draw: (n: number) => number,
): Spell[] {
  const all: Spell[] = [];
  for (const [i, { after, lasts }] of laws.entries()) {
    const from = (all[i - 1]?.until ?? 0) + whole(after, draw(3 * i));
    all.push({ from, until: from + whole(lasts, draw(3 * i + 1)), gain: gain(draw(3 * i + 2)) });
  }
  return all;
}

export const within = (spells: readonly Spell[], tick: Tick): Spell | undefined =>
  spells.find(({ from, until }) => from <= tick && tick < until);

/** Ticks after the last spell in which a night may still be bad. */
const afterwards = 6;

/** Bad nights: one before each spell, and as many that mean nothing as `omen` says. */
export function nightsOf(
  { omen }: Law,
  spells: readonly Spell[],
  draw: (n: number) => number,
): Tick[] {
  const nights = spells.map(({ from }) => from - 1);
  const length = (spells.at(-1)?.until ?? 0) + afterwards;
  const quiet = Array.from({ length }, (_, tick) => tick).filter(
    (tick) => tick > 0 && !spells.some(({ from, until }) => from - 2 <= tick && tick < until),
  );
  for (const i of spells.keys()) {
    if (!chance(draw(2 * i), (1000 * (1000 - omen)) / omen)) continue;
    const night = quiet[pick(draw(2 * i + 1), quiet.length)];
    if (night !== undefined && !nights.includes(night)) nights.push(night);
  }
  return nights;
}

/** A shuffled order of so many places. */
export function shuffled(count: number, draw: (n: number) => number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let left = count; left > 1; left--) {
    const [one] = order.splice(pick(draw(left), left), 1);
    if (one !== undefined) order.push(one);
  }
  return order;
}

/** Ticks that a mode lasts on this energy at the last tick's gain; null for without end. */
export function ticksLeft(energy: number, takes: number, gain: number): number | null {
  const drain = takes - gain;
  return drain <= 0 ? null : Math.floor(energy / drain);
}
