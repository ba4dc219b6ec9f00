/** Beats: each of you listens for the other, and either may fall silent for reasons that do not travel. */
import type { Force, Turn } from "../force.ts";
import { amount, even, list, perMille, span, ticks, word } from "../law.ts";
import { chance, pick } from "../luck.ts";
import type { Message, Tick, Tone } from "../message.ts";
import { bandOf, doubtAfter, remembered } from "../phi.ts";
import { beatsFacts, beatsMeasures } from "./beats-score.ts";

const fields = {
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
  hello: word("the topic of a ping"),
  parcel: word("the topic of a gesture"),
  away: word("the topic of announcing a quiet of yours"),
} as const;

/** The band from which a silence is alarming. */
const alarming = 2;

const plans = ["shift", "lean"] as const;
/** A time known ahead: theirs without beats, or yours with less energy. The last tick is not in it. */
type Plan = { readonly what: (typeof plans)[number]; readonly from: Tick; readonly until: Tick };

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
    | ({ kind: "planned"; tick: Tick } & Plan)
    | { kind: "over"; tick: Tick; what: Plan["what"] }
    /** You looked in: they were down, or they were not. `variant` picks the wording. */
    | { kind: "found" | "needless"; tick: Tick; variant: number };
  secret:
    | { kind: "went down"; tick: Tick }
    | { kind: "doubts"; tick: Tick; band: number }
    /** How it was for them, once the evening is over; security is a mean, in thousandths. */
    | { kind: "felt"; tick: Tick; security: number; down: Tick; worried: Tick };
};

/** What is expected of a line that is not known yet. */
const firstGaps: readonly Tick[] = [1, 3];

/** Ticks in which a beat could have been heard, since the last sign of life. */
export function quietOf({ last, planned }: Readonly<Beats["open"]>, tick: Tick): Tick {
  const excused = planned.map(({ what, from, until }) =>
    what === "shift" ? Math.max(0, Math.min(tick, until) - Math.max(last, from)) : 0,
  );
  return Math.max(0, tick - last - excused.reduce((sum, ticks) => sum + ticks, 0));
}

const isNow = (plan: Plan, what: Plan["what"], tick: Tick): boolean =>
  plan.what === what && plan.from <= tick && tick < plan.until;

const onShift = ({ plans }: Readonly<Beats["sealed"]>, tick: Tick): boolean =>
  plans.some((plan) => isNow(plan, "shift", tick));

/** Puts back a share, in thousandths, of what is missing to a whole. */
const lift = (security: number, share: number): number =>
  Math.round(security + ((1000 - security) * share) / 1000);

/** What a tick does to them, in which they listened for you. */
function listen({ law, sealed, tick, hide }: Turn<Beats>): void {
  const excused = tick < sealed.excused;
  if (!excused) sealed.since += 1;
  const band = bandOf(sealed.since, sealed.gaps);
  if (band !== sealed.band) hide({ kind: "doubts", tick, band });
  sealed.band = band;
  const worried = band === alarming;
  if (worried) sealed.sum.worried += 1;
  const kept = (sealed.security * (excused ? law.calm : law.keeps)) / 1000;
  sealed.security = Math.max(0, Math.round(kept - (worried ? law.worry : 0)));
}

const moods: { readonly [state in "sure" | "unsure"]: readonly (readonly [Tone, number])[] } = {
  sure: [
    ["light", 450],
    ["thin", 800],
    ["puzzled", 1000],
  ],
  unsure: [
    ["light", 200],
    ["thin", 450],
    ["puzzled", 1000],
  ],
};

/** They write of themselves now and then, and when your silence grows odd: how, is a noisy sign. */
function write({ law, sealed, tick, luck, say, hide }: Turn<Beats>, before: number): void {
  const often = sealed.band > before ? law.wonders : law.writes;
  if (!chance(luck("outside", tick), often)) return;
  const of = sealed.band > 0 ? "unsure" : "sure";
  const draw = luck("sign", tick);
  const tone = moods[of].find(([, upTo]) => chance(draw, upTo))?.[0] ?? "plain";
  hide({ kind: "sign", tick, tone, of });
  say({ what: "word", tone });
}

/** A sign of life from you has arrived. */
function notice({ law, sealed, tick, answer }: Turn<Beats>, message: Message): void {
  if (sealed.since > 0 && sealed.band < alarming)
    sealed.gaps = [...sealed.gaps, sealed.since].slice(-remembered);
  sealed.since = 0;
  const { kind, values } = message;
  sealed.security = lift(sealed.security, kind === "gesture" ? law.gesture : law.ping);
  sealed.excused = kind === "announce" ? (values[0] ?? tick) : tick;
  if (kind === "announce") answer(message, { tone: "plain" });
}

export const beats: Force<Beats> = {
  id: 3,
  fields,
  verbs: ["check"],
  events: {
    suspicion: { loud: 1, fields: { band: "count" } },
    planned: { loud: 2, fields: { what: plans, from: "tick", until: "tick" } },
    over: { loud: 1, fields: { what: plans } },
    found: { loud: 2, fields: { variant: "count" } },
    needless: { loud: 2, fields: { variant: "count" } },
  },
  blank: ({ hello: ping, parcel: gesture, away: announce }) => ({
    last: 0,
    gaps: [...firstGaps],
    longest: 0,
    band: 0,
    found: 0,
    needless: 0,
    planned: [],
    announced: false,
    about: { ping, gesture, announce },
  }),
  // What looking in finds is seen at once, so when they go down is drawn as the player's own luck is.
  deal: (law, _draw, own) => ({
    security: law.start,
    down: false,
    gaps: [3, 5],
    since: 0,
    band: 0,
    excused: 0,
    downs: law.downs.map(({ from }, i) => Math.round(even(from, own(i)))),
    plans: [
      ...law.shifts.map((one, i) => planOf("shift", { ...one, drain: 0 }, own(100 + i))),
      ...law.lean.map((one, i) => planOf("lean", one, own(200 + i))),
    ],
    sum: { security: 0, down: 0, worried: 0 },
  }),
  record(open, event, law) {
    if (event.kind === "planned")
      open.planned.push({ what: event.what, from: event.from, until: event.until });
    if (event.kind === "over" && event.what === "shift") {
      open.last = event.tick;
      if (law.anew > 0) open.gaps = [...firstGaps];
    }
    if (event.kind === "suspicion") open.band = event.band;
    if (event.kind === "sent" && event.what === "announce") open.announced = true;
    if (event.kind === "heard" && event.tick > open.last) {
      const gap = quietOf(open, event.tick);
      open.last = event.tick;
      open.longest = Math.max(open.longest, gap);
      if (gap > 0) open.gaps = [...open.gaps, gap].slice(-remembered);
    }
    if (event.kind === "found" || event.kind === "needless") {
      open[event.kind] += 1;
      open.last = event.tick;
    }
  },
  sendable: ({ announced, about }) => [
    { what: "ping", about: about.ping, ack: false },
    { what: "gesture", about: about.gesture, ack: false },
    ...(announced ? [] : [{ what: "announce", about: about.announce, ack: true } as const]),
  ],
  pack: ({ law, tick }, { kind }) => (kind === "announce" ? { values: [tick + law.quiet] } : null),
  moves: () => [{ kind: "check" }],
  parse: (line) => (line === "check" || line === "look in" ? { kind: "check" } : null),
  act({ law, sealed, tick, emit, ownLuck }) {
    const kind = sealed.down ? "found" : "needless";
    if (sealed.down) {
      sealed.down = false;
      sealed.security = lift(sealed.security, law.found);
      sealed.since = 0;
    }
    emit({ kind, tick, variant: pick(ownLuck("own", tick), 6) });
  },
  account(turn) {
    const { law, sealed, tick, energy, spend } = turn;
    const { sum, band } = sealed;
    for (const plan of sealed.plans)
      if (isNow(plan, "lean", tick)) spend(Math.min(energy, plan.drain));
    if (sealed.down) {
      sum.down += 1;
      sealed.security = Math.round((sealed.security * law.keeps) / 1000);
    } else if (!onShift(sealed, tick)) {
      listen(turn);
      write(turn, band);
    }
    sum.security += sealed.security;
  },
  outside({ law, sealed, tick, emit, hide, say }) {
    for (const { what, from, until } of sealed.plans)
      if (tick === Math.max(0, from - law.ahead))
        emit({ kind: "planned", tick, what, from, until });
    for (const { what, until } of sealed.plans)
      if (tick === until) emit({ kind: "over", tick, what });
    if (sealed.downs.includes(tick) && !sealed.down) {
      sealed.down = true;
      hide({ kind: "went down", tick });
    }
    if (!sealed.down && !onShift(sealed, tick)) say({ what: "beat", tone: "plain" });
  },
  arrive(turn, message) {
    if (!["ping", "gesture", "announce"].includes(message.kind)) return true;
    if (turn.sealed.down || onShift(turn.sealed, turn.tick)) return false;
    notice(turn, message);
    return "taken";
  },
  // Silence passes by itself: what it means is derived in each tick, from what is known alone.
  expire({ open, tick, emit }) {
    const band = bandOf(quietOf(open, tick), open.gaps);
    if (band === open.band) return;
    emit({ kind: "suspicion", tick, band }, band === alarming ? 2 : band > open.band ? 1 : 0);
  },
  close({ sealed, tick, hide }) {
    const { security, down, worried } = sealed.sum;
    const mean = Math.round(security / Math.max(1, tick));
    hide({ kind: "felt", tick, security: mean, down, worried });
  },
  gauges: {
    found: ({ found }) => found,
    needless: ({ needless }) => needless,
  },
  measures: beatsMeasures,
  facts: beatsFacts,
  track: { name: "doubt", at: (_law, { since, gaps }) => doubtAfter(since, gaps) },
};

function planOf(
  what: Plan["what"],
  { from, lasts, drain }: { from: readonly [number, number]; lasts: Tick; drain: number },
  draw: number,
) {
  const start = Math.round(even(from, draw));
  return { what, from: start, until: start + lasts, drain };
}
