/** A tone means what the forces of its own level say, and nothing that another level would make of it. */
import { expect, test } from "vitest";
import type { Tone } from "../../src/session/index.ts";
import { lineOf } from "../../src/ui/cast.ts";
import { replyText } from "../../src/ui/words.ts";
import { castOf, levelOf, levels } from "./support.ts";

const word = (tone: Tone, values: readonly number[] = []) =>
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
  expect(replyText(cast, "", word("puzzled", [7]), true)).toMatch(/^\(after 7 ticks of this\) /);
});

const answered = levels.flatMap((level) =>
  Object.entries(level.story.topics).flatMap(([about, { answer }]) =>
    answer === undefined || answer === "" ? [] : [[level.id, about, answer] as const],
  ),
);

test.each(answered)("in %s, a no to %s holds nothing of the yes", (id, about, yes) => {
  const cast = castOf(levelOf(id));
  for (const variant of [0, 1, 2, 3, 4, 5])
    for (const values of [[], [0]]) {
      const no = { ...word("no", values), key: "a1", what: "answer", variant } as const;
      for (const first of [true, false]) {
        const text = replyText(cast, about, no, first);
        expect(text).not.toContain(yes);
        expect(text).toContain(lineOf(cast, "no", variant));
      }
    }
});

const asked = levels.flatMap((level) => {
  const topics = level.evenings[0]?.forces.waits?.asks.map(({ about }) => about) ?? [];
  return topics.map((about) => [level.id, about] as const);
});

test.each(asked)("in %s, the answer about %s says how they are", (id, about) => {
  const cast = castOf(levelOf(id));
  for (const tone of ["thin", "plain"] as const) {
    const answer = { ...word(tone), key: "a1", what: "answer" } as const;
    expect(replyText(cast, about, answer, true)).toContain(lineOf(cast, tone, 0));
  }
});
