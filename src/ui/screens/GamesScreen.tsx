/** The list of saved games: to go on with, to watch, to name, to put away. */
import { type ReactElement, useState } from "react";
import { Rows } from "../parts/Rows.tsx";
import type { GameEntry, Shelf } from "../shelf.ts";
import type { Stage } from "../stage.ts";
import { typingHands } from "../typing.ts";
import { type Hands, keysOn, useKeys } from "../useKeys.ts";
import { type Live, useLive } from "../useLive.ts";
import { type GamesView, gamesRows } from "./games.ts";

type Props = Stage & {
  readonly shelf: Shelf;
  readonly notice: string;
  /** The game to start from, if it is still there. */
  readonly from: string | null;
  readonly onResume: (file: string) => void;
  readonly onWatch: (file: string) => void;
  readonly onBack: () => void;
};

function opened({ games }: Shelf, from: string | null, notice: string): GamesView {
  games.tidy();
  const list = games.list();
  const chosen = list.findIndex(({ file }) => file === from);
  return { games: list, chosen: Math.max(0, chosen), notice, typed: null };
}

/** Says what was done, and shows the games as they are now. */
function done({ games }: Shelf, live: Live<GamesView>, notice: string, file?: string): void {
  const list = games.list();
  const at = list.findIndex((game) => game.file === file);
  const chosen = at < 0 ? Math.max(0, Math.min(list.length - 1, live.get().chosen)) : at;
  live.set({ games: list, chosen, notice, typed: null });
}

function handsOf(props: Props, live: Live<GamesView>): Hands<"games"> {
  const { shelf, onResume, onWatch, onBack, onHelp } = props;
  const move = (by: number): void => {
    const last = Math.max(0, live.get().games.length - 1);
    live.set({ chosen: Math.max(0, Math.min(last, live.get().chosen + by)), notice: "" });
  };
  const withChosen = (use: (game: GameEntry) => void) => () => {
    const game = live.get().games[live.get().chosen];
    if (game !== undefined) use(game);
  };
  return {
    up: () => move(-1),
    down: () => move(1),
    play: withChosen(({ file, state }) => (state === "paused" ? onResume(file) : onWatch(file))),
    watch: withChosen(({ file }) => onWatch(file)),
    rename: withChosen(({ name }) => live.set({ typed: name, notice: "" })),
    remove: withChosen(({ file }) => done(shelf, live, shelf.games.remove(file))),
    restore: () => {
      const { told, file } = shelf.games.restore();
      done(shelf, live, told, file);
    },
    copy: withChosen(({ file }) => live.set({ notice: shelf.games.copyOut(file) })),
    help: () => onHelp("games"),
    back: onBack,
  };
}

export function GamesScreen(props: Props): ReactElement {
  const { shelf, size, look, active, from, notice } = props;
  const [start] = useState(() => opened(shelf, from, notice));
  const live = useLive<GamesView>(start);
  const games = keysOn("games", handsOf(props, live));
  const typing = keysOn(
    "text",
    typingHands(shelf.games.longestName, {
      typed: () => live.get().typed ?? "",
      type: (typed) => live.set({ typed }),
      done: (name) => {
        const file = live.get().games[live.get().chosen]?.file ?? "";
        done(shelf, live, shelf.games.rename(file, name), file);
      },
      back: () => live.set({ typed: null }),
    }),
  );
  useKeys(() => (live.get().typed === null ? games : typing), active);
  const rows = gamesRows(live.get(), size, look);
  return <Rows rows={rows} look={look} width={size.columns} height={size.rows} />;
}
