/** An evening and the one it came from. */
import { debriefIn, patternReplay, type Replay, type Session } from "../session/index.ts";
import { rehearsalText } from "./origin.ts";
import type { CompareView } from "./screens/compare.ts";
import type { Refused, Shelf, Watched } from "./shelf.ts";

/** The game of a session, as its file tells it. */
export function watchedIn(shelf: Shelf, { file }: Pick<Session, "file">): Watched | Refused {
  return file === null
    ? { refused: "This game was not saved: there is nothing to watch." }
    : shelf.replay(file);
}

/** The pattern's bot on the very evening of a session; a sentence where there is none. */
export function patternOn(session: Session): Replay | string {
  const evening = session.evening().n;
  const replay = session.debrief() && patternReplay(session.level, session.seed, evening);
  return replay ?? "Nobody has played the pattern on this evening.";
}

/** The game that a session came from, this evening of it over; a sentence where it cannot be had. */
export function originOf(shelf: Shelf, { origin, evening }: Session): Replay | string {
  if (origin === null) return "Take over a tick of it, or rehearse it: then there are two.";
  if (origin.file === null)
    return "This came from a file outside the saved games: take over from their list to compare.";
  const was = shelf.replay(origin.file);
  if ("refused" in was) return "The game this one came from is not among the saved games.";
  return debriefIn(was.replay, evening().n) === null
    ? "This evening has not ended in the game that this one came from."
    : was.replay;
}

/** Both evenings, to be shown beside each other; null while one of them has not ended. */
export function pairOf(shelf: Shelf, session: Session, other: Replay): CompareView | null {
  const { level, origin } = session;
  const evening = session.evening();
  const [before, after] = [debriefIn(other, evening.n), session.debrief()];
  if (before === null || after === null) return null;
  const name = rehearsalText(session);
  return {
    cast: { level, voice: shelf.voiceOf(level) },
    evening,
    before: { name: "as it was", debrief: before },
    after: { name: name === "" ? "this one" : name, debrief: after },
    taken: origin?.evening === evening.n && origin.tick > 0 ? origin.tick : null,
  };
}
