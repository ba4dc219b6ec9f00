/** The debrief as rows: the same diagram with the fog lifted, the card, and what it means. */
import type { Debrief, Event, Fact, Observation, Result, Tick } from "../../session/index.ts";
import { type Cast, legsOf } from "../cast.ts";
import { type Drawing, diagram, margin } from "../diagram/index.ts";
import { barWidth, type Truth, truthBeyond, turningPoints } from "../diagram/truth.ts";
import { factOf } from "../forces/index.ts";
import { footer } from "../keys.ts";
import {
  blank,
  clip,
  ends,
  exactly,
  indent,
  paragraph,
  type Row,
  row,
  run,
  sized,
  wrap,
} from "../row.ts";
import type { Look } from "../theme.ts";
import { hints, joined, ruler, type Size } from "./frame.ts";

export type Page = "card" | "meaning" | "reading";

export type DebriefView = {
  readonly cast: Cast;
  readonly seed: string;
  readonly rehearsal: boolean;
  readonly evening: { readonly n: number; readonly of: number };
  readonly open: Observation;
  readonly events: readonly Event[];
  readonly debrief: Debrief;
  /** Null until the last evening is over. */
  readonly result: Result | null;
  readonly bet: number | null;
  readonly page: Page;
  readonly lifted: boolean;
  readonly scroll: number;
};

export function starsText(stars: number | null, { glyphs }: Look): string {
  if (stars === null) return "";
  return stars === 0 ? "no star" : glyphs.star.repeat(stars) + glyphs.noStar.repeat(3 - stars);
}

const round = (outcome: number): string => String(Math.round(outcome));

function titleRow(
  { cast, seed, evening, result, debrief, rehearsal }: DebriefView,
  look: Look,
  columns: number,
): Row {
  const { story } = cast.level;
  const of = evening.of > 1 ? `evening ${evening.n} of ${evening.of}` : "";
  const scored = debrief.outcome === null ? "" : `outcome ${round(debrief.outcome)}`;
  const total = result?.stars === null || result === null ? "" : starsText(result.stars, look);
  const parts = [
    [` ${story.title}`, "strong"],
    ["what was true", "dim"],
    [of, "plain"],
    [scored, "plain"],
    [total, "sure"],
  ] as const;
  return ends(
    joined(
      parts.filter(([text]) => text !== ""),
      columns,
    ),
    row(`${rehearsal ? "rehearsal  " : ""}${seed} `, "dim"),
    columns,
  );
}

const lineNames = ["timing", "acknowledgement", "repair"] as const;
const nameColumns = 17;

/** One named line of the card; its text may take several rows. */
function cardLine(name: string, text: string, columns: number): readonly Row[] {
  return wrap(text, columns - nameColumns - 2).map((part, i) => [
    run(` ${(i === 0 ? name : "").padEnd(nameColumns)}`, "dim"),
    run(part),
  ]);
}

function outcomeText({ cast, debrief, result, evening }: DebriefView, outcome: number): string {
  const par = debrief.par === null ? "" : `, par ${round(debrief.par.outcome)} (the pattern's bot)`;
  const mean =
    result === null || result.outcome === null || evening.of === 1
      ? ""
      : `; over ${evening.of} evenings ${round(result.outcome)}`;
  const stars = cast.level.scoring?.stars.join(", ") ?? "";
  return `${round(outcome)} of 100${par}${mean}; stars at ${stars}.`;
}

function cardRows(view: DebriefView, columns: number): readonly Row[] {
  const { cast, debrief, bet } = view;
  // An evening that was left cannot be compared with one that was played out.
  const par = debrief.outcome === null ? null : debrief.par;
  const parOf = (fact: Fact): Fact | null => par?.facts.find((f) => f.code === fact.code) ?? null;
  const lines = lineNames.flatMap((name) => {
    const texts = debrief.facts.flatMap((fact) =>
      fact.line === name ? factOf(fact, cast, parOf(fact)) : [],
    );
    return texts.length === 0 ? [] : cardLine(name, texts.join(" "), columns);
  });
  const outcome =
    debrief.outcome === null
      ? []
      : cardLine("outcome", outcomeText(view, debrief.outcome), columns);
  const choice = bet === null ? undefined : cast.level.story.bet?.choices[bet];
  const bets = choice === undefined ? [] : cardLine("your bet", `${choice}.`, columns);
  return [...lines, ...outcome, ...bets];
}

function meaningRows({ cast, result }: DebriefView, columns: number): readonly Row[] {
  const { debrief, pattern } = cast.level.story;
  if (result === null) return [row(" One more evening, on a fresh draw of the same law.", "dim")];
  return [
    row(` ${pattern.toUpperCase()}`, "strong"),
    blank,
    row(" In your systems", "dim"),
    ...paragraph(debrief.systems, columns - 3).map((line) => indent(line, 2)),
    row(" In your relationships", "dim"),
    ...paragraph(debrief.relationships, columns - 3).map((line) => indent(line, 2)),
  ];
}

const readingRows = ({ cast }: DebriefView, columns: number): readonly Row[] => [
  row(" Further reading", "dim"),
  ...cast.level.story.debrief.reading.flatMap((text) =>
    paragraph(text, columns - 3).map((line) => indent(line, 2)),
  ),
];

function pageRows(view: DebriefView, size: Size): readonly Row[] {
  const { columns } = size;
  switch (view.page) {
    case "card":
      return [
        ...paragraph(view.cast.level.story.debrief.truth, columns - 2, "strong").map((line) =>
          indent(line),
        ),
        ...(view.cast.level.scoring === null ? [] : cardRows(view, columns)),
        ...(isTall(size) ? [blank, ...meaningRows(view, columns)] : []),
      ];
    case "meaning":
      return meaningRows(view, columns);
    case "reading":
      return readingRows(view, columns);
  }
}

/** A tall window shows what it means below the card; a low one on a page of its own. */
const isTall = ({ rows }: Size): boolean => rows >= 36;

/** The pages a debrief has, in order: what it means comes after the last evening. */
export const pagesOf = (result: Result | null, size: Size): readonly Page[] =>
  result === null || isTall(size) ? ["card"] : ["card", "meaning"];

type Upper = { readonly rows: readonly Row[]; readonly header: Row };

function upper(view: DebriefView, size: Size, look: Look): Upper {
  const { columns } = size;
  const { glyphs } = look;
  const { secrets, moments } = view.debrief;
  const truth: Truth = { name: view.cast.voice.name, secrets, moments };
  const half = columns >= 117 ? 24 : 13;
  const now: Tick = view.open.tick;
  const drawing: Drawing = {
    glyphs,
    half,
    now,
    lifted: view.lifted,
    beyond: view.lifted
      ? truthBeyond(truth, glyphs)
      : () => [run(glyphs.fog.repeat(barWidth), "fog")],
  };
  const scene = {
    events: view.events,
    secrets: view.lifted ? secrets : null,
    now,
    usual: view.open.usual,
    legs: legsOf(view.cast),
  };
  const drawn = diagram(scene, drawing, [], view.lifted ? turningPoints(secrets) : []);
  const load = moments[0]?.tracks[0]?.name ?? "";
  const at = margin + 2 + 2 * half;
  const label = view.lifted
    ? `${load.padEnd(load === "" ? 0 : barWidth)} what was true`
    : "in the fog";
  const you = ` tick  YOU${" ".repeat(Math.max(1, half - 8))}the channel`;
  return { rows: drawn.rows, header: row(`${you.padEnd(at - 4)}THEM ${label}`, "dim") };
}

/** How many rows of the diagram a debrief shows at once. */
const debriefRows = (view: DebriefView, size: Size): number =>
  Math.max(6, size.rows - 5 - pageRows(view, size).length);

/** How many rows the diagram of a debrief can be scrolled on. */
export const mostScroll = (view: DebriefView, size: Size, look: Look): number =>
  Math.max(0, upper(view, size, look).rows.length - debriefRows(view, size));

export function rowsOfDebrief(view: DebriefView, size: Size, look: Look): readonly Row[] {
  const { columns } = size;
  const page = pageRows(view, size);
  const height = debriefRows(view, size);
  const { rows, header } = upper(view, size, look);
  const start = Math.max(0, Math.min(view.scroll, rows.length - height));
  const more = rows.length - height - start;
  const body = exactly(rows.slice(start, start + height), height).map((line) =>
    clip(line, columns),
  );
  const keys = hints(footer("debrief"), columns);
  return exactly(
    [
      titleRow(view, look, columns),
      ends(header, row(more > 0 ? `${more} more below [j] ` : "", "dim"), columns),
      ...body,
      ruler(look, columns),
      ...exactly(page, size.rows - 5 - height),
      ruler(look, columns),
      ...exactly(keys, 1),
    ].map((line) => sized(line, columns)),
    size.rows,
  );
}
