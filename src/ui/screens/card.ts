/** What a debrief says below its diagram, as leaves that fit there: the card, what it means, and what to read. */
import {
  type Debrief,
  type Event,
  type Fact,
  type Level,
  type Observation,
  patternName,
  type Result,
  starsOf,
} from "../../session/index.ts";
import { betText, type Cast, plural } from "../cast.ts";
import { factOf, termsText } from "../forces/index.ts";
import { keyOf } from "../keys.ts";
import { blank, indent, paragraph, type Row, row, run, wrap } from "../row.ts";
import type { Size } from "./frame.ts";
import type { Message } from "./inspect.ts";

export type Page = "card" | "meaning" | "reading";

export type DebriefView = {
  readonly cast: Cast;
  readonly seed: string;
  /** e.g. "rehearsed from t15"; empty where it was played in earnest. */
  readonly rehearsal: string;
  readonly evening: { readonly n: number; readonly of: number };
  readonly open: Observation;
  readonly events: readonly Event[];
  readonly debrief: Debrief;
  /** Null until the last evening is over. */
  readonly result: Result | null;
  readonly bet: number | null;
  readonly page: Page;
  /** Which leaf of its page. */
  readonly leaf: number;
  readonly lifted: boolean;
  readonly scroll: number;
  /** The message that is looked at closely. */
  readonly inspecting: Message | null;
};

/** A paragraph or a named line: it stands on one leaf. */
type Block = readonly Row[];
type Leaf = readonly Row[];

export const round = (outcome: number): string => String(Math.round(outcome));

/** A strip of ticks: the numbers that it draws are said beside it. */
export const isPicture = (text: string): boolean => /[=.~]{8}/.test(text);

export const lineNames = ["timing", "acknowledgement", "repair"] as const;
const nameColumns = 17;

/** One named line of the card; its text may take several rows. */
function cardLine(name: string, text: string, columns: number): Block {
  return wrap(text, columns - nameColumns - 2).map((part, i) => [
    run(` ${(i === 0 ? name : "").padEnd(nameColumns)}`, "dim"),
    run(part),
  ]);
}

/** What an outcome is counted of, where none can be more. */
export const wholeText = ({ scoring }: Level): string =>
  scoring !== null && scoring.stars[2] > 100 ? "" : " of 100";

/** What an evening came to, beside par and what each star takes; empty where nothing is weighed. */
export function outcomeText({
  cast,
  debrief,
  result,
  evening,
}: Pick<DebriefView, "cast" | "debrief" | "result" | "evening">): string {
  const { outcome } = debrief;
  if (outcome === null) return "";
  const { level } = cast;
  const of100 = wholeText(level);
  const starsText = (of: number): string => plural(starsOf(level, of) ?? 0, "star");
  const { par } = debrief;
  const pattern =
    par === null
      ? ""
      : ` Par ${round(par.outcome)}, ${starsText(par.outcome)} (the pattern: ${patternName(level)}).`;
  const mean =
    result === null || result.outcome === null || evening.of === 1
      ? ""
      : ` Over ${evening.of} evenings ${round(result.outcome)}.`;
  const stars = level.scoring?.stars.join(", ") ?? "";
  const parts = termsText(debrief.terms, outcome);
  return `${round(outcome)}${of100}${parts === "" ? "" : ` (${parts})`}, ${starsText(outcome)} by itself (stars at ${stars}).${pattern}${mean}`;
}

/** The lines of the card, each with its name. */
export function cardTexts(view: DebriefView): readonly (readonly [name: string, text: string])[] {
  const { cast, debrief, bet } = view;
  if (cast.level.scoring === null) return [];
  // An evening that was left cannot be compared with one that was played out.
  const par = debrief.outcome === null ? null : debrief.par;
  const parOf = (fact: Fact): Fact | null => par?.facts.find((f) => f.code === fact.code) ?? null;
  const lines = lineNames.map((name) => {
    const texts = debrief.facts.flatMap((fact) =>
      fact.line === name ? factOf(fact, cast, parOf(fact)) : [],
    );
    return [name, texts.join(" ")] as const;
  });
  const all = [
    ...lines,
    ["outcome", outcomeText(view)] as const,
    ["your bet", betText(cast, bet)] as const,
  ];
  return all.filter(([, text]) => text !== "");
}

const told = (text: string, columns: number): readonly Row[] =>
  paragraph(text, columns - 3).map((line) => indent(line, 2));

function meaningBlocks({ cast, result }: DebriefView, columns: number): readonly Block[] {
  const { debrief, pattern } = cast.level.story;
  if (result === null)
    return [
      [
        row(" One more evening, on a fresh draw of the same law.", "strong"),
        blank,
        ...told(
          `[${keyOf("debrief", "pattern")}] shows how the pattern plays the one that is over; [${keyOf("debrief", "compare")}] sets yours beside it; [${keyOf("debrief", "replay")}] plays yours again.`,
          columns,
        ),
      ],
    ];
  return [
    [
      row(` ${pattern.toUpperCase()}`, "strong"),
      blank,
      row(" In your systems", "dim"),
      ...told(debrief.systems, columns),
    ],
    [row(" In your relationships", "dim"), ...told(debrief.relationships, columns)],
  ];
}

function readingBlocks({ cast }: DebriefView, columns: number): readonly Block[] {
  const [first = [], ...rest] = cast.level.story.debrief.reading.map((text) => told(text, columns));
  return [[row(" Further reading", "dim"), ...first], ...rest];
}

function blocksOf(view: DebriefView, page: Page, size: Size): readonly Block[] {
  const { columns } = size;
  switch (page) {
    case "card":
      return [
        paragraph(view.cast.level.story.debrief.truth, columns - 2, "strong").map((line) =>
          indent(line),
        ),
        ...cardTexts(view).map(([name, text]) => cardLine(name, text, columns)),
        ...(isTall(size) && view.result !== null ? [[blank], ...meaningBlocks(view, columns)] : []),
      ];
    case "meaning":
      return meaningBlocks(view, columns);
    case "reading":
      return readingBlocks(view, columns);
  }
}

/** Rows that the titles, the rulers and the keys take. */
export const framing = 6;
/** The diagram is never lower than this. */
const least = 6;

/** Blocks on as few leaves as hold them in order; only a block higher than a leaf is broken. */
function packed(blocks: readonly Block[], most: number): readonly Leaf[] {
  const leaves: Row[][] = [];
  for (const block of blocks)
    for (let from = 0; from < block.length; from += most) {
      const part = block.slice(from, from + most);
      const last = leaves.at(-1);
      if (last !== undefined && last.length + part.length <= most) last.push(...part);
      else leaves.push([...part]);
    }
  return leaves;
}

/** The leaves of a page. */
const leavesOf = (view: DebriefView, page: Page, size: Size): readonly Leaf[] =>
  packed(blocksOf(view, page, size), size.rows - framing - least);

/** A tall window shows what it means below the card; a low one on a page of its own. */
const isTall = ({ rows }: Size): boolean => rows >= 36;

/** The pages that follow each other. Nobody is led on to another evening by one key too many: a page comes between. */
function pagesOf({ page, result }: DebriefView, size: Size): readonly Page[] {
  if (page === "reading") return ["reading"];
  return result !== null && isTall(size) ? ["card"] : ["card", "meaning"];
}

type Place = Pick<DebriefView, "page" | "leaf">;

const places = (view: DebriefView, size: Size): readonly Place[] =>
  pagesOf(view, size).flatMap((page) =>
    leavesOf(view, page, size).map((_, leaf) => ({ page, leaf })),
  );

/** Where the view is among all leaves; a window that has grown since may have fewer of them. */
function standing(view: DebriefView, size: Size): { at: number; all: readonly Place[] } {
  const all = places(view, size);
  const at = all.findLastIndex(({ page, leaf }) => page === view.page && leaf <= view.leaf);
  return { at: Math.max(0, at), all };
}

/** The rows of the leaf that is open. */
export function leafRows(view: DebriefView, size: Size): Leaf {
  const leaves = leavesOf(view, view.page, size);
  return leaves[Math.min(view.leaf, leaves.length - 1)] ?? [];
}

/** The leaf after the one that is open; null after the last. */
export function leafAfter(view: DebriefView, size: Size): Place | null {
  const { at, all } = standing(view, size);
  return all[at + 1] ?? null;
}

/** Says which leaf of how many is open; nothing where there is only one. */
export function leafText(view: DebriefView, size: Size): string {
  const { at, all } = standing(view, size);
  return all.length <= 1 ? "" : `page ${at + 1} of ${all.length}`;
}

/** Where the key that leads on leads to. */
export function whither(view: DebriefView, size: Size): string {
  const { n, of } = view.evening;
  if (leafAfter(view, size) !== null) return "next page";
  return n < of && view.rehearsal === "" ? `evening ${n + 1}` : "on";
}
