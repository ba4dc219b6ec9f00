/** What a whole game came to. */
import { type Level, type Stars, starsFor } from "../engine/index.ts";

export type Result = {
  /** The mean over evenings; null where the level has no score, or where one was left. */
  readonly outcome: number | null;
  /** Null as well in a rehearsal. */
  readonly stars: Stars | null;
  /** Evening by evening. */
  readonly evenings: readonly (number | null)[];
};

/** The mean of the evenings, in thousandths; null where one has no outcome. */
export function meanOutcome(evenings: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const evening of evenings) {
    if (evening === null) return null;
    sum += evening;
  }
  return Math.round((1000 * sum) / evenings.length) / 1000;
}

export function resultOf(
  { scoring }: Level,
  rehearsal: boolean,
  evenings: readonly (number | null)[],
): Result {
  const outcome = meanOutcome(evenings);
  const counts = outcome !== null && scoring !== null && !rehearsal;
  return { outcome, stars: counts ? starsFor(scoring, outcome) : null, evenings };
}
