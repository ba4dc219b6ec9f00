/** Limits: chairs, answers that come late or never, and what is dropped without a word. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deal, type Intent, legal, parseIntent, refusal } from "../../../src/engine/index.ts";
import { quantiles } from "../../../src/engine/rules/limits-rate.ts";
import { hands, last, moss, ofKind, play, playAll, seeds, told, wait } from "../fixtures.ts";
import { limits } from "./limits-laws.ts";

const ask = (about: string, limit?: number): Intent => ({
  kind: "send",
  what: "ask",
  about,
  ...(limit !== undefined && { limit }),
});

/** Every answer after exactly five ticks. */
const five = limits({ sigma: 0, median: [4, 4] });

describe("a chair", () => {
  test("is taken by an ask until its answer comes", () => {
    const { events } = playAll(five, moss, [ask("tea"), wait(9)]);
    expect(told(events)).toContain("heard 5");
  });
  test("is needed for every ask: with both taken, nothing can be asked", () => {
    const { world } = playAll(five, moss, [ask("tea"), ask("pot")]);
    expect(refusal(five, world.open, ask("key"))).toBe("topic");
  });
  test("never holds the same wish as another", () => {
    const { world } = playAll(five, moss, [ask("tea")]);
    expect(refusal(five, world.open, ask("tea"))).toBe("topic");
  });
});

describe("a limit", () => {
  test("lets an answer on its own tick through", () => {
    const { events } = playAll(five, moss, [ask("tea", 5), wait(9)]);
    expect(ofKind(events, "ran out")).toEqual([]);
    expect(told(events)).toContain("heard 5");
  });
  test("runs out a tick too soon, and the answer comes late", () => {
    const { events, world } = playAll(five, moss, [ask("tea", 4), wait(9), wait(9)]);
    expect(told(events)).toEqual(expect.arrayContaining(["ran out 4", "heard 5", "came late 5"]));
    expect(world.open.forces.limits?.waits[0]?.state).toBe("late");
  });
  test("can be moved, and that is remembered", () => {
    const moved = parseIntent("limit a1 7");
    if (moved === null) throw new Error("not a move");
    const { world } = playAll(five, moss, [ask("tea", 4), moved, wait(9)]);
    expect(world.open.forces.limits?.waits[0]).toMatchObject({ changes: 1, state: "answered" });
  });
});

describe("a limit of no ticks, of part of a tick, or of too many", () => {
  test.each([0, 1.5, 1000])("%d is refused", (ticks) => {
    const { world } = playAll(five, moss, [ask("tea", 4)]);
    expect(refusal(five, world.open, { kind: "limit", key: "a1", ticks })).toBe("option");
  });
});

describe("calling off", () => {
  const hung = limits({ hang: 1000 });
  test("frees the chair at once", () => {
    const off: Intent = { kind: "call off", key: "a1" };
    const { world } = playAll(hung, moss, [ask("tea"), ask("pot"), off]);
    expect(refusal(hung, world.open, ask("key"))).toBeNull();
  });
  test("takes the answer off the partner's list, once it has arrived", () => {
    const slow = limits({ sigma: 0, median: [9, 9] });
    const off: Intent = { kind: "call off", key: "a1" };
    const { events } = playAll(slow, moss, [ask("tea"), wait(2), off, wait(20)]);
    expect(ofKind(events, "heard")).toEqual([]);
  });
});

test("whatever is dropped without a word slows the next answer; a word mends it", () => {
  const loaded = limits({ sigma: 0, median: [9, 9], load: 1 });
  const off: Intent = { kind: "call off", key: "a1" };
  const late = playAll(loaded, moss, [ask("tea", 2), wait(2), ask("pot"), wait(40), wait(40)]);
  const told = playAll(loaded, moss, [ask("tea", 2), wait(2), off, ask("pot"), wait(40)]);
  const trip = ({ events }: typeof late): number =>
    (ofKind(events, "heard").find(({ key }) => key === "a2")?.tick ?? 0) -
    (ofKind(events, "sent").find(({ key }) => key === "a2")?.tick ?? 0);
  expect([trip(late), trip(told)]).toEqual([19, 10]);
});

test("a small wish passes by while no chair comes free", () => {
  const { events } = playAll(limits({ hang: 1000 }), moss, [ask("tea"), ask("pot"), wait(30)]);
  expect(ofKind(events, "passed by").map(({ tick }) => tick)).toEqual([11, 21, 31]);
});

test("of every twenty asks, as many hang as the law says", () => {
  const forty = limits({ hang: 350, chairs: 1 }, 2000);
  fc.assert(
    fc.property(seeds, (seed) => {
      const asks = Array.from({ length: 40 }, (_, i) => [
        ask(["tea", "pot", "key", "bus"][i % 4] ?? "", 30),
        ...Array.from({ length: 4 }, () => wait(30)),
      ]).flat();
      const { secrets } = playAll(forty, seed, asks);
      const fates = ofKind(secrets, "fate").slice(0, 20);
      return fates.length < 20 || fates.filter(({ due }) => due === null).length === 7;
    }),
    { numRuns: 10 },
  );
});

test("there are never more asks in chairs than chairs, and each is of its own topic", () => {
  fc.assert(
    fc.property(seeds, hands, (seed, hand) => {
      const all = limits({ hang: 300, load: 0.5 });
      for (const { world } of play(all, seed, hand).steps) {
        const taken = (world.open.forces.limits?.waits ?? []).filter((w) => w.state === "open");
        expect(taken.length).toBeLessThanOrEqual(2);
        expect(new Set(taken.map(({ about }) => about)).size).toBe(taken.length);
        for (const move of legal(all, world.open))
          if (move.kind === "limit" || move.kind === "call off")
            expect(refusal(all, world.open, move)).toBeNull();
      }
    }),
    { numRuns: 40 },
  );
});

test("what you remember is drawn from the law that will hold", () => {
  const { world } = deal(limits({ sigma: 0, median: [6, 6] }), moss);
  expect(world.open.forces.limits?.times).toEqual(Array.from({ length: 10 }, () => 7));
});

test("the law's quantiles rise, and half of them lie below the median", () => {
  const table = quantiles(5, 0.45);
  expect(table).toEqual(table.toSorted((a, b) => a - b));
  expect(table.filter((ticks) => ticks < 5)).toHaveLength(table.length / 2);
  expect(last(table) / 5).toBeGreaterThan(2.5);
});
