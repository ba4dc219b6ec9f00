/** Two runs of one evening: where they part, and what each would have earned. */
import {
  type Event,
  type Level,
  type Seed,
  type Stars,
  starsFor,
  type Tick,
} from "../engine/index.ts";
import { canonical } from "./canonical.ts";
import { type Debrief, told } from "./debrief.ts";
import { patternReplay, type Replay, type ReplayEvening } from "./replay.ts";

/** The first tick at which something else was seen; null where all was the same. */
export function partedAt(one: readonly Event[], other: readonly Event[]): Tick | null {
  // How a wait was cut is no difference.
  const [a, b] = [one, other].map((events) => events.filter(({ kind }) => kind !== "tick"));
  const at = a?.findIndex((event, i) => canonical(event) !== canonical(b?.[i])) ?? -1;
  const [mine, theirs] = at < 0 ? [undefined, b?.[a?.length ?? 0]] : [a?.[at], b?.[at]];
  const ticks = [mine, theirs].flatMap((event) => (event === undefined ? [] : [event.tick]));
  return ticks.length === 0 ? null : Math.min(...ticks);
}

/** The stars that an outcome would earn if every evening came to it; null where there is nothing to earn. */
export const starsOf = ({ scoring }: Level, outcome: number | null): Stars | null =>
  scoring === null || outcome === null ? null : starsFor(scoring, outcome);

/** The debrief of a recorded evening, counted from 1; null until it has ended, and where it cannot be played again. */
export function debriefIn({ level, seed, evenings }: Replay, evening: number): Debrief | null {
  return debriefFrom(level, seed, evening, evenings[evening - 1]);
}

/** The same of the pattern's bot on that evening; null where there is none. */
export const patternDebrief = (level: Level, seed: Seed, evening: number): Debrief | null =>
  debriefFrom(level, seed, evening, patternReplay(level, seed, evening)?.evenings[0]);

function debriefFrom(
  level: Level,
  seed: Seed,
  evening: number,
  film: ReplayEvening | undefined,
): Debrief | null {
  if (film === undefined || film.secrets === null) return null;
  const { events, secrets, moments } = film;
  return told(level, seed, evening - 1, { events, secrets, moments });
}
