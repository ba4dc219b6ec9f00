/** The few things done to a disk, and what to say when it refuses. */
import { createHash, type Hash } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Digest } from "../canonical.ts";

export const newHash = (): Hash => createHash("sha256");
export const sha256: Digest = (text) => newHash().update(text).digest("hex");

/** The system's name for what went wrong, e.g. "ENOSPC". */
export const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : String(error);

const reasons: { readonly [code: string]: string } = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk is full",
  EFBIG: "the file may not grow",
  EACCES: "this folder may not be written to",
  EPERM: "this folder may not be written to",
  EROFS: "this disk can only be read",
  ENOTDIR: "its folder is not a folder",
  EEXIST: "something else stands in its place",
  ENOENT: "it is not there",
  EISDIR: "it is a folder",
};

/** What went wrong with a path, as half a sentence. */
export const reasonOf = (error: unknown): string =>
  reasons[codeOf(error)] ?? `the system says ${codeOf(error)}`;

/** Writes all of the bytes, however many calls that takes, and sees them stored. */
export function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(fd, bytes, at, bytes.length - at);
  fsyncSync(fd);
}

/** Sees a folder's list of names stored, where the system can do that. */
export function syncFolder(folder: string): void {
  try {
    const fd = openSync(folder, "r");
    fsyncSync(fd);
    closeSync(fd);
  } catch {
    // Not every system lets a folder be opened; the file itself is stored all the same.
  }
}

/** Puts a whole new file in the place of the old: whoever looks sees the one or the other. Throws what the system says. */
export function replaceFile(path: string, text: string): void {
  const fresh = `${path}.${process.pid}.tmp`;
  try {
    const fd = openSync(fresh, "w", 0o600);
    try {
      writeAll(fd, Buffer.from(text));
    } finally {
      closeSync(fd);
    }
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** The bytes of a plain file that is no larger than so many bytes; otherwise half a sentence that says why not. */
export function readBounded(path: string, most: number): Buffer | string {
  try {
    // A named pipe would otherwise hold the program up for ever.
    const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const stat = fstatSync(fd);
      if (!stat.isFile()) return "it is not a plain file";
      return stat.size > most ? "it is too big" : readFileSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return reasonOf(error);
  }
}
