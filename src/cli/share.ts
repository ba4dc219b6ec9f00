/** `besteffort share`: a game as a few lines to be pasted: what it came to, when who wrote, and its code. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { levels } from "../levelfile/builtin.ts";
import { codeOf, type Level, type RecordedGame, readGame } from "../session/index.ts";
import { scrubber } from "../ui/screens/marks.ts";
import { lookOf } from "../ui/theme.ts";
import { gamesFolder, savesOf } from "./shelf.ts";

/** Everyone reads the same, whatever their terminal can. */
const look = lookOf({ ascii: true, colour: false });
const columns = 40;

function fail(problem: string): number {
  process.stderr.write(`${problem}\n`);
  return 2;
}

/**
 * A path, or the name of a saved game; without one the newest that has ended, else the newest. Exit code 2 where
 * there is none.
 */
export function shareCommand(names: readonly string[]): number {
  const [name, strange] = names;
  if (strange !== undefined) return fail(`One game at a time; what is ${strange}?`);
  const file = name ?? newest();
  if (file === undefined) return fail("There is no game yet to share.");
  const read = readGame(existsSync(file) ? file : join(gamesFolder(), file));
  if (!read.ok) return fail(`${file}: ${read.problem}`);
  const made = codeOf(read.game);
  if (typeof made === "string") return fail(`${file}: ${made}`);
  const level = levels.find(({ id }) => id === read.game.header.level);
  if (level === undefined) return fail(`${file}: its level is not here.`);
  process.stdout.write(`${[...told(read.game, level), made.code].join("\n")}\n`);
  return 0;
}

function newest(): string | undefined {
  const games = savesOf([]).list();
  return (games.find(({ state }) => state === "ended") ?? games[0])?.file;
}

function told({ header, evenings, end, asides }: RecordedGame, level: Level): readonly string[] {
  const tier = header.level.includes(".") ? `, tier ${level.tier}` : "";
  const calm = asides.some(({ aside }) => aside.kind === "calm");
  const { stars, outcome } = end?.result ?? { stars: null, outcome: null };
  const weighed = !calm && outcome !== null && stars !== null;
  const came = weighed
    ? `, ${"*".repeat(stars)}${"-".repeat(3 - stars)} (${Math.round(outcome)})`
    : "";
  const kind = header.rehearsal ? ", a rehearsal" : end === null ? ", not over" : "";
  return [
    `Best Effort: ${level.story.title}${tier}, seed ${header.seed.slice("b1:".length)}${came}${kind}`,
    // Only what could be seen: whoever plays the same seed has it still before them.
    ...evenings.map(({ events, turns }) => {
      const seen = [...events, ...turns.flatMap((turn) => turn.events)];
      const last = seen.at(-1)?.tick ?? 0;
      return scrubber({ events: seen, secrets: null, tick: null, last }, columns, look);
    }),
  ];
}
