/** A row of the screen as data: runs of text, each with a meaning that the theme turns into a look. */

/** What a run of text means. Shape carries it first, weight second, colour third. */
export type Ink = "plain" | "dim" | "strong" | "you" | "them" | "sure" | "timer" | "fog" | "pick";
export type Run = { readonly text: string; readonly ink: Ink };
export type Row = readonly Run[];

export const run = (text: string, ink: Ink = "plain"): Run => ({ text, ink });
export const row = (text: string, ink: Ink = "plain"): Row => [run(text, ink)];
export const blank: Row = [];

/**
 * The same row in as few runs as it has looks: each costs bytes on the wire and time in the painter.
 * `alike` says whether two inks look the same.
 */
export function merged(of: Row, alike: (a: Ink, b: Ink) => boolean): Row {
  const runs: Run[] = [];
  for (const { text, ink } of of) {
    const last = runs.at(-1);
    const joins =
      last !== undefined &&
      last.ink !== "pick" &&
      (alike(last.ink, ink) || (text.trim() === "" && ink !== "pick"));
    if (joins) runs[runs.length - 1] = { text: last.text + text, ink: last.ink };
    else runs.push({ text, ink });
  }
  const end = runs.at(-1);
  if (end !== undefined && end.ink !== "pick")
    runs[runs.length - 1] = { text: end.text.trimEnd(), ink: end.ink };
  return runs.filter(({ text }) => text !== "");
}

/** Every glyph the game draws is one cell wide (a test holds that), so length is width. */
export const width = (of: Row): number => of.reduce((sum, { text }) => sum + text.length, 0);
export const textOf = (of: Row): string => of.map(({ text }) => text).join("");

/** The row cut to a width. */
export function clip(of: Row, most: number): Row {
  let left = most;
  return of.flatMap(({ text, ink }) => {
    const part = text.slice(0, Math.max(0, left));
    left -= text.length;
    return part === "" ? [] : [{ text: part, ink }];
  });
}

/** The row cut or filled with spaces to exactly a width. */
export function sized(of: Row, to: number): Row {
  const cut = clip(of, to);
  const missing = to - width(cut);
  return missing > 0 ? [...cut, run(" ".repeat(missing))] : cut;
}

/** Left and right parts at the two ends of a width; the right one gives way last. */
export function ends(left: Row, right: Row, to: number): Row {
  const tail = clip(right, to);
  return [...sized(left, to - width(tail)), ...tail];
}

/** Words wrapped into lines of at most a width; a word longer than that, such as a path, goes on in the next. */
export function wrap(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((w) => w !== "")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else for (let at = 0; at < word.length; at += most) lines.push(word.slice(at, at + most));
  }
  return lines;
}

/** A text cut to a width at a word's end, and seen to be cut: also where a sentence ends there, or a quotation goes on. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const quote = text.endsWith('"') ? '"' : "";
  const cut = (room: number): string => {
    const [words = ""] = wrap(text, Math.max(1, room - quote.length));
    const bare = words.replace(/[,;:]$/, "");
    return `${bare}${/[.!?]$/.test(bare) ? " " : ""}..${quote}`;
  };
  const first = cut(most - 2);
  return first.length <= most ? first : cut(most - 3);
}

export const paragraph = (text: string, most: number, ink: Ink = "plain"): readonly Row[] =>
  wrap(text, most).map((line) => row(line, ink));

/** A line of text set in from the left edge, as every line of the game is. */
export const indent = (of: Row, by = 1): Row => [run(" ".repeat(by)), ...of];

/** Exactly this many rows: the rest is cut, or filled up. */
export const exactly = (rows: readonly Row[], count: number, filler = blank): readonly Row[] =>
  rows.length >= count
    ? rows.slice(0, count)
    : [...rows, ...Array.from({ length: count - rows.length }, () => filler)];
