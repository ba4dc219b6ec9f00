/** The space-time diagram: time runs down, and long quiet stretches fold into one line. */
import type { Tick } from "../../session/index.ts";
import type { Row } from "../row.ts";
import { crossings, type Line, type Scene } from "./crossing.ts";
import { type Drawing, drawAhead, drawDay, drawFold, drawLine, drawOn, drawQuiet } from "./draw.ts";

export { asidesIn, type Scene, sceneOf, seatCrossings } from "./crossing.ts";
export { type Beyond, type Drawing, drawEmpty, margin } from "./draw.ts";

/** A timer of your own that is still to come. */
export type Ahead = { readonly tick: Tick; readonly text: string };

/** Silences longer than this fold. */
const longest = 2;

/** Rows, and the tick each stands for, so that a view can be moved to a tick. */
export type Diagram = { readonly rows: readonly Row[]; readonly ticks: readonly Tick[] };

/**
 * Every row of the diagram so far, the latest last, then what lies ahead; or only the last `most` rows, since a
 * long evening has thousands. `points` are ticks worth a row of their own although nothing crosses.
 */
export function diagram(
  scene: Scene,
  drawing: Drawing,
  ahead: readonly Ahead[],
  points: readonly Tick[] = [],
  most = Number.POSITIVE_INFINITY,
): Diagram {
  const rows: (() => Row)[] = [];
  const ticks: Tick[] = [];
  const push = (tick: Tick, draw: () => Row): void => {
    // What is told beside the rows is told in their order: where there is such, a row is drawn at once.
    const drawn = drawing.rest === undefined ? null : draw();
    rows.push(drawn === null ? draw : () => drawn);
    ticks.push(tick);
  };
  let reached = -1;
  const quietTo = (to: Tick): void => {
    const from = reached + 1;
    if (to - from + 1 > longest) push(to, () => drawFold(from, to, drawing));
    else for (let tick = from; tick <= to; tick++) push(tick, () => drawQuiet(tick, drawing));
    reached = Math.max(reached, to);
  };
  const lines = scene.lines ?? crossings(scene);
  const busy = new Set(lines.map((line) => line.tick));
  const asides = new Map([...scene.asides].map(([tick, marks]) => [tick, [...marks]]));
  const crossed = lines.map((line): Stop => {
    const aside = isFree(line) ? asides.get(line.tick)?.shift() : undefined;
    return { tick: line.tick, draw: (of) => drawLine(line, of, aside) };
  });
  const bare = new Set([...points, scene.now].filter((tick) => !busy.has(tick)));
  // What found no room beside a message has a row of its own: what came due was there before you did anything.
  const alone = (due: boolean): readonly Stop[] =>
    [...asides].flatMap(([tick, marks]) =>
      marks
        .filter(([, ink]) => (ink === "timer") === due)
        .map((mark): Stop => ({ tick, draw: (of) => drawQuiet(tick, of, mark) })),
    );
  const stops: readonly Stop[] = [
    ...days(scene).map(({ tick, day }): Stop => ({ tick, draw: (of) => drawDay(day, of) })),
    ...alone(true),
    ...crossed,
    ...alone(false),
    ...[...bare]
      .filter((tick) => !scene.asides.has(tick))
      .map((tick): Stop => ({ tick, draw: (of) => drawQuiet(tick, of) })),
  ];
  const before = { ...drawing, now: -1 };
  const inTime = stops.toSorted((one, other) => one.tick - other.tick);
  for (const [i, { tick, draw }] of inTime.entries()) {
    quietTo(tick - 1);
    // Of several rows of the present tick the last is now.
    const more = inTime[i + 1]?.tick === tick;
    push(tick, () => draw(more ? before : drawing));
    reached = Math.max(reached, tick);
    if (more) continue;
    for (const row of drawing.rest?.(tick) ?? []) push(tick, () => drawOn(row, drawing));
  }
  for (const { tick, text } of ahead) push(tick, () => drawAhead(tick, text, drawing));
  const from = Math.max(0, rows.length - most);
  return { rows: rows.slice(from).map((draw) => draw()), ticks: ticks.slice(from) };
}

/** Whether nothing meets your lane on this line. */
const isFree = ({ leftOut, leftIn }: Line): boolean => leftOut === null && leftIn === null;

/** A row that stands for a tick, in the order of time. */
type Stop = { readonly tick: Tick; readonly draw: (drawing: Drawing) => Row };

/** The days after the first. */
const days = ({ events }: Scene): readonly { readonly tick: Tick; readonly day: number }[] =>
  events.flatMap((e) => (e.kind === "dawn" && e.day > 1 ? [{ tick: e.tick, day: e.day }] : []));
