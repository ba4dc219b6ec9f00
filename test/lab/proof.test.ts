import { describe, expect, test } from "vitest";
import { judge } from "../../src/lab/judge.ts";
import { playAll, split } from "../../src/lab/pool.ts";
import { declared, faultsIn, onlyBots, tallyOf } from "../../src/lab/proof.ts";
import { addTallies } from "../../src/lab/tally.ts";
import { bots, proven } from "./fixture.ts";

const tally = await playAll(split(proven, 1, 400), { jobs: 1 });
const result = judge(proven, 1, tally);

describe("the evening that was played by hand", () => {
  /** Means of playtest.md, section 2, level 1, from another engine on other seeds, and how near they must be. */
  test.each([
    ["shared doubling", 66, 4],
    ["three quick", 53, 4],
    ["every 16", 9, 8],
    ["every 8", -41, 10],
    ["storm", -132, 15],
    ["independent doubling", 29, 6],
    ["idle", -50, 0],
  ])("%s comes out at %i", (name, mean, near) => {
    const bot = result.bots.find((one) => one.name === name);
    expect(Math.abs((bot?.mean ?? Number.NaN) - mean)).toBeLessThanOrEqual(near);
  });

  test("every kind of event that its forces bring along happens", () => {
    expect(declared(proven)).toEqual(["asked", "lapsed"]);
    expect(result.never).toEqual([]);
  });

  test("no game has more moves than ticks", () => {
    for (const { intents, ticks } of tally.bots) expect(intents).toBeLessThanOrEqual(ticks + 400);
  });
});

describe("counts", () => {
  test("of parts add up to those of the whole, in any order", () => {
    const parts = [
      [31, 70],
      [1, 30],
      [101, 300],
    ].map(([from = 0, count = 0]) => tallyOf({ level: proven, from, count }));
    expect(parts.reduce(addTallies)).toEqual(tally);
  });

  test("are the same on two threads", async () => {
    expect(await playAll(split(proven, 1, 400), { jobs: 2 })).toEqual(tally);
  });

  test("of different bots do not add up", () => {
    const few = tallyOf({ level: onlyBots(proven, ["storm"]), from: 1, count: 1 });
    expect(() => addTallies(tally, few)).toThrow("different bots");
  });

  test("of one bot are the same whoever else plays", () => {
    const alone = tallyOf({ level: onlyBots(proven, ["storm"]), from: 1, count: 400 });
    expect(alone.bots).toEqual([tally.bots[0], tally.bots[4]]);
  });
});

describe("a proof", () => {
  const withBots = (...list: readonly (typeof bots)[number][]) => ({
    ...proven,
    proof: { ...proven.proof, bots: list },
  });

  test("says what is wrong with its bots", () => {
    const [pattern] = bots;
    if (pattern === undefined) throw new Error("no bots");
    const wrong = { ...pattern, name: "odd", role: "fails", with: { gapp: "full" } } as const;
    expect(faultsIn(withBots(pattern, wrong))).toEqual([
      'three.1, bot "odd": retry has no parameter gapp. Did you mean gap?',
    ]);
    expect(faultsIn(withBots(pattern, pattern))).toEqual([
      "three.1: one bot has the role pattern, not 2.",
    ]);
    expect(faultsIn(proven)).toEqual([]);
  });

  test("fails on a thread as it does without one", async () => {
    const strays = bots.map((bot) => ({ ...bot, policy: "no such" }));
    const tasks = split(withBots(...strays), 1, 100);
    for (const jobs of [1, 2])
      await expect(playAll(tasks, { jobs })).rejects.toThrow("no policy no such");
  });
});
