/** A calm game: the same evenings, and nothing weighed. */
import type { Debrief } from "./debrief.ts";
import type { Session } from "./session.ts";

const unweighed = (debrief: Debrief): Debrief => ({
  ...debrief,
  outcome: null,
  terms: [],
  par: null,
});

export const isCalm = (session: Pick<Session, "asides">): boolean =>
  session.asides().some(({ kind }) => kind === "calm");

/** The session as a calm game shows it: no outcome, no par, no stars, and no goal called broken. Others stay as they are. */
export function calmly(session: Session): Session {
  if (!isCalm(session)) return session;
  return {
    ...session,
    goals: () => session.goals().filter(({ state }) => state !== "broken"),
    debrief: (n) => {
      const debrief = session.debrief(n);
      return debrief && unweighed(debrief);
    },
    result: () => {
      const result = session.result();
      return result && { outcome: null, stars: null, evenings: result.evenings.map(() => null) };
    },
  };
}
