/** The best of all ways to play that listen to nothing: found on some seeds, measured on others. */
import { policies } from "../bots/index.ts";
import type { ProofBot } from "../engine/index.ts";
import { type BotResult, judge } from "./judge.ts";
import { type PoolOptions, playAll, split } from "./pool.ts";
import type { Provable } from "./proof.ts";
import type { BotTally } from "./tally.ts";

export type Blind = {
  readonly level: string;
  readonly candidates: number;
  /** Seeds it was chosen on, and seeds it was measured on. */
  readonly chosenOn: { readonly from: number; readonly seeds: number };
  readonly measuredOn: { readonly from: number; readonly seeds: number };
  /** The winner, judged as a bot that should fail. */
  readonly best: BotResult;
};

/** What listens to nothing among the policies that a level's proof names, and a clock where there is anything to ask. */
function candidatesFor({ proof, evenings }: Provable): readonly ProofBot[] {
  const asks = evenings.some(({ forces }) => forces.waits !== undefined);
  const named = new Set([...proof.bots.map(({ policy }) => policy), ...(asks ? ["clock"] : [])]);
  return policies.flatMap(({ name: policy, blind = [] }) =>
    named.has(policy) ? blind.map((given) => planOf(policy, given)) : [],
  );
}

function planOf(policy: string, given: ProofBot["with"]): ProofBot {
  const told = Object.entries(given).map(([name, value]) => `${name} ${value}`);
  return { name: `${policy}: ${told.join(", ")}`, role: "fails", policy, with: given };
}

/** How many of the best are measured again, lest the first seeds flattered one. */
const finalists = 5;

const twoStars = ({ stars }: BotTally): number => stars[2] + stars[3];
const better = (a: BotTally, b: BotTally): number => twoStars(b) - twoStars(a) || b.sum - a.sum;

/** The level with its pattern's bot and these. */
const against = (level: Provable, bots: readonly ProofBot[]): Provable => ({
  ...level,
  proof: {
    ...level.proof,
    bots: [...level.proof.bots.filter(({ role }) => role === "pattern"), ...bots],
  },
});

export type BlindOptions = PoolOptions & {
  /** Seeds to choose on; the same number again, elsewhere, narrows the best down to one. */
  readonly chooseOn: number;
  readonly measureOn: number;
};

/** The first seeds of the search and of the measurement: no proof is chosen or reported on them. */
const chooseFrom = 500_001;
const measureFrom = 900_001;

/** Searches, and measures the winner. More stars count first, then the outcome. */
export async function bestBlind(level: Provable, options: BlindOptions): Promise<Blind> {
  const { chooseOn, measureOn } = options;
  const ranked = async (bots: readonly ProofBot[], from: number): Promise<readonly ProofBot[]> => {
    const tally = await playAll(split(against(level, bots), from, chooseOn), options);
    const names = tally.bots
      .slice(1)
      .sort(better)
      .map(({ name }) => name);
    return names.flatMap((name) => bots.filter((bot) => bot.name === name));
  };
  const candidates = candidatesFor(level);
  if (candidates.length === 0)
    throw new Error(`${level.id}: no policy of its proof has blind plans`);
  const few = (await ranked(candidates, chooseFrom)).slice(0, finalists);
  const winner = (await ranked(few, chooseFrom + chooseOn)).slice(0, 1);
  const duel = against(level, winner);
  const tally = await playAll(split(duel, measureFrom, measureOn), options);
  const best = judge(duel, measureFrom, tally).bots[1];
  if (best === undefined) throw new Error("no blind policy was found");
  return {
    level: level.id,
    candidates: candidates.length,
    chosenOn: { from: chooseFrom, seeds: 2 * chooseOn },
    measuredOn: { from: measureFrom, seeds: measureOn },
    best,
  };
}
