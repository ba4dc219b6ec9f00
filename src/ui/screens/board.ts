/** The board as rows: the diagram, your side of things, what was said, and what you can do. */
import {
  type Event,
  formatOrder,
  type Key,
  type Level,
  type Move,
  type Observation,
  type Order,
} from "../../session/index.ts";
import { idText } from "../cast.ts";
import { type Ahead, type Drawing, diagram, drawEmpty, margin, sceneOf } from "../diagram/index.ts";
import { partsOf } from "../forces/index.ts";
import { folded } from "../forces/part.ts";
import { type Command, footer, keyOf } from "../keys.ts";
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
  width,
} from "../row.ts";
import type { Look } from "../theme.ts";
import { type Cast, chat } from "../words.ts";
import { actionRows, actions } from "./actions.ts";
import { chatRows } from "./chat.ts";
import { hints, joined, ruler, type Size } from "./frame.ts";
import { instrumentsIn, panel } from "./panel.ts";
import { type Asking, askRows, type Picking, pickRows } from "./pick.ts";

export type Goal = { readonly text: string; readonly state: "met" | "broken" | "unknown" };

export type Hint = { readonly step: number; readonly text: string; readonly shown: boolean };

export type BoardView = {
  readonly cast: Cast;
  readonly seed: string;
  /** e.g. "rehearsed from t15"; empty where it is played in earnest. */
  readonly rehearsal: string;
  readonly evening: { readonly n: number; readonly of: number };
  readonly open: Observation;
  readonly events: readonly Event[];
  /** Keys that still wait for an answer. */
  readonly waiting: readonly Key[];
  readonly moves: readonly Move[];
  /** Keys for which this level has no use. */
  readonly useless: readonly Command<"board">[];
  readonly goals: readonly Goal[];
  readonly orders: readonly Order[];
  readonly limit: number | null;
  /** What just happened. */
  readonly line: string;
  /** 0 for an overview of several instruments; from 1 on, which of them stands on top. */
  readonly side: number;
  /** Rows of the diagram scrolled back from the newest. */
  readonly scroll: number;
  /** The last hint that was asked for; shown in place of the chat until the next move. */
  readonly hint: Hint | null;
  readonly picking: Picking | null;
  readonly asking: Asking | null;
};

/** How the columns of a window are shared out. */
export function columnsOf({ columns }: Size): {
  side: number;
  left: number;
  half: number;
  fog: number;
} {
  const side = columns >= 117 ? 44 : 30;
  const left = columns - side - 2;
  const half = Math.min(26, Math.floor((left - margin - 2 - 8) / 2));
  return { side, left, half, fog: left - margin - 2 - 2 * half };
}

const chatHeight = ({ rows }: Size): number => (rows >= 36 ? 8 : 4);
/** Rows for options: those of the chat, and one that the footer of a picker leaves. */
const pickHeight = (size: Size): number => chatHeight(size) + 1;
const fixedRows = 8;
export const diagramRows = (size: Size): number => size.rows - fixedRows - chatHeight(size);

/** Timers of your own that are still ahead: when a wait becomes longer than usual. */
export function timers({ open, waiting, cast, events }: Known): readonly Ahead[] {
  const own = partsOf(open).flatMap((part) => part.ahead?.({ cast, open, events }) ?? []);
  const ahead = open.sent.flatMap((sent): readonly Ahead[] => {
    const tick = sent.last + open.usual + 1;
    if (!waiting.includes(sent.key) || tick <= open.tick) return [];
    return [{ tick, text: `${sent.key} is older than usual` }];
  });
  return [...own, ...ahead].sort((a, b) => a.tick - b.tick).slice(0, 2);
}

export function titleRow(
  { cast, seed, evening, open, rehearsal }: BoardView,
  columns: number,
): Row {
  const { level } = cast;
  const of = evening.of > 1 ? `evening ${evening.n} of ${evening.of}, ` : "";
  const title = joined(
    [
      [` ${level.story.title}`, "strong"],
      [idText(level.id), "dim"],
      [
        `${of}tick ${open.tick}${lengthOf(level, evening.n)}${dayOf(level, open, evening.n)}`,
        "plain",
      ],
    ],
    columns,
  );
  // The time must be seen; the seed stands on the debrief too.
  const tails =
    rehearsal === ""
      ? [`  ${seed} `]
      : [`  ${rehearsal}  ${seed} `, `  ${rehearsal} `, "  rehearsal "];
  const tail = tails.find((text) => width(title) + text.length <= columns);
  return tail === undefined ? title : ends(title, row(tail, "dim"), columns);
}

/** How long the evening is at most, where it has something to win. */
function lengthOf({ evenings, scoring }: Level, evening: number): string {
  const length = evenings[evening - 1]?.length;
  return scoring === null || length === undefined ? "" : ` of ${length}`;
}

/** Which day it is, and how far it has come, where a level has days. */
function dayOf(level: Level, open: Observation, evening: number): string {
  const waits = level.evenings[evening - 1]?.forces.waits;
  if (waits === undefined || waits.daily === 0) return "";
  const dawn = open.forces.waits?.asks.at(-1)?.opened ?? 0;
  return `, day ${open.day} of ${waits.asks.length}, +${open.tick - dawn}`;
}

const marks = { met: "[x]", broken: "[!]", unknown: "[ ]" } as const;

export const goalsRow = (goals: readonly Goal[], columns: number): Row =>
  joined(
    [
      [" goals", "dim"],
      ...goals.map(
        ({ text, state }) =>
          [
            `${marks[state]} ${text}`,
            state === "met" ? "sure" : state === "broken" ? "timer" : "plain",
          ] as const,
      ),
    ],
    columns,
  );

export function headerRow(lifted: boolean, half: number, columns: number): Row {
  const you = " tick  YOU";
  const middle = "the channel";
  const at = margin + 1 + half - Math.floor(middle.length / 2);
  const them = margin + 1 + 2 * half - 2;
  return sized(
    row(`${you.padEnd(at)}${middle}`.padEnd(them).concat(lifted ? "THEM" : "THEM (fog)"), "dim"),
    columns,
  );
}

type Known = Pick<BoardView, "open" | "events" | "waiting" | "cast">;

function drawingOf({ open }: Known, size: Size, { glyphs }: Look): Drawing {
  const { half, fog } = columnsOf(size);
  const beyond = (): Row => [run(glyphs.fog.repeat(fog), "fog")];
  return { glyphs, half, now: open.tick, lifted: false, beyond };
}

/** The whole diagram, of which a window shows a part. */
function allRows(known: Known, drawing: Drawing): readonly Row[] {
  const { cast, open, events } = known;
  return diagram(sceneOf(cast, open, events), drawing, timers(known)).rows;
}

/** How many rows the diagram can be scrolled back. */
export const mostScroll = (known: Known, size: Size, look: Look): number =>
  Math.max(0, allRows(known, drawingOf(known, size, look)).length - diagramRows(size));

const hintRows = ({ step, text }: Hint, columns: number): readonly Row[] => [
  row(` HINT ${step} of 3`, "strong"),
  ...paragraph(text, columns - 2).map((line) => indent(line)),
];

/** The diagram and the side, row by row. */
function middle(
  view: BoardView,
  instrument: readonly Row[],
  size: Size,
  look: Look,
): readonly Row[] {
  const { left } = columnsOf(size);
  const { open } = view;
  const { glyphs } = look;
  const drawing = drawingOf(view, size, look);
  const all = allRows(view, drawing);
  const height = diagramRows(size);
  const end = Math.max(Math.min(height, all.length), all.length - view.scroll);
  const shown = exactly(
    all.slice(Math.max(0, end - height), end),
    height,
    drawEmpty(open.tick, drawing),
  );
  const aside = exactly(instrument.slice(1), height);
  return shown.map((line, i) => [
    ...sized(line, left),
    run(`${glyphs.wall} `, "dim"),
    ...(aside[i] ?? []),
  ]);
}

export function boardRows(view: BoardView, size: Size, look: Look): readonly Row[] {
  const { columns } = size;
  const { left, half } = columnsOf(size);
  const over = view.open.ended !== null;
  const instrument = instrumentOf(view, size, look);
  const whole = instrumentOf({ ...view, side: 0 }, size, look, Number.POSITIVE_INFINITY);
  const more =
    instrumentsIn(view) > 1 && whole.filter((one) => width(one) > 0).length > diagramRows(size) + 1;
  const keys = over
    ? exactly([row(` [${keyOf("board", "debrief")}] see what was true`, "strong")], actionRows)
    : actions(view, columns, more);
  // Where there is very much to do, the chat gives a row to it.
  const talk = chatHeight(size) + actionRows - keys.length;
  const below = view.asking
    ? [...exactly(askRows(view.asking), chatHeight(size) + 1), ...hints(footer("number"), columns)]
    : view.picking
      ? [
          ...exactly(pickRows(view.picking, size, pickHeight(size)), pickHeight(size) + 1),
          ...hints(footer("pick"), columns),
        ]
      : [
          ...(view.hint?.shown
            ? exactly(hintRows(view.hint, columns), talk)
            : chatRows(chat(view.cast, view.events), talk, columns)),
          ruler(look, columns),
          ...keys,
        ];
  const header = [
    ...headerRow(false, half, left),
    run(`${look.glyphs.wall} `, "dim"),
    ...(instrument[0] ?? []),
  ];
  return exactly(
    [
      titleRow(view, columns),
      goalsRow(view.goals, columns),
      sized(header, columns),
      ...middle(view, instrument, size, look),
      ruler(look, columns),
      indent(row(view.line, "strong")),
      ...below,
    ].map((line) => clip(line, columns)),
    size.rows,
  );
}

/** The side of the board: the instruments, and what is left standing, which is always in view. */
export function instrumentOf(
  view: BoardView,
  size: Size,
  look: Look,
  height = diagramRows(size) + 1,
): readonly Row[] {
  const { cast, open, events, orders, limit, side } = view;
  const columns = columnsOf(size).side - 1;
  const standing = [
    ...orders.flatMap((order) => folded(`order: ${formatOrder(order)}`, "you", columns)),
    ...(limit === null ? [] : [row(`limit of new asks: ${limit}`, "you")]),
  ];
  if (standing.length === 0) return panel({ cast, open, events }, columns, look, side, height);
  const room = height - standing.length;
  const rows = panel({ cast, open, events }, columns, look, side, room);
  return [...rows.slice(0, room), ...(rows.length < room ? [blank] : []), ...standing];
}
