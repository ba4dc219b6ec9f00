/** Two evenings beside each other, as rows: what each came to, and where they part. */
import type { Debrief, Level, Observation, Stars, Term, Tick } from "../../session/index.ts";
import { partedAt, starsOf } from "../../session/index.ts";
import { termName } from "../forces/index.ts";
import { footer } from "../keys.ts";
import { blank, exactly, indent, paragraph, type Row, row, run, sized } from "../row.ts";
import type { Look } from "../theme.ts";
import { type Cast, tell } from "../words.ts";
import { round } from "./card.ts";
import { starsText } from "./debrief.ts";
import { hints, joined, ruler, type Size } from "./frame.ts";
import { scrubber, ticksUnder } from "./marks.ts";

/** One of the two. */
export type Told = { readonly name: string; readonly debrief: Debrief };

export type CompareView = {
  readonly cast: Cast;
  readonly evening: { readonly n: number; readonly of: number };
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

const amountIn = (terms: readonly Term[], of: string): string => {
  const found = terms.find((term) => term.of === of);
  return found === undefined ? "-" : round(found.amount);
};

function outcomeRows({ before, after, cast }: CompareView, look: Look, columns: number): Row[] {
  const both = [before, after];
  const starsIn = (level: Level, { debrief }: Told): Stars | null =>
    starsOf(level, debrief.outcome);
  const scored = both.map(({ debrief }) =>
    debrief.outcome === null ? "none: it was left" : `${round(debrief.outcome)} of 100`,
  );
  const names = [...new Set(both.flatMap(({ debrief }) => debrief.terms.map(({ of }) => of)))];
  const moving = names.filter((of) =>
    both.some(({ debrief }) => !["0", "-0", "-"].includes(amountIn(debrief.terms, of))),
  );
  return [
    line(
      "",
      both.map(({ name }) => name),
      columns,
    ),
    ...(cast.level.scoring === null
      ? []
      : [
          line("outcome", scored, columns),
          line(
            "stars, by that alone",
            both.map((one) => starsText(starsIn(cast.level, one), look) || "none"),
            columns,
          ),
        ]),
    ...(moving.length > 1 ? moving : []).map((of) =>
      line(
        termName(of),
        both.map(({ debrief }) => amountIn(debrief.terms, of)),
        columns,
      ),
    ),
  ];
}

const openAt = ({ moments }: Debrief, tick: Tick): Observation | undefined =>
  moments.findLast(({ open }) => open.tick <= tick)?.open;

/** What an evening shows at the tick where the two part, and the other does not. */
function toldAt(cast: Cast, { name, debrief }: Told, other: Told, tick: Tick): string {
  const theirs = new Set(other.debrief.events.map((event) => JSON.stringify(event)));
  const events = debrief.events.filter(
    (event) => event.tick === tick && !theirs.has(JSON.stringify(event)),
  );
  const open = openAt(debrief, tick);
  const text = open === undefined ? "" : tell(cast, events, tick, open, 200);
  return `${name}: ${text === "" ? "nothing happens." : text}`;
}

function partingRows(view: CompareView, columns: number): readonly Row[] {
  const { cast, before, after } = view;
  const at = partedAt(before.debrief.events, after.debrief.events);
  if (at === null) return [row(" They never part: all that could be seen was the same.", "strong")];
  return [
    row(` They part at t${at}`, "strong"),
    ...[before, after].flatMap((one) =>
      paragraph(toldAt(cast, one, one === before ? after : before, at), columns - 4).map((text) =>
        indent(text, 2),
      ),
    ),
  ];
}

function stripRows(view: CompareView, look: Look, columns: number): readonly Row[] {
  const { before, after, taken } = view;
  const last = Math.max(
    ...[before, after].map(({ debrief }) => debrief.moments.at(-1)?.open.tick ?? 0),
  );
  const wide = columns - 2;
  const strip = ({ debrief: { events, secrets } }: Told): string =>
    scrubber({ events, secrets, tick: null, last }, wide, look);
  const at = taken === null || last === 0 ? null : Math.round((taken * (wide - 1)) / last);
  const text = `^ taken over at t${taken}`;
  const mark = at === null ? "" : `${" ".repeat(Math.min(at, wide - 2))}^`;
  const told = at === null || at + text.length > wide ? `${mark} ` : " ".repeat(at) + text;
  return [
    row(` ${before.name}`, "dim"),
    indent(row(strip(before), "you")),
    row(` ${after.name}`, "dim"),
    indent(row(strip(after), "you")),
    ...(at === null ? [] : [indent(row(told, "timer"))]),
    indent(row(ticksUnder(last, wide), "dim")),
    row(` a sent  b heard  ${look.glyphs.lost} lost  ${look.glyphs.dropped} not kept`, "dim"),
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
  const parting = partingRows(view, columns);
  const strips = stripRows(view, look, columns);
  const table = outcomeRows(view, look, columns);
  const keys = hints(footer("compare"), columns);
  const room = rows - 3 - strips.length - keys.length;
  // Where there is little room the terms give way: where they part must be seen.
  const upper = [...table.slice(0, Math.max(3, room - 1 - parting.length)), blank, ...parting];
  return exactly(
    [
      title,
      ruler(look, columns),
      ...exactly(upper, room),
      ruler(look, columns),
      ...strips,
      ...keys,
    ].map((line) => sized(line, columns)),
    rows,
  );
}
