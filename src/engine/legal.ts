/** What may be done now: a function of what the player knows, so that it can give nothing away. */
import type { Refusal } from "./event.ts";
import { type Intent, longestWait, type Verb } from "./intent.ts";
import type { Laws } from "./level.ts";
import type { Key, Kind } from "./message.ts";
import { waiting } from "./record.ts";
import { type ForceName, forceNames, forces } from "./rules/index.ts";
import type { Open, Sent } from "./world.ts";

/** One thing that could be said now under a key of its own. */
export type Sendable = { readonly what: Kind; readonly about: string };

/** What a player may do now, as finite templates: a wait may be 1 to `longestWait` ticks long. */
export type Move =
  | { readonly kind: "wait"; readonly most: number }
  | Exclude<Intent, { readonly kind: "wait" }>;

export const sendable = (open: Open): readonly Sendable[] =>
  forceNames.flatMap((name) => sendableOf(name, open));

function sendableOf<Name extends ForceName>(name: Name, open: Open): readonly Sendable[] {
  const mine = open.forces[name];
  return mine === undefined ? [] : (forces[name].sendable?.(mine) ?? []);
}

/** Keys that still wait for an answer. */
function openKeys(open: Open): readonly Key[] {
  const closed = forceNames.flatMap((name) => closedOf(name, open));
  return open.sent.filter((s) => waiting(s) && !closed.includes(s.key)).map((s) => s.key);
}

function closedOf<Name extends ForceName>(name: Name, open: Open): readonly Key[] {
  const mine = open.forces[name];
  return mine === undefined ? [] : (forces[name].closed?.(mine) ?? []);
}

export const find = (open: Open, key: Key): Sent | undefined =>
  open.sent.find((sent) => sent.key === key);

export function legal(laws: Laws, open: Open): readonly Move[] {
  const keys = openKeys(open);
  const moves: readonly Move[] = [
    { kind: "wait", most: longestWait },
    { kind: "wait for news" },
    ...sendable(open).map((topic) => ({ kind: "send", ...topic }) as const),
    ...keys.map((key) => ({ kind: "repeat", key }) as const),
    ...keys.map((key) => ({ kind: "let go", key }) as const),
    { kind: "leave" },
  ];
  return moves.filter(({ kind }) => allowed(laws, open, kind) === null);
}

const allowed = (laws: Laws, open: Open, kind: Verb): Refusal | null => {
  if (open.ended !== null) return "over";
  return kind === "leave" || laws.verbs.includes(kind) ? null : "verb";
};

/** Why an intent is not legal now, or null. */
export function refusal(laws: Laws, open: Open, intent: Intent): Refusal | null {
  const why = allowed(laws, open, intent.kind);
  if (why !== null) return why;
  switch (intent.kind) {
    case "wait": {
      const { ticks } = intent;
      return Number.isInteger(ticks) && ticks >= 1 && ticks <= longestWait ? null : "ticks";
    }
    case "send": {
      const { what, about } = intent;
      return sendable(open).some((t) => t.what === what && t.about === about) ? null : "topic";
    }
    case "repeat":
    case "let go":
      return openKeys(open).includes(intent.key) ? null : "key";
    case "wait for news":
    case "leave":
      return null;
  }
}
