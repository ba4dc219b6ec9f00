import { describe, expect, test } from "vitest";
import { fate } from "../../src/engine/channel.ts";
import { type ChannelLaw, type Laws, root, run, seedFrom } from "../../src/engine/index.ts";
import { ask, laws, ofKind, repeat, send, wait, waits } from "../engine/fixtures.ts";

/** How many standard deviations a count of successes is from what a binomial law expects. */
const binomialZ = (successes: number, n: number, p: number): number =>
  (successes - n * p) / Math.sqrt(n * p * (1 - p));

/** The same for Pearson's chi-square of equally likely bins, by Wilson and Hilferty's cube root. */
function uniformZ(counts: readonly number[]): number {
  const each = counts.reduce((a, b) => a + b, 0) / counts.length;
  const chi2 = counts.reduce((sum, count) => sum + (count - each) ** 2 / each, 0);
  const spread = 2 / (9 * (counts.length - 1));
  return (Math.cbrt(chi2 / (counts.length - 1)) - (1 - spread)) / Math.sqrt(spread);
}

const channels: readonly ChannelLaw[] = [
  { loss: 300, delay: [1, 1] },
  { loss: 100, delay: [1, 2] },
  { loss: 500, delay: [1, 6] },
  { loss: 27, delay: [3, 12] },
  { loss: 999, delay: [2, 3] },
];
const ticks = 30_000;

describe.each(channels)("a channel of $loss in 1000, delay $delay", (law) => {
  const least = law.delay[0];
  const bins = law.delay[1] - least + 1;

  test.each(["out", "in"] as const)("%s: loses and delays as its law says", (way) => {
    const counts: number[] = Array(bins).fill(0);
    for (let tick = 0; tick < ticks; tick++)
      for (const slot of [0, 1]) {
        const due = fate(law, root("b1:moss-4f2a"), way, { tick, slot });
        if (due !== null) counts[due - tick - least] = (counts[due - tick - least] ?? 0) + 1;
      }
    const arrived = counts.reduce((a, b) => a + b, 0);
    expect(counts).toHaveLength(bins);
    expect(Math.abs(binomialZ(arrived, 2 * ticks, 1 - law.loss / 1000))).toBeLessThan(3.5);
    if (bins > 1) expect(Math.abs(uniformZ(counts))).toBeLessThan(3.5);
  });
});

test("a channel that loses nothing, or all, does exactly that", () => {
  const lost = (loss: number) =>
    Array.from({ length: 5000 }, (_, tick) =>
      fate({ loss, delay: [1, 1] }, root("b1:moss-4f2a"), "in", { tick, slot: 0 }),
    ).filter((due) => due === null).length;
  expect([lost(0), lost(1000)]).toEqual([0, 5000]);
});

/** What became of one message, sent again after each silent round trip, to a partner who is always there. */
type Told = { readonly sends: number; readonly landed: readonly boolean[] };

function tell(rules: Laws, n: number): Told {
  const game = run(rules, seedFrom(n));
  const landed: boolean[] = [];
  for (let sends = 1; ; sends++) {
    game.take(sends === 1 ? send() : repeat());
    game.take(wait(2));
    if (game.world.open.heard.count > 0) return { sends, landed };
    landed.push(ofKind(game.secrets, "reached").length > 0);
  }
}

describe.each([
  [0.3, 0.3],
  [0.5, 0.3],
  [0.3, 0.1],
])("sent again until it is answered, at loss %d out and %d in", (p, r) => {
  const line = (loss: number): ChannelLaw => ({ loss: 1000 * loss, delay: [1, 1] });
  const asks = [ask("tea", { lasts: 5000 })];
  const rules = laws({
    length: 5000,
    out: line(p),
    in: line(r),
    forces: { waits: waits({ asks }) },
  });
  const games = Array.from({ length: 20_000 }, (_, i) => tell(rules, i));
  const heard = (1 - p) * (1 - r);

  test("takes 1 / ((1 - p)(1 - r)) sends in the mean", () => {
    const mean = games.reduce((sum, { sends }) => sum + sends, 0) / games.length;
    const error = Math.sqrt(1 - heard) / heard / Math.sqrt(games.length);
    expect(Math.abs(mean - 1 / heard) / error).toBeLessThan(3.5);
  });

  test.each([1, 2, 3])("after %d silent tries it has landed with 1 - p^n / x^n", (n) => {
    const silent = games.filter(({ landed }) => landed.length >= n);
    const landed = silent.filter((game) => game.landed[n - 1]).length;
    const closed = 1 - (p / (1 - heard)) ** n;
    expect(Math.abs(binomialZ(landed, silent.length, closed))).toBeLessThan(3.5);
  });
});
