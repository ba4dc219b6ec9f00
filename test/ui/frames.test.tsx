import { expect, onTestFinished, test } from "vitest";
import { App, type Where } from "../../src/ui/App.tsx";
import { type Look, lookOf } from "../../src/ui/theme.ts";
import { type Drawn, draw } from "../support/screen.ts";
import { ascii, levelOf, type MemoryShelf, moss, play, shelfOf } from "./support.ts";

/** Two questions, one repeated twice, a third; then what a patient player does until something comes. */
const evening = [
  "send ask key; send ask pot; wait 3; repeat a1; wait for news; wait 5; repeat a1;",
  "wait for news; wait for news; wait for news; send ask sunday; wait for news",
].join(" ");
const over = `${evening}; ${"wait 9; repeat a3; wait 24;".repeat(5)}`;

function began(shelf: MemoryShelf, moves: string): Where {
  const session = shelf.start(levelOf("backoff.1"), { seed: moss, rehearsal: false });
  session.aside({ kind: "bet", choice: 2 });
  return { at: "board", session: play(session, moves) };
}

/** Three games: one that was left, one that is under way, and a prologue that has ended. */
function three(shelf: MemoryShelf, where: Where): Where {
  began(shelf, "leave");
  began(shelf, evening);
  const session = shelf.start(levelOf("prologue"), { seed: moss, rehearsal: false });
  play(session, "send ask friday; wait 9; wait 9; wait 9");
  return where;
}

type Scene = {
  readonly start: (shelf: MemoryShelf) => Where;
  readonly keys: readonly string[];
};

const map: Where = { at: "map", from: "backoff.1", notice: "" };
const games: Where = { at: "games", notice: "" };
const brief = { at: "brief", level: levelOf("backoff.1"), seed: moss, session: null } as const;

const scenes: { readonly [name: string]: Scene } = {
  map: { start: (shelf) => three(shelf, map), keys: [] },
  games: { start: (shelf) => three(shelf, games), keys: ["j"] },
  brief: { start: () => brief, keys: ["3"] },
  board: { start: (shelf) => began(shelf, evening), keys: ["H"] },
  pick: { start: (shelf) => began(shelf, evening), keys: ["r"] },
  debrief: { start: (shelf) => began(shelf, over), keys: ["enter"] },
  meaning: {
    start: (shelf) => began(shelf, over),
    keys: ["enter", "enter", "X", "enter", "enter"],
  },
  replay: {
    start: (shelf) => three(shelf, games),
    keys: ["enter", "9", "tab"],
  },
  help: { start: (shelf) => began(shelf, evening), keys: ["?"] },
};

async function drawn(name: string, look: Look, columns: number, rows: number): Promise<Drawn> {
  const scene = scenes[name];
  if (scene === undefined) throw new Error(`no scene ${name}`);
  const shelf = shelfOf();
  const start = scene.start(shelf);
  const app = <App shelf={shelf} look={look} start={start} onExit={() => {}} />;
  const screen = await draw(app, { columns, rows });
  onTestFinished(() => screen.unmount());
  await screen.press(...scene.keys);
  return screen;
}

const sizes = ["80x24", "120x40"] as const;
const all = Object.keys(scenes).flatMap((name) => sizes.map((size) => [name, size] as const));

test.each(all)("the %s at %s", async (name, size) => {
  const [columns = 0, rows = 0] = size.split("x").map(Number);
  const screen = await drawn(name, ascii, columns, rows);
  await expect(`${screen.text()}\n`).toMatchFileSnapshot(`frames/${name}-${size}.txt`);
});

test("the board in Unicode says the same with other lines", async () => {
  const screen = await drawn("board", lookOf({ ascii: false, colour: true }), 80, 24);
  await expect(`${screen.text()}\n`).toMatchFileSnapshot("frames/board-unicode.txt");
});

test("a window that is too small for any screen says what it needs", async () => {
  const screen = await drawn("board", ascii, 60, 20);
  expect(screen.text()).toBe("needs 80x24 (now 60x20), or run with --linear");
});
