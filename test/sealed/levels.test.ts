import { globSync } from "node:fs";
import { levels } from "virtual:levels";
import { describe, expect, test } from "vitest";
import { seedFrom } from "../../src/engine/index.ts";
import { locks } from "./locks.ts";

const evenings = levels.flatMap(({ id, evenings }) =>
  evenings.map((laws, i) => [`${id}, evening ${i + 1}`, laws] as const),
);

test("every level file is among the levels that are held to the locks", () => {
  const ids = new Set(levels.map(({ story }) => story.order));
  expect(ids.size).toBe(globSync("levels/*.yaml").length);
  expect(levels.every((level) => level.evenings.length > 0)).toBe(true);
});

describe.each(evenings)("%s", { timeout: 60_000 }, (_, laws) => {
  test.each(locks)("%s", (_, lock) => {
    for (let n = 1; n <= 3; n++) lock(laws, seedFrom(n));
  });
});
