/** What this game must never teach, held as proofs: in the mean over paired seeds, for every level where it applies. */
import { levels } from "virtual:levels";
import { describe, expect, test } from "vitest";
import { botOf } from "../src/bots/index.ts";
import { type Level, legal, seedFrom } from "../src/engine/index.ts";
import { play } from "../src/lab/arena.ts";
import { openSession } from "../src/session/index.ts";
import { handOf, play as wander } from "./engine/fixtures.ts";

const levelOf = (id: string): Level => {
  const level = levels.find((one) => one.id === id);
  if (level === undefined) throw new Error(`no level ${id}`);
  return level;
};

/** The mean outcome of a bot of a level's proof. */
function mean(level: Level, name: string, games = 200): number {
  const found = level.proof?.bots.find((bot) => bot.name === name);
  if (found === undefined) throw new Error(`${level.id} has no bot ${name}`);
  const made = botOf(found.policy, found.with);
  if (!made.ok) throw new Error(made.problem);
  let sum = 0;
  for (let i = 0; i < games; i++)
    sum += play(level, { name, bot: made.bot }, seedFrom(8_000_001 + i)).outcome;
  return sum / games;
}

type Pair = readonly [level: string, better: string, worse: string];

/** Pressure, and asking again at once, never outscore leaving room. */
const pressure: readonly Pair[] = [
  ["backoff.1", "doubling, one schedule", "double texting"],
  ["backoff.1", "doubling, one schedule", "escalating"],
  ["backoff.2", "doubling, jittered", "double texting"],
  ["backoff.3", "doubling, full jitter", "double texting"],
  ["heartbeats.1", "ping per 3, look by the line", "nagging"],
  // Going quiet to be asked after never outscores saying that one needs quiet.
  ["heartbeats.3", "say it, then rest", "silent to be asked"],
  ["backpressure.1", "ask, spend, back off", "pour it out"],
  ["backpressure.1", "ask, spend, back off", "ask, then ignore"],
  ["backpressure.2", "ask, spend, back off", "pour it out"],
  ["backpressure.3", "ask, spend, say it early", "pour it out"],
  ["backpressure.3", "ask, spend, say it early", "never say it"],
];

describe("pressure never outscores patience", () => {
  test.each(pressure)("%s: %s above %s", (id, better, worse) => {
    const level = levelOf(id);
    expect(mean(level, better)).toBeGreaterThan(mean(level, worse));
  });
});

/** Going quiet never outscores saying that one needs space. */
const silence: readonly Pair[] = [1, 2, 3].flatMap((tier): readonly Pair[] => {
  const says = tier === 3 ? "shed, say so, read them" : "shed, say so, come back slowly";
  const level = `degradation.${tier}`;
  return [
    [level, says, "shed in silence"],
    [level, says, "go dark when tired"],
    [level, "shed in silence", "go dark when tired"],
  ];
});

describe("silence never outscores saying that one needs space", () => {
  test.each(silence)("%s: %s above %s", (id, better, worse) => {
    const level = levelOf(id);
    expect(mean(level, better)).toBeGreaterThan(mean(level, worse));
  });
});

describe.each(levels)("leaving $id", (level) => {
  test("is legal at every moment until it is over", () => {
    for (const laws of level.evenings)
      for (let n = 1; n <= 4; n++)
        for (const { world } of wander(laws, seedFrom(n), handOf(seedFrom(n))).steps)
          expect(legal(laws, world.open).some(({ kind }) => kind === "leave")).toBe(
            world.open.ended === null,
          );
  });

  test("is neither won nor lost", () => {
    const session = openSession(level, seedFrom(3));
    do session.play({ kind: "leave" });
    while (session.next());
    expect(session.result()).toMatchObject({ outcome: null, stars: null });
  });
});
