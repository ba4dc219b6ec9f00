import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readGame } from "../../src/session/index.ts";
import { freshHome, journalIn, journals, openGame, piped, sentPrologue } from "./game.ts";

const pathOf = (home: string): string => join(home, journals(home)[0] ?? "");

test("a game that was put away goes on from the map, where it was", async () => {
  const home = freshHome();
  const first = await sentPrologue(home);
  await first.press("space", "q");
  await first.waitFor("[enter] play");
  first.write("q");
  expect(await first.exit()).toEqual({ code: 0, signal: null });
  const second = openGame([], { home });
  await second.waitFor("[enter] play");
  await second.press("enter");
  await second.waitFor("Where you left it.");
  expect(second.lines()[0]).toContain("tick 2");
});

test("play LEVEL goes on with the paused game; with a seed it begins another", async () => {
  const home = freshHome();
  const first = await sentPrologue(home);
  first.kill("SIGTERM");
  await first.exit();
  const second = openGame(["play", "prologue"], { home });
  await second.waitFor("Where you left it.");
  expect(second.text()).toContain("moss-4f2a");
  const third = openGame(["play", "prologue", "--seed", "fern"], { home });
  await third.waitFor("[enter] begin");
  expect(third.text()).toContain("fern");
});

test.each([
  ["at rest", [], [1]],
  ["right after a key", ["\u0020"], [1, 2]],
  ["in a burst of keys", ["s", "1", "w", "2", "r", "1", "w"], [1, 2, 3, 4, 5, 6]],
])("a game killed %s loses at most that key, and goes on", async (_, keys, ticks) => {
  const home = freshHome();
  const game = await sentPrologue(home);
  for (const key of keys) game.write(key);
  game.kill("SIGKILL");
  expect(await game.exit()).toEqual({ code: null, signal: "SIGKILL" });
  expect(journalIn(home)).toMatch(/^(\{.*\}\n)+/);
  expect(readGame(pathOf(home)).ok).toBe(true);
  const again = openGame(["play", "prologue"], { home });
  await again.waitFor("Where you left it.");
  const tick = Number(/tick (\d+)/.exec(again.lines()[0] ?? "")?.[1]);
  expect(ticks).toContain(tick);
});

test("every key whose answer was on the screen survives a kill", async () => {
  const home = freshHome();
  const game = await sentPrologue(home);
  for (const [key, tick] of [
    ["space", 2],
    ["space", 3],
    ["2", 5],
  ] as const) {
    await game.press(key);
    await game.waitFor(`tick ${tick} `);
  }
  game.kill("SIGKILL");
  await game.exit();
  const { games } = JSON.parse((await piped(["saves", "--json"], "", home)).out);
  expect(games).toMatchObject([{ state: "paused", tick: 5, evening: 1 }]);
});

test("a game that is open elsewhere is not opened again, and says so", async () => {
  const home = freshHome();
  await sentPrologue(home);
  const before = journalIn(home);
  const second = openGame(["play", "prologue"], { home });
  await second.waitFor("[enter] play");
  await second.press("enter", "enter");
  expect(second.text()).toContain("BEST EFFORT");
  const third = await piped(["play", "prologue"], "w\n", home);
  expect(third).toMatchObject({ code: 2, out: "" });
  expect(third.err).toContain("This game is open somewhere else.");
  expect(journalIn(home)).toBe(before);
});

test("leaving lets go of the game's lock, by ctrl-c too", async () => {
  const home = freshHome();
  const game = await sentPrologue(home);
  expect(existsSync(`${pathOf(home)}.lock`)).toBe(true);
  game.write("\u0003");
  expect(await game.exit()).toEqual({ code: 130, signal: null });
  expect(existsSync(`${pathOf(home)}.lock`)).toBe(false);
});
