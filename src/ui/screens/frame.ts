/** What every screen shares: its size, its rules, and the footer. */
import type { Run } from "../row.ts";
import { clip, type Ink, indent, type Row, row, run } from "../row.ts";
import type { Look } from "../theme.ts";

/** The room a screen has: one row and one column less than the window, so that nothing ever wraps. */
export type Size = { readonly columns: number; readonly rows: number };

export const smallest = { columns: 80, rows: 24 } as const;

export const room = (columns: number, rows: number): Size => ({
  columns: columns - 1,
  rows: rows - 1,
});

export const ruler = ({ glyphs }: Look, columns: number): Row => [
  run(" "),
  run(glyphs.rule.repeat(columns - 1), "dim"),
];

/** Key hints, as many to a line as fit. */
export function hints(texts: readonly string[], columns: number): readonly Row[] {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 2 + text.length <= columns - 1)
      lines[lines.length - 1] = `${last}  ${text}`;
    else lines.push(text);
  }
  return lines.map((line) => indent(emphasise(line)));
}

/** The key in brackets stands out; the rest is quiet. */
export function emphasise(text: string): Row {
  return text.split(/(\[[^\]]+\])/).flatMap((part): readonly Run[] => {
    if (part === "") return [];
    return [run(part, part.startsWith("[") ? "strong" : "dim")];
  });
}

/** A row of parts joined by spaces, cut to the columns. */
export const joined = (parts: readonly (readonly [string, Ink])[], columns: number): Row =>
  clip(
    parts.flatMap(([text, ink], i) => (i === 0 ? [run(text, ink)] : [run("  "), run(text, ink)])),
    columns,
  );

export const heading = (text: string): Row => row(text, "strong");
