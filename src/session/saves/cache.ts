/** What was found in each game, kept beside them: a file that has not changed since is not read again. */
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseLine, readOrigin } from "../entry.ts";
import { isCount, isNumber, isRecord, isText } from "../shape.ts";
import type { Save } from "./save.ts";

/** A save, and what its judgement hung on besides the file. */
export type Found = {
  readonly save: Save;
  readonly by: string;
  /** Its file's, from before it was read: see `stamp`. */
  readonly stamp: string | null;
};

export type Cache = {
  /** Tells one state of a file from every later one; null where there is none. */
  readonly stamp: (file: string) => string | null;
  /** What was found in a file; null where it was never looked into. */
  readonly find: (file: string) => Found | null;
  readonly put: (file: string, found: Found) => void;
  /** Stores what is new, once that is worth a file, and forgets all but these games. */
  readonly store: (files: readonly string[]) => void;
};

/** So few games are read about as fast as this file is. */
const worth = 8;
const largest = 4 * 1024 * 1024;

/** `app` is the program's version: another one may find other things. */
export function openCache(folder: string, app: string): Cache {
  const place = join(folder, "index.json");
  let kept: Map<string, Found> | null = null;
  let fresh = 0;
  const all = (): Map<string, Found> => {
    kept ??= read(place, app);
    return kept;
  };
  return {
    stamp: (file) => stampOf(join(folder, file)),
    find: (file) => all().get(file) ?? null,
    put: (file, found) => {
      fresh++;
      all().set(file, found);
    },
    store: (files) => {
      if (fresh < worth) return;
      fresh = 0;
      const here = new Set(files);
      for (const file of all().keys()) if (!here.has(file)) all().delete(file);
      write(place, JSON.stringify({ app, games: Object.fromEntries(all()) }));
    },
  };
}

function stampOf(path: string): string | null {
  try {
    const { size, mtimeMs, ino } = statSync(path);
    return `${size} ${mtimeMs} ${ino}`;
  } catch {
    return null;
  }
}

/** It can be found anew at any time, so it is not worth a word where it cannot be written. */
function write(place: string, text: string): void {
  const aside = `${place}.${process.pid}.tmp`;
  try {
    writeFileSync(aside, text, { mode: 0o600 });
    renameSync(aside, place);
  } catch {
    rmSync(aside, { force: true });
  }
}

function read(place: string, app: string): Map<string, Found> {
  const value = parseLine(textOf(place));
  if (isText(value) || value["app"] !== app || !isRecord(value["games"])) return new Map();
  const games = Object.entries(value["games"]);
  return new Map(games.flatMap(([file, one]) => (isFound(one) ? [[file, one]] : [])));
}

function textOf(place: string): string {
  try {
    return statSync(place).size > largest ? "" : readFileSync(place, "utf8");
  } catch {
    return "";
  }
}

const orNull =
  (check: (value: unknown) => boolean) =>
  (value: unknown): boolean =>
    value === null || check(value);
const flag = (value: unknown): boolean => typeof value === "boolean";
const among =
  (...list: readonly unknown[]) =>
  (value: unknown): boolean =>
    list.includes(value);

const fields: { readonly [F in keyof Save]: (value: unknown) => boolean } = {
  file: isText,
  state: among("paused", "ended", "view only", "damaged"),
  problem: orNull(isText),
  level: orNull(isText),
  tier: orNull(isCount),
  seed: orNull(isText),
  created: orNull(isText),
  rehearsal: flag,
  calm: flag,
  own: flag,
  origin: orNull((value) => readOrigin(value) !== undefined),
  evening: isCount,
  tick: isCount,
  left: flag,
  stars: among(null, 0, 1, 2, 3),
  outcome: orNull(isNumber),
};

function isFound(value: unknown): value is Found {
  if (!isRecord(value) || !isText(value["stamp"]) || !isText(value["by"])) return false;
  const { save } = value;
  return isRecord(save) && Object.entries(fields).every(([field, check]) => check(save[field]));
}
