/** What travels between the two nodes, and the little that names it. */

/** The unit of time. A level says whether one is an hour or a day. */
export type Tick = number;

/** An idempotency key: every repeat of a message carries the key of the first. */
export type Key = `a${number}`;

export const isKey = (text: string): text is Key => /^a[1-9]\d{0,5}$/.test(text);

/** What you can send. */
export const kinds = ["ask"] as const;
export type Kind = (typeof kinds)[number];

/** A noisy sign of the partner's state. "again" is not mood but protocol: this key was seen before. */
export const tones = ["plain", "light", "thin", "again"] as const;
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
};

/** An ACK: it answers a key, so it says that some attempt with that key was read. */
export type Reply = {
  readonly key: Key;
  readonly tone: Tone;
  readonly put: Put;
};
