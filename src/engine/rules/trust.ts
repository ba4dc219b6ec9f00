/** Trust: a cache on the other side with a time to live, and promises, which are cheap to make and dear to break. */
import type { Fact, Force, Turn } from "../force.ts";
import { amount, even, list, perMille, span, ticks, topic } from "../law.ts";
import { chance, pick } from "../luck.ts";
import type { Tick, Tone } from "../message.ts";
import { milli } from "../number.ts";
import {
  contact,
  isFresh,
  type Kept,
  kept,
  noisyTone,
  refresh,
  shake,
  stateOf,
  ticking,
  withdraw,
} from "./trust-cache.ts";
import { promisesFact, refreshFact, type Told, valueOf } from "./trust-score.ts";

const fields = {
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
  honest: perMille("how often the tone of an answer is the true one, and not its neighbour"),
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

type Trust = {
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
  event:
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

/** Luck drawn once a tick for each of these. */
const draws = { every: 1, due: 2, drain: 3, by: 4, notice: 5, lie: 6, lieAfter: 7, shock: 100 };

const whole = (range: readonly [number, number], draw: number): number =>
  range[0] + pick(draw, range[1] - range[0] + 1);

function happen(turn: Turn<Trust>): void {
  const { law, open, sealed, tick, emit, energy, spend, ownLuck } = turn;
  for (const { at, by } of open.drains) {
    if (at !== tick) continue;
    spend(Math.min(energy, by));
    emit({ kind: "drain", tick, at, by }, 1);
  }
  for (const promise of [...open.promises]) settle(turn, promise);
  law.shocks.forEach(({ about }, i) => {
    if (sealed.shocks[i] !== tick) return;
    shake(sealed, law);
    sealed.asked = "open";
    emit({ kind: "trust shaken", tick, about, why: "elsewhere" });
  });
  for (const { about, at } of sealed.lies) {
    if (at !== tick) continue;
    shake(sealed, law);
    sealed.ceiling = law.lieCap;
    sealed.worth = milli(sealed.worth - law.broken);
    emit({ kind: "trust shaken", tick, about, why: "lie" });
  }
  if (chance(ownLuck("own", tick, draws.drain), law.drains)) {
    const at = tick + whole(law.notice, ownLuck("own", tick, draws.notice));
    emit({ kind: "drain", tick, at, by: whole(law.drain, ownLuck("own", tick, draws.by)) });
  }
}

/** A promise on its day, or on the day before. */
function settle(
  { law, sealed, tick, emit, spend }: Turn<Trust>,
  { about, size, due }: Offer,
): void {
  if (tick === due - 1) emit({ kind: "promise due", tick, about, size });
  if (tick < due) return;
  if (spend(size)) {
    kept(sealed, law, size);
    sealed.worth = milli(sealed.worth + law.kept * size);
    emit({ kind: "promise kept", tick, about, size });
    return;
  }
  shake(sealed, law);
  sealed.worth = milli(sealed.worth - law.broken);
  emit({ kind: "trust shaken", tick, about, why: "broken" });
}

function offerNext({ law, open, sealed, tick, length, emit, ownLuck }: Turn<Trust>): void {
  if (tick < sealed.next) return;
  const offer = law.offers[sealed.order[sealed.offered % law.offers.length] ?? -1];
  sealed.offered += 1;
  sealed.next = tick + whole(law.every, ownLuck("own", tick, draws.every));
  const due = tick + whole(law.due, ownLuck("own", tick, draws.due));
  if (offer === undefined || due > length || isKnown(open, offer.about)) return;
  emit({ kind: "promise offered", tick, ...offer, until: tick + law.stands, due });
}

const isKnown = ({ offers, promises }: Trust["open"], about: string): boolean =>
  [...offers, ...promises].some((one) => one.about === about);

/** What their answer adds to your own number: as if its tone were the truth. */
const believed = (tone: Tone): number => (tone === "steady" ? 0.25 : tone === "late" ? 0.14 : 0.05);

function recordHeard(
  open: Trust["open"],
  { tick, tone, about }: { tick: Tick; tone: Tone; about: string },
): void {
  if (about !== open.contact) return;
  if (tone === "early" || tone === "steady" || tone === "late") {
    open.tones = [...open.tones.slice(-11), { tick, gap: tick - open.last, tone }];
    open.banked = milli(open.banked + believed(tone) * (1 - open.banked));
  }
  open.last = tick;
}

const drop = <T extends { readonly about: string }>(list: readonly T[], about: string): T[] =>
  list.filter((one) => one.about !== about);

const verbs = ["promise", "decline", "withdraw", "excuse"] as const;

export const trust: Force<Trust> = {
  id: 9,
  fields,
  verbs,
  events: {
    "promise offered": {
      loud: 2,
      fields: { about: "word", size: "count", until: "tick", due: "tick" },
    },
    "promise unsaid": { loud: 1, fields: { about: "word" } },
    promise: { loud: 0, fields: { about: "word", size: "count", due: "tick" } },
    decline: { loud: 0, fields: { about: "word" } },
    withdraw: { loud: 0, fields: { about: "word" } },
    excuse: { loud: 0, fields: { about: "word" } },
    "promise due": { loud: 2, fields: { about: "word", size: "count" } },
    "promise kept": { loud: 2, fields: { about: "word", size: "count" } },
    "trust shaken": {
      loud: 2,
      fields: { about: "word", why: ["broken", "lie", "elsewhere"] },
    },
    drain: { loud: 2, fields: { at: "tick", by: "count" } },
  },
  blank: ({ contact, value }) => ({
    contact,
    offers: [],
    promises: [],
    drains: [],
    last: 0,
    tones: [],
    banked: value,
    shaken: null,
    counts: { kept: 0, broken: 0, called: 0, unsaid: 0 },
  }),
  deal: (law, draw, own) => ({
    value: law.value,
    age: 0,
    ttl: even(law.ttl, draw(0)),
    wary: 0,
    ceiling: 1,
    order: law.offers
      .map((_, i) => ({ i, draw: own(200 + i) }))
      .sort((a, b) => a.draw - b.draw)
      .map(({ i }) => i),
    offered: 0,
    next: 1,
    shocks: law.shocks.map(({ at }, i) => Math.round(even(at, own(draws.shock + i)))),
    lies: [],
    asked: "no",
    worth: 0,
    stale: 0,
  }),
  record(open, event, law) {
    const { counts } = open;
    switch (event.kind) {
      case "heard":
        recordHeard(open, event);
        return;
      case "promise offered": {
        const { about, size, until, due } = event;
        open.offers.push({ about, size, until, due });
        return;
      }
      case "promise": {
        const { about, size, due } = event;
        open.offers = drop(open.offers, about);
        open.promises.push({ about, size, due });
        return;
      }
      case "decline":
      case "promise unsaid":
        open.offers = drop(open.offers, event.about);
        if (event.kind === "promise unsaid") counts.unsaid += 1;
        return;
      case "withdraw":
      case "excuse":
        open.promises = drop(open.promises, event.about);
        counts.called += 1;
        return;
      case "promise kept":
        open.promises = drop(open.promises, event.about);
        open.banked = milli(open.banked + law.grows * event.size * (1 - open.banked));
        counts.kept += 1;
        return;
      case "trust shaken":
        open.promises = drop(open.promises, event.about);
        open.banked = milli(open.banked * law.left);
        open.shaken = event.tick;
        if (event.why === "broken") counts.broken += 1;
        return;
      case "drain":
        open.drains = open.drains.filter(({ at }) => at > event.tick);
        if (event.at > event.tick) open.drains.push({ at: event.at, by: event.by });
        return;
    }
  },
  sendable: ({ contact: about }) => [
    { what: "ping", about, ack: true },
    { what: "gesture", about, ack: true },
  ],
  moves: ({ offers, promises }) => [
    ...offers.flatMap(({ about }): readonly Trust["intent"][] => [
      { kind: "promise", about, small: false },
      { kind: "promise", about, small: true },
      { kind: "decline", about },
    ]),
    ...promises.flatMap(({ about }): readonly Trust["intent"][] => [
      { kind: "withdraw", about },
      { kind: "excuse", about },
    ]),
  ],
  refuse({ offers, promises }, _waiting, { kind, about }) {
    const list = kind === "promise" || kind === "decline" ? offers : promises;
    return list.some((one) => one.about === about) ? null : "topic";
  },
  act(turn, intent) {
    const { law, open, sealed, tick, emit, ownLuck } = turn;
    const { kind, about } = intent;
    if (kind === "promise") {
      const offer = open.offers.find((one) => one.about === about);
      if (offer === undefined) return;
      const size = intent.small ? smaller(offer.size) : offer.size;
      emit({ kind, tick, about, size, due: offer.due });
      return;
    }
    emit({ kind, tick, about });
    if (kind === "withdraw") {
      withdraw(sealed, law);
      sealed.worth = milli(sealed.worth - law.called * law.broken);
    }
    if (kind === "excuse" && chance(ownLuck("own", tick, draws.lie), law.lieFound)) {
      const at = tick + whole(law.lieAfter, ownLuck("own", tick, draws.lieAfter));
      sealed.lies = [...sealed.lies, { about, at }];
    }
  },
  format: (intent) =>
    `${intent.kind} ${intent.about}${intent.kind === "promise" && intent.small ? " small" : ""}`,
  parse(line) {
    const [verb, about = "", size, more] = line.split(" ");
    const kind = verbs.find((one) => one === verb);
    if (kind === undefined || !/^[a-z][a-z0-9-]*$/.test(about) || more !== undefined) return null;
    if (kind === "promise")
      return size === undefined || size === "small"
        ? { kind, about, small: size === "small" }
        : null;
    return size === undefined ? { kind, about } : null;
  },
  read({ law, sealed, tick, open, luck, hide }, { kind, about }) {
    if (about !== open.contact || (kind !== "ping" && kind !== "gesture")) return null;
    if (sealed.asked === "open")
      sealed.asked = chance(luck("outside", 1), law.declines) ? "declined" : "no";
    if (sealed.asked === "declined") return { tone: "no" };
    if (kind === "gesture") {
      contact(sealed, law, law.gesture);
      return { tone: "plain" };
    }
    const state = stateOf(sealed, law);
    const tone = noisyTone(state, luck("sign", tick, 0), luck("sign", tick, 1), law.honest);
    sealed.worth = milli(sealed.worth - refresh(sealed, law));
    hide({ kind: "sign", tick, tone, of: state });
    return { tone };
  },
  account({ law, sealed, tick, hide }) {
    const before = isFresh(sealed.age, sealed.ttl);
    ticking(sealed, law);
    const fresh = isFresh(sealed.age, sealed.ttl);
    if (before && !fresh) hide({ kind: "stale", tick });
    if (!fresh) sealed.stale += 1;
    sealed.worth = milli(sealed.worth + counted(law, sealed));
  },
  close: ({ sealed, tick, length, hide }) =>
    hide({
      kind: "trusted",
      tick,
      worth: sealed.worth,
      // To part by agreement is no loss: only the days that there were are judged.
      ticks: sealed.asked === "declined" ? tick : length,
      stale: sealed.stale,
    }),
  outside(turn) {
    happen(turn);
    offerNext(turn);
  },
  hear({ open, end }, { about, tone }) {
    if (about === open.contact && tone === "no") end("slower");
  },
  expire({ law, open, sealed, tick, emit }) {
    for (const { about, until } of [...open.offers]) {
      if (tick < until) continue;
      sealed.worth = milli(sealed.worth - law.unsaid);
      emit({ kind: "promise unsaid", tick, about });
    }
  },
  gauges: {
    kept: ({ counts }) => counts.kept,
    broken: ({ counts }) => counts.broken,
    unsaid: ({ counts }) => counts.unsaid,
  },
  measures: { value: (_law, { secrets }) => valueOf(secrets) },
  facts: (_law, { events, secrets }): readonly Fact[] => [
    refreshFact(events, secrets),
    promisesFact(events),
  ],
  track: { name: "what is fresh", at: counted },
};

/** What counts of the value now. */
function counted({ stale }: { readonly stale: number }, { value, age, ttl }: Kept): number {
  return milli(isFresh(age, ttl) ? value : value * stale);
}
