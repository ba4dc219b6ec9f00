/**
 * Suspicion as a level, not a verdict: the phi accrual detector (Hayashibara and others, 2004) in the logistic
 * form of Akka and Pekko. phi is log10(1 + e^x) of the strangeness x below, so a bound on phi is one on x.
 */

/** How many of the latest gaps are remembered. */
export const remembered = 20;
/** No history is so regular that a single lost beat is a catastrophe. In ticks. */
export const leastSpread = 0.8;

/** The strangeness at which phi passes 1 (a wait that long is one in ten) and 3 (one in a thousand): ln(10^phi - 1). */
export const marks: readonly number[] = [2.197224577, 6.906754779];

export function meanOf(gaps: readonly number[]): number {
  let sum = 0;
  for (const gap of gaps) sum += gap;
  return sum / Math.max(1, gaps.length);
}

export function varianceOf(gaps: readonly number[]): number {
  const mean = meanOf(gaps);
  let sum = 0;
  for (const gap of gaps) sum += (gap - mean) * (gap - mean);
  return sum / Math.max(1, gaps.length);
}

/** How far a quiet of so many ticks is out of the usual. */
export function strangeness(quiet: number, mean: number, spread: number): number {
  const y = (quiet - mean) / spread;
  return y * (1.5976 + 0.070566 * y * y);
}

export const strangeAfter = (quiet: number, gaps: readonly number[]): number =>
  strangeness(quiet, meanOf(gaps), Math.max(leastSpread, Math.sqrt(varianceOf(gaps))));

/** How many of the marks a quiet has passed: 0 as usual, 1 odd, 2 alarming. */
export function bandOf(quiet: number, gaps: readonly number[]): number {
  const strange = strangeAfter(quiet, gaps);
  return marks.filter((mark) => strange > mark).length;
}

/** From nothing to the highest mark, 0 to 1. */
export const doubtAfter = (quiet: number, gaps: readonly number[]): number =>
  Math.max(0, strangeAfter(quiet, gaps) / Math.max(...marks));
