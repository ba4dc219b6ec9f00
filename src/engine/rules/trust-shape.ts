/** What trust is made of: its numbers in a level, what you know of it, what they keep to themselves, what happens. */
import { amount, list, perMille, span, ticks, topic } from "../law.ts";
import type { Tick, Tone } from "../message.ts";
import type { Kept } from "./trust-cache.ts";
import type { Told } from "./trust-score.ts";

export const fields = {
  contact: topic("the topic of a check-in and of a gesture"),
  value: amount("what you begin with, of 1"),
  ttl: span("ticks for which a contact stays fresh with them at first; drawn evenly"),
  ttlMost: amount("the longest that it may grow to"),
  stretch: amount("ticks that a well-timed check-in adds to it"),
  early: amount("share of that time below which a check-in nags"),
  nag: amount("what a check-in costs that comes too early"),
  gain: amount("share of what is missing that a well-timed check-in adds, at most"),
  gesture: amount("share of what is missing that a gesture adds, whenever it comes"),
  stale: amount("share that counts once a contact is no longer fresh"),
  fade: amount("share kept per tick once it is not"),
  honest: perMille("how often the tone of an answer is the true one, and not another"),
  offers: list("what you could promise, in an order drawn for each seed", {
    about: topic("the topic's id"),
    size: ticks("the energy it takes on its day", 1),
  }),
  every: span("ticks from one offer to the next; drawn evenly for each"),
  stands: ticks("ticks for which an offer stands", 1),
  due: span("ticks from an offer to its day; drawn evenly"),
  kept: amount("what a kept promise is worth, for each of its size"),
  grows: amount("share of what is missing that it adds, for each of its size"),
  unsaid: amount("what an offer costs that is neither taken nor declined"),
  broken: amount("what a broken promise costs"),
  called: amount("share of that price that calling it off beforehand costs"),
  left: amount("share of the value that is left after a break"),
  leftTtl: ticks("ticks for which a contact stays fresh after a break", 1),
  wary: ticks("ticks for which every gain is small after a break"),
  waryGain: amount("share of a gain that counts meanwhile"),
  drains: perMille("how often a tick brings word of a day that will take energy"),
  drain: span("what it takes; drawn evenly, in whole numbers"),
  notice: span("ticks from the word to the day; drawn evenly"),
  shocks: list("what comes out that is not of your making", {
    about: topic("the topic's id; its scene is what is seen"),
    at: span("its tick; drawn evenly"),
  }),
  declines: perMille("how often they would rather not build up again after a shock"),
  lieFound: perMille("how often a made-up reason is found out"),
  lieAfter: span("ticks until it is; drawn evenly"),
  lieCap: amount("what the value can never rise above once a lie is found"),
} as const;

export type Offer = { readonly about: string; readonly size: number; readonly due: Tick };

export type Trust = {
  fields: typeof fields;
  open: {
    contact: string;
    offers: (Offer & { readonly until: Tick })[];
    promises: Offer[];
    /** Days to come that will take energy. */
    drains: { readonly at: Tick; readonly by: number }[];
    /** The last time that you know they had something of you. */
    last: Tick;
    /** Their answers to check-ins, at most twelve: when, how long after the contact before, and how. */
    tones: { readonly tick: Tick; readonly gap: Tick; readonly tone: Tone }[];
    /** What you believe you have with them: your own number, which does not fade. */
    banked: number;
    shaken: Tick | null;
    counts: { kept: number; broken: number; called: number; unsaid: number };
  };
  sealed: Kept & {
    /** The order of the offers, how many there were, and the tick of the next. */
    order: readonly number[];
    offered: number;
    next: Tick;
    shocks: readonly Tick[];
    lies: readonly { readonly about: string; readonly at: Tick }[];
    /** Whether they still have to say if they want to build up again, or have said that they do not. */
    asked: "no" | "open" | "declined";
    worth: number;
    /** Ticks in which nothing was fresh. */
    stale: Tick;
  };
  intent:
    | { kind: "promise"; about: string; small: boolean }
    | { kind: "decline" | "withdraw" | "excuse"; about: string };
  event: /** An offer stands for the last time. */
    | { kind: "last day"; tick: Tick; about: string }
    | { kind: "promise offered"; tick: Tick; about: string; size: number; until: Tick; due: Tick }
    | { kind: "promise unsaid"; tick: Tick; about: string }
    | { kind: "promise"; tick: Tick; about: string; size: number; due: Tick }
    | { kind: "decline" | "withdraw" | "excuse"; tick: Tick; about: string }
    | { kind: "promise due"; tick: Tick; about: string; size: number }
    | { kind: "promise kept"; tick: Tick; about: string; size: number }
    | { kind: "trust shaken"; tick: Tick; about: string; why: "broken" | "lie" | "elsewhere" }
    /** A day that takes energy: first the word of it, then the day itself. */
    | { kind: "drain"; tick: Tick; at: Tick; by: number };
  secret: Told;
};

/** What is left of a promise that is made small. */
export const smaller = (size: number): number => Math.ceil(size / 2);
