/** Chooses what to play. */
import { type ReactElement, useState } from "react";
import { type Level, type Seed, seedOf, seedsAre } from "../../session/index.ts";
import { Rows } from "../parts/Rows.tsx";
import type { GameEntry, Shelf } from "../shelf.ts";
import type { Stage } from "../stage.ts";
import { typingHands } from "../typing.ts";
import { type Hands, keysOn, useKeys } from "../useKeys.ts";
import { type Live, useLive } from "../useLive.ts";
import { isOver, notYet, reached } from "./ending.ts";
import { type Chapter, chaptersOf, type MapView, mapRows, pausedGame } from "./map.ts";

type MapProps = Stage & {
  readonly shelf: Shelf;
  /** The level last played, to start from. */
  readonly from: string | null;
  readonly notice: string;
  readonly onPlay: (level: Level, afresh: boolean) => void;
  readonly onSeed: (level: Level, seed: Seed) => void;
  /** Opens a screen that comes back to this level. */
  readonly onOpen: (at: "options" | "credits" | "ending", from: string | null) => void;
  readonly onGames: (level: string | null) => void;
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

type State = {
  readonly chosen: number;
  readonly tier: number;
  readonly notice: string;
  /** The seed being typed; null while none is. */
  readonly typed: string | null;
  /** Whether to start afresh was asked, and waits for a second press. */
  readonly asked: boolean;
};

const longestSeed = 40;

function seedHands(live: Live<State>, play: (seed: Seed) => void): Hands<"text"> {
  return typingHands(longestSeed, {
    typed: () => live.get().typed ?? "",
    type: (typed) => live.set({ typed }),
    done: (typed) => {
      const seed = seedOf(typed);
      live.set({ typed: null });
      if (seed !== null) play(seed);
      else live.set({ notice: seedsAre });
    },
    back: () => live.set({ typed: null }),
  });
}

/** Keys of the map; whatever is pressed, an earlier question or notice is over. */
function handsOf(props: MapProps, view: () => MapView, live: Live<State>): Hands<"map"> {
  const { shelf, onPlay, onSeed, onOpen } = props;
  const quiet = { notice: "", asked: false };
  const chapters = view().chapters;
  const tiers = (): readonly Level[] => chapters[live.get().chosen]?.tiers ?? [];
  const level = (): Level | undefined => tiers()[live.get().tier];
  const withLevel = (use: (level: Level) => void): void => {
    const chosen = level();
    live.set(quiet);
    if (chosen !== undefined) use(chosen);
  };
  const move = (by: number): void =>
    live.set({
      ...quiet,
      chosen: (live.get().chosen + by + chapters.length) % chapters.length,
      tier: 0,
    });
  const shift = (by: number): void =>
    live.set({ ...quiet, tier: Math.max(0, Math.min(tiers().length - 1, live.get().tier + by)) });
  const restart = (chosen: Level, asked: boolean): void => {
    const paused = pausedGame(view().games, chosen.id);
    if (asked || paused === undefined || paused.tick === 0) onPlay(chosen, true);
    else
      live.set({
        asked: true,
        notice: `Paused at tick ${paused.tick}. [R] again starts afresh; the paused game stays in the list, [x].`,
      });
  };
  const open = (at: "options" | "credits" | "ending"): void => onOpen(at, level()?.id ?? null);
  return {
    up: () => move(-1),
    down: () => move(1),
    left: () => shift(-1),
    right: () => shift(1),
    play: () => withLevel((chosen) => onPlay(chosen, false)),
    restart: () => {
      const { asked } = live.get();
      withLevel((chosen) => restart(chosen, asked));
    },
    seed: () => withLevel(() => live.set({ typed: "" })),
    daily: () => withLevel((chosen) => onSeed(chosen, shelf.today())),
    games: () => props.onGames(level()?.id ?? null),
    options: () => open("options"),
    credits: () => open("credits"),
    ending: () => {
      if (isOver(shelf.levels, view())) open("ending");
      else live.set({ ...quiet, notice: notYet(reached(shelf.levels, view())) });
    },
    help: () => props.onHelp("map"),
    quit: props.onQuit,
  };
}

export function MapScreen(props: MapProps): ReactElement {
  const { shelf, size, look, active } = props;
  const [chapters] = useState(() => chaptersOf(shelf.levels, shelf.own));
  const [{ games, progress }] = useState(shelf.look);
  const live = useLive<State>({
    ...startingAt(chapters, progress, games, props.from),
    notice: props.notice,
    typed: null,
    asked: false,
  });
  const view = (): MapView => ({
    ...live.get(),
    chapters,
    progress,
    games,
    over: isOver(shelf.levels, { games, progress }),
  });
  const map = keysOn("map", handsOf(props, view, live));
  const typing = keysOn(
    "text",
    seedHands(live, (seed) => {
      const level = chapters[live.get().chosen]?.tiers[live.get().tier];
      if (level !== undefined) props.onSeed(level, seed);
    }),
  );
  useKeys(() => (live.get().typed === null ? map : typing), active);
  const rows = mapRows(view(), size, look);
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
