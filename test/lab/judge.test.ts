import { describe, expect, test } from "vitest";
import type { ProofBot } from "../../src/engine/index.ts";
import { claim, loses, pairedBounds, worst } from "../../src/lab/claim.ts";
import { judge } from "../../src/lab/judge.ts";
import type { BotTally } from "../../src/lab/tally.ts";
import { proven } from "./fixture.ts";

const games = 1000;

/** A bot with two stars in so many games, of which the pattern's bot shares `both`. */
function counted(name: string, two: number, pattern: number, both: number): BotTally {
  return {
    name,
    stars: [games - two, 0, two, 0],
    sum: two * 50_000,
    squares: BigInt(two) * 50_000n * 50_000n,
    intents: 10 * games,
    ticks: 100 * games,
    paired: { onlyPattern: pattern - both, onlyBot: two - both, higher: pattern - both, equal: 0 },
  };
}

const pattern: BotTally = {
  ...counted("pattern", 800, 800, 800),
  paired: { onlyPattern: 0, onlyBot: 0, higher: 0, equal: 0 },
};

function judged(role: ProofBot["role"], other: BotTally, twoStars = 0.75, margin = 0.3) {
  const bots: readonly ProofBot[] = [
    { name: "pattern", role: "pattern", policy: "retry", with: {} },
    { name: other.name, role, policy: "idle", with: {} },
  ];
  const level = { ...proven, proof: { seeds: games, twoStars, margin, bots } };
  return judge(level, 1, { games, bots: [pattern, other], seen: ["asked", "lapsed"] });
}

describe("the pattern's claim", () => {
  test.each([
    [0.77, "pass", null],
    [0.79, "undecided", "two stars on 80 % [77, 82], 79 wanted; more seeds would tell"],
    [0.85, "fail", "two stars on 80 % [77, 82], 85 wanted"],
  ] as const)("of two stars on %d: %s", (wanted, verdict, note) => {
    const { bots } = judged("fails", counted("bad", 0, 800, 0), wanted);
    expect(bots[0]).toMatchObject({ verdict, note, against: null });
  });
});

describe("a bot that should fail", () => {
  test.each([
    [450, "pass", null],
    [
      495,
      "undecided",
      "two stars on 50 %; the pattern only 31 points more [27, 34], 30 wanted; more seeds would tell",
    ],
    [600, "fail", "two stars on 60 %; the pattern only 20 points more [17, 23], 30 wanted"],
  ] as const)("with two stars on %i of 1,000 games: %s", (two, verdict, note) => {
    const result = judged("fails", counted("bad", two, 800, two - 20));
    expect(result.bots[1]).toMatchObject({ verdict, note });
    expect(result.verdict).toBe(verdict);
  });

  test("must lose by more than chance, even where no margin is wanted", () => {
    const against = { onlyPattern: 12, onlyBot: 3, margin: 0.009, higher: 0.5, equal: 0 };
    const bounds = pairedBounds({ ...against }, games);
    expect(bounds.low).toBeGreaterThan(0);
    expect(loses(0, { ...against, bounds, p: 0.035 })).toBe("undecided");
  });
});

describe("a bot that is also good", () => {
  test("is not judged", () => {
    const result = judged("also good", counted("other", 750, 800, 700));
    expect(result.bots[1]).toMatchObject({ verdict: null, note: null });
    expect(result.verdict).toBe("pass");
  });

  test("is noted where it is not", () => {
    expect(judged("also good", counted("other", 600, 800, 580)).bots[1]?.note).toBe(
      "said to be also good, and the pattern has two stars 20 points more often",
    );
  });
});

test("figures come of the counts", () => {
  const [first, second] = judged("fails", counted("bad", 400, 800, 380)).bots;
  expect(first?.mean).toBeCloseTo(40, 10);
  // Of 800 fifties and 200 zeros: 20 / sqrt(999).
  expect(first?.error).toBeCloseTo(20 / Math.sqrt(999), 10);
  expect(first).toMatchObject({ stars: [0.8, 0.8, 0], intents: 10, ticks: 100 });
  expect(second?.against).toMatchObject({
    onlyPattern: 420,
    onlyBot: 20,
    margin: 0.4,
    higher: 0.42,
  });
});

test("an event that never happened is told, and judged over all levels together", () => {
  const result = judge(proven, 1, { games, bots: [pattern], seen: ["asked"] });
  expect(result).toMatchObject({ never: ["lapsed"], verdict: "pass" });
});

test("the interval of a paired difference is near the one printed for approval ratings", () => {
  // Agresti, Categorical Data Analysis, 10.1: of 1,600 voters 150 and 86 changed sides; 0.02 to 0.06.
  const { low, high } = pairedBounds({ onlyPattern: 150, onlyBot: 86, higher: 0, equal: 0 }, 1600);
  expect(low).toBeCloseTo(0.02, 2);
  expect(high).toBeCloseTo(0.06, 2);
});

test("a claim is decided only by an interval that lies on one side of it", () => {
  expect(claim(0.5, { low: 0.5, high: 0.6 })).toBe("pass");
  expect(claim(0.5, { low: 0.4, high: 0.5 })).toBe("undecided");
  expect(claim(0.5, { low: 0.4, high: 0.49 })).toBe("fail");
});

test("the worst verdict counts", () => {
  expect(worst(["pass", null, "undecided"])).toBe("undecided");
  expect(worst(["undecided", "fail"])).toBe("fail");
  expect(worst([])).toBe("pass");
});
