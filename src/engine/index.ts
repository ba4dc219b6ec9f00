/** The engine's door: what the rest of the program may use. */
export type { Ending, KernelEvent, KernelSecret, Refusal } from "./event.ts";
export { refusals } from "./event.ts";
export type { Fact } from "./force.ts";
export type { Intent, Verb } from "./intent.ts";
export { formatIntent, longestWait, parseIntent, verbs } from "./intent.ts";
export type { Field, Fields, LawOf, Span } from "./law.ts";
export type { Move, Sendable } from "./legal.ts";
export { legal, refusal, sendable, waitingKeys } from "./legal.ts";
export type {
  ChannelLaw,
  Goal,
  Laws,
  Level,
  PartnerLaw,
  Proof,
  ProofBot,
  Scoring,
  Story,
  Topic,
  Voice,
} from "./level.ts";
export type { Purpose, Root, Seed } from "./luck.ts";
export { isSeed, luck, pick, root, seedFrom, unit } from "./luck.ts";
export type { Key, Kind, Message, Put, Reply, Tick, Tone } from "./message.ts";
export { kinds, tones } from "./message.ts";
export { blank, record } from "./record.ts";
export type { Event, ForceLaws, ForceName, Secret } from "./rules/index.ts";
export { forceNames, forces } from "./rules/index.ts";
export type { Stars } from "./score.ts";
export { facts, gauge, outcome, starsFor } from "./score.ts";
export type { Happened, Moment, Run, Stepped, Trace } from "./step.ts";
export { deal, run, step, trace } from "./step.ts";
export type { Open, Sent, World } from "./world.ts";
