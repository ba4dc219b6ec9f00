/** The debrief: what was true behind the silence, told once the evening is over. */
import {
  type Event,
  type Fact,
  facts,
  type Intent,
  type Level,
  type Moment,
  outcome,
  type Secret,
  type Seed,
  type Term,
  type Trace,
  terms,
  trace,
} from "../engine/index.ts";
import { eveningSeed, lawsOf } from "./evening.ts";
import { type Par, parOf } from "./par.ts";

export type Debrief = {
  readonly events: readonly Event[];
  readonly secrets: readonly Secret[];
  /** One a tick, as the player looked up, and one more for the end. */
  readonly moments: readonly Moment[];
  /** The level's own value; null where it has no score, or where the evening was left. */
  readonly outcome: number | null;
  /** What the outcome is the sum of; none where there is no outcome. */
  readonly terms: readonly Term[];
  readonly facts: readonly Fact[];
  /** The pattern's bot on the same evening; null where the level has no score or no such bot. */
  readonly par: Par | null;
};

/** Plays an ended evening again, keeping all of it. */
export function debriefOf(
  level: Level,
  seed: Seed,
  evening: number,
  intents: readonly Intent[],
): Debrief {
  const laws = lawsOf(level, evening);
  return told(level, seed, evening, trace(laws, eveningSeed(seed, evening), intents));
}

/** What there is to tell of an ended evening, counted from 0, that has been played again. */
export function told(level: Level, seed: Seed, evening: number, again: Trace): Debrief {
  const laws = lawsOf(level, evening);
  const { events, secrets, moments } = again;
  const log = { events, secrets };
  const left = moments.at(-1)?.open.ended === "left";
  const scoring = left ? null : level.scoring;
  return {
    events,
    secrets,
    moments,
    outcome: scoring && outcome(laws, scoring, log),
    terms: scoring ? terms(laws, scoring, log) : [],
    facts: facts(laws, log),
    par: parOf(level, seed, evening),
  };
}
