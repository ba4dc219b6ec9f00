/** One process writes a journal: a small file beside it says which. */
import { randomBytes } from "node:crypto";
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { codeOf, reasonOf } from "./disk.ts";

export type Locked =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly problem: string };

/** Tells this process from an earlier one that had the same number. */
const me = `${process.pid} ${randomBytes(8).toString("hex")}`;
/** Longer than it takes to write a lock, in milliseconds. */
const written = 5000;

/** Takes the lock of a path, from a dead process too. Never waits. */
export function lock(path: string): Locked {
  const file = `${path}.lock`;
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeFileSync(file, me, { flag: "wx", mode: 0o600 });
      return { ok: true, release: () => release(file) };
    } catch (error) {
      if (codeOf(error) !== "EEXIST")
        return { ok: false, problem: `This game cannot be saved: ${reasonOf(error)}.` };
    }
    const problem = clearStale(file);
    if (problem !== null) return { ok: false, problem };
  }
  return { ok: false, problem: "This game is open somewhere else." };
}

function release(file: string): void {
  try {
    if (readFileSync(file, "utf8") === me) rmSync(file, { force: true });
  } catch {
    // Already gone: nothing to release.
  }
}

/** Removes a lock whose process is gone; says who holds it otherwise. */
function clearStale(file: string): string | null {
  try {
    const holder = readFileSync(file, "utf8");
    if (isHeld(file, holder))
      return `This game is open somewhere else. If it is not, delete ${file}.`;
    // Of two who find the same stale lock only one can move it away, and sees by its text if it moved a fresh one.
    const aside = `${file}.${me.replace(" ", ".")}`;
    renameSync(file, aside);
    const moved = readFileSync(aside, "utf8");
    if (moved === holder) rmSync(aside);
    else renameSync(aside, file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") return `This game is locked: ${reasonOf(error)}.`;
  }
  return null;
}

function isHeld(file: string, holder: string): boolean {
  const pid = Number(/^(\d{1,10}) [0-9a-f]{16}$/.exec(holder)?.[1]);
  // A lock without its text is still being written, unless whoever began it is gone.
  if (!Number.isInteger(pid) || pid <= 0) return Date.now() - statSync(file).mtimeMs < written;
  return pid === process.pid ? holder === me : isAlive(pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}
