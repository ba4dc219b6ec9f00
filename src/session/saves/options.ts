/** The player's own settings: one small file, replaced whole. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseLine } from "../entry.ts";
import { isText } from "../shape.ts";
import { readBounded, reasonOf, replaceFile } from "./disk.ts";

export type Options = { readonly [name: string]: string | number | boolean };
export type ReadOptions = { readonly options: Options; readonly problem: string | null };

const place = (folder: string): string => join(folder, "options.json");
const largest = 64 * 1024;

/** What is set; nothing where there is no such file, and nothing but a sentence where it cannot be understood. */
export function readOptions(folder: string): ReadOptions {
  const bytes = readBounded(place(folder), largest);
  if (isText(bytes)) {
    const absent = bytes === "it is not there";
    return { options: {}, problem: absent ? null : `Your options cannot be read: ${bytes}.` };
  }
  const value = parseLine(bytes.toString("utf8"));
  if (isText(value)) return { options: {}, problem: `Your options cannot be read: ${value}.` };
  const options: { [name: string]: string | number | boolean } = {};
  for (const [name, set] of Object.entries(value))
    if (isText(set) || typeof set === "number" || typeof set === "boolean") options[name] = set;
  return { options, problem: null };
}

/** Stores all options at once; a sentence where that fails. */
export function writeOptions(folder: string, options: Options): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    replaceFile(place(folder), `${JSON.stringify(options, null, 2)}\n`);
    return null;
  } catch (error) {
    return `Your options were not saved: ${reasonOf(error)}.`;
  }
}
