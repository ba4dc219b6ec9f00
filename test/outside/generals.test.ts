/**
 * The Two Generals in closed form. With n copies of the plan and n of the answer over a line that loses p, and
 * q = 1 - p^n: both act with q^2, only the second with q(1 - q). And Rubinstein's electronic mail game (1989): in
 * silence, the chance that my own last message was the lost one is 1 / (2 - e), at any depth.
 */
import { describe, expect, test } from "vitest";
import { fate } from "../../src/engine/channel.ts";
import {
  type ChannelLaw,
  type Intent,
  type Laws,
  root,
  run,
  seedFrom,
} from "../../src/engine/index.ts";
import { laws, ofKind } from "../engine/fixtures.ts";

const line = (loss: number): ChannelLaw => ({ loss: 1000 * loss, delay: [1, 1] });
const games = 40_000;

const z = (successes: number, n: number, p: number): number =>
  (successes - n * p) / Math.sqrt(n * p * (1 - p));

/** Whether any of n copies, put on the wire in one tick, arrives. */
const lands = (p: number, n: number, way: "out" | "in", seed: number): boolean =>
  Array.from({ length: n }, (_, slot) =>
    fate(line(p), root(seedFrom(seed)), way, { tick: way === "out" ? 0 : 1, slot }),
  ).some((due) => due !== null);

describe.each([
  [0.5, 1, 0.25, 0.25],
  [0.5, 4, 0.8789, 0.0586],
  [0.3, 3, 0.9467, 0.0263],
  [0.3, 2, 0.8281, 0.0819],
])("at loss %d, %d copies a leg", (p, n, both, onlyB) => {
  const told = Array.from({ length: games }, (_, i) => lands(p, n, "out", i));
  const answered = told.map((heard, i) => heard && lands(p, n, "in", i));
  const count = (of: readonly boolean[]): number => of.filter(Boolean).length;

  test(`both act in ${both}`, () => {
    expect(Math.abs(z(count(answered), games, both))).toBeLessThan(3.5);
  });

  test(`only the second acts in ${onlyB}`, () => {
    const alone = told.filter((heard, i) => heard && answered[i] === false).length;
    expect(Math.abs(z(alone, games, onlyB))).toBeLessThan(3.5);
  });
});

/** The ladder climbed by two machines: each answers the last, until one message is lost. True where it was mine. */
function mineWasLost(e: number, seed: number): boolean {
  const at = root(seedFrom(seed));
  for (let tick = 0; ; tick += 2) {
    if (fate(line(e), at, "out", { tick, slot: 0 }) === null) return true;
    if (fate(line(e), at, "in", { tick: tick + 1, slot: 0 }) === null) return false;
  }
}

test.each([
  [0.05, 0.5128],
  [0.5, 0.6667],
])("at loss %d, in silence my own last message was lost in %d", (e, chance) => {
  const mine = Array.from({ length: games }, (_, i) => mineWasLost(e, i)).filter(Boolean).length;
  expect(Math.abs(z(mine, games, chance))).toBeLessThan(3.5);
});

/** The same through the whole game: tell n times, ask to have it said back, go only where it was. */
function ways(p: number, copies: number, seed: number): string {
  const plans = {
    plans: [{ about: "ferry", worth: 10, vague: 0 }],
    gap: 4,
    lasts: 12,
    high: 5,
    dare: 1000,
    mishear: 0,
    declines: 0,
    stood: 0.9,
    missed: 0.54,
    effort: 0,
    nag: 0,
  };
  const rules: Laws = laws({
    verbs: ["wait", "send", "repeat", "go", "no-go"],
    kinds: ["plan", "confirm"],
    out: line(p),
    in: line(p),
    forces: { plans },
  });
  const game = run(rules, seedFrom(seed));
  const { open } = game.world;
  const tell: Intent = { kind: "send", what: "plan", about: "ferry", ack: copies === 1 };
  for (let n = 0; n < copies; n++) game.take(tell);
  while (open.ended === null) {
    const plan = open.forces.plans?.plans[0];
    const go = copies > 1 || plan?.echo?.right === true;
    game.take(
      plan?.due ? { kind: go ? "go" : "no-go", about: "ferry" } : { kind: "wait", ticks: 64 },
    );
  }
  return ofKind(game.events, "came")[0]?.way ?? "";
}

test("one telling and one echo at loss 0.5: both in 0.25, only they in 0.25", () => {
  const all = Array.from({ length: 8000 }, (_, i) => ways(0.5, 1, i));
  expect(Math.abs(z(all.filter((way) => way === "both").length, all.length, 0.25))).toBeLessThan(
    3.5,
  );
  expect(Math.abs(z(all.filter((way) => way === "missed").length, all.length, 0.25))).toBeLessThan(
    3.5,
  );
});

test("four tellings at loss 0.5 reach them with 1 - p^4", () => {
  const all = Array.from({ length: 8000 }, (_, i) => ways(0.5, 4, i));
  const both = all.filter((way) => way === "both").length;
  expect(Math.abs(z(both, all.length, 0.9375))).toBeLessThan(3.5);
});
