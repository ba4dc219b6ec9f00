import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  facts,
  type Intent,
  type Laws,
  legal,
  type Seed,
  seedFrom,
} from "../../../src/engine/index.ts";
import { laws, moss, ofKind, playAll, seeds, wait } from "../fixtures.ts";

const words = [
  { about: "stay", weight: 1 },
  { about: "slower", weight: 1 },
  { about: "part", weight: 1 },
];
const line = { loss: 0, delay: [1, 1] } as const;

const season = (weights: readonly number[], some: Partial<Laws> = {}): Laws =>
  laws({
    length: 20,
    kinds: ["plan", "confirm"],
    out: line,
    in: line,
    forces: {
      endings: {
        words: words.map((word, i) => ({ ...word, weight: weights[i] ?? 0 })),
        from: 2,
        again: 4,
        known: 500,
      },
    },
    ...some,
  });

const propose = (about: string): Intent => ({ kind: "send", what: "plan", about });
const confirm = (about: string): Intent => ({ kind: "send", what: "confirm", about });

/** To the end, whatever is heard on the way. */
const long = Array.from({ length: 20 }, () => wait(40));

const played = (of: Laws, intents: readonly Intent[], seed: Seed = moss) =>
  playAll(of, seed, [wait(2), ...intents]);

describe("an ending", () => {
  test.each([
    ["stay", [1, 0, 0], "played out"],
    ["slower", [0, 1, 0], "slower"],
    ["part", [0, 0, 1], "parted"],
  ])("%s: is reached when both know what was agreed", (about, weights, ended) => {
    const { world } = played(season(weights), [propose(about), wait(3), confirm(about), wait(3)]);
    expect(world.open.ended).toBe(ended);
    expect(world.open.tick).toBeLessThan(20);
    expect(world.open.forces.endings).toMatchObject({ wanted: about, sure: true });
  });

  test("a yes that is lost on its way back is a fact all the same", () => {
    const lossy = season([1, 0, 0], { in: { loss: 1000, delay: [1, 1] } });
    const answered = (of: Laws, intents: readonly Intent[]) =>
      facts(of, played(of, [...intents, ...long])).find(({ code }) => code === "endings")?.numbers;
    expect(answered(lossy, [propose("stay")])).toMatchObject({ yes: 1, agreed: 0 });
    expect(answered(lossy, [])).toMatchObject({ yes: 0, agreed: 0 });
    expect(answered(season([1, 0, 0]), [propose("stay")])).toMatchObject({ yes: 1, agreed: 1 });
  });

  test("a no is plain, closes what was asked, and costs nothing", () => {
    const { world, events } = played(season([0, 0, 1]), [propose("stay"), wait(3)]);
    expect(ofKind(events, "heard").filter(({ key }) => key !== null)).toMatchObject([
      { tone: "no" },
    ]);
    const moves = legal(season([0, 0, 1]), world.open);
    expect(moves).not.toContainEqual(propose("stay"));
    expect(moves).toContainEqual(propose("part"));
  });

  test("what they want does not come of what you do", () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom("stay", "slower", "part"), (seed, about) => {
        const all = season([1, 1, 1]);
        const quiet = ofKind(playAll(all, seed, long).secrets, "ending")[0];
        const asked = played(
          all,
          [propose(about), propose("stay"), propose("slower"), wait(40)],
          seed,
        );
        const told = ofKind(asked.secrets, "ending")[0];
        expect(told === undefined || told.wants === quiet?.wants).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("each of the three is wanted about as often as its weight says", () => {
    const all = season([2, 1, 1]);
    const wants = Array.from({ length: 600 }, (_, i) => {
      const { secrets } = playAll(all, seedFrom(i + 1), long);
      return ofKind(secrets, "ending")[0]?.wants;
    });
    expect(wants.filter((how) => how === "stay").length / 600).toBeCloseTo(0.5, 1);
  });

  test("an answer that was lost leaves them sure and you not: it can be asked for again", () => {
    const dead = season([1, 0, 0], { in: { loss: 1000, delay: [1, 1] } });
    const { world, secrets } = played(dead, [propose("stay"), ...long]);
    expect(world.open.forces.endings?.words[0]).toMatchObject({ state: "said" });
    expect(ofKind(secrets, "ending")[0]).toMatchObject({ agreed: true, sure: false });
  });
});
