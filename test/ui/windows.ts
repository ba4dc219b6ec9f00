/** Holds frames to the windows they are drawn for, in every way to draw there is. */
import stringWidth from "string-width";
import { expect } from "vitest";
import { type Row, textOf } from "../../src/ui/row.ts";
import { room, type Size } from "../../src/ui/screens/frame.ts";
import type { Look } from "../../src/ui/theme.ts";
import { openScreen } from "../support/terminal.ts";
import { ascii, unicode } from "./support.ts";

const sizes: readonly Size[] = [room(80, 24), room(100, 30), room(120, 40), room(200, 60)];
export const looks: readonly Look[] = [ascii, unicode];
/** Every way to draw, in turn: not every frame has to be drawn in all of them. */
export const ways = looks.flatMap((look) => sizes.map((size) => ({ look, size })));

/** All characters of the frames that were held. */
export const drawn = { ascii: new Set<string>(), unicode: new Set<string>() };

/** Holds a frame to its window, and keeps its characters for later. */
export function hold(rows: readonly Row[], size: Size, look: Look): void {
  const kept = drawn[look === ascii ? "ascii" : "unicode"];
  const lines = rows.map(textOf);
  expect(lines.length).toBe(size.rows);
  for (const line of lines) {
    for (const character of line) kept.add(character);
    if (line.length > size.columns) expect(line).toHaveLength(size.columns);
  }
}

/** Holds texts to be on a frame to their last letter, on however many lines. */
export function holdWhole(rows: readonly Row[], texts: readonly string[]): void {
  const bare = (text: string): string => text.replaceAll(" ", "");
  const shown = bare(rows.map(textOf).join(""));
  expect(texts.filter((text) => !shown.includes(bare(text)))).toEqual([]);
}

/** Whatever was drawn, and these besides, take one cell each: by the tables that Ink goes by, and on a true screen. */
export async function expectOneCell(besides: readonly string[] = []): Promise<void> {
  const characters = [...new Set([...besides, ...drawn.ascii, ...drawn.unicode])];
  expect(characters.filter((character) => stringWidth(character) !== 1)).toEqual([]);
  const screen = openScreen(10, characters.length + 1);
  await new Promise<void>((done) => screen.write(characters.join("|\r\n").concat("|"), done));
  const lines = characters.map((_, i) => screen.buffer.active.getLine(i)?.translateToString(true));
  expect(lines).toEqual(characters.map((character) => `${character}|`));
}

/** Those that are not printable ASCII. */
export const foreignIn = (characters: Iterable<string>): readonly string[] =>
  [...characters].filter((character) => /[^\n -~]/.test(character));
