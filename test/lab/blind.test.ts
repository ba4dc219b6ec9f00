import { expect, test } from "vitest";
import { bestBlind } from "../../src/lab/blind.ts";
import { proven } from "./fixture.ts";

test("the best plan that listens to nothing stops after a few tries, and listening beats it", async () => {
  const strict = {
    ...proven,
    scoring: { ...proven.scoring, stars: [15, 60, 90] as const },
    proof: { ...proven.proof, margin: 0.1 },
  };
  const blind = await bestBlind(strict, { jobs: 2, chooseOn: 60, measureOn: 2000 });
  expect(blind).toMatchObject({ level: "three.1", candidates: 480 });
  expect(blind.best.name).toMatch(/^(each|in turn) every \d+, [2-6] times$/);
  expect(blind.best).toMatchObject({ role: "fails", verdict: "pass" });
  expect(blind.best.against?.higher).toBeGreaterThan(0.6);
}, 60_000);
