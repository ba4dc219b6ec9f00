import fc from "fast-check";
import { describe, test } from "vitest";
import { everyEvening, seeds } from "../engine/fixtures.ts";
import { locks } from "./locks.ts";

// Each lock plays hundreds of games: room for a slow machine.
describe.each(everyEvening)("%s", { timeout: 60_000 }, (_, laws) => {
  test.each(locks)("%s", (_, lock) => {
    fc.assert(
      fc.property(seeds, (seed) => lock(laws, seed)),
      { numRuns: 12 },
    );
  });
});
