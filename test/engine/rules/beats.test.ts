import { levels } from "virtual:levels";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { botOf } from "../../../src/bots/index.ts";
import { deal, type Intent, type Laws, run, seedFrom, step } from "../../../src/engine/index.ts";
import { drawOf } from "../../../src/lab/arena.ts";
import { beating } from "../beating.ts";
import { canonical, hands, moss, ofKind, play, playAll, seeds, wait } from "../fixtures.ts";

const ping: Intent = { kind: "send", what: "ping", about: "hello" };
const gesture: Intent = { kind: "send", what: "gesture", about: "parcel" };
const announce: Intent = { kind: "send", what: "announce", about: "rest" };
const check: Intent = { kind: "check" };

const securityAfter = (laws: Laws, intents: readonly Intent[]): number =>
  playAll(laws, moss, intents).world.sealed.forces.beats?.security ?? -1;
const kindsOf = (laws: Laws, intents: readonly Intent[]): readonly string[] =>
  playAll(laws, moss, intents).events.map(({ kind }) => kind);
const doubts = (laws: Laws, intents: readonly Intent[]) =>
  ofKind(playAll(laws, moss, intents).secrets, "doubts");

describe("their beats", () => {
  test("come every tick while they are up", () => {
    const { events } = playAll(beating(), moss, [wait(20)]);
    expect(ofKind(events, "heard").map(({ tick }) => tick)).toEqual(
      Array.from({ length: 20 }, (_, i) => i + 1),
    );
  });

  test("stop when they go down, and start again when they are found", () => {
    const downAt5 = beating({ downs: [{ from: [5, 5] }] });
    const { events } = playAll(downAt5, moss, [wait(9), check, wait(3)]);
    const heard = ofKind(events, "heard").map(({ tick }) => tick);
    expect(heard).toEqual([1, 2, 3, 4, 5, 11, 12, 13]);
    expect(ofKind(events, "found")).toHaveLength(1);
  });

  test("never start again by themselves", () => {
    const { events } = playAll(beating({ downs: [{ from: [5, 5] }] }), moss, [wait(40), wait(20)]);
    expect(ofKind(events, "heard")).toHaveLength(5);
  });

  test("are not expected on a shift that was told of", () => {
    const shift = beating({ shifts: [{ from: [10, 10], lasts: 8 }] });
    const { events } = playAll(shift, moss, [wait(9), wait(30), wait(30)]);
    expect(ofKind(events, "heard").some(({ tick }) => tick > 10 && tick <= 18)).toBe(false);
    expect(ofKind(events, "told ahead")).toMatchObject([
      { tick: 4, what: "shift", from: 10, until: 18 },
    ]);
    expect(ofKind(events, "suspicion")).toEqual([]);
  });
});

describe("looking in", () => {
  test("takes the tick and two of energy, and is needless while they are up", () => {
    const { world, events } = playAll(beating(), moss, [check]);
    expect(ofKind(events, "needless")).toHaveLength(1);
    expect(world.open.tick).toBe(1);
    expect(world.open.energy).toBe(7.38);
  });

  test("is the first that shows when they went down: before it, only beats tell", () => {
    const early = deal(beating({ downs: [{ from: [9, 9] }] }), moss);
    const late = deal(beating({ downs: [{ from: [30, 30] }] }), moss);
    const look = ({ events, world }: typeof early): string => canonical([events, world.open]);
    let [a, b] = [early, late];
    for (let tick = 0; tick < 9; tick++) {
      a = step(beating({ downs: [{ from: [9, 9] }] }), a.world, wait(1));
      b = step(beating({ downs: [{ from: [30, 30] }] }), b.world, wait(1));
      expect(look(a)).toBe(look(b));
    }
  });
});

describe("suspicion", () => {
  test("rises mark by mark as a quiet grows, and falls with the next beat", () => {
    const downAt9 = beating({ downs: [{ from: [9, 9] }] });
    const { events } = playAll(downAt9, moss, [...Array(15).fill(wait(1)), check, wait(2)]);
    const told = ofKind(events, "suspicion").map(({ tick, band }) => [tick, band]);
    expect(told.map(([, band]) => band)).toEqual([1, 2, 0]);
    expect(told.at(-1)?.[0]).toBe(16);
  });

  test("on a lossy line, takes a longer quiet to rise", () => {
    const firstOdd = (loss: number): number => {
      const lossy = beating({ downs: [{ from: [40, 40] }] }, { in: { loss, delay: [1, 1] } });
      const rose = Array.from({ length: 60 }, (_, i) => {
        const game = run(lossy, seedFrom(i + 1));
        while (game.world.open.ended === null) game.take(wait(64));
        const found = ofKind(game.events, "suspicion").find(
          ({ tick, band }) => tick > 41 && band === 2,
        );
        return found?.tick ?? 60;
      });
      return rose.reduce((a, b) => a + b, 0) / rose.length;
    };
    expect(firstOdd(600)).toBeGreaterThan(firstOdd(0) + 2);
  });
});

describe("their side of it", () => {
  test("small and often is worth more than large and rare, for less", () => {
    const often = Array.from({ length: 20 }, () => [ping, wait(2)]).flat();
    const rare = Array.from({ length: 5 }, () => [gesture, wait(11)]).flat();
    expect(securityAfter(beating(), often)).toBeGreaterThan(securityAfter(beating(), rare));
  });

  test("a silence frightens them; the same silence, announced, does not", () => {
    const rhythm = [ping, wait(2), ping, wait(2), ping, wait(2)];
    const alarmed = (intents: readonly Intent[]) =>
      doubts(beating(), intents).some(({ band }) => band === 2);
    expect(alarmed([...rhythm, wait(2), wait(14)])).toBe(true);
    // The first wait ends with the answer.
    expect(alarmed([...rhythm, announce, wait(2), wait(14)])).toBe(false);
  });

  test("a quiet can be announced once an evening, is answered, and ends when you write", () => {
    const { world } = playAll(beating(), moss, [announce, wait(3)]);
    expect(world.open.sent[0]?.answered).toBe(2);
    expect(world.sealed.forces.beats?.excused).toBe(18);
    expect(kindsOf(beating(), [announce, announce]).at(-1)).toBe("refused");
    expect(
      playAll(beating(), moss, [announce, wait(3), ping, wait(1)]).world.sealed.forces.beats
        ?.excused,
    ).toBe(3);
  });

  test("what reaches them while they are down or away is not noticed", () => {
    const down = beating({ downs: [{ from: [0, 0] }] });
    expect(securityAfter(down, [ping, wait(3)])).toBe(securityAfter(down, [wait(4)]));
  });

  test("security stays between nothing and all, whatever is played", () => {
    fc.assert(
      fc.property(seeds, hands, (seed, hand) => {
        const laws = beating({
          downs: [{ from: [5, 30] }],
          lean: [{ from: [3, 9], lasts: 9, drain: 1 }],
        });
        for (const { world } of play(laws, seed, hand).steps) {
          const { security = -1 } = world.sealed.forces.beats ?? {};
          expect(security).toBeGreaterThanOrEqual(0);
          expect(security).toBeLessThanOrEqual(1000);
          expect(world.open.energy).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("lean days drain energy, and are known ahead", () => {
  const lean = beating({ lean: [{ from: [8, 8], lasts: 10, drain: 0.5 }] });
  const { world, events } = playAll(lean, moss, [wait(18), wait(16)]);
  expect(ofKind(events, "told ahead")).toMatchObject([
    { tick: 2, what: "lean", from: 8, until: 18 },
  ]);
  expect(ofKind(events, "over")).toMatchObject([{ tick: 18 }]);
  expect(world.open.energy).toBeCloseTo(9 - 10 * 0.12, 3);
});

test("no mood gives away above four in five how their bar for you stands", () => {
  const level = levels.find(({ id }) => id === "heartbeats.1");
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { policy, with: given } of level?.proof?.bots ?? [])
    for (let n = 1; n <= 25; n++)
      for (const laws of level?.evenings ?? []) {
        const made = botOf(policy, given);
        if (!made.ok) throw new Error(made.problem);
        const game = run(laws, seedFrom(n));
        const draw = drawOf(seedFrom(n));
        while (game.world.open.ended === null) game.take(made.bot(game.world.open, draw));
        for (const { tone, of } of ofKind(game.secrets, "sign")) {
          add(tone);
          add(`${tone}, ${of}`);
        }
      }
  for (const tone of ["light", "thin", "puzzled"])
    for (const of of ["sure", "unsure"]) {
      expect(counts.get(tone) ?? 0).toBeGreaterThan(100);
      expect([
        tone,
        of,
        (counts.get(`${tone}, ${of}`) ?? 0) / (counts.get(tone) ?? 1) <= 0.8,
      ]).toEqual([tone, of, true]);
    }
});
