/** Limits in words and on the board: the dots of past answers with your limit through them, and the chairs. Level 2's instrument. */
import type { Tick } from "../../session/index.ts";
import { type Cast, plural, titleOf } from "../cast.ts";
import { blank, type Row, row } from "../row.ts";
import { heading } from "../screens/frame.ts";
import { at, type Known, line, numberIn, type Part } from "./part.ts";

type Limits = NonNullable<Known["open"]["forces"]["limits"]>;

/** The limit of the latest ask; null where it has none. */
const standing = ({ waits }: Limits): Tick | null => waits.at(-1)?.limit ?? null;

/** How many dots stand on one another at most. */
const high = 3;

/** A dot for each answer over the ticks it took, the latest twelve, none left out; your limit is a bar through them. */
function dots(mine: Limits, columns: number): readonly string[] {
  const limit = standing(mine);
  const times = mine.times.slice(-12);
  const width = Math.min(columns, 1 + Math.max(10, limit ?? 0, ...times));
  const counts = Array.from({ length: width }, (_, i) => times.filter((t) => t === i + 1).length);
  const levels = Math.min(high, Math.max(1, ...counts));
  const rows = Array.from({ length: levels }, (_, i) =>
    counts
      .map((n, t) => cell(n, levels - i, n > levels && i === 0) ?? (t + 1 === limit ? "|" : " "))
      .join("")
      .trimEnd(),
  );
  const axis = Array.from(ruler(width), (mark, t) => (t + 1 === limit ? "|" : mark));
  const beyond = times.filter((t) => t > width);
  return [...rows, axis.join(""), ...(beyond.length > 0 ? [`and ${beyond.join(", ")}`] : [])];
}

/** Ticks from 1 on, a column each; every fifth by its number, which ends in its column. */
const ruler = (columns: number): string =>
  Array.from({ length: Math.floor(columns / 5) }, (_, i) => `${5 * (i + 1)}`.padStart(5, "."))
    .join("")
    .padEnd(columns, ".");

/** A dot; on top of a stack that is higher than there are rows, that there are more. */
const cell = (n: number, level: number, over: boolean): string | null =>
  over ? "+" : n >= level ? "o" : null;

/** Of the latest ask, once there was one. */
const limitTexts = (mine: Limits): readonly string[] => {
  if (mine.waits.length === 0) return [];
  const limit = standing(mine);
  return [limit === null ? "your last ask: no limit" : `your last limit ${limit}`];
};

const latest = (mine: Limits): string => `latest answers ${mine.times.slice(-4).join(" ")}`;

const dropped = ({ waits }: Limits): number =>
  waits.filter(({ state }) => state === "ran out").length;

const inChairs = ({ waits }: Limits) => waits.filter(({ state }) => state === "open");

/** What sits in a chair, and how long it may. */
function seats({ cast, open }: Known, mine: Limits): readonly (readonly [string, string])[] {
  const taken = inChairs(mine).map(({ key, about, since, limit }) => {
    const age = open.tick - since;
    const left = limit === null ? `${age}t, no limit` : `${since + limit - open.tick}t left`;
    return [`${key} ${titleOf(cast, about)}`, left] as const;
  });
  const free = Array.from(
    { length: Math.max(0, mine.chairs - taken.length) },
    () => ["--", "free"] as const,
  );
  return [...taken, ...free];
}

/** Only where it slows the partner would it matter, but it is yours to know. */
const left = (mine: Limits): string => `silently closed ${dropped(mine)}`;

function panel(known: Known, columns: number): readonly Row[] {
  const mine = known.open.forces.limits;
  if (mine === undefined) return [];
  return [
    heading("ANSWERS TOOK"),
    ...dots(mine, columns).map((text) => row(text)),
    row(latest(mine)),
    ...limitTexts(mine).map((text) => row(text, "timer")),
    blank,
    line("CHAIRS", left(mine), "strong", columns, "dim"),
    ...seats(known, mine).map(([name, fact]) =>
      line(name, fact, fact === "free" ? "dim" : "you", columns),
    ),
  ];
}

function sentences(known: Known): readonly string[] {
  const mine = known.open.forces.limits;
  if (mine === undefined) return [];
  const chairs = seats(known, mine).map(([name, fact]) => `${name} ${fact}`);
  const sorted = mine.times.slice(-12).toSorted((a, b) => a - b);
  return [
    `Answers took, in ticks: ${sorted.join(", ")}. ${[latest(mine), ...limitTexts(mine)].join(". ")}.`,
    `Chairs ${left(mine)}: ${chairs.join("; ")}.`,
  ];
}

const scene = ({ level }: Cast, about: string): string =>
  level.story.topics[about]?.badly ?? "A small wish passes by.";

export const limits: Part<"limits"> = {
  lane(event) {
    if (event.kind === "ran out") return [`${event.key} ran out`, "timer"];
    return event.kind === "limited" ? [`limit ${event.ticks}`, "you"] : null;
  },
  terms: { answered: "answers in time", asked: "asking", late: "came too late" },
  says: {
    remembered: ({ times }) => `You remember how long the last ${times.length} answers took.`,
    "ran out": ({ key, after }) => `A timer fires: ${key}, ${plural(after, "tick")}.`,
    limited: ({ key, ticks }) => `Limit of ${key} now ${ticks}.`,
    "called off": ({ key }) => `Never mind ${key}, you say.`,
    "came late": ({ after }) => `Too late: it took ${after}.`,
    "passed by": ({ about }, cast, alone) =>
      alone ? scene(cast, about) : `Missed: ${titleOf(cast, about)}.`,
  },
  adds: (event) =>
    event.kind === "remembered" ? `Past answers took ${event.times.join(", ")} ticks.` : null,
  words: ({ what }) => (what === "cancel" ? "Never mind that one." : null),
  option(intent, { cast, open }) {
    if (intent.kind !== "limit" && intent.kind !== "call off") return null;
    const wait = open.forces.limits?.waits.find(({ key }) => key === intent.key);
    const title = `${intent.key}, ${titleOf(cast, wait?.about ?? "")}`;
    if (intent.kind === "limit") return `${title}: wait ${plural(intent.ticks, "tick")} in all`;
    return wait?.state === "ran out" ? `${title}: it ran out, say never mind` : title;
  },
  fact(fact, { voice: { name } }, par) {
    const of = (what: string): string => {
      const than = par ? ` (par ${numberIn(par, what)})` : "";
      return `${numberIn(fact, what)}${than}`;
    };
    if (fact.code === "limits.late") {
      const late = numberIn(fact, "late");
      if (late === 0) return ["No answer came after its limit."];
      return [`${plural(late, "answer")} came after you had closed it${at(fact.ticks)}.`];
    }
    if (fact.code === "limits.kept") {
      const changes = numberIn(fact, "changes");
      return [
        changes === 0
          ? "Every limit stayed as it was set."
          : `${plural(changes, "limit")} moved while waiting: set it before, and keep it.`,
      ];
    }
    return [
      `${of("answered")} of ${numberIn(fact, "asks")} asks answered in time.`,
      `${of("hung")} of ${numberIn(fact, "whole")} chair-ticks on what ${name} never answered.`,
    ];
  },
  notes: (here, { voice: { name } }) =>
    here.flatMap((s) => {
      if (s.kind === "fate")
        return [s.due === null ? `${s.key}: no answer was ever coming` : `${s.key}: due t${s.due}`];
      if (s.kind !== "pace changed") return [];
      return [s.factor > 1 ? `${name} is slower from now on` : `${name} is quicker from now on`];
    }),
  panel,
  sentences,
  ahead: ({ open }) =>
    (open.forces.limits?.waits ?? []).flatMap(({ key, state, since, limit }) =>
      state === "open" && limit !== null ? [{ tick: since + limit, text: `${key} runs out` }] : [],
    ),
};
