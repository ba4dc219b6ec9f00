import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Laws, run, type Seed } from "../../src/engine/index.ts";
import {
  ask,
  laws,
  ofKind,
  overload,
  repeat,
  seeds,
  send,
  wait,
  waits,
} from "../engine/fixtures.ts";

const length = 150;
const heavy = overload({ gain: [0.3, 1.2], fade: [3, 40], hardStrain: [1.2, 4.5] });
const alone = laws({
  length,
  out: { loss: 300, delay: [1, 1] },
  in: { loss: 100, delay: [1, 1] },
  partner: { pace: 2, inbox: 999, away: [] },
  forces: {
    overload: heavy,
    waits: waits({ asks: [ask("tea", { lasts: length })] }),
  },
});

/** The tick at which the partner first opens when knocked at on these ticks; the end, if never. */
function opens(rules: Laws, seed: Seed, knocks: ReadonlySet<number>): number {
  const game = run(rules, seed);
  const { open } = game.world;
  while (open.ended === null && open.heard.count === 0) {
    const knock = open.sent.length === 0 ? send() : repeat();
    game.take(knocks.has(open.tick) ? knock : wait(1));
  }
  return ofKind(game.secrets, "opened")[0]?.tick ?? length;
}

const knocks = fc.array(fc.nat({ max: length - 1 }), { maxLength: 40 });

describe("knocking", () => {
  test.each([
    ["a large", 999],
    ["a small", 2],
    ["the smallest", 1],
  ])("once more never brings anyone up sooner, and often later, with %s inbox", (_, inbox) => {
    const rules = { ...alone, partner: { ...alone.partner, inbox } };
    let later = 0;
    fc.assert(
      fc.property(seeds, knocks, knocks, (seed, few, more) => {
        const patient = opens(rules, seed, new Set(few));
        const pressing = opens(rules, seed, new Set([...few, ...more]));
        expect(pressing).toBeGreaterThanOrEqual(patient);
        if (pressing > patient) later++;
      }),
      { numRuns: 500 },
    );
    expect(later).toBeGreaterThan(50);
  });

  test("at a full inbox is no shelter: it weighs the same as where everything fits", () => {
    fc.assert(
      fc.property(seeds, knocks, fc.integer({ min: 1, max: 3 }), (seed, few, inbox) => {
        const rules = { ...alone, partner: { ...alone.partner, inbox } };
        expect(opens(rules, seed, new Set(few))).toBe(opens(alone, seed, new Set(few)));
      }),
      { numRuns: 300 },
    );
  });

  test("in a crowd it is the same", () => {
    const crowd = [{ first: 3, every: 4, doubling: 1 }];
    const rules = { ...alone, forces: { ...alone.forces, overload: { ...heavy, crowd } } };
    fc.assert(
      fc.property(seeds, knocks, knocks, (seed, few, more) => {
        const pressing = opens(rules, seed, new Set([...few, ...more]));
        expect(pressing).toBeGreaterThanOrEqual(opens(rules, seed, new Set(few)));
      }),
      { numRuns: 300 },
    );
  });

  test("not at all costs nobody anything: they come up by themselves", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const game = run(alone, seed);
        while (game.world.open.ended === null) game.take(wait(64));
        const until = ofKind(game.secrets, "unreachable")[0]?.until ?? 0;
        expect(opens(alone, seed, new Set())).toBe(Math.min(until, length));
      }),
    );
  });
});
