/** Plays by lines: typed by a person, piped in, or given with --intents. */
import { createInterface } from "node:readline";
import type { LinearIo } from "../ui/linear/io.ts";

/** The lines that were given, then those of standard input. */
function reader(given: readonly string[]): {
  read: LinearIo["read"];
  unread: (line: string) => void;
  close: () => void;
} {
  const ahead = [...given];
  const lines = createInterface({ input: process.stdin, terminal: false });
  const typed = lines[Symbol.asyncIterator]();
  return {
    close: () => lines.close(),
    unread: (line) => void ahead.unshift(line),
    read: async () => {
      const next = ahead.shift();
      if (next !== undefined) return next;
      if (process.stdin.isTTY === true) process.stdout.write("> ");
      const { value, done } = await typed.next();
      if (done === true) return null;
      // One line may hold several moves.
      const [first = "", ...others] = value.split(";");
      ahead.push(...others);
      return first;
    },
  };
}

const movesOf = (intents: string | null): readonly string[] =>
  intents === null ? [] : intents.split(/[;\n]/);

const complain = (problem: string): number => {
  process.stderr.write(`${problem}\n`);
  return 2;
};

/** What is done in lines: its problem in a sentence where it cannot be begun. */
type Talk = (io: LinearIo) => Promise<string | null>;

/**
 * The exit code: 0 when the talk came to an end or was put away, 130 by Ctrl-C, 2 when it could not begin. Where nobody sits there and
 * no line is given, `empty` is the complaint; null lets the talk begin all the same.
 */
export async function linear(
  talk: Talk,
  intents: string | null,
  empty: string | null,
): Promise<number> {
  const { read, unread, close } = reader(movesOf(intents));
  const interactive = process.stdin.isTTY === true;
  // Nothing is opened or said before there is a first move: a script would take it for a game.
  const first = interactive || empty === null ? null : await read();
  if (first !== null) unread(first);
  else if (!interactive && empty !== null) return complain(empty);
  let stopped = false;
  // Every move is on disk already: Ctrl-C is the end of the input, no more.
  const stop = (): void => {
    stopped = true;
    process.stdout.write("\nSaved. Until later.\n");
    close();
  };
  process.once("SIGINT", stop);
  const problem = await talk({
    warn: (text) => void complain(text),
    out: (text) => process.stdout.write(`${text}\n`),
    read,
  });
  process.off("SIGINT", stop);
  close();
  if (stopped) return 130;
  return problem === null ? 0 : complain(problem);
}
