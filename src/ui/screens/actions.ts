/** The board's footer: what can be done now, and the keys for it. */
import { allActs, possible } from "../acts.ts";
import { type Command, footer } from "../keys.ts";
import { exactly, type Row } from "../row.ts";
import type { BoardView } from "./board.ts";
import { hints } from "./frame.ts";
import { messagesIn } from "./inspect.ts";

/** How many rows it takes at least; where all that can be spared is not enough, one more. */
export const actionRows = 2;
/** What the footer can spare, the first of it first, where there is much to do: help lists it. */
const spare: readonly Command<"board">[] = [
  "inspect",
  "down",
  "brief",
  "leave",
  "waitMore",
  "hint",
];

/** The footer leaves out what cannot be done now, then what there is no room for. */
export function actions(
  { useless, moves, hint, events }: Pick<BoardView, "useless" | "moves" | "hint" | "events">,
  columns: number,
  more: boolean,
): readonly Row[] {
  const can = possible(moves);
  const hidden = [
    ...useless,
    ...allActs.filter((act) => !can.includes(act)),
    ...(more ? [] : (["side"] as const)),
    ...(messagesIn(events).length > 0 ? [] : (["inspect"] as const)),
  ];
  const without = (n: number): readonly Row[] =>
    hints(
      footer("board", [...hidden, ...spare.slice(0, n)]).map((text) =>
        /^\[H\]int$|\] hint$/.test(text) ? `${text} ${hint?.step ?? 0}/3` : text,
      ),
      columns,
    );
  let spared = 0;
  while (without(spared).length > actionRows && spared < spare.length) spared += 1;
  const rows = without(spared);
  return exactly(rows, Math.max(actionRows, rows.length));
}
