import { describe, expect, test } from "vitest";
import { openReplay, openSession, readJournal, seedFrom } from "../../src/session/index.ts";
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

describe("a replay", () => {
  test("shows at each tick what the player saw when they looked up", () => {
    const journal = page(header(threeAsks, seed));
    const session = openSession(threeAsks, seed, { journal });
    const seen = [session.observe()];
    for (const deed of shortGame.slice(1, 8)) {
      act(session, deed);
      seen.push(session.observe());
    }
    const replay = openReplay(gameOf(journal.text()), threeAsks);
    for (const open of seen) expect(replay.at(1, open.tick).observation).toEqual(open);
    for (const open of seen.toReversed()) expect(replay.at(1, open.tick).observation).toEqual(open);
  });

  test("the events of a tick are those before the next move", () => {
    const replay = openReplay(gameOf(whole), twoEvenings);
    expect(replay.at(1, 0).events.map(({ kind }) => kind)).toEqual([
      "dawn",
      "asked",
      "asked",
      "asked",
    ]);
    expect(replay.at(1, 1).events.some(({ kind }) => kind === "sent")).toBe(true);
    expect(replay.at(1, 999).observation.ended).toBe("left");
    expect(replay.at(1, 999).events).toEqual(replay.evenings[0]?.events);
  });

  test("tells the secrets of evenings that have ended, and of no other", () => {
    const paused = whole.slice(0, whole.lastIndexOf('{"i":"leave"'));
    const { evenings, at } = openReplay(gameOf(paused), twoEvenings);
    expect(evenings.map(({ ended }) => ended)).toEqual(["left", null]);
    expect(evenings[0]?.secrets?.length).toBeGreaterThan(0);
    expect(evenings[0]?.moments[0]?.tracks[0]?.at).toBeGreaterThan(0);
    expect(at(1, 0).secrets?.[0]).toMatchObject({ kind: "shut" });
    expect(evenings[1]?.secrets).toBeNull();
    expect(at(2, 3).secrets).toBeNull();
    const hidden =
      evenings[1]?.moments.map(({ tracks, secrets }) => [tracks.length, secrets]) ?? [];
    expect(hidden.every(([tracks, secrets]) => tracks === 0 && secrets === 0)).toBe(true);
  });

  test("of other rules shows the same evenings from their events alone", () => {
    const played = openReplay(gameOf(whole), twoEvenings);
    const watched = openReplay(
      gameOf(whole.replace('"rules":4', '"rules":0').replace(/\{"end".*\n/, "")),
      twoEvenings,
    );
    expect(played.evenings.map(({ verified }) => verified)).toEqual([true, true]);
    expect(watched.evenings.map(({ verified }) => verified)).toEqual([false, false]);
    for (const [n, { moments, last, events, ended }] of played.evenings.entries()) {
      const other = watched.evenings[n];
      expect(other).toMatchObject({ last, events, ended, secrets: null });
      expect(other?.moments.map(({ open, events }) => ({ open, events }))).toEqual(
        moments.map(({ open, events }) => ({ open, events })),
      );
    }
  });

  test("a tampered game is watched as it was written, without secrets", () => {
    const text = whole.replace('"i":"wait 3"', '"i":"wait 2"');
    const read = readJournal(text, digest);
    const game = read.ok ? null : read.prefix;
    const [evening] = game === null ? [] : openReplay(game, twoEvenings).evenings;
    expect(evening).toMatchObject({ secrets: null, verified: false });
  });

  test("of a finished game has its result", () => {
    const journal = page(header(threeAsks, seed));
    sleep(openSession(threeAsks, seed, { journal }));
    const replay = openReplay(gameOf(journal.text()), threeAsks);
    expect(replay.result?.stars).toBe(0);
    expect(() => replay.at(2, 0)).toThrow("no evening 2");
  });
});
