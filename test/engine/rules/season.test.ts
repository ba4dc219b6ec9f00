import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Laws, type Secret, seedFrom } from "../../../src/engine/index.ts";
import { ask, heard, laws, moss, ofKind, playAll, seeds, send, wait, waits } from "../fixtures.ts";

type Season = NonNullable<Laws["forces"]["season"]>;

const clear = { name: "clear", out: 0, in: 0, late: 0, pace: 1, thin: 0 };
const under = (season: Partial<Season>): Laws =>
  laws({
    forces: {
      waits: waits({ asks: [ask("tea"), ask("pot")] }),
      season: { weathers: [clear], lasts: [60, 60], ...season },
    },
  });

const names = (secrets: readonly Secret[]): readonly string[] =>
  ofKind(secrets, "weather").map(({ name }) => name);

describe("a season", () => {
  const four = ["bad-line", "bad-week", "far-away", "clear"].map((name) => ({ ...clear, name }));

  test("has each of its weathers once, in an order of its own", () => {
    const orders = new Set<string>();
    fc.assert(
      fc.property(seeds, (seed) => {
        const told = names(
          playAll(under({ weathers: four, lasts: [9, 15] }), seed, [wait(60)]).secrets,
        );
        expect([...told].sort()).toEqual([...four.map(({ name }) => name)].sort());
        orders.add(told.join());
      }),
      { numRuns: 200 },
    );
    expect(orders.size).toBeGreaterThan(18);
  });

  test("far away, what you say is read later, and answered at once", () => {
    const far = under({ weathers: [{ ...clear, late: 3 }] });
    expect(heard(playAll(far, moss, [send(), wait(20)]).events)).toEqual(["a1 light 5"]);
  });

  test("in a bad week, they read one thing in a while", () => {
    const slow = under({ weathers: [{ ...clear, pace: 0.25 }] });
    const { events } = playAll(slow, moss, [send("tea"), send("pot"), wait(20), wait(20)]);
    expect(heard(events)).toEqual(["a1 light 5", "a2 light 9"]);
  });

  test("on a bad line, what is sent is gone", () => {
    const bad = under({ weathers: [{ ...clear, out: 1000 }] });
    expect(heard(playAll(bad, moss, [send(), wait(20)]).events)).toEqual([]);
  });

  test("a weather is heard in the answers as often as it says", () => {
    const tired = under({ weathers: [{ ...clear, thin: 750 }] });
    const tones = Array.from({ length: 2000 }, (_, n) =>
      ofKind(playAll(tired, seedFrom(n + 1), [send(), wait(4)]).events, "heard"),
    ).flatMap((all) => all.map(({ tone }) => tone));
    const share = tones.filter((tone) => tone === "thin").length / tones.length;
    // Three standard errors of 2000 draws.
    expect(Math.abs(share - 0.75)).toBeLessThan(3 * Math.sqrt((0.75 * 0.25) / 2000));
  });
});
