/** What a typed line means on a screen's own terms: the same letters, or a command's name, and words after it. */
import { type Command, commandOf, keysText, listed, type Screen } from "../keys.ts";
import type { LinearIo } from "./io.ts";

/** What each command of a screen does in lines: `rest` is what was typed after it, `word` the key itself. */
export type Lines<S extends Screen, Done> = {
  readonly [C in Command<S>]: (rest: string, word: string) => Done | Promise<Done>;
};

/** Does what a line says; null where it says nothing on this screen. */
export function speak<S extends Screen, Done>(
  screen: S,
  lines: Lines<S, Done>,
  line: string,
): Done | Promise<Done> | null {
  const [word = "", ...rest] = line.split(/\s+/);
  const command = commandOf(screen, word, "or name");
  return command === null ? null : lines[command](rest.join(" "), word);
}

/** A letter can be typed where a named key cannot: the first of those, else the name. */
const typable = (keys: readonly string[]): string =>
  keys.length > 4 ? keysText(keys) : (keys.find((key) => key.length === 1) ?? keys[0] ?? "");

/** The letters of a screen, each with what it does; some are left out, since in lines they do nothing. */
export const lettersOf = <S extends Screen>(screen: S, without: readonly Command<S>[]): string =>
  listed(screen, without)
    .filter(({ keys }) => !keys.includes("?"))
    .map(({ keys, help }) => `${typable(keys)} ${help}`)
    .join("; ");

/** The next line with something in it; null at the end of input. A remark is passed over. */
export async function nextLine(io: LinearIo): Promise<string | null> {
  for (;;) {
    const typed = await io.read();
    if (typed === null) return null;
    const line = typed === " " ? "space" : typed.trim();
    if (line !== "" && !line.startsWith("#")) return line;
  }
}

/** What is said to a line that means nothing. */
export const strange = (line: string): string =>
  `"${line.slice(0, 60)}" is nothing here. ? tells what is.`;
