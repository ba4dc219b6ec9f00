/** Plays by lines: typed by a person, piped in, or given with --intents. */
import { createInterface } from "node:readline";
import type { Session } from "../session/index.ts";
import { type LinearIo, playLinear } from "../ui/linear.ts";
import type { Cast } from "../ui/words.ts";

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

const complain = (problem: string): number => {
  process.stderr.write(`${problem}\n`);
  return 2;
};

/** The exit code: 0 when the game ended or was put away, 2 when there was none or nothing to play it from. */
export async function linear(
  cast: Cast,
  open: () => Session | string,
  intents: string | null,
): Promise<number> {
  const { read, unread, close } = reader(movesOf(intents));
  const interactive = process.stdin.isTTY === true;
  // Nothing is opened or said before there is a first move: a script would take it for a game.
  const first = interactive ? "" : await read();
  if (first === null)
    return complain("Nothing to play from. Pipe moves in, one a line, or give --intents.");
  unread(first);
  const session = open();
  if (typeof session === "string") {
    close();
    return complain(session);
  }
  let told: string | null = null;
  const tellProblem = (): void => {
    const problem = session.problem();
    if (problem !== null && problem !== told) complain(problem);
    told = problem;
  };
  await playLinear(cast, session, {
    prompt: interactive,
    out: (text) => {
      tellProblem();
      process.stdout.write(`${text}\n${interactive ? "> " : ""}`);
    },
    read,
  });
  close();
  session.close();
  return 0;
}
