/** Retry: sends every open ask, and again after a gap until it is answered. */
import type { Open, Tick } from "../engine/index.ts";
import { type Ask, openAsks, say, waitFor } from "./ask.ts";
import type { Bot, Draw } from "./bot.ts";
import { type Gap, gapNames, gapOf } from "./gap.ts";
import { count, type Policy, product } from "./policy.ts";

/** 0 stands for no bound, as in level files. */
const within =
  (tries: number) =>
  ({ attempts }: Ask): boolean =>
    tries === 0 || attempts < tries;

const never = Number.POSITIVE_INFINITY;

/** Every ask keeps time for itself, as separate callers do. */
function separate(gap: Gap, tries: number): Bot {
  const due = (ask: Ask, draw: Draw): Tick => {
    if (ask.key === null) return ask.opened;
    const id = Number(ask.key.slice(1));
    return ask.last + gap(ask.attempts, (send) => draw(id, send));
  };
  return (seen, draw) => {
    let next = never;
    for (const ask of openAsks(seen).filter(within(tries))) {
      const at = due(ask, draw);
      if (at <= seen.tick) return say(ask);
      next = Math.min(next, at);
    }
    return waitFor(next - seen.tick);
  };
}

/** The one that had the fewest tries; among equals the one whose try is longest ago. */
const neediest = (asks: readonly Ask[]): Ask | undefined =>
  asks.reduce<Ask | undefined>((best, ask) => {
    if (best === undefined || ask.attempts < best.attempts) return ask;
    return ask.attempts === best.attempts && ask.last < best.last ? ask : best;
  }, undefined);

/** One schedule for all: it starts again at every reply, since that is when they are back. */
function shared(gap: Gap, tries: number): Bot {
  const due = ({ quiet, heard, tick }: Readonly<Open>, draw: Draw): Tick =>
    quiet.sends === 0 || quiet.last === null
      ? tick
      : quiet.last + gap(quiet.sends, (send) => draw(heard.count, send));
  return (seen, draw) => {
    const ask = neediest(openAsks(seen).filter(within(tries)));
    if (ask === undefined) return waitFor(never);
    const at = due(seen, draw);
    return at <= seen.tick ? say(ask) : waitFor(at - seen.tick);
  };
}

/** The beats and bounds that a search of blind plans goes through. */
export const gapsToTry: readonly number[] = Array.from({ length: 40 }, (_, i) => i + 1);
export const triesToTry: readonly number[] = [1, 2, 3, 4, 6, 0];

export const retry: Policy = {
  name: "retry",
  meaning: "Sends every open ask, and again after a gap until it is answered.",
  parameters: [
    {
      name: "gap",
      kind: "choice",
      of: gapNames,
      fallback: "exponential",
      meaning: "how the gap between two tries grows",
    },
    count("base", 2, [1, 1000], "the first gap in ticks (escalating: the last; linear: the step)"),
    count("cap", 64, [1, 1000], "the longest gap in ticks, where gaps grow"),
    count(
      "tries",
      0,
      [0, 1000],
      "how often an ask is sent at most, the first time included; 0 for no bound",
    ),
    count(
      "shared",
      0,
      [0, 1],
      "1: one schedule for all asks, which starts again at every reply; 0: one for each",
    ),
  ],
  // A plan whose gaps grow is no blind one: leaving more room unasked is what level 1 teaches.
  blind: product({ gap: ["constant"], base: gapsToTry, tries: triesToTry }),
  make: ({ count, choice }) => {
    const gap = gapOf(choice("gap"), count("base"), count("cap"));
    return count("shared") === 1 ? shared(gap, count("tries")) : separate(gap, count("tries"));
  },
};
