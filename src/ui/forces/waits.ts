/** Waits in words and on the board: what you asked, and the gaps you left. Level 1's instrument. */
import type { Event, Key, Observation, Sent, Tick } from "../../session/index.ts";
import { plural, titleOf } from "../cast.ts";
import { blank, type Ink, type Row, row } from "../row.ts";
import { heading } from "../screens/frame.ts";
import { at, type Known, line, numberIn, type Part } from "./part.ts";

type Asks = NonNullable<Observation["forces"]["waits"]>["asks"];

const sentTicks = (events: readonly Event[], key: Key | null): readonly Tick[] =>
  events.flatMap((e) => (e.kind === "sent" && (key === null || e.key === key) ? [e.tick] : []));

const gaps = (ticks: readonly Tick[]): readonly number[] =>
  ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? tick));

/** The latest of a list of numbers, as many as there is room for: the last one is what counts. */
function latest(numbers: readonly number[], room: number): string {
  const all = numbers.join(" ");
  if (all.length <= room) return all;
  const from = numbers.findIndex((_, i) => numbers.slice(i).join(" ").length + 3 <= room);
  return from < 0 ? ".." : `.. ${numbers.slice(from).join(" ")}`;
}

/** The gaps between your sends, and the longest quiet you gave: the one that still lasts counts. */
function pauses({ quiet, tick }: Observation, events: readonly Event[]) {
  const between = gaps(sentTicks(events, null));
  const lasting = quiet.last === null ? 0 : tick - quiet.last;
  const longest = Math.max(lasting, ...between);
  return { between, longest };
}

function panel(known: Known, columns: number): readonly Row[] {
  const { open, events } = known;
  const { between, longest } = pauses(open, events);
  const { count, last } = open.heard;
  return [
    heading("OPEN WAITS"),
    ...asks(known, columns, open.forces.waits?.asks ?? []),
    blank,
    heading("YOUR SENDS"),
    // Before the second send there is nothing to compare.
    ...(between.length > 0
      ? [
          row(`gaps  ${latest(between, columns - 6)}`, "you"),
          row(`longest quiet of yours  ${longest}`),
        ]
      : []),
    row(`usual round trip  ${open.usual}`),
    row(
      last === null
        ? "nothing heard yet"
        : `last heard  b${count}, ${plural(open.tick - last, "tick")} ago`,
    ),
  ];
}

function asks({ cast, open, events }: Known, columns: number, list: Asks): readonly Row[] {
  // Daily levels have one question at a time: only it and the last one settled are worth a line.
  return list.slice(-4).flatMap(({ about, key, state, settled, until }): readonly Row[] => {
    const named = (ink: Ink, fact: string): Row =>
      line(`${key === null ? "" : `${key} `}${titleOf(cast, about)}`, fact, ink, columns);
    if (state === "answered") return [named("sure", `heard t${settled}`)];
    if (state === "lapsed") return [named("timer", "too late")];
    if (state === "let go") return [named("dim", "let go")];
    const left = until - open.tick;
    const sent = open.sent.find((s) => s.key === key);
    const many = sent !== undefined && sent.attempts > 1 ? `${sent.attempts} sends, ` : "";
    const closing = row(`   ${many}too late in ${left}t`, "timer");
    if (sent === undefined) return [named("plain", "to ask"), ...(left <= 20 ? [closing] : [])];
    const out = named("you", `${open.tick - sent.first}t out`);
    if (left <= 20) return [out, closing];
    return [out, ...repeats(sent, gaps(sentTicks(events, sent.key)), columns)];
  });
}

/** How long an answer takes, and what is open. */
function brief(known: Known, columns: number): readonly Row[] {
  const { waits: here } = known.open.forces;
  const open = here?.asks.filter(({ state }) => !isOver(state)) ?? [];
  const trip = row(`usual round trip  ${known.open.usual}`);
  return [trip, ...asks(known, columns, open)];
}

const isOver = (state: string): boolean =>
  state === "answered" || state === "lapsed" || state === "let go";

function repeats({ attempts }: Sent, between: readonly number[], columns: number): readonly Row[] {
  if (attempts === 1) return [];
  const start = `   ${attempts} sends, gaps `;
  return [row(`${start}${latest(between, columns - start.length)}`, "dim")];
}

/** How each question stands, where the board has a line for it. */
function askSentences({ cast, open }: Known): readonly string[] {
  const list = open.forces.waits?.asks ?? [];
  return list.slice(-4).map(({ about, key, state, settled, until }) => {
    const named = `${key === null ? "" : `${key}, `}${titleOf(cast, about)}`;
    if (state === "answered") return `${named}: heard at tick ${settled}.`;
    if (state === "lapsed") return `${named}: too late.`;
    if (state === "let go") return `${named}: let go.`;
    return `${named}: too late in ${plural(until - open.tick, "tick")}.`;
  });
}

function sentences(known: Known): readonly string[] {
  const { open, events } = known;
  const { between, longest } = pauses(open, events);
  const { count, last } = open.heard;
  const heard =
    last === null
      ? "Nothing heard yet"
      : `Last heard b${count}, ${plural(open.tick - last, "tick")} ago`;
  const yours = `Your sends: gaps ${between.join(" ")}, longest quiet of yours ${longest}.`;
  return [
    ...(between.length > 0 ? [yours] : []),
    `Usual round trip ${open.usual}. ${heard}.`,
    ...askSentences(known),
  ];
}

export const waits: Part<"waits"> = {
  lane(event) {
    if (event.kind === "let go") return [`let go ${event.key}`, "you"];
    return event.kind === "lapsed" ? ["lapsed", "timer"] : null;
  },
  terms: { value: "what was asked" },
  says: {
    asked: ({ about }, cast) => `To bring up: ${titleOf(cast, about)}.`,
    lapsed: ({ about }, cast) => `No answer in time: ${titleOf(cast, about)}.`,
    "let go": ({ key }) => `You let ${key} go. That is allowed.`,
  },
  adds(event, cast) {
    if (event.kind !== "asked") return null;
    return `To ask: ${titleOf(cast, event.about)} (${event.about}), until tick ${event.until}.`;
  },
  fact(fact, _cast, par) {
    if (fact.code === "waits.sent") {
      const than = par ? ` (par: ${numberIn(par, "sent")}, ${numberIn(par, "longest")})` : "";
      const longest = numberIn(fact, "longest");
      return [
        `${plural(numberIn(fact, "sent"), "send")}, longest gap to one question ${longest}${than}.`,
      ];
    }
    const early = numberIn(fact, "early");
    const hasty = `${plural(early, "repeat")} went out before any answer could have come${at(fact.ticks)}.`;
    const kept = "Every repeat left the time for an answer.";
    const answered = `${numberIn(fact, "answered")} of ${numberIn(fact, "asks")} answered.`;
    const repeats = numberIn(fact, "repeats") > 0 ? [kept] : [];
    return [answered, ...(early > 0 ? [hasty] : repeats)];
  },
  panel,
  brief,
  sentences,
  timely: ({ cast, open }) =>
    (open.forces.waits?.asks ?? []).flatMap(({ about, key, state, until }) =>
      key !== null || isOver(state)
        ? []
        : [{ tick: until - open.usual - 1, text: `Time to ask: ${titleOf(cast, about)}.` }],
    ),
};
