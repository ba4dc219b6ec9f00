/** `besteffort replay FILE`: a saved game on the board, or what was said in it as text. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { levels } from "../levelfile/builtin.ts";
import { type Replay, readGame, replayFile } from "../session/index.ts";
import { watchOn } from "../ui/linear/going.ts";
import type { LinearIo } from "../ui/linear/io.ts";
import { type Cast, chat } from "../ui/words.ts";
import { keptLevels } from "./find.ts";
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

/** A path, or the name of a saved game. Exit code 3 where the game is not whole, or of other rules. */
export async function replayCommand(options: Options): Promise<number> {
  const [name] = options.rest;
  if (name === undefined)
    return fail("Replay what? Give a game's file; besteffort saves lists yours.");
  const path = existsSync(name) ? name : join(gamesFolder(), name);
  const kept = await keptLevels(ownOf(path));
  const known = kept?.levels ?? levels;
  const opened = replayFile(path, (id) => known.find((level) => level.id === id) ?? null);
  if (!opened.ok) return fail(`${name}: ${opened.problem}`);
  const { replay, problem } = opened;
  const settings = openSettings(gamesFolder(), options);
  const shelf = openShelf(only(kept?.own ?? null), settings);
  if (problem !== null) process.stderr.write(`${name}: ${problem}\n`);
  if (canShow(options, settings.now())) {
    const saved = existsSync(name) ? {} : { file: name };
    const start = { evening: 1, tick: Math.min(options.at ?? 0, replay.evenings[0]?.last ?? 0) };
    const where = { at: "replay", replay, problem, home: "exit", start, ...saved } as const;
    const code = await runScreens(shelf, settings.look(settings.now()), where);
    if (code !== 0) return code;
  } else {
    const talks = options.linear || process.stdin.isTTY === true;
    const cast = { level: replay.level, voice: shelf.voiceOf(replay.level) };
    const saved = existsSync(name) ? {} : { file: name };
    const talk = (io: LinearIo): Promise<null> =>
      watchOn(shelf, { replay, problem: null, ...saved }, io, options.at ?? 0).then(() => null);
    const code = talks ? await linear(talk, options.intents, null) : 0;
    if (code !== 0) return code;
    if (!talks) process.stdout.write(`${transcript(replay, cast)}\n`);
  }
  return problem === null ? 0 : 3;
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
