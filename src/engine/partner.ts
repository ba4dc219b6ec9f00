/** The other node: an inbox, a pace, and a reply to whatever it reads. Why it is silent, it does not say. */
import type { Hooks } from "./bind.ts";
import { put } from "./channel.ts";
import type { Laws } from "./level.ts";
import type { Message, Tick } from "./message.ts";
import { milli } from "./number.ts";
import type { Secret } from "./rules/index.ts";
import type { World } from "./world.ts";

type Hide = (secret: Secret) => void;

/** Phase 6: a message arrives. A full inbox drops it; a crowded moment hides it. */
export function receive(
  laws: Laws,
  world: World,
  hooks: Hooks,
  message: Message,
  hide: Hide,
): void {
  const { tick } = world.open;
  const { key, put } = message;
  const full = world.sealed.inbox.length >= laws.partner.inbox;
  // A full inbox drops the message, not what its arrival does to a person.
  let noticed = !full;
  // Every force hears of it, whatever another one says.
  for (const arrive of hooks.arrive) noticed = arrive(message) && noticed;
  // A copy: the log outlives the draft that a message may be part of.
  hide({ kind: noticed ? "reached" : "dropped", tick, key, put: { ...put } });
  if (noticed) world.sealed.inbox.push(message);
}

const isAway = (laws: Laws, tick: Tick): boolean =>
  laws.partner.away.some(({ from, to }) => from <= tick && tick <= to);

/** Phase 2: reads what the pace allows, once a key, and answers each message read. */
export function work(laws: Laws, world: World, hooks: Hooks, hide: Hide): void {
  const { sealed } = world;
  sealed.slots = 0;
  let able = !isAway(laws, world.open.tick);
  for (const available of hooks.available) able = available() && able;
  if (!able || sealed.inbox.length === 0) {
    sealed.budget = 0;
    return;
  }
  sealed.budget = milli(sealed.budget + laws.partner.pace);
  while (sealed.budget >= 1) {
    const message = sealed.inbox.shift();
    if (message === undefined) break;
    sealed.budget = milli(sealed.budget - 1);
    answer(laws, world, hooks, message, hide);
  }
  // Time that was not needed is gone: nobody saves it up for a later tick.
  if (sealed.inbox.length === 0) sealed.budget = 0;
}

function answer(laws: Laws, world: World, hooks: Hooks, message: Message, hide: Hide): void {
  const { sealed } = world;
  const { tick } = world.open;
  const { key, attempt } = message;
  const again = sealed.seen.includes(key);
  if (!again) sealed.seen.push(key);
  hide({ kind: "read", tick, key, again });
  const slot = sealed.slots++;
  const tone = again ? "again" : (hooks.tone[0]?.(slot) ?? "plain");
  const wire = { law: laws.in, root: sealed.root, way: "in", flights: sealed.in } as const;
  put(wire, { key, tone, put: { tick, slot } }, attempt, hide);
}
