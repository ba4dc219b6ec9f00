/** The whole state of one evening, in two halves: what you know, and what you do not. */
import type { Ending } from "./event.ts";
import type { Root } from "./luck.ts";
import type { Key, Kind, Message, Reply, Tick } from "./message.ts";
import type { ForcesOpen, ForcesSealed } from "./rules/index.ts";

/** A key you sent, and what you know of it. */
export type Sent = {
  readonly key: Key;
  readonly what: Kind;
  readonly about: string;
  readonly first: Tick;
  /** Whether it asks for an answer. */
  readonly ack: boolean;
  readonly brief: boolean;
  last: Tick;
  attempts: number;
  answered: Tick | null;
  /** The attempt whose usual round trip has passed in silence; 0 for none yet. */
  overdue: number;
};

/** What a player may know: bounded summaries, written by public events alone (see record.ts). */
export type Open = {
  tick: Tick;
  day: number;
  ended: Ending | null;
  sent: Sent[];
  /** How many replies have arrived, and when the last one did. */
  heard: { count: number; last: Tick | null };
  /** Sends since the last reply (or since the start), and the tick of the latest. */
  quiet: { sends: number; last: Tick | null };
  /** Round trips of keys sent once, latest last, at most eight: a repeated key's trip is ambiguous (Karn). */
  trips: Tick[];
  /** What a round trip usually takes: the median of `trips`, or what the level says beforehand. */
  usual: Tick;
  /** Your energy; null where the level does not count it. */
  energy: number | null;
  forces: ForcesOpen;
};

/** Something on the wire. Lost things are not here: they are nowhere. */
export type Flight<Cargo> = { readonly cargo: Cargo; readonly due: Tick };

/** What is hidden until the end. Reached by rules only. */
export type Sealed = {
  /** Keys the luck of what is hidden. */
  readonly root: Root;
  /** Keys the luck of what the player sees at once. The same seed gives both; tests tell them apart. */
  readonly ownRoot: Root;
  out: Flight<Message>[];
  in: Flight<Reply>[];
  /** How many things were put on the wire each way this tick, lost ones included. */
  slots: { out: number; in: number };
  inbox: Message[];
  /** Work the partner can still do, in messages. */
  budget: number;
  /** Keys the partner has read before, and when first. */
  seen: { readonly key: Key; readonly tick: Tick }[];
  forces: ForcesSealed;
};

export type World = { open: Open; sealed: Sealed };
