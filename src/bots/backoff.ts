/**
 * A backoff says how long to wait before trying again. The five laws and their names are those of the AWS
 * Architecture Blog, "Exponential Backoff And Jitter" (2015), and of its aws-samples/aws-arch-backoff-simulator.
 */

/**
 * The gap before try `attempt + 1`, in the unit of base and cap (ticks, ms); not rounded. `attempt` counts
 * from 0, `unit` is a draw in [0, 1), `previous` the gap before (0 when there was none).
 */
export type Backoff = (attempt: number, unit: number, previous: number) => number;

/** Doubles by multiplication, which is exact everywhere; `**` is not. */
function doubled(base: number, cap: number, times: number): number {
  let gap = base;
  for (let done = 0; done < times && gap < cap; done += 1) gap *= 2;
  return Math.min(cap, gap);
}

/** 0: again at once. */
export function none(): Backoff {
  return () => 0;
}

/** The same gap every time: the metronome. */
export function constant(gap: number): Backoff {
  return () => gap;
}

/** min(cap, base * 2^attempt). */
export function exponential(base: number, cap: number): Backoff {
  return (attempt) => doubled(base, cap, attempt);
}

/** U(0, e), where e is the exponential gap. */
export function fullJitter(base: number, cap: number): Backoff {
  return (attempt, unit) => unit * doubled(base, cap, attempt);
}

/** e / 2 + U(0, e / 2): half of the gap is kept, half is drawn. */
export function equalJitter(base: number, cap: number): Backoff {
  return (attempt, unit) => ((1 + unit) * doubled(base, cap, attempt)) / 2;
}

/** min(cap, U(base, 3 * previous)): a walk that forgets the count of tries; the first gap is drawn as if base came before. */
export function decorrelated(base: number, cap: number): Backoff {
  return (_attempt, unit, previous) =>
    Math.min(cap, base + unit * (3 * Math.max(base, previous) - base));
}
