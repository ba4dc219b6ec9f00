/** One saved game, as a list shows it; and what all of them come to. */
import type { Seed, Stars } from "../../engine/index.ts";
import type { ReadJournal } from "../journal.ts";
import type { Origin } from "../line.ts";
import type { RecordedGame } from "../recorded.ts";

export type SaveState = "paused" | "ended" | "view only" | "damaged";

export type Save = {
  /** Its name in the folder. */
  readonly file: string;
  readonly state: SaveState;
  /** What stands in the way of resuming it, in a sentence. */
  readonly problem: string | null;
  /** Null, with all that follows, where not even its first line can be read. */
  readonly level: string | null;
  readonly tier: number | null;
  readonly seed: Seed | null;
  /** An ISO time. */
  readonly created: string | null;
  readonly rehearsal: boolean;
  /** Nothing in it is weighed: no stars, no outcome, no progress. */
  readonly calm: boolean;
  /** Of a level of the player's own. */
  readonly own: boolean;
  /** Where it was begun in another game, if it was. */
  readonly origin: Origin | null;
  /** The latest evening, from 1, and its latest tick. */
  readonly evening: number;
  readonly tick: number;
  /** Whether an evening of it was left before its end. */
  readonly left: boolean;
  readonly stars: Stars | null;
  readonly outcome: number | null;
};

/** How the game itself stands, whatever its file's state. */
export function describe(
  file: string,
  game: RecordedGame | null,
  tier: number | null,
): Omit<Save, "state" | "problem"> {
  const evenings = game?.evenings ?? [];
  const calm = game?.asides.some(({ aside }) => aside.kind === "calm") ?? false;
  const last = evenings.at(-1);
  const event = last?.turns.at(-1)?.events.at(-1) ?? last?.events.at(-1);
  return {
    file,
    level: game?.header.level ?? null,
    tier,
    seed: game?.header.seed ?? null,
    created: game?.header.created ?? null,
    rehearsal: game?.header.rehearsal ?? false,
    calm,
    own: (game?.header.own ?? null) !== null,
    origin: game?.header.origin ?? null,
    evening: Math.max(1, evenings.length),
    tick: event?.tick ?? 0,
    left: evenings.some(({ turns }) =>
      turns.at(-1)?.events.some((e) => e.kind === "ended" && e.why === "left"),
    ),
    stars: calm ? null : (game?.end?.result.stars ?? null),
    outcome: calm ? null : (game?.end?.result.outcome ?? null),
  };
}

export const gameIn = (read: ReadJournal): RecordedGame | null =>
  read.ok ? read.game : read.prefix;

export type Progress = {
  /** The most stars earned; null for a level without a score. */
  readonly stars: Stars | null;
  /** Games played to their end, and those of them that earned no star. */
  readonly plays: number;
  readonly fails: number;
};

/** By level id. Rehearsals and calm games do not count, nor do games that were left: those are neither wins nor losses. */
export function progressOf(saves: readonly Save[]): ReadonlyMap<string, Progress> {
  const progress = new Map<string, Progress>();
  for (const { level, state, rehearsal, calm, left, stars } of saves) {
    if (level === null || state !== "ended" || rehearsal || calm || left) continue;
    const before = progress.get(level) ?? { stars: null, plays: 0, fails: 0 };
    progress.set(level, {
      stars: stars === null || (before.stars ?? -1) > stars ? before.stars : stars,
      plays: before.plays + 1,
      fails: before.fails + (stars === 0 ? 1 : 0),
    });
  }
  return progress;
}
