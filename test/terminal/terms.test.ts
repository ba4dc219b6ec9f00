/** What each kind of terminal is sent: colours of its own depth, and nothing at all while nothing changes. */
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Environment } from "../support/terminal.ts";
import { openGame } from "./game.ts";

/** What is sent from the start to a board with a message under way, with its colours by depth. */
async function sent(env: Environment, args: readonly string[] = []): Promise<string> {
  const game = openGame(["play", "prologue", "--seed", "moss-4f2a", ...args], { env });
  await game.waitFor("[enter] begin");
  await game.press("enter", "s", "enter");
  await game.waitFor("a1 is on its way");
  return game.raw();
}

/** The colours among SGR codes, by how they are given. */
function depths(raw: string): readonly string[] {
  const found = new Set<string>();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes begin with one
  for (const [, codes = ""] of raw.matchAll(/\u001B\[([\d;]*)m/g)) {
    if (/(^|;)38;2;/.test(codes)) found.add("24 bit");
    else if (/(^|;)38;5;/.test(codes)) found.add("256");
    else if (/(^|;)(3[0-7]|9[0-7])(;|$)/.test(codes)) found.add("16");
    if (/(^|;)(4[0-8]|10[0-7])(;|$)/.test(codes)) found.add("background");
  }
  return [...found];
}

test.each<readonly [depth: string, what: readonly string[], env: Environment]>([
  ["a terminal of 16 colours", ["16"], { TERM: "xterm-16color", COLORTERM: undefined }],
  ["the Linux console", ["16"], { TERM: "linux", COLORTERM: undefined }],
  ["a terminal of 256 colours", ["256"], { COLORTERM: undefined }],
  ["a terminal of all colours", ["256"], { COLORTERM: "truecolor" }],
  ["NO_COLOR", [], { NO_COLOR: "1" }],
])("%s gets colours of its depth, and its background is never painted", async (_, what, env) => {
  expect(depths(await sent(env))).toEqual(what);
});

test("on a light ground, as the terminal or a flag says, the colours are others", async () => {
  const dark = await sent({});
  const [said, flagged] = await Promise.all([sent({ COLORFGBG: "0;15" }), sent({}, ["--light"])]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape codes begin with one
  const colours = (raw: string) => new Set(raw.match(/\u001B\[38;5;\d+m/g));
  expect(colours(said)).toEqual(colours(flagged));
  expect([...colours(said)].filter((one) => colours(dark).has(one))).toEqual([]);
});

test("while nothing is pressed nothing is written, on any screen", async () => {
  const game = openGame(["play", "prologue", "--seed", "moss-4f2a"]);
  const rest = async (shows: string): Promise<void> => {
    await game.waitFor(shows);
    await game.settle(300);
    const before = game.bytes();
    await sleep(500);
    expect(game.bytes() - before, shows).toBe(0);
  };
  const steps: readonly (readonly [key: string, shows: string])[] = [
    ["enter", "Your move."],
    ["s", "Say what?"],
    ["enter", "a1 is on its way"],
    ["?", "[esc]"],
    ["esc", "a1 is on its way"],
    ["9", "b1 answers a1"],
    ["9", "The evening is over."],
    ["enter", "Nothing is lost on this line"],
    ["r", "[space] play"],
    ["q", "[r]eplay"],
    ["q", "[enter] play"],
    ["o", "OPTIONS"],
    ["esc", "[enter] play"],
    ["x", "SAVED GAMES"],
    ["r", "Its name:"],
  ];
  await rest("[enter] begin");
  for (const [key, shows] of steps) {
    await game.press(key);
    await rest(shows);
  }
});
