/** Text that is the same for the same value, whatever the order of its keys; and short hashes of it. */
import { isRecord } from "./shape.ts";

/** A hash of a text in hexadecimal, twelve digits or more. It comes from outside, since hashing is Node's. */
export type Digest = (text: string) => string;

/** JSON with every object's keys in order. Written out by hand: sorting copies of a world costs a frame. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? "null";
  const fields = Object.keys(value)
    .sort()
    .filter((name) => value[name] !== undefined)
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);
  return `{${fields.join(",")}}`;
}

/** Twelve hexadecimal digits that stand for a value. */
export const shortHash = (digest: Digest, value: unknown): string =>
  digest(canonical(value)).slice(0, 12);
