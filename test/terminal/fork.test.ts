import { join } from "node:path";
import { expect, test } from "vitest";
import { readGame } from "../../src/session/index.ts";
import { freshHome, journals, openGame, piped } from "./game.ts";

test("a fork outlives a kill, goes on where it was, ends, and can be watched", async () => {
  const home = freshHome();
  await piped(["play", "prologue", "--seed", "moss-4f2a"], "s\nw\nw\nw\n", home);
  const [first = ""] = journals(home);
  const replay = openGame(["replay", first, "--at", "3"], { home });
  await replay.waitFor("[f]ork here");
  expect(replay.lines()[0]).toContain("tick 3 of 6");
  await replay.press("f");
  await replay.waitFor("Yours again from t3.");
  await replay.press("space");
  await replay.waitFor("tick 4 ");
  replay.kill("SIGKILL");
  await replay.exit();
  const fork = journals(home).find((name) => name !== first) ?? "";
  const read = readGame(join(home, fork));
  const origin = { file: first, evening: 1, tick: 3, other: false };
  expect(read).toMatchObject({
    ok: true,
    game: { header: { rehearsal: true, origin }, end: null },
  });
  const again = openGame(["play", "prologue"], { home });
  await again.waitFor("Where you left it.");
  expect(again.lines()[0]).toMatch(/tick 4 +rehearsed from t3/);
  await again.press("w", "w", "enter");
  await again.waitFor("what was true");
  await again.press("c");
  await again.waitFor("They never part");
  again.kill("SIGKILL");
  await again.exit();
  const watched = await piped(["replay", fork], "", home);
  expect(watched).toMatchObject({ code: 0, err: "" });
});
