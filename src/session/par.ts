/** Par: how the pattern's bot would have done on the same evening. */
import { type Bot, botOf } from "../bots/index.ts";
import {
  type Fact,
  facts,
  type Intent,
  type Laws,
  type Level,
  luck,
  outcome,
  type Run,
  root,
  run,
  type Seed,
  unit,
} from "../engine/index.ts";
import { eveningSeed, lawsOf } from "./evening.ts";

export type Par = { readonly outcome: number; readonly facts: readonly Fact[] };

/** Plays an evening (counted from 0) with the pattern's bot; null where the level has no score or no bot that can play it. */
export function parOf(level: Level, seed: Seed, evening: number): Par | null {
  const { scoring } = level;
  const played = scoring && patternOn(level, seed, evening);
  if (!played) return null;
  const laws = lawsOf(level, evening);
  return { outcome: outcome(laws, scoring, played.log), facts: facts(laws, played.log) };
}

type Played = { readonly log: Run; readonly intents: readonly Intent[] };

const patternIn = ({ proof }: Level) => proof?.bots.find(({ role }) => role === "pattern");

/** What the pattern's bot does, in the level's own words; empty where there is none. */
export const patternName = (level: Level): string => patternIn(level)?.name ?? "";

/** An evening (counted from 0) as the pattern's bot plays it; null where there is none, or it gets nowhere. */
export function patternOn(level: Level, seed: Seed, evening: number): Played | null {
  const pattern = patternIn(level);
  const laws = level.evenings[evening];
  if (pattern === undefined || laws === undefined) return null;
  const made = botOf(pattern.policy, pattern.with);
  return made.ok ? playedBy(made.bot, laws, eveningSeed(seed, evening)) : null;
}

/** A whole evening of a bot, with luck of its own. */
function playedBy(bot: Bot, laws: Laws, seed: Seed): Played | null {
  const mine = root(seed);
  const draw = (a: number, b: number): number => unit(luck(mine, "bot", a, b));
  const log = run(laws, seed);
  const intents: Intent[] = [];
  // Every move takes a tick at least, unless it is refused, and a bot that is refused would be for ever.
  for (let moves = 0; moves <= laws.length; moves++) {
    if (log.world.open.ended !== null) return { log, intents };
    const intent = bot(log.world.open, draw);
    log.take(intent);
    if (log.events.at(-1)?.kind !== "refused") intents.push(intent);
  }
  return log.world.open.ended === null ? null : { log, intents };
}
