/** Every level's proof, as `besteffort test` plays it: the pattern wins because of the dynamics. */

import { availableParallelism } from "node:os";
import { levels } from "virtual:levels";
import { describe, expect, test } from "vitest";
import { judge } from "../src/lab/judge.ts";
import { playAll, split } from "../src/lab/pool.ts";
import { declared, isProvable } from "../src/lab/proof.ts";

const jobs = availableParallelism();
const provable = levels.filter(isProvable);

/** Kinds of events that happened in some game of some level. */
const seen = new Set<string>();

describe.each(provable)("$id", (level) => {
  test("holds on the seeds its stars were chosen on", { timeout: 120_000 }, async () => {
    const tally = await playAll(split(level, 1, level.proof.seeds), { jobs });
    const { bots, verdict } = judge(level, 1, tally);
    for (const kind of tally.seen) seen.add(kind);
    expect(bots.filter((bot) => bot.verdict === "fail")).toEqual([]);
    expect(verdict).toBe("pass");
  });

  test("holds on seeds that nobody looked at", { timeout: 120_000 }, async () => {
    const from = 3_000_001;
    const tally = await playAll(split(level, from, 500), { jobs });
    expect(judge(level, from, tally).bots.filter((bot) => bot.verdict === "fail")).toEqual([]);
  });
});

test("every event that a force can bring about happens in some level", () => {
  const kinds = new Set(provable.flatMap(declared));
  expect([...kinds].filter((kind) => !seen.has(kind))).toEqual([]);
});

test("a level without a proof is one without a score", () => {
  const others = levels.filter((level) => !isProvable(level));
  expect(others.map(({ id, scoring }) => [id, scoring])).toEqual([["prologue", null]]);
});
