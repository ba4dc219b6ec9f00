import { levels } from "virtual:levels";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Intent, type Laws, legal, seedFrom, step } from "../../../src/engine/index.ts";
import { type Kept, noisyTone, shake, stateOf } from "../../../src/engine/rules/trust-cache.ts";
import { hands, last, ofKind, play, playAll, seeds, wait } from "../fixtures.ts";

type Trust = NonNullable<Laws["forces"]["trust"]>;

function lawsOf(id: string): Laws {
  const laws = levels.find((level) => level.id === id)?.evenings[0];
  if (laws === undefined) throw new Error(`no level ${id}`);
  return laws;
}

const first = lawsOf("trust.1");
const base = first.forces.trust;
if (base === undefined) throw new Error("no trust in trust.1");

/** Level 9 with one offer at tick 1, due at 6, and nothing else that happens. */
const one = (some: Partial<Trust> = {}, more: Partial<Laws> = {}): Laws => ({
  ...first,
  verbs: [...first.verbs, "excuse"],
  out: { loss: 0, delay: [1, 1] },
  in: { loss: 0, delay: [1, 1] },
  ...more,
  forces: {
    trust: {
      ...base,
      offers: [{ about: "soup", size: 2 }],
      every: [60, 60],
      due: [5, 5],
      drains: 0,
      shocks: [],
      lieFound: 0,
      ...some,
    },
  },
});

const yes: Intent = { kind: "promise", about: "soup", small: false };
const waits = (n: number): readonly Intent[] => Array.from({ length: n }, () => wait(1));
const scenes = (laws: Laws, intents: readonly Intent[]): readonly string[] =>
  playAll(laws, seedFrom(5), intents).events.flatMap(({ kind, tick }) =>
    /promise|trust|withdraw|decline|excuse/.test(kind) ? [`${kind} ${tick}`] : [],
  );

describe("a promise", () => {
  test("that can be kept is kept on its day, told of the day before, and paid then", () => {
    const { events, world } = playAll(one(), seedFrom(5), [wait(1), yes, ...waits(6)]);
    expect(ofKind(events, "promise due")[0]?.tick).toBe(5);
    expect(ofKind(events, "promise kept")).toMatchObject([{ tick: 6, about: "soup", size: 2 }]);
    expect(world.open.forces.trust?.counts).toMatchObject({ kept: 1, broken: 0 });
  });

  test("that cannot be kept breaks, as a scene in that very tick", () => {
    const poor = one({}, { energy: { start: 0, cap: 7, gain: 0, costs: {} } });
    const { events, world } = playAll(poor, seedFrom(5), [wait(1), yes, ...waits(6)]);
    expect(ofKind(events, "trust shaken")).toMatchObject([
      { tick: 6, about: "soup", why: "broken" },
    ]);
    expect(world.open.forces.trust?.counts.broken).toBe(1);
  });

  test("may be declined, or called off before its day, and is gone then", () => {
    expect(scenes(one(), [wait(1), { kind: "decline", about: "soup" }, ...waits(8)])).toEqual([
      "promise offered 1",
      "decline 1",
    ]);
    expect(scenes(one(), [wait(1), yes, { kind: "withdraw", about: "soup" }, ...waits(8)])).toEqual(
      ["promise offered 1", "promise 1", "withdraw 2"],
    );
  });

  test("of which nothing is said lapses when its offer does", () => {
    expect(scenes(one(), waits(9))).toEqual([
      "promise offered 1",
      `promise unsaid ${1 + base.stands}`,
    ]);
  });
});

const kept = (some: Partial<Kept> = {}): Kept => ({
  value: 0.8,
  age: 0,
  ttl: 8,
  wary: 0,
  ceiling: 1,
  ...some,
});

describe("the cache behind it", () => {
  test("tells early from well timed from late by its own time to live", () => {
    const states = [0, 3, 4, 7, 8, 20].map((age) => stateOf(kept({ age }), base));
    expect(states).toEqual(["early", "early", "steady", "steady", "late", "late"]);
  });

  test("a break leaves a share of it, and makes them wary", () => {
    const cache = kept();
    shake(cache, base);
    expect(cache.value).toBeCloseTo(0.8 * base.left, 3);
    expect(cache).toMatchObject({ wary: base.wary });
  });

  test("a tone is the true one as often as the level says, and else any other", () => {
    const heard = Array.from({ length: 4000 }, (_, i) =>
      noisyTone(
        "early",
        (i * 2_654_435_761) % 4_294_967_296,
        (i * 40_503_121) % 4_294_967_296,
        750,
      ),
    );
    const share = (tone: string): number => heard.filter((one) => one === tone).length / 4000;
    expect(share("early")).toBeCloseTo(0.75, 1);
    expect(share("steady")).toBeCloseTo(0.125, 1);
    expect(share("late")).toBeCloseTo(0.125, 1);
  });
});

test("a lie that is found out leaves a ceiling for good; the truth told early leaves none", () => {
  const found = one({ lieFound: 1000, lieAfter: [1, 1] });
  const lied = [wait(1), yes, { kind: "excuse", about: "soup" } as const, ...waits(3)];
  const told = [wait(1), yes, { kind: "withdraw", about: "soup" } as const, ...waits(3)];
  const after = (intents: readonly Intent[]) => playAll(found, seedFrom(5), intents);
  expect(ofKind(after(lied).events, "trust shaken")).toMatchObject([{ why: "lie" }]);
  expect(after(lied).world.sealed.forces.trust?.ceiling).toBe(base.lieCap);
  expect(after(told).world.sealed.forces.trust?.ceiling).toBe(1);
});

describe("whatever is done in level 9", () => {
  test("the hidden value stays between nothing and its ceiling", () => {
    for (const id of ["trust.1", "trust.2", "trust.3"])
      fc.assert(
        fc.property(seeds, hands, (seed, hand) => {
          for (const { world } of play(lawsOf(id), seed, hand).steps) {
            const { value = 0, ceiling = 1 } = world.sealed.forces.trust ?? {};
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(Math.max(ceiling, base.value));
          }
        }),
        { numRuns: 25 },
      );
  });

  test("no key of a promise is legal that was not offered", () => {
    const { world } = last(play(one(), seedFrom(5), []).steps);
    expect(legal(one(), world.open).filter(({ kind }) => kind === "promise")).toEqual([]);
    expect(step(one(), world, yes).events[0]).toMatchObject({ kind: "refused", why: "topic" });
  });
});
