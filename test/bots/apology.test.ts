import { levels } from "virtual:levels";
import { expect, test } from "vitest";
import { apology, costs } from "../../src/bots/apology.ts";
import { botOf } from "../../src/bots/index.ts";
import { run, seedFrom } from "../../src/engine/index.ts";
import { drawOf } from "../../src/lab/arena.ts";

const mine = levels.filter(({ story }) => story.pattern === "idempotency keys");

test("knows what the level takes", () => {
  expect(mine).toHaveLength(3);
  for (const { evenings } of mine)
    for (const { energy } of evenings)
      expect(energy?.costs).toEqual({
        apology: costs.full,
        brief: costs.brief,
        repeat: costs.repeat,
      });
});

test.each(apology.blind ?? [])("whatever it does, it is never refused: %o", (given) => {
  const made = botOf("apology", given);
  const laws = mine[2]?.evenings[0];
  if (!made.ok || laws === undefined) throw new Error("no bot");
  const game = run(laws, seedFrom(5));
  while (game.world.open.ended === null) game.take(made.bot(game.world.open, drawOf(seedFrom(5))));
  expect(game.events.filter(({ kind }) => kind === "refused")).toEqual([]);
});

test("says nothing more once it is heard, unless it does not heed", () => {
  const sends = (heed: number): number => {
    const made = botOf("apology", { heed, gap: 6 });
    const laws = mine[0]?.evenings[1];
    if (!made.ok || laws === undefined) throw new Error("no bot");
    const game = run(laws, seedFrom(5));
    while (game.world.open.ended === null)
      game.take(made.bot(game.world.open, drawOf(seedFrom(5))));
    return game.world.open.forces.incidents?.afterwards ?? -1;
  };
  expect(sends(1)).toBe(0);
  expect(sends(0)).toBeGreaterThan(0);
});
