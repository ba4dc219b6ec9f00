import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freshHome, journalIn, openGame, piped } from "./game.ts";

/** A journal of the prologue, with `moves` played, after a change to its text. */
async function recorded(
  moves: string,
  change: (journal: string) => string = (journal) => journal,
): Promise<{ readonly home: string; readonly file: string }> {
  const home = freshHome();
  await piped(["play", "prologue", "--seed", "moss-4f2a"], moves, home);
  const file = join(home, "game.ndjson");
  writeFileSync(file, change(journalIn(home)));
  return { home, file };
}

test("an ended game is stepped, scrubbed, played, and seen without its fog", async () => {
  const { home, file } = await recorded("s\nw\nw\nw\n");
  const replay = openGame(["replay", file], { home });
  await replay.waitFor("[space] play");
  const tick = (): string => /tick (\d+)/.exec(replay.text())?.[1] ?? "";
  await replay.press("l", "l");
  expect(tick()).toBe("2");
  await replay.press("h", "5");
  expect(tick()).toBe("3");
  await replay.press("0", ">", "tab");
  await replay.waitFor("fog off");
  expect(replay.text()).toContain("━▸●");
  await replay.press("space");
  await replay.waitFor(() => tick() === "6");
  replay.write("q");
  expect(await replay.exit()).toEqual({ code: 0, signal: null });
});

test("before a game's end its replay keeps the fog", async () => {
  const { home, file } = await recorded("s\nw\n");
  const replay = openGame(["replay", file], { home });
  await replay.waitFor("[space] play");
  await replay.press("9", "tab");
  await replay.waitFor("The fog lifts once this evening has ended.");
  expect(replay.text()).not.toContain("Wren is busy");
});

const unlikely = /^.*: Line \d+ .*$/m;

test.each([
  ["damaged", (text: string) => text.replace('{"i":"wait', '{"i":wait'), unlikely, 3],
  ["changed", (text: string) => text.replace('"variant":2', '"variant":1'), unlikely, 3],
  ["of other rules", (text: string) => text.replace('"rules":4', '"rules":9'), /under rules 9/, 3],
  ["of a later format", (text: string) => text.replace('"format":1', '"format":9'), /format 9/, 2],
  ["of something else", () => "hello\n", /not a journal of this game/, 2],
  ["empty", () => "", /game/, 2],
  ["torn at its end", (text: string) => text.slice(0, -20), /^$/, 0],
] as const)("a journal that is %s is told apart, by sentence and exit code", async (...given) => {
  const [, change, sentence, expected] = given;
  const { home, file } = await recorded("s\nw\nw\n", change);
  const { code, out, err } = await piped(["replay", file], "", home);
  expect({ code, err }).toEqual({ code: expected, err: expect.stringMatching(sentence) });
  if (expected === 2) expect(out).toBe("");
  else expect(out).toContain("t0 you: Soup on Friday?");
});

const nasty = "\\u001b]0;owned\\u0007\\u001b[2J\\u202e\\u0000";

test.each([
  ["level", '"level":"prologue"', `"level":"prologue${nasty}"`],
  ["app", '"app":"', `"app":"${nasty}`],
  ["rules", '"rules":4', `"rules":"${nasty}"`],
  ["topic", '"about":"friday","until"', `"about":"friday${nasty}","until"`],
  ["move", '"i":"send ask friday"', `"i":"send ask ${nasty}"`],
  ["kind", '"kind":"dawn"', `"kind":"${nasty}"`],
])("what a journal hides in its %s never reaches the terminal", async (_, from, to) => {
  const { home, file } = await recorded("s\nw\nw\n", (text) => text.replace(from, to));
  const ways = [["replay", file], ["saves"], ["play", "prologue", "--intents", "w"]];
  for (const way of ways) {
    const { out, err } = await piped(way, "", home);
    expect(out + err).toMatch(/^[\n\x20-\x7E]*$/);
  }
  const screens = openGame(["replay", file], { home });
  await screens.settle(300);
  expect(screens.raw()).not.toMatch(/owned|\]0;|\u202E/);
});
