/** Ties the forces that a level uses to one mutable world, a list of hooks for each phase. */
import type { Shape, Turn } from "./force.ts";
import { isOf } from "./intent.ts";
import type { Laws } from "./level.ts";
import { luck } from "./luck.ts";
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
  for (const name of forceNames) dealForce(name, laws, world);
}

function dealForce<Name extends ForceName>(name: Name, laws: Laws, { sealed }: World): void {
  const law = laws.forces[name];
  if (law === undefined) return;
  const { id, deal } = forces[name];
  const draw = (n: number): number => luck(sealed.root, "laws", id, n);
  Object.assign(sealed.forces, { [name]: deal(law, draw) });
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

/** Keys of luck that each force has for itself. */
const perForce = 65_536;

/** A class, because an object literal with getters is given a hidden class of its own each time: slow, and kept. */
class Hand<S extends Shape> implements Turn<S> {
  readonly law: Turn<S>["law"];
  readonly open: Turn<S>["open"];
  readonly sealed: Turn<S>["sealed"];
  readonly emit: Turn<S>["emit"];
  readonly hide: Turn<S>["hide"];
  readonly dawn: Turn<S>["dawn"];
  readonly luck: Turn<S>["luck"];
  readonly #world: World;

  constructor(
    law: Turn<S>["law"],
    open: Turn<S>["open"],
    sealed: Turn<S>["sealed"],
    world: World,
    { emit, hide, dawn }: Pick<Turn<S>, "emit" | "hide" | "dawn">,
    id: number,
  ) {
    const { root } = world.sealed;
    this.law = law;
    this.open = open;
    this.sealed = sealed;
    this.emit = emit;
    this.hide = hide;
    this.dawn = dawn;
    this.luck = (purpose, a = 0, b = 0) => luck(root, purpose, a, b + id * perForce);
    this.#world = world;
  }

  get tick(): number {
    return this.#world.open.tick;
  }
  get day(): number {
    return this.#world.open.day;
  }
  get unread(): number {
    return this.#world.sealed.inbox.length;
  }
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
  const turn = new Hand<Shapes[Name]>(law, open, sealed, world, doors, force.id);
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
