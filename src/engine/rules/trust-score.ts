/** What trust came to: the value of an evening, and the facts that explain it. */
import type { KernelEvent } from "../event.ts";
import type { Fact } from "../force.ts";
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
  | { readonly kind: string; readonly tick: Tick; readonly why?: string }
)[];

const isSum = (s: Secrets[number]): s is Extract<Told, { kind: "trusted" }> => s.kind === "trusted";
const isSign = (s: Secrets[number]): s is Sign => s.kind === "sign";

/** 100 where all that there can be was fresh all the while; kept promises come on top. */
export function worthOf(secrets: Secrets): number {
  const sum = secrets.find(isSum);
  return sum === undefined ? 0 : milli((100 * sum.worth) / Math.max(1, sum.ticks));
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
