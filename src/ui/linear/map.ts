/** The map and the saved games in lines, and the way from there into a game and back. */
import { type Level, type Session, seedOf, seedsAre } from "../../session/index.ts";
import { baseOf, idText } from "../cast.ts";
import { chaptersOf } from "../screens/map.ts";
import type { GameEntry, Kept, Shelf } from "../shelf.ts";
import { rehearse } from "../where.ts";
import { choose, type LinearIo } from "./io.ts";
import { playLinear } from "./play.ts";
import { watchLinear } from "./replay.ts";

const help =
  "A number or a name plays, or goes on with, a level; 2 3 is tier 3 of level 2; R 2 plays level 2 afresh; s 2 moss-4f2a on a seed; d 2 on the seed of the day; i 2 tells more of it; x saved games; ? the map again; q quits.";

/** How far you got with a level, in words; null where it was never played. */
function doneText({ id }: Level, { progress, games }: Kept): string | null {
  const paused = games.some((game) => game.level === id && game.state === "paused");
  const stars = progress.get(id);
  const won = stars === undefined ? null : stars === null ? "done" : `${stars} of 3 stars`;
  return [won, paused ? "paused" : null].filter((text) => text !== null).join(", ") || null;
}

function mapText(shelf: Shelf): string {
  const kept = shelf.look();
  const chapters = chaptersOf(shelf.levels, shelf.own);
  const lines = chapters.flatMap(({ order, week, tiers, file, problem }, i) => {
    const title = tiers[0]?.story.title ?? `${file}: ${problem}`;
    const states = tiers.flatMap((level, n) => {
      const done = doneText(level, kept);
      return done === null ? [] : [tiers.length > 1 ? `Tier ${n + 1}: ${done}.` : `${done}.`];
    });
    const many = tiers.length > 1 ? ` ${tiers.length} tiers.` : "";
    const head = chapters[i - 1]?.week === week ? [] : [`${week}.`];
    const name = order ?? baseOf(tiers[0]?.id ?? "");
    return [...head, `${name} ${title}.${many} ${states.join(" ")}`.trim()];
  });
  return ["Best Effort: the map.", ...lines, help].join("\n");
}

/** The level that is meant by a number or a name, and a tier after it; null where there is none. */
function levelOf(text: string, shelf: Shelf): Level | null {
  const [name = "", tier = "1"] = text.toLowerCase().split(/[\s.]+/);
  const chapter = chaptersOf(shelf.levels, shelf.own).find(
    ({ order, tiers }) => String(order) === name || baseOf(tiers[0]?.id ?? "") === name,
  );
  return chapter?.tiers[Number(tier) - 1] ?? null;
}

function moreText(level: Level, shelf: Shelf): string {
  const { story, evenings } = level;
  const kept = shelf.look();
  const paused = kept.games.find((game) => game.level === level.id && game.state === "paused");
  return [
    `${story.title} (${idText(level.id)}).`,
    ...(kept.progress.has(level.id) ? [`Pattern: ${story.pattern}.`] : []),
    `${evenings.length > 1 ? `${evenings.length} evenings, about` : "About"} ${story.minutes} minutes.`,
    `Contains: ${story.contains}. Tone ${story.tone}. You can leave at any time.`,
    ...(paused === undefined ? [] : [`Paused: ${paused.note}.`]),
  ].join("\n");
}

/** On with the paused game of a level, or a new one; or why not, in a sentence. */
export function onWith(shelf: Shelf, level: Level): Session | string {
  const paused = shelf.paused(level);
  if (paused === undefined) return shelf.start(level, { seed: shelf.newSeed(), rehearsal: false });
  const session = shelf.resume(paused.file);
  return "refused" in session ? session.refused : session;
}

/** Plays a game, and those that the player wants after it. */
export async function playOn(shelf: Shelf, first: Session, io: LinearIo): Promise<void> {
  const { level } = first;
  let session = first;
  for (;;) {
    const cast = { level, voice: shelf.voiceOf(level) };
    const left = await playLinear({ cast, session, io, habits: shelf.habits() });
    session.close();
    if (left === "ended" || left === "put away") return;
    session =
      left === "again"
        ? rehearse(shelf, session)
        : shelf.start(level, { seed: shelf.newSeed(), rehearsal: false });
  }
}

const gameText = ({ level, when, state, stars, note, rehearsal }: GameEntry): string =>
  [
    `${level}, ${when}`,
    state,
    ...(stars === null ? [] : [`${stars} of 3 stars`]),
    ...(rehearsal ? ["rehearsal"] : []),
    note,
  ].join(", ");

async function games(shelf: Shelf, io: LinearIo): Promise<void> {
  const list = shelf.look().games;
  if (list.length === 0) {
    io.out("No games yet. They appear here as soon as you play.");
    return;
  }
  const game = list[(await choose(io, "Watch which saved game?", list.map(gameText))) ?? -1];
  if (game === undefined) return;
  const watched = shelf.replay(game.file);
  if ("refused" in watched) {
    io.out(watched.refused);
    return;
  }
  const { replay, problem } = watched;
  if (problem !== null) io.warn(problem);
  await watchLinear({ level: replay.level, voice: shelf.voiceOf(replay.level) }, replay, io);
}

/** The map, until the player quits or the input ends. */
export async function mapLinear(shelf: Shelf, io: LinearIo): Promise<void> {
  io.out(mapText(shelf));
  for (;;) {
    const line = (await io.read())?.trim();
    if (line === undefined || line === "q") return;
    if (line === "" || line.startsWith("#")) continue;
    if (line === "?") io.out(mapText(shelf));
    else if (line === "x") {
      await games(shelf, io);
      io.out("The map. ? tells it.");
    } else await chosen(line, shelf, io);
  }
}

async function chosen(line: string, shelf: Shelf, io: LinearIo): Promise<void> {
  const [, how = "", rest = ""] = /^([Risd] )?(.*)$/.exec(line) ?? [];
  const named = how === "s " ? rest.split(/\s+/) : [rest];
  const seed = how === "s " ? seedOf(named.pop() ?? "") : how === "d " ? shelf.today() : null;
  const name = named.join(" ");
  const level = levelOf(name, shelf);
  if (level === null) {
    io.out(`There is no level "${name.slice(0, 60)}". ${help}`);
    return;
  }
  if (how === "i ") {
    io.out(moreText(level, shelf));
    return;
  }
  if (how === "s " && seed === null) {
    io.out(seedsAre);
    return;
  }
  const session =
    how === ""
      ? onWith(shelf, level)
      : shelf.start(level, { seed: seed ?? shelf.newSeed(), rehearsal: false });
  if (typeof session === "string") {
    io.out(session);
    return;
  }
  await playOn(shelf, session, io);
  io.out("The map. ? tells it.");
}
