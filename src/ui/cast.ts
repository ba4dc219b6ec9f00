/** Whose words: a level and its partner. */
import type { Level, Tone, Voice } from "../session/index.ts";

export type Cast = { readonly level: Level; readonly voice: Voice };

export const titleOf = ({ level }: Cast, about: string): string =>
  level.story.topics[about]?.title ?? about;

export const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** To a tenth, for the eye; never more than there is. */
export const tenth = (amount: number): string => String(Math.floor(amount * 10 + 1e-6) / 10);

/** A line of the tone, in the level's own words or the voice's. */
export function lineOf({ level, voice }: Cast, tone: Tone, variant: number): string {
  const { lines: own } = level.story;
  const lines = own[tone] ?? voice.lines[tone] ?? own.plain ?? voice.lines.plain ?? [];
  return lines[variant % Math.max(1, lines.length)] ?? "";
}

/** Your bet, beside the pattern's where the level names one; empty where none was placed. */
export function betText({ level: { story } }: Cast, bet: number | null): string {
  const { choices = [], pattern } = story.bet ?? {};
  const choice = bet === null ? undefined : choices[bet];
  if (choice === undefined) return "";
  const theirs = pattern === undefined ? undefined : choices[pattern - 1];
  if (theirs === undefined) return `${choice}.`;
  return `${choice}. ${theirs === choice ? "It is the pattern's bet too" : `The pattern's: ${theirs}`}.`;
}

/** A level of any tier: its id without the tier. */
export const baseOf = (id: string): string => id.replace(/\.\d+$/, "");

/** "backoff, tier 2". */
export const idText = (id: string): string => id.replace(".", ", tier ");
