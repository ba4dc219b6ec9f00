/** Where a player is, and where a choice leads from there. */
import type { Level, Point, Replay, Seed, Session } from "../session/index.ts";
import type { Told } from "./screens/compare.ts";
import { isOver } from "./screens/ending.ts";
import type { Shelf } from "./shelf.ts";

export type Where =
  | { readonly at: "map"; readonly from: string | null; readonly notice: string }
  /** `from` is the game to start from. */
  | {
      readonly at: "games";
      readonly notice: string;
      /** The game to start from. */
      readonly from?: string;
      /** The level on which the map stood. */
      readonly level?: string | null;
    }
  | {
      readonly at: "brief";
      readonly level: Level;
      readonly seed: Seed;
      readonly session: Session | null;
    }
  | { readonly at: "credits" | "ending"; readonly from: string | null }
  | { readonly at: "options"; readonly from: string | null }
  | { readonly at: "board"; readonly session: Session; readonly opening?: string }
  | { readonly at: "debrief"; readonly session: Session }
  | {
      readonly at: "replay";
      readonly replay: Replay;
      /** What the file lacks, to be told first. */
      readonly problem: string | null;
      readonly file?: string;
      /** Where it leads back to: with a session, to its debrief. */
      readonly home: Extract<Where, { readonly at: "games" }> | "exit" | Session;
      readonly start?: Point;
      readonly title?: string;
    }
  | { readonly at: "compare"; readonly session: Session; readonly before: Told };

/** Home from an evening that is over: by way of the ending, the first time that all was played. */
export function homeward(shelf: Shelf, level: Level): Where {
  const { settings } = shelf;
  if (settings.now().ended || !isOver(shelf.levels, shelf.look())) return home(level);
  settings.keep({ ...settings.now(), ended: true });
  return { at: "ending", from: level.id };
}

/** A seed that was named: on with its paused game, or to its briefing. */
export function seeded(shelf: Shelf, level: Level, seed: Seed): Where {
  const paused = shelf.games
    .list()
    .find((one) => one.level === level.id && one.state === "paused" && `b1:${one.seed}` === seed);
  if (paused === undefined) return { at: "brief", level, seed, session: null };
  return goingOn(shelf, paused.file, (notice) => home(level, notice));
}

export const home = (level: Level, notice = ""): Where => ({ at: "map", from: level.id, notice });

/** Where a level leads from the map: on with the paused game, or to the briefing of a new one. */
export function playing(shelf: Shelf, level: Level, afresh: boolean): Where {
  const paused = afresh ? undefined : shelf.paused(level);
  if (paused === undefined) return { at: "brief", level, seed: shelf.newSeed(), session: null };
  return goingOn(shelf, paused.file, (notice) => home(level, notice));
}

/** On with a paused game, or back to where it was chosen, with a word of why not. */
export function goingOn(shelf: Shelf, file: string, refused: (why: string) => Where): Where {
  const session = shelf.resume(file);
  if ("refused" in session) return refused(session.refused);
  return session.observe().ended === null ? { at: "board", session } : { at: "debrief", session };
}

/**
 * The game that a rehearsal came from, where the evening after this one was not played there yet: it goes first,
 * or its fog would have lifted beforehand. Null where there is none such.
 */
export function sourceOf(shelf: Shelf, { origin, evening }: Session): string | null {
  const { n, of } = evening();
  if (n === of || origin === null || origin.file === null || origin.other) return null;
  const was = shelf.replay(origin.file);
  if ("refused" in was || was.replay.record?.end != null) return null;
  const next = was.replay.evenings[n];
  return next === undefined || next.ended === null ? origin.file : null;
}

/** On from an evening that is over: to the next one, to the game it was rehearsed for, or home. */
export function onward(shelf: Shelf, session: Session): Where {
  const source = sourceOf(shelf, session);
  if (source === null && session.next()) return { at: "board", session };
  session.close();
  const { level } = session;
  return source === null
    ? homeward(shelf, level)
    : goingOn(shelf, source, (notice) => home(level, notice));
}

export const listAt =
  (from: string) =>
  (notice: string): Extract<Where, { readonly at: "games" }> => ({ at: "games", from, notice });

export function watching(shelf: Shelf, file: string): Where {
  const replay = shelf.replay(file);
  if ("refused" in replay) return listAt(file)(replay.refused);
  return { at: "replay", ...replay, home: listAt(file)("") };
}

/** The game of a session once more on its seed, without stars. */
export const rehearse = (shelf: Shelf, { level, seed, file }: Session): Session =>
  shelf.start(level, {
    seed,
    rehearsal: true,
    origin: { file, evening: 1, tick: 0, other: false },
  });

export function begin(shelf: Shelf, level: Level, seed: Seed, bet: number | null): Session {
  const session = shelf.start(level, { seed, rehearsal: false });
  if (bet !== null) session.aside({ kind: "bet", choice: bet });
  return session;
}
