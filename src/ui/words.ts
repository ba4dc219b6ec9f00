/** From events to sentences: the narrator's line, the chat, and what a fact on the card says. */
import {
  type Event,
  type Fact,
  type Key,
  type Level,
  type Observation,
  refusals,
  type Tick,
  type Voice,
} from "../session/index.ts";

/** Whose words: a level and its partner. */
export type Cast = { readonly level: Level; readonly voice: Voice };

export type Said = {
  readonly tick: Tick;
  readonly who: "you" | "them";
  readonly name: string;
  readonly text: string;
  /** For your own words: whether you may claim that they got through. */
  readonly note: string;
};

const titleOf = ({ level }: Cast, about: string): string =>
  level.story.topics[about]?.title ?? about;

/**
 * What the partner's reply says: the answer, then a sign of how they are. To what was answered
 * before (`first` is false) "again" stands alone; but the first answer to arrive always says it.
 */
export function replyText(
  { level, voice }: Cast,
  about: string,
  event: Extract<Event, { kind: "heard" }>,
  first: boolean,
): string {
  const { lines: own } = level.story;
  const lines = own[event.tone] ?? voice.lines[event.tone] ?? own.plain ?? voice.lines.plain ?? [];
  const mood = lines[event.variant % lines.length] ?? "";
  const answer = level.story.topics[about]?.answer ?? "Yes.";
  return event.tone === "again" && !first ? mood : `${answer} ${mood}`;
}

/** Everything said so far, as you know it. */
export function chat(cast: Cast, events: readonly Event[]): readonly Said[] {
  const about = new Map<Key, string>();
  const answered = new Set<Key>();
  for (const event of events)
    if (event.kind === "heard" && event.key !== null) answered.add(event.key);
  const told = new Set<Key>();
  return events.flatMap((event): readonly Said[] => {
    if (event.kind === "sent") {
      about.set(event.key, event.about);
      const said = cast.level.story.topics[event.about]?.say ?? event.about;
      const text = event.attempt === 1 ? said : `(${event.key} again) ${said}`;
      const note = answered.has(event.key) ? "" : "unconfirmed";
      return [{ tick: event.tick, who: "you", name: "you", text, note }];
    }
    if (event.kind !== "heard") return [];
    const { key } = event;
    const topic = key === null ? event.about : (about.get(key) ?? "");
    const text = replyText(cast, topic, event, key === null || !told.has(key));
    if (key !== null) told.add(key);
    const name = key === null ? cast.voice.name : `${cast.voice.name}, to ${key}`;
    return [{ tick: event.tick, who: "them", name, text, note: "" }];
  });
}

const ordinal = (n: number): string =>
  ["", "", "second", "third", "fourth", "fifth"][n] ?? `${n}th`;
export const plural = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;

/** One event as a clause of the narrator's line; null for what goes without saying. */
function clause(cast: Cast, event: Event, alone: boolean): string | null {
  switch (event.kind) {
    case "sent": {
      const again = event.attempt > 1 ? ` again, the ${ordinal(event.attempt)} time` : "";
      return alone ? `${event.key} is on its way${again}.` : null;
    }
    case "heard":
      return event.key === null ? `b${event.n} arrives.` : `b${event.n} answers ${event.key}.`;
    case "asked":
      return alone ? `There is something to ask about: ${titleOf(cast, event.about)}.` : null;
    case "dawn":
      return event.day > 1 ? "A new day." : null;
    case "lapsed":
      return `Too late for ${titleOf(cast, event.about)}.`;
    case "let go":
      return `You let ${event.key} go. That is allowed.`;
    case "refused":
      return refusals[event.why];
    case "ended":
      return event.why === "left"
        ? "You leave it here."
        : "The evening is over. [enter] lifts the fog.";
    case "tick":
    case "energy":
    case "overdue":
      return null;
  }
}

/** All that grew late in one move, in one sentence; null where nothing did, or where all is over. */
function lateness(events: readonly Event[], alone: boolean): string | null {
  const late = events.filter((event) => event.kind === "overdue");
  const usual = late.at(-1)?.usual;
  if (usual === undefined || events.some(({ kind }) => kind === "ended")) return null;
  const keys = `${late.map(({ key }) => key).join(" and ")} ${late.length > 1 ? "are" : "is"}`;
  return alone
    ? `Nothing. ${keys} now older than a usual round trip (${usual}).`
    : `${keys} now older than usual.`;
}

/** What just happened, in a sentence or two, as somebody would say it who sees only your side. */
export function tell(cast: Cast, events: readonly Event[], from: Tick, open: Observation): string {
  const parts = events.flatMap((event) => clause(cast, event, events.length <= 2) ?? []);
  const late = lateness(events, parts.length === 0);
  if (late !== null && parts.length < 2) return [...parts, late].join(" ");
  if (parts.length > 0) return parts.slice(-3).join(" ");
  const passed = open.tick - from;
  return passed > 0 ? `Nothing. ${plural(passed, "tick")} went by.` : "";
}

/** The tick list of a fact: the first few, so that a line stays a line. */
const at = (ticks: readonly Tick[]): string =>
  ticks.length === 0 ? "" : `: t${ticks.slice(0, 4).join(", t")}${ticks.length > 4 ? ".." : ""}`;

const n = (fact: Fact, name: string): number => fact.numbers[name] ?? 0;

/** What a fact says; par is the same fact of the pattern's bot on the same evening. */
export function factText(cast: Cast, fact: Fact, par: Fact | null): readonly string[] {
  const { name } = cast.voice;
  switch (fact.code) {
    case "waits.sent": {
      const than = par ? ` (par: ${n(par, "sent")}, ${n(par, "longest")})` : "";
      return [
        `${plural(n(fact, "sent"), "send")}, longest gap to one question ${n(fact, "longest")}${than}.`,
      ];
    }
    case "overload":
      return overloadText(name, fact, par);
    case "waits.answered": {
      const early = n(fact, "early");
      const hasty = `${plural(early, "repeat")} left before any answer could have come${at(fact.ticks)}.`;
      const kept = "Every repeat left the time for an answer.";
      return [`${n(fact, "answered")} of ${n(fact, "asks")} answered.`, early > 0 ? hasty : kept];
    }
    default:
      return [];
  }
}

function overloadText(name: string, fact: Fact, par: Fact | null): readonly string[] {
  const knocks = n(fact, "knocks");
  const down = n(fact, "down");
  const crowded = n(fact, "crowded");
  if (down === 0 && crowded === 0) return [`${name} could answer all the while.`];
  const than = par ? `, par ${n(par, "down")}` : "";
  const alone = `${name} could not answer for ${plural(down, "tick")} (alone ${n(fact, "natural")}${than}).`;
  return [
    ...(down > 0 ? [alone] : []),
    ...(knocks > 0 ? [`${plural(knocks, "send")} knocked meanwhile${at(fact.ticks)}.`] : []),
    ...(crowded > 0 ? [`${plural(crowded, "message")} arrived in the crowd, unnoticed.`] : []),
  ];
}
