/** From one evening to the next, in lines. */
import { expect, test } from "vitest";
import { openSession } from "../../src/session/index.ts";
import { playOn } from "../../src/ui/linear/going.ts";
import { rehearse } from "../../src/ui/where.ts";
import { levelOf, moss, play, shelfOf } from "./support.ts";
import { transcript } from "./transcript.ts";

test("between two evenings all of a debrief can be done, and an empty line goes on", async () => {
  const session = openSession(levelOf("backoff.1"), moss);
  const { text } = await transcript(session, [
    "s key",
    "X",
    "1",
    "juggle",
    "I a1",
    "?r",
    "c",
    "",
    "q",
  ]);
  const [first = "", second = ""] = text.split("> \n");
  expect(first.match(/What was true:/g)).toHaveLength(2);
  expect(first).toContain("Now: Enter begins the next evening;");
  expect(first).toContain("Two evenings: the pattern, and as you played.");
  expect(first).toContain("> I a1\na1");
  expect(first).not.toContain("Evening 2");
  expect(second).toMatch(/^Evening 2 of \d\./);
  const kept = openSession(levelOf("backoff.1"), moss);
  const { text: left, ended } = await transcript(kept, ["X", "1", "q"]);
  expect([ended, kept.evening().n]).toEqual([false, 1]);
  expect(left).toContain("Saved. Until later.");
});

test("a season is over, not an evening", async () => {
  const season = openSession(levelOf("finale"), moss);
  const { text } = await transcript(season, [
    ...Array(40).fill("no-go harbour"),
    ...Array(60).fill("3"),
  ]);
  expect(text).toContain("The season is over.");
  expect(text).not.toContain("The evening is over.");
});

test("a rehearsal does not go on to an evening that the game it came from has not played", async () => {
  const shelf = shelfOf();
  const session = shelf.start(levelOf("backoff.1"), { seed: moss, rehearsal: false });
  const rehearsal = rehearse(shelf, play(session, "leave"));
  const typed = ["X", "1", "", "q"];
  const said: string[] = [];
  const io = {
    warn: () => {},
    out: (text: string) => void said.push(text),
    read: async () => typed.shift() ?? null,
  };
  await playOn(shelf, rehearsal, io);
  expect(said.join("\n")).toContain("was not played yet in the game that this one came from");
  expect(rehearsal.evening().n).toBe(1);
});
