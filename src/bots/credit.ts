/** Credit: shares things by what the partner has room for, by a window of unanswered ones, or by nothing at all. */
import type { Intent, Open, Tick } from "../engine/index.ts";
import { waitFor } from "./ask.ts";
import type { Bot } from "./bot.ts";
import { count, type Given, type Policy } from "./policy.ts";

type Seen = NonNullable<Open["forces"]["credit"]>;
type Item = Seen["items"][number];

/** Ticks after which a question for room counts as lost, and a thing unanswered no longer fills a window. */
const lost = 3;
const forgotten = 12;
const longestPause = 8;

const share = ({ about }: Item): Intent => ({ kind: "send", what: "share", about });
const ask = ({ topic }: Seen): Intent => ({ kind: "send", what: "room", about: topic });
const wait = waitFor(1);
/** What cannot be done now is waited for, and there may be news before. */
const quiet = waitFor(2);

/** What may be shared now and takes no more than `room`; the dearest for its weight first, or as listed. */
function next({ items, rests }: Seen, room: number, order: string): Item | undefined {
  const fit = items.filter(
    ({ sent, weight, heavy }) => sent === null && weight <= room && !(heavy && rests !== null),
  );
  if (order === "small") return [...fit].sort((a, b) => a.weight - b.weight)[0];
  if (order === "listed") return fit[0];
  return [...fit].sort((a, b) => b.worth / b.weight - a.worth / a.weight)[0];
}

const never = Number.POSITIVE_INFINITY;

/** Ticks until it is worth asking for room (again): at once, or after a pause that doubles with each no. */
function untilAsk({ asks, room, zeros }: Seen, tick: Tick): Tick {
  const pending = asks.at(-1);
  if (pending !== undefined && tick - pending.tick < lost) return lost - (tick - pending.tick);
  if (room === null || zeros === 0) return 0;
  let pause = 1;
  for (let n = 0; n < zeros; n++) pause = Math.min(longestPause, pause + pause);
  return Math.max(0, room.heard + pause - tick);
}

type Plan = (seen: Seen, tick: Tick) => Intent;

const orWait = (item: Item | undefined): Intent => (item === undefined ? quiet : share(item));

/** How a number for room is spent: by weight, by counting things, or on a single thing. */
type Spend = "weight" | "things" | "one";

/** The heaviest that may still be sent on the last word. */
function allowance({ room, items }: Seen, spend: Spend): number {
  if (room === null) return 0;
  const since = items.filter(({ sent }) => sent !== null && sent > room.asked).length;
  if (spend === "weight") return room.left;
  if (spend === "things") return since < room.free ? never : 0;
  return since > 0 ? 0 : room.left;
}

const byCredit =
  (order: string, spend: Spend): Plan =>
  (seen, tick) => {
    const item = next(seen, allowance(seen, spend), order);
    if (item !== undefined) return share(item);
    if (seen.items.every(({ sent }) => sent !== null)) return waitFor(never);
    const pause = untilAsk(seen, tick);
    return pause <= 0 ? ask(seen) : waitFor(pause);
  };

/** Keeps so much unanswered weight in the air. */
const byWindow =
  (size: number, order: string): Plan =>
  (seen, tick) => {
    const out = seen.items.filter(
      ({ sent, read }) => sent !== null && read === null && tick - sent < forgotten,
    );
    const used = out.reduce((sum, { weight }) => sum + weight, 0);
    // One thing at a time may always be under way, however heavy it is.
    return orWait(next(seen, used === 0 ? never : size - used, order));
  };

const byCount =
  (size: number, order: string): Plan =>
  (seen, tick) => {
    const out = seen.items.filter(
      ({ sent, read }) => sent !== null && read === null && tick - sent < forgotten,
    );
    return out.length < size ? orWait(next(seen, never, order)) : quiet;
  };

/** The first `burst` ticks of every `every`, whatever is heard. */
const byClock =
  (burst: number, every: number, order: string): Plan =>
  (seen, tick) =>
    tick % every < burst ? wantsOr(next(seen, never, order), wait) : wait;

const wantsOr = (item: Item | undefined, other: Intent): Intent =>
  item === undefined ? other : share(item);

/** Asks once, and then goes by the clock. */
const onceAsked =
  (then: Plan): Plan =>
  (seen, tick) =>
    seen.room === null && untilAsk(seen, tick) <= 0
      ? ask(seen)
      : seen.room === null
        ? wait
        : then(seen, tick);

/** Says that it is a lot from so much not taken in; and lets it go by before talking on. */
function minding(plan: Plan, early: number, listens: number): Bot {
  return ({ tick, forces }) => {
    const { credit, inflow } = forces;
    if (credit === undefined) return waitFor(never);
    if (inflow !== undefined && early > 0 && inflow.load >= early) {
      const told = inflow.told ?? -never;
      if (tick - told >= 6) return { kind: "send", what: "announce", about: inflow.topic };
    }
    if (inflow !== undefined && listens > 0 && inflow.load >= listens)
      return waitFor(inflow.load - listens + 1);
    return plan(credit, tick);
  };
}

const plans = ["credit", "things", "each", "window", "count", "clock", "once"] as const;

const blind: readonly Given[] = ["worth", "listed", "small"].flatMap((order) =>
  [1, 2, 3, 4].flatMap((burst) =>
    [1, 2, 3, 4, 5, 6, 8, 10, 12, 16].flatMap((every): readonly Given[] =>
      burst <= every ? [{ by: "clock", burst, every, order }] : [],
    ),
  ),
);

const orders = ["worth", "listed", "small"] as const;

export const creditPolicy: Policy = {
  name: "credit",
  meaning: "Shares things by credit, by a window, or by the clock.",
  parameters: [
    {
      name: "by",
      kind: "choice",
      of: plans,
      fallback: "credit",
      meaning: "what decides when to share",
    },
    {
      name: "order",
      kind: "choice",
      of: orders,
      fallback: "worth",
      meaning: "what is shared first",
    },
    count("size", 3, [1, 99], "a window's weight, or its count"),
    count("burst", 1, [1, 99], "shares in a row, by the clock"),
    count("every", 1, [1, 99], "ticks from burst to burst"),
    count("early", 0, [0, 99], "what you have not taken in when you say it is a lot; 0 for never"),
    count("listens", 0, [0, 99], "what you have not taken in when you stop talking; 0 for never"),
  ],
  blind,
  make: ({ count, choice }) => {
    const order = choice("order");
    const clock = byClock(count("burst"), count("every"), order);
    const by: { readonly [name: string]: Plan } = {
      credit: byCredit(order, "weight"),
      things: byCredit(order, "things"),
      each: byCredit(order, "one"),
      window: byWindow(count("size"), order),
      count: byCount(count("size"), order),
      clock,
      once: onceAsked(clock),
    };
    return minding(by[choice("by")] ?? clock, count("early"), count("listens"));
  },
};
