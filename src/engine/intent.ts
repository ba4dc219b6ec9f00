/** What a player may do in a turn: the union, its text form, and back. */
import { type Key, type Kind, kinds, type Tick } from "./message.ts";

export type Intent =
  /** Let up to this many ticks pass; anything but silence ends the wait early. */
  | { readonly kind: "wait"; readonly ticks: Tick }
  /** Wait until there is something to look up for: eight ticks at most, so that silence is seen too. */
  | { readonly kind: "wait for news" }
  | { readonly kind: "send"; readonly what: Kind; readonly about: string }
  /** Send the same message again, under the same key. */
  | { readonly kind: "repeat"; readonly key: Key }
  | { readonly kind: "let go"; readonly key: Key }
  | { readonly kind: "leave" };

export type Verb = Intent["kind"];
export const verbs = [
  "wait",
  "wait for news",
  "send",
  "repeat",
  "let go",
  "leave",
] as const satisfies readonly Verb[];

/** The longest wait, in ticks, that one intent may ask for. */
export const longestWait = 64;
/** How many ticks of plain silence "wait for news" walks past. */
export const patience = 8;

export function formatIntent(intent: Intent): string {
  switch (intent.kind) {
    case "wait":
      return `wait ${intent.ticks}`;
    case "send":
      return `send ${intent.what} ${intent.about}`;
    case "repeat":
    case "let go":
      return `${intent.kind} ${intent.key}`;
    case "wait for news":
    case "leave":
      return intent.kind;
  }
}

const isKey = (text: string): text is Key => /^a[1-9]\d{0,5}$/.test(text);
const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text);

/** The intent that a line of text names, or null. Spacing and case do not matter. */
export function parseIntent(text: string): Intent | null {
  const line = text.trim().toLowerCase().replace(/\s+/g, " ");
  if (line === "leave" || line === "wait for news") return { kind: line };
  if (line === "wait") return { kind: "wait for news" };
  const [verb = "", ...rest] = line.replace(/^let go/, "let-go").split(" ");
  const [first = "", second = ""] = rest;
  if (verb === "wait" && rest.length === 1 && /^\d{1,3}$/.test(first))
    return { kind: "wait", ticks: Number(first) };
  if (verb === "send" && rest.length === 2 && isKind(first) && /^[a-z][a-z0-9-]*$/.test(second))
    return { kind: "send", what: first, about: second };
  if (rest.length !== 1 || !isKey(first)) return null;
  if (verb === "repeat") return { kind: "repeat", key: first };
  if (verb === "let-go") return { kind: "let go", key: first };
  return null;
}
