/** The accrual detector against Pekko's published spec, and against arithmetic. */
import { describe, expect, test } from "vitest";
import { run, seedFrom } from "../../src/engine/index.ts";
import { marks, meanOf, strangeness, varianceOf } from "../../src/engine/phi.ts";
import { phiOf } from "../../src/ui/forces/beats.ts";
import { beating } from "../engine/beating.ts";
import { ofKind, wait } from "../engine/fixtures.ts";

describe("Pekko's AccrualFailureDetectorSpec", () => {
  test.each([
    [0, 0.0],
    [500, 0.1],
    [1000, 0.3],
    [1200, 1.6],
    [1400, 4.7],
    [1600, 10.8],
    [1700, 15.3],
  ])("after %i ms, where 1000 (100) is usual, phi is %f", (quiet, phi) => {
    expect(Math.abs(phiOf(strangeness(quiet, 1000, 100)) - phi)).toBeLessThanOrEqual(0.1);
  });

  test("a history of 100, 200, 125, 340 and 130 has mean 179 and variance 7584", () => {
    const gaps = [100, 200, 125, 340, 130];
    expect(meanOf(gaps)).toBe(179);
    expect(varianceOf(gaps)).toBeCloseTo(7584, 9);
  });
});

test("the marks are where phi is 1, and where it is 3", () => {
  expect(marks.map(phiOf).map((phi) => Math.round(phi * 1e6) / 1e6)).toEqual([1, 3]);
});

describe.each([100, 400, 600])("on a line that loses %i in 1000", (loss) => {
  const length = 20_000;
  const game = run(beating({}, { length, in: { loss, delay: [1, 1] } }), seedFrom(loss));
  while (game.world.open.ended === null) game.take(wait(64));
  const heard = new Set(ofKind(game.events, "heard").map(({ tick }) => tick));

  test.each([1, 2, 3, 5])("%i misses running happen p^k of the time", (k) => {
    const p = loss / 1000;
    let expected = 1;
    for (let i = 0; i < k; i++) expected *= p;
    let runs = 0;
    for (let from = 1; from + k <= length; from++)
      if (Array.from({ length: k }, (_, i) => from + i).every((tick) => !heard.has(tick))) runs++;
    // Runs overlap: their count varies up to (1 + p) / (1 - p) times as much as independent ones.
    const deviation = Math.sqrt((expected * (1 - expected) * (1 + p)) / (1 - p) / length);
    expect(Math.abs(runs / length - expected)).toBeLessThan(4 * deviation);
  });
});
