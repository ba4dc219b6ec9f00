/** Where the lines of linear mode go, and where they come from. */
export type LinearIo = {
  readonly out: (text: string) => void;
  /** What went wrong beside the game, such as that it is no longer saved. */
  readonly warn: (text: string) => void;
  /** The next line that was typed, or null at the end of input. */
  readonly read: () => Promise<string | null>;
};

/** Reads out numbered choices and takes the next lines for one: its place from 0, or null where the player backs out. */
export async function choose(
  io: LinearIo,
  question: string,
  options: readonly string[],
): Promise<number | null> {
  const asked = `${question} ${options.map((text, i) => `${i + 1} ${text}`).join("; ")}.`;
  io.out(asked);
  for (;;) {
    const line = (await io.read())?.trim() ?? "";
    if (line === "" || line === "esc" || line === "\u001B") {
      io.out("Nothing chosen.");
      return null;
    }
    const n = Number(line);
    if (Number.isInteger(n) && n >= 1 && n <= options.length) return n - 1;
    // A word that only one of them has will do.
    const having = options.flatMap((text, i) => (hasWord(text, line) ? [i] : []));
    const [only] = having;
    if (only !== undefined && having.length === 1) return only;
    io.out(
      `There is no ${line.slice(0, 20)}: 1 to ${options.length}, or an empty line to go back. ${asked}`,
    );
  }
}

const hasWord = (text: string, word: string): boolean =>
  text
    .toLowerCase()
    .split(/[^\w.]+/)
    .includes(word.toLowerCase());

/** Asks for a number from 0 to 99; null where the player backs out. */
export async function number(io: LinearIo, question: string): Promise<number | null> {
  io.out(question);
  for (;;) {
    const line = (await io.read())?.trim() ?? "";
    if (/^\d{1,2}$/.test(line)) return Number(line);
    if (line === "" || line === "esc" || line === "\u001B") {
      io.out("Nothing changed.");
      return null;
    }
    io.out("A number from 0 to 99, or an empty line to go back.");
  }
}
