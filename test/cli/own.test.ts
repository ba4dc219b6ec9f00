import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { parseOptions } from "../../src/cli/options.ts";
import { readOwnFolder } from "../../src/cli/own.ts";
import { openSettings } from "../../src/cli/settings.ts";
import { openShelf } from "../../src/cli/shelf.ts";
import { starter } from "../../src/levelfile/starter.ts";
import { room } from "../../src/ui/screens/frame.ts";
import { chaptersOf, mapRows } from "../../src/ui/screens/map.ts";
import { freshFolder } from "../support/folder.ts";
import { ascii, frame, moss } from "../ui/support.ts";

const { folder } = freshFolder();

function write(name: string, text: string): string {
  const levels = join(folder(), "levels");
  mkdirSync(levels, { recursive: true });
  writeFileSync(join(levels, name), text);
  return levels;
}

async function shelfOn(levels: string) {
  const before = process.env["BESTEFFORT_HOME"];
  process.env["BESTEFFORT_HOME"] = folder();
  onTestFinished(() => {
    if (before === undefined) delete process.env["BESTEFFORT_HOME"];
    else process.env["BESTEFFORT_HOME"] = before;
  });
  const options = parseOptions([]);
  if (typeof options === "string") throw new Error(options);
  return openShelf({ files: await readOwnFolder(levels) }, openSettings(folder(), options));
}

test("what a file is called, and what is wrong in it, keep to the cells of the map", async () => {
  const levels = write("鍵.yaml", starter.replace("title: the key", "title: the 鍵"));
  const [own] = (await shelfOn(levels)).own;
  expect(own).toMatchObject({
    file: "?.yaml",
    problem: expect.stringMatching(/^\?\.yaml:\d+:.*"the \?"/),
  });
});

test("a folder's levels are the last group of the map; a file with a mistake is there with its place", async () => {
  const levels = write("b.yaml", starter);
  write("a.yml", starter.replace("verbs:", "werbs:"));
  write("c.yaml", starter);
  write("notes.txt", "nothing");
  const shelf = await shelfOn(levels);
  expect(shelf.own.map(({ file, levels: { length }, problem }) => [file, length, problem])).toEqual(
    [
      ["a.yml", 0, expect.stringMatching(/^a\.yml:\d+:\d+/)],
      ["b.yaml", 1, ""],
      ["c.yaml", 0, expect.stringMatching(/^c\.yaml: there is another level/)],
    ],
  );
  const chapters = chaptersOf(shelf.levels, shelf.own);
  const chosen = chapters.findIndex(({ file }) => file === "a.yml");
  const view = {
    chapters,
    chosen,
    tier: 0,
    progress: new Map(),
    games: [],
    notice: "",
    typed: null,
    over: false,
  };
  for (const size of [room(80, 24), room(120, 40)]) {
    const page = frame(mapRows(view, size, ascii)).join("\n");
    expect(page).toContain("your own");
    expect(page).toMatch(/ > +a\.yml +not a level yet/);
    expect(page).toMatch(/ a\.yml:\d+:\d+/);
  }
});

test("a game of one's own level is saved, listed, gone on with and watched", async () => {
  const levels = write("mine.yaml", starter);
  const shelf = await shelfOn(levels);
  const level = shelf.own[0]?.levels[0];
  if (level === undefined) throw new Error("no level");
  const session = shelf.start(level, { seed: moss, rehearsal: false });
  session.play({ kind: "wait", ticks: 2 });
  session.close();
  const again = await shelfOn(levels);
  const [game] = again.games.list();
  expect(game).toMatchObject({ level: level.id, title: level.story.title, state: "paused" });
  const resumed = again.resume(game?.file ?? "");
  expect("observe" in resumed && resumed.observe().tick).toBe(2);
  again.leave();
  expect(again.replay(game?.file ?? "")).toMatchObject({ problem: null });
});

test("where there is no folder there are no levels, and nothing is said", async () => {
  expect(await readOwnFolder(join(folder(), "none"))).toEqual([]);
});
