/** What a proof claims, and the rules by which games support it or do not. */
import { type Interval, mcnemar } from "./statistics.ts";
import type { Paired } from "./tally.ts";

export type Verdict = "pass" | "fail" | "undecided";

/** The pattern's bot compared with this one on the same seeds. */
export type Against = {
  readonly onlyPattern: number;
  readonly onlyBot: number;
  /** How much larger the pattern's share of two stars is, with 95 % bounds. */
  readonly margin: number;
  readonly bounds: Interval;
  /** Exact McNemar, two-sided. */
  readonly p: number;
  /** Shares of seeds on which the pattern's outcome is higher, and equal. */
  readonly higher: number;
  readonly equal: number;
};

/** A difference that chance explains once in more than a hundred tries shows nothing. */
const significance = 0.01;

/** A claim that a share or a difference is at least so much: the interval decides, if it can. */
export function claim(atLeast: number, { low, high }: Interval): Verdict {
  if (low >= atLeast) return "pass";
  return high < atLeast ? "fail" : "undecided";
}

/**
 * 95 % bounds of a difference of paired shares: Wald's with half a game added to each of the four cells
 * (Agresti and Min, Statistics in Medicine 24, 2005), which keeps its word for few games and lopsided counts.
 */
export function pairedBounds({ onlyPattern, onlyBot }: Paired, games: number, z = 1.96): Interval {
  const [b, c, n] = [onlyPattern + 0.5, onlyBot + 0.5, games + 2];
  const centre = (b - c) / n;
  const reach = (z * Math.sqrt(b + c - ((b - c) * (b - c)) / n)) / n;
  return { low: Math.max(-1, centre - reach), high: Math.min(1, centre + reach) };
}

/** The figures of a comparison. */
export function againstOf(paired: Paired, games: number): Against {
  const { onlyPattern, onlyBot, higher, equal } = paired;
  return {
    onlyPattern,
    onlyBot,
    margin: (onlyPattern - onlyBot) / games,
    bounds: pairedBounds(paired, games),
    p: mcnemar(onlyPattern, onlyBot),
    higher: higher / games,
    equal: equal / games,
  };
}

/** A bot loses by a margin if the difference's lower bound is no smaller, and chance is out of the question. */
export function loses(margin: number, { bounds, p }: Against): Verdict {
  const verdict = claim(margin, bounds);
  return verdict === "pass" && p >= significance ? "undecided" : verdict;
}

/** The worst of some verdicts. */
export function worst(verdicts: readonly (Verdict | null)[]): Verdict {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.includes("undecided") ? "undecided" : "pass";
}
