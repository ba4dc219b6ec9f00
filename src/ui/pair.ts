/** An evening and another way that it was played. */
import {
  debriefIn,
  isCalm,
  patternDebrief,
  patternReplay,
  type Replay,
  type Session,
} from "../session/index.ts";
import { rehearsalText } from "./origin.ts";
import type { CompareView, Told } from "./screens/compare.ts";
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
  return replay ?? unplayed;
}

const unplayed = "Nobody has played the pattern on this evening.";

/**
 * This evening as somebody else played it, to stand beside a session's own: in the game that it came from, or, where
 * it came from none, by the pattern's bot. A sentence where it cannot be had.
 */
export function otherOf(shelf: Shelf, session: Session): Told | string {
  const { level, seed, origin } = session;
  const { n } = session.evening();
  if (origin === null) {
    const debrief = session.debrief() && patternDebrief(level, seed, n);
    return debrief === null ? unplayed : { name: "the pattern", debrief };
  }
  if (origin.file === null)
    return "This came from a file outside the saved games: take over from their list to compare.";
  const was = shelf.replay(origin.file);
  if ("refused" in was) return "The game this one came from is not among the saved games.";
  const debrief = debriefIn(was.replay, n);
  return debrief === null
    ? "This evening has not ended in the game that this one came from."
    : { name: "as it was", debrief };
}

/** Both evenings, to be shown beside each other; null while the session's own has not ended. */
export function pairOf(shelf: Shelf, session: Session, before: Told): CompareView | null {
  const { level, origin } = session;
  const evening = session.evening();
  const debrief = session.debrief();
  if (debrief === null) return null;
  const name = origin === null ? "as you played" : rehearsalText(session);
  return {
    cast: { level, voice: shelf.voiceOf(level) },
    evening,
    weighed: !isCalm(session),
    before,
    after: { name, debrief },
    taken: origin?.evening === evening.n && origin.tick > 0 ? origin.tick : null,
  };
}
