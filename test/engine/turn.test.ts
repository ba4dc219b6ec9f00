import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { legal } from "../../src/engine/index.ts";
import {
  ask,
  evenings,
  everyEvening,
  hands,
  heard,
  last,
  laws,
  leave,
  letGo,
  moss,
  play,
  playAll,
  repeat,
  seeds,
  send,
  told,
  wait,
  waits,
} from "./fixtures.ts";

const lingering = laws({ forces: { waits: waits({ linger: 5 }) } });
const asking = (...asks: readonly ReturnType<typeof ask>[]) =>
  laws({ forces: { waits: waits({ asks }) } });

describe("a message and its answer", () => {
  test("sent at 0 to someone who is there, it is heard at 2: one tick there, one tick back", () => {
    const { events, secrets } = playAll(laws(), moss, [send(), wait(9)]);
    expect(told(events)).toEqual(["dawn 0", "asked 0", "sent 0", "heard 2", "ended 2"]);
    expect(told(secrets)).toEqual(["put 0", "reached 1", "read 1", "put 1"]);
  });

  test("sent at 0 to someone who is away until 3, it is read at 4 and heard at 5", () => {
    const { events, secrets } = playAll(evenings["away for a moment"], moss, [send(), wait(9)]);
    expect(secrets[0]).toEqual({ kind: "unreachable", tick: 1, until: 4, why: "away" });
    expect(told(secrets).slice(1)).toEqual(["put 0", "reached 1", "read 4", "put 4"]);
    expect(told(events).slice(3)).toEqual(["overdue 3", "heard 5"]);
  });

  test("each leg takes its own time", () => {
    const slow = laws({ out: { loss: 0, delay: [3, 3] }, in: { loss: 0, delay: [4, 4] } });
    expect(heard(playAll(slow, moss, [send(), wait(20)]).events)).toEqual(["a1 plain 7"]);
  });

  test("a repeat is answered one tick later, as something read before", () => {
    const { events } = playAll(lingering, moss, [send(), repeat(), wait(9)]);
    expect(heard(events)).toEqual(["a1 plain 2", "a1 again 3"]);
  });

  test("two messages under two keys are two questions, whatever they say", () => {
    const two = asking(ask("tea"), ask("pot"));
    const { events } = playAll(two, moss, [send("pot"), send("tea"), wait(9)]);
    expect(heard(events)).toEqual(["a1 plain 2", "a2 plain 3"]);
  });

  test("replies are numbered by what arrived, not by what was sent", () => {
    const { events } = playAll(lingering, moss, [send(), repeat(), wait(9)]);
    expect(events.flatMap((e) => (e.kind === "heard" ? [e.n] : []))).toEqual([1, 2]);
  });

  test("what is lost is not there, and nobody hears of it", () => {
    const dead = laws({ out: { loss: 1000, delay: [1, 1] } });
    const { world, events, secrets } = playAll(dead, moss, [send(), wait(9)]);
    expect(secrets).toEqual([
      {
        kind: "put",
        tick: 0,
        way: "out",
        slot: 0,
        key: "a1",
        what: "ask",
        attempt: 1,
        due: null,
        garbled: false,
      },
    ]);
    expect(world.sealed.out).toEqual([]);
    expect(told(events)).toEqual(["dawn 0", "asked 0", "sent 0", "overdue 3"]);
  });
});

describe("an ask runs out", () => {
  test("an answer on its closing tick counts", () => {
    const { events, world } = playAll(asking(ask("tea", { lasts: 2 })), moss, [send(), wait(9)]);
    expect(told(events).slice(3)).toEqual(["heard 2", "ended 2"]);
    expect(world.open.forces.waits?.asks[0]?.state).toBe("answered");
  });

  test("an answer one tick later does not", () => {
    const short = asking(ask("tea", { lasts: 2 }), ask("pot"));
    const { events, world } = playAll(short, moss, [wait(1), send(), wait(9)]);
    expect(told(events).slice(4)).toEqual(["lapsed 2", "heard 3"]);
    expect(world.open.forces.waits?.asks[0]?.state).toBe("lapsed");
  });

  test("what has run out is not overdue as well", () => {
    const deaf = {
      ...asking(ask("tea", { lasts: 3 })),
      out: { loss: 1000, delay: [1, 1] } as const,
    };
    const { events } = playAll(deaf, moss, [send(), wait(9)]);
    expect(told(events).slice(3)).toEqual(["lapsed 3", "ended 3"]);
  });

  test("what was let go is settled at once", () => {
    const { events, world } = playAll(laws(), moss, [send(), letGo()]);
    expect(told(events).slice(3)).toEqual(["let go 1", "heard 2", "ended 2"]);
    expect(world.open.forces.waits?.asks[0]).toMatchObject({ state: "let go", settled: 1 });
  });

  test("an ask opens at its own tick", () => {
    const later = asking(ask("tea"), ask("pot", { opens: 4 }));
    expect(told(playAll(later, moss, [wait(9)]).events)).toEqual(["dawn 0", "asked 0", "asked 4"]);
  });
});

describe("an evening ends", () => {
  test("at once: in the very tick in which everything is settled, with nothing left to press", () => {
    const { events, world } = playAll(laws(), moss, [send(), wait(9)]);
    expect(told(events).slice(-2)).toEqual(["heard 2", "ended 2"]);
    expect(world.open).toMatchObject({ tick: 2, ended: "played out" });
    expect(legal(laws(), world.open)).toEqual([]);
  });

  test("so that nobody leaves what is already won", () => {
    const { events, world } = playAll(laws(), moss, [send(), wait(9), leave]);
    expect(told(events).slice(-2)).toEqual(["ended 2", "refused 2"]);
    expect(world.open.ended).toBe("played out");
  });

  test.each(everyEvening)("%s: never later, and with its last event", (_, laws) => {
    const linger = laws.forces.waits?.linger ?? 0;
    const count = laws.forces.waits?.asks.length ?? 0;
    fc.assert(
      fc.property(seeds, hands, (seed, hand) => {
        for (const { world, events } of play(laws, seed, hand).steps) {
          const { tick, ended, forces } = world.open;
          const asks = forces.waits?.asks ?? [];
          const settled =
            asks.length === count &&
            asks.every((a) => a.state !== "open" && tick >= a.settled + linger);
          if (ended !== "left") expect(ended !== null).toBe(settled || tick === laws.length);
          expect(last(events).tick).toBe(tick);
          if (ended !== null) expect(last(events).kind).toBe("ended");
        }
      }),
      { numRuns: 60 },
    );
  });

  test("as many ticks later as the level lingers", () => {
    const { events } = playAll(evenings["away for a moment"], moss, [send(), wait(9), wait(9)]);
    expect(told(events).slice(-2)).toEqual(["heard 5", "ended 6"]);
  });

  test("at its last tick, whatever is still open", () => {
    const { events } = playAll(laws({ length: 7 }), moss, [wait(64)]);
    expect(told(events)).toEqual(["dawn 0", "asked 0", "ended 7"]);
  });

  test("at its last tick, where there is nothing to settle", () => {
    const { events } = playAll(laws({ length: 7, forces: {} }), moss, [wait(64)]);
    expect(told(events)).toEqual(["dawn 0", "ended 7"]);
  });
});
