/** Where a bot plays: whole games without a screen, as fast as the rules run. */
import type { Bot, Draw } from "../bots/index.ts";
import {
  type Ending,
  type Event,
  formatIntent,
  type Intent,
  type Laws,
  type Level,
  luck,
  outcome,
  refusals,
  root,
  run,
  type Seed,
  type Stars,
  starsFor,
  unit,
} from "../engine/index.ts";
import { eveningSeed, meanOutcome } from "../session/index.ts";

/** A bot, and what it is called where something goes wrong. */
export type Player = { readonly name: string; readonly bot: Bot };

export type Played = {
  /** The mean over the evenings; 0 where the level has no score. */
  readonly outcome: number;
  readonly stars: Stars;
  readonly intents: number;
  readonly ticks: number;
  /** How the last evening ended. */
  readonly ended: Ending;
};

type Evening = {
  readonly outcome: number;
  readonly intents: number;
  readonly ticks: number;
  readonly ended: Ending;
};

/** Is shown each evening's public events. */
type Witness = (events: readonly Event[]) => void;

/** A bot's luck comes of the seed, but the bot never learns the seed. */
export function drawOf(seed: Seed): Draw {
  const mine = root(seed);
  return (a, b) => unit(luck(mine, "bot", a, b));
}

/** Plays every evening of a level. Throws where the bot is refused a move, or would never end. */
export function play(level: Level, player: Player, seed: Seed, witness?: Witness): Played {
  const evenings = level.evenings.map((laws, i) =>
    playEvening(level, laws, player, eveningSeed(seed, i), witness),
  );
  const sum = (of: (evening: Evening) => number): number =>
    evenings.reduce((all, evening) => all + of(evening), 0);
  const mean = meanOutcome(evenings.map((evening) => evening.outcome)) ?? 0;
  return {
    outcome: mean,
    stars: level.scoring === null ? 0 : starsFor(level.scoring, mean),
    intents: sum(({ intents }) => intents),
    ticks: sum(({ ticks }) => ticks),
    ended: evenings.at(-1)?.ended ?? "left",
  };
}

function playEvening(
  level: Level,
  laws: Laws,
  { name, bot }: Player,
  seed: Seed,
  witness?: Witness,
): Evening {
  const game = run(laws, seed);
  const { open } = game.world;
  const draw = drawOf(seed);
  const broken = (what: string): Error =>
    new Error(`${level.id}, seed ${seed}: the bot "${name}" ${what}`);
  let intents = 0;
  while (open.ended === null) {
    const intent = allowed(laws, bot(open, draw));
    game.take(intent);
    intents++;
    const last = game.events.at(-1);
    if (last?.kind === "refused")
      throw broken(`may not "${formatIntent(intent)}". ${refusals[last.why]}`);
    // A move takes a tick, so there are never more moves than ticks.
    if (intents > laws.length + 1) throw broken(`made ${intents} moves, and the evening goes on.`);
  }
  witness?.(game.events);
  const { scoring } = level;
  const value = scoring === null ? 0 : outcome(laws, scoring, game);
  return { outcome: value, intents, ticks: open.tick, ended: open.ended };
}

const news: Intent = { kind: "wait for news" };

/** Where a level has only the one kind of wait, any wait is that kind. */
const allowed = ({ verbs }: Laws, intent: Intent): Intent =>
  intent.kind === "wait" && !verbs.includes("wait") ? news : intent;
