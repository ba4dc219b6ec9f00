/** The side of the board: the instruments of the forces at work, below one another. */

import { tenth } from "../cast.ts";
import { instrumentsOf, partsOf } from "../forces/index.ts";
import { barOf, type Known } from "../forces/part.ts";
import { blank, type Row, row, width } from "../row.ts";
import type { Look } from "../theme.ts";
import { heading } from "./frame.ts";

const capOf = ({ cast }: Known): number => cast.level.evenings[0]?.energy?.cap ?? 1;

function energyRows(known: Known, look: Look): readonly Row[] {
  const { energy } = known.open;
  if (energy === null) return [];
  const cap = capOf(known);
  return [row(`energy ${barOf(energy / cap, 8, look)} ${tenth(energy)}/${cap}`, "you")];
}

/** How many instruments a level has. */
export const instrumentsIn = ({ open }: Pick<Known, "open">): number => instrumentsOf(open).length;

type Instrument = { readonly whole: readonly Row[]; readonly brief: readonly Row[] };

/** One for each that the level has, so that each keeps its place; null while it has nothing to show. */
function instruments(known: Known, columns: number, look: Look): readonly (Instrument | null)[] {
  const having = instrumentsOf(known.open);
  return having.map((part) => {
    const whole = part.panel?.(known, columns, look) ?? [];
    // Among several, a heading with nothing under it waits until there is something.
    if (whole.length === 0 || (whole.length === 1 && having.length > 1)) return null;
    const brief = having.length > 1 ? part.brief?.(known, columns, look) : undefined;
    return { whole, brief: brief ?? whole };
  });
}

/** The next instrument to stand on top that has something to show; after the last, the overview. */
export function sideAfter(known: Known, columns: number, look: Look, side: number): number {
  const next = instruments(known, columns, look).findIndex((one, i) => i >= side && one !== null);
  return next + 1;
}

const below = (blocks: readonly (readonly Row[])[]): readonly Row[] =>
  blocks
    .filter((rows) => rows.length > 0)
    .flatMap((rows, i) => (i === 0 ? rows : [blank, ...rows]));

/** Without air. */
const packed = (rows: readonly Row[]): readonly Row[] => rows.filter((one) => width(one) > 0);

/** Each in brief where there is no room for its whole; `first`, if any, stands whole on top. */
function arranged(
  all: readonly Instrument[],
  first: number | null,
  height: number,
): readonly Row[] {
  const from = first ?? 0;
  const order = [...all.slice(from), ...all.slice(0, from)];
  let shown = order.map(({ whole, brief }, i) => (i === 0 && first !== null ? whole : brief));
  for (const [i, { whole }] of order.entries()) {
    const more = shown.with(i, whole);
    if (packed(below(more)).length <= height) shown = more;
  }
  return below(shown);
}

/**
 * The first row is the heading of the whole. `side`: 0 for an overview, or which instrument stands on top where not all
 * fit, counted from 1 among those of the level. Where there is no room for air there is none.
 */
export function panel(
  known: Known,
  columns: number,
  look: Look,
  side = 0,
  height = Number.POSITIVE_INFINITY,
): readonly Row[] {
  const slots = instruments(known, columns, look);
  const all = slots.filter((one) => one !== null);
  const energy = energyRows(known, look);
  const room = height - energy.length;
  const fit = packed(all.flatMap(({ whole }) => whole)).length <= room;
  const chosen = all.findIndex((one) => one === slots[side - 1]);
  const first = fit ? 0 : chosen < 0 ? null : chosen;
  const [top = heading("YOU"), ...rows] = arranged(all, first, room);
  const lines = [top, ...energy, ...rows];
  const tight = lines.length <= height ? lines : packed(lines);
  if (tight.length <= height) return tight;
  return [...tight.slice(0, height - 1), row(`.. ${tight.length - height + 1} more rows`, "dim")];
}

/** The same in sentences. */
export function panelSentences(known: Known): readonly string[] {
  const { energy } = known.open;
  const mine = energy === null ? [] : [`Energy ${tenth(energy)} of ${capOf(known)}.`];
  return [...mine, ...partsOf(known.open).flatMap((part) => part.sentences?.(known) ?? [])];
}
