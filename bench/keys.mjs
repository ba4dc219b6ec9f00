/** What a key costs: from pressing it to the last byte of its frame, and how many bytes that is. */
import { bytesOf, openTerminal } from "../test/support/terminal.ts";
import { at, freshHome, homeWithGames, program, quantile, table } from "./measure.mjs";

const KEYS = Number(process.env.KEYS ?? 300);
/** A frame is over when nothing has come for so long. */
const QUIET_MS = 25;
/** On a real board: level 1 with fifteen sends on it, so that every row of the diagram is drawn. */
const board = {
  args: [program, "play", "backoff", "--tier", "1"],
  mark: "Where you left it.",
  /** A fresh copy of that game for every so many keys: an evening has an end. */
  keysAGame: 40,
  home: () => homeWithGames(1),
};
const CASES = [
  {
    name: "bare Ink, one of 40 rows changes",
    args: [at("bench/hello/rows.mjs")],
    env: { NODE_ENV: "production" },
    mark: "pressed 0",
    keysAGame: KEYS,
    home: freshHome,
    keys: ["j"],
  },
  {
    name: "bare Ink, the same in 6 coloured runs",
    args: [at("bench/hello/rows.mjs")],
    env: { NODE_ENV: "production", RUNS: "6" },
    mark: "pressed 0",
    keysAGame: KEYS,
    home: freshHome,
    keys: ["j"],
  },
  // Only the screen: what there is to repeat is shown, and put away again.
  { name: "full board, a choice opens or closes", ...board, keys: ["r", "9"] },
  // A turn: rules, a line flushed to the disk, and the six or seven rows that tell the time.
  { name: "full board, one tick passes", ...board, keys: ["space"] },
];

/** Presses one key and waits until its frame is whole; a key that draws nothing gives undefined. */
function pressed(terminal, heard, key) {
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

/** The frames of one game; the first keys only warm it up. */
async function framesOf({ args, env, mark, home, keys }, count) {
  const terminal = openTerminal(process.execPath, args, {
    columns: 120,
    rows: 40,
    env: { BESTEFFORT_HOME: home(), ...env },
  });
  try {
    await terminal.waitFor(mark, 15_000);
    await terminal.settle(300);
    const heard = {};
    terminal.onData(() => heard.listener?.());
    const frames = [];
    for (let n = -20; n < count; n++) {
      const frame = await pressed(terminal, heard, keys.at(n % keys.length));
      if (n >= 0) frames.push(frame);
    }
    return frames;
  } finally {
    terminal.kill();
  }
}

async function measure(one) {
  const frames = [];
  while (frames.length < KEYS)
    frames.push(...(await framesOf(one, Math.min(one.keysAGame, KEYS - frames.length))));
  return frames;
}

export async function keys() {
  const rows = [];
  let bare;
  for (const one of CASES) {
    const all = await measure(one);
    const frames = all.filter(Boolean);
    const of = (what, share) => (frames.length ? quantile(frames.map(what), share) : Number.NaN);
    const typical = of((frame) => frame.ms, 0.5);
    bare ??= typical;
    rows.push([
      one.name,
      typical.toFixed(1),
      of((frame) => frame.ms, 0.99).toFixed(1),
      (typical / bare).toFixed(2),
      of((frame) => frame.bytes, 0.5),
      all.length - frames.length,
    ]);
  }
  table(
    `Key to whole frame, ${KEYS} keys, 120x40 (ratio: times the bare program's)`,
    ["", "p50 ms", "p99 ms", "ratio", "bytes a key", "keys that drew nothing"],
    rows,
  );
}
