import { describe, expect, test } from "vitest";
import { testCommand } from "../../src/cli/test.ts";
import type { Level } from "../../src/session/index.ts";
import { threeAsks } from "../support/levels.ts";
import { proven } from "./fixture.ts";

const second: Level = { ...proven, id: "three.2", proof: { ...proven.proof, twoStars: 0.99 } };
const unproven: Level = { ...threeAsks, id: "prologue" };
const broken: Level = {
  ...proven,
  id: "broken.1",
  proof: {
    ...proven.proof,
    bots: proven.proof.bots.map((bot) => ({ ...bot, with: { gpa: 1 } })),
  },
};

async function run(...args: readonly string[]) {
  const told = { out: "", err: "" };
  const code = await testCommand(args, {
    levels: [unproven, proven, second],
    readLevelFile: async (path) =>
      path === "my.yaml"
        ? [{ ...proven, id: "mine" }]
        : path === "bad.yaml"
          ? [broken]
          : `${path}:1:1: no`,
    out: (text) => {
      told.out += text;
    },
    err: (text) => {
      told.err += text;
    },
    columns: 80,
  });
  return { code, ...told };
}

describe("besteffort test", () => {
  test("passes a level that holds, on stdout alone", async () => {
    const { code, out, err } = await run("three.1", "--seeds", "300", "--jobs", "1");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("PASS  three.1 holds.");
  });

  test("fails where one of several does not hold", async () => {
    const { code, out } = await run("three", "--seeds", "300", "--jobs", "1");
    expect(code).toBe(1);
    expect(out).toContain("PASS  three.1 holds.");
    expect(out).toContain("FAIL  three.2 does not hold.");
    expect(out).toMatch(/shared doubling: two stars on 9\d % \[\d\d, 9\d\], 99 wanted\./);
  });

  test("is undecided where seeds are too few", async () => {
    const { code, out } = await run("three.1", "--seeds", "10", "--jobs", "1");
    expect(code).toBe(4);
    expect(out).toContain("UNDECIDED  Too few seeds.");
  });

  test("takes a file, one bot, other seeds, and gives data", async () => {
    const { out } = await run("my.yaml", "--bot=storm", "--seeds=5", "--from=2000001", "--json");
    const { levels } = JSON.parse(out);
    expect(levels).toMatchObject([{ level: "mine", from: 2_000_001, seeds: 5 }]);
    expect(levels[0].bots.map((bot: { name: string }) => bot.name)).toEqual([
      "shared doubling",
      "storm",
    ]);
  });

  test("gives the same data for any number of jobs", async () => {
    const args = ["three.1", "--seeds", "120", "--json"];
    expect(await run(...args, "--jobs", "2")).toEqual(await run(...args, "--jobs", "1"));
  });

  test("says that a level has nothing to prove, and goes on", async () => {
    expect(await run("prologue")).toEqual({
      code: 0,
      out: "",
      err: "Nothing to prove in prologue: no proof, or no stars.\n",
    });
  });

  test("explains itself", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    expect(out).toContain("besteffort test backoff --seeds 200");
  });
});

describe("a command that cannot be meant so", () => {
  test.each([
    [["--sedes", "3"], "There is no --sedes. Did you mean --seeds?"],
    [["--sedes=3"], "There is no --sedes. Did you mean --seeds?"],
    [["-x"], "There is no -x. There are: --seeds,"],
    [["--seeds"], "--seeds"],
    [["--json=yes"], "--json"],
    [["--seeds", "0"], '--seeds takes a whole number from 1 to 4194303, not "0".'],
    [["--seeds", "1e3"], 'not "1e3".'],
    [["--from", "4194303", "--seeds", "2"], "from 1 to 1,"],
    [["--jobs", "-1"], "--jobs"],
    [["thre"], "There is no level thre. Did you mean three?"],
    [["three.9"], "There is no level three.9. Did you mean three.1?"],
    [["three.1", "--bot", "strom"], 'No proof here has a bot "strom". Did you mean storm?'],
    [["no.yaml"], "no.yaml:1:1: no"],
    [["bad.yaml"], 'broken.1, bot "storm": retry has no parameter gpa. Did you mean gap?'],
  ])("%j: %s", async (args, problem) => {
    const { code, out, err } = await run(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(problem);
    expect(err).toContain("See besteffort test --help.");
  });
});
