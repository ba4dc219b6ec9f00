import { expect, test } from "vitest";
import { seedFrom } from "../../src/engine/index.ts";
import { type Player, play } from "../../src/lab/arena.ts";
import { eveningSeed } from "../../src/session/index.ts";
import { threeAsks, twoEvenings } from "../support/levels.ts";

const seed = seedFrom(7);
const waiter: Player = { name: "waiter", bot: () => ({ kind: "wait", ticks: 64 }) };
const eager: Player = {
  name: "eager",
  bot: ({ forces }) => {
    const ask = forces.waits?.asks.find(({ key, state }) => key === null && state === "open");
    return ask ? { kind: "send", what: "ask", about: ask.about } : { kind: "wait", ticks: 9 };
  },
};

test("a game is a function of level, bot and seed", () => {
  expect(play(threeAsks, eager, seed)).toEqual(play(threeAsks, eager, seed));
  expect(play(threeAsks, waiter, seed)).toMatchObject({
    outcome: -50,
    stars: 0,
    ended: "played out",
  });
});

test("a game of two evenings is the mean of two games on the evenings' own seeds", () => {
  const both = play(twoEvenings, eager, seed);
  const first = play(threeAsks, eager, eveningSeed(seed, 0));
  const second = play(threeAsks, eager, eveningSeed(seed, 1));
  expect(both.outcome).toBeCloseTo((first.outcome + second.outcome) / 2, 2);
  expect(both.ticks).toBe(first.ticks + second.ticks);
  expect(both.intents).toBe(first.intents + second.intents);
});

test("a bot that is refused a move stops the lab, and the message says where", () => {
  const mute: Player = { name: "mute", bot: () => ({ kind: "repeat", key: "a1" }) };
  expect(() => play(threeAsks, mute, seed)).toThrow(
    `three.1, seed ${seed}: the bot "mute" may not "repeat a1". That message is answered`,
  );
});

test("where a level has no wait of so many ticks, a bot waits for news", () => {
  const [laws] = threeAsks.evenings;
  if (laws === undefined) throw new Error("no evening");
  const level = {
    ...threeAsks,
    evenings: [{ ...laws, verbs: ["wait for news", "send"] as const }],
  };
  expect(play(level, waiter, seed)).toMatchObject({ outcome: -50, ticks: 165 });
});
