import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Intent, type Laws, outcome, run } from "../../../src/engine/index.ts";
import { merge, never, same, type Version, write } from "../../../src/engine/rules/register.ts";
import { hands, laws, moss, ofKind, play, playAll, seeds, together, wait } from "../fixtures.ts";

type Replicas = NonNullable<Laws["forces"]["replicas"]>;

/** Two heavy cards and two light ones that nobody changes, over a perfect line. */
const replicas = (some: Partial<Replicas> = {}): Replicas => ({
  cards: [
    { about: "trip", heavy: 1 },
    { about: "pair", heavy: 1 },
    { about: "film", heavy: 0 },
    { about: "fish", heavy: 0 },
  ],
  talk: "small",
  apart: 0,
  mineLight: 0,
  mineHeavy: 0,
  theirsLight: [0, 0],
  theirsHeavy: [0, 0],
  lease: 8,
  reads: 0,
  occasions: [{ topic: "mother", about: "trip" }],
  times: [{ at: [12, 12] }],
  dinners: [],
  ahead: 7,
  cuts: [],
  whole: 80,
  ease: 25,
  miss: 16,
  slip: 3,
  defer: 5,
  ...some,
});

const evening = (some: Partial<Replicas> = {}, more: Partial<Laws> = {}): Laws =>
  laws({
    length: 20,
    kinds: ["fact", "chat"],
    verbs: ["wait", "wait for news", "send", "repeat", "defer"],
    forces: { replicas: replicas(some) },
    ...more,
  });

const settle = (about: string): Intent => ({ kind: "send", what: "fact", about });
const chat: Intent = { kind: "send", what: "chat", about: "small" };
const busy = { mineHeavy: 600, theirsHeavy: [600, 600], mineLight: 600 } as const;

const versions: fc.Arbitrary<Version> = fc.record({
  count: fc.nat({ max: 4 }),
  node: fc.nat({ max: 2 }),
});

describe("a register", () => {
  test("merges the same in whatever order, however often", () => {
    fc.assert(
      fc.property(versions, versions, versions, (a, b, c) => {
        expect(merge(a, b)).toEqual(merge(b, a));
        expect(merge(a, merge(b, c))).toEqual(merge(merge(a, b), c));
        expect(merge(a, a)).toEqual(a);
      }),
    );
  });

  test("takes a new write over all that its writer knew", () => {
    fc.assert(
      fc.property(versions, fc.nat({ max: 2 }), (before, node) => {
        expect(merge(before, write(before, node))).toEqual(write(before, node));
        expect(same(before, write(before, node))).toBe(false);
      }),
    );
  });
});

describe("an occasion", () => {
  test("is announced seven ticks ahead, and names its card", () => {
    const { events } = playAll(evening(), moss, [wait(20), wait(20)]);
    expect(ofKind(events, "occasion")).toMatchObject([{ tick: 5, about: "trip", at: 12 }]);
  });

  test("costs where the two sides differ, and makes them one", () => {
    const rules = evening({ apart: 1000 });
    const { events, world } = playAll(rules, moss, [wait(20), wait(20), wait(20)]);
    expect(ofKind(events, "met")).toMatchObject([{ tick: 12, differ: true, count: 1, node: 2 }]);
    expect(world.open.forces.replicas?.cards[0]?.mine).toEqual({ count: 1, node: 2 });
  });

  test("goes well once the card is settled, even in the tick before", () => {
    const rules = evening({ apart: 1000 });
    const { events } = playAll(rules, moss, [wait(5), wait(4), settle("trip"), wait(20), wait(20)]);
    expect(ofKind(events, "met")).toMatchObject([{ tick: 12, differ: false }]);
  });

  test("is left open for less than being wrong costs", () => {
    const scoring = { outcome: { "replicas.agreement": 1 }, stars: [1, 2, 3] } as const;
    const of = (intents: readonly Intent[]): number => {
      const rules = evening({ apart: 1000 });
      const { world, ...log } = playAll(rules, moss, intents);
      expect(world.open.ended).toBe("played out");
      return outcome(rules, scoring, log);
    };
    const waits = [wait(20), wait(20), wait(20)];
    expect(of([wait(6), { kind: "defer", about: "mother" }, ...waits])).toBe(75);
    expect(of(waits)).toBe(64);
  });
});

describe("a settled card", () => {
  test("stays as it is on both sides from their answer until the lease is over", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rules = evening(busy);
        const { secrets, events } = playAll(rules, seed, [
          settle("trip"),
          ...Array(9).fill(wait(1)),
        ]);
        const bound = ofKind(secrets, "bound")[0];
        expect(bound).toMatchObject({ tick: 1, until: 9 });
        const turns = [...ofKind(secrets, "turned"), ...ofKind(events, "leaned")];
        const broken = turns.filter(({ about, tick }) => about === "trip" && tick > 1 && tick <= 9);
        expect(broken).toEqual([]);
      }),
    );
  });

  test("never meets an occasion badly while you know of its lease", () => {
    fc.assert(
      fc.property(seeds, hands, (seed, hand) => {
        const rules = evening({ ...busy, times: [{ at: [9, 17] }] }, { out: lossy, in: lossy });
        const { steps } = play(rules, seed, hand, 3);
        for (const [i, { events }] of steps.entries())
          for (const { tick, about, differ } of ofKind(events, "met")) {
            const before = steps[i - 1]?.world.open.forces.replicas?.cards ?? [];
            const until = before.find((card) => card.about === about)?.until ?? -1;
            expect(differ && until >= tick).toBe(false);
          }
      }),
    );
  });

  test("whose answer was lost waits under its key, and a repeat answers it", () => {
    const rules = evening({ apart: 1000 }, { in: { loss: 1000, delay: [1, 1] } });
    const silent = playAll(rules, moss, [settle("trip"), wait(3)]);
    const [card] = silent.world.open.forces.replicas?.cards ?? [];
    expect(card).toMatchObject({ key: "a1", until: -1, mine: never });
    const mended = playAll(evening({ apart: 1000 }), moss, [settle("trip"), wait(2)]);
    expect(mended.world.open.forces.replicas?.cards[0]).toMatchObject({
      key: null,
      until: 9,
      mine: { count: 1, node: 2 },
    });
  });
});

const lossy = { loss: 300, delay: [1, 1] } as const;

describe("a chat", () => {
  test("carries the light cards both ways, and no heavy one", () => {
    const { world } = playAll(evening({ apart: 1000 }), moss, [chat, wait(2)]);
    const counts = world.open.forces.replicas?.cards.map(({ mine }) => mine.count);
    expect(counts).toEqual([0, 0, 1, 1]);
  });

  test("says which card they marked for a dinner", () => {
    const rules = evening(
      { times: [], dinners: [{ topic: "sister", at: [12, 12] }] },
      { in: { loss: 0, delay: [1, 1] } },
    );
    const { events, world } = playAll(rules, moss, [wait(5), wait(1), wait(1)]);
    expect(ofKind(events, "occasion")).toMatchObject([{ about: "", dinner: 0 }]);
    const [dinner] = world.open.forces.replicas?.occasions ?? [];
    expect(["film", "fish"]).toContain(dinner?.about);
  });
});

test("between the two ends of a cut nothing goes through", () => {
  fc.assert(
    fc.property(seeds, hands, (seed, hand) => {
      const rules = evening({ cuts: [{ topic: "boat", from: [4, 8], lasts: 6 }] });
      const { steps } = play(rules, seed, hand, 3);
      const { events, secrets } = together(steps);
      const cut = ofKind(events, "occasion").find(({ lasts }) => lasts > 0);
      if (cut === undefined) return;
      for (const put of ofKind(secrets, "put"))
        if (put.tick >= cut.at && put.tick < cut.at + cut.lasts) expect(put.due).toBe(null);
    }),
  );
});

test("the debrief knows for how many ticks each card was apart", () => {
  const game = run(evening({ apart: 1000, times: [] }), moss);
  while (game.world.open.ended === null) game.take(wait(1));
  const apart = ofKind(game.secrets, "apart").map(({ about, ticks }) => [about, ticks]);
  expect(apart).toEqual(["trip", "pair", "film", "fish"].map((about) => [about, 20]));
});
