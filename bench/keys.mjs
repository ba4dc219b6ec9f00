/** What a key costs: from pressing it to the last byte of its frame, and how many bytes that is. */
import { bytesOf, openTerminal } from "../test/support/terminal.ts";
import { at, freshHome, homeWithGames, longGame, program, quantile, table } from "./measure.mjs";

const KEYS = Number(process.env.KEYS ?? 300);
/** A frame is over when nothing has come for so long. */
const QUIET_MS = 25;
/** So many keys, then everyone starts anew: an evening has an end. */
const KEYS_A_GAME = 40;
/** The first keys only warm a program up. */
const WARM = 20;
const bare = { mark: "pressed 0", home: freshHome, key: "j" };
/** On a real board: level 1 with fifteen sends on it, so that every row of the diagram is drawn. */
const board = {
  args: () => [program, "play", "backoff", "--tier", "1"],
  mark: "Where you left it.",
  home: () => homeWithGames(1),
};
const long = {
  args: (file) => [program, "replay", file, "--at", "5000"],
  mark: "tick 5000 of",
  home: freshHome,
};
const CASES = [
  {
    name: "bare Ink, one of 40 rows changes",
    args: () => [at("bench/hello/rows.mjs")],
    env: { NODE_ENV: "production" },
    ...bare,
  },
  {
    name: "bare Ink, the same in 6 coloured runs",
    args: () => [at("bench/hello/rows.mjs")],
    env: { NODE_ENV: "production", RUNS: "6" },
    ...bare,
  },
  // Only the screen: what there is to repeat is shown. It is put away unmeasured, since Ink waits after an escape.
  { name: "full board, a choice opens", ...board, key: "r", undo: "esc" },
  // A turn: rules, a line flushed to the disk, and the six or seven rows that tell the time.
  { name: "full board, one tick passes", ...board, key: "space" },
  { name: "long replay at tick 5,000, one on", ...long, key: "l" },
  { name: "long replay at tick 5,000, one back", ...long, key: "h" },
];

/** Presses one key and waits until its frame is whole; a key that draws nothing gives undefined. */
function pressed({ terminal, heard }, key) {
  return new Promise((resolve) => {
    const from = performance.now();
    const start = terminal.bytes();
    let last;
    let quiet = setTimeout(done, 300);
    function done() {
      heard.listener = undefined;
      resolve(last && { ms: last - from, bytes: terminal.bytes() - start });
    }
    heard.listener = () => {
      last = performance.now();
      clearTimeout(quiet);
      quiet = setTimeout(done, QUIET_MS);
    };
    terminal.write(bytesOf(key));
  });
}

async function opened({ args, env, mark, home }, file) {
  const terminal = openTerminal(process.execPath, args(file), {
    columns: 120,
    rows: 40,
    env: { BESTEFFORT_HOME: home(), ...env },
  });
  await terminal.waitFor(mark, 30_000);
  await terminal.settle(300);
  const heard = {};
  terminal.onData(() => heard.listener?.());
  return { terminal, heard };
}

/** Every program open at once and a key to each in turn, so that a busy moment of the machine falls on all alike. */
async function round(file, results, count) {
  const games = [];
  try {
    for (const one of CASES) games.push([one, await opened(one, file)]);
    for (let n = -WARM; n < count; n++)
      for (const [one, game] of games) {
        const frame = await pressed(game, one.key);
        if (one.undo) await pressed(game, one.undo);
        if (n >= 0) results.get(one).push(frame);
      }
  } finally {
    for (const [, { terminal }] of games) terminal.kill();
  }
}

export async function keys() {
  const file = longGame();
  const results = new Map(CASES.map((one) => [one, []]));
  for (let done = 0; done < KEYS; done += KEYS_A_GAME)
    await round(file, results, Math.min(KEYS_A_GAME, KEYS - done));
  const rows = [];
  let typicalBare;
  for (const one of CASES) {
    const all = results.get(one);
    const frames = all.filter(Boolean);
    const of = (what, share) => (frames.length ? quantile(frames.map(what), share) : Number.NaN);
    const typical = of((frame) => frame.ms, 0.5);
    typicalBare ??= typical;
    rows.push([
      one.name,
      typical.toFixed(1),
      of((frame) => frame.ms, 0.99).toFixed(1),
      (typical / typicalBare).toFixed(2),
      of((frame) => frame.bytes, 0.5),
      all.length - frames.length,
    ]);
  }
  table(
    `Key to whole frame, ${KEYS} keys each, in turn, 120x40 (ratio: times the bare program's)`,
    ["", "p50 ms", "p99 ms", "ratio", "bytes a key", "keys that drew nothing"],
    rows,
  );
}
