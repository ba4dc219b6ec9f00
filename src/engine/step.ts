/** The order of a turn, one recipe: `deal` and `step` run it purely, `run` in place for speed. */
import { produce } from "immer";
import { dealForces, type TrackNow, tracksOf } from "./bind.ts";
import { arriving } from "./channel.ts";
import { costOf } from "./energy.ts";
import type { Ending } from "./event.ts";
import type { Log, Loudness } from "./force.ts";
import { change, type Game, gameOn, spend, transmit } from "./game.ts";
import { type Intent, isKernelIntent, patience } from "./intent.ts";
import { find, isWaiting, refusal, topicOf } from "./legal.ts";
import type { Laws } from "./level.ts";
import { luck, pick, root, type Seed } from "./luck.ts";
import { receive, work } from "./partner.ts";
import { blank } from "./record.ts";
import type { Event, Secret } from "./rules/index.ts";
import { still } from "./still.ts";
import type { World } from "./world.ts";

export type Happened = Log<Event, Secret>;
/** `news`: how much news there was, 2 being what ends any wait. */
export type Stepped = Happened & { readonly world: World; readonly news: Loudness };

/** How many wordings a voice tells apart. Cosmetic: no rule reads the number. */
const wordings = 6;

/** Phases 2 to 7 of a tick; phase 1 is what the player did. */
function pass(game: Game): void {
  const { laws, world, hooks } = game;
  work(game);
  for (const account of hooks.account) account();
  if (laws.energy !== undefined && laws.energy.gain !== 0) change(game, laws.energy.gain);
  world.sealed.slots.out = 0;
  world.sealed.slots.in = 0;
  game.record({ kind: "tick", tick: world.open.tick + 1 });
  look(game);
  // Ended at once, so that nobody has to press a key for nothing, or leaves what is already won.
  if (game.ending !== null || isOver(game)) finish(game, game.ending ?? "played out");
}

function finish({ world, hooks, emit }: Game, why: Ending): void {
  for (const close of hooks.close) close();
  emit({ kind: "ended", tick: world.open.tick, why });
}

const isOver = ({ laws, world, hooks }: Game): boolean =>
  world.open.tick >= laws.length ||
  (hooks.settled.length > 0 && hooks.settled.every((settled) => settled()));

/** Phases 5 to 7: what happens of itself, what arrives, what runs out. */
function look(game: Game): void {
  const { world, hooks } = game;
  const { tick } = world.open;
  for (const outside of hooks.outside) outside();
  for (const message of arriving(world.sealed.out, tick)) receive(game, message);
  for (const { key, what, about, tone, values } of arriving(world.sealed.in, tick)) {
    const n = world.open.heard.count + 1;
    const variant = pick(luck(world.sealed.root, "words", n), wordings);
    // A copy: the log outlives the draft that a reply may be part of.
    const said = [...values];
    const heard = {
      kind: "heard",
      tick,
      n,
      key,
      what,
      about,
      tone,
      values: said,
      variant,
    } as const;
    // A beat is expected: it is no news.
    game.emit(heard, what === "beat" ? 0 : 2);
    for (const hear of hooks.hear) hear(heard);
  }
  for (const expire of hooks.expire) expire();
  warn(game);
  game.looked();
}

/** A message whose usual round trip has passed in silence is news, once. */
function warn({ world, emit, closed }: Game): void {
  const { tick, usual, sent } = world.open;
  for (const one of sent) {
    const { key, ack, last, attempts, overdue, answered } = one;
    if (!ack || answered !== null || overdue === attempts || tick - last <= usual) continue;
    if (closed.has(key)) continue;
    if (isWaiting(world.open, one)) emit({ kind: "overdue", tick, key, usual });
    else closed.add(key);
  }
}

function wait(game: Game, ticks: number, until: Loudness): void {
  for (let n = 0; n < ticks && game.loudest < until && game.world.open.ended === null; n++)
    pass(game);
}

/** Phase 1, and as many ticks as the intent takes. */
function act(game: Game, intent: Intent): void {
  const { open } = game.world;
  const { tick } = open;
  const why = refusal(game.laws, open, intent);
  if (why !== null) {
    game.emit({ kind: "refused", tick, why });
    return;
  }
  spend(game, costOf(game.laws, open, intent));
  if (!isKernelIntent(intent)) {
    for (const hook of game.hooks.act) hook(intent);
    pass(game);
    return;
  }
  switch (intent.kind) {
    case "wait":
      wait(game, intent.ticks, 2);
      break;
    case "wait for news":
      wait(game, intent.ticks ?? patience, 1);
      break;
    case "send": {
      const { what, about, limit = null, brief = false } = intent;
      const ack = intent.ack ?? topicOf(game.laws, open, intent)?.ack ?? true;
      transmit(game, { what, about, ack, brief }, limit);
      pass(game);
      break;
    }
    case "repeat": {
      const sent = find(open, intent.key);
      if (sent) transmit(game, sent, null);
      pass(game);
      break;
    }
    case "leave":
      finish(game, "left");
      break;
  }
}

function take(game: Game, intent: Intent): void {
  game.loudest = 0;
  act(game, intent);
  // Quiet ticks are not worth an event each; the last one is, so that the events alone tell the time.
  const { tick } = game.world.open;
  if (game.events.at(-1)?.tick !== tick) game.events.push({ kind: "tick", tick });
}

function begin(game: Game): void {
  for (const { from, to } of game.laws.partner.away)
    game.hide({ kind: "unreachable", tick: from, until: to + 1, why: "away" });
  game.dawn();
  look(game);
}

function fresh(laws: Laws, seed: Seed, own: Seed): World {
  const world: World = {
    open: blank(laws),
    sealed: {
      root: root(seed),
      ownRoot: root(own),
      out: [],
      in: [],
      slots: { out: 0, in: 0 },
      inbox: [],
      budget: 0,
      seen: [],
      forces: {},
    },
  };
  dealForces(laws, world);
  return world;
}

function purely(laws: Laws, world: World, recipe: (game: Game) => void): Stepped {
  let log: Omit<Stepped, "world"> = { events: [], secrets: [], news: 0 };
  const next = produce(world, (draft) => {
    const game = gameOn(laws, draft);
    recipe(game);
    log = { events: game.events, secrets: game.secrets, news: game.loudest };
  });
  return { world: next, ...log };
}

/**
 * An evening at tick 0: same laws and seed, same world. `own` keys the luck of what the player sees at once;
 * a game never sets it, a test of what may be seen does.
 */
export const deal = (laws: Laws, seed: Seed, own: Seed = seed): Stepped =>
  purely(laws, fresh(laws, seed, own), begin);

/** The world after one intent, and what happened meanwhile. The old world stays whole. */
export const step = (laws: Laws, world: World, intent: Intent): Stepped =>
  purely(laws, world, (game) => take(game, intent));

/** A game on a world of its own, which changes in place; so do the logs. */
export type Run = Omit<Stepped, "news"> & { readonly take: (intent: Intent) => void };

/** The same recipe at full speed, for bots. */
export function run(laws: Laws, seed: Seed): Run {
  const game = gameOn(laws, fresh(laws, seed, seed));
  begin(game);
  const { world, events, secrets } = game;
  return { world, events, secrets, take: (intent) => take(game, intent) };
}

/** A tick of a game that is over: what was known then, how much had happened, what was felt. */
export type Moment = {
  readonly open: World["open"];
  /** How many events and secrets there were by the end of this tick. */
  readonly events: number;
  readonly secrets: number;
  /** The hidden tracks of the level's forces. */
  readonly tracks: readonly TrackNow[];
};
export type Trace = Happened & { readonly moments: readonly Moment[] };

/** Plays intents again and keeps every tick, for replays and the debrief. */
export function trace(laws: Laws, seed: Seed, intents: readonly Intent[]): Trace {
  const game = gameOn(laws, fresh(laws, seed, seed));
  const { world, events, secrets } = game;
  const moments: Moment[] = [];
  game.looked = () => {
    const { tick } = world.open;
    const last = moments.at(-1);
    // Nothing said, nothing new: what is known changes by events and by the clock alone.
    const quiet = last?.events === events.length && world.open.ended === null;
    const open = quiet ? { ...last.open, tick } : still(world.open, last?.open);
    const tracks = tracksOf(laws, world);
    moments.push({ open, events: events.length, secrets: secrets.length, tracks });
  };
  begin(game);
  for (const intent of intents) take(game, intent);
  game.looked();
  return { events, secrets, moments };
}
