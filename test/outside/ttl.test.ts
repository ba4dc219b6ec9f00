/** Trust as a cache, against what is known of caches: hit ratios of a TTL, and refreshing early by chance. */
import { describe, expect, test } from "vitest";
import { xfetch } from "../../src/bots/xfetch.ts";
import { chance, luck, root, unit } from "../../src/engine/luck.ts";
import { isFresh } from "../../src/engine/rules/trust-cache.ts";

const moss = root("b1:moss-4f2a");

/** The share of reads that find it fresh, where a read that does not fetches it anew; read with `perMille` a tick. */
function hitRatio(perMille: number, ttl: number, ticks: number): number {
  let [hits, reads, fetched] = [0, 0, Number.NEGATIVE_INFINITY];
  for (let tick = 0; tick < ticks; tick++) {
    if (!chance(luck(moss, "outside", tick, ttl), perMille)) continue;
    reads += 1;
    if (isFresh(tick - fetched, ttl)) hits += 1;
    else fetched = tick;
  }
  return hits / reads;
}

describe("a TTL's hit ratio, r(L-1) / (1 + r(L-1)) (Jung, Berger, Balakrishnan: INFOCOM 2003, in ticks)", () => {
  test.each([
    [300, 5, 0.5455],
    [100, 20, 0.6552],
    [20, 100, 0.6644],
  ])("read with %i in 1000 a tick, fresh for %i: %f", (perMille, ttl, published) => {
    const r = perMille / 1000;
    expect((r * (ttl - 1)) / (1 + r * (ttl - 1))).toBeCloseTo(published, 4);
    expect(Math.abs(hitRatio(perMille, ttl, 400_000) - published)).toBeLessThan(0.01);
  });
});

describe("XFetch refreshes with probability exp(-left / (beta delta)) (Vattani and others, VLDB 2015)", () => {
  test.each([
    [2, 0.1353],
    [1, 0.3679],
    [0.5, 0.6065],
  ])("with %f deltas left: %f", (left, published) => {
    expect(Math.exp(-left)).toBeCloseTo(published, 4);
    const draws = 60_000;
    let refreshed = 0;
    for (let i = 0; i < draws; i++)
      if (xfetch(left, 1, 1, unit(luck(moss, "bot", i, left * 10)))) refreshed += 1;
    expect(Math.abs(refreshed / draws - published)).toBeLessThan(0.008);
  });
});
