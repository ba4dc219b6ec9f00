/** The shape of a force: one hidden dynamic of the game, switched on and tuned by a level. */
import type { KernelEvent, KernelSecret, Refusal } from "./event.ts";
import type { Fields, LawOf } from "./law.ts";
import type { Purpose } from "./luck.ts";
import type { Key, Kind, Message, Tick, Tone } from "./message.ts";

/** The types a force brings along. `never` where it has none. */
export type Shape = {
  readonly fields: Fields;
  readonly open: object;
  readonly sealed: object;
  /** What its verbs let a player do. */
  readonly intent: { readonly kind: string };
  readonly event: { readonly kind: string; readonly tick: Tick };
  readonly secret: { readonly kind: string; readonly tick: Tick };
};

/** What a force may use in a turn: its own state, its luck, and the kernel's few doors. */
export type Turn<S extends Shape> = {
  readonly law: LawOf<S["fields"]>;
  readonly tick: Tick;
  /** Counted from 1. What each day brings is drawn by this, so that being late never changes it. */
  readonly day: number;
  /** Changed by `record` alone: emit an event instead. */
  readonly open: Readonly<S["open"]>;
  readonly sealed: S["sealed"];
  /** How many messages lie unread with the partner. */
  readonly unread: number;
  readonly emit: (event: S["event"]) => void;
  readonly hide: (secret: S["secret"] | KernelSecret) => void;
  readonly luck: (purpose: Purpose, a?: number, b?: number) => number;
  /** A new day begins: every force hears of it. */
  readonly dawn: () => void;
};

/** Everything that happened in a game, for scoring and the debrief. */
export type Log<E, H> = { readonly events: readonly E[]; readonly secrets: readonly H[] };

/** One statement on the card: what happened at which ticks, in numbers. Words are put to it elsewhere. */
export type Fact = {
  readonly line: "timing" | "acknowledgement" | "repair";
  readonly code: string;
  readonly ticks: readonly Tick[];
  readonly numbers: { readonly [name: string]: number };
};

type Logged<S extends Shape> = Log<KernelEvent | S["event"], KernelSecret | S["secret"]>;

/** What a level tells every force about the channel: the least ticks it takes there, and back. */
export type Ground = { readonly there: Tick; readonly back: Tick };

export type Force<S extends Shape> = {
  /** What keys its luck, so that no force shares another's: never changed, never used again. */
  readonly id: number;
  readonly fields: S["fields"];
  /** What it lets a player do, by the kinds of its intents. */
  readonly verbs: readonly S["intent"]["kind"][];
  /** Its legal moves, as a function of the open half; `waiting` are the keys not yet answered. */
  readonly moves?: (open: Readonly<S["open"]>, waiting: readonly Key[]) => readonly S["intent"][];
  /** Why an intent of its own is not legal now, or null. */
  readonly refuse?: (
    open: Readonly<S["open"]>,
    waiting: readonly Key[],
    intent: S["intent"],
  ) => Refusal | null;
  /** Phase 1: does what was asked. The tick passes afterwards. */
  readonly act?: (turn: Turn<S>, intent: S["intent"]) => void;
  readonly format?: (intent: S["intent"]) => string;
  /** The intent of its own that a line of text names, or null. */
  readonly parse?: (line: string) => S["intent"] | null;
  /** The kinds of its public events, and how much news each is: 2 ends any wait, 1 only a wait for news. */
  readonly news: { readonly [K in S["event"]["kind"]]: 0 | 1 | 2 };
  /** Its open half before anything has happened. */
  readonly blank: (law: LawOf<S["fields"]>) => S["open"];
  /** Its sealed half for this seed: the weather, drawn once. */
  readonly deal: (law: LawOf<S["fields"]>, draw: (n: number) => number) => S["sealed"];
  /** The only writer of its open half. */
  readonly record?: (open: S["open"], event: KernelEvent | S["event"]) => void;
  readonly dawn?: (turn: Turn<S>) => void;
  /** What may be sent now, as a function of the open half. */
  readonly sendable?: (open: Readonly<S["open"]>) => readonly { what: Kind; about: string }[];
  /** Keys that nothing can come of any more: they may be neither repeated nor let go. */
  readonly closed?: (open: Readonly<S["open"]>) => readonly Key[];
  /** Phase 2: can the partner work at all this tick? */
  readonly available?: (turn: Turn<S>) => boolean;
  /** Phase 2: the mood in which the partner answers. */
  readonly tone?: (turn: Turn<S>, slot: number) => Tone;
  /** Phase 3: decay and accounts. */
  readonly account?: (turn: Turn<S>) => void;
  /** Phase 4: nothing is left to play for. Silent forces do not keep a game going. */
  readonly settled?: (turn: Turn<S>) => boolean;
  /** Phase 5: what happens of itself. */
  readonly outside?: (turn: Turn<S>) => void;
  /** Phase 6: a message reaches the partner. False: it is not even noticed. */
  readonly arrive?: (turn: Turn<S>, message: Message) => boolean;
  /** Phase 7: what runs out. */
  readonly expire?: (turn: Turn<S>) => void;
  /** Public counts that goals may name, from the open half alone. */
  readonly gauges?: { readonly [name: string]: (open: Readonly<S["open"]>) => number };
  /** Values that a score may weigh, from everything that happened. */
  readonly measures?: {
    readonly [name: string]: (law: LawOf<S["fields"]>, log: Logged<S>, ground: Ground) => number;
  };
  readonly facts?: (law: LawOf<S["fields"]>, log: Logged<S>, ground: Ground) => readonly Fact[];
  /** The hidden track that the debrief draws beside the partner's lane; 1 is as much as they can bear. */
  readonly track?: (sealed: Readonly<S["sealed"]>) => number;
};
