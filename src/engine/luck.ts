/**
 * Luck is a keyed hash: (seed, purpose, two keys) -> one uint32. It has no state and no order, so a move
 * that draws more or less never changes the weather of anything else.
 */

/** The tag names the algorithm below: whatever changes a golden draw needs a new tag. */
export type Seed = `b1:${string}`;

/** Two uint32 folded from a seed's text. Folded once a game; every draw takes it. */
export type Root = readonly [number, number];

/** What luck is drawn for. A purpose's index is its id in the hash, so this list only ever grows at the end. */
export const purposes = [
  "laws",
  "day",
  "outside",
  "out-loss",
  "out-delay",
  "out-copy",
  "out-garble",
  "in-loss",
  "in-delay",
  "in-copy",
  "in-garble",
  "mood",
  "words",
  "bot",
  "own laws",
  "own",
  "sign",
  "drift",
] as const;

export type Purpose = (typeof purposes)[number];

const ids: Partial<Record<Purpose, number>> = {};
for (const [id, purpose] of purposes.entries()) ids[purpose] = id;
Object.freeze(ids);

const words = (
  "acorn apple basket bell blanket bread breeze brook button cabin candle cedar chestnut clover " +
  "cocoa copper cottage cove cup dawn dune ember feather fern fig garden hammock hearth hedge " +
  "heron inkwell island jam kettle kite lamp lantern lark leaf linen maple meadow mint mitten " +
  "moss nest oat orchard otter oven pear pebble pillow plum pocket pond porch quilt rain ribbon " +
  "river sail scarf wool"
).split(" ");

const TWO_32 = 4_294_967_296;
const SEED_BITS = 0x3f_ffff;

/** A bijection of 32 bits in which every input bit moves every output bit (constants: C. Wellons, lowbias32). */
function mix(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** Whether a text can be a seed: the tag, then 1 to 40 of a-z, 0-9 and the hyphen. */
export function isSeed(text: string): text is Seed {
  return /^b1:[a-z0-9-]{1,40}$/.test(text);
}

/** A seed as people write it: with or without its tag, in any case; null where it is none. */
export function seedOf(text: string): Seed | null {
  const name = text.trim().toLowerCase();
  const seed = name.startsWith("b1:") ? name : `b1:${name}`;
  return isSeed(seed) ? seed : null;
}

export const seedsAre = "A seed is letters, digits and hyphens, such as moss-4f2a.";

/** Folds a seed's text, tag and all, into 64 bits. */
export function root(seed: Seed): Root {
  let left = 0x243f6a88;
  let right = 0x85a308d3;
  for (let at = 0; at < seed.length; at += 1) {
    const code = seed.charCodeAt(at);
    left = mix(left ^ code);
    right = mix(right + Math.imul(code, 0x9e3779b1));
  }
  return [left >>> 0, right >>> 0];
}

/**
 * One draw: a uint32 that depends on every bit of seed, purpose and both keys (integers, 32 bits of each
 * count; a key left out is 0). The seed's halves enter at different steps: two seeds that happen to agree on
 * one purpose still differ on the others.
 */
export function luck(root: Root, purpose: Purpose, a = 0, b = 0): number {
  const id = ids[purpose] ?? 0;
  const first = mix(root[0] + Math.imul(id + 1, 0x9e3779b1));
  const second = mix((first ^ root[1]) + Math.imul(a, 0x85ebca77));
  return mix(second + Math.imul(b, 0xc2b2ae3d)) >>> 0;
}

/** True with a probability of `perMille` in 1000; never at 0, always at 1000. Exact: both sides stay below 2^53. */
export function chance(draw: number, perMille: number): boolean {
  return draw * 1000 < perMille * TWO_32;
}

/** The draw as a number in [0, 1), without rounding. */
export function unit(draw: number): number {
  return draw / TWO_32;
}

/** One of 0 .. count-1, by multiply and shift; exact while count <= 2^21. */
export function pick(draw: number, count: number): number {
  return Math.floor((draw * count) / TWO_32);
}

/** A readable seed for any uint32. The first 2^22 numbers give as many different seeds, so a run over 1 .. n never plays one twice. */
export function seedFrom(n: number): Seed {
  let x = Math.imul((n ^ (n >>> 22)) + 0x9e3779b1, 0x2c1b3c6d) & SEED_BITS;
  x = Math.imul(x ^ (x >>> 11), 0x297a2d39) & SEED_BITS;
  x ^= x >>> 11;
  return `b1:${words[x >>> 16]}-${(x & 0xffff).toString(16).padStart(4, "0")}`;
}
