import { describe, expect, test } from "vitest";
import { mcnemar, wilson } from "../../src/lab/statistics.ts";

describe("the Wilson interval", () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17
  // (1998), table I, method 3 (score without continuity correction).
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("of %i in %i is Newcombe's %f to %f", (passed, games, low, high) => {
    const interval = wilson(passed, games);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  // The project's own table of sample sizes (research/engine.md 3.7).
  test.each([
    [45, 50, 0.786, 0.957],
    [180, 200, 0.851, 0.934],
    [900, 1000, 0.88, 0.917],
    [0, 200, 0, 0.019],
    [200, 200, 0.981, 1],
  ])("of %i in %i is %f to %f", (passed, games, low, high) => {
    const interval = wilson(passed, games);
    expect(interval.low).toBeCloseTo(low, 3);
    expect(interval.high).toBeCloseTo(high, 3);
  });

  test("says nothing of nothing, and stays between 0 and 1", () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilson(0, 7).low).toBe(0);
    expect(wilson(7, 7).high).toBe(1);
  });

  test("is wider for a higher z, and mirrored for the share that failed", () => {
    expect(wilson(30, 40, 2.576).low).toBeLessThan(wilson(30, 40).low);
    expect(wilson(30, 40).low).toBeCloseTo(1 - wilson(10, 40).high, 12);
  });
});

/** The same tail in whole numbers: 2 * (C(n, 0) + ... + C(n, fewer)) / 2^n. */
function byCounting(fewer: number, pairs: number): number {
  let ways = 1n;
  let tail = 1n;
  for (let k = 1; k <= fewer; k += 1) {
    ways = (ways * BigInt(pairs - k + 1)) / BigInt(k);
    tail += ways;
  }
  const scale = 10n ** 200n;
  return Number((2n * tail * scale) / 2n ** BigInt(pairs)) / 1e200;
}

describe("the exact McNemar test", () => {
  test("agrees with sums done by hand", () => {
    expect(mcnemar(9, 1)).toBeCloseTo((2 * (1 + 10)) / 1024, 15);
    expect(mcnemar(3, 0)).toBeCloseTo(0.25, 15);
    expect(mcnemar(2, 12)).toBeCloseTo((2 * (1 + 14 + 91)) / 16_384, 15);
  });

  test("finds what R. A. Fisher's reading of Darwin's maize gives by signs: 13 of 15 pairs", () => {
    expect(mcnemar(13, 2)).toBeCloseTo((2 * (1 + 15 + 105)) / 32_768, 15);
  });

  test("finds Arbuthnot's 82 years of more boys christened than girls (1710): twice 2^-82", () => {
    expect(mcnemar(82, 0) * 2 ** 81).toBeCloseTo(1, 12);
  });

  // S. Siegel, Nonparametric Statistics (1956), table D: one-tailed, three places.
  test.each([
    [14, 3, 0.029],
    [15, 3, 0.018],
    [20, 5, 0.021],
    [25, 7, 0.022],
  ])("is twice Siegel's tail: %i pairs, %i against, %f", (pairs, fewer, tail) => {
    expect(mcnemar(pairs - fewer, fewer) / 2).toBeCloseTo(tail, 3);
  });

  test("is 1 for an even split, an almost even one, and no pairs at all", () => {
    expect([mcnemar(0, 0), mcnemar(8, 8), mcnemar(500, 501), mcnemar(1, 0)]).toEqual([1, 1, 1, 1]);
  });

  test("does not care which side is called A", () => {
    expect(mcnemar(31, 57)).toBe(mcnemar(57, 31));
  });

  test.each([
    [480, 1000],
    [400, 1000],
    [4850, 10_000],
    [4000, 10_000],
  ])("equals counting in whole numbers for %i of %i", (fewer, pairs) => {
    const counted = byCounting(fewer, pairs);
    expect(mcnemar(fewer, pairs - fewer) / counted).toBeCloseTo(1, 9);
  });

  test("holds at a hundred thousand pairs, where it meets the normal law", () => {
    // 500 below the middle with continuity: z = (500 - 0.5) / sqrt(25,000) = 3.15912, two-sided 0.0015825.
    expect(mcnemar(49_500, 50_500)).toBeCloseTo(0.0015825, 5);
    expect(mcnemar(0, 100_000)).toBe(0);
  });
});
