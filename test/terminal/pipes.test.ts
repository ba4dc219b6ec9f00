import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openTerminal } from "../support/terminal.ts";
import { freshHome, journals, openGame, piped, program } from "./game.ts";

const whole = "send ask friday; w\nw\nw\n";

test("a game is played to its end from a pipe, in lines", async () => {
  const home = freshHome();
  const { code, out, err } = await piped(["play", "prologue", "--seed", "moss"], whole, home);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^One message \(prologue\), seed moss\.\n/);
  expect(out).toContain("Wren, to a1: Yes! Was cooking.\n");
  expect(out).toContain("In your relationships: Silence is not data.");
  expect(out).toMatch(/^[\n\x20-\x7E]*$/);
});

test.each([
  ["play", ["play", "prologue"]],
  ["the map", []],
])("with nothing to play from, %s says so on stderr and begins no game", async (_, args) => {
  const home = freshHome();
  const { code, out, err } = await piped(args, "", home);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^(Nothing to play from|Play one of these)/);
  expect(journals(home)).toEqual([]);
});

test("moves that run out leave a paused game, which more moves finish", async () => {
  const home = freshHome();
  await piped(["play", "prologue"], "s\n", home);
  const { code, out } = await piped(["play", "prologue", "--intents", "w;w;w"], "", home);
  expect(code).toBe(0);
  expect(out).toContain("Tick 1. ");
  expect(out).toContain("What was true:");
  expect(journals(home)).toHaveLength(1);
});

test.each([
  ["a dumb terminal", { TERM: "dumb" }, []],
  ["a screen reader", { INK_SCREEN_READER: "true" }, []],
  ["--linear", {}, ["--linear"]],
])("for %s a person plays in lines, and is never shown a screen", async (_, env, args) => {
  const game = openGame(["play", "prologue", "--seed", "moss", ...args], { env });
  await game.waitFor(() => /^>$/m.test(game.text()));
  for (const line of ["juggle", "?o", "?g", "?", "s", "q"]) await game.press(line, "enter");
  expect(await game.exit()).toEqual({ code: 0, signal: null });
  const text = game.raw().replaceAll("\r", "");
  for (const said of ['"juggle" is not a move here. Actions:', "Open waits: none.", "Goals: Wren"])
    expect(text).toContain(said);
  expect(text).toContain("You, a1: Soup on Friday?");
  expect(text).toMatch(/^[\n\x20-\x7E]*$/);
  expect(text).toMatch(/Saved\. Until later\.\n(> )?$/);
});

test("a game begun in lines goes on on screens, and back", async () => {
  const home = freshHome();
  await piped(["play", "prologue", "--seed", "moss"], "s\nq\n", home);
  const screens = openGame(["play", "prologue"], { home });
  await screens.waitFor("Where you left it.");
  await screens.press("space", "q");
  screens.write("q");
  expect(await screens.exit()).toEqual({ code: 0, signal: null });
  const { out } = await piped(["play", "prologue", "--linear"], "?o\n", home);
  expect(out).toContain("Open waits, 1. a1, Friday: out 2 ticks.");
});

test("a game on a level of one's own is listed as what it is", async () => {
  const home = freshHome();
  const file = join(home, "levels", "mine.yaml");
  mkdirSync(join(home, "levels"));
  await piped(["level", "new", file], "", home);
  await piped(["play", file, "--intents", "wait"], "", home);
  const { code, out } = await piped(["saves"], "", home);
  expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/ {2}mine {2}paused {2}/) });
});

test("what goes to a file is the game and nothing of the terminal", async () => {
  const home = freshHome();
  const file = join(home, "out.txt");
  const command = `printf 's\\nw\\n' | '${process.execPath}' '${program}' play prologue > '${file}'`;
  const shell = openTerminal("/bin/sh", ["-c", command], { env: { BESTEFFORT_HOME: home } });
  onTestFinished(() => shell.kill());
  expect(await shell.exit()).toEqual({ code: 0, signal: null });
  expect(shell.text()).toBe("");
  expect(readFileSync(file, "utf8")).toMatch(/^One message[\n\x20-\x7E]*$/);
});

test("a reader that has seen enough ends the program in silence", async () => {
  const command = `yes w | '${process.execPath}' '${program}' play backoff | head -1`;
  const shell = openTerminal("/bin/sh", ["-c", command], {
    columns: 120,
    env: { BESTEFFORT_HOME: freshHome() },
  });
  onTestFinished(() => shell.kill());
  await shell.exit();
  expect(shell.text()).toMatch(/^The second text \(backoff, tier 1\), seed [a-z0-9-]+\.$/);
});

test("a disk that cannot be written to is told of once, and the game is played all the same", async () => {
  const home = join(freshHome(), "file");
  writeFileSync(home, "");
  const { code, out, err } = await piped(["play", "prologue"], whole, join(home, "games"));
  expect(code).toBe(0);
  expect(out).toContain("What was true:");
  expect(err).toBe("This game is not being saved: its folder is not a folder. You can play on.\n");
  const game = openGame(["play", "prologue"], { home: join(home, "games") });
  await game.waitFor("[enter] begin");
  await game.press("enter", "s", "enter");
  await game.waitFor("a1 is on its way");
  await game.press("q");
  game.write("q");
  expect(await game.exit()).toEqual({ code: 0, signal: null });
  expect(game.text().match(/This game is not being saved/g)).toHaveLength(1);
});
