/** The two statistics by which a proof decides: an interval for a share, and a paired test. */

export type Interval = { readonly low: number; readonly high: number };

/**
 * Wilson score interval of a share (E. B. Wilson, JASA 22, 1927), without continuity correction; `z` is in
 * standard deviations, 1.96 for 95 %. Nothing played: nothing known, 0 to 1.
 */
export function wilson(passed: number, games: number, z = 1.96): Interval {
  if (games === 0) return { low: 0, high: 1 };
  const share = passed / games;
  const pull = (z * z) / games;
  const centre = (share + pull / 2) / (1 + pull);
  const reach = Math.sqrt(pull * (share * (1 - share) + pull / 4)) / (1 + pull);
  return {
    low: passed === 0 ? 0 : Math.max(0, centre - reach),
    high: passed === games ? 1 : Math.min(1, centre + reach),
  };
}

/**
 * Exact two-sided McNemar test: how likely is a split of the discordant pairs at least this uneven, if both
 * sides were equally good? A binomial(n, 1/2) tail, doubled, at most 1 (Q. McNemar, Psychometrika 12, 1947).
 *
 * Every term is taken relative to the middle one, so neither 2^n nor a factorial is ever formed.
 */
export function mcnemar(onlyA: number, onlyB: number): number {
  const pairs = onlyA + onlyB;
  const fewer = Math.min(onlyA, onlyB);
  const middle = Math.floor(pairs / 2);
  let term = 1;
  let lower = 0;
  let tail = 0;
  for (let k = middle; k >= 0 && term > 0; k -= 1) {
    lower += term;
    if (k <= fewer) tail += term;
    term *= k / (pairs - k + 1);
  }
  const all = pairs % 2 === 0 ? 2 * lower - 1 : 2 * lower;
  return Math.min(1, (2 * tail) / all);
}
