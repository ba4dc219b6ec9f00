/** Going from message to message; before the first and after the last there is none. */
import type { Event } from "../session/index.ts";
import { messagesIn } from "./screens/inspect.ts";
import type { Hands } from "./useKeys.ts";

type Place = {
  readonly events: () => readonly Event[];
  /** Which message, counted from 0; null for none. */
  readonly at: () => number | null;
  readonly go: (to: number | null) => void;
  readonly help: () => void;
};

export function inspectHands({ events, at, go, help }: Place): Hands<"inspect"> {
  const move = (by: number): void => {
    const last = messagesIn(events()).length - 1;
    go(Math.max(0, Math.min(last, (at() ?? last) + by)));
  };
  return { earlier: () => move(-1), later: () => move(1), help, back: () => go(null) };
}

/** The last message, to begin with; null where nothing was sent or heard. */
export function lastMessage(events: readonly Event[]): number | null {
  const count = messagesIn(events).length;
  return count === 0 ? null : count - 1;
}

export const nothingYet = "Nothing was sent or heard yet.";
