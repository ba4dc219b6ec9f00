import { expect, onTestFinished, test } from "vitest";
import { openSession, seedFrom } from "../../src/session/index.ts";
import { App } from "../../src/ui/App.tsx";
import type { Certainty } from "../../src/ui/diagram/claims.ts";
import type { Line } from "../../src/ui/diagram/crossing.ts";
import { drawLine } from "../../src/ui/diagram/draw.ts";
import { type Ink, textOf } from "../../src/ui/row.ts";
import { boardRows } from "../../src/ui/screens/board.ts";
import { briefRows } from "../../src/ui/screens/brief.ts";
import { gamesRows } from "../../src/ui/screens/games.ts";
import { chaptersOf, mapRows } from "../../src/ui/screens/map.ts";
import { goalsRow } from "../../src/ui/screens/title.ts";
import { type Look, lookOf } from "../../src/ui/theme.ts";
import type { Where } from "../../src/ui/where.ts";
import { type Drawn, draw } from "../support/screen.ts";
import {
  ascii,
  boardOf,
  frame,
  levelOf,
  levels,
  moss,
  play,
  shelfOf,
  small,
  unicode,
  wander,
} from "./support.ts";

const looks = [
  ["ASCII", ascii],
  ["Unicode", unicode],
] as const;

const nothing: Line = {
  tick: 3,
  leftOut: null,
  leftIn: null,
  rightIn: null,
  rightOut: null,
  wireOut: null,
  wireIn: null,
};

/** What a line says without any colour or weight. */
function bare(look: Look, line: Partial<Line>, lifted: boolean, half = 13): string {
  const drawing = { glyphs: look.glyphs, half, now: 9, lifted, beyond: () => [] };
  return textOf(drawLine({ ...nothing, ...line }, drawing));
}

const known: readonly Certainty[] = ["sent", "late", "fogged", "maybe", "sure"];
const truths: readonly Certainty[] = ["sure", "lost", "dropped", "late"];
const places = ["leftOut", "leftIn", "rightIn", "rightOut"] as const;

const distinct = (texts: readonly string[]): void => expect(new Set(texts).size).toBe(texts.length);

test.each(looks)("in %s, how sure you may be is told by shape alone", (_, look) => {
  for (const place of ["leftOut", "rightIn"] as const)
    for (const half of [11, 13, 26])
      distinct(
        known.map((certainty) => bare(look, { [place]: { label: "a1", certainty } }, false, half)),
      );
});

test.each(looks)("in %s, what became of a message is told by shape alone", (_, look) => {
  for (const place of ["leftOut", "rightIn"] as const)
    distinct(
      truths
        .filter((certainty) => certainty !== "lost" || place === "leftOut")
        .map((certainty) => bare(look, { [place]: { label: "a1", certainty } }, true)),
    );
});

test.each(looks)("in %s, which way a message goes is told by shape alone", (_, look) => {
  const half = { label: "a1", certainty: "sure" } as const;
  distinct(places.map((place) => bare(look, { [place]: half }, true)));
});

test("goals that are met, broken or not yet known differ in their marks", () => {
  const states = ["met", "broken", "unknown"] as const;
  distinct(states.map((state) => textOf(goalsRow([{ text: "one answer", state }], 79))));
});

test("the bet that was placed, the level and the game that are chosen differ in their marks", () => {
  const level = levelOf("backoff.1");
  const brief = { level, seed: "moss", underWay: false, offer: false };
  distinct(
    [null, 0, 1, 2, 3].map((bet) => frame(briefRows({ ...brief, bet }, small, ascii)).join()),
  );
  const chapters = chaptersOf(levels);
  const map = {
    chapters,
    progress: new Map<string, number>(),
    games: [],
    notice: "",
    typed: null,
    over: false,
  };
  const at = (chosen: number, tier: number): string =>
    frame(mapRows({ ...map, chosen, tier }, small, ascii)).join();
  distinct([at(0, 0), at(1, 0), at(1, 1), at(1, 2)]);
  const shelf = shelfOf();
  for (const _ of "abc") shelf.start(level, { seed: moss, rehearsal: false });
  const { games } = shelf.look();
  distinct(
    [0, 1, 2].map((chosen) =>
      frame(gamesRows({ games, chosen, notice: "", typed: null }, small, ascii)).join(),
    ),
  );
});

test.each(levels.map((level) => [level.id, level] as const))(
  "in %s every move changes the board, colour or no colour",
  (_, level) => {
    const session = openSession(level, seedFrom(1));
    let before = "";
    for (const { line } of wander(session, seedFrom(1))) {
      const board = frame(boardRows(boardOf(session, line), small, ascii)).join("\n");
      expect(board).not.toBe(before);
      before = board;
    }
  },
);

const inks: readonly Ink[] = [
  "plain",
  "dim",
  "strong",
  "you",
  "them",
  "sure",
  "timer",
  "fog",
  "pick",
];

test("with NO_COLOR no style has a colour, and what matters keeps its weight", () => {
  const { style } = lookOf({ ascii: true, colour: false });
  expect(inks.filter((ink) => style(ink).color !== undefined)).toEqual([]);
  expect(style("timer").bold).toBe(true);
  expect(style("pick").inverse).toBe(true);
});

async function board(look: Look): Promise<Drawn> {
  const session = openSession(levelOf("backoff.1"), moss);
  const moves = "send ask key; send ask pot; wait for news; wait for news; repeat a1; let go a2";
  const start: Where = { at: "board", session: play(session, moves) };
  const screen = await draw(<App shelf={shelfOf()} look={look} start={start} onExit={() => {}} />);
  onTestFinished(() => screen.unmount());
  return screen;
}

/** The colours of all cells, and how many ways there are of drawing a cell. */
function paint(screen: Drawn): { readonly colours: number; readonly weights: number } {
  const cells = Array.from({ length: 80 * 23 }, (_, i) => screen.cell(i % 80, Math.floor(i / 80)));
  const weights = new Set(cells.map(({ bold, inverse }) => `${bold} ${inverse}`));
  return { colours: new Set(cells.map(({ color }) => color)).size, weights: weights.size };
}

test("with NO_COLOR a whole board is drawn in one colour, and in more than one weight", async () => {
  expect(paint(await board(ascii))).toEqual({ colours: 1, weights: 2 });
});

test("in colour it is drawn in several, and says the same", async () => {
  const [plain, coloured] = [
    await board(ascii),
    await board(lookOf({ ascii: true, colour: true })),
  ];
  expect(paint(coloured).colours).toBeGreaterThan(2);
  expect(coloured.text()).toBe(plain.text());
});
