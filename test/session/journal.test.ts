import { describe, expect, test } from "vitest";
import {
  type Level,
  openSession,
  readJournal,
  seedFrom,
  verdict,
} from "../../src/session/index.ts";
import {
  act,
  digest,
  gameOf,
  header,
  page,
  shortGame,
  sleep,
  written,
} from "../support/journal.ts";
import { threeAsks, twoEvenings } from "../support/levels.ts";

const seed = seedFrom(11);
const whole = written(twoEvenings, seed, shortGame);

/** Goes on with a text cut short, as a new start of the program would, and plays what is left of the game. */
function goOn(text: string): string {
  const kept = text.slice(0, text.lastIndexOf("\n") + 1);
  const record = gameOf(text);
  expect(verdict(record, twoEvenings, digest)).toEqual({ status: "ok" });
  const journal = page(kept);
  const session = openSession(twoEvenings, seed, { journal, record });
  // The header and the first evening write themselves, so does the end.
  const done = kept.split("\n").length - 3;
  for (const deed of shortGame.slice(Math.max(0, done))) act(session, deed);
  return journal.text();
}

/** The text with one line changed. */
function altered(line: number, change: (text: string) => string, text = whole): string {
  const lines = text.split("\n");
  lines[line - 1] = change(lines[line - 1] ?? "");
  return lines.join("\n");
}

const fault = (text: string) => {
  const read = readJournal(text, digest);
  return read.ok
    ? null
    : { kind: read.kind, at: read.at, evenings: read.prefix?.evenings.length ?? null };
};

describe("a journal", () => {
  test("cut at any byte goes on to the same bytes", () => {
    const first = whole.indexOf("\n") + 1;
    let kept = "";
    for (let at = first; at <= whole.length; at++) {
      const text = whole.slice(0, at);
      // Half a line is read as no line, so that going on from one byte of a line is going on from all.
      if (text.endsWith("\n")) {
        kept = text;
        expect(goOn(text)).toBe(whole);
      }
      expect(JSON.stringify(gameOf(text))).toBe(JSON.stringify(gameOf(kept)));
    }
    expect(goOn(whole.slice(0, -1))).toBe(whole);
    expect(goOn(whole.slice(0, 1900))).toBe(whole);
  });

  test("cut within its first line never began", () => {
    const first = whole.indexOf("\n") + 1;
    for (let at = 0; at < first; at++)
      expect(fault(whole.slice(0, at))).toEqual({ kind: "empty", at: 1, evenings: null });
  });

  test("holds a line for each deed, between its header and its end", () => {
    const kinds = whole
      .trimEnd()
      .split("\n")
      .map((line) => Object.keys(JSON.parse(line))[0]);
    const evening = Array.from({ length: 8 }, () => "i");
    const first = ["format", "evening", "aside", ...evening];
    expect(kinds).toEqual([...first, "evening", "aside", ...evening, "end"]);
  });

  test("is read back into the game that was played", () => {
    const game = gameOf(whole);
    expect(game.header).toMatchObject({ level: "three.2", seed, rehearsal: false, rules: 4 });
    expect(game.asides).toEqual([
      { line: 3, aside: { kind: "bet", choice: 1 } },
      { line: 13, aside: { kind: "hint", step: 1 } },
    ]);
    expect(game.end?.result).toEqual({ outcome: null, stars: null, evenings: [null, null] });
    const session = openSession(twoEvenings, seed, { record: game });
    expect(session.evening()).toEqual({ n: 2, of: 2 });
    expect(session.asides()).toEqual(game.asides.map(({ aside }) => aside));
  });

  test("a finished game is judged with its result", () => {
    const journal = page(header(threeAsks, seed));
    sleep(openSession(threeAsks, seed, { journal }));
    expect(verdict(gameOf(journal.text()), threeAsks, digest)).toEqual({ status: "ok" });
    expect(gameOf(journal.text()).end?.result.stars).toBe(0);
  });
});

describe("what is not a whole journal", () => {
  test.each([
    ["a poem", "Roses are red\nViolets are blue\n"],
    ["other JSON", '{"a":1}\n{"b":2}\n'],
    ["another program's journal", '{"format":1,"app":"other 1.0"}\n'],
    ["a list", "[]\n"],
    ["no line at all", "hello"],
  ])("%s is foreign", (_, text) => {
    expect(fault(text)).toEqual({ kind: "foreign", at: 1, evenings: null });
  });

  test("a format of the future says which", () => {
    const read = readJournal(whole.replace('"format":1', '"format":2'), digest);
    expect(read).toMatchObject({
      kind: "format",
      problem: "This journal has format 2, and this version of the game reads format 1.",
    });
  });

  test("a damaged line is named, and the game before it kept", () => {
    const read = readJournal(
      altered(6, (line) => line.slice(0, 20)),
      digest,
    );
    expect(read).toMatchObject({
      ok: false,
      kind: "damaged",
      at: 6,
      problem: "Line 6 is damaged: it is not JSON.",
    });
    const turns = read.ok ? [] : (read.prefix?.evenings[0]?.turns ?? []);
    expect(turns.map(({ line }) => line)).toEqual([4, 5]);
  });

  test("a line that is missing, doubled or moved is found", () => {
    const lines = whole.split("\n");
    const without = lines.toSpliced(11, 1).join("\n");
    expect(fault(without)).toMatchObject({ kind: "damaged", at: 13 });
    const twice = lines.toSpliced(11, 0, lines[11] ?? "").join("\n");
    expect(fault(twice)).toMatchObject({ kind: "damaged", at: 13 });
    expect(fault(`${whole}${lines[3]}\n`)).toMatchObject({ kind: "damaged", at: 23 });
  });

  test("a change that leaves every line whole is found by the checksum at the end", () => {
    const text = altered(3, (line) => line.replace('"choice":1', '"choice":0'));
    expect(fault(text)).toEqual({ kind: "checksum", at: 22, evenings: 2 });
  });

  test.each([
    ["__proto__", '{"__proto__":{"polluted":1},"i":"wait 1","e":[],"h":"000000000000"}'],
    [
      "__proto__ deep inside",
      '{"i":"wait 1","e":[{"kind":"tick","tick":{"__proto__":1}}],"h":"000000000000"}',
    ],
    ["constructor", '{"constructor":1}'],
    ["an escape sequence", '{"aside":{"kind":"bet","choice":"\\u001b[2J"}}'],
    ["a turned reading direction", '{"aside":{"kind":"\\u202ebet"}}'],
    ["a move that is none", '{"i":"burn everything","e":[],"h":"000000000000"}'],
    ["an event that is none", '{"i":"wait 1","e":[{"kind":"won","tick":1}],"h":"000000000000"}'],
    [
      "an event with a field too many",
      '{"i":"wait 1","e":[{"kind":"tick","tick":1,"x":1}],"h":"000000000000"}',
    ],
    [
      "an inherited event kind",
      '{"i":"wait 1","e":[{"kind":"toString","tick":1}],"h":"000000000000"}',
    ],
    [
      "a tick beyond all evenings",
      '{"i":"wait 1","e":[{"kind":"tick","tick":1e9}],"h":"000000000000"}',
    ],
    ["a hash that is none", '{"i":"wait 1","e":[],"h":"<script>"}'],
    ["nesting without end", `{"i":${"[".repeat(5000)}${"]".repeat(5000)}}`],
    ["a line without end", `{"i":"${"x".repeat(70_000)}"}`],
    ["NUL bytes", "\0\0\0\0"],
  ])("%s is refused as damage", (_, line) => {
    expect(
      fault(altered(5, () => line, whole.slice(0, whole.indexOf('{"evening":2')))),
    ).toMatchObject({ kind: "damaged", at: 5, evenings: 1 });
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("a file beyond all bounds is not even looked at", () => {
    expect(fault("x".repeat(16 * 1024 * 1024 + 1))).toMatchObject({ kind: "too big" });
  });

  test("a level of one's own may have line breaks in its prose, and nothing else that moves a cursor", () => {
    const own = header(threeAsks, seed, threeAsks);
    expect(gameOf(own).header.own).toEqual(threeAsks);
    expect(fault(own.replace("Then wait", "\\u001b[2J"))).toMatchObject({ kind: "damaged", at: 1 });
  });
});

describe("a verdict", () => {
  /** A paused game, so that no checksum gives the change away. */
  const paused = whole.slice(0, whole.indexOf('{"evening":2'));
  const judge = (text: string, level: Level = twoEvenings) => verdict(gameOf(text), level, digest);

  test("other rules, or other laws, make a game view only", () => {
    const older = paused.replace('"rules":4', '"rules":0');
    expect(judge(older)).toMatchObject({ status: "view only" });
    const [one = twoEvenings.evenings[0]] = twoEvenings.evenings;
    const kinder = one ? [{ ...one, length: 99 }, one] : [];
    expect(judge(paused, { ...twoEvenings, evenings: kinder })).toEqual({
      status: "view only",
      problem: "The level has changed since this game was played: it can be watched, not resumed.",
    });
  });

  test("a mended comma in the prose changes nothing", () => {
    const story = { ...twoEvenings.story, brief: "Ask three things; then wait." };
    expect(judge(paused, { ...twoEvenings, story })).toEqual({ status: "ok" });
  });

  test.each([
    ["a move", 6, (line: string) => line.replace("wait 3", "wait 4")],
    ["a move into one that is refused", 4, (line: string) => line.replace("key", "sofa")],
    ["an event", 4, (line: string) => line.replace('"tick":1', '"tick":0')],
    [
      "a hash",
      5,
      (line: string) =>
        line.replace(/"h":"(.)/, (h) => h.slice(0, -1) + (h.endsWith("0") ? "1" : "0")),
    ],
    ["the seed", 1, (line: string) => line.replace(seed, seedFrom(12))],
  ])("a tampered journal diverges at the line: %s", (what, line, change) => {
    const at = what === "the seed" ? 2 : line;
    expect(judge(altered(line, change, paused))).toMatchObject({ status: "diverged", at });
  });

  test("a result that was not earned diverges at the end", () => {
    const journal = page(header(threeAsks, seed));
    sleep(openSession(threeAsks, seed, { journal }));
    const [before = ""] = journal.text().split('{"end"');
    const end = { outcome: 99, stars: 3, evenings: [99] };
    const text = `${before}${JSON.stringify({ end, sum: digest(before) })}\n`;
    expect(judge(text, threeAsks)).toMatchObject({
      status: "diverged",
      at: gameOf(text).end?.line,
    });
  });
});
