/** The evenings of a game: which laws and which seed each is dealt from. */
import { isSeed, type Laws, type Level, type Seed } from "../engine/index.ts";

/** The longest a seed's text may be, tag included. */
const longest = 43;

/** The seed of an evening, counted from 0: the game's own for the first, with a number behind it for the others. */
export function eveningSeed(seed: Seed, evening: number): Seed {
  if (evening === 0) return seed;
  const tail = `-${evening + 1}`;
  const text = seed.slice(0, longest - tail.length) + tail;
  if (!isSeed(text)) throw new Error(`no seed: ${text}`);
  return text;
}

/** The laws of an evening, counted from 0. Throws where the level has no such evening. */
export function lawsOf(level: Level, evening: number): Laws {
  const laws = level.evenings[evening];
  if (laws === undefined) throw new Error(`${level.id} has no evening ${evening + 1}`);
  return laws;
}
