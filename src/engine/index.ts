/** The engine's door: what the rest of the program may use. */

export type { TrackNow } from "./bind.ts";
export { costOf } from "./energy.ts";
export type { Ending, KernelEvent, KernelSecret, Refusal } from "./event.ts";
export { endings, refusals } from "./event.ts";
export type { EventField, Fact, Held, Sendable, SendOption } from "./force.ts";
export type { Intent, Verb } from "./intent.ts";
export { formatIntent, longestWait, parseIntent, patience, verbs } from "./intent.ts";
export type { Field, Fields, LawOf, Span } from "./law.ts";
export type { Move } from "./legal.ts";
export { legal, refusal, sendable, waitingKeys } from "./legal.ts";
export type {
  ChannelLaw,
  EnergyLaw,
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
export { isSeed, luck, pick, root, seedFrom, seedOf, seedsAre, unit } from "./luck.ts";
export type { Key, Kind, Message, Put, Reply, Said, Tick, Tone } from "./message.ts";
export { kinds, saids, tones } from "./message.ts";
export { strangeAfter } from "./phi.ts";
export { blank, recorder } from "./record.ts";
export { quietOf } from "./rules/beats.ts";
export type { Event, ForceEvent, ForceLaws, ForceName, Secret } from "./rules/index.ts";
export { forceNames, forceOf, forces } from "./rules/index.ts";
export { ticksLeft } from "./rules/modes-law.ts";
export type { Stars } from "./score.ts";
export { facts, gauge, outcome, starsFor, type Term, terms } from "./score.ts";
export type { Happened, Moment, Run, Stepped, Trace } from "./step.ts";
export { deal, run, step, trace } from "./step.ts";
export { still } from "./still.ts";
export type { Open, Sent, World } from "./world.ts";
