import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { homeFolder, openSaves, readGame, seedFrom } from "../../src/session/index.ts";
import { created, freshFolder } from "../support/folder.ts";
import { act, digest, shortGame, sleep } from "../support/journal.ts";
import { threeAsks, twoEvenings } from "../support/levels.ts";

const { folder, saves, file, path } = freshFolder();
const seed = seedFrom(5);

describe("saved games", () => {
  test("a game is a file from its first line on, and goes on where it was closed", () => {
    const session = saves().start(twoEvenings, seed, { created });
    expect(file()).toMatch(/^20261124-180203-three\.2-[0-9a-f]{4}\.ndjson$/);
    for (const deed of shortGame.slice(0, 12)) act(session, deed);
    const [before, heard] = [session.observe(), session.heard()];
    session.close();
    expect(saves().list()).toMatchObject([
      { file: file(), state: "paused", level: "three.2", tier: 2, seed, evening: 2, stars: null },
    ]);
    const resumed = saves().resume(file());
    if (!resumed.ok) throw new Error(resumed.problem);
    expect(resumed.session.observe()).toEqual(before);
    expect(resumed.session.heard()).toEqual(heard);
    for (const deed of shortGame.slice(12)) act(resumed.session, deed);
    resumed.session.close();
    expect(readGame(path())).toMatchObject({ ok: true, game: { end: { line: 22 } } });
    expect(readdirSync(folder())).toEqual([file()]);
  });

  test("a torn last line is cut off before the game goes on", () => {
    const session = saves().start(threeAsks, seed, { created });
    session.play({ kind: "wait", ticks: 2 });
    session.play({ kind: "wait", ticks: 2 });
    session.close();
    truncateSync(path(), readFileSync(path()).length - 9);
    const resumed = saves().resume(file());
    expect(resumed.ok && resumed.session.observe().tick).toBe(2);
    if (resumed.ok) sleep(resumed.session);
    expect(saves().list()).toMatchObject([
      { state: "ended", stars: 0, outcome: -50, problem: null },
    ]);
  });

  test("an ended game is watched, not resumed", () => {
    sleep(saves().start(threeAsks, seed, { created }));
    expect(saves().resume(file())).toEqual({
      ok: false,
      problem: "This game has ended: it can be watched.",
    });
    const watched = saves().replay(file());
    expect(watched.ok && watched.replay.result?.stars).toBe(0);
    expect(watched.ok && watched.problem).toBeNull();
  });

  test("each kind of file is called what it is", () => {
    const session = saves().start(threeAsks, seed, { created });
    session.play({ kind: "wait", ticks: 2 });
    session.close();
    const text = readFileSync(path(), "utf8");
    const write = (day: number, content: string) =>
      writeFileSync(join(folder(), `2026110${day}-000000-x-0000.ndjson`), content);
    write(1, text.replace(/"rules":\d+/, '"rules":0'));
    write(2, text.replace("three.1", "gone.1"));
    write(3, "Roses are red\n");
    write(4, text.replace('"wait 2"', '"wait 3"'));
    write(5, text.replace('"format":1', '"format":9'));
    mkdirSync(join(folder(), "20261106-000000-x-0000.ndjson"));
    writeFileSync(join(folder(), "notes.txt"), text);
    const states = saves()
      .list()
      .map(({ state }) => state);
    expect(states).toEqual([
      "paused",
      "damaged",
      "view only",
      "damaged",
      "damaged",
      "view only",
      "view only",
    ]);
    const refused = saves()
      .list()
      .map(({ file }) => saves().resume(file).ok);
    expect(refused).toEqual([true, false, false, false, false, false, false]);
    expect(saves().replay("20261101-000000-x-0000.ndjson").ok).toBe(true);
    expect(saves().replay("20261104-000000-x-0000.ndjson")).toMatchObject({
      ok: true,
      problem: "Line 3 does not follow from the lines before it: this file was changed.",
    });
    expect(saves().replay("20261102-000000-x-0000.ndjson")).toMatchObject({
      problem: "Its level is not here.",
    });
  });

  test("a name that leads out of the folder is no game", () => {
    writeFileSync(join(folder(), "secret.ndjson"), "x");
    for (const name of [
      "../x.ndjson",
      "secret.ndjson",
      "/etc/passwd",
      "20261106-000000-../x-0000.ndjson",
    ])
      expect(saves().resume(name)).toEqual({ ok: false, problem: "There is no such game." });
  });

  test("a level's id cannot lead out of the folder either", () => {
    saves()
      .start({ ...threeAsks, id: "../../etc/x" }, seed, { created })
      .close();
    expect([file()]).toEqual([
      expect.stringMatching(/^20261124-180203-etc-x-[0-9a-f]{4}\.ndjson$/),
    ]);
  });

  test("a pipe in the place of a game does not hang the program", () => {
    const pipe = join(folder(), "20261106-000000-x-0000.ndjson");
    spawnSync("bash", ["-c", `mkfifo "$0"`, pipe]);
    expect(saves().list()).toMatchObject([
      { state: "damaged", problem: "This file cannot be read: it is not a plain file." },
    ]);
  });

  test("a level of one's own travels in the journal", () => {
    const own = { ...threeAsks, id: "mine" };
    saves().start(own, seed, { created, own }).close();
    const seen: unknown[] = [];
    const mine = openSaves(folder(), "0.1.0", (_, read) => {
      seen.push(read);
      return own;
    });
    expect(mine.resume(file()).ok).toBe(true);
    expect(seen).toEqual([own]);
  });

  test("live where BESTEFFORT_HOME says", () => {
    expect(homeFolder("/usual", { BESTEFFORT_HOME: "/mine" })).toBe("/mine");
    expect(homeFolder("/usual", {})).toBe("/usual");
  });
});

describe("progress", () => {
  test("is the best of all games played to their end; rehearsals and games that were left are none", () => {
    sleep(saves().start(threeAsks, seed, { created }));
    sleep(saves().start(threeAsks, seed, { created, rehearsal: true }));
    saves().start(threeAsks, seed, { created }).play({ kind: "leave" });
    saves().start(twoEvenings, seed, { created }).play({ kind: "wait", ticks: 1 });
    expect([...saves().progress()]).toEqual([["three.1", { stars: 0, plays: 1, fails: 1 }]]);
  });
});

test("the digest of the tests is that of the disk", () => {
  const session = saves().start(threeAsks, seed, { created });
  sleep(session);
  const text = readFileSync(path(), "utf8");
  expect(text).toContain(`"sum":"${digest(text.slice(0, text.indexOf('{"end"')))}"`);
});
