import { levels } from "virtual:levels";
import { expect, test } from "vitest";
import { bestBlind } from "../../src/lab/blind.ts";
import { isProvable } from "../../src/lab/proof.ts";

const first = levels.filter(isProvable).filter(({ id }) => id === "backoff.1");

test.each(first)(
  "the best plan that listens to nothing loses to listening",
  async (level) => {
    const blind = await bestBlind(level, { jobs: 2, chooseOn: 20, measureOn: 1000 });
    expect(blind).toMatchObject({ level: "backoff.1", candidates: 480 });
    expect(blind.best).toMatchObject({ role: "fails", verdict: "pass" });
    expect(blind.best.against?.higher).toBeGreaterThan(0.8);
  },
  120_000,
);
