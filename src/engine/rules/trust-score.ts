/** What trust came to: the value of an evening, and the facts that explain it. */
import type { KernelEvent } from "../event.ts";
import type { Fact, Items } from "../force.ts";
import type { Tick } from "../message.ts";
import { milli } from "../number.ts";

export type Told =
  /** What you banked is no longer fresh with them. */
  | { kind: "stale"; tick: Tick }
  /** The sum of an evening, over so many ticks. */
  | { kind: "trusted"; tick: Tick; worth: number; ticks: Tick; stale: Tick };

type Sign = { readonly kind: "sign"; readonly tick: Tick; readonly of: string };
type Secrets = readonly (Told | { readonly kind: string; readonly tick: Tick })[];
type Events = readonly (
  | KernelEvent
  | { readonly kind: string; readonly tick: Tick; readonly why?: string; readonly size?: number }
)[];

type Law = {
  readonly kept: number;
  readonly broken: number;
  readonly called: number;
  readonly unsaid: number;
  readonly nag: number;
};

const isSum = (s: Secrets[number]): s is Extract<Told, { kind: "trusted" }> => s.kind === "trusted";
const isSign = (s: Secrets[number]): s is Sign => s.kind === "sign";

/** `fresh` is 100 where all that there can be was fresh all the while; what was promised comes on top. */
export function worthOf(law: Law, events: Events, secrets: Secrets): Items {
  const sum = secrets.find(isSum);
  if (sum === undefined) return { fresh: 0 };
  const of100 = (amount: number): number => (100 * amount) / Math.max(1, sum.ticks);
  const times = (kind: string): number => ticksOf(events, kind).length;
  const sizes = events.flatMap((e) =>
    e.kind === "promise kept" && "size" in e ? (e.size ?? 0) : [],
  );
  const breaks = events.filter(
    (e) => e.kind === "trust shaken" && "why" in e && e.why !== "elsewhere",
  );
  const soon = secrets.filter((s) => isSign(s) && s.of === "early").length;
  const promised = {
    kept: of100(law.kept * sizes.reduce((all, size) => all + size, 0)),
    broken: of100(-law.broken * breaks.length),
    called: of100(-law.called * law.broken * times("withdraw")),
    unsaid: of100(-law.unsaid * times("promise unsaid")),
    soon: of100(-law.nag * soon),
  };
  const rest = Object.values(promised).reduce((all, one) => all + one, 0);
  return { fresh: milli(of100(sum.worth)) - rest, ...promised };
}

const ticksOf = (events: Events, kind: string): readonly Tick[] =>
  events.filter((e) => e.kind === kind).map((e) => e.tick);

export function refreshFact(events: Events, secrets: Secrets): Fact {
  const signs = secrets.filter(isSign);
  const times = (state: string): number => signs.filter((s) => s.of === state).length;
  const end = events.at(-1)?.tick ?? 0;
  const stale = secrets.find(isSum)?.stale ?? 0;
  const ticks = signs.filter((s) => s.of === "early").map((s) => s.tick);
  const numbers = {
    refreshed: signs.length,
    early: times("early"),
    late: times("late"),
    stale,
    ticks: end,
  };
  return { line: "timing", code: "trust.refreshed", ticks, numbers };
}

export function promisesFact(events: Events): Fact {
  const count = (kind: string): number => ticksOf(events, kind).length;
  const shaken = events.filter((e) => e.kind === "trust shaken");
  const because = (why: string): readonly Tick[] =>
    shaken.filter((e) => "why" in e && e.why === why).map((e) => e.tick);
  const numbers = {
    made: count("promise"),
    kept: count("promise kept"),
    broken: because("broken").length,
    called: count("withdraw"),
    excused: count("excuse"),
    lies: because("lie").length,
    unsaid: count("promise unsaid"),
  };
  return { line: "repair", code: "trust.promises", ticks: because("broken"), numbers };
}
