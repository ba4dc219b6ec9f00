/** Chooses what to play. */
import { type ReactElement, useState } from "react";
import type { Level } from "../../session/index.ts";
import { Rows } from "../parts/Rows.tsx";
import type { GameEntry, Shelf } from "../shelf.ts";
import type { Stage } from "../stage.ts";
import { keysOn, useKeys } from "../useKeys.ts";
import { useLive } from "../useLive.ts";
import { type Chapter, chaptersOf, mapRows } from "./map.ts";

type MapProps = Stage & {
  readonly shelf: Shelf;
  /** The level last played, to start from. */
  readonly from: string | null;
  readonly notice: string;
  readonly onPlay: (level: Level, afresh: boolean) => void;
  readonly onOptions: (from: string | null) => void;
  readonly onGames: () => void;
  readonly onQuit: () => void;
};

/** Where the player was, if that is unfinished; else the first tier after it that was not played yet. */
function startingAt(
  chapters: readonly Chapter[],
  progress: ReadonlyMap<string, unknown>,
  games: readonly GameEntry[],
  from: string | null,
): { chosen: number; tier: number } {
  const all = chapters.flatMap(({ tiers }, chosen) =>
    tiers.map(({ id }, tier) => ({ chosen, tier, id })),
  );
  const was = all.findIndex(({ id }) => id === from);
  const isPaused = (id: string): boolean =>
    games.some((game) => game.level === id && game.state === "paused");
  const paused = all.find(({ id }) => isPaused(id) && (from === null || id === from));
  const next = all.find(({ id }, i) => i >= was && !progress.has(id));
  return paused ?? next ?? all[Math.max(0, was)] ?? { chosen: 0, tier: 0 };
}

export function MapScreen(props: MapProps): ReactElement {
  const { shelf, size, look, active, onPlay, onGames, onQuit, onHelp } = props;
  const chapters = chaptersOf(shelf.levels, shelf.own);
  const [{ games, progress }] = useState(shelf.look);
  const live = useLive(startingAt(chapters, progress, games, props.from));
  const move = (by: number): void =>
    live.set({ chosen: (live.get().chosen + by + chapters.length) % chapters.length, tier: 0 });
  const tiers = (): readonly Level[] => chapters[live.get().chosen]?.tiers ?? [];
  const shift = (by: number): void =>
    live.set({ tier: Math.max(0, Math.min(tiers().length - 1, live.get().tier + by)) });
  const play = (afresh: boolean): void => {
    const level = tiers()[live.get().tier];
    if (level !== undefined) onPlay(level, afresh);
  };
  const keys = keysOn("map", {
    up: () => move(-1),
    down: () => move(1),
    left: () => shift(-1),
    right: () => shift(1),
    play: () => play(false),
    restart: () => play(true),
    options: () => props.onOptions(tiers()[live.get().tier]?.id ?? null),
    games: onGames,
    help: () => onHelp("map"),
    quit: onQuit,
  });
  useKeys(() => keys, active);
  const view = { chapters, ...live.get(), progress, games, notice: props.notice };
  const rows = mapRows(view, size, look);
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
