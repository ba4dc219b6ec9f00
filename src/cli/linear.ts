/** Plays by lines: typed by a person, piped in, or given with --intents. */
import { createInterface } from "node:readline";
import type { Session } from "../session/index.ts";
import { type LinearIo, playLinear } from "../ui/linear.ts";
import type { Cast } from "../ui/words.ts";

/** The lines that were given, then those of standard input. */
function reader(given: readonly string[]): { read: LinearIo["read"]; close: () => void } {
  const ahead = [...given];
  const lines = createInterface({ input: process.stdin, terminal: false });
  const typed = lines[Symbol.asyncIterator]();
  return {
    close: () => lines.close(),
    read: async () => {
      const next = ahead.shift();
      if (next !== undefined) return next;
      const { value, done } = await typed.next();
      if (done === true) return null;
      // One line may hold several moves.
      const [first = "", ...others] = value.split(";");
      ahead.push(...others);
      return first;
    },
  };
}

export const movesOf = (intents: string | null): readonly string[] =>
  intents === null ? [] : intents.split(/[;\n]/);

/** The exit code: 0 when the game ended or was put away, 2 when there was nothing to play from. */
export async function linear(
  cast: Cast,
  session: Session,
  intents: string | null,
): Promise<number> {
  const { read, close } = reader(movesOf(intents));
  const interactive = process.stdin.isTTY === true;
  let moves = 0;
  const ended = await playLinear(cast, session, {
    prompt: interactive,
    out: (text) => process.stdout.write(`${text}\n${interactive ? "> " : ""}`),
    read: async () => {
      const line = await read();
      if (line !== null) moves++;
      return line;
    },
  });
  close();
  session.close();
  if (ended || moves > 0 || interactive) return 0;
  process.stderr.write("Nothing to play from. Pipe moves in, one a line, or give --intents.\n");
  return 2;
}
