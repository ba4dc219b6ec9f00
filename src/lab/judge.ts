/** From counts to figures and a verdict on each claim that a proof makes. */
import type { ProofBot, Scoring } from "../engine/index.ts";
import { declared, type Provable } from "./proof.ts";
import { type Interval, mcnemar, wilson } from "./statistics.ts";
import type { BotTally, Paired, Tally } from "./tally.ts";

export type Verdict = "pass" | "fail" | "undecided";

export type BotResult = {
  readonly name: string;
  readonly role: ProofBot["role"];
  readonly mean: number;
  /** Standard error of the mean. */
  readonly error: number;
  /** Shares of games with at least one, two and three stars. */
  readonly stars: readonly [number, number, number];
  /** 95 % bounds of the share with two. */
  readonly bounds: Interval;
  /** Means of a game. */
  readonly intents: number;
  readonly ticks: number;
  /** Null for the pattern's bot. */
  readonly against: Against | null;
  /** Null where nothing is claimed. */
  readonly verdict: Verdict | null;
  /** Why it did not pass, or what is odd, in a sentence; null where there is nothing to say. */
  readonly note: string | null;
};

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

export type ProofResult = {
  readonly level: string;
  readonly title: string;
  readonly evenings: number;
  readonly from: number;
  readonly seeds: number;
  readonly stars: Scoring["stars"];
  readonly twoStars: number;
  readonly margin: number;
  readonly bots: readonly BotResult[];
  /** Kinds of events that never happened. */
  readonly never: readonly string[];
  readonly verdict: Verdict;
};

/** A difference that chance explains once in more than a hundred tries shows nothing. */
const significance = 0.01;
/** An answer that is also good may be this much worse. */
const near = 0.1;

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

function againstOf(paired: Paired, games: number): Against {
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

const percent = (share: number): string => String(Math.round(100 * share));
const within = ({ low, high }: Interval): string => `[${percent(low)}, ${percent(high)}]`;
const more = "more seeds would tell";

function patternNote(
  verdict: Verdict,
  share: number,
  bounds: Interval,
  claimed: number,
): string | null {
  if (verdict === "pass") return null;
  const what = `two stars on ${percent(share)} % ${within(bounds)}, ${percent(claimed)} wanted`;
  return verdict === "fail" ? what : `${what}; ${more}`;
}

function failsNote(
  verdict: Verdict,
  share: number,
  against: Against,
  claimed: number,
): string | null {
  if (verdict === "pass") return null;
  const { margin, bounds } = against;
  const what =
    `two stars on ${percent(share)} %; the pattern only ${percent(margin)} points more ` +
    `${within(bounds)}, ${percent(claimed)} wanted`;
  return verdict === "fail" ? what : `${what}; ${more}`;
}

function goodNote({ margin }: Against): string | null {
  if (Math.abs(margin) <= near) return null;
  const points = percent(Math.abs(margin));
  return margin > 0
    ? `said to be also good, and the pattern has two stars ${points} points more often`
    : `better than the pattern: two stars ${points} points more often`;
}

function judgeBot(
  bot: BotTally,
  role: ProofBot["role"],
  games: number,
  level: Provable,
): BotResult {
  const { twoStars, margin } = level.proof;
  const [, one, two, three] = bot.stars;
  const mean = bot.sum / games / 1000;
  // In thousandths and exact until here; what is left is far from where doubles lose digits.
  const spread = Number(BigInt(games) * bot.squares - BigInt(bot.sum) * BigInt(bot.sum));
  const share = (two + three) / games;
  const bounds = wilson(two + three, games);
  const against = role === "pattern" ? null : againstOf(bot.paired, games);
  const base = {
    name: bot.name,
    role,
    mean,
    error: Math.sqrt(spread / games / (games - 1) / games) / 1000,
    stars: [(one + two + three) / games, share, three / games],
    bounds,
    intents: bot.intents / games,
    ticks: bot.ticks / games,
    against,
  } as const;
  if (against === null) {
    const verdict = claim(twoStars, bounds);
    return { ...base, verdict, note: patternNote(verdict, share, bounds, twoStars) };
  }
  if (role === "also good") return { ...base, verdict: null, note: goodNote(against) };
  const verdict = loses(margin, against);
  return { ...base, verdict, note: failsNote(verdict, share, against, margin) };
}

/** The worst of some verdicts. */
export function worst(verdicts: readonly (Verdict | null)[]): Verdict {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.includes("undecided") ? "undecided" : "pass";
}

/** What a proof's games show. */
export function judge(level: Provable, from: number, tally: Tally): ProofResult {
  const { id, story, evenings, scoring, proof } = level;
  const roles = new Map(proof.bots.map(({ name, role }) => [name, role]));
  const bots = tally.bots.map((bot) =>
    judgeBot(bot, roles.get(bot.name) ?? "also good", tally.games, level),
  );
  const never = declared(level).filter((kind) => !tally.seen.includes(kind));
  const verdicts = [
    ...bots.map(({ verdict }) => verdict),
    never.length > 0 ? "fail" : null,
  ] as const;
  return {
    level: id,
    title: story.title,
    evenings: evenings.length,
    from,
    seeds: tally.games,
    stars: scoring.stars,
    twoStars: proof.twoStars,
    margin: proof.margin,
    bots,
    never,
    verdict: worst(verdicts),
  };
}
