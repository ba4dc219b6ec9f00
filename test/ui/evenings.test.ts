/** From one evening to the next, in lines. */
import { expect, test } from "vitest";
import { openSession } from "../../src/session/index.ts";
import { levelOf, moss } from "./support.ts";
import { transcript } from "./transcript.ts";

test("between two evenings there is time to look back, and an empty line goes on", async () => {
  const session = openSession(levelOf("backoff.1"), moss);
  const { text } = await transcript(session, ["s key", "X", "1", "w", "I a1", "?r", "", "q"]);
  const [first = "", second = ""] = text.split("> \n");
  expect(first.match(/What was true:/g)).toHaveLength(2);
  expect(first).toContain("> w\nEnter begins the next evening.");
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
