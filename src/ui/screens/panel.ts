/** The side of the board: the instruments of the forces at work, below one another. */
import { partsOf } from "../forces/index.ts";
import { barOf, type Known } from "../forces/part.ts";
import { blank, clip, type Row, row } from "../row.ts";
import type { Look } from "../theme.ts";
import { heading } from "./frame.ts";

/** Rounded to a tenth, for the eye. */
const tenth = (amount: number): string => String(Math.round(amount * 10) / 10);

const capOf = ({ cast }: Known): number => cast.level.evenings[0]?.energy?.cap ?? 1;

function energyRows(known: Known, look: Look): readonly Row[] {
  const { energy } = known.open;
  if (energy === null) return [];
  const cap = capOf(known);
  return [row(`energy ${barOf(energy / cap, 8, look)} ${tenth(energy)}/${cap}`, "you")];
}

/** How many instruments a level has. */
export const instrumentsIn = ({ open }: Pick<Known, "open">): number =>
  partsOf(open).filter((part) => part.panel !== undefined).length;

/** Each in its place, from one on: whoever has several can bring any of them to the top. */
const from = <T>(all: readonly T[], first: number): readonly T[] => [
  ...all.slice(first % Math.max(1, all.length)),
  ...all.slice(0, first % Math.max(1, all.length)),
];

/** The first row is the heading of the whole. `start` says which instrument stands on top. */
export function panel(known: Known, columns: number, look: Look, start = 0): readonly Row[] {
  const having = partsOf(known.open).filter((part) => part.panel !== undefined);
  const [first = [], ...others] = from(having, start).flatMap((part) => {
    const rows = part.panel?.(known, columns, look) ?? [];
    // Among several, a heading with nothing under it waits until there is something.
    return rows.length === 0 || (rows.length === 1 && having.length > 1) ? [] : [rows];
  });
  const [top = heading("YOU"), ...rows] = first;
  return [
    top,
    ...energyRows(known, look),
    ...rows,
    ...others.flatMap((more) => [blank, ...more]),
  ].map((line) => clip(line, columns));
}

/** The same in sentences. */
export function panelSentences(known: Known): readonly string[] {
  const { energy } = known.open;
  const mine = energy === null ? [] : [`Energy ${tenth(energy)} of ${capOf(known)}.`];
  return [...mine, ...partsOf(known.open).flatMap((part) => part.sentences?.(known) ?? [])];
}
