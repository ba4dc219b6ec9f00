import { describe, expect, test } from "vitest";
import { crowded } from "../../src/engine/rules/overload.ts";
import {
  ask,
  laws,
  letGo,
  moss,
  ofKind,
  overload,
  playAll,
  send,
  told,
  wait,
  waits,
} from "./fixtures.ts";

const week = waits({
  asks: ["mon", "tue", "wed"].map((about) => ask(about, { lasts: 10 })),
  daily: 1,
  pause: 4,
});
const daily = laws({ forces: { waits: week } });

describe("a question a day", () => {
  test("the next day dawns a pause after the question before was answered", () => {
    const { events, world } = playAll(daily, moss, [send("mon"), wait(9), wait(9)]);
    expect(told(events)).toEqual(["dawn 0", "asked 0", "sent 0", "heard 2", "dawn 6", "asked 6"]);
    expect(world.open.day).toBe(2);
  });

  test("or was let go, or has lapsed", () => {
    const intents = [send("mon"), letGo(), wait(9), ...[20, 20, 20].map(wait)];
    expect(told(playAll(daily, moss, intents).events).slice(2)).toEqual(
      ["sent 0", "let go 1", "heard 2", "dawn 5", "asked 5", "lapsed 15"].concat([
        "dawn 19",
        "asked 19",
        "lapsed 29",
        "ended 29",
      ]),
    );
  });

  test("a new day is told before its question", () => {
    const { events } = playAll(daily, moss, [send("mon"), wait(9), wait(9)]);
    expect(ofKind(events, "dawn").map(({ day, tick }) => [day, tick])).toEqual([
      [1, 0],
      [2, 6],
    ]);
  });

  test("where asks have their own ticks, there is one day only", () => {
    const own = waits({ asks: [ask("tea"), ask("pot", { opens: 5 })] });
    const { world } = playAll(laws({ forces: { waits: own } }), moss, [wait(30), wait(30)]);
    expect(world.open.day).toBe(1);
  });
});

describe("a crowd", () => {
  const times = (crowd: Parameters<typeof crowded>[0]): readonly number[] =>
    Array.from({ length: 70 }, (_, since) => since).filter((since) => crowded(crowd, since));

  test("that comes back every four ticks", () => {
    expect(times([{ first: 4, every: 4, doubling: 0 }])).toEqual([
      4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 44, 48, 52, 56, 60, 64, 68,
    ]);
  });

  test("that doubles its gap each time: 4, 8, 16, 32 after the one before", () => {
    expect(times([{ first: 3, every: 4, doubling: 1 }])).toEqual([3, 7, 15, 31, 63]);
  });

  test("that comes once", () => {
    expect(times([{ first: 9, every: 0, doubling: 0 }])).toEqual([9]);
    expect(times([{ first: 9, every: 0, doubling: 1 }])).toEqual([9]);
  });

  test("of two habits is there at the ticks of both", () => {
    const both = [
      { first: 50, every: 9, doubling: 0 },
      { first: 5, every: 20, doubling: 1 },
    ];
    expect(times(both)).toEqual([5, 25, 50, 59, 65, 68]);
    expect(times([])).toEqual([]);
  });

  test("hides a message that arrives in it, and only then", () => {
    const crowd = [{ first: 3, every: 0, doubling: 0 }];
    const easy = laws({ forces: { overload: overload({ hardDay: 0, crowd }), waits: waits() } });
    const among = playAll(easy, moss, [wait(2), send(), wait(5)]);
    expect(told(among.secrets)).toEqual(["put 2", "crowded 3", "dropped 3"]);
    const after = playAll(easy, moss, [wait(3), send(), wait(5)]);
    expect(told(after.events).slice(-2)).toEqual(["heard 5", "ended 5"]);
  });
});
