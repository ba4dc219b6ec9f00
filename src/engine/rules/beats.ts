/** Beats: each of you listens for the other, and either may fall silent for reasons that do not travel. */
import type { Force } from "../force.ts";
import { even } from "../law.ts";
import { pick } from "../luck.ts";
import type { Tick } from "../message.ts";
import { bandOf, doubtAfter, remembered } from "../phi.ts";
import { isNow, lift, listen, notice, onShift, write } from "./beats-partner.ts";
import { beatsFacts, beatsMeasures } from "./beats-score.ts";
import { alarming, type Beats, fields, type Plan, plans } from "./beats-shape.ts";

/** What is expected of a line that is not known yet. */
const firstGaps: readonly Tick[] = [1, 3];

type Timed = { readonly last: Tick; readonly planned: readonly Plan[] };

/** Ticks in which a beat could have been heard, since the last sign of life. */
export function quietOf({ last, planned }: Timed, tick: Tick): Tick {
  const excused = planned.map(({ what, from, until }) =>
    what === "shift" ? Math.max(0, Math.min(tick, until) - Math.max(last, from)) : 0,
  );
  return Math.max(0, tick - last - excused.reduce((sum, ticks) => sum + ticks, 0));
}

export const beats: Force<Beats> = {
  id: 3,
  fields,
  verbs: ["check"],
  events: {
    suspicion: { loud: 1, fields: { band: "count" } },
    "told ahead": { loud: 2, fields: { what: plans, from: "tick", until: "tick" } },
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
    if (event.kind === "told ahead")
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
  sendable({ announced, about }) {
    const ping = { what: "ping", about: about.ping, ack: false } as const;
    const gesture = { what: "gesture", about: about.gesture, ack: false } as const;
    if (announced) return [ping, gesture];
    return [ping, gesture, { what: "announce", about: about.announce, ack: true }];
  },
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
        emit({ kind: "told ahead", tick, what, from, until });
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
