/** The order of a turn, one recipe: `deal` and `step` run it purely, `run` in place for speed. */
import { produce } from "immer";
import { bind, dealForces, type Hooks, trackOf } from "./bind.ts";
import { arriving, put } from "./channel.ts";
import type { Log } from "./force.ts";
import { type Intent, isKernelIntent, patience } from "./intent.ts";
import { find, refusal, waitingKeys } from "./legal.ts";
import type { Laws } from "./level.ts";
import { luck, pick, root, type Seed } from "./luck.ts";
import type { Key, Kind, Message } from "./message.ts";
import { receive, work } from "./partner.ts";
import { blank, record } from "./record.ts";
import { type Event, forceNames, forces, type Secret } from "./rules/index.ts";
import type { World } from "./world.ts";

export type Happened = Log<Event, Secret>;
export type Stepped = Happened & { readonly world: World };

/** How many wordings a voice tells apart. Cosmetic: no rule reads the number. */
const wordings = 6;

/** 2 ends any wait, 1 only a wait for news. */
type Loudness = 0 | 1 | 2;
const loudness: { readonly [kind: string]: Loudness } = Object.assign(
  { heard: 2, dawn: 2, ended: 2, overdue: 1 },
  ...forceNames.map((name) => forces[name].news),
);

/** One game under way: the recipe's hands on a world that it may change. */
type Game = {
  readonly laws: Laws;
  readonly world: World;
  readonly events: Event[];
  readonly secrets: Secret[];
  readonly hooks: Hooks;
  readonly emit: (event: Event) => void;
  readonly hide: (secret: Secret) => void;
  readonly dawn: () => void;
  loudest: Loudness;
  /** Called whenever the player would look up: at the end of each tick. */
  looked: () => void;
};

function gameOn(laws: Laws, world: World): Game {
  const emit = (event: Event): void => {
    record(world.open, event);
    game.events.push(event);
    const loud = loudness[event.kind] ?? 0;
    if (loud > game.loudest) game.loudest = loud;
  };
  const hide = (secret: Secret): void => {
    game.secrets.push(secret);
  };
  const dawn = (): void => {
    const { tick, day } = world.open;
    emit({ kind: "dawn", tick, day: day + 1 });
    for (const hook of game.hooks.dawn) hook();
  };
  const hooks = bind(laws, world, { emit, hide, dawn });
  const game: Game = {
    laws,
    world,
    events: [],
    secrets: [],
    hooks,
    emit,
    hide,
    dawn,
    loudest: 0,
    looked: () => {},
  };
  return game;
}

/** Phases 2 to 7 of a tick; phase 1 is what the player did. */
function pass(game: Game): void {
  const { laws, world, hooks } = game;
  work(laws, world, hooks, game.hide);
  for (const account of hooks.account) account();
  record(world.open, { kind: "tick", tick: world.open.tick + 1 });
  look(game);
  // Ended at once, so that nobody has to press a key for nothing, or leaves what is already won.
  if (isOver(game)) game.emit({ kind: "ended", tick: world.open.tick, why: "played out" });
}

const isOver = ({ laws, world, hooks }: Game): boolean =>
  world.open.tick >= laws.length ||
  (hooks.settled.length > 0 && hooks.settled.every((settled) => settled()));

/** Phases 5 to 7: what happens of itself, what arrives, what runs out. */
function look(game: Game): void {
  const { laws, world, hooks } = game;
  const { tick } = world.open;
  for (const outside of hooks.outside) outside();
  for (const message of arriving(world.sealed.out, tick))
    receive(laws, world, hooks, message, game.hide);
  for (const { key, tone } of arriving(world.sealed.in, tick)) {
    const n = world.open.heard.count + 1;
    const variant = pick(luck(world.sealed.root, "words", n), wordings);
    game.emit({ kind: "heard", tick, n, key, tone, variant });
  }
  for (const expire of hooks.expire) expire();
  warn(game);
  game.looked();
}

/** A message whose usual round trip has passed in silence is news, once. */
function warn({ world, emit }: Game): void {
  const { tick, usual, sent } = world.open;
  for (const { key, last, attempts, overdue, answered } of sent) {
    if (answered !== null || overdue === attempts || tick - last <= usual) continue;
    if (waitingKeys(world.open).includes(key)) emit({ kind: "overdue", tick, key, usual });
  }
}

function wait(game: Game, ticks: number, until: Loudness): void {
  for (let n = 0; n < ticks && game.loudest < until && game.world.open.ended === null; n++)
    pass(game);
}

function send(game: Game, key: Key, what: Kind, about: string, attempt: number): void {
  const { open, sealed } = game.world;
  const { tick } = open;
  game.emit({ kind: "sent", tick, key, what, about, attempt });
  const message: Message = { key, kind: what, about, attempt, put: { tick, slot: 0 } };
  const wire = { law: game.laws.out, root: sealed.root, way: "out", flights: sealed.out } as const;
  put(wire, message, attempt, game.hide);
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
      wait(game, patience, 1);
      break;
    case "send":
      send(game, `a${open.sent.length + 1}`, intent.what, intent.about, 1);
      break;
    case "repeat": {
      const sent = find(open, intent.key);
      if (sent) send(game, sent.key, sent.what, sent.about, sent.attempts + 1);
      break;
    }
    case "leave":
      game.emit({ kind: "ended", tick, why: "left" });
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

function fresh(laws: Laws, seed: Seed): World {
  const world: World = {
    open: blank(laws),
    sealed: {
      root: root(seed),
      out: [],
      in: [],
      slots: 0,
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
  let log: Happened = { events: [], secrets: [] };
  const next = produce(world, (draft) => {
    const game = gameOn(laws, draft);
    recipe(game);
    log = { events: game.events, secrets: game.secrets };
  });
  return { world: next, events: log.events, secrets: log.secrets };
}

/** An evening at tick 0: same laws and seed, same world. */
export const deal = (laws: Laws, seed: Seed): Stepped => purely(laws, fresh(laws, seed), begin);

/** The world after one intent, and what happened meanwhile. The old world stays whole. */
export const step = (laws: Laws, world: World, intent: Intent): Stepped =>
  purely(laws, world, (game) => take(game, intent));

/** A game on a world of its own, which changes in place; so do the logs. */
export type Run = Stepped & { readonly take: (intent: Intent) => void };

/** The same recipe at full speed, for bots. */
export function run(laws: Laws, seed: Seed): Run {
  const game = gameOn(laws, fresh(laws, seed));
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
  /** The partner's hidden track, 1 being as much as they can bear; null where the level has none. */
  readonly track: number | null;
};
export type Trace = Happened & { readonly moments: readonly Moment[] };

/** Plays intents again and keeps every tick, for replays and the debrief. */
export function trace(laws: Laws, seed: Seed, intents: readonly Intent[]): Trace {
  const game = gameOn(laws, fresh(laws, seed));
  const { world, events, secrets } = game;
  const moments: Moment[] = [];
  game.looked = () => {
    const copy = structuredClone(world.open);
    const track = trackOf(world.sealed.forces);
    moments.push({ open: copy, events: events.length, secrets: secrets.length, track });
  };
  begin(game);
  for (const intent of intents) take(game, intent);
  game.looked();
  return { events, secrets, moments };
}
