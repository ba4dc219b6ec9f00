/** Beats in words and on the board: the strip of what was heard, and how odd the quiet is. Level 3's instrument. */
import {
  type Event,
  type Observation,
  quietOf,
  strangeAfter,
  type Tick,
} from "../../session/index.ts";
import { type Cast, lineOf, plural } from "../cast.ts";
import { blank, type Ink, type Row, row, run } from "../row.ts";
import { heading } from "../screens/frame.ts";
import type { Look } from "../theme.ts";
import { at, barOf, type Known, line, numberIn, type Part } from "./part.ts";

type Seen = NonNullable<Observation["forces"]["beats"]>;

const heard = "=";
const missed = ".";
const excused = "~";
const looked = "!";
const nothing = "nothing yet";

/** The phi of a detector: log10(1 + e^x) of its strangeness. */
export const phiOf = (strangeness: number): number => Math.log10(1 + Math.exp(strangeness));

/** A full bar; an alarm is three quarters of it. */
const fullBar = 4;
const bands = ["as usual", "odd", "alarming"] as const;

const signs = (ticks: ReadonlySet<Tick>, until: Tick, else_: (tick: Tick) => string): string =>
  Array.from({ length: until }, (_, i) => (ticks.has(i + 1) ? heard : else_(i + 1))).join("");

/** One sign a tick, from the first: what was heard of them. */
function theirs({ open, events }: Known, { planned }: Seen): string {
  const looks = new Set(
    events.flatMap((e) => (e.kind === "found" || e.kind === "needless" ? [e.tick] : [])),
  );
  const told = new Set(events.flatMap((e) => (e.kind === "heard" ? [e.tick] : [])));
  const away = (tick: Tick): boolean =>
    planned.some(({ what, from, until }) => what === "shift" && from < tick && tick <= until);
  return signs(told, open.tick, (tick) => {
    if (looks.has(tick)) return looked;
    return away(tick) ? excused : missed;
  });
}

/** Until before which tick they know that you are quiet: as announced, answered, and not ended by a word of yours. */
function excusedUntil({ cast, open }: Known): Tick {
  const last = open.sent.reduce<Observation["sent"][number] | undefined>(
    (best, sent) => (best === undefined || sent.last >= best.last ? sent : best),
    undefined,
  );
  if (last?.what !== "announce" || last.answered === null) return 0;
  return last.last + (cast.level.evenings[0]?.forces.beats?.quiet ?? 0);
}

/** The same of you, as it is where nothing of yours is lost: a sign arrives a tick after it was sent. */
function yours(known: Known) {
  const { open, events } = known;
  const arrived = events.flatMap((e) => (e.kind === "sent" ? [e.tick + 1] : []));
  const gaps = [3, 5, ...arrived.map((tick, i) => tick - (arrived[i - 1] ?? 0))].slice(-20);
  const since = Math.max(arrived.at(-1) ?? 0, excusedUntil(known));
  const quiet = Math.max(0, open.tick - since);
  const phi = phiOf(strangeAfter(quiet, gaps));
  const strip = signs(new Set(arrived), open.tick, () => missed);
  const band = phi > 3 ? bands[2] : phi > 1 ? bands[1] : bands[0];
  return { strip, quiet, phi, band };
}

/** Whole cells only, so that a band begins where a cell does. */
const bar = (phi: number, look: Look): string =>
  barOf(Math.floor((8 * phi) / fullBar) / 8, 8, look);

/** The longest quiet that ended by itself, counted as the quiet of now is: in ticks without a sign. */
const quietest = ({ longest }: Seen): Tick => Math.max(0, longest - 1);

/** The latest of a strip, over at most two rows. */
function stripRows(strip: string, columns: number, ink: Ink): readonly Row[] {
  if (strip === "") return [row(nothing, "dim")];
  // Whole rows, so that a sign stays where it is until its row leaves.
  const first = Math.max(0, Math.ceil(strip.length / columns) - 2) * columns;
  return [strip.slice(first, first + columns), strip.slice(first + columns)]
    .filter((text) => text !== "")
    .map((text) => row(text, ink));
}

/** The latest signs in one row, and how long it has been quiet. */
function brief(known: Known, columns: number): readonly Row[] {
  const { cast, open } = known;
  const seen = open.forces.beats;
  if (seen === undefined) return [];
  const { name } = cast.voice;
  const quiet = `quiet ${quietOf(seen, open.tick)}`;
  const ink = seen.band > 1 ? "timer" : "dim";
  const strip = theirs(known, seen).slice(-columns);
  const { band } = yours(known);
  return [
    line(`${name.toUpperCase()}'S BEATS`, quiet, "strong", columns, ink),
    strip === "" ? row(nothing, "dim") : row(strip, "them"),
    ...(band === bands[0] ? [] : [row(`your quiet, to ${name}: ${band}`, "timer")]),
  ];
}

const planText = ({ what, from, until }: Seen["planned"][number], name: string): string =>
  what === "shift" ? `${name} away t${from} to t${until}` : `you run lean t${from} to t${until}`;

function panel(known: Known, columns: number, look: Look): readonly Row[] {
  const { cast, open } = known;
  const seen = open.forces.beats;
  if (seen === undefined) return [];
  const { name } = cast.voice;
  const quiet = quietOf(seen, open.tick);
  const phi = phiOf(strangeAfter(quiet, seen.gaps));
  const mine = yours(known);
  const ahead = seen.planned.filter(({ until }) => open.tick < until);
  return [
    heading(`${name.toUpperCase()}'S BEATS`),
    ...stripRows(theirs(known, seen), columns, "them"),
    row(`quiet ${quiet}, came back from ${quietest(seen)}`),
    [
      run(`suspicion ${bar(phi, look)} `),
      run(bands[seen.band] ?? "", seen.band > 1 ? "timer" : "plain"),
    ],
    ...ahead.map((plan) => row(planText(plan, name), "timer")),
    blank,
    heading("YOURS, IF ALL ARRIVE"),
    ...stripRows(mine.strip, columns, "you"),
    row(`quiet now ${mine.quiet}`),
    row(`of you    ${bar(mine.phi, look)} ${mine.band}`),
  ];
}

function sentences(known: Known): readonly string[] {
  const { cast, open } = known;
  const seen = open.forces.beats;
  if (seen === undefined) return [];
  const { name } = cast.voice;
  const ahead = seen.planned.filter(({ until }) => open.tick < until);
  const mine = yours(known);
  return [
    `Beats of ${name}, ${heard} heard, ${missed} missed: ${theirs(known, seen) || nothing}.`,
    `Quiet ${quietOf(seen, open.tick)}, came back from ${quietest(seen)}; suspicion ${bands[seen.band]}.`,
    `Yours, if all arrive: ${mine.strip || nothing}; quiet now ${mine.quiet}; theirs of you ${mine.band}.`,
    ...ahead.map((plan) => `${planText(plan, name)}.`),
  ];
}

type LookedIn = Extract<Event, { readonly kind: "found" | "needless" }>;

const lookedIn = ({ kind, variant }: LookedIn, cast: Cast): string =>
  `${kind === "found" ? "It was time." : "All was well."} "${lineOf(cast, kind, variant)}"`;

/** What they heard of you, one sign a tick. */
const stripOf = (ticks: readonly Tick[], until: Tick): string =>
  signs(new Set(ticks), until, () => missed);

/** A sign of life is answered by one, and by no more. */
const isSign = ({ level }: Cast, about: string): boolean =>
  level.evenings.some(
    ({ forces: { beats } }) =>
      beats !== undefined && [beats.hello, beats.parcel, beats.away].includes(about),
  );

export const beats: Part<"beats"> = {
  lane({ kind }) {
    if (kind === "found") return ["found them", "sure"];
    return kind === "needless" ? ["looked in", "you"] : null;
  },
  marks: { "went down": ["down", "timer"] },
  reading: () => [
    `Beats: ${heard} came, ${missed} did not, ${excused} told ahead, ${looked} looked in; bar: how odd it is.`,
  ],
  terms: {
    security: "how safe they felt",
    energy: "energy kept",
    down: "time down",
    needless: "needless looks",
  },
  says: {
    suspicion: ({ band }) =>
      [null, "Quiet. Odd, for this line.", "Quiet, for longer than the line explains."][band] ??
      null,
    "told ahead": ({ what, from, until }, { voice: { name } }) =>
      what === "shift"
        ? `In the calendar: ${name} is away from t${from} to t${until}.`
        : `You run lean from t${from} to t${until}.`,
    over: ({ what }, { voice: { name } }) =>
      what === "shift" ? `${name} is due back.` : "The lean days are over.",
    found: lookedIn,
    needless: lookedIn,
  },
  scene: (event, cast) =>
    event.kind === "found" || event.kind === "needless" ? lookedIn(event, cast) : null,
  option: (intent, { cast }) =>
    intent.kind === "check" ? `go and really look in on ${cast.voice.name}` : null,
  reply: ({ key }, cast, _mood, about) =>
    key === null || !isSign(cast, about) ? null : (cast.level.story.topics[about]?.answer ?? null),
  notes: (here, { voice: { name } }) =>
    here.flatMap((s) => {
      if (s.kind === "went down") return [`${name} goes down`];
      if (s.kind !== "doubts") return [];
      return [
        [`${name} hears you`, `${name} begins to wonder`, `${name} fears for you`][s.band] ?? "",
      ];
    }),
  fact(fact, { voice: { name } }, par) {
    if (fact.code === "beats.sent") {
      const than = par ? ` (par: ${numberIn(par, "sent")}, ${numberIn(par, "longest")})` : "";
      const worried = numberIn(fact, "worried");
      const fears = worried > 0 ? ` ${name} feared for you in ${plural(worried, "tick")}.` : "";
      return [
        `${plural(numberIn(fact, "sent"), "sign")} of life, longest gap ${numberIn(fact, "longest")}${than}.${fears}`,
      ];
    }
    // Where nobody is ever down there is nothing to look in on.
    if (
      fact.code === "beats.looked" &&
      numberIn(fact, "downs") === 0 &&
      numberIn(fact, "needless") === 0
    )
      return [];
    if (fact.code === "beats.heard")
      return [`Heard of you: ${stripOf(fact.ticks, numberIn(fact, "until"))}`];
    const found = `Down ${plural(numberIn(fact, "downs"), "time")}, ${numberIn(fact, "found")} found, ${plural(numberIn(fact, "down"), "tick")} in all${par ? ` (par: ${numberIn(par, "down")})` : ""}.`;
    const needless = numberIn(fact, "needless");
    return needless === 0
      ? [found]
      : [found, `Looked in for nothing ${plural(needless, "time")}${at(fact.ticks)}.`];
  },
  panel,
  brief,
  sentences,
};
