/** Moments of the game that are drawn letter by letter: where each starts, and what is pressed there. */
import type { OwnEntry } from "../../src/ui/shelf.ts";
import type { Where } from "../../src/ui/where.ts";
import { levelOf, levels, type MemoryShelf, moss, play, wander } from "./support.ts";

/** Two questions, one repeated twice, a third; then what a patient player does until something comes. */
const evening = [
  "send ask key; send ask pot; wait 3; repeat a1; wait for news; wait 5; repeat a1;",
  "wait for news; wait for news; wait for news; send ask sunday; wait for news",
].join(" ");
const over = `${evening}; ${"wait 9; repeat a3; wait 24;".repeat(5)} wait 64; wait 64`;

export type Scene = {
  readonly start: (shelf: MemoryShelf) => Where;
  readonly keys: readonly string[];
  /** Files of the player's own. */
  readonly own?: readonly OwnEntry[];
};

function began(shelf: MemoryShelf, moves: string, level = "backoff.1"): Where {
  const session = shelf.start(levelOf(level), { seed: moss, rehearsal: false });
  session.aside({ kind: "bet", choice: 2 });
  return { at: "board", session: play(session, moves) };
}

/** Three games: one that was left, one that is under way, and a prologue that has ended. */
function three(shelf: MemoryShelf, where: Where): Where {
  began(shelf, "leave");
  began(shelf, evening);
  const session = shelf.start(levelOf("prologue"), { seed: moss, rehearsal: false });
  play(session, "send ask friday; wait 9; wait 9; wait 9");
  return where;
}

function watched(shelf: MemoryShelf, moves: string, level = "backoff.1"): Where {
  began(shelf, moves, level);
  const game = shelf.replay("0");
  if ("refused" in game) throw new Error(game.refused);
  return { at: "replay", ...game, home: { at: "games", notice: "" } };
}

/** The first tier of every level, played to its end. */
function all(shelf: MemoryShelf): Where {
  for (const level of levels.filter(({ tier }) => tier === 1)) {
    const session = shelf.start(level, { seed: moss, rehearsal: false });
    for (const _ of wander(session, moss));
  }
  return { at: "map", from: "finale", notice: "" };
}

/** Levels of the player's own: one that is one, and one that is not. */
const own: readonly OwnEntry[] = [
  {
    file: "sister.yaml",
    levels: [
      {
        ...levelOf("timeouts.1"),
        id: "sister",
        story: { ...levelOf("timeouts.1").story, title: "My sister's new phone", order: 99 },
      },
    ],
    problem: "",
  },
  {
    file: "half-done.yaml",
    levels: [],
    problem: 'half-done.yaml:12:7: laws.length wants a number from 1 to 5000, not "long".',
  },
];

const map: Where = { at: "map", from: "backoff.1", notice: "" };
const games: Where = { at: "games", notice: "" };
const brief = { at: "brief", level: levelOf("backoff.1"), seed: moss, session: null } as const;

export const scenes: { readonly [name: string]: Scene } = {
  map: { start: (shelf) => three(shelf, map), keys: [] },
  "map-own": { start: (shelf) => three(shelf, map), keys: ["k", "k", "k"], own },
  "map-mistake": { start: (shelf) => three(shelf, map), keys: ["k", "k"], own },
  seeds: { start: (shelf) => three(shelf, map), keys: ["s", ..."fern-17"] },
  "seeds-none": { start: (shelf) => three(shelf, map), keys: ["s", ..."so what?", "enter"] },
  games: { start: (shelf) => three(shelf, games), keys: ["j"] },
  "games-rename": { start: (shelf) => three(shelf, games), keys: ["j", "r", ..."soup"] },
  "games-deleted": {
    start: (shelf) => three(shelf, games),
    keys: ["j", "r", ..."soup", "enter", "k", "d"],
  },
  options: { start: () => ({ at: "options", from: null }), keys: ["j", "j"] },
  credits: { start: () => ({ at: "credits", from: null }), keys: ["j"] },
  ending: { start: all, keys: ["e"] },
  brief: { start: () => brief, keys: ["3"] },
  board: { start: (shelf) => began(shelf, evening), keys: ["H"] },
  pick: { start: (shelf) => began(shelf, evening), keys: ["r"] },
  inspect: { start: (shelf) => began(shelf, evening), keys: ["I", "k", "k"] },
  debrief: { start: (shelf) => began(shelf, over), keys: ["enter"] },
  "debrief-inspect": { start: (shelf) => began(shelf, over), keys: ["enter", "I", "k"] },
  "debrief-fork": { start: (shelf) => began(shelf, over), keys: ["enter", "f", "3"] },
  deeper: { start: (shelf) => began(shelf, over), keys: ["enter", "d"] },
  meaning: {
    start: (shelf) => began(shelf, over),
    keys: ["enter", "enter", "X", "1", "enter", "enter"],
  },
  replay: { start: (shelf) => three(shelf, games), keys: ["enter", "9", "tab"] },
  "replay-marks": { start: (shelf) => watched(shelf, over), keys: [">", ">", ">"] },
  "replay-lifted": { start: (shelf) => watched(shelf, over), keys: ["tab", "3", ">"] },
  seats: { start: (shelf) => watched(shelf, over), keys: ["v", "5"] },
  fork: {
    start: (shelf) => watched(shelf, "wait 64; wait 9; leave", "timeouts.1"),
    keys: ["9", "F"],
  },
  compare: {
    start: (shelf) => began(shelf, over),
    keys: ["enter", "f", "9", "enter", "w", "X", "1", "enter", "c"],
  },
  help: { start: (shelf) => began(shelf, evening), keys: ["?"] },
};
