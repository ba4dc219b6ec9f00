/** What a player may do in a turn: the kernel's verbs, with those of every force; their text form, and back. */
import { isKey, type Key, type Kind, kinds, type Tick } from "./message.ts";
import {
  type ForceIntent,
  type ForceName,
  forceNames,
  forces,
  type Shapes,
} from "./rules/index.ts";

export type KernelIntent =
  /** Let up to this many ticks pass; what arrives, opens or runs out ends the wait early. */
  | { readonly kind: "wait"; readonly ticks: Tick }
  /** Wait until there is something to look up for: eight ticks at most, so that silence is seen too; or fewer. */
  | { readonly kind: "wait for news"; readonly ticks?: Tick }
  | {
      readonly kind: "send";
      readonly what: Kind;
      readonly about: string;
      /** How many ticks you will wait for an answer. */
      readonly limit?: Tick;
      /** Asks for an answer, or not, where that is a choice. */
      readonly ack?: boolean;
      /** In a few words, for less. */
      readonly brief?: boolean;
    }
  /** Send the same message again, under the same key. */
  | { readonly kind: "repeat"; readonly key: Key }
  | { readonly kind: "leave" };
export type Intent = KernelIntent | ForceIntent;

export type Verb = Intent["kind"];
const kernelVerbs = ["wait", "wait for news", "send", "repeat", "leave"] as const;
export const verbs: readonly Verb[] = [
  ...kernelVerbs,
  ...forceNames.flatMap((name): readonly Verb[] => forces[name].verbs),
];

const kernelKinds: ReadonlySet<string> = new Set(kernelVerbs);

export const isKernelIntent = (intent: Intent): intent is KernelIntent =>
  kernelKinds.has(intent.kind);

const owners: ReadonlyMap<string, ForceName> = new Map(
  forceNames.flatMap((name) => forces[name].verbs.map((verb) => [verb, name] as const)),
);

/** Whether an intent is of a force's own verbs. */
export const isOf = <Name extends ForceName>(
  name: Name,
  intent: { readonly kind: string },
): intent is Shapes[Name]["intent"] => owners.get(intent.kind) === name;

/** The longest wait, in ticks, that one intent may ask for. */
export const longestWait = 64;
/** How many ticks of plain silence "wait for news" walks past. */
export const patience = 8;

export function formatIntent(intent: Intent): string {
  if (!isKernelIntent(intent)) return forceNames.map((name) => formatOf(name, intent)).join("");
  switch (intent.kind) {
    case "wait":
      return `wait ${intent.ticks}`;
    case "send":
      return `send ${intent.what} ${intent.about}${optionsOf(intent)}`;
    case "repeat":
      return `repeat ${intent.key}`;
    case "wait for news":
      return intent.ticks === undefined ? intent.kind : `${intent.kind} ${intent.ticks}`;
    case "leave":
      return intent.kind;
  }
}

type Send = Extract<KernelIntent, { readonly kind: "send" }>;

function optionsOf({ limit, ack, brief }: Send): string {
  const bound = limit === undefined ? "" : ` --limit ${limit}`;
  const asks = ack === undefined ? "" : ack ? " --ack" : " --no-ack";
  return `${bound}${asks}${brief ? " --brief" : ""}`;
}

/** A send with its options, in any order; null where one is unknown or said twice. */
function parseSend(words: readonly string[]): Send | null {
  const [what = "", about = "", ...rest] = words;
  if (!isKind(what) || !/^[a-z][a-z0-9-]*$/.test(about)) return null;
  let send: Send = { kind: "send", what, about };
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i];
    if (word === "--limit" && send.limit === undefined && /^\d{1,3}$/.test(rest[i + 1] ?? "")) {
      i += 1;
      send = { ...send, limit: Number(rest[i]) };
    } else if (word === "--ack" && send.ack === undefined) send = { ...send, ack: true };
    else if (word === "--no-ack" && send.ack === undefined) send = { ...send, ack: false };
    else if (word === "--brief" && send.brief === undefined) send = { ...send, brief: true };
    else return null;
  }
  return send;
}

const formatOf = <Name extends ForceName>(name: Name, intent: ForceIntent): string =>
  isOf(name, intent) ? (forces[name].format?.(intent) ?? intent.kind) : "";

const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text);

/** The intent that a line of text names, or null. Spacing and case do not matter. */
export function parseIntent(text: string): Intent | null {
  const line = text.trim().toLowerCase().replace(/\s+/g, " ");
  if (line === "leave" || line === "wait for news") return { kind: line };
  if (line === "wait") return { kind: "wait for news" };
  const [verb = "", ...rest] = line.split(" ");
  const [first = ""] = rest;
  const words = line.split(" ").length;
  const most = /^wait for news (\d{1,3})$/.exec(line)?.[1];
  if (most !== undefined) return { kind: "wait for news", ticks: Number(most) };
  if (verb === "wait" && words === 2 && /^\d{1,3}$/.test(first))
    return { kind: "wait", ticks: Number(first) };
  if (verb === "send") return parseSend(rest);
  if (verb === "repeat" && words === 2 && isKey(first)) return { kind: "repeat", key: first };
  for (const name of forceNames) {
    const intent = forces[name].parse?.(line) ?? null;
    if (intent !== null) return intent;
  }
  return null;
}
