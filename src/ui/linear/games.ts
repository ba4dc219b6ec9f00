/** The saved games in lines: to go on with, to watch, to name, to put away. */
import { idText } from "../cast.ts";
import type { GameEntry, Shelf } from "../shelf.ts";
import { playOn, watchOn } from "./going.ts";
import { choose, type LinearIo } from "./io.ts";
import { type Lines, lettersOf, nextLine, speak, strange } from "./spoken.ts";

const help = (): string =>
  `A number goes on with a game, or watches it. ${lettersOf("games", ["up", "down", "play"])}. A number comes after the letter, and a name after that: r 2 the good one.`;

const gameText = ({
  level,
  name,
  when,
  state,
  stars,
  outcome,
  note,
  rehearsal,
  calm,
}: GameEntry): string =>
  [
    ...(name === "" ? [] : [name]),
    `${idText(level)}, ${when}`,
    state,
    ...(stars === null ? [] : [`${stars} of 3 stars`]),
    ...(outcome === null ? [] : [`outcome ${Math.round(outcome)}`]),
    ...(rehearsal ? ["rehearsal"] : []),
    ...(calm ? ["calm"] : []),
    note,
  ].join(", ");

function listText({ games }: Shelf): string {
  const list = games.list();
  if (list.length === 0) return "No games yet. They appear here as soon as you play.";
  return [
    "Saved games, newest first.",
    ...list.map((game, i) => `${i + 1} ${gameText(game)}.`),
  ].join("\n");
}

/** What a line comes to: a sentence, or the way back. */
type Step = string | false;

function linesOf(shelf: Shelf, io: LinearIo): Lines<"games", Step> {
  const { games } = shelf;
  const withGame = (n: string, use: (game: GameEntry) => Step | Promise<Step>) => {
    const game = games.list()[Number(n) - 1];
    return game === undefined
      ? `There is no game ${n === "" ? "without a number" : n}. ? lists them.`
      : use(game);
  };
  const watch = async ({ file }: GameEntry): Promise<Step> => {
    const watched = shelf.replay(file);
    if ("refused" in watched) return watched.refused;
    await watchOn(shelf, watched, io);
    return "The saved games. ? lists them.";
  };
  const goOn = async (game: GameEntry): Promise<Step> => {
    if (game.state !== "paused") return watch(game);
    const session = shelf.resume(game.file);
    if ("refused" in session) return session.refused;
    await playOn(shelf, session, io);
    return "The saved games. ? lists them.";
  };
  const whole = (): Step => "The list is read as a whole: ? reads it again.";
  return {
    up: whole,
    down: whole,
    play: (n) => withGame(n, goOn),
    watch: (n) => withGame(n, watch),
    rename: (rest) => {
      const [n = "", ...name] = rest.split(" ");
      return withGame(n, ({ file }) =>
        games.rename(file, name.join(" ").slice(0, games.longestName)),
      );
    },
    remove: (n) =>
      withGame(n, async (game) => {
        const sure = await choose(io, `Delete ${gameText(game)}?`, ["delete it", "keep it"]);
        return sure === 0 ? games.remove(game.file) : "It stays.";
      }),
    restore: () => games.restore().told,
    copy: (n) => withGame(n, ({ file }) => games.copyOut(file)),
    help: () => `${listText(shelf)}\n${help()}`,
    back: () => false,
  };
}

/** The list, until the player goes back or the input ends. */
export async function gamesLinear(shelf: Shelf, io: LinearIo): Promise<void> {
  shelf.games.tidy();
  io.out(`${listText(shelf)}\n${help()}`);
  const lines = linesOf(shelf, io);
  for (;;) {
    const line = await nextLine(io);
    if (line === null) return;
    const step = /^\d+$/.test(line)
      ? await lines.play(line, "enter")
      : await (speak("games", lines, line) ?? strange(line));
    if (step === false) return;
    io.out(step);
  }
}
