/** `besteffort cast GAME > game.cast`: a game as a recording, for asciinema and what plays its files. */
import { asciicast } from "../ui/asciicast.ts";
import { lookFor, type Options } from "./options.ts";
import { openGame } from "./replay.ts";
import { openSettings } from "./settings.ts";
import { gamesFolder, only, openShelf } from "./shelf.ts";

/** Exit code 2 where there is no such game, 3 where its code is of other rules. */
export async function castCommand(options: Options): Promise<number> {
  const fail = (problem: string, code = 2): number => {
    process.stderr.write(`${problem}\n`);
    return code;
  };
  const [name] = options.rest;
  if (name === undefined) return fail("Record which game? besteffort saves lists yours.");
  if (process.stdout.isTTY === true)
    return fail(`A recording goes into a file: besteffort cast ${name} > game.cast`);
  const opened = await openGame(name);
  if (!opened.ok) return fail(opened.problem, opened.code);
  const { replay } = opened.watched;
  const settings = openSettings(gamesFolder(), options);
  const voice = openShelf(only(opened.own), settings).voiceOf(replay.level);
  const look = lookFor(options, settings.now());
  process.stdout.write(asciicast(replay, { level: replay.level, voice }, look));
  return 0;
}
