/** What a level sets: laws for the rules, a story for the eyes, a proof for the machine. */
import type { Verb } from "./intent.ts";
import type { Span } from "./law.ts";
import type { Kind, Tick, Tone } from "./message.ts";
import type { ForceLaws } from "./rules/index.ts";

/** One direction of the channel. */
export type ChannelLaw = {
  /** Per mille of puts that vanish. */
  readonly loss: number;
  /** Ticks under way, from the least to the most, each as likely. */
  readonly delay: Span;
  /** Per mille of puts whose meaning changes on the way; none where it is left out. */
  readonly garble?: number;
  /** Per mille of puts that arrive twice, the copy one to three ticks later; none where it is left out. */
  readonly copies?: number;
};

export type PartnerLaw = {
  /** Messages read per tick. */
  readonly pace: number;
  /** Messages that can lie unread; one more is dropped. */
  readonly inbox: number;
  /** Ticks for which a key is remembered after it was read; for ever where it is left out. */
  readonly memory?: Tick;
  /** Times when the partner is away from the channel, both ticks included. */
  readonly away: readonly { readonly from: Tick; readonly to: Tick }[];
};

/** What you have to give. */
export type EnergyLaw = {
  readonly start: number;
  readonly cap: number;
  /** What comes back each tick. */
  readonly gain: number;
  /** What an intent takes, by the kind of message, by verb, or by "brief"; nothing where it is left out. */
  readonly costs: { readonly [name: string]: number };
};

/** All that the rules read of one evening. Prose is elsewhere, so that fixing a comma breaks no save. */
export type Laws = {
  readonly length: Tick;
  /** The round trip you have been told to expect, in ticks. */
  readonly usual: Tick;
  readonly verbs: readonly Verb[];
  readonly kinds: readonly Kind[];
  readonly out: ChannelLaw;
  readonly in: ChannelLaw;
  readonly partner: PartnerLaw;
  /** Where a level counts energy. */
  readonly energy?: EnergyLaw;
  readonly forces: ForceLaws;
};

/** A goal is a bound on a public gauge, printed from the same numbers that check it. */
export type Goal = {
  /** "force.gauge", e.g. "waits.answered". */
  readonly of: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly text: string;
};

export type Scoring = {
  /** Weight by "force.measure"; the outcome is their weighted sum. */
  readonly outcome: { readonly [measure: string]: number };
  /** Outcomes that earn one, two and three stars. */
  readonly stars: readonly [number, number, number];
};

export type Topic = {
  readonly title: string;
  readonly say: string;
  /** What the partner's reply to it says. */
  readonly answer: string;
  /** What it says where it was misread, if that can be. */
  readonly misheard?: string;
  /** The scene when it went well, and when it did not. */
  readonly well?: string;
  readonly badly?: string;
  /** Another scene of its going badly, for odd ticks. */
  readonly other?: string;
};

/** How a partner writes: some lines for every tone. */
export type Voice = {
  readonly id: string;
  readonly name: string;
  readonly lines: { readonly [tone in Tone]?: readonly string[] };
};

export type Story = {
  readonly title: string;
  readonly pattern: string;
  readonly order: number;
  readonly week: string;
  readonly tone: string;
  readonly contains: string;
  readonly minutes: number;
  readonly voice: string;
  /** What one tick is called. */
  readonly tick: string;
  readonly brief: string;
  readonly hidden: string;
  readonly bet: {
    readonly ask: string;
    readonly choices: readonly string[];
    /** Which of them is the pattern's, counted from 1, if one is. */
    readonly pattern?: number;
  } | null;
  readonly topics: { readonly [about: string]: Topic };
  /** What a standing order may do here, by kind of message or verb, before any habit is earned. */
  readonly orders: readonly string[];
  /** How many orders may run side by side. */
  readonly running: number;
  /** What becomes a habit, for orders anywhere, once this level is won with two stars. */
  readonly habits: readonly string[];
  /** The level's own lines, instead of the voice's for that tone. */
  readonly lines: { readonly [tone in Tone]?: readonly string[] };
  readonly goals: readonly Goal[];
  readonly hints: readonly [string, string, string] | readonly [];
  readonly debrief: {
    readonly truth: string;
    readonly systems: string;
    readonly relationships: string;
    readonly reading: readonly string[];
  };
};

/** A bot of a proof: a named policy with its parameters. */
export type ProofBot = {
  readonly name: string;
  readonly role: "pattern" | "fails" | "also good";
  readonly policy: string;
  readonly with: { readonly [parameter: string]: number | string };
};

export type Proof = {
  readonly seeds: number;
  /** The pattern's bot reaches two stars in at least this share of games, by the Wilson lower bound. */
  readonly twoStars: number;
  /** By how much more often than each failing bot it does so, on the same seeds. */
  readonly margin: number;
  readonly bots: readonly ProofBot[];
};

export type Level = {
  /** e.g. "backoff.1": the level and its tier. */
  readonly id: string;
  readonly tier: number;
  /** One set of laws per evening; the score is the mean over evenings. */
  readonly evenings: readonly Laws[];
  readonly scoring: Scoring | null;
  readonly story: Story;
  readonly proof: Proof | null;
};
