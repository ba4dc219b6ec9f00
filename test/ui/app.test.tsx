import { expect, onTestFinished, test } from "vitest";
import { luck, pick, root } from "../../src/engine/index.ts";
import { openSession } from "../../src/session/index.ts";
import { App } from "../../src/ui/App.tsx";
import { bindings } from "../../src/ui/keys.ts";
import type { Where } from "../../src/ui/where.ts";
import { type Drawn, draw } from "../support/screen.ts";
import { ascii, levelOf, moss, play, shelfOf } from "./support.ts";

const map: Where = { at: "map", from: null, notice: "" };

type Opened = Drawn & {
  readonly exits: readonly number[];
  readonly shelf: ReturnType<typeof shelfOf>;
};

async function open(start: Where = map, shelf = shelfOf()): Promise<Opened> {
  const exits: number[] = [];
  const app = <App shelf={shelf} look={ascii} start={start} onExit={(code) => exits.push(code)} />;
  const screen = await draw(app);
  onTestFinished(() => screen.unmount());
  return { ...screen, exits, shelf };
}

/** What is seen of the screen: what a larger window has shown lies behind its edge. */
const seen = (screen: Drawn, columns: number): readonly string[] =>
  screen
    .lines()
    .map((line) => line.slice(0, columns).trimEnd())
    .filter((line) => line !== "");

const opening = "send ask key; wait for news; repeat a1;".concat(
  "wait for news; repeat a1;".repeat(6),
);

const backoff = (moves = ""): Where => {
  const session = shelfOf().start(levelOf("backoff.1"), { seed: moss, rehearsal: false });
  return { at: "board", session: play(session, moves) };
};
const repeats = "wait for news; repeat a1; repeat a2; repeat a3;";
const session = openSession(levelOf("backoff.1"), moss);
const debriefed: Where = { at: "debrief", session: play(session, `${opening} leave`) };

test("the prologue: from the map through a message, a silence and an answer to what was true, and back", async () => {
  const screen = await open();
  expect(screen.text()).toMatch(/> +0 +One message .* -$/m);
  await screen.press("enter");
  expect(screen.text()).toContain("You made soup");
  await screen.press("enter", "s", "1");
  expect(screen.text()).toContain("a1 is on its way.");
  await screen.press("space", "space");
  expect(screen.text()).toContain("Nothing. a1 is now older than a usual round trip (2).");
  await screen.press("w");
  expect(screen.text()).toContain("Wren, to a1: Yes! Was cooking.");
  await screen.press("w", "enter");
  expect(screen.text()).toContain("what was true");
  await screen.press("enter");
  expect(screen.text()).toContain("Silence is not data.");
  await screen.press("enter");
  expect(screen.text()).toMatch(/^ +0 +One message .* done$/m);
});

test("help opens over a picker and over a scrolled board, and closes without losing either", async () => {
  const screen = await open(backoff());
  await screen.press("s", "1", "w", "w", "w", "r", "1", "w", "w", "r", "1", "w", "k");
  const scrolled = screen.text();
  await screen.press("?");
  expect(screen.text()).toContain("HELP");
  await screen.press("?");
  expect(screen.text()).toBe(scrolled);
  await screen.press("s");
  const picking = screen.text();
  await screen.press("?");
  expect(screen.text()).toContain("HELP");
  await screen.press("esc");
  expect(screen.text()).toBe(picking);
});

test("a window that is too small says so and takes no keys; a larger one shows where you were", async () => {
  const screen = await open(backoff());
  await screen.press("s", "1", "s");
  const picking = screen.text();
  await screen.resize(60, 20);
  expect(seen(screen, 60)).toEqual(["needs 80x24 (now 60x20), or run with --linear"]);
  await screen.press("1", "q", "w");
  await screen.resize(80, 24);
  expect(screen.text()).toBe(picking);
});

test("a hint stands there whole, in the smallest window, until the next move; H brings it back", async () => {
  const screen = await open(
    backoff("send ask key; send ask pot; send ask sunday;".concat(repeats)),
  );
  const hints = levelOf("backoff.1").story.hints;
  const shown = (): string => screen.text().replace(/\s+/g, " ");
  await screen.press("H");
  expect(shown()).toContain(`HINT 1 of 3 [esc] puts it away ${hints[0]}`);
  await screen.press("esc");
  expect(shown()).not.toContain("HINT");
  expect(shown()).toContain("[H]int 1/3");
  await screen.press("H");
  expect(shown()).toContain("HINT 1 of 3");
  await screen.press("w");
  expect(shown()).not.toContain("HINT");
  await screen.press("H", "H");
  expect(shown()).toContain(`HINT 2 of 3 [esc] puts it away ${hints[1]}`);
  expect(shown()).toContain("[H]int 2/3");
});

test.each([
  ["board", "k", "j", backoff(opening)],
  ["debrief", "j", "k", debriefed],
] as const)(
  "scrolling the %s past its end leads no further than its end",
  async (_, there, back, start) => {
    const screen = await open(start);
    for (let i = 0; i < 20; i++) await screen.press(there);
    const end = screen.text();
    await screen.press(there, back);
    expect(screen.text()).not.toBe(end);
  },
);

test("a resize in the middle of an evening draws the same evening in the new room", async () => {
  const screen = await open(backoff());
  await screen.press("s", "1", "w");
  await screen.resize(120, 40);
  expect(screen.lines()[38]).toContain("[q] save, quit");
  expect(screen.text()).toContain("a1 the spare key");
  await screen.resize(80, 24);
  expect(screen.text()).toContain("a1 the spare key");
});

test("ctrl-c leaves at once with 130, from any screen", async () => {
  const screen = await open(backoff());
  await screen.press("s", "ctrl-c");
  expect(screen.exits).toEqual([130]);
  expect(screen.buffer()).toBe("normal");
});

test("quitting from the map leaves without a word, and the terminal as it was", async () => {
  const screen = await open();
  await screen.press("q");
  expect(screen.exits).toEqual([]);
  expect(screen.buffer()).toBe("normal");
});

test("the first of several choices is the first that can be chosen", async () => {
  const screen = await open({ ...map, from: "generals.1" });
  await screen.press("enter", "enter", "w", "w", "w", "w", "w", "s");
  expect(screen.text()).toContain("[1] lunch on the bench, over");
  await screen.press("1");
  expect(screen.text()).toContain("There is nothing to do about that now.");
  await screen.press("s", "enter");
  expect(screen.text()).toContain("And ask to have it said back?");
});

test("the map stands where it stood after a look at the saved games", async () => {
  const screen = await open({ ...map, from: "timeouts.1" });
  const before = screen.text();
  await screen.press("x", "q");
  expect(screen.text()).toBe(before);
});

test("a game that was put away goes on where it was, and its first evening's truth can still be read", async () => {
  const shelf = shelfOf();
  const screen = await open({ ...map, from: "backoff.1" }, shelf);
  await screen.press("enter", "3", "enter", "s", "2", "w", "q");
  expect(screen.text()).toContain("paused: tick");
  await screen.press("enter");
  expect(screen.text()).toContain("Where you left it.");
  await screen.press("X", "1");
  await screen.press("q", "enter");
  expect(screen.text()).toContain("your bet         wait, and wait longer each time.");
  await screen.press("enter");
  expect(screen.text()).toContain("One more evening, on a fresh draw of the same law.");
  expect(screen.text()).toContain("[enter] evening 2");
  await screen.press("enter");
  expect(screen.text()).toContain("evening 2 of 2, tick 0");
  expect(shelf.started().length).toBe(1);
});

test.each([
  ["enter held on the briefing begins one game", "\r\r", 1],
  ["a key typed ahead of a screen is not for it", "\rq", 1],
])("%s", async (_, chunk, games) => {
  const screen = await open({
    at: "brief",
    level: levelOf("backoff.1"),
    seed: moss,
    session: null,
  });
  await screen.press(chunk);
  expect(screen.text()).toContain("evening 1 of 2, tick 0");
  expect(screen.shelf.started().length).toBe(games);
});

test("keys behind a quit in one chunk do nothing to the game that was put away", async () => {
  const screen = await open(backoff());
  await screen.press("qws1");
  expect(screen.text()).toContain("BEST EFFORT");
});

const words = ["enter", "space", "up", "down", "left", "right", "tab", "esc"];
const letters = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
const bound = Object.values(bindings)
  .flatMap((table) => Object.values(table).flatMap(({ keys }): readonly string[] => keys))
  .filter((key) => key !== "esc");
const sizes = [
  [80, 24],
  [100, 30],
  [120, 40],
  [60, 20],
  [200, 60],
] as const;

/** A key, or several in one chunk. */
function chunk(card: number): string {
  const keys = card % 5 === 0 ? letters : card % 97 === 0 ? words : bound;
  const key = keys[pick(card, keys.length)] ?? "w";
  if (card % 7 > 1 || key.length > 1) return key;
  const next = letters[card % 95] ?? "w";
  return card % 7 === 0 ? key.repeat(2 + (card % 3)) : `${key}${next}${key}`;
}

const isMap = (screen: Drawn): boolean => screen.lines()[0]?.startsWith(" BEST EFFORT") === true;

function expectBounds(screen: Drawn, columns: number, rows: number): void {
  const lines = screen.lines().map((line) => line.slice(0, columns));
  expect(lines[0]).not.toBe("");
  expect(lines.slice(rows - 1)).toEqual([""]);
  expect(Math.max(...lines.map((line) => line.trimEnd().length))).toBeLessThan(columns);
}

test.each([1, 2])(
  "two thousand keys hit at random (%i) break nothing, and esc always leads home",
  { timeout: 60_000 },
  async (seed) => {
    const shelf = shelfOf();
    let screen = await open(map, shelf);
    let size: readonly [number, number] = [80, 24];
    for (let i = 0; i < 1000; i++) {
      const card = luck(root(`b1:monkey-${seed}`), "bot", i);
      if (card % 53 === 0) {
        size = sizes[card % sizes.length] ?? size;
        await screen.resize(...size);
      } else await screen.press(chunk(card));
      if (screen.buffer() === "normal") {
        expect(screen.exits).toEqual([]);
        screen = await open(map, shelf);
        size = [80, 24];
      }
      expectBounds(screen, ...size);
    }
    await screen.resize(80, 24);
    for (let i = 0; i < 6 && !isMap(screen); i++) await screen.press("esc");
    expect(screen.lines()[0]).toMatch(/^ BEST EFFORT/);
  },
);
