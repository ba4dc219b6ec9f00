/** What can be seen to happen, and what happens unseen. Only the first kind may ever change `open`. */
import type { Key, Kind, Put, Tick, Tone } from "./message.ts";

/** Why a game is over. Leaving is neither a win nor a loss. */
export type Ending = "played out" | "left";

/** Why an intent was refused. A refusal costs no tick and no luck. */
export const refusals = {
  over: "The evening is over.",
  verb: "This level does not use that verb.",
  topic: "There is nothing open to ask about that.",
  key: "That message is answered, let go, or was never sent.",
  ticks: "A wait is 1 to 64 ticks long.",
} as const;
export type Refusal = keyof typeof refusals;

/** Public events that need no force. */
export type KernelEvent =
  | { readonly kind: "tick"; readonly tick: Tick }
  | { readonly kind: "dawn"; readonly tick: Tick; readonly day: number }
  | {
      readonly kind: "sent";
      readonly tick: Tick;
      readonly key: Key;
      readonly what: Kind;
      readonly about: string;
      readonly attempt: number;
    }
  | {
      readonly kind: "heard";
      readonly tick: Tick;
      /** Counted on arrival, so that what was lost leaves no gap. */
      readonly n: number;
      readonly key: Key;
      readonly tone: Tone;
      /** Which wording: cosmetic, and never read by a rule. */
      readonly variant: number;
    }
  | { readonly kind: "overdue"; readonly tick: Tick; readonly key: Key; readonly usual: Tick }
  | { readonly kind: "refused"; readonly tick: Tick; readonly why: Refusal }
  | { readonly kind: "ended"; readonly tick: Tick; readonly why: Ending };

/** Hidden events that need no force: the true fates. */
export type KernelSecret =
  | {
      readonly kind: "put";
      readonly tick: Tick;
      readonly way: "out" | "in";
      readonly slot: number;
      readonly key: Key;
      readonly attempt: number;
      /** The tick it arrives, or null when the channel lost it. */
      readonly due: Tick | null;
    }
  | { readonly kind: "reached"; readonly tick: Tick; readonly key: Key; readonly put: Put }
  | { readonly kind: "dropped"; readonly tick: Tick; readonly key: Key; readonly put: Put }
  | { readonly kind: "read"; readonly tick: Tick; readonly key: Key; readonly again: boolean }
  /** From its tick until before `until` nothing that anybody does gets an answer. */
  | {
      readonly kind: "unreachable";
      readonly tick: Tick;
      readonly until: Tick;
      readonly why: "away" | "down";
    };

export const kernelEvents: ReadonlySet<string> = new Set<KernelEvent["kind"]>([
  "tick",
  "dawn",
  "sent",
  "heard",
  "overdue",
  "refused",
  "ended",
]);
