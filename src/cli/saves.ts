/** `besteffort saves`: where the games are, and what they are. */
import { readOwnFolder } from "./own.ts";
import { gamesFolder, ownFolder, savesOf } from "./shelf.ts";

export async function savesCommand(json: boolean): Promise<number> {
  const own = await readOwnFolder(ownFolder());
  const list = savesOf(own.flatMap((file) => file.own ?? [])).list();
  if (json) {
    process.stdout.write(`${JSON.stringify({ folder: gamesFolder(), games: list }, null, 2)}\n`);
    return 0;
  }
  const lines = list.map(({ file, state, level, tick, evening, stars, problem }) => {
    const score = stars === null ? "" : `  ${stars} of 3 stars`;
    const where = problem ?? `evening ${evening}, tick ${tick}`;
    return `${file}  ${level ?? "?"}  ${state}${score}  ${where}`;
  });
  process.stdout.write(`${[`Games in ${gamesFolder()}: ${list.length}`, ...lines].join("\n")}\n`);
  return 0;
}
