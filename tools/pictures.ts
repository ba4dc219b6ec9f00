/** Takes every picture of docs/pictures/ anew: the list below is all there is to know about them. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";

type Picture = {
  readonly name: string;
  readonly args: readonly string[];
  /** What must be on the screen before the first key. */
  readonly wait: string;
  readonly keys: string;
};

const PICTURES: readonly Picture[] = [{ name: "map", args: [], wait: "BEST EFFORT", keys: "" }];

const root = join(import.meta.dirname, "..");
const folder = join(root, "docs", "pictures");
const run = (...args: readonly string[]): unknown =>
  execFileSync(process.execPath, args, { cwd: root, stdio: "inherit" });

run("tools/build.mjs");
mkdirSync(folder, { recursive: true });
for (const { name, args, wait, keys } of PICTURES)
  run(
    ...["tools/shot.ts", join(folder, `${name}.png`), "--cols", "80", "--rows", "24"],
    ...["--wait", wait, "--keys", keys, "--"],
    ...[process.execPath, "dist/besteffort.mjs", ...args],
  );
