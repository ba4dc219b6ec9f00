/** `besteffort` and `besteffort play LEVEL`: on screens, or line by line. */
import { statSync } from "node:fs";
import { type Level, type Seed, type Session, seedOf, seedsAre } from "../session/index.ts";
import { onWith, playOn } from "../ui/linear/going.ts";
import type { LinearIo } from "../ui/linear/io.ts";
import { mapLinear } from "../ui/linear/map.ts";
import type { Shelf } from "../ui/shelf.ts";
import { playing, type Where } from "../ui/where.ts";
import { findLevel } from "./find.ts";
import { linear } from "./linear.ts";
import { canShow, type Options } from "./options.ts";
import { readOwnFolder } from "./own.ts";
import { runScreens } from "./screen.tsx";
import { openSettings } from "./settings.ts";
import { type DiskShelf, gamesFolder, only, openShelf, ownFolder } from "./shelf.ts";

const fail = (problem: string): number => {
  process.stderr.write(`${problem}\n`);
  return 2;
};

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** The map, where there are screens; otherwise what could be played. */
export async function mapCommand(options: Options, folder = ownFolder()): Promise<number> {
  const settings = openSettings(gamesFolder(), options);
  const shelf = openShelf({ files: await readOwnFolder(folder) }, settings);
  if (canShow(options, settings.now()))
    return runScreens(shelf, settings.look(settings.now()), {
      at: "map",
      from: null,
      notice: settings.problem,
    });
  const list = [...shelf.levels, ...shelf.own.flatMap(({ levels }) => levels)].map(
    ({ id, story }) => `  ${id.padEnd(12)} ${story.title}: ${story.pattern}`,
  );
  const ways = `Play one of these: besteffort play LEVEL --linear\n${list.join("\n")}`;
  const talk = async (io: LinearIo): Promise<null> => {
    await mapLinear(shelf, io);
    return null;
  };
  return leaving(shelf, await linear(talk, options.intents, options.linear ? null : ways));
}

/** Lets go of the games; says of which not all is saved. */
function leaving(shelf: DiskShelf, code: number): number {
  for (const problem of shelf.leave()) process.stderr.write(`${problem}\n`);
  return code;
}

export async function playCommand(options: Options): Promise<number> {
  const [name, ...more] = options.rest;
  if (name === undefined) return fail("Play what? Try: besteffort play prologue");
  if (more.length > 0) return fail(`One level at a time; what is ${more.join(" ")}?`);
  if (/[/\\]|^\.+$/.test(name) && isFolder(name)) return mapCommand(options, name);
  const seed = options.seed === null ? null : seedOf(options.seed);
  if (options.seed !== null && seed === null)
    return fail(`"${options.seed}" is no seed. ${seedsAre}`);
  const found = await findLevel(name, options.tier);
  if (typeof found === "string") return fail(found);
  const settings = openSettings(gamesFolder(), options);
  const shelf = openShelf(only(found.own), settings);
  if (canShow(options, settings.now()) && options.intents === null)
    return runScreens(shelf, settings.look(settings.now()), opening(shelf, found.level, seed));
  const talk = async (io: LinearIo): Promise<string | null> => {
    const session = sessionFor(shelf, found.level, seed);
    if (typeof session === "string") return session;
    await playOn(shelf, session, io);
    return null;
  };
  return linear(
    talk,
    options.intents,
    "Nothing to play from. Pipe moves in, one a line, or give --intents.",
  );
}

/** A seed asks for a new game; without one, a paused game goes on. */
const opening = (shelf: Shelf, level: Level, seed: Seed | null): Where =>
  seed === null ? playing(shelf, level, false) : { at: "brief", level, seed, session: null };

const sessionFor = (shelf: Shelf, level: Level, seed: Seed | null): Session | string =>
  seed === null ? onWith(shelf, level) : shelf.start(level, { seed, rehearsal: false });
