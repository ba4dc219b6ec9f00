import { expect, onTestFinished, test } from "vitest";
import { App } from "../../src/ui/App.tsx";
import type { Look } from "../../src/ui/theme.ts";
import { type Drawn, draw } from "../support/screen.ts";
import { type Scene, scenes } from "./scenes.ts";
import { ascii, levelOf, levels, moss, play, shelfOf, unicode } from "./support.ts";

function sceneOf(name: string): Scene {
  const scene = scenes[name];
  if (scene === undefined) throw new Error(`no scene ${name}`);
  return scene;
}

async function drawn(scene: Scene, look: Look, columns: number, rows: number): Promise<Drawn> {
  const shelf = shelfOf(levels, scene.own);
  const start = scene.start(shelf);
  const app = <App shelf={shelf} look={look} start={start} onExit={() => {}} />;
  const screen = await draw(app, { columns, rows });
  onTestFinished(() => screen.unmount());
  await screen.press(...scene.keys);
  return screen;
}

/** A tall window shows what it means below the card, so only a low one has that page. */
const sizesOf = (name: string) => (name === "meaning" ? ["80x24"] : ["80x24", "120x40"]);
const all = Object.keys(scenes).flatMap((name) =>
  sizesOf(name).map((size) => [name, size] as const),
);

test.each(all)("%s at %s", async (name, size) => {
  const [columns = 0, rows = 0] = size.split("x").map(Number);
  const screen = await drawn(sceneOf(name), ascii, columns, rows);
  await expect(`${screen.text()}\n`).toMatchFileSnapshot(`frames/${name}-${size}.txt`);
});

test.each(Object.keys(scenes))("%s in Unicode says the same with other lines", async (name) => {
  const screen = await drawn(sceneOf(name), unicode, 80, 24);
  await expect(`${screen.text()}\n`).toMatchFileSnapshot(`frames/${name}-unicode.txt`);
});

test("a window that is too small for any screen says what it needs", async () => {
  const screen = await drawn(sceneOf("board"), ascii, 60, 20);
  expect(screen.text()).toBe("needs 80x24 (now 60x20), or run with --linear");
});

test("a window however small says all of it, and harms no screen that waits behind", async () => {
  const screen = await drawn(sceneOf("board"), ascii, 80, 24);
  const before = screen.text();
  await screen.resize(20, 8);
  expect(screen.text()).toBe("needs 80x24 (now\n20x8), or run with\n--linear");
  await screen.resize(80, 24);
  expect(screen.text()).toBe(before);
});

const soup = (moves: string, ...keys: readonly string[]): Scene => ({
  start: (shelf) => {
    const session = shelf.start(levelOf("prologue"), { seed: moss, rehearsal: false });
    return { at: "board", session: play(session, `send ask friday; ${moves}`) };
  },
  keys,
});

test("the prologue while nothing is known, in Unicode", async () => {
  const screen = await drawn(soup("wait 1", "space"), unicode, 80, 24);
  expect(screen.text()).toMatchInlineSnapshot(`
    " One message  prologue  tick 3                                       moss-4f2a
     goals  [ ] Wren has answered
     tick  YOU       the channel       THEM (fog)  │ OPEN WAITS
        0 ●╌╌╌a1╌╌╌╌╌╌╌╌╌╮               │░░░░░░░░░│ a1 Friday              3t out
        1 │               ╰╌╌╌a1╌╌╌╌╌╌╌╌?│░░░░░░░░░│
        2 │                              │░░░░░░░░░│ YOUR SENDS
    ▸   3 ◆                              │░░░░░░░░░│ usual round trip  2
                                          ░░░░░░░░░│ nothing heard yet
                                          ░░░░░░░░░│
                                          ░░░░░░░░░│
                                          ░░░░░░░░░│
                                          ░░░░░░░░░│
                                          ░░░░░░░░░│
                                          ░░░░░░░░░│
     ──────────────────────────────────────────────────────────────────────────────
     Nothing. a1 is now older than a usual round trip (2).
     t0   you: Soup on Friday? I have too much pot for one.            unconfirmed



     ──────────────────────────────────────────────────────────────────────────────
     [r]epeat..  [space] wait 1  [2-9] longer  [w]ait for news  [b]rief
     [j/k] scroll  [I]nspect  [X] leave..  [?] help  [q] save, quit"
  `);
});

test("the prologue once the answer has come, in Unicode", async () => {
  const screen = await drawn(soup("wait 1; wait 9", "w"), unicode, 80, 24);
  expect(screen.text()).toMatchInlineSnapshot(`
    " One message  prologue  tick 6                                       moss-4f2a
     goals  [x] Wren has answered
     tick  YOU       the channel       THEM (fog)  │ OPEN WAITS
        0 ●━━━a1━━━━━━━━━┓               │░░░░░░░░░│ a1 Friday            heard t5
        1 │               ┗━━━a1━━━━━━━━▸● t1..t4 ░│
        2 │                              │░░░░░░░░░│ YOUR SENDS
        3 │                              │░░░░░░░░░│ usual round trip  5
        4 │               ┏━━━b1━━━━━━━━◂●░░░░░░░░░│ last heard  b1, 1 tick ago
        5 ●◂━━━b1━━━━━━━━┛               │░░░░░░░░░│
    ▸   6 ◆                              │░░░░░░░░░│
                                          ░░░░░░░░░│
                                          ░░░░░░░░░│
                                          ░░░░░░░░░│
                                          ░░░░░░░░░│
     ──────────────────────────────────────────────────────────────────────────────
     The evening is over.
     t0   you: Soup on Friday? I have too much pot for one.
     t5   Wren, to a1: Yes! Was cooking.


     ──────────────────────────────────────────────────────────────────────────────
     [enter] see what was true"
  `);
});

test("the prologue with the fog lifted, in Unicode", async () => {
  const screen = await drawn(soup("wait 9; wait 9; wait 9; wait 9", "enter"), unicode, 80, 24);
  expect(screen.text()).toMatchInlineSnapshot(`
    " One message  what was true                                          moss-4f2a
     tick  YOU     the channel    THEM  what was true
        0 ●━━━a1━━━━━━━┓             │
        1 │             ┗━━━a1━━━━━━▸● a1 reaches Wren; Wren is busy elsewhere
        2 │                          │
        3 │                          │
        4 │             ┏━━━b1━━━━━━◂● Wren reads a1
        5 ●◂━━━b1━━━━━━┛             │
        6 │                          │








     ──────────────────────────────────────────────────────────────────────────────
     Nothing is lost on this line, and a message takes one tick. Wren was cooking,
     both hands busy until tick 4.
     ───────────────────────────────────────────────────────────────── page 1 of 2
     [j/k] scroll  [tab] fog  rea[d]ing  [I]nspect  [r]eplay  [f]ork..  [R]ehearse
     [n]ew  [enter] next page  [?] help  [q] map"
  `);
});
