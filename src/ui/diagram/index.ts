/** The space-time diagram: time runs down, and long quiet stretches fold into one line. */
import type { Tick } from "../../session/index.ts";
import type { Row } from "../row.ts";
import { crossings, type Line, type Scene } from "./crossing.ts";
import { type Drawing, drawAhead, drawFold, drawLine, drawQuiet } from "./draw.ts";

export type { Scene } from "./crossing.ts";
export { type Beyond, type Drawing, drawEmpty, margin } from "./draw.ts";

/** A timer of your own that is still to come. */
export type Ahead = { readonly tick: Tick; readonly text: string };

/** Silences longer than this fold. */
const longest = 2;

/** Rows, and the tick each stands for, so that a view can be moved to a tick. */
export type Diagram = { readonly rows: readonly Row[]; readonly ticks: readonly Tick[] };

/**
 * Every row of the diagram so far, the latest last, then what lies ahead.
 * `points` are ticks worth a row of their own although nothing crosses.
 */
export function diagram(
  scene: Scene,
  drawing: Drawing,
  ahead: readonly Ahead[],
  points: readonly Tick[] = [],
): Diagram {
  const rows: Row[] = [];
  const ticks: Tick[] = [];
  const push = (tick: Tick, row: Row): void => {
    rows.push(row);
    ticks.push(tick);
  };
  let reached = -1;
  const quietTo = (to: Tick): void => {
    const from = reached + 1;
    if (to - from + 1 > longest) push(to, drawFold(from, to, drawing));
    else for (let tick = from; tick <= to; tick++) push(tick, drawQuiet(tick, drawing));
    reached = Math.max(reached, to);
  };
  const lines = crossings(scene);
  const busy = new Set(lines.map((line) => line.tick));
  const bare = [...points, scene.now].filter((tick) => !busy.has(tick));
  const stops: readonly (Line | Tick)[] = [...lines, ...new Set(bare)].sort(
    (a, b) => tickOf(a) - tickOf(b),
  );
  for (const stop of stops) {
    const tick = tickOf(stop);
    quietTo(tick - 1);
    push(tick, typeof stop === "number" ? drawQuiet(stop, drawing) : drawLine(stop, drawing));
    reached = Math.max(reached, tick);
  }
  for (const { tick, text } of ahead) push(tick, drawAhead(tick, text, drawing));
  return { rows, ticks };
}

const tickOf = (stop: Line | Tick): Tick => (typeof stop === "number" ? stop : stop.tick);
