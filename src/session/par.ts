/** Par: how the pattern's bot would have done on the same evening. */
import { type Bot, botOf } from "../bots/index.ts";
import {
  type Fact,
  facts,
  type Laws,
  type Level,
  luck,
  outcome,
  root,
  run,
  type Seed,
  unit,
} from "../engine/index.ts";
import { eveningSeed, lawsOf } from "./evening.ts";

export type Par = { readonly outcome: number; readonly facts: readonly Fact[] };

/** Plays an evening (counted from 0) with the pattern's bot; null where the level has no score or no bot that can play it. */
export function parOf(level: Level, seed: Seed, evening: number): Par | null {
  const { scoring, proof } = level;
  const pattern = proof?.bots.find(({ role }) => role === "pattern");
  if (scoring === null || pattern === undefined) return null;
  const made = botOf(pattern.policy, pattern.with);
  if (!made.ok) return null;
  const laws = lawsOf(level, evening);
  const log = playedBy(made.bot, laws, eveningSeed(seed, evening));
  return log && { outcome: outcome(laws, scoring, log), facts: facts(laws, log) };
}

/** A whole evening of a bot, with luck of its own; null where it gets nowhere. */
function playedBy(bot: Bot, laws: Laws, seed: Seed): ReturnType<typeof run> | null {
  const mine = root(seed);
  const draw = (a: number, b: number): number => unit(luck(mine, "bot", a, b));
  const game = run(laws, seed);
  // Every move takes a tick at least, unless it is refused, and a bot that is refused would be for ever.
  for (let moves = 0; moves <= laws.length; moves++) {
    if (game.world.open.ended !== null) return game;
    game.take(bot(game.world.open, draw));
  }
  return game.world.open.ended === null ? null : game;
}
