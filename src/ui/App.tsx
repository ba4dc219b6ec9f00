/** Which screen there is, and how one leads to the next. */
import { Box, Text, useApp, useInput, useWindowSize } from "ink";
import type { ReactElement } from "react";
import type { Level } from "../session/index.ts";
import { useless } from "./acts.ts";
import { compareScreen, doorsOf, replayScreen } from "./doors.tsx";
import { readingIn } from "./forces/index.ts";
import type { Command, Screen } from "./keys.ts";
import { BoardScreen } from "./screens/BoardScreen.tsx";
import { BriefScreen } from "./screens/BriefScreen.tsx";
import { creditsRows } from "./screens/credits.ts";
import { DebriefScreen } from "./screens/DebriefScreen.tsx";
import { endingRows } from "./screens/ending.ts";
import { room, smallest } from "./screens/frame.ts";
import { GamesScreen } from "./screens/GamesScreen.tsx";
import { HelpScreen } from "./screens/HelpScreen.tsx";
import { MapScreen } from "./screens/MapScreen.tsx";
import { OptionsScreen } from "./screens/OptionsScreen.tsx";
import { PageScreen } from "./screens/PageScreen.tsx";
import type { Settings } from "./settings.ts";
import type { Shelf } from "./shelf.ts";
import type { Stage } from "./stage.ts";
import type { Look } from "./theme.ts";
import { Here } from "./useKeys.ts";
import { useLive } from "./useLive.ts";
import {
  begin,
  goingOn,
  home,
  homeward,
  listAt,
  onward,
  playing,
  rehearse,
  seeded,
  type Where,
  watching,
} from "./where.ts";
import type { Cast } from "./words.ts";

type Props = {
  readonly shelf: Shelf;
  readonly look: Look;
  readonly start: Where;
  /** The exit code to leave with, should it not be 0. */
  readonly onExit: (code: number) => void;
};

/** What is on the screen. */
type View = { readonly where: Where; readonly helpFrom: Screen | null; readonly look: Look };

export type Going = {
  readonly shelf: Shelf;
  readonly go: (where: Where) => void;
  readonly redraw: (settings: Settings) => void;
  readonly exit: () => void;
};

export function App({ shelf, look: first, start, onExit }: Props): ReactElement {
  const { exit } = useApp();
  const { columns, rows } = useWindowSize();
  const live = useLive<View>({ where: start, helpFrom: null, look: first });
  const view = live.get();
  const { where, helpFrom, look } = view;
  const go = (to: Where): void => live.set({ where: to });
  const setHelp = (from: Screen | null): void => live.set({ helpFrom: from });
  useInput((input, key) => {
    if (!key.ctrl || input !== "c") return;
    onExit(130);
    exit();
  });
  // In a window that is too small a screen is hidden, but still laid out: for no less than it can be.
  const size = room(Math.max(columns, smallest.columns), Math.max(rows, smallest.rows));
  const fits = columns >= smallest.columns && rows >= smallest.rows;
  const active = fits && helpFrom === null;
  const stage: Stage = { size, look, active, onHelp: setHelp };
  const redraw = (settings: Settings): void => live.set({ look: shelf.settings.look(settings) });
  const going: Going = { shelf, go, redraw, exit };
  // Hidden screens stay mounted, so that nothing is forgotten while the window is small or help is open.
  return (
    <Box width={columns} height={rows}>
      <Here value={() => live.get() === view}>
        <Box display={active ? "flex" : "none"}>{screenOf(where, stage, going)}</Box>
        {fits && helpFrom !== null ? (
          <HelpScreen
            from={helpFrom}
            unused={unusedIn(where, shelf)}
            reading={where.at === "board" ? readingIn(castOf(shelf, where.session.level)) : []}
            size={size}
            look={look}
            active
            onBack={() => setHelp(null)}
          />
        ) : null}
      </Here>
      {fits ? null : (
        <Text>
          needs {smallest.columns}x{smallest.rows} (now {columns}x{rows}), or run with --linear
        </Text>
      )}
    </Box>
  );
}

const unusedIn = (where: Where, { habits }: Shelf): readonly Command<"board">[] =>
  where.at === "board" ? useless(where.session.laws(), where.session.level, habits()) : [];

const castOf = (shelf: Shelf, level: Level): Cast => ({ level, voice: shelf.voiceOf(level) });

function screenOf(where: Where, stage: Stage, going: Going): ReactElement {
  const { shelf, go, redraw } = going;
  switch (where.at) {
    case "map":
      return mapOf(where, stage, going);
    case "games":
      return (
        <GamesScreen
          {...stage}
          shelf={shelf}
          notice={where.notice}
          from={where.from ?? null}
          onResume={(file) => go(goingOn(shelf, file, listAt(file)))}
          onWatch={(file) => go(watching(shelf, file))}
          onBack={() => go({ at: "map", from: where.level ?? null, notice: "" })}
        />
      );
    case "options":
      return (
        <OptionsScreen
          {...stage}
          kept={shelf.settings}
          onChange={redraw}
          onBack={() => go({ at: "map", from: where.from, notice: "" })}
        />
      );
    case "credits":
    case "ending":
      return (
        <PageScreen
          {...stage}
          key={where.at}
          title={where.at === "credits" ? "CREDITS AND FURTHER READING" : "THE END OF THE LINE"}
          text={(columns) => textsOf[where.at](shelf.levels, columns, stage.look)}
          onBack={() => go({ at: "map", from: where.from, notice: "" })}
        />
      );
    case "brief":
      return (
        <BriefScreen
          {...stage}
          level={where.level}
          seed={where.seed.slice(3)}
          underWay={where.session !== null}
          offer={shelf.settings.now().offer && shelf.tries(where.level) >= 2}
          onBegin={(bet) =>
            go({
              at: "board",
              session: where.session ?? begin(shelf, where.level, where.seed, bet),
            })
          }
          onBack={() =>
            go(where.session ? { at: "board", session: where.session } : home(where.level))
          }
        />
      );
    case "board":
    case "debrief":
      return played(where, stage, going);
    case "replay":
      return replayScreen(where, stage, going);
    case "compare":
      return (
        compareScreen(where.session, where.before, stage, going) ??
        played({ at: "debrief", session: where.session }, stage, going)
      );
  }
}

function mapOf(
  where: Extract<Where, { readonly at: "map" }>,
  stage: Stage,
  { shelf, go, exit }: Going,
): ReactElement {
  return (
    <MapScreen
      {...stage}
      shelf={shelf}
      from={where.from}
      notice={where.notice}
      onPlay={(level, afresh) => go(playing(shelf, level, afresh))}
      onSeed={(level, seed) => go(seeded(shelf, level, seed))}
      onOpen={(at, from) => go({ at, from })}
      onGames={(level) => go({ at: "games", notice: "", level })}
      onQuit={exit}
    />
  );
}

const textsOf = { credits: creditsRows, ending: endingRows } as const;

type Played = Extract<Where, { readonly at: "board" | "debrief" }>;

function played(where: Played, stage: Stage, going: Going): ReactElement {
  const { at, session } = where;
  const { shelf, go } = going;
  const { level, seed } = session;
  const cast = castOf(shelf, level);
  const quit = (): void => {
    session.close();
    go(at === "debrief" ? homeward(shelf, level) : home(level));
  };
  const debrief = at === "debrief" ? session.debrief() : null;
  // A key per evening: each starts with a fresh board.
  if (debrief === null)
    return (
      <BoardScreen
        {...stage}
        key={session.evening().n}
        session={session}
        opening={at === "board" ? where.opening : undefined}
        cast={cast}
        habits={shelf.habits()}
        onBrief={() => go({ at: "brief", level, seed, session })}
        onOver={() => go({ at: "debrief", session })}
        onQuit={quit}
      />
    );
  const again = (rehearsal: boolean): void => {
    session.close();
    if (rehearsal) go({ at: "board", session: rehearse(shelf, session) });
    else go({ at: "brief", level, seed: shelf.newSeed(), session: null });
  };
  return (
    <DebriefScreen
      {...stage}
      key={session.evening().n}
      session={session}
      debrief={debrief}
      cast={cast}
      {...doorsOf(session, going)}
      onNext={() => go(onward(shelf, session))}
      onAgain={again}
      onQuit={quit}
    />
  );
}
