/** What happened, as sentences: new facts only. */
import type { Event, Session } from "../../session/index.ts";
import type { Cast } from "../cast.ts";
import { partsIn } from "../forces/index.ts";
import { replyText, sentText, tell } from "../words.ts";

/** What is known: of a game that is played, or of one that is watched. */
type Looked = Pick<Session, "observe" | "heard">;

/** What an event adds to what you know, as a sentence; null where `tell` has said it. */
function fact(cast: Cast, event: Event, session: Looked): string | null {
  if (event.kind === "heard" && event.what === "beat") return null;
  if (event.kind === "heard") {
    const about = session.observe().sent.find((s) => s.key === event.key)?.about ?? event.about;
    const earlier = session
      .heard()
      .some((e) => e.kind === "heard" && e.key === event.key && e.n < event.n);
    const whom = event.key === null ? "" : `, to ${event.key}`;
    const first = event.key === null || !earlier;
    return `${cast.voice.name}${whom}: ${replyText(cast, about, event, first)}`;
  }
  if (event.kind === "sent") {
    return `You, ${event.key}${event.attempt > 1 ? " again" : ""}: ${sentText(cast, event)}`;
  }
  for (const { adds } of partsIn(cast.level)) {
    const added = adds?.(event, cast) ?? null;
    if (added !== null) return added;
  }
  return null;
}

/** What happened, then where you are: new facts only. */
export function report(
  cast: Cast,
  events: readonly Event[],
  from: number,
  session: Looked,
): string {
  const open = session.observe();
  const said = events.flatMap((event) => fact(cast, event, session) ?? []);
  // A line of its own has no end: nothing of it may get lost.
  const line = tell(cast, events, from, open, Number.POSITIVE_INFINITY);
  return [`Tick ${open.tick}. ${line}`.trim(), ...said].join("\n");
}
