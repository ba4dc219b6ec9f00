import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import {
  formatOrder,
  type Level,
  openReplay,
  openSession,
  type RecordedGame,
  readJournal,
  type Session,
  seedFrom,
  twinsFor,
} from "../../src/session/index.ts";
import { openSaves, type Saves } from "../../src/session/saves.ts";
import { verdict } from "../../src/session/verdict.ts";
import { digest, gameOf, header, page, shortGame, sleep, written } from "../support/journal.ts";
import { twoEvenings } from "../support/levels.ts";

const seed = seedFrom(11);
const whole = written(twoEvenings, seed, shortGame);
const created = new Date("2026-11-24T18:02:00Z");

function savesIn(level: Level): Saves {
  const folder = mkdtempSync(join(tmpdir(), "besteffort-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return openSaves(folder, "0.1.0", () => level);
}

type Point = { readonly evening: number; readonly tick: number };

function fork(game: RecordedGame, saves: Saves, point: Point): Session {
  const begun = saves.fork(game, twoEvenings, { ...point, created, file: null });
  if (!begun.ok) throw new Error(begun.problem);
  return begun.session;
}

const textOf = ({ folder }: Saves, { file }: Session): string =>
  readFileSync(join(folder, file ?? ""), "utf8");

describe("a fork", () => {
  test("stands at its tick with all that was seen by then, in the middle of a wait too", () => {
    const game = gameOf(whole);
    const replay = openReplay(game, twoEvenings);
    for (const evening of [1, 2])
      for (let tick = 0; tick <= (replay.evenings[evening - 1]?.last ?? 0); tick++) {
        const session = fork(game, savesIn(twoEvenings), { evening, tick });
        const { observation, events } = replay.at(evening, tick);
        const plain = (list: typeof events) => list.filter(({ kind }) => kind !== "tick");
        expect(session.evening().n).toBe(evening);
        if (observation.ended === null) expect(session.observe()).toEqual(observation);
        const ended = events.filter(({ kind }) => kind !== "ended");
        expect(plain(session.heard())).toEqual(plain(ended));
        session.close();
      }
  });

  test("is a journal like any other: it goes on, ends, earns no stars and can be watched", () => {
    const saves = savesIn(twoEvenings);
    const session = fork(gameOf(whole), saves, { evening: 1, tick: 3 });
    session.close();
    const resumed = saves.resume(session.file ?? "");
    if (!resumed.ok) throw new Error(resumed.problem);
    const again = resumed.session;
    expect(again.observe()).toEqual(session.observe());
    expect(again.origin).toEqual({ file: null, evening: 1, tick: 3, other: false });
    sleep(again);
    again.next();
    sleep(again);
    expect(again.result()).toMatchObject({ stars: null });
    const read = readJournal(textOf(saves, again), digest);
    if (!read.ok) throw new Error(read.problem);
    expect(verdict(read.game, twoEvenings, digest)).toEqual({ status: "ok" });
    expect(openReplay(read.game, twoEvenings).evenings.map(({ ended }) => ended)).toEqual([
      "played out",
      "played out",
    ]);
    expect(saves.list()).toMatchObject([{ state: "ended", rehearsal: true, stars: null }]);
  });

  test("goes on with the order and the limit that were left standing at its tick, and acts on them", () => {
    const text = "every 4 repeat";
    const journal = page(header(twoEvenings, seed));
    const session = openSession(twoEvenings, seed, { journal });
    session.play({ kind: "send", what: "ask", about: "key" });
    session.aside({ kind: "order", text });
    session.aside({ kind: "standing limit", ticks: 9 });
    session.play({ kind: "wait", ticks: 20 });
    session.aside({ kind: "order", text: null });
    session.play({ kind: "wait", ticks: 4 });
    session.play({ kind: "leave" });
    const game = gameOf(journal.text());
    const at = (tick: number): Session => fork(game, savesIn(twoEvenings), { evening: 1, tick });
    const standing = (tick: number) => [at(tick).orders().map(formatOrder), at(tick).limit()];
    expect(standing(1)).toEqual([[text], 9]);
    expect(standing(10)).toEqual([[text], 9]);
    expect(standing(23)).toEqual([[], 9]);
    expect(at(0).orders()).toEqual([]);
    const taken = at(6);
    const sends = () => taken.heard().filter(({ kind }) => kind === "sent").length;
    const before = sends();
    taken.play({ kind: "wait", ticks: 9 });
    expect(sends()).toBeGreaterThan(before);
  });

  test.each([
    ["of other rules", whole.replace('"rules":4', '"rules":2'), "other rules"],
    ["of other laws", whole.replace(/"laws":"\w{12}"/, '"laws":"0123456789ab"'), "other rules"],
  ])("of a game %s is refused", (_, text, problem) => {
    const read = readJournal(text, digest);
    const game = read.ok ? read.game : read.prefix;
    if (game === null) throw new Error("no game");
    const taking = { evening: 1, tick: 3, created, file: null };
    const begun = savesIn(twoEvenings).fork(game, twoEvenings, taking);
    expect(begun).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  test("a header that tells of its beginning in a strange way is damaged", () => {
    const saves = savesIn(twoEvenings);
    const text = textOf(saves, fork(gameOf(whole), saves, { evening: 2, tick: 1 }));
    for (const file of ['"../../etc/passwd"', '"a.ndjson"', "7"]) {
      const read = readJournal(text.replace('"file":null', `"file":${file}`), digest);
      expect(read).toMatchObject({ ok: false, kind: "damaged", at: 1 });
    }
  });
});

describe("other inner weather", () => {
  test("is another seed under which the same moves have shown the same so far", () => {
    const game = gameOf(whole);
    const replay = openReplay(game, twoEvenings);
    const [twin] = twinsFor(replay, { evening: 1, tick: 3 });
    if (twin === undefined) throw new Error("none found");
    expect(twin.seed).not.toBe(seed);
    expect(twinsFor(replay, { evening: 1, tick: 3 })[0]).toEqual(twin);
    const saves = savesIn(twoEvenings);
    const taking = { evening: 1, tick: 3, created, file: null, seed: twin.seed };
    const begun = saves.fork(game, twoEvenings, taking);
    if (!begun.ok) throw new Error(begun.problem);
    expect(begun.session.origin?.other).toBe(true);
    expect(begun.session.seed).toBe(twin.seed);
    const plain = fork(game, saves, { evening: 1, tick: 3 });
    expect(begun.session.heard()).toEqual(plain.heard());
  });
});
