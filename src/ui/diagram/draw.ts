/** Draws the crossings as rows: your lane, the channel, their lane in the fog, and what lies beyond it. */
import type { Tick } from "../../session/index.ts";
import type { Mark } from "../forces/part.ts";
import { type Ink, type Row, type Run, run, sized, textOf, width } from "../row.ts";
import type { Glyphs, Stroke } from "../theme.ts";
import type { Certainty, Claim } from "./claims.ts";
import type { Half, Line } from "./crossing.ts";

/** What stands right of their lane on a line: fog, or the truth. */
export type Beyond = (tick: Tick) => Row;

export type Drawing = {
  readonly glyphs: Glyphs;
  /** Columns of half the channel. */
  readonly half: number;
  readonly now: Tick;
  readonly lifted: boolean;
  /** A message that is looked at closely: the row on which it left you, or reached you. */
  readonly pointed?: { readonly tick: Tick; readonly kind: "sent" | "heard" };
  readonly beyond: Beyond;
  /** What is left to stand there once a tick has had its rows. */
  readonly rest?: (tick: Tick) => readonly Row[];
};

/** Columns before your lane: the pointer and the tick. */
export const margin = 6;

const strokes: { readonly [C in Certainty]: (g: Glyphs) => Stroke } = {
  sent: (g) => g.sent,
  late: (g) => g.late,
  fogged: (g) => g.fogged,
  maybe: (g) => g.maybe,
  sure: (g) => g.sure,
  lost: (g) => g.late,
  dropped: (g) => g.sent,
};

function inkOf(certainty: Certainty, from: "you" | "them"): Ink {
  switch (certainty) {
    case "sure":
      return "sure";
    case "fogged":
      return "fog";
    case "lost":
    case "dropped":
      return "timer";
    case "sent":
    case "late":
    case "maybe":
      return from;
  }
}

const repeat = (fill: string, length: number): string =>
  fill.repeat(Math.ceil(length / fill.length) + 1).slice(0, Math.max(0, length));

/** The label in the middle of a stretch of line. */
function stretch(fill: string, words: string, length: number): string {
  // A dotted line would make a1 look like an attempt of it, a1.2.
  const wide = fill.length > 1 && fill.endsWith(" ") ? ` ${words} ` : words;
  // Where many crossed in one tick, their names stand closer rather than be cut.
  const label = words.length > length ? words.replaceAll(" ", "") : wide;
  const room = Math.max(0, length - label.length);
  const before = Math.min(3, Math.floor(room / 2));
  return repeat(fill, before) + label.slice(0, length) + repeat(fill, room - before);
}

/** What stands beside your lane, in so many columns. */
const besides = (aside: Mark | undefined, columns: number): Row =>
  aside === undefined
    ? [run(" ".repeat(columns))]
    : sized([run(` ${aside[0]}`, aside[1])], columns);

/** The left half: something leaves you, or reaches you, or nothing does. */
function left(line: Line, { glyphs, half }: Drawing, aside: Mark | undefined): Row {
  if (line.leftOut) {
    const { label, certainty } = line.leftOut;
    const stroke = strokes[certainty](glyphs);
    if (certainty === "lost")
      return [run(fill(`${stretch(stroke.fill, label, half - 5)}${glyphs.lost}`, half), "timer")];
    return [run(stretch(stroke.fill, label, half - 1) + stroke.down, inkOf(certainty, "you"))];
  }
  if (line.leftIn) {
    const { label, certainty } = line.leftIn;
    const stroke = strokes[certainty](glyphs);
    return [
      run(
        glyphs.left + stretch(stroke.fill, label, half - 2) + stroke.home,
        inkOf(certainty, "them"),
      ),
    ];
  }
  if (line.wireOut === null) return besides(aside, half);
  const wire = run(strokes[line.wireOut](glyphs).wire, inkOf(line.wireOut, "you"));
  return [...besides(aside, half - 1), wire];
}

const fill = (text: string, to: number): string => text.padEnd(to);

/** The right half: something reaches them as far as you know, or leaves them, or nothing does. */
function right(line: Line, { glyphs, half, lifted }: Drawing): Row {
  if (line.rightOut) {
    const { label, certainty } = line.rightOut;
    const stroke = strokes[certainty](glyphs);
    if (certainty === "lost")
      return [
        run(`${glyphs.lost}${stretch(stroke.fill, label, half - 5)}`.padStart(half), "timer"),
      ];
    return [
      run(
        stroke.up + stretch(stroke.fill, label, half - 2) + glyphs.left,
        inkOf(certainty, "them"),
      ),
    ];
  }
  if (line.rightIn) {
    const { label, certainty } = line.rightIn;
    const stroke = strokes[certainty](glyphs);
    const body = stroke.into + stretch(stroke.fill, label, half - 2);
    return [run(body + tip(certainty, glyphs, lifted), inkOf(certainty, "you"))];
  }
  if (line.wireIn === null) return [run(" ".repeat(half))];
  return [run(strokes[line.wireIn](glyphs).wire.padEnd(half), inkOf(line.wireIn, "them"))];
}

function tip(certainty: Certainty, glyphs: Glyphs, lifted: boolean): string {
  if (certainty === "dropped") return glyphs.dropped;
  if (certainty === "sure" || lifted) return glyphs.right;
  return "?";
}

const arrived = (half: Half | null): boolean => half !== null && half.certainty === "sure";

const label = (tick: Tick, pointer: string): string => `${pointer}${String(tick).padStart(4)} `;

/** The row of a line on which something crosses. */
export function drawLine(line: Line, drawing: Drawing, aside?: Mark): Row {
  const { glyphs, now, pointed } = drawing;
  const at =
    pointed?.tick === line.tick && (pointed.kind === "sent" ? line.leftOut : line.leftIn) !== null;
  const busy = line.leftOut !== null || line.leftIn !== null;
  const here = line.tick === now && !drawing.lifted;
  const theirs = arrived(line.rightIn) || line.rightOut !== null;
  return [
    run(label(line.tick, here || at ? glyphs.pointer : " "), at ? "pick" : here ? "strong" : "dim"),
    busy ? run(glyphs.event, "you") : yours(aside, here, glyphs),
    ...left(line, drawing, aside),
    ...right(line, drawing),
    run(theirs ? glyphs.event : glyphs.lane, theirs ? "them" : "dim"),
    ...claimed(line.rightIn?.claim, drawing.beyond(line.tick)),
  ];
}

/** What may be claimed of an arrival that the picture does not say itself, the fullest first. */
function formsOf(claim: Claim): readonly string[] {
  if (claim.certainty === "maybe")
    return [` 1 of ${claim.of}, by t${claim.by} `, `1 of ${claim.of} by t${claim.by}`];
  if (claim.certainty !== "sure") return [];
  const [from, to] = claim.within;
  return from === to ? [] : [` t${from}..t${to} `, `t${from}..${to}`];
}

/** The fog, with as much of a claim written into it as it has room for. */
function claimed(claim: Claim | undefined, fog: Row): Row {
  const text = claim && formsOf(claim).find((form) => form.length <= width(fog));
  if (text === undefined) return fog;
  return [run(text, "sure"), run(textOf(fog).slice(text.length), "fog")];
}

/** Your lane where no message meets it. */
function yours(aside: Mark | undefined, here: boolean, glyphs: Glyphs): Run {
  if (here) return run(glyphs.now, "you");
  if (aside === undefined) return run(glyphs.lane, "dim");
  return run(aside[1] === "timer" ? glyphs.timer : glyphs.event, aside[1]);
}

/** The row of a tick on which nothing crosses. */
export function drawQuiet(tick: Tick, drawing: Drawing, aside?: Mark): Row {
  const { glyphs, now, half } = drawing;
  const here = tick === now && !drawing.lifted;
  return [
    run(label(tick, here ? glyphs.pointer : " "), here ? "strong" : "dim"),
    yours(aside, here, glyphs),
    ...besides(aside, 2 * half),
    run(glyphs.lane, "dim"),
    ...drawing.beyond(tick),
  ];
}

/** A row between ticks: what stands beyond goes on, and nothing else. */
export const drawOn = (beyond: Row, { glyphs, half }: Drawing): Row => [
  run(" ".repeat(margin)),
  run(glyphs.lane, "dim"),
  run(" ".repeat(2 * half)),
  run(glyphs.lane, "dim"),
  ...beyond,
];

/** The first row of a new day. */
export function drawDay(day: number, { glyphs, half }: Drawing): Row {
  const text = ` day ${day} `;
  const before = Math.floor((2 * half - text.length) / 2);
  return [
    run(" ".repeat(margin)),
    run(glyphs.rule.repeat(before + 1), "dim"),
    run(text),
    run(glyphs.rule.repeat(2 * half - before - text.length + 1), "dim"),
  ];
}

/** A stretch of silence, folded: as long as it was, and one line high. */
export function drawFold(from: Tick, to: Tick, drawing: Drawing): Row {
  const { glyphs, half } = drawing;
  const text = `${to - from + 1} quiet ticks`;
  const pad = Math.max(0, Math.floor((2 * half - text.length) / 2));
  return [
    run(" ".repeat(margin), "dim"),
    run(glyphs.fold, "dim"),
    ...sized([run(" ".repeat(pad) + text, "dim")], 2 * half),
    run(glyphs.fold, "dim"),
    ...drawing.beyond(to),
  ];
}

/** Below the last row there is only fog. */
export const drawEmpty = (tick: Tick, drawing: Drawing): Row => [
  run(" ".repeat(margin + 2 + 2 * drawing.half)),
  ...drawing.beyond(tick),
];

/** A time still ahead: one of your own timers. */
export function drawAhead(tick: Tick, text: string, drawing: Drawing): Row {
  const { glyphs, half } = drawing;
  return [
    run(label(tick, " "), "dim"),
    run(glyphs.timer, "timer"),
    ...sized([run(` ${text}`, "dim")], 2 * half),
    run(glyphs.lane, "dim"),
    ...drawing.beyond(tick),
  ];
}
