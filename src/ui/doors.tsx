/** Where a game that is over leads: to its replay, to a fork, to the pattern's own evening, to a comparison. */
import type { ReactElement } from "react";
import {
  debriefIn,
  type Point,
  patternReplay,
  type Replay,
  type Seed,
  type Session,
} from "../session/index.ts";
import type { Going } from "./App.tsx";
import { rehearsalText, takenText } from "./origin.ts";
import { CompareScreen } from "./screens/CompareScreen.tsx";
import { ReplayScreen } from "./screens/ReplayScreen.tsx";
import type { Refused, Shelf, Watched } from "./shelf.ts";
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

/** The game of a session, as its file tells it. */
function watchedIn(shelf: Shelf, { file }: Session): Watched | Refused {
  return file === null
    ? { refused: "This game was not saved: there is nothing to watch." }
    : shelf.replay(file);
}

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
      const replay = session.debrief() && patternReplay(session.level, session.seed, evening);
      if (replay === null) return "Nobody has played the pattern on this evening.";
      const title = "THE PATTERN, ON YOUR EVENING";
      go({ at: "replay", replay, problem: null, home: session, title });
      return null;
    },
    onCompare: () => {
      const { origin } = session;
      if (origin === null) return "Take over with [f], or rehearse with [R]: then there are two.";
      const was = origin.file === null ? null : shelf.replay(origin.file);
      if (was === null || "refused" in was)
        return "The game this one came from is not among the saved games.";
      if (debriefIn(was.replay, evening) === null)
        return "This evening has not ended in the game that this one came from.";
      go({ at: "compare", session, other: was.replay });
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
  other: Replay,
  stage: Stage,
  { shelf, go }: Going,
): ReactElement | null {
  const { level, origin } = session;
  const evening = session.evening();
  const [before, after] = [debriefIn(other, evening.n), session.debrief()];
  if (before === null || after === null) return null;
  const name = rehearsalText(session);
  return (
    <CompareScreen
      {...stage}
      view={{
        cast: { level, voice: shelf.voiceOf(level) },
        evening,
        before: { name: "as it was", debrief: before },
        after: { name: name === "" ? "this one" : name, debrief: after },
        taken: origin?.evening === evening.n && origin.tick > 0 ? origin.tick : null,
      }}
      onBack={() => go({ at: "debrief", session })}
    />
  );
}
