/** Ties the forces that a level uses to one mutable world, a list of hooks for each phase. */

import type { Answer, Held, Loudness, Shape, Turn } from "./force.ts";
import { isOf } from "./intent.ts";
import type { Laws } from "./level.ts";
import { luck } from "./luck.ts";
import type { Message, Tone } from "./message.ts";
import {
  type Event,
  type ForceIntent,
  type ForceName,
  forceNames,
  forces,
  type Secret,
  type Shapes,
} from "./rules/index.ts";
import type { World } from "./world.ts";

type Heard = Extract<Event, { readonly kind: "heard" }>;
type Pack = { readonly values?: readonly number[]; readonly weight?: number };
export type Parted = Pick<Message, "kind" | "about" | "key" | "attempt" | "brief">;

export type Hooks = {
  readonly dawn: (() => void)[];
  readonly available: (() => boolean)[];
  readonly pace: (() => number | null)[];
  readonly pack: ((message: Parted) => Pack | null)[];
  readonly read: ((message: Message, again: boolean) => Answer | "silence" | null)[];
  readonly tone: ((slot: number) => Tone)[];
  readonly account: (() => void)[];
  readonly settled: (() => boolean)[];
  readonly close: (() => void)[];
  readonly outside: (() => void)[];
  readonly loss: ((way: "out" | "in") => number | null)[];
  readonly late: ((way: "out" | "in") => number)[];
  readonly arrive: ((message: Message) => boolean | "taken")[];
  readonly hear: ((heard: Heard) => void)[];
  readonly expire: (() => void)[];
  readonly act: ((intent: ForceIntent) => void)[];
};

const none = (): Hooks => ({
  dawn: [],
  available: [],
  pace: [],
  pack: [],
  read: [],
  tone: [],
  account: [],
  settled: [],
  close: [],
  outside: [],
  loss: [],
  late: [],
  arrive: [],
  hear: [],
  expire: [],
  act: [],
});

/** What the kernel does for any force. */
export type Doors = Pick<
  Turn<Shape>,
  "dawn" | "spend" | "rest" | "say" | "answer" | "send" | "end"
> & {
  readonly emit: (event: Event, loud?: Loudness) => void;
  readonly hide: (secret: Secret) => void;
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
  const own = (n: number): number => luck(sealed.ownRoot, "own laws", id, n);
  Object.assign(sealed.forces, { [name]: deal(law, draw, own) });
}

export function bind(laws: Laws, world: World, doors: Doors): Hooks {
  const hooks = none();
  for (const name of forceNames) bindForce(name, laws, world, doors, hooks);
  return hooks;
}

/** Keys of luck that each force has for itself. */
const perForce = 65_536;

/** A class, because an object literal with getters is given a hidden class of its own each time: slow, and kept. */
class Hand<S extends Shape> implements Turn<S> {
  readonly law: Turn<S>["law"];
  readonly length: number;
  readonly open: Turn<S>["open"];
  readonly sealed: Turn<S>["sealed"];
  readonly emit: Turn<S>["emit"];
  readonly hide: Turn<S>["hide"];
  readonly dawn: Turn<S>["dawn"];
  readonly luck: Turn<S>["luck"];
  readonly ownLuck: Turn<S>["ownLuck"];
  readonly spend: Turn<S>["spend"];
  readonly rest: Turn<S>["rest"];
  readonly say: Turn<S>["say"];
  readonly answer: Turn<S>["answer"];
  readonly send: Turn<S>["send"];
  readonly end: Turn<S>["end"];
  readonly #world: World;

  constructor(
    law: Turn<S>["law"],
    open: Turn<S>["open"],
    sealed: Turn<S>["sealed"],
    { world, length, id }: { world: World; length: number; id: number },
    doors: Omit<Doors, "emit" | "hide"> & Pick<Turn<S>, "emit" | "hide">,
  ) {
    const { root, ownRoot } = world.sealed;
    this.law = law;
    this.length = length;
    this.open = open;
    this.sealed = sealed;
    this.emit = doors.emit;
    this.hide = doors.hide;
    this.dawn = doors.dawn;
    this.spend = doors.spend;
    this.rest = doors.rest;
    this.say = doors.say;
    this.answer = doors.answer;
    this.send = doors.send;
    this.end = doors.end;
    this.luck = (purpose, a = 0, b = 0) => luck(root, purpose, a, b + id * perForce);
    this.ownLuck = (purpose, a = 0, b = 0) => luck(ownRoot, purpose, a, b + id * perForce);
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
  get burden(): number {
    return this.#world.sealed.inbox.reduce((sum, { weight }) => sum + weight, 0);
  }
  get energy(): number {
    return this.#world.open.energy ?? Number.POSITIVE_INFINITY;
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
  const of = { world, length: laws.length, id: force.id };
  const turn = new Hand<Shapes[Name]>(law, open, sealed, of, doors);
  const { dawn, available, pace, pack, read, tone, account, settled } = force;
  if (dawn) hooks.dawn.push(() => dawn(turn));
  if (available) hooks.available.push(() => available(turn));
  if (pace) hooks.pace.push(() => pace(turn));
  if (pack) hooks.pack.push((message) => pack(turn, message));
  if (read) hooks.read.push((message, again) => read(turn, message, again));
  if (tone) hooks.tone.push((slot) => tone(turn, slot));
  if (account) hooks.account.push(() => account(turn));
  if (settled) hooks.settled.push(() => settled(turn));
  const { close, outside, loss, late, arrive, hear, expire, act } = force;
  if (close) hooks.close.push(() => close(turn));
  if (outside) hooks.outside.push(() => outside(turn));
  if (loss) hooks.loss.push((way) => loss(turn, way));
  if (late) hooks.late.push((way) => late(turn, way));
  if (arrive) hooks.arrive.push((message) => arrive(turn, message));
  if (hear) hooks.hear.push((heard) => hear(turn, heard));
  if (expire) hooks.expire.push(() => expire(turn));
  if (act)
    hooks.act.push((intent) => {
      if (isOf(name, intent)) act(turn, intent);
    });
}

/** A hidden track at one moment: its name, how full it is, 0 to 1, and what they hold. */
export type TrackNow = {
  readonly name: string;
  readonly at: number;
  readonly holds?: readonly Held[];
};

/** The hidden tracks of the forces that have one. */
export const tracksOf = (laws: Laws, world: World): readonly TrackNow[] =>
  forceNames.flatMap((name) => trackOf(name, laws, world) ?? []);

function trackOf<Name extends ForceName>(
  name: Name,
  laws: Laws,
  { sealed }: World,
): TrackNow | null {
  const law = laws.forces[name];
  const mine = sealed.forces[name];
  const { track } = forces[name];
  if (law === undefined || mine === undefined || track === undefined) return null;
  const at = Math.max(0, Math.min(1, track.at(law, mine)));
  const holds = track.holds?.(law, mine);
  return { name: track.name, at, ...(holds === undefined ? {} : { holds }) };
}
