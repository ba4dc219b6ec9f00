/** Ties the forces that a level uses to one mutable world, a list of hooks for each phase. */
import type { Turn } from "./force.ts";
import { isOf } from "./intent.ts";
import type { Laws } from "./level.ts";
import { luck, type Purpose } from "./luck.ts";
import type { Message, Tone } from "./message.ts";
import {
  type Event,
  type ForceIntent,
  type ForceName,
  type ForcesSealed,
  forceNames,
  forces,
  type Secret,
  type Shapes,
} from "./rules/index.ts";
import type { World } from "./world.ts";

export type Hooks = {
  readonly dawn: (() => void)[];
  readonly available: (() => boolean)[];
  readonly tone: ((slot: number) => Tone)[];
  readonly account: (() => void)[];
  readonly settled: (() => boolean)[];
  readonly outside: (() => void)[];
  readonly arrive: ((message: Message) => boolean)[];
  readonly expire: (() => void)[];
  readonly act: ((intent: ForceIntent) => void)[];
};

export type Doors = {
  readonly emit: (event: Event) => void;
  readonly hide: (secret: Secret) => void;
  readonly dawn: () => void;
};

/** Draws each force's laws for this seed into the sealed half. */
export function dealForces(laws: Laws, world: World): void {
  forceNames.forEach((name, i) => {
    dealForce(name, laws, world, (n) => luck(world.sealed.root, "laws", i, n));
  });
}

function dealForce<Name extends ForceName>(
  name: Name,
  laws: Laws,
  { sealed }: World,
  draw: (n: number) => number,
): void {
  const law = laws.forces[name];
  if (law !== undefined) Object.assign(sealed.forces, { [name]: forces[name].deal(law, draw) });
}

export function bind(laws: Laws, world: World, doors: Doors): Hooks {
  const hooks: Hooks = {
    dawn: [],
    available: [],
    tone: [],
    account: [],
    settled: [],
    outside: [],
    arrive: [],
    expire: [],
    act: [],
  };
  for (const name of forceNames) bindForce(name, laws, world, doors, hooks);
  return hooks;
}

function bindForce<Name extends ForceName>(
  name: Name,
  laws: Laws,
  world: World,
  doors: Doors,
  hooks: Hooks,
): void {
  const law = laws.forces[name];
  const open = world.open.forces[name];
  const sealed = world.sealed.forces[name];
  if (law === undefined || open === undefined || sealed === undefined) return;
  const force = forces[name];
  const root = world.sealed.root;
  const turn: Turn<Shapes[Name]> = {
    law,
    open,
    sealed,
    get tick() {
      return world.open.tick;
    },
    get day() {
      return world.open.day;
    },
    get unread() {
      return world.sealed.inbox.length;
    },
    emit: doors.emit,
    hide: doors.hide,
    luck: (purpose: Purpose, a?: number, b?: number) => luck(root, purpose, a, b),
    dawn: doors.dawn,
  };
  const { dawn, available, tone, account, settled, outside, arrive, expire } = force;
  if (dawn) hooks.dawn.push(() => dawn(turn));
  if (available) hooks.available.push(() => available(turn));
  if (tone) hooks.tone.push((slot) => tone(turn, slot));
  if (account) hooks.account.push(() => account(turn));
  if (settled) hooks.settled.push(() => settled(turn));
  if (outside) hooks.outside.push(() => outside(turn));
  if (arrive) hooks.arrive.push((message) => arrive(turn, message));
  if (expire) hooks.expire.push(() => expire(turn));
  const { act } = force;
  if (act)
    hooks.act.push((intent) => {
      if (isOf(name, intent)) act(turn, intent);
    });
}

/** The hidden track of the first force that has one. */
export function trackOf(sealed: ForcesSealed): number | null {
  for (const name of forceNames) {
    const track = trackOfForce(name, sealed);
    if (track !== null) return track;
  }
  return null;
}

function trackOfForce<Name extends ForceName>(name: Name, sealed: ForcesSealed): number | null {
  const mine = sealed[name];
  return mine === undefined ? null : (forces[name].track?.(mine) ?? null);
}
