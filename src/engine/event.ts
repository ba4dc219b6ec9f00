/** What can be seen to happen, and what happens unseen. Only the first kind may ever change `open`. */
import type { Key, Kind, Put, Said, Tick, Tone } from "./message.ts";

/** Why a game is over. Leaving is neither a win nor a loss; the last two are endings of the finale. */
export const endings = ["played out", "left", "slower", "parted"] as const;
export type Ending = (typeof endings)[number];

/** Why an intent was refused. A refusal costs no tick and no luck. */
export const refusals = {
  over: "The evening is over.",
  verb: "This level does not use that verb.",
  topic: "There is nothing open to ask about that.",
  key: "That message is answered, let go, or was never sent.",
  ticks: "A wait is 1 to 64 ticks long.",
  option: "That cannot be said in this way.",
  "as is": "That is how it is already.",
  "no room": "They have no room now. Ask whether they do, or give it time.",
  energy: "You do not have the energy for that.",
  dark: "You are in the dark: all you can do is wait.",
  decide: "It is now or never: go, or no-go.",
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
      readonly ack: boolean;
      readonly brief: boolean;
      /** How many ticks you will wait for an answer, as you said when sending; null for no limit. */
      readonly limit: Tick | null;
    }
  | {
      readonly kind: "heard";
      readonly tick: Tick;
      /** Counted on arrival, so that what was lost leaves no gap. */
      readonly n: number;
      /** What it answers; null for what the partner writes of themselves. */
      readonly key: Key | null;
      readonly what: Said;
      readonly about: string;
      readonly tone: Tone;
      readonly values: readonly number[];
      /** Which wording: cosmetic, and never read by a rule. */
      readonly variant: number;
    }
  | { readonly kind: "overdue"; readonly tick: Tick; readonly key: Key; readonly usual: Tick }
  /** Your energy has changed, and is now this. */
  | { readonly kind: "energy"; readonly tick: Tick; readonly now: number }
  | { readonly kind: "refused"; readonly tick: Tick; readonly why: Refusal }
  | { readonly kind: "ended"; readonly tick: Tick; readonly why: Ending };

/** Hidden events that need no force: the true fates. */
export type KernelSecret =
  | {
      readonly kind: "put";
      readonly tick: Tick;
      readonly way: "out" | "in";
      readonly slot: number;
      /** Null for what the partner writes of themselves. */
      readonly key: Key | null;
      readonly what: Kind | Said;
      readonly attempt: number;
      /** The tick it arrives, or null when the channel lost it. */
      readonly due: Tick | null;
      readonly garbled: boolean;
    }
  | { readonly kind: "reached"; readonly tick: Tick; readonly key: Key; readonly put: Put }
  | { readonly kind: "dropped"; readonly tick: Tick; readonly key: Key; readonly put: Put }
  | { readonly kind: "read"; readonly tick: Tick; readonly key: Key; readonly again: boolean }
  /** A mood was shown: what it was a sign of. */
  | { readonly kind: "sign"; readonly tick: Tick; readonly tone: Tone; readonly of: string }
  /** From its tick until before `until` nothing that anybody does gets an answer. */
  | {
      readonly kind: "unreachable";
      readonly tick: Tick;
      readonly until: Tick;
      readonly why: "away" | "down";
    };

/** The kinds of public events that need no force, and how much news each is: see `Loudness`. */
export const kernelNews: { readonly [K in KernelEvent["kind"]]: 0 | 1 | 2 } = {
  tick: 0,
  dawn: 2,
  sent: 0,
  heard: 2,
  overdue: 1,
  energy: 0,
  refused: 0,
  ended: 2,
};
