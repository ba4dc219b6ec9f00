/** Two evenings beside each other, as rows: what each came to, and where they part. */
import type { Debrief, Event, Level, Observation, Stars, Term, Tick } from "../../session/index.ts";
import { partedAt, starsOf } from "../../session/index.ts";
import { factOf, termName, wholeTerms } from "../forces/index.ts";
import { footer } from "../keys.ts";
import { blank, exactly, indent, paragraph, type Row, row, run, sized } from "../row.ts";
import type { Look } from "../theme.ts";
import { type Cast, sentText, tell } from "../words.ts";
import { isPicture, lineNames, round, wholeText } from "./card.ts";
import { starsText } from "./debrief.ts";
import { hints, joined, ruler, type Size } from "./frame.ts";
import { placeOf, scrubber, ticksUnder, trackRow, trackText } from "./marks.ts";

/** One of the two. */
export type Told = { readonly name: string; readonly debrief: Debrief };

export type CompareView = {
  readonly cast: Cast;
  readonly evening: { readonly n: number; readonly of: number };
  /** False in a calm game: nothing in it has an outcome. */
  readonly weighed: boolean;
  readonly before: Told;
  readonly after: Told;
  /** Where the later one was taken over in this evening; null where that was in another one. */
  readonly taken: Tick | null;
};

const nameColumns = 25;

const line = (name: string, cells: readonly string[], columns: number): Row => {
  const wide = Math.floor((columns - nameColumns) / cells.length);
  return [
    run(`  ${name}`.padEnd(nameColumns), "dim"),
    ...cells.flatMap((c) => sized(row(c), wide)),
  ];
};

/** What a term comes to in an evening; "-" where it has none, or was left. */
function amountIn({ terms, outcome }: Debrief, of: Term["of"]): string {
  const at = terms.findIndex((term) => term.of === of);
  return at < 0 || outcome === null ? "-" : String(wholeTerms(terms, outcome)[at] ?? 0);
}

type Line = { readonly name: string; readonly cells: readonly string[] };

/** What each came to, number by number; stars as the look has them, or counted. */
function outcomes(
  { before, after, cast, weighed }: CompareView,
  look: Look | null,
): readonly Line[] {
  if (!weighed) return [];
  const both = [before, after];
  const starsIn = (level: Level, { debrief }: Told): string => {
    const stars: Stars | null = starsOf(level, debrief.outcome);
    return look === null ? `${stars ?? 0} of 3 stars` : starsText(stars, look);
  };
  const scored = both.map((one) =>
    one.debrief.outcome === null
      ? `none: left at t${lastTick(one.debrief)}`
      : `${round(one.debrief.outcome)}${wholeText(cast.level)}, ${starsIn(cast.level, one)}`,
  );
  const names = [...new Set(both.flatMap(({ debrief }) => debrief.terms.map(({ of }) => of)))];
  const moving = names.filter((of) =>
    both.some(({ debrief }) => !["0", "-"].includes(amountIn(debrief, of))),
  );
  return [
    ...(cast.level.scoring === null ? [] : [{ name: "outcome by itself", cells: scored }]),
    ...(moving.length > 1 ? moving : []).map((of) => ({
      name: termName(of),
      cells: both.map(({ debrief }) => amountIn(debrief, of)),
    })),
  ];
}

/** No more lines than there is room for: the last ones become one, so that the columns still add up. */
function folded(lines: readonly Line[], most: number): readonly Line[] {
  if (lines.length <= most) return lines;
  const rest = lines.slice(most - 1);
  const sums = [0, 1].map((i) => rest.reduce((sum, { cells }) => sum + (Number(cells[i]) || 0), 0));
  return [...lines.slice(0, most - 1), { name: "the rest", cells: sums.map(String) }];
}

/** In at most so many rows, of which the outcome takes two. */
const outcomeRows = (
  view: CompareView,
  look: Look,
  columns: number,
  most: number,
): readonly Row[] => [
  line("", [view.before.name, view.after.name], columns),
  ...folded(outcomes(view, look), Math.max(2, most - 1)).map(({ name, cells }) =>
    line(name, cells, columns),
  ),
];

const lastTick = ({ moments }: Debrief): Tick => moments.at(-1)?.open.tick ?? 0;

const openAt = ({ moments }: Debrief, tick: Tick): Observation | undefined =>
  moments.findLast(({ open }) => open.tick <= tick)?.open;

/** How it was sent, where there is a choice. */
const wayOf = ({ ack, brief, limit }: Extract<Event, { readonly kind: "sent" }>): string =>
  [
    ack ? "" : ", no answer asked",
    brief ? ", in a few words" : "",
    limit === null ? "" : `, limit ${limit}`,
  ].join("");

/** What an evening shows at the tick where the two part, and the other does not. */
function toldAt(cast: Cast, { name, debrief }: Told, other: Told, tick: Tick): string {
  const theirs = new Set(other.debrief.events.map((event) => JSON.stringify(event)));
  const events = debrief.events.filter(
    (event) => event.tick === tick && !theirs.has(JSON.stringify(event)),
  );
  const open = openAt(debrief, tick);
  const said = events.flatMap((event) =>
    event.kind === "sent" ? [`${event.key}${wayOf(event)}, "${sentText(cast, event)}"`] : [],
  );
  const rest = events.filter(({ kind }) => kind !== "sent");
  const text = open === undefined ? "" : tell(cast, rest, tick, open, 200);
  const all = [...said, ...(text === "" ? [] : [text])].join(" ");
  return `${name}: ${all === "" ? "nothing happens." : all}`;
}

/** Where the two part, and what each shows there; the first sentence alone where they never do. */
function parting(view: CompareView): { readonly at: string; readonly told: readonly string[] } {
  const { cast, before, after } = view;
  const at = partedAt(before.debrief.events, after.debrief.events);
  if (at === null) return { at: "They never part: all that could be seen was the same.", told: [] };
  const told = [toldAt(cast, before, after, at), toldAt(cast, after, before, at)];
  return { at: `They part at t${at}`, told };
}

function partingRows(view: CompareView, columns: number): readonly Row[] {
  const { at, told } = parting(view);
  return [
    row(` ${at}`, "strong"),
    ...told.flatMap((text) => paragraph(text, columns - 4).map((one) => indent(one, 2))),
  ];
}

type Measured = { readonly line: string; readonly told: readonly string[] };

/** What the card measures, line by line: of the one, and of the other. */
const measured = ({ cast, before, after }: CompareView): readonly Measured[] =>
  lineNames.flatMap((line) => {
    const told = [before, after].flatMap(({ name, debrief }) => {
      const facts = debrief.facts.filter((fact) => fact.line === line);
      const texts = facts.flatMap((fact) => factOf(fact, cast, null));
      const text = texts.filter((one) => !isPicture(one)).join(" ");
      return text === "" ? [] : [`${name}: ${text}`];
    });
    return told.length === 0 ? [] : [{ line, told }];
  });

/** As much of it as there is room for. */
function measuredRows(view: CompareView, columns: number, room: number): readonly Row[] {
  let left = room;
  return measured(view).flatMap(({ line, told }) => {
    const texts = told.flatMap((text) => paragraph(text, columns - 4));
    const rows = [blank, row(` ${line}`, "strong"), ...texts.map((text) => indent(text, 2))];
    if (rows.length > left) return [];
    left -= rows.length;
    return rows;
  });
}

/** Both evenings in sentences. */
export function compareTexts(view: CompareView): readonly string[] {
  const { before, after, taken } = view;
  const { at, told } = parting(view);
  return [
    `Two evenings: ${before.name}, and ${after.name}.`,
    ...(taken === null ? [] : [`Taken over at tick ${taken}.`]),
    ...outcomes(view, null).map(({ name, cells }) => `${name}: ${cells.join(", then ")}.`),
    at.endsWith(".") ? at : `${at}.`,
    ...told,
    ...measured(view).flatMap(({ line, told }) => [`${line}:`, ...told]),
    ...[before, after].flatMap(({ name, debrief }) => {
      const track = trackText(debrief.moments, lastTick(debrief));
      return track === "" ? [] : [`${name}: ${track}`];
    }),
  ];
}

function legend({ moments }: Debrief, { glyphs }: Look): string {
  const track = moments[0]?.tracks[0]?.name;
  const above = track === undefined ? "" : `  ${glyphs.levels.trim()} ${track}`;
  return ` a sent  b heard  ${glyphs.lost} lost  ${glyphs.dropped} not kept${above}`;
}

function stripRows(view: CompareView, look: Look, columns: number): readonly Row[] {
  const { before, after, taken } = view;
  const last = Math.max(...[before, after].map(({ debrief }) => lastTick(debrief)));
  const wide = columns - 2;
  const strip = ({ debrief }: Told): string => {
    const { events, secrets } = debrief;
    const whole = scrubber({ events, secrets, tick: null, last }, wide, look);
    return whole.slice(0, placeOf(lastTick(debrief), last, wide) + 1);
  };
  const track = ({ debrief }: Told): readonly Row[] => {
    const line = trackRow(debrief, last, wide, look);
    return line.length === 0 ? [] : [indent(line)];
  };
  const at = taken === null || last === 0 ? null : Math.round((taken * (wide - 1)) / last);
  const text = `^ taken over at t${taken}`;
  const mark = at === null ? "" : `${" ".repeat(Math.min(at, wide - 2))}^`;
  const told = at === null || at + text.length > wide ? `${mark} ` : " ".repeat(at) + text;
  return [
    row(` ${before.name}`, "dim"),
    ...track(before),
    indent(row(strip(before), "you")),
    row(` ${after.name}`, "dim"),
    ...track(after),
    indent(row(strip(after), "you")),
    ...(at === null ? [] : [indent(row(told, "timer"))]),
    indent(row(ticksUnder(last, wide), "dim")),
    row(legend(before.debrief, look), "dim"),
  ];
}

export function compareRows(view: CompareView, size: Size, look: Look): readonly Row[] {
  const { columns, rows } = size;
  const { cast, evening } = view;
  const title = joined(
    [
      [" TWO EVENINGS", "strong"],
      [cast.level.story.title, "plain"],
      [evening.of > 1 ? `evening ${evening.n} of ${evening.of}` : "", "dim"],
    ],
    columns,
  );
  const parted = partingRows(view, columns);
  const strips = stripRows(view, look, columns);
  const keys = hints(footer("compare"), columns);
  const room = rows - 3 - strips.length - keys.length;
  // Where they part must be seen.
  const table = outcomeRows(view, look, columns, room - parted.length);
  const air = table.length + parted.length < room ? [blank] : [];
  const upper = [...table, ...air, ...parted];
  const more = measuredRows(view, columns, room - upper.length);
  return exactly(
    [
      title,
      ruler(look, columns),
      ...exactly([...upper, ...more], room),
      ruler(look, columns),
      ...strips,
      ...keys,
    ].map((line) => sized(line, columns)),
    rows,
  );
}
