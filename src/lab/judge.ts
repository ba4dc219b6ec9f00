/** From counts to figures and a verdict on each claim that a proof makes. */
import type { ProofBot, Scoring } from "../engine/index.ts";
import { type Against, againstOf, claim, loses, type Verdict, worst } from "./claim.ts";
import { declared, type Provable } from "./proof.ts";
import { type Interval, wilson } from "./statistics.ts";
import type { BotTally, Tally } from "./tally.ts";

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
  /** Kinds of events that never happened: told, not judged, since no level need use all that a force can do. */
  readonly never: readonly string[];
  readonly verdict: Verdict;
};

/** An answer that is also good may be this much worse. */
const near = 0.1;

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

/** What a proof's games show. */
export function judge(level: Provable, from: number, tally: Tally): ProofResult {
  const { id, story, evenings, scoring, proof } = level;
  const roles = new Map(proof.bots.map(({ name, role }) => [name, role]));
  const bots = tally.bots.map((bot) =>
    judgeBot(bot, roles.get(bot.name) ?? "also good", tally.games, level),
  );
  const never = declared(level).filter((kind) => !tally.seen.includes(kind));
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
    verdict: worst(bots.map(({ verdict }) => verdict)),
  };
}
