/** Where a game that is over leads: to its replay, to a fork, to the pattern's own evening, to a comparison. */
import type { ReactElement } from "react";
import { type Point, patternName, type Seed, type Session } from "../session/index.ts";
import type { Going } from "./App.tsx";
import { takenText } from "./origin.ts";
import { otherOf, pairOf, patternOn, watchedIn } from "./pair.ts";
import { CompareScreen } from "./screens/CompareScreen.tsx";
import type { Told } from "./screens/compare.ts";
import { ReplayScreen } from "./screens/ReplayScreen.tsx";
import type { Watched } from "./shelf.ts";
import type { Stage } from "./stage.ts";
import type { Where } from "./where.ts";

/** A sentence where there is no way through; null where there is, and it has been taken. */
type Door<Given extends readonly unknown[] = []> = (...given: Given) => string | null;

export type Doors = {
  readonly onReplay: Door<[tick: number]>;
  readonly onFork: Door<[at: Point]>;
  readonly onPattern: Door;
  readonly onCompare: Door;
};

function take({ shelf, go }: Going, of: Watched, at: Point, seed?: Seed): string | null {
  const session = shelf.fork(of, at, seed);
  if ("refused" in session) return session.refused;
  const { origin } = session;
  go({ at: "board", session, opening: origin === null ? "" : takenText(origin) });
  return null;
}

/** Where the debrief of a session leads. */
export function doorsOf(session: Session, going: Going): Doors {
  const { shelf, go } = going;
  const evening = session.evening().n;
  return {
    onReplay: (tick) => {
      const watched = watchedIn(shelf, session);
      if ("refused" in watched) return watched.refused;
      go({ at: "replay", ...watched, home: session, start: { evening, tick } });
      return null;
    },
    onFork: (at) => {
      const watched = watchedIn(shelf, session);
      if ("refused" in watched) return watched.refused;
      const problem = take(going, watched, at);
      if (problem === null) session.close();
      return problem;
    },
    onPattern: () => {
      const replay = patternOn(session);
      if (typeof replay === "string") return replay;
      const title = `THE PATTERN: ${patternName(session.level)}`;
      go({ at: "replay", replay, problem: null, home: session, title });
      return null;
    },
    onCompare: () => {
      const before = otherOf(shelf, session);
      if (typeof before === "string") return before;
      go({ at: "compare", session, before });
      return null;
    },
  };
}

type Watching = Extract<Where, { readonly at: "replay" }>;

export function replayScreen(where: Watching, stage: Stage, going: Going): ReactElement {
  const { replay, problem, home, title = "", start = { evening: 1, tick: 0 } } = where;
  const { shelf, go, exit } = going;
  const back = (): void => {
    if (home === "exit") exit();
    else if ("at" in home) go(home);
    else go({ at: "debrief", session: home });
  };
  return (
    <ReplayScreen
      {...stage}
      replay={replay}
      title={title}
      start={start}
      problem={problem}
      cast={{ level: replay.level, voice: shelf.voiceOf(replay.level) }}
      onFork={(at, seed) => {
        const refused = take(going, where, at, seed);
        if (refused === null && home !== "exit" && !("at" in home)) home.close();
        return refused;
      }}
      onBack={back}
    />
  );
}

export function compareScreen(
  session: Session,
  before: Told,
  stage: Stage,
  { shelf, go }: Going,
): ReactElement | null {
  const view = pairOf(shelf, session, before);
  if (view === null) return null;
  return <CompareScreen {...stage} view={view} onBack={() => go({ at: "debrief", session })} />;
}
