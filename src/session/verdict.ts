/** Whether a recorded game could have been played, move for move, under today's rules and laws. */
import type { Event, Level } from "../engine/index.ts";
import { canonical, type Digest, shortHash } from "./canonical.ts";
import { attempt, begin, type Game, hasEnded, isLast, resultIn, settle, turnTo } from "./game.ts";
import { lawsHash } from "./line.ts";
import type { RecordedEvening, RecordedGame } from "./recorded.ts";
import { rules } from "./rules.ts";

export type Verdict =
  /** Every event and every hidden state came out the same: it can be gone on with. */
  | { readonly status: "ok" }
  /** Made under other rules or laws: it can be watched. */
  | { readonly status: "view only"; readonly problem: string }
  /** It tells of something that did not happen; `at` is the line, from 1. */
  | { readonly status: "diverged"; readonly at: number; readonly problem: string };

/** Whether rules and laws are those of the record. Cheap: nothing is played. */
export function staleness(game: RecordedGame, level: Level, digest: Digest): string | null {
  const { header } = game;
  if (header.rules !== rules)
    return `This game was played under rules ${header.rules}, and these are rules ${rules}: it can be watched, not resumed.`;
  return header.laws === lawsHash(digest, level)
    ? null
    : "The level has changed since this game was played: it can be watched, not resumed.";
}

/** Plays a record again and compares every line. */
export function verdict(record: RecordedGame, level: Level, digest: Digest): Verdict {
  const stale = staleness(record, level, digest);
  if (stale !== null) return { status: "view only", problem: stale };
  const { header, evenings, end } = record;
  const game = begin(level, header.seed, header.rehearsal);
  for (const [n, evening] of evenings.entries()) {
    if (n > 0 && (isLast(game) || !hasEnded(game))) return diverged(evening.line);
    if (n > 0) turnTo(game, n);
    const at = firstStray(game, evening, digest);
    if (at !== null) return diverged(at);
  }
  if (end !== null && canonical(resultIn(game)) !== canonical(end.result))
    return diverged(end.line);
  return { status: "ok" };
}

const diverged = (at: number): Verdict => ({
  status: "diverged",
  at,
  problem: `Line ${at} does not follow from the lines before it: this file was changed.`,
});

type Told = { readonly events: readonly Event[]; readonly hash: string };

/** The first line of an evening that does not come out as it says; null where all do. */
function firstStray(game: Game, evening: RecordedEvening, digest: Digest): number | null {
  const differs = (told: Told, events: readonly Event[]): boolean =>
    canonical(told.events) !== canonical(events) || told.hash !== shortHash(digest, game.world);
  if (differs(evening, game.events)) return evening.line;
  for (const turn of evening.turns) {
    if (turn.intent === null) return turn.line;
    const tried = attempt(game, turn.intent);
    if (tried.refused) return turn.line;
    settle(game, turn.intent, tried);
    if (differs(turn, tried.events)) return turn.line;
  }
  return null;
}
