/** Gaps: how many ticks to leave before the next try, by how many there were and by the bot's luck. */
import {
  type Backoff,
  constant,
  decorrelated,
  equalJitter,
  exponential,
  fullJitter,
} from "./backoff.ts";

/** After `sends` tries (1 or more). `unit` gives the draw that belongs to each of them. */
export type Gap = (sends: number, unit: (send: number) => number) => number;

/** A law that looks only at the count of tries. */
const by =
  (law: Backoff): Gap =>
  (sends, unit) =>
    law(sends - 1, unit(sends), 0);

/** A law that looks at the gap before: a bot keeps nothing, so the walk is walked again from its start. */
const walk =
  (law: Backoff): Gap =>
  (sends, unit) => {
    let gap = 0;
    for (let send = 1; send <= sends; send++) gap = law(send - 1, unit(send), gap);
    return gap;
  };

/** Around the exponential gap, 40 % to either side: the mean stays what it would be without jitter. */
const spread = (base: number, cap: number): Backoff => {
  const doubled = exponential(base, cap);
  return (attempt, unit) => doubled(attempt, unit, 0) * (0.6 + 0.8 * unit);
};

const makers: ReadonlyMap<string, (base: number, cap: number) => Gap> = new Map([
  ["exponential", (base, cap) => by(exponential(base, cap))],
  ["constant", (base) => by(constant(base))],
  ["full", (base, cap) => by(fullJitter(base, cap))],
  ["equal", (base, cap) => by(equalJitter(base, cap))],
  ["spread", (base, cap) => by(spread(base, cap))],
  ["decorrelated", (base, cap) => walk(decorrelated(base, cap))],
  ["linear", (base, cap) => (sends) => Math.min(cap, base * sends)],
  // Gives room at first and runs out of patience: 18, 10, then base for ever.
  ["escalating", (base) => (sends) => Math.max(base, 26 - 8 * sends)],
]);

export const gapNames: readonly string[] = [...makers.keys()];

/** A gap by its name, in whole ticks, at least one. */
export function gapOf(name: string, base: number, cap: number): Gap {
  const gap = makers.get(name)?.(base, cap);
  if (gap === undefined) throw new Error(`no gap ${name}`);
  return (sends, unit) => Math.max(1, Math.round(gap(sends, unit)));
}
