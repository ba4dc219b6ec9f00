/** `besteffort replay FILE`, or a code: a game on the board, or what was said in it as text. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { levels } from "../levelfile/builtin.ts";
import { isCode, openCode, type Replay, readGame, replayFile } from "../session/index.ts";
import { watchOn } from "../ui/linear/going.ts";
import type { LinearIo } from "../ui/linear/io.ts";
import type { Watched } from "../ui/shelf.ts";
import { type Cast, chat } from "../ui/words.ts";
import { keptLevels, type Own } from "./find.ts";
import { linear } from "./linear.ts";
import { canShow, type Options } from "./options.ts";
import { runScreens } from "./screen.tsx";
import { openSettings } from "./settings.ts";
import { gamesFolder, only, openShelf } from "./shelf.ts";

function fail(problem: string): number {
  process.stderr.write(`${problem}\n`);
  return 2;
}

/** What a journal holds of a level that is not the game's own; null where it holds none, or is no journal. */
function ownOf(path: string): unknown {
  const read = readGame(path);
  const game = read.ok ? read.game : read.prefix;
  return game?.header.own ?? null;
}

type Opened =
  | { readonly ok: true; readonly watched: Watched; readonly own: Own | null }
  | { readonly ok: false; readonly problem: string; readonly code: 2 | 3 };

/** The game of a path, of the name of a saved one, or of a code. */
export async function openGame(name: string): Promise<Opened> {
  if (isCode(name)) {
    const opened = openCode(name, (id) => levels.find((level) => level.id === id) ?? null);
    if (opened.ok)
      return { ok: true, watched: { replay: opened.replay, problem: null }, own: null };
    return { ok: false, problem: opened.problem, code: opened.stale ? 3 : 2 };
  }
  const path = existsSync(name) ? name : join(gamesFolder(), name);
  const kept = await keptLevels(ownOf(path));
  const known = kept?.levels ?? levels;
  const opened = replayFile(path, (id) => known.find((level) => level.id === id) ?? null);
  if (!opened.ok) return { ok: false, problem: `${name}: ${opened.problem}`, code: 2 };
  const { replay, problem } = opened;
  const saved = existsSync(name) ? {} : { file: name };
  return { ok: true, watched: { replay, problem, ...saved }, own: kept?.own ?? null };
}

/** A path, the name of a saved game, or a code. Exit code 3 where the game is not whole, or of other rules. */
export async function replayCommand(options: Options): Promise<number> {
  const [name] = options.rest;
  if (name === undefined)
    return fail("Replay what? Give a game's file; besteffort saves lists yours.");
  const opened = await openGame(name);
  if (!opened.ok) {
    fail(opened.problem);
    return opened.code;
  }
  const { watched, own } = opened;
  if (watched.problem !== null) process.stderr.write(`${name}: ${watched.problem}\n`);
  const code = await watch(watched, own, options);
  return code === 0 && watched.problem !== null ? 3 : code;
}

/** On the screens where they can be shown; else in lines, or as text where nobody is there to type them. */
async function watch(watched: Watched, own: Own | null, options: Options): Promise<number> {
  const { replay } = watched;
  const settings = openSettings(gamesFolder(), options);
  const shelf = openShelf(only(own), settings);
  if (canShow(options, settings.now())) {
    const start = { evening: 1, tick: Math.min(options.at ?? 0, replay.evenings[0]?.last ?? 0) };
    const where = { at: "replay", ...watched, home: "exit", start } as const;
    return runScreens(shelf, settings.look(settings.now()), where);
  }
  if (options.linear || process.stdin.isTTY === true) {
    const told = { ...watched, problem: null };
    const talk = (io: LinearIo): Promise<null> =>
      watchOn(shelf, told, io, options.at ?? 0).then(() => null);
    return linear(talk, options.intents, null);
  }
  const cast = { level: replay.level, voice: shelf.voiceOf(replay.level) };
  process.stdout.write(`${transcript(replay, cast)}\n`);
  return 0;
}

function transcript({ level, seed, evenings, result }: Replay, cast: Cast): string {
  const nights = evenings.flatMap((evening, n) => [
    `Evening ${n + 1} of ${level.evenings.length}.`,
    ...chat(cast, evening.events).map(
      ({ tick, name, text, note }) => `t${tick} ${name}: ${text}${note === "" ? "" : ` (${note})`}`,
    ),
    `${evening.ended === null ? "Paused" : "Ended"} at tick ${evening.last}.`,
  ]);
  const outcome =
    result === null || result.outcome === null ? [] : [`Outcome ${Math.round(result.outcome)}.`];
  return [`${level.story.title}, seed ${seed.slice(3)}.`, ...nights, ...outcome].join("\n");
}
