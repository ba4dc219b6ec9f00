import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { trace } from "../../src/engine/index.ts";
import {
  canonical,
  evenings,
  everyEvening,
  hands,
  last,
  laws,
  letGo,
  moss,
  overload,
  play,
  seeds,
  send,
  together,
  wait,
  waits,
} from "./fixtures.ts";

describe("a game that is over, tick by tick", () => {
  test.each(everyEvening)("%s: tells the same story as the game itself", (_, laws) => {
    fc.assert(
      fc.property(seeds, hands, (seed, hand) => {
        const { intents, steps } = play(laws, seed, hand);
        const { moments, ...log } = trace(laws, seed, intents);
        expect(canonical(log)).toBe(canonical(together(steps)));
        expect(last(moments).open).toEqual(last(steps).world.open);
        expect(last(moments).events).toBe(log.events.length);
        const going = moments.filter(({ open }) => open.ended === null);
        for (const { world } of steps.filter(({ world }) => world.open.ended === null)) {
          const then = going.find(({ open }) => open.tick === world.open.tick);
          expect(then?.open).toEqual(world.open);
        }
      }),
      { numRuns: 30 },
    );
  });

  test("has one moment for each tick, and one for the end", () => {
    const { moments } = trace(laws(), moss, [wait(3), send(), wait(9)]);
    expect(moments.map(({ open }) => open.tick)).toEqual([0, 1, 2, 3, 4, 5, 5]);
    expect(moments.map(({ open }) => open.ended)).toEqual([...Array(6).fill(null), "played out"]);
  });

  test("moments are what was known then, and stay so", () => {
    const { moments } = trace(laws(), moss, [send(), letGo()]);
    expect(moments.map(({ open }) => open.sent.length)).toEqual([0, 1, 1, 1]);
    const states = moments.map(({ open }) => open.forces.waits?.asks[0]?.state);
    expect(states).toEqual(["open", "open", "let go", "let go"]);
  });

  test("shows what the partner carried, where the level has such a thing", () => {
    const heavy = laws({ forces: { overload: overload(), waits: waits() } });
    const { moments } = trace(heavy, moss, [wait(3)]);
    const load = (at: number) => [{ name: "load", at: at / 4 }];
    expect(moments.map(({ tracks }) => tracks)).toEqual([2, 1.81, 1.638, 1.482, 1.482].map(load));
    expect(trace(evenings["one question"], moss, []).moments[0]?.tracks).toEqual([]);
  });
});
