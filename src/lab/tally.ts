/** Counts of games played: whole numbers only, so that parts add up to exactly what one run gives. */
import type { Played } from "./arena.ts";

export type BotTally = {
  readonly name: string;
  /** Games that earned 0, 1, 2 and 3 stars. */
  readonly stars: readonly [number, number, number, number];
  /** Sum of the outcomes in thousandths, and of their squares, which outgrow 2^53. */
  readonly sum: number;
  readonly squares: bigint;
  readonly intents: number;
  readonly ticks: number;
  /** Against the pattern's bot on the same seeds; all 0 for that bot itself. */
  readonly paired: Paired;
};

export type Paired = {
  /** Games in which one of the two earned two stars and the other did not. */
  readonly onlyPattern: number;
  readonly onlyBot: number;
  /** Games in which the pattern's outcome was higher, and in which it was equal. */
  readonly higher: number;
  readonly equal: number;
};

export type Tally = {
  readonly games: number;
  readonly bots: readonly BotTally[];
  /** Kinds of public events that happened in any game, in alphabetical order. */
  readonly seen: readonly string[];
};

const nothing: Paired = { onlyPattern: 0, onlyBot: 0, higher: 0, equal: 0 };

/** One game of one bot, beside what the pattern's bot did on that seed. */
export function tallyGame(name: string, played: Played, pattern: Played | null): BotTally {
  const { stars, intents, ticks } = played;
  const sum = Math.round(played.outcome * 1000);
  const one = (n: number): number => (stars === n ? 1 : 0);
  return {
    name,
    stars: [one(0), one(1), one(2), one(3)],
    sum,
    squares: BigInt(sum) * BigInt(sum),
    intents,
    ticks,
    paired: pattern === null ? nothing : compare(played, pattern),
  };
}

function compare(bot: Played, pattern: Played): Paired {
  const [mine, theirs] = [bot.stars >= 2, pattern.stars >= 2];
  return {
    onlyPattern: theirs && !mine ? 1 : 0,
    onlyBot: mine && !theirs ? 1 : 0,
    higher: pattern.outcome > bot.outcome ? 1 : 0,
    equal: pattern.outcome === bot.outcome ? 1 : 0,
  };
}

export function addBots(a: BotTally, b: BotTally): BotTally {
  return {
    name: a.name,
    stars: [
      a.stars[0] + b.stars[0],
      a.stars[1] + b.stars[1],
      a.stars[2] + b.stars[2],
      a.stars[3] + b.stars[3],
    ],
    sum: a.sum + b.sum,
    squares: a.squares + b.squares,
    intents: a.intents + b.intents,
    ticks: a.ticks + b.ticks,
    paired: {
      onlyPattern: a.paired.onlyPattern + b.paired.onlyPattern,
      onlyBot: a.paired.onlyBot + b.paired.onlyBot,
      higher: a.paired.higher + b.paired.higher,
      equal: a.paired.equal + b.paired.equal,
    },
  };
}

/** Tallies of other seeds, in any order. Throws where they are not of the same bots. */
export function addTallies(a: Tally, b: Tally): Tally {
  if (a.bots.length !== b.bots.length) throw new Error("these tallies are of different bots");
  return {
    games: a.games + b.games,
    bots: a.bots.map((mine, i) => {
      const yours = b.bots[i];
      if (yours?.name !== mine.name) throw new Error("these tallies are of different bots");
      return addBots(mine, yours);
    }),
    seen: [...new Set([...a.seen, ...b.seen])].sort(),
  };
}
