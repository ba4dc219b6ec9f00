/** Text that is the same for the same value, whatever the order of its keys; and short hashes of it. */
import { isRecord } from "./shape.ts";

/** A hash of a text in hexadecimal, twelve digits or more. It comes from outside, since hashing is Node's. */
export type Digest = (text: string) => string;

const sorted = (_name: string, value: unknown): unknown =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** JSON with every object's keys in order. */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted) ?? "null";

/** Twelve hexadecimal digits that stand for a value. */
export const shortHash = (digest: Digest, value: unknown): string =>
  digest(canonical(value)).slice(0, 12);
