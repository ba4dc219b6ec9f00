/**
 * A monkey at the keyboard of the built program, in a real terminal whose window keeps changing.
 * MONKEY_STEPS=20000 lets it play longer (600 a run are usual), MONKEY_SEEDS=7,8 others than the usual;
 * MONKEY_LOG=file gets every act as it is done, and the first line of each screen that is looked at.
 */
import { appendFileSync, cpSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { openTerminal, type Terminal } from "../support/terminal.ts";
import { freshHome, journals, piped, program } from "./game.ts";
import { type Act, actOf, type Draw, drawFrom, oneOf } from "./monkey.ts";

const steps = Number(process.env["MONKEY_STEPS"] ?? 600);
const seeds = (process.env["MONKEY_SEEDS"] ?? "1,2,3,4").split(",").map(Number);
const log = process.env["MONKEY_LOG"];
/** Acts between one look at the screen and the next. */
const between = 50;

/** Games of several levels: paused, ended, and left. */
const begun: readonly (readonly [level: string, moves: string])[] = [
  ["prologue", "send ask friday; wait 9; wait 9; wait 9"],
  ["backoff", "send ask key; send ask pot; wait 9; repeat a1; wait for news; leave"],
  ["heartbeats", "wait 9; wait 9"],
  ["idempotency", "wait 5"],
  ["finale", "wait 9; wait 9; wait 9"],
];

async function preparedHome(): Promise<string> {
  const home = freshHome();
  for (const [level, moves] of begun)
    await piped(["play", level, "--seed", "moss-4f2a", "--intents", moves], "", home);
  const own = join(home, "levels");
  mkdirSync(own);
  await piped(["level", "new", join(own, "mine.yaml")], "", home);
  cpSync(join(import.meta.dirname, "../levelfile/mistakes.txt"), join(own, "wrong.yaml"));
  return home;
}

const starts: readonly ((home: string) => readonly string[])[] = [
  () => [],
  (home) => ["replay", journals(home)[0] ?? ""],
  () => ["play", "finale"],
  () => ["--ascii"],
  () => ["play", "heartbeats", "--no-color"],
];

/** A shell around the game, which compares the terminal's mode before and after. */
const around = [
  // What is typed while the game is on its way out is for nobody, and no signal.
  "stty -ixon -isig; before=$(stty -g)",
  '"$@"; code=$?',
  '[ "$before" = "$(stty -g)" ] && echo "[mode kept]" || echo "[mode changed]"',
  "exit $code",
].join("\n");

type Monkey = {
  readonly draw: Draw;
  readonly home: string;
  readonly acts: Act[];
  game: Terminal;
  /** Whether ctrl-c was typed since the start. */
  interrupted: boolean;
};

async function opened(home: string, args: readonly string[]): Promise<Terminal> {
  const command = ["-c", around, "sh", process.execPath, program, ...args, "--screens"];
  const away = join(home, "away");
  mkdirSync(away, { recursive: true });
  const env = { BESTEFFORT_HOME: home };
  const game = openTerminal("/bin/sh", command, { env, cwd: away });
  onTestFinished(() => game.kill());
  await game.waitFor(({ text }) => /\[\?\] help/.test(text()), 10_000);
  return game;
}

/** Whether the game, the shell's child, waits for something to happen; where there is no /proc, it is thought to. */
function isAsleep({ pid }: Terminal): boolean {
  try {
    const child = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    return / S /.test(readFileSync(`/proc/${child}/stat`, "utf8"));
  } catch {
    return true;
  }
}

const seen = (game: Terminal): string =>
  `${game.screen.cols}x${game.screen.rows}\n${game.text()}\n`;

const wrong = /\berror\b|undefined|\bNaN\b|\[object|^\s+at .*:\d+|besteffort: /im;

function expectSound(game: Terminal): void {
  const { cols, rows } = game.screen;
  expect(game.text()).not.toMatch(wrong);
  expect(game.buffer()).toBe("alternate");
  const lines = game.lines();
  expect(lines.filter((line) => line.length >= cols && cols >= 80)).toEqual([]);
  if (rows >= 24 && cols >= 80) expect(lines.at(-1)).toBe("");
}

/** What is shown is what a window drawn afresh shows: nothing is left of an older frame. */
async function expectFresh(game: Terminal): Promise<void> {
  const { cols, rows } = game.screen;
  const shown = seen(game);
  if (/playing x\d/.test(shown)) return;
  game.resize(cols + 1, rows + 1);
  game.resize(cols, rows);
  await settle(game);
  expect(seen(game)).toBe(shown);
}

const atHome = ({ text }: Terminal): boolean => /delivery without guarantees/.test(text());

/** From anywhere, escape leads to the map, or out where there is no map to go back to. */
async function expectWayBack(monkey: Monkey): Promise<void> {
  const { game } = monkey;
  const { cols, rows } = game.screen;
  game.resize(Math.max(80, cols), Math.max(24, rows));
  await game.settle(160);
  for (let i = 0; i < 6 && !atHome(game) && !hasEnded(game); i++) await game.press("esc");
  if (!hasEnded(game)) expect(seen(game)).toMatch(/delivery without guarantees/);
}

/** What is shown, a line that broke at a narrow window's edge made whole again. */
const unbroken = ({ text }: Terminal): string => text().replaceAll("\n", "");

const hasEnded = (game: Terminal): boolean => /\[mode (kept|changed)\]/.test(unbroken(game));

async function expectProperEnd({ game, interrupted }: Monkey): Promise<void> {
  const { code } = await game.exit();
  expect(interrupted ? [0, 130] : [0]).toContain(code);
  expect(unbroken(game)).toContain("[mode kept]");
  expect(game.text()).not.toMatch(wrong);
  expect(game.buffer()).toBe("normal");
  const raw = game.raw();
  expect(raw.lastIndexOf("\u001B[?25h")).toBeGreaterThan(raw.lastIndexOf("\u001B[?25l"));
  expect(game.screen.modes).toMatchObject({
    mouseTrackingMode: "none",
    bracketedPasteMode: false,
    applicationCursorKeysMode: false,
    sendFocusMode: false,
  });
}

const note = (what: unknown): void =>
  void (log && appendFileSync(log, `${JSON.stringify(what)}\n`));

function act(monkey: Monkey, one: Act): void {
  monkey.acts.push(one);
  note(one);
  if (one.kind === "resize") monkey.game.resize(one.columns, one.rows);
  else {
    monkey.game.write(one.data);
    monkey.interrupted ||= one.data.includes("\u0003");
  }
}

/** Waits until the game has done all it was told to: on a busy machine quiet is not enough. */
async function settle(game: Terminal): Promise<void> {
  await game.settle(120);
  while (!isAsleep(game)) await game.settle(120);
}

async function look(monkey: Monkey): Promise<void> {
  await settle(monkey.game);
  note({ seen: monkey.game.lines()[0] });
  if (!hasEnded(monkey.game)) {
    expectSound(monkey.game);
    await expectFresh(monkey.game);
    if (monkey.draw(3) === 0) await expectWayBack(monkey);
  }
}

async function run(monkey: Monkey): Promise<void> {
  const { draw, home } = monkey;
  for (let step = 1; step <= steps; step++) {
    act(monkey, actOf(draw));
    await sleep(draw(4) * 3);
    if (step % between === 0) await look(monkey);
    if (!hasEnded(monkey.game)) continue;
    await expectProperEnd(monkey);
    monkey.game = await opened(home, oneOf(draw, starts)(home));
    monkey.interrupted = false;
  }
}

/** Out by the keys that anyone would try; at home a line that is typed into may take the first q for a letter. */
async function leave(monkey: Monkey): Promise<void> {
  await expectWayBack(monkey);
  const { game } = monkey;
  for (let i = 0; i < 3 && !hasEnded(game); i++) {
    await game.press("esc");
    if (!hasEnded(game)) await game.press("q");
  }
  await settle(game);
  expect(hasEnded(game)).toBe(true);
  await expectProperEnd(monkey);
}

/** Everything that was played, copied and put away is still a game that opens. */
async function expectGamesWhole(home: string): Promise<void> {
  const { out } = await piped(["saves", "--json"], "", home);
  const { games } = JSON.parse(out) as { games: readonly { file: string; state: string }[] };
  expect(games.length).toBeGreaterThan(0);
  expect(games.filter(({ state }) => state === "damaged" || state === "view only")).toEqual([]);
  const copies = readdirSync(join(home, "away")).map((file) => join(home, "away", file));
  const some = [...games.slice(0, 3).map(({ file }) => file), ...copies.slice(0, 2)];
  for (const file of some) {
    const { code, err } = await piped(["replay", file], "", home);
    expect({ file, code, err }).toEqual({ file, code: 0, err: "" });
  }
}

test.each(seeds)(
  "a monkey (seed %i) neither breaks nor bends the game",
  async (seed) => {
    const home = await preparedHome();
    const draw = drawFrom(seed);
    const start = starts[seed % starts.length] ?? (() => []);
    const monkey: Monkey = {
      draw,
      home,
      acts: [],
      game: await opened(home, start(home)),
      interrupted: false,
    };
    try {
      await run(monkey);
      await leave(monkey);
    } catch (error) {
      const last = monkey.acts.slice(-between - 5).map((one) => JSON.stringify(one));
      const told = `step ${monkey.acts.length} of seed ${seed}\n${last.join("\n")}`;
      throw new Error(`${told}\n${seen(monkey.game)}`, { cause: error });
    }
    await expectGamesWhole(home);
  },
  60_000 + steps * 200,
);
