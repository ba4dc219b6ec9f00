/** What values from a file must look like before the program believes their types. */
import {
  type Event,
  type EventField,
  endings,
  forceNames,
  forces,
  type KernelEvent,
  kinds,
  refusals,
  saids,
  tones,
} from "../engine/index.ts";

type Check = (value: unknown) => boolean;
type Table = { readonly [name: string]: Check };

/** The latest tick, and the highest count, that a journal may name. */
const most = 100_000;
const deepest = 24;

export const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
export const isText = (value: unknown): value is string => typeof value === "string";
export const isCount = (value: unknown): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= most;
export const isNumber = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value);

const matches =
  (pattern: RegExp): Check =>
  (value) =>
    isText(value) && pattern.test(value);
const among =
  (list: readonly string[]): Check =>
  (value) =>
    isText(value) && list.includes(value);

const tick = isCount;
const key = matches(/^a[1-9]\d{0,5}$/);
const about = matches(/^[a-z][a-z0-9-]{0,63}$/);
const aboutOrNone: Check = (value) => value === "" || about(value);

const flag: Check = (value) => typeof value === "boolean";
const numbers: Check = (value) =>
  Array.isArray(value) && value.length <= 64 && value.every((one) => isNumber(one));
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

/** Every kernel event's fields: a field or a kind that is missing here does not compile. */
const kernel: {
  readonly [K in KernelEvent["kind"]]: {
    readonly [F in Exclude<keyof Extract<KernelEvent, { readonly kind: K }>, "kind">]: Check;
  };
} = {
  tick: { tick },
  dawn: { tick, day: isCount },
  sent: {
    tick,
    key,
    what: among(kinds),
    about,
    attempt: isCount,
    ack: flag,
    brief: flag,
    limit: orNull(isCount),
  },
  heard: {
    tick,
    n: isCount,
    key: orNull(key),
    what: among(saids),
    about: aboutOrNone,
    tone: among(tones),
    values: numbers,
    variant: isCount,
  },
  overdue: { tick, key, usual: isCount },
  refused: { tick, why: among(Object.keys(refusals)) },
  ended: { tick, why: among(endings) },
  energy: { tick, now: isNumber },
};

function checkOf(field: EventField): Check {
  switch (field) {
    case "tick":
    case "count":
      return isCount;
    case "number":
      return isNumber;
    case "numbers":
      return numbers;
    case "key":
      return key;
    case "word":
      return about;
    case "word?":
      return aboutOrNone;
    case "flag":
      return flag;
    default:
      return among(field);
  }
}

/** Those of the forces, from what each says of its own. */
const ofForces = forceNames.flatMap((name) =>
  Object.entries<{ readonly fields: { readonly [field: string]: EventField } }>(
    forces[name].events,
  ).map(([kind, { fields }]) => {
    const checks = Object.entries(fields).map(([field, of]) => [field, checkOf(of)] as const);
    return [kind, { tick, ...Object.fromEntries(checks) }] as const;
  }),
);
const tables: { readonly [kind: string]: Table } = { ...kernel, ...Object.fromEntries(ofForces) };

/** Whether a value is a public event, down to its last field. */
export function isEvent(value: unknown): value is Event {
  if (!isRecord(value) || !isText(value["kind"]) || !Object.hasOwn(tables, value["kind"]))
    return false;
  const fields = Object.entries(tables[value["kind"]] ?? {});
  return (
    Object.keys(value).length === fields.length + 1 &&
    fields.every(([name, check]) => Object.hasOwn(value, name) && check(value[name]))
  );
}

const names = new Set(["__proto__", "constructor", "prototype"]);
/** What could move a cursor, ring a bell or turn the reading direction; line breaks are told apart. */
const control = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u;
const isClean = (text: string, breaks: boolean): boolean =>
  !control.test(breaks ? text.replaceAll("\n", "") : text);

/** What makes a parsed value unfit to be touched at all, or null. `breaks`: its texts may have several lines. */
export function taint(value: unknown, breaks = false, depth = 0): string | null {
  if (depth > deepest) return "it is nested too deeply";
  if (isText(value)) return isClean(value, breaks) ? null : "it holds control characters";
  if (typeof value !== "object" || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (names.has(name) || !isClean(name, false)) return "it holds a forbidden name";
    const found = taint(inner, breaks, depth + 1);
    if (found !== null) return found;
  }
  return null;
}
