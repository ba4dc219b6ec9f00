/** What may be done now: a function of what the player knows, so that it can give nothing away. */
import { costOf } from "./energy.ts";
import type { Refusal } from "./event.ts";
import type { Sendable } from "./force.ts";
import { type Intent, isKernelIntent, isOf, longestWait, patience, type Verb } from "./intent.ts";
import type { Laws } from "./level.ts";
import type { Key } from "./message.ts";
import { type ForceIntent, type ForceName, forceNames, forces, forcesWith } from "./rules/index.ts";
import type { Open, Sent } from "./world.ts";

/** What a player may do now, as finite templates: a wait may be 1 to `longestWait` ticks long. */
export type Move =
  | { readonly kind: "wait"; readonly most: number }
  | (Pick<Sendable, "what" | "about" | "options"> & {
      readonly kind: "send";
      /** There: it can be said in a few words alone; in full it is too much. */
      readonly brief?: true;
    })
  | Exclude<Intent, { readonly kind: "wait" | "send" }>;

const sending = forcesWith("sendable");
const closing = forcesWith("closed");
const repeating = forcesWith("repeatable");
const forbidding = forcesWith("forbid");

export function sendable(open: Open): readonly Sendable[] {
  const all: Sendable[] = [];
  for (const name of sending) all.push(...sendableOf(name, open));
  return all;
}

const none: readonly never[] = [];

const sendableIn = ({ kinds }: Laws, open: Open): readonly Sendable[] =>
  sendable(open).filter(({ what }) => kinds.includes(what));

/** What a send is about, if it may be sent now. */
export function topicOf({ kinds }: Laws, open: Open, { what, about }: Send): Sendable | null {
  if (!kinds.includes(what)) return null;
  for (const name of sending)
    for (const topic of sendableOf(name, open))
      if (topic.what === what && topic.about === about) return topic;
  return null;
}

function sendableOf<Name extends ForceName>(name: Name, open: Open): readonly Sendable[] {
  const mine = open.forces[name];
  return mine === undefined ? none : (forces[name].sendable?.(mine) ?? none);
}

/** Keys that still wait for an answer. */
export function waitingKeys(open: Open): readonly Key[] {
  const keys: Key[] = [];
  for (const { ack, answered, key } of open.sent) if (ack && answered === null) keys.push(key);
  if (keys.length === 0) return keys;
  const closed: Key[] = [];
  for (const name of closing) closed.push(...closedOf(name, open));
  return closed.length === 0 ? keys : keys.filter((key) => !closed.includes(key));
}

function closedOf<Name extends ForceName>(name: Name, open: Open): readonly Key[] {
  const mine = open.forces[name];
  return mine === undefined ? none : (forces[name].closed?.(mine) ?? none);
}

/** Whether a key still waits for an answer. */
export function isWaiting(open: Open, { key, ack, answered }: Sent): boolean {
  if (!ack || answered !== null) return false;
  return !closing.some((name) => closedOf(name, open).includes(key));
}

/** Keys that may be said again: those that wait, and those that some force lets you repeat all the same. */
function repeatableKeys(open: Open): readonly Key[] {
  const keys = [...waitingKeys(open)];
  for (const name of repeating) keys.push(...repeatableOf(name, open));
  return keys;
}

function repeatableOf<Name extends ForceName>(name: Name, open: Open): readonly Key[] {
  const mine = open.forces[name];
  return mine === undefined ? none : (forces[name].repeatable?.(mine) ?? none);
}

export const find = (open: Open, key: Key): Sent | undefined =>
  open.sent.find((sent) => sent.key === key);

export function legal(laws: Laws, open: Open): readonly Move[] {
  const keys = waitingKeys(open);
  const moves: readonly Move[] = [
    { kind: "wait", most: longestWait },
    { kind: "wait for news" },
    ...sendableIn(laws, open).map(sendMove),
    ...repeatableKeys(open).map((key) => ({ kind: "repeat", key }) as const),
    ...forceNames.flatMap((name) => movesOf(name, open, keys)),
    { kind: "leave" },
  ];
  const can = (intent: Intent): boolean => hindered(laws, open, intent) === null;
  return moves.flatMap((move): readonly Move[] => {
    if (allowed(laws, open, move.kind) !== null) return none;
    if (can(move.kind === "wait" ? { kind: "wait", ticks: 1 } : move)) return [move];
    if (move.kind !== "send" || !move.options?.includes("brief")) return none;
    const few = { ...move, brief: true } as const;
    return can(few) ? [few] : none;
  });
}

const sendMove = ({ what, about, options }: Sendable): Move =>
  options === undefined || options.length === 0
    ? { kind: "send", what, about }
    : { kind: "send", what, about, options };

/** What stands in the way of an intent that would otherwise be legal: a force, or too little energy. */
function hindered(laws: Laws, open: Open, intent: Intent): Refusal | null {
  for (const name of forbidding) {
    const why = forbiddenBy(name, open, intent);
    if (why !== null) return why;
  }
  return open.energy !== null && costOf(laws, open, intent) > open.energy ? "energy" : null;
}

function forbiddenBy<Name extends ForceName>(
  name: Name,
  open: Open,
  intent: Intent,
): Refusal | null {
  const mine = open.forces[name];
  return mine === undefined ? null : (forces[name].forbid?.(mine, intent) ?? null);
}

function movesOf<Name extends ForceName>(
  name: Name,
  open: Open,
  keys: readonly Key[],
): readonly ForceIntent[] {
  const mine = open.forces[name];
  return mine === undefined ? [] : (forces[name].moves?.(mine, keys) ?? []);
}

const allowed = (laws: Laws, open: Open, kind: Verb): Refusal | null => {
  if (open.ended !== null) return "over";
  return kind === "leave" || laws.verbs.includes(kind) ? null : "verb";
};

/** Why an intent is not legal now, or null. */
export function refusal(laws: Laws, open: Open, intent: Intent): Refusal | null {
  const why = allowed(laws, open, intent.kind);
  if (why !== null) return why;
  return ownRefusal(laws, open, intent) ?? hindered(laws, open, intent);
}

function ownRefusal(laws: Laws, open: Open, intent: Intent): Refusal | null {
  if (!isKernelIntent(intent)) return forceRefusal(open, intent);
  switch (intent.kind) {
    case "wait": {
      const { ticks } = intent;
      return Number.isInteger(ticks) && ticks >= 1 && ticks <= longestWait ? null : "ticks";
    }
    case "send":
      return sendRefusal(topicOf(laws, open, intent), intent);
    case "repeat":
      return repeatableKeys(open).includes(intent.key) ? null : "key";
    case "wait for news": {
      const { ticks = 1 } = intent;
      return Number.isInteger(ticks) && ticks >= 1 && ticks <= patience ? null : "ticks";
    }
    case "leave":
      return null;
  }
}

type Send = Extract<Intent, { readonly kind: "send" }>;

function sendRefusal(topic: Sendable | null, { limit, ack, brief }: Send): Refusal | null {
  if (topic === null) return "topic";
  const { options = [] } = topic;
  const strange =
    (limit !== undefined && !options.includes("limit")) ||
    (ack !== undefined && !options.includes("ack")) ||
    (brief !== undefined && !options.includes("brief"));
  if (strange) return "option";
  const whole = limit === undefined || (Number.isInteger(limit) && limit >= 1 && limit <= 999);
  return whole ? null : "option";
}

function forceRefusal(open: Open, intent: ForceIntent): Refusal | null {
  const owner = forceNames.find((name) => isOf(name, intent));
  return owner === undefined ? null : refusalOf(owner, open, waitingKeys(open), intent);
}

function refusalOf<Name extends ForceName>(
  name: Name,
  open: Open,
  keys: readonly Key[],
  intent: ForceIntent,
): Refusal | null {
  if (!isOf(name, intent)) return null;
  const mine = open.forces[name];
  // A verb of a force that the level does not use.
  return mine === undefined ? "verb" : (forces[name].refuse?.(mine, keys, intent) ?? null);
}
