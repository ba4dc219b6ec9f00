/** A moment of a saved game as rows: the board as it was, or with the fog lifted, and a line to scrub along. */
import type { Event, Observation, Tick } from "../../session/index.ts";
import { legsOf } from "../cast.ts";
import { type Drawing, diagram } from "../diagram/index.ts";
import { bar, notes, type Truth, turningPoints } from "../diagram/truth.ts";
import { footer } from "../keys.ts";
import { blank, clip, exactly, indent, paragraph, type Row, row, run, sized } from "../row.ts";
import type { Look } from "../theme.ts";
import { type Cast, chat } from "../words.ts";
import { columnsOf, headerRow } from "./board.ts";
import { chatRows } from "./chat.ts";
import { hints, joined, ruler, type Size } from "./frame.ts";
import { panel } from "./panel.ts";

export type ReplayView = {
  readonly cast: Cast;
  readonly seed: string;
  readonly evening: { readonly n: number; readonly of: number };
  readonly tick: Tick;
  readonly last: Tick;
  readonly open: Observation;
  readonly events: readonly Event[];
  /** What was true, up to this tick; null while the fog is on. */
  readonly truth: Truth | null;
  readonly playing: boolean;
  readonly speed: number;
  readonly notice: string;
};

/** One mark per column: sends below, replies above them in order of weight, the place you are in brackets. */
export function scrubber(
  events: readonly Event[],
  tick: Tick,
  last: Tick,
  columns: number,
): string {
  const at = (t: Tick): number => (last === 0 ? 0 : Math.round((t * (columns - 1)) / last));
  const cells = Array.from({ length: columns }, () => ".");
  for (const event of events) {
    if (event.kind === "sent" && cells[at(event.tick)] === ".") cells[at(event.tick)] = "a";
    if (event.kind === "heard") cells[at(event.tick)] = "b";
  }
  cells[at(tick)] = "@";
  return cells.join("");
}

function upper(
  view: ReplayView,
  instrument: readonly Row[],
  size: Size,
  look: Look,
  height: number,
): readonly Row[] {
  const { left, half, fog } = columnsOf(size);
  const { glyphs } = look;
  const { truth, open, events } = view;
  const lifted = truth !== null;
  const narrow = lifted ? half - 2 : half;
  const fogRow = [run(glyphs.fog.repeat(fog), "fog")] as const;
  const drawing: Drawing = {
    glyphs,
    half: narrow,
    now: view.tick,
    lifted,
    beyond: lifted ? (tick) => bar(truth, glyphs, tick) : () => fogRow,
  };
  const scene = {
    events,
    secrets: truth?.secrets ?? null,
    now: view.tick,
    usual: open.usual,
    legs: legsOf(view.cast),
  };
  const all = diagram(scene, drawing, [], lifted ? turningPoints(truth) : []).rows;
  const shown = exactly(all.slice(Math.max(0, all.length - height)), height);
  const aside = exactly(instrument.slice(1), height);
  return shown.map((line, i) => [
    ...sized(line, left),
    run(`${glyphs.wall} `, "dim"),
    ...(aside[i] ?? []),
  ]);
}

export function replayRows(
  view: ReplayView,
  marks: readonly Event[],
  size: Size,
  look: Look,
): readonly Row[] {
  const { columns, rows } = size;
  const { half, left, side } = columnsOf(size);
  const { cast, evening, truth, tick, last, open, events } = view;
  const of = evening.of > 1 ? `evening ${evening.n} of ${evening.of}, ` : "";
  const note = truth ? notes(cast, truth.secrets, tick).join("; ") : "";
  // What was true is told whole: the diagram gives it its oldest rows.
  const status = paragraph(view.notice !== "" ? view.notice : note, columns - 2, "strong");
  const height = rows - 11 - Math.max(1, status.length);
  const instrument = panel({ cast, open, events }, side - 1, look, 0, height + 1);
  return exactly(
    [
      joined(
        [
          [" REPLAY", "strong"],
          [cast.level.story.title, "plain"],
          [cast.level.id.replace(".", ", tier "), "dim"],
          [`${of}tick ${tick} of ${last}`, "plain"],
          [truth ? "fog off" : "fog on", "dim"],
          [view.seed, "dim"],
        ],
        columns,
      ),
      [
        ...headerRow(truth !== null, truth ? half - 2 : half, left),
        run(`${look.glyphs.wall} `, "dim"),
        ...(instrument[0] ?? []),
      ],
      ...upper(view, instrument, size, look, height),
      ruler(look, columns),
      ...(status.length > 0 ? status : [blank]).map((line) => indent(line)),
      ...chatRows(chat(cast, view.events), 3, columns),
      ruler(look, columns),
      indent(row(scrubber(marks, tick, last, columns - 2), "you")),
      row(` ${view.playing ? "playing" : "paused"}, speed x${view.speed}`, "dim"),
      ...exactly(hints(footer("replay"), columns), 2),
    ].map((line) => clip(line, columns)),
    rows,
  );
}
