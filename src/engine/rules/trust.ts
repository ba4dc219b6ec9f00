/** Trust: a cache on the other side with a time to live, and promises, which are cheap to make and dear to break. */
import type { Fact, Force, Turn } from "../force.ts";
import { even } from "../law.ts";
import { chance, pick } from "../luck.ts";
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
import { blank, record } from "./trust-open.ts";
import { promisesFact, refreshFact, worthOf } from "./trust-score.ts";
import { fields, type Offer, smaller, type Trust } from "./trust-shape.ts";

/** Luck drawn once a tick for each of these. */
const draws = { every: 1, due: 2, drain: 3, by: 4, notice: 5, lie: 6, lieAfter: 7, shock: 100 };

const whole = (range: readonly [number, number], draw: number): number =>
  range[0] + pick(draw, range[1] - range[0] + 1);

function happen(turn: Turn<Trust>): void {
  const { law, open, sealed, tick, length, emit, energy, spend, ownLuck } = turn;
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
    const by = whole(law.drain, ownLuck("own", tick, draws.by));
    if (at <= length) emit({ kind: "drain", tick, at, by });
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
    "last day": { loud: 1, fields: { about: "word" } },
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
  blank,
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
  record,
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
      if (tick === until - 1) emit({ kind: "last day", tick, about });
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
  measures: { value: (law, { events, secrets }) => worthOf(law, events, secrets) },
  facts: (_law, { events, secrets }): readonly Fact[] => [
    refreshFact(events, secrets),
    promisesFact(events),
  ],
  track: { name: "fresh", at: counted },
};

/** What counts of the value now. */
function counted({ stale }: { readonly stale: number }, { value, age, ttl }: Kept): number {
  return milli(isFresh(age, ttl) ? value : value * stale);
}
