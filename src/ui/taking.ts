/** Taking a game over: whether it can be, and in what other weather. */
import {
  notOver,
  otherRules,
  type Point,
  type Replay,
  type Seed,
  type Tick,
  twinsFor,
} from "../session/index.ts";

/** Why an evening, counted from 1, cannot be taken over; null where it can. */
export function whyNotOver({ record, evenings }: Replay, evening: number): string | null {
  if (record === null) return "This is the pattern's line: take over in your own evening.";
  const led = evenings.slice(0, evening);
  if (led.some(({ ended }) => ended === null)) return notOver;
  return led.every(({ secrets }) => secrets !== null) ? null : otherRules;
}

/** A way to take a game over: from where, and under which seed, if not its own. */
export type Way = { readonly text: string; readonly tick: Tick; readonly seed?: Seed };

/** Other weather at a point: one way where all looked the same so far, else what comes nearest, to choose from. */
export function otherWays(replay: Replay, at: Point, name: string): readonly Way[] {
  const twins = twinsFor(replay, at);
  const [first] = twins;
  if (first?.words && first.until >= at.tick)
    return [{ text: "other weather", tick: at.tick, seed: first.seed }];
  return [
    ...twins.map(({ seed, until, words }) => ({
      text: words
        ? `other weather from t${until}: all the same until then`
        : `other weather: all the same but ${name}'s wording`,
      tick: Math.min(at.tick, until),
      seed,
    })),
    { text: "the same weather, from here", tick: at.tick },
  ];
}

/** Whether there is no choice about it. */
export const isPlain = (ways: readonly Way[]): boolean =>
  ways.length === 1 && ways[0]?.seed !== undefined;

export const otherQuestion = (tick: Tick): string =>
  `No other evening was found that looked just the same up to t${tick}.`;
