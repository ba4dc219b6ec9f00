/** What the tests of the screens share: levels, looks, games played along, and a shelf in memory. */
import { levels, voices } from "virtual:levels";
import { luck, pick, root } from "../../src/engine/index.ts";
import { forkText } from "../../src/session/fork.ts";
import {
  calmly,
  type Intent,
  isCalm,
  type Level,
  openReplay,
  openSession,
  type Point,
  parseIntent,
  type Seed,
  type Session,
} from "../../src/session/index.ts";
import { useless } from "../../src/ui/acts.ts";
import { rehearsalText } from "../../src/ui/origin.ts";
import { type Row, textOf } from "../../src/ui/row.ts";
import type { BoardView } from "../../src/ui/screens/board.ts";
import type { DebriefView } from "../../src/ui/screens/debrief.ts";
import { room, type Size } from "../../src/ui/screens/frame.ts";
import { type KeptSettings, usual } from "../../src/ui/settings.ts";
import {
  type GameEntry,
  type Games,
  habitsIn,
  type OwnEntry,
  type Refused,
  type Shelf,
  type Watched,
} from "../../src/ui/shelf.ts";
import { type Look, lookOf } from "../../src/ui/theme.ts";
import { type Cast, tell } from "../../src/ui/words.ts";
import { digest, gameOf, header, type Page, page } from "../support/journal.ts";

export { levels } from "virtual:levels";

export const ascii: Look = lookOf({ ascii: true, colour: false });
export const unicode: Look = lookOf({ ascii: false, colour: true });
export const moss: Seed = "b1:moss-4f2a";
export const small: Size = room(80, 24);

export function levelOf(id: string): Level {
  const level = levels.find((one) => one.id === id);
  if (level === undefined) throw new Error(`no level ${id}`);
  return level;
}

export function castOf(level: Level): Cast {
  const voice = voices[level.story.voice];
  if (voice === undefined) throw new Error(`no voice ${level.story.voice}`);
  return { level, voice };
}

export const frame = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => textOf(row).trimEnd());

/** Makes moves given as text, as `--intents` does. */
export function play(session: Session, moves: string): Session {
  for (const text of moves.split(";").filter((move) => move.trim() !== "")) {
    const intent = parseIntent(text);
    if (intent === null) throw new Error(`no move: ${text}`);
    session.play(intent);
  }
  return session;
}

/** The move that a card stands for, among those that are legal now; giving up is rare. */
export function moveOf(session: Session, card: number, longest = 12): Intent | null {
  const moves = session.legal().filter(({ kind }) => {
    if (kind === "leave") return card % 211 === 0;
    return kind !== "let go" || card % 17 === 0;
  });
  const move = moves[pick(card, moves.length)];
  if (move?.kind !== "wait") return move ?? null;
  return { kind: "wait", ticks: 1 + (card % longest) };
}

/** How it stands after a move, and what the narrator says about that move. */
export type Stand = { readonly i: number; readonly line: string };

/** Plays any legal moves to the end of the game, night after night; yields before each move. */
export function* wander(session: Session, seed: Seed): Generator<Stand, void> {
  let line = "Your move.";
  for (let i = 0; ; i++) {
    yield { i, line };
    const intent = moveOf(session, luck(root(seed), "bot", i));
    if (intent === null && !session.next()) return;
    if (intent === null) continue;
    const from = session.observe().tick;
    line = tell(castOf(session.level), session.play(intent), from, session.observe());
  }
}

/** What the board shows of a session. */
export function boardOf(session: Session, line = ""): BoardView {
  return {
    cast: castOf(session.level),
    seed: session.seed.slice(3),
    rehearsal: rehearsalText(session),
    evening: session.evening(),
    open: session.observe(),
    events: session.heard(),
    waiting: session.waiting(),
    moves: session.legal(),
    useless: useless(session.laws(), session.level, []),
    goals: session.goals(),
    orders: session.orders(),
    limit: session.limit(),
    line,
    scroll: 0,
    side: 0,
    hint: null,
    picking: null,
    asking: null,
    inspecting: null,
  };
}

/** What the debrief shows of a session whose evening has ended. */
export function debriefOf(session: Session): DebriefView {
  const debrief = session.debrief();
  if (debrief === null) throw new Error("it has not ended");
  const { cast, seed, rehearsal, evening, open, events } = boardOf(session);
  const result = session.result();
  const page = {
    page: "card",
    leaf: 0,
    lifted: true,
    scroll: 0,
    bet: null,
    inspecting: null,
  } as const;
  return { cast, seed, rehearsal, evening, open, events, debrief, result, ...page };
}

type Kept = { readonly level: Level; readonly session: Session; readonly page: Page };

/** Everything the screens ask of a disk, in memory; seeds count up from one. */
export type MemoryShelf = Shelf & { readonly started: () => readonly Session[] };

/** The name a game's file would have on disk, and back; a game's number will do as well. */
const fileOf = (n: number): string => `20261124-180200-game-${String(n).padStart(4, "0")}.ndjson`;
const numberOf = (file: string): number => Number(/(\d{4})\.ndjson$/.exec(file)?.[1] ?? file);

/** Settings that last as long as the test. */
function settingsIn(): KeptSettings {
  let kept = usual;
  return {
    now: () => kept,
    keep: (settings) => {
      kept = settings;
      return "";
    },
    look: ({ glyphs }) => lookOf({ ascii: glyphs !== "unicode", colour: false }),
    stronger: "",
  };
}

const shelved = (list: Games["list"], names: Map<string, string>, trash: string[]): Games => ({
  longestName: 24,
  list,
  tidy: () => {},
  rename: (file, name) => {
    names.set(file, name.trim());
    return "";
  },
  remove: (file) => `${trash.push(file)} deleted. [u] brings it back, for 30 days.`,
  restore: () => {
    const file = trash.pop();
    return file === undefined ? { told: "No deleted game is left." } : { told: "Back.", file };
  },
  copyOut: (file) => `A copy is in /here/${file}.ndjson`,
});

const entryIn =
  (of: readonly Level[], nameOf: (file: string) => string) =>
  ({ level, session }: Kept, n: number): GameEntry => {
    const ended = session.result() !== null;
    return {
      file: String(n),
      level: level.id,
      title: level.story.title,
      tier:
        of.filter(({ story }) => story.order === level.story.order).length > 1 ? level.tier : null,
      name: nameOf(String(n)),
      seed: session.seed.slice(3),
      when: `2026-11-24 18:${String(n).padStart(2, "0")}`,
      state: ended ? "ended" : "paused",
      stars: session.result()?.stars ?? null,
      outcome: session.result()?.outcome ?? null,
      tick: session.observe().tick,
      note: `tick ${session.observe().tick}, evening ${session.evening().n}`,
      rehearsal: session.rehearsal,
      calm: isCalm(session),
    };
  };

function forked(
  { replay: { record, level }, file }: Watched,
  at: Point,
  seed: Seed | undefined,
  name: string,
): Kept | Refused {
  if (record === null) throw new Error("nobody has played it");
  const taking = { ...at, created: new Date(0), file: file ?? null, seed };
  const begun = forkText(record, level, taking, { digest, app: "0.1.0" });
  if (!begun.ok) return { refused: begun.problem };
  const { seed: taken, origin } = begun.game.header;
  const journal = page(begun.text, name);
  const game = { journal, rehearsal: true, origin, record: begun.game };
  return { level, session: openSession(level, taken, game), page: journal };
}

export function shelfOf(of: readonly Level[] = levels, own: readonly OwnEntry[] = []): MemoryShelf {
  const kept: Kept[] = [];
  let seeds = 0;
  const entryOf = entryIn(of, (file) => names.get(file) ?? "");
  const settings = settingsIn();
  const names = new Map<string, string>();
  const trash: string[] = [];
  const games = (): readonly GameEntry[] =>
    kept
      .map(entryOf)
      .filter(({ file }) => !trash.includes(file))
      .toReversed();
  const progress = () =>
    new Map(
      kept.flatMap(({ level, session }) => {
        const result = session.result();
        return result === null ? [] : [[level.id, result.stars] as const];
      }),
    );
  const find = (file: string): Kept => {
    const found = kept[numberOf(file)];
    if (found === undefined) throw new Error(`no game ${file}`);
    return found;
  };
  return {
    levels: of,
    own,
    settings,
    tries: (level) =>
      games().filter((one) => one.level === level.id && one.stars !== null && one.stars < 2).length,
    games: shelved(games, names, trash),
    started: () => kept.map(({ session }) => session),
    voiceOf: (level) => castOf(level).voice,
    today: () => "b1:day-2026-11-26",
    newSeed: () => `b1:seed-${++seeds}`,
    paused: (level) => games().find((one) => one.level === level.id && one.state === "paused"),
    habits: () => habitsIn(of, progress()),
    look: () => ({ games: games(), progress: progress() }),
    start: (level, { seed, rehearsal, origin }) => {
      const journal = page(header(level, seed), fileOf(kept.length));
      const session = openSession(level, seed, { journal, rehearsal, origin });
      if (settings.now().calm) session.aside({ kind: "calm" });
      kept.push({ level, session, page: journal });
      return calmly(session);
    },
    fork: (of, at, seed) => {
      const taken = forked(of, at, seed, fileOf(kept.length));
      if ("refused" in taken) return taken;
      kept.push(taken);
      return calmly(taken.session);
    },
    resume: (file) => {
      const { level, session, page: journal } = find(file);
      const record = gameOf(journal.text());
      const again = openSession(level, session.seed, { journal, record });
      kept[numberOf(file)] = { level, session: again, page: journal };
      return again;
    },
    replay: (file) => {
      const { level, page: journal } = find(file);
      const replay = openReplay(gameOf(journal.text()), level);
      return { replay, problem: null, file: fileOf(numberOf(file)) };
    },
  };
}
