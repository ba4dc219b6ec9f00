/** What a key costs: from pressing it to the last byte of its frame, and how many bytes that is. */
import { bytesOf, openTerminal } from "../test/support/terminal.ts";
import { at, quantile, table } from "./measure.mjs";

const KEYS = Number(process.env.KEYS ?? 300);
/** A frame is over when nothing has come for so long. */
const QUIET_MS = 25;
const CASES = [
  {
    name: "Best Effort, full board",
    args: [at("dist/besteffort.mjs")],
    mark: "BEST EFFORT",
    /** From the first screen to the board, then the keys that are pressed round and round. */
    before: [],
    keys: ["down", "up"],
  },
  {
    name: "bare Ink, one of 40 rows changes",
    args: [at("bench/hello/rows.mjs")],
    env: { NODE_ENV: "production" },
    mark: "pressed 0",
    before: [],
    keys: ["j"],
  },
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

async function measure({ name, args, env, mark, before, keys }) {
  const terminal = openTerminal(process.execPath, args, { columns: 120, rows: 40, env });
  try {
    await terminal.waitFor(mark, 15_000);
    await terminal.press(...before);
    await terminal.settle(300);
    const heard = {};
    terminal.onData(() => heard.listener?.());
    const frames = [];
    for (let count = -20; count < KEYS; count++) {
      const frame = await pressed(terminal, heard, keys.at(count % keys.length));
      if (count >= 0) frames.push(frame);
    }
    return { name, frames: frames.filter(Boolean), silent: frames.filter((one) => !one).length };
  } finally {
    terminal.kill();
  }
}

export async function keys() {
  const rows = [];
  for (const one of CASES) {
    const { name, frames, silent } = await measure(one);
    const of = (what, share) => (frames.length ? quantile(frames.map(what), share) : Number.NaN);
    rows.push([
      name,
      of((frame) => frame.ms, 0.5).toFixed(1),
      of((frame) => frame.ms, 0.99).toFixed(1),
      of((frame) => frame.bytes, 0.5),
      silent,
    ]);
  }
  table(
    `Key to whole frame, ${KEYS} keys, 120x40`,
    ["", "p50 ms", "p99 ms", "bytes a key", "keys that drew nothing"],
    rows,
  );
}
