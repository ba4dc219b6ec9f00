/**
 * Consistency against figures from elsewhere: stale reads of partial quorums (Bailis and others, PBS, 2012), and
 * rounds of push gossip on a complete graph (Pittel, 1987). Every node is a register of the game's own.
 */
import { describe, expect, test } from "vitest";
import { luck, pick, type Root, root, seedFrom } from "../../src/engine/index.ts";
import { merge, never, same, type Version, write } from "../../src/engine/rules/register.ts";

/** A count of nodes out of `n`, each as likely as any other. */
function someOf(n: number, count: number, from: Root, write: number): readonly number[] {
  const left = Array.from({ length: n }, (_, i) => i);
  return Array.from({ length: count }, (_, i) =>
    left.splice(pick(luck(from, "outside", write, i), left.length), 1),
  ).flat();
}

/** One write to W of N replicas, then one read of R: whether it missed the write. */
function stale(n: number, w: number, r: number, seed: number): boolean {
  const from = root(seedFrom(seed));
  const replicas: Version[] = Array.from({ length: n }, () => never);
  const written = write(never, 1);
  for (const node of someOf(n, w, from, 1))
    replicas[node] = merge(replicas[node] ?? never, written);
  const read = someOf(n, r, from, 2).reduce(
    (all, node) => merge(all, replicas[node] ?? never),
    never,
  );
  return !same(read, written);
}

describe("a read of R replicas after a write to W of N", () => {
  test.each([
    [3, 1, 1, 0.667],
    [3, 2, 1, 0.333],
    [3, 2, 2, 0],
    [2, 1, 1, 0.5],
  ])("N=%d W=%d R=%d is stale with C(N-W,R)/C(N,R) = %d", (n, w, r, published) => {
    const games = 20_000;
    const share = Array.from({ length: games }, (_, i) => stale(n, w, r, i + 1)).filter(Boolean);
    const error = Math.sqrt((published * (1 - published)) / games);
    expect(Math.abs(share.length / games - published)).toBeLessThanOrEqual(3.5 * error + 0.0005);
  });
});

/** Rounds until all know, where everyone who knows tells one other node a round. */
function roundsOf(n: number, seed: number): number {
  const from = root(seedFrom(seed));
  const news = write(never, 1);
  let nodes: readonly Version[] = Array.from({ length: n }, (_, i) => (i === 0 ? news : never));
  for (let round = 1; ; round++) {
    const next = [...nodes];
    for (const [node, version] of nodes.entries()) {
      if (!same(version, news)) continue;
      const other = pick(luck(from, "outside", round, node), n - 1);
      const to = other < node ? other : other + 1;
      next[to] = merge(next[to] ?? never, version);
    }
    nodes = next;
    if (nodes.every((version) => same(version, news))) return round;
  }
}

describe("push gossip on a complete graph", () => {
  test.each([
    [1024, 18.2, 200],
    [4096, 21.5, 80],
  ])("reaches %d nodes in about %d rounds", (n, measured, games) => {
    const rounds = Array.from({ length: games }, (_, i) => roundsOf(n, i + 1));
    const mean = rounds.reduce((a, b) => a + b, 0) / games;
    const pittel = Math.log2(n) + Math.log(n);
    expect(Math.abs(mean - measured)).toBeLessThan(0.4);
    // log2 n + ln n + O(1): what is left over does not grow.
    expect(mean - pittel).toBeGreaterThan(0);
    expect(mean - pittel).toBeLessThan(2);
  });
});
