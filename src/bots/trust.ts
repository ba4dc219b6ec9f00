/** Trust: small check-ins at some interval, and some rule for what is promised, called off or declined. */
import type { Intent, Open, Tick } from "../engine/index.ts";
import { energyAhead } from "./ahead.ts";
import { waitFor } from "./ask.ts";
import type { Bot, Draw } from "./bot.ts";
import { count, type Given, type Policy } from "./policy.ts";
import { ttlFrom } from "./ttl.ts";
import { xfetch } from "./xfetch.ts";

type Trust = NonNullable<Open["forces"]["trust"]>;
type Offer = Trust["offers"][number];
type Due = Pick<Offer, "about" | "size" | "due">;

type Plan = {
  readonly refresh: string;
  readonly every: number;
  readonly promises: string;
  readonly off: string;
  readonly says: boolean;
  readonly margin: number;
  readonly gain: number;
  readonly cap: number;
  /** Their time to live is taken to be one of these, and used as far as it is so sure. */
  readonly low: number;
  readonly high: number;
  readonly sure: number;
  /** The share of it after which to check in: a lost one must still be in time. */
  readonly aim: number;
};

const shortest = 2;

/** What is thought to stay fresh: the interval between check-ins. */
function intervalOf(trust: Trust, plan: Plan): number {
  switch (plan.refresh) {
    case "adaptive":
    case "chance":
      return plan.aim * ttlFrom(trust.tones, trust.shaken, [plan.low, plan.high], plan.sure);
    case "never":
      return Number.POSITIVE_INFINITY;
    default:
      return plan.every;
  }
}

/** The tick of the next check-in or gesture. One without an answer is said to be lost after a round trip. */
function nextContact(seen: Readonly<Open>, trust: Trust, plan: Plan, draw: Draw): Tick {
  const interval = intervalOf(trust, plan);
  const mine = seen.sent.filter(({ what }) => what === "ping" || what === "gesture");
  const last = mine.at(-1);
  if (plan.refresh === "fixed" || plan.refresh === "gestures")
    return last === undefined ? plan.every : last.first + plan.every;
  const lost = last !== undefined && last.answered === null;
  if (lost) return last.first + Math.max(3, Math.min(seen.usual + 1, interval));
  // A message takes a tick to get there.
  const due = trust.last + Math.max(1, Math.round(interval) - 1);
  if (plan.refresh !== "chance") return due;
  const goes = xfetch(due - seen.tick, 1, 1, draw(seen.tick, 9));
  return goes ? Math.min(due, seen.tick) : Math.max(seen.tick + 1, Math.min(due, seen.tick + 1));
}

/** Whether all promises can be kept, these among them. */
function affordable(
  seen: Readonly<Open>,
  trust: Trust,
  plan: Plan,
  promises: readonly Due[],
  margin: number,
): boolean {
  const { gain, cap } = plan;
  const interval = Math.max(shortest, intervalOf(trust, plan));
  const spends = plan.refresh === "gestures" ? 0 : 1 / interval;
  const days = promises.map(({ due }) => due);
  const far = Math.max(seen.tick, ...days) - seen.tick;
  const known = { promises, drains: trust.drains };
  return energyAhead(known, seen.energy ?? 0, { gain, cap, spends }, seen.tick, far).every(
    ({ tick, left }) => !days.includes(tick) || left >= margin,
  );
}

function answerTo(seen: Readonly<Open>, trust: Trust, plan: Plan, offer: Offer): Intent | null {
  const { about } = offer;
  const yes = (small: boolean): Intent => ({ kind: "promise", about, small });
  const fits = (size: number): boolean =>
    affordable(seen, trust, plan, [...trust.promises, { ...offer, size }], plan.margin);
  if (plan.promises === "all") return yes(false);
  if (plan.promises === "small") return yes(true);
  if (plan.promises === "light" && offer.size <= 3) return yes(false);
  if (plan.promises === "hopeful" && fits(offer.size - 3)) return yes(false);
  if (plan.promises === "safe" || plan.promises === "sized") {
    if (fits(offer.size)) return yes(false);
    if (plan.promises === "sized" && fits(Math.ceil(offer.size / 2))) return yes(true);
  }
  return plan.says ? { kind: "decline", about } : null;
}

/** Calls off what cannot be kept as it looks now, the last one first. */
function callOff(seen: Readonly<Open>, trust: Trust, plan: Plan): Intent | null {
  if (plan.off === "never" || trust.promises.length === 0) return null;
  const mean = plan.off === "excuse" ? "excuse" : "withdraw";
  if (affordable(seen, trust, { ...plan, refresh: "never" }, trust.promises, 0)) return null;
  const kept = (about: string): readonly Due[] => trust.promises.filter((p) => p.about !== about);
  const which =
    trust.promises
      .toSorted((a, b) => a.size - b.size)
      .find(({ about }) =>
        affordable(seen, trust, { ...plan, refresh: "never" }, kept(about), 0),
      ) ?? trust.promises.toSorted((a, b) => a.due - b.due)[0];
  return which === undefined ? null : { kind: mean, about: which.about };
}

/** Whether a check-in now would take what a promise needs. */
function spares(seen: Readonly<Open>, trust: Trust, plan: Plan): boolean {
  if (plan.off === "never") return true;
  const after = { ...seen, energy: (seen.energy ?? 0) - 1 };
  return affordable(after, trust, { ...plan, refresh: "never" }, trust.promises, 0);
}

function player(plan: Plan): Bot {
  const price = plan.refresh === "gestures" ? 4 : 1;
  return (seen, draw) => {
    const { trust } = seen.forces;
    if (trust === undefined) return waitFor(Number.POSITIVE_INFINITY);
    const off = callOff(seen, trust, plan);
    if (off !== null) return off;
    for (const offer of trust.offers) {
      const answer = answerTo(seen, trust, plan, offer);
      if (answer !== null) return answer;
    }
    const at = nextContact(seen, trust, plan, draw);
    if (at > seen.tick) return waitFor(at - seen.tick);
    if ((seen.energy ?? 0) < price || !spares(seen, trust, plan)) return waitFor(1);
    const what = plan.refresh === "gestures" ? "gesture" : "ping";
    return { kind: "send", what, about: trust.contact };
  };
}

const blind: readonly Given[] = [2, 3, 4, 5, 6, 7, 8, 10, 12].flatMap((every) =>
  ["none", "all", "light", "small", "safe", "sized"].flatMap((promises) =>
    ["early", "never"].map((off): Given => ({ refresh: "fixed", every, promises, off })),
  ),
);

export const trustPolicy: Policy = {
  name: "trust",
  meaning: "Checks in at an interval, and makes, calls off and declines promises by some rule.",
  parameters: [
    {
      name: "refresh",
      kind: "choice",
      of: ["adaptive", "fixed", "chance", "gestures", "never"],
      fallback: "adaptive",
      meaning: "what sets the interval: their tones, nothing, tones and chance, or no check-ins",
    },
    count("every", 5, [1, 1000], "ticks between two check-ins, or those to begin with"),
    {
      name: "promises",
      kind: "choice",
      of: ["safe", "sized", "hopeful", "light", "small", "all", "none"],
      fallback: "sized",
      meaning: "what is promised: what can be kept, that or a part of it, or whatever comes",
    },
    {
      name: "off",
      kind: "choice",
      of: ["early", "excuse", "never"],
      fallback: "early",
      meaning:
        "how a promise is called off that cannot be kept: as it is, with an excuse, not at all",
    },
    count("says", 1, [0, 1], "1: what is not promised is declined; 0: it is left hanging"),
    count("margin", 0, [0, 99], "energy that a promise must leave over on its day"),
    count("gain", 4, [0, 99], "energy that comes back a tick, in tenths"),
    count("cap", 7, [1, 999], "the most energy there can be"),
    count("low", 3, [1, 99], "the shortest time that they may stay fresh for, at first"),
    count("high", 12, [1, 99], "the longest one"),
    count("sure", 80, [1, 100], "how sure to be, per cent, that they still are"),
    count("aim", 50, [1, 200], "per cent of that time after which to check in"),
  ],
  make: ({ count: number, choice }) =>
    player({
      refresh: choice("refresh"),
      every: number("every"),
      promises: choice("promises"),
      off: choice("off"),
      says: number("says") === 1,
      margin: number("margin"),
      gain: number("gain") / 10,
      cap: number("cap"),
      low: number("low"),
      high: number("high"),
      sure: number("sure") / 100,
      aim: number("aim") / 100,
    }),
  blind,
};
