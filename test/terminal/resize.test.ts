import { expect, test } from "vitest";
import { freshHome, openGame, sentPrologue } from "./game.ts";

test("a game goes on through a wider window, one that is too small, and back", async () => {
  const game = await sentPrologue(freshHome());
  const before = game.text();
  game.resize(120, 40);
  await game.waitFor(({ lines }) => (lines()[0]?.length ?? 0) > 100);
  await game.press("space");
  game.resize(60, 20);
  await game.waitFor("needs 80x24 (now 60x20), or run with --linear");
  await game.settle();
  expect(game.text()).not.toContain("OPEN WAITS");
  await game.press("space", "w");
  game.resize(80, 24);
  // The keys pressed blindly did nothing, and the frame is the one a tick later.
  const title = /^ One message {2}prologue {2}tick 2 +moss-4f2a$/;
  await game.waitFor(({ lines, text }) => title.test(lines()[0] ?? "") && text().includes("[q]"));
  expect(game.text()).toContain("Nothing. 1 tick went by.");
  expect(game.text().split("\n").slice(-3)).toEqual(before.split("\n").slice(-3));
  expect(game.text().match(/OPEN WAITS/g)).toHaveLength(1);
});

test("a key typed before the first frame is whole leaves no mark on it", async () => {
  const game = openGame(["play", "prologue", "--seed", "moss"]);
  game.onData(() => game.bytes() < 2000 && game.write("x\r"));
  await game.waitFor("Your move.");
  await game.settle();
  expect(game.lines()[0]).toMatch(/^ One message {2}prologue {2}tick 0 +moss$/);
  expect(game.lines()[22]).toBe(" [X] leave..  [?] help  [q] save, quit");
});

test("a storm of resizes leaves one clean frame and nothing in the scrollback", async () => {
  const game = await sentPrologue(freshHome());
  const before = game.lines();
  for (let i = 0; i < 20; i++) {
    game.resize(80 + (i % 5) * 9, 24 + (i % 4) * 5);
    // Some meet the game while it draws, and some do not.
    if (i % 3 === 0) await game.settle(i);
  }
  game.resize(80, 24);
  await game.settle(300);
  expect(game.lines()).toEqual(before);
  expect(game.screen.buffer.normal.length).toBe(24);
});
