/**
 * A picture of a real terminal program, as PNG and as text:
 *   node tools/shot.ts out.png --cols 80 --rows 24 --keys 'j,enter,wait:Text' --wait TEXT -- command args
 * `--light` has a light ground, and the terminal says so. A key is a name (enter, esc, up), text to type, `wait:TEXT` or `sleep:MS`.
 */
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { openTerminal, type Terminal } from "../test/support/terminal.ts";
import { day, night, pngOf } from "./picture.ts";

async function act(terminal: Terminal, key: string): Promise<void> {
  if (key.startsWith("wait:")) await terminal.waitFor(key.slice("wait:".length), 10_000);
  else if (key.startsWith("sleep:")) await sleep(Number(key.slice("sleep:".length)));
  else await terminal.press(key);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cols: { type: "string", default: "80" },
    rows: { type: "string", default: "24" },
    keys: { type: "string", default: "" },
    wait: { type: "string" },
    light: { type: "boolean", default: false },
    env: { type: "string", multiple: true, default: [] },
  },
});
const [out, command, ...args] = positionals;
if (!out?.endsWith(".png") || !command) {
  console.error("usage: node tools/shot.ts out.png [--keys j,enter] [--wait TEXT] -- command args");
  process.exit(2);
}

const terminal = openTerminal(command, args, {
  columns: Number(values.cols),
  rows: Number(values.rows),
  env: {
    ...(values.light ? { COLORFGBG: "0;15" } : {}),
    ...Object.fromEntries(values.env.map((pair) => pair.split("=", 2))),
  },
});
const { wait } = values;
await terminal.waitFor(wait ?? ((opened) => opened.bytes() > 0), 10_000);
await terminal.settle(250);
for (const key of values.keys.split(",").filter(Boolean)) await act(terminal, key);
await terminal.settle(150);
writeFileSync(out, pngOf(terminal.screen, values.light ? day : night));
writeFileSync(out.replace(/png$/, "txt"), `${terminal.text()}\n`);
terminal.kill("SIGTERM");
await Promise.race([terminal.exit(), sleep(1000)]);
process.exit(0);
