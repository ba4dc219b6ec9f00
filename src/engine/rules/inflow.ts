/** Inflow: they share too. You take in only so much, and only while you are not talking; you can say when it is a lot. */
import type { Force } from "../force.ts";
import { amount, byFactor, list, span, ticks, topic } from "../law.ts";
import { pick } from "../luck.ts";
import type { Tick } from "../message.ts";
import { most } from "./credit-score.ts";

/** The share of an evening that can be spent on listening. */
const listening = 0.5;

const fields = {
  items: list("what they have to share, in order", {
    about: topic("the topic's id"),
    weight: ticks("room that it takes in you, and ticks of listening", 1),
    worth: amount("what it is worth to have heard it"),
  }),
  full: topic("the topic of saying that it is a lot"),
  holds: ticks("room for what you have not taken in; what does not fit goes past you", 1),
  gap: span("ticks between two things that they want to share, in the mean; drawn by factors"),
  pause: ticks("ticks for which they keep things to themselves once you have said so", 1),
  hurt: amount("what it costs when something goes past you, in its worth"),
} as const;

type Inflow = {
  fields: typeof fields;
  open: {
    /** What you have heard and not yet taken in. */
    load: number;
    kept: number;
    missed: number;
    /** When you last talked, and when you last said that it is a lot. */
    talked: Tick | null;
    told: Tick | null;
    topic: string;
  };
  sealed: {
    gap: number;
    /** Things they wanted to share so far, and did; before `until` they hold the rest back. */
    wanted: number;
    said: number;
    until: Tick;
  };
  intent: never;
  event:
    | { kind: "taken in"; tick: Tick; load: number }
    | { kind: "went past"; tick: Tick; about: string };
  secret: { kind: "wanted"; tick: Tick; things: number } | { kind: "held back"; tick: Tick };
};

export const inflow: Force<Inflow> = {
  id: 25,
  fields,
  verbs: [],
  events: {
    "taken in": { loud: 0, fields: { load: "count" } },
    "went past": { loud: 2, fields: { about: "word" } },
  },
  blank: ({ full }) => ({ load: 0, kept: 0, missed: 0, talked: null, told: null, topic: full }),
  deal: ({ gap }, draw) => ({ gap: byFactor(gap, draw(0)), wanted: 0, said: 0, until: 0 }),
  record(open, event) {
    if (event.kind === "sent") open.talked = event.tick;
    if (event.kind === "sent" && event.what === "announce") open.told = event.tick;
    if (event.kind === "went past") open.missed += 1;
    if (event.kind !== "taken in") return;
    if (event.load > open.load) open.kept += 1;
    open.load = event.load;
  },
  sendable: ({ topic }) => [{ what: "announce", about: topic, ack: true }],
  outside({ law, sealed, tick, luck, hide, say }) {
    const more = pick(luck("outside", tick), 1000) * sealed.gap < 1000;
    if (tick > 0 && more && sealed.wanted < law.items.length) sealed.wanted += 1;
    const next = law.items[sealed.said];
    if (next === undefined || sealed.said >= sealed.wanted) return;
    if (tick < sealed.until) {
      hide({ kind: "held back", tick });
      return;
    }
    sealed.said += 1;
    say({ what: "share", about: next.about, tone: "plain" });
  },
  arrive({ law, sealed, tick, answer }, message) {
    if (message.kind !== "announce") return true;
    sealed.until = tick + law.pause;
    answer(message, { tone: "plain" });
    return "taken";
  },
  hear({ law, open, tick, emit }, { key, what, about }) {
    const item = law.items.find((one) => one.about === about);
    if (key !== null || what !== "share" || item === undefined) return;
    const load = open.load + item.weight;
    if (load > law.holds) emit({ kind: "went past", tick, about });
    else emit({ kind: "taken in", tick, load });
  },
  // Listening takes a tick in which you say nothing yourself.
  account({ open, tick, emit }) {
    if (open.load > 0 && open.talked !== tick)
      emit({ kind: "taken in", tick, load: open.load - 1 });
  },
  // They may have more to say for as long as the evening lasts.
  settled: () => false,
  close: ({ sealed, tick, hide }) => hide({ kind: "wanted", tick, things: sealed.wanted }),
  gauges: { kept: ({ kept }) => kept, missed: ({ missed }) => missed },
  measures: {
    /** 100 when you took in all that they wanted to share, or all that half an evening of listening can hold. */
    heard(law, { events, secrets }, { length }) {
      const things = secrets.find((s) => s.kind === "wanted")?.things ?? 0;
      const worth = (abouts: readonly string[]): number =>
        law.items.reduce((sum, one) => (abouts.includes(one.about) ? sum + one.worth : sum), 0);
      const wanted = law.items.slice(0, things);
      const said = events.flatMap((e) =>
        e.kind === "heard" && e.what === "share" ? [e.about] : [],
      );
      const missed = events.flatMap((e) => (e.kind === "went past" ? [e.about] : []));
      const done = worth(said) - worth(missed);
      const whole = Math.max(done, most(wanted, length * listening));
      if (whole === 0) return 100;
      return { heard: (100 * done) / whole, past: (-100 * law.hurt * worth(missed)) / whole };
    },
  },
  facts: (_law, { events }) => {
    const heard = events.filter((e) => e.kind === "heard" && e.what === "share").length;
    const told = events.flatMap((e) =>
      e.kind === "sent" && e.what === "announce" ? [e.tick] : [],
    );
    const missed = events.filter((e) => e.kind === "went past").length;
    const numbers = { heard, missed, told: told.length };
    return [{ line: "acknowledgement", code: "inflow.heard", ticks: told, numbers }];
  },
};
