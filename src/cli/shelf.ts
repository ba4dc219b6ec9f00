/** The games on disk, as the screens see them. */
import { type Level, openSession, seedFrom, type Voice } from "../session/index.ts";
import type { Shelf } from "../ui/shelf.ts";

export function memoryShelf(
  levels: readonly Level[],
  voices: { readonly [id: string]: Voice },
): Shelf {
  return {
    levels,
    voiceOf: (level) => {
      const voice = voices[level.story.voice];
      if (voice === undefined) throw new Error(`no voice ${level.story.voice}`);
      return voice;
    },
    games: () => [],
    progress: () => new Map(),
    newSeed: () => seedFrom((Math.random() * 2 ** 32) >>> 0),
    paused: () => undefined,
    start: (level, { seed, rehearsal }) => openSession(level, seed, { rehearsal }),
    resume: () => ({ refused: "no" }),
    replay: () => ({ refused: "no" }),
  };
}
