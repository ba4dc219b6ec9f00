/** The head of the board: which level and evening it is, how late, and what there is to win. */
import type { Level, Observation } from "../../session/index.ts";
import { idText } from "../cast.ts";
import { ends, type Row, row, width } from "../row.ts";
import type { BoardView, Goal } from "./board.ts";
import { joined } from "./frame.ts";

export function titleRow(
  { cast, seed, evening, open, rehearsal }: BoardView,
  columns: number,
): Row {
  const { level } = cast;
  const of = evening.of > 1 ? `evening ${evening.n} of ${evening.of}, ` : "";
  const time = `${of}tick ${open.tick}${lengthOf(level, evening.n)}${dayOf(level, open, evening.n)}`;
  const name = `${level.story.title}  ${idText(level.id)}`;
  // The level has been read; the time is what changes.
  const whole = name.length + time.length + 4 <= columns;
  const title = joined(
    [
      [` ${level.story.title}`, "strong"],
      ...(whole ? [[idText(level.id), "dim"] as const] : []),
      [time, "plain"],
    ],
    columns,
  );
  // The time must be seen; the seed stands on the debrief too.
  const tails =
    rehearsal === ""
      ? [`  ${seed} `]
      : [`  ${rehearsal}  ${seed} `, `  ${rehearsal} `, "  rehearsal "];
  const tail = tails.find((text) => width(title) + text.length <= columns);
  return tail === undefined ? title : ends(title, row(tail, "dim"), columns);
}

/** How long the evening is at most, where it has something to win. */
function lengthOf({ evenings, scoring }: Level, evening: number): string {
  const length = evenings[evening - 1]?.length;
  return scoring === null || length === undefined ? "" : ` of ${length}`;
}

/** Which day it is, and how far it has come, where a level has days. */
function dayOf(level: Level, open: Observation, evening: number): string {
  const waits = level.evenings[evening - 1]?.forces.waits;
  if (waits === undefined || waits.daily === 0) return "";
  const dawn = open.forces.waits?.asks.at(-1)?.opened ?? 0;
  return `, day ${open.day} of ${waits.asks.length}, +${open.tick - dawn}`;
}

const marks = { met: "[x]", broken: "[!]", unknown: "[ ]" } as const;

export const goalsRow = (goals: readonly Goal[], columns: number): Row =>
  joined(
    [
      [" goals", "dim"],
      ...goals.map(
        ({ text, state }) =>
          [
            `${marks[state]} ${text}`,
            state === "met" ? "sure" : state === "broken" ? "timer" : "plain",
          ] as const,
      ),
    ],
    columns,
  );
