/** The other node: an inbox, a pace, and a reply to whatever it reads. Why it is silent, it does not say. */
import type { Hooks } from "./bind.ts";
import { garbles, put } from "./channel.ts";
import type { Answer, Note } from "./force.ts";
import type { Laws } from "./level.ts";
import { lineNow } from "./line.ts";
import type { Message, Reply, Tick, Tone } from "./message.ts";
import { milli } from "./number.ts";
import type { Secret } from "./rules/index.ts";
import type { World } from "./world.ts";

/** What the partner's side of a turn works on. */
export type Side = {
  readonly laws: Laws;
  readonly world: World;
  readonly hooks: Hooks;
  readonly hide: (secret: Secret) => void;
};

/** Phase 6: a message arrives. A full inbox drops it; a crowded moment hides it; some are dealt with on the spot. */
export function receive({ laws, world, hooks, hide }: Side, message: Message): void {
  const { tick } = world.open;
  const { key, put } = message;
  const full = world.sealed.inbox.length >= laws.partner.inbox;
  // A full inbox drops the message, not what its arrival does to a person.
  let noticed = !full;
  let taken = false;
  // Every force hears of it, whatever another one says.
  for (const arrive of hooks.arrive) {
    const said = arrive(message);
    if (said === "taken") taken = true;
    else noticed = said && noticed;
  }
  // A copy: the log outlives the draft that a message may be part of.
  hide({
    kind: noticed || taken ? "reached" : "dropped",
    tick,
    key,
    put: { tick: put.tick, slot: put.slot },
  });
  if (noticed && !taken) world.sealed.inbox.push(message);
}

const isAway = (laws: Laws, tick: Tick): boolean =>
  laws.partner.away.some(({ from, to }) => from <= tick && tick <= to);

function paceNow({ laws, hooks }: Side): number {
  for (const pace of hooks.pace) {
    const now = pace();
    if (now !== null) return now;
  }
  return laws.partner.pace;
}

/** Phase 2: reads what the pace allows, once a key, and answers each message read. */
export function work(side: Side): void {
  const { laws, world, hooks } = side;
  const { sealed } = world;
  let able = !isAway(laws, world.open.tick);
  for (const available of hooks.available) able = available() && able;
  if (!able || sealed.inbox.length === 0) {
    sealed.budget = 0;
    return;
  }
  sealed.budget = milli(sealed.budget + paceNow(side));
  for (let next = sealed.inbox[0]; next; next = sealed.inbox[0]) {
    if (next.weight > sealed.budget) return;
    sealed.inbox.shift();
    sealed.budget = milli(sealed.budget - next.weight);
    read(side, next);
  }
  // Time that was not needed is gone: nobody saves it up for a later tick.
  sealed.budget = 0;
}

/** Whether a key was read before and is still remembered; from now on it is. */
function known({ laws, world }: Side, { key }: Message): boolean {
  const { seen } = world.sealed;
  const { tick } = world.open;
  const { memory = 0 } = laws.partner;
  const at = seen.findIndex((one) => one.key === key);
  const before = seen[at];
  if (before !== undefined && (memory === 0 || tick - before.tick <= memory)) return true;
  if (before !== undefined) seen.splice(at, 1);
  seen.push({ key, tick });
  return false;
}

function read(side: Side, message: Message): void {
  const { world, hooks, hide } = side;
  const again = known(side, message);
  hide({ kind: "read", tick: world.open.tick, key: message.key, again });
  for (const own of hooks.read) {
    const said = own(message, again);
    if (said === "silence") return;
    if (said !== null) {
      answer(side, message, said);
      return;
    }
  }
  if (message.ack) answer(side, message, again ? { tone: "again" } : {});
}

/** Answers a message: its key is what makes the answer an ACK. */
export function answer(side: Side, message: Message, said: Answer): void {
  const { hooks, world } = side;
  const { key, about, attempt } = message;
  const { what = "answer", values = [], after = 0 } = said;
  const tone: Tone = said.tone ?? hooks.tone.at(-1)?.(world.sealed.slots.in) ?? "plain";
  post(side, { key, what, about, tone, values }, attempt, after);
}

/** Writes first. */
export function say(side: Side, { what, about = "", tone, values = [] }: Note): void {
  post(side, { key: null, what, about, tone, values }, 1, 0);
}

function post(
  { laws, world, hooks, hide }: Side,
  { key, what, about, tone, values }: Omit<Reply, "put" | "garbled">,
  attempt: number,
  after: Tick,
): void {
  const { sealed, open } = world;
  const { root, in: flights } = sealed;
  const at = { tick: open.tick, slot: sealed.slots.in++ };
  const law = lineNow(laws.in, hooks, "in");
  const garbled = garbles(law, root, "in", at);
  const cargo = { key, what, about, tone, values, garbled, put: at };
  put({ law, root, way: "in", flights }, cargo, { what, attempt, after }, hide);
}
