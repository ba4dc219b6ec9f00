/** The session's door. The screens get the engine's types and a few of its harmless values here too. */

export { energyAhead } from "../bots/index.ts";
export type {
  Ending,
  Event,
  Fact,
  ForceEvent,
  ForceName,
  Goal,
  Held,
  Intent,
  Key,
  Kind,
  Laws,
  Level,
  Moment,
  Move,
  Refusal,
  Said,
  Scoring,
  Secret,
  Seed,
  Sendable,
  SendOption,
  Sent,
  Stars,
  Story,
  Term,
  Tick,
  Tone,
  Topic,
  Verb,
  Voice,
} from "../engine/index.ts";
export {
  costOf,
  forceOf,
  formatIntent,
  isSeed,
  parseIntent,
  patience,
  quietOf,
  refusals,
  seedFrom,
  seedOf,
  seedsAre,
  strangeAfter,
  ticksLeft,
} from "../engine/index.ts";
export type { Aside } from "./aside.ts";
export { calmly, isCalm } from "./calm.ts";
export type { Digest } from "./canonical.ts";
export { debriefIn, partedAt, patternDebrief, starsOf } from "./compare.ts";
export type { Debrief } from "./debrief.ts";
export { eveningSeed } from "./evening.ts";
export { notOver, otherRules, type Point } from "./fork.ts";
export type { GoalNow, GoalState } from "./goals.ts";
export type { JournalFault, ReadJournal } from "./journal.ts";
export { readJournal } from "./journal.ts";
export type { Header, JournalSink, Origin } from "./line.ts";
export type { Observation } from "./observation.ts";
export type { Order } from "./order.ts";
export { formatOrder, formatOrders } from "./order.ts";
export type { Par } from "./par.ts";
export { patternName } from "./par.ts";
export type { RecordedEvening, RecordedGame, RecordedTurn } from "./recorded.ts";
export type { Replay, ReplayEvening, Scene } from "./replay.ts";
export { openReplay, patternReplay } from "./replay.ts";
export type { Result } from "./result.ts";
export { meanOutcome } from "./result.ts";
export { rules } from "./rules.ts";
export { codeOf, isCode, openCode } from "./saves/code.ts";
export type { Options, ReadOptions } from "./saves/options.ts";
export { readOptions, writeOptions } from "./saves/options.ts";
export type { Progress, Save, SaveState } from "./saves/save.ts";
export type { LevelOf, NewGame, Saves } from "./saves.ts";
export { homeFolder, openSaves, readGame, replayFile } from "./saves.ts";
export type { Session, SessionOptions } from "./session.ts";
export { openSession } from "./session.ts";
export type { Twin } from "./twin.ts";
export { twinsFor } from "./twin.ts";
export type { Verdict } from "./verdict.ts";
export { verdict } from "./verdict.ts";
