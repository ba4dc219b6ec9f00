/** One line of a journal, read back into what it says. */
import { type Event, type Intent, isSeed, parseIntent } from "../engine/index.ts";
import type { Aside } from "./aside.ts";
import type { Header, Origin } from "./line.ts";
import { parseOrders } from "./order.ts";
import type { Result } from "./result.ts";
import { isCount, isEvent, isNumber, isRecord, isText, taint } from "./shape.ts";

type Line = { readonly [name: string]: unknown };

export type Entry =
  | {
      readonly kind: "evening";
      readonly n: number;
      readonly events: readonly Event[];
      readonly hash: string;
    }
  | {
      readonly kind: "turn";
      readonly intent: Intent | null;
      readonly events: readonly Event[];
      readonly hash: string;
    }
  | { readonly kind: "aside"; readonly aside: Aside }
  | { readonly kind: "end"; readonly result: Result; readonly sum: string };

const isHash = (value: unknown): value is string => isText(value) && /^[0-9a-f]{12}$/.test(value);
/** Whether a name could be that of a journal among the saved games. */
export const isFile = (name: string): boolean =>
  /^\d{8}-\d{6}-[a-z0-9][a-z0-9.-]{0,63}-[0-9a-f]{4}\.ndjson$/.test(name);

const isSum = (value: unknown): value is string =>
  isText(value) && /^[0-9a-f]{12,128}$/.test(value);

/** A line as a plain object, or what is wrong with it. */
export function parseLine(line: string, breaks = false): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "it is not JSON";
  }
  const why = taint(value, breaks);
  if (why !== null) return why;
  return isRecord(value) ? value : "it is not an object";
}

/** The first line's contents, once its format is known; or what is wrong with it. */
export function readHeader(line: Line): Header | string {
  const { app, rules, level, laws, seed, options, created, own = null } = line;
  if (!isText(app)) return "it does not say what wrote it";
  if (!isCount(rules)) return "it has no number of rules";
  if (!isText(level) || !/^[a-z0-9][a-z0-9.-]{0,63}$/.test(level)) return "it names no level";
  if (!isHash(laws)) return "it does not say which laws";
  if (!isText(seed) || !isSeed(seed)) return "it has no seed";
  if (!isRecord(options)) return "it has no options";
  const { rehearsal } = options;
  if (typeof rehearsal !== "boolean") return "it has no options";
  if (!isText(created) || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/.test(created))
    return "it does not say when";
  if (own !== null && !isRecord(own)) return "its own level is no level";
  const origin = readOrigin(options["origin"]);
  if (origin === undefined) return "it does not say where it was begun";
  return { app, rules, level, laws, seed, rehearsal, origin, created, own };
}

/** Where a game was taken over; null where it was not, undefined where that cannot be read. */
export function readOrigin(value: unknown): Origin | null | undefined {
  if (value === undefined) return null;
  if (!isRecord(value)) return undefined;
  const { file, evening, tick, other } = value;
  if (file !== null && !(isText(file) && isFile(file))) return undefined;
  if (!isCount(evening) || !isCount(tick) || typeof other !== "boolean") return undefined;
  return { file, evening, tick, other };
}

/** A later line's contents, or what is wrong with it. `strict`: made under today's rules. */
export function readEntry(line: string, strict: boolean): Entry | string {
  const value = parseLine(line);
  if (isText(value)) return value;
  if ("aside" in value) return readAside(value["aside"]);
  if ("end" in value) return readEnd(value);
  const events = readEvents(value["e"], strict);
  if (events === null) return "one of its events is not what it should be";
  const { h: hash, evening, i: text } = value;
  if (!isHash(hash)) return "its hash is missing";
  if (isCount(evening)) return { kind: "evening", n: evening, events, hash };
  const intent = isText(text) ? parseIntent(text) : null;
  if (!isText(text) || (strict && intent === null)) return "it names no move";
  return { kind: "turn", intent, events, hash };
}

/** Other rules may know other events: what is not understood is left out. */
function readEvents(value: unknown, strict: boolean): readonly Event[] | null {
  if (!Array.isArray(value)) return null;
  const list: readonly unknown[] = value;
  const events = list.filter(isEvent);
  return strict && events.length < list.length ? null : events;
}

function readAside(value: unknown): Entry | string {
  if (isRecord(value)) {
    const { kind, choice, step, ticks, text } = value;
    if (kind === "bet" && isCount(choice)) return { kind: "aside", aside: { kind, choice } };
    if (kind === "calm") return { kind: "aside", aside: { kind } };
    if (kind === "standing limit" && (ticks === null || isCount(ticks)))
      return { kind: "aside", aside: { kind, ticks } };
    if (kind === "order" && (text === null || (isText(text) && parseOrders(text) !== null)))
      return { kind: "aside", aside: { kind, text } };
    if (kind === "hint" && isCount(step)) return { kind: "aside", aside: { kind, step } };
  }
  return "it is no aside that is known";
}

const isOutcome = (value: unknown): value is number | null => value === null || isNumber(value);

function readEnd({ end, sum }: Line): Entry | string {
  if (!isRecord(end) || !isSum(sum)) return "its result is not one";
  const { outcome, stars, evenings } = end;
  const list: readonly unknown[] = Array.isArray(evenings) ? evenings : [undefined];
  const known = stars === null || stars === 0 || stars === 1 || stars === 2 || stars === 3;
  if (!isOutcome(outcome) || !known || !list.every(isOutcome)) return "its result is not one";
  return { kind: "end", result: { outcome, stars, evenings: list }, sum };
}
