/** A tone means what the forces of its own level say, and nothing that another level would make of it. */
import { expect, test } from "vitest";
import { lineOf } from "../../src/ui/cast.ts";
import { replyText } from "../../src/ui/words.ts";
import { castOf, levelOf } from "./support.ts";

const word = (tone: "puzzled" | "not tonight", values: readonly number[] = []) =>
  ({
    kind: "heard",
    tick: 9,
    n: 1,
    key: null,
    what: "word",
    about: "",
    tone,
    values,
    variant: 0,
  }) as const;

test.each([
  ["heartbeats.1", "puzzled"],
  ["degradation.1", "not tonight"],
  ["backoff.1", "not tonight"],
] as const)("in %s, %s is the voice's own line", (id, tone) => {
  const cast = castOf(levelOf(id));
  expect(replyText(cast, "", word(tone), true)).toBe(lineOf(cast, tone, 0));
});

test("where there are modes, a puzzled word counts the ticks", () => {
  const cast = castOf(levelOf("degradation.1"));
  expect(replyText(cast, "", word("puzzled", [7]), true)).toMatch(/^7 ticks of this\. /);
});
