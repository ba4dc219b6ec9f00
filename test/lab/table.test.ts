import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { toJson } from "../../src/lab/json.ts";
import { judge } from "../../src/lab/judge.ts";
import { tallyOf } from "../../src/lab/proof.ts";
import { blindLine, legend, table } from "../../src/lab/table.ts";
import type { BotTally, Tally } from "../../src/lab/tally.ts";
import { proven } from "./fixture.ts";

/** Made up, so that a table stays the same whatever the rules do: games with 0 to 3 stars of 100. */
const counts: Readonly<Record<string, BotTally["stars"]>> = {
  "shared doubling": [3, 5, 28, 64],
  "three quick": [2, 13, 61, 24],
  "every 16": [50, 6, 7, 37],
  "every 8": [75, 10, 3, 12],
  storm: [100, 0, 0, 0],
  "independent doubling": [17, 42, 38, 3],
  idle: [100, 0, 0, 0],
};

function counted([name, stars]: readonly [string, BotTally["stars"]]): BotTally {
  const [none, one, two, three] = stars;
  const sum = -50_000 * none + 30_000 * one + 50_000 * two + 70_000 * three;
  const squares = 2_500_000_000 * (none + two) + 900_000_000 * one + 4_900_000_000 * three;
  const lost = 92 - two - three;
  const paired = { onlyPattern: lost + 3, onlyBot: 3, higher: Math.max(lost, 40), equal: 0 };
  return { name, stars, sum, squares: BigInt(squares), intents: 1000, ticks: 5000, paired };
}

const strict = { ...proven, proof: { ...proven.proof, twoStars: 0.8, margin: 0.6 } };
const tally: Tally = {
  games: 100,
  bots: Object.entries(counts).map(counted),
  seen: ["asked"],
};
const result = judge(strict, 1, tally);
const look = { columns: 80, colour: false };

test("a table says what was played, how each did, what came of it and why", () => {
  expect(table(result, look)).toMatchInlineSnapshot(`
    "three.1  Three questions  (1 evening; 100 seeds from 1)
    stars at 15, 40, 60
    wanted: two for * on 80 % of the seeds, 60 points more than for -

                                     mean   se   1*  2*  3* 95 % of 2* worse      p
      * shared doubling              58.8  2.2   97  92  64   [85, 96]
      = three quick                  50.2  1.9   98  85  24   [77, 91]    40   .092
    ! - every 16                      6.2  5.7   50  44  37   [35, 54]    48  <.001
      - every 8                     -24.6  4.5   25  15  12    [9, 23]    77  <.001
      - storm                       -50.0  0.0    0   0   0     [0, 4]    92  <.001
    ? - independent doubling         25.2  3.6   83  41   3   [32, 51]    51  <.001
      - idle                        -50.0  0.0    0   0   0     [0, 4]    92  <.001

    FAIL  three.1 does not hold.
      every 16: two stars on 44 %; the pattern only 48 points more [36, 58], 60
        wanted.
      independent doubling: two stars on 41 %; the pattern only 51 points more [39,
        61], 60 wanted; more seeds would tell.
      Never happened: lapsed.
    "
  `);
});

describe("a table", () => {
  const [bot] = result.bots;
  if (bot === undefined) throw new Error("no bot");
  const long = {
    ...result,
    bots: [{ ...bot, name: "a bot with a name that goes on and on and on" }],
  };
  const rows = (columns: number) => table(long, { columns, colour: false }).split("\n");

  test.each([80, 90, 200])("of figures fits %i columns", (columns) => {
    for (const row of rows(columns)) expect(row.length).toBeLessThanOrEqual(columns);
  });

  test("is plain ASCII", () => {
    expect(table(long, look) + legend).toMatch(/^[\n -~]*$/);
  });

  test("says nothing by colour that it does not say without", () => {
    const coloured = table(result, { ...look, colour: true });
    expect(coloured).toContain("\u001b[31mFAIL\u001b[39m");
    expect(stripVTControlCharacters(coloured)).toBe(table(result, look));
  });
});

test("one game has no error, which is null in JSON and a question mark in a table", () => {
  const one = judge(strict, 1, tallyOf({ level: strict, from: 1, count: 1 }));
  expect(JSON.parse(toJson("pass", [one], [])).levels[0].bots[0].error).toBe(null);
  expect(table(one, look)).toMatch(/shared doubling +[\d.]+ +\?/);
});

test("JSON has the verdict, every figure with three decimals, and no more", () => {
  const json = toJson("fail", [result], []);
  const { format, verdict, levels, blind } = JSON.parse(json);
  expect({ format, verdict, blind }).toEqual({ format: 1, verdict: "fail", blind: [] });
  expect(levels[0].bots.map(({ name }: { name: string }) => name)).toEqual(
    proven.proof.bots.map(({ name }) => name),
  );
  expect(json).not.toMatch(/\d\.\d{4}/);
});

test("a blind plan gets a line", () => {
  const [, best] = result.bots;
  if (best === undefined) throw new Error("no bot");
  const on = { from: 1, seeds: 100 };
  const blind = { level: "three.1", candidates: 480, chosenOn: on, measuredOn: on, best };
  expect(blindLine(blind, look)).toMatch(
    /^PASS {2}three\.1 without listening\n {2}best of 480 blind plans: three quick; /,
  );
});
