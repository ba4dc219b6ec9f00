/** The list of saved games as rows, newest first, with what is known of the chosen one below. */
import { footer } from "../keys.ts";
import { blank, exactly, indent, paragraph, type Row, row, run, shortened, sized } from "../row.ts";
import type { GameEntry } from "../shelf.ts";
import type { Look } from "../theme.ts";
import { starsText } from "./debrief.ts";
import { hints, ruler, type Size } from "./frame.ts";

export type GamesView = {
  readonly games: readonly GameEntry[];
  readonly chosen: number;
  /** What has just been done, or why not. */
  readonly notice: string;
  /** The name being typed; null while none is. */
  readonly typed: string | null;
};

/** Title and tier: "How long is a while, tier 2". */
export const titleOf = ({ title, tier }: GameEntry): string =>
  tier === null ? title : `${title}, tier ${tier}`;

const short = ({ title, tier }: GameEntry): string => (tier === null ? title : `${title} ${tier}`);

const columns = { when: 18, title: 31, name: 26, state: 10, score: 10 } as const;

const score = (game: GameEntry, look: Look): string =>
  game.rehearsal ? "rehearsal" : game.calm ? "calm" : starsText(game.stars, look);
const outcome = (game: GameEntry): string =>
  game.outcome === null ? "" : String(Math.round(game.outcome));

/** A narrow window has room for the name or the title; a wide one for both. */
function gameRow(game: GameEntry, here: boolean, look: Look, wide: boolean): Row {
  const title = wide || game.name === "" ? short(game) : `"${game.name}"`;
  const ink = here ? "strong" : "plain";
  return [
    run(` ${here ? look.glyphs.pointer : " "} `, "you"),
    run(game.when.padEnd(columns.when), "dim"),
    run(shortened(title, columns.title - 1).padEnd(columns.title), ink),
    ...(wide ? [run(game.name.padEnd(columns.name), ink)] : []),
    run(game.state.padEnd(columns.state), game.state === "damaged" ? "timer" : "plain"),
    run(score(game, look).padEnd(columns.score)),
    run(outcome(game).padStart(7)),
  ];
}

const heads = (wide: boolean): Row =>
  row(
    [
      "   ",
      "played".padEnd(columns.when),
      "game".padEnd(columns.title),
      wide ? "name".padEnd(columns.name) : "",
      "state".padEnd(columns.state),
      "stars".padEnd(columns.score),
      "outcome",
    ].join(""),
    "dim",
  );

function details({ games, chosen }: GamesView, width: number): readonly Row[] {
  const game = games[chosen];
  if (game === undefined) return [];
  const name = game.name === "" ? "" : `"${game.name}": `;
  const text = `${name}${titleOf(game)}, seed ${game.seed}. ${game.note}`;
  return paragraph(text, width, "dim").map((line) => indent(line));
}

export function gamesRows(view: GamesView, size: Size, look: Look): readonly Row[] {
  const { games, chosen, notice, typed } = view;
  const wide = size.columns >= 110;
  const keys = hints(footer(typed === null ? "games" : "text"), size.columns);
  const said = paragraph(notice, size.columns - 2, "timer").map((line) => indent(line));
  const asked: Row = [run(" Its name: "), run(`${typed}_`, "strong")];
  const below = [
    ruler(look, size.columns),
    ...exactly(details(view, size.columns - 2), 2),
    ...(typed === null ? said : [asked]),
    ...keys,
  ];
  const height = size.rows - 3 - below.length;
  const start = Math.max(0, Math.min(chosen - Math.floor(height / 2), games.length - height));
  const list = games
    .slice(start, start + height)
    .map((game, i) => gameRow(game, start + i === chosen, look, wide));
  const none = [blank, row("   No games yet. They appear here as soon as you play.", "dim")];
  const count = games.length === 0 ? "" : `   ${chosen + 1} of ${games.length}`;
  return [
    [run(" SAVED GAMES", "strong"), run(count, "dim")],
    ruler(look, size.columns),
    heads(wide),
    ...exactly(games.length > 0 ? list : none, height),
    ...below,
  ].map((line) => sized(line, size.columns));
}
