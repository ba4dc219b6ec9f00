/** The side of the board in the smallest window: nothing of it is cut, and what must be seen is in view. */
import { describe, expect, test } from "vitest";
import { botOf } from "../../src/bots/index.ts";
import { luck, root, run, unit } from "../../src/engine/index.ts";
import { lawsOf } from "../../src/session/evening.ts";
import { openSession, type Session, seedFrom } from "../../src/session/index.ts";
import { textOf, width } from "../../src/ui/row.ts";
import {
  type BoardView,
  columnsOf,
  diagramRows,
  instrumentOf,
  nextSide,
} from "../../src/ui/screens/board.ts";
import { ascii, boardOf, frame, levelOf, levels, moss, play, small, wander } from "./support.ts";

const columns = columnsOf(small).side - 1;
const height = diagramRows(small) + 1;

/** Boards of a level as its bots see them, move by move. */
function* botBoards(level: Session["level"]): Generator<BoardView, void> {
  const seed = seedFrom(3);
  const draw = (a: number, b: number): number => unit(luck(root(seed), "bot", a, b));
  const view = boardOf(openSession(level, seed));
  for (const { policy, with: given } of level.proof?.bots ?? []) {
    const made = botOf(policy, given);
    if (!made.ok) throw new Error(made.problem);
    for (const n of level.evenings.keys()) {
      const game = run(lawsOf(level, n), seed);
      for (let i = 0; i < 200 && game.world.open.ended === null; i++) {
        yield { ...view, open: game.world.open, events: game.events };
        game.take(made.bot(game.world.open, draw));
      }
    }
  }
}

/** The same where any legal move may be made. */
function* wildBoards(level: Session["level"]): Generator<BoardView, void> {
  for (let n = 1; n <= 5; n++) {
    const session = openSession(level, seedFrom(n));
    for (const _ of wander(session, seedFrom(n)))
      if (session.observe().ended === null) yield boardOf(session);
  }
}

/** A title that gave way ends at the end of one of its words. */
function whole(text: string, titles: readonly string[]): boolean {
  const [, name = ""] = /^(?:\? |great: |[! ] |a\d+ |-- )?(.+?)\.\. {2}/.exec(text) ?? [];
  return (
    name === "" ||
    titles.some((title) => title.startsWith(name) && /^\W/.test(title[name.length] ?? ""))
  );
}

describe.each(levels.map((level) => [level.id, level] as const))("%s", (_, level) => {
  const titles = Object.values(level.story.topics).map(({ title }) => title);

  test("no row is wider than the side, in all its turns, and no title is cut within a word", () => {
    const rows = new Set<string>();
    for (const boards of [botBoards(level), wildBoards(level)])
      for (const view of boards)
        for (const side of [0, 1, 2, 5])
          for (const row of instrumentOf({ ...view, side }, small, ascii)) {
            if (width(row) > columns) expect(textOf(row)).toHaveLength(columns);
            rows.add(textOf(row));
          }
    expect([...rows].filter((text) => !whole(text, titles))).toEqual([]);
    expect(rows.size).toBeGreaterThan(8);
  });

  test("an order and a limit that stand are whole and in view", () => {
    const order = { when: "doubling", n: 64, deed: "repeat", reserve: 12 } as const;
    for (const view of wildBoards(level)) {
      const rows = frame(instrumentOf({ ...view, orders: [order], limit: 64 }, small, ascii));
      expect(rows.length).toBeLessThanOrEqual(height);
      const text = rows.join(" ").replace(/ +/g, " ");
      expect(text).toContain("order: repeat after 64, 128, 256, keeps 12");
      expect(text).toContain("limit of new asks: 64");
    }
  });
});

const sideOf = (session: Session, side = 0): readonly string[] =>
  frame(instrumentOf({ ...boardOf(session), side }, small, ascii)).slice(0, height);

test("where two carry, the load is in view from the start", () => {
  const session = openSession(levelOf("backpressure.3"), moss);
  expect(sideOf(session).join("\n")).toMatch(/IN YOUR HEAD\n.*0 of 8/);
});

test("the finale shows beats, plan, sorry, trust and waits at once, and each whole on top in its turn", () => {
  const session = play(
    openSession(levelOf("finale"), moss),
    `send ask exam; wait 2; no-go harbour; ${"wait 12;".repeat(16)} wait 1`,
  );
  const all = sideOf(session);
  expect(all[0]).toMatch(/^WREN'S BEATS +quiet \d+$/);
  expect(all[2]).toMatch(/^[=.]{20,29}$/);
  const text = all.join("\n");
  for (const fact of [
    /the harbour/,
    /the birthday +sorry/,
    /^banked \[/m,
    /^usual round trip {2}\d/m,
  ])
    expect(text).toMatch(fact);
  const turns: number[] = [];
  for (let side = 0; turns.length < 5; ) {
    side = nextSide({ ...boardOf(session), side }, small, ascii) ?? 0;
    turns.push(side);
  }
  expect(nextSide({ ...boardOf(session), side: turns.at(-1) ?? 0 }, small, ascii)).toBe(0);
  const tops = turns.map((side) => sideOf(session, side)[0]);
  expect(tops).toEqual([
    "WREN'S BEATS",
    "PLANS: WHAT YOU MAY CLAIM",
    "SORRY",
    "WHAT YOU BANKED",
    "OPEN WAITS",
  ]);
});

test("a strip of beats fills its rows from the first, and loses whole rows", () => {
  for (const wait of [20, 29, 30, 35]) {
    const session = play(
      openSession(levelOf("heartbeats.1"), moss),
      `${"wait 5;".repeat(wait / 5)}wait ${wait % 5 || 1}`,
    );
    const strips = sideOf(session).filter((text) => /^[=.~!]+$/.test(text));
    const { tick } = session.observe();
    expect(strips[0]).toHaveLength(Math.min(columns, tick));
  }
});

test("the instrument that was turned to stays on top, whatever another begins to show", () => {
  const trust = 5;
  const turned = (tick: number): readonly string[] =>
    sideOf(play(openSession(levelOf("finale"), moss), `wait ${tick}`), trust);
  const tops = [1, 9, 12].map((tick) => turned(tick)[0]);
  expect(tops).toEqual(["WHAT YOU BANKED", "WHAT YOU BANKED", "WHAT YOU BANKED"]);
});
