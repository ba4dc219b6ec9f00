/** The board as rows: the diagram, your side of things, what was said, and what you can do. */
import type { Event, Key, Move, Observation, Order } from "../../session/index.ts";
import { plural } from "../cast.ts";
import {
  type Ahead,
  type Diagram,
  type Drawing,
  diagram,
  drawEmpty,
  margin,
  sceneOf,
} from "../diagram/index.ts";
import { partsOf } from "../forces/index.ts";
import { folded } from "../forces/part.ts";
import { type Command, footer, keyOf, type Screen } from "../keys.ts";
import { orderText } from "../orders.ts";
import {
  blank,
  clip,
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
import { timelyAt } from "../timely.ts";
import { type Cast, chat } from "../words.ts";
import { actionRows, actions } from "./actions.ts";
import { chatRows } from "./chat.ts";
import { hints, ruler, type Size } from "./frame.ts";
import { inspect, inspectRows, type Message } from "./inspect.ts";
import { instrumentsIn, panel, sideAfter } from "./panel.ts";
import { type Asking, askRows, type Picking, pickRows } from "./pick.ts";
import { goalsRow, titleRow } from "./title.ts";

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
  /** The message that is looked at closely. */
  readonly inspecting: Message | null;
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
const fixedRows = 8;
export const diagramRows = (size: Size): number => size.rows - fixedRows - chatHeight(size);

/** Timers of your own that are still ahead: when a wait becomes longer than usual. */
export function timers({ open, waiting, cast, events }: Known): readonly Ahead[] {
  const last = Math.max(...cast.level.evenings.map(({ length }) => length));
  const own = partsOf(open).flatMap((part) => part.ahead?.({ cast, open, events }) ?? []);
  const ahead = open.sent.flatMap((sent): readonly Ahead[] => {
    const tick = sent.last + open.usual + 1;
    if (!waiting.includes(sent.key) || tick <= open.tick) return [];
    return [{ tick, text: `${sent.key} will be older than usual` }];
  });
  return [...own, ...ahead]
    .filter(({ tick }) => tick <= last)
    .sort((a, b) => a.tick - b.tick)
    .slice(0, 2);
}

export function headerRow(lifted: boolean, half: number, columns: number, track = ""): Row {
  const you = " tick  YOU";
  const middle = "the channel";
  const at = margin + 1 + half - Math.floor(middle.length / 2);
  const them = margin + 1 + 2 * half - 2;
  return sized(
    row(
      `${you.padEnd(at)}${middle}`.padEnd(them).concat(lifted ? `THEM ${track}` : "THEM (fog)"),
      "dim",
    ),
    columns,
  );
}

type Known = Pick<BoardView, "open" | "events" | "waiting" | "cast">;
/** What the diagram is drawn from. */
type Shown = Known & Pick<BoardView, "inspecting">;

function drawingOf({ open, inspecting }: Shown, size: Size, { glyphs }: Look): Drawing {
  const { half, fog } = columnsOf(size);
  const beyond = (): Row => [run(glyphs.fog.repeat(fog), "fog")];
  const drawing = { glyphs, half, now: open.tick, lifted: false, beyond };
  return inspecting === null ? drawing : { ...drawing, pointed: inspecting };
}

/** The whole diagram, of which a window shows a part. */
function whole(shown: Shown, drawing: Drawing): Diagram {
  const { cast, open, events } = shown;
  return diagram(sceneOf(cast, open, events), drawing, timers(shown));
}

/** How many rows the diagram can be scrolled back. */
export const mostScroll = (shown: Shown, size: Size, look: Look): number =>
  Math.max(0, whole(shown, drawingOf(shown, size, look)).rows.length - diagramRows(size));

const hintRows = ({ step, text }: Hint, columns: number): readonly Row[] => [
  [run(` HINT ${step} of 3`, "strong"), run("  [esc] puts it away", "dim")],
  ...paragraph(text, columns - 2).map((line) => indent(line)),
];

/** The part of the diagram that a window shows, and how many rows of it lie above and below. */
type Window = { readonly rows: readonly Row[]; readonly above: number; readonly below: number };

function windowOf(view: BoardView, size: Size, look: Look): Window {
  const drawing = drawingOf(view, size, look);
  const { rows, ticks } = whole(view, drawing);
  const height = diagramRows(size);
  // What is looked at closely stands in the middle, as far as that can be.
  const at = view.inspecting === null ? -1 : ticks.lastIndexOf(view.inspecting.tick);
  const scroll = at < 0 ? view.scroll : rows.length - at - Math.ceil(height / 2);
  const end = Math.min(rows.length, Math.max(Math.min(height, rows.length), rows.length - scroll));
  const from = Math.max(0, end - height);
  return {
    rows: exactly(rows.slice(from, end), height, drawEmpty(view.open.tick, drawing)),
    above: from,
    below: rows.length - end,
  };
}

/** The diagram and the side, row by row. */
function middle(
  { rows }: Window,
  instrument: readonly Row[],
  size: Size,
  look: Look,
): readonly Row[] {
  const { left } = columnsOf(size);
  const aside = exactly(instrument.slice(1), rows.length);
  return rows.map((line, i) => [
    ...sized(line, left),
    run(`${look.glyphs.wall} `, "dim"),
    ...(aside[i] ?? []),
  ]);
}

/** The rule below the diagram; it tells how much of that is out of view. */
function scrollRow({ above, below }: Window, look: Look, columns: number): Row {
  const parts = [
    ...(above > 0 ? [`${plural(above, "row")} above`] : []),
    ...(below > 0 ? [`${plural(below, "row")} below`] : []),
  ];
  if (parts.length === 0) return ruler(look, columns);
  const told = run(` ${parts.join(", ")} `, "dim");
  return sized([...clip(ruler(look, columns), 3), told, ...ruler(look, columns).slice(1)], columns);
}

/** What stands below the narrator's line: what the player is asked for, or what was said and what can be done. */
function lower(view: BoardView, more: boolean, size: Size, look: Look): readonly Row[] {
  const { columns } = size;
  const { asking, picking, inspecting, hint } = view;
  const asked = (rows: readonly Row[], keys: Screen): readonly Row[] => [
    ...exactly(rows, chatHeight(size) + 2),
    ...hints(footer(keys), columns),
  ];
  if (asking) return asked(askRows(asking), "number");
  if (picking) return asked(pickRows(picking, size, chatHeight(size) + 1), "pick");
  if (inspecting) return asked(inspectRows(inspect(view, inspecting), columns), "inspect");
  const keys =
    view.open.ended === null
      ? actions(view, columns, more)
      : exactly([row(` [${keyOf("board", "debrief")}] see what was true`, "strong")], actionRows);
  // Where there is very much to do, the chat gives a row to it.
  const talk = chatHeight(size) + actionRows - keys.length;
  return [
    ...(hint?.shown
      ? exactly(hintRows(hint, columns), talk)
      : chatRows(chat(view.cast, view.events), talk, columns)),
    ruler(look, columns),
    ...keys,
  ];
}

export function boardRows(view: BoardView, size: Size, look: Look): readonly Row[] {
  const { columns } = size;
  const { left, half } = columnsOf(size);
  const window = windowOf(view, size, look);
  const instrument = instrumentOf(view, size, look);
  const more = isSideFull(view, size, look);
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
      ...middle(window, instrument, size, look),
      scrollRow(window, look, columns),
      indent(row(view.line, timelyAt(view).length > 0 ? "timer" : "strong")),
      ...lower(view, more, size, look),
    ].map((line) => clip(line, columns)),
    size.rows,
  );
}

type SideView = Pick<BoardView, "cast" | "open" | "events" | "orders" | "limit" | "side">;

/** Whether there is more at the side than there is room for. */
function isSideFull(view: SideView, size: Size, look: Look): boolean {
  const every = instrumentOf({ ...view, side: 0 }, size, look, Number.POSITIVE_INFINITY);
  const rows = every.filter((one) => width(one) > 0).length;
  return instrumentsIn(view) > 1 && rows > diagramRows(size) + 1;
}

/** The instrument after the one on top; null where there is no other, or all are in view. */
export function nextSide(view: SideView, size: Size, look: Look): number | null {
  if (!isSideFull(view, size, look)) return null;
  const { cast, open, events, side } = view;
  return sideAfter({ cast, open, events }, columnsOf(size).side - 1, look, side);
}

/** The side of the board: the instruments, and what is left standing, which is always in view. */
export function instrumentOf(
  view: SideView,
  size: Size,
  look: Look,
  height = diagramRows(size) + 1,
): readonly Row[] {
  const { cast, open, events, orders, limit, side } = view;
  const columns = columnsOf(size).side - 1;
  const standing = [
    ...orders.flatMap((order) => folded(`order: ${orderText(order)}`, "you", columns)),
    ...(limit === null ? [] : [row(`limit of new asks: ${limit}`, "you")]),
  ];
  if (standing.length === 0) return panel({ cast, open, events }, columns, look, side, height);
  const room = height - standing.length;
  const rows = panel({ cast, open, events }, columns, look, side, room);
  return [...rows.slice(0, room), ...(rows.length < room ? [blank] : []), ...standing];
}
