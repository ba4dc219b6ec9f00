/** Colours and glyphs by meaning. Strip the colour, or the Unicode, and every two states still differ. */
import chalk from "chalk";
import { type Ground, paletteFor } from "./palette.ts";
import { type Ink, merged, type Row } from "./row.ts";

export type Style = {
  /** A place in the terminal's table of 256 colours, or of 16. */
  readonly color?: number | null;
  readonly bold?: boolean;
  readonly dim?: boolean;
  readonly inverse?: boolean;
};

/** Quiet: what is known to be there and needs no eye. Fog looks the same, so that the two share a run. */
const quiet: Style = { dim: true };

type Styles = { readonly [I in Ink]: Style };

const weights: Styles = {
  plain: {},
  dim: quiet,
  strong: { bold: true },
  you: {},
  them: {},
  sure: { bold: true },
  timer: { bold: true },
  fog: quiet,
  pick: { inverse: true },
};

function coloursOn(ground: Ground): Styles {
  const { you, them, sure, timer } = paletteFor(ground, chalk.level === 1);
  return {
    ...weights,
    you: { color: you },
    them: { color: them },
    sure: { color: sure, bold: true },
    timer: { color: timer },
  };
}

/** One way to draw a line of the channel: how it runs, and how it turns. */
export type Stroke = {
  readonly fill: string;
  /** Leaves you and turns down; comes in from above and runs to them; and the same the other way. */
  readonly down: string;
  readonly into: string;
  readonly up: string;
  readonly home: string;
  /** Under way, where it takes more than a tick. */
  readonly wire: string;
};

export type Glyphs = {
  readonly sent: Stroke;
  readonly late: Stroke;
  readonly fogged: Stroke;
  readonly maybe: Stroke;
  readonly sure: Stroke;
  readonly right: string;
  readonly left: string;
  readonly event: string;
  readonly now: string;
  readonly lane: string;
  readonly fog: string;
  readonly lost: string;
  readonly dropped: string;
  readonly timer: string;
  readonly fold: string;
  readonly full: string;
  readonly able: string;
  readonly empty: string;
  /** From nothing to all, as a height. */
  readonly levels: string;
  readonly star: string;
  readonly noStar: string;
  readonly rule: string;
  readonly wall: string;
  readonly pointer: string;
};

const ascii: Glyphs = {
  sent: { fill: "-", down: "\\", into: "`", up: "/", home: "/", wire: "|" },
  late: { fill: "- ", down: "\\", into: "`", up: "/", home: "/", wire: ":" },
  fogged: { fill: ". ", down: " ", into: " ", up: " ", home: " ", wire: "." },
  maybe: { fill: "=-", down: "\\", into: "`", up: "/", home: "/", wire: "|" },
  sure: { fill: "=", down: "\\", into: "`", up: "/", home: "/", wire: "|" },
  right: ">",
  left: "<",
  event: "*",
  now: "@",
  lane: "|",
  fog: ":",
  lost: "x",
  dropped: "%",
  timer: "!",
  fold: ":",
  full: "#",
  able: "=",
  empty: ".",
  levels: " .:-=+*#",
  star: "*",
  noStar: "-",
  rule: "-",
  wall: "|",
  pointer: ">",
};

const unicode: Glyphs = {
  sent: { fill: "─", down: "╮", into: "╰", up: "╭", home: "╯", wire: "│" },
  late: { fill: "╌", down: "╮", into: "╰", up: "╭", home: "╯", wire: "╎" },
  fogged: { fill: "· ", down: " ", into: " ", up: " ", home: " ", wire: "·" },
  maybe: { fill: "╍", down: "┓", into: "┗", up: "┏", home: "┛", wire: "╏" },
  sure: { fill: "━", down: "┓", into: "┗", up: "┏", home: "┛", wire: "┃" },
  right: "▸",
  left: "◂",
  event: "●",
  now: "◆",
  lane: "│",
  fog: "░",
  lost: "×",
  dropped: "%",
  timer: "!",
  fold: "┊",
  full: "■",
  able: "□",
  empty: "·",
  levels: " ▁▂▃▄▅▆▇█",
  star: "★",
  noStar: "·",
  rule: "─",
  wall: "│",
  pointer: "▸",
};

/** How to draw: chosen once at the start, from flags and the terminal. */
export type Look = { readonly glyphs: Glyphs; readonly style: (ink: Ink) => Style };

export function lookOf(options: {
  readonly ascii: boolean;
  readonly colour: boolean;
  readonly ground?: Ground;
}): Look {
  const styles = options.colour ? coloursOn(options.ground ?? "dark") : weights;
  return { glyphs: options.ascii ? ascii : unicode, style: (ink) => styles[ink] };
}

/** A row as one string, its looks in it as codes of the terminal's own depth. */
export const painted = (row: Row, { style }: Look): string =>
  merged(row, (a, b) => style(a) === style(b))
    .map(({ text, ink }) => coated(text, style(ink)))
    .join("");

function coated(text: string, { color, bold, dim, inverse }: Style): string {
  const quiet = dim ? chalk.dim(text) : text;
  const coloured = color == null ? quiet : chalk.ansi256(color)(quiet);
  const strong = bold ? chalk.bold(coloured) : coloured;
  return inverse ? chalk.inverse(strong) : strong;
}
