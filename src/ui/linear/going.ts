/** From game to game in lines: one is played or watched, and another may come of it. */
import type { Level, Session } from "../../session/index.ts";
import { endingTexts } from "../screens/ending.ts";
import type { Shelf, Watched } from "../shelf.ts";
import { homeward, sourceOf } from "../where.ts";
import type { LinearIo } from "./io.ts";
import { afterLinear } from "./over.ts";
import { playLinear } from "./play.ts";
import { watchLinear } from "./replay.ts";

/** On with the paused game of a level, or a new one; or why not, in a sentence. */
export function onWith(shelf: Shelf, level: Level): Session | string {
  const paused = shelf.paused(level);
  if (paused === undefined) return shelf.start(level, { seed: shelf.newSeed(), rehearsal: false });
  const session = shelf.resume(paused.file);
  return "refused" in session ? session.refused : session;
}

const elsewhere =
  "The next evening was not played yet in the game that this one came from: it comes there first.";

/** Plays a game, and those that the player wants after it; the ending, the first time that all was played. */
export async function playOn(shelf: Shelf, first: Session, io: LinearIo): Promise<void> {
  const { level } = first;
  const cast = { level, voice: shelf.voiceOf(level) };
  const offer = shelf.settings.now().offer && shelf.tries(level) >= 2;
  let session: Session | null = first;
  while (session !== null) {
    const now: Session = session;
    const after = (more: boolean) => afterLinear({ cast, session: now, shelf, io, more });
    const between = () => {
      const source = sourceOf(shelf, now);
      if (source !== null) io.out(elsewhere);
      return after(source === null);
    };
    const left = await playLinear({ cast, session, io, habits: shelf.habits(), offer, between });
    const next: Session | string = left === "ended" ? await after(false) : left;
    session.close();
    session = typeof next === "string" ? null : next;
  }
  if (homeward(shelf, level).at === "ending") io.out(endingTexts(shelf.levels).join("\n"));
}

/** Watches a game from a tick of its first evening, and plays on from it where the player takes over. */
export async function watchOn(
  shelf: Shelf,
  watched: Watched,
  io: LinearIo,
  start = 0,
): Promise<void> {
  const { level } = watched.replay;
  const cast = { level, voice: shelf.voiceOf(level) };
  const taken = await watchLinear({ cast, watched, io, shelf, start });
  if (taken !== null) await playOn(shelf, taken, io);
}
