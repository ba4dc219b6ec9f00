import fc from "fast-check";
import { describe, test } from "vitest";
import { everyEvening, seeds } from "../engine/fixtures.ts";
import { locks } from "./locks.ts";

describe.each(everyEvening)("%s", (_, laws) => {
  test.each(locks)("%s", (_, lock) => {
    fc.assert(
      fc.property(seeds, (seed) => lock(laws, seed)),
      { numRuns: 12 },
    );
  });
});
