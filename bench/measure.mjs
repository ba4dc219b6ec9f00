/** What the benches share: where things are, a full board, saved games, order statistics, and a table. */
import { execFileSync } from "node:child_process";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
export const at = (...path) => join(root, ...path);

export const program = at("dist/besteffort.mjs");

/** Three questions, each sent five times, too often: nothing is answered, and the diagram is full. */
const ROUND = ["send ask key", "send ask pot", "send ask sunday", "wait 3"];
const AGAIN = ["repeat a1", "repeat a2", "repeat a3", "wait 3"];
export const FULL_BOARD = [...ROUND, ...AGAIN, ...AGAIN, ...AGAIN, ...AGAIN].join("; ");

const homes = [];
process.on("exit", () => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

export function freshHome() {
  const home = mkdtempSync(join(tmpdir(), "besteffort-bench-"));
  homes.push(home);
  return home;
}

/** A folder with so many paused games of level 1, each with a full board; the newest is resumed by `play backoff`. */
export function homeWithGames(count) {
  const home = freshHome();
  execFileSync(
    process.execPath,
    [program, "play", "backoff", "--tier", "1", "--seed", "moss-4f2a", "--intents", FULL_BOARD],
    { env: { ...process.env, BESTEFFORT_HOME: home }, input: "" },
  );
  const [first] = readdirSync(home);
  const named = (n) =>
    first.replace(/[0-9a-f]{4}\.ndjson$/, `${n.toString(16).padStart(4, "0")}.ndjson`);
  for (let n = 1; n < count; n++) copyFileSync(join(home, first), join(home, named(n)));
  return home;
}

/** A saved game to watch, longer than any of the game's own: almost 6,000 ticks, a message every 30. */
export function longGame() {
  const home = freshHome();
  const level = join(home, "long.yaml");
  const text = readFileSync(at("levels/03-heartbeats.yaml"), "utf8");
  writeFileSync(
    level,
    text.replace(/^length: .*/m, "length: 6000").replace(/^id: .*/m, "id: long"),
  );
  const moves = Array(200).fill("send ping hello; wait 29").join("; ");
  execFileSync(
    process.execPath,
    [program, "play", level, "--tier", "1", "--seed", "moss-4f2a", "--intents", moves],
    { env: { ...process.env, BESTEFFORT_HOME: home }, input: "" },
  );
  return join(
    home,
    readdirSync(home).find((name) => name.endsWith(".ndjson")),
  );
}

export function quantile(numbers, share) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Everyone in turn, again and again, so that a busy moment of the machine falls on all alike. */
export async function interleaved(cases, rounds, measure) {
  const results = new Map(cases.map((one) => [one, []]));
  for (let round = -2; round < rounds; round++)
    for (const one of cases) {
      const result = await measure(one);
      // The first rounds fill caches.
      if (round >= 0) results.get(one).push(result);
    }
  return results;
}

export function table(title, heads, rows) {
  const lines = [heads, ...rows.map((row) => row.map(String))];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const text = (cell, column) =>
    column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]);
  console.log(`\n${title}`);
  for (const line of lines) console.log(`  ${line.map(text).join("  ")}`);
}
