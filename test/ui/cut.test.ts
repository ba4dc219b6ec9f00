/** What has to give way is cut at a word's end, and looks cut. */
import { expect, test } from "vitest";
import { openSession } from "../../src/session/index.ts";
import { optionsFor } from "../../src/ui/options.ts";
import { shortened } from "../../src/ui/row.ts";
import { boardRows } from "../../src/ui/screens/board.ts";
import { chatRows } from "../../src/ui/screens/chat.ts";
import { gamesRows } from "../../src/ui/screens/games.ts";
import { helpRows } from "../../src/ui/screens/help.ts";
import { chaptersOf, mapRows } from "../../src/ui/screens/map.ts";
import { ascii, boardOf, castOf, frame, levelOf, levels, moss, play, small } from "./support.ts";

test.each([
  ["the spare key", 13, "the spare key"],
  ["the spare key", 12, "the spare.."],
  ["the boxes, four floors", 12, "the boxes.."],
  ["I passed. Barely.", 12, "I passed. .."],
  ["I passed. Barely.", 11, "I.."],
  ['out: "The entrance we use."', 24, 'out: "The entrance we.."'],
] as const)("%s in %i columns is %s", (text, most, cut) => {
  expect(shortened(text, most)).toBe(cut);
});

test("what you said, cut at the end of a sentence, looks cut", () => {
  const text = `They offered me the post up north. I have. ${"Much more to say. ".repeat(3)}`;
  const said = {
    tick: 9,
    who: "you",
    name: "you",
    text: text.trim(),
    note: "unconfirmed",
  } as const;
  for (let columns = 60; columns < 80; columns++) {
    const [line = ""] = frame(chatRows([said], 1, columns));
    expect(line).toMatch(/(\w|\. )\.\. +unconfirmed$/);
  }
});

test("with many options no text runs into the next column, and every cut is seen", () => {
  const words = "passed barely is a kind of passed and more of it".split(" ");
  for (let n = 1; n <= 9; n++) {
    const options = Array.from({ length: n }, () => words.join(" ").repeat(2));
    const view = boardOf(openSession(levelOf("finale"), moss));
    const page = frame(
      boardRows({ ...view, picking: { question: "Which?", options } }, small, ascii),
    );
    const texts = page.flatMap((line) => line.split(/ {2}\[\d\] /).slice(1));
    expect(texts.length).toBe(n);
    for (const text of texts) {
      expect(text.trimEnd()).toMatch(/\w\.\.$/);
      expect(words).toContain(
        text
          .trimEnd()
          .slice(0, -2)
          .split(" ")
          .at(-1)
          ?.replace(/^itpassed$/, "it"),
      );
    }
  }
});

const send = (moves: string, level: string) => {
  const session = play(openSession(levelOf(level), moss), moves);
  return optionsFor("send", session, castOf(session.level)).map(({ text }) =>
    text.split(/[:,(]/)[0]?.trim(),
  );
};

test("each card keeps its number, whether it is settled, changed or under way", () => {
  const order = ["exclusivity", "the trip", "the film", "dinner", "the playlist", "the towels"];
  expect(send("", "consistency.1")).toEqual(order);
  const session = openSession(levelOf("consistency.1"), moss);
  const cast = castOf(session.level);
  let again = 0;
  for (let i = 0; i < 40 && session.observe().ended === null; i++) {
    const options = optionsFor("send", session, cast);
    const { text, intent } = options[(i * 5) % order.length] ?? {};
    session.play(i % 3 === 0 && intent ? intent : { kind: "wait", ticks: 1 });
    if (i % 3 === 0 && intent?.kind === "repeat") again++;
    const titles = optionsFor("send", session, cast).map(
      ({ text }) => text.replace(/^a\d+, /, "").split(" (")[0],
    );
    if (titles.length > 0) expect(titles, text).toEqual(order);
  }
  expect(again).toBeGreaterThan(0);
});

test("each plan keeps its number for the whole evening, and asks how it is to be said", () => {
  const session = openSession(levelOf("generals.1"), moss);
  const cast = castOf(session.level);
  let [asked, over, before]: [number, number, readonly string[]] = [0, 0, []];
  for (let i = 0; i < 80 && session.observe().ended === null; i++) {
    const options = optionsFor("send", session, cast);
    const titles = options.map(({ text }) => text.replace(/^a\d+, /, "").split(/[:,(]/)[0] ?? "");
    if (options.length > 0) {
      expect(titles.slice(0, before.length)).toEqual(before);
      before = titles;
    }
    asked += options.filter(({ ways }) => ways?.length === 2).length;
    over += options.filter(({ intent }) => intent === null).length;
    const [go] = session.legal().filter(({ kind }) => kind === "no-go");
    const must = !session.legal().some(({ kind }) => kind === "wait");
    const said = i % 3 === 0 ? (options.at(-1)?.intent ?? null) : null;
    if (must && go?.kind === "no-go") session.play(go);
    else session.play(said ?? { kind: "wait", ticks: 1 });
  }
  expect(asked).toBeGreaterThan(5);
  expect(over).toBeGreaterThan(5);
});

test("repeats: what waits for an answer first, and each says what it is", () => {
  const session = play(openSession(levelOf("idempotency.1"), moss), "wait 9; wait 9");
  const cast = castOf(session.level);
  for (let i = 0; i < 60 && session.observe().ended === null; i++) {
    const [sorry] = optionsFor("apology", session, cast);
    session.play((i % 5 === 0 ? sorry?.intent : null) ?? { kind: "wait", ticks: 2 });
    const keys = optionsFor("repeat", session, cast).map(({ intent }) =>
      intent !== null && "key" in intent ? intent.key : "",
    );
    const { sent } = session.observe();
    const answered = keys.map((key) => sent.find((one) => one.key === key)?.answered !== null);
    expect(answered).toEqual(answered.toSorted((a, b) => Number(a) - Number(b)));
  }
  const plans = play(openSession(levelOf("generals.1"), moss), "wait for news");
  const [first] = optionsFor("send", plans, castOf(plans.level));
  if (!first?.intent) throw new Error("nothing to say");
  plans.play(first.intent);
  const [text = ""] = optionsFor("repeat", plans, castOf(plans.level)).map((one) => one.text);
  expect(text).toMatch(/^a1, .+: told once, 1 tick ago/);
});

const chapters = chaptersOf(levels);

test.each(
  chapters.flatMap((chapter, i) =>
    chapter.tiers.map((level, tier) => [level.id, level, i, tier] as const),
  ),
)("the map tells all of what %s contains in the smallest window", (_, level, chosen, tier) => {
  const progress = new Map([[level.id, 3]]);
  const view = {
    chapters,
    chosen,
    tier,
    progress,
    games: [],
    notice: "",
    typed: null,
    over: false,
  };
  const text = frame(mapRows(view, small, ascii))
    .join(" ")
    .replace(/ +/g, " ");
  const { contains, pattern, minutes, title } = level.story;
  for (const part of [title, `contains: ${contains}`, `${pattern};`, `about ${minutes} min`])
    expect(text).toContain(part);
});

test("saved games and keys have a gap after their names", () => {
  const games = levels.map(({ id, tier, story }) => ({
    file: id,
    level: id,
    title: story.title,
    tier,
    name: "",
    outcome: null,
    tick: 168,
    seed: "moss-4f2a",
    when: "2026-11-24 18:00",
    state: "damaged" as const,
    stars: null,
    note: "tick 168, evening 3",
    rehearsal: false,
    calm: false,
  }));
  const page = gamesRows(
    { games, chosen: 0, notice: "", typed: null },
    { columns: 79, rows: 60 },
    ascii,
  ).map((row) => row.map(({ text }) => text).join(""));
  for (const { title, tier } of games) expect(page.join("\n")).toContain(`${title} ${tier} `);
  expect(page.join("\n")).toContain("tick 168, evening 3");
  for (const screen of ["brief", "pick", "number", "help"] as const)
    for (const line of frame(helpRows(screen, [], small, ascii)).slice(3, 8))
      expect(line).not.toMatch(/(space|backspace|enter|esc)[a-z]|s r[a-z]/);
});
