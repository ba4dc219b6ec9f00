/** How a rehearsal came to be, in words. */
import type { Origin, Session } from "../session/index.ts";

const isStart = ({ evening, tick }: Origin): boolean => evening === 1 && tick === 0;

/** "rehearsed from t15"; plainly "rehearsal" where it is one from its start, and nothing where it is none. */
export function rehearsalText({
  rehearsal,
  origin,
}: Pick<Session, "rehearsal" | "origin">): string {
  if (!rehearsal) return "";
  if (origin === null || (isStart(origin) && !origin.other)) return "rehearsal";
  const evening = origin.evening > 1 ? `evening ${origin.evening}, ` : "";
  return `rehearsed from ${evening}t${origin.tick}${origin.other ? ", other weather" : ""}`;
}

/** What the board says first of a game that was taken over. */
export const takenText = ({ tick, other }: Origin): string =>
  other
    ? `Other weather: up to t${tick} it looked just the same, and may be something else inside.`
    : `Yours again from t${tick}. A rehearsal: it earns no stars.`;
