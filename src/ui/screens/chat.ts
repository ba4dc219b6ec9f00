/** What was said, as rows. */
import { ends, exactly, type Row, row, run, shortened, width, wrap } from "../row.ts";
import type { Said } from "../words.ts";

/** One saying: theirs on as many rows as its words need, your own, which you know, on one. */
function saidRows({ tick, who, name, text, note }: Said, columns: number): readonly Row[] {
  const when = ` t${String(tick).padEnd(4)}`;
  const whose = name === "" ? "" : `${name}: `;
  const tail = row(note === "" ? "" : `  ${note} `, "fog");
  const start = when.length + whose.length;
  const room = columns - start - Math.max(1, width(tail));
  const shown = who === "you" ? [shortened(text, room)] : wrap(text, room);
  return shown.map((words, i) => {
    const head = i === 0 ? [run(when, "dim"), run(whose, who)] : [run(" ".repeat(start))];
    const ink = who === "you" && note !== "" ? "dim" : "plain";
    return ends([...head, run(words, ink)], i === 0 ? tail : [], columns);
  });
}

/** The latest that was said, whole sayings only, in exactly so many rows. */
export function chatRows(said: readonly Said[], count: number, columns: number): readonly Row[] {
  const shown: Row[] = [];
  for (const one of said.slice(-count).toReversed()) {
    const rows = saidRows(one, columns);
    if (shown.length + rows.length > count) break;
    shown.unshift(...rows);
  }
  return exactly(shown, count);
}
