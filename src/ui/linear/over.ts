/** An evening that is over, in lines: what was true of each message, its replay, forks, the pattern, and another go. */
import { type Point, patternName, type Session } from "../../session/index.ts";
import type { Cast } from "../cast.ts";
import { takenText } from "../origin.ts";
import { otherOf, pairOf, patternOn, watchedIn } from "../pair.ts";
import { compareTexts } from "../screens/compare.ts";
import type { Shelf, Watched } from "../shelf.ts";
import { rehearse } from "../where.ts";
import { debriefText, readingText } from "./after.ts";
import type { LinearIo } from "./io.ts";
import { messageText } from "./queries.ts";
import { watchLinear } from "./replay.ts";
import { type Lines, lettersOf, speak, strange } from "./spoken.ts";

type Over = {
  readonly cast: Cast;
  readonly session: Session;
  readonly shelf: Shelf;
  readonly io: LinearIo;
  /** Whether another evening of this game can follow. */
  readonly more: boolean;
};

/** What a line comes to: a sentence, another game, on to the next evening, or away. */
type Step = string | Session | "on" | "away";

const help = ({ session, more }: Over): string => {
  const { origin, level } = session;
  const none = origin === null && level.proof === null ? (["compare"] as const) : [];
  const letters = lettersOf("debrief", ["up", "down", "fog", "next", ...none]);
  const on = more ? "Enter begins the next evening; " : "";
  return `${on}${letters}; ?r repeat. A fork wants its tick: f 12, or f 1 12 in evening 1.`;
};

/** "12", or "1 12" with the evening first; null for anything else. */
function pointIn(rest: string, evening: number): Point | null {
  const match = /^(?:(\d) )?(\d{1,5})$/.exec(rest);
  return match === null ? null : { evening: Number(match[1] ?? evening), tick: Number(match[2]) };
}

function forked({ session, shelf, io }: Over, rest: string): Step {
  const { n, of } = session.evening();
  const at = pointIn(rest, n);
  if (at === null || at.evening < 1 || at.evening > of)
    return "Take over at which tick? f 12, or f 1 12 in evening 1. It is a rehearsal: no stars.";
  const watched = watchedIn(shelf, session);
  if ("refused" in watched) return watched.refused;
  const last = watched.replay.evenings[at.evening - 1]?.last ?? 0;
  if (at.tick > last) return `The last tick of that evening is ${last}.`;
  const taken = shelf.fork(watched, at);
  if ("refused" in taken) return taken.refused;
  if (taken.origin !== null) io.out(takenText(taken.origin));
  return taken;
}

function linesOf(over: Over): Lines<"debrief", Step> {
  const { cast, session, shelf, io } = over;
  const told = (): Step => "All of it was told. ?r repeats it.";
  const watch = (watched: Watched, title?: string): Promise<Step> =>
    watchLinear({ cast, watched, io, shelf, ...(title === undefined ? {} : { title }) }).then(
      (taken) => taken ?? "Back to the end of the game.",
    );
  return {
    up: told,
    down: told,
    fog: told,
    deeper: () => readingText(cast),
    inspect: (rest) => {
      const known = { cast, open: session.observe(), events: session.heard() };
      return messageText(known, rest, session.debrief()?.secrets ?? null);
    },
    replay: () => {
      const watched = watchedIn(shelf, session);
      return "refused" in watched ? watched.refused : watch(watched);
    },
    fork: (rest) => forked(over, rest),
    again: () => rehearse(shelf, session),
    pattern: () => {
      const replay = patternOn(session);
      return typeof replay === "string"
        ? replay
        : watch(
            { replay, problem: null },
            `The pattern on your evening, not your game (${patternName(session.level)})`,
          );
    },
    compare: () => {
      const before = otherOf(shelf, session);
      if (typeof before === "string") return before;
      const pair = pairOf(shelf, session, before);
      return pair === null ? "One of the two has not ended." : compareTexts(pair).join("\n");
    },
    fresh: () => shelf.start(session.level, { seed: shelf.newSeed(), rehearsal: false }),
    next: () => (over.more ? "on" : "away"),
    help: () => help(over),
    quit: () => "away",
  };
}

/** What the player does once an evening is over: on to the next one, into another game, or away. */
export async function afterLinear(over: Over): Promise<Session | "on" | "away"> {
  const { cast, session, io, more } = over;
  io.out(`Now: ${help(over)}`);
  const lines = linesOf(over);
  for (;;) {
    const line = (await io.read())?.trim() ?? null;
    if (line === null) return "away";
    if (line === "" && more) return "on";
    if (line === "" || line.startsWith("#")) continue;
    const step =
      line === "?r"
        ? debriefText(cast, session)
        : line === "?k"
          ? help(over)
          : await (speak("debrief", lines, line) ?? strange(line));
    if (step === "on" || step === "away" || typeof step !== "string") return step;
    io.out(step);
  }
}
