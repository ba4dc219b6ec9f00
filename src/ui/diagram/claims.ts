/** What may be claimed of each send, from the answers alone: that it landed, that one of several did, or nothing. */
import type { Event, Key, Tick } from "../../session/index.ts";

/** How sure you may be that a message got through, or what became of it once the fog has lifted. */
export type Certainty = "sent" | "late" | "fogged" | "maybe" | "sure" | "lost" | "dropped";

export type Claim =
  /** It landed, no sooner than the first tick and no later than the second. */
  | { readonly certainty: "sure"; readonly within: readonly [Tick, Tick] }
  /** One of so many sends landed by then, and it may be this one. */
  | { readonly certainty: "maybe"; readonly of: number; readonly by: Tick }
  /** No answer speaks of it: only its age does. */
  | { readonly certainty: "sent" | "late" | "fogged" };

/** What is known, on your side of the line. */
export type Known = {
  readonly events: readonly Event[];
  readonly now: Tick;
  readonly usual: Tick;
  /** The least ticks that anything takes to get there, and back. */
  readonly legs: readonly [there: Tick, back: Tick];
  /** The line may deliver twice what was sent once, so that two answers need not be to two sends. */
  readonly copies?: boolean;
};

export const attemptLabel = (key: Key, attempt: number): string =>
  attempt === 1 ? key : `${key}.${attempt}`;

/** Ticks by key. */
type Times = ReadonlyMap<Key, readonly Tick[]>;

function timesOf(events: readonly Event[], kind: "sent" | "heard" | "let go"): Times {
  const times = new Map<Key, Tick[]>();
  for (const event of events) {
    if (event.kind !== kind || event.key === null) continue;
    const own = times.get(event.key);
    if (own === undefined) times.set(event.key, [event.tick]);
    else own.push(event.tick);
  }
  return times;
}

/** The claim on every send, by its label. */
export function claims(known: Known): ReadonlyMap<string, Claim> {
  const { events } = known;
  const sent = timesOf(events, "sent");
  const heard = timesOf(events, "heard");
  const gone = timesOf(events, "let go");
  const all = new Map<string, Claim>();
  for (const event of events) {
    if (event.kind !== "sent") continue;
    const { key, attempt, tick } = event;
    const claim =
      claimOf(tick, sent.get(key) ?? [], heard.get(key) ?? [], known) ??
      ageOf(known.now - tick, gone.has(key), known.usual);
    all.set(attemptLabel(key, attempt), claim);
  }
  return all;
}

function ageOf(age: Tick, gone: boolean, usual: Tick): Claim {
  if (gone || age > 2 * usual) return { certainty: "fogged" };
  return { certainty: age > usual ? "late" : "sent" };
}

/**
 * An answer speaks of the sends that can have reached them before it left. It is to this one for sure where the
 * answers up to it are more than the other sends could have brought about.
 */
function claimOf(
  tick: Tick,
  sent: readonly Tick[],
  heard: readonly Tick[],
  { legs: [there, back], copies = false }: Known,
): Claim | null {
  const causes = (answer: Tick): readonly Tick[] =>
    sent.filter((at) => at + there <= answer - back);
  for (const [i, answer] of heard.entries()) {
    const others = causes(answer).filter((at) => at !== tick).length;
    const answers = copies ? 1 : i + 1;
    if (others < answers && tick + there <= answer - back)
      return { certainty: "sure", within: [tick + there, answer - back] };
  }
  const first = heard.find((answer) => causes(answer).includes(tick));
  if (first === undefined) return null;
  return { certainty: "maybe", of: causes(first).length, by: first - back };
}
