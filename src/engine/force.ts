/** The shape of a force: one hidden dynamic of the game, switched on and tuned by a level. */
import type { Ending, KernelEvent, KernelSecret, Refusal } from "./event.ts";
import type { Intent } from "./intent.ts";
import type { Fields, LawOf } from "./law.ts";
import type { EnergyLaw } from "./level.ts";
import type { Purpose } from "./luck.ts";
import type { Key, Kind, Message, Said, Tick, Tone } from "./message.ts";

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

/** How much news an event is: 2 ends any wait, 1 only a wait for news, 0 neither. */
export type Loudness = 0 | 1 | 2;

/** What a field of a public event may hold; journals are checked against it. */
export type EventField =
  | "tick"
  | "count"
  | "number"
  | "numbers"
  | "key"
  | "word"
  /** A word, or nothing. */
  | "word?"
  | "flag"
  | readonly string[];

/** A kind of public event: how loud it is, and what else it holds beside its kind and tick. */
export type EventKind<E extends { readonly kind: string }> = {
  readonly loud: Loudness;
  readonly fields: { readonly [F in Exclude<keyof E, "kind" | "tick">]: EventField };
};

/** What a value is made of: it is the sum of them. */
export type Items = { readonly [item: string]: number };

/** What the partner says back to a message. */
export type Answer = {
  readonly what?: Said;
  readonly tone?: Tone;
  readonly values?: readonly number[];
  /** Ticks that the partner lets pass before sending it. */
  readonly after?: Tick;
};

/** What the partner writes without having been asked. */
export type Note = {
  readonly what: Said;
  readonly about?: string;
  readonly tone: Tone;
  readonly values?: readonly number[];
};

/** What a force's own verb puts on the wire. Without a key it is a message of its own. */
export type Parcel = {
  readonly what: Kind;
  readonly about: string;
  readonly key?: Key;
  readonly ack?: boolean;
  readonly brief?: boolean;
};

/** What a force may use in a turn: its own state, its luck, and the kernel's few doors. */
export type Turn<S extends Shape> = {
  readonly law: LawOf<S["fields"]>;
  readonly tick: Tick;
  /** Counted from 1. What each day brings is drawn by this, so that being late never changes it. */
  readonly day: number;
  /** Ticks until the evening is over at the latest, from its start. */
  readonly length: Tick;
  /** Changed by `record` alone: emit an event instead. */
  readonly open: Readonly<S["open"]>;
  readonly sealed: S["sealed"];
  /** Your energy; infinite where the level does not count it. */
  readonly energy: number;
  /** How many messages lie unread with the partner. */
  readonly unread: number;
  /** How much work that is, in messages of weight 1. */
  readonly burden: number;
  /** `loud` overrules how much news this kind of event is. */
  readonly emit: (event: S["event"], loud?: Loudness) => void;
  readonly hide: (secret: S["secret"] | KernelSecret) => void;
  /** Luck of what is hidden. */
  readonly luck: (purpose: Purpose, a?: number, b?: number) => number;
  /** Luck of what the player sees at once: their own days, plans and occasions. */
  readonly ownLuck: (purpose: Purpose, a?: number, b?: number) => number;
  /** A new day begins: every force hears of it. */
  readonly dawn: () => void;
  /** Pays from your energy, or returns false and changes nothing. */
  readonly spend: (amount: number) => boolean;
  /** Adds to your energy, up to its cap. */
  readonly rest: (amount: number) => void;
  /** The partner writes first. */
  readonly say: (note: Note) => void;
  /** The partner answers a message now, outside of the order of the inbox. */
  readonly answer: (message: Message, answer: Answer) => void;
  /** You send something as part of a verb of this force. */
  readonly send: (parcel: Parcel) => void;
  /** The evening ends with this tick. */
  readonly end: (why: Ending) => void;
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

/** What a level tells every force about the evening and its channel: the least ticks it takes there, and back. */
export type Ground = {
  readonly there: Tick;
  readonly back: Tick;
  readonly length: Tick;
  readonly energy: EnergyLaw | null;
};

/** Something that can be said now under a key of its own. */
export type Sendable = {
  readonly what: Kind;
  readonly about: string;
  /** Whether it asks for an answer, unless the player says otherwise. */
  readonly ack: boolean;
  /** What the player may add: a limit, an asking for an ACK, a brief wording. */
  readonly options?: readonly SendOption[];
};
export type SendOption = "limit" | "ack" | "brief";

/** A hidden track that the debrief draws beside the partner's lane, from 0 to 1 (a full bar). */
export type Track<S extends Shape> = {
  readonly name: string;
  readonly at: (law: LawOf<S["fields"]>, sealed: Readonly<S["sealed"]>) => number;
  /** What they hold of each thing, for whoever looks from their seat afterwards. */
  readonly holds?: (law: LawOf<S["fields"]>, sealed: Readonly<S["sealed"]>) => readonly Held[];
};

/** Of what, and what of it: a state, and its numbers where it has any. */
export type Held = {
  readonly about: string;
  readonly state: string;
  readonly numbers: readonly number[];
};

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
  /** Why an intent that is not its own may not be done now, or null. */
  readonly forbid?: (open: Readonly<S["open"]>, intent: Intent) => Refusal | null;
  /** Phase 1: does what was asked. The tick passes afterwards. */
  readonly act?: (turn: Turn<S>, intent: S["intent"]) => void;
  readonly format?: (intent: S["intent"]) => string;
  /** The intent of its own that a line of text names, or null. */
  readonly parse?: (line: string) => S["intent"] | null;
  /** The kinds of its public events. */
  readonly events: {
    readonly [K in S["event"]["kind"]]: EventKind<Extract<S["event"], { readonly kind: K }>>;
  };
  /** Its open half before anything has happened. */
  readonly blank: (law: LawOf<S["fields"]>) => S["open"];
  /** Its sealed half for this seed: the weather, drawn once; `own` draws what the player will see at once. */
  readonly deal: (
    law: LawOf<S["fields"]>,
    draw: (n: number) => number,
    own: (n: number) => number,
  ) => S["sealed"];
  /** The only writer of its open half. */
  readonly record?: (
    open: S["open"],
    event: KernelEvent | S["event"],
    law: LawOf<S["fields"]>,
  ) => void;
  readonly dawn?: (turn: Turn<S>) => void;
  /** What may be sent now, as a function of the open half. */
  readonly sendable?: (open: Readonly<S["open"]>) => readonly Sendable[];
  /** Keys that nothing can come of any more: they may be neither repeated nor let go. */
  readonly closed?: (open: Readonly<S["open"]>) => readonly Key[];
  /** Keys that may be repeated although they were answered: what it does then is the force's affair. */
  readonly repeatable?: (open: Readonly<S["open"]>) => readonly Key[];
  /** Phase 1: what a message of one of its kinds says, and how much work it is to read. */
  readonly pack?: (
    turn: Turn<S>,
    message: Pick<Message, "kind" | "about" | "key" | "attempt" | "brief">,
  ) => { readonly values?: readonly number[]; readonly weight?: number } | null;
  /** Phase 2: can the partner work at all this tick? */
  readonly available?: (turn: Turn<S>) => boolean;
  /** Phase 2: how much the partner reads this tick, in messages of weight 1; null for the level's own pace. */
  readonly pace?: (turn: Turn<S>) => number | null;
  /** Phase 2: what a message of one of its kinds does when it is read, and what is answered; null: not its own. */
  readonly read?: (turn: Turn<S>, message: Message, again: boolean) => Answer | "silence" | null;
  /** Phase 2: the mood in which the partner answers, where no force says otherwise. */
  readonly tone?: (turn: Turn<S>, slot: number) => Tone;
  /** Phase 3: decay and accounts. */
  readonly account?: (turn: Turn<S>) => void;
  /** Phase 4: nothing is left to play for. Silent forces do not keep a game going. */
  readonly settled?: (turn: Turn<S>) => boolean;
  /** Phase 4, once: the evening is over. The place to hide what a score needs. */
  readonly close?: (turn: Turn<S>) => void;
  /** Phase 5: what happens of itself. */
  readonly outside?: (turn: Turn<S>) => void;
  /** Phases 1 and 2: how many of a thousand puts are lost now; null for the level's own law. */
  readonly loss?: (turn: Turn<S>, way: "out" | "in") => number | null;
  /** Phases 1 and 2: how many ticks longer than by the level's law a put is under way now. */
  readonly late?: (turn: Turn<S>, way: "out" | "in") => Tick;
  /**
   * Phase 6: a message reaches the partner. False: it is not even noticed. "taken": it has been dealt with
   * on the spot and takes no place in the inbox.
   */
  readonly arrive?: (turn: Turn<S>, message: Message) => boolean | "taken";
  /** Phase 6: something from the partner has just been heard. */
  readonly hear?: (turn: Turn<S>, heard: Extract<KernelEvent, { readonly kind: "heard" }>) => void;
  /** Phase 7: what runs out. */
  readonly expire?: (turn: Turn<S>) => void;
  /** Public counts that goals may name, from the open half alone. */
  readonly gauges?: { readonly [name: string]: (open: Readonly<S["open"]>) => number };
  /** Values that a score may weigh, from everything that happened. */
  readonly measures?: {
    readonly [name: string]: (
      law: LawOf<S["fields"]>,
      log: Logged<S>,
      ground: Ground,
    ) => number | Items;
  };
  readonly facts?: (law: LawOf<S["fields"]>, log: Logged<S>, ground: Ground) => readonly Fact[];
  readonly track?: Track<S>;
};
