/** A game in lines, as a person would see it. */
import type { Session } from "../../src/session/index.ts";
import { afterLinear } from "../../src/ui/linear/over.ts";
import { playLinear } from "../../src/ui/linear/play.ts";
import { castOf, shelfOf } from "./support.ts";

/** What is written when these lines are typed, the typed ones marked as a person would see them. */
export async function transcript(
  session: Session,
  lines: readonly string[],
): Promise<{ text: string; ended: boolean }> {
  const ahead = [...lines];
  const written: string[] = [];
  const cast = castOf(session.level);
  const io = {
    warn: (text: string) => void written.push(text),
    out: (text: string) => void written.push(text),
    read: async () => {
      const line = ahead.shift() ?? null;
      if (line !== null) written.push(`> ${line}`);
      return line;
    },
  };
  const between = () => afterLinear({ cast, session, io, shelf: shelfOf(), more: true });
  const left = await playLinear({ cast, session, io, habits: [], between });
  return { text: `${written.join("\n")}\n`, ended: left !== "put away" };
}
