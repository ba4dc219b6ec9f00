/** The energy line ahead: what you will have on each of the next days, with all that you know of them. */
import type { Tick } from "../engine/index.ts";

type Known = {
  readonly promises: readonly { readonly due: Tick; readonly size: number }[];
  readonly drains: readonly { readonly at: Tick; readonly by: number }[];
};

/** What comes back each tick, the most you can hold, and what you mean to spend each tick on check-ins. */
export type Means = { readonly gain: number; readonly cap: number; readonly spends: number };

/** A tick ahead: what it takes, and what is left after it; below 0, so much is missing. */
export type Ahead = { readonly tick: Tick; readonly takes: number; readonly left: number };

/** For as many ticks, the next one first. */
export function energyAhead(
  { promises, drains }: Known,
  energy: number,
  { gain, cap, spends }: Means,
  now: Tick,
  ticks: Tick,
): readonly Ahead[] {
  const ahead: Ahead[] = [];
  let left = energy;
  for (let tick = now + 1; tick <= now + ticks; tick++) {
    left = Math.min(cap, left - spends + gain);
    let takes = 0;
    for (const { at, by } of drains) if (at === tick) takes += by;
    // A hard day takes what there is; a promise takes all of its size.
    left = Math.max(Math.min(0, left), left - takes);
    for (const { due, size } of promises) {
      if (due !== tick) continue;
      takes += size;
      left -= size;
    }
    ahead.push({ tick, takes, left });
  }
  return ahead;
}
