/** A game as the player holds it: functions only. What is hidden stays in this closure until the end. */
import {
  type Event,
  type Intent,
  type Key,
  type Laws,
  type Level,
  legal,
  type Move,
  patience,
  type Seed,
  waitingKeys,
} from "../engine/index.ts";
import type { Aside } from "./aside.ts";
import { shortHash } from "./canonical.ts";
import type { Debrief } from "./debrief.ts";
import { lawsOf } from "./evening.ts";
import {
  attempt,
  begin,
  debriefIn,
  type Game,
  hasEnded,
  isLast,
  resultIn,
  settle,
  turnTo,
} from "./game.ts";
import { type GoalNow, goalsNow } from "./goals.ts";
import {
  asideLine,
  endLine,
  eveningLine,
  type JournalSink,
  type Origin,
  turnLine,
} from "./line.ts";
import type { Observation } from "./observation.ts";
import { nextOf, type Order, parseOrders } from "./order.ts";
import type { RecordedGame } from "./recorded.ts";
import type { Result } from "./result.ts";

export type Session = {
  readonly level: Level;
  readonly seed: Seed;
  /** A rehearsal is played on a seed whose fog has lifted: it earns no stars. */
  readonly rehearsal: boolean;
  /** Where it was begun in another game, if it was. */
  readonly origin: Origin | null;
  /** The name of its file; null where it is not saved. */
  readonly file: string | null;
  /** Which evening this is, from 1, and of how many. */
  readonly evening: () => { readonly n: number; readonly of: number };
  /** What is known now: the same frozen object for as long as nothing happens. */
  readonly observe: () => Observation;
  /** This evening's public events from an index on; all of them are the same array until one is added. */
  readonly heard: (from?: number) => readonly Event[];
  /** What may be done now; also, for saying why something may not, what could be with energy enough. */
  readonly legal: (given?: "energy or not") => readonly Move[];
  /** The laws of this evening, for what a move takes and how long it may be. */
  readonly laws: () => Laws;
  /** Keys that still wait for an answer. */
  readonly waiting: () => readonly Key[];
  readonly goals: () => readonly GoalNow[];
  /** Makes a move and stores it. Returns the public events it caused; a refusal is one, and changes nothing else. */
  readonly play: (intent: Intent) => readonly Event[];
  /** The standing orders, which act while you wait. They hand back at any news. */
  readonly orders: () => readonly Order[];
  /** The limit that every new ask takes, in ticks; null for none. */
  readonly limit: () => number | null;
  /** Deals the next evening once this one has ended; false where there is none, or not yet. */
  readonly next: () => boolean;
  readonly aside: (note: Aside) => void;
  /** Every aside of the game, oldest first. */
  readonly asides: () => readonly Aside[];
  /** What was true, for this evening or another one counted from 1; null until it has ended. */
  readonly debrief: (n?: number) => Debrief | null;
  /** Null until the last evening has ended. */
  readonly result: () => Result | null;
  /** Why the game is no longer being saved, in a sentence; null while it is, or was never meant to be. */
  readonly problem: () => string | null;
  /** Calls back whenever something has changed; returns what undoes it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Ends the writing. A closed session can be read, not played. */
  readonly close: () => void;
};

export type SessionOptions = {
  readonly journal?: JournalSink | null | undefined;
  readonly rehearsal?: boolean | undefined;
  readonly origin?: Origin | null | undefined;
  /** A game to go on with; it must hold together (see `verdict`), or this throws. */
  readonly record?: RecordedGame | null | undefined;
};

/** Opens a game, new or recorded. A new one deals its first evening and writes that to the journal. */
export function openSession(level: Level, seed: Seed, options: SessionOptions = {}): Session {
  const { journal = null, rehearsal = false, origin = null, record = null } = options;
  const game = begin(level, seed, rehearsal);
  const scribe = openScribe(game, journal);
  const asides: Aside[] = (record?.asides ?? []).map(({ aside }) => aside);
  const listeners = new Set<() => void>();
  let closed = false;
  const change = (): void => {
    if (closed) throw new Error("This session is closed.");
  };
  const tell = (): void => {
    for (const listener of [...listeners]) listener();
  };
  goOn(game, record, scribe);
  return Object.freeze<Session>({
    level,
    seed,
    rehearsal,
    origin,
    file: journal?.file ?? null,
    evening: () => ({ n: game.evening + 1, of: level.evenings.length }),
    observe: () => game.world.open,
    heard: (from = 0) => (from === 0 ? game.events : game.events.slice(from)),
    legal: (given) => {
      const { open } = game.world;
      return legal(lawsOf(level, game.evening), given ? { ...open, energy: null } : open);
    },
    waiting: () => waitingKeys(game.world.open),
    goals: () => goalsNow(level.story.goals, game.world.open),
    laws: () => lawsOf(level, game.evening),
    orders: () => ordersIn(asides),
    limit: () => asides.findLast((note) => note.kind === "standing limit")?.ticks ?? null,
    play: (intent) => {
      change();
      const events: Event[] = [];
      for (const played of turnsOf(game, intent, ordersIn(asides))) {
        events.push(...played.tried.events);
        if (played.tried.refused) break;
        settle(game, played.intent, played.tried);
        scribe.turn(played.intent, played.tried.events);
      }
      tell();
      return events;
    },
    next: () => {
      change();
      if (!hasEnded(game) || isLast(game)) return false;
      turnTo(game, game.evening + 1);
      scribe.evening();
      tell();
      return true;
    },
    aside: (note) => {
      change();
      asides.push(note);
      scribe.aside(note);
      tell();
    },
    asides: () => asides.slice(),
    debrief: (n = game.evening + 1) => debriefIn(game, n - 1),
    result: () => resultIn(game),
    problem: () => journal?.problem() ?? null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      if (!closed) journal?.close();
      closed = true;
    },
  });
}

const ordersIn = (asides: readonly Aside[]): readonly Order[] =>
  parseOrders(asides.findLast((note) => note.kind === "order")?.text ?? "") ?? [];

type Turn = { readonly intent: Intent; readonly tried: ReturnType<typeof attempt> };

/** The moves that one intent comes to: itself, or, for a wait under an order, waits with the order's acts between. */
function* turnsOf(game: Game, intent: Intent, orders: readonly Order[]): Generator<Turn, void> {
  const make = (move: Intent): Turn => ({ intent: move, tried: attempt(game, move) });
  const waits = intent.kind === "wait" || intent.kind === "wait for news";
  if (!waits || orders.length === 0) {
    yield make(intent);
    return;
  }
  const until = game.world.open.tick + (intent.ticks ?? patience);
  while (game.world.open.tick < until) {
    const { open } = game.world;
    const due = nextOf(orders, lawsOf(game.level, game.evening), open);
    const act = due !== null && due.tick <= open.tick;
    const left = Math.min(until, act || due === null ? until : due.tick) - open.tick;
    const turn = make(act ? due.intent : waitOf(intent, left));
    yield turn;
    if (turn.tried.refused || turn.tried.news >= (intent.kind === "wait" ? 2 : 1)) return;
    if (game.world.open.ended !== null) return;
  }
}

/** A part of a wait. News ends a wait for news whatever its length, so it can be cut into shorter ones. */
const waitOf = ({ kind }: Intent, ticks: number): Intent =>
  kind === "wait for news" && ticks >= patience ? { kind } : { kind: "wait", ticks };

type Scribe = {
  readonly evening: () => void;
  readonly turn: (intent: Intent, events: readonly Event[]) => void;
  readonly aside: (note: Aside) => void;
  readonly end: () => void;
};

const silent: Scribe = { evening: () => {}, turn: () => {}, aside: () => {}, end: () => {} };

/** Writes down what has just happened in a game, and its end. */
function openScribe(game: Game, journal: JournalSink | null): Scribe {
  if (journal === null) return silent;
  const hash = (): string => shortHash(journal.digest, game.world);
  const end = (): void => {
    const result = resultIn(game);
    if (result === null) return;
    journal.append(endLine(result, journal.checksum()));
    journal.close();
  };
  return {
    end,
    evening: () => journal.append(eveningLine(game.evening + 1, game.events, hash())),
    turn: (intent, events) => {
      journal.append(turnLine(intent, events, hash()));
      end();
    },
    aside: (note) => {
      if (resultIn(game) === null) journal.append(asideLine(note));
    },
  };
}

/** Brings a game to where its record ends. What the record lacks because writing stopped short is written now. */
function goOn(game: Game, record: RecordedGame | null, scribe: Scribe): void {
  const evenings = record?.evenings ?? [];
  for (const [n, { turns }] of evenings.entries()) {
    if (n > 0) turnTo(game, n);
    for (const { intent } of turns) {
      const tried = intent && attempt(game, intent);
      if (!intent || !tried || tried.refused)
        throw new Error(`the record cannot be played: evening ${n + 1}`);
      settle(game, intent, tried);
    }
  }
  if (evenings.length === 0) scribe.evening();
  else if (record?.end === null) scribe.end();
}
