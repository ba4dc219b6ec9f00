import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deal, type Secret, seedFrom } from "../../../src/engine/index.ts";
import { laws, moss, ofKind, playAll, seeds, send, wait, waits } from "../fixtures.ts";

type Weather = NonNullable<Parameters<typeof deal>[0]["forces"]["weather"]>;

const under = (weather: Partial<Weather>) =>
  laws({
    forces: {
      waits: waits(),
      weather: { lines: [], lasts: [60, 60], cuts: [], ...weather },
    },
  });

const good = { out: 0, in: 0 };
const bad = { out: 1000, in: 1000 };
const spells = (secrets: readonly Secret[]) => ofKind(secrets, "spell");

describe("the weather of the line", () => {
  test("without a line of its own, leaves the level's as it is", () => {
    const { events } = playAll(under({}), moss, [send(), wait(9)]);
    expect(ofKind(events, "heard")).toHaveLength(1);
  });

  test("is drawn per seed, each line about as often", () => {
    const both = under({ lines: [good, bad] });
    const lost = Array.from({ length: 400 }, (_, i) => seedFrom(i + 1)).filter(
      (seed) => spells(deal(both, seed).secrets)[0]?.out === 1000,
    );
    expect(lost.length).toBeGreaterThan(160);
    expect(lost.length).toBeLessThan(240);
  });

  test("changes from spell to spell, and is never the same twice running", () => {
    const three = under({ lines: [good, bad, { out: 500, in: 0 }], lasts: [3, 7] });
    fc.assert(
      fc.property(seeds, (seed) => {
        const told = spells(playAll(three, seed, [wait(60)]).secrets);
        expect(told.length).toBeGreaterThan(5);
        for (const [i, { tick, out }] of told.slice(1).entries()) {
          expect(out).not.toBe(told[i]?.out);
          const lasted = tick - (told[i]?.tick ?? 0);
          expect(lasted).toBeGreaterThanOrEqual(3);
          expect(lasted).toBeLessThanOrEqual(7);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("a cut loses everything from its first tick until it is mended", () => {
    const cut = under({ cuts: [{ from: [3, 3], lasts: [4, 4] }] });
    const fates = [2, 3, 6, 7].map((tick) => {
      const { secrets } = playAll(cut, moss, [wait(tick), send(), wait(5)]);
      return ofKind(secrets, "put")[0]?.due;
    });
    expect(fates).toEqual([3, null, null, 8]);
  });
});
