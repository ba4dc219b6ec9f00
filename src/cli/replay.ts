/** `besteffort replay FILE`: a saved game on the board, or tick by tick as text. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { levels, voices } from "../levelfile/builtin.ts";
import { openReplay, type Replay } from "../session/index.ts";
import { sha256 } from "../session/saves/disk.ts";
import { readGame } from "../session/saves.ts";
import { staleness } from "../session/verdict.ts";
import { chat } from "../ui/words.ts";
import { canShow, lookFor, type Options } from "./options.ts";
import { runScreens } from "./screen.tsx";
import { gamesFolder, openShelf } from "./shelf.ts";

const fail = (problem: string, code = 2): number => {
  process.stderr.write(`${problem}\n`);
  return code;
};

/** The game in a file, by its path or by its name among the saved games. */
export async function replayCommand(options: Options): Promise<number> {
  const [name] = options.rest;
  if (name === undefined)
    return fail("Replay what? Give a game's file; besteffort saves lists yours.");
  const path = existsSync(name) ? name : join(gamesFolder(), name);
  const read = readGame(path);
  const game = read.ok ? read.game : read.prefix;
  if (game === null) return fail(`${name}: ${read.ok ? "there is no game in it." : read.problem}`);
  const level = levels.find(({ id }) => id === game.header.level);
  if (level === undefined)
    return fail(`${name}: this is a game of "${game.header.level}", which is not here.`);
  const problem = read.ok ? staleness(game, level, sha256) : read.problem;
  if (problem !== null) process.stderr.write(`${name}: ${problem}\n`);
  const replay = openReplay(game, level);
  if (canShow(options)) {
    const start = { at: "replay", replay, home: "exit" } as const;
    const code = await runScreens(openShelf([], voices), lookFor(options), start);
    return code === 0 && problem !== null ? 3 : code;
  }
  const shelf = openShelf([], voices);
  const cast = { level, voice: shelf.voiceOf(level) };
  process.stdout.write(`${transcript(replay, (events) => chat(cast, events))}\n`);
  return problem === null ? 0 : 3;
}

type Tell = (events: Replay["evenings"][number]["events"]) => ReturnType<typeof chat>;

/** The game in lines: what was said, and when. */
function transcript({ level, header, evenings, result }: Replay, tell: Tell): string {
  const nights = evenings.flatMap((evening, n) => [
    `Evening ${n + 1} of ${level.evenings.length}.`,
    ...tell(evening.events).map(
      ({ tick, name, text, note }) => `t${tick} ${name}: ${text}${note === "" ? "" : ` (${note})`}`,
    ),
    evening.ended === null ? `Paused at tick ${evening.last}.` : `Ended at tick ${evening.last}.`,
  ]);
  const outcome =
    result?.outcome === null || result === null ? [] : [`Outcome ${Math.round(result.outcome)}.`];
  return [`${level.story.title}, seed ${header.seed.slice(3)}.`, ...nights, ...outcome].join("\n");
}
