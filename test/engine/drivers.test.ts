import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deal, type Laws, run, type Seed, step, type World } from "../../src/engine/index.ts";
import { canonical, everyEvening, hands, last, play, seeds, together } from "./fixtures.ts";

type Law = (laws: Laws, seed: Seed, hand: readonly number[]) => void;

const always = (law: Law) => (_: string, laws: Laws) => {
  fc.assert(
    fc.property(seeds, hands, (seed, hand) => law(laws, seed, hand)),
    { numRuns: 60 },
  );
};

const again = (world: World): World => JSON.parse(JSON.stringify(world));

function isWhole(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return true;
  return Object.isFrozen(data) && Object.values(data).every(isWhole);
}

describe("one rule, two drivers", () => {
  test.each(everyEvening)(
    "%s: played with copies or in place, every byte is the same after every intent",
    always((laws, seed, hand) => {
      const { intents, steps } = play(laws, seed, hand);
      const game = run(laws, seed);
      for (const [i, { world }] of steps.entries()) {
        expect(canonical(game.world)).toBe(canonical(world));
        const { events, secrets } = together(steps.slice(0, i + 1));
        expect(canonical([game.events, game.secrets])).toBe(canonical([events, secrets]));
        const intent = intents[i];
        if (intent) game.take(intent);
      }
    }),
  );
});

describe("the same seed", () => {
  test.each(everyEvening)(
    "%s: and the same intents are the same game",
    always((laws, seed, hand) => {
      expect(canonical(play(laws, seed, hand))).toBe(canonical(play(laws, seed, hand)));
    }),
  );

  test.each(everyEvening)(
    "%s: goes on alike from a world that was written down and read again",
    always((laws, seed, hand) => {
      const { intents, steps } = play(laws, seed, hand);
      for (const [i, intent] of intents.entries()) {
        const before = steps[i]?.world ?? deal(laws, seed).world;
        expect(canonical(step(laws, again(before), intent))).toBe(canonical(steps[i + 1]));
      }
    }),
  );
});

describe("a world that was left behind", () => {
  test.each(everyEvening)(
    "%s: stays as it was, down to its last part",
    always((laws, seed, hand) => {
      const { world } = deal(laws, seed);
      const before = canonical(world);
      const { steps } = play(laws, seed, hand);
      expect(steps.every((stepped) => isWhole(stepped.world))).toBe(true);
      expect(canonical(steps[0]?.world)).toBe(before);
    }),
  );

  test.each(everyEvening)("%s: every game ends by its last tick", (_, laws) => {
    const { world } = last(play(laws, "b1:moss-4f2a", Array(400).fill(1)).steps);
    expect(world.open.ended).toBe("played out");
    expect(world.open.tick).toBeLessThanOrEqual(laws.length);
  });
});
