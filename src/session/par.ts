/** Par: how the pattern's bot would have done on the same evening. */
import type { Fact, Level, Seed } from "../engine/index.ts";

export type Par = { readonly outcome: number; readonly facts: readonly Fact[] };

/** Plays an evening (counted from 0) with the pattern's bot; null where the level names none. */
export function parOf(_level: Level, _seed: Seed, _evening: number): Par | null {
  return null;
}
