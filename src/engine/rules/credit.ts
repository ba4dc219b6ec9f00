/** Credit: the partner holds only so much unread, reads at a hidden pace, and says how much room there is when asked. */
import type { Force, Turn } from "../force.ts";
import { amount, byFactor, list, perMille, span, ticks, topic, word } from "../law.ts";
import { chance, pick } from "../luck.ts";
import type { Key, Tick } from "../message.ts";
import { milli } from "../number.ts";
import { facts, measures } from "./credit-score.ts";

export const fields = {
  items: list("what there is to share, each once", {
    about: topic("the topic's id"),
    weight: ticks("room that it takes, and work that it is to read", 1),
    worth: amount("what it is worth once read"),
  }),
  room: topic("the topic of asking whether there is room"),
  holds: ticks("room for what lies unread; what does not fit is dropped, and hurts", 1),
  heavy: ticks("weight from which a thing is not sent after a no", 1),
  rest: ticks("ticks for which a no holds, unless they say before that there is room", 1),
  paces: list("how much they can read; one is drawn a spell, by how often it is", {
    name: word("what it is called in the debrief"),
    reads: amount("weight read a tick, before the seed's own speed"),
    often: perMille("how often it is drawn, beside the others"),
    closed: ticks(
      "1: with anything unread, asked for room, they say not tonight; 0: they never do",
    ),
  }),
  spell: ticks("ticks that a spell lasts in the mean", 1),
  speed: span("factor on every pace; drawn by factors"),
  hurt: amount("what each drop costs, in the worth of what was dropped"),
} as const;

/** Something to share. `key` and the ticks are null until it was sent, and heard to have been read. */
export type Item = {
  readonly about: string;
  readonly weight: number;
  readonly worth: number;
  readonly heavy: boolean;
  key: Key | null;
  sent: Tick | null;
  read: Tick | null;
};

/** The last word on room: what was free when it was asked, and what you have sent since leaves of it. */
type Room = { readonly free: number; readonly asked: Tick; readonly heard: Tick; left: number };

export type Credit = {
  fields: typeof fields;
  open: {
    items: Item[];
    /** What asking for room is called. */
    topic: string;
    room: Room | null;
    /** Zeros heard in a row, and from when on heavy things may be sent again; null while they may. */
    zeros: number;
    rests: Tick | null;
    /** Asks for room that are under way. */
    asks: { readonly key: Key; readonly tick: Tick }[];
  };
  sealed: {
    pace: number;
    speed: number;
    /** What lies unread, in weight, and all that could have been read so far. */
    unread: number;
    work: number;
  };
  intent: never;
  /** A no has had its time. */
  event: { kind: "eased"; tick: Tick };
  secret:
    | { kind: "pace"; tick: Tick; name: string }
    | { kind: "load"; tick: Tick; unread: number; weight: number; fits: boolean }
    | { kind: "capacity"; tick: Tick; work: number };
};

const rateOf = ({ law, sealed }: Turn<Credit>): number =>
  milli((law.paces[sealed.pace]?.reads ?? 0) * sealed.speed);

const freeOf = ({ law, burden }: Turn<Credit>): number =>
  Math.max(0, Math.floor(law.holds - burden));

function drawn(paces: readonly { readonly often: number }[], draw: number): number {
  const whole = paces.reduce((sum, { often }) => sum + often, 0);
  let left = pick(draw, Math.max(1, whole));
  return Math.max(
    0,
    paces.findIndex(({ often }) => {
      left -= often;
      return left < 0;
    }),
  );
}

const alike = (a: Item, b: Item): boolean => a.weight === b.weight && a.worth === b.worth;

/** A new spell begins by chance, whatever you do; it may be like the last one. */
function drift({ law, sealed, tick, luck, hide }: Turn<Credit>): void {
  const before = sealed.pace;
  if (tick === 0 || pick(luck("drift", tick, 0), law.spell) === 0)
    sealed.pace = drawn(law.paces, luck("drift", tick, 1));
  const name = law.paces[sealed.pace]?.name ?? "";
  if (tick === 0 || sealed.pace !== before) hide({ kind: "pace", tick, name });
}

/** Asked for room they answer at once, and plainly: a number, or no. */
function sayRoom(turn: Turn<Credit>, message: Parameters<Turn<Credit>["answer"]>[0]): void {
  const { law, sealed, burden } = turn;
  const closed = (law.paces[sealed.pace]?.closed ?? 0) > 0 && burden > 0;
  const free = closed ? 0 : freeOf(turn);
  const tone = free > 0 ? "room" : closed ? "not tonight" : "full";
  turn.answer(message, { tone, values: [free] });
}

export const credit: Force<Credit> = {
  id: 5,
  fields,
  verbs: [],
  events: { eased: { loud: 1, fields: {} } },
  blank: ({ items, heavy, room }) => ({
    items: items.map(({ about, weight, worth }) => ({
      ...{ about, weight, worth, heavy: weight >= heavy },
      ...{ key: null, sent: null, read: null },
    })),
    topic: room,
    room: null,
    zeros: 0,
    rests: null,
    asks: [],
  }),
  deal: ({ speed }, draw) => ({ pace: 0, speed: byFactor(speed, draw(0)), unread: 0, work: 0 }),
  record(open, event, law) {
    const { items, room } = open;
    if (event.kind === "eased") open.rests = null;
    if (event.kind === "sent") {
      const { key, tick, about, what } = event;
      if (what === "room") open.asks.push({ key, tick });
      const item = what === "share" ? items.find((one) => one.about === about) : undefined;
      if (item === undefined || item.sent !== null) return;
      item.key = key;
      item.sent = tick;
      if (room !== null) room.left -= item.weight;
    }
    if (event.kind !== "heard" || event.key === null) return;
    const { key, tick, values } = event;
    const item = items.find((one) => one.key === key);
    if (item !== undefined) item.read ??= tick;
    const ask = open.asks.find((one) => one.key === key);
    const [free] = values;
    if (ask === undefined || free === undefined) return;
    open.asks = open.asks.filter((one) => one.tick > ask.tick);
    const since = items.filter(({ sent }) => sent !== null && sent > ask.tick);
    const left = since.reduce((sum, { weight }) => sum - weight, free);
    open.room = { free, asked: ask.tick, heard: tick, left };
    open.zeros = free > 0 ? 0 : open.zeros + 1;
    open.rests = free > 0 ? null : tick + law.rest;
  },
  // Of things alike in weight and worth only the first is offered: to choose among them would be no choice.
  sendable: ({ items, topic }) => {
    const unsaid = items.filter(({ sent }) => sent === null);
    return [
      ...unsaid
        .filter((item) => unsaid.find((one) => alike(one, item)) === item)
        .map(({ about }) => ({ what: "share" as const, about, ack: true })),
      { what: "room", about: topic, ack: true },
    ];
  },
  // A no is honoured: what is heavy waits until they say there is room, or until it has had its time.
  forbid({ items, rests }, intent) {
    if (rests === null || intent.kind !== "send" || intent.what !== "share") return null;
    return items.some((one) => one.about === intent.about && one.heavy) ? "no room" : null;
  },
  pack({ law }, { kind, about }) {
    const item = kind === "share" ? law.items.find((one) => one.about === about) : undefined;
    return item === undefined ? null : { weight: item.weight };
  },
  outside: drift,
  arrive(turn, message) {
    const { law, sealed, burden, tick, hide } = turn;
    if (message.kind === "room") {
      sayRoom(turn, message);
      return "taken";
    }
    if (message.kind !== "share") return true;
    const fits = burden + message.weight <= law.holds;
    if (fits) sealed.unread = burden + message.weight;
    hide({ kind: "load", tick, unread: burden, weight: message.weight, fits });
    return fits;
  },
  pace: rateOf,
  read({ law, sealed, tick, luck, hide }, message, again) {
    if (message.kind !== "share" || again) return null;
    const { reads = 0, name = "" } = law.paces[sealed.pace] ?? {};
    const most = Math.max(...law.paces.map((pace) => pace.reads));
    // A noisy sign: who reads fast is a little more often light of tone.
    const light = chance(luck("sign", message.put.tick, 0), reads === most ? 600 : 400);
    const tone = light ? "light" : "thin";
    hide({ kind: "sign", tick, tone, of: name });
    return { tone };
  },
  account(turn) {
    const { sealed, burden } = turn;
    sealed.work = milli(sealed.work + rateOf(turn));
    sealed.unread = burden;
  },
  settled: ({ open }) => open.items.every(({ read }) => read !== null),
  close: ({ sealed, tick, hide }) => hide({ kind: "capacity", tick, work: sealed.work }),
  expire({ open, tick, emit }) {
    if (open.rests !== null && tick >= open.rests) emit({ kind: "eased", tick });
  },
  gauges: {
    read: ({ items }) => items.filter(({ read }) => read !== null).length,
    heavy: ({ items }) => items.filter(({ heavy, read }) => heavy && read !== null).length,
    unanswered: ({ items }) =>
      items.filter(({ sent, read }) => sent !== null && read === null).length,
  },
  measures,
  facts,
  track: { name: "unread", at: ({ holds }, { unread }) => unread / holds },
};
