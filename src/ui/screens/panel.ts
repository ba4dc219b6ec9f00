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

/** The first row is the heading of the whole. */
export function panel(known: Known, columns: number, look: Look): readonly Row[] {
  const [first = [], ...others] = partsOf(known.open).flatMap((part) => {
    const rows = part.panel?.(known, columns, look) ?? [];
    return rows.length === 0 ? [] : [rows];
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
