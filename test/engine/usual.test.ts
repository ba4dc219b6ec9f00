import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blank, type Key, recorder } from "../../src/engine/index.ts";
import {
  ask,
  heardAt,
  laws,
  moss,
  playAll,
  repeat,
  send,
  sentAt,
  wait,
  waits,
} from "./fixtures.ts";

type Exchange = { readonly key: Key; readonly sent: readonly number[]; readonly heard: number };

/** What is known after these exchanges, each event in its own order. */
function knownAfter(...exchanges: readonly Exchange[]) {
  const open = blank(laws({ usual: 7 }));
  const record = recorder(laws());
  let n = 0;
  for (const { key, sent, heard } of exchanges) {
    sent.forEach((tick, i) => {
      record(open, sentAt(tick, key, i + 1));
    });
    record(open, heardAt(heard, key, ++n));
  }
  return open;
}

const trip = (ticks: number, i: number): Exchange => ({
  key: `a${i + 1}`,
  sent: [100 * i],
  heard: 100 * i + ticks,
});

describe("the usual round trip", () => {
  test("is what the level says until something has been heard", () => {
    expect(knownAfter()).toMatchObject({ usual: 7, trips: [] });
  });

  test("is the median of the trips so far, the lower one of two", () => {
    expect(knownAfter(...[3].map(trip)).usual).toBe(3);
    expect(knownAfter(...[9, 3].map(trip)).usual).toBe(3);
    expect(knownAfter(...[9, 3, 4].map(trip)).usual).toBe(4);
    expect(knownAfter(...[9, 30, 4, 2].map(trip)).usual).toBe(4);
  });

  test("learns nothing from a repeated key, since nobody knows which attempt was answered (Karn)", () => {
    const twice: Exchange = { key: "a9", sent: [0, 5], heard: 6 };
    expect(knownAfter(twice)).toMatchObject({ usual: 7, trips: [] });
    expect(knownAfter(trip(4, 1), twice)).toMatchObject({ usual: 4, trips: [4] });
  });

  test("learns nothing from a second answer to the same key", () => {
    const again: Exchange = { key: "a1", sent: [], heard: 50 };
    expect(knownAfter(trip(4, 0), again).trips).toEqual([4]);
  });

  test("remembers the last eight", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 20 }), (all) => {
        expect(knownAfter(...all.map(trip)).trips).toEqual(all.slice(-8));
      }),
    );
  });

  test("decides when an answer is overdue", () => {
    const two = waits({ asks: [ask("tea"), ask("pot", { opens: 20 })] });
    const slow = laws({ usual: 30, out: { loss: 0, delay: [4, 4] }, forces: { waits: two } });
    const intents = [send(), wait(64), wait(64), send("pot"), wait(2), repeat("a2"), wait(64)];
    const { events, world } = playAll(slow, moss, intents);
    expect(world.open.usual).toBe(5);
    expect(events.filter(({ kind }) => kind === "overdue")).toEqual([]);
  });
});

test("silence is counted in sends since the last answer", () => {
  const lingering = laws({ forces: { waits: waits({ linger: 9 }) } });
  const quiet = (...intents: Parameters<typeof playAll>[2]) =>
    playAll(lingering, moss, intents).world.open.quiet;
  expect(quiet(wait(3))).toEqual({ sends: 0, last: null });
  expect(quiet(wait(3), send())).toEqual({ sends: 1, last: 3 });
  expect(quiet(wait(3), send(), wait(3))).toEqual({ sends: 0, last: 3 });
});
