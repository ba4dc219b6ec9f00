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

/** One of the amounts that an outcome is the sum of; named after its force. */
export type Term = { readonly of: string; readonly amount: number };

/** The weighted sum of the level's measures for one evening. */
export const outcome = (laws: Laws, scoring: Scoring, log: Happened): number =>
  milli(terms(laws, scoring, log).reduce((sum, { amount }) => sum + amount, 0));

/** What that sum is made of, item by item. */
export function terms(laws: Laws, scoring: Scoring, log: Happened): readonly Term[] {
  const all: Term[] = [];
  for (const name of forceNames) addTerms(name, laws, scoring, log, all);
  return all;
}

function addTerms<Name extends ForceName>(
  name: Name,
  laws: Laws,
  { outcome: weights }: Scoring,
  log: Happened,
  all: Term[],
): void {
  const law = laws.forces[name];
  if (law === undefined) return;
  for (const [measure, value] of Object.entries(forces[name].measures ?? {})) {
    const weight = weights[`${name}.${measure}`];
    if (weight === undefined) continue;
    const found = value(law, log, ground(laws));
    const items = typeof found === "number" ? { [measure]: found } : found;
    for (const [item, amount] of Object.entries(items))
      all.push({ of: `${name}.${item}`, amount: weight * amount });
  }
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
