/** What may be done now: a function of what the player knows, so that it can give nothing away. */
import type { Refusal } from "./event.ts";
import { type Intent, isKernelIntent, isOf, longestWait, type Verb } from "./intent.ts";
import type { Laws } from "./level.ts";
import type { Key, Kind } from "./message.ts";
import { type ForceIntent, type ForceName, forceNames, forces } from "./rules/index.ts";
import type { Open, Sent } from "./world.ts";

/** One thing that could be said now under a key of its own. */
export type Sendable = { readonly what: Kind; readonly about: string };

/** What a player may do now, as finite templates: a wait may be 1 to `longestWait` ticks long. */
export type Move =
  | { readonly kind: "wait"; readonly most: number }
  | Exclude<Intent, { readonly kind: "wait" }>;

export const sendable = (open: Open): readonly Sendable[] =>
  forceNames.flatMap((name) => sendableOf(name, open));

const sendableIn = ({ kinds }: Laws, open: Open): readonly Sendable[] =>
  sendable(open).filter(({ what }) => kinds.includes(what));

function sendableOf<Name extends ForceName>(name: Name, open: Open): readonly Sendable[] {
  const mine = open.forces[name];
  return mine === undefined ? [] : (forces[name].sendable?.(mine) ?? []);
}

/** Keys that still wait for an answer. */
export function waitingKeys(open: Open): readonly Key[] {
  const closed = forceNames.flatMap((name) => closedOf(name, open));
  return open.sent.filter((s) => s.answered === null && !closed.includes(s.key)).map((s) => s.key);
}

function closedOf<Name extends ForceName>(name: Name, open: Open): readonly Key[] {
  const mine = open.forces[name];
  return mine === undefined ? [] : (forces[name].closed?.(mine) ?? []);
}

export const find = (open: Open, key: Key): Sent | undefined =>
  open.sent.find((sent) => sent.key === key);

export function legal(laws: Laws, open: Open): readonly Move[] {
  const keys = waitingKeys(open);
  const moves: readonly Move[] = [
    { kind: "wait", most: longestWait },
    { kind: "wait for news" },
    ...sendableIn(laws, open).map((topic) => ({ kind: "send", ...topic }) as const),
    ...keys.map((key) => ({ kind: "repeat", key }) as const),
    ...forceNames.flatMap((name) => movesOf(name, open, keys)),
    { kind: "leave" },
  ];
  return moves.filter(({ kind }) => allowed(laws, open, kind) === null);
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
  if (!isKernelIntent(intent)) return forceRefusal(open, intent);
  switch (intent.kind) {
    case "wait": {
      const { ticks } = intent;
      return Number.isInteger(ticks) && ticks >= 1 && ticks <= longestWait ? null : "ticks";
    }
    case "send": {
      const { what, about } = intent;
      const topics = sendableIn(laws, open);
      return topics.some((t) => t.what === what && t.about === about) ? null : "topic";
    }
    case "repeat":
      return waitingKeys(open).includes(intent.key) ? null : "key";
    case "wait for news":
    case "leave":
      return null;
  }
}

function forceRefusal(open: Open, intent: ForceIntent): Refusal | null {
  const keys = waitingKeys(open);
  for (const name of forceNames) {
    const why = refusalOf(name, open, keys, intent);
    if (why !== null) return why;
  }
  return null;
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
