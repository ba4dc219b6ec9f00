/** Takes every picture of docs/pictures/ anew: the list below is all there is to know about them. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const folder = join(root, "docs", "pictures");
const home = mkdtempSync(join(tmpdir(), "besteffort-pictures-"));
const run = (...args: readonly string[]): unknown =>
  execFileSync(process.execPath, args, {
    cwd: root,
    input: "",
    stdio: ["pipe", "ignore", "inherit"],
    env: { ...process.env, BESTEFFORT_HOME: home },
  });

/** Level 1 as instinct plays it: everything asked at once, and asked again every few ticks. */
const asked = ["send ask key", "send ask pot", "send ask sunday", "wait 3"];
const again = ["repeat a1", "repeat a2", "repeat a3", "wait 3"];
const seed = ["--seed", "moss-4f2a", "--tier", "1"];
const play = (id: string, moves: readonly string[]): unknown =>
  run("dist/besteffort.mjs", "play", id, ...seed, "--intents", moves.join("; "));

type Picture = {
  readonly name: string;
  readonly args: readonly string[];
  /** What must be on the screen before the first key. */
  readonly wait: string;
  readonly keys: readonly string[];
};

type Sizes = readonly (readonly [columns: number, rows: number])[];

const sizes: Sizes = [
  [80, 24],
  [120, 40],
];

function take({ name, args, wait, keys }: Picture, at: Sizes = sizes): void {
  for (const [columns, rows] of at)
    run(
      ...["tools/shot.ts", join(folder, `${name}-${columns}x${rows}.png`)],
      ...["--cols", `${columns}`, "--rows", `${rows}`, "--wait", wait, "--keys", keys.join(",")],
      ...["--", process.execPath, "dist/besteffort.mjs", ...args],
    );
}

run("tools/build.mjs");
mkdirSync(folder, { recursive: true });
run("dist/besteffort.mjs", "play", "prologue", "--intents", "s; w; w; w");
take({ name: "map", args: [], wait: "[enter] play", keys: [] });
take({ name: "brief", args: ["play", "backoff", ...seed], wait: "[enter] begin", keys: ["3"] });

play("backoff", [...asked, ...again, ...again, ...again, ...again]);
const level = ["play", "backoff", "--tier", "1"];
take({ name: "board", args: level, wait: "Where you left it.", keys: [] });

// Played on from the board's game to the end of its evening, which then opens with its debrief.
const toTheEnd = [...Array.from({ length: 26 }, () => "w"), "enter"];
take({ name: "debrief", args: level, wait: "Where you left it.", keys: toTheEnd }, [[80, 24]]);
take({ name: "debrief", args: level, wait: "what was true", keys: [] }, [[120, 40]]);

take({ name: "compare", args: level, wait: "what was true", keys: ["c"] });

const film = readdirSync(home).filter((file) => file.includes("backoff"))[0] ?? "";
const late = ["9", "l", "l", "tab"];
take({ name: "replay", args: ["replay", film], wait: "[space] play", keys: late });
take({ name: "seats", args: ["replay", film], wait: "[space] play", keys: ["9", "l", "l", "v"] });
for (const [name, key] of [
  ["games", "x"],
  ["options", "o"],
  ["credits", "c"],
  ["help", "?"],
] as const)
  take({ name, args: [], wait: "[enter] play", keys: [key] });

// A board of each instrument, some way into its evening as the level's own keys lead it.
for (const [id, ...keys] of [
  ["timeouts", "T", "1", "4", "enter", "s", "1", "w", "s", "1", "w"],
  ["heartbeats", "p", "w", "p", "w", "w", "w"],
  ["backpressure", "w", "a", "w", "s", "1", "w"],
  ["idempotency", "w", "o", "1", "w", "w"],
  ["generals", "w", "s", "2", "enter", "w", "f", "2", "w"],
] as const)
  take({ name: id, args: ["play", id, ...seed], wait: "[enter] begin", keys: ["enter", ...keys] });
// And those whose evenings tell more once somebody has done something about them.
const evenings: readonly (readonly [id: string, moves: string])[] = [
  ["consistency", "send fact exclusive; w; send fact trip; w; w; send chat small; w; w"],
  ["degradation", "mode reduced; wait 3; mode core; wait 3; take; wait 3; mode reduced; wait 4"],
  ["trust", "send ping wren; w; promise soup small; w; w; send gesture wren; w; w"],
  [
    "finale",
    "send ping hello; w; send ask exam; w; send plan harbour; w; w; send ping hello; w; w",
  ],
];
for (const [id, moves] of evenings) {
  play(id, moves.split("; "));
  take({ name: id, args: ["play", id, "--tier", "1"], wait: "Where you left it.", keys: [] });
}
for (const file of readdirSync(folder).filter((name) => name.endsWith(".txt")))
  rmSync(join(folder, file));
rmSync(home, { recursive: true, force: true });
