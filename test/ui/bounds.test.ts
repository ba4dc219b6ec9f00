import { voices } from "virtual:levels";
import { describe, expect, test } from "vitest";
import { openSession, type Session, seedFrom } from "../../src/session/index.ts";
import { keyText } from "../../src/ui/options.ts";
import { type BoardView, boardRows } from "../../src/ui/screens/board.ts";
import { briefRows } from "../../src/ui/screens/brief.ts";
import { rowsOfDebrief } from "../../src/ui/screens/debrief.ts";
import { room } from "../../src/ui/screens/frame.ts";
import { chat } from "../../src/ui/words.ts";
import { ascii, boardOf, debriefOf, frame, levels, type Stand, small, wander } from "./support.ts";
import { drawn, expectOneCell, foreignIn, hold, looks, ways } from "./windows.ts";

/** The board as it may look now: as it is, scrolled, with a hint, or with something to choose. */
function boards(session: Session, { i, line }: Stand): BoardView {
  const view = boardOf(session, line);
  const { cast, open } = view;
  const [hint] = cast.level.story.hints.slice(i % 3);
  if (i % 4 === 1) return { ...view, scroll: 3 * i };
  if (i % 4 === 2 && hint !== undefined)
    return { ...view, hint: { step: 1 + (i % 3), text: hint, shown: true } };
  if (i % 4 === 3) {
    const options = open.sent.map(({ key }) => keyText(cast, open, key));
    return { ...view, picking: { question: "Which?", options } };
  }
  return view;
}

describe.each(levels.map((level) => [level.id, level] as const))("%s", (_, level) => {
  test("no board of any game is larger than its window", () => {
    for (let n = 1; n <= 20; n++) {
      const session = openSession(level, seedFrom(n));
      for (const stand of wander(session, seedFrom(n))) {
        const { look, size } = ways[(stand.i + n) % ways.length] ?? {
          look: ascii,
          size: room(80, 24),
        };
        hold(boardRows(boards(session, stand), size, look), size, look);
      }
    }
  });

  test("what was last said, the goals, the time and the way out are whole in the smallest window", () => {
    for (let n = 1; n <= 20; n++) {
      const session = openSession(level, seedFrom(n));
      for (const { line } of wander(session, seedFrom(n))) {
        const view = boardOf(session, line);
        const said = chat(view.cast, view.events).at(-1);
        const board = frame(boardRows(view, small, ascii))
          .join(" ")
          .replace(/ +/g, " ");
        expect(board).toContain(line);
        for (const { text } of view.goals) expect(board).toContain(text);
        expect(board).toContain(`tick ${view.open.tick}`);
        if (view.open.ended === null) expect(board).toMatch(/\[\?\] help \[q\] save, quit/);
        if (said?.who === "them") expect(board).toContain(said.text);
      }
    }
  });

  test("no debrief is, on any page, with the fog on or off, scrolled or not", () => {
    for (let n = 1; n <= 20; n++) {
      const session = openSession(level, seedFrom(n));
      for (const _ of wander(session, seedFrom(n)));
      for (const [i, { look, size }] of ways.entries())
        for (const page of ["card", "meaning", "reading"] as const) {
          const view = { ...debriefOf(session), page, lifted: i % 2 === 0, scroll: (i + n) * 3 };
          hold(rowsOfDebrief(view, size, look), size, look);
        }
    }
  });

  test("no briefing is", () => {
    for (const { look, size } of ways)
      for (const bet of [null, 0, 3])
        hold(
          briefRows(
            { level, seed: "moss-4f2a", bet, underWay: false, offer: bet === 0 },
            size,
            look,
          ),
          size,
          look,
        );
  });
});

const prose = [...JSON.stringify([levels.map(({ story }) => story), voices])];
const glyphs = looks.flatMap((look) =>
  Object.values(look.glyphs).flatMap((g) =>
    typeof g === "string" ? [...g] : Object.values(g).flatMap((text) => [...text]),
  ),
);

test("every character of every frame, level and look is one cell wide, by Ink's tables and on a true screen", () =>
  expectOneCell([...prose, ...glyphs]));

test("the ASCII look draws nothing but ASCII, and no level says anything else", () => {
  expect(foreignIn(prose)).toEqual([]);
  expect(foreignIn(drawn.ascii)).toEqual([]);
  expect(drawn.ascii.size).toBeGreaterThan(60);
});
