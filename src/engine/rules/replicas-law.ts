/** What replicas are made of: the numbers a level sets, and the two halves of their state. */
import { amount, list, perMille, span, ticks, topic, word } from "../law.ts";
import type { Key, Tick } from "../message.ts";
import type { Version } from "./register.ts";
import type { Told } from "./replicas-score.ts";

export const fields = {
  cards: list("what there is to agree on", {
    about: topic("the topic's id"),
    heavy: ticks("1: occasions ask about it; 0: a light one, read in passing"),
  }),
  talk: topic("the topic of a chat, which carries all light cards both ways"),
  apart: perMille("how often a card begins different on the two sides"),
  mineLight: perMille("how often a tick changes your mind on some light card"),
  mineHeavy: perMille("how often a tick changes your mind on some heavy card"),
  theirsLight: span("the same of theirs, in 1000; drawn evenly once an evening"),
  theirsHeavy: span("the same of theirs, in 1000; drawn evenly once an evening"),
  lease: ticks("ticks for which a settled card stays as it is on both sides", 1),
  reads: perMille("how often a tick reads some light card"),
  occasions: list("what may ask about a heavy card; each evening draws some, none twice", {
    topic: topic("the topic's id"),
    about: word("the card's topic"),
  }),
  times: list("when an occasion is", { at: span("its tick; drawn evenly") }),
  dinners: list("occasions for a light card that they have marked; which one, only they say", {
    topic: topic("the topic's id"),
    at: span("its tick; drawn evenly"),
  }),
  ahead: ticks("ticks between the announcement of an occasion and the occasion", 1),
  cuts: list("stretches without any line, announced like an occasion", {
    topic: topic("the topic's id"),
    from: span("its first tick; drawn evenly"),
    lasts: ticks("ticks it lasts", 1),
  }),
  whole: amount("what an evening without a mix-up is worth"),
  ease: amount("what energy adds, were it full all evening"),
  miss: amount("what differing at an occasion costs"),
  slip: amount("what differing in passing costs"),
  defer: amount("what not knowing yet costs at an occasion"),
} as const;

/** Something that will ask whether you two agree. */
type Occasion = {
  readonly topic: string;
  readonly at: Tick;
  /** The card; null while you have not been told which one they marked. */
  about: string | null;
  /** Its place among the dinners; null for what names its card. */
  readonly dinner: number | null;
  state: "ahead" | "well" | "badly" | "deferred";
};

export type Card = {
  readonly about: string;
  readonly heavy: boolean;
  mine: Version;
  since: Tick;
  /** The last version heard from them, and when. */
  theirs: Version;
  heard: Tick;
  /** Asked to be settled and not yet answered; you keep to it through `kept` all the same. */
  key: Key | null;
  kept: Tick;
  /** Settled: it stays as it is on both sides through this tick. */
  until: Tick;
};

export type Planned = Pick<Occasion, "topic" | "at" | "about" | "dinner">;

/** A stretch without any line, from its first tick to before another. */
type Cut = { readonly topic: string; readonly from: Tick; readonly to: Tick };

export type Replicas = {
  fields: typeof fields;
  open: { cards: Card[]; occasions: Occasion[]; cuts: Cut[]; talk: string };
  sealed: {
    readonly rates: { readonly light: number; readonly heavy: number };
    readonly planned: readonly Planned[];
    readonly cuts: readonly Cut[];
    theirs: Version[];
    /** Through which tick they keep to each card. */
    held: Tick[];
    /** How many cards differ now, and for how many ticks each has. */
    different: number;
    apart: number[];
  };
  /** Say "I don't know yet" to what an occasion will ask. */
  intent: { kind: "defer"; about: string };
  event: Told;
  secret:
    | { kind: "turned"; tick: Tick; about: string; count: number }
    | { kind: "bound"; tick: Tick; about: string; until: Tick }
    | { kind: "marked"; tick: Tick; about: string; topic: string }
    | { kind: "apart"; tick: Tick; about: string; ticks: number };
};

export const you = 1;
export const them = 2;

export const cardOf = ({ cards }: Replicas["open"], about: string | null): Card | undefined =>
  cards.find((card) => card.about === about);
