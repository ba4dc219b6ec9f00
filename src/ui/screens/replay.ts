/** A moment of a saved game as rows: the board as it was, the fog lifted, or the other seat; and a line to scrub along. */
import {
  type Event,
  type Observation,
  type Replay,
  rules,
  type Secret,
  type Tick,
} from "../../session/index.ts";
import { idText } from "../cast.ts";
import { type Drawing, diagram, drawEmpty, type Scene, sceneOf } from "../diagram/index.ts";
import { bar, notes, type Truth } from "../diagram/truth.ts";
import { footer } from "../keys.ts";
import {
  blank,
  clip,
  ends,
  exactly,
  type Ink,
  indent,
  paragraph,
  type Row,
  row,
  run,
  sized,
} from "../row.ts";
import type { Look } from "../theme.ts";
import { type Cast, chat, type Said } from "../words.ts";
import { columnsOf, headerRow } from "./board.ts";
import { chatRows } from "./chat.ts";
import { hints, joined, ruler, type Size } from "./frame.ts";
import { type Mark, marksRow, scrubber, ticksUnder, trackRow } from "./marks.ts";
import { panel } from "./panel.ts";
import { type Asking, askRows, type Picking, pickRows } from "./pick.ts";
import { seatChat, seatNotes, seatPanel, seatScene } from "./seats.ts";

/** Whether an evening, counted from 1, came out as recorded when it was played again; if not, why it is only watched. */
export function verifiedText(replay: Replay, evening: number): string {
  if (replay.evenings[evening - 1]?.verified) return "verified";
  return `${replay.rules === rules ? "another level" : `rules ${replay.rules}`}: watch only`;
}

export type ReplayView = {
  readonly cast: Cast;
  /** Whose evening it is, where it is not the player's. */
  readonly title: string;
  readonly seed: string;
  /** e.g. "verified". */
  readonly verified: string;
  readonly evening: { readonly n: number; readonly of: number };
  readonly tick: Tick;
  readonly last: Tick;
  readonly open: Observation;
  readonly events: readonly Event[];
  /** What was true, up to this tick; null while the fog is on. */
  readonly truth: Truth | null;
  /** Whether it is seen from their seat: only where there is truth. */
  readonly seat: boolean;
  /** Of the whole evening: events, secrets once the fog is off, and what to jump to. */
  readonly film: {
    readonly events: readonly Event[];
    readonly secrets: readonly Secret[] | null;
    readonly marks: readonly Mark[];
    /** Ticks of which there is something to tell, once the fog is off. */
    readonly points: readonly Tick[];
  };
  readonly playing: boolean;
  readonly speed: number;
  readonly notice: string;
  readonly asking: Asking | null;
  readonly picking: Picking | null;
};

/** What a seat shows at a tick. */
type Seen = {
  readonly scene: Scene;
  readonly points: readonly Tick[];
  readonly beyond: Drawing["beyond"] | null;
  readonly instrument: (columns: number, height: number) => readonly Row[];
  readonly said: readonly Said[];
  readonly note: string;
  readonly header: (half: number, left: number) => Row;
};

const keyIn = (event: Event): string | null =>
  event.kind === "sent" || event.kind === "heard" ? event.key : null;

/** More sayings than any window shows. */
const sayings = 16;

/** The events that the latest sayings are told from: a long evening has thousands before them. */
function latest(events: readonly Event[]): readonly Event[] {
  let from = events.length;
  for (let left = sayings; from > 0 && left > 0; from--) {
    const event = events[from - 1];
    if (event?.kind === "sent" || (event?.kind === "heard" && event.what !== "beat")) left--;
  }
  const tail = events.slice(from);
  const keys = new Set(tail.map(keyIn));
  keys.delete(null);
  return [...events.slice(0, from).filter((event) => keys.has(keyIn(event))), ...tail];
}

function yours(view: ReplayView, look: Look): Seen {
  const { cast, truth, open, events, tick } = view;
  return {
    scene: sceneOf(cast, open, events, truth?.secrets ?? null),
    points: view.film.points.filter((at) => at <= tick),
    beyond: truth ? (at) => bar(truth, look.glyphs, at) : null,
    instrument: (columns, height) => panel({ cast, open, events }, columns, look, 0, height),
    said: chat(cast, latest(events)),
    note: truth ? notes(cast, truth.secrets, tick).join("; ") : "",
    header: (half, left) =>
      headerRow(truth !== null, half, left, truth?.moments[0]?.tracks[0]?.name),
  };
}

function theirs(view: ReplayView, truth: Truth, look: Look): Seen {
  const { cast, open, events, tick, film } = view;
  const seat = { cast, open, events, truth, tick, all: film.events };
  return {
    scene: seatScene(seat),
    points: [],
    beyond: null,
    instrument: (columns) => seatPanel(seat, columns, look),
    said: seatChat(seat),
    note: seatNotes(seat).join("; "),
    header: (half, left) => {
      const them = " tick  THEM, now you";
      return sized(row(`${them.padEnd(2 * half + 5)}YOU (fog)`, "dim"), left);
    },
  };
}

function upper(
  view: ReplayView,
  seen: Seen,
  size: Size,
  look: Look,
  height: number,
): readonly Row[] {
  const { left, half, fog, side } = columnsOf(size);
  const { glyphs } = look;
  const lifted = seen.beyond !== null;
  const narrow = lifted ? half - 2 : half;
  const fogRow = [run(glyphs.fog.repeat(fog), "fog")] as const;
  const drawing: Drawing = {
    glyphs,
    half: narrow,
    now: view.tick,
    lifted,
    beyond: seen.beyond ?? (() => fogRow),
  };
  const { rows } = diagram(seen.scene, drawing, [], seen.points, height);
  // Below what has come there is fog, as there was.
  const shown = exactly(rows, height, lifted ? blank : drawEmpty(view.tick, drawing));
  const instrument = exactly(seen.instrument(side - 1, height + 1), height + 1);
  return [seen.header(narrow, left), ...shown].map((line, i) => [
    ...sized(line, left),
    run(`${glyphs.wall} `, "dim"),
    ...(instrument[i] ?? []),
  ]);
}

/** What the first line says, the least needed last: as much of it as there is room for. */
function titleRow(view: ReplayView, columns: number): Row {
  const { cast, evening, tick, last, truth, seat } = view;
  const of = evening.of > 1 ? `evening ${evening.n} of ${evening.of}, ` : "";
  const parts: readonly (readonly [string, Ink, number])[] = [
    [view.title === "" ? " REPLAY" : ` ${view.title}`, "strong", 0],
    [cast.level.story.title, "plain", 2],
    [idText(cast.level.id), "dim", 5],
    [`${of}tick ${tick} of ${last}`, "plain", 0],
    [seat ? "their seat" : truth ? "fog off" : "fog on", "dim", 0],
    [view.verified, "dim", 3],
    [view.seed, "dim", 4],
  ];
  for (let rank = 5; ; rank--) {
    const given = parts.filter((part) => part[2] <= rank);
    const wide = given.reduce((sum, [text]) => sum + text.length + 2, -2);
    if (wide <= columns || rank === 0)
      return joined(
        given.map(([text, ink]) => [text, ink] as const),
        columns,
      );
  }
}

/** Rows of keys below a replay. */
const keyRows = 3;
const chatHeight = ({ rows }: Size): number => (rows >= 36 ? 6 : 3);

/** What is said or asked, between the diagram and the line to scrub along. */
function talk(view: ReplayView, seen: Seen, size: Size): readonly Row[] {
  const { columns } = size;
  const height = chatHeight(size);
  if (view.asking) return exactly(askRows(view.asking), height + 1);
  if (view.picking) return exactly(pickRows(view.picking, size, height), height + 1);
  // What was true is told whole: the diagram gives it its oldest rows.
  const status = paragraph(view.notice || seen.note, columns - 2, "strong");
  return [
    ...(status.length > 0 ? status : [blank]).map((line) => indent(line)),
    ...chatRows(seen.said, height, columns),
  ];
}

const keysOf = ({ asking, picking }: ReplayView): readonly string[] =>
  footer(asking ? "number" : picking ? "pick" : "replay");

/** What was true of the whole evening, not only up to the tick. */
const filmTruth = ({ film }: ReplayView, truth: Truth): Truth => ({
  ...truth,
  secrets: film.secrets ?? [],
});

export function replayRows(view: ReplayView, size: Size, look: Look): readonly Row[] {
  const { columns, rows } = size;
  const { truth, tick, last, film, playing, speed, seat } = view;
  const seen = truth !== null && seat ? theirs(view, truth, look) : yours(view, look);
  const middle = talk(view, seen, size);
  const line = { ...film, tick, last };
  const pace = row(`  ${playing ? "playing" : "paused"} x${speed} `, "dim");
  const track = truth === null ? [] : trackRow(filmTruth(view, truth), last, columns - 2, look);
  const below = [
    ruler(look, columns),
    ...(track.length === 0 ? [] : [indent(track)]),
    indent(row(scrubber(line, columns - 2, look), "you")),
    indent(row(ticksUnder(last, columns - 2), "dim")),
    ends(marksRow(film.marks, tick, columns - 14), pace, columns),
    ...exactly(hints(keysOf(view), columns), keyRows),
  ];
  const height = rows - 3 - middle.length - below.length;
  return exactly(
    [
      titleRow(view, columns),
      ...upper(view, seen, size, look, height),
      ruler(look, columns),
      ...middle,
      ...below,
    ].map((line) => clip(line, columns)),
    rows,
  );
}
