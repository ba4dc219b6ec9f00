/** The map in lines, and the way from there into a game and back. */
import { type Level, type Seed, seedOf, seedsAre } from "../../session/index.ts";
import { baseOf, idText } from "../cast.ts";
import { creditsTexts } from "../screens/credits.ts";
import { endingTexts, isOver, notYet, reached } from "../screens/ending.ts";
import { chaptersOf } from "../screens/map.ts";
import type { Kept, Shelf } from "../shelf.ts";
import { gamesLinear } from "./games.ts";
import { onWith, playOn } from "./going.ts";
import { choose, type LinearIo } from "./io.ts";
import { optionsLinear } from "./options.ts";
import { type Lines, lettersOf, nextLine, speak } from "./spoken.ts";

const help = (): string =>
  `A number or a name plays, or goes on with, a level; 2 3 is tier 3 of level 2; i 2 tells more of it. ${lettersOf("map", ["up", "down", "left", "right", "play"])}. The level comes after the letter: R 2, d 2, s 2 moss-4f2a.`;

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
    const title = tiers[0]?.story.title ?? (problem || file).replace(/\.$/, "");
    const states = tiers.flatMap((level, n) => {
      const done = doneText(level, kept);
      return done === null ? [] : [tiers.length > 1 ? `Tier ${n + 1}: ${done}.` : `${done}.`];
    });
    const many = tiers.length > 1 ? ` ${tiers.length} tiers.` : "";
    const head = chapters[i - 1]?.week === week ? [] : [`${week}.`];
    const name = order ?? baseOf(tiers[0]?.id ?? "");
    return [...head, `${name} ${title}.${many} ${states.join(" ")}`.trim()];
  });
  return ["Best Effort: the map.", ...lines, help()].join("\n");
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

/** What a line comes to: a sentence, or the end. */
type Step = string | false;

const back = "The map. ? tells it.";

/** Afresh, after a question where a game is under way. */
async function afresh(level: Level, shelf: Shelf, io: LinearIo): Promise<Step> {
  const paused = shelf.paused(level);
  if (paused !== undefined && paused.tick > 0) {
    const question = `Paused at tick ${paused.tick}; that game stays among the saved ones.`;
    if ((await choose(io, question, ["start afresh", "leave it"])) !== 0) return back;
  }
  return onSeed(level, shelf.newSeed(), shelf, io);
}

async function onSeed(level: Level, seed: Seed, shelf: Shelf, io: LinearIo): Promise<Step> {
  await playOn(shelf, shelf.start(level, { seed, rehearsal: false }), io);
  return back;
}

async function played(level: Level, shelf: Shelf, io: LinearIo): Promise<Step> {
  const session = onWith(shelf, level);
  if (typeof session === "string") return session;
  await playOn(shelf, session, io);
  return back;
}

function linesOf(shelf: Shelf, io: LinearIo): Lines<"map", Step> {
  const withLevel = (name: string, use: (level: Level) => Step | Promise<Step>) => {
    const level = levelOf(name, shelf);
    return level === null ? noLevel(name) : use(level);
  };
  const named = (): Step => "A number or a name chooses a level; 2 3 is tier 3 of level 2.";
  return {
    up: named,
    down: named,
    left: named,
    right: named,
    play: (name) => withLevel(name, (level) => played(level, shelf, io)),
    restart: (name) => withLevel(name, (level) => afresh(level, shelf, io)),
    seed: (rest) => {
      const words = rest.split(/\s+/);
      const seed = words.length > 1 ? seedOf(words.pop() ?? "") : null;
      return withLevel(words.join(" "), (level) =>
        seed === null ? `s 2 moss-4f2a plays level 2. ${seedsAre}` : onSeed(level, seed, shelf, io),
      );
    },
    daily: (name) => withLevel(name, (level) => onSeed(level, shelf.today(), shelf, io)),
    games: async () => {
      await gamesLinear(shelf, io);
      return back;
    },
    options: async () => {
      await optionsLinear(shelf, io);
      return back;
    },
    credits: () => creditsTexts(shelf.levels).join("\n"),
    ending: () => {
      const kept = shelf.look();
      return isOver(shelf.levels, kept)
        ? endingTexts(shelf.levels).join("\n")
        : notYet(reached(shelf.levels, kept));
    },
    help: () => mapText(shelf),
    quit: () => false,
  };
}

const noLevel = (name: string): string =>
  `There is no level "${name.slice(0, 60)}". ? tells the map.`;

/** The map, until the player quits or the input ends. */
export async function mapLinear(shelf: Shelf, io: LinearIo): Promise<void> {
  io.out(mapText(shelf));
  const lines = linesOf(shelf, io);
  for (;;) {
    const line = await nextLine(io);
    if (line === null) return;
    const step = await stepOf(line, lines, shelf);
    if (step === false) return;
    io.out(step);
  }
}

/** Levels come first: one may be called as a command is. */
function stepOf(line: string, lines: Lines<"map", Step>, shelf: Shelf): Step | Promise<Step> {
  const more = /^i (.*)$/.exec(line)?.[1];
  if (more !== undefined) {
    const level = levelOf(more, shelf);
    return level === null ? noLevel(more) : moreText(level, shelf);
  }
  if (levelOf(line, shelf) !== null) return lines.play(line, "enter");
  return speak("map", lines, line) ?? noLevel(line);
}
