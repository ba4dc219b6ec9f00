/** A recorded game to look at, tick by tick, forwards and backwards alike. */
import {
  blank,
  type Ending,
  type Event,
  type Intent,
  type Key,
  type Laws,
  type Level,
  type Moment,
  recorder,
  type Secret,
  type Seed,
  still,
  trace,
  waitingKeys,
} from "../engine/index.ts";
import { canonical } from "./canonical.ts";
import { eveningSeed, lawsOf } from "./evening.ts";
import type { Observation } from "./observation.ts";
import { patternOn } from "./par.ts";
import type { RecordedEvening, RecordedGame } from "./recorded.ts";
import type { Result } from "./result.ts";
import { rules } from "./rules.ts";

export type ReplayEvening = {
  readonly ended: Ending | null;
  readonly last: number;
  /** Whether it came out as it was recorded when it was played again; where not, only what was seen is shown. */
  readonly verified: boolean;
  readonly events: readonly Event[];
  /** One a tick, as the player looked up, and one more for the end. What is hidden in them is blanked until then. */
  readonly moments: readonly Moment[];
  /** Null while the evening has not ended, and where it was played under other rules or laws. */
  readonly secrets: readonly Secret[] | null;
};

/** All there is to see when a player looks up at a tick, before they act. */
export type Scene = {
  readonly observation: Observation;
  readonly events: readonly Event[];
  readonly secrets: readonly Secret[] | null;
  /** Keys that still wait for an answer. */
  readonly waiting: readonly Key[];
};

export type Replay = {
  readonly level: Level;
  readonly seed: Seed;
  /** The rules it was played under. */
  readonly rules: number;
  /** What it was opened from; null where nobody has played it. */
  readonly record: RecordedGame | null;
  readonly result: Result | null;
  readonly evenings: readonly ReplayEvening[];
  /** Evenings count from 1; a tick outside the evening is taken as its nearest. Throws for an evening that is not there. */
  readonly at: (evening: number, tick: number) => Scene;
};

/** Plays a record again; where today's rules or laws tell another story, it shows what was seen and no more. */
export function openReplay(game: RecordedGame, level: Level): Replay {
  const { header, end } = game;
  const evenings = game.evenings.map((evening, n) => {
    const laws = level.evenings[n] ?? lawsOf(level, 0);
    const again = header.rules === rules ? playAgain(evening, laws, header.seed, n) : null;
    return again ?? watch(evening, laws);
  });
  return {
    ...filmOf(level, header.seed, evenings),
    rules: header.rules,
    record: game,
    result: end?.result ?? null,
  };
}

/** The pattern's bot on the evening of a game, counted from 1; null where there is no such bot, or it gets nowhere. */
export function patternReplay(level: Level, seed: Seed, evening: number): Replay | null {
  const played = patternOn(level, seed, evening - 1);
  if (played === null) return null;
  const film = traced(lawsOf(level, evening - 1), eveningSeed(seed, evening - 1), played.intents);
  return { ...filmOf(level, seed, [film]), rules, record: null, result: null };
}

function filmOf(
  level: Level,
  seed: Seed,
  evenings: readonly ReplayEvening[],
): Pick<Replay, "level" | "seed" | "evenings" | "at"> {
  const at = (n: number, tick: number): Scene => {
    const evening = evenings[n - 1];
    const moment = evening && momentAt(evening.moments, tick);
    if (moment === undefined) throw new Error(`no evening ${n}`);
    const { open, events, secrets } = moment;
    return {
      observation: open,
      events: evening?.events.slice(0, events) ?? [],
      secrets: evening?.secrets?.slice(0, secrets) ?? null,
      waiting: waitingKeys(open),
    };
  };
  return { level, seed, evenings, at };
}

/** The last moment of a tick. There is one a tick, so its place is a good first guess. */
function momentAt(moments: readonly Moment[], tick: number): Moment | undefined {
  let i = Math.max(0, Math.min(moments.length - 1, Math.floor(tick)));
  while (i > 0 && (moments[i]?.open.tick ?? 0) > tick) i--;
  while (i + 1 < moments.length && (moments[i + 1]?.open.tick ?? 0) <= tick) i++;
  return moments[i];
}

const seenIn = ({ events, turns }: RecordedEvening): readonly Event[] => [
  ...events,
  ...turns.flatMap((turn) => turn.events),
];

/** The evening played again; null where it does not come out as it was recorded. */
function playAgain(
  evening: RecordedEvening,
  laws: Laws,
  seed: Seed,
  n: number,
): ReplayEvening | null {
  const intents: readonly Intent[] = evening.turns.flatMap(({ intent }) => intent ?? []);
  const film = traced(laws, eveningSeed(seed, n), intents);
  return canonical(film.events) === canonical(seenIn(evening)) ? film : null;
}

function traced(laws: Laws, seed: Seed, intents: readonly Intent[]): ReplayEvening {
  const { events, secrets, moments } = trace(laws, seed, intents);
  const last = moments.at(-1)?.open;
  const ended = last?.ended ?? null;
  return {
    ended,
    last: last?.tick ?? 0,
    verified: true,
    events,
    moments: ended === null ? moments.map(blanked) : moments,
    secrets: ended === null ? null : secrets,
  };
}

const blanked = ({ open, events }: Moment): Moment => ({ open, events, secrets: 0, tracks: [] });

/** The evening from its public events alone: folded as they were when it was played. */
function watch(evening: RecordedEvening, laws: Laws): ReplayEvening {
  const open = blank(laws);
  const record = recorder(laws);
  const moments: Moment[] = [];
  let seen = 0;
  let known = still(open);
  let looked = -1;
  const look = (tick: number): void => {
    if (tick <= looked) return;
    moments.push({ open: { ...known, tick }, events: seen, secrets: 0, tracks: [] });
    looked = tick;
  };
  for (const { events } of [evening, ...evening.turns]) {
    for (const event of events) {
      for (let tick = open.tick; tick < event.tick; tick++) look(tick);
      record(open, event);
      known = still(open, known);
      // A quiet tick's event is added when the move is over, after the player has looked up.
      if (event.kind === "tick") look(event.tick);
      seen++;
    }
    look(open.tick);
  }
  moments.push({ open: known, events: seen, secrets: 0, tracks: [] });
  const { ended, tick: last } = open;
  return { ended, last, verified: false, events: seenIn(evening), moments, secrets: null };
}
