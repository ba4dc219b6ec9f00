import { expect, onTestFinished, test } from "vitest";
import { App } from "../../src/ui/App.tsx";
import { room } from "../../src/ui/screens/frame.ts";
import { gamesRows } from "../../src/ui/screens/games.ts";
import type { GameEntry } from "../../src/ui/shelf.ts";
import { type Drawn, draw } from "../support/screen.ts";
import { ascii, frame, levelOf, type MemoryShelf, moss, play, shelfOf } from "./support.ts";

async function open(shelf: MemoryShelf): Promise<Drawn> {
  const start = { at: "games", notice: "" } as const;
  const screen = await draw(<App shelf={shelf} look={ascii} start={start} onExit={() => {}} />);
  onTestFinished(() => screen.unmount());
  return screen;
}

/** An ended prologue, and above it a paused evening of level 1. */
function two(): MemoryShelf {
  const shelf = shelfOf();
  const options = { seed: moss, rehearsal: false };
  play(shelf.start(levelOf("prologue"), options), "send ask friday; wait 9; wait 9; wait 9");
  play(shelf.start(levelOf("backoff.1"), options), "send ask key; wait 3");
  return shelf;
}

const chosen = (screen: Drawn): string =>
  screen.lines().find((line) => line.startsWith(" >")) ?? "no game is chosen";

test("enter goes on with a paused game and watches an ended one; w watches either", async () => {
  const screen = await open(two());
  await screen.press("enter");
  expect(screen.text()).toContain("Where you left it.");
  await screen.press("q", "x", "w");
  expect(screen.text()).toContain("REPLAY");
  expect(screen.text()).not.toContain("Where you left it.");
  await screen.press("q", "j", "enter", "q");
  expect(chosen(screen)).toContain("One message");
});

test("a name is typed, kept and shown; esc leaves it as it was", async () => {
  const screen = await open(two());
  await screen.press("r", ..."kenya", "backspace", "enter");
  expect(chosen(screen)).toContain('"keny"');
  await screen.press("r", "x", "esc");
  expect(chosen(screen)).toContain('"keny"');
  await screen.press("r", ..."q".repeat(60), "enter");
  expect(chosen(screen)).toContain(`"keny${"q".repeat(20)}"`);
});

test("what was deleted comes back, and is chosen", async () => {
  const screen = await open(two());
  await screen.press("j", "d");
  expect(screen.text()).not.toContain("One message");
  expect(screen.text()).toContain("[u] brings it back");
  await screen.press("u");
  expect(chosen(screen)).toContain("One message");
  await screen.press("d", "d", "d");
  expect(screen.text()).toContain("No games yet.");
});

const entry: GameEntry = {
  file: "f",
  level: "backoff.1",
  title: "The second text",
  tier: 1,
  name: "",
  seed: "moss-4f2a",
  when: "2026-11-24 18:02",
  state: "ended",
  stars: 2,
  outcome: 63.4,
  tick: 60,
  note: "tick 60, evening 2",
  rehearsal: false,
  calm: false,
};

test("a row says when, which level and tier, how it stands, its stars and its outcome", () => {
  const games = [entry, { ...entry, rehearsal: true, stars: null }];
  const page = frame(gamesRows({ games, chosen: 0, notice: "", typed: null }, room(80, 24), ascii));
  expect(page[3]?.split(/ {2,}/)).toEqual([
    " > 2026-11-24 18:02",
    "The second text 1",
    "ended",
    "**-",
    "63",
  ]);
  expect(page[4]).toContain("rehearsal");
});

test.each([0, 99, 199])("of two hundred games the chosen one (%i) is in view", (at) => {
  const games = Array.from({ length: 200 }, (_, n) => ({ ...entry, name: `game ${n}` }));
  const long = `${entry.note}. ${"a long reason ".repeat(20)}`;
  for (const size of [room(80, 24), room(120, 40)]) {
    const view = { games, chosen: at, notice: long, typed: null };
    const page = frame(gamesRows(view, size, ascii));
    expect(page.length).toBe(size.rows);
    expect(page.find((line) => line.startsWith(" >"))).toContain(`game ${at}`);
  }
});
