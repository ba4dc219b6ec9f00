/** The card: an outcome and the facts that explain it, from what happened alone. */
import type { Fact, Ground } from "./force.ts";
import type { Laws, Scoring } from "./level.ts";
import { milli } from "./number.ts";
import { type ForceName, forceNames, forces } from "./rules/index.ts";
import type { Happened } from "./step.ts";
import type { Open } from "./world.ts";

export type Stars = 0 | 1 | 2 | 3;

const ground = ({ out, in: back, length, energy }: Laws): Ground => ({
  there: out.delay[0],
  back: back.delay[0],
  length,
  energy: energy ?? null,
});

/** The weighted sum of the level's measures for one evening. */
export function outcome(laws: Laws, scoring: Scoring, log: Happened): number {
  let sum = 0;
  for (const name of forceNames) sum += weigh(name, laws, scoring, log);
  return milli(sum);
}

function weigh<Name extends ForceName>(
  name: Name,
  laws: Laws,
  scoring: Scoring,
  log: Happened,
): number {
  const law = laws.forces[name];
  if (law === undefined) return 0;
  let sum = 0;
  for (const [measure, value] of Object.entries(forces[name].measures ?? {})) {
    const weight = scoring.outcome[`${name}.${measure}`];
    if (weight !== undefined) sum += weight * value(law, log, ground(laws));
  }
  return sum;
}

/** The stars that a mean outcome earns. */
export function starsFor({ stars: [one, two, three] }: Scoring, mean: number): Stars {
  if (mean >= three) return 3;
  if (mean >= two) return 2;
  return mean >= one ? 1 : 0;
}

/** What happened that matters, force by force. */
export const facts = (laws: Laws, log: Happened): readonly Fact[] =>
  forceNames.flatMap((name) => factsOf(name, laws, log));

function factsOf<Name extends ForceName>(name: Name, laws: Laws, log: Happened): readonly Fact[] {
  const law = laws.forces[name];
  return law === undefined ? [] : (forces[name].facts?.(law, log, ground(laws)) ?? []);
}

/** The public count that "force.gauge" names, or null where the level has no such thing. */
export function gauge(open: Open, of: string): number | null {
  for (const name of forceNames) {
    const value = gaugeOf(name, open, of);
    if (value !== null) return value;
  }
  return null;
}

function gaugeOf<Name extends ForceName>(name: Name, open: Open, of: string): number | null {
  const mine = open.forces[name];
  const count = of.startsWith(`${name}.`)
    ? forces[name].gauges?.[of.slice(name.length + 1)]
    : undefined;
  return mine === undefined || count === undefined ? null : count(mine);
}
