/**
 * Deadlines against the renewal-reward theorem: a chair that asks again whenever it is free earns
 * ((1-q) v F(D) - c) / ((1-q) E[min(L, D)] + q D) a tick. Figures for m 5, q .35, sigma .45: levels' model, section 2.
 */
import { expect, test } from "vitest";
import { botOf } from "../../src/bots/index.ts";
import { type Laws, run, seedFrom } from "../../src/engine/index.ts";
import { quantiles, rate } from "../../src/engine/rules/limits-rate.ts";
import { limits } from "../engine/rules/limits-laws.ts";

const prices = { worth: 3, effort: 0.5, late: 0, hang: 350 };
const published = [
  [8, 0.166],
  [12, 0.167],
  [20, 0.129],
] as const;

const long: Laws = limits({ chairs: 1, median: [5, 5], hang: 350 }, 200);

/** What one chair earns a tick in the engine, late answers free, over so many long evenings. */
function earned(limit: number, games: number): number {
  const made = botOf("deadline", { fixed: limit });
  if (!made.ok) throw new Error(made.problem);
  let sum = 0;
  for (let n = 1; n <= games; n++) {
    const { world, take } = run(long, seedFrom(n));
    while (world.open.ended === null) take(made.bot(world.open, () => 0));
    const { waits = [] } = world.open.forces.limits ?? {};
    sum += 3 * waits.filter(({ state }) => state === "answered").length - 0.5 * waits.length;
  }
  return sum / (games * long.length);
}

test.each(published)("a limit of %i ticks earns %f a tick, by the formula", (limit, figure) => {
  expect(rate(prices, quantiles(5, 0.45), 1, limit)).toBeCloseTo(figure, 2);
});

test.each(published)("a limit of %i ticks earns %f a tick, in the engine", (limit, figure) => {
  expect(Math.abs(earned(limit, 120) - figure)).toBeLessThan(0.008);
});

test("of a hundred calls at once, 63 % wait for one that is as slow as one in a hundred (The Tail at Scale)", () => {
  let allQuick = 1;
  for (let call = 0; call < 100; call++) allQuick *= 0.99;
  expect(1 - allQuick).toBeCloseTo(0.634, 3);
  // The same from the engine's law: its slowest hundredth, met by one of a hundred asks.
  const table = quantiles(5, 0.45);
  const slowest = table[Math.floor(0.99 * table.length)] ?? 0;
  const share = table.filter((ticks) => ticks >= slowest).length / table.length;
  let none = 1;
  for (let call = 0; call < 100; call++) none *= 1 - share;
  expect(1 - none).toBeGreaterThan(0.6);
});
