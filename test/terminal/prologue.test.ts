import { expect, test } from "vitest";
import type { Terminal } from "../support/terminal.ts";
import { freshHome, journalIn, openGame } from "./game.ts";

/** From the map to the map again, by keys; `seen` is called on every screen. */
async function playPrologue(game: Terminal, seen: (screen: string) => void): Promise<void> {
  const steps: readonly (readonly [key: string, shows: string])[] = [
    ["enter", "[enter] begin"],
    ["enter", "Your move."],
    ["s", "Say what?"],
    ["enter", "a1 is on its way"],
    ["space", "Nothing. 1 tick went by."],
    ["w", "older than a usual round trip"],
    ["w", "b1 answers a1"],
    ["w", "The evening is over."],
    ["enter", "Nothing is lost on this line"],
    ["enter", "In your relationships"],
    ["enter", "[enter] play"],
  ];
  await game.waitFor("[enter] play");
  for (const [key, shows] of steps) {
    // Where there is room the debrief is one page.
    if (game.text().includes(shows)) continue;
    await game.press(key);
    await game.waitFor(shows);
    seen(game.text());
  }
}

test.each([
  [80, 24],
  [120, 40],
])(
  "one message is sent, waited for, answered and understood at %i by %i",
  async (columns, rows) => {
    const home = freshHome();
    const game = openGame([], { home, columns, rows });
    await playPrologue(game, () => expect(game.buffer()).toBe("alternate"));
    expect(game.lines().find((line) => line.includes("One message"))).toMatch(
      /^ +0 +One message .* done$/,
    );
    expect(game.lines()).toHaveLength(rows);
    expect(journalIn(home).trimEnd().split("\n").at(-1)).toContain('"sum"');
    game.write("q");
    expect(await game.exit()).toEqual({ code: 0, signal: null });
  },
);

test("with --ascii nothing else is ever on the screen", async () => {
  const game = openGame(["--ascii"]);
  const screens: string[] = [];
  await playPrologue(game, (screen) => screens.push(screen));
  expect(screens.join("\n")).toMatch(/^[\n\x20-\x7E]*$/);
});

test("a terminal without Unicode is shown ASCII unasked", async () => {
  const game = openGame([], { env: { TERM: "linux", COLORTERM: undefined, LANG: "C" } });
  await game.waitFor("[enter] play");
  expect(game.text()).toMatch(/^[\n\x20-\x7E]*$/);
});

/** Colours are numbers 30 to 48 and 90 to 107, or follow such a number. */
const hasColour = (raw: string): boolean =>
  raw.split("\u001B[").some((code) => /^(?:[\d;]*;)?(?:3[0-8]|4[0-8]|9\d|10[0-7])[;m]/.test(code));

test.each([
  ["NO_COLOR", [], { NO_COLOR: "1" }],
  ["--no-color", ["--no-color"], {}],
])("with %s there is no colour in the whole game, but there is bold", async (_, args, env) => {
  const game = openGame(args, { env });
  await playPrologue(game, () => {});
  expect(hasColour(game.raw())).toBe(false);
  expect(game.raw()).toContain("\u001B[1m");
});

test("without NO_COLOR there is colour", async () => {
  const game = openGame();
  await game.waitFor("[enter] play");
  await game.settle();
  expect(hasColour(game.raw())).toBe(true);
});
