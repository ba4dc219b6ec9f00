/** The map as rows: the weeks, their levels, what each contains, and how far you got. */
import type { Level } from "../../session/index.ts";
import { footer } from "../keys.ts";
import {
  blank,
  ends,
  exactly,
  indent,
  paragraph,
  type Row,
  row,
  run,
  shortened,
  sized,
  width,
} from "../row.ts";
import type { GameEntry, OwnEntry } from "../shelf.ts";
import type { Look } from "../theme.ts";
import { starsText } from "./debrief.ts";
import { hints, ruler, type Size } from "./frame.ts";

/** A level with all its tiers. */
export type Chapter = {
  readonly week: string;
  /** Null for levels of the player's own. */
  readonly order: number | null;
  readonly tiers: readonly Level[];
  /** The file of the player's own that this is, and what is wrong with it; empty where there is no such thing. */
  readonly file: string;
  readonly problem: string;
};

export type MapView = {
  readonly chapters: readonly Chapter[];
  readonly chosen: number;
  readonly tier: number;
  readonly progress: ReadonlyMap<string, number | null>;
  readonly games: readonly GameEntry[];
  /** Something to tell, such as why a game could not be resumed. */
  readonly notice: string;
  /** The seed being typed; null while none is. */
  readonly typed: string | null;
  /** Whether the ending was reached. */
  readonly over: boolean;
};

export function chaptersOf(
  levels: readonly Level[],
  own: readonly OwnEntry[] = [],
): readonly Chapter[] {
  const orders = [...new Set(levels.map((level) => level.story.order))].sort((a, b) => a - b);
  const chapters = orders.map((order): Chapter => {
    const tiers = levels.filter((level) => level.story.order === order);
    return { order, week: tiers[0]?.story.week ?? "", tiers, file: "", problem: "" };
  });
  const mine = own.map(
    ({ file, levels: tiers, problem }): Chapter => ({
      order: null,
      week: "your own",
      tiers,
      file,
      problem,
    }),
  );
  return [...chapters, ...mine];
}

/** What the map goes on with: a rehearsal only where nothing else waits. */
export function pausedGame(games: readonly GameEntry[], level: string): GameEntry | undefined {
  const paused = games.filter((game) => game.level === level && game.state === "paused");
  return paused.find(({ rehearsal }) => !rehearsal) ?? paused[0];
}

/** Stars that were earned stay in view, whatever is paused. */
function done(level: Level, { progress, games }: MapView, look: Look): string {
  if (!progress.has(level.id)) {
    const calm = games.some(
      (game) => game.level === level.id && game.calm && game.state === "ended",
    );
    return pausedGame(games, level.id) ? "paused" : calm ? "calm" : "-";
  }
  const stars = progress.get(level.id) ?? null;
  return stars === null ? "done" : starsText(stars, look);
}

function chapterRow(chapter: Chapter, i: number, view: MapView, look: Look, columns: number): Row {
  const chosen = i === view.chosen;
  const shown = chapter.tiers[chosen ? Math.min(view.tier, chapter.tiers.length - 1) : 0];
  const point = run(` ${chosen ? look.glyphs.pointer : " "} `, "you");
  if (shown === undefined)
    return ends(
      [point, run(`    ${shortened(chapter.file, 50)}`, chosen ? "strong" : "plain")],
      row("not a level yet     ", "timer"),
      columns - 1,
    );
  const states: Row = chapter.tiers.flatMap((level, tier) => {
    const here = chosen && level === shown && chapter.tiers.length > 1;
    const name = chapter.tiers.length > 1 ? String(tier + 1) : "";
    return [
      run((here ? `[${name}]` : ` ${name} `).padEnd(4), here ? "strong" : "dim"),
      run(done(level, view, look).padEnd(8), here ? "strong" : "plain"),
    ];
  });
  const left: Row = [
    point,
    run(`${String(chapter.order ?? "").padStart(2)}  `, "dim"),
    run(chapter.tiers[0]?.story.title ?? "", chosen ? "strong" : "plain"),
  ];
  return ends(left, states, columns - 1);
}

function details(view: MapView, columns: number): readonly Row[] {
  const chapter = view.chapters[view.chosen];
  const level = chapter?.tiers[Math.min(view.tier, chapter.tiers.length - 1)];
  if (level === undefined)
    return paragraph(chapter?.problem ?? "", columns - 2, "timer")
      .slice(0, 6)
      .map((line) => indent(line));
  const { story } = level;
  const paused = pausedGame(view.games, level.id);
  const evenings = level.evenings.length;
  const played = view.progress.has(level.id);
  const tier = chapter !== undefined && chapter.tiers.length > 1 ? `tier ${view.tier + 1}, ` : "";
  const long = evenings > 1 ? `${evenings} evenings, ` : "";
  // The pattern has a name only after it was played.
  const facts = `${played ? `${story.pattern}; ` : ""}${tier}${long}about ${story.minutes} min, tone ${story.tone}`;
  const text = (words: string): readonly Row[] =>
    paragraph(words, columns - 2, "dim").map((line) => indent(line));
  const said: readonly Row[] =
    view.typed === null
      ? paragraph(view.notice, columns - 2, "timer").map((line) => indent(line))
      : [[run(" Its seed: "), run(`${view.typed}_`, "strong")]];
  const title = run(` ${story.title}`, "strong");
  const beside = [title, run(`  ${facts}`, "dim")];
  return [
    ...(width(beside) < columns ? [beside] : [[title], ...text(facts)]),
    ...text(`contains: ${story.contains}. You can leave at any time.`),
    ...(said.length > 0
      ? said
      : paused === undefined
        ? []
        : [row(` ${paused.rehearsal ? "paused rehearsal" : "paused"}: ${paused.note}`, "you")]),
  ];
}

/** The best outcome that a tier's games had. */
function bestOf({ games }: MapView, { id }: Level): string {
  const outcomes = games.flatMap(({ level, rehearsal, outcome }) =>
    level === id && !rehearsal && outcome !== null ? [outcome] : [],
  );
  return outcomes.length === 0 ? "none yet" : String(Math.round(Math.max(...outcomes)));
}

/** What a tall window has room for besides: the briefing, and the best outcomes. */
function moreRows(view: MapView, columns: number): readonly Row[] {
  const chapter = view.chapters[view.chosen];
  const level = chapter?.tiers[Math.min(view.tier, chapter.tiers.length - 1)];
  if (chapter === undefined || level === undefined) return [];
  const scored = chapter.tiers.filter(({ scoring }) => scoring !== null);
  const bests = scored.map((tier) =>
    chapter.tiers.length > 1 ? `tier ${tier.tier}: ${bestOf(view, tier)}` : bestOf(view, tier),
  );
  return [
    ...paragraph(level.story.brief, columns - 2).map((line) => indent(line)),
    ...(bests.length === 0 ? [] : [row(` best outcome of 100   ${bests.join(", ")}`, "dim")]),
    blank,
  ];
}

type Listed = { readonly row: Row; readonly chosen: boolean };

/** Weeks and levels, with air between the weeks where there is room for it. */
function listOf(view: MapView, look: Look, columns: number, airy: boolean): readonly Listed[] {
  return view.chapters.flatMap((chapter, i) => {
    const first = view.chapters[i - 1]?.week !== chapter.week;
    const week = { row: row(` ${chapter.week}`, "dim"), chosen: false };
    const air = airy ? [{ row: blank, chosen: false }] : [];
    const level = { row: chapterRow(chapter, i, view, look, columns), chosen: i === view.chosen };
    return first ? [...air, week, level] : [level];
  });
}

/** As many rows of the list as there is room for, the chosen one among them. */
function listRows(view: MapView, look: Look, columns: number, height: number): readonly Row[] {
  const airy = listOf(view, look, columns, true);
  const list = airy.length <= height ? airy : listOf(view, look, columns, false);
  const chosen = list.findIndex((one) => one.chosen);
  const most = Math.max(0, list.length - height);
  const start = Math.max(0, Math.min(most, chosen - Math.floor(height / 2)));
  return exactly(
    list.slice(start, start + height).map((one) => one.row),
    height,
  );
}

export function mapRows(view: MapView, size: Size, look: Look): readonly Row[] {
  const { columns } = size;
  const title: Row = [run(" BEST EFFORT", "strong"), run("   delivery without guarantees ", "dim")];
  const hidden = view.over ? [] : (["ending"] as const);
  const keys = hints(view.typed === null ? footer("map", hidden) : footer("text"), columns);
  const more = size.rows >= 36 ? moreRows(view, columns) : [];
  const below = [ruler(look, columns), ...more, ...details(view, columns), ...keys];
  return [
    [...title, ...ruler(look, columns - width(title))],
    ...listRows(view, look, columns, size.rows - 1 - below.length),
    ...below,
  ].map((line) => sized(line, columns));
}
