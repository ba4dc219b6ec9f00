import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { levelCommand } from "../../src/cli/level.ts";

const folder = mkdtempSync(join(tmpdir(), "level-"));
afterAll(() => rmSync(folder, { recursive: true }));
const mine = join(folder, "mine.yaml");

async function run(...args: readonly string[]) {
  let out = "";
  let err = "";
  const code = await levelCommand(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

test("a new level passes the check, and is not written over", async () => {
  expect(await run("new", mine)).toMatchObject({ code: 0, err: "" });
  expect(await run("check", mine)).toEqual({ code: 0, out: "ok: mine\n", err: "" });
  const before = readFileSync(mine, "utf8");
  const again = await run("new", mine);
  expect(again).toMatchObject({ code: 2, err: `${mine} exists already. Choose another name.\n` });
  expect(readFileSync(mine, "utf8")).toBe(before);
});

test("checking several files tells about each", async () => {
  const missing = join(folder, "none.yaml");
  expect(await run("check", "levels/01-backoff.yaml", missing, folder)).toEqual({
    code: 2,
    out: "ok: backoff.1, backoff.2, backoff.3\n",
    err: `${missing}:1:1: There is no such file. Start one with: besteffort level new FILE.
${folder}:1:1: This is not a file. Give the path of a .yaml file.
`,
  });
});

test("explaining names every number, its meaning and the judges", async () => {
  const { out } = await run("explain", "levels/01-backoff.yaml");
  expect(out).toContain(
    "    hardDay     1000 of 1000  how often a day begins with the partner already",
  );
  expect(out).toContain("at the end, the player: 1 x waits.value; stars from 25, 51, 66");
  expect(out).toContain("    pattern    doubling, one schedule: retry { gap: spread");
});

test("a command nobody knows is answered with the nearest, or with help", async () => {
  expect(await run("chekc", mine)).toMatchObject({
    code: 2,
    err: "There is no level chekc. Did you mean level check?\n",
  });
  expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining("level new") });
  expect(await run("--help")).toMatchObject({ code: 0, err: "" });
});
