/** The best of all ways to play that listen to nothing: found on some seeds, measured on others. */
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

const gaps = Array.from({ length: 40 }, (_, i) => i + 1);
const tries = [1, 2, 3, 4, 6, 0];

/**
 * Fixed plans: every ask on its own beat, or all of them in turn on one, up to so many tries each. The beat
 * stays what it is. A plan whose gaps grow is no candidate: leaving more room unasked is what level 1 teaches.
 */
const candidates: readonly ProofBot[] = ["retry", "clock"].flatMap((policy) =>
  gaps.flatMap((gap) =>
    tries.map((most): ProofBot => {
      const name = `${policy === "clock" ? "in turn" : "each"} every ${gap}${most === 0 ? "" : `, ${most} times`}`;
      const given =
        policy === "clock" ? { gap, tries: most } : { gap: "constant", base: gap, tries: most };
      return { name, role: "fails", policy, with: given };
    }),
  ),
);

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
