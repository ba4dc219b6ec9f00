/** What travels between the two nodes, and the little that names it. */

/** The unit of time. A level says whether one is an hour or a day. */
export type Tick = number;

/** An idempotency key: every repeat of a message carries the key of the first. */
export type Key = `a${number}`;

export const isKey = (text: string): text is Key => /^a[1-9]\d{0,5}$/.test(text);

/** What you can send. A level says which of them there are, a force what becomes of them. */
export const kinds = [
  "ask",
  "ping",
  "gesture",
  "share",
  "room",
  "fact",
  "chat",
  "announce",
  "apology",
  "plan",
  "confirm",
  "cancel",
] as const;
export type Kind = (typeof kinds)[number];

/** What the partner sends: answers to a key, and what they write of themselves. */
export const saids = ["answer", "beat", "word", "share", "offer", "plan"] as const;
export type Said = (typeof saids)[number];

/**
 * How the partner writes: a noisy sign of their state, from the moment it arrives. "again" is not mood but
 * protocol: this key was seen before. Which wording is drawn for a tone says nothing more.
 */
export const tones = [
  "plain",
  "light",
  "thin",
  "again",
  "early",
  "steady",
  "late",
  "needless",
  "found",
  "room",
  "full",
  "puzzled",
  "gentle",
  "landed",
  "sore",
  "unsure",
  "sure",
  "settled",
  "caught up",
  "not tonight",
  "no",
  "staying",
  "slower",
  "parting",
] as const;
export type Tone = (typeof tones)[number];

/** Where a message entered the wire: its luck is keyed by this, whether or not it is lost. */
export type Put = { readonly tick: Tick; readonly slot: number };

/** One attempt to tell the partner something. */
export type Message = {
  readonly key: Key;
  readonly kind: Kind;
  /** The id of the topic it is about. */
  readonly about: string;
  /** 1 for the first attempt, 2 for its first repeat. */
  readonly attempt: number;
  readonly put: Put;
  /** Whether an answer is asked for. */
  readonly ack: boolean;
  /** Said in a few words, where a level knows the difference. */
  readonly brief: boolean;
  /** How much work it is to read, 1 for most. */
  readonly weight: number;
  /** What it says, in the numbers of the force that it belongs to. */
  readonly values: readonly number[];
  /** Whether the line changed its meaning on the way. */
  readonly garbled: boolean;
};

/** Something from the partner. With a key it is an ACK: it says that some attempt with that key was read. */
export type Reply = {
  readonly key: Key | null;
  readonly what: Said;
  readonly about: string;
  readonly tone: Tone;
  readonly values: readonly number[];
  readonly garbled: boolean;
  readonly put: Put;
};
