/** Whose words: a level and its partner. */
import type { Level, Voice } from "../session/index.ts";

export type Cast = { readonly level: Level; readonly voice: Voice };

export const titleOf = ({ level }: Cast, about: string): string =>
  level.story.topics[about]?.title ?? about;

export const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
