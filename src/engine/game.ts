/** One game under way: the recipe's hands on a world that it may change, and the doors it opens to the forces. */
import { bind } from "./bind.ts";
import { garbles, put } from "./channel.ts";
import { type Ending, kernelNews } from "./event.ts";
import type { Loudness, Parcel } from "./force.ts";
import { find } from "./legal.ts";
import type { Laws } from "./level.ts";
import { lineNow } from "./line.ts";
import type { Key, Message } from "./message.ts";
import { milli } from "./number.ts";
import { answer, type Side, say } from "./partner.ts";
import { recorder } from "./record.ts";
import { type Event, forceNames, forces, type Secret } from "./rules/index.ts";
import type { World } from "./world.ts";

/** 2 ends any wait, 1 only a wait for news. */
const loudness: { readonly [kind: string]: Loudness } = Object.assign(
  { ...kernelNews },
  ...forceNames.map((name) =>
    Object.fromEntries(
      Object.entries(forces[name].events).map(([kind, { loud }]) => [kind, loud] as const),
    ),
  ),
);

/** One game under way: the recipe's hands on a world that it may change. */
export type Game = Side & {
  readonly events: Event[];
  readonly secrets: Secret[];
  readonly record: (event: Event) => void;
  readonly emit: (event: Event, loud?: Loudness) => void;
  readonly dawn: () => void;
  /** Keys found to be closed: nothing opens them again, so they need not be looked up anew each tick. */
  readonly closed: Set<Key>;
  loudest: Loudness;
  /** Why the evening ends with this tick; null while it goes on. */
  ending: Ending | null;
  /** Called whenever the player would look up: at the end of each tick. */
  looked: () => void;
};

export function gameOn(laws: Laws, world: World): Game {
  const write = recorder(laws);
  const record = (event: Event): void => write(world.open, event);
  const emit = (event: Event, loud: Loudness = loudness[event.kind] ?? 0): void => {
    record(event);
    game.events.push(event);
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
  const doors = {
    emit,
    hide,
    dawn,
    spend: (amount: number) => spend(game, amount),
    rest: (amount: number) => change(game, amount),
    say: (note: Parameters<typeof say>[1]) => say(game, note),
    answer: (...said: Tail<Parameters<typeof answer>>) => answer(game, ...said),
    send: (parcel: Parcel) => transmit(game, parcel, null),
    end: (why: Ending) => {
      game.ending = why;
    },
  };
  const hooks = bind(laws, world, doors);
  const game: Game = {
    laws,
    world,
    events: [],
    secrets: [],
    hooks,
    record,
    emit,
    hide,
    dawn,
    closed: new Set(),
    loudest: 0,
    ending: null,
    looked: () => {},
  };
  return game;
}

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest]
  ? Rest
  : never;

/** Changes your energy, never below nothing or above the cap. */
export function change({ laws, world, emit }: Game, by: number): void {
  const { energy, tick } = world.open;
  if (laws.energy === undefined || energy === null) return;
  const now = Math.max(0, Math.min(laws.energy.cap, milli(energy + by)));
  if (now !== energy) emit({ kind: "energy", tick, now });
}

export function spend(game: Game, amount: number): boolean {
  const { energy } = game.world.open;
  if (energy === null) return true;
  if (energy < amount) return false;
  change(game, -amount);
  return true;
}

/** Puts something of yours on the wire, under a key of its own or one that is known, with its limit if it has one. */
export function transmit(game: Game, parcel: Parcel, limit: number | null): void {
  const { what, about, ack = false, brief = false } = parcel;
  const { laws, world, hooks } = game;
  const { open, sealed } = world;
  const { tick } = open;
  const key = parcel.key ?? (`a${open.sent.length + 1}` as const);
  const attempt = (find(open, key)?.attempts ?? 0) + 1;
  const parted = { kind: what, about, key, attempt, brief };
  let packed = null;
  for (const pack of hooks.pack) packed ??= pack(parted);
  const { values = [], weight = 1 } = packed ?? {};
  game.emit({ kind: "sent", tick, key, what, about, attempt, ack, brief, limit });
  const at = { tick, slot: sealed.slots.out++ };
  const law = lineNow(laws.out, hooks, "out");
  const garbled = garbles(law, sealed.root, "out", at);
  const kind = what;
  const message: Message = {
    key,
    kind,
    about,
    attempt,
    ack,
    brief,
    weight,
    values,
    garbled,
    put: at,
  };
  const wire = { law, root: sealed.root, way: "out", flights: sealed.out } as const;
  put(wire, message, { what, attempt, after: 0 }, game.hide);
}
