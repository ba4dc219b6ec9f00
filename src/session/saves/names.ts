/** The names that the player gave to games: one small file beside them, replaced whole. */
import { join } from "node:path";
import { parseLine } from "../entry.ts";
import { isText } from "../shape.ts";
import { readBounded, reasonOf, replaceFile } from "./disk.ts";
import { lock } from "./lock.ts";

/** In characters. */
export const longestName = 24;

type Names = ReadonlyMap<string, string>;

const place = (folder: string): string => join(folder, "names.json");
const largest = 1024 * 1024;

/** Printable ASCII, like all that the game writes: each is one cell wide, and none moves the cursor. */
const clean = (name: string): string =>
  name
    .replace(/[^ -~]/g, "")
    .trim()
    .slice(0, longestName);

/** Names by file; a sentence where they cannot be understood. */
export function readNames(folder: string): Names | string {
  const bytes = readBounded(place(folder), largest);
  if (isText(bytes))
    return bytes === "it is not there" ? new Map() : `The names cannot be read: ${bytes}.`;
  const value = parseLine(bytes.toString("utf8"));
  if (isText(value)) return `The names in ${place(folder)} cannot be read: ${value}.`;
  return new Map(
    Object.entries(value).flatMap(([file, name]) => (isText(name) ? [[file, clean(name)]] : [])),
  );
}

/** Gives a game a name, or takes it away where there are no letters; a sentence where that fails. */
export function writeName(folder: string, file: string, name: string): string | null {
  const locked = lock(place(folder));
  if (!locked.ok) return "The names are being changed somewhere else. Try again.";
  try {
    const before = readNames(folder);
    if (isText(before)) return before;
    const others = [...before].filter(([of]) => of !== file);
    const text = clean(name);
    const all = text === "" ? others : [...others, [file, text]];
    replaceFile(place(folder), `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
    return null;
  } catch (error) {
    return `The name was not kept: ${reasonOf(error)}.`;
  } finally {
    locked.release();
  }
}
