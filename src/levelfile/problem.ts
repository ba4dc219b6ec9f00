/** What is wrong with a file, where, and how to mend it. */

/** A problem at an offset into the text. */
export type Fault = { readonly at: number; readonly problem: string; readonly fix: string };

export type Problem = {
  readonly file: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
  readonly problem: string;
  readonly fix: string;
};

/** What must never reach a terminal or a line of its own: controls, direction marks, halves of characters. */
export const unprintable =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;
/** What may take two cells of a screen, or none, or turn the direction of a line: the screens put a character to a cell. */
export const notOneCell =
  /[^\n -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u203e\u20a0-\u20c0]/u;
const everyNotOneCell = new RegExp(notOneCell.source, "gu");
const everyUnprintable = new RegExp(unprintable.source, "gu");

/** A text with a question mark for whatever would upset the cells of a screen. */
export const inCells = (text: string): string => text.replace(everyNotOneCell, "?");

/** A text from a file, fit to be shown within a sentence. */
export const shown = (text: string, most = 200): string => {
  const clean = text.replace(everyUnprintable, "\u00b7");
  return clean.length > most ? `${clean.slice(0, most - 1)}\u2026` : clean;
};

/** More than this would hide the one that matters. */
export const MOST = 50;

export function locate(file: string, text: string, faults: readonly Fault[]): readonly Problem[] {
  const said = new Set<string>();
  const problems: Problem[] = [];
  for (const { at, problem, fix } of [...faults].sort((a, b) => a.at - b.at)) {
    if (problems.length === MOST) break;
    const before = text.slice(0, at).split("\n");
    const line = before.length;
    const column = (before.at(-1)?.length ?? 0) + 1;
    const found = { file, line, column, problem: shown(problem, 400), fix: shown(fix, 400) };
    const sentence = formatProblem(found);
    if (!said.has(sentence)) problems.push(found);
    said.add(sentence);
  }
  return problems;
}

export const formatProblem = ({ file, line, column, problem, fix }: Problem): string =>
  `${shown(file)}:${line}:${column}: ${problem} ${fix}`;
