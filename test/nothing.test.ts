/** An evening that was left before anything happened: every measure and every fact is still a number. */
import { expect, test } from "vitest";
import { facts, outcome } from "../src/engine/index.ts";
import { levels } from "../src/levelfile/builtin.ts";

const nothing = { events: [], secrets: [] };

test.each(levels.map((level) => [level.id, level] as const))("%s", (_, { evenings, scoring }) => {
  for (const laws of evenings) {
    for (const { numbers } of facts(laws, nothing))
      expect(Object.values(numbers).filter((n) => !Number.isFinite(n))).toEqual([]);
    if (scoring !== null)
      expect(Math.abs(outcome(laws, scoring, nothing))).toBeLessThanOrEqual(100);
  }
});
