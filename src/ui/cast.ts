/** Whose words: a level and its partner. */
import type { Level, Voice } from "../session/index.ts";

export type Cast = { readonly level: Level; readonly voice: Voice };

export const titleOf = ({ level }: Cast, about: string): string =>
  level.story.topics[about]?.title ?? about;

/** The least ticks that anything takes to get there, and back. */
export function legsOf({ level }: Cast): readonly [there: number, back: number] {
  const [laws] = level.evenings;
  return [laws?.out.delay[0] ?? 1, laws?.in.delay[0] ?? 1];
}

export const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
