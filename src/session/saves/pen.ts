/** Writes a journal on disk, a line at a time, each stored before the next thing happens. */
import type { Hash } from "node:crypto";
import { closeSync, ftruncateSync, openSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { JournalSink } from "../line.ts";
import { newHash, reasonOf, sha256, syncFolder, writeAll } from "./disk.ts";
import { lock } from "./lock.ts";

/** Begins a new file with its first line, or several. Where the disk refuses, the sink says so and writes nothing. */
export function newPen(path: string, head: string): JournalSink {
  const locked = lock(path);
  if (!locked.ok) return brokenPen(locked.problem);
  try {
    const pen = penOn(
      path,
      openSync(path, "wx", 0o600),
      { hash: newHash(), size: 0 },
      locked.release,
    );
    pen.append(head);
    syncFolder(dirname(path));
    return pen;
  } catch (error) {
    locked.release();
    return brokenPen(unsaved(error));
  }
}

/** Goes on with a file whose good bytes these are, cutting off what is behind them; a sentence where it cannot. The caller holds its lock. */
export function pen(path: string, good: Uint8Array, release: () => void): JournalSink | string {
  let fd: number | null = null;
  try {
    fd = openSync(path, "a");
    ftruncateSync(fd, good.length);
    return penOn(path, fd, { hash: newHash().update(good), size: good.length }, release);
  } catch (error) {
    if (fd !== null) closeSync(fd);
    return `This game cannot be gone on with: ${reasonOf(error)}.`;
  }
}

const unsaved = (error: unknown): string =>
  `This game is not being saved: ${reasonOf(error)}. You can play on.`;

/** Stands in where nothing can be written. */
export const brokenPen = (problem: string): JournalSink => ({
  digest: sha256,
  append: () => {},
  checksum: () => sha256(""),
  problem: () => problem,
  close: () => {},
});

/** What stands in a file so far. */
type Stand = { readonly hash: Hash; size: number };

function penOn(path: string, fd: number, stand: Stand, release: () => void): JournalSink {
  const { hash } = stand;
  let problem: string | null = null;
  let isOpen = true;
  const close = (): void => {
    if (!isOpen) return;
    isOpen = false;
    closeSync(fd);
    release();
  };
  const append = (line: string): void => {
    if (!isOpen) return;
    const bytes = Buffer.from(`${line}\n`);
    try {
      writeAll(fd, bytes);
      hash.update(bytes);
      stand.size += bytes.length;
    } catch (error) {
      problem = unsaved(error);
      cut(fd, stand.size);
      close();
    }
  };
  const checksum = (): string => hash.copy().digest("hex");
  return {
    digest: sha256,
    file: basename(path),
    append,
    checksum,
    problem: () => problem,
    close,
  };
}

/** Takes back half a line, where the disk still allows it; a reader drops it anyhow. */
function cut(fd: number, size: number): void {
  try {
    ftruncateSync(fd, size);
  } catch {
    // The disk is beyond help, and has been reported.
  }
}
