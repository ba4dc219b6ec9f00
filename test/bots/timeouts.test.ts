/** The bot with deadlines, as a function of what it sees. */
import { expect, test } from "vitest";
import { botOf } from "../../src/bots/index.ts";
import { type Intent, type Open, step } from "../../src/engine/index.ts";
import { moss, playAll } from "../engine/fixtures.ts";
import { limits } from "../engine/rules/limits-laws.ts";

const laws = limits({ hang: 1000 });

function next(open: Open, given: Readonly<Record<string, number>>): Intent {
  const made = botOf("deadline", given);
  if (!made.ok) throw new Error(made.problem);
  return made.bot(open, () => 0);
}

test("asks under the time that nine of ten answers kept to, and one tick", () => {
  const { world } = playAll(limits({ sigma: 0, median: [6, 6] }), moss, []);
  expect(next(world.open, { of: 90, pad: 1 })).toMatchObject({ what: "ask", limit: 8 });
});

test("waits for ever where it is told to", () => {
  const { world } = playAll(laws, moss, []);
  expect(next(world.open, { forever: 1 })).toEqual({ kind: "send", what: "ask", about: "tea" });
});

test("doubles a limit just before it runs out, so many times", () => {
  let { world } = playAll(laws, moss, []);
  const moves: string[] = [];
  for (let n = 0; n < 12; n++) {
    const intent = next(world.open, { fixed: 4, extend: 1 });
    moves.push(intent.kind);
    world = step(laws, world, intent).world;
  }
  expect(moves.filter((kind) => kind === "limit").length).toBeGreaterThan(1);
  expect(world.open.forces.limits?.waits.every(({ changes }) => changes <= 1)).toBe(true);
});

test("says never mind before it asks for anything else", () => {
  const asks: Intent = { kind: "send", what: "ask", about: "tea", limit: 2 };
  const { world } = playAll(laws, moss, [asks, { kind: "wait", ticks: 5 }]);
  expect(next(world.open, { fixed: 4, tell: 1 })).toEqual({ kind: "call off", key: "a1" });
});
