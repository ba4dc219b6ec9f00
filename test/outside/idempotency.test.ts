/**
 * Idempotency keys against what is published of them: retried until acknowledged, a message takes 1 / ((1-p)(1-r))
 * sends; and, as in the IETF draft "The Idempotency-Key HTTP Header Field", a retry after completion is answered
 * from the stored result. The bare channel's own law is held in channel.test.ts; here the whole level plays it.
 */
import { levels } from "virtual:levels";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Intent, type Laws, run, type Seed, seedFrom } from "../../src/engine/index.ts";
import { ofKind, seeds } from "../engine/fixtures.ts";

const level = levels.find(({ id }) => id === "idempotency.1");
const laws = level?.evenings[1];
if (laws === undefined) throw new Error("no level");

const about = laws.forces.incidents?.wrongs[0]?.about ?? "";
const sorry: Intent = { kind: "send", what: "apology", about };
const again: Intent = { kind: "repeat", key: "a1" };

/** The level with one wrong at tick 0, energy for any number of tries, and a line of known loss. */
function over(p: number, r: number): Laws {
  const { energy: _, ...rest } = laws ?? Object.create(null);
  const { incidents } = rest.forces;
  return {
    ...rest,
    length: 4000,
    out: { loss: 1000 * p, delay: [1, 1] },
    in: { loss: 1000 * r, delay: [1, 1] },
    forces: { incidents: { ...incidents, linger: 4000, wrongs: [{ about, at: [0, 0] }] } },
  };
}

type Told = { readonly sends: number; readonly landed: readonly boolean[] };

/** Says it, and the same again after each silent round trip, until it is heard. */
function tell(rules: Laws, n: number): Told {
  const game = run(rules, seedFrom(n));
  const landed: boolean[] = [];
  for (let sends = 1; ; sends++) {
    game.take(sends === 1 ? sorry : again);
    game.take({ kind: "wait", ticks: 2 });
    if (game.world.open.forces.incidents?.wrongs[0]?.heard !== null) return { sends, landed };
    landed.push(ofKind(game.secrets, "sorry landed").length > 0);
  }
}

const games = 6000;
const within = (share: number, n: number, law: number): number =>
  Math.abs(share - law) / Math.sqrt((law * (1 - law)) / n);

describe.each([
  { p: 0.3, r: 0.3, sends: 2.041, known: [0.412, 0.654, 0.796] },
  { p: 0.5, r: 0.3, sends: 2.857, known: [0.231, 0.408, 0.545] },
])("an apology at loss $p out and $r in", ({ p, r, sends, known }) => {
  const told = Array.from({ length: games }, (_, n) => tell(over(p, r), n));
  const heard = (1 - p) * (1 - r);

  test(`takes ${sends} sends until it is heard`, () => {
    expect(1 / heard).toBeCloseTo(sends, 3);
    const mean = told.reduce((sum, one) => sum + one.sends, 0) / games;
    const error = Math.sqrt(1 - heard) / heard / Math.sqrt(games);
    expect(Math.abs(mean - sends) / error).toBeLessThan(3.5);
  });

  test.each([1, 2, 3])("after %i silent tries has landed as often as is known", (n) => {
    const x = 1 - heard;
    expect(1 - p ** n / x ** n).toBeCloseTo(known[n - 1] ?? 0, 3);
    const silent = told.filter(({ landed }) => landed.length >= n);
    const share = silent.filter(({ landed }) => landed[n - 1]).length / silent.length;
    expect(within(share, silent.length, known[n - 1] ?? 0)).toBeLessThan(3.5);
  });
});

/** The hurt at a fixed tick, where one key arrives at these ticks in any order and number. */
function hurtAfter(seed: Seed, gaps: readonly number[], line: Partial<Laws["out"]>): number {
  const rules = over(0, 0);
  const game = run({ ...rules, out: { loss: 0, delay: [1, 1], ...line } }, seed);
  const pass = (ticks: number): void => {
    for (let n = 0; n < ticks; n++) game.take({ kind: "wait", ticks: 1 });
  };
  game.take(sorry);
  for (const gap of gaps) {
    pass(gap);
    game.take(again);
  }
  pass(100 - game.world.open.tick);
  return game.world.sealed.forces.incidents?.wrongs[0]?.hurt ?? -1;
}

test("any number of duplicates of one key leaves the hurt as one delivery does", () => {
  const gaps = fc.array(fc.nat({ max: 6 }), { maxLength: 12 });
  fc.assert(
    fc.property(seeds, gaps, (seed, all) => {
      const rules = { copies: 500 };
      expect(hurtAfter(seed, all, rules)).toBe(hurtAfter(seed, [], rules));
    }),
    { numRuns: 60 },
  );
});

test("reordered copies of one key leave the hurt as some one delivery does", () => {
  const gaps = fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 8 });
  const one = new Map(
    [1, 2, 3, 4, 5, 6].map((tick) => [
      hurtAfter("b1:moss-4f2a", [], { delay: [tick, tick] }),
      tick,
    ]),
  );
  fc.assert(
    fc.property(seeds, gaps, (seed, all) => {
      expect(one.has(hurtAfter(seed, all, { delay: [1, 6] }))).toBe(true);
    }),
    { numRuns: 60 },
  );
});
