/** From events to sentences: the narrator's line, and the chat. */

import { type Event, type Key, type Observation, refusals, type Tick } from "../session/index.ts";
import { type Cast, lineOf, plural } from "./cast.ts";
import { attemptLabel } from "./diagram/claims.ts";
import { clauseOf, partsIn } from "./forces/index.ts";
import { timelyAt } from "./timely.ts";

export type { Cast } from "./cast.ts";

export type Said = {
  readonly tick: Tick;
  readonly who: "you" | "them" | "strong";
  /** Whose words; empty for a scene, which nobody says. */
  readonly name: string;
  readonly text: string;
  /** For your own words: whether you may claim that they got through. */
  readonly note: string;
};

type Heard = Extract<Event, { readonly kind: "heard" }>;

/**
 * What a message from the partner says: the answer, then a sign of how they are. To what was answered
 * before (`first` is false) "again" stands alone; but the first answer to arrive always says it.
 */
export function replyText(cast: Cast, about: string, event: Heard, first: boolean): string {
  const mood = lineOf(cast, event.tone, event.variant);
  // A no stands alone, whatever the level: it cannot be taken for a yes.
  if (event.tone === "no") return mood;
  for (const { reply } of partsIn(cast.level)) {
    const own = reply?.(event, cast, mood, about) ?? null;
    if (own !== null) return own;
  }
  if (event.key === null) return mood;
  const answer = cast.level.story.topics[about]?.answer ?? "Yes.";
  return event.tone === "again" && !first ? mood : `${answer} ${mood}`;
}

/** What you say with a message. */
export function sentText(cast: Cast, event: Extract<Event, { readonly kind: "sent" }>): string {
  for (const { words } of partsIn(cast.level)) {
    const own = words?.(event, cast) ?? null;
    if (own !== null) return own;
  }
  return cast.level.story.topics[event.about]?.say ?? event.about;
}

/** What an event shows, in full; null where it shows nothing. */
function sceneOf(event: Event, cast: Cast, parts: ReturnType<typeof partsIn>): string | null {
  for (const { scene } of parts) {
    const text = scene?.(event, cast) ?? null;
    if (text !== null) return text;
  }
  return null;
}

/** Everything said so far, as you know it, and the scenes between. A beat says nothing. */
export function chat(cast: Cast, events: readonly Event[]): readonly Said[] {
  const about = new Map<Key, string>();
  const answered = new Set<Key>();
  for (const event of events)
    if (event.kind === "heard" && event.key !== null) answered.add(event.key);
  const told = new Set<Key>();
  // Once, and not for each of the thousands of events of a long evening.
  const parts = partsIn(cast.level);
  return events.flatMap((event): readonly Said[] => {
    if (event.kind === "sent") {
      about.set(event.key, event.about);
      const said = sentText(cast, event);
      const text = event.attempt === 1 ? said : `(${event.key} again) ${said}`;
      const note = answered.has(event.key) || !event.ack ? "" : "unconfirmed";
      return [{ tick: event.tick, who: "you", name: "you", text, note }];
    }
    if (event.kind !== "heard") {
      const text = sceneOf(event, cast, parts);
      return text === null ? [] : [{ tick: event.tick, who: "strong", name: "", text, note: "" }];
    }
    if (event.what === "beat") return [];
    const { key } = event;
    const topic = key === null ? event.about : (about.get(key) ?? event.about);
    const text = replyText(cast, topic, event, key === null || !told.has(key));
    if (key !== null) told.add(key);
    const name = key === null ? cast.voice.name : `${cast.voice.name}, to ${key}`;
    return [{ tick: event.tick, who: "them", name, text, note: "" }];
  });
}

const ordinals = "first second third fourth fifth sixth seventh eighth ninth".split(" ");

/** "ninth", "10th", "22nd". */
export function ordinal(n: number): string {
  const ending = { one: "st", two: "nd", few: "rd", other: "th", zero: "th", many: "th" };
  return ordinals[n - 1] ?? `${n}${ending[rules.select(n)]}`;
}

const rules = new Intl.PluralRules("en", { type: "ordinal" });

const endingTexts = {
  "played out": "The evening is over.",
  left: "You leave it here.",
  slower: "You have both agreed on less, and meant it.",
  parted: "It ends here, said plainly, and kindly.",
} as const;

const overIn = ({ level }: Cast, why: keyof typeof endingTexts): string | undefined =>
  why === "played out" ? partsIn(level).find(({ over }) => over !== undefined)?.over : undefined;

/** One event as a clause of the narrator's line at tick `now`; null for what goes without saying. */
function clause(cast: Cast, event: Event, alone: boolean, now: Tick): string | null {
  switch (event.kind) {
    case "sent": {
      // Calling off says itself that it was said.
      if (event.what === "cancel") return null;
      const again = event.attempt > 1 ? ` again, the ${ordinal(event.attempt)} time` : "";
      const went = event.tick < now - 1 ? "went out" : "is on its way";
      return alone ? `${event.key} ${went}${again}.` : null;
    }
    case "heard":
      if (event.what === "beat") return null;
      return event.key === null ? `b${event.n} arrives.` : `b${event.n} answers ${event.key}.`;
    case "dawn":
      return event.day > 1 ? "A new day." : null;
    case "refused":
      return refusals[event.why];
    case "ended":
      return overIn(cast, event.why) ?? endingTexts[event.why];
    case "tick":
    case "energy":
    case "overdue":
      return null;
    default:
      return clauseOf(event, cast, alone);
  }
}

/** All that grew late in one move, in one sentence; null where nothing did, or where all is over. */
function lateness(events: readonly Event[], { sent }: Observation, alone: boolean): string | null {
  const late = events.filter((event) => event.kind === "overdue");
  const usual = late.at(-1)?.usual;
  if (usual === undefined || events.some(({ kind }) => kind === "ended")) return null;
  const names = late.map(({ key }) =>
    attemptLabel(key, sent.find((one) => one.key === key)?.attempts ?? 1),
  );
  const keys = `${names.join(" and ")} ${names.length > 1 ? "are" : "is"}`;
  return alone
    ? `Nothing. ${keys} now older than a usual round trip (${usual}).`
    : `${keys} now older than usual.`;
}

/** Columns of the narrator's line in the smallest window. */
const narrow = 77;

/** As many clauses as the line holds: the latest are what one has to know. */
function fitting(parts: readonly string[], columns: number): string {
  const text = parts.join(" ");
  return text.length <= columns || parts.length === 1 ? text : fitting(parts.slice(1), columns);
}

/** What each tick says anew, so that the latest will do. */
const counts: ReadonlySet<string> = new Set(["missed", "lived"]);

const isLast = (events: readonly Event[], kind: string, at: number): boolean =>
  events.findLastIndex((event) => event.kind === kind) === at;

/** What just happened, in a sentence or two, as somebody would say it who sees only your side. */
export function tell(
  cast: Cast,
  happened: readonly Event[],
  from: Tick,
  open: Observation,
  columns = narrow,
): string {
  const events = happened.filter(({ kind }, i) => !counts.has(kind) || isLast(happened, kind, i));
  const few = events.filter(({ kind }) => kind !== "energy" && kind !== "tick").length <= 2;
  const told = (alone: boolean): readonly string[] =>
    events.flatMap((event) => clause(cast, event, alone, open.tick) ?? []);
  const news = told(few);
  // What would go without saying beside other news is said where there is none.
  const parts = news.length > 0 ? news : told(true);
  const late = lateness(events, open, parts.length === 0);
  const all = parts.join(" ");
  // What has happened comes before what has not.
  if (late !== null && parts.length < 2 && all.length + late.length < columns)
    return [...parts, late].join(" ");
  const passed = open.tick - from;
  const due = passed > 0 ? timelyAt({ cast, open, events }) : [];
  if (parts.length > 0) return fitting([...parts, ...due], columns);
  return passed > 0 ? [`Nothing. ${plural(passed, "tick")} went by.`, ...due].join(" ") : "";
}
