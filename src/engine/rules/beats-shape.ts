/** Beats: what a level sets of them, what is known, and what is hidden. */
import { amount, list, perMille, span, ticks, topic } from "../law.ts";
import type { Tick } from "../message.ts";

export const fields = {
  start: perMille("how safe the partner feels with you at the start"),
  ping: perMille("share of what is missing to it that a ping puts back"),
  gesture: perMille("share of what is missing to it that a gesture puts back"),
  found: perMille("share of what is missing to it that being found puts back"),
  keeps: perMille("how much of it a tick leaves"),
  calm: perMille("how much of it a tick of a quiet that you announced leaves"),
  worry: perMille("how much of it goes in each tick in which your silence alarms them"),
  quiet: ticks("ticks that a quiet you announce may last", 1),
  writes: perMille("how often they write of themselves in a tick"),
  wonders: perMille("how often they write when your silence grows odd"),
  downs: list("times at which they go down, and stay down until you look in", {
    from: span("the first tick; drawn evenly"),
  }),
  shifts: list("times of which they have told you that they will not beat", {
    from: span("the first tick; drawn evenly"),
    lasts: ticks("ticks it lasts", 1),
  }),
  anew: ticks(
    "1: after a shift the line may be another, so the gaps before it tell nothing; 0: it stays",
  ),
  lean: list("times, known ahead, in which less energy comes back to you", {
    from: span("the first tick; drawn evenly"),
    lasts: ticks("ticks it lasts", 1),
    drain: amount("energy that goes in each of them"),
  }),
  ahead: ticks("how many ticks ahead such times are known"),
  hello: topic("the topic of a ping"),
  parcel: topic("the topic of a gesture"),
  away: topic("the topic of announcing a quiet of yours"),
} as const;

/** The band from which a silence is alarming. */
export const alarming = 2;

export const plans = ["shift", "lean"] as const;
/** A time known ahead: theirs without beats, or yours with less energy. The last tick is not in it. */
export type Plan = {
  readonly what: (typeof plans)[number];
  readonly from: Tick;
  readonly until: Tick;
};

export type Beats = {
  fields: typeof fields;
  open: {
    /** The tick of the latest sign of life, and the gaps between the ones before it. */
    last: Tick;
    gaps: Tick[];
    /** The longest quiet they came back from by themselves. */
    longest: Tick;
    /** How suspicious the quiet is by now: 0 as usual, 1 odd, 2 alarming. */
    band: number;
    found: number;
    needless: number;
    planned: Plan[];
    /** Whether you have announced a quiet: once an evening. */
    announced: boolean;
    /** The topics of what you can send. */
    about: { readonly ping: string; readonly gesture: string; readonly announce: string };
  };
  sealed: {
    /** In thousandths. */
    security: number;
    down: boolean;
    /** What they know of your beats: gaps, and ticks since the last one that they were listening for. */
    gaps: Tick[];
    since: Tick;
    band: number;
    /** Until before this tick they know that you are quiet. */
    excused: Tick;
    downs: readonly Tick[];
    plans: readonly (Plan & { readonly drain: number })[];
    sum: { security: number; down: Tick; worried: Tick };
  };
  intent: { kind: "check" };
  event:
    | { kind: "suspicion"; tick: Tick; band: number }
    | ({ kind: "told ahead"; tick: Tick } & Plan)
    | { kind: "over"; tick: Tick; what: Plan["what"] }
    /** You looked in: they were down, or they were not. `variant` picks the wording. */
    | { kind: "found" | "needless"; tick: Tick; variant: number };
  secret:
    | { kind: "went down"; tick: Tick }
    | { kind: "doubts"; tick: Tick; band: number }
    /** How it was for them, once the evening is over; security is a mean, in thousandths. */
    | { kind: "felt"; tick: Tick; security: number; down: Tick; worried: Tick };
};
