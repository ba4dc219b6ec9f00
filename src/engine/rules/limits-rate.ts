/** What a chair earns a tick at best: renewal-reward, from the law that the answers are drawn from. */

import type { Tick } from "../message.ts";
import { milli } from "../number.ts";

/** How finely the law of delays is cut. */
const cuts = 120;

/** A quantile of the standard normal law (Abramowitz and Stegun 26.2.23, good to 0.0005), for `deal` alone. */
function normal(p: number): number {
  if (p > 0.5) return -normal(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  const over = 2.515517 + t * (0.802853 + t * 0.010328);
  const under = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return over / under - t;
}

const normals: readonly number[] = Array.from({ length: cuts }, (_, i) => normal((i + 0.5) / cuts));

/** Delays beyond the first tick, evenly over a lognormal law: median * exp(sigma z), shortest first. For `deal` alone. */
export const quantiles = (median: number, sigma: number): readonly number[] =>
  normals.map((z) => milli(median * Math.exp(sigma * z)));

/** Ticks from sending to hearing. */
export const delay = (drawn: number, slow: number): Tick => 1 + Math.round(drawn * slow);

export type Prices = {
  readonly worth: number;
  readonly effort: number;
  readonly late: number;
  /** Of a thousand asks, how many are never answered. */
  readonly hang: number;
};

/** Of the asks in the table: how many are answered within the limit, and the ticks that all of them hold a chair. */
type Served = { readonly within: number; readonly held: number };

/** Reward per tick of one chair under a limit: ((1-q)(v F - l (1-F)) - c) / ((1-q) E[min(L, D)] + q D). */
function rateOf(prices: Prices, asks: number, { within, held }: Served, limit: Tick): number {
  const { worth, effort, late, hang } = prices;
  const q = hang / 1000;
  const f = within / asks;
  const gain = (1 - q) * (worth * f - late * (1 - f)) - effort;
  return gain / ((1 - q) * (held / asks) + q * limit);
}

/** How long each answer of the table takes, shortest first. */
const lengths = (table: readonly number[], slow: number): readonly Tick[] =>
  table.map((drawn) => Math.max(2, delay(drawn, slow)));

/** What one limit earns a tick and chair. */
export function rate(prices: Prices, table: readonly number[], slow: number, limit: Tick): number {
  let within = 0;
  let held = 0;
  for (const length of lengths(table, slow)) {
    if (length <= limit) within += 1;
    held += Math.min(length, limit);
  }
  return rateOf(prices, table.length, { within, held }, limit);
}

const longest = 80;

/** The best that any one limit earns. */
export function bestRate(prices: Prices, table: readonly number[], slow: number): number {
  const sorted = lengths(table, slow);
  let best = 0;
  let within = 0;
  // The ticks that are held by what is answered within the limit.
  let short = 0;
  for (let limit = 2; limit <= longest; limit++) {
    for (let next = sorted[within]; next !== undefined && next <= limit; next = sorted[within]) {
      short += next;
      within += 1;
    }
    const held = short + (sorted.length - within) * limit;
    best = Math.max(best, rateOf(prices, sorted.length, { within, held }, limit));
  }
  return milli(best);
}
