/** Results for machines: the same keys in the same order every time, numbers to three decimals. */
import type { Blind } from "./blind.ts";
import type { Verdict } from "./claim.ts";
import type { ProofResult } from "./judge.ts";

/** What cannot be known, such as the error of a single game, is null. */
const round = (_key: string, value: unknown): unknown => {
  if (typeof value !== "number") return value;
  return Number.isFinite(value) ? Math.round(value * 1000) / 1000 : null;
};

/** One document; `blind` is empty unless it was asked for. */
export const toJson = (
  verdict: Verdict,
  levels: readonly ProofResult[],
  blind: readonly Blind[],
): string => `${JSON.stringify({ format: 1, verdict, levels, blind }, round, 2)}\n`;
