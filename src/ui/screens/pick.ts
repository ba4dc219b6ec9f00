/** What the player is being asked for: one of several things, or a number. */
import { type Row, row, run, shortened, sized } from "../row.ts";
import type { Size } from "./frame.ts";

/** A choice the player is being asked for, in place of the chat. */
export type Picking = { readonly question: string; readonly options: readonly string[] };

/** A number the player is being asked for, as far as it was typed. */
export type Asking = { readonly question: string; readonly typed: string };

/** A choice is never cut within its name, nor, where they stand side by side, anywhere: the name then stands alone. */
function fitted(text: string, most: number, alone: boolean): string {
  const [name = ""] = text.split(": ");
  const cut = shortened(text, most);
  const worth = cut === text || (alone && cut.length > name.length + few);
  return worth || name.length > most ? cut : name;
}

/** Letters of what can be spared that are worth showing. */
const few = 12;

/** As many columns as it takes for all options to be seen, read downwards; no option runs into the next. */
export function pickRows(
  { question, options }: Picking,
  { columns }: Size,
  height: number,
): readonly Row[] {
  const rows = Math.min(options.length, height);
  const wide = Math.floor(columns / Math.ceil(options.length / rows));
  const all = options.map((text, i): Row => {
    const number = `  [${i + 1}] `;
    return [
      run(number, "strong"),
      run(fitted(text, wide - number.length, rows === options.length)),
    ];
  });
  const lines = all.slice(0, rows).map((_, i) => all.filter((_, n) => n % rows === i));
  return [
    row(` ${question}`, "strong"),
    ...lines.map((line) => line.flatMap((one) => sized(one, wide))),
  ];
}

export function askRows({ question, typed }: Asking): readonly Row[] {
  return [row(` ${question}`, "strong"), [run("  > ", "dim"), run(`${typed}_`, "strong")]];
}
