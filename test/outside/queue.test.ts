import { describe, expect, test } from "vitest";
import { type Happened, type Laws, luck, root, run, seedFrom } from "../../src/engine/index.ts";
import { laws, ofKind } from "../engine/fixtures.ts";
import { credit } from "../engine/rules/credit.ts";

/*
 * Geo/Geo/1/K, one of the oldest queues in discrete time: in each tick one message arrives with chance a, then
 * one of those that lie there is read with chance b. Down by one: (1 - a) b, but b when full, since the arrival
 * is dropped; up by one: a (1 - b). What finds the inbox full is the share pi_K of time that it is full. For
 * short ticks (a and b small) that is M/M/1/K, which drops 1 / (K + 1) when as much comes as can be read.
 */
function full(a: number, b: number, k: number): number {
  const up = a * (1 - b);
  const weights = [1];
  for (let n = 1; n <= k; n++)
    weights.push((weights[n - 1] ?? 0) * (up / (n < k ? (1 - a) * b : b)));
  return (weights[k] ?? 0) / weights.reduce((sum, w) => sum + w, 0);
}

const things = 240;
const games = 60;
/** Messages before an inbox that began empty is what it will be in the long run. */
const early = 40;
const length = 20_000;

/** A partner who reads one thing in a tick with chance b, and holds k; everything may be said, nothing is lost. */
const queue = (b: number, k: number): Laws =>
  laws({
    length,
    kinds: ["share"],
    partner: { pace: 1, inbox: things, away: [] },
    forces: {
      credit: credit({
        items: Array.from({ length: things }, (_, i) => ({ about: `s${i}`, weight: 1, worth: 1 })),
        holds: k,
        paces: [
          { name: "on", reads: 1, often: Math.round(1000 * b), closed: 0 },
          { name: "off", reads: 0, often: Math.round(1000 * (1 - b)), closed: 0 },
        ],
        spell: 1,
      }),
    },
  });

/** Sends with chance a in every tick; starts anew when there is nothing left to say. */
function played(a: number, b: number, k: number): { ticks: number; logs: Happened[] } {
  const logs: Happened[] = [];
  let ticks = 0;
  for (let n = 1; n <= games; n++) {
    const seed = seedFrom(n);
    const game = run(queue(b, k), seed);
    for (let sent = 0; sent < things; ) {
      const { tick } = game.world.open;
      const sends = luck(root(seed), "bot", tick) < a * 2 ** 32;
      game.take(
        sends ? { kind: "send", what: "share", about: `s${sent++}` } : { kind: "wait", ticks: 1 },
      );
    }
    ticks += game.world.open.tick;
    logs.push(game);
  }
  return { ticks, logs };
}

const count = (logs: readonly Happened[], kind: "reached" | "dropped"): number =>
  logs.reduce(
    (sum, { secrets }) =>
      sum + ofKind(secrets, kind).filter(({ key }) => Number(key.slice(1)) > early).length,
    0,
  );

describe("the partner's inbox is a queue that is known in closed form", () => {
  test("whose published values these are", () => {
    expect(full(0.5, 0.5, 4)).toBeCloseTo(0.1111, 4);
    expect(full(0.4, 0.5, 4)).toBeCloseTo(0.0469, 4);
    expect(full(0.6, 0.5, 4)).toBeCloseTo(0.1995, 4);
    expect(full(0.05, 0.05, 4)).toBeCloseTo(0.1919, 4);
  });

  test.each([
    [0.5, 0.5, 0.02],
    [0.4, 0.5, 0.015],
    [0.6, 0.5, 0.02],
    [0.05, 0.05, 0.04],
  ])("sent to with %d, read with %d: as much is dropped as there should be", (a, b, within) => {
    const { logs } = played(a, b, 4);
    const dropped = count(logs, "dropped") / (count(logs, "dropped") + count(logs, "reached"));
    expect(Math.abs(dropped - full(a, b, 4))).toBeLessThan(within);
  });
});

/*
 * Little's law (1961): the mean number that lies there is the rate at which it arrives times the mean time that
 * each stays. The left side counts the inbox tick by tick, the right side follows each message.
 */
test("what lies unread is what arrives in a tick, times how long each lies there", () => {
  const { ticks, logs } = played(0.45, 0.5, 4);
  let lying = 0;
  let stay = 0;
  let kept = 0;
  for (const { secrets } of logs) {
    const read = new Map(ofKind(secrets, "read").map(({ key, tick }) => [key, tick]));
    for (const { key, tick } of ofKind(secrets, "reached")) {
      const until = read.get(key);
      if (until === undefined) continue;
      kept += 1;
      stay += until - tick;
    }
    const changes = [
      ...ofKind(secrets, "reached").map(({ tick }) => ({ tick, by: 1 })),
      ...ofKind(secrets, "read").map(({ tick }) => ({ tick, by: -1 })),
    ];
    const end = Math.max(...changes.map(({ tick }) => tick));
    const by = new Map<number, number>();
    for (const { tick, by: one } of changes) by.set(tick, (by.get(tick) ?? 0) + one);
    for (let t = 0, n = 0; t <= end; t++) {
      n += by.get(t) ?? 0;
      lying += n;
    }
  }
  expect(kept).toBeGreaterThan(4000);
  expect(lying / ticks).toBeCloseTo((kept / ticks) * (stay / kept), 1);
});
