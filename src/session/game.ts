/** One game under way, evening by evening: the only holder of a world. It never leaves its session. */
import {
  deal,
  type Event,
  type Intent,
  type Level,
  type Seed,
  type Stepped,
  step,
} from "../engine/index.ts";
import { type Debrief, debriefOf } from "./debrief.ts";
import { eveningSeed, lawsOf } from "./evening.ts";
import { type Result, resultOf } from "./result.ts";

type World = ReturnType<typeof deal>["world"];

/** An evening that was dealt, and what was done in it. */
type Night = { readonly intents: Intent[]; debrief: Debrief | null };

export type Game = {
  readonly level: Level;
  readonly seed: Seed;
  readonly rehearsal: boolean;
  /** The evening being played, counted from 0. */
  evening: number;
  world: World;
  /** This evening's public events. */
  events: readonly Event[];
  readonly nights: Night[];
};

const still = (events: readonly Event[]): readonly Event[] =>
  Object.freeze(events.map((event) => Object.freeze(event)));

/** The game as its first evening begins. */
export function begin(level: Level, seed: Seed, rehearsal: boolean): Game {
  const { world, events } = deal(lawsOf(level, 0), seed);
  const nights = [{ intents: [], debrief: null }];
  return { level, seed, rehearsal, evening: 0, world, events: still(events), nights };
}

export const hasEnded = ({ world }: Game): boolean => world.open.ended !== null;
export const isLast = ({ level, evening }: Game): boolean => evening === level.evenings.length - 1;

/** Deals the next evening. */
export function turnTo(game: Game, evening: number): void {
  const { world, events } = deal(lawsOf(game.level, evening), eveningSeed(game.seed, evening));
  game.evening = evening;
  game.world = world;
  game.events = still(events);
  game.nights.push({ intents: [], debrief: null });
}

type Tried = {
  readonly world: World;
  readonly events: readonly Event[];
  readonly refused: boolean;
  readonly news: Stepped["news"];
};

/** What an intent would come to. Nothing has happened yet. */
export function attempt({ level, evening, world }: Game, intent: Intent): Tried {
  const tried = step(lawsOf(level, evening), world, intent);
  const refused = tried.events.some((event) => event.kind === "refused");
  return { world: tried.world, events: still(tried.events), refused, news: tried.news };
}

/** Makes an attempt true. */
export function settle(game: Game, intent: Intent, { world, events }: Tried): void {
  game.world = world;
  game.events = Object.freeze([...game.events, ...events]);
  game.nights[game.evening]?.intents.push(intent);
}

/** The debrief of an evening counted from 0; null until it has ended. */
export function debriefIn(game: Game, evening: number): Debrief | null {
  const night = game.nights[evening];
  if (night === undefined || (evening === game.evening && !hasEnded(game))) return null;
  night.debrief ??= debriefOf(game.level, game.seed, evening, night.intents);
  return night.debrief;
}

/** Null until the last evening has ended. */
export function resultIn(game: Game): Result | null {
  if (!isLast(game) || !hasEnded(game)) return null;
  const outcomes = game.nights.map((_, evening) => debriefIn(game, evening)?.outcome ?? null);
  return resultOf(game.level, game.rehearsal, outcomes);
}
