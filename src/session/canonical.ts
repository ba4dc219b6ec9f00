/** Text that is the same for the same value, whatever the order of its keys; and short hashes of it. */
import { isRecord } from "./shape.ts";

/** A hash of a text in hexadecimal, twelve digits or more. It comes from outside, since hashing is Node's. */
export type Digest = (text: string) => string;

/** What was written of values that cannot change any more: from turn to turn a world shares most of its parts. */
const written = new WeakMap<object, string>();

const isSettled = (part: unknown): boolean =>
  typeof part !== "object" || part === null || written.has(part);

/** JSON with every object's keys in order. Written out by hand: sorting copies of a world costs a frame. */
export function canonical(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const before = written.get(value);
  if (before !== undefined) return before;
  const parts: readonly unknown[] = Object.values(value);
  const text = isRecord(value)
    ? `{${fieldsOf(value).join(",")}}`
    : `[${parts.map((part) => canonical(part)).join(",")}]`;
  if (Object.isFrozen(value) && parts.every(isSettled)) written.set(value, text);
  return text;
}

const fieldsOf = (value: { readonly [name: string]: unknown }): readonly string[] =>
  Object.keys(value)
    .sort()
    .filter((name) => value[name] !== undefined)
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`);

/** Twelve hexadecimal digits that stand for a value. */
export const shortHash = (digest: Digest, value: unknown): string =>
  digest(canonical(value)).slice(0, 12);
