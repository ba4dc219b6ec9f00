/** Limits: a few chairs for what you wait for, answers that come late or never, and a bound set beforehand. */
import type { Force } from "../force.ts";
import { amount, byFactor, list, perMille, span, ticks, topic } from "../law.ts";
import { pick, unit } from "../luck.ts";
import { isKey, type Key, type Message, type Tick } from "../message.ts";
import { facts } from "./limits-card.ts";
import { bestRate, delay, quantiles } from "./limits-rate.ts";
import { value } from "./limits-score.ts";

const fields = {
  chairs: ticks("how many answers you can wait for at once", 1),
  wishes: list("what there is to ask, round and round", { about: topic("the topic's id") }),
  passing: list("small wishes that pass by while every chair is taken", {
    about: topic("the topic's id"),
  }),
  passes: ticks("one passes by each so many ticks in which no chair came free", 1),
  median: span("ticks that half of the answers take at most; drawn by factors"),
  sigma: amount("how far answers spread, in the logarithm of their ticks"),
  hang: perMille("how often an answer never comes"),
  past: ticks("how many past answers you remember at the start", 1),
  changeAt: ticks("the tick at which the partner's pace changes; 0 for never"),
  changeTo: span("the answers' ticks change by the one or the other of these factors"),
  load: amount("share by which each ask dropped without a word slows later answers"),
  worth: amount("what an answer within its limit is worth"),
  effort: amount("what each ask costs"),
  late: amount("what an answer to something closed costs"),
} as const;

/** An ask: in its chair, answered in time, out of time, called off, or answered after that. */
type Wait = {
  readonly key: Key;
  readonly about: string;
  readonly since: Tick;
  limit: Tick | null;
  /** How often its limit was changed. */
  changes: number;
  state: "open" | "answered" | "ran out" | "called off" | "late";
};

export type Limits = {
  fields: typeof fields;
  open: {
    readonly chairs: number;
    readonly topics: readonly string[];
    /** Ticks that answers took, the remembered ones first. */
    times: Tick[];
    waits: Wait[];
    passed: number;
    /** The tick since which the chairs are as they are. */
    still: Tick;
  };
  sealed: {
    /** Ticks that answers take, evenly over their law, before anything slows or speeds them. */
    readonly table: readonly number[];
    /** Which of the two changes it is. */
    readonly change: number;
    readonly past: readonly Tick[];
    /** By how much answers are slower than they were at first. */
    factor: number;
    /** Asks that the partner has read, and when each is answered; null for never. */
    held: { message: Message; due: Tick | null }[];
  };
  intent: { kind: "limit"; key: Key; ticks: Tick } | { kind: "call off"; key: Key };
  event:
    | { kind: "remembered"; tick: Tick; times: readonly Tick[] }
    | { kind: "ran out"; tick: Tick; key: Key; after: Tick }
    | { kind: "limited"; tick: Tick; key: Key; ticks: Tick }
    | { kind: "called off"; tick: Tick; key: Key }
    | { kind: "came late"; tick: Tick; key: Key; after: Tick }
    | { kind: "passed by"; tick: Tick; about: string };
  secret:
    | { kind: "fate"; tick: Tick; key: Key; due: Tick | null }
    | { kind: "pace changed"; tick: Tick; factor: number }
    | { kind: "best rate"; tick: Tick; before: number; after: number };
};

type Open = Readonly<Limits["open"]>;

const inChairs = ({ waits }: Open): readonly Wait[] => waits.filter((w) => w.state === "open");

/** Closed by you, not called off, and not yet answered: the partner still means to. */
const dropped = ({ waits }: Open): readonly Wait[] => waits.filter((w) => w.state === "ran out");

const find = ({ waits }: Open, key: Key | null): Wait | undefined =>
  waits.find((w) => w.key === key);

/** The next wish that is not in a chair already. */
function wish(open: Open): string | undefined {
  const { topics, waits } = open;
  const taken = inChairs(open);
  const from = waits.length % topics.length;
  const isFree = (about: string): boolean => taken.every((wait) => wait.about !== about);
  return topics.slice(from).find(isFree) ?? topics.slice(0, from).find(isFree);
}

/** So many asks meet every kind of luck once, in an order of their own: nobody's evening is all bad luck. */
const deck = 20;

/** The card of ask `n`, from 0 up to the deck's size: its rank among the draws of its deck. */
function card(n: number, draw: (n: number) => number): number {
  const from = n - (n % deck);
  const mine = draw(n);
  let rank = 0;
  for (let i = from; i < from + deck; i++) if (draw(i) < mine) rank += 1;
  return rank;
}

/** The factor that holds from now on. */
const changed = ([faster, slower]: readonly [number, number], change: number): number =>
  change < 0.5 ? faster : slower;

export const limits: Force<Limits> = {
  id: 2,
  fields,
  verbs: ["limit", "call off"],
  events: {
    remembered: { loud: 0, fields: { times: "numbers" } },
    "ran out": { loud: 2, fields: { key: "key", after: "count" } },
    limited: { loud: 0, fields: { key: "key", ticks: "count" } },
    "called off": { loud: 0, fields: { key: "key" } },
    "came late": { loud: 2, fields: { key: "key", after: "count" } },
    "passed by": { loud: 1, fields: { about: "word" } },
  },
  blank: ({ chairs, wishes }) => ({
    chairs,
    topics: wishes.map(({ about }) => about),
    times: [],
    waits: [],
    passed: 0,
    still: 0,
  }),
  // The scale is yours to see, in what you remember; what becomes of each ask is not.
  deal(law, draw, own) {
    const table = quantiles(byFactor(law.median, own(0)), law.sigma);
    const past = Array.from({ length: law.past }, (_, n) =>
      delay(table[pick(own(n + 1), table.length)] ?? 0, 1),
    );
    return { table, change: pick(draw(0), 2), past, factor: 1, held: [] };
  },
  record(open, event) {
    switch (event.kind) {
      case "remembered":
        open.times.push(...event.times);
        return;
      case "sent": {
        const { what, key, about, tick: since, limit, attempt } = event;
        if (what !== "ask" || attempt > 1) return;
        open.waits.push({ key, about, since, limit, changes: 0, state: "open" });
        open.still = since;
        return;
      }
      case "passed by":
        open.passed += 1;
        return;
      case "heard":
      case "limited":
      case "ran out":
      case "called off": {
        const wait = find(open, event.key);
        if (wait !== undefined) recordWait(open, wait, event);
      }
    }
  },
  sendable(open) {
    const about = inChairs(open).length < open.chairs ? wish(open) : undefined;
    return about === undefined ? [] : [{ what: "ask", about, ack: true, options: ["limit"] }];
  },
  closed: ({ waits }) => waits.filter(({ state }) => state !== "open").map(({ key }) => key),
  moves: (open) => [
    ...inChairs(open).map(
      ({ key, limit }) =>
        ({ kind: "limit", key, ticks: limit === null ? 9 : Math.min(999, 2 * limit) }) as const,
    ),
    ...[...inChairs(open), ...dropped(open)].map(({ key }) => ({ kind: "call off", key }) as const),
  ],
  refuse(open, _waiting, intent) {
    const wait = find(open, intent.key);
    const live =
      wait?.state === "open" || (intent.kind === "call off" && wait?.state === "ran out");
    if (!live) return "key";
    if (intent.kind === "call off") return null;
    return Number.isInteger(intent.ticks) && intent.ticks >= 1 && intent.ticks <= 999
      ? null
      : "option";
  },
  act({ open, tick, emit, send }, intent) {
    const { key } = intent;
    if (intent.kind === "limit") {
      emit({ kind: "limited", tick, key, ticks: intent.ticks });
      return;
    }
    const about = find(open, key)?.about ?? "";
    emit({ kind: "called off", tick, key });
    send({ what: "cancel", about, key });
  },
  format: (intent) =>
    intent.kind === "limit" ? `limit ${intent.key} ${intent.ticks}` : `call off ${intent.key}`,
  parse(line) {
    const [verb, key = "", after = "", ...rest] = line.split(" ");
    if (verb === "call" && key === "off" && isKey(after) && rest.length === 0)
      return { kind: "call off", key: after };
    if (verb === "limit" && isKey(key) && /^\d{1,3}$/.test(after) && rest.length === 0)
      return { kind: "limit", key, ticks: Number(after) };
    return null;
  },
  read({ law, open, sealed, tick, luck, hide }, message) {
    const { key, kind, attempt } = message;
    if (kind === "cancel") {
      sealed.held = sealed.held.filter((one) => one.message.key !== key);
      return "silence";
    }
    if (kind !== "ask" || attempt > 1) return null;
    const slow = sealed.factor * (1 + law.load * dropped(open).length);
    const n = open.waits.findIndex((wait) => wait.key === key);
    const drawn = (card(n, (i) => luck("outside", i, 0)) + unit(luck("outside", n, 2))) / deck;
    const raw = sealed.table[Math.floor(drawn * sealed.table.length)] ?? 0;
    const hung = card(n, (i) => luck("outside", i, 1)) + unit(luck("outside", n, 3));
    const never = 1000 * hung < deck * law.hang;
    // Read one tick after it was put, and answered one tick before it is heard.
    const due = never ? null : tick - 1 + Math.max(2, delay(raw, slow));
    hide({ kind: "fate", tick, key, due });
    sealed.held.push({ message, due });
    return "silence";
  },
  account({ sealed, tick, answer }) {
    const ready = sealed.held.filter(({ due }) => due !== null && tick >= due - 1);
    if (ready.length === 0) return;
    sealed.held = sealed.held.filter(({ due }) => due === null || tick < due - 1);
    for (const { message } of ready) answer(message, { tone: "plain" });
  },
  outside({ law, open, sealed, tick, emit, hide }) {
    if (tick === 0) emit({ kind: "remembered", tick, times: [...sealed.past] });
    if (law.changeAt > 0 && tick === law.changeAt) {
      sealed.factor = changed(law.changeTo, sealed.change);
      hide({ kind: "pace changed", tick, factor: sealed.factor });
    }
    const { still, passed, chairs } = open;
    const full = inChairs(open).length === chairs && tick > still;
    const next = law.passing[passed % law.passing.length];
    if (full && (tick - still) % law.passes === 0 && next !== undefined)
      emit({ kind: "passed by", tick, about: next.about });
  },
  hear({ open, tick, emit }, { key }) {
    const wait = find(open, key);
    if (wait?.state === "late")
      emit({ kind: "came late", tick, key: wait.key, after: tick - wait.since });
  },
  expire({ open, tick, emit }) {
    for (const { key, since, limit } of inChairs(open))
      if (limit !== null && tick - since >= limit)
        emit({ kind: "ran out", tick, key, after: tick - since });
  },
  close({ law, sealed, tick, hide }) {
    const before = bestRate(law, sealed.table, 1);
    const after =
      law.changeAt > 0 ? bestRate(law, sealed.table, changed(law.changeTo, sealed.change)) : before;
    hide({ kind: "best rate", tick, before, after });
  },
  gauges: {
    answered: ({ waits }) => waits.filter(({ state }) => state === "answered").length,
    late: ({ waits }) => waits.filter(({ state }) => state === "late").length,
    changed: ({ waits }) => waits.reduce((sum, { changes }) => sum + changes, 0),
    passed: ({ passed }) => passed,
  },
  measures: { value },
  facts,
  track: {
    name: "delay",
    at: (_law, { factor, table }) => ((table[table.length >> 1] ?? 0) * factor) / 24,
  },
};

type OfWait = { readonly kind: string; readonly tick: Tick; readonly ticks?: Tick };

function recordWait(open: Limits["open"], wait: Wait, { kind, tick, ticks: bound }: OfWait): void {
  const was = wait.state;
  if (kind === "limited") {
    wait.limit = bound ?? null;
    wait.changes += 1;
    return;
  }
  if (kind === "heard") {
    if (was === "answered" || was === "late") return;
    open.times.push(tick - wait.since);
    wait.state = was === "open" ? "answered" : "late";
  } else wait.state = kind === "ran out" ? "ran out" : "called off";
  if (was === "open") open.still = tick;
}
