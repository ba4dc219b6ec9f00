/** A game as a code: the same game again, or a sentence that says why not. */
import { deflateRawSync } from "node:zlib";
import { levels } from "virtual:levels";
import { describe, expect, test } from "vitest";
import {
  codeOf,
  isCode,
  type Level,
  openCode,
  openReplay,
  openSession,
  type RecordedGame,
  readJournal,
  rules,
  type Seed,
  seedFrom,
} from "../../src/session/index.ts";
import { act, digest, header, page, shortGame, sleep } from "../support/journal.ts";
import { wander } from "../ui/support.ts";

const known = (id: string): Level | null => levels.find((level) => level.id === id) ?? null;

function recorded(level: Level, seed: Seed, play: (level: Level, seed: Seed) => string) {
  const read = readJournal(play(level, seed), digest);
  if (!read.ok) throw new Error(read.problem);
  return read.game;
}

/** A game of random moves. */
function wandered(level: Level, seed: Seed): string {
  const journal = page(header(level, seed));
  const session = openSession(level, seed, { journal });
  for (const _ of wander(session, seed));
  return journal.text();
}

function coded(game: RecordedGame): string {
  const made = codeOf(game);
  if (typeof made === "string") throw new Error(made);
  return made.code;
}

describe.each(levels.map((level) => [level.id, level] as const))("%s", (_, level) => {
  test("a game of random moves comes back from its code: the same events, the same truth", () => {
    const game = recorded(level, seedFrom(3), wandered);
    const code = coded(game);
    expect(code).toMatch(/^be1:\d+:[0-9a-f]{12}:[a-z0-9.-]+:[a-z0-9-]+:[\w-]*$/);
    const opened = openCode(code, known);
    if (!opened.ok) throw new Error(opened.problem);
    const was = openReplay(game, level);
    expect(opened.replay.evenings).toEqual(was.evenings);
    expect(opened.replay.evenings.every(({ verified }) => verified)).toBe(true);
    expect(opened.replay.result).toEqual(was.result);
  });
});

const backoff = known("backoff.1");
if (backoff === null) throw new Error("no such level");
const short = recorded(backoff, seedFrom(1), (level, seed) => {
  const journal = page(header(level, seed));
  const session = openSession(level, seed, { journal });
  for (const deed of shortGame) act(session, deed);
  return journal.text();
});
const code = coded(short);
const parts = code.split(":");
const changed = (at: number, to: string): string => parts.with(at, to).join(":");
const packed = (moves: string): string => deflateRawSync(moves).toString("base64url");

test("a game that goes on is only as far in its code as it was", () => {
  const game = recorded(backoff, seedFrom(2), (level, seed) => {
    const journal = page(header(level, seed));
    const session = openSession(level, seed, { journal });
    sleep(session);
    session.next();
    return journal.text();
  });
  const opened = openCode(coded(game), known);
  if (!opened.ok) throw new Error(opened.problem);
  const [first, second] = opened.replay.evenings;
  expect([first?.ended, second?.ended]).toEqual(["played out", null]);
  expect(second?.secrets).toBe(null);
});

test.each([
  ["be1", "This code is not whole"],
  [code.slice(0, -8), "This code is not whole"],
  [code.slice(0, 30), "This code is not whole"],
  [`${code}:more`, "This code is not whole"],
  [changed(5, packed("send ask key;juggle")), "This code is not whole"],
  [changed(5, packed("repeat a1")), "This code is not whole"],
  [changed(5, packed("leave;wait 3")), "This code is not whole"],
  [changed(5, packed("leave\nleave\nleave")), "This code is not whole"],
  [changed(5, packed("wait 3;".repeat(1e6))), "This code is not whole"],
  [changed(4, "NO SEED"), "This code is not whole"],
  [changed(3, "juggling.1"), 'There is no level "juggling.1" here.'],
  [changed(2, "000000000000"), "The level has changed since"],
  [changed(1, "1"), `This code was made under rules 1, and these are rules ${rules}.`],
])("%s is refused in a sentence", (text, sentence) => {
  const opened = openCode(text, known);
  expect(opened).toMatchObject({ ok: false, problem: expect.stringContaining(sentence) });
});

test("a path is no code, and a level of one's own has none", () => {
  expect([isCode(code), isCode("be1.ndjson"), isCode("games/be1:3")]).toEqual([true, false, false]);
  const own = { ...short, header: { ...short.header, own: { text: "id: mine" } } };
  expect(codeOf(own)).toContain("A level of your own");
});
